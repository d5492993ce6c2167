"""What somebody's Home in Slack shows."""

from __future__ import annotations

from collections.abc import Callable

from bot.desk import Desk
from bot.desk.schedules import wanted_schedules
from store.recent import count_holdings, recent_articles
from store.records import Audience
from store.watches import list_watches
from store.workspace import Home

MOST_ARTICLES = 10


def write_home(
    desk: Desk, team: str, user: str, *, is_public: Callable[[str], bool], administrator: bool
) -> Home:
    """What was read lately and which digests are posted, as far as everybody may know.

    Args:
        desk: The desk.
        team: The workspace.
        user: Whose Home it is.
        is_public: Whether everybody there may know of a channel.
        administrator: Show how much the archive holds, too.
    """
    schedules = [each for each in wanted_schedules(desk) if each.team == team]
    return Home(
        recent=tuple(recent_articles(desk.store.db, Audience(team, ""), MOST_ARTICLES)),
        schedules=tuple(each for each in schedules if is_public(each.channel)),
        watches=tuple(each for each in list_watches(desk.store.db, team) if each.user == user),
        holdings=count_holdings(desk.store.db) if administrator else None,
    )
