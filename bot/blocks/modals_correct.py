"""The modals in which a statement is chosen and corrected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slack_sdk.models.blocks import ActionsBlock, Block

from bot.blocks.changes import describe_correction
from bot.blocks.elements import context, divider, rich_text, section, text, to_dicts
from bot.blocks.modals_quotes import build_head, build_words
from bot.blocks.quotes import build_speaker
from bot.blocks.report_buttons import button
from bot.blocks.views import View, ask, choices, modal, option, text_input
from bot.blocks.wording import clean_name, join_facts
from store.changes import Correction, Sheet
from store.records import Speaker, Statement

CHOOSE, FORM = "choose_statement", "correct_statement"
STATEMENT, SPEAKER, NAME, KIND = "statement", "speaker", "name", "kind"
ROLE, SAID_ON, MORE, NOTE = "role", "said_on", "more", "note"
UNDO = "undo_correction"
EVERYWHERE, SAME, HIDDEN = "everywhere", "same", "hidden"
NO_ROLE = "-"
SEEN = "Your name will stand beside it wherever this article is shown, in other channels too."
MOST_OPTIONS = 100
MOST_CORRECTIONS = 10
"""Shown of an article: the newest."""
KINDS = (
    option("person", "A person"),
    option("organisation", "An organisation"),
    option("anonymous", "A source without a name", "as the article describes it"),
)


def build_choice(sheet: Sheet, channel: str) -> View:
    """Which statement is wrong? Also what was corrected already, to take it back."""
    blocks = to_dicts([build_head(sheet)])
    if sheet.statements:
        blocks.append(ask(STATEMENT, "Which statement is wrong?", _select_statement(sheet)))
    blocks += to_dicts(_build_corrections(sheet.corrections))
    submit = "Next" if sheet.statements else ""
    return modal(CHOOSE, "Correct", blocks, submit=submit, keep=_keep(sheet, channel))


def find_options(sheet: Sheet, words: str) -> list[View]:
    """The statements whose words or speaker hold what somebody typed."""
    wanted = words.casefold().split()
    found = [
        each
        for each in sheet.statements
        if all(word in _describe_statement(each, whole=True).casefold() for word in wanted)
    ]
    return [_option(each) for each in found[:MOST_OPTIONS]]


def build_form(sheet: Sheet, statement: Statement, channel: str) -> View:
    """What is right of one statement: whatever is left empty stays."""
    shown = rich_text(section(*build_speaker(statement.speaker)), build_words(statement))
    fitting = [each for each in sheet.corrections if each.text == statement.text]
    blocks = [
        *to_dicts([shown]),
        *_ask_speaker(sheet, statement),
        *_ask_more(statement),
        *to_dicts([context(SEEN)]),
        *to_dicts(_build_corrections(fitting)),
    ]
    kept = {**_keep(sheet, channel), "statement": statement.id}
    return modal(FORM, "Correct", blocks, submit="Save", keep=kept)


def _keep(sheet: Sheet, channel: str) -> dict[str, object]:
    return {"article": sheet.article.id, "channel": channel}


def _select_statement(sheet: Sheet) -> View:
    if len(sheet.statements) > MOST_OPTIONS:
        hint = {"type": "plain_text", "text": "Type a name or words of it", "emoji": False}
        return {"type": "external_select", "min_query_length": 0, "placeholder": hint}
    return choices("static_select", [_option(each) for each in sheet.statements], [])


def _option(statement: Statement) -> View:
    return option(str(statement.id), _describe_statement(statement))


def _describe_statement(statement: Statement, *, whole: bool = False) -> str:
    """`Osten: We open in May`; whole, with the full name.

    Between no quotation marks, for it may be cut, and be a paraphrase.
    """
    name = clean_name(statement.speaker.name) if statement.speaker else "Unclear"
    short = name if whole else clean_name(name.split()[-1] if name.split() else name, 25)
    return clean_name(f"{short}: {statement.text}", len(statement.text) + len(short) + 2)


def _ask_speaker(sheet: Sheet, statement: Statement) -> list[View]:
    """Somebody of the article, or somebody else."""
    asked = []
    if people := _name_people(sheet, statement.speaker):
        asked.append(
            ask(SPEAKER, "Who said it?", choices("static_select", people, []), optional=True)
        )
    now = clean_name(statement.speaker.role, 100) if statement.speaker else ""
    return [
        *asked,
        ask(NAME, "Or type who it was", text_input(placeholder="Full name"), optional=True),
        ask(KIND, "Whom you typed is", choices("static_select", KINDS, ["person"])),
        ask(
            ROLE,
            "Role",
            text_input(placeholder=f"Now: {now or 'none'}"),
            hint=f"In this article. Empty: as it is. A dash ({NO_ROLE}): none.",
            optional=True,
        ),
    ]


def _name_people(sheet: Sheet, present: Speaker | None) -> list[View]:
    """Everybody but who is taken for the speaker already; a doubt can be ended so, though."""
    known = present.name if present and present.sure else None
    return [
        option(str(number), _name_person(person))
        for number, person in sheet.people.items()
        if person.name != known and clean_name(person.name)
    ][:MOST_OPTIONS]


def _name_person(person: Speaker) -> str:
    return join_facts(clean_name(person.name), clean_name(person.role))


def _ask_more(statement: Statement) -> list[View]:
    day: dict[str, Any] = {"type": "datepicker"}
    if statement.said_on:
        day["initial_date"] = statement.said_on.isoformat()
    name = clean_name(statement.speaker.name, 30) if statement.speaker else ""
    whole = [
        option(EVERYWHERE, f"All that {name} says here", "The name is wrong in the whole article"),
        option(SAME, f"The same person as {name}", "Two names of one, in every article"),
    ]
    hidden = option(HIDDEN, "Take it out", "Not a statement, or not to be shown")
    more = [*(whole if name else []), hidden]
    return [
        ask(SAID_ON, "Said on", day, optional=True),
        ask(MORE, "Also", choices("checkboxes", more, []), optional=True),
        ask(NOTE, "Note", text_input(lines=True), hint="Not shown in the report.", optional=True),
    ]


def _build_corrections(corrections: Sequence[Correction]) -> list[Block]:
    """What was corrected, each with a button that takes it back."""
    blocks: list[Block] = [divider()] if corrections else []
    for each in corrections[:MOST_CORRECTIONS]:
        blocks.append(rich_text(section(text(describe_correction(each)))))
        blocks.append(ActionsBlock(elements=[button(UNDO, "Undo", each.id)]))
    left_out = len(corrections) - MOST_CORRECTIONS
    return [*blocks, context(f"and {left_out} more")] if left_out > 0 else blocks
