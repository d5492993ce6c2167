"""Records become Block Kit: pure functions, no Slack client and no database.

Each `build_*` returns a message's blocks as plain dictionaries, within Slack's limits;
`build_text` makes the fallback text that belongs beside them:

    blocks = build_reports([report])
    client.chat_postMessage(channel=..., blocks=blocks, text=build_text(blocks))
"""

from __future__ import annotations

from bot.blocks.answers import build_answer, lay_out_answer
from bot.blocks.digests import build_digest
from bot.blocks.fallback import build_text
from bot.blocks.outcomes import build_failure, build_pointer
from bot.blocks.reports import build_reports
from bot.blocks.wording import escape
from bot.passages import build_passage_link

__all__ = [
    "build_answer",
    "build_digest",
    "build_failure",
    "build_passage_link",
    "build_pointer",
    "build_reports",
    "build_text",
    "escape",
    "lay_out_answer",
]
