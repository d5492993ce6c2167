"""The text of a Doc and its quotes, put together once and kept with it for the finders that ask.

`Doc.text` joins every word anew at each look.
"""

from __future__ import annotations

from spacy.tokens import Doc

from bot.language.quotes import Quote, find_quotes

_KEPT = "text"
_QUOTES = "onrecord.quotes"


def read_text(doc: Doc) -> str:
    """The whole text; kept with the Doc, so that a look at a few words costs no more than them."""
    text: str | None = doc.user_data.get(_KEPT)
    if text is None:
        text = doc.user_data[_KEPT] = doc.text
    return text


def read_quotes(doc: Doc) -> tuple[Quote, ...]:
    """Every passage of a parsed text that stands between quotation marks."""
    quotes: tuple[Quote, ...] | None = doc.user_data.get(_QUOTES)
    if quotes is None:
        quotes = doc.user_data[_QUOTES] = find_quotes(read_text(doc))
    return quotes
