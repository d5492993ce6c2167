"""When an article was published, with the zone that the page gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_OLDEST = datetime(1800, 1, 1, tzinfo=UTC)
_TOLERANCE = timedelta(days=1)
"""Clocks differ, and a date without a time may be of a zone that is ahead."""
_LONGEST_DATE_LINE = 80
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_SHOWN = re.compile(
    rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{_MONTH})"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?),? (?P<y>\d{{4}})\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"(\.\d{6})\d+")


def read_date(words: str, now: datetime) -> datetime | None:
    """The moment that machine-readable words give, aware, in the zone they give (else UTC).

    None for what cannot be true: the future, the beginning of Unix time, before 1800.
    """
    moment = _parse(words.strip())
    if moment is None:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        is_epoch = abs(moment - _EPOCH) <= _TOLERANCE
        return moment if _OLDEST < moment <= now + _TOLERANCE and not is_epoch else None
    except OverflowError:
        return None


def find_shown_date(lines: Iterable[str], now: datetime) -> datetime | None:
    """The first date that stands in a line of its own, as under a headline ("2 March 2026")."""
    for line in lines:
        match = _SHOWN.search(line) if len(line) <= _LONGEST_DATE_LINE else None
        if match:
            day, month, year = match["d"] or match["d2"], match["m"] or match["m2"], match["y"]
            try:
                shown = datetime.strptime(f"{day} {month[:3]} {year}", "%d %b %Y")  # noqa: DTZ007
            except ValueError:
                continue
            if moment := read_date(shown.date().isoformat(), now):
                return moment
    return None


def _parse(words: str) -> datetime | None:
    if not words or len(words) > 60:  # noqa: PLR2004 - no date is that long
        return None
    try:
        return datetime.fromisoformat(_FRACTION.sub(r"\1", words))
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError):
        return None
