"""What must hold of a statement besides its topic: who sees it, who said it, when, how."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from sqlite_utils import Database

from store.audience import audience_values, visible_articles
from store.moments import to_text
from store.records import Audience, Reading
from store.speakers import find_speakers
from store.verbs import verb_condition

Values = dict[str, object]


def find_conditions(
    db: Database, query: Reading, audience: Audience, zone: tzinfo = UTC
) -> tuple[list[str], Values]:
    """SQL conditions on a row of `attributions`, called `a`, and their values.

    Days are the asker's, in `zone`; where an article says the day, that day counts.
    """
    conditions, values = ["a.shown = 1"], audience_values(audience)
    if audience.team is not None:
        seen = visible_articles(audience)
        article = f"SELECT 1 FROM articles WHERE articles.id = a.article_id AND {seen}"
        conditions.append(f"EXISTS ({article})")
    if query.speaker is not None:
        conditions.append(
            f"a.speaker_id IN ({id_list(find_speakers(db, query.speaker, audience))})"
        )
    if query.kind is not None:
        conditions.append("a.kind = :kind")
        values["kind"] = query.kind
    if query.article_id is not None:
        conditions.append("a.article_id = :article")
        values["article"] = query.article_id
    if query.verb is not None:
        said_so, more = verb_condition(query.verb)
        conditions.append(said_so)
        values |= more
    conditions += _days(query, zone, values)
    return conditions, values


def id_list(ids: Iterable[int]) -> str:
    """Ids as they stand in an SQL list."""
    return ", ".join(map(str, ids))


def _days(query: Reading, zone: tzinfo, values: Values) -> list[str]:
    """From the first of the days, to the last; a plain day is compared as such."""
    conditions = []
    if query.since is not None:
        values |= {"since": query.since.isoformat(), "since_moment": _midnight(query.since, zone)}
        conditions.append("a.dated >= min(:since, :since_moment)")
        conditions.append(f"a.dated >= {_PLAIN_DAY.format('since')}")
    if query.until is not None and query.until < date.max:
        after = query.until + timedelta(days=1)
        values |= {"until": after.isoformat(), "until_moment": _midnight(after, zone)}
        conditions.append("a.dated < max(:until, :until_moment)")
        conditions.append(f"a.dated < {_PLAIN_DAY.format('until')}")
    return conditions


_PLAIN_DAY = "iif(length(a.dated) = 10, :{0}, :{0}_moment)"


def _midnight(day: date, zone: tzinfo) -> str:
    try:
        return to_text(datetime.combine(day, time(), zone))
    except OverflowError:  # the first day that there is
        return day.isoformat()
