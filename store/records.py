"""The records that the rooms hand to each other.

Offsets are characters into `Article.text`, half open, as in Python slices.
Terms follow Pareti's attribution relations and PolNeAR: source, cue, content.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Span = tuple[int, int]
Kind = Literal["direct", "indirect", "mixed"]
SpeakerKind = Literal["person", "organisation", "anonymous"]
Standing = Literal["stated", "negated", "hypothetical", "asked", "intended"]
"""Intended: done or meant to be done, not said."""
Bound = Literal["exactly", "about", "more than", "less than", "at least", "at most"]
EntityKind = Literal["person", "organisation", "place", "other"]
Nearness = Literal["words", "pronoun", "sentence", "article"]
NEARNESS: tuple[Nearness, ...] = ("words", "pronoun", "sentence", "article")
"""How directly a statement speaks of a topic; the SQL counts them from 1."""
Missing = Literal[
    "speaker", "outlet", "topic", "both", "kind", "verb", "period", "others", "unknown"
]
"""What of a question failed: "both" are a speaker and a topic that do not come together.

"others": nobody but those who were left out said anything of that.
"""


@dataclass(frozen=True, slots=True)
class Article:
    """A text that can be quoted from, and what is known of where it came from."""

    url: str
    """Canonical URL; for pasted text and files `text:` and a hash of the text."""
    text: str
    """Cleaned text: what every offset points into."""
    headline: str = ""
    byline: str = ""
    publisher: str = ""
    published: datetime | None = None
    """Aware; None when nothing says it."""
    language: str = "en"
    raw_text: str = ""
    """The text before cleaning."""
    origins: dict[str, str] = field(default_factory=dict)
    """Where each piece of metadata came from: {"headline": "json-ld", ...}."""
    removed: tuple[str, ...] = ()
    """Lines that the cleaner took out of the raw text."""
    signature: bytes = field(default=b"", compare=False, repr=False)
    """By what the same story is recognised elsewhere; follows from the text. Not loaded again."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source resolves to, as the article gives it."""

    name: str
    """Full name; for an anonymous source its description in the article's words."""
    role: str = ""
    """Title and affiliation, at its longest sensible form."""
    kind: SpeakerKind = "person"
    sure: bool = True
    """False: shown as "unclear (likely NAME)"."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody said something: source, cue, content, and the speaker behind the source."""

    kind: Kind
    content: tuple[Span, ...]
    """One or more spans, without the quotation marks around them."""
    text: str
    """`store.wording.verbatim(article.text, content)`."""
    sentence: Span
    """The whole sentences that the content stands in: what a link opens."""
    source: Span | None = None
    cue: Span | None = None
    speaker: Speaker | None = None
    said_on: date | None = None
    said_on_words: str = ""
    """The date as said: "Thursday"."""
    confidence: float = 1.0
    """0 to 1, that the speaker is right."""
    standing: Standing = "stated"
    """Only "stated" ones are shown as statements."""
    corrected_by: str = ""
    """Who corrected what the program had found; empty if nobody did."""
    via: Speaker | None = None
    """Whose statement this one stands within: "X, via Y"; None if the article quotes it itself."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands, and what it comes to."""

    span: Span
    """With its bound, scale and unit."""
    value: float
    unit: str = ""
    """ "$", "%", "fighters", "$ per month"; "" where nothing names it."""
    bound: Bound = "exactly"
    high: float | None = None
    """The upper end of a range; `value` is the lower one."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that states something checkable."""

    text: str
    span: Span
    check_worthiness: float
    """0 to 1."""
    claimer: Speaker | None = None
    """None: the outlet's own voice."""
    figures: tuple[Figure, ...] = ()
    """Its numbers, normalised; their spans are offsets into the article's text."""
    about: tuple[str, ...] = ()
    """Its object: the entities it names, but for its claimer, in their order."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place that the article names, and where."""

    name: str
    kind: EntityKind
    mentions: tuple[Span, ...] = ()
    role: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found in one article, in the order of the text (claims: best first)."""

    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One article and what was found in it: what a thread is answered with."""

    article: Article
    analysis: Analysis
    article_id: int
    also_in: tuple[ArticleRef, ...] = ()
    """In a digest: other articles of the same story."""
    taken_out: tuple[str, ...] = ()
    """Who corrected a statement away; a name for each."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Who will see an answer, and so which shares it may draw on.

    The default, the command line on the newsroom's own machine, sees everything.
    In Slack: what was shared in public channels of `team` and in `channel` itself.
    """

    team: str | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question was understood: shown with every answer, so that a misreading is visible."""

    topic: str | None = None
    speaker: str | None = None
    since: date | None = None
    until: date | None = None
    """Inclusive."""
    kind: Kind | None = None
    and_about: tuple[str, ...] = ()
    """Further topics that a statement must speak of as well: "X and Y"."""
    role: str | None = None
    """Who speaks, by what they are: "officials", "ministers", "anonymous sources"."""
    outlet: str | None = None
    """In which publisher's articles."""
    article_id: int | None = None
    """Only in this article: for a watch, which is told of one at a time."""
    verb: str | None = None
    """How it was said, as a lemma of `store/verbs.txt` or any other: "deny", "warn"."""
    not_by: str | None = None
    """Whose statements are left out: "anyone except Farrity"."""
    mentioned: bool = False
    """The topic must be spoken of, and not only be what the article is about: "who mentioned X"."""


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """What an answer shows of an article."""

    id: int
    headline: str
    publisher: str
    url: str
    published: datetime | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A stored attribution with its article: one line of an answer or a digest."""

    id: int
    text: str
    kind: Kind
    speaker: Speaker | None
    said_on: date | None
    said_on_words: str
    confidence: float
    sentence: str
    """The whole sentences around it, verbatim."""
    article: ArticleRef
    thread: str = ""
    """Permalink parts of the thread that it came from, `CHANNEL/TS`; empty if none may be shown."""
    nearness: Nearness = "words"
    """How directly it speaks of the topic; "article": only the article around it does."""
    lead: str = ""
    """`store.wording.find_lead` of the attribution: "warned that"."""
    also_in: tuple[ArticleRef, ...] = ()
    """Other articles of the same story with the same words of the same speaker."""
    corrected_by: str = ""
    """Who corrected what the program had found; empty if nobody did."""
    via: Speaker | None = None
    """Whose statement it stands within; None if the article quotes it itself."""
    behalf: bool = False
    """Said by one of the people of the organisation that was asked for."""
    speaker_id: int | None = None
    """The same for the same person, whatever each article calls them; None if unknown."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question that the archive can answer, in place of one that it cannot."""

    question: str
    """As it can be typed."""
    total: int
    """How many statements answer it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the archive holds on a question."""

    question: str
    reading: Reading
    statements: tuple[Statement, ...]
    """One page: grouped by speaker, newest first."""
    total: int
    speakers: int = 0
    """How many different speakers the whole answer has."""
    nearest: tuple[str, ...] = ()
    """Names in the archive near to what was asked for, when nothing was found."""
    taken_for: tuple[tuple[str, str], ...] = ()
    """Words that were taken for slips, each with what was looked for instead."""
    missing: Missing | None = None
    """Which part of the question failed, when nothing was found."""
    unknown: str = ""
    """What the question asks for that no archive of quotes holds: "whether it is true"."""
    instead: tuple[Proposal, ...] = ()
    """What can be asked instead, when nothing was found."""
    more: bool = False
    """There is more than was weighed and counted: `total` and `speakers` are "more than"."""
    also: tuple[str, ...] = ()
    """Words that were taken for those of the topic, where the article has these, too."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What was said between two moments, for one channel."""

    since: datetime
    until: datetime
    reports: tuple[Report, ...]
    """Articles read in that time, newest first; one for each story."""
