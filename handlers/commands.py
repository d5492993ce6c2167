"""`/onrecord`: a question, or one of a few verbs. Only who typed it sees what comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from functools import partial
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.blocks import build_digest, build_text, lay_out_answer
from bot.blocks.answer_buttons import MORE, POST, Page, build_answer_buttons, read_page
from bot.desk import Desk
from bot.desk.answers import answer
from bot.desk.digests import write_digest
from bot.desk.schedules import read_schedule, schedule_of, set_schedule
from bot.manifest import COMMAND
from handlers.errors import telling
from handlers.markup import find_text
from handlers.posting import Blocks, Place, post
from handlers.presses import Press, read_press
from handlers.questions import Asker, asks_for_help, now_of
from handlers.reception import Reception
from handlers.settings import open_settings
from handlers.teams import team_of
from handlers.watches import change_watches
from handlers.who import Inquirer, answer_who
from handlers.words import HELP, describe_schedule
from store.records import Audience
from store.who import Maker
from store.workspace import Schedule, Watch


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed after `/onrecord`, and where."""

    verb: str
    rest: str
    """What came after the verb."""
    user: str
    user_name: str
    asker: Asker
    reception: Reception

    @property
    def desk(self) -> Desk:
        """The desk that it is put to."""
        return self.reception.desk_of(self.place[0])

    @property
    def place(self) -> tuple[str, str]:
        """Workspace and channel."""
        return self.asker.audience.team or "", self.asker.audience.channel or ""


def register(app: App, reception: Reception) -> None:
    """Take the command, and the buttons under its answers."""
    app.command(COMMAND)(partial(answer_command, reception=reception))
    app.action(MORE)(partial(show_more, reception=reception))
    app.action(POST)(partial(post_answer, reception=reception))


def answer_command(
    ack: Ack, command: dict[str, Any], client: WebClient, respond: Respond, *, reception: Reception
) -> None:
    """Do what the first word says; where it is no verb, all of it is a question."""
    ack()
    with telling(respond):
        typed = _read(command, client, reception)
        if typed.verb == "settings" and not typed.rest:
            open_settings(client, command, reception)
            return
        blocks = VERBS.get(typed.verb, _answer_all)(typed)
        respond(blocks=blocks, text=build_text(blocks), unfurl_links=False, unfurl_media=False)


def show_more(
    ack: Ack, body: dict[str, Any], client: WebClient, respond: Respond, *, reception: Reception
) -> None:
    """The next page, in the place of this one."""
    ack()
    press = read_press(body)
    with telling(respond):
        blocks = _lay_out(_asker(press, client, reception), reception, read_page(press.value))
        respond(blocks=blocks, text=build_text(blocks), replace_original=True)


def post_answer(
    ack: Ack, body: dict[str, Any], client: WebClient, respond: Respond, *, reception: Reception
) -> None:
    """Show a page to the whole channel, because somebody wants that."""
    ack()
    press = read_press(body)
    with telling(respond):
        asker = _asker(press, client, reception)
        blocks = _lay_out(asker, reception, read_page(press.value), buttons=False)
        post(client, Place(press.channel), blocks)
        respond(delete_original=True)


def _read(command: dict[str, Any], client: WebClient, reception: Reception) -> Typed:
    words = find_text(command)
    verb, _, rest = words.partition(" ")
    if verb.lower() not in {*VERBS, "settings"}:
        verb, rest = "", words
    user = command["user_id"]
    audience = Audience(team_of(command), command["channel_id"])
    asker = Asker(audience, now_of(client, user, reception))
    name = str(command.get("user_name") or user)
    return Typed(verb.lower(), rest.strip(), user, name, asker, reception)


def _asker(press: Press, client: WebClient, reception: Reception) -> Asker:
    return Asker(press.audience, now_of(client, press.user, reception))


def _answer_all(typed: Typed) -> Blocks:
    """A question, or nothing at all."""
    if asks_for_help(typed.rest):
        return HELP
    return _lay_out(typed.asker, typed.reception, Page(typed.rest))


def _lay_out(asker: Asker, reception: Reception, page: Page, *, buttons: bool = True) -> Blocks:
    """A page of an answer, with what can be done with it."""
    audience, offset = asker.audience, page.offset
    desk = reception.desk_of(audience.team or "")
    found = answer(desk, page.question, audience, now=asker.now, offset=offset)
    workspace = reception.workspaces.workspace_of(audience.team or "")
    blocks, kept = lay_out_answer(found, workspace_url=workspace.url, offset=offset)
    alone = (audience.channel or "").startswith("D")
    more = build_answer_buttons(found, offset, kept, post=not alone) if buttons else []
    return [*blocks, *more]


def _watch(typed: Typed) -> Blocks:
    watch = Watch(*typed.place, typed.rest, typed.user)
    return change_watches(typed.desk, typed.verb, watch, now=typed.asker.now)


def _people(typed: Typed) -> Blocks:
    workspace = typed.reception.workspaces.workspace_of(typed.place[0])
    maker = Maker(typed.user_name, typed.asker.now)
    inquirer = Inquirer(typed.asker.audience, maker, workspace.url)
    return answer_who(typed.desk, typed.rest, inquirer)


def _digest(typed: Typed) -> Blocks:
    """The digest of the last day, or a change of when this channel gets one."""
    desk, now = typed.desk, typed.asker.now
    changed = _change_schedule(typed.rest, schedule_of(desk, *typed.place))
    if changed is None:
        until = now + timedelta(seconds=1)  # what was read in this very second is in, too
        since = now - timedelta(days=1)
        digest = write_digest(desk, typed.asker.audience, since=since, until=until)
        return build_digest(digest, now.tzinfo or UTC)
    set_schedule(desk, changed, now=now)
    typed.reception.schedules_changed(changed.team)
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


VERBS: dict[str, Callable[[Typed], Blocks]] = {
    "ask": _answer_all,
    "digest": _digest,
    "people": _people,
    "unwatch": _watch,
    "watch": _watch,
}
