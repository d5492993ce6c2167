"""What scraping left behind goes, what somebody may have said stays, and both are on record."""

from __future__ import annotations

import time

import pytest

from bot.reading.clean import clean_text
from tests.reading.pages import PARAGRAPHS

BODY = "\n\n".join(PARAGRAPHS)

JUNK = [
    *("[ad_1]", "[ad_2]", "[ad_1] [ad_2]", "[gallery ids=1,2,3]", "[/caption]"),
    *("[embed]", "{{ user.name }}", "Advertisement", "ADVERTISEMENT", "- Advertisement -"),
    *("Article continues below advertisement", "Story continues below", "Sponsored"),
    *("Skip advertisement", "Share", "Share this article", "Share on Facebook", "Tweet"),
    *("Facebook Twitter WhatsApp Email", "Share on X | Email | Print", "Copy link"),
    *("Follow us on Instagram", "Click to share on Twitter (Opens in new window)", "12 comments"),
    *("Source link", "Source: https://wire.example/a/1", "https://wire.example/a/1"),
    *("Read the original article here.", "Image source: Wire Photos", "Getty Images"),
    *("Sign up for our newsletter to get the day’s stories.", "Subscribe", "Log in"),
    *("Subscribe to our morning briefing", "Enter your email address", "Close", "Menu"),
    "Your email address will not be published. Required fields are marked *",
    "By signing up you agree to our terms of use and privacy policy.",
    "We use cookies to give you the best experience on our website.",
    *("Accept all cookies", "Cookie policy", "Privacy policy", "Please enable JavaScript."),
    "IE 11 is not supported. For an optimal experience visit our site on another browser.",
    *("Your browser does not support the video tag.", "Play video", "Loading...", "1:42", "3 of 7"),
    *("Read more", "Related:", "Most read", "Up next", "4 min read", "Click here to read on."),
    *("Tags: ferry, islands", "Filed under", "© 2026 The Island Post", "All rights reserved."),
    '[caption id="attachment_12" align="alignnone"]',
    *("[gallery ids='1,2']", '[ad_1] [embed src="https://a.example/v"]', "Video Unavailable"),
    *("READ MORE: Ten things to do this weekend", "Related: Ship sinks off the cape"),
    "Do you have a story? Email newsdesk@echo.example",
    *("Loading weather data ...", "AP Photo/Mara Linde", "™ & © 2026 Island News, Inc."),
    "Want ideas for the weekend? Sign up for The Ferry",
    "Some links on this page are affiliate links, and we may earn a small commission from them.",
    *("* * *", "-----", "Advert", "Listen to this article", "Back to top"),
]
KEPT = [
    "Share prices fell by a tenth.",
    "The advertisement cost 4,000.",
    "Related costs rose as well.",
    "Comment from the council was not available on Monday.",
    "Follow the money, goes an old rule of the trade.",
    "Play was stopped at noon.",
    "Live cattle prices rose.",
    "[The ramp] is safe.",
    '[name="the ramp"] is what the form said',
    '["We sail."]',
    "Read more: “We sail again,” said Calder",
    "Related costs: 4,000 a year.",
    "Watch the ramp: it is slippery.",
    "More ferries are planned.",
    "Loading of the ship took nine hours.",
    "Agents earn a commission of 4 per cent on each house.",
    "Want a say? Islanders can sign up on Monday.",
    "Cookies are baked on the islands as well.",
    "Print runs have halved since 2009.",
    "Source of the fire was a cable.",
    "Next to the ramp stands a new crane.",
    "“Advertisement,” the sign said.",
    '"Share this"',
    "She said: share this article",
    "Subscribe, the council told readers",
    "Yes.",
    "2009",
]


@pytest.mark.parametrize("line", JUNK)
def test_a_line_that_scraping_left_is_removed_and_recorded(line: str) -> None:
    cleaned = clean_text(f"{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}")
    assert cleaned.text == f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"
    assert cleaned.removed == (line,)


@pytest.mark.parametrize("line", KEPT)
def test_a_line_of_the_article_stays(line: str) -> None:
    raw = f"{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}"
    assert clean_text(raw).text == raw
    assert clean_text(raw).removed == ()


TAILS = [
    ("Check Also", "Ship sinks off the cape", "Another title, cut off in the mid …"),
    ("Leave a Reply", "Your email address will not be published.", "Name *", "Website"),
    ("Leave a Comment Cancel reply", "Name *"),
    ("Related articles", "Ship sinks off the cape", "Storm expected on Friday"),
    ("You may also like", "Ship sinks off the cape"),
    ("3 Comments", "A reader", "Great article, thank you for it"),
    ("Most read:", "Ship sinks off the cape"),
    ("More Must-Reads From the Post", "Ship sinks off the cape"),
    ("About the author", "Mara Linde covers the islands."),
]


@pytest.mark.parametrize("tail", TAILS)
def test_what_follows_the_article_is_cut_with_its_heading(tail: tuple[str, ...]) -> None:
    cleaned = clean_text("\n\n".join([BODY, *tail]))
    assert cleaned.text == BODY
    assert cleaned.removed == tail


def test_a_quote_in_the_tail_stays() -> None:
    cleaned = clean_text(f"{BODY}\n\nRelated articles\n\n“We sail at dawn,” says captain\n\nStorm")
    assert cleaned.text == f"{BODY}\n\n“We sail at dawn,” says captain"


def test_a_heading_in_the_first_half_cuts_nothing() -> None:
    raw = "\n\n".join([PARAGRAPHS[0], "About us", *PARAGRAPHS[1:]])
    assert clean_text(raw).text == raw


def test_an_article_about_comments_keeps_what_it_quotes() -> None:
    raw = "\n\n".join(
        [*PARAGRAPHS, "“Leave a Reply” stands under every story, she said.", PARAGRAPHS[0]]
    )
    assert clean_text(raw).text == raw


def test_lines_keep_their_characters_and_blank_lines_close_up() -> None:
    raw = "  He said:  “two  spaces”.  \n\n\n\n[ad_1]\n\n\nThe end — for now. "
    assert clean_text(raw).text == "He said:  “two  spaces”.\n\nThe end — for now."


def test_the_time_for_cleaning_grows_with_the_text_only() -> None:
    def clean(lines: int) -> float:
        started = time.process_time()
        clean_text("A line of text that nobody needs to read.\n" * lines)
        return time.process_time() - started

    clean(2_000)
    few = min(clean(2_000) for _ in range(3))
    assert clean(20_000) < 40 * few
