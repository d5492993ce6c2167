"""From an article's text to who said what: a spaCy pipeline, no Slack, no database.

from bot.language import analyse, load_language

nlp = load_language()
for attribution in analyse(text, nlp).attributions:
    print(attribution.speaker, attribution.text)

The same as spaCy components, "onrecord_attributions" and others: `bot.language.components`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from spacy.language import Language

from bot.language.components import analyse_doc
from bot.language.pipeline import load_language, parse, parse_many
from store.records import Analysis

__all__ = ["analyse", "analyse_many", "load_language"]


def analyse(text: str, nlp: Language | None = None, *, published: date | None = None) -> Analysis:
    """Find who said what in an article's text, what it claims, and whom it names.

    Args:
        text: the article; every offset of the result points into it.
        nlp: from `load_language`; without it the default model is loaded, once.
        published: what "Thursday" and "last month" are reckoned from, rather a moment than a day.
    """
    return analyse_doc(parse(text, nlp or _default_language()), published)


def analyse_many(texts: Iterable[tuple[str, date | None]], nlp: Language) -> Iterator[Analysis]:
    """Analyse many texts in batches, in order; each comes with its publication date."""
    dates: list[date | None] = []

    def remember() -> Iterator[str]:
        for text, published in texts:
            dates.append(published)
            yield text

    for doc in parse_many(remember(), nlp):
        yield analyse_doc(doc, dates.pop(0))


@cache
def _default_language() -> Language:
    return load_language()
