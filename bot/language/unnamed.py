"""Keeps sources that the article does not name as it describes them, with the reason it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from bot.language.cast import Member
from bot.language.description_words import is_general
from bot.language.guesses import Guess
from bot.language.known_names import is_given_name
from bot.language.named_bodies import find_body_nouns
from bot.language.offices import is_corps
from bot.language.page import NOUN_SUBJECTS
from bot.language.roles import is_person_noun
from bot.language.sentences import find_sentence
from bot.language.sources import Source
from bot.language.texts import read_text
from bot.language.wordlists import read_table, read_words
from store.records import Entity, Speaker, SpeakerKind

_CONFIDENCE = 0.9
_LONGEST_ACRONYM = 5
_REASON = re.compile(
    r"(?:\bwho\b[^,.;]{0,60}?)?\b(?:on (?:the )?condition of anonymity"
    r"|(?:not to be|declined to be|did not want to be|asked not to be|to not be)"
    r" (?:named|identified|quoted by name)"
    r"|(?:cannot|can not|could not|may not) (?:legally )?be (?:named|identified)"
    r"|(?:granted|given|offered|promised|requested|sought) anonymity"
    r"|(?:not|n't|not been) authori[sz]ed to (?:speak|talk|comment|discuss)|anonymously)"
    r"(?:(?! said\b| told\b)[^.;“”\"])*",
    re.IGNORECASE,
)
_STANCED = re.compile(r"[Tt]he (?P<stance>[a-z-]+(?: [a-z-]+){0,2}) (?P<name>[A-Z].*)")
_ISSUING = frozenset(
    {"compile", "conduct", "issue", "make", "prepare", "produce", "publish", "release", "write"}
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CUTS = frozenset({",", "who", "which", "--", "—", "–", "(", ";", ":"})


def name_unnamed(source: Source) -> Guess:
    """An unnamed source: people are anonymous, bodies and papers are organisations."""
    name = describe(source)
    author = _find_author(source)
    if author:
        return Guess(Speaker(author, kind="organisation"), _CONFIDENCE)
    if is_body(source.head) and (party := _STANCED.match(name)) and _are_stances(party["stance"]):
        return Guess(Speaker(party["name"], party["stance"], "organisation"), _CONFIDENCE)
    if is_body(source.head) or _is_thing(source.head):
        short = describe(_leave_clause(source))
        return Guess(Speaker(short, kind="organisation"), _CONFIDENCE)
    if _is_name(source.span):
        kind: SpeakerKind = "person" if is_given_name(source.span[0].lower_) else "organisation"
        return Guess(Speaker(name, kind=kind), _CONFIDENCE)
    reason = find_reason(source.head)
    person = is_person_noun(source.head) or is_one_of_people(source.head)
    member = _build_member(name, reason, source.head) if person else None
    return Guess(Speaker(name, reason, "anonymous"), _CONFIDENCE, member)


def _are_stances(words: str) -> bool:
    """Whether they tell where a party stands, and are no part of its name: "main opposition"."""
    return all(word in read_words("party_stances") for word in words.lower().split())


def is_one_of_people(word: Token) -> bool:
    """Whether a sentence is about one out of several: "One of Roe's neighbours was unmoved"."""
    if word.lower_ != "one" or word.dep_ not in NOUN_SUBJECTS:
        return False
    joined = (c for c in word.children if c.lower_ == "of")
    people = read_table("person_nouns")
    return any(noun.lemma_.lower() in people for of in joined for noun in of.children)


def find_phrase(noun: Token) -> Span:
    """The words that describe whom a sentence is about."""
    end = noun.right_edge.i if is_one_of_people(noun) else noun.i
    return noun.doc[noun.left_edge.i : end + 1]


def keeps_name_back(noun: Token) -> bool:
    """Whether a clause tells why somebody is unnamed: "an aide, who asked not to be named"."""
    return any(c.dep_ in ("acl", "relcl") and _REASON.search(_text_of(c)) for c in noun.children)


def _text_of(clause: Token) -> str:
    return clause.doc[clause.left_edge.i : clause.right_edge.i + 1].text


def _find_author(source: Source) -> str:
    """The body that a paper is by: "a report by the Institute for Growth"; "" if none is named."""
    by = next(filter(_tells_author, [*source.head.children, *_find_issuing(source.head)]), None)
    if by is None or not _is_thing(source.head) or by.i < source.head.i:
        return ""
    author = next((t for t in by.children if t.dep_ == "pobj"), None)
    if author is None or author.pos_ != "PROPN":
        return ""
    doc, start = author.doc, author.left_edge.i
    if author.ent_type_ == "PERSON" and not _names_body(author):
        return ""
    whole = doc[start : author.right_edge.i + 1]
    end = next((t.i for t in whole if t.text in _CUTS), whole.end)
    return " ".join(doc[start:end].text.split()).rstrip(" ,;:.")


def _find_issuing(paper: Token) -> Iterator[Token]:
    """What hangs on how a paper came out: "a report | released on Monday | by Acme"."""
    for clause in paper.children:
        if clause.dep_ == "acl" and clause.lemma_ in _ISSUING:
            yield from clause.children


def _tells_author(word: Token) -> bool:
    return word.lower_ in ("by", "from")


def _names_body(name: Token) -> bool:
    """Whether a name taken for a person's tells that it is none, or a noun beside it does."""
    ends = name.lower_ in read_words("organisation_words")
    return ends or bool(find_body_nouns(name.doc, [(name.left_edge.i, name.i + 1)]))


def read_office(source: Source) -> str:
    """What a description tells of somebody's office: "first minister"; "" of "the man"."""
    if not is_person_noun(source.head) or is_general(source.head) or _is_kin(source.head):
        return ""
    words = describe(source).split()
    return " ".join(words[1:] if words[0].lower() in ("the", "a", "an", "this") else words)


def _is_kin(noun: Token) -> bool:
    """Whether it says whose somebody is, or of what party: no office."""
    if noun.lower_ in read_words("generic_nouns"):
        return True
    return noun.lower_ in read_words("kin_nouns") or noun.lower_ in read_table("party_words")


def _build_member(name: str, reason: str, head: Token) -> Member:
    """An unnamed person, whom "he" or "she" may mean afterwards."""
    gender = read_table("person_nouns").get(head.lower_, "")
    return Member(Entity(name, "person", role=reason), gender, (), unnamed=True)


def describe(source: Source) -> str:
    """The noun phrase of a source as it stands: "a senior official at Acme"."""
    doc, head = source.span.doc, source.head
    start, end = source.span.start, max(source.span.end, head.i + 1)
    dashes = [t.i for t in doc[start : head.i] if t.text in ("-", "--", "–", "—") and t.whitespace_]
    start = dashes[-1] + 1 if dashes else start
    while start < head.i and (doc[start].is_space or doc[start].is_punct):
        start += 1
    cut = next((t.i for t in doc[head.i + 1 : end] if t.lower_ in _CUTS or "\n" in t.text), end)
    words = " ".join(doc[start:cut].text.split())
    return words if _keeps_capital(doc[start]) else words[:1].lower() + words[1:]


def _leave_clause(source: Source) -> Source:
    """A body without what it did, a paper without how it came out: "a leaked memo | seen by Roe".

    Where nothing else tells which one it is, that is kept: "a document seen by the Post".
    """
    span, head = source.span, source.head
    rest = span.doc[head.i + 1 : span.end]
    cut = next((t.i for t in rest if t.lower_ == "that" or _tells_outing(t)), span.end)
    joined = cut < span.end and span.doc[cut - 1].dep_ == "cc"  # "written by Roe | and leaked"
    kept = span.doc[span.start : cut - joined]
    told = kept[0].lower_ == "the" or len(kept) > 1 + (kept[0].pos_ == "DET")
    return replace(source, span=kept) if told else source


def _tells_outing(word: Token) -> bool:
    return word.tag_ == "VBN" and word.lemma_.lower() in read_words("outing_verbs")


def _keeps_capital(first: Token) -> bool:
    named = first.pos_ == "PROPN" or first.ent_type_ in ("NORP", "GPE", "ORG", "PERSON")
    return (
        named
        or first.lower_ in read_words("demonyms")
        or (first.text[:2].isupper() and len(first) > 1)  # "MPs"
        or not first.is_sent_start
    )


def find_reason(head: Token) -> str:
    """Why a source is not named, as its sentence says it: "on condition of anonymity ..."."""
    sentence = find_sentence(head)
    text = read_text(sentence.doc)[sentence.start_char : sentence.end_char]
    match = _REASON.search(text)
    if match is None:
        return ""
    start = sentence[0].idx
    commas = (t for t in sentence if t.text == "," and match.start() < t.idx - start < match.end())
    end = next((t.idx - start for t in commas if _leads_back(t) or _closes(t, head)), match.end())
    return " ".join(text[match.start() : end].split()).rstrip(" ,")


def _leads_back(comma: Token) -> bool:
    """Whether the sentence's own verb stands behind the comma: ", (also) acknowledged"."""
    behind = (t for t in comma.doc[comma.i + 1 : comma.i + 4] if t.pos_ != "ADV")
    return next((t.tag_ in _FINITE for t in behind), False)


def _closes(comma: Token, source: Token) -> bool:
    """Whether the clause behind a source ends at the comma: "who feared reprisals, | it broke"."""
    behind = comma.doc[comma.i + 1 : comma.i + 2]
    if any(
        token.tag_ == "VBG" for token in behind
    ):  # "who asked for anonymity, | citing the talks"
        return False
    back = comma.head.i == source.i and comma.nbor(-1).head.i > source.i
    return back or (comma.head.i > comma.i and comma.head.pos_ in {"AUX", "VERB"})


def _is_name(source: Span) -> bool:
    """Whether a source is a name that no entity was found for: "PETA", "the Daily Caller"."""
    words = source[1:] if source[0].lower_ == "the" else source
    if len(words.text) < 2 or any(map(_tells_who, words)):  # noqa: PLR2004  the label "Q"
        return False
    return all(map(_is_capital, words))


def _tells_who(word: Token) -> bool:
    """Whether a word says what somebody is; "Dean" is a given name as well."""
    noun = is_person_noun(word) and not is_given_name(word.lower_)
    return noun or word.ent_type_ == "NORP"


def _is_capital(word: Token) -> bool:
    acronym = word.is_upper and 1 < len(word) <= _LONGEST_ACRONYM
    return acronym or (word.pos_ == "PROPN" and not word.is_lower)


def is_body(head: Token) -> bool:
    """Whether a noun names a body that can speak: "company", "police"."""
    return head.lower_ in read_words("organisation_nouns") or is_corps(head)


def _is_thing(head: Token) -> bool:
    known = not {head.lower_, head.lemma_.lower()}.isdisjoint(read_words("document_nouns"))
    return known and head.lower_ not in read_table("person_nouns")
