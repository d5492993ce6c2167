"""What goes into extraction and what comes out, whatever kind of page it is."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Self

from bot.reading.walls import Wall


@dataclass(frozen=True)
class Source:
    """Bytes to extract from, and what is known of them."""

    content: bytes
    media_type: str = ""
    charset: str = ""
    url: str = ""
    """Where the page was; empty for a file."""


@dataclass(frozen=True)
class Extracted:
    """A page's text, and what the page says about itself."""

    text: str
    """Cleaned."""
    headline: str = ""
    byline: str = ""
    publisher: str = ""
    published: datetime | None = None
    language: str = ""
    canonical: str = ""
    """What the page gives as its own address: not to be believed without a look."""
    origins: dict[str, str] = field(default_factory=dict)
    raw_text: str = ""
    removed: tuple[str, ...] = ()
    wall: Wall = ""
    """What keeps the page from showing its article: `text` is then not the whole of it."""

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        published = self.published.isoformat() if self.published else None
        return {**asdict(self), "published": published}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """From what `to_dict` gave."""
        published = values["published"] and datetime.fromisoformat(values["published"])
        return cls(**{**values, "published": published, "removed": tuple(values["removed"])})
