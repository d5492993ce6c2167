"""The JSON line of one analysed text: the format that the attribution benchmark scores."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from store.records import Analysis, Attribution, Span

_LEADING_THAT = re.compile(r"\bthat\s+[“\"‘']?$")
_LONGEST_LEAD = 10
"""Characters of "that", a space and a mark, with some to spare."""


def build_line(identity: str, text: str, analysis: Analysis) -> dict[str, Any]:
    """One line of `onrecord analyse`: offsets point into the text that was analysed.

    A statement that stands within another is listed there, under `nested`. The benchmark counts
    the "that" that leads to a clause to what is said, so here it is.
    """
    found = [
        replace(each, content=_with_that(text, each.content)) for each in analysis.attributions
    ]
    outer = [each for each in found if each.via is None]
    inner = [each for each in found if each.via is not None]
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


def _with_that(text: str, content: tuple[Span, ...]) -> tuple[Span, ...]:
    (start, end), *others = content
    begin = max(0, start - _LONGEST_LEAD)
    that = _LEADING_THAT.search(text[begin:start])
    return ((begin + that.start(), end), *others) if that else content


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
