"""Finds what body "it" means, and what "the company" does behind what is said of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc, Span

from bot.language.cast import Cast
from bot.language.described_bodies import may_be_called
from bot.language.guesses import SURE, Guess, to_speaker
from bot.language.ones import tell_group
from bot.language.page import NOUN_SUBJECTS
from bot.language.papers import find_paper_owner, find_subject_before
from bot.language.relations import Relation
from bot.language.salience import Salience
from bot.language.sources import Source, read_source
from bot.language.unnamed import is_body

_IT = frozenset({"it", "its"})
_THING, _FRESH = 0.75, 0.3
"""Confidence for "it", less where even the weightiest body weighs little."""
_GOING_ON = 0.7
"""Confidence that "they" or "it" goes on with whoever spoke last."""
_BODY_BEFORE = 0.6
"""Confidence that "it" is the body that spoke before somebody else did."""
_TOPIC = 0.8
"""Confidence that "it" or "the company" is the body that its paraphrase is about."""


def find_thing(
    word: str, last: Guess | None, before: Guess | None, salience: Salience
) -> Guess | None:
    """The body that "it" means: the one that spoke last, else the weightiest on the mind.

    Args:
        word: "it" or "its", or another pronoun for a thing, which only goes on.
        last: who spoke last.
        before: the body that spoke before them.
        salience: who is on the mind.
    """
    weightiest = _take_weightiest(salience) if word in _IT else None
    if last is not None and last.speaker.kind == "organisation":
        if last.member is None or weightiest is None or weightiest.member is last.member:
            return go_on(last)
        return weightiest
    if word not in _IT:
        return None
    if before is not None:
        return replace(before, confidence=_BODY_BEFORE * before.confidence)
    return weightiest


def go_on(last: Guess) -> Guess:
    """Whoever spoke last, as the one who goes on."""
    return replace(last, confidence=min(_GOING_ON, last.confidence))


def go_on_together(source: Source, last: Guess | None) -> Guess | None:
    """The body or people who spoke last, for "they"; "two of them" are none of a body's."""
    several = len(source.span) > 1
    group = tell_group(source)
    if group is not None:
        return group
    if last is None or last.speaker.kind not in ("anonymous", "organisation"):
        return None
    return None if several and last.speaker.kind == "organisation" else go_on(last)


def _take_weightiest(salience: Salience) -> Guess | None:
    bodies = [(w, m) for w, m in salience.rank() if m.entity.kind == "organisation"]
    if not bodies:
        return None
    weight, best = bodies[0]
    share = weight / sum(w for w, _ in bodies)
    return Guess(to_speaker(best), _THING * share * min(1.0, weight + _FRESH), best)


def take_topic(
    source: Source, said: Relation | None, cast: Cast, resolve: Callable[[Source], Guess | None]
) -> Guess | None:
    """The body that a paraphrase is about: "Acme will close, the company said", or "it said".

    Or whoever wrote what is quoted: "their letter".

    Args:
        source: "the company", "it" ...; None is found for any other.
        said: the attribution whose source it is, if it is one.
        cast: who is named in the text.
        resolve: whom the words mean that the paraphrase is about.
    """
    owner = find_paper_owner(source)
    if owner is not None or said is None:
        return _find_writer(owner, cast, resolve) if owner is not None else None
    word = source.head.lower_
    plain = word == "it" or (is_body(source.head) and len(source.span) == 2)  # noqa: PLR2004
    topic = _find_topic(source.span.doc, said) if plain else None
    if topic is None and word == "it":
        topic = find_subject_before(source.head) if source.head.dep_ in NOUN_SUBJECTS else None
    about = read_source(topic.doc, (topic.start_char, topic.end_char), cast) if topic else None
    if about is None or about.form not in ("name", "description"):
        return None
    guess = resolve(about)
    if guess is None or guess.speaker.kind != "organisation":
        return None
    named = guess.member is not None and may_be_called(guess.member, word, cast)
    fits = word == "it" or named
    return replace(guess, confidence=min(_TOPIC, guess.confidence)) if fits else None


def _find_writer(
    owner: Source, cast: Cast, resolve: Callable[[Source], Guess | None]
) -> Guess | None:
    """Who is meant by "his", "their" or "the minister's" before a paper, if that is clear."""
    subject = find_subject_before(owner.head) if owner.form in ("plural", "thing") else None
    before = (
        read_source(subject.doc, (subject.start_char, subject.end_char), cast) if subject else None
    )
    guess = resolve(before) if before is not None else None
    if guess is None or not _may_own(guess, owner):
        guess = resolve(owner)
    if guess is None or guess.confidence < SURE:
        return None
    return guess if _may_own(guess, owner) else None


def _may_own(guess: Guess, owner: Source) -> bool:
    """Whether "its" is a body's, and any other word for whose it is means people."""
    if owner.form == "thing":
        return guess.speaker.kind == "organisation"
    return guess.speaker.kind != "organisation" or owner.form == "plural"


def _find_topic(doc: Doc, relation: Relation) -> Span | None:
    """The subject of a paraphrase whose source follows: "The bank expects growth, it said"."""
    start, end = relation.content[0]
    if relation.source is None or relation.source[0] < start or relation.kind == "direct":
        return None
    content = doc.char_span(start, end, alignment_mode="contract")
    if content is None or not len(content):
        return None
    subjects = (t for t in content.root.children if t.dep_ in NOUN_SUBJECTS)
    subject = next((t for t in subjects if content.start <= t.i < content.end), None)
    return None if subject is None else doc[subject.left_edge.i : subject.i + 1]
