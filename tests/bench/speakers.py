"""How often a speaker of real news is shown under the right full name.

    python -m tests.bench.speakers FOLDER

FOLDER is that of the shared attribution benchmark, which holds the texts; our labels in
`meant/labels.jsonl` are offsets only. Every mistake of the open articles is printed; of the held
ones only the figures, for who reads their mistakes writes rules for them.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import click
from spacy.language import Language
from spacy.tokens import Doc

from bot.language import load_language
from bot.language.attribution import find_relations
from bot.language.entities import find_entities
from bot.language.pipeline import parse_many
from bot.language.relations import Relation
from bot.language.speakers import resolve_speakers
from bot.language.standing import mark_standings
from store.records import Attribution, Kind, Span, Speaker

LABELS = Path(__file__).parent / "meant" / "labels.jsonl"
MARKS = re.compile("[\"“”]|''|``")
ARTICLE = re.compile(r"^(the|an?) |['’]s$")
Outcome = Literal["right", "wrong", "unclear", "missed"]


@dataclass(frozen=True, slots=True)
class Label:
    """Whom the words of one source mean."""

    source: Span
    meant: Span | None
    """A mention by the fullest name that the article gives; None if it names nobody."""
    form: str
    """ "pronoun", "name" (a surname, a first name, an acronym) or "description"."""
    kind: str
    """ "person" or "body"; "" if nobody is named."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article of the benchmark with our labels."""

    name: str
    part: str
    text: str
    marked: tuple[Relation, ...]
    """The attributions that the annotators marked."""
    labels: tuple[Label, ...]

    @property
    def is_open(self) -> bool:
        """Whether rule writers may read its mistakes."""
        return sha256(self.name.encode()).digest()[0] % 2 == 0


@dataclass(frozen=True, slots=True)
class Found:
    """What is shown for one label."""

    article: Labelled
    label: Label
    shown: Speaker | None
    outcome: Outcome


ROWS: dict[str, Callable[[Label], bool]] = {
    "all": lambda each: each.meant is not None,
    "people": lambda each: each.kind == "person",
    "people, pronouns": lambda each: (each.kind, each.form) == ("person", "pronoun"),
    "people, bare names": lambda each: (each.kind, each.form) == ("person", "name"),
    "people, descriptions": lambda each: (each.kind, each.form) == ("person", "description"),
    "bodies": lambda each: each.kind == "body",
    "bodies, pronouns": lambda each: (each.kind, each.form) == ("body", "pronoun"),
    "bodies, short names": lambda each: (each.kind, each.form) == ("body", "name"),
    "bodies, descriptions": lambda each: (each.kind, each.form) == ("body", "description"),
    "nobody named": lambda each: each.meant is None,
}


def load_labelled(bench: Path) -> list[Labelled]:
    """Our labels with the texts and the marked attributions that they belong to."""
    lines = LABELS.read_text(encoding="utf-8").splitlines()
    return [_load(bench, json.loads(line)) for line in lines]


def _load(bench: Path, line: dict[str, Any]) -> Labelled:
    folder = bench / line["part"]
    text = (folder / "text" / f"{line['id']}.txt").read_bytes().decode("utf-8")
    marked = min((folder / "attributions").glob(f"{line['id']}_*.ann"))
    labels = tuple(
        Label(
            tuple(each["source"]),
            tuple(each["meant"]) if each["meant"] else None,
            each["form"],
            each["kind"],
        )
        for each in line["labels"]
    )
    return Labelled(
        line["id"], line["part"], text, tuple(_read_marked(text, marked.read_text("utf-8"))), labels
    )


def _read_marked(text: str, marked: str) -> Iterator[Relation]:
    """The attributions of a brat file, first source and cue only."""
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[list[list[str]]] = []
    for line in marked.split("\n"):
        cells = line.split("\t")
        if line.startswith("T"):
            places = cells[1].split(" ", 1)[1].split(";")
            spans[cells[0]] = tuple(_read_span(place) for place in places)
        elif line.startswith("E"):
            events.append([pair.split(":") for pair in cells[1].split()])
    for event in events:
        parts: dict[str, tuple[Span, ...]] = {}
        for part, key in event:
            name = part.rstrip("0123456789")
            parts[name] = (*parts.get(name, ()), *spans[key])
        if "Content" in parts:
            yield _relate(text, parts)


def _read_span(place: str) -> Span:
    start, end = place.split()
    return int(start), int(end)


def _relate(text: str, parts: dict[str, tuple[Span, ...]]) -> Relation:
    content = tuple(sorted(parts["Content"]))
    return Relation(
        _tell_kind(text, content),
        content,
        parts["Source"][0] if "Source" in parts else None,
        parts["Cue"][0] if "Cue" in parts else None,
        (content[0][0], content[-1][1]),
    )


def _tell_kind(text: str, content: Sequence[Span]) -> Kind:
    words = [text[start:end].strip() for start, end in content]
    if not any(MARKS.search(each) for each in words):
        return "indirect"
    whole = all(MARKS.match(each) and MARKS.search(each[-2:]) for each in words)
    return "direct" if whole else "mixed"


def find_shown(article: Labelled, doc: Doc, *, marked: bool) -> Iterator[Found]:
    """What is shown for every label: with the marked sources given, or with our own."""
    found = article.marked if marked else mark_standings(doc, find_relations(doc))
    relations = sorted(found, key=lambda relation: relation.content)
    shown = resolve_speakers(doc, relations, find_entities(doc), None).attributions
    for label in article.labels:
        beside = [each for each in shown if each.source and _meet(each.source, label.source)]
        speaker = beside[0].speaker if beside else None
        yield Found(article, label, speaker, _judge(article.text, label, beside))


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _judge(text: str, label: Label, beside: Sequence[Attribution]) -> Outcome:
    if not beside:
        return "missed"
    shown = beside[0].speaker
    if shown is None or not shown.sure:
        return "unclear"
    if label.meant is None:
        return "right" if shown.kind == "anonymous" else "wrong"
    return "right" if _fold(shown.name) == _fold(text[slice(*label.meant)]) else "wrong"


def _fold(name: str) -> str:
    return ARTICLE.sub("", name.casefold()).strip()


def find_all(bench: Path, nlp: Language, *, marked: bool) -> list[Found]:
    """What is shown for all labels."""
    articles = load_labelled(bench)
    docs = parse_many((article.text for article in articles), nlp)
    return [
        each
        for article, doc in zip(articles, docs, strict=True)
        for each in find_shown(article, doc, marked=marked)
    ]


def make_meant_table(found: Iterable[Found]) -> str:
    """Right, wrong and unclear in per cent of the labels whose source is found, by class."""
    everything = list(found)
    rows = ["| speakers | open: labels | right | wrong | held: labels | right | wrong |"]
    rows.append("|---|" + "---:|" * 6)
    for name, is_wanted in ROWS.items():
        cells = [name]
        for is_open in (True, False):
            chosen = [
                each
                for each in everything
                if each.article.is_open == is_open and is_wanted(each.label)
            ]
            cells += _count(chosen)
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join([*rows, ""])


def _count(chosen: Sequence[Found]) -> list[str]:
    times = Counter(each.outcome for each in chosen)
    there = max(1, times.total() - times["missed"])
    return [
        str(times.total() - times["missed"]),
        *(f"{100 * times[each] / there:.1f}" for each in ("right", "wrong")),
    ]


def print_mistakes(found: Iterable[Found]) -> None:
    """Every label of an open article that is not shown right."""
    for each in found:
        if each.article.is_open and each.outcome not in ("right", "missed"):
            text, label = each.article.text, each.label
            meant = text[slice(*label.meant)] if label.meant else "nobody named"
            words = text[slice(*label.source)]
            shown = each.shown.name if each.shown else "nobody"
            click.echo(
                f"{each.outcome}: {label.form} {words!r} is {meant!r}, shown {shown!r}"
                f" ({each.article.part} {each.article.name} {label.source[0]})"
            )


def make_meant_tables(bench: Path, nlp: Language) -> list[str]:
    """Both tables: with the marked sources given, and with our own."""
    heads = {"with the marked sources given": True, "with our own sources": False}
    return [
        f"Who is meant in real news, {head}:\n\n"
        f"{make_meant_table(find_all(bench, nlp, marked=marked))}"
        for head, marked in heads.items()
    ]


def main() -> None:
    nlp = load_language()
    bench = Path(sys.argv[1])
    print_mistakes(find_all(bench, nlp, marked=True))
    click.echo("\n".join(make_meant_tables(bench, nlp)))


if __name__ == "__main__":
    main()
