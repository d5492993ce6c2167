"""The records of corrections: what a person says is wrong, and what is right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from store.records import ArticleRef, Speaker, Statement


@dataclass(frozen=True, slots=True)
class Author:
    """Who corrects, and in which conversation; on the command line only the name is known."""

    name: str
    user: str = ""
    team: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What is right. What is None stays as it was; the quoted words always do."""

    speaker: Speaker | None = None
    role: str | None = None
    """Of the present speaker, in the whole article; empty: none is known."""
    said_on: date | None = None
    hidden: bool = False
    """It is not a statement, or must not be shown."""
    everywhere: bool = False
    """The new speaker said all that the article gives to the old one."""
    same_person: bool = False
    """And the two are one, in every article."""
    note: str = ""
    """For whoever looks into the corrections; no part of a report."""

    def is_empty(self) -> bool:
        """Whether nothing would be different."""
        changes = (self.speaker, self.role, self.said_on)
        return all(each is None for each in changes) and not self.hidden


@dataclass(frozen=True, slots=True)
class Correction:
    """A change that somebody made to what an article is taken to say."""

    id: int
    url: str
    """Canonical URL of the article: holds for its later versions too."""
    text: str
    """The words of the statement, by which it is found again."""
    nth: int
    """Which of the statements with these words, from 0."""
    of: str | None
    """The name of the speaker at that time."""
    change: Change
    by: Author
    made: datetime
    undone: datetime | None = None
    undone_by: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article as it is looked through and corrected."""

    article: ArticleRef
    statements: tuple[Statement, ...]
    """All that are shown, in the order of the text."""
    people: dict[int, Speaker]
    """Who may have said it, by number: who speaks most first, then who is named most."""
    corrections: tuple[Correction, ...] = ()
    """Those that hold, newest first."""
    newer: bool = False
    """The article has changed since what was asked for."""
