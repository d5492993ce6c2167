"""The clock: APScheduler strikes at each channel's time; what is due is decided at the desk."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger

from bot.desk import Desk
from bot.desk.desks import Desks
from bot.desk.retention import keep_the_rule
from bot.desk.schedules import Due, claim_digest, find_due, wanted_schedules
from store.wiping import tidy
from store.workspace import Schedule

log = logging.getLogger(__name__)

GRACE_SECONDS = 3600
DIGEST = "digest "
"""What the names of the channels' jobs begin with."""
ATTEMPTS = 5
PAUSE = timedelta(minutes=1)

Post = Callable[[Desk, Due], None]
WasNotTaken = Callable[[Exception], bool]


class Clock:
    """Posts each channel's digest at its time; schedules live in the store, jobs do not."""

    def __init__(self, desks: Desks, post: Post, was_not_taken: WasNotTaken) -> None:
        self._desks = desks
        self._post = post
        self._was_not_taken = was_not_taken
        self._stopping = threading.Event()
        self._in_order = threading.Lock()
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": GRACE_SECONDS, "coalesce": True},
        )

    def start(self) -> None:
        """Strike from now on, and make up for what fell into a pause of up to an hour."""
        self._scheduler.start()
        self.rebuild()
        self._scheduler.add_job(self.strike)
        self._look_after_the_archives()

    def stop(self) -> None:
        """Strike no more; what is being put in order goes on after the next start."""
        self._stopping.set()
        self._scheduler.shutdown(wait=False)
        with self._in_order:  # whoever stops us closes the archive next
            pass

    def rebuild(self, team: str = "") -> None:
        """One job for each channel that wants a digest, in one workspace or in all."""
        for job in self._scheduler.get_jobs():
            if job.id.startswith(f"{DIGEST}{team}/" if team else DIGEST):
                job.remove()
        for _, schedule in self._wanted(team):
            self._scheduler.add_job(
                self.strike,
                build_trigger(schedule),
                [schedule.team, schedule.channel],
                id=f"{DIGEST}{schedule.team}/{schedule.channel}",
            )

    def strike(self, team: str = "", channel: str = "") -> None:
        """Post what is due now, in one channel of a workspace or in all."""
        for desk, schedule in self._wanted(team):
            if channel in {"", schedule.channel}:
                self._post_if_due(desk, schedule)

    def _wanted(self, team: str) -> Iterator[tuple[Desk, Schedule]]:
        """What is wanted in a workspace or in all, as the archives have it now."""
        for desk in self._desks.existing(team):
            for schedule in wanted_schedules(desk):
                if team in {"", schedule.team}:
                    yield desk, schedule

    def _look_after_the_archives(self) -> None:
        """Now and each night delete what a setting says is too old, and put the rest in order."""
        night = CronTrigger(hour=3, minute=30, timezone=self._desks.settings.onrecord_timezone)
        for when in (None, night):
            self._scheduler.add_job(self._put_in_order, when)

    def _put_in_order(self) -> None:
        with self._in_order:
            for desk in self._desks.existing():
                keep_the_rule(desk, self._stopping.is_set)
                tidy(desk.store.db, self._stopping.is_set)

    def _post_if_due(self, desk: Desk, schedule: Schedule) -> None:
        due = find_due(schedule, datetime.now(UTC))
        if due and claim_digest(desk, due):
            self._post_claimed(desk, due, ATTEMPTS)

    def _post_claimed(self, desk: Desk, due: Due, attempts: int) -> None:
        """Post, and try again only where it is sure that Slack took nothing: never twice."""
        try:
            self._post(desk, due)
        except Exception as error:
            log.exception("The digest for %s was not posted.", due.schedule.channel)
            if attempts > 1 and self._was_not_taken(error):
                again = datetime.now(UTC) + PAUSE
                self._scheduler.add_job(
                    self._post_claimed, "date", [desk, due, attempts - 1], run_date=again
                )


def build_trigger(schedule: Schedule) -> CronTrigger:
    """When a schedule strikes, in its own time zone, whatever the clocks do there."""
    hour, minute = schedule.at.split(":")
    return CronTrigger(
        day_of_week=schedule.days, hour=hour, minute=minute, timezone=ZoneInfo(schedule.zone)
    )
