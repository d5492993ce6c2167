"""The JSON line of one analysed text: the format that the attribution benchmark scores."""

from __future__ import annotations

from typing import Any

from store.records import Analysis, Attribution


def build_line(identity: str, analysis: Analysis) -> dict[str, Any]:
    """One line of `onrecord analyse`: offsets point into the text that was analysed."""
    return {
        "id": identity,
        "statements": [_build_statement(each) for each in analysis.attributions],
    }


def _build_statement(attribution: Attribution) -> dict[str, Any]:
    speaker = attribution.speaker
    named = speaker is not None and speaker.sure
    return {
        "speaker": list(attribution.source) if attribution.source else None,
        "cue": list(attribution.cue) if attribution.cue else None,
        "content": [list(span) for span in attribution.content],
        "kind": attribution.kind,
        "speaker_name": speaker.name if speaker and named else None,
        "speaker_role": speaker.role if speaker and named else "",
        "confidence": attribution.confidence,
        "standing": attribution.standing,
    }
