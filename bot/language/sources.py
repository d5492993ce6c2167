"""Tells what kind of words a source is: a name, a pronoun, a description."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from bot.language.cast import Cast, Member
from bot.language.genders import PRONOUNS, ask_honorific
from bot.language.roles import find_title, is_person_noun
from bot.language.runs import is_title
from bot.language.wordlists import read_phrases, read_words
from store.records import Span as Offsets

Form = Literal["name", "pronoun", "first person", "relative", "plural", "thing", "description"]
_LONGEST_NAMING = 5
"""Tokens of a phrase that gives somebody's name."""
_REACH = 15
"""Tokens behind a dateline in which the subject stands."""
_ONE_OF = frozenset({"one of", "another of"})
_LEADING_TO = frozenset({"to", "for", "with"})
"""What parts somebody from a description of somebody else: "a former aide to Gov. Roe"."""
_FORMS: dict[str, Form] = {
    **dict.fromkeys(("i", "we", "me", "us", "my", "our", "myself", "ourselves"), "first person"),
    **dict.fromkeys(("who", "whom", "that", "which", "whose"), "relative"),
    **dict.fromkeys(("they", "them", "their", "themselves", "both"), "plural"),
    **dict.fromkeys(("it", "its", "itself", "this"), "thing"),
    **dict.fromkeys(PRONOUNS, "pronoun"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """The source of an attribution, looked at."""

    span: Span
    head: Token
    form: Form
    named: tuple[Member, ...] = ()
    """Whom it names: several for "Roe and Doe"."""


def read_source(doc: Doc, offsets: Offsets, cast: Cast) -> Source | None:
    """Look at a source; None when the offsets hold no word."""
    span = doc.char_span(*offsets, alignment_mode="expand")
    if span is None or not len(span):
        return None
    span = _finish_compound(_trim(span, cast))
    head = _find_head(span)
    if head.i > span.start and _is_loose_end(head, cast):
        head = head.nbor(-1)  # "Jane | Roe | MP, who ..."
    form = _FORMS.get(head.lower_)
    if form is not None and len(span) < 4:  # noqa: PLR2004  "he himself", not "the men who..."
        return Source(span, head, form)
    named = tuple(_find_named(span, head, cast))
    if named and (_is_demonym(span, named) or _is_one_of_many(span, named)):
        named = ()
    return Source(span, head, "name" if named else "description", named)


def _is_demonym(span: Span, named: tuple[Member, ...]) -> bool:
    """Whether a name only tells where somebody is from: "the Spaniard", one person."""
    head = span[-1]
    lone = len(span) == 2 and span[0].lower_ == "the"  # noqa: PLR2004
    told = head.ent_type_ == "NORP" or head.lower_ in read_words("demonyms")
    bare = not named[0].is_person or " " not in named[0].entity.name
    return lone and told and bare and not head.lower_.endswith("s")


def _is_one_of_many(span: Span, named: tuple[Member, ...]) -> bool:
    """Whether a body's name is no name here: "a super PAC"."""
    indefinite = span[0].lower_ in ("a", "an", "another") and not named[0].is_person
    return indefinite and span[-1].lower_ in read_words("organisation_words")


def _trim(span: Span, cast: Cast) -> Span:
    """Without a dateline before it, an aside in brackets after it, and marks around it."""
    span = _leave_dateline(span)
    for token in span[1:]:
        if _ends_dateline(token) and span[0].is_upper:
            span = span.doc[token.i + 1 : span.end]
            break
    brackets = [token.i for token in span if token.text == "(" and token.i > span.start]
    if brackets:
        span = span.doc[span.start : brackets[0]]
    while len(span) > 1 and _is_loose_end(span[-1], cast):
        span = span[:-1]
    while len(span) > 1 and (span[0].is_punct or span[0].is_space):
        span = span[1:]
    return span


def _ends_dateline(token: Token) -> bool:
    """Whether a token is a dash, and no hyphen within a word: "a lock-up"."""
    apart = token.text != "-" or bool(token.whitespace_ or token.nbor(-1).whitespace_)
    return token.text in ("-", "--", "–", "—") and apart


def _leave_dateline(span: Span) -> Span:
    """The subject of the sentence, where the source is only the dateline that opens it."""
    doc, end = span.doc, span.end
    dash = end < len(doc) and doc[end].text in ("-", "--", "–", "—")
    if not dash or not span[0].is_upper or not span[0].is_sent_start:
        return span
    subjects = (t for t in doc[end + 1 : end + _REACH] if t.dep_ in ("nsubj", "nsubjpass"))
    subject = next(subjects, None)
    return span if subject is None else doc[max(end + 1, subject.left_edge.i) : subject.i + 1]


def _finish_compound(span: Span) -> Span:
    """With the rest of a word that hyphens join: "the 34-year | -old"."""
    doc, end = span.doc, span.end
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_:
        if doc[end].whitespace_:
            break
        end += 2
    return doc[span.start : end]


def _is_loose_end(token: Token, cast: Cast) -> bool:
    """Whether a mark ends a source, or letters behind a name: "Jane Roe MP", but not "the MP"."""
    before = token.nbor(-1)
    letters = token.lower_ in read_words("postnominals")
    member = cast.at(before.i)
    named = before.is_punct or (member is not None and member.is_person)
    return token.is_punct or token.is_space or (letters and named)


def _find_head(span: Span) -> Token:
    root: Token = span.root
    if root.pos_ in ("VERB", "AUX", "ADP", "PUNCT", "SPACE"):
        first = next((t for t in span if t.pos_ in ("PROPN", "PRON", "NOUN")), root)
        while first.dep_ in ("compound", "poss", "amod") and first.i < first.head.i < span.end:
            first = first.head
        return first
    return _mend_head(span, root)


def _mend_head(span: Span, root: Token) -> Token:
    """The noun for a person where the parser takes another: "ex-wife", "Member of House panel"."""
    after = span.doc[root.i + 1 : root.i + 3]
    if len(after) == 2 and after[0].text == "-" and after[1].i < span.end:  # noqa: PLR2004
        return after[1] if is_person_noun(after[1]) and not after[0].whitespace_ else root
    opening = span.doc[span.start + (span[0].pos_ == "DET") : span.end]
    person = len(opening) > 1 and opening[1].lower_ == "of" and is_person_noun(opening[0])
    return opening[0] if person and not is_person_noun(root) else root


def _find_named(span: Span, head: Token, cast: Cast) -> Iterable[Member]:
    """The members that a source names as its head, beside its head, or together with it."""
    initials = cast.by_initials(span.text)
    if initials is not None:
        yield initials
        return
    member = cast.at(head.i)
    if member is not None and not _is_part_of_title(span, head, member):
        leader = None if member.is_person else _find_led(span, head, cast)
        yield leader or member
        yield from _find_partners(span, head, cast, member)
        return
    explained = _find_explained(span, head, cast)
    if is_person_noun(head):
        explained = _find_called(span, cast) or explained
    if explained is not None:
        yield explained
        return
    yield from _find_beside(span, head, cast)


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
    if not person and head.lower_ not in read_words("organisation_nouns"):
        return None
    for token in span.doc[head.i + 1 : span.end - 1]:
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "amod":
            return None
        if token.text not in (",", "—", "–", "--"):
            continue
        member = cast.at(_skip_titles(span, token.i + 1))
        if member is not None and member.is_person == person:
            return member
        if token.i + 1 < span.end and span.doc[token.i + 1].lower_ == "including":
            return None
    return _find_behind(span, cast) if person else None


def _find_behind(span: Span, cast: Cast) -> Member | None:
    """Who is named between commas behind a source that is cut short: "the chair | , Jane Roe,"."""
    doc = span.doc
    if doc[span.end : span.end + 1].text != "," or doc[span.start - 1].lower_ == "to":
        return None
    start = _skip_titles(doc[span.start : span.end + _LONGEST_NAMING], span.end + 1)
    member = cast.at(start) if start < len(doc) else None
    if member is None or not member.is_person:
        return None
    end = next(end for first, end in member.spans if first <= start < end)
    return member if doc[end : end + 1].text in (",", ".") else None


def _find_led(span: Span, head: Token, cast: Cast) -> Member | None:
    """Who is named by an office behind a place or body: "Paris, the leader Jane Roe"."""
    last = cast.at(span[-1].i)
    offices = (child for child in head.children if child.dep_ == "appos" and is_person_noun(child))
    return last if last is not None and last.is_person and any(offices) else None


def _skip_titles(span: Span, at: int) -> int:
    """The first token from `at` on that is no title: the name in "Col. Jane Roe"."""
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
            title = find_title(span.doc, start)
            return start == span.start or bool(title)
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
    title = find_title(span.doc, start).split()
    before = span.doc[max(span.start, start - len(title) - 1)]
    return bool(title) and before.lower_ not in _LEADING_TO
