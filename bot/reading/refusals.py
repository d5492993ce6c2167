"""What a site says when it gives no article: named as what it is, with what to try."""

from __future__ import annotations

from bot.errors import ExtractError, FetchError
from bot.reading.urls import is_front_page, is_same_site, parse_url
from bot.reading.walls import Wall

_BLOCKED = frozenset({401, 402, 403, 406, 407, 429, 451, 999})
_GONE = frozenset({404, 410})


_WALLS: dict[Wall, tuple[str, str]] = {
    "missing": ("{site} says that there is no such page any more.", ""),
    "blocked": ("{site} does not let programs read this page.", ""),
    "paywall": ("{site} shows this article to subscribers only.", ""),
    "login": ("{site} shows this page only to people who have signed in.", ""),
    "consent": ("{site} wants its cookie question answered first, and I do not click.", ""),
    "script": ("This page is drawn by a program in the browser: there is no text to read.", ""),
    "index": (
        "This page lists several articles.",
        "Share the link of the one that you mean.",
    ),
    "nothing": ("I found no article on this page.", ""),
}


def name_wall(wall: Wall, url: str) -> str:
    """What keeps a page from showing its article, in a sentence."""
    return _WALLS[wall][0].format(site=parse_url(url).hostname if url else "The site")


def explain_wall(wall: Wall, url: str) -> None:
    """Raise the error that fits what keeps a page from showing its article; nothing for ""."""
    if wall:
        raise ExtractError(name_wall(wall, url), _WALLS[wall][1])


def explain_detour(asked: str, got: str) -> None:
    """Raise if a site sent us to its front page: that is how some say that a page is gone."""
    if is_front_page(got) and not is_front_page(asked) and is_same_site(asked, got):
        host = parse_url(got).hostname
        raise FetchError(f"{host} sent me to its front page: the article is not there.")


def explain_status(status: int, url: str) -> None:
    """Raise the error that fits an HTTP status; nothing for those that bring a page."""
    host = parse_url(url).hostname
    if status in _GONE:
        raise FetchError(
            f"There is no page at this address any more ({status}).",
            "Check the link, or paste the article's text here.",
        )
    if status in _BLOCKED:
        raise FetchError(f"{host} does not let programs read this page ({status}).")
    if status in {204, 205}:
        raise ExtractError("The page is empty.")
    if status >= 500:  # noqa: PLR2004 - HTTP's server errors
        raise FetchError(
            f"{host} has a problem of its own just now ({status}).",
            "Try again later, or paste the article's text here.",
        )
    if status not in {200, 203, 206, 304}:
        raise FetchError(f"{host} did not send the page ({status}).")
