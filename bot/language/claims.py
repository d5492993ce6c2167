"""Finds the checkable statements of a text and ranks them as a desk editor would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence

from bot.language.claim_order import Weighed, order
from bot.language.claim_spans import ClaimSpans
from bot.language.claimers import Said
from bot.language.figures import find_figures
from bot.language.headlines import find_headline_tokens, find_opening
from bot.language.objects import Objects, find_counted
from bot.language.texts import read_quotes, read_text
from bot.language.topics import Topics, split_words
from bot.language.wordlists import read_phrases
from bot.language.worthiness import find_features, find_subjects, weigh
from store.records import Attribution, Claim, Entity, Figure, Span, Speaker

LEAST = 0.04
"""Check-worthiness below which a sentence is no claim."""
LEAST_SPOKEN = 0.12
"""The same of what is nothing but somebody's words: talk is full of what nobody can check."""
_SHORTEST = 6
"""Words of a claim."""
_MOSTLY = 0.8
"""From here on a sentence is somebody's quote, and no claim if nobody knows whose."""
_BROKEN_OFF = re.compile(r"[-–—]\W*$")
_TERMINAL = tuple(".!\"”'’)…")
_SENTENCE_START = re.compile(r"\W*(?:[A-Z0-9]|[a-z][A-Z]|[^\W\d_a-zA-Z])")
_LEANING = frozenset(
    {"i", "we", "he", "she", "it", "they", "this", "that", "these", "those", "there"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_HARM = frozenset({"casualty", "dead", "death", "die", "drown", "injure", "kill", "wound"})
_LARGE = 100
"""From here on a plain figure matters."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: Sentence
    span: Span
    figures: tuple[Figure, ...]
    claimer: Speaker | None
    about: tuple[str, ...]
    worth: float
    quoted: float


def find_claims(
    doc: Doc, attributions: Sequence[Attribution], entities: Sequence[Entity]
) -> tuple[Claim, ...]:
    """Every checkable statement of the text, best first, none that says the same as a better one.

    What somebody did not say, was asked, or might say is none; nor are questions, headlines and
    what belongs to the page.
    """
    article = read_text(doc)
    sentences = [s for s in doc.sents if not article[s.start_char : s.end_char].isspace()]
    candidates = list(_find_candidates(doc, sentences, attributions, entities))
    topics = Topics(article[s.start_char : s.end_char] for s in sentences)
    weighed = [_weigh(candidate, article, topics) for candidate in candidates]
    return tuple(_build(candidates[number], article) for number in order(weighed))


def _find_candidates(
    doc: Doc,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    entities: Sequence[Entity],
) -> Iterator[_Candidate]:
    headline = find_headline_tokens(doc).union(range(find_opening(doc)))
    article = read_text(doc)
    junk, spans = _find_junk(article), ClaimSpans(article, read_quotes(doc))
    said, objects = Said(attributions), Objects(entities)
    for sentence in sentences:
        whole = _trim(sentence.start_char, article[sentence.start_char : sentence.end_char])
        if sentence.start in headline:
            continue
        if not _is_statement(sentence, article[slice(*whole)], junk):
            continue
        span = spans.balance((said.find_beginning(whole, article), whole[1]))
        if said.is_unsaid(span) or not _SENTENCE_START.match(article, span[0]):
            continue
        if any(said.only_tells(span, token.idx) for token in sentence if token.dep_ == "ROOT"):
            continue
        figures = find_counted(find_figures(article, *span), sentence)
        claimer = said.find_claimer(span)
        quoted = 1.0 if said.is_speech(span) else spans.measure_quoted(span)
        official = claimer is not None and bool(claimer.role)
        about = objects.find_names(span)
        worth = weigh(find_features(sentence, figures, len(about), official))
        least = LEAST if quoted < _MOSTLY else LEAST_SPOKEN
        if worth >= least and (claimer is not None or quoted < _MOSTLY):
            others = tuple(name for name in about if claimer is None or name != claimer.name)
            yield _Candidate(sentence, span, figures, claimer, others, worth, quoted)


def _trim(start: int, text: str) -> Span:
    begin = start + len(text) - len(text.lstrip())
    return begin, start + len(text.rstrip())


def _is_statement(sentence: Sentence, text: str, junk: Sequence[str]) -> bool:
    if not text.endswith(_TERMINAL) or text.rstrip("\"”'’)").endswith("?"):
        return False
    lowered = text.lower().lstrip("\"“'‘- ")
    if _BROKEN_OFF.search(text) or _is_furniture(lowered, junk):
        return False
    if lowered.startswith(_list_small_talk()):
        return False
    words = sum(token.is_alpha for token in sentence)
    if words < _SHORTEST or _lacks_subject(sentence):
        return False
    return any(token.pos_ in ("VERB", "AUX") for token in sentence)


@cache
def _list_small_talk() -> tuple[str, ...]:
    return tuple(read_phrases("small_talk"))


def _find_junk(article: str) -> list[str]:
    """The phrases of a page's furniture that a text has at all: its sentences have no others."""
    lowered = article.lower()
    return [each for each in read_phrases("page_junk") if each.removeprefix("^") in lowered]


def _is_furniture(lowered: str, junk: Sequence[str]) -> bool:
    """Whether a sentence belongs to the page: "Sign up for our newsletter."."""
    return any(lowered.startswith(each[1:]) if each[0] == "^" else each in lowered for each in junk)


def _lacks_subject(sentence: Sentence) -> bool:
    """Whether it begins with its verb, as in notes: "Filed for bankruptcy in May."."""
    first = next((token for token in sentence if not token.is_punct and not token.is_space), None)
    return (
        first is not None
        and first.dep_ == "ROOT"
        and first.tag_ in ("VBD", "VBZ")
        and not any(child.dep_ in _SUBJECTS for child in first.children)
    )


def _weigh(candidate: _Candidate, article: str, topics: Topics) -> Weighed:
    words = [token for token in candidate.sentence if not token.is_punct and not token.is_space]
    meant = (t.lemma_.lower() for t in words if t.is_alpha and not t.is_stop)
    shown = split_words(article[slice(*candidate.span)])
    return Weighed(
        length=len(shown),
        terms=topics.find_terms(shown),
        words=frozenset(meant),
        worth=candidate.worth,
        quoted=candidate.quoted,
        leans=_leans(words),
        numbers=frozenset(figure.value for figure in candidate.figures),
        weighty=any(_is_weighty(figure, words) for figure in candidate.figures),
    )


def _leans(words: Sequence[Token]) -> bool:
    """Whether a sentence is on somebody or something that the one before names."""
    about = (words[0], *find_subjects(words))
    return words[0].pos_ == "CCONJ" or any(token.lower_ in _LEANING for token in about)


def _is_weighty(figure: Figure, words: Sequence[Token]) -> bool:
    """Whether a figure matters: money, a share, a large number, people dead or hurt."""
    money = figure.unit.startswith(("$", "%", "£", "€", "percentage"))
    vague = figure.bound == "at least" and not figure.unit
    if money or any(word.lemma_.lower() in _HARM for word in words):
        return True
    return figure.value >= _LARGE and figure.unit != "years old" and not vague


def _build(candidate: _Candidate, article: str) -> Claim:
    return Claim(
        text=article[slice(*candidate.span)],
        span=candidate.span,
        check_worthiness=round(candidate.worth, 3),
        claimer=candidate.claimer,
        figures=candidate.figures,
        about=candidate.about,
    )
