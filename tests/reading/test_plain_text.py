"""Pasted text and text files: a headline, a byline, a body, and a name of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ExtractError, ReadingError
from bot.reading import read_file, read_text
from tests.reading.pages import HEADLINE, PARAGRAPHS, article_page, pdf_page

BODY = "\n\n".join(PARAGRAPHS)


def test_a_first_line_that_looks_like_a_headline_is_one() -> None:
    article = read_text(f"{HEADLINE}\n\n{BODY}")
    assert article.headline == HEADLINE
    assert article.text == BODY
    assert article.origins["headline"] == "first line"


@pytest.mark.parametrize("first", [PARAGRAPHS[0], "The ferry sails again.", "Monday"])
def test_a_first_line_that_does_not_is_part_of_the_text(first: str) -> None:
    article = read_text(f"{first}\n\n{BODY}")
    assert article.headline == ""
    assert article.text == f"{first}\n\n{BODY}"


def test_a_by_line_under_the_headline_is_not_part_of_the_text() -> None:
    article = read_text(f"{HEADLINE}\nBy Mara Linde and Tom Arden\n\n{BODY}")
    assert (article.byline, article.text) == ("Mara Linde, Tom Arden", BODY)


def test_a_text_has_the_same_name_whenever_it_is_pasted() -> None:
    first, again = read_text(BODY), read_text(BODY)
    assert first.url.startswith("text:")
    assert first == again
    assert read_text(BODY + "\n\nMore.").url != first.url


def test_a_name_stands_in_for_a_missing_headline() -> None:
    assert read_text(BODY, name="Pasted on Monday").headline == "Pasted on Monday"
    assert read_text(f"{HEADLINE}\n\n{BODY}", name="Pasted").headline == HEADLINE


def test_lines_that_were_broken_by_hand_are_joined() -> None:
    broken = (
        "The ferry between Orsay Point and the islands will run again from\n"
        "Monday, the harbour authority said, after eleven weeks in which\n"
        "goods had to go by air.\n"
        "\n"
        "The old ramp broke in a storm in September. An inquiry found that\n"
        "its steel had been inspected last in 2009.\n"
    )
    article = read_text(broken)
    assert article.text.split("\n\n")[0].endswith(
        "from Monday, the harbour authority said, after "
        "eleven weeks in which goods had to go by air."
    )
    assert article.raw_text.count("\n") == 2


def test_lines_of_a_transcript_stay_lines() -> None:
    spoken = "CALDER: We tested every bolt.\nARDEN: And who pays?\nCALDER: The council does."
    assert read_text(spoken).text == spoken


def test_html_that_is_pasted_is_read_as_a_page() -> None:
    assert read_text(article_page()).text == BODY


def test_nothing_is_called_nothing() -> None:
    with pytest.raises(ExtractError):
        read_text(" \n ")


@pytest.mark.parametrize("words", ["Good morning", "See the attached.", "Harbour news\n\nNone."])
def test_a_few_words_are_no_article(words: str) -> None:
    with pytest.raises(ExtractError, match="fewer than 5 words"):
        read_text(words)


def test_a_single_sentence_with_a_quote_is_read() -> None:
    assert read_text("\u201cWe won,\u201d said Ada Holt.").text


def test_a_file_is_read_by_what_is_in_it(tmp_path: Path) -> None:
    for name, content in (
        ("a.html", article_page().encode()),
        ("a.txt", f"{HEADLINE}\n\n{BODY}".encode()),
        ("a.pdf", article_page().encode()),
        ("a", f"{HEADLINE}\n\n{BODY}".encode("cp1252")),
    ):
        (tmp_path / name).write_bytes(content)
        article = read_file(tmp_path / name)
        assert (article.headline, article.text) == (HEADLINE, BODY)


def test_a_saved_page_keeps_the_address_that_it_gives(tmp_path: Path) -> None:
    link = '<link rel="canonical" href="https://news.example/ferry?utm_source=x">'
    (tmp_path / "saved.html").write_text(article_page(head=link), "utf-8")
    article = read_file(tmp_path / "saved.html")
    assert article.url == "https://news.example/ferry"
    assert "unchecked" in article.origins["url"]


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadingError, match="cannot read the file") as error:
        read_file(tmp_path / name)
    assert error.value.hint


def test_a_file_that_is_too_big_is_not_loaded(tmp_path: Path) -> None:
    with (tmp_path / "film.txt").open("wb") as file:
        file.truncate(11 * 2**20)
    with pytest.raises(ReadingError, match="too big"):
        read_file(tmp_path / "film.txt")


def test_a_scanned_pdf_is_named_as_one(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(pdf_page(()))
    with pytest.raises(ExtractError, match="a scan"):
        read_file(tmp_path / "scan.pdf")
