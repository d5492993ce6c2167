"""The text beside the blocks: what notifications and screen readers get."""

from __future__ import annotations

from typing import Any

from bot.blocks.elements import Blocks
from bot.blocks.wording import escape

LONGEST_TEXT = 3000


def build_text(blocks: Blocks) -> str:
    """The blocks' words, a line for each line, escaped, within Slack's advised length."""
    kept: list[str] = []
    room = LONGEST_TEXT
    for line in (line for block in blocks for line in _find_lines(block)):
        escaped = escape(line)
        room -= len(escaped) + 1
        if room < 0:
            return "\n".join([*kept, "…"]) if kept else escape(line[:500]) + "…"
        kept.append(escaped)
    return "\n".join(kept)


def _find_lines(block: dict[str, Any]) -> list[str]:
    match block["type"]:
        case "rich_text":
            return [line for element in block["elements"] for line in _find_rich_lines(element)]
        case "context":
            return [" ".join(element["text"] for element in block["elements"])]
        case _:
            return []


def _find_rich_lines(element: dict[str, Any]) -> list[str]:
    if element["type"] == "rich_text_list":
        return ["• " + line for item in element["elements"] for line in _find_rich_lines(item)]
    words = "".join(part.get("text", "") for part in element["elements"])
    return words.split("\n")
