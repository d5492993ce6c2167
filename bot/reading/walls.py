"""What stands between a page and its article: recognised, so that it can be named."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal
from urllib.parse import urlsplit

from bot.reading.wordlists import any_of, entries

Wall = Literal[
    "", "missing", "blocked", "paywall", "login", "consent", "script", "index", "nothing"
]

LEAST = 200
"""Characters that an article has at least."""
TEASER = 2_500
"""A longer text is the article, whatever stands around it."""
_SHORT = 1_200
"""A wall's words count only around a text that is shorter than this."""
_LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|auth|sso|account|register|subscribe)\b", re.IGNORECASE
)
_CONSENT = re.compile(r"^consent\.|/(?:cookie-?|privacy-?)?consent\b|/cmp/|guce\.", re.IGNORECASE)
_LONGEST_TITLE = 160
_SCRIPTS_OF_AN_APP = 3
_LONGEST_VISIBLE = 200_000


@dataclass(frozen=True)
class Look:
    """What can be seen of a page before anybody judges it."""

    url: str
    text: str
    """The article, as far as one was found."""
    articles: int = 0
    """How many articles the page tells of, if it is made of teasers."""
    visible: str = ""
    """All text that a reader would see; like what follows only where `text` is short."""
    titles: tuple[str, ...] = ()
    is_article: bool = False
    """It says of itself that it is one: then only a lack of text counts against it."""
    free: bool = True
    """False: the page itself says that it is for subscribers."""
    password: bool = False
    """It asks for a password."""
    scripts: int = 0


def find_wall(look: Look) -> Wall:
    """What keeps the article from being read; empty if nothing does."""
    if look.articles:
        return "index"
    if len(look.text) >= TEASER:
        return ""
    return next((wall for wall, stands in _TESTS if stands(look)), "")


def _is_missing(look: Look) -> bool:
    titles = (title.strip() for title in look.titles if len(title) < _LONGEST_TITLE)
    says_so = any(any_of("missing.txt").fullmatch(title) for title in titles)
    return says_so and (len(look.text) < LEAST or not look.is_article)


def _asks_consent(look: Look) -> bool:
    address = urlsplit(look.url)
    return bool(_CONSENT.search(address.netloc + address.path))


def _asks_login(look: Look) -> bool:
    size, at_door = len(look.text), _LOGIN_PATH.search(urlsplit(look.url).path)
    return (at_door is not None and size < _SHORT) or (look.password and size < LEAST)


def _asks_pay(look: Look) -> bool:
    is_short, says_so = len(look.text) < _SHORT, _says(look, "paywall")
    return (says_so and (is_short or not look.free)) or (is_short and not look.free)


def _is_drawn(look: Look) -> bool:
    is_app = look.scripts >= _SCRIPTS_OF_AN_APP and len(look.visible) < LEAST
    return (len(look.text) < LEAST and is_app) or _says_little_but(look, "script")


def _says(look: Look, wall: Wall) -> bool:
    return _signs(wall).search(look.visible[:_LONGEST_VISIBLE]) is not None


def _says_little_but(look: Look, wall: Wall) -> bool:
    """The page shows no article, and this; or this is what was taken for its article."""
    if len(look.text) < LEAST:
        return _says(look, wall)
    own = "\n".join((look.text, *look.titles))
    return len(look.text) < _SHORT and not look.is_article and bool(_signs(wall).search(own))


@cache
def _signs(wall: Wall) -> re.Pattern[str]:
    rows = (entry.split(" ", 1) for entry in entries("walls.txt"))
    return re.compile(
        "|".join(f"(?:{words})" for kind, words in rows if kind == wall), re.IGNORECASE
    )


_TESTS: tuple[tuple[Wall, Callable[[Look], bool]], ...] = (
    ("missing", _is_missing),
    ("consent", _asks_consent),
    ("login", _asks_login),
    ("paywall", _asks_pay),
    ("blocked", lambda look: _says_little_but(look, "blocked")),
    ("login", lambda look: _says_little_but(look, "login")),
    ("consent", lambda look: _says_little_but(look, "consent")),
    ("script", _is_drawn),
    ("nothing", lambda look: len(look.text) < LEAST),
)
"""In this order: a page of one kind often has signs of a later one."""
