"""Speakers as columns: `speaker_id`, `speaker_name`, ... or `claimer_id`, `claimer_name`, ..."""

from __future__ import annotations

from typing import Any

from store.entities import Cast
from store.records import Speaker


def speaker_columns(prefix: str, cast: Cast, speaker: Speaker | None) -> dict[str, object]:
    """The speaker as this article gives it, and the entity it is; nothing where unknown."""
    if speaker is None:
        return {}
    return {
        f"{prefix}_id": cast.find_speaker(speaker),
        f"{prefix}_name": speaker.name,
        f"{prefix}_role": speaker.role,
        f"{prefix}_kind": speaker.kind,
        f"{prefix}_sure": int(speaker.sure),
    }


def to_speaker(prefix: str, row: dict[str, Any]) -> Speaker | None:
    """The speaker of a row."""
    if row[f"{prefix}_name"] is None:
        return None
    return Speaker(
        name=row[f"{prefix}_name"],
        role=row[f"{prefix}_role"],
        kind=row[f"{prefix}_kind"],
        sure=bool(row[f"{prefix}_sure"]),
    )
