"""Which cues tell of a deed, an intention or a mere topic, where nothing is told of what was said.

"designated the group as", "had hoped to build", "answered the questions", "talked about the race":
annotators of reported speech mark them, a newsroom asks for what was said.
"""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.cues import name_cue
from bot.language.wordlists import read_words

_SAID = frozenset({"quote", "phrase", "front", "aside", "colon", "turn", "label", "label/caps"})
_FINITE = frozenset({"that", "bare", "wh"})
_THINGS = frozenset({"obj", "dat", "subj"})
_INFINITIVES = frozenset({"inf", "advinf"})


def is_deed(cue: Token, shape: str) -> bool:
    """Whether a cue in this frame tells what somebody did or means to do."""
    parts = shape.removeprefix("pass/").split("+")
    if _is_impersonal(cue):
        return True
    if parts[0] in _SAID | _FINITE or name_cue(cue) in read_words("speech_cues"):
        return False
    if cue.pos_ in {"NOUN", "ADJ"}:
        return parts[0] in _INFINITIVES and not _voices(cue)
    return not _voices(cue) or _is_intention(cue, parts)


def _is_impersonal(cue: Token) -> bool:
    """Whether the outlet itself says what is so: "It is unlikely that ..."."""
    children = list(cue.children)
    return any(c.dep_ == "acomp" for c in children) and any(c.lower_ == "it" for c in children)


def names_topic(cue: Token, shape: str) -> bool:
    """Whether a cue only names whom or what the words were about, and tells nothing of them.

    Of "these plans, which he views as bold" and "the plans were applauded by Roe" a paraphrase
    would be left that says nothing by itself.
    """
    parts = shape.removeprefix("pass/").split("+")
    if "gap" in parts or shape == "pass/subj":
        return True
    things = all(part in _THINGS or (part[:2] == "p:" and part != "p:as") for part in parts)
    return things and name_cue(cue) in read_words("topic_cues")


def _voices(cue: Token) -> bool:
    return cue.lemma_.lower() in read_words("opinion_cues")


def _is_intention(cue: Token, parts: list[str]) -> bool:
    """Whether the word is of those that mean an intention with an infinitive: "wants to"."""
    return "inf" in parts and cue.lemma_.lower() in read_words("intention_cues")
