"""The app was removed in a workspace: what becomes of what it shared."""

from __future__ import annotations

import logging

from bot.desk import Desk
from store.deleting import delete_articles
from store.teams import articles_only_of, delete_team
from store.wiping import wipe

log = logging.getLogger(__name__)


def forget_workspace(desk: Desk, team: str) -> None:
    """Delete a workspace's archive, if the settings say so; what others shared too, stays."""
    if desk.settings.onrecord_uninstall != "delete":
        log.info("The archive of the workspace %s is kept (ONRECORD_UNINSTALL).", team)
        return
    db = desk.store.db
    ids = articles_only_of(db, team)
    delete_articles(db, ids)
    delete_team(db, team)
    wipe(db)
    log.info("The archive of the workspace %s is deleted: %s article versions.", team, len(ids))
