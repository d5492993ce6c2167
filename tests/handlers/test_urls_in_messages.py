from __future__ import annotations

from typing import Any

import pytest

from handlers.urls import added_urls, find_urls


def rich(*elements: dict[str, Any]) -> dict[str, Any]:
    section = {"type": "rich_text_section", "elements": list(elements)}
    return {"blocks": [{"type": "rich_text", "elements": [section]}]}


def link(url: str) -> dict[str, Any]:
    return {"type": "link", "url": url}


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ({"text": "<https://a.example/1>"}, ["https://a.example/1"]),
        ({"text": "<https://a.example/1|a story>"}, ["https://a.example/1"]),
        ({"text": "<https://a.example/?x=1&amp;y=2>"}, ["https://a.example/?x=1&y=2"]),
        ({"text": "<https://a.example/?q=&amp;lt;>"}, ["https://a.example/?q=&lt;"]),
        ({"text": "https://a.example/ typed in code"}, []),
        ({"text": "<mailto:desk@a.example|desk> <@U1> <#C1|news> <!here>"}, []),
        ({"text": "<https://news.slack.com/archives/C1/p1>"}, []),
        ({"text": "<https://notslack.com/1>"}, ["https://notslack.com/1"]),
        (rich(link("https://a.example/1"), link("https://a.example/1")), ["https://a.example/1"]),
        (rich({"type": "text", "text": "no link"}), []),
        ({**rich(link("https://a.example/1")), "text": "<https://b.example/>"},
         ["https://a.example/1"]),
        ({"text": "", "attachments": [{"from_url": "https://a.example/unfurled"}]}, []),
        ({"text": None, "blocks": "broken"}, []),
        ({"blocks": [None, {"type": "rich_text", "elements": [{"elements": 3}, 4]}]}, []),
        ({"text": "<https://[broken/>"}, []),
    ],
)  # fmt: skip
def test_the_links_of_a_person_are_found(message: dict[str, Any], expected: list[str]) -> None:
    assert list(find_urls(message)) == expected


def test_links_in_lists_and_quotes_are_found() -> None:
    item = {"type": "rich_text_section", "elements": [link("https://a.example/in-a-list")]}
    elements = [
        {"type": "rich_text_list", "style": "bullet", "elements": [item]},
        {"type": "rich_text_quote", "elements": [link("https://a.example/in-a-quote")]},
    ]
    found = find_urls({"blocks": [{"type": "rich_text", "elements": elements}]})
    assert found == ("https://a.example/in-a-list", "https://a.example/in-a-quote")


def test_only_what_an_edit_added_is_new() -> None:
    before, after = (
        {"text": "<https://a.example/>"},
        {"text": "<https://a.example/> <https://b.example/>"},
    )
    assert added_urls(before, after) == ("https://b.example/",)
    assert added_urls(after, before) == ()
