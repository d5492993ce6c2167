"""Tells apart the bodies that every state has: Norland's Foreign Ministry, and Sudland's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from bot.language.known_names import places
from bot.language.names import Mention
from bot.language.wordlists import read_words

_JOINTS = frozenset({"and", "for", "of", "the"})
_HALVES = frozenset({"north", "south"})
"""What a state may be called that is one of two: "the North's army"."""
_STEM = 3
"""Letters that the names of a state and of those who live there have in common."""
_LONGEST = 3
"""Words of a state's name."""
_Name = tuple[str, ...]


def tell_owners(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions; of the bodies that several states have, those of each with its owner.

    One of which the text does not tell whose it is counts as that of the state named last.
    """
    told = {n: parts for n, each in enumerate(mentions) if (parts := _part_owner(doc, each))}
    owners: defaultdict[_Name, list[str]] = defaultdict(list)
    for owner, name in told.values():
        if owner and not any(is_same_owner(owner, other) for other in owners[name]):
            owners[name].append(owner)
    mended, last = list(mentions), dict[_Name, str]()
    for n, (owner, name) in told.items():
        if len(owners[name]) > 1:
            same = (other for other in owners[name] if is_same_owner(owner, other))
            last[name] = next(same, last.get(name, owners[name][0]))
            mended[n] = replace(mentions[n], words=(f"{last[name]}'s", *name), owner=last[name])
    return mended


def _part_owner(doc: Doc, mention: Mention) -> tuple[str, _Name] | None:
    """Whose body a name tells of, "" if it does not tell, and the name without; None for others."""
    if mention.kind != "organisation":
        return None
    words = [word.removesuffix("'s").removesuffix("’s") for word in mention.words]
    ends = range(min(_LONGEST, len(words) - 1), 0, -1)
    begin = next((n for n in ends if is_owner(" ".join(words[:n]))), 0)
    name = tuple(words[begin:])
    if len(name) == 1 or not _is_of_states(name):
        return None
    before = doc[max(0, mention.start - _LONGEST - 1) : mention.start]
    return " ".join(words[:begin]) or find_possessor(before), name


def _is_of_states(name: Iterable[str]) -> bool:
    known = read_words("state_body_words", "department_words") | _JOINTS
    return all(word in known for word in name)


def is_of_another(description: Span, name: str) -> bool:
    """Whether a body's name tells that another state has it than a description tells.

    "Norland's defence ministry" is not the Defence Ministry of Sudland.
    """
    marks = (n for n, token in enumerate(description, 1) if token.tag_ == "POS")
    told = find_possessor(description[: next(marks, 0)])
    words = [word.removesuffix("'s").removesuffix("’s") for word in name.lower().split()]
    held = [word for word in words if is_owner(word)]
    return bool(told and held) and not any(is_same_owner(told, owner) for owner in held)


def is_owner(words: str) -> bool:
    """Whether words name a state, or those who live there: "norland", "norlandic"."""
    return words in places() or words in read_words("demonyms") or words in _HALVES


def find_possessor(before: Span) -> str:
    """The state that owns what stands behind these words: "Norland" of "Norland's"."""
    if not len(before) or before[-1].tag_ != "POS":
        return ""
    named = [token.lower_ for token in before[:-1]]
    owners = (" ".join(named[n:]) for n in range(len(named)))
    return next((owner for owner in owners if is_owner(owner)), "")


def is_same_owner(one: str, other: str) -> bool:
    """Whether two words tell of one state: "Norland" and "Norlandic"."""
    demonyms = read_words("demonyms")
    alike = one[:_STEM] == other[:_STEM] and (one in demonyms) != (other in demonyms)
    return one == other or alike
