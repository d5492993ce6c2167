"""Pages of the old kind: text in a table made for looks, or set as on a typewriter."""

from __future__ import annotations

from lxml.html import HtmlElement

from bot.reading.plain import unwrap_lines

_TABLE = frozenset(("table", "thead", "tbody", "tfoot", "tr", "td", "th"))
_CELLS_OF_TEXT = "//td[count(br) > 3 or count(p) > 3 or count(*/p) > 3 or count(*/*/p) > 3]"
_MOST_CELLS = 20
_MOST_OF_THE_PAGE = 0.5


def without_layout_tables(tree: HtmlElement) -> HtmlElement:
    """Turn the tables around a cell that holds paragraphs into plain blocks, in the tree itself.

    Extractors take a table for figures and would make one line of its row.
    """
    for cell in tree.xpath(_CELLS_OF_TEXT)[:_MOST_CELLS]:
        for element in (*(cell.getparent() or ()), *cell.iterancestors()):
            if element.tag in _TABLE:
                element.tag = "div"
    return tree


def read_preformatted(tree: HtmlElement) -> str:
    """The text of a page that is mostly `<pre>`, its hard line breaks undone; else nothing."""
    blocks = [str(block.text_content()) for block in tree.xpath("//pre[not(ancestor::pre)]")[:20]]
    size = sum(map(len, blocks))
    if not size or size < _MOST_OF_THE_PAGE * len("".join(tree.xpath("//body//text()"))):
        return ""
    return "\n".join(unwrap_lines([line.rstrip() for line in "\n".join(blocks).split("\n")]))
