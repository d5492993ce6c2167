"""Links that open a page at a passage: text fragments.

https://wicg.github.io/scroll-to-text-fragment/: `#:~:text=start,end`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, urlsplit

LONGEST_URL = 2000
FEW = 5
MOST = 12
_WORDS = re.compile(r"\w.*\w|\w")


def build_passage_link(url: str, sentence: str, text: str = "") -> str:
    """The article's address, opening at `sentence`.

    Short passages are named whole, longer ones by their first and last words, which
    survives markup between them. With the article's `text`, enough first words are
    taken that they do not occur earlier on the page.

    Returns:
        The link; the plain URL where the sentence gives nothing to look for; nothing
        where the article has no address on the web.
    """
    address = web_url(url)
    fragment = _build_fragment(sentence, text)
    if not address or not fragment:
        return address
    directive = f":~:text={fragment}"
    link = f"{address}{directive if '#' in address else '#' + directive}"
    return link if len(link) <= LONGEST_URL else address


@lru_cache(maxsize=256)
def web_url(url: str) -> str:
    """The URL if a browser may be sent there (http or https), otherwise nothing."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    opens = parts.scheme in {"http", "https"} and bool(parts.hostname)
    plain = not any(is_invisible(c) or c.isspace() for c in url)
    return url if opens and plain and len(url) <= LONGEST_URL else ""


def is_invisible(character: str) -> bool:
    """Whether it draws nothing, or turns the direction of what follows."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co"}


def _build_fragment(sentence: str, text: str) -> str:
    lines = [words for line in sentence.splitlines() if (words := _find_words(line))]
    if not lines:
        return ""
    first, last = lines[0], lines[-1]
    if len(lines) == 1 and len(first) <= 2 * FEW:
        return _encode(first)
    start = first[: min(_count_telling_words(first, text), len(first))]
    end = last[-FEW:] if len(lines) > 1 else first[max(len(start), len(first) - FEW) :]
    return f"{_encode(start)},{_encode(end)}" if end else _encode(start)


def _find_words(line: str) -> list[str]:
    """The words of a line, without marks at its ends: a fragment must start and end in a word."""
    found = _WORDS.search(line)
    return found.group().split() if found else []


def _count_telling_words(words: list[str], text: str) -> int:
    """How many first words it takes until they occur only once in `text`."""
    if not text:
        return FEW
    for number in range(FEW, MOST):
        pattern = r"\s+".join(map(re.escape, words[:number]))
        if len(re.findall(pattern, text, re.IGNORECASE)) <= 1:
            return number
    return MOST


def _encode(words: list[str]) -> str:
    """Percent-encoded; also the hyphen, which the specification gives a meaning of its own."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
