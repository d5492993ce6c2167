"""The buttons under a report: all quotes in a modal, statements as a file, a watch."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import partial
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.blocks.modals_quotes import PAGE, build_export, build_quotes
from bot.blocks.report_buttons import ALL_QUOTES, EXPORT, WATCH, find_subject
from bot.desk.correcting import open_report
from bot.desk.exports import export_article
from handlers.errors import tell
from handlers.opening import in_modal, under_report
from handlers.reception import Reception
from handlers.views import change_view, open_view
from handlers.watches import change_watches
from store.workspace import Watch

FILES = "files:write"


def register(app: App, reception: Reception) -> None:
    """Take what is pressed under reports, and in the modal with all quotes."""
    app.action(ALL_QUOTES)(partial(show_quotes, reception=reception))
    app.action(re.compile(f"^{PAGE}_"))(partial(turn_page, reception=reception))
    app.action(WATCH)(partial(watch_subject, reception=reception))
    app.action(EXPORT)(partial(export_quotes, reception=reception))


def show_quotes(
    ack: Ack, body: dict[str, Any], client: WebClient, respond: Respond, *, reception: Reception
) -> None:
    """Open all statements of an article, as far as who pressed may see it."""
    with under_report(ack, body, respond, reception) as pressed:
        view = build_quotes(pressed.open_sheet(), pressed.press.channel)
        open_view(client, pressed.press.trigger, view)


def turn_page(ack: Ack, body: dict[str, Any], client: WebClient, *, reception: Reception) -> None:
    """Show another page in the same modal."""
    with in_modal(ack, body, client, reception) as pressed:
        view = build_quotes(pressed.open_sheet(), pressed.press.channel, pressed.press.number)
        change_view(client, body["view"]["id"], view)


def export_quotes(
    ack: Ack, body: dict[str, Any], client: WebClient, respond: Respond, *, reception: Reception
) -> None:
    """Post an article's statements as a file in the thread; show them, if that is not granted."""
    with under_report(ack, body, respond, reception) as pressed:
        press, sheet = pressed.press, pressed.open_sheet()
        rows = "".join(export_article(pressed.desk, sheet.article.id, press.audience))
        if FILES not in reception.workspace_of(body).scopes:
            open_view(client, press.trigger, build_export(rows, sheet))
            return
        client.files_upload_v2(
            channel=press.channel,
            thread_ts=press.thread_ts,
            content=rows,
            filename=f"statements-{sheet.article.id}.csv",
            title="Statements",
        )


def watch_subject(
    ack: Ack, body: dict[str, Any], respond: Respond, *, reception: Reception
) -> None:
    """Tell this place from now on of what is said by or about whom the article is about."""
    with under_report(ack, body, respond, reception) as pressed:
        press, desk = pressed.press, pressed.desk
        report = open_report(desk, press.article, press.audience)
        watch = Watch(press.team, press.channel, find_subject(report), press.user)
        words = change_watches(desk, "watch", watch, now=datetime.now(UTC))
        tell(respond, words, press.thread_ts)
