"""Finds where and by which agency a report was written: "OSLO, Norway (AP) - "."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.language.known_names import places

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĆČĐĒĘĚĞĪİŁŃŇŐŒŘŚŞŠŪŮŰŹŻŽ"
_DATELINE = re.compile(
    rf"^[ \t]*(?:(?:[{_CAPITAL}]{{2}} )?[{_CAPITAL}][{_CAPITAL}.'’]{{2,}}"
    rf"(?:[ -][{_CAPITAL}.'’]+){{0,3}}"
    r"|(?:[A-Z][\w.'’-]+ ){1,3}(?:\d{1,2} )?(?=\())"
    r"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)?(?:, [A-Z][a-z]+\.? \d{1,2})?[ \t]*(?:\([^)\n]{2,30}\))?"
    r"[ \t\xa0]*(?:--?|[–—―])[ \t\xa0]+(?=\S)",
    re.MULTILINE,
)
_NAME = rf"[{_CAPITAL}][\w.'’-]+(?: [\w.'’-]+){{0,3}}"
_PLACE_LINE = re.compile(
    rf"^[ \t]*(?P<town>{_NAME})(?:, (?P<land>{_NAME}))?[ \t\xa0]+"
    rf"[–—―][ \t\xa0]+(?=[{_CAPITAL}“‘\"'])",
    re.MULTILINE,
)
"""A place in small letters: "Oslo, Norway – "."""


def find_datelines(text: str) -> Iterator[int]:
    """The characters behind which the sentence begins that a dateline opens."""
    for match in _DATELINE.finditer(text):
        yield match.end()
    for match in _PLACE_LINE.finditer(text):
        if (match["land"] or match["town"]).lower() in places():
            yield match.end()
