"""Whose officer somebody may be where no words beside their name tell it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from store.bodies import seat_name
from store.folding import fold
from store.gazetteer import find_seat
from store.introductions import NamedBody
from store.lists import read_words
from store.named import Named
from store.offices import has_office


def find_called_short(bodies: Sequence[NamedBody], role: str) -> int | None:
    """The only body that a role may mean by the last word of its name: "Commission spokesman"."""
    short, _, office = role.partition(" ")
    if not (office and short[:1].isupper() and has_office(office)):
        return None
    found = {body.entity for body in bodies if body.name.endswith(f" {fold(short)}")}
    return found.pop() if len(found) == 1 else None


def may_head(named: Named, person: int, owner: int | None, asked: Collection[int]) -> bool:
    """Whether nobody else's, and no other seat of power is named nearer to them than one asked for.

    "The president" of an article on Moscow and Washington may be either's.
    """
    seats = [body for body in named.bodies if _is_seat(body.name)]
    own = {find_seat(body.name) for body in seats if body.entity in asked}
    places = named.people.get(person)
    if owner is not None or not (own and places):
        return owner is None
    at = places[0][0]
    return find_seat(min(seats, key=lambda seat: abs(seat.start - at)).name) in own


def _is_seat(name: str) -> bool:
    return bool(name) and seat_name(name) in read_words("bodies", "chief_seats")
