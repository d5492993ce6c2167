from __future__ import annotations

from typing import Any

import pytest

from handlers.markup import find_text


def rich(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"blocks": [{"type": "rich_text", "elements": list(elements)}], "text": "not this"}


def part(kind: str, *elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": f"rich_text_{kind}", "elements": list(elements)}


def text(words: str) -> dict[str, Any]:
    return {"type": "text", "text": words}


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ({"text": "Costs &amp; risks: 3 &lt; 4\n\nNext"}, "Costs & risks: 3 < 4\n\nNext"),
        ({"text": "&amp;lt; stays"}, "&lt; stays"),
        ({"text": "<https://a.example/|the pier> and <https://b.example/?x=1&amp;y>"},
         "the pier and https://b.example/?x=1&y"),
        ({"text": "<@U1> and <@U2|ann> in <#C1|news> <!here> <!subteam^S1|@desk>"},
         "and ann in #news @here @desk"),
        ({"text": "&gt; quoted &gt; line\n&gt;\n```code```"}, "quoted > line\n\ncode"),
        (rich(part("section", text("One & two\n\nThree "), {"type": "user", "user_id": "U1"})),
         "One & two\n\nThree"),
        (rich(part("section", {"type": "link", "url": "https://a.example/", "text": "here"},
                   text(" or "), {"type": "link", "url": "https://b.example/"})),
         "here or https://b.example/"),
        (rich(part("section", text("Said:")), part("quote", text("a < b\nc")),
              part("list", part("section", text("first")), part("section", text("second"))),
              part("preformatted", text("as typed"))),
         "Said:\na < b\nc\nfirst\nsecond\nas typed"),
        (rich(part("section", {"type": "emoji", "name": "ship", "unicode": "1f6a2"},
                   {"type": "emoji", "name": "our-own"}, {"type": "emoji", "unicode": "zz"},
                   {"type": "broadcast", "range": "here"})), "🚢@here"),
        ({"text": "kept", "blocks": [{"type": "rich_text"}, 3]}, "kept"),
        ({"text": "a \ud800 b"}, "a ? b"),
        ({"text": None, "blocks": "broken"}, ""),
    ],
)  # fmt: skip
def test_the_words_of_a_message_are_found_as_they_were_typed(
    message: dict[str, Any], expected: str
) -> None:
    assert find_text(message) == expected
