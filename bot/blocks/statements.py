"""Who said what in one article: each speaker with role and best quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from slack_sdk.models.blocks import Block, RichTextElement

from bot.blocks.changes import name_person
from bot.blocks.elements import context, rich_text, section, text
from bot.blocks.quotes import Passage, build_quote, build_speaker, name_speaker
from bot.blocks.sizes import Size
from bot.blocks.wording import clean_name, count
from bot.passages import build_passage_link
from store.records import Attribution, Report, Speaker
from store.wording import find_lead

KIND_WEIGHT = {"direct": 2.0, "mixed": 1.4, "indirect": 0.6}
TELLING_WORDS = range(8, 60)
"""Quotes of so many words say something and can be read at a glance."""
FEW_WORDS = 4
"""Fewer than these ("such reports") say little by themselves."""

Voice = tuple[Speaker | None, list[Attribution]]


def build_statements(report: Report, size: Size) -> list[Block]:
    """A block for each speaker, in the order of the article, and what was left out."""
    chosen = choose_shown(report, size)
    blocks = [_build_voice(report, speaker, best, size.words) for speaker, best in chosen]
    left_out = len(find_stated(report)) - sum(len(best) for _, best in chosen)
    if left_out:
        noun = "statement" if not blocks else "more statement"
        blocks.append(context(("and " if blocks else "") + count(left_out, noun)))
    if report.taken_out:
        blocks.append(context(_describe_taken_out(report.taken_out)))
    return blocks


def _describe_taken_out(names: Sequence[str]) -> str:
    by = ", ".join(dict.fromkeys(name_person(name) for name in names))
    return f"{count(len(names), 'statement')} taken out by {by}"


def choose_shown(report: Report, size: Size) -> list[Voice]:
    """The speakers that a report shows, each with their best statements."""
    voices = _choose_voices(group_voices(find_stated(report)), size.speakers)
    return [(speaker, choose_best(said, size.quotes)) for speaker, said in voices]


def group_voices(attributions: Iterable[Attribution]) -> list[Voice]:
    """The statements of each speaker, in the order of first appearance; the fullest role wins."""
    voices: dict[tuple[str, str, bool] | None, list[Attribution]] = {}
    for each in attributions:
        voices.setdefault(name_speaker(each.speaker), []).append(each)
    return [
        (max((a.speaker for a in said), key=lambda s: len(s.role) if s else 0), said)
        for said in voices.values()
    ]


def choose_best(said: Sequence[Attribution], number: int) -> list[Attribution]:
    """The most telling statements, in the order of the article."""
    best = sorted(said, key=_weigh, reverse=True)[:number]
    return sorted(best, key=lambda each: each.content)


def find_stated(report: Report) -> list[Attribution]:
    """What is shown as said."""
    return [each for each in report.analysis.attributions if each.standing == "stated"]


def _choose_voices(voices: list[Voice], number: int) -> list[Voice]:
    """Who is shown where not all can be: known before unclear, then who says most."""

    def weight(voice: Voice) -> tuple[bool, float]:
        speaker, said = voice
        return (speaker is not None and speaker.sure, sum(_weigh(each) for each in said))

    kept = sorted(voices, key=weight, reverse=True)[:number]
    return [voice for voice in voices if voice in kept]


def _weigh(attribution: Attribution) -> float:
    words = len(attribution.text.split())
    telling = 1.0 if words in TELLING_WORDS else 0.5 if words >= FEW_WORDS else 0.2
    return KIND_WEIGHT[attribution.kind] * telling * (0.5 + attribution.confidence / 2)


def _build_voice(
    report: Report, speaker: Speaker | None, said: Sequence[Attribution], limit: int
) -> Block:
    quotes: list[RichTextElement] = [
        build_quote(_find_passage(report, each), *_build_notes(each), limit=limit) for each in said
    ]
    return rich_text(section(*build_speaker(speaker)), *quotes)


def _build_notes(attribution: Attribution) -> list[RichTextElement]:
    name, via = attribution.corrected_by, attribution.via
    notes = [text(f"via {clean_name(via.name)}", italic=True)] if via else []
    return [*notes, *([text(f"corrected by {name_person(name)}", italic=True)] if name else [])]


def _find_passage(report: Report, attribution: Attribution) -> Passage:
    article = report.article
    sentence = article.text[slice(*attribution.sentence)]
    address = build_passage_link(article.url, sentence, article.text)
    lead = find_lead(article.text, attribution.cue, attribution.source, attribution.content)
    return Passage(attribution.text, attribution.kind, sentence, address, lead)
