"""Words of a follow-up that refer to whom the question before named: "his lawyer", "about him"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.desk.question_slots import SEVERAL, find_role, is_office
from store.folding import fold
from store.names import Known
from store.records import Reading

_THEIR = re.compile(
    r"(?:^|(?<=\bdid )|(?<=\bha[sd] )|(?<=\bhave )|(?<=\bdoes )|(?<=\bfrom )|(?<=\bby ))"
    r"(?:his|her|their|its) (?P<owned>(?!own\b)\w[\w -]*)",
    re.IGNORECASE,
)
"""Where one who speaks stands, not in what "he said about his lawyer"."""
_LONGEST = 4
"""Words of "former chief of staff", of which one tells that somebody is meant."""
_OWNED = re.compile(r"(?:the )?(?P<owner>\S.*?)(?:'s|s') (?P<owned>.+)", re.IGNORECASE)
_ABOUT_THEM = re.compile(r"(?:what |anything )?(?:about|on) (?:him|her|them)", re.IGNORECASE)
_BODIES = re.compile(
    r"(?:\w+ )?(?:office|party|team|company|firm|family|families|campaign|union|club|department"
    r"|ministry|side|camp|government|bank|embassy)",
    re.IGNORECASE,
)
"""What speaks for somebody."""


def name_owner(before: Reading, words: str, known: Known) -> str:
    """With the name of whoever was asked for or about: of "his lawyer" "Kirby's lawyer"."""
    about = before.topic or ""
    owner = before.speaker or (about if fold(about) in known.people else "")
    found = _THEIR.search(words)
    if found is None or not owner or SEVERAL.search(owner):
        return words
    first = found["owned"].split()[:_LONGEST]
    runs = [" ".join(first[:length]) for length in range(1, len(first) + 1)]
    if any(find_role(run, known) for run in runs):  # who all her ministers are nothing tells
        return f"{words[: found.start()]}{words[found.start('owned') :]}"
    if not any(_speaks(run, known) for run in runs):
        return words
    whose = f"{owner}'" if owner.endswith("s") else f"{owner}'s"
    return f"{words[: found.start()]}{whose} {words[found.start('owned') :]}"


def speaks_for_them(words: str, known: Known) -> bool:
    """Whether it is "his lawyer" or the like, whoever he is."""
    found = _THEIR.fullmatch(words)
    return found is not None and _speaks(found["owned"], known)


def is_owned_speaker(words: str, known: Known) -> bool:
    """Whether it is somebody's lawyer, office or the like."""
    owned = _OWNED.fullmatch(words)
    return owned is not None and _speaks(owned["owned"], known)


def _speaks(who: str, known: Known) -> bool:
    return is_office(who) or bool(_BODIES.fullmatch(who)) or find_role(who, known) is not None


def ask_about(before: Reading, words: str) -> Reading | None:
    """What everybody said about the one asked for: "and about him?"."""
    if before.speaker and _ABOUT_THEM.fullmatch(words):
        return replace(before, topic=before.speaker, and_about=(), speaker=None, verb=None)
    return None
