"""Our articles with their hand-made gold, and how an analysis is measured against it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from store.records import Analysis, Attribution, Kind, Span, Speaker, Standing

FOLDER = Path(__file__).parent
HELD = FOLDER / "held"
NEWSROOMS = FOLDER.parent / "newsrooms"
"""Articles that are measured only: whoever writes rules does not read them."""
LEAST_OVERLAP = 0.5
"""Jaccard, of words: from here on two contents are the same statement."""


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution as a person marked it."""

    kind: Kind
    speaker: Speaker
    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    standing: Standing = "stated"


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A text and everything that is said in it."""

    name: str
    text: str
    topic: str
    style: str
    attributions: tuple[GoldAttribution, ...]


@dataclass(slots=True)
class Score:
    """What was found of the gold, and what else was."""

    expected: int = 0
    found: int = 0
    speaker_right: int = 0
    speaker_wrong: int = 0
    """Shown under another name; a speaker shown as unclear is neither right nor wrong."""
    roles: int = 0
    """Of speakers that are right, those to whom the article gives a role."""
    roles_right: int = 0
    predicted: int = 0
    predicted_right: int = 0
    mistakes: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / max(self.expected, 1)

    @property
    def end_to_end(self) -> float:
        """Statement found and its speaker right."""
        return self.speaker_right / max(self.expected, 1)

    @property
    def wrong(self) -> float:
        """Shown under somebody else's name, of those found."""
        return self.speaker_wrong / max(self.found, 1)

    @property
    def role(self) -> float:
        """At least half of the role's words shown, where the speaker is right."""
        return self.roles_right / max(self.roles, 1)

    @property
    def precision(self) -> float:
        return self.predicted_right / max(self.predicted, 1)


def load_articles(folder: Path = FOLDER) -> list[GoldArticle]:
    return [load_article(path.with_suffix(".txt")) for path in sorted(folder.glob("*.json"))]


def load_article(path: Path) -> GoldArticle:
    text = path.read_bytes().decode()
    marked = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    golds = tuple(_load_attribution(text, item) for item in marked["attributions"])
    return GoldArticle(path.stem, text, marked["topic"], marked["style"], golds)


def measure(
    articles: Iterable[tuple[GoldArticle, Analysis]],
    wanted: Callable[[GoldAttribution], bool] = lambda _: True,
) -> Score:
    """Score stated attributions; `wanted` chooses the gold that recall is counted on."""
    score = Score()
    for article, analysis in articles:
        stated = [each for each in analysis.attributions if each.standing == "stated"]
        pairs = pair(article, stated)
        score.predicted += len(stated)
        score.predicted_right += sum(found is not None for _, found in pairs)
        for gold, found in pairs:
            if wanted(gold) and gold.standing == "stated":
                _count(score, article, gold, found)
    return score


def pair(
    article: GoldArticle, found: Iterable[Attribution]
) -> list[tuple[GoldAttribution, Attribution | None]]:
    """Each gold with the prediction that shares most words, one to one, best first."""
    predictions = list(found)
    overlaps = sorted(
        (
            (_overlap(article.text, gold.content, prediction.content), -g, -p)
            for g, gold in enumerate(article.attributions)
            for p, prediction in enumerate(predictions)
        ),
        reverse=True,
    )
    chosen: dict[int, int] = {}
    for overlap, g, p in overlaps:
        if overlap >= LEAST_OVERLAP and -g not in chosen and -p not in chosen.values():
            chosen[-g] = -p
    return [
        (gold, predictions[chosen[g]] if g in chosen else None)
        for g, gold in enumerate(article.attributions)
    ]


def is_same_speaker(gold: Speaker, shown: Speaker | None) -> bool:
    """Shown without doubt, under the full name; who has none, by the description's words."""
    if shown is None or not shown.sure:
        return False
    if gold.kind == "anonymous":
        alike = _fold(shown.name) == _fold(gold.name) or _is_one_of(gold.name, shown.name)
        return shown.kind == "anonymous" and (alike or bool(_words(gold.name) & _words(shown.name)))
    if gold.name.islower():
        return shown.kind != "person" and bool(_words(gold.name) & _words(shown.name))
    return _fold(shown.name) == _fold(gold.name)


def find_span(text: str, words: str | dict[str, Any]) -> Span:
    """Where the marked words stand; raises ValueError if that is not one place."""
    wanted = words if isinstance(words, str) else words["text"]
    finds = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)]
    if isinstance(words, dict):
        return finds[int(words["occurrence"]) - 1]
    if len(finds) != 1:
        raise ValueError(f"{wanted!r} occurs {len(finds)} times; give its occurrence")
    return finds[0]


def _load_attribution(text: str, item: dict[str, Any]) -> GoldAttribution:
    return GoldAttribution(
        item["kind"],
        Speaker(**item["speaker"]),
        tuple(find_span(text, words) for words in item["content"]),
        find_span(text, item["source"]) if item["source"] else None,
        find_span(text, item["cue"]) if item["cue"] else None,
        item.get("standing", "stated"),
    )


def _count(
    score: Score, article: GoldArticle, gold: GoldAttribution, found: Attribution | None
) -> None:
    words = article.text[slice(*gold.content[0])][:60]
    score.expected += 1
    if found is None:
        score.mistakes.append(f"{article.name}: not found: {gold.speaker.name}: {words}")
        return
    score.found += 1
    if is_same_speaker(gold.speaker, found.speaker):
        score.speaker_right += 1
        _count_role(score, gold.speaker.role, found.speaker.role if found.speaker else "")
        return
    score.speaker_wrong += bool(found.speaker and found.speaker.sure)
    score.mistakes.append(f"{article.name}: {gold.speaker.name} is {found.speaker}: {words}")


def _count_role(score: Score, expected: str, shown: str) -> None:
    if expected:
        score.roles += 1
        score.roles_right += 2 * len(_words(expected) & _words(shown)) >= len(_words(expected))


def _overlap(text: str, one: Iterable[Span], other: Iterable[Span]) -> float:
    mine, theirs = set(_word_starts(text, one)), set(_word_starts(text, other))
    return len(mine & theirs) / max(len(mine | theirs), 1)


def _word_starts(text: str, spans: Iterable[Span]) -> Iterator[int]:
    for start, end in spans:
        yield from (start + m.start() for m in re.finditer(r"\w+", text[start:end]))


def _fold(name: str) -> str:
    """A name as it is compared: without an article, with or without a judge's style or "Sir"."""
    style = r"(?:mr|mrs|ms|lady|lord) justice|sir|dame"
    return re.sub(rf"^(the|an?|{style}) |’s$", "", name.casefold()).strip()


def _is_one_of(gold: str, shown: str) -> bool:
    """Whether both speak of one out of a group, of which the text tells only in another place."""
    counted = re.fullmatch(r"(another|one|some|the other)(?: of them)?", gold.casefold())
    return counted is not None and shown.casefold().startswith(f"{counted[1]} of ")


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w{4,}", name.casefold()))
