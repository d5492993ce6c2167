"""Who says what, told between or behind commas where the parser loses it.

"The bank, Jane Roe insisted, would open"; "The bank would open, admitted Jane Roe, its manager".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from bot.language.asides import around
from bot.language.clauses import Candidate
from bot.language.cues import name_cue
from bot.language.page import Page, Range
from bot.language.wordlists import read_words

_SAID = frozenset({"VBD", "VBP", "VBZ"})
_FINITE = _SAID | {"MD"}
_LONGEST_NAME = 6
_LONGEST_SOURCE = 25
_SUBJECTS = frozenset({"he", "she", "they", "it"})
_TITLES = frozenset({"CD", "DT", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$"})
_ARTICLES = frozenset({"a", "an", "one", "the"})
_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})


def find_interposed(page: Page, known: set[int]) -> Iterator[Candidate]:
    """Every such cue that is not among those known already."""
    for comma in page.doc:
        if comma.text != "," or page.quoted[comma.i] >= 0:
            continue
        found = _read_between(comma, page) or _read_behind(comma, page)
        if found is not None and found.cue_word.i not in known:
            yield found


def _tells(verb: Token) -> bool:
    cues = read_words("speech_cues", "view_cues", "manner_cues")
    return name_cue(verb) in cues


def _read_between(comma: Token, page: Page) -> Candidate | None:
    """A name and its verb between commas: ", Jane Roe insisted,"."""
    doc, (first, last) = page.doc, page.sentences[comma.i]
    start = comma.i + 1
    end = next((i for i in range(start, min(start + _LONGEST_NAME, last)) if _ends(doc[i])), last)
    if end >= last - 1 or doc[end].text != "," or end - start < 2:  # noqa: PLR2004  a name and a verb
        return None
    verb, name = doc[end - 1], doc[start : end - 1]
    if verb.tag_ not in _SAID or not _tells(verb) or not _is_name(name):
        return None
    if page.quoted[comma.i - 1] >= 0 or page.quoted[end + 1] >= 0 or doc[end + 1].tag_ == "VBG":
        return None
    content = around(page, (start, end), (first, last), verb)
    if len(content) < 2 or not _has_verb(page, (comma.i, last)):  # noqa: PLR2004  before and behind
        return None
    return Candidate(verb, "phrase", content, (start, end - 1), (end - 1, end))


def _ends(token: Token) -> bool:
    return token.is_punct and token.text != "-"


def _is_name(words: Span) -> bool:
    """Whether words are a name, a pronoun or a plain description of who speaks."""
    if len(words) == 1 and words[0].lower_ in _SUBJECTS:
        return True
    opened = words[0].pos_ == "PROPN" or words[0].lower_ in _ARTICLES or words[0].tag_ == "PRP$"
    return opened and all(word.tag_ in _TITLES for word in words)


def _has_verb(page: Page, tokens: Range) -> bool:
    return any(page.doc[i].tag_ in _FINITE for i in range(*tokens))


def _read_behind(comma: Token, page: Page) -> Candidate | None:
    """A verb and its subject that end the sentence: ", admitted Jane Roe, its manager"."""
    doc, (first, last) = page.doc, page.sentences[comma.i]
    verb = doc[comma.i + 1] if comma.i + 2 < last else comma
    if verb.tag_ not in {"VBD", "VBN", "VBZ"} or not _tells(verb) or page.quoted[comma.i - 1] >= 0:
        return None
    source = page.trim((verb.i + 1, last))
    words = doc[slice(*source)]
    if not words or len(words) > _LONGEST_SOURCE or not _may_end(page, words[0], words[-1]):
        return None
    content = page.trim((first, comma.i))
    if _is_clause(words) or not _is_clause(doc[slice(*content)]):
        return None
    return Candidate(verb, "phrase", (content,), source, (verb.i, verb.i + 1))


def _is_clause(words: Span) -> bool:
    """Whether words have a verb that stands in no relative clause: not "Roe, who left early"."""
    first = next((t for t in words if t.tag_ in _FINITE | _RELATIVES), None)
    return first is not None and first.tag_ in _FINITE


def _may_end(page: Page, opening: Token, last: Token) -> bool:
    """Whether words begin like a subject, and none of them are somebody's."""
    named = opening.pos_ == "PROPN" or opening.lower_ in _ARTICLES
    return named and page.quoted[opening.i] < 0 and page.quoted[last.i] < 0
