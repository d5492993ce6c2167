"""When a channel's digest is due: plain calculation, and keeping what people set."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from bot.desk import Desk
from bot.errors import QuestionError
from store.schedules import find_schedule, list_schedules, mark_digest_sent, save_schedule
from store.workspace import Schedule

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
GRACE = timedelta(hours=1)
"""How late a digest may still be posted, after a restart or a long pause."""
TIME = re.compile(r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)")


@dataclass(frozen=True, slots=True)
class Due:
    """A digest that should be posted now, and the time it covers."""

    schedule: Schedule
    since: datetime
    until: datetime


def read_schedule(words: str, schedule: Schedule) -> Schedule:
    """`08:00 Europe/London` as a schedule: what is not said stays as it is.

    Raises:
        QuestionError: no time, or a zone that does not exist.
    """
    at, _, zone = words.strip().partition(" ")
    found = TIME.fullmatch(at)
    if not found:
        raise QuestionError(f'"{at}" is no time of day.', _EXAMPLE)
    local = f"{int(found['hour']):02d}:{found['minute']}"
    return replace(schedule, at=local, zone=_find_zone(zone) or schedule.zone, enabled=True)


def set_schedule(desk: Desk, schedule: Schedule, *, now: datetime) -> Schedule:
    """Keep a channel's schedule; the first digest is the next one, none is made up for."""
    kept = replace(schedule, last_sent=now)
    save_schedule(desk.store.db, kept)
    return kept


def schedule_of(desk: Desk, team: str, channel: str) -> Schedule:
    """A channel's schedule, or the one it would get: the settings' time and zone, off."""
    found = find_schedule(desk.store.db, team, channel)
    at, zone = desk.settings.onrecord_digest_time, desk.settings.onrecord_timezone.key
    return found or Schedule(team, channel, at, zone, enabled=False)


def wanted_schedules(desk: Desk) -> list[Schedule]:
    """The schedules that are switched on."""
    return [schedule for schedule in list_schedules(desk.store.db) if schedule.enabled]


def find_due(schedule: Schedule, now: datetime) -> Due | None:
    """The digest that this schedule wants now; None if none, or if it was posted already.

    `now` is aware. A digest covers the time since the one before it, over a weekend too.
    """
    times = _times_before(schedule, now)
    if len(times) < 2 or not schedule.enabled:  # noqa: PLR2004  # this one and the one before
        return None
    until, since = times[0], times[1]
    late = now - until > GRACE
    sent = schedule.last_sent is not None and schedule.last_sent >= until
    return None if late or sent else Due(schedule, since, until)


def claim_digest(desk: Desk, due: Due) -> bool:
    """Whether this digest is ours to post: True once for each."""
    schedule = due.schedule
    return mark_digest_sent(desk.store.db, schedule.team, schedule.channel, due.until)


def _times_before(schedule: Schedule, now: datetime) -> list[datetime]:
    """The last times up to `now` at which the schedule struck, latest first."""
    zone = ZoneInfo(schedule.zone)
    days = {name.strip() for name in schedule.days.split(",")}
    today = now.astimezone(zone).date()
    dates = (today - timedelta(days=back) for back in range(15))
    moments = [_moment(day, schedule.at, zone) for day in dates if DAY_NAMES[day.weekday()] in days]
    return [moment for moment in moments if moment <= now]


def _moment(day: date, at: str, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.fromisoformat(at), zone).astimezone(UTC)


def _find_zone(words: str) -> str:
    wanted = words.strip().replace(" ", "_").lower()
    if not wanted:
        return ""
    for zone in available_timezones():
        if wanted == zone.lower():
            return zone
    raise QuestionError(f'"{words.strip()}" is no time zone that I know.', _EXAMPLE)


_EXAMPLE = "For example: /onrecord digest at 08:00 Europe/London"
