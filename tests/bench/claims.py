"""How good the claims are: as a summary of an article, and at telling what is worth checking.

Both folders stand beside the attribution benchmark; a folder that is not there is left out.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean

from spacy.language import Language
from spacy.tokens import Doc

from bot.language import analyse_many
from bot.language.entities import find_entities
from bot.language.figures import find_figures
from bot.language.pipeline import parse_many
from bot.language.worthiness import find_features, weigh
from tests.bench.rouge import measure_common, measure_grams

SUMMARIES = Path("summaries", "summeval100.jsonl")
SENTENCES = Path("claims", "claimbuster.csv")
SIZE = 3
"""Claims, and sentences of the lead."""
ROUGE: dict[str, Callable[[Sequence[str], str], float]] = {
    "ROUGE-1": lambda summary, reference: measure_grams(summary, reference, 1),
    "ROUGE-2": lambda summary, reference: measure_grams(summary, reference, 2),
    "ROUGE-L": measure_common,
}


def make_claim_tables(beside: Path, nlp: Language) -> list[str]:
    """The tables whose folders are there."""
    tables = []
    if (beside / SUMMARIES).exists():
        tables.append(make_summary_table(beside / SUMMARIES, nlp))
    if (beside / SENTENCES).exists():
        tables.append(make_worth_table(beside / SENTENCES, nlp))
    return tables


def make_summary_table(path: Path, nlp: Language) -> str:
    """Our best claims beside the first sentences, which are hard to beat on news."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts, references = [row["article"] for row in rows], [row["references"] for row in rows]
    analyses = analyse_many(((text, None) for text in texts), nlp)
    ours = [
        [claim.text for claim in sorted(found.claims[:SIZE], key=lambda claim: claim.span)]
        for found in analyses
    ]
    lead = [[s.text for s in list(doc.sents)[:SIZE]] for doc in parse_many(texts, nlp)]
    lines = [
        f"Claims as a summary: {len(rows)} articles of SummEval, F1 in per cent, the mean of each",
        "article's references, words without their endings, ROUGE-L of the whole summary:",
        "",
        "| summary | " + " | ".join(ROUGE) + " |",
        "|---|" + "---:|" * len(ROUGE),
    ]
    for name, chosen in ((f"our best {SIZE} claims", ours), (f"the first {SIZE} sentences", lead)):
        scores = [f"{_score(measure, chosen, references):.1f}" for measure in ROUGE.values()]
        lines.append(f"| {name} | {' | '.join(scores)} |")
    return "\n".join([*lines, ""])


def _score(
    measure: Callable[[Sequence[str], str], float],
    summaries: Sequence[Sequence[str]],
    references: Sequence[Sequence[str]],
) -> float:
    pairs = zip(summaries, references, strict=True)
    return 100 * mean(mean(measure(summary, each) for each in theirs) for summary, theirs in pairs)


def make_worth_table(path: Path, nlp: Language) -> str:
    """Average precision of check-worthiness on single sentences of debates."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    docs = parse_many((row["text"] for row in rows), nlp)
    ranked = sorted(zip(map(weigh_alone, docs), rows, strict=True), key=lambda pair: -pair[0])
    found = measure_precision([row["label"] == "1" for _, row in ranked])
    return (
        f"Check-worthiness: {len(rows):,} sentences of ClaimBuster, average precision {found:.3f}\n"
        "(the weights of the features were fitted on these sentences).\n"
    )


def weigh_alone(doc: Doc) -> float:
    """Check-worthiness of a text as one sentence that nobody known says."""
    actors = len({entity.name for entity in find_entities(doc)})
    return weigh(find_features(doc[:], find_figures(doc.text), actors, official=False))


def measure_precision(right: Sequence[bool]) -> float:
    """Average precision of a ranking: the mean share of right ones at each right one."""
    places = [place for place, is_right in enumerate(right, 1) if is_right]
    return mean(number / place for number, place in enumerate(places, 1))
