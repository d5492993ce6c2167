"""Questions to the bot: a mention, a direct message, or `/onrecord`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient

from bot.blocks import build_answer, build_digest, build_text, lay_out_answer
from bot.desk.answers import answer
from bot.desk.channels import settings_of
from bot.desk.conversations import goes_on, remember, shorten, take_turn
from bot.desk.deliveries import is_first
from bot.desk.digests import write_digest
from bot.desk.schedules import read_schedule, schedule_of, set_schedule
from bot.manifest import COMMAND
from handlers.agent import LOOKING, is_agent, show_status
from handlers.errors import telling
from handlers.markup import find_text
from handlers.messages import Message, read_message
from handlers.people import zone_of
from handlers.posting import Blocks, Place, post, show
from handlers.reception import Reception
from handlers.settings import open_settings
from handlers.watches import change_watches
from handlers.words import HELP, describe_schedule
from store.records import Audience, Schedule, Thread, Watch

QUESTION = "question"


def register(app: App, reception: Reception) -> None:
    """Answer questions wherever they may be put."""
    take = partial(take_question, reception=reception)
    reply = partial(answer_message, reception=reception)
    app.event("app_mention", middleware=[take])(reply)
    app.event("message", middleware=[take])(reply)
    app.command(COMMAND)(partial(answer_command, reception=reception))


def take_question(
    body: dict[str, Any], context: BoltContext, next_: Callable[[], None], *, reception: Reception
) -> None:
    """Go on if this is a question to the bot that nobody has answered yet."""
    message = read_message(body, reception.workspace_of(body).bot_user)
    if message is None or message.urls or not _is_question(message, reception):
        return
    asked = f"asked {message.team}/{message.channel}/{message.ts}"
    if is_first(reception.desk, asked, str(body.get("event_id", "")), now=datetime.now(UTC)):
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
    asker = _Asker(Audience(message.team, message.channel), _now(client, message.user, reception))
    blocks = _converse(
        reception, message, Thread(message.team, message.channel, place.thread_ts), asker
    )
    if settings_of(reception.desk, message.team, message.channel).mode == "silent":
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
    return goes_on(reception.desk, message.text, thread, audience, datetime.now(UTC))


def _converse(reception: Reception, message: Message, thread: Thread, asker: _Asker) -> Blocks:
    """Answer as the next turn of a thread; what does not fit is left for "more"."""
    if _asks_for_help(message.text):
        return HELP
    desk, url = reception.desk, reception.workspaces.workspace_of(message.team).url
    turn = take_turn(desk, message.text, thread, asker.audience, asker.now)
    blocks, shown = lay_out_answer(turn.answer, workspace_url=url, offset=turn.offset, more=True)
    if shown < len(turn.answer.statements):
        turn = shorten(desk, turn, shown, asker.audience, asker.now)
        blocks, _ = lay_out_answer(turn.answer, workspace_url=url, offset=turn.offset, more=True)
    remember(desk, thread, turn, begun=thread.ts == message.ts, now=asker.now)
    return blocks


def answer_command(
    ack: Ack, command: dict[str, Any], client: WebClient, respond: Respond, *, reception: Reception
) -> None:
    """`/onrecord ask ...`, `digest ...` or `help`; only the asker sees the answer.

    Other words are a question too: nobody has to remember "ask".
    """
    ack()
    words = find_text(command)
    verb, _, rest = words.partition(" ")
    with telling(respond):
        audience = Audience(*_place(command))
        asker = _Asker(audience, _now(client, command["user_id"], reception))
        match verb.lower():
            case "settings":
                open_settings(client, command, reception)
                return
            case "watch" | "unwatch":
                watch = Watch(*_place(command), rest.strip(), command["user_id"])
                blocks = change_watches(reception.desk, verb.lower(), watch, now=asker.now)
            case "digest":
                blocks = _digest(reception, rest.strip(), asker)
            case "ask":
                blocks = _answer(reception, rest.strip(), asker)
            case _:
                blocks = _answer(reception, words, asker)
        respond(blocks=blocks, text=build_text(blocks), unfurl_links=False, unfurl_media=False)


def _place(command: dict[str, Any]) -> tuple[str, str]:
    return command["team_id"], command["channel_id"]


@dataclass(frozen=True, slots=True)
class _Asker:
    audience: Audience
    now: datetime
    """In the asker's time zone."""


def _now(client: WebClient, user: str, reception: Reception) -> datetime:
    usual = reception.desk.settings.onrecord_timezone
    return datetime.now(zone_of(client, user, usual))


def _answer(reception: Reception, words: str, asker: _Asker) -> Blocks:
    if _asks_for_help(words):
        return HELP
    found = answer(reception.desk, words, asker.audience, now=asker.now)
    workspace = reception.workspaces.workspace_of(asker.audience.team or "")
    return build_answer(found, workspace_url=workspace.url)


def _asks_for_help(words: str) -> bool:
    return not words or words.lower() in {"help", "hello", "hi"}


def _digest(reception: Reception, words: str, asker: _Asker) -> Blocks:
    """The digest of the last day, or a change of when this channel gets one."""
    desk, now, audience = reception.desk, asker.now, asker.audience
    schedule = schedule_of(desk, audience.team or "", audience.channel or "")
    changed = _change_schedule(words, schedule)
    if changed is None:
        until = now + timedelta(seconds=1)  # what was read in this very second is in, too
        digest = write_digest(desk, audience, since=now - timedelta(days=1), until=until)
        return build_digest(digest, now.tzinfo or UTC)
    set_schedule(desk, changed, now=now)
    reception.schedules_changed()
    return describe_schedule(changed)


def _change_schedule(words: str, schedule: Schedule) -> Schedule | None:
    """The schedule that `on`, `off` or `at 08:00 Europe/London` asks for; None: none of these."""
    verb, _, rest = words.partition(" ")
    match verb.lower():
        case "at":
            return read_schedule(rest, schedule)
        case "on":
            return read_schedule(schedule.at, schedule)
        case "off":
            return replace(schedule, enabled=False)
        case _:
            return None
