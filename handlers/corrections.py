"""*Correct*: a statement is chosen, what is right is filled in, and reports show it at once."""

from __future__ import annotations

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
from bot.desk.correcting import correct, find_statement, open_sheet, undo
from handlers.correction_forms import read_change, read_choice
from handlers.errors import telling
from handlers.people import name_of
from handlers.presses import Press, read_press
from handlers.reception import Reception
from handlers.refreshing import refresh_reports
from handlers.views import change_view, open_view, telling_at, telling_in_view
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
    ack()
    press = read_press(body)
    with telling(respond, press.thread_ts):
        sheet = open_sheet(reception.desk, press.number, press.audience)
        open_view(client, press.trigger, build_choice(sheet, press.channel))


def start_with_one(
    ack: Ack, body: dict[str, Any], client: WebClient, *, reception: Reception
) -> None:
    """Pressed beside a statement: ask what is right."""
    ack()
    press = read_press(body)
    with telling_in_view(client, body):
        sheet = _open(body, press, reception)
        statement = find_statement(sheet, press.number)
        change_view(client, body["view"]["id"], build_form(sheet, statement, press.channel))


def search(ack: Ack, body: dict[str, Any], *, reception: Reception) -> None:
    """Statements of a long article that fit what is typed."""
    sheet = _open(body, read_press(body), reception)
    ack(options=find_options(sheet, str(body.get("value") or "")))


def choose(ack: Ack, body: dict[str, Any], *, reception: Reception) -> None:
    """A statement was chosen: ask what is right."""
    press = read_press(body)
    with telling_at(ack, STATEMENT):
        sheet = _open(body, press, reception)
        statement = find_statement(sheet, read_choice(body["view"]))
        ack(response_action="update", view=build_form(sheet, statement, press.channel))


def save(ack: Ack, body: dict[str, Any], client: WebClient, *, reception: Reception) -> None:
    """Keep what was filled in, and show it in the threads where the article was reported."""
    press, desk = read_press(body), reception.desk
    saved = False
    with telling_at(ack, NAME):
        sheet = _open(body, press, reception)
        statement = find_statement(sheet, int(read_kept(body["view"])["statement"]))
        change = read_change(body["view"], sheet, statement)
        name = name_of(client, press.user, press.user_name)
        by = Author(name, press.user, press.team, press.channel)
        correct(desk, statement.id, change, by, press.audience, now=datetime.now(UTC))
        ack()
        saved = True
    if saved:
        refresh_reports(desk, client, reception.workspace_of(body), sheet.article.id)


def take_back(ack: Ack, body: dict[str, Any], client: WebClient, *, reception: Reception) -> None:
    """Undo a correction, and show the rest of them."""
    ack()
    press, desk = read_press(body), reception.desk
    with telling_in_view(client, body):
        by = name_of(client, press.user, press.user_name)
        undo(desk, press.number, by, press.audience, now=datetime.now(UTC))
        sheet = _open(body, press, reception)
        change_view(client, body["view"]["id"], build_choice(sheet, press.channel))
        refresh_reports(desk, client, reception.workspace_of(body), sheet.article.id)


def _open(body: dict[str, Any], press: Press, reception: Reception) -> Sheet:
    """The article that the modal is about."""
    article = int(read_kept(body["view"])["article"])
    return open_sheet(reception.desk, article, press.audience)
