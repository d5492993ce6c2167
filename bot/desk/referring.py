"""Words of a follow-up that refer to whom the question before named: "his lawyer", "about him"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.desk.question_slots import SEVERAL, find_role, is_office
from store.folding import fold
from store.gazetteer import find_owner, is_adjective
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
_ONE = re.compile(r"(?:(?:the|an?) )?(?P<whose>\w[\w' -]*?)(?P<one> ones?|'s)", re.IGNORECASE)
_ABOUT_THEM = re.compile(r"(?:what |anything )?(?:about|on) (?:him|her|them)", re.IGNORECASE)
_HE_SAID = re.compile(
    r"(?:\w+ ){1,2}(?P<who>he|she|it|they)\b(?:.* (?:him|her|it|them)\b.*"
    r"|(?: ever)? (?:say|said|saying))",
    re.IGNORECASE,
)
_IN_TURN = re.compile(
    r"(?:(?:and|how|what) )*(?:did|has|have) (?:he|she|it|they)(?: ever)?"
    r" (?:(?:say|said)(?: anything| something)? (?:back|in (?:reply|response|return|turn))"
    r"|answer(?:ed)?|respond(?:ed)?|repl(?:y|ied)|react(?:ed)?|hit back|fire back)"
    r"|(?:and )?(?:his|her|its|their) (?:response|reply|answer|reaction)s?"
    r"|(?:and )?(?:vice versa|the (?:reverse|other way (?:a?round|about)))",
    re.IGNORECASE,
)
"""Asks for the words of the other one, whoever of both is meant."""
_BODIES = re.compile(
    r"(?:\w+ )?(?:office|party|team|company|firm|family|families|campaign|union|club|department"
    r"|military|army|navy|police|mission|parliament|ministry|side|camp|government|bank|embassy)",
    re.IGNORECASE,
)
"""What speaks for somebody."""


def name_owner(before: Reading, words: str, known: Known) -> str:
    """With the name of whoever was asked for or about: of "his lawyer" "Kirby's lawyer"."""
    about = before.topic or ""
    owner = _name_theirs(before.speaker or "") or (about if fold(about) in known.people else "")
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


def _name_theirs(speaker: str) -> str:
    """Whom "her" means after "Roe's lawyer": Roe; else who was asked for."""
    owned = _OWNED.fullmatch(speaker)
    return owned["owner"] if owned and is_office(owned["owned"]) else speaker


def name_one(before: Reading, words: str, known: Known) -> str:
    """With the office or the group asked for in place of "one": of "the Polish one" the minister.

    A name or a state tells which: "the direct ones" are no speakers.
    """
    found = _ONE.fullmatch(words)
    what = _name_what(before) if found else ""
    if not (found and what) or not _may_own(found["whose"], known):
        return words
    return f"{found['whose']}{found['one'].partition(' ')[0]} {what}"


def _may_own(name: str, known: Known) -> bool:
    folded = fold(name)
    owner = find_owner(tuple(folded.split()))
    state = owner is not None and owner[1] == len(folded.split())
    return state or is_adjective(name) or folded in known.names


def _name_what(before: Reading) -> str:
    """What those are who were asked for, without whose they are: "sports minister"."""
    if before.role:
        return before.role
    asked = _OWNED.fullmatch(before.speaker or "")
    office = asked["owned"] if asked else before.speaker or ""
    code_and_length = find_owner(tuple(fold(office).split()))
    bare = " ".join(office.split()[code_and_length[1] :]) if code_and_length else office
    return bare if is_office(bare) else ""


def ask_instead(before: Reading, changed: Reading) -> Reading | None:
    """With the new topic as who speaks on the old one: "and Labour?", after a minister.

    None where another thing changed than the topic of somebody who was asked for.
    """
    if not (changed.speaker or changed.role) or not before.topic or changed.and_about:
        return None
    if (changed.speaker, changed.role) != (before.speaker, before.role) or changed.verb:
        return None
    if changed.topic in (None, before.topic):
        return None
    return replace(
        changed, topic=before.topic, and_about=before.and_about, speaker=changed.topic, role=None
    )


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


def turn_round(
    before: Reading, changed: Reading | None, words: str, known: Known
) -> Reading | None:
    """What the one asked about said of the one asked for: "and what did he say about her?".

    Args:
        before: The question before.
        changed: How this one is read as one about the same speaker.
        words: This one, without its limits.
        known: What the archive knows of the names of both.
    """
    one, other = before.speaker or before.role, before.topic
    if not one or not other or before.and_about:
        return changed
    role = find_role(other, known)
    may = fold(other) in known.people | known.bodies or role is not None
    if not may or not _asks_for_other(before, changed, words, known):
        return changed
    kept = changed if changed and not _IN_TURN.fullmatch(words) else before
    return replace(kept, speaker=None if role else other, role=role, topic=one, verb=None)


def _asks_for_other(before: Reading, changed: Reading | None, words: str, known: Known) -> bool:
    """Whether nobody but the one asked about can be meant, or it were the same question again."""
    said = _HE_SAID.fullmatch(words)
    if said is None:
        return bool(_IN_TURN.fullmatch(words))
    who, one, other = said["who"].lower(), before.speaker or before.role or "", before.topic or ""
    return changed == before or _must_be(who, one, other, known)


def _must_be(pronoun: str, one: str, other: str, known: Known) -> bool:
    """Whether a pronoun cannot mean the one who spoke, but the other."""
    persons = [fold(name) in known.people for name in (one, other)]
    return persons == ([False, True] if pronoun in ("he", "she") else [True, False])
