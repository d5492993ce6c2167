"""Reports to build messages from, and ways to look into the blocks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from store.records import Analysis, Article, Attribution, Claim, Figure, Kind, Report, Speaker

Json = dict[str, Any]

HOLT = Speaker("Miriam Holt", "Maritime Council spokesperson")


def build_report(
    *statements: tuple[str, Kind, Speaker | None],
    url: str = "https://dispatch.example/strait",
    claims: tuple[Claim, ...] = (),
    **known: str,
) -> Report:
    """A report whose text is the statements, each in a sentence of its own."""
    text, attributions = "", []
    for words, kind, speaker in statements:
        opening = "Then came this: “" if kind == "direct" else "It was said that "
        closing = "”." if kind == "direct" else "."
        start = len(text)
        begin = start + len(opening)
        text += opening + words + closing + " "
        end = begin + len(words)
        attributions.append(
            Attribution(kind, ((begin, end),), words, (start, len(text) - 1), speaker=speaker)
        )
    article = Article(
        url=url,
        text=text,
        headline=known.get("headline", "A headline"),
        publisher=known.get("publisher", "Coastal Dispatch"),
        byline=known.get("byline", "Joanna Crewe"),
        published=datetime(2026, 11, 23, 7, 0, tzinfo=UTC),
    )
    return Report(article, Analysis(tuple(attributions), claims), 1)


def claim_on(text: str, words: str, figure: str = "", claimer: Speaker | None = None) -> Claim:
    start = text.index(words)
    at = text.index(figure, start)
    figures = (Figure((at, at + len(figure)), 1),) if figure else ()
    return Claim(words, (start, start + len(words)), 0.8, figures=figures, claimer=claimer)


def leaves(blocks: list[Json]) -> Iterator[Json]:
    """Every text and link in the blocks, in order; without buttons."""
    for block in (block for block in blocks if block["type"] != "actions"):
        for element in block.get("elements", ()):
            yield from _leaves(element)


def _leaves(element: Json) -> Iterator[Json]:
    if "elements" in element:
        for part in element["elements"]:
            yield from _leaves(part)
    else:
        yield element


def words_of(blocks: list[Json]) -> str:
    return "".join(leaf.get("text", "") for leaf in leaves(blocks))


def quotes_of(blocks: list[Json]) -> list[list[Json]]:
    return [
        element["elements"]
        for block in blocks
        if block["type"] == "rich_text"
        for element in block["elements"]
        if element["type"] == "rich_text_quote"
    ]
