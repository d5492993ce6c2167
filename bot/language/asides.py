"""Cues that stand beside what they report: "..., she said", "according to ..."."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bot.language.clauses import Candidate
from bot.language.cue_extents import cue_range
from bot.language.frames import Frame
from bot.language.page import DASHES, NAMES, STOPS, Page, Range, find_root, is_word, word_at
from bot.language.subjects import PASSIVE_SUBJECTS, SUBJECTS
from bot.language.tails import comments_on, takes_up, tells_around, turns_to_speaker
from bot.language.wordlists import read_words

_LONGEST_SOURCE = 25
_AROUND = 2
"""Commas around what a source is."""
_VERBAL = frozenset({"ROOT", "aux", "auxpass", "neg"})
_FINITE_OR_PLAIN = frozenset({"VB", "VBD", "VBN", "VBP", "VBZ", "VBG"})
_NEAR_COLON = 10
_ADVERBIALS = frozenset({"advcl", "prep", "npadvmod", "advmod", "mark", "cc", "intj", "aux"})
_RELATIVES = frozenset({"WDT", "WP"})
_VERBS = frozenset({"AUX", "VERB"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "oprd"})


def find_asides(page: Page) -> Iterator[Candidate]:
    """Everything that reports the sentence around it, or the words behind a colon."""
    for token in page.doc:
        lower = token.lower_
        if lower == "according" and token.i + 1 < len(page.doc):
            found = _according(token, page) if page.doc[token.i + 1].lower_ == "to" else None
        elif token.pos_ == "VERB":
            found = parenthetical(token, page)
        elif lower == ":":
            found = _colon(token, page)
        else:
            continue
        if found is not None:
            yield found


def _according(cue: Token, page: Page) -> Candidate | None:
    first = cue.i + 2
    names = [
        i
        for i in range(first, min(first + _LONGEST_SOURCE, len(page.doc)))
        if page.doc[i].pos_ in NAMES
    ]
    if not names:
        return None
    objects = [c for to in cue.children for c in to.children if c.dep_ == "pobj"]
    end = objects[0].right_edge.i + 1 if objects else names[0] + 1
    sentence = page.sentences[cue.i]
    end = cut_source(page, cue, (names[0] + 1, min(end, sentence[1])))
    source = page.trim((first, end))
    content = around(page, (cue.i, _skip_second(page, end)), sentence, cue)
    if not content or source[0] >= source[1]:
        return None
    return Candidate(cue, "aside", content, source, (cue.i, first))


def _skip_second(page: Page, end: int) -> int:
    """Behind the second of two by whom it is told: "according to Roe | and to a report"."""
    if page.doc[end : end + 2].text.lower() != "and to":
        return end
    second = next((c for c in page.doc[end + 1].children if c.dep_ == "pobj"), None)
    return end if second is None else second.right_edge.i + 1


def cut_source(page: Page, cue: Token, tokens: Range) -> int:
    """The end of a name: where the sentence's own subject begins, at a comma."""
    root = find_root(cue)
    late = _find_late_subject(page, cue, root)
    if late is not None:
        return late
    subjects = [c.left_edge.i for c in root.children if c.dep_ in SUBJECTS and c.i > cue.i]
    commas = [i for i in range(*tokens) if page.doc[i].text == ","]
    if subjects and subjects[0] - 1 in commas:
        return subjects[0] - 1
    if tokens[1] - tokens[0] > _LONGEST_SOURCE or any(
        page.doc[i + 1].tag_ in {"PRP", "CC"} for i in commas if i + 1 < tokens[1]
    ):
        return commas[0] if commas else tokens[0]
    return tokens[1]


def _find_late_subject(page: Page, cue: Token, root: Token) -> int | None:
    """The comma before a subject taken for an apposition: "to Roe, a baker, | the town slept"."""
    subject = next((c for c in root.children if c.dep_ in SUBJECTS and c.i > cue.i), None)
    verb = min(
        (c.i for c in (root, *root.children) if c.dep_ in _VERBAL and c.i > cue.i), default=0
    )
    commas = [i for i in range(cue.i, verb) if page.doc[i].text == ","]
    if len(commas) < _AROUND or commas[-1] == verb - 1 or root.tag_ not in _FINITE_OR_PLAIN:
        return None
    hung = [page.doc[i] for i in range(commas[-1] + 1, verb) if page.doc[i].dep_ == "appos"]
    told = any(c.head.i <= commas[-1] for c in hung)
    before = subject is None or (subject.i < commas[-1] and subject.left_edge.i > commas[0])
    return commas[-1] if told and before else None


def parenthetical(verb: Token, page: Page) -> Candidate | None:
    """Commas around a subject and its verb: It rained, she said, all day."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.tag_ in _RELATIVES or takes_up(subject):
        return None
    if any(_is_plain_clause(c, verb, page) for c in verb.children):
        return None
    low = _with_auxiliaries(verb, subject.left_edge.i if subject.i < verb.i else verb.i)
    sentence = page.sentences[verb.i]
    if low > sentence[0] and page.doc[low - 1].lower_ == "as":
        low -= 1
    if low <= sentence[0] + 1 or page.doc[low - 1].text not in {",", "-", "--", "–", "—", "―"}:
        return None
    end = _aside_end(verb, subject, page, sentence[1])
    if end is None:
        return None
    content = around(page, (low, end), _told_in(page, low, sentence), verb)
    source = page.noun_phrase(subject, verb)
    if source[1] > end:
        source = page.trim((source[0], end))
    if not content or (len(content) == 1 and _is_adverbial(page, content[0], verb)):
        return None
    shape = "phrase" if _goes_on(verb) else "front"
    return Candidate(verb, shape, content, source, cue_range(Frame(verb, (), source), content))


def _goes_on(verb: Token) -> bool:
    """Whether somebody goes on speaking: "The road, she went on, would open"."""
    return verb.lemma_ == "go" and verb.doc[verb.i + 1 : verb.i + 3].text == "on,"


def _told_in(page: Page, aside: int, sentence: Range) -> Range:
    """The sentence, or of "a label which, he said, was old" the part from the "which" on."""
    opens = aside - sentence[0] > 1 and page.doc[aside - 2].tag_ in _RELATIVES
    return (aside - 2, sentence[1]) if opens else sentence


def _is_plain_clause(child: Token, verb: Token, page: Page) -> bool:
    """What the verb says stands right behind it, with no comma: it is no aside."""
    plain = child.dep_ == "ccomp" and child.i > verb.i
    return plain and page.doc[child.left_edge.i - 1].text != "," and not _tells_of_noun(child)


def _tells_of_noun(clause: Token) -> bool:
    """Whether a clause behind an aside is of a noun: "..., she said, in a deal | that ended"."""
    first, cue = clause.left_edge, clause.head
    setting = first.doc[max(first.i - 1, 0)].head
    fronted = any(c.dep_ == "ccomp" and c.i < cue.i for c in cue.children)
    hung = (
        first.lower_ == "that"
        and setting.dep_ == "prep"
        and word_at(first.doc, setting.i - 1) == ","
    )
    return hung and (fronted or cue.dep_ == "parataxis")


def _with_auxiliaries(verb: Token, low: int) -> int:
    return min([low, *(c.i for c in verb.children if c.dep_ in {"aux", "neg"} and c.i < low)])


def _aside_end(verb: Token, subject: Token, page: Page, limit: int) -> int | None:
    """Where the aside ends: at a comma or with its sentence, with no clause of its own inside."""
    end = max(verb.i, subject.right_edge.i if subject.i > verb.i else verb.i) + 1
    while end < limit:
        token = page.doc[end]
        if token.text == "," or token.text in STOPS or token.text in DASHES or "\n" in token.text:
            break
        if token.head.i == verb.i and token.dep_ in _COMPLEMENTS and not is_told(token):
            return None
        if token.dep_ in {"nsubj", "mark"} and token.head.i != verb.i:
            return None
        end += 1
    return end


def _is_adverbial(page: Page, before: Range, verb: Token) -> bool:
    """Words before the cue that only say when, where or why: "When it rained, she sang"."""
    heads = [page.doc[i] for i in range(*before) if not before[0] <= page.doc[i].head.i < before[1]]
    words = [each for each in heads if is_word(each)]
    return bool(words) and all(each.dep_ in _ADVERBIALS and each.head.i == verb.i for each in words)


def is_told(token: Token) -> bool:
    """Who is spoken to ("she told me"), or the "it" of "as she put it"."""
    if token.lower_ == "it":
        return token.head.lemma_ == "put"
    return token.pos_ == "PRON" or (
        token.dep_ in {"dobj", "dative"} and token.head.lemma_ in read_words("telling_cues")
    )


def around(page: Page, aside: Range, sentence: Range, cue: Token) -> tuple[Range, ...]:
    """What is left of a sentence without the aside in it."""
    before = page.trim((_skip_joint(page, sentence[0], aside[0]), aside[0]))
    behind = page.trim((aside[1], sentence[1]))
    pieces = [piece for piece in (before, behind) if piece[1] > piece[0]]
    if len(pieces) > 1 and (_is_own(page, behind, cue) or _is_added(page, before, behind)):
        pieces = [before]
    return tuple(pieces)


def _skip_joint(page: Page, start: int, end: int) -> int:
    while start < end and (page.doc[start].dep_ == "cc" or page.doc[start].is_space):
        start += 1
    return start


def _is_own(page: Page, behind: Range, cue: Token) -> bool:
    """Whether the words behind an aside are no part of what it reports (", adding that")."""
    first = page.doc[behind[0]]
    if turns_to_speaker(page, behind):
        return True
    if first.tag_ == "VBG":
        return first.dep_ == "advcl" and first.head.i == cue.i
    return first.lower_ in {"as", "when", "after"} or comments_on(first)


def _is_added(page: Page, before: Range, behind: Range) -> bool:
    """Whether the outlet goes on where all has been told: "It shut, he said, | hours after a fire".

    Nothing has been told yet where the aside stands early: "If it rains, he said, the play ends".
    """
    words = page.doc[before[0] : before[1]]
    heads = (t for t in words if t.pos_ in _VERBS and not before[0] <= t.head.i < t.i)
    told = any(t.dep_ != "advcl" and _has_subject(t, before[0]) for t in heads)
    quoted = any(page.quoted[i] >= 0 for i in range(*behind))
    return told and not quoted and tells_around(page, behind)


def _has_subject(verb: Token, start: int) -> bool:
    before = (c for c in verb.children if start <= c.i < verb.i)
    return any(c.dep_ in SUBJECTS | PASSIVE_SUBJECTS for c in before)


def _colon(colon: Token, page: Page) -> Candidate | None:
    """The mayor asked: Who will pay?"""
    sentence = page.sentences[colon.i]
    if page.quoted[colon.i] >= 0 or colon.i + 1 >= len(page.doc):
        return None
    verbs = [
        page.doc[i]
        for i in range(max(sentence[0], colon.i - _NEAR_COLON), colon.i)
        if page.doc[i].pos_ == "VERB"
    ]
    if not verbs or page.quoted[colon.i + 1] >= 0:
        return None
    verb = verbs[-1]
    end = colon.i + 1
    while (
        end < len(page.doc) and "\n" not in page.doc[end].text and page.doc[end].text not in STOPS
    ):
        end += 1
    content = page.trim((colon.i + 1, end))
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if content[0] >= content[1] or subject is None or subject.i > colon.i:
        return None
    source = page.noun_phrase(subject, verb)
    return Candidate(
        verb, "colon", (content,), source, cue_range(Frame(verb, (), source), (content,))
    )
