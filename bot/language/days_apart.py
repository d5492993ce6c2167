"""Finds the day of what was said some days before what is told: "a day after Roe warned that"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from spacy.tokens import Doc

from bot.language.dates import COUNTS, find_dates, read_count
from bot.language.relations import Relation
from bot.language.sentences import find_sentence
from bot.language.texts import read_text

_APART = re.compile(
    rf"\b(?P<count>\d{{1,2}}|{'|'.join(COUNTS)})\s+(?:of\s+)?(?P<unit>day|week)s?\s+after\s+"
    r"(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7}


def find_day_apart(doc: Doc, relation: Relation, published: date | None) -> date | None:
    """The day, where what is told came "two days after" it; reckoned from its day, or the paper's.

    Args:
        doc: the parsed text.
        relation: a statement that tells no day of its own.
        published: the day from which words are reckoned.
    """
    if relation.source is None or published is None:
        return None
    span = doc.char_span(*relation.source, alignment_mode="expand")
    if span is None or not len(span):
        return None
    before = read_text(doc)[find_sentence(span[0]).start_char : relation.source[0]]
    apart = _APART.search(before)
    if apart is None:
        return None
    told = (each.day for each in find_dates(before[: apart.start()], published) if each.by_day)
    days = [day for day in told if day is not None and day <= published]
    back = read_count(apart["count"]) * _DAYS[apart["unit"].lower()]
    return (days[-1] if days else published) - timedelta(days=back)
