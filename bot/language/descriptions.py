"""Resolves descriptions, "the minister", "the company", and keeps unnamed sources as described."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from bot.language.cast import Member
from bot.language.roles import is_person_noun
from bot.language.salience import Salience
from bot.language.sources import Source
from bot.language.wordlists import read_table, read_words
from store.records import Speaker

_DEFINITE = frozenset({"the", "this", "that"})
_POSSESSIVE = frozenset({"his", "her", "its", "their", "our", "my"})
_REASON = re.compile(
    r"(?:\bwho\b[^,.;]{0,60}?)?\b(?:on (?:the )?condition of anonymity"
    r"|(?:not to be|declined to be|did not want to be|asked not to be|to not be)"
    r" (?:named|identified|quoted by name)"
    r"|(?:not|n't|not been) authori[sz]ed to (?:speak|talk|comment|discuss)|anonymously)"
    r"[^.;“”\"]*",
    re.IGNORECASE,
)
_MATCHED, _GENERIC = 0.9, 0.55


@dataclass(frozen=True, slots=True)
class Guess:
    """Who is meant, and how sure that is (0 to 1)."""

    speaker: Speaker
    confidence: float
    member: Member | None = None


def resolve_description(source: Source, salience: Salience, cast: Iterable[Member]) -> Guess:
    """Who a description means: someone named in the text, or the unnamed source it describes."""
    head = source.head
    if is_person_noun(head) and _is_definite(source.span):
        return _find_person(source, salience, cast) or _describe(source)
    if _is_body(head) and _is_definite(source.span):
        return _find_body(source, salience) or _describe(source)
    return _describe(source)


def _is_definite(span: Span) -> bool:
    first: Token = span[0]
    return first.lower_ in _DEFINITE


def _is_body(head: Token) -> bool:
    return head.lower_ in read_words("organisation_nouns")


def _find_person(source: Source, salience: Salience, cast: Iterable[Member]) -> Guess | None:
    told = read_table("person_nouns").get(source.head.lower_, "")
    fitting = [m for m in cast if m.is_person and _fits(m, told)]
    matched = [m for m in fitting if _matches_role(source, m)]
    weights = {id(member): weight for weight, member in salience.rank()}
    if matched:
        best = max(matched, key=lambda m: _overlap(source, m) + weights.get(id(m), -1.0))
        confidence = _MATCHED if len(matched) == 1 else 0.75
        return Guess(_to_speaker(best), confidence, best)
    if _has_complement(source):
        return None
    ranked = [(weights[id(m)], m) for m in fitting if id(m) in weights]
    if not ranked:
        return None
    weight, best = max(ranked, key=lambda pair: pair[0])
    return Guess(_to_speaker(best), _GENERIC * weight / sum(w for w, _ in ranked), best)


def _fits(member: Member, told: str) -> bool:
    return not (told and member.gender and told != member.gender)


def _matches_role(source: Source, member: Member) -> bool:
    role = member.entity.role.lower().split(" of ")[0].split(" for ")[0].split()
    word = source.head.lower_
    meanings = {word, *read_table("title_meanings").get(word, "").split()}
    return bool(meanings.intersection(role))


def _overlap(source: Source, member: Member) -> int:
    role = set(member.entity.role.lower().split())
    return sum(token.lower_ in role for token in source.span if token.is_alpha)


def _has_complement(source: Source) -> bool:
    return any(child.dep_ in ("prep", "relcl", "poss", "acl") for child in source.head.children)


def _find_body(source: Source, salience: Salience) -> Guess | None:
    """The body that "the company" means: of that kind by its name, or the last one in mind."""
    modifiers = [t for t in source.span if t.pos_ in ("PROPN", "ADJ", "NOUN") and t != source.head]
    if modifiers or _has_complement(source):
        return None
    bodies = [(w, m) for w, m in salience.rank() if m.entity.kind == "organisation"]
    alike = [(w, m) for w, m in bodies if source.head.lower_ in m.entity.name.lower().split()]
    if alike:
        return Guess(_to_speaker(alike[0][1]), _MATCHED, alike[0][1])
    if not bodies:
        return None
    weight, best = bodies[0]
    return Guess(_to_speaker(best), 0.85 * weight / sum(w for w, _ in bodies), best)


def _describe(source: Source) -> Guess:
    """The source as an unnamed one, in the article's words."""
    name = describe(source)
    if _is_body(source.head) or _is_thing(source.head):
        return Guess(Speaker(name, kind="organisation"), 0.9)
    reason = find_reason(source.span.doc, source.head)
    return Guess(Speaker(name, role=reason, kind="anonymous"), 0.9)


def _is_thing(head: Token) -> bool:
    return head.lemma_.lower() in read_words("document_nouns") and head.lower_ not in read_table(
        "person_nouns"
    )


def describe(source: Source) -> str:
    """The whole noun phrase of a source, without its article: "senior official at Acme"."""
    head = source.head
    start, end = min(source.span.start, head.left_edge.i), max(source.span.end, head.i + 1)
    doc = source.span.doc
    if head.sent.start <= source.span.start:
        start = max(start, head.sent.start)
    while start < head.i and doc[start].tag_ in ("DT", "SP", "_SP", "``", "''"):
        start += 1
    cut = next((t.i for t in doc[head.i : end] if t.text in (",", "who", "--", "—")), end)
    return " ".join(doc[start:cut].text.split())


def find_reason(doc: Doc, head: Token) -> str:
    """Why a source is not named, as the sentence says it: "on condition of anonymity ..."."""
    sentence = head.sent
    match = _REASON.search(sentence.text)
    del doc
    return " ".join(match.group().split()).rstrip(" ,") if match else ""


def _to_speaker(member: Member) -> Speaker:
    entity = member.entity
    return Speaker(entity.name, entity.role, "person" if member.is_person else "organisation")
