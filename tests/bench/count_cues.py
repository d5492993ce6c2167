"""Counts the cue lexicon anew: `python -m tests.bench.count_cues FOLDER`.

FOLDER holds `attribution_eval.py` and `train/`, the shared attribution benchmark. What is written
to `bot/language/data/cues.json` are counts only: how often a cue, a frame, a complement or a
surrounding was seen, and how often it was marked as reporting. 150 articles, the same each time,
are left out: what they score tells how the counts carry over (`list_held`).
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Token

from bot.language.attribution import build_candidates
from bot.language.clauses import Candidate
from bot.language.context import describe
from bot.language.cues import ANY, Counts, Lexicon, lean, name_cue, weigh_context
from bot.language.frames import find_frames
from bot.language.page import Page, Range, is_word, open_page
from bot.language.pipeline import load_language, parse_many
from bot.language.shapes import name_slots
from tests.bench.language import load_scorer

DATA = Path(__file__).parents[2] / "bot" / "language" / "data" / "cues.json"
HELD = 150
_SEED = 7
_FOLDS = 5
_RAREST = 25
"""Surroundings seen less often tell nothing."""
_SILENT = 10
"""So often seen, a cue that never reports is worth knowing."""
_MATCH = 0.2
"""Shared words from which on a marked cue reports what a candidate holds, wherever both end."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked attribution, in tokens."""

    cue: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True, slots=True)
class Seen:
    """A candidate, or a verb beside a quote, and whether it was marked as reporting."""

    article: int
    cue: Token
    shape: str
    reports: bool
    features: tuple[str, ...] = ()


def list_held(names: Iterable[str]) -> frozenset[str]:
    """The articles that are never counted."""
    return frozenset(random.Random(_SEED).sample(sorted(names), HELD))


def read_marked(bench: Path, nlp: Language) -> Iterator[tuple[Page, list[Marked]]]:
    """Every article that is counted, parsed, with what is marked in it."""
    gold = load_scorer(bench / "attribution_eval.py").load_gold(str(bench / "train"))
    names = sorted(set(gold) - list_held(gold))
    docs = parse_many((gold[name][0] for name in names), nlp)
    for name, doc in zip(names, docs, strict=True):
        page = open_page(doc)
        yield (
            page,
            [
                Marked(_words(page, each["cue"]), _words(page, each["content"]))
                for each in gold[name][1]
            ],
        )


def _words(page: Page, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return _keep_words(page, (page.tokens(span) for span in spans))


def _keep_words(page: Page, ranges: Iterable[Range]) -> frozenset[int]:
    return frozenset(i for r in ranges for i in range(*r) if is_word(page.doc[i]))


def count_slots(articles: Iterable[tuple[Page, list[Marked]]]) -> Counts:
    """Of each complement of a marked cue: how often it belonged to the content."""
    counts: Counts = {}
    for page, marked in articles:
        by_cue = {i: each for each in marked for i in each.cue}
        for frame in find_frames(page):
            known = by_cue.get(frame.cue.i)
            words = [_keep_words(page, [slot.range]) for slot in frame.slots]
            if known is None or not any(known.content & each for each in words):
                continue
            for slot, name, inside in zip(frame.slots, name_slots(frame), words, strict=True):
                heads = slot.head.i in known.content or slot.name.startswith("p:")
                kept = heads and len(inside & known.content) * 2 > len(inside)
                _count(counts, frame.cue, name, hit=kept)
    return counts


def find_seen(articles: Iterable[tuple[Page, list[Marked]]], lexicon: Lexicon) -> Iterator[Seen]:
    """Every candidate of every article, and every verb beside a quote."""
    for number, (page, marked) in enumerate(articles):
        for candidate in build_candidates(page, lexicon):
            if candidate.shape != "phrase":
                reports = any(_reports(page, candidate, each) for each in marked)
                features = describe(candidate, page)
                yield Seen(number, candidate.cue_word, candidate.shape, reports, features)
        for verb, quotes in _find_beside_quotes(page).items():
            reports = any(verb in m.cue and m.content & quotes for m in marked)
            yield Seen(number, page.doc[verb], "quote", reports)


def _reports(page: Page, candidate: Candidate, marked: Marked) -> bool:
    words = _keep_words(page, candidate.content)
    shared = len(words & marked.content) / max(1, len(words | marked.content))
    return candidate.cue_word.i in marked.cue and shared >= _MATCH


def _find_beside_quotes(page: Page) -> dict[int, frozenset[int]]:
    """Each verb beside quotes, with the tokens of these."""
    found: dict[int, frozenset[int]] = {}
    for index, tokens in enumerate(page.ranges):
        for segment in (page.segment_behind(index), page.segment_before(index, across=True)):
            for token in page.doc[slice(*segment)]:
                if token.lower_ == "according" or _may_be_cue(token):
                    known = found.get(token.i, frozenset())
                    found[token.i] = known | frozenset(range(*tokens))
    return found


def _may_be_cue(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass", "relcl", "acl"}


def count_shapes(seen: Iterable[Seen]) -> Counts:
    """Of each cue in each frame: how often it reported."""
    counts: Counts = {}
    for each in seen:
        _count(counts, each.cue, each.shape, hit=each.reports)
    return counts


def _count(counts: Counts, cue: Token, key: str, *, hit: bool) -> None:
    for name in (ANY, name_cue(cue)):
        pair = counts.setdefault(name, {}).setdefault(key, [0, 0])
        pair[0] += hit
        pair[1] += 1


def count_context(seen: list[Seen]) -> dict[str, list[float]]:
    """Of each surrounding: how often it reported, and how often what came before let expect.

    The features are counted one kind after the other; each moves what the next ones expect.
    """
    told = [each for each in seen if each.features]
    expected = [_judge_unseen(each, lexicon) for each, lexicon in _split_folds(seen)]
    context: dict[str, list[float]] = {}
    for place in range(len(told[0].features)):
        counts: dict[str, list[float]] = {}
        for each, odds in zip(told, expected, strict=True):
            entry = counts.setdefault(each.features[place], [0, 0.0, 0])
            entry[0] += each.reports
            entry[1] += odds / (1 + odds)
            entry[2] += 1
        kept = {key: entry for key, entry in counts.items() if entry[2] >= _RAREST}
        context |= kept
        factors = weigh_context(kept)
        moved = zip(told, expected, strict=True)
        expected = [odds * factors.get(each.features[place], 1.0) for each, odds in moved]
    return context


def _split_folds(seen: list[Seen]) -> Iterator[tuple[Seen, Lexicon]]:
    """Each candidate with a lexicon that was counted without its article."""
    lexicons = []
    for fold in range(_FOLDS):
        shapes = count_shapes(each for each in seen if each.article % _FOLDS != fold)
        lexicons.append(Lexicon(shapes=shapes, leaning=lean(shapes)))
    return ((each, lexicons[each.article % _FOLDS]) for each in seen if each.features)


def _judge_unseen(seen: Seen, lexicon: Lexicon) -> float:
    probability = lexicon.probability(seen.cue, seen.shape)
    return probability / (1 - probability)


def write_lexicon(slots: Counts, shapes: Counts, context: dict[str, list[float]]) -> None:
    """Write what tells something, a cue to a line."""
    tables: dict[str, dict[str, Any]] = {
        "shapes": {k: v for k, v in shapes.items() if _sum(v, 0) or _sum(v, 1) >= _SILENT},
        "slots": {k: v for k, v in slots.items() if _sum(v, 0)},
        "context": {k: [v[0], round(v[1], 1), v[2]] for k, v in context.items()},
    }
    parts = [f'"{name}":{{\n{_write_lines(table)}\n}}' for name, table in tables.items()]
    DATA.write_text("{" + ",\n".join(parts) + "}\n", encoding="utf-8")


def _sum(frames: dict[str, list[int]], place: int) -> int:
    return sum(pair[place] for pair in frames.values())


def _write_lines(table: dict[str, Any]) -> str:
    rows = sorted(table.items())
    return ",\n".join(
        f"{json.dumps(key)}:{json.dumps(value, sort_keys=True, separators=(',', ':'))}"
        for key, value in rows
    )


def main() -> None:
    """Count and write."""
    articles = list(read_marked(Path(sys.argv[1]), load_language()))
    slots = count_slots(articles)
    seen = list(find_seen(articles, Lexicon(slots=slots)))
    write_lexicon(slots, count_shapes(seen), count_context(seen))


if __name__ == "__main__":
    main()
