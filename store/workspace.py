"""The records of a workspace: what was shared where and became of it, and what channels want."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from store.records import ArticleRef, Report

ShareState = Literal["waiting", "reading", "posting", "done", "failed"]
ChannelMode = Literal["on", "mentioned", "silent"]
OtherLanguages = Literal["tell", "leave"]


@dataclass(frozen=True, slots=True)
class Share:
    """A link or text that somebody posted; one row for each canonical URL of a message."""

    team: str
    channel: str
    ts: str
    url: str
    """Canonical URL; of a pasted text `text:` and a hash of it."""
    shared_url: str
    """As it was posted; empty for a pasted text."""
    user: str = ""
    thread_ts: str = ""
    """The thread to answer in: the message's own `ts` when it starts one."""
    private: bool = False
    """Shared in a private channel or a direct message."""
    id: int | None = None
    state: ShareState = "waiting"
    article_id: int | None = None
    report_ts: str = ""
    failure: str = ""
    attempts: int = 0
    created: datetime | None = None
    text: str = ""
    """What was pasted, until it is answered; empty for a link."""
    asked: bool = False
    """Whether somebody asked the bot to read it, by its name or in a direct message."""


@dataclass(frozen=True, slots=True)
class Thread:
    """Where people ask: a thread, or a direct message outside one (without `ts`)."""

    team: str
    channel: str
    ts: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """A link from which nothing could be read: what its thread is told."""

    url: str
    """As it was shared."""
    message: str
    """What happened."""
    hint: str = ""
    """What to try."""
    told: bool = True
    """False where the channel wants no word of it: it is only noted in the archive."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link that was shared before: where its report stands."""

    article: ArticleRef
    thread: str
    """Permalink parts of the thread with the report, `CHANNEL/TS`."""
    added: int = 0
    """Statements that came into the article since that report."""
    changed: int = 0
    vanished: int = 0


Outcome = Report | Failure | Pointer
"""What became of one shared link."""


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """What a channel wants of the bot."""

    team: str
    channel: str
    mode: ChannelMode = "on"
    """On: every link is read. Mentioned: only what is said to the bot. Silent: nothing."""
    bots: bool = False
    """Whether links in the messages of other bots are read."""
    skipped: tuple[str, ...] = ()
    """Domains whose links are not read, with their subdomains."""
    paused: tuple[str, ...] = ()
    """Words at which a message's links are not read."""
    other_languages: OtherLanguages = "tell"
    """Of an article that is not in the language that is read. Tell: the thread is told. Leave: no
    word, unless somebody asked for it."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A standing question, and where its news are told."""

    team: str
    channel: str
    words: str
    """As it was put: a topic, or a whole question."""
    user: str = ""
    """Who put it."""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a channel wants its digest."""

    team: str
    channel: str
    at: str
    """Local time, "08:00"."""
    zone: str
    """IANA name, "Europe/London"."""
    days: str = "mon,tue,wed,thu,fri"
    enabled: bool = True
    last_sent: datetime | None = None


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much an archive holds."""

    articles: int
    statements: int
    waiting: int
    """Shares that are not answered yet."""
    failed: int
    """Shares that could not be read or answered."""
    last_read: datetime | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """What one person's Home shows."""

    recent: tuple[ArticleRef, ...] = ()
    """Articles read last, newest first."""
    schedules: tuple[Schedule, ...] = ()
    """Digests of channels that everybody may know of."""
    watches: tuple[Watch, ...] = ()
    """That this person put, wherever."""
    holdings: Holdings | None = None
    """Only for administrators."""
