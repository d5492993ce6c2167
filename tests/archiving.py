"""Stories made of what people say, with offsets as the analysis gives them, for tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from sqlite_utils import Database

from store.articles import save_report
from store.records import (
    Analysis,
    Article,
    Attribution,
    Entity,
    EntityKind,
    Kind,
    Span,
    Speaker,
    SpeakerKind,
    Standing,
)
from store.shares import save_shares, set_share_state
from store.workspace import Share

PUBLISHED = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
READ = datetime(2026, 3, 10, 12, tzinfo=UTC)
FAR = f"\n\n{'It rained all that day. ' * 200}\n\n"
"""What stands before a statement that is far from those before it."""


@dataclass(frozen=True)
class Said:
    """One sentence in which somebody says something."""

    by: str
    words: str
    kind: Kind = "direct"
    role: str = ""
    before: str = ""
    after: str = ""
    said_on: date | None = None
    standing: Standing = "stated"
    speaker: SpeakerKind | None = "person"
    ending: str = "\n"
    """What parts it from the next one: most often each is a paragraph."""


@dataclass
class Story:
    """An article; `names` says what kind of entity stands behind each name in it."""

    said: tuple[Said, ...]
    url: str = "https://news.test/bridge"
    headline: str = "Harbour bridge"
    publisher: str = "The Test"
    signature: bytes = b""
    published: datetime | None = PUBLISHED
    names: dict[str, EntityKind] = field(default_factory=dict)
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def write(self) -> tuple[Article, Analysis]:
        """The article and what is found in it."""
        text, attributions = "", []
        for said in self.said:
            sentence, attribution = _write(said, len(text))
            text += sentence
            attributions.append(attribution)
        article = Article(
            self.url,
            text,
            self.headline,
            publisher=self.publisher,
            published=self.published,
            signature=self.signature,
        )
        entities = tuple(self._find(name, kind, text) for name, kind in self.names.items())
        return article, Analysis(tuple(attributions), (), entities)

    def _find(self, name: str, kind: EntityKind, text: str) -> Entity:
        aliases = self.aliases.get(name, ())
        mentions = {span for each in (name, *aliases) for span in _places(text, each)}
        role = next((said.role for said in self.said if said.by == name), "")
        return Entity(name, kind, tuple(sorted(mentions)), aliases=aliases, role=role)


def save(
    db: Database, *said: Said, everybody: bool = True, now: datetime = READ, **story: object
) -> int:
    """Save a story, and return its article's id."""
    article, analysis = Story(said, **story).write()  # type: ignore[arg-type]  # its own fields
    return save_report(db, article, analysis, now=now, everybody=everybody)


def share(  # noqa: PLR0913  # a share has many sides
    db: Database,
    article_id: int,
    channel: str,
    *,
    private: bool,
    team: str = "T1",
    now: datetime = READ,
) -> Share:
    """Share an article in a channel, and say that it was answered."""
    ts = f"{article_id}.{channel}"
    url = f"https://news.test/{article_id}"
    new = Share(team, channel, ts, url, url, thread_ts=ts, private=private)
    saved = save_shares(db, [new], now=now)[0]
    assert saved.id
    set_share_state(db, saved.id, "done", article_id=article_id, report_ts="1.1", now=now)
    return saved


def _write(said: Said, at: int) -> tuple[str, Attribution]:
    if said.kind == "direct":
        sentence = f"{said.before}“{said.words},” {said.by} said{said.after}."
    else:
        sentence = f"{said.before}{said.by} said {said.words}{said.after}."
    content = _span(sentence, said.words, at)
    attribution = Attribution(
        kind=said.kind,
        content=(content,),
        text=said.words,
        sentence=(at, at + len(sentence)),
        source=_span(sentence, said.by, at),
        cue=_span(sentence, " said", at),
        speaker=Speaker(said.by, said.role, said.speaker) if said.speaker else None,
        said_on=said.said_on,
        standing=said.standing,
    )
    return sentence + said.ending, attribution


def _span(sentence: str, words: str, at: int) -> Span:
    start = at + sentence.index(words)
    return start, start + len(words)


def _places(text: str, name: str) -> list[Span]:
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    return [(start, start + len(name)) for start in starts]


def count_parts(db: Database) -> int:
    """In how many parts the text index of what was said lies."""
    [(parts,)] = db.execute("SELECT count(DISTINCT segid) FROM attributions_fts_idx").fetchall()
    return int(parts)
