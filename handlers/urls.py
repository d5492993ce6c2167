"""Which links a message holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from handlers.markup import dicts, unescape

LINK = re.compile(r"<(https?://[^|>\s]+)(?:\|[^>]*)?>", re.IGNORECASE)
OWN_HOSTS = ("slack.com",)
"""Slack's own pages (permalinks, files) are no articles."""


def find_urls(message: Mapping[str, Any]) -> tuple[str, ...]:
    """The web addresses that a person put into a message, in order, each once.

    From the composer's rich text if there is any, otherwise from `text`. Attachments are
    left alone: what stands there was added by Slack, not by the person.
    """
    found = list(_find_in_blocks(message.get("blocks"))) or _find_in_text(message.get("text"))
    return tuple(dict.fromkeys(url for url in found if _is_elsewhere(url)))


def added_urls(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """The addresses that an edit brought in."""
    known = set(find_urls(before))
    return tuple(url for url in find_urls(after) if url not in known)


def _find_in_blocks(blocks: object) -> Iterator[str]:
    for block in dicts(blocks):
        if block.get("type") == "rich_text":
            yield from _find_in_elements(block.get("elements"))


def _find_in_elements(elements: object) -> Iterator[str]:
    for element in dicts(elements):
        url = element.get("url")
        if element.get("type") == "link" and isinstance(url, str):
            yield url
        yield from _find_in_elements(element.get("elements"))


def _find_in_text(text: object) -> list[str]:
    found = LINK.findall(text) if isinstance(text, str) else []
    return [unescape(url) for url in found]


def _is_elsewhere(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    own = any(host == name or host.endswith("." + name) for name in OWN_HOSTS)
    return parts.scheme.lower() in {"http", "https"} and bool(host) and not own
