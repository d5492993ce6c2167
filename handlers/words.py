"""What the bot says of itself: how to use it, and when its digests come."""

from __future__ import annotations

from bot.blocks.wording import describe_days
from handlers.posting import Blocks
from store.workspace import Schedule


def build_lines(*lines: str) -> Blocks:
    """Plain lines in our own words; nothing of a page's text belongs here."""
    sections = [
        {"type": "rich_text_section", "elements": [{"type": "text", "text": line}]}
        for line in lines
    ]
    return [{"type": "rich_text", "elements": sections}]


def describe_schedule(schedule: Schedule) -> Blocks:
    """When this channel gets its digest from now on."""
    if not schedule.enabled:
        return build_lines("No digest is posted here any more.")
    days = describe_days(schedule.days)
    return build_lines(
        f"The digest is posted here at {schedule.at} ({schedule.zone}), {days}.",
        "A night in which nothing was said stays quiet.",
    )


HELLO = build_lines(
    "Hello. Share a link to an article here, and I answer in its thread: what it claims, and who "
    "said what, word for word.",
    "Ask me who said what: mention me, or /onrecord ask who said what about the harbour.",
    "/onrecord people show Mara Quill shows everything that one person said.",
    "/onrecord watch the harbour tells this place of every new article on it.",
    "/onrecord settings says what I read here, when a digest comes, or keeps me silent.",
)

HELP = build_lines(
    "Share a link to an article, and I answer in its thread: what it claims, and who said what.",
    "A page that I cannot open? Paste its text in that thread, or send it to me.",
    "Ask me who said what: mention me, write to me, or /onrecord ask who said what about the "
    "harbour.",
    "/onrecord digest shows what was said in the last day.",
    "/onrecord digest at 08:00 Europe/London posts it here each weekday; /onrecord digest off "
    "ends that.",
    "/onrecord people show Mara Quill shows everything that one person said.",
    "/onrecord watch the harbour tells this place of every new article on it.",
    "/onrecord settings says what I read in this channel, and when I stay silent.",
)
