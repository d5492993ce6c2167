"""*Correct*: a statement is chosen, what is right is filled in, and reports show it at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.blocks.modals_correct import (
    CHOOSE,
    FORM,
    NAME,
    STATEMENT,
    UNDO,
    build_choice,
    build_form,
    find_options,
)
from bot.blocks.modals_quotes import CORRECT_ONE
from bot.blocks.report_buttons import CORRECT
from bot.blocks.views import read_kept
from bot.desk.correcting import correct, find_statement, undo
from handlers.correction_forms import read_change, read_choice
from handlers.opening import Pressed, in_modal, read_pressed, under_report
from handlers.people import name_of
from handlers.reception import Reception
from handlers.refreshing import refresh_reports
from handlers.views import change_view, open_view, telling_at
from store.changes import Author, Sheet


def register(app: App, reception: Reception) -> None:
    """Take each step of a correction."""
    app.action(CORRECT)(partial(start, reception=reception))
    app.action(CORRECT_ONE)(partial(start_with_one, reception=reception))
    app.options(STATEMENT)(partial(search, reception=reception))
    app.view(CHOOSE)(partial(choose, reception=reception))
    app.view(FORM)(partial(save, reception=reception))
    app.action(UNDO)(partial(take_back, reception=reception))


def start(
    ack: Ack, body: dict[str, Any], client: WebClient, respond: Respond, *, reception: Reception
) -> None:
    """Pressed under a report: ask which statement is wrong."""
    with under_report(ack, body, respond, reception) as pressed:
        view = build_choice(pressed.open_sheet(), pressed.press.channel)
        open_view(client, pressed.press.trigger, view)


def start_with_one(
    ack: Ack, body: dict[str, Any], client: WebClient, *, reception: Reception
) -> None:
    """Pressed beside a statement: ask what is right."""
    with in_modal(ack, body, client, reception) as pressed:
        press, sheet = pressed.press, pressed.open_sheet()
        statement = find_statement(sheet, press.number)
        change_view(client, body["view"]["id"], build_form(sheet, statement, press.channel))


def search(ack: Ack, body: dict[str, Any], *, reception: Reception) -> None:
    """Statements of a long article that fit what is typed."""
    sheet = read_pressed(body, reception).open_sheet()
    ack(options=find_options(sheet, str(body.get("value") or "")))


def choose(ack: Ack, body: dict[str, Any], *, reception: Reception) -> None:
    """A statement was chosen: ask what is right."""
    pressed = read_pressed(body, reception)
    with telling_at(ack, STATEMENT):
        sheet = pressed.open_sheet()
        statement = find_statement(sheet, read_choice(body["view"]))
        form = build_form(sheet, statement, pressed.press.channel)
        ack(response_action="update", view=form)


def save(ack: Ack, body: dict[str, Any], client: WebClient, *, reception: Reception) -> None:
    """Keep what was filled in, and show it in the threads where the article was reported."""
    pressed = read_pressed(body, reception)
    saved = False
    with telling_at(ack, NAME):
        sheet = pressed.open_sheet()
        _save(pressed, sheet, body["view"], client)
        ack()
        saved = True
    if saved:
        refresh_reports(pressed.desk, client, reception.workspace_of(body), sheet.article.id)


def take_back(ack: Ack, body: dict[str, Any], client: WebClient, *, reception: Reception) -> None:
    """Undo a correction, and show the rest of them."""
    with in_modal(ack, body, client, reception) as pressed:
        press, desk = pressed.press, pressed.desk
        by = name_of(client, press.user, press.user_name)
        undo(desk, press.number, by, press.audience, now=datetime.now(UTC))
        sheet = pressed.open_sheet()
        change_view(client, body["view"]["id"], build_choice(sheet, press.channel))
        refresh_reports(desk, client, reception.workspace_of(body), sheet.article.id)


def _save(pressed: Pressed, sheet: Sheet, view: Mapping[str, Any], client: WebClient) -> None:
    press = pressed.press
    statement = find_statement(sheet, int(read_kept(view)["statement"]))
    change = read_change(view, sheet, statement)
    name = name_of(client, press.user, press.user_name)
    by = Author(name, press.user, press.team, press.channel)
    correct(pressed.desk, statement.id, change, by, press.audience, now=datetime.now(UTC))
