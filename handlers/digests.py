"""The digest that a channel's schedule asks for."""

from __future__ import annotations

import logging
from zoneinfo import ZoneInfo

from bot.blocks import build_digest
from bot.desk import Desk
from bot.desk.digests import write_digest
from bot.desk.schedules import Due
from bot.workspaces import Workspaces
from handlers.posting import Place, post
from store.records import Audience

log = logging.getLogger(__name__)


def post_digest(workspaces: Workspaces, desk: Desk, due: Due) -> None:
    """Post a digest; if nothing was said in its time, nothing is posted."""
    schedule = due.schedule
    audience = Audience(schedule.team, schedule.channel)
    digest = write_digest(desk, audience, since=due.since, until=due.until)
    if not digest.reports:
        log.info("Nothing was said since the last digest in %s.", schedule.channel)
        return
    client = workspaces.client_of(schedule.team)
    post(client, Place(schedule.channel), build_digest(digest, ZoneInfo(schedule.zone)))
