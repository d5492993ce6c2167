"""What was marked in an article by hand, as if it had been found in it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.language.page import Page
from bot.language.relations import Relation
from bot.language.saying_days import find_saying_days
from store.records import Attribution
from store.wording import verbatim
from tests.articles.gold import GoldArticle, GoldAttribution
from tests.bench.asked import Setting


def mark_all(gold: GoldArticle, page: Page, known: Setting) -> Iterator[Attribution]:
    """As they were marked; each with the day that its own words tell, or else the article's."""
    relations = [_relate(each, page) for each in gold.attributions]
    names = [each.speaker.name for each in gold.attributions]
    days = find_saying_days(page.doc, relations, names, known.published.date())
    for marked, relation, (day, words) in zip(gold.attributions, relations, days, strict=True):
        yield Attribution(
            kind=marked.kind,
            content=marked.content,
            text=verbatim(page.text, marked.content),
            sentence=relation.sentence,
            source=marked.source,
            cue=marked.cue,
            speaker=marked.speaker,
            said_on=day or known.said_on,
            said_on_words=words,
            standing=marked.standing,
        )


def _relate(gold: GoldAttribution, page: Page) -> Relation:
    tokens = [page.tokens(span) for span in gold.content]
    sentence = page.sentences[tokens[0][0]][0], page.sentences[tokens[-1][1] - 1][1]
    return Relation(gold.kind, gold.content, gold.source, gold.cue, page.chars(sentence))
