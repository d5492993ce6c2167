"""What extraction hands on, whatever kind of page it read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Extracted:
    """A page's text before cleaning, and what the page says about itself."""

    text: str
    headline: str = ""
    byline: str = ""
    publisher: str = ""
    published: datetime | None = None
    language: str = ""
    canonical: str = ""
    """What the page gives as its own address: not to be believed without a look."""
    origins: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """Bytes to extract from, and what is known of them."""

    content: bytes
    media_type: str = ""
    charset: str = ""
    url: str = ""
    """Where the page was; empty for a file."""
    name: str = ""
    """The file's name, for messages."""
