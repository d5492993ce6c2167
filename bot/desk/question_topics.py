"""What a question is about, as its words give it: cleaned, and each topic for itself."""

from __future__ import annotations

import re

from bot.desk import question_forms as forms
from bot.desk.question_slots import (
    LINKS,
    LONGEST_NAME,
    is_known,
    may_speak,
    person_nouns,
    short_titles,
    split_at,
    strip_marks,
    without_titles,
)
from store.folding import fold
from store.names import Known
from store.words import stopwords

_JOINT = re.compile(
    r",? (?:and(?: also)?|&|\+|plus|as well as) |, "
    r"|(?<=\") (?:(?:in|from) (?:any|some|every)thing )?(?:about|on|regarding|re) ",
    re.IGNORECASE,
)
_HIM = re.compile(
    r"^(?:it|him|her|them|this|that|he|she|they)(?: (?:as|was|is|were|are))?(?: (?=[\"\w])|$)",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"^(?:what|anything|something|so|that)$")
_BEFORE = re.compile(r"^(?:the|an?|any|both|his|her|its|their) (?=\S)", re.IGNORECASE)
_MATTER = re.compile(rf"^{forms.MATTERS} (?:the |an? )?(?=\S)", re.IGNORECASE)
_AGAIN = re.compile(r"^(?:about|on|over|regarding|re) (?=\S)", re.IGNORECASE)
"""Said again before a further topic: "on Malawi and on the talks"."""
_CLAUSE = re.compile(r"(?:how|why|what|whether|when|where|who|if) ", re.IGNORECASE)
_SAINT = re.compile(r"st\.? ", re.IGNORECASE)
_BEHIND = (LINKS - {"the", "and"}) | {"after", "before", "during", "since", "until", "under", "as"}
"""What may follow a name that a longer topic has."""


def clean_topic(words: str) -> str | None:
    """The plain words; quotation marks stay where they hold several words together."""
    if not fold(words):
        return None
    words = strip_marks(re.sub(r'"([^" ]*)"', r"\1", words))
    words = _MATTER.sub("", _BEFORE.sub("", words))
    bare = _BEFORE.sub("", _HIM.sub("", _NOTHING.sub("", words)))
    return bare or (None if words.islower() else words) or None


def split_topics(topic: str, known: Known) -> list[str]:
    """The topics of "X and Y"; an "and" within a name or a quoted phrase parts nothing."""
    parts = split_at(_JOINT, topic, known)
    cleaned = [clean for part in parts if (clean := clean_topic(_AGAIN.sub("", part)))]
    bare = [_without_title(part, known) for part in cleaned]
    return [each for part in bare for each in _part_names(part, known)]


def _without_title(topic: str, known: Known) -> str:
    """A person's name as articles have it: "Mayor Halloran"; a title that tells two apart stays."""
    name = without_titles(topic, known)
    one = fold(name) in known.people and fold(name) not in known.shared
    return name if one and not _SAINT.match(topic) else topic


def _part_names(topic: str, known: Known) -> list[str]:
    """A topic and the name in it as two: "truce in Teveria" speaks of a truce, and of Teveria."""
    if '"' in topic or is_known(topic, known) or _CLAUSE.match(topic):
        return [topic]
    words = topic.split()
    for length in range(min(len(words) - 1, LONGEST_NAME), 0, -1):
        for first in range(len(words) - length + 1):
            name = " ".join(words[first : first + length])
            before, behind = words[:first], words[first + length :]
            rest = _without_links(before, behind)
            tied = _is_tied(name, before, behind) and is_known(name, known)
            if tied and not _says_nothing(rest):
                return [*_part_names(rest, known), re.sub(r"'s?$", "", name)]
    return [topic]


def _says_nothing(words: str) -> bool:
    """Whether they are no topic: "what he said"."""
    return all(word in stopwords() for word in fold(words).split())


def _is_tied(name: str, before: list[str], behind: list[str]) -> bool:
    """Whether "of", "in" or the like tie it to its topic, or it owns it: not "Wagner Group".

    Nor what stands before the noun that it says more of: "closure of the Drovenia branches";
    nor a part of a longer name: "St. Brendan's".
    """
    if before and _is_named_on(before[-1]):
        return False
    while before and before[-1].lower() in person_nouns():
        before = before[:-1]
    if before[-1:] == ["of"] and any(one.istitle() and may_speak(one) for one in before[-2:-1]):
        return False  # of the Bank of England
    beside = {word.lower() for word in (*before[-1:], *behind[:1])}
    whole = name[0].isupper() and not name.endswith(" and")
    owns = name.endswith(("'s", "s'"))
    if before and behind and not owns and behind[0].lower() not in _BEHIND:
        return False
    return whole and (owns or bool(beside & LINKS))


def _is_named_on(word: str) -> bool:
    """Whether a name begins with it, and not only behind it: no title, and no possessive."""
    plain = word.strip(".").lower()
    titles = person_nouns() | short_titles() - {"st"}
    return word[:1].isupper() and not word.endswith(("'s", "s'", ",")) and plain not in titles


def _without_links(before: list[str], behind: list[str]) -> str:
    """The words beside a name, without what ties them to it: "of", "Mayor"."""
    while before and before[-1].lower() in person_nouns():
        before = before[:-1]
    while before and before[-1].lower() in LINKS:
        before = before[:-1]
    while behind and not before and behind[0].lower() in LINKS:
        behind = behind[1:]
    return " ".join([*before, *behind])
