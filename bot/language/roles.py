"""Finds what a person is, as the article says it: "White House spokesperson", "head of Acme".

A role stands before the name, beside it between commas, or in a relative clause; of all that
the article gives, the longest sensible one is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from bot.language.genders import ask_honorific, skip_style
from bot.language.names import Mention
from bot.language.offices import has_capital, is_corps, is_membership, leave_kinship
from bot.language.wordlists import read_phrases, read_table, read_words

_PLACES = ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss")
"""Places in which a description may mean somebody who was named."""
_LONGEST_TITLE = 10
_LONGEST_OFFICE = 5
_LONGEST_APPOSITION = 18
_MODIFIERS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_PARTICIPLES = frozenset(
    {"acting", "outgoing", "retired", "visiting", "sitting", "incoming", "managing"}
)
_ENDS = frozenset(',;:.!?()[]—–"“”') | {"--", "''", "``"}
_CLAUSES = frozenset({"who", "which", "that", "whose", "said", "says", "told", "but", "when", "as"})
_BEING = frozenset({"is", "was", "became", "remains"})
_SERVING = re.compile(r"who (?:has )?(?:served|serves|worked|works|acts|took over|takes over) as ")
_LONGEST_SERVING = 6
"""Tokens of "who has served as a"."""
PAST, _LESS = ("former ", "ex-", "onetime "), 2.0
"""What somebody once was, and how much less it and a party weigh: they are what they are now."""
_LEADING = frozenset({"leads", "heads", "runs", "chairs", "directs", "founded", "represents"})
_NOW_LEADING = frozenset({"leading", "heading", "overseeing", "directing", "coordinating"})
_LOOSE_ENDS = frozenset({"IN", "DT", "CC", "TO", "PRP$", "HYPH", ",", "_SP"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_TIMES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    weight: float


def find_role(doc: Doc, mentions: Sequence[Mention]) -> str:
    """The longest sensible role that stands with any of a person's mentions; "" if none does."""
    plain = [mention for mention in mentions if not mention.headline] or mentions
    spans = [(mention.start, mention.end) for mention in plain]
    found = [candidate for span in spans for candidate in _find_candidates(doc, span)]
    offices = [(candidate, leave_kinship(candidate.text)) for candidate in found]
    named = [(candidate, office) for candidate, office in offices if office]
    return max(named, key=lambda pair: _weigh(pair[0]))[1] if named else ""


def find_roles(doc: Doc, spans: Iterable[tuple[int, int]]) -> frozenset[str]:
    """Every role that stands with mentions, given as token indices."""
    return frozenset(each.text for span in spans for each in _find_candidates(doc, span))


def _weigh(candidate: _Candidate) -> float:
    lesser = candidate.text.lower().startswith(PAST) or is_membership(candidate.text)
    return candidate.weight + 0.3 * min(len(candidate.text.split()), 8) - lesser * _LESS


def _find_candidates(doc: Doc, span: tuple[int, int]) -> Iterator[_Candidate]:
    start, end = span
    if ask_honorific(doc, start):
        start = skip_style(doc, start - 1)
    elif doc[max(0, start - 2) : start].text.lower() in read_phrases("judge_titles"):
        yield _Candidate("judge", 0.5)  # "Mrs Justice Roe"
        start -= 2
    while end < len(doc) and doc[end].lower_ in read_words("postnominals"):
        end += 1
    title = find_title(doc, start)
    if title and title.lower() not in read_words("naming_titles"):
        yield _Candidate(title, 3.0)
    if beside := find_apposition(doc, end):
        yield _Candidate(beside, 2.5)
    ranked = title.lower() in read_words("short_titles")  # "the spokesman, Col. Roe"
    before = _find_reversed(doc, start - ranked, end)
    if before:
        yield _Candidate(before, 3.0 if ranked else 2.5)
    if clause := _find_leading_clause(doc, end):
        yield _Candidate(clause, 1.0)


def is_person_noun(token: Token) -> bool:
    """Whether a token is a singular noun for what a person is."""
    known = token.lower_ in read_table("person_nouns")
    return known and token.tag_ != "NNS" and not is_corps(token)


def is_spoken_of(token: Token) -> bool:
    """Whether a token heads a description of a person that something is said of: "the senator"."""
    if token.dep_ not in _PLACES:
        return False
    if token.lower_ == "old":  # "the 24-year-old"
        return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "year"
    return is_person_noun(token) and (token.pos_ == "NOUN" or _is_bare_office(token))


def _is_bare_office(noun: Token) -> bool:
    """Whether a noun in a capital tells who is meant without a name: "the Chancellor"."""
    if not has_capital(noun) or noun.left_edge.lower_ != "the":
        return False
    following = noun.doc[noun.i + 1 : noun.i + 2]
    return not any(token.pos_ == "PROPN" for token in following)


def find_title(doc: Doc, start: int) -> str:
    """The title that ends just before token `start`: "Vermont Sen.", "Trump's lawyer"."""
    first = _find_office(doc, start)
    if first is None:
        return ""
    while first and start - first < _LONGEST_TITLE and _goes_left(doc, first - 1):
        first -= 1
    while first < start - 1 and not _begins_title(doc[first]):
        first += 1
    return _write(doc[first:start])


def _find_office(doc: Doc, start: int) -> int | None:
    """The job noun of a title: the last word, or the one in "Secretary of State"."""
    if not start:
        return None
    if _ends_title(doc[start - 1]):
        return start - 1
    at = start - 1
    while at > 1 and start - at < _LONGEST_OFFICE and doc[at].pos_ == "PROPN":
        at -= 1
    if at == start - 1 or not is_person_noun(doc[at - 1]):
        return None
    office = doc[at + 1].lower_ in read_words("department_words")
    return at - 1 if doc[at].lower_ == "of" or (doc[at].lower_ == "for" and office) else None


def _ends_title(token: Token) -> bool:
    if token.lower_ in read_words("short_titles"):
        return True
    return is_person_noun(token) and token.pos_ in ("NOUN", "PROPN", "ADJ")


def _goes_left(doc: Doc, index: int) -> bool:
    token, after = doc[index], doc[index + 1]
    if token.ent_type_ in _TIMES or (token.is_sent_start and token.pos_ == "ADV"):
        return False
    if token.text == "-" and token.whitespace_:
        return False
    if token.text == "-" or token.tag_ == "POS" or token.lower_ in _PARTICIPLES:
        return True
    if token.lower_ in ("and", "&"):  # not "of": "wife of | Mayor Jane Roe"
        joined = index > 0 and (is_person_noun(doc[index - 1]) or _are_departments(token))
        return joined and after.pos_ in _MODIFIERS
    if token.pos_ == "NOUN" and token.is_lower and after.text[0].isupper():
        return token.dep_ in ("compound", "nmod", "amod") and not _is_plural_person(token)
    return token.pos_ in _MODIFIERS and not _is_plural_person(token)


def _are_departments(link: Token) -> bool:
    """Whether "and" joins what a minister is for: "the Work and Pensions Secretary"."""
    return all(link.nbor(way).lower_ in read_words("department_words") for way in (-1, 1))


def _is_plural_person(token: Token) -> bool:
    return token.tag_ == "NNS" and token.lemma_.lower() in read_table("person_nouns")


def _begins_title(token: Token) -> bool:
    return token.tag_ != "POS" and token.text != "-" and token.lower_ not in ("of", "and", "&")


def find_apposition(doc: Doc, end: int) -> str:
    """What a person is by what stands beside the name that ends before token `end`."""
    start = _skip_opening(doc, end)
    if start is None:
        return ""
    return _write(_strip_determiner(_read_noun_phrase(doc, start)))


def _skip_opening(doc: Doc, end: int) -> int | None:
    """The first token of what stands beside a name after a comma; None without one."""
    if end + 1 >= len(doc) or doc[end].text not in (",", "(", "-", "–", "—", "--"):
        return None
    start = end + 1
    if doc[start].like_num and start + 1 < len(doc) and doc[start + 1].text == ",":
        start += 2
    if start + 1 < len(doc) and doc[start].lower_ == "who" and doc[start + 1].lower_ in _BEING:
        start += 2
    if start < len(doc) and doc[start].lower_ in ("and", "or", "but"):
        return None
    serving = _SERVING.match(doc[start : start + _LONGEST_SERVING].text.lower())
    if serving:
        start += len(serving[0].split())
    return start if start < len(doc) else None


def _read_noun_phrase(doc: Doc, start: int) -> Span | None:
    """The phrase from `start` that is headed by a person noun, with what hangs on it."""
    head = _find_head(doc, start)
    if head is None:
        return None
    end = head + 1
    limit = min(len(doc), start + _LONGEST_APPOSITION)
    while end < limit and not _ends_phrase(doc[end]):
        end += 1
    if end < len(doc) and doc[end].tag_ in _FINITE:
        subject = doc[head].dep_ == "nsubj" and doc[head].head.i == doc[end].i
        if subject or end > head + 1:  # "Against Roe, the governor won"
            return None
    while doc[end - 1].tag_ in _LOOSE_ENDS:
        end -= 1
    return doc[start:end]


def _find_head(doc: Doc, start: int) -> int | None:
    for token in doc[start : start + _LONGEST_TITLE]:
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        told = is_person_noun(token) and token.tag_ != "VBD"  # "Jane Roe, | accused the union"
        if told and not (following is not None and _continues(following)):
            return token.i
        modifies = token.pos_ in _MODIFIERS or token.pos_ in ("DET", "ADV") or token.text == "-"
        if not modifies and token.tag_ not in ("POS", "PRP$", "VBN", "VBG", "CC"):
            return None
    return None


def _continues(token: Token) -> bool:
    return token.text == "-" or (token.pos_ in ("NOUN", "PROPN") and not token.is_space)


def _ends_phrase(token: Token) -> bool:
    if "\n" in token.text or token.text in _ENDS or token.lower_ in _CLAUSES:
        return True
    return token.tag_ in _FINITE or token.ent_type_ in _TIMES


def _find_reversed(doc: Doc, start: int, end: int) -> str:
    """The phrase that a name explains: "The founder of Acme, Jane Roe, ..."."""
    if start < 2 or doc[start - 1].text != ",":  # noqa: PLR2004  a comma and a word before it
        return ""
    plain = _find_plain_office(doc, start - 1)
    if plain is not None:
        return _write(plain)
    head = find_explained(doc[start:end].root)
    return _write(_strip_determiner(doc[head.left_edge.i : start - 1])) if head else ""


def find_explained(name: Token) -> Token | None:
    """The noun that a name explains: "director" in "The director of Acme, Jane Roe"."""
    head = name.head
    if head.dep_ == "pobj" and head.head.head.i < head.i:
        head = head.head.head
    return head if name.dep_ == "appos" and is_person_noun(head) and head.i < name.i else None


def _find_plain_office(doc: Doc, end: int) -> Span | None:
    """A phrase such as "the shadow chancellor" that ends before a comma."""
    if not is_person_noun(doc[end - 1]) or doc[end - 1].pos_ != "NOUN":
        return None
    first = end - 1
    while first and end - first < _LONGEST_TITLE and _goes_left(doc, first - 1):
        first -= 1
    owner = doc[max(0, first - 3) : max(0, first - 1)]  # "mother of | the mayor"
    if owner.text and owner[-1].lower_ in ("of", "to", "for") and is_person_noun(owner[0]):
        return None
    owned = doc[first].tag_ == "POS"  # "the trustees' | chair"
    known = first and (doc[first - 1].tag_ in ("DT", "PRP$") or owned)
    return doc[first + owned : end] if known else None


def _find_leading_clause(doc: Doc, end: int) -> str:
    """What a person leads: "who heads the agency", "who is leading the search"."""
    clause = doc[end : end + 4]
    if len(clause) < 4 or clause[0].text != "," or clause[1].lower_ != "who":  # noqa: PLR2004
        return ""
    now = clause[2].lower_ == "is" and clause[3].lower_ in _NOW_LEADING
    if clause[2].lower_ not in _LEADING and not now:
        return ""
    last = end + 3 + now
    while last < min(len(doc), end + _LONGEST_APPOSITION) and not _ends_phrase(doc[last]):
        last += 1
    while doc[last - 1].tag_ in _LOOSE_ENDS:
        last -= 1
    names = any(token.pos_ == "PROPN" for token in doc[end + 3 : last])
    return _write(doc[end + 1 : last]) if names or now else ""


def _strip_determiner(span: Span | None) -> Span | None:
    while span is not None and len(span) and span[0].tag_ in ("DT", "PRP$", "RB", "HYPH"):
        span = span[1:]
    return span


def _write(span: Span | None) -> str:
    return " ".join(span.text.split()) if span is not None else ""
