"""The article's own JSON-LD among all that a page carries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

_RANKS = {
    "NewsArticle": 0,
    "ReportageNewsArticle": 0,
    "AnalysisNewsArticle": 0,
    "BackgroundNewsArticle": 0,
    "OpinionNewsArticle": 0,
    "ReviewNewsArticle": 0,
    "AskPublicNewsArticle": 0,
    "LiveBlogPosting": 0,
    "Article": 1,
    "BlogPosting": 1,
    "Report": 1,
    "ScholarlyArticle": 1,
    "TechArticle": 1,
    "SocialMediaPosting": 2,
    "WebPage": 3,
}
"""Types that describe the page's article, best first. A ClaimReview describes another's claim."""
_WAYS_IN = ("@graph", "mainEntity", "mainEntityOfPage")
_MOST_NODES = 2_000
_MOST_SCRIPTS = 50
_LONGEST_SCRIPT = 2**20


def find_article_data(tree: HtmlElement, url: str) -> dict[str, Any]:
    """The node that describes this page's article; empty if there is none.

    Among several of one rank the one that names `url` wins, then the first.
    """
    nodes = list(_nodes(tree))
    found = [node for node in nodes if _rank(node) is not None]
    best = min(found, key=lambda node: (_rank(node), not _names_url(node, url)), default={})
    named = {str(node.get("@id")): node for node in nodes if node.get("name")}
    return {**best, **{key: _resolved(best.get(key), named) for key in ("author", "publisher")}}


def is_article(node: dict[str, Any]) -> bool:
    """Whether the node describes an article, not just a page."""
    rank = _rank(node)
    return rank is not None and rank < _RANKS["WebPage"]


def is_free(node: dict[str, Any]) -> bool:
    """False if the node says that its article is for subscribers."""
    return str(node.get("isAccessibleForFree", True)).lower() != "false"


def text_of(value: object) -> str:
    """A JSON-LD value as text: strings come in lists and in objects with `@value`."""
    for _ in range(5):
        if isinstance(value, list):
            value = value[0] if value else ""
        elif isinstance(value, dict):
            value = value.get("@value") or value.get("name") or value.get("alternateName")
    return value if isinstance(value, str) else ""


def names_of(value: object) -> list[str]:
    """The names of people or organisations, however they are given."""
    entries = value if isinstance(value, list) else [value]
    return [name for name in (text_of(entry) for entry in entries[:20]) if name]


def _resolved(value: object, named: dict[str, dict[str, Any]]) -> object:
    """Nodes that only point to another one of the page (`{"@id": ...}`) become that one."""
    if isinstance(value, list):
        return [_resolved(entry, named) for entry in value[:20] if not isinstance(entry, list)]
    if isinstance(value, dict) and not text_of(value):
        return named.get(str(value.get("@id")), value)
    return value


def _nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    waiting = [_load(script.text or "") for script in _scripts(tree)]
    waiting.reverse()
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node[:_MOST_NODES]))
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[way] for way in reversed(_WAYS_IN) if way in node)


def _scripts(tree: HtmlElement) -> list[HtmlElement]:
    scripts = tree.xpath("//script[contains(@type, 'ld+json')]")
    return [s for s in scripts[:_MOST_SCRIPTS] if s.text and len(s.text) <= _LONGEST_SCRIPT]


def _load(text: str) -> object:
    try:
        return json.loads(text.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):  # a page's mistake, or its malice
        return None


def _rank(node: dict[str, Any]) -> int | None:
    kinds = node.get("@type")
    named = [
        kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
    ]
    names = [name.rpartition("/")[2] for name in named]
    if "ClaimReview" in names:
        return None
    return min((_RANKS[name] for name in names if name in _RANKS), default=None)


def _names_url(node: dict[str, Any], url: str) -> bool:
    own = node.get("mainEntityOfPage")
    names = [node.get("url"), node.get("@id"), own.get("@id") if isinstance(own, dict) else own]
    return bool(url) and any(isinstance(n, str) and n.partition("#")[0] == url for n in names)
