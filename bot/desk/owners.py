"""Whose lawyer "his lawyer" is: of whoever the question before asked for."""

from __future__ import annotations

import re

from bot.desk.question_slots import find_role, is_office
from store.folding import fold
from store.names import Known
from store.records import Reading

_THEIRS = re.compile(
    r"(?P<before>^|\b(?:did|has|have|does|do|is|are|was|from|by) )(?:his|her|its|their) "
    r"(?P<words>(?:[\w-]+ ){0,3}[\w-]+)",
    re.IGNORECASE,
)


def is_owned_office(words: str) -> bool:
    """Whether they mean somebody by an office or as kin of another: "Roe's lawyer"."""
    owner, _, office = words.strip(" ?").partition("'s ")
    return bool(owner) and is_office(office) and office.islower()


def name_owner(words: str, before: Reading, known: Known) -> str:
    """The words of a question, with a name in place of "his" before an office.

    Args:
        words: "his lawyer", "what did her coach say".
        before: The question before, whose speaker is meant, or the person that it is about.
        known: What the archive knows of its words.
    """
    owner, theirs = _find_owner(before, known), _THEIRS.search(words)
    if not owner or not theirs or not _begins_with_office(theirs["words"], known):
        return words
    return f"{words[: theirs.start()]}{theirs['before']}{owner}'s {words[theirs.start('words') :]}"


def _find_owner(before: Reading, known: Known) -> str:
    topic = before.topic or ""
    return before.speaker or (topic if fold(topic) in known.people else "")


def _begins_with_office(words: str, known: Known) -> bool:
    """Whether somebody's office or kin stands first in the words: "lawyer say", "press officer"."""
    plain = words.split()
    runs = (" ".join(plain[:length]) for length in range(1, len(plain) + 1))
    return any(is_office(run) or find_role(run, known) is not None for run in runs)
