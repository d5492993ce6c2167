"""How names, dates, counts and addresses are written in every message."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo

from bot.passages import is_invisible

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS = {"mon,tue,wed,thu,fri": "on weekdays", "mon,tue,wed,thu,fri,sat,sun": "every day"}
ELLIPSIS = "…"


def escape(text: str) -> str:
    """Make a page's text harmless where Slack reads mrkdwn: no mention, no forged link."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def clean_name(text: str, limit: int = 150) -> str:
    """A name, headline or role on one line, without invisible characters.

    Bidirectional and zero-width characters can make a name read as another one.
    Never for quotes: those stay as the article has them.
    """
    visible = (" " if c.isspace() else c for c in text if c.isspace() or not is_invisible(c))
    return cut(re.sub(" +", " ", "".join(visible)).strip(), limit)


def cut(text: str, limit: int) -> str:
    """At most `limit` characters of a text that is not a quote, ending in an ellipsis if cut."""
    kept = cut_words(text, limit)
    return kept if kept == text else kept + ELLIPSIS


def cut_words(text: str, limit: int) -> str:
    """The longest beginning of `text` within `limit` characters that ends with a word."""
    if len(text) <= limit:
        return text
    beginning = text[: limit - 1]
    whole, space, _ = beginning.rpartition(" ")
    return (whole if space else beginning).rstrip()


def format_date(day: date | None) -> str:
    """`23 Nov 2026`; empty for no date. The same in every locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def format_moment(moment: datetime, zone: tzinfo) -> str:
    """`23 Nov 2026, 08:00`, as it is there."""
    local = moment.astimezone(zone)
    return f"{format_date(local)}, {local:%H:%M}"


def describe_days(days: str) -> str:
    """`mon,tue,wed,thu,fri` as people say it."""
    return DAYS.get(days, f"on {days.replace(',', ', ')}")


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 statement`, `1,200 statements`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def join_facts(*facts: str) -> str:
    """The facts that are known, between middle dots."""
    return " · ".join(fact for fact in facts if fact)
