"""What was filled in to correct a statement."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.blocks.modals_correct import (
    EVERYWHERE,
    HIDDEN,
    KIND,
    MORE,
    NAME,
    NO_ROLE,
    NOTE,
    ROLE,
    SAID_ON,
    SAME,
    SPEAKER,
    STATEMENT,
)
from bot.errors import CorrectionError
from store.changes import Change, Sheet
from store.records import Speaker, SpeakerKind, Statement

KINDS: dict[str, SpeakerKind] = {
    "person": "person",
    "organisation": "organisation",
    "anonymous": "anonymous",
}


def read_choice(view: Mapping[str, Any]) -> int:
    """The number of the statement that was chosen; 0, which is none's, if it is no number."""
    value = _chosen(_filled(view), STATEMENT)
    return int(value) if value.isdecimal() else 0


def read_change(view: Mapping[str, Any], sheet: Sheet, statement: Statement) -> Change:
    """What is different from what stands there.

    Raises:
        CorrectionError: somebody was chosen and somebody else typed, or the one chosen is gone.
    """
    filled = _filled(view)
    role = _typed(filled, ROLE)
    new_role = "" if role == NO_ROLE else role
    speaker = _read_speaker(filled, sheet, new_role if role else None)
    more = [str(each["value"]) for each in filled.get(MORE, {}).get("selected_options") or []]
    said_on = _read_day(filled)
    return Change(
        speaker=speaker,
        role=new_role if role and speaker is None else None,
        said_on=said_on if said_on != statement.said_on else None,
        hidden=HIDDEN in more,
        everywhere=EVERYWHERE in more or SAME in more,
        same_person=SAME in more,
        note=_typed(filled, NOTE),
    )


def _read_speaker(filled: Mapping[str, Any], sheet: Sheet, role: str | None) -> Speaker | None:
    chosen, name = _chosen(filled, SPEAKER), _typed(filled, NAME)
    if chosen and name:
        raise CorrectionError("Choose somebody or type a name, not both.")
    if name:
        kind = KINDS.get(_chosen(filled, KIND), "person")
        return Speaker(name, role or "", kind)
    if not chosen:
        return None
    person = sheet.people.get(int(chosen)) if chosen.isdecimal() else None
    if person is None:
        raise CorrectionError("That name does not stand in the article any more.", "Type it.")
    return Speaker(person.name, person.role if role is None else role, person.kind)


def _read_day(filled: Mapping[str, Any]) -> date | None:
    day = filled.get(SAID_ON, {}).get("selected_date")
    return date.fromisoformat(day) if day else None


def _filled(view: Mapping[str, Any]) -> dict[str, Any]:
    """The state of each field by its name, which is its block's id as well."""
    return {name: block.get(name) or {} for name, block in view["state"]["values"].items()}


def _typed(filled: Mapping[str, Any], name: str) -> str:
    return " ".join(str(filled.get(name, {}).get("value") or "").split())


def _chosen(filled: Mapping[str, Any], name: str) -> str:
    return str((filled.get(name, {}).get("selected_option") or {}).get("value") or "")
