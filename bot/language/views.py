"""What an article tells as somebody's view, opinion or finding: weaker cues are enough for it."""

from __future__ import annotations

from bot.language.clauses import Candidate
from bot.language.cues import name_cue
from bot.language.page import Page, is_word
from bot.language.wordlists import read_words

_VIEWS, _FORETOLD = frozenset({"that", "bare", "front"}), frozenset({"obj", "objinf"})
_FIRST_PERSONS = frozenset({"i", "we", "you"})


def tells_view(page: Page, candidate: Candidate) -> bool:
    """Whether somebody's view or forecast is told, or an opinion or a finding in their words."""
    return (
        _is_view(page, candidate)
        or _quotes_opinion(page, candidate)
        or quotes_finding(page, candidate)
    )


def _is_view(page: Page, candidate: Candidate) -> bool:
    """Whether the article tells what somebody thinks or has found: "She thinks it was late".

    So it does with a thing to come, or its cause: "She expects a close vote", "attributed it to".
    """
    cue, source = candidate.cue_word, candidate.source
    view = name_cue(cue) in read_words("view_cues") and candidate.shape in _VIEWS
    finite = cue.tag_ not in {"VBG", "VB"}  # no "expecting a child", "to expect a child"
    told = read_words("forecast_cues", "explaining_cues")
    foretold = name_cue(cue) in told and candidate.shape in _FORETOLD
    if not view and not (foretold and finite):
        return False
    outside = page.quoted[cue.i] < 0
    return outside and source is not None and page.doc[source[0]].lower_ not in _FIRST_PERSONS


def _quotes_opinion(page: Page, candidate: Candidate) -> bool:
    """Whether an opinion ends in somebody's own words: "welcomed it as “a fresh start”"."""
    cue, words = candidate.cue_word, range(*candidate.content[-1])
    index = max((page.quoted[i] for i in words), default=-1)
    if page.quoted[cue.i] >= 0 or candidate.source is None:
        return False
    start, last = page.ranges[index] if index >= 0 else (0, 0)
    least = start + (2 if last == words[-1] + 1 else 3)  # no “magic” pills, no “Green Deal”
    lower = least < last and page.doc[start + 1].is_lower
    return lower and start > cue.i and name_cue(cue) in read_words("opinion_cues")


def quotes_finding(page: Page, candidate: Candidate) -> bool:
    """Whether what is found is told in somebody's own words: "found “systemic failings”"."""
    cue, first = (
        candidate.cue_word,
        next((t for t in page.doc[slice(*candidate.content[0])] if is_word(t)), None),
    )
    found = name_cue(cue) in read_words("finding_cues") and candidate.shape == "obj"
    if not found or first is None or candidate.source is None:
        return False
    quoted = page.quoted[cue.i] < 0 <= page.quoted[first.i]
    return quoted and first.is_lower  # no “Moby Dick”
