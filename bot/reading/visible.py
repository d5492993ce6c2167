"""What a reader would see of a page, without asking what its article is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import iterwalk
from lxml.html import HtmlElement

_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "head", "svg", "textarea", "select", "iframe")
)
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"),
        *("font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
_FEWEST_TEASERS = 3


def visible_lines(tree: HtmlElement, leave_out: frozenset[str] = frozenset()) -> Iterator[str]:
    """The texts of a page's blocks, each on one line, in the order of the page.

    Args:
        tree: the page.
        leave_out: names of elements that do not count, beside those that nobody sees.
    """
    parts: list[str] = []
    for is_border, text in _pieces(tree, _UNSEEN | leave_out):
        if is_border:
            line = one_line("".join(parts))
            parts.clear()
            if line:
                yield line
        parts.append(text)
    if line := one_line("".join(parts)):
        yield line


def one_line(text: str) -> str:
    """The text with single spaces only."""
    return re.sub(r"\s+", " ", text).strip()


def count_articles(tree: HtmlElement, text: str) -> int:
    """How many articles a page tells of, if it is made of teasers; 0 for a page of one article.

    Args:
        tree: the page.
        text: what was extracted from it.
    """
    found = tree.xpath("//article[not(ancestor::article)]")
    linked = [
        each for each in found if each.xpath(".//h1//a[@href]|.//h2//a[@href]|.//h3//a[@href]")
    ]
    if len(linked) < _FEWEST_TEASERS:
        return 0
    sizes = [sum(len(str(p.text_content())) for p in each.iter("p")) for each in found]
    none_leads = max(sizes) < len(text) / 2
    return len(found) if none_leads and sum(sizes) > 0.8 * len(text) else 0


def _pieces(tree: HtmlElement, unseen: frozenset[str]) -> Iterator[tuple[bool, str]]:
    """Every text that can be seen, and whether a block begins or ends before it."""
    walk = iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in unseen:
                walk.skip_subtree()
            else:
                yield tag not in _INLINE, element.text or ""
        elif element is not tree:
            yield bool(tag) and tag not in _INLINE, element.tail or ""
