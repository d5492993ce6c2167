"""What the bot does, in plain sentences: read a link, answer a question, write a digest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.settings import Settings
from store import Store

if TYPE_CHECKING:  # spaCy takes a second to import, and a question does not need it
    from spacy.language import Language


@dataclass(frozen=True)
class Desk:
    """What every task at the desk needs; built once, by `bot.app.build_desk`."""

    store: Store
    language: Callable[[], Language]
    """Loads the language model when first called, and hands out the same one after that."""
    settings: Settings
