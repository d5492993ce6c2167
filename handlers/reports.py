"""A message's links are answered: read, posted once in the thread, done."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.blocks import build_reports
from bot.connection import Workspace
from bot.desk import Desk
from bot.desk.links import ReadShare, finish_share, finish_shares, read_shares
from bot.workspaces import Workspaces
from handlers.agent import READING, show_status
from handlers.channels import NOT_ALLOWED
from handlers.posting import Place, build_metadata, find_reports, post
from handlers.reactions import DONE, FAILED, show_end, show_reading
from handlers.watches import tell_watches
from store.workspace import Failure, Share

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Poster:
    """Who posts, and what it needs to know its own messages and link to threads."""

    client: WebClient
    """One that does not repeat a call whose answer got lost."""
    workspace: Workspace


def answer_shares(workspaces: Workspaces, desk: Desk, shares: Sequence[Share]) -> None:
    """Read a message's links and post one reply.

    Raises:
        SlackApiError: and errors of the network; calling again is safe at any time.
        SlackError: the app is not in this workspace (any more).
    """
    team = shares[0].team
    poster = Poster(workspaces.client_of(team), workspaces.workspace_of(team))
    left = _without_posted(desk, poster, shares)
    if not left:
        return
    place = Place(left[0].channel, left[0].thread_ts)
    show_reading(poster.client, poster.workspace, left[0])
    show_status(poster.client, poster.workspace, place, READING)
    read = read_shares(desk, left)
    outcomes = [each.outcome for each in read if each.outcome is not None and each.is_told]
    report_ts = ""
    if outcomes:
        blocks = build_reports(outcomes, workspace_url=poster.workspace.url)
        report_ts = post(poster.client, place, blocks, metadata=build_metadata(left))
    finish_shares(desk, read, report_ts)
    show_end(poster.client, poster.workspace, left[0], _find_end(read))
    told = [(each.share, each.outcome) for each in read if each.outcome is not None]
    tell_watches(desk, poster.client, poster.workspace, told)


def _find_end(read: Sequence[ReadShare]) -> str:
    """The reaction that stays: none where there was nothing to say a word of."""
    told = [each for each in read if each.is_told]
    if any(isinstance(each.outcome, Failure) for each in told):
        return FAILED
    return DONE if told else ""


def _without_posted(desk: Desk, poster: Poster, shares: Sequence[Share]) -> list[Share]:
    """The shares that still need an answer, after looking for one in the thread."""
    unsure = [share for share in shares if share.state == "posting"]
    if not unsure:
        return list(shares)
    posted = _find_posted(poster, unsure[0])
    for share in unsure:
        if share.id in posted:
            finish_share(desk, share, posted[share.id], failed=bool(share.failure))
    return [share for share in shares if share.id not in posted]


def _find_posted(poster: Poster, share: Share) -> dict[int, str]:
    """Ids of the shares that are answered in the thread, and in which message."""
    place = Place(share.channel, share.thread_ts)
    try:
        reports = list(find_reports(poster.client, place, poster.workspace.bot_user))
    except SlackApiError as error:
        if error.response.get("error") not in NOT_ALLOWED:
            raise
        log.warning("The bot may not read %s: a report may stand there twice.", share.channel)
        return {}
    return {share_id: ts for ts, ids in reports for share_id in ids}
