"""The text of a Doc, put together once: `Doc.text` joins every word anew at each look."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Doc

_KEPT = "text"


def read_text(doc: Doc) -> str:
    """The whole text; kept with the Doc, so that a look at a few words costs no more than them."""
    if _KEPT not in doc.user_data:
        doc.user_data[_KEPT] = doc.text
    return cast("str", doc.user_data[_KEPT])
