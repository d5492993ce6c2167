"""Finds who says what stands between quotation marks.

The marks are paired already; the parse is asked only for the words around them: a cue behind the
quote ("...," she said), one before it (She said: "..."), or none of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from bot.language.clauses import Candidate
from bot.language.cues import Lexicon
from bot.language.frames import PASSIVE_SUBJECTS, SUBJECTS, Frame, cue_range, find_source
from bot.language.page import Page, Range

_STOPS = frozenset(".?!…")
_LIKELY = 0.35
_SHORT = 3
_LONG = 5


@dataclass(slots=True)
class _Run:
    """What is known while walking over the quotes of a text."""

    found: list[Candidate]
    used: set[int]
    """Tokens that are the cue of a quote already."""


def find_direct(page: Page, lexicon: Lexicon) -> list[Candidate]:
    """Attributions of quotes that stand free: with a cue beside them, or following one."""
    run = _Run([], set())
    for index in range(len(page.quotes)):
        candidate = (
            _behind(page, lexicon, index, run)
            or _before(page, lexicon, index, run)
            or _colon(page, index)
        )
        if candidate is not None:
            run.found.append(candidate)
            run.used.add(candidate.cue_word.i)
        else:
            _continue_last(page, index, run)
    return run.found


def _behind(page: Page, lexicon: Lexicon, index: int, run: _Run) -> Candidate | None:
    """ "It rained," she said."""
    start, end = _segment_behind(page, index)
    first = next((i for i in range(start, end) if _is_word(page.doc[i])), None)
    if first is None:
        return None
    verb = _inverted_or_plain(page, lexicon, first, end)
    if verb is None:
        return None
    source = _source_near(verb, page, (first, end))
    if source is None or verb.i in run.used:
        return None
    content = (_content_start(page, index), page.ranges[index][1])
    return _build(page, verb, source, content, index)


def _inverted_or_plain(page: Page, lexicon: Lexicon, first: int, end: int) -> Token | None:
    """The verb whose clause begins at `first`: "said the mayor", "the mayor said"."""
    for i in range(first, end):
        token = page.doc[i]
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass", "relcl", "acl"}:
            continue
        if lexicon.probability(token.lemma_.lower(), "quote") < _LIKELY:
            continue
        subject = next((c for c in token.children if c.dep_ in SUBJECTS), None)
        left = i if subject is None or subject.i > i else subject.left_edge.i
        if page.quoted[left] >= 0 and subject is not None:
            left = subject.i
        if _only_small_words(page, first, min(left, i)):
            return token
        if token.i - first < 12 and _plain_name(page, first, i):
            return token
    return None


def _only_small_words(page: Page, start: int, end: int) -> bool:
    return all(
        page.doc[i].pos_ in {"ADV", "CCONJ", "SCONJ", "PUNCT", "AUX", "PART"}
        for i in range(start, end)
    )


def _plain_name(page: Page, start: int, end: int) -> bool:
    """Nothing but a noun phrase stands there: the parser missed the subject."""
    return all(
        page.doc[i].pos_
        in {"PROPN", "NOUN", "PRON", "DET", "ADJ", "ADP", "PUNCT", "NUM", "AUX", "ADV", "PART"}
        for i in range(start, end)
    )


def _source_near(verb: Token, page: Page, segment: Range) -> Range | None:
    """The subject of the verb, if it stands in the segment; else the name beside the verb."""
    passive = any(c.dep_ in PASSIVE_SUBJECTS for c in verb.children)
    source = find_source(verb, page, passive=passive)
    if source is not None and segment[0] <= source[0] and source[1] <= segment[1]:
        return source
    before = page.trim((segment[0], verb.i))
    words = [i for i in range(*before) if page.doc[i].pos_ in {"PROPN", "NOUN", "PRON"}]
    if words:
        return before[0], words[-1] + 1
    behind = next(
        (i for i in range(verb.i + 1, segment[1]) if page.doc[i].pos_ in {"PROPN", "NOUN", "PRON"}),
        None,
    )
    if behind is None:
        return source if source is not None and page.quoted[source[0]] < 0 else None
    last = page.doc[behind]
    return page.trim((verb.i + 1, min(segment[1], last.right_edge.i + 1)))


def _before(page: Page, lexicon: Lexicon, index: int, run: _Run) -> Candidate | None:
    """She said: "It rained."."""
    start, end = _segment_before(page, index)
    mark = page.doc[end - 1].text if end > start else ""
    if mark not in {",", ":"}:
        return None
    verb = _last_cue(page, lexicon, start, end)
    if verb is None or verb.i in run.used:
        return None
    source = find_source(verb, page, passive=any(c.dep_ in PASSIVE_SUBJECTS for c in verb.children))
    if source is None:
        source = _name_before(page, start, verb.i)
    return _build(
        page, verb, source, page.ranges[index], index, colon=end - 1 if mark == ":" else None
    )


def _last_cue(page: Page, lexicon: Lexicon, start: int, end: int) -> Token | None:
    colon = page.doc[end - 1].text == ":"
    for i in range(end - 1, start - 1, -1):
        token = page.doc[i]
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            chance = lexicon.probability(token.lemma_.lower(), "quote")
            if chance >= (0.1 if colon else _LIKELY):
                return token
            if not colon:
                return None
    return None


def _name_before(page: Page, start: int, end: int) -> Range | None:
    words = [i for i in range(start, end) if page.doc[i].pos_ in {"PROPN", "NOUN", "PRON"}]
    return page.trim((start, words[-1] + 1)) if words else None


def _colon(page: Page, index: int) -> Candidate | None:
    """NAME: "It rained."."""
    start, end = _segment_before(page, index)
    if end - start < 2 or page.doc[end - 1].text != ":":
        return None
    source = _name_before(page, start, end - 1)
    if source is None or end - start > 12:
        return None
    cue = page.doc[end - 1]
    return Candidate(cue, "quote", (page.ranges[index],), source, (cue.i, cue.i + 1))


def _build(
    page: Page,
    verb: Token,
    source: Range | None,
    content: Range,
    index: int,
    colon: int | None = None,
) -> Candidate:
    frame = Frame(verb, (), source)
    del index, colon
    return Candidate(verb, "quote", (content,), source, cue_range(frame, (content,)))


def _continue_last(page: Page, index: int, run: _Run) -> None:
    """A quote without a cue of its own goes on with the one before it."""
    if not run.found or not _is_free(page, index):
        return
    last = run.found[-1]
    start = page.ranges[index][0]
    behind = max(last.cue[1], last.content[-1][1], last.source[1] if last.source else 0)
    between = page.doc[behind:start]
    breaks = sum(t.text.count("\n") > 0 for t in between)
    stops = sum(t.text in _STOPS for t in between)
    verbs = sum(t.pos_ == "VERB" for t in between)
    if breaks > 1 or (breaks and last.content[-1][1] < behind) or stops > 1 or (breaks and verbs):
        return
    run.found[-1] = replace(last, content=(*last.content, page.ranges[index]))


def _is_free(page: Page, index: int) -> bool:
    """The quote begins a sentence or a part of one that its cue has cut."""
    start, end = _segment_before(page, index)
    words = [i for i in range(start, end) if _is_word(page.doc[i])]
    return not words or page.doc[end - 1].text == ","


def _segment_behind(page: Page, index: int) -> Range:
    """Tokens from the quote to the end of the sentence, the paragraph or to the next quote."""
    start = end = page.ranges[index][1]
    while end < len(page.doc) and page.quoted[end] < 0 and "\n" not in page.doc[end].text:
        if page.doc[end].text in _STOPS and end > start:
            break
        end += 1
    return start, end


def _segment_before(page: Page, index: int) -> Range:
    """Tokens of the sentence before the quote, back to the quote before it at most."""
    start = end = page.ranges[index][0]
    newline = False
    while end > 0 and page.doc[end - 1].is_space:
        end -= 1
    start = end
    while start > 0 and page.quoted[start - 1] < 0:
        token = page.doc[start - 1]
        if token.text in _STOPS or "\n" in token.text:
            break
        start -= 1
    if "\n" in page.doc[end : page.ranges[index][0]].text and (
        end == start or page.doc[end - 1].text != ":"
    ):
        return page.ranges[index][0], page.ranges[index][0]
    del newline
    return start, end


def _content_start(page: Page, index: int) -> int:
    """Where the sentence begins that the quote ends: its words outside the marks are content too."""
    start, end = _segment_before(page, index)
    while start == end == page.ranges[index][0] - 0 and start > 0 and False:
        break
    first = next((i for i in range(start, end) if _is_word(page.doc[i])), None)
    if first is None:
        return page.ranges[index][0]
    before = page.quoted[start - 1] if start else -1
    if before >= 0 and not _ends_sentence(page, before):
        return _content_start(page, before)
    return first


def _ends_sentence(page: Page, index: int) -> bool:
    last = page.quotes[index].spans[-1][1]
    return page.doc.text[last - 1 : last] in _STOPS


def _is_word(token: Token) -> bool:
    return not token.is_punct and not token.is_space
