"""Tells what kind of words a source is: a name, a pronoun, a description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from bot.language.cast import Cast, Member
from bot.language.genders import PRONOUNS
from bot.language.named_sources import find_named, is_one_of_such
from bot.language.roles import is_person_noun
from bot.language.wordlists import read_words
from store.records import Span as Offsets

Form = Literal["name", "pronoun", "first person", "relative", "plural", "thing", "description"]
_ONE = frozenset({"another", "one"})
"""What makes a single person of those who are meant by "them"."""
_SELVES = frozenset({"herself", "himself", "itself", "themselves"})
_REACH = 15
"""Tokens behind a dateline in which the subject stands."""
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
    span = _finish_place(_finish_compound(_trim(span, cast)))
    many = span[1:].text.lower() == "of them" and span[0].lower_ not in _ONE
    head = span[-1] if many else _find_head(span)
    if head.i > span.start and _is_loose_end(head, cast):
        head = head.nbor(-1)  # "Jane | Roe | MP, who ..."
    form = None if _is_acronym(head, cast) else _FORMS.get(head.lower_)
    if form is not None and len(span) < 4:  # noqa: PLR2004  "he himself", not "the men who..."
        return Source(span, head, form)
    named = tuple(find_named(span, head, cast))
    if named and (_is_demonym(span, named) or _is_one_of_many(span, named)):
        named = ()
    if not named and (told := _find_telling(span)) is not None:
        return Source(told, told.root, "description")
    return Source(span, head, "name" if named else "description", named)


def _find_telling(span: Span) -> Span | None:
    """What tells more of a single person than "one of them": "one of them, | a retired officer"."""
    if not is_one_of_such(span):
        return None
    start = next((token.i + 1 for token in span if token.text == ","), span.end)
    if start + 1 >= span.end:
        return None
    end = next((t.i for t in span.doc[start : span.end] if t.text == ","), span.end)
    told = span.doc[start:end]
    return told if told[0].lower_ in ("a", "an") and is_person_noun(told.root) else None


def _is_acronym(head: Token, cast: Cast) -> bool:
    """Whether letters name a body, though they spell a pronoun: "the WHO", "the IT"."""
    return len(head) > 1 and head.is_upper and cast.at(head.i) is not None


def _is_demonym(span: Span, named: tuple[Member, ...]) -> bool:
    """Whether a name only tells where somebody is from: "the Spaniard", one person."""
    head = span[-1]
    lone = len(span) == 2 and span[0].lower_ == "the"  # noqa: PLR2004
    told = head.ent_type_ == "NORP" or head.lower_ in read_words("demonyms", "inhabitants")
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
    if brackets and not _names_behind(span, cast):
        span = span.doc[span.start : brackets[0]]
    while len(span) > 1 and (_is_loose_end(span[-1], cast) or span[-1].lower_ in _SELVES):
        span = span[:-1]
    while len(span) > 1 and (span[0].is_punct or span[0].is_space):
        span = span[1:]
    return span


def _names_behind(span: Span, cast: Cast) -> bool:
    """Whether who it is stands behind an aside: "the head of the Roe Union (RU), | Jane Doe"."""
    end = next((token.i + 1 for token in span[:-2] if token.text == ")"), span.end)
    member = (
        cast.at(end + 1) if span.doc[end : end + 1].text == "," and end + 1 < span.end else None
    )
    return member is not None and member.is_person and is_person_noun(span.root)


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


def _finish_place(span: Span) -> Span:
    """With the place that the parser parts from its preposition: "prosecutors in | Verona"."""
    doc, end = span.doc, span.end
    if len(span) < 2 or span[-1].pos_ != "ADP":  # noqa: PLR2004  a noun and "in"
        return span
    while end < len(doc) and doc[end].pos_ == "PROPN":
        end += 1
    return doc[span.start : end]


def _is_loose_end(token: Token, cast: Cast) -> bool:
    """Whether a mark ends a source, or letters behind a name: "Jane Roe MP", but not "the MP"."""
    before = token.nbor(-1)
    letters = token.lower_ in read_words("postnominals")
    member = cast.at(before.i)
    named = before.is_punct or (member is not None and member.is_person)
    named = named and not _is_after_article(before, member)
    mark = token.is_punct and token.text != "%"
    return mark or token.is_space or (letters and named)


def _is_after_article(name: Token, member: Member | None) -> bool:
    """Whether a name tells whose MP it is: "the Roe | MP", but "Jane Roe | MP"."""
    spans = member.spans if member is not None else ()
    starts = (start for start, end in spans if start <= name.i < end)
    return any(start and name.doc[start - 1].lower_ == "the" for start in starts)


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
