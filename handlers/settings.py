"""A channel's settings: a modal, and what was filled in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.blocks.settings import CALLBACK, build_settings
from bot.blocks.views import read_kept
from bot.desk.channels import change_settings, read_domains, read_words, settings_of
from bot.desk.schedules import read_schedule, schedule_of, set_schedule
from bot.errors import OnRecordError
from handlers.reception import Reception
from handlers.teams import team_of
from store.workspace import ChannelMode, ChannelSettings, OtherLanguages, Schedule

MODES: dict[str, ChannelMode] = {"on": "on", "mentioned": "mentioned", "silent": "silent"}
OTHER_LANGUAGES: dict[str, OtherLanguages] = {"tell": "tell", "leave": "leave"}


def register(app: App, reception: Reception) -> None:
    """Take what was filled in."""
    app.view(CALLBACK)(partial(save_settings, reception=reception))


def open_settings(client: WebClient, command: dict[str, Any], reception: Reception) -> None:
    """Show the settings of the channel that a command was typed in."""
    place = team_of(command), command["channel_id"]
    desk = reception.desk_of(place[0])
    settings, schedule = settings_of(desk, *place), schedule_of(desk, *place)
    client.views_open(trigger_id=command["trigger_id"], view=build_settings(settings, schedule))


def save_settings(ack: Ack, body: dict[str, Any], *, reception: Reception) -> None:
    """Keep them; what cannot be read is told beside its field, and the modal stays open."""
    view, now = body["view"], datetime.now(UTC)
    place = team_of(body), str(read_kept(view)["channel"])
    desk = reception.desk_of(place[0])
    form = _read_form(view["state"]["values"], settings_of(desk, *place), schedule_of(desk, *place))
    if form.errors:
        ack(response_action="errors", errors=form.errors)
        return
    change_settings(desk, form.settings, user=body["user"]["id"], now=now)
    if form.schedule != schedule_of(desk, *place):
        set_schedule(desk, form.schedule, now=now)
        reception.schedules_changed(form.schedule.team)
    ack()


@dataclass(frozen=True, slots=True)
class _Form:
    settings: ChannelSettings
    schedule: Schedule
    errors: dict[str, str]
    """By the field's id."""


def _read_form(values: dict[str, Any], settings: ChannelSettings, schedule: Schedule) -> _Form:
    filled = {name: block[name] for name, block in values.items()}
    errors: dict[str, str] = {}
    when = f"{filled['at'].get('selected_time') or ''} {filled['zone'].get('value') or ''}"
    with _telling(errors, "skipped"):
        settings = replace(settings, skipped=read_domains(filled["skipped"].get("value") or ""))
    with _telling(errors, "paused"):
        settings = replace(settings, paused=read_words(filled["paused"].get("value") or ""))
    with _telling(errors, "zone"):
        schedule = read_schedule(when, schedule)
    settings = replace(
        settings,
        mode=MODES.get(_chosen_one(filled["mode"]), "on"),
        bots=bool(_chosen(filled["bots"])),
        other_languages=OTHER_LANGUAGES.get(_chosen_one(filled["other_languages"]), "tell"),
    )
    days = ",".join(_chosen(filled["days"]))
    enabled = bool(_chosen(filled["digest"]))
    return _Form(settings, replace(schedule, days=days, enabled=enabled), errors)


@contextmanager
def _telling(errors: dict[str, str], field: str) -> Iterator[None]:
    """Note beside a field why what was typed there cannot be read."""
    try:
        yield
    except OnRecordError as error:
        errors[field] = str(error)


def _chosen_one(element: dict[str, Any]) -> str:
    return str((element.get("selected_option") or {}).get("value") or "")


def _chosen(element: dict[str, Any]) -> list[str]:
    return [str(each["value"]) for each in element.get("selected_options") or []]
