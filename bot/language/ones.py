"""Finds of what group those are who are only counted: "two ministers left ... one said".

Without the group nobody could tell who "one" or "the other" is.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span, Token

from bot.language.guesses import Guess
from bot.language.page import NOUN_SUBJECTS
from bot.language.sentences import find_sentence
from bot.language.sources import Source
from bot.language.texts import read_text
from bot.language.unnamed import describe, find_reason
from bot.language.wordlists import read_phrases, read_table, read_words
from store.records import Speaker, SpeakerKind

_CONFIDENCE = 0.75
_REACH = 130
"""Tokens between a group and one of it."""
_BREAKS = 2
"""Paragraphs that may end between them."""
_LONGEST = 8
"""Tokens behind the noun that tell more of a group."""
_GROUP = "="
_SEVERAL = frozenset({"NNS", "NNPS"})
_PAIRS = frozenset({"couple", "duo", "pair", "quartet", "trio"})
_PEOPLE = frozenset({"children", "fans", "kids", "men", "parents", "people", "relatives", "women"})
_LOOSE = frozenset({"many", "most", "other", "several", "some"})
_KNOWN = frozenset({"all", "his", "her", "its", "my", "our", "the", "their", "these", "those"})


def tell_group(source: Source) -> Guess | None:
    """Who is one or some of a group that was told of just before; None for any other source."""
    words = source.span.text.lower().partition(", who")[0]  # "One, who asked not to be named"
    counted = _read_counted().get(words)
    group = _find_group(source.span) if counted is not None else None
    if counted is None or group is None:
        return None
    described = Source(_find_phrase(group), group, "description")
    name = _name(counted, described)
    kind: SpeakerKind = "anonymous" if _is_of_people(group) else "organisation"
    return Guess(Speaker(name, find_reason(group), kind), _CONFIDENCE)


@cache
def _read_counted() -> dict[str, str]:
    lines = (line.partition(" : ") for line in read_phrases("counting_words"))
    return {words: shown for words, _, shown in lines}


def _find_group(counted: Span) -> Token | None:
    """The last noun before that tells of several who did something or are told by number."""
    breaks = 0
    for noun in reversed(counted.doc[max(0, counted.start - _REACH) : counted.start]):
        breaks += "\n" in noun.text
        if breaks > _BREAKS:
            return None
        acting = noun.dep_ in NOUN_SUBJECTS or _is_counted(noun)
        if acting and _is_of_several(noun) and not _is_quoted(noun):
            return _find_main(noun) or noun
    return None


def _find_main(noun: Token) -> Token | None:
    """Of whom the sentence is, if of several: "| Parents said that the children had left"."""
    root = find_sentence(noun).root
    subjects = (t for t in root.children if t.dep_ in NOUN_SUBJECTS and t.i < noun.i)
    return next(filter(_is_of_several, subjects), None)


def _is_of_several(noun: Token) -> bool:
    if noun.lower_ in _PAIRS:
        return noun.tag_ == "NN"
    lettered = noun.text[:-1].isupper() and noun.text.endswith("s")  # "MPs"
    several = noun.tag_ in _SEVERAL or lettered
    return several and noun.dep_ != "compound" and _is_of_people(noun)


def _is_of_people(noun: Token) -> bool:
    nouns = {noun.lemma_.lower(), noun.lower_.removesuffix("s")}
    known = noun.lower_ in _PAIRS | _PEOPLE or not nouns.isdisjoint(read_table("person_nouns"))
    things = read_words("document_nouns", "organisation_nouns")
    ends = noun.lower_.endswith(tuple(read_words("speaking_endings")))
    return known or (ends and nouns.isdisjoint(things))


def _is_counted(noun: Token) -> bool:
    """Whether a number tells how many they are: "two ministers", "16 of the victims"."""
    of = noun.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return any(c.dep_ == "nummod" for c in noun.children) or (of is not None and of.head.like_num)


def _is_quoted(noun: Token) -> bool:
    text = read_text(noun.doc)
    before = text[text.rfind("\n", 0, noun.idx) + 1 : noun.idx]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _find_phrase(noun: Token) -> Span:
    end = noun.right_edge.i + 1
    return noun.doc[noun.left_edge.i : end if end <= noun.i + 1 + _LONGEST else noun.i + 1]


def _name(counted: str, group: Source) -> str:
    """As in "one of two ministers", "another of the residents"; the group itself for "both"."""
    name = describe(group)
    if counted == _GROUP:
        return name
    first, _, rest = name.partition(" ")
    loose = first.lower() in _LOOSE and bool(rest)
    name = rest if loose else name
    known = first.lower() in _KNOWN or any(t.dep_ == "poss" for t in group.head.children)
    numbered = any(t.dep_ == "nummod" for t in group.head.children)
    known = known or numbered or group.head.lower_ in read_words("speaking_nouns") - {"people"}
    return f"{counted} of {name}" if known and not loose else f"{counted} of the {name}"
