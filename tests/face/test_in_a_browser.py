"""The archive as somebody sees it: clicked through in a real browser."""

from __future__ import annotations

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from tests.face.conftest import Served


def find(browser: Chrome, selector: str) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, selector)


def texts(browser: Chrome, selector: str) -> list[str]:
    return [each.text for each in browser.find_elements(By.CSS_SELECTOR, selector)]


def complaints(browser: Chrome) -> list[str]:
    """What the console holds, and what was loaded from elsewhere."""
    said = [line["message"] for line in browser.get_log("browser")]  # type: ignore[no-untyped-call]
    loaded = browser.execute_script(
        "return performance.getEntriesByType('resource').map(each => each.name)"
        ".filter(name => !name.startsWith(location.origin) && !name.startsWith('data:'))"
    )
    return [*said, *loaded]


def test_from_a_question_to_the_speaker_and_to_the_passage(browser: Chrome, served: Served) -> None:
    browser.get(served.address)
    box = find(browser, "form.ask input")
    box.send_keys("who said what about cranes")
    find(browser, "form.ask button").click()
    assert find(browser, ".reading").text == "About cranes · 3 statements by 1 speaker"
    assert "“the harbour needs 5 cranes”" in texts(browser, ".said blockquote")
    source = find(browser, ".said .source").get_attribute("href")
    assert source
    assert source.startswith("https://news.test/5#:~:text=")

    find(browser, ".said .headline").click()
    assert find(browser, "mark:target").text == "the harbour needs 5 cranes"
    assert complaints(browser) == []


def test_a_speakers_page_tells_what_they_said_month_by_month(
    browser: Chrome, served: Served
) -> None:
    browser.get(f"{served.address}archive/by_speaker")
    browser.find_element(By.LINK_TEXT, "Mara Quill").click()
    assert find(browser, "h1").text == "Mara Quill"
    assert find(browser, ".reading").text == "Harbour Master"
    assert texts(browser, ".timeline h2")[:3] == ["May 2026", "Apr 2026", "Mar 2026"]
    assert "harbour 3" in texts(browser, ".chips a")
    assert complaints(browser) == []


def test_statements_are_narrowed_by_facets(browser: Chrome, served: Served) -> None:
    browser.get(f"{served.address}archive/statements")
    browser.find_element(By.LINK_TEXT, "Tom Barrow").click()
    browser.find_element(By.LINK_TEXT, "Harbour Post").click()
    assert texts(browser, ".said blockquote") == ["fees would double"]
    assert texts(browser, ".said .mark") == ["paraphrase"]
    assert complaints(browser) == []


def test_a_page_that_means_harm_stays_text(browser: Chrome, served: Served) -> None:
    for path in ("", "archive/statements", "archive/articles", "article/4", "ask?q=Eve+Marsh"):
        browser.get(served.address + path)
        assert "document.title" in find(browser, "body").text or path.startswith("ask")
        assert browser.title != "taken"
    assert complaints(browser) == []
