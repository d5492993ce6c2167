"""Weighs by grammar whom a pronoun may mean, before who is on the reader's mind decides.

After the binding principles: nobody is "he" and a named object of the same verb at once ("he
told Roe"), nor "he" and a name within what he is said to have said. A pronoun in a phrase that
opens a sentence most likely means its subject ("After he won, Roe ...").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from bot.language.cast import Cast, Member
from bot.language.genders import PRONOUNS
from bot.language.page import NOUN_SUBJECTS
from bot.language.relations import Relation
from bot.language.salience import weigh_place
from bot.language.sentences import find_sentence
from bot.language.texts import read_text
from store.records import Span

_IN_OWN_WORDS, _IN_OWN_QUOTE = 0.1, 0.3
"""Weight left to who is named in the very content whose source is looked for."""
_AHEAD = 1.6
"""Weight of the subject that follows a pronoun in an opening phrase."""
_ALONE = 2.5
"""What it weighs to be the only one named in the paragraph."""
_SAME_SENTENCE = 1.8
"""What it weighs to be named in the pronoun's own sentence, in another clause."""
_GOVERNING = 1.6
"""What it weighs besides to be the subject of the verb that the pronoun's clause hangs on."""
_OWNING = 4.0
"""What it weighs to be the subject of the clause that a possessive pronoun stands in."""
_PROMINENT = 0.5
"""Weight of a place in the sentence from which on a name is what the sentence is about."""
_DEEPEST = 8
_MARKS = ("“", "”", '"', "''", "``")
_OBJECTS = frozenset({"dobj", "dative", "pobj", "oprd"})
_DONE_TO = frozenset({"dobj", "dative", "prep", "agent"})
_TOWARDS = frozenset({"to", "by", "against"})
_CLAUSES = frozenset({"ccomp", "advcl", "pcomp"})
_TELLING = frozenset({"tell", "warn", "remind", "assure", "promise", "inform", "ask", "convince"})
_OPENING = frozenset({"advcl", "prep", "npadvmod", "advmod"})


@dataclass(frozen=True, slots=True)
class Binding:
    """What grammar says about the people near a pronoun."""

    barred: frozenset[int]
    """Members, by `id`, that it cannot mean."""
    own: frozenset[int]
    """Members named in what the pronoun's person says, in the article's own words."""
    quoted: frozenset[int]
    """Members named in what is quoted of that person."""
    above: frozenset[int]
    """Members who are the subject that its clause hangs on, or who are told what stands in it."""
    near: frozenset[int]
    """Members named before it in its sentence."""
    owning: Member | None
    """The subject of the clause in which it tells whose something is: "Roe kept his word"."""
    alone: Member | None
    """The only one of its gender who is named in its paragraph before it."""
    contrary: Member | None
    """The only one named there at all, who is of another gender by nothing but the name."""
    ahead: Member | None
    """The subject that follows it, if it stands in the phrase that opens the sentence."""

    def weigh(self, member: Member, weight: float) -> float:
        """The weight of somebody on the mind, as grammar leaves it."""
        key = id(member)
        if key in self.barred:
            return 0.0
        if member is self.ahead:
            weight += _AHEAD
        if key in self.own:
            weight *= _IN_OWN_WORDS
        elif key in self.quoted:
            weight *= _IN_OWN_QUOTE
        if self.owning is not None:
            return weight * (_OWNING if member is self.owning else 1.0)
        if member is self.alone:
            weight *= _ALONE
        if key in self.near:
            weight *= _SAME_SENTENCE
        if key in self.above:
            weight *= _GOVERNING
        return weight


def bind(pronoun: Token, said: Relation | None, cast: Cast) -> Binding:
    """Look at the sentence around a pronoun.

    Args:
        pronoun: "he", "she", "his" ...
        said: the attribution whose source it is, if it is one.
        cast: who is named.
    """
    content = said.content if said is not None else ()
    quoted, own = (
        _find_own(read_text(pronoun.doc), said, cast) if said is not None else (set(), set())
    )
    near = list(_find_near(pronoun, content, cast))
    told = [member for name, member in near if _is_told(name, pronoun)]
    above = list(find_above(pronoun, cast.at))
    above += told if not any(_may_be(pronoun, member) for member in above) else []
    ahead = None if any(_may_be(pronoun, m) for _, m in near) else _find_ahead(pronoun, cast)
    return Binding(
        frozenset(
            id(m)
            for m in (
                *_find_objects(pronoun, cast),
                *find_acting(pronoun, cast),
                *_find_doing(pronoun, cast),
            )
        ),
        frozenset(own),
        frozenset(quoted),
        frozenset(map(id, above)),
        frozenset(map(id, (*told, *(m for name, m in near if _is_prominent(name))))),
        _find_owning(pronoun, cast),
        *_find_alone(pronoun, content, cast),
        ahead,
    )


def find_above(noun: Token, who: Callable[[int], Member | None]) -> Iterator[Member]:
    """The subjects of the verbs that govern a noun's clause; a description means none of them.

    Args:
        noun: the head of the description.
        who: tells who is meant by a token.
    """
    node = noun
    for _ in range(_DEEPEST):
        branch, node = node, node.head
        if node is branch or branch.dep_ == "conj":  # what is joined may belong further up
            return
        if branch.dep_ in _CLAUSES:
            for child in node.children:
                member = who(child.i) if child.dep_ in NOUN_SUBJECTS and child.i < noun.i else None
                if member is not None:
                    yield member


def _find_objects(pronoun: Token, cast: Cast) -> Iterator[Member]:
    """The named objects of the verb whose subject a pronoun is."""
    if pronoun.dep_ not in NOUN_SUBJECTS:
        return
    for child in pronoun.head.children:
        objects = child.children if child.dep_ == "prep" else [child]
        for each in objects:
            member = cast.at(each.i) if each.dep_ in _OBJECTS else None
            if member is not None:
                yield member


def find_acting(noun: Token, cast: Cast) -> Iterator[Member]:
    """Who acts on the subject in an opening phrase without one: "Pressed by Roe, he said".

    So does whoever is named with them ("Pressed by Doe, for Roe, the witness said"), or of whom the
    subject is asked ("Asked if Roe would go, he said").
    """
    subject = noun.head if noun.dep_ == "poss" else noun
    if subject.dep_ not in NOUN_SUBJECTS:
        return
    for clause in subject.head.children:
        if clause.dep_ != "advcl" or any(t.dep_ in NOUN_SUBJECTS for t in clause.children):
            continue
        agents = any(child.dep_ == "agent" for child in clause.children)
        if clause.i < subject.i and (agents or clause.lower_ == "asked"):
            within = cast.mentions_within(clause.idx, subject.left_edge.idx)
            yield from (member for _, _, member in within)
        for child in clause.children:
            objects = child.children if child.dep_ in ("prep", "agent") else [child]
            named = (cast.at(t.i) for t in objects if t.dep_ in _OBJECTS and t.i < noun.i)
            yield from filter(None, named)


def _find_doing(pronoun: Token, cast: Cast) -> Iterator[Member]:
    """The subject of the verb whose object a pronoun is: "Roe thanked him" is about another."""
    place = pronoun.head if pronoun.head.lower_ in _TOWARDS else pronoun
    if pronoun.lower_.endswith("self") or place.dep_ not in _DONE_TO:
        return
    for child in place.head.children:
        member = cast.who(child.i) if child.dep_ in NOUN_SUBJECTS else None
        if member is not None:
            yield member


def _find_owning(pronoun: Token, cast: Cast) -> Member | None:
    if pronoun.dep_ != "poss":
        return None
    node = pronoun.head
    for _ in range(_DEEPEST):
        for child in node.children:
            if child.dep_ in NOUN_SUBJECTS:
                member = cast.who(child.i) if child.i < pronoun.i else None
                return member if member is not None and _may_be(pronoun, member) else None
        if node.pos_ in ("VERB", "AUX") and node.dep_ not in ("xcomp", "advcl", "conj", "pcomp"):
            return None
        node = node.head
    return None


def _find_own(text: str, said: Relation, cast: Cast) -> tuple[set[int], set[int]]:
    """Who is named in a content: between quotation marks, and outside of them."""
    quoted: set[int] = set()
    own: set[int] = set()
    for start, end in said.content:
        for index, last, member in cast.mentions_within(start, end):
            if cast.token(last - 1).dep_ in ("compound", "nmod"):  # "a Roe sign"
                continue
            if index == member.spans[0][0] and _is_prominent(cast.token(last - 1)):
                continue  # brought in here, so it is they who speak
            before = text[start : cast.token(index).idx]
            marks = sum(before.count(mark) for mark in _MARKS)
            (quoted if said.kind == "direct" or marks % 2 else own).add(id(member))
    return quoted, own


def _may_be(pronoun: Token, member: Member) -> bool:
    told = PRONOUNS.get(pronoun.lower_, "")
    return member.gender == told or (not member.gender and " " in member.entity.name)


def _find_near(
    pronoun: Token, content: Sequence[Span], cast: Cast
) -> Iterator[tuple[Token, Member]]:
    """The people named before a pronoun in its sentence, with the last word of each name."""
    sentence = find_sentence(pronoun)
    for index, end, member in cast.mentions_within(sentence[0].idx, pronoun.idx):
        at = cast.token(index).idx
        if member.is_person and not any(first <= at < last for first, last in content):
            yield cast.token(end - 1), member


def _find_alone(
    pronoun: Token, content: Sequence[Span], cast: Cast
) -> tuple[Member | None, Member | None]:
    """The only one named in the paragraph: of the gender told, or against what the name tells."""
    start = read_text(pronoun.doc).rfind("\n", 0, pronoun.idx) + 1
    found = {
        id(member): member
        for index, _, member in cast.mentions_within(start, pronoun.idx)
        if member.is_person
        if not any(first <= cast.token(index).idx < last for first, last in content)
    }
    fitting = [m for m in found.values() if m.gender in (PRONOUNS.get(pronoun.lower_), "")]
    if fitting or len(found) != 1:
        return (fitting[0] if len(fitting) == 1 else None), None
    only = next(iter(found.values()))
    return None, only if cast.has_gender_by_name(only) else None


def _is_prominent(name: Token) -> bool:
    """Whether a name is a subject, or belongs to one: "Roe's plan"."""
    return weigh_place(name) >= _PROMINENT


def _is_told(name: Token, pronoun: Token) -> bool:
    """Whether somebody is told what the pronoun stands in: "he told Roe that she was wrong"."""
    told = name.dep_ in ("dobj", "dative") and name.head.lemma_ in _TELLING
    return told and name.head in pronoun.ancestors


def _find_ahead(pronoun: Token, cast: Cast) -> Member | None:
    node = pronoun
    for _ in range(_DEEPEST):
        branch, node = node, node.head
        if node is branch:
            return None
        if branch.dep_ in _OPENING and branch.i < node.i:
            for child in node.children:
                member = cast.at(child.i) if child.dep_ in NOUN_SUBJECTS else None
                if member is not None and member.is_person and child.i > pronoun.i:
                    return member
    return None
