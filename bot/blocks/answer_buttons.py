"""The buttons under an answer that only the asker sees: more of it, and showing it to others."""

from __future__ import annotations

import json
from dataclasses import dataclass

from slack_sdk.models.blocks import ActionsBlock

from bot.blocks.elements import Blocks, to_dicts
from bot.blocks.report_buttons import button
from store.records import Answer

MORE, POST = "answer_more", "answer_post"
LONGEST = 400
"""Characters of a question that buttons can carry."""


@dataclass(frozen=True, slots=True)
class Page:
    """Which page of which answer a button means."""

    question: str
    offset: int = 0


def build_answer_buttons(answer: Answer, offset: int, kept: int, *, post: bool) -> Blocks:
    """The next page where there is one, and this page for everybody; nothing under no answer.

    Args:
        answer: the page.
        offset: how many statements came before it.
        kept: how many of its statements are shown.
        post: whether there is somebody to show it to.
    """
    if not kept or len(answer.question) > LONGEST:
        return []
    buttons = []
    if answer.total > offset + kept:
        buttons.append(button(MORE, "More", _write(Page(answer.question, offset + kept))))
    if post:
        label = "Post in this channel"
        buttons.append(button(POST, label, _write(Page(answer.question, offset))))
    return to_dicts([ActionsBlock(elements=buttons)]) if buttons else []


def read_page(value: str) -> Page:
    """What a button carries; an empty question if that cannot be read."""
    try:
        question, offset = json.loads(value)
        return Page(str(question), max(0, int(offset)))
    except (ValueError, TypeError):
        return Page("")


def _write(page: Page) -> str:
    return json.dumps([page.question, page.offset], ensure_ascii=False)
