"""Attributions as the text has them, before anybody is resolved to a person.

This is what the finders of attributions hand to the finders of speakers. All offsets are
characters into `doc.text`.
"""

from __future__ import annotations

from dataclasses import dataclass

from store.records import Kind, Span, Standing


@dataclass(frozen=True, slots=True)
class Relation:
    """Source, cue and content of one attribution (Pareti's attribution relation)."""

    kind: Kind
    content: tuple[Span, ...]
    """One or more spans, without the quotation marks around a wholly quoted content."""
    source: Span | None
    """The words that name who speaks: "he", "the spokesman", "John Kirby"."""
    cue: Span | None
    """The reporting words: "said", "according to"; None for a quote that has none."""
    sentence: Span
    """The whole sentences that the content stands in."""
    standing: Standing = "stated"
    deed: bool = False
    """The cue tells what somebody did or means to do, not what was said or thought."""
    inherited: bool = False
    """The source was taken over from the sentence before: near the quote stand no source words."""
    nested: bool = False
    """It lies within another attribution, whose speaker tells of it."""
