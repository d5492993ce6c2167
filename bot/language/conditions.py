"""Whether a cue tells of what might be said: "if he says", "could say", "is expected to say".

What is quoted was said: "will say in a speech", with a quotation, was handed out before it.
"""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.governors import Bearing, read_group, subject_of, tells

_INVERTED_CONDITIONS = frozenset({"had", "should", "were"})
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_CAN = frozenset({"can", "ca"})
_POSSIBLE = frozenset({"could", "may", "might"})
_OBLIGATIONS = frozenset({"must", "should"})


def is_hypothetical(bearing: Bearing) -> bool:
    """Whether what a cue reports may be said, or will be, but was not said yet."""
    return (
        _is_conditional(bearing)
        or any(_is_unreal(bearing, node) for node in bearing.chain)
        or _is_prospective(bearing)
        or _is_imperative(bearing)
        or bearing.source_words()[:1] in ([word] for word in read_group("indefinite"))
    )


def _is_conditional(bearing: Bearing) -> bool:
    """Whether a clause leaves it open: "if he says", "until she says", "had he said"."""
    if bearing.marked("conditions") is not None:
        return True
    present = bearing.marked("conditions_present")
    if present is not None and present.tag_ in {"VBZ", "VBP"}:
        return True
    subject = subject_of(bearing.verb)
    helpers = [c for c in bearing.parts(bearing.verb) if c.dep_ in {"aux", "auxpass"}]
    inverted = [c for c in helpers if subject is not None and c.i < subject.i < bearing.verb.i]
    if any(c.lower_ in _INVERTED_CONDITIONS and c.is_sent_start for c in inverted):
        return True
    first = bearing.verb.doc[bearing.verb.sent.start]
    supposed = first.lower_ in read_group("imagining") or _supposes(first)
    return first.i not in bearing.own and supposed


def _supposes(first: Token) -> bool:
    """Whether "Say" opens a thing supposed: "Say the town demanded that ..."."""
    if first.lower_ != "say" or first.i + 1 >= len(first.doc):
        return False
    return first.nbor().pos_ in {"DET", "NOUN", "PRON", "PROPN"} and first.nbor().tag_ != "WP"


def _is_unreal(bearing: Bearing, node: Token) -> bool:
    """Whether a modal makes it something that may be said: "could say", "would argue"."""
    modal = next((c for c in bearing.parts(node) if c.tag_ == "MD" and c.i < node.i), None)
    if modal is None or node.lemma_.lower() in read_group("unsaying"):
        return False
    word = modal.lower_
    if not tells(bearing.word) and word not in _OBLIGATIONS:  # "must show", too
        return False
    perfect = any(c.dep_ == "aux" and c.lower_ in {"have", "'ve", "’ve"} for c in node.children)
    if perfect and word not in _WILL:
        return True
    if bearing.is_first_person() and word not in _POSSIBLE:
        return False
    return word in _OBLIGATIONS or not _is_said_anyway(bearing, node, word)


def _is_said_anyway(bearing: Bearing, node: Token, modal: str) -> bool:
    """Whether it was said in spite of the modal: a quote, "would later say", "can reveal"."""
    kind = bearing.relation.kind
    if modal in _POSSIBLE:
        return kind == "direct"
    if modal in _CAN and bearing.word.lemma_.lower() in read_group("revealing"):
        return True
    return kind != "indirect" or (modal not in _CAN and _is_told(bearing, node))


def _is_told(bearing: Bearing, node: Token) -> bool:
    """Whether "would later say" looks back on it, or "will say in a speech" is announced."""
    around = [c for each in (node, bearing.word) for c in bearing.parts(each)]
    if any(c.lower_ in read_group("told_later") for c in around):
        return True
    told = [c for each in around if each.dep_ == "prep" for c in bearing.parts(each)]
    days = [c for c in (*around, *told) if c.ent_type_ in {"DATE", "TIME"} and c.pos_ != "VERB"]
    occasions = [c for c in told if c.lemma_.lower() in read_group("occasions")]
    future = any(c.tag_ == "MD" and c.lower_ in _WILL for c in bearing.parts(node))
    return future and bool(days or occasions)


def _is_prospective(bearing: Bearing) -> bool:
    """Whether it is still to come: "expected to say", "going to say", "urged her to say"."""
    quoted = bearing.relation.kind != "indirect"
    for node in bearing.chain[1:]:
        lemma = node.lemma_.lower()
        if node.dep_ == "prep" or (quoted and lemma in read_group("announced")):
            continue
        if lemma in read_group("prospective", "requests"):
            return not (bearing.is_first_person() and lemma in read_group("wanting"))
        if lemma == "have" and node.tag_ != "VBD" and _leads_on(bearing, node):
            return not bearing.is_first_person()
        if lemma == "go" and node.tag_ == "VBG" and not any(c.dep_ == "prt" for c in node.children):
            return True
        if lemma == "like" and any(c.tag_ == "MD" for c in bearing.parts(node)):
            return not bearing.is_first_person()
        if lemma == "be" and node.tag_ in {"VBZ", "VBP"} and _leads_on(bearing, node):
            return True
    return False


def _leads_on(bearing: Bearing, node: Token) -> bool:
    """Whether what is said hangs on it as an infinitive: "is to say", "has to say"."""
    return any(c.dep_ == "xcomp" and c in bearing.chain for c in node.children)


def _is_imperative(bearing: Bearing) -> bool:
    """Whether the reader is told to say it: "Say that it rained"."""
    verb = bearing.verb
    start = verb.i == 0 or verb.is_sent_start or verb.nbor(-1).lower_ in {"please", "just", "n't"}
    bare = not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "expl"} for c in verb.children)
    return bool(start) and bare and verb.tag_ == "VB" and verb.dep_ in {"ROOT", "ccomp"}
