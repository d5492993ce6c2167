"""Whether a statement goes on about a topic without its name: by "it" or "she", or by a word of it.

Rules of thumb: they are asked only of statements in articles that do name the topic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from store.records import Kind, Span
from store.words import stem

_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs"})
_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_YOU = frozenset({"you", "your", "yours"})
_PERSONS = frozenset({"man", "guy", "fellow", "gentleman", "bloke", "woman", "lady", "girl"})
"""Behind "that" as good as the pronoun: "I owe that woman an apology"."""
_POINTING = frozenset({"this", "that"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_GOING_ON = frozenset({"it", "they", "this", "that", "these", "those"})
_WORD = re.compile(r"\w+")
_ENDING = re.compile(r"[.!?][\"\u201d\u2019')\]]*\s+|\n+")
_FIRST = 8
"""Words at the beginning of a statement among which a pronoun looks back to what was before it."""
_OPENING = 3
"""Words among which a quote says whom it addresses: "How dare you"."""
_NEAR = 500
"""Characters before a pronoun in which what it means was named."""
_RARE = 4
"""How many times an article has a word at most by which alone it speaks of a topic."""


class Remark(NamedTuple):
    """A statement as it stands in its article."""

    text: str
    """The article's."""
    content: Sequence[Span]
    sentence: int
    """Where its sentence begins."""
    kind: Kind
    speaker: int | None
    speaker_kind: str | None
    source: str
    """The words that name who speaks."""

    def words(self) -> Iterator[re.Match[str]]:
        """The words that were said, each with its place."""
        return (word for span in self.content for word in _WORD.finditer(self.text, *span))


class Named(NamedTuple):
    """A place of the text that names an entity, also by a pronoun that was resolved."""

    start: int
    end: int
    entity: int
    person: bool


def means_person(remark: Remark, named: Sequence[Named], wanted: Collection[int]) -> bool:
    """Whether a "he" or "she" that nobody resolved means one of `wanted`: the last one named.

    Args:
        remark: the statement.
        named: all that the article names, in its order.
        wanted: entities, of which the article names one or more.
    """
    resolved = {(each.start, each.end) for each in named}
    others = [each for each in named if each.person and each.entity != remark.speaker]
    before = ""
    for word in remark.words():
        plain, pointed = word[0].lower(), before in _POINTING
        before = plain
        if (pointed and plain in _PERSONS) or (
            _means_another(plain, remark) and word.span() not in resolved
        ):
            last = others[: bisect_left(others, (word.start(),))][-1:]
            if last and last[0].entity in wanted and last[0].start > word.start() - _NEAR:
                return True
    return False


def _means_another(pronoun: str, remark: Remark) -> bool:
    """Whether it is a person's pronoun and not who speaks: in a paraphrase "she" may be."""
    gender = next((each for each in (_HE, _SHE) if pronoun in each), None)
    own = next((each for each in (_HE, _SHE) if remark.source.lower() in each), None)
    free = remark.kind == "direct" or remark.speaker_kind == "organisation"
    return gender is not None and (free or (own is not None and own is not gender))


def means_thing(remark: Remark, topic: re.Pattern[str] | None, places: Sequence[Span]) -> bool:
    """Whether it begins by "it" or "they" about a topic in the words just before it.

    Args:
        remark: the statement.
        topic: finds the topic by its words.
        places: where the article names it; empty for a topic without a name.
    """
    said = {word[0].lower() for word in islice(remark.words(), _FIRST)}
    said &= _IT | _THEY
    if not said:
        return False
    start, end = _previous_sentence(remark), remark.content[0][0]
    if any(start <= place[0] < end for place in places):
        wanted = _IT | _THEY
    else:
        found = topic.findall(remark.text, start, end) if topic else []
        wanted = _agreeing(found[-1]) if found else frozenset()
    own = _THEY if remark.speaker_kind == "anonymous" else _IT | _THEY
    if remark.kind != "direct" and remark.speaker_kind != "person":
        wanted -= own
    return bool(said & wanted)


def speaks_of_itself(remark: Remark, wanted: Collection[int]) -> bool:
    """Whether one of the bodies `wanted` says something of itself: "Acme said it would appeal".

    Not in its own words, "we wait": there it is only who speaks.
    """
    own = remark.speaker in wanted and remark.speaker_kind == "organisation"
    if not own or remark.kind == "direct":
        return False
    said = {word[0].lower() for word in islice(remark.words(), _FIRST)}
    return bool(said & (_IT | _THEY))


def is_told_within(remark: Remark, others: Iterable[Remark]) -> bool:
    """Whether it stands in what somebody else says: "aides say that Roe told them he would go"."""
    start, end = remark.content[0][0], remark.content[-1][1]
    return any(
        other.content[0][0] <= start < end <= other.content[-1][1]
        for other in others
        if other.text is remark.text and other.speaker != remark.speaker
    )


def goes_on(remark: Remark, before: Remark) -> bool:
    """Whether it takes up what was just said: "This is ...", "It is ...".

    Or speaks to whom it was about: "She accused the firm of lying. “You knew,” she told its head."
    """
    if not stands_next(remark, before):
        return False
    said = [word[0].lower() for word in islice(remark.words(), _OPENING)]
    addressed = remark.kind == "direct" and remark.speaker == before.speaker is not None
    return bool(_GOING_ON.intersection(said[:1]) or (addressed and _YOU.intersection(said)))


def stands_next(remark: Remark, before: Remark) -> bool:
    """Whether it is in the next sentence of the same paragraph, or in the same one."""
    start, end = remark.content[0][0], before.content[-1][1]
    return _previous_sentence(remark) <= end <= start and "\n" not in remark.text[end:start]


def _agreeing(words: str) -> frozenset[str]:
    return _THEY if re.search(r"[^s]s$", words) else _IT


def _previous_sentence(remark: Remark) -> int:
    """Where the sentence before the statement's own begins."""
    first = max(remark.sentence - _NEAR, 0)
    before = remark.text[first : remark.sentence].rstrip()
    ends = [ending.end() for ending in _ENDING.finditer(before)]
    return first + ends[-1] if ends else first


def has_telling_part(remark: Remark, parts: Sequence[str], others: Sequence[str]) -> bool:
    """Whether it has the one word of a topic that its article seldom uses: the crowbar.

    Or one of `others`, which stand for the topic where the article seldom uses them: of missile
    boats it may speak as vessels, but not where it is full of other vessels.
    """
    used = [stem(word) for word in _WORD.findall(remark.text.lower())]
    times = {word: used.count(stem(word.lower())) for word in (*parts, *others)}
    least = min(times[part] for part in parts)
    telling = [part for part in parts if times[part] == least]
    return has_any(remark, [word for word in (*telling, *others) if times[word] <= _RARE])


def has_head(remark: Remark, head: str) -> bool:
    """Whether it has the word that says what a topic is with an article: "the wall"."""
    wanted, before = stem(head.lower()), ""
    for word in remark.words():
        plain = word[0].lower()
        if before in _DEFINITE and stem(plain) == wanted:
            return True
        before = plain
    return False


def has_any(remark: Remark, wanted: Sequence[str]) -> bool:
    """Whether one of these words was said, in any of its forms."""
    stems = {stem(word.lower()) for word in wanted}
    return any(stem(word[0].lower()) in stems for word in remark.words())
