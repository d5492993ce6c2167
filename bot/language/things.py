"""Finds what body "it" means, and what "the company" does behind what is said of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from bot.language.cast import Cast
from bot.language.described_bodies import may_be_called
from bot.language.guesses import Guess, to_speaker
from bot.language.ones import tell_group
from bot.language.page import NOUN_SUBJECTS
from bot.language.relations import Relation
from bot.language.salience import Salience
from bot.language.sentences import find_sentence
from bot.language.sources import Source, read_source
from bot.language.unnamed import is_body

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
        word: "it", or another pronoun for a thing, which only goes on.
        last: who spoke last.
        before: the body that spoke before them.
        salience: who is on the mind.
    """
    weightiest = _take_weightiest(salience) if word == "it" else None
    if last is not None and last.speaker.kind == "organisation":
        if last.member is None or weightiest is None or weightiest.member is last.member:
            return go_on(last)
        return weightiest
    if word != "it":
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
    source: Source, said: Relation, cast: Cast, resolve: Callable[[Source], Guess | None]
) -> Guess | None:
    """The body that a paraphrase is about: "Acme will close, the company said", or "it said".

    Args:
        source: "the company", "it" ...; None is found for any other.
        said: the attribution whose source it is.
        cast: who is named in the text.
        resolve: whom the words mean that the paraphrase is about.
    """
    word = source.head.lower_
    plain = word == "it" or (is_body(source.head) and len(source.span) == 2)  # noqa: PLR2004
    topic = _find_topic(source.span.doc, said) if plain else None
    if topic is None and word == "it":
        topic = _find_subject_before(source.head)
    about = read_source(topic.doc, (topic.start_char, topic.end_char), cast) if topic else None
    if about is None or about.form not in ("name", "description"):
        return None
    guess = resolve(about)
    if guess is None or guess.speaker.kind != "organisation":
        return None
    named = guess.member is not None and may_be_called(guess.member, word, cast)
    fits = word == "it" or named
    return replace(guess, confidence=min(_TOPIC, guess.confidence)) if fits else None


def _find_subject_before(pronoun: Token) -> Span | None:
    """The subject of the sentence before, in its paragraph: "The bank is open. It said"."""
    start = find_sentence(pronoun)[0].i
    if pronoun.dep_ not in NOUN_SUBJECTS or not start or "\n" in pronoun.doc[start - 1].text:
        return None
    root = find_sentence(pronoun.doc[start - 1]).root
    subject = next((t for t in root.children if t.dep_ in NOUN_SUBJECTS), None)
    return None if subject is None else pronoun.doc[subject.left_edge.i : subject.i + 1]


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
