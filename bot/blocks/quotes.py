"""How one statement and its speaker are shown, in reports, answers and digests alike."""

from __future__ import annotations

import re
from dataclasses import dataclass

from slack_sdk.models.blocks import RichTextElement

from bot.blocks.elements import link, quote, text
from bot.blocks.wording import ELLIPSIS, clean_name, cut, cut_words
from store.records import Kind, Speaker

LONGEST_SENTENCE = 300
SEPARATOR = " · "
_SIGNATURE = re.compile(rf"\W*{ELLIPSIS}\W*[-–—―]\s*(?:[^\W\d_a-z][\w.'’-]*\s*){{1,6}}")
"""Nothing but a name behind a dash."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Somebody's words as the article has them, and the way back to it."""

    words: str
    kind: Kind
    sentence: str
    """The whole sentences around the words: shown where there is no link."""
    link: str = ""
    lead: str = ""
    """What leads to the words in the article: "warned that"; not shown before direct quotes."""


def build_quote(passage: Passage, *notes: RichTextElement, limit: int = 700) -> RichTextElement:
    """The words set off as a quote, then what belongs to them, then the link.

    Only direct quotes stand between our quotation marks, so that what is between them is
    the article's own text; a paraphrase says that it is one, and keeps what leads to it.
    """
    parts = _build_words(passage, limit)
    if passage.kind == "indirect":
        notes = (text("paraphrase", italic=True), *notes)
    for note in notes:
        parts += [text(SEPARATOR), note]
    return quote(*parts, *_build_origin(passage))


def build_speaker(speaker: Speaker | None) -> list[RichTextElement]:
    """Name and role; doubt and anonymity are said."""
    if speaker is None:
        return [text("Speaker unclear", italic=True)]
    name, role = clean_name(speaker.name), clean_name(speaker.role, 200)
    if not speaker.sure:
        return [text("unclear", italic=True), text(" (likely "), text(name, bold=True), text(")")]
    if speaker.kind == "anonymous":
        return [text(name, bold=True), text(SEPARATOR + "anonymous source")]
    return [text(name, bold=True), *([text(SEPARATOR + role)] if role else [])]


def name_speaker(speaker: Speaker | None) -> tuple[str, str, bool] | None:
    """What tells one shown speaker from another."""
    return (speaker.name, speaker.kind, speaker.sure) if speaker else None


def _build_words(passage: Passage, limit: int) -> list[RichTextElement]:
    words = cut_words(passage.words, limit)
    left_out = f" {ELLIPSIS}" if words != passage.words else ""
    if passage.kind == "direct":
        return [text("“"), text(words), text("”" + left_out)]
    lead = [text(passage.lead, italic=True), text(" ")] if passage.lead else []
    closing = ("”" if words.count("“") > words.count("”") else "") + left_out
    return [*lead, text(words), *([text(closing)] if closing else [])]


def _build_origin(passage: Passage) -> list[RichTextElement]:
    if passage.link:
        return [text(SEPARATOR), link(passage.link, "source")]
    around = _find_words_around(passage)
    return [text("\nIn the text: " + around, italic=True)] if around else []


def _find_words_around(passage: Passage) -> str:
    """The sentence, with an ellipsis for what is shown already; nothing if it adds no word."""
    sentence = passage.sentence
    for part in re.split(r" \.\.\. |\n", passage.words):
        sentence = sentence.replace(part, ELLIPSIS, 1)
    sentence = " ".join(sentence.split())
    adds = any(character.isalnum() for character in sentence)
    return cut(sentence, LONGEST_SENTENCE) if adds and not _SIGNATURE.fullmatch(sentence) else ""
