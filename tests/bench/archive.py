"""A large archive of made-up news, for measuring: the same for the same number, on every machine.

Names, topics and words are drawn as they are in language: the n-th most frequent about 1/n as
often as the first. Articles are saved by the store itself, many in a transaction.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate

from bot.reading.stories import sign_story
from store import Store
from store.articles import save_report
from store.database import saving
from store.records import (
    Analysis,
    Article,
    Attribution,
    Claim,
    Entity,
    EntityKind,
    Figure,
    Span,
    Speaker,
)
from store.shares import save_shares, set_share_state
from store.wiping import tidy
from store.workspace import Share
from tests.bench.repeating import repeat_articles

TEAM, CHANNELS = "T1", 20
FIRST_DAY = datetime(2023, 1, 2, 6, tzinfo=UTC)
DAYS = 1200
"""From the first article that is written to the last; what is repeated comes after that."""
_PERIOD = DAYS + 1
WRITTEN = 10_000
"""Articles that are written anew."""
STATEMENTS, SENTENCES = 10, 26
"""Of one article, of some 600 words: what a news site prints."""
_BATCH = 200
_WORDS, _PEOPLE, _BODIES, _PLACES, _OUTLETS = 30_000, 20_000, 2_000, 400, 120
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il")]
_SMALL = ("the", "of", "and", "to", "in", "a", "that", "is", "for", "on", "it", "with", "as", "at")
_ROLES = (
    *("foreign minister", "spokeswoman", "finance minister", "mayor", "professor of economics"),
    *("union leader", "chief executive", "police chief", "senator", "ambassador", "farmer", ""),
)
_SOURCES = ("a senior official", "two people familiar with the matter", "a diplomat", "an aide")


def _nobody(_: int) -> None:
    pass


@dataclass(frozen=True)
class Zipf:
    """Things of which the n-th is drawn 1/n as often as the first."""

    things: Sequence[str]
    weights: list[float] = field(init=False)

    def __post_init__(self) -> None:
        """Add up the weights once."""
        weights = list(accumulate(1 / n for n in range(1, len(self.things) + 1)))
        object.__setattr__(self, "weights", weights)

    def draw(self, chance: random.Random, count: int = 1) -> list[str]:
        """So many of them."""
        return chance.choices(self.things, cum_weights=self.weights, k=count)


@dataclass(frozen=True)
class World:
    """All that there is to write about, the most frequent first."""

    words: Zipf
    people: Zipf
    bodies: Zipf
    places: Zipf
    outlets: Zipf


@cache
def make_world() -> World:
    """The world of all these archives."""
    chance = random.Random(1)
    made = list(_make_words(chance, _WORDS + 2 * _PEOPLE + _BODIES + _PLACES + _OUTLETS))
    names = iter([word.capitalize() for word in made[_WORDS:]])
    first = [next(names) for _ in range(300)]
    return World(
        words=Zipf([*_SMALL, *made[:_WORDS]]),
        people=Zipf([f"{chance.choice(first)} {next(names)}" for _ in range(_PEOPLE)]),
        bodies=Zipf([f"{next(names)} Group" for _ in range(_BODIES)]),
        places=Zipf([next(names) for _ in range(_PLACES)]),
        outlets=Zipf([f"The {next(names)} Post" for _ in range(_OUTLETS)]),
    )


def build_archive(store: Store, articles: int, told: Callable[[int], None] = _nobody) -> None:
    """Save so many articles, each with its share; `told` hears how many more are saved.

    Of more than `WRITTEN` the first ones are repeated, on the days that follow, row by row.
    """
    world, written = make_world(), min(articles, WRITTEN)
    for start in range(0, written, _BATCH):
        numbers = range(start, min(start + _BATCH, written))
        with saving(store.db):
            for number in numbers:
                save_one(store, *write_article(world, number, written), number)
        told(len(numbers))
    for turn in range(1, articles // written):
        repeat_articles(store.db, written, turn * days_of(1), turn)
        told(written)
    tidy(store.db)


def days_of(articles: int) -> int:
    """How many days an archive of so many articles covers."""
    return _PERIOD * max(articles // WRITTEN, 1)


def save_one(store: Store, article: Article, analysis: Analysis, number: int) -> None:
    """Save one article as the desk does: its share, what was found in it, and that it is told."""
    now = (article.published or FIRST_DAY) + timedelta(minutes=20)
    channel = f"C{number % CHANNELS}"
    ts = f"{number}.0"
    share = Share(TEAM, channel, ts, article.url, article.url, "U1", ts, private=number % 20 == 0)
    [saved] = save_shares(store.db, [share], now=now)
    article_id = save_report(store.db, article, analysis, now=now)
    assert saved.id is not None
    set_share_state(
        store.db, saved.id, "done", article_id=article_id, report_ts=f"{number}.1", now=now
    )


def write_article(world: World, number: int, articles: int) -> tuple[Article, Analysis]:
    """The article of a number; one in twenty is the one before it, printed elsewhere."""
    copied = number % 20 == 19
    source = number - 1 if copied else number
    draft = _Draft(world, random.Random(source))
    draft.write()
    published = FIRST_DAY + timedelta(minutes=number * DAYS * 1440 // articles)
    chance = random.Random(-number)
    outlet = world.outlets.draw(chance)[0]
    site = outlet.lower().replace(" ", "")
    text = "\n\n".join(draft.sentences)
    article = Article(
        url=f"https://{site}.test/news/{published:%Y/%m/%d}/{number}",
        text=text,
        headline=" ".join(world.words.draw(chance, 8)).capitalize(),
        byline=world.people.draw(chance)[0],
        publisher=outlet,
        published=published,
        raw_text=f"{text}\n\nSign up for our newsletter",
        origins={"headline": "json-ld", "published": "json-ld", "text": "trafilatura"},
        removed=("Sign up for our newsletter",),
        signature=sign_story(text),
    )
    return article, draft.analysis()


def _make_words(chance: random.Random, count: int) -> Iterator[str]:
    seen = set(_SMALL)
    while len(seen) < count + len(_SMALL):
        word = "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3, 3, 4))))
        if word not in seen:
            seen.add(word)
            yield word


class _Draft:
    """An article while it is written."""

    def __init__(self, world: World, chance: random.Random) -> None:
        self.world, self.chance = world, chance
        self.sentences: list[str] = []
        self._length = 0
        self._kinds: dict[str, EntityKind] = {}
        self._spans: dict[str, list[Span]] = {}
        self._said: list[Attribution] = []
        self._claims: list[Claim] = []

    def write(self) -> None:
        """Statements of a few speakers, between sentences of the reporter's own."""
        speakers = [self._speaker() for _ in range(4)]
        spoken = set(self.chance.sample(range(SENTENCES), STATEMENTS))
        for place in range(SENTENCES):
            if place in spoken:
                self._say(self.chance.choice(speakers))
            else:
                self._add(f"{self._words(self.chance.randint(14, 28))}.")

    def analysis(self) -> Analysis:
        """What is found in it."""
        entities = [
            Entity(name, self._kinds[name], tuple(spans)) for name, spans in self._spans.items()
        ]
        return Analysis(tuple(self._said), tuple(self._claims), tuple(entities))

    def _speaker(self) -> Speaker:
        if self._happens(0.12):
            return Speaker(self.chance.choice(_SOURCES), "", "anonymous")
        if self._happens(0.15):
            return Speaker(self._name("organisation"), "", "organisation")
        name = self._name("person")
        return Speaker(name, _ROLES[sum(map(ord, name)) % len(_ROLES)])

    def _happens(self, share: float) -> bool:
        return self.chance.random() < share

    def _name(self, kind: EntityKind) -> str:
        """One that the article has named before, or another one."""
        named = [name for name, known in self._kinds.items() if known == kind]
        if named and self._happens(0.35):
            return self.chance.choice(named)
        names = {"person": self.world.people, "organisation": self.world.bodies}
        name = names.get(kind, self.world.places).draw(self.chance)[0]
        self._kinds.setdefault(name, kind)
        return name

    def _words(self, count: int) -> str:
        """So many words, now and then with a name among them."""
        words = self.world.words.draw(self.chance, count)
        shares: dict[EntityKind, float] = {"organisation": 0.4, "place": 0.5, "person": 0.25}
        for kind, share in shares.items():
            if self._happens(share):
                words[self.chance.randrange(count)] = self._name(kind)
        return " ".join(words)

    def _say(self, speaker: Speaker) -> None:
        words, day = self._words(self.chance.randint(10, 26)), self._words(4)
        direct = self._happens(0.4)
        before, after = ("\u201c", ",\u201d ") if direct else ("", "")
        cue = f"{speaker.name} said on {day}"
        sentence = f"{before}{words}{after}{cue}." if direct else f"{cue} that {words}."

        def find(part: str, within: str = "") -> Span:
            at = self._length + sentence.index(within or part)
            return at, at + len(part)

        self._said.append(
            Attribution(
                kind="direct" if direct else "indirect",
                content=(find(words),) if direct else (_after(find(f"{cue} that "), words),),
                text=words,
                sentence=find(sentence),
                source=find(speaker.name, within=cue),
                cue=_after(find(f"{speaker.name} ", within=cue), "said"),
                speaker=speaker,
                confidence=0.9,
            )
        )
        self._add(sentence, speaker)

    def _add(self, sentence: str, speaker: Speaker | None = None) -> None:
        start = self._length
        if self._happens(0.8):
            self._claim(sentence, speaker)
        for name in self._kinds:
            if (at := sentence.find(name)) >= 0:
                self._spans.setdefault(name, []).append((start + at, start + at + len(name)))
        self.sentences.append(sentence)
        self._length += len(sentence) + 2

    def _claim(self, sentence: str, speaker: Speaker | None) -> None:
        """Of some of what it names, and in one of four cases of a number."""
        start, by = self._length, speaker.name if speaker else ""
        about = tuple(name for name in self._kinds if name != by and name in sentence)
        figure = Figure((start, start + 9), float(self.chance.randint(1, 999)), "%")
        self._claims.append(
            Claim(
                sentence,
                (start, start + len(sentence)),
                self.chance.random(),
                speaker,
                (figure,) if self._happens(0.25) else (),
                about,
            )
        )


def _after(span: Span, words: str) -> Span:
    """Where words stand that follow a span."""
    return span[1], span[1] + len(words)
