"""Finds the attributions of a text: quotes first, then what is reported without marks."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.language.asides import find_asides
from bot.language.clauses import Candidate, build_candidate
from bot.language.context import describe
from bot.language.cues import Lexicon, load_lexicon, name_cue
from bot.language.deeds import (
    asks_anonymity,
    is_deed,
    is_effect,
    is_fragment,
    is_unowned,
    names_topic,
)
from bot.language.direct import find_direct
from bot.language.following import join_free_quotes
from bot.language.frames import find_frames
from bot.language.gapping import part_gapped
from bot.language.interposed import find_interposed
from bot.language.labels import find_labels, find_turns
from bot.language.nested import find_nested
from bot.language.page import Page, Range, is_word, open_page
from bot.language.phrases import find_phrases
from bot.language.relations import Relation
from bot.language.shapes import CLAUSES
from bot.language.subjects import is_put_to
from bot.language.verdicts import find_quoted_verdicts, find_verdicts
from bot.language.viewpoints import find_viewpoints
from bot.language.views import quotes_finding, tells_view
from bot.language.wordlists import read_words
from store.records import Kind, Span

_CLOSING = re.compile(r"[.,!?]?[”\"]")
ACCEPT = 0.47
SPEECH = 0.22
VIEW = 0.12
_VERBS = frozenset({"AUX", "VERB"})
_LEADING = frozenset({"advmod", "dep", "dobj", "mark"})


def find_relations(doc: Doc) -> tuple[Relation, ...]:
    """Every attribution of the text, in its order."""
    page = open_page(doc)
    chosen = choose(page, load_lexicon())
    relations = (_relate(page, candidate) for candidate in chosen)
    return tuple(sorted((r for r in relations if r.content), key=lambda r: r.content))


def choose(page: Page, lexicon: Lexicon) -> list[Candidate]:
    """The attributions that stand: outer ones before those within them."""
    chosen: list[Candidate] = []
    taken: set[int] = set()
    cues: set[int] = set()
    _add(chosen, find_turns(page), taken, cues)
    built = build_candidates(page, lexicon)
    direct = [*find_direct(page, lexicon), *find_quoted_verdicts(page)]
    _add(chosen, _widen(page, direct, built), taken, cues)
    indirect = sorted(find_indirect(page, lexicon, built), key=_extent)
    outside = [c for c in indirect if page.quoted[c.cue_word.i] < 0]
    inside = [c for c in indirect if page.quoted[c.cue_word.i] >= 0]
    _add(chosen, outside, taken, cues)
    join_free_quotes(page, chosen, taken)
    _add(chosen, inside, taken, cues)
    return [*chosen, *find_nested(page, lexicon, chosen, built)]


def _widen(page: Page, direct: list[Candidate], built: list[Candidate]) -> list[Candidate]:
    """Quotes with the clause that holds them: "it was “a good offer” | and came too late"."""
    around = {each.cue_word.i: each.content for each in built if _may_hold_quote(page, each)}
    wider = ((each, around.get(each.cue_word.i, ())) for each in direct)
    return [
        replace(each, content=content) if _holds(content, each.content) else each
        for each, content in wider
    ]


def _may_hold_quote(page: Page, candidate: Candidate) -> bool:
    """Whether it is a clause, or words around an aside: "The era, she said, “is over”"."""
    if candidate.shape != "front":
        return candidate.shape in CLAUSES and len(candidate.content) == 1
    first = _first_word(page, candidate.content[-1])
    return (
        name_cue(candidate.cue_word) in read_words("speech_cues")
        and first is not None
        and first.is_lower
    )


def _first_word(page: Page, tokens: Range) -> Token | None:
    return next((page.doc[i] for i in range(*tokens) if is_word(page.doc[i])), None)


def _holds(clause: tuple[Range, ...], quote: tuple[Range, ...]) -> bool:
    """Whether the last part of a clause begins no later than a quote and ends no sooner."""
    return bool(clause) and clause[-1][0] <= quote[0][0] and clause[-1][1] >= quote[-1][1]


def _extent(candidate: Candidate) -> tuple[int, int]:
    """Longer contents first: what lies within another attribution is not one beside it."""
    return -sum(end - start for start, end in candidate.content), candidate.cue_word.i


def _add(chosen: list[Candidate], more: list[Candidate], taken: set[int], cues: set[int]) -> None:
    for candidate in more:
        words = {i for r in candidate.content for i in range(*r)}
        cue = candidate.cue_word.i
        if cue in cues or cue in taken or len(words & taken) * 2 > len(words):
            continue
        chosen.append(candidate)
        cues.add(candidate.cue_word.i)
        taken |= words


def build_candidates(page: Page, lexicon: Lexicon) -> list[Candidate]:
    """Whatever might be reported without marks."""
    finders = (find_phrases, find_verdicts, find_viewpoints, find_asides, find_labels)
    built = [each for find in finders for each in find(page)]
    built += find_interposed(page, {each.cue_word.i for each in built})
    beside = {each.cue_word.i for each in built if each.shape in {"front", "phrase"}}
    asides = {page.sentences[c.cue_word.i][0]: c for c in built if c.shape == "aside"}
    for frame in find_frames(page):
        candidate = build_candidate(frame, page, lexicon)
        if candidate and candidate.cue_word.i not in beside:
            aside = asides.get(page.sentences[candidate.cue_word.i][0])
            built.append(_leave_aside(page, candidate, aside))
    return [part for each in built for part in part_gapped(page, each)]


def _leave_aside(page: Page, candidate: Candidate, aside: Candidate | None) -> Candidate:
    """Without by whom it is told: "The firm fears that it will rain, | according to two people"."""
    start, end = candidate.content[-1]
    if aside is None or not start < aside.cue_word.i < end:
        return candidate
    told = next((r for r in aside.content if r[0] <= candidate.cue_word.i < r[1]), None)
    if told is None or told[1] <= start:
        return candidate
    last = page.trim((start, min(end, told[1])))
    return replace(candidate, content=(*candidate.content[:-1], last))


def find_indirect(page: Page, lexicon: Lexicon, built: list[Candidate]) -> list[Candidate]:
    """What cue words report, where the lexicon finds that likely enough."""
    told = (each for each in built if not is_put_to(each.cue_word))
    found = [
        each
        for each in told
        if each.shape == "phrase"
        or lexicon.judge(each.cue_word, each.shape, describe(each, page))
        >= _least(page, lexicon, each)
    ]
    return _leave_leading(found, lexicon)


def _least(page: Page, lexicon: Lexicon, candidate: Candidate) -> float:
    """How likely a candidate must be, by what its cue tells of."""
    if lexicon.is_speech(candidate.cue_word):
        return SPEECH
    return VIEW if tells_view(page, candidate) else ACCEPT


def _leave_leading(found: list[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """Without verbs that only lead up to a cue of speech: "went on | to say"."""
    speaks = [each.cue_word for each in found if lexicon.is_speech(each.cue_word)]
    leading = {cue.head.i for cue in speaks if cue.dep_ in {"xcomp", "advcl"}}
    return [
        each
        for each in found
        if each.cue_word.i not in leading
        or each.shape not in {"inf", "advinf"}
        or lexicon.is_speech(each.cue_word)
    ]


def _relate(page: Page, found: Candidate) -> Relation:
    candidate = replace(found, content=_leave_that(page, found.content))
    content = tuple(
        span
        for r in candidate.content
        for span in _content_spans(page, r, snap=not candidate.nested)
        if span[0] < span[1]
    )
    around = page.quoted[candidate.cue_word.i] if candidate.nested else -1
    inner = candidate.nested and candidate.shape == "quote"
    kind: Kind = "direct" if inner else _kind(page, candidate.content, around)
    first, last = candidate.content[0][0], candidate.content[-1][1] - 1
    return Relation(
        kind=kind,
        content=content,
        source=_span(page, candidate.source),
        cue=_span(page, candidate.cue),
        sentence=page.chars((page.sentences[first][0], page.sentences[last][1])),
        deed=_is_deed(page, candidate)
        or (kind != "direct" and _tells_nothing(page, candidate, kind)),
        inherited=candidate.inherited,
        nested=candidate.nested,
    )


def _is_deed(page: Page, candidate: Candidate) -> bool:
    """Whether a cue tells what somebody did, and no finding in their own words."""
    deed = is_deed(candidate.cue_word, candidate.shape)
    return deed and not quotes_finding(page, candidate)


def _leave_that(page: Page, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """Without the word that only leads to what it reports: "warned | that | it would rain"."""
    start, end = page.trim(content[0])
    if start >= end or page.quoted[start] >= 0 or page.doc[start].lower_ != "that":
        return content
    leads = page.doc[start].tag_ == "IN" or page.doc[start].dep_ in _LEADING
    clause = any(page.doc[i].pos_ in _VERBS for i in range(start + 1, end))
    return ((start + 1, end), *content[1:]) if leads and clause else content


def _tells_nothing(page: Page, candidate: Candidate, kind: Kind) -> bool:
    """Whether a paraphrase is no statement: of a thing's effect, or without anything told."""
    cue, shape = candidate.cue_word, candidate.shape
    if candidate.source is not None:
        nothing = is_effect(cue, shape, page.doc[slice(*candidate.source)])
    else:
        nothing = not candidate.inherited and is_unowned(cue, shape)
    if nothing:
        return True
    words = [page.doc[i] for r in candidate.content for i in range(*r) if is_word(page.doc[i])]
    if asks_anonymity(cue, words):
        return True
    return kind == "indirect" and (names_topic(cue, shape) or is_fragment(cue, shape, words))


def _content_spans(page: Page, tokens: Range, *, snap: bool) -> tuple[Span, ...]:
    """Characters of a content: inside the marks of a whole quote, else over any marks."""
    start, end = page.snap(page.trim(tokens)) if snap else page.trim(tokens)
    if start >= end:
        return ()
    index = page.quoted[start]
    if index >= 0 and page.ranges[index] == (start, end):
        return page.quotes[index].spans
    return (_close_quote(page.text, page.chars((start, end))),)


def _close_quote(text: str, span: Span) -> Span:
    """With the mark that ends a quote opened within: of "it as “bridges for all | .”"."""
    words, mark = text[slice(*span)], _CLOSING.match(text, span[1])
    opened = words.count("“") > words.count("”") or words.count('"') % 2 == 1
    return (span[0], mark.end()) if opened and mark is not None else span


def _kind(page: Page, content: tuple[Range, ...], around: int) -> Kind:
    """By the marks in it; those of the quote around a nested one are not its own."""
    words = [i for r in content for i in range(*r) if is_word(page.doc[i])]
    quoted = sum(page.quoted[i] not in {-1, around} for i in words)
    if quoted == len(words):
        return "direct"
    return "mixed" if quoted else "indirect"


def _span(page: Page, tokens: Range | None) -> Span | None:
    return page.chars(tokens) if tokens and tokens[0] < tokens[1] else None
