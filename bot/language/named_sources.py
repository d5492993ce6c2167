"""Finds whom the words of a source name: as their head, behind a title, or between commas."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from bot.language.cast import Cast, Member
from bot.language.genders import ask_honorific
from bot.language.name_words import is_title
from bot.language.named_bodies import is_firm_noun
from bot.language.roles import find_title, is_person_noun
from bot.language.wordlists import read_phrases, read_table, read_words

_LONGEST_NAMING = 5
"""Tokens of a phrase that gives somebody's name."""
_ONE_OF = frozenset({"one of", "another of"})
_LEADING_TO = frozenset({"by", "to", "for", "with"})
"""What parts somebody from a description of somebody else: "a former aide to Gov. Roe"."""


def find_named(span: Span, head: Token, cast: Cast) -> Iterable[Member]:
    """The members that a source names as its head, beside its head, or together with it."""
    initials = cast.by_initials(span.text)
    if initials is not None:
        yield initials
        return
    member = cast.at(head.i)
    if member is not None and not _is_part_of_title(span, head, member):
        leader = None if member.is_person else _find_opening(span, cast)
        leader = leader or (None if member.is_person else _find_led(span, head, cast))
        yield leader or _find_seated(span, member, cast) or member
        yield from _find_partners(span, head, cast, member)
        return
    counted = _find_any_beside(span, head, cast) if is_one_of_such(span) else None
    explained = counted or _find_explained(span, head, cast)
    if is_person_noun(head):
        explained = _find_called(span, cast) or explained
    if explained is not None:
        yield explained
        return
    followed = _find_following(span, head, cast) or _find_leading(span, cast)
    if followed is not None:
        yield followed
        return
    yield from _find_beside(span, head, cast)


def _find_seated(span: Span, place: Member, cast: Cast) -> Member | None:
    """The body whose seat stands for it, if the text names it: "Brussels" the Commission."""
    body = read_table("seats").get(place.entity.name.lower()) if len(span) == 1 else None
    return next((m for m in cast.members if m.entity.name.lower() == body), None)


def _find_leading(span: Span, cast: Cast) -> Member | None:
    """Whose name a wrong parse parts from what it tells of: "Zapp, | the maker of toys, | said"."""
    before, after = span.doc[max(0, span.start - 2) : span.start], span.doc[span.end : span.end + 1]
    parted = len(before) > 1 and before[1].text == after.text == ","
    member = cast.at(before[0].i) if parted else None
    named = member is not None and (member.is_person or before[0].is_sent_start)
    return member if named and span[0].lower_ in ("a", "an", "the") else None


def _find_following(span: Span, head: Token, cast: Cast) -> Member | None:
    """Whose name a wrong parse parts from its noun: "The charity | Open Hands said"."""
    bodies = read_words("organisation_nouns", "business_nouns", "party_stances")
    last = head.i == span.end - 1 or span.doc[head.i + 1].lower_ == "of"  # "chief of staff | Roe"
    member = cast.at(span.end) if last and span.end < len(span.doc) else None
    if member is None:
        return None
    person = head.is_lower and is_person_noun(head)  # no headline: "Woman Steps Forward"
    return member if (person if member.is_person else head.lower_ in bodies) else None


def _find_called(span: Span, cast: Cast) -> Member | None:
    """Who is named by "a worker named Jane Roe" or "who asked to be identified only as Jane"."""
    for token in span.doc[span.start + 1 : span.end + _LONGEST_NAMING]:
        member = cast.at(token.i)
        before = span.doc[max(span.start, token.i - _LONGEST_NAMING) : token.i].text.lower()
        fitting = [each for each in read_phrases("naming_phrases") if before.endswith(each)]
        if member is not None and any(token.i - len(e.split()) < span.end for e in fitting):
            return member if member.is_person else None
    return None


def _find_explained(span: Span, head: Token, cast: Cast) -> Member | None:
    """Whom a description gives a name to: "his deputy, Jane Roe, who ...", "the firm, Acme"."""
    person = is_person_noun(head) or span[:2].text.lower() in _ONE_OF
    body = head.lemma_.lower() in read_words("body_roles") or is_firm_noun(head)
    body = body or (not person and head.lower_ in read_words("organisation_nouns"))
    body = body or (head.tag_ == "NNS" and span[0].tag_ == "PRP$")  # "their captors, Acme, said"
    if not (person or body):
        return None
    for token in span.doc[head.i + 1 : span.end - 1]:
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "amod":
            return None
        if token.text not in (",", "—", "–", "--"):
            continue
        member = cast.at(_skip_titles(span, token.i + 1))
        beside = span.doc[token.i + 2 : token.i + 3].text  # "the firm, Oslo | - | based Acme,"
        if member is not None and member.is_person == person and beside != "-":
            return member
        if body and (named := _find_body_beside(span, token.i + 1, cast)) is not None:
            return named
        if token.i + 1 < span.end and span.doc[token.i + 1].lower_ == "including":
            return None
    return _find_behind(span, cast) if person else None


def is_one_of_such(span: Span) -> bool:
    """Whether words tell only that it is one of those told of: "one of them", "one such firm"."""
    if span[0].lower_ not in ("one", "another"):
        return False
    opening = span[:3].text.lower()
    if span[1:2].text == ",":  # "One, | a retired nurse,"
        return True
    return opening.startswith(("one of them", "another of them", "one such", "another such"))


def _find_any_beside(span: Span, head: Token, cast: Cast) -> Member | None:
    """The person or body named right behind words that only count: "one of them, | Acme,"."""
    commas = (t.i for t in span.doc[head.i + 1 : span.end - 1] if t.text == ",")
    at = next(commas, None)
    member = cast.at(_skip_titles(span, at + 1)) if at is not None else None
    return member if member is not None and member.entity.kind != "place" else None


def _find_body_beside(span: Span, start: int, cast: Cast) -> Member | None:
    """The body in "its owner, | Acme," or "its owner, | the retail group Acme,"."""
    doc = span.doc
    end = next((i for i in range(start, span.end) if doc[i].text == ","), span.end)
    opened = doc[start].pos_ == "DET" or doc[start + 1].text == "-"  # "Oslo-based Acme"
    named = (cast.at(i) for i in ((end - 1, start + 1) if opened else (start,)))
    bodies = (member for member in named if member is not None)
    return next((member for member in bodies if member.entity.kind == "organisation"), None)


def _find_behind(span: Span, cast: Cast) -> Member | None:
    """Who is named behind a source cut short: "the chair | , Jane Roe,", "co-founder | Roe"."""
    doc = span.doc
    comma = doc[span.end : span.end + 1].text == ","
    joined = doc[max(0, span.end - 2)].text == "-"
    if not (comma or joined) or doc[span.start - 1].lower_ == "to":
        return None
    start = _skip_description(span, span.end + comma)
    start = _skip_titles(doc[span.start : span.end + _LONGEST_NAMING], start)
    member = cast.at(start) if start < len(doc) else None
    if member is None or not member.is_person:
        return None
    end = next(end for first, end in member.spans if first <= start < end)
    return member if not comma or doc[end : end + 1].text in (",", ".") else None


def _skip_description(span: Span, at: int) -> int:
    """The first token behind what else somebody is: the name in "the retired judge Jane Roe"."""
    doc, start = span.doc, at
    while at < min(len(doc), start + _LONGEST_NAMING) and doc[at].is_lower:
        if doc[at].pos_ not in ("ADJ", "DET", "NOUN", "VERB"):
            return start
        at += 1
    return at if at > start and is_person_noun(doc[at - 1]) else start


def _find_opening(span: Span, cast: Cast) -> Member | None:
    """Who is named before their body: "Jane Roe | of the Bakers' Group", whatever is the head."""
    first = cast.at(span.start)
    return first if first is not None and first.is_person and _opens(span, first) else None


def _find_led(span: Span, head: Token, cast: Cast) -> Member | None:
    """Who is named by an office behind a place or body: "Paris, the leader Jane Roe"."""
    last = cast.at(span[-1].i)
    led = any(child.dep_ == "appos" and is_person_noun(child) for child in head.children)
    led = led or span.doc[head.i + 1 : head.i + 3].text == "Under Secretary"
    return last if last is not None and last.is_person and led else None


def _skip_titles(span: Span, at: int) -> int:
    """The first token from `at` on that is no title: the name in "the Rev. Jane Roe"."""
    at += span.doc[at : at + 1].text == "the" and at + 1 < span.end and is_title(span.doc[at + 1])
    while at < span.end - 1 and (is_title(span.doc[at]) or ask_honorific(span.doc, at + 1)):
        at += 1
    return at


def _find_beside(span: Span, head: Token, cast: Cast) -> Iterable[Member]:
    """Whom a source names after its title, or after the noun for what a body is."""
    last = cast.at(span[-1].i)
    if last is not None and last.is_person and _stands_after_title(span, last):
        yield last
        return
    if last is not None and not last.is_person and _follows(span, head, last):
        yield last
        return
    first = next((cast.at(t.i) for t in span if cast.at(t.i) is not None), None)
    if first is not None and first.is_person and _opens(span, first):
        yield first


def _follows(span: Span, head: Token, member: Member) -> bool:
    """In "the charity Open Hands" the name follows its noun."""
    return any(start == head.i + 1 and end == span.end for start, end in member.spans)


def _opens(span: Span, member: Member) -> bool:
    """In "Sergeant Jane Roe of the county police" the name comes first, after its title."""
    for start, end in member.spans:
        if span.start <= start and end < span.end and span.doc[end].lower_ in ("of", "from", ","):
            begin = max(span.start, start - bool(ask_honorific(span.doc, start)))
            return begin == span.start or bool(find_title(span.doc, begin))
    return False


def _is_part_of_title(span: Span, head: Token, member: Member) -> bool:
    """In "Trump spokeswoman" the name is no head, whatever the parser thinks."""
    if head.i + 1 >= span.end:
        return False
    after = head.nbor(1)
    if cast_ends_before(member, after.i) and is_person_noun(after) and after.pos_ == "NOUN":
        return True
    return after.tag_ == "POS" and after.i + 1 < span.end


def cast_ends_before(member: Member, index: int) -> bool:
    """Whether a mention of the member ends just before token `index`."""
    return any(end == index for _, end in member.spans)


def _find_partners(span: Span, head: Token, cast: Cast, first: Member) -> Iterable[Member]:
    seen = {id(first)}
    for token in head.conjuncts:
        member = cast.at(token.i)
        if span.start <= token.i < span.end and member is not None and id(member) not in seen:
            seen.add(id(member))
            yield member


def _stands_after_title(span: Span, member: Member) -> bool:
    start = next((s for s, end in member.spans if end == span.end), None)
    if start is None or start <= span.start:
        return False
    if span.text.isupper():  # a label of a transcript
        return True
    if span.doc[start - 1].text == ",":
        return True
    if ask_honorific(span.doc, start):
        return start - 1 == span.start
    if _leads(span, start):
        return True
    title = find_title(span.doc, start).split()
    before = max(span.start, start - len(title) - 1)
    before -= span.doc[before].pos_ == "DET" and before > span.start  # "by | the judge Jane Roe"
    return bool(title) and span.doc[before].lower_ not in _LEADING_TO


def _leads(span: Span, name: int) -> bool:
    """Whether an office tells what somebody leads: "Leader of the council | Jane Roe"."""
    office = is_person_noun(span[0]) and span[0].lower_ not in read_words("kin_nouns")
    body = span.doc[name - 1]
    named = body.pos_ == "NOUN" and not is_person_noun(body)
    return office and named and span[1:3].text.lower() == "of the"
