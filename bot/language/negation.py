"""Whether a cue is negated: "did not say", "nobody said", "declined to say", "without saying".

Two negations make a statement: "did not hesitate to say". What hangs on a denial is negated as
well ("denied telling police that"), the denial itself is a statement.
"""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.governors import Bearing, read_group, subject_of
from bot.language.texts import read_text
from bot.language.wordlists import read_words


def is_negated(bearing: Bearing) -> bool:
    """Whether the words around a cue say that it did not happen."""
    return _count_negations(bearing) % 2 == 1 or _is_disputed(bearing) or _declines(bearing)


def _declines(bearing: Bearing) -> bool:
    """What somebody would not do, or did not tell: "refused to blame him", "says nothing about"."""
    if bearing.word.lemma_.lower() in read_group("unsaying"):
        return bearing.first_told() == "to"
    if bearing.word.lemma_.lower() not in read_words("speech_cues"):
        return False
    told = [bearing.word.doc[i] for i in sorted(bearing.own)]
    first = next((each for each in told if each.pos_ != "ADV"), None)
    return first is not None and first.lower_ in read_group("silence") and first.dep_ == "dobj"


def _count_negations(bearing: Bearing) -> int:
    count = 0
    below = bearing.word
    for node in bearing.chain:
        lemma = node.lemma_.lower()
        if node is not bearing.word and lemma in read_group("barriers"):
            return count
        if node.pos_ == "ADP" or node.dep_ == "prep":
            count += lemma in read_group("unsaying_prepositions") and not _is_idiom(node)
            count += any(c.lower_ == "short" for c in node.head.children) and lemma == "of"
        elif lemma in read_group("unsaying") and node is not bearing.word:
            count += 1
        count += _has_negator(bearing, node, below)
        below = node
    return count + _has_negative_subject(bearing)


def _is_idiom(preposition: Token) -> bool:
    """Whether it is said all the same: "It goes without saying"."""
    return preposition.lower_ == "without" and preposition.head.lemma_ == "go"


def _has_negator(bearing: Bearing, node: Token, below: Token) -> bool:
    """Whether a word of the chain is negated, before what hangs on it."""
    parts = [(part, part.lower_) for part in bearing.parts(node)]
    if any(word in {"until", "till"} and part.dep_ == "prep" for part, word in parts):
        return False
    end = max(node.i, below.i)
    if any(part.i < end and part.dep_ != "nsubj" and _negates(part) for part, _ in parts):
        return True
    if any(word == "yet" and part.nbor(1).lower_ == "to" for part, word in parts):
        return True
    if any(word == "nothing" and part.dep_ == "dobj" for part, word in parts):
        return True
    first = node.left_edge
    opens = node.dep_ == "conj" and subject_of(node) is not None and first.i > 0
    return opens and "nor" in {first.lower_, first.nbor(-1).lower_}


def _negates(child: Token) -> bool:
    """A negator, but in "not only" and the like; "no longer", "at no time"."""
    if child.lower_ in read_group("negators"):
        following = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else ""
        or_not = child.i > 0 and child.nbor(-1).lower_ == "or"
        return child.dep_ != "intj" and not or_not and following not in read_group("limiters")
    return child.dep_ in {"advmod", "prep", "npadvmod"} and _holds_no(child)


def _holds_no(phrase: Token) -> bool:
    words = {"no": {"time", "point", "stage", "way", "circumstance", "moment", "longer", "long"}}
    return any(
        token.lower_ == "no" and token.head.lemma_.lower() in words["no"]
        for token in phrase.subtree
    )


def _has_negative_subject(bearing: Bearing) -> bool:
    """Whether nobody said it, by the verb's own subject or one shared without a "but"."""
    subject = next((s for s in map(subject_of, bearing.chain) if s is not None), None)
    if subject is not None and subject.i not in bearing.own:
        phrase = subject.doc[subject.left_edge.i : subject.right_edge.i + 1]
        return _opens_negatively([token.lower_ for token in phrase])
    words, source = bearing.source_words(), bearing.relation.source
    if not words or source is None or not _opens_negatively(words):
        return False
    doc = bearing.word.doc
    return " but " not in read_text(doc)[source[1] : max(source[1], bearing.word.idx)]


def _opens_negatively(words: list[str]) -> bool:
    """Whether words begin like "no one", "neither side"; not "No 10", "no fewer than"."""
    if words[0] in read_group("negative_subjects"):
        return True
    following = words[1] if len(words) > 1 else ""
    if words[0] == "no":
        return (
            bool(following)
            and following not in read_group("no_more_than")
            and not following[0].isdigit()
        )
    return words[0] == "not" and following not in read_group("limiters")


def _is_disputed(bearing: Bearing) -> bool:
    """What somebody denies to have said, or is not believed to have."""
    if any(each.lemma_.lower() in read_group("denying") for each in bearing.chain[1:]):
        return True
    top = bearing.chain[-1]
    above = top.head
    if top.dep_ not in {"ccomp", "pcomp"} or above.i in bearing.own or above.i > top.i:
        return False
    if above.lemma_.lower() in read_group("denying"):
        return True
    return above.lemma_.lower() in read_group("believing") and _has_negator(bearing, above, top)
