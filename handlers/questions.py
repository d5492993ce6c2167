"""Questions to the bot: a mention, a direct message, or a thread that goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from slack_bolt import App, BoltContext
from slack_sdk import WebClient

from bot.blocks import lay_out_answer
from bot.desk.channels import settings_of
from bot.desk.conversations import goes_on, remember, shorten, take_turn
from bot.desk.deliveries import is_first
from handlers.agent import LOOKING, is_agent, show_status
from handlers.messages import Message, read_message
from handlers.people import zone_of
from handlers.posting import Blocks, Place, post, show
from handlers.reception import Reception
from handlers.words import HELP
from store.records import Audience
from store.workspace import Thread

QUESTION = "question"


def register(app: App, reception: Reception) -> None:
    """Answer questions wherever they may be put."""
    take = partial(take_question, reception=reception)
    reply = partial(answer_message, reception=reception)
    app.event("app_mention", middleware=[take])(reply)
    app.event("message", middleware=[take])(reply)


def take_question(
    body: dict[str, Any], context: BoltContext, next_: Callable[[], None], *, reception: Reception
) -> None:
    """Go on if this is a question to the bot that nobody has answered yet."""
    message = read_message(body, reception.workspace_of(body).bot_user)
    if message is None or message.urls or not _is_question(message, reception):
        return
    asked = f"asked {message.team}/{message.channel}/{message.ts}"
    desk, event = reception.desk_of(message.team), str(body.get("event_id", ""))
    if is_first(desk, asked, event, now=datetime.now(UTC)):
        context[QUESTION] = message
        next_()


def answer_message(context: BoltContext, client: WebClient, *, reception: Reception) -> None:
    """Answer in the thread; in a direct message beside the question, as people talk there.

    In an agent's container conversations are threads. Where the bot is to stay silent, only
    the asker sees the answer.
    """
    message: Message = context[QUESTION]
    workspace = reception.workspaces.workspace_of(message.team)
    in_thread = is_agent(workspace)
    place = Place(message.channel, message.answer_ts if in_thread else message.reply_ts)
    show_status(client, workspace, place, LOOKING)
    asker = Asker(Audience(message.team, message.channel), now_of(client, message.user, reception))
    blocks = _converse(
        reception, message, Thread(message.team, message.channel, place.thread_ts), asker
    )
    desk = reception.desk_of(message.team)
    if settings_of(desk, message.team, message.channel).mode == "silent":
        show(client, place, message.user, blocks)
    else:
        post(client, place, blocks)


def _is_question(message: Message, reception: Reception) -> bool:
    """Whether the bot is spoken to, or a thread with it goes on: then nobody has to name it."""
    if message.is_to(reception.workspaces.workspace_of(message.team).bot_user):
        return True
    if message.by_bot or not message.thread_ts or message.mentions or not message.text:
        return False
    thread = Thread(message.team, message.channel, message.thread_ts)
    audience = Audience(message.team, message.channel)
    return goes_on(
        reception.desk_of(message.team), message.text, thread, audience, datetime.now(UTC)
    )


def _converse(reception: Reception, message: Message, thread: Thread, asker: Asker) -> Blocks:
    """Answer as the next turn of a thread; what does not fit is left for "more"."""
    if asks_for_help(message.text):
        return HELP
    desk = reception.desk_of(message.team)
    url = reception.workspaces.workspace_of(message.team).url
    turn = take_turn(desk, message.text, thread, asker.audience, asker.now)
    blocks, shown = lay_out_answer(turn.answer, workspace_url=url, offset=turn.offset, more=True)
    if shown < len(turn.answer.statements):
        turn = shorten(desk, turn, shown, asker.audience, asker.now)
        blocks, _ = lay_out_answer(turn.answer, workspace_url=url, offset=turn.offset, more=True)
    remember(desk, thread, turn, begun=thread.ts == message.ts, now=asker.now)
    return blocks


@dataclass(frozen=True, slots=True)
class Asker:
    """Who will see an answer, and when it was asked for."""

    audience: Audience
    now: datetime
    """In the asker's time zone."""


def now_of(client: WebClient, user: str, reception: Reception) -> datetime:
    """The moment, in the time zone of who asks."""
    usual = reception.desks.settings.onrecord_timezone
    return datetime.now(zone_of(client, user, usual))


def asks_for_help(words: str) -> bool:
    """Whether nothing is asked, or how to ask."""
    return not words or words.lower() in {"help", "hello", "hi"}
