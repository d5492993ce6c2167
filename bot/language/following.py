"""Quotes without a cue of their own, which go on with what was said before them."""

from __future__ import annotations

from dataclasses import replace

from bot.language.clauses import Candidate
from bot.language.page import STOPS, Page, Range, is_word

_SHORTEST = 3
_STOPS_BETWEEN = 2
_LONGEST_SENTENCE = 40
_LONGEST_BETWEEN = 12
"""Tokens of a sentence that only leads from one speaker to the next."""
_FARTHEST = 300
"""Tokens between a quote and the statement that it takes its source from."""


def join_free_quotes(page: Page, chosen: list[Candidate], taken: set[int]) -> None:
    """Give each quote that stands free to the attribution before it.

    Behind a quote it is part of the same attribution; behind other words it is one of its own,
    whose source is taken over. A short sentence between about somebody else leads to that one.
    """
    waiting = sorted((_end(each), n) for n, each in enumerate(chosen))[::-1]
    last = quoted = -1
    for index, (start, end) in enumerate(page.ranges):
        while waiting and waiting[-1][0] <= start:
            last = waiting.pop()[1]
            quoted = last if chosen[last].shape == "quote" else quoted
        if last < 0 or start in taken or not page.is_free(index):
            continue
        before = quoted if _goes_on(page, chosen, quoted, last) else last
        other = _introduced(page, chosen[before], start)
        if other is not None:
            chosen.append(Candidate(page.doc[start], "quote", ((start, end),), other, None))
            before = quoted = len(chosen) - 1
        elif (
            chosen[before].shape == "quote"
            and _is_near(page, chosen[before], start)
            and not _is_parted(page, _end(chosen[before]), start)
        ):
            content = (*chosen[before].content, (start, end))
            chosen[before] = replace(chosen[before], content=content)
        elif _may_inherit(page, chosen[before], index):
            chosen.append(_inherit(page, chosen[before], (start, end)))
            before = quoted = len(chosen) - 1
        else:
            continue
        last = before
        taken.update(range(start, end))


def _goes_on(page: Page, chosen: list[Candidate], quoted: int, last: int) -> bool:
    """Whether the quote before counts for more than what was said since, in its paragraph."""
    if quoted < 0:
        return False
    since = page.doc[_end(chosen[quoted]) : _end(chosen[last])]
    return len(since) < _LONGEST_SENTENCE and not any("\n" in token.text for token in since)


def _introduced(page: Page, before: Candidate, start: int) -> Range | None:
    """Whom the sentence between is about ("Lund disagreed."), if it is somebody else."""
    first, last = page.sentences[max(0, start - 1)]
    if first < _end(before) or last > start or last - first > _LONGEST_BETWEEN:
        return None
    words = page.doc[first:last]
    if "\n" in words.text:
        return None
    subject = next((t for t in words if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
    if subject is None or subject.ent_type_ != "PERSON":
        return None
    source = page.noun_phrase(subject, subject.head)
    known = page.doc[slice(*before.source)].text if before.source else ""
    return None if subject.text in known else source


def _may_inherit(page: Page, before: Candidate, index: int) -> bool:
    """A quote in the next sentence, or one of whole sentences, at most a paragraph behind."""
    start, end = page.ranges[index]
    if before.source is None or start - _end(before) > _FARTHEST:
        return False
    if _is_near(page, before, start):
        return True
    words = sum(is_word(token) for token in page.doc[start:end])
    breaks = sum("\n" in token.text for token in page.doc[_end(before) : start])
    whole = page.ends_sentence(index) and page.ends_paragraph(end)
    return breaks <= 1 and words >= _SHORTEST and whole


def _is_parted(page: Page, end: int, start: int) -> bool:
    """Whether a sentence of the article's own stands between: "... Would she go back? “Yes.”"."""
    firsts = (page.sentences[i] for i in range(end, start) if is_word(page.doc[i]))
    return any(end <= first and last <= start for first, last in firsts)


def _inherit(page: Page, before: Candidate, content: Range) -> Candidate:
    return Candidate(page.doc[content[0]], "quote", (content,), before.source, None, inherited=True)


def _end(candidate: Candidate) -> int:
    source = candidate.source[1] if candidate.source and not candidate.inherited else 0
    cue = candidate.cue[1] if candidate.cue else 0
    return max(cue, candidate.content[-1][1], source)


def _is_near(page: Page, before: Candidate, start: int) -> bool:
    """In the same paragraph and the next sentence, or the next paragraph after a quote."""
    if start - _end(before) > _FARTHEST:
        return False
    between = page.doc[_end(before) : start]
    breaks = sum("\n" in token.text for token in between)
    stops = sum(token.text in STOPS for token in between)
    words = sum(is_word(token) for token in between)
    if breaks:
        quoted = page.quoted[before.content[-1][0]] >= 0
        return breaks == 1 and stops <= 1 and words <= _SHORTEST and quoted
    return stops <= _STOPS_BETWEEN
