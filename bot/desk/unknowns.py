"""What a question asks for that no archive of quotes holds: a speaker's party, or the truth."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Unknown:
    """What is not held, and what the question is about besides."""

    what: str
    """As it follows "The archive does not know"."""
    topic: str = ""


def find_unknown(question: str) -> Unknown | None:
    """What a whole question asks for in vain: "who was angry about the trams"."""
    for what, _, questions in _patterns():
        for pattern in questions:
            match = pattern.match(question)
            if match:
                who = match.groupdict().get("who") or ""
                return Unknown(what, question[match.end() :].strip() or who)
    return None


def find_unknown_speaker(speaker: str) -> str:
    """What is asked of those who speak, and is not held: "women", "Democrats"; else empty."""
    return next(
        (what for what, speakers, _ in _patterns() if any(p.fullmatch(speaker) for p in speakers)),
        "",
    )


_Patterns = tuple[re.Pattern[str], ...]


@cache
def _patterns() -> tuple[tuple[str, _Patterns, _Patterns], ...]:
    """What is not held, with the patterns of speakers and of questions that ask for it."""
    read = tomllib.loads(files("bot.desk").joinpath("unknowns.toml").read_text("utf-8"))
    return tuple(
        (each["what"], _compile(each.get("speakers", [])), _compile(each.get("questions", [])))
        for each in read["unknown"]
    )


def _compile(patterns: list[str]) -> _Patterns:
    return tuple(re.compile(rf"(?:{pattern})", re.IGNORECASE) for pattern in patterns)
