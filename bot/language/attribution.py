"""Finds the attributions of a text: quotes first, then what is reported without marks."""

from __future__ import annotations

from spacy.tokens import Doc

from bot.language.clauses import Candidate, build_candidate
from bot.language.cues import Lexicon, load_lexicon
from bot.language.direct import find_direct
from bot.language.frames import find_frames
from bot.language.page import Page, Range, open_page
from bot.language.relations import Relation
from store.records import Kind, Span

ACCEPT = 0.5


def find_relations(doc: Doc) -> tuple[Relation, ...]:
    """Every attribution of the text, in its order."""
    page = open_page(doc)
    lexicon = load_lexicon()
    chosen = find_direct(page, lexicon)
    taken = {i for each in chosen for first, last in each.content for i in range(first, last)}
    cues = {each.cue_word.i for each in chosen}
    for candidate in sorted(find_indirect(page, lexicon), key=lambda c: c.cue_word.i):
        if candidate.cue_word.i in cues or candidate.cue_word.i in taken:
            continue
        words = [i for r in candidate.content for i in range(*r)]
        if sum(i in taken for i in words) * 2 > len(words):
            continue
        chosen.append(candidate)
        taken.update(words)
    relations = (_relate(page, candidate) for candidate in chosen)
    return tuple(sorted((r for r in relations if r.content), key=lambda r: r.content))


def find_indirect(page: Page, lexicon: Lexicon) -> list[Candidate]:
    """What cue words report, where the lexicon finds that likely enough."""
    built = (build_candidate(frame, page, lexicon) for frame in find_frames(page))
    return [
        each
        for each in built
        if each and lexicon.probability(each.cue_word.lemma_.lower(), each.shape) >= ACCEPT
    ]


def _relate(page: Page, candidate: Candidate) -> Relation:
    content = tuple(
        span for r in candidate.content for span in _content_spans(page, r) if span[0] < span[1]
    )
    kind: Kind = _kind(page, candidate.content)
    first = page.doc[candidate.content[0][0]].sent
    last = page.doc[candidate.content[-1][1] - 1].sent
    return Relation(
        kind=kind,
        content=content,
        source=_span(page, candidate.source),
        cue=page.chars(candidate.cue),
        sentence=(first.start_char, max(first.end_char, last.end_char)),
    )


def _content_spans(page: Page, tokens: Range) -> tuple[Span, ...]:
    index = page.quoted[tokens[0]]
    if index >= 0 and page.ranges[index] == tokens:
        return page.quotes[index].spans
    return (page.chars(page.trim(tokens)),)


def _kind(page: Page, content: tuple[Range, ...]) -> Kind:
    words = [
        i
        for r in content
        for i in range(*r)
        if not page.doc[i].is_punct and not page.doc[i].is_space
    ]
    quoted = sum(page.quoted[i] >= 0 for i in words)
    if quoted == len(words):
        return "direct"
    return "mixed" if quoted else "indirect"


def _span(page: Page, tokens: Range | None) -> Span | None:
    return page.chars(tokens) if tokens and tokens[0] < tokens[1] else None
