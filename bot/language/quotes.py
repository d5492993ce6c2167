"""Pairs quotation marks, paragraph by paragraph, without asking the parser.

Straight, curly, doubled (`''`) and single (British) marks; an apostrophe is no mark, and a mark
without a partner loses nothing: what it opens ends with its sentence or its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from store.records import Span

_PARAGRAPH = re.compile(r"(?:[^\n]|(?<=[\w,;])[ \t]?\n(?=[a-z]))+")
"""A line; a line break within a sentence is no end of a paragraph."""
_DOUBLE = re.compile(r"\w=\"[^\"\n]*\"|''|``|[\"“”„«»＂]")
"""Marks; first the values of markup's attributes, which are none."""
_OPENING, _CLOSING = frozenset("“„«") | {"``"}, frozenset("”»")
_OPENED_WRONG = re.compile(r"(?:^|(?<=\n))[”»](?=\w)")
"""A line that begins with a closing mark: typed so, it opens."""
_SINGLE_OPEN = re.compile(r"(?<![\w‘'])[‘'](?=[\w\[(….£$€])(?!\d\ds?\b)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…\])%—–-])['’](?!\w)")
_NEXT_OPENS = re.compile(r"\s*\n\s*[‘'](?=[\w\[(….£$€])")
_ELISION = re.compile(
    r"['’‘](?:twas|tis|til|till|em|cause|n|bout|round|cos|ere|ello|ard)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…][)\]]?\s")
_BEFORE_OPENING = frozenset(" \t\u00a0\u2009\u202f([{—–-/:;,‘'…*>|")
WORDLESS = re.compile(r"[\W_]{400,}")
"""Nothing but marks, spaces, emoji: no sentence of an article, and not worth a parse."""
_ANY_OPENING = re.compile(r"[\"'`“”„«»＂‘]")
"""What no paragraph with a quote is without."""
_WINDOW = 3_000
"""Characters: how far a partner is looked for where it takes looking ahead or back."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between one pair of marks; with several paragraphs, one span for each."""

    outer: Span
    """From the opening mark to behind the closing one."""
    spans: tuple[Span, ...]
    """The words inside the marks."""
    single: bool = False
    closed: bool = True


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Every passage between quotation marks, in the order of the text; none lies in another."""
    pieces = [
        piece
        for begin, finish in _stretches(text)
        for paragraph in _PARAGRAPH.finditer(text, begin, finish)
        for piece in _pair_paragraph(text, paragraph.start(), paragraph.end())
    ]
    return tuple(_join_paragraphs(text, pieces))


def _stretches(text: str) -> Iterator[Span]:
    """What lies between long runs without any word: marks in those quote nothing."""
    edges = [0, *(edge for run in WORDLESS.finditer(text) for edge in run.span()), len(text)]
    return zip(edges[::2], edges[1::2], strict=True)


def _pair_paragraph(text: str, start: int, end: int) -> list[Quote]:
    """Double marks first; a single pair around whole double ones is a quote with others in it."""
    if not _ANY_OPENING.search(text, start, end):
        return []
    doubles = list(_pair_doubles(text, start, end))
    masked = _mask(text[start:end], [_shift(quote.outer, -start) for quote in doubles])
    goes_on = _NEXT_OPENS.match(text, end) is not None
    singles = [_move(quote, start) for quote in _pair_singles(masked, goes_on=goes_on)]
    return list(_leave_inner(sorted([*doubles, *singles], key=lambda quote: quote.outer)))


def _mask(paragraph: str, quoted: Iterable[Span]) -> str:
    """The paragraph with letters instead of what stands in double marks."""
    pieces, behind = [], 0
    for start, end in quoted:
        pieces += [paragraph[behind:start], "x" * (end - start)]
        behind = end
    return "".join([*pieces, paragraph[behind:]])


def _move(quote: Quote, by: int) -> Quote:
    spans = tuple(_shift(span, by) for span in quote.spans)
    return replace(quote, outer=_shift(quote.outer, by), spans=spans)


def _shift(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _leave_inner(quotes: Iterable[Quote]) -> Iterator[Quote]:
    """Without those that lie in another before them."""
    end = 0
    for quote in quotes:
        if quote.outer[1] > end:
            yield quote
            end = quote.outer[1]


def _pair_doubles(text: str, start: int, end: int) -> Iterator[Quote]:
    """Toggle over the paragraph's marks; a mark that plainly opens or closes overrules."""
    opened: re.Match[str] | None = None
    depth = 0
    after = start
    for mark in _DOUBLE.finditer(text, start, end):
        side = _side(text, mark, start, end)
        if _is_no_mark(text, mark, opened is not None):
            continue
        if opened is None:
            if side == "close":
                begin = _sentence_start(text, after, mark.start())
                yield _quote(text, (begin, begin), mark.span(), closed=False)
                after = mark.end()
            else:
                opened, depth = mark, 0
        elif side == "open" and mark.group() in _OPENING and _is_within(text, opened, mark, end):
            depth += 1
        elif side == "open":
            cut = _sentence_stop(text, opened.end(), mark.start())
            yield _quote(text, opened.span(), (cut, cut), closed=False)
            opened, depth = mark, 0
        elif depth:
            depth -= 1
        else:
            yield _quote(text, opened.span(), mark.span())
            after, opened = mark.end(), None
    if opened is not None:
        yield _quote(text, opened.span(), (end, end), closed=False)


def _side(text: str, mark: re.Match[str], start: int, end: int) -> str:
    """What the mark plainly is: "open", "close", or "" for what only its place can tell."""
    if mark.group() in _OPENING:
        return "open"
    if mark.group() in _CLOSING:
        return "open" if _OPENED_WRONG.match(text, mark.start(), end) else "close"
    before = text[mark.start() - 1] if mark.start() > start else " "
    behind = text[mark.end()] if mark.end() < end else " "
    opens = before in _BEFORE_OPENING and not behind.isspace()
    closes = not before.isspace() and not behind.isalnum()
    if opens and not closes:
        return "open"
    return "close" if closes and not opens else ""


def _is_no_mark(text: str, mark: re.Match[str], within: bool) -> bool:
    """Inches (a straight mark after a figure, where no quote is open), or markup."""
    measure = mark.group() == '"' and text[mark.start() - 1 : mark.start()].isdigit()
    return (measure and not within) or "=" in mark.group()


def _is_within(text: str, opened: re.Match[str], mark: re.Match[str], end: int) -> bool:
    """Marks within marks: a curly pair in straight ones, or two that close before one opens."""
    following = _DOUBLE.finditer(text, mark.end(), min(end, mark.end() + _WINDOW))
    rest = [each.group() for each in islice(following, 2)]
    if opened.group() == '"' and mark.group() == "“" and rest[:1] == ["”"]:
        return True
    return len(rest) > 1 and not _OPENING.intersection(rest)


def _sentence_start(text: str, start: int, limit: int) -> int:
    """Where the sentence begins that a closing mark without partner ends."""
    start = max(start, limit - _WINDOW)
    begin = max([start, *(m.end() for m in _SENTENCE_END.finditer(text, start, limit - 1))])
    return begin + len(text[begin:limit]) - len(text[begin:limit].lstrip())


def _sentence_stop(text: str, start: int, limit: int) -> int:
    """Where an opening mark's words end when the next opening comes before a closing one."""
    first = _SENTENCE_END.search(text, start, limit)
    return first.end() - 1 if first else limit


def _pair_singles(paragraph: str, *, goes_on: bool) -> Iterator[Quote]:
    """Pairs of single marks; the last may stay open if the next paragraph opens with one, too."""
    position = fruitless = 0
    while match := _SINGLE_OPEN.search(paragraph, position):
        position = match.end()
        if _ELISION.match(paragraph, match.start()):
            continue
        limit = min(len(paragraph), position + _WINDOW)
        closing = _find_single_close(paragraph, max(position, fruitless), limit)
        if closing is not None:
            yield _quote(paragraph, match.span(), closing.span(), single=True)
            position = closing.end()
        elif goes_on:
            end = len(paragraph)
            yield _quote(paragraph, match.span(), (end, end), single=True, closed=False)
            return
        else:
            fruitless = limit


def _find_single_close(text: str, start: int, end: int) -> re.Match[str] | None:
    """The closing mark; a plural's apostrophe ("players' union") only if nothing else closes."""
    doubtful = None
    for match in _SINGLE_CLOSE.finditer(text, start, end):
        plural = text[match.start() - 1] in "sSzx"
        goes_on = text[match.end() : match.end() + 1] == " "
        if not (plural and goes_on and text[match.end() + 1 : match.end() + 2].islower()):
            reopened = doubtful and _SINGLE_OPEN.search(text, doubtful.end(), match.start())
            return doubtful if reopened else match
        doubtful = doubtful or match
    return doubtful


def _quote(
    text: str, opening: Span, closing: Span, *, single: bool = False, closed: bool = True
) -> Quote:
    inside = text[opening[1] : closing[0]]
    begin = opening[1] + len(inside) - len(inside.lstrip())
    finish = max(begin, closing[0] - (len(inside) - len(inside.rstrip())))
    return Quote((opening[0], closing[1]), ((begin, finish),), single, closed)


def _join_paragraphs(text: str, pieces: list[Quote]) -> Iterator[Quote]:
    """Paragraphs that each open a mark, closed only in the last, are one quote."""
    running: list[Quote] = []
    for piece, following in zip_longest(pieces, pieces[1:]):
        running.append(piece)
        if following is None or not _goes_on(text, piece, following):
            outer = (running[0].outer[0], piece.outer[1])
            spans = tuple(span for part in running for span in part.spans)
            whole = Quote(outer, spans, running[0].single, piece.closed)
            if _has_words(text, whole):
                yield whole
            running = []


def _goes_on(text: str, piece: Quote, following: Quote) -> bool:
    """An unclosed paragraph, and the next one opens with a mark of its own."""
    between = text[piece.outer[1] : following.outer[0]]
    return (
        not piece.closed
        and text[piece.outer[0]] in "\"“'‘`„"
        and "\n" in between
        and not between.strip()
    )


def _has_words(text: str, quote: Quote) -> bool:
    return any(char.isalnum() for start, end in quote.spans for char in text[start:end])
