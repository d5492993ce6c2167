"""Cues that are nouns: "in the words of the mayor", "by her own account", "his claim is that"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bot.language.asides import around, cut_source
from bot.language.clauses import Candidate
from bot.language.cues import name_cue
from bot.language.page import NOUN_SUBJECTS, Page, Range, find_root, word_at
from bot.language.tails import cut_tail
from bot.language.wordlists import read_table, read_words

_OWNERS = frozenset({"its", "his", "her", "their"})
_BEING = frozenset({"be", "been", "is", "remains", "was", "were"})
_LONGEST = 12
"""Tokens of whose words they are, or between a noun and what it is."""


def find_viewpoints(page: Page) -> Iterator[Candidate]:
    """Every sentence of which such a noun tells whose words or view it gives."""
    for noun in page.doc:
        if noun.pos_ != "NOUN" or page.quoted[noun.i] >= 0:
            continue
        found = _read_aside(noun, page) or _read_told(noun, page)
        if found is not None:
            yield found


def _read_aside(noun: Token, page: Page) -> Candidate | None:
    """The sentence around "in his view" or "in the words of Jane Roe"."""
    wanted = read_table("viewpoint_nouns").get(noun.lower_, "").split()
    start = noun.left_edge.i - 1
    if not wanted or start < page.sentences[noun.i][0] or page.doc[start].lower_ not in wanted:
        return None
    source, end = _find_whose(noun, page)
    if source is None or not _stands_apart(page, start, end) or _is_told_by_another(noun):
        return None
    content = around(page, (start, end), _find_segment(page, noun), noun)
    if not content:
        return None
    content = (*content[:-1], cut_tail(content[-1], page, finite=True))
    return Candidate(noun, "phrase", content, source, (start, noun.i + 1))


def _find_whose(noun: Token, page: Page) -> tuple[Range | None, int]:
    """The words for whose view it is, and where the aside ends."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        return _find_owner(owner, page), noun.i + 1
    of = noun.nbor(1) if noun.i + 1 < len(page.doc) else noun
    names = [c for c in of.children if c.dep_ == "pobj"] if of.lower_ == "of" else []
    if not names or noun.left_edge.lower_ != "the":
        return None, noun.i + 1
    end = min(names[0].right_edge.i + 1, page.sentences[noun.i][1])
    end = cut_source(page, noun, (names[0].i + 1, end))
    end = next((i for i in range(of.i + 1, end) if page.quoted[i] >= 0), end)
    return page.trim((of.i + 1, end)), end


def _find_owner(owner: Token, page: Page) -> Range | None:
    """Whose it is; by "its own" that of whom the sentence is."""
    if owner.tag_ != "PRP$":
        return owner.left_edge.i, owner.i + 1
    subjects = (c for c in find_root(owner).children if c.dep_ in NOUN_SUBJECTS)
    own = word_at(owner.doc, owner.i + 1) == "own" and owner.lower_ in _OWNERS
    subject = next((c for c in subjects if own and c.pos_ != "PRON"), None)
    if subject is not None:
        return page.noun_phrase(subject, find_root(owner))
    return (owner.i, owner.i + 1) if owner.lower_ in _OWNERS else None


def _stands_apart(page: Page, start: int, end: int) -> bool:
    """Whether a comma or the beginning of the sentence parts an aside from what it reports."""
    first = page.sentences[start][0]
    before = page.doc[start - 1] if start > first else None
    opens = before is None or before.is_punct or before.is_space or before.dep_ == "cc"
    closed = end < len(page.doc) and page.doc[end].text == ","
    return opens or closed


def _is_told_by_another(noun: Token) -> bool:
    """Whether the sentence is somebody's statement: "She said that in his view it was late".

    So it is of whom a claim is: "Roe's reply, by her account, was that it rained".
    """
    told, nouns = read_words("speech_cues", "view_cues"), read_words("told_nouns")
    if any(name_cue(each) in told for each in noun.ancestors):
        return True
    subjects = (c for c in find_root(noun).children if c.dep_ in NOUN_SUBJECTS)
    return any(c.lower_ in nouns and any(o.dep_ == "poss" for o in c.children) for c in subjects)


def _find_segment(page: Page, noun: Token) -> Range:
    """The part of the sentence between semicolons in which a noun stands."""
    start, end = page.sentences[noun.i]
    marks = [i for i in range(start, end) if page.doc[i].text == ";" and page.quoted[i] < 0]
    start = max((i + 1 for i in marks if i < noun.i), default=start)
    return start, min((i for i in marks if i > noun.i), default=end)


def _read_told(noun: Token, page: Page) -> Candidate | None:
    """What somebody's claim is: "Her claim is that ...", "It is the mayor's view that ..."."""
    if noun.lower_ not in read_words("told_nouns"):
        return None
    source, end = _find_whose(noun, page)
    at = _find_that(noun, end)
    if source is None or at is None:
        return None
    content = cut_tail((at, _find_segment(page, noun)[1]), page, finite=True)
    return Candidate(noun, "phrase", (page.trim(content),), source, (noun.i, noun.i + 1))


def _find_that(noun: Token, end: int) -> int | None:
    """Where what it is begins: behind "it was her evidence", or behind the "was" of its own."""
    doc, be = noun.doc, noun.head
    if be.lower_ not in _BEING:
        return None
    subject = noun.dep_ == "nsubj" and noun.i < be.i <= noun.i + _LONGEST
    it = any(c.dep_ == "nsubj" and c.lower_ == "it" for c in be.children)
    at = be.i + 1 if subject else end if noun.dep_ == "attr" and it else len(doc)
    return at if at < len(doc) and doc[at].lower_ == "that" else None
