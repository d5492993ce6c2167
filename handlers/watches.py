"""Watches: set and ended by a command, told of news when an article was read."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import UTC, datetime

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.blocks import build_answer
from bot.connection import Workspace
from bot.desk import Desk
from bot.desk.watches import add_watch, end_watch, find_news, watches_of
from handlers.posting import Blocks, Place, post
from handlers.words import build_lines
from store.records import ArticleRef, Report
from store.workspace import Outcome, Share, Watch

log = logging.getLogger(__name__)


def change_watches(desk: Desk, verb: str, watch: Watch, *, now: datetime) -> Blocks:
    """`/onrecord watch X`, `unwatch X`, or `watch` alone, which lists."""
    if not watch.words:
        return _list(watches_of(desk, watch.team, watch.channel))
    if verb == "unwatch":
        end_watch(desk, watch)
        return build_lines(f"\u201c{watch.words}\u201d is watched here no longer.")
    add_watch(desk, watch, now=now)
    return build_lines(
        f"From now on I tell this place of every article that answers \u201c{watch.words}\u201d.",
        f"/onrecord unwatch {watch.words} ends that.",
    )


def tell_watches(
    desk: Desk, client: WebClient, workspace: Workspace, read: Iterable[tuple[Share, Outcome]]
) -> None:
    """Tell whoever watches what was read; not where its report stands already."""
    for share, outcome in read:
        if not isinstance(outcome, Report):
            continue
        for watch, answer in find_news(desk, share.team, _to_ref(outcome), now=datetime.now(UTC)):
            if watch.channel == share.channel:
                continue
            blocks = build_answer(answer, workspace_url=workspace.url)
            head = build_lines(f"News on \u201c{watch.words}\u201d, which is watched here.")
            try:
                post(client, Place(watch.channel), [*head, *blocks])
            except (SlackApiError, OSError) as error:
                log.warning("No news for the watch %s in %s: %s", watch.id, watch.channel, error)


def _to_ref(report: Report) -> ArticleRef:
    article = report.article
    known = (article.headline, article.publisher, article.url, article.published)
    return ArticleRef(report.article_id, *known)


def _list(watches: list[Watch]) -> Blocks:
    if not watches:
        return build_lines("Nothing is watched here. For example: /onrecord watch the harbour")
    return build_lines("Watched here:", *(f"\u2022 {watch.words}" for watch in watches))
