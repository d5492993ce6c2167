"""A reading as a question that can be typed: what is proposed where nothing was found."""

from __future__ import annotations

from datetime import date

from store.records import Reading

_KINDS = {"direct": ", only direct quotes", "indirect": ", only paraphrases"}


def write_question(reading: Reading) -> str:
    """The question that reads so; how something was said is left out of it."""
    topics = " and ".join([*filter(None, [reading.topic]), *reading.and_about])
    who = reading.speaker or reading.role
    about = f" about {topics}" if topics else ""
    asked = f"what did {who} say{about}" if who else f"who said what{about}"
    place = f" in {reading.outlet}" if reading.outlet else ""
    others = f" except {reading.not_by}" if reading.not_by else ""
    return f"{asked}{others}{place}{_when(reading)}{_KINDS.get(reading.kind or '', '')}"


def _when(reading: Reading) -> str:
    if reading.since and reading.until:
        return f" between {_day(reading.since)} and {_day(reading.until)}"
    if reading.since:
        return f" since {_day(reading.since)}"
    return f" until {_day(reading.until)}" if reading.until else ""


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
