"""What about a candidate, besides its cue and frame, speaks for or against it."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.clauses import Candidate
from bot.language.cues import name_cue
from bot.language.page import STOPS, Page, Range, is_word
from bot.language.subjects import find_first_cue
from bot.language.tails import begins_anew
from bot.language.wordlists import read_words

_IMPERSONAL = frozenset({"it", "this", "that", "which", "what", "there"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_ENDS = STOPS | {":"}
_LONGEST = 12
"""Words of a content, from which on their number tells nothing more."""
_LONGEST_SENTENCE = 6
_DEEPEST = 8
_CLAUSES = frozenset({"ccomp", "xcomp", "acl", "relcl", "advcl", "pcomp", "conj"})


def describe(candidate: Candidate, page: Page) -> tuple[str, ...]:
    """Features of a candidate as the lexicon counts them, in the order that it counts them in."""
    cue = candidate.cue_word
    kind = candidate.shape.removeprefix("pass/").split("+")[0].split(":")[0]
    place = "quoted" if page.quoted[cue.i] >= 0 else "plain"
    speech = "speech" if name_cue(cue) in read_words("speech_cues") else "other"
    first = candidate.content[0][0]
    content = page.doc[first : candidate.content[0][1]]
    start, end = page.sentences[cue.i]
    return (
        f"clause={_clause(cue)}/{place}",
        f"length={_length(candidate, page)}/{kind}",
        f"told={_is_told(cue)}",
        f"before={_word(page, cue.i - 1)}",
        f"kind={kind}/{speech}",
        f"head={_name(cue.head)}",
        f"source={_source(candidate.source, page)}",
        f"place={place}/{kind}",
        f"form={cue.tag_}/{_helper(cue)}",
        f"behind={_word(page, cue.i + 1)}",
        f"sentence={min(_LONGEST_SENTENCE, (end - start) // 8)}",
        f"content={_name(content.root)}",
        f"first={_word(page, first)}",
        f"marks={_marks(candidate, page)}",
        f"stop={_stop(page, (start, end))}",
    )


def _clause(cue: Token) -> str:
    """How its clause hangs on others: one that a semicolon ends hangs on none."""
    parted = cue.dep_ == "ccomp" and cue.i < cue.head.i
    ends = parted and any(c.text == ";" and c.i > cue.i for c in cue.head.lefts)
    return "ROOT" if ends else cue.dep_


def _word(page: Page, index: int) -> str:
    """A word beside the cue; names tell nothing beyond their own text."""
    if not 0 <= index < len(page.doc):
        return ""
    token = page.doc[index]
    part = token.pos_
    return part if part in {"PROPN", "NUM"} else token.lower_


def _name(token: Token) -> str:
    part = token.pos_
    return part if part in {"PROPN", "NUM"} else name_cue(token)


def _is_told(cue: Token) -> str:
    """Whether the cue lies in the clause that another cue of speech governs."""
    joint = next((c for c in cue.head.children if c.dep_ == "cc" and c.i < cue.i), None)
    if joint is not None and begins_anew(cue, joint):  # "said it rained, and he blamed"
        return "no"
    node = find_first_cue(cue) or cue
    for _ in range(_DEEPEST):
        if node.dep_ not in _CLAUSES or node.head.i == node.i:
            break
        if node.dep_ == "ccomp" and name_cue(node.head) in read_words("speech_cues"):
            return "yes"
        node = node.head
    return "no"


def _source(source: Range | None, page: Page) -> str:
    if source is None or source[0] >= source[1]:
        return "none"
    head = page.doc[source[0] : source[1]].root
    if head.lower_ in _IMPERSONAL:
        return "impersonal"
    if head.pos_ == "PROPN":
        return head.ent_type_ if head.ent_type_ in _NAMES else "name"
    return head.lower_


def _helper(cue: Token) -> str:
    words = {child.lower_ for child in cue.children if child.dep_ in {"aux", "auxpass", "neg"}}
    if words & {"not", "n't", "never"}:
        return "negated"
    if words & {"would", "could", "might", "may", "can", "should", "must", "will", "'ll"}:
        return "modal"
    if "to" in words:
        return "to"
    return "plain"


def _length(candidate: Candidate, page: Page) -> int:
    words = sum(is_word(page.doc[i]) for r in candidate.content for i in range(*r))
    return min(_LONGEST, words)


def _marks(candidate: Candidate, page: Page) -> str:
    """Whether the content brings quotation marks of its own: a scare quote is rare there."""
    cue = page.quoted[candidate.cue_word.i]
    own = {page.quoted[i] for r in candidate.content for i in range(*r)} - {-1, cue}
    return "some" if own else "none"


def _stop(page: Page, sentence: Range) -> str:
    """How the sentence ends: headlines have no full stop."""
    last = range(sentence[1] - 1, max(sentence[0], sentence[1] - 4), -1)
    texts = (page.doc[i].text for i in last)
    return next((text for text in texts if text in _ENDS), "none")
