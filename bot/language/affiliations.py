"""Reads the party and the state that stand behind a politician's name: "Jane Roe (R-Utah)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from bot.language.roles import find_title
from bot.language.wordlists import read_table

_BEHIND = re.compile(r"\s?[(,] ?([RD])(?:\s?-\s?([A-Z][A-Za-z.]*(?: [A-Z][a-z.]+)?))?\s?[),]")
_PARTIES = {"R": "Republican", "D": "Democrat"}
_REACH = 9
"""Tokens behind a name in which both stand."""


def find_affiliations(doc: Doc, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    """What it tells as roles: "Utah Republican", and with the title before it "Utah Rep."."""
    for start, end in spans:
        if end >= len(doc) or doc[end].text not in ("(", ","):
            continue
        match = _BEHIND.match(doc[end : end + _REACH].text)
        if match is None:
            continue
        state = read_table("state_abbreviations").get(match[2] or "", match[2] or "")
        title = find_title(doc, start)
        for office in filter(None, (_PARTIES[match[1]], title)):
            yield f"{state} {office}".strip()
