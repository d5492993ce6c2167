"""From pages of every kind to a clean article with metadata that says where it came from."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from bot.errors import ExtractError, LanguageError
from bot.reading.cage import cage
from bot.reading.extracted import Extracted, Source
from bot.reading.languages import check_language
from tests.reading.pages import HEADLINE, NEWS, PARAGRAPHS, article_page, pdf_page

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
URL = "https://news.example/islands/ferry-sails"
TEXT = "\n\n".join(PARAGRAPHS)


def read(
    page: str | bytes, *, url: str = URL, charset: str = "", media_type: str = ""
) -> Extracted:
    content = page.encode() if isinstance(page, str) else page
    return cage.extract(Source(content, media_type, charset, url), NOW)


def test_a_page_gives_its_paragraphs_without_menu_headline_and_footer() -> None:
    found = read(article_page())
    assert found.text == TEXT
    assert found.headline == HEADLINE
    assert found.language == "en"
    assert found.wall == ""


def test_the_text_has_the_words_of_the_page_and_no_marks_that_are_not_in_it() -> None:
    quote = "“We <em>will</em> sail,” <a href='/x'>said <b>Ines</b> Calder</a>. “It is&nbsp;late.”"
    listed = "</p><ul><li>First item</li><li>Second item</li></ul><p>"
    rows = "<tr><td>What</td><td>Price</td></tr><tr><td>Milk</td><td>4</td></tr>"
    table = f"</p><table>{rows}</table><p>"
    page = article_page(paragraphs=(*PARAGRAPHS[:3], quote, listed, table, *PARAGRAPHS[3:]))
    lines = read(page).text.split("\n\n")
    assert "“We will sail,” said Ines Calder. “It is late.”" in lines
    assert {"First item", "Second item", "Milk | 4"} <= set(lines)


def test_linked_data_of_the_article_comes_first() -> None:
    head = (
        '<meta property="og:title" content="Another headline">'
        '<meta property="og:site_name" content="Another site">'
        '<meta property="article:published_time" content="2020-01-01T00:00:00Z">'
        '<meta name="author" content="Another Person">'
    )
    found = read(article_page(head=head, data=NEWS))
    assert (found.headline, found.byline, found.publisher) == (
        HEADLINE,
        "Mara Linde",
        "The Island Post",
    )
    assert set(found.origins.values()) == {"json-ld"}


def test_the_time_of_publication_keeps_its_zone() -> None:
    found = read(article_page(data=NEWS))
    assert found.published == datetime(2026, 3, 2, 18, 30, tzinfo=timezone(timedelta(hours=2)))
    assert found.published is not None
    assert found.published.utcoffset() == timedelta(hours=2)


def test_opengraph_comes_second() -> None:
    head = (
        f'<meta property="og:title" content="{HEADLINE} | The Island Post">'
        '<meta property="og:site_name" content="The Island Post">'
        '<meta property="article:published_time" content="2026-03-02T16:30:00Z">'
        '<meta property="article:author" content="https://social.example/mara">'
        '<meta name="author" content="By Mara Linde, Islands Correspondent">'
    )
    found = read(article_page(head=head))
    assert (found.headline, found.byline) == (HEADLINE, "Mara Linde")
    assert found.published == datetime(2026, 3, 2, 16, 30, tzinfo=UTC)
    assert found.origins == {
        "headline": "opengraph",
        "byline": "meta",
        "publisher": "opengraph",
        "published": "opengraph",
    }


def test_a_date_that_only_the_page_shows_is_flagged_as_a_guess() -> None:
    found = read(article_page(body="<p>Published on 2 March 2026</p>"))
    assert found.published is not None
    assert found.published.date().isoformat() == "2026-03-02"
    assert "guess" in found.origins["published"]


def claim_review() -> dict[str, Any]:
    return {"@type": "ClaimReview", "headline": "False: the ferry is a plane", "author": "Checkers"}


@pytest.mark.parametrize(
    "data",
    [
        [claim_review(), NEWS],
        {"@graph": [claim_review(), {"@type": "WebPage", "name": "Front"}, NEWS]},
        [{**NEWS, "@type": ["NewsArticle", "ReportageNewsArticle"]}, claim_review()],
        {"@type": "WebPage", "mainEntity": NEWS},
        [{**NEWS, "headline": "Other", "url": URL + "/other"}, {**NEWS, "url": URL}],
    ],
)
def test_the_pages_own_article_is_found_among_other_data(data: object) -> None:
    assert read(article_page(data=data, title="Untitled")).headline == HEADLINE


def test_people_and_publishers_that_stand_elsewhere_in_the_data_are_found() -> None:
    graph = [
        {**NEWS, "author": [{"@id": "#mara"}], "publisher": {"@id": "#post"}},
        {"@type": "Person", "@id": "#mara", "name": "Mara Linde"},
        {"@type": "Organization", "@id": "#post", "name": "The Island Post"},
    ]
    found = read(article_page(data={"@graph": graph}))
    assert (found.byline, found.publisher) == ("Mara Linde", "The Island Post")


def test_a_fact_check_is_not_taken_for_the_article() -> None:
    found = read(article_page(data=claim_review()))
    assert found.headline == HEADLINE
    assert "Checkers" not in found.byline


@pytest.mark.parametrize(
    "published", ["1970-01-01T00:00:00Z", "2999-01-01", "0001-01-01", "soon", "9" * 400, "", None]
)
def test_a_date_that_cannot_be_is_no_date(published: str | None) -> None:
    assert read(article_page(data={**NEWS, "datePublished": published})).published is None


@pytest.mark.parametrize(
    "data",
    [
        "[" * 100_000,
        '{"@type":"NewsArticle","headline":',
        '{"@type":"NewsArticle","headline":{"a":[1]},"author":[[[["x"]]]],"publisher":7}',
        '{"@graph":' * 500 + "1" + "}" * 500,
        '"NewsArticle"',
        "null",
    ],
)
def test_broken_or_endless_linked_data_costs_no_article(data: str) -> None:
    page = article_page(head=f'<script type="application/ld+json">{data}</script>')
    assert read(page).text == TEXT


@pytest.mark.parametrize(
    ("encoded", "charset"),
    [
        (article_page().encode("utf-8"), "iso-8859-1"),
        (article_page().replace('charset="utf-8"', 'charset="latin-1"').encode("utf-8"), ""),
        (article_page().encode("cp1252"), "utf-8"),
        (article_page().encode("cp1252"), "no-such-charset"),
        (article_page().encode("cp1252"), "rot13"),
        (article_page().encode("utf-16"), ""),
        (article_page().encode("utf-16-le"), ""),
        (article_page().encode("utf-16-be"), "utf-8"),
        (b"\xef\xbb\xbf" + article_page().encode("utf-8"), "cp1252"),
        (article_page().replace("ferry", "fer\0ry").encode(), ""),
        (article_page().replace("ferry", "fer\u200bry\u202e\u00ad").encode(), ""),
    ],
)
def test_whatever_the_characters_come_as_the_text_is_the_same(encoded: bytes, charset: str) -> None:
    assert read(encoded, charset=charset).text == TEXT


def test_a_reference_to_half_a_character_leaves_a_text_that_can_be_stored() -> None:
    found = read(article_page().replace("ferry", "ferry&#xD800;&#0;"))
    assert found.text.encode().decode().replace("\ufffd", "") == TEXT


def test_a_single_broken_byte_spoils_one_character_only() -> None:
    found = read(article_page().encode().replace(b"fruit", b"fr\xffit"), charset="utf-8")
    assert len(found.text) == len(TEXT)
    assert found.text.startswith(PARAGRAPHS[0])


def test_a_text_of_one_language_is_not_taken_for_the_language_of_its_template() -> None:
    german = (
        "Der Hafenmeister sagte am Montag, dass die Fähre wieder zu den Inseln fahren werde.",
        "Nach elf Wochen sei die Rampe geprüft worden, und niemand müsse mehr auf Waren warten.",
        "Auf den drei Inseln leben rund viertausend Menschen, und die Preise waren gestiegen.",
    )
    assert read(article_page(paragraphs=german)).language == "de"


def test_a_live_blog_is_read_with_all_its_entries() -> None:
    entries = "".join(
        f"<div class='entry'><h3>1{number}:00 Entry number {number}</h3><p>{paragraph}</p></div>"
        for number, paragraph in enumerate(PARAGRAPHS)
    )
    data = {
        **NEWS,
        "@type": "LiveBlogPosting",
        "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "Entry number 1"}],
    }
    page = article_page(data=data, paragraphs=(PARAGRAPHS[0], entries))
    found = read(page)
    assert found.headline == HEADLINE
    assert all(paragraph in found.text for paragraph in PARAGRAPHS)


def test_an_article_that_lies_deep_in_the_page_is_read() -> None:
    assert read(article_page().replace("<main>", "<div>" * 1_000 + "<main>")).text == TEXT


def test_a_text_that_only_scripts_would_show_is_taken_from_the_pages_data() -> None:
    data = {**NEWS, "articleBody": "<p>" + "</p><p>".join(PARAGRAPHS) + "</p>"}
    found = read(article_page(data=data, paragraphs=()))
    assert (found.text, found.origins["text"], found.wall) == (TEXT, "json-ld", "")


def test_the_text_behind_a_paywall_is_not_taken_from_the_pages_data() -> None:
    data = {**NEWS, "articleBody": TEXT, "isAccessibleForFree": False}
    found = read(article_page(data=data, paragraphs=(PARAGRAPHS[0],)))
    assert (found.text, found.wall) == (PARAGRAPHS[0], "paywall")


def test_comments_and_related_stories_are_left_out() -> None:
    body = (
        "<aside class='related'><ul><li><a href='/x'>Ship sinks</a></li></ul></aside>"
        "<section id='comments' class='comments'><h2>Comments</h2>"
        "<div class='comment'><p>This ferry is a scandal and nobody ever says so.</p></div>"
        "</section>"
    )
    found = read(article_page(body=body))
    assert "scandal" not in found.text
    assert "Ship sinks" not in found.text


def front_page() -> str:
    teasers = "".join(
        f"<article><h2><a href='/a/{number}'>Story {number}</a></h2><p>{paragraph}</p></article>"
        for number, paragraph in enumerate(PARAGRAPHS)
    )
    return f"<html lang='en'><head><title>News</title></head><body>{teasers}</body></html>"


MANY_LINKS = "".join(f"<p><a href='/a/{number}'>Story {number}</a></p>" for number in range(70))

SHORT = "<p>The ferry sails again, the harbour authority said on Monday.</p>"


def short_page(words: str, *, head: str = "", title: str = "News") -> str:
    return (
        f"<html lang='en'><head><title>{title}</title>{head}</head><body>"
        f"<h1>{title}</h1>{words}</body></html>"
    )


NOT_FREE = (
    '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":%s}</script>'
)

PRIVACY = (
    "<p>We value your privacy. We and our 812 partners store and access cookies on your device, "
    "and process personal data such as identifiers, to show advertisements that suit you.</p>"
    "<p>With your permission we may use precise location data. You may click to accept, or open "
    "the settings to refuse. Some processing may not need your consent, but you may object.</p>"
)
ROBOTS = (
    "<p>We have detected unusual activity from your network. To go on, click the box below and "
    "let us know that you are not a robot.</p><p>Why did this happen? See that your browser "
    "takes cookies, and that nothing keeps them from loading. For more, see our terms.</p>"
)

WALLS = [
    ("missing", short_page("<p>Try the search.</p>", title="Page not found"), URL),
    ("missing", short_page("<p>Try the search.</p>", title="404 | News"), URL),
    ("missing", short_page(SHORT, title="Sorry, we can’t find that page"), URL),
    ("paywall", short_page(SHORT + "<p>Subscribe to continue reading.</p>"), URL),
    ("paywall", short_page(SHORT + "<p>This article is for subscribers only.</p>"), URL),
    ("paywall", short_page(SHORT, head=NOT_FREE % "false"), URL),
    ("paywall", short_page(SHORT, head=NOT_FREE % '"False"'), URL),
    ("login", short_page("<form><input type=password></form>"), "https://news.example/a"),
    ("login", short_page(SHORT), "https://news.example/login?next=/a"),
    ("consent", short_page("<p>We value your privacy</p><button>Accept all</button>"), URL),
    ("consent", short_page("<p>Choose.</p>"), "https://consent.news.example/collect?to=a"),
    ("script", short_page("<p>Please enable JavaScript to view this page.</p>"), URL),
    ("script", short_page("<noscript>You need to enable JavaScript.</noscript>"), URL),
    ("consent", short_page(PRIVACY), URL),
    ("blocked", short_page(ROBOTS), URL),
    ("script", "<html><body><div id=root></div>" + "<script src=a></script>" * 3, URL),
    ("blocked", short_page("<p>Verify you are human by completing the action.</p>"), URL),
    ("blocked", short_page("<p>You are blocked.</p>", title="Access denied"), URL),
    ("index", front_page(), "https://news.example/"),
    ("index", article_page(body=MANY_LINKS), "https://news.example/"),
    ("nothing", short_page("<p>Hello.</p>"), URL),
]


@pytest.mark.parametrize(("wall", "page", "url"), WALLS)
def test_what_stands_between_a_page_and_its_article_is_recognised(
    wall: str, page: str, url: str
) -> None:
    assert read(page, url=url).wall == wall


@pytest.mark.parametrize(
    "body",
    [
        "<p>Already a subscriber? Log in to read more. Subscribe to keep reading.</p>",
        "<p>We value your privacy</p><p>We and our partners use cookies.</p>",
        "<noscript>Please enable JavaScript</noscript><form><input type=password></form>",
        MANY_LINKS,
        "<h1>Page not found</h1>" + "<p>Our search for a page that was not there went on.</p>" * 50,
    ],
)
def test_an_article_that_is_there_is_read_whatever_stands_around_it(body: str) -> None:
    long = article_page(body=body, paragraphs=PARAGRAPHS * 2)
    assert read(long).wall == ""


def test_a_short_article_that_calls_itself_one_is_believed() -> None:
    short = (PARAGRAPHS[0], "It uses cookies, a spokesman said: we value your privacy.")
    found = read(article_page(data=NEWS, paragraphs=short, title="Page not found, say islanders"))
    assert found.wall == ""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(500), "a picture"),
        (b"PK\x03\x04" + bytes(500), "a Word, Excel or zip file"),
        (bytes(range(256)) * 40, "a file of another kind"),
        (b"%PDF-1.7\nbroken", "damaged"),
        (pdf_page(()), "pictures of pages"),
    ],
)
def test_what_is_no_article_is_named(content: bytes, words: str) -> None:
    with pytest.raises(ExtractError, match=words):
        read(content)


@pytest.mark.parametrize("media_type", ["application/json", "application/rss+xml", "text/css"])
def test_data_for_programs_is_no_article(media_type: str) -> None:
    with pytest.raises(ExtractError, match="data for programs"):
        read("{}", media_type=media_type)


def test_a_video_is_called_one() -> None:
    with pytest.raises(ExtractError, match="a video"):
        read(bytes(range(256)) * 40, media_type="video/mp4")


RELEASE = (
    "Harbour authority reopens the ferry ramp",
    "ORSAY POINT, 2 March 2026. The harbour authority will reopen the ferry ramp on",
    "Monday after eleven weeks of work, its director said today.",
    '"We have tested every bolt of the new ramp twice," said Ines Calder, who leads the',
    "authority. Two more sailings a day are planned for the summer.",
)


def test_a_press_release_as_pdf_is_read_without_its_line_breaks() -> None:
    found = read(pdf_page(RELEASE))
    assert found.headline == RELEASE[0]
    assert "will reopen the ferry ramp on Monday after eleven weeks" in found.text
    assert '"We have tested every bolt of the new ramp twice," said Ines Calder' in found.text


def test_a_long_pdf_is_read_without_page_numbers_running_heads_and_broken_words() -> None:
    pages = tuple(
        (
            "The Harbour Authority: statement",
            *(
                f"On day {number} of the hearing the director told the members that the ramp had",
                "been inspected, and that nobody had com-",
                "plained about it in all these years, as far as the files of the authority",
            ),
            f"Page {number} of 4",
        )
        for number in range(1, 5)
    )
    found = read(pdf_page(("Statement on the ferry ramp at Orsay Point",), *pages))
    assert found.headline == "Statement on the ferry ramp at Orsay Point"
    assert "nobody had complained about it" in found.text
    assert "as far as the files of the authority On day 2 of the hearing" in found.text
    assert "The Harbour Authority: statement" not in found.text
    assert "of 4" not in found.text


def test_a_pdf_without_a_first_line_of_its_own_has_the_title_of_the_document() -> None:
    lines = ("The harbour authority said on Monday that its ferry sails again.",) * 3
    assert read(pdf_page(lines, title="Ferry sails")).headline == "Ferry sails"


def test_of_a_very_long_pdf_the_first_hundred_pages_are_read_and_that_is_said() -> None:
    pages = [
        (f"Page {number} of a report that nobody will ever read to its end.",)
        for number in range(130)
    ]
    found = read(pdf_page(*pages))
    assert "Page 99 of a report" in found.text
    assert "Page 100 of a report" not in found.text
    assert found.origins["text"] == "the first 100 of 130 pages"


def test_a_paragraph_of_a_pdf_ends_where_its_last_line_leaves_room() -> None:
    lines = (
        "The harbour authority will reopen the ferry ramp on Monday after eleven weeks of work,",
        "its director said today.",
        "Two more sailings a day are planned for the summer, and a second ship may be bought, she",
        "said.",
    )
    assert len(read(pdf_page(lines)).text.split("\n")) == 2


def test_a_pdf_is_a_pdf_whatever_its_sender_calls_it() -> None:
    assert read(pdf_page(RELEASE), media_type="text/html").headline == RELEASE[0]
    assert read(article_page(), media_type="application/pdf").text == TEXT


def test_an_article_is_not_longer_than_half_a_million_characters() -> None:
    with pytest.raises(ExtractError, match="too long"):
        read("The ferry sails again, she said on Monday morning.\n" * 12_000)


def test_a_text_in_another_language_is_refused_by_its_name() -> None:
    with pytest.raises(LanguageError, match="in German; I read English only"):
        check_language("de", "en")
    check_language("en", "en")
