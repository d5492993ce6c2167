"""Slack's markup, turned back into the words that a person typed or pasted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

ANGLED = re.compile(r"<([^<>]+)>")
SIGNS = re.compile(r"^&gt; ?|```", re.MULTILINE)
"""What marks a quote and preformatted lines where there is no rich text."""
LINES = {"rich_text", "rich_text_list"}
PARTS = {"rich_text_section", "rich_text_quote", "rich_text_preformatted"}


def find_text(message: Mapping[str, Any]) -> str:
    """The words of a message, with its lines and paragraphs; mentions of people are left out.

    From the composer's rich text if there is any, otherwise from `text`.
    """
    blocks = [block for block in dicts(message.get("blocks")) if block.get("type") == "rich_text"]
    words = "\n".join(map(_words, blocks)).strip() or _plain(message.get("text"))
    return words.encode("utf-8", "replace").decode()


def dicts(value: object) -> list[dict[str, Any]]:
    """The objects in what should be a list of them."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def unescape(text: str) -> str:
    """Undo the three escapes that Slack knows."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _words(element: Mapping[str, Any]) -> str:
    """The words of a block, of a part of it, or of a single element."""
    kind, parts = element.get("type"), dicts(element.get("elements"))
    if kind in LINES:
        return "\n".join(map(_words, parts))
    if kind in PARTS:
        return "".join(map(_words, parts))
    return _word(str(kind), element)


def _word(kind: str, element: Mapping[str, Any]) -> str:
    match kind:
        case "text" | "link":
            return str(element.get("text") or element.get("url") or "")
        case "emoji":
            return _emoji(str(element.get("unicode") or ""))
        case "broadcast":
            return f"@{element.get('range', '')}"
        case "date":
            return str(element.get("fallback") or "")
        case _:
            return ""


def _emoji(points: str) -> str:
    """The character that Slack names by its code points, `1f1f3-1f1f4`; nothing for its own."""
    try:
        return "".join(chr(int(point, 16)) for point in points.split("-")) if points else ""
    except (ValueError, OverflowError):
        return ""


def _plain(text: object) -> str:
    words = SIGNS.sub("", text) if isinstance(text, str) else ""
    return unescape(ANGLED.sub(_unwrap, words)).strip()


def _unwrap(found: re.Match[str]) -> str:
    """What stands for `<https://a.example/|label>`, `<#C1|news>`, `<!here>` or `<@U1>`."""
    what, _, label = found[1].partition("|")
    match what[0]:
        case "@":
            return label
        case "#":
            return f"#{label}" if label else ""
        case "!":
            return label or f"@{what[1:]}"
        case _:
            return label or what
