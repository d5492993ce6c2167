"""Names for the complements of a cue and for its frame, as the lexicon counts them."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.frames import Frame
from bot.language.hung_clauses import Slot

FINITE = frozenset({"that", "bare", "wh"})
CLAUSES = FINITE | {"objinf", "inf", "ing"}
_BY_WEIGHT = ("that", "bare", "wh", "objinf", "inf", "ing")
_PREPOSITIONS = frozenset(
    {"about", "against", "as", "at", "for", "from", "in", "into", "like", "of", "on", "over"}
    | {"to", "toward", "with"}
)
_TIMES = frozenset({"DATE", "TIME"})
_NEVER_WHEN = frozenset({"p:as", "p:of"})


def name_slots(frame: Frame) -> list[str]:
    """Each complement by its name and company: an object beside a clause is who was told.

    Beside an infinitive it is who shall do what it says: "asked | him to leave".
    """
    present = {slot.name for slot in frame.slots}
    clause = "&clause" if present & FINITE else "&inf" if present & CLAUSES else ""
    return [
        _name_slot(slot, frame, clause=clause, object_="obj" in present) for slot in frame.slots
    ]


def _name_slot(slot: Slot, frame: Frame, *, clause: str, object_: bool) -> str:
    name = slot.name
    if name.startswith("p:"):
        name = _name_preposition(slot)
        if object_:
            name += "&obj"
    if clause and (name != slot.name or name in {"obj", "dat"}):
        name += clause
    if slot.head.i < frame.cue.i and name.startswith("p:"):
        name += "&before"
    return "pass/" + name if frame.passive else name


def _name_preposition(slot: Slot) -> str:
    objects = [child for child in slot.head.children if child.dep_ == "pobj"]
    quoted = slot.head.nbor(1).tag_ == "``" if objects else False  # "for | “years of neglect”"
    measured = quoted or (bool(objects) and _measures(slot.name, objects[0]))
    if objects and objects[0].ent_type_ in _TIMES and not measured:
        return slot.name + "/time"
    return slot.name


def _measures(name: str, time: Token) -> bool:
    """Whether a time tells what a thing is: "as “two hours of fog”", "blamed it on years of"."""
    full = any(child.lower_ == "of" for child in time.children)
    return name in _NEVER_WHEN or (name == "p:on" and full)


def name_shape(names: list[str], *, passive: bool) -> str:
    """The frame by what tells most about it: a clause, else an object, else a preposition."""
    clause = next((each for each in _BY_WEIGHT if each in names), "")
    return ("pass/" if passive else "") + (clause or _name_phrases(names))


def _name_phrases(names: list[str]) -> str:
    plain = sorted({name for name in names if not name.startswith("p:")})
    prepositions = [name for name in names if name.startswith("p:")]
    if "pred" in plain or "small" in plain or not prepositions:
        return "+".join(plain)
    first = prepositions[0] if prepositions[0][2:] in _PREPOSITIONS else "p:other"
    return "+".join([*plain, first])
