"""Reads a text from beginning to end and finds out who each source is.

The state of this reading is who is on the reader's mind (`Salience`) and who spoke last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.language.antecedents import Antecedents
from bot.language.bindings import find_above, find_acting
from bot.language.cast import Cast, Member
from bot.language.contents import Contents
from bot.language.descriptions import resolve_description, resolve_subject
from bot.language.events import Event, find_events
from bot.language.genders import PRONOUNS
from bot.language.going_on import go_on_unnamed
from bot.language.guesses import SURE, Guess, guess_named, to_speaker
from bot.language.headlines import find_breaks, find_section_breaks
from bot.language.introductions import find_identified
from bot.language.joint import find_joint
from bot.language.namesakes import tell_namesakes
from bot.language.owned_people import is_own
from bot.language.pronouns import find_meant, find_self
from bot.language.quoted_pronouns import Talk
from bot.language.ranges import Ranges
from bot.language.relations import Relation
from bot.language.relatives import read_antecedent
from bot.language.salience import (
    ASKING,
    FADING,
    IN_DIRECT,
    IN_INDIRECT,
    NEW_PARAGRAPH,
    REFRESHING,
    SPEAKER,
    UNNAMED,
    Salience,
    find_name_head,
    weigh_place,
)
from bot.language.sources import Source
from bot.language.speaking import may_speak
from bot.language.texts import read_text
from bot.language.things import find_thing, go_on_together, take_topic
from bot.language.unnamed import find_phrase, read_office
from store.records import Speaker

_TOLD = 0.6
"""Confidence from which what somebody is called in passing is taken for their office."""
_FIRST_PERSON = 0.85
_UNSAID, _UNSAID_NEAR = 0.4, 0.6
"""Confidence that a quote without source words is the last speaker's; in the same paragraph."""


class Discourse:
    """One reading of one text."""

    def __init__(self, doc: Doc, relations: Sequence[Relation], cast: Cast) -> None:
        self.doc = doc
        self.relations = relations
        self.cast = cast
        self.salience = Salience()
        self.last: Guess | None = None
        """Who spoke last."""
        self._last_source: Source | None = None
        self.last_body: Guess | None = None
        """The body that spoke before the last speaker."""
        self.guesses: dict[int, Guess] = {}
        self.talk = Talk()
        self._offices: dict[int, str] = {}
        self._unnamed: dict[int, Member] = {}
        self._heard: dict[int, Guess] = {}
        """Who was found to be meant by each source, by the token of its head."""
        self._antecedents = Antecedents(doc)
        cast.tell_speaking(r.source for r in relations if r.source is not None)
        self._direct = Ranges(r.content for r in relations if r.kind == "direct")
        self._said = Ranges(r.content for r in relations)
        self._contents = Contents(relations)

    def read(self) -> dict[int, Guess]:
        """Who speaks in each relation, by its index; those without source words are left out."""
        sentences = [s.start for s in self.doc.sents if s[0].idx not in self._direct]
        breaks = find_section_breaks(self.doc)
        paragraphs = deque(i + 1 for i in find_breaks(self.doc))
        at = 0
        for event in find_events(self.doc, self.relations, self.cast):
            here = bisect_right(sentences, event.index)
            for _ in range(min(here - at, 12)):
                self._fade()
            while paragraphs and paragraphs[0] <= event.index:
                paragraphs.popleft()
                self._fade(NEW_PARAGRAPH)
            if breaks and event.index > breaks[0]:
                self._turn_page(breaks, event.index)
            at = max(at, here)
            self._meet(event)
        self._read_first_persons()
        return {number: self._add_role(guess) for number, guess in self.guesses.items()}

    def _fade(self, left: float = FADING) -> None:
        self.salience.fade(left)
        self.talk.salience.fade(left)

    def _add_role(self, guess: Guess) -> Guess:
        """A person without a role has the office by which the text speaks of them."""
        office = self._offices.get(id(guess.member), "")
        if not office or guess.speaker.role:
            return guess
        return replace(guess, speaker=replace(guess.speaker, role=office))

    def _turn_page(self, breaks: list[int], index: int) -> None:
        """A new section of a live blog begins with nobody on the mind."""
        while breaks and index > breaks[0]:
            breaks.pop(0)
        self.salience = Salience()
        self.talk.salience = Salience()
        self.last = None
        self._antecedents.since = index

    def _meet(self, event: Event) -> None:
        if event.source is not None:
            self._hear(event.relation, event.source)
        elif event.relation >= 0:
            self._overhear(event.relation)
        elif event.member is not None:
            token = self.doc[event.index]
            weight = weigh_place(find_name_head(token))
            self.salience.add(event.member, weight * self._presence(token))
            self.talk.add(event.member, weight, told=token.idx in self._said)
        else:
            self._refresh(self.doc[event.index])

    def _presence(self, token: Token) -> float:
        if token.idx in self._direct:
            return IN_DIRECT
        return IN_INDIRECT if token.idx in self._said else 1.0

    def _refresh(self, pronoun: Token) -> None:
        """A pronoun or a description keeps whom it means on the mind."""
        plain, quoted = pronoun.lower_ in PRONOUNS, pronoun.idx in self._direct
        if quoted and (plain or is_own(pronoun)):
            self.talk.hear(pronoun)
        if plain:
            guess = None if quoted else self._resolve_pronoun(pronoun)
        else:
            guess = self._remember(pronoun, self._resolve_subject(pronoun))
        if guess is None or guess.member is None or guess.confidence <= SURE:
            return
        self.talk.add(guess.member, weigh_place(pronoun), told=pronoun.idx in self._said)
        if not guess.member.unnamed:
            self.cast.meant[pronoun.i] = guess.member
        if pronoun.idx not in self._direct and pronoun.dep_ in REFRESHING:
            weight = weigh_place(pronoun) * self._presence(pronoun)
            self.salience.add(guess.member, weight * (UNNAMED if guess.member.unnamed else 1.0))

    def _overhear(self, number: int) -> None:
        """A quote with no source words is likely the last speaker's, but only likely."""
        if self.last is not None and self.relations[number].kind == "direct":
            near = self._is_near(number)
            confidence = min(self.last.confidence, _UNSAID_NEAR if near else _UNSAID)
            self.guesses[number] = replace(self.last, confidence=confidence)

    def _is_near(self, number: int) -> bool:
        """Whether a quote stands in the paragraph of the person who spoke last."""
        first = self.relations[number].content[0]
        if self.last is None or self.last.speaker.kind != "person" or self._last_source is None:
            return False
        within = "\n" not in read_text(self.doc)[self._last_source.span.end_char : first[0]]
        return within and self._contents.find_outer(number, first) is None

    def _resolve_subject(self, noun: Token) -> Guess | None:
        beside = [noun.i + 2] if self.doc[noun.i + 1 : noun.i + 2].text == "," else []
        beside += [child.i for child in noun.children if child.dep_ == "appos"]
        beside += find_identified(noun)
        for member in filter(None, map(self.cast.at, beside)):
            if member.is_person:
                return Guess(to_speaker(member), 1.0, member)
        source = Source(find_phrase(noun), noun, "description")
        above = frozenset(map(id, find_above(noun, self.cast.who)))
        found = resolve_subject(source, self.salience, self.cast, above)
        known = found.member is not None and not found.member.unnamed
        if found.member is not None and known and found.confidence >= _TOLD:
            self._learn_office(found.member, read_office(source))
        return found

    def _hear(self, number: int, source: Source) -> None:
        guess = self._heard.get(source.head.i)
        guess = guess or self._remember(source.head, self._resolve(source, number))
        if guess is None:
            return
        self._heard[source.head.i] = guess
        self.guesses[number] = guess
        quoted = source.head.idx in self._direct
        if self.relations[number].nested:
            if quoted and source.form == "pronoun":
                self.talk.hear(source.head)
            return
        if guess.member is not None:
            weight = SPEAKER if guess.confidence >= SURE else SPEAKER * guess.confidence
            if guess.member.unnamed:
                weight *= ASKING if self._asks(number) else UNNAMED
            self.salience.add(guess.member, weight * (IN_DIRECT if quoted else 1.0))
        if not quoted:
            one_before = self.last is not None and self.last.speaker.kind == "organisation"
            self.last_body = self.last if one_before else None
            self.last = guess
            self._last_source = source

    def _remember(self, head: Token, guess: Guess | None) -> Guess | None:
        """The same unnamed person each time the same words are looked at."""
        if guess is None or guess.member is None or not guess.member.unnamed:
            return guess
        return replace(guess, member=self._unnamed.setdefault(head.i, guess.member))

    def _asks(self, number: int) -> bool:
        cue = self.relations[number].cue
        return cue is not None and read_text(self.doc)[slice(*cue)].lower().startswith("ask")

    def _resolve(self, source: Source, number: int = -1) -> Guess | None:
        joint = find_joint(source, self.cast, self._resolve_pronoun)
        if joint is None and self.last is not None and self._last_source is not None:
            joint = go_on_unnamed(source, self.last, self._last_source, self.cast)
        return joint or self._resolve_one(source, number)

    def _resolve_one(self, source: Source, number: int) -> Guess | None:
        if source.form == "name":
            return tell_namesakes(source, self.salience, self.cast) or guess_named(source.named)
        if source.form == "pronoun":
            return self._resolve_pronoun(source.head, number)
        if source.form == "relative":
            return self._resolve_relative(source)
        if source.form in ("plural", "thing"):
            return self._resolve_topic(source, number) or self._resolve_many(source)
        if source.form == "first person":
            return None
        return self._resolve_topic(source, number) or self._resolve_description(source)

    def _resolve_description(self, source: Source) -> Guess | None:
        others = (*find_above(source.head, self.cast.who), *find_acting(source.head, self.cast))
        barred = frozenset(map(id, others))
        guess = resolve_description(source, self.salience, self.cast, self._antecedents, barred)
        if guess.speaker.kind == "anonymous" and not may_speak(source.span, source.head):
            return None
        if guess.member is not None and not guess.member.unnamed and guess.confidence >= SURE:
            self._antecedents.meant[source.head.i] = guess.member
            self._learn_office(guess.member, read_office(source))
        return guess

    def _learn_office(self, member: Member, office: str) -> None:
        if office and member.is_person:
            known = self._offices.get(id(member), "")
            self._offices[id(member)] = max(known, office, key=len)
            self.cast.tell_office(member, office)

    def _resolve_pronoun(self, pronoun: Token, number: int = -1) -> Guess | None:
        if pronoun.i in self._heard:
            return self._heard[pronoun.i]
        said = self.relations[number] if number >= 0 else None
        salience, cast = self.salience, self.cast
        guess = find_self(pronoun, self.cast.who) or find_meant(pronoun, said, salience, cast)
        last = self.last
        if guess is None or last is None or last.member is not guess.member:
            return guess
        doubt = last.confidence if last.confidence < SURE else 1.0
        return replace(guess, confidence=min(guess.confidence, doubt))

    def _resolve_relative(self, source: Source) -> Guess | None:
        meant = read_antecedent(source.head, self.cast)
        return self._resolve(meant) if meant is not None and meant.form != "relative" else None

    def _resolve_topic(self, source: Source, number: int) -> Guess | None:
        said = self.relations[number] if number >= 0 else None
        return take_topic(source, said, self.cast, self._recall)

    def _recall(self, source: Source) -> Guess | None:
        return self._heard.get(source.head.i) or self._resolve(source)

    def _resolve_many(self, source: Source) -> Guess | None:
        if source.form == "thing":
            return find_thing(source.head.lower_, self.last, self.last_body, self.salience)
        unknown = Guess(Speaker(source.span.text, kind="anonymous", sure=False), 0.2)
        return go_on_together(source, self.last) or unknown

    def _read_first_persons(self) -> None:
        """Give "I" inside a quote to whoever is quoted."""
        for number, relation in enumerate(self.relations):
            if relation.source is None or number in self.guesses:
                continue
            outer = self._contents.find_outer(number, relation.source)
            if outer is not None and outer in self.guesses:
                guess = self.guesses[outer]
                self.guesses[number] = replace(guess, confidence=_FIRST_PERSON * guess.confidence)
