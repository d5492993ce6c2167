"""The JSON line of one analysed text: the format that the attribution benchmark scores."""

from __future__ import annotations

from typing import Any

from store.records import Analysis, Attribution


def build_line(identity: str, analysis: Analysis) -> dict[str, Any]:
    """One line of `onrecord analyse`: offsets point into the text that was analysed.

    A statement that stands within another is listed there, under `nested`.
    """
    outer = [each for each in analysis.attributions if each.via is None]
    inner = [each for each in analysis.attributions if each.via is not None]
    return {
        "id": identity,
        "statements": [
            {
                **_build_statement(each),
                "nested": [_build_nested(other) for other in inner if _lies_in(other, each)],
            }
            for each in outer
        ],
    }


def _lies_in(inner: Attribution, outer: Attribution) -> bool:
    return any(start <= inner.content[0][0] < end for start, end in outer.content)


def _build_nested(attribution: Attribution) -> dict[str, Any]:
    via = attribution.via
    return {
        **_build_statement(attribution),
        "via": {"name": via.name, "role": via.role} if via else None,
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
