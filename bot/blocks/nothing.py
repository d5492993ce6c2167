"""Nothing was found: which part of the question failed, and what can be asked instead."""

from __future__ import annotations

from slack_sdk.models.blocks import Block, RichTextElement

from bot.blocks.elements import bullets, rich_text, section, text
from bot.blocks.quotes import SEPARATOR
from bot.blocks.readings import KINDS, describe_period, describe_reading
from bot.blocks.wording import clean_name, count
from store.records import Answer, Missing, Reading

NEAREST = 5


def build_nothing(answer: Answer) -> list[Block]:
    """What is said where there is no statement to show."""
    if answer.total:
        return [rich_text(section(text(f"That is all: {count(answer.total, 'statement')}.")))]
    lines = [*describe_reading(answer.reading), text(f"\n{_explain(answer)}")]
    if answer.nearest:
        lines += [text("\nNear to it in the archive: "), *_list(answer.nearest[:NEAREST])]
    if not answer.instead:
        ending = "" if answer.nearest else "\nTry a name, a shorter topic, or a longer time."
        return [rich_text(section(*lines, *([text(ending)] if ending else [])))]
    tries = [
        section(text(each.question, bold=True), text(SEPARATOR + count(each.total, "statement")))
        for each in answer.instead
    ]
    return [rich_text(section(*lines, text("\nWhat can be asked:")), bullets(tries))]


def _explain(answer: Answer) -> str:
    """Which part failed, in a sentence."""
    reading = answer.reading
    who = clean_name(reading.speaker or reading.role or "")
    what = " and ".join(clean_name(name) for name in (reading.topic, *reading.and_about) if name)
    kinds = KINDS.get(reading.kind or "", "").removeprefix("only ")
    called = "called" if reading.speaker else "one of the"
    reasons: dict[Missing | None, str] = {
        "speaker": f"Nobody is quoted on record who is {called} {who}.",
        "outlet": f"Nothing of that on record is from {clean_name(reading.outlet or '')}"
        f"{_elsewhere(answer, 'elsewhere')}.",
        "topic": f"Nothing on record speaks of {what}.",
        "both": f"There are statements by {who} on record, but none about {what}.",
        "period": f"Nothing {describe_period(reading)}{_elsewhere(answer, 'at other times')}.",
        "kind": f"There are no {kinds} of that on record{_elsewhere(answer, 'of other kinds')}.",
        "verb": f"Nobody is reported with \u201c{reading.verb}\u201d or a word like it there"
        f"{_elsewhere(answer, 'said otherwise')}.",
        "others": f"Nobody but {clean_name(reading.not_by or '')} is quoted on that.",
        "unknown": f"The archive does not know {answer.unknown}."
        " It holds who said what, where and when.",
    }
    return reasons.get(answer.missing, "Nothing on record that fits.")


def _elsewhere(answer: Answer, where: str) -> str:
    """How much there is without the part that failed: the first proposal is the question so."""
    if not answer.instead:
        return ""
    return f"; {count(answer.instead[0].total, 'statement')} {where}"


def _list(names: tuple[str, ...]) -> list[RichTextElement]:
    parts: list[RichTextElement] = []
    for name in names:
        parts += [*([text(", ")] if parts else []), text(clean_name(name), bold=True)]
    return parts


def describe_slips(
    reading: Reading, taken_for: tuple[tuple[str, str], ...]
) -> list[RichTextElement]:
    """What was looked for in place of what was asked: "Showing results for Prigozhin"."""
    parts: list[RichTextElement] = []
    for asked, meant in taken_for:
        if meant in (reading.topic, reading.speaker):
            lead = "\nShowing results for " if not parts else " and for "
            parts += [text(lead), text(clean_name(meant), bold=True)]
            parts.append(text(f" (nothing on record for {clean_name(asked)})"))
    return parts
