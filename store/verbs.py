"""How something was said: denied, warned, admitted. Verbs of one meaning stand for each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from store.folding import fold

Values = dict[str, object]

_VOWELS = "aeiou"
_DOUBLED = {"admit", "commit", "rebut", "slam"}


def find_verb(word: str) -> str | None:
    """The lemma of a form that a group holds: `denied` is `deny`; None for other words.

    Nouns, too: `denials` is `deny`.
    """
    return _lemmas().get(fold(word))


def verb_condition(verb: str) -> tuple[str, str, Values]:
    """A full-text query, an SQL condition that a statement `a` was said so, and its values.

    Its sentence has such a verb, and the cue itself is one: the words of the cue are only
    looked at in what the full-text index gives.
    """
    forms = sorted(_alike(verb))
    match = " OR ".join(f'"{form}"' for form in forms)
    pattern = rf"(?i)\b(?:{'|'.join(map(re.escape, forms))})\b"
    return f"around : ({match})", _SAID_SO, {"verb_pattern": pattern}


_SAID_SO = """a.cue_start IS NOT NULL AND written(:verb_pattern, (
  SELECT substr(quoted.text, a.cue_start + 1, a.cue_end - a.cue_start)
  FROM articles AS quoted WHERE quoted.id = a.article_id
))"""


def inflect(lemma: str) -> Iterator[str]:
    """The forms of a regular verb."""
    yield lemma
    if lemma.endswith("e"):
        yield from (f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing")
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        yield from (f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing")
    elif lemma in _DOUBLED:
        yield from (f"{lemma}s", f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing")
    else:
        ending = "es" if lemma.endswith(("s", "sh", "ch", "x")) else "s"
        yield from (f"{lemma}{ending}", f"{lemma}ed", f"{lemma}ing")


def plural(noun: str) -> str:
    """Denials, apologies."""
    ends_in_y = noun.endswith("y") and noun[-2] not in _VOWELS
    return f"{noun[:-1]}ies" if ends_in_y else f"{noun}s"


_IRREGULAR = {
    "say": "said",
    "tell": "told",
    "find": "found",
    "foresee": "foresaw",
    "put": "put",
    "swear": "swore",
    "think": "thought",
}


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    lines = files("store").joinpath("verbs.txt").read_text("utf-8").splitlines()
    return tuple(tuple(line.split()) for line in lines if line and not line.startswith("#"))


@cache
def _lemmas() -> dict[str, str]:
    """Every form of every verb, and its lemma."""
    cues = {cue[:-2]: group[0] for group in _groups() for cue in group if cue[-2:] == ".n"}
    nouns = {form: verb for noun, verb in cues.items() for form in (noun, plural(noun))}
    verbs = {verb for group in _groups() for verb in group if not verb.endswith(".n")}
    return nouns | {form: verb for verb in sorted(verbs) for form in _forms(verb)}


def _alike(verb: str) -> set[str]:
    """The forms of all that mean the same: of the group that it names, or else of those with it."""
    named = [group for group in _groups() if group[0] == verb]
    holding = named or [group for group in _groups() if verb in group] or [(verb,)]
    return {form for group in holding for each in group for form in _forms(each)}


def _forms(verb: str) -> set[str]:
    noun = verb.removesuffix(".n")
    if noun != verb:
        return {noun, plural(noun)}
    return {*inflect(verb), _IRREGULAR.get(verb, verb)}
