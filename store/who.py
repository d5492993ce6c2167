"""The records of who is who: persons and organisations, what they said, what people decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from store.records import ArticleRef, Statement

Act = Literal["merge", "split"]


@dataclass(frozen=True, slots=True)
class Held:
    """What somebody was, from the first to the last article that says so."""

    role: str
    first: date
    last: date
    articles: int


@dataclass(frozen=True, slots=True)
class Person:
    """A person or organisation of the archive, as far as an audience may see it."""

    id: int
    name: str
    kind: str
    statements: int
    articles: int
    first: date | None = None
    """The days of the oldest and the newest of the articles."""
    last: date | None = None
    aliases: tuple[str, ...] = ()
    """Other names, as articles give them."""
    roles: tuple[Held, ...] = ()
    """Newest first."""


@dataclass(frozen=True, slots=True)
class OnTopic:
    """What somebody said on one topic, newest first; topic "" for what is on none."""

    topic: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Contrast:
    """Words of one person on the same thing on two days that differ, side by side."""

    topic: str
    earlier: Statement
    later: Statement
    differs: tuple[str, ...]
    """In what: `40 → 60`, `not`, `open → closed`."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The speaker's view: everything that one person said."""

    person: Person
    topics: tuple[OnTopic, ...]
    contrasts: tuple[Contrast, ...]
    articles: tuple[tuple[ArticleRef, str], ...] = ()
    """That name them, newest first, and by which rule each was taken for an article on them."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Who decides something by hand, when, and for what reason."""

    name: str
    now: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about who is who, by hand."""

    id: int
    act: Act
    kept_id: int
    kept_name: str
    other_name: str
    made: datetime
    made_by: str
    why: str = ""
    undone: datetime | None = None
    undone_by: str = ""


@dataclass(frozen=True, slots=True)
class Join:
    """What the machine took for one under another name, and by which rule."""

    article: ArticleRef
    name: str
    entity_id: int
    known_as: str
    rule: str
    read_at: datetime
