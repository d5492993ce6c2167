"""Whose statements a speaker's name means: their own, and those of an organisation's people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlite_utils import Database

from store.asked_names import find_all_names, find_meant
from store.called_by_kind import name_of_kind
from store.folding import fold
from store.framed import find_framed
from store.gazetteer import find_adjectives
from store.holders import Pairs, find_holders
from store.kept import keep
from store.labels import label_speakers, labelled, speaker_label
from store.lists import read_words
from store.officers import find_officers
from store.parts import find_parts
from store.powers import (
    find_speaking,
    find_states,
    leave_guests,
    leave_others,
    write_no_others,
)
from store.records import Audience
from store.role_patterns import match_name, write_people, write_turned
from store.roles import match_group_of, match_office, match_title
from store.seats import find_names, find_states_through, find_through, write_heads
from store.speakers import find_called, find_exactly, find_named
from store.state_offices import match_state_office, split_office
from store.theirs import find_described, find_persons, find_theirs
from store.words import all_of, side_by_side

_MOST_IDS = 300
_LONGEST_OFFICE, _LONGEST_CALLED, _LONGEST = 4, 10, 30
"""Words of an office, and of one with whose it is: longer ones are read by their last word, and
the longest not at all."""
_SEVERAL = re.compile(r" (?:and|or) ")
_OFFICE_OF = re.compile(r"(?P<office>.+?) (?:of|at|for|from) (?:the )?(?P<body>.+)")


@dataclass(frozen=True, slots=True)
class Voices:
    """Who is meant."""

    ids: frozenset[int]
    """The entities that are called so."""
    match: str
    """A full-text query for their statements; empty where there is nobody."""
    people: str | None = None
    """A pattern for the roles of those who speak for an organisation; the query finds more."""
    officers: tuple[tuple[int, int], ...] = ()
    """Persons who speak for it in one article each, by their office alone."""
    many: bool = False
    """So many that the query would be too long: only `ids` tells whose statements are meant."""


NOBODY = Voices(frozenset(), "")


def find_voices(db: Database, called: str, audience: Audience) -> Voices:
    """Those who are called so; several joined by "and" each for themselves."""
    key = ("voices", called, audience)
    return keep(db, key, lambda: _find_all(db, fold(called), audience))


def add_voices(voices: Voices, others: frozenset[int]) -> Voices:
    """Also what these say."""
    match = " OR ".join(filter(None, (voices.match, label_speakers(others))))
    return replace(voices, ids=voices.ids | others, match=match)


def _find_all(db: Database, called: str, audience: Audience) -> Voices:
    parts = _SEVERAL.split(called)
    if also := find_meant(db, called, audience):
        return _join([_find_one(db, name, audience) for name in also])
    if len(parts) == 1 or _is_one(db, called, audience):
        return _find_one(db, called, audience)
    return _join([_find_one(db, part, audience) for part in parts])


def _is_one(db: Database, called: str, audience: Audience) -> bool:
    """Whether a name or an office has an "and" in it: the trade and industry secretary."""
    match = f"{{speaker_role speaker_name}} : ({side_by_side(called)})"
    return bool(find_called(db, called, audience)) or _is_found(db, match)


def _join(voices: list[Voices]) -> Voices:
    """All of them; by their roles only where everybody else is known by name."""
    ids = frozenset().union(*(each.ids for each in voices))
    if any(each.many for each in voices):
        return Voices(ids, "", many=True)
    match = " OR ".join(f"({each.match})" for each in voices if each.match)
    patterns = [each.people for each in voices if each.people is not None]
    by_office = any(each.people is None and not each.ids for each in voices)
    people = "|".join(patterns) if patterns and not by_office else None
    officers = tuple(officer for each in voices for officer in each.officers)
    return Voices(ids, match, people, officers)


def _find_one(db: Database, called: str, audience: Audience) -> Voices:
    """Those who are called so; where that is no person, also those whose role names it.

    The White House speaks through its spokesman, and "officials" have no other name. A state
    speaks through its government.
    """
    called_so = leave_guests(db, called, find_named(db, called, audience))
    called_so = leave_others(db, called, called_so)
    called_so |= find_exactly(db, find_names(called), audience)
    own_parts = find_parts(db, called, audience)
    named = called_so | find_speaking(db, called) | own_parts
    people = set(named.values()) == {"person"}
    if people and len(named) > _MOST_IDS:
        return Voices(frozenset(named), "", many=True)
    if people:
        return Voices(frozenset(named), label_speakers(named))
    as_called = _find_in_roles(db, called, named, audience)
    if not named:
        as_called = _add_known(db, audience, as_called)
        framed = _add_framed(db, called, audience, as_called)
        framed = framed or _add_office_of_state(db, called, audience, as_called)
        return framed or _find_holder(db, called, audience, as_called)
    bodies = {each for each, kind in (called_so | own_parts).items() if kind != "person"}
    found = _add_officers(db, called, audience, as_called, bodies)
    return _add_framed(db, called, audience, found) or found


def _find_in_roles(db: Database, called: str, named: dict[int, str], audience: Audience) -> Voices:
    """Those named, and those whose role has one of the names, as articles write it."""
    names, people_of = find_all_names(db, called, named, audience), find_adjectives(called)
    ways = [*map(match_name, names), *map(all_of, find_through(called))]
    ways += [side_by_side(people) for people in people_of]
    parts = [f"{{speaker_role speaker_name}} : ({way})" for way in ways]
    match = " OR ".join(filter(None, [label_speakers(named), *parts]))
    spoken = find_states_through(called)
    people = write_people(names, spoken, people_of, office=not named)
    return Voices(frozenset(named), match, write_no_others(called, people))


def _add_framed(db: Database, called: str, audience: Audience, as_called: Voices) -> Voices | None:
    """Also those who speak where articles have begun with the state; None if nobody does."""
    pairs = find_framed(db, called, audience)
    if not pairs or as_called.people is None:
        return None
    theirs = labelled(map(speaker_label, sorted({speaker for speaker, _ in pairs})))
    match = " OR ".join(filter(None, (as_called.match, theirs)))
    return replace(as_called, match=match, officers=(*as_called.officers, *pairs))


def _add_office_of_state(
    db: Database, called: str, audience: Audience, as_called: Voices
) -> Voices | None:
    """Also those who hold an office by what articles tell of whose it is; None if nobody does."""
    names, office = split_office(called) or ((), "")
    state = _join([find_voices(db, name, audience) for name in names])
    if state.people is None or not state.match:
        return None
    match = f"({match_state_office(office)}) AND ({state.match})"
    if not _is_found(db, match):
        return None
    people = f"{as_called.people}|{state.people}"
    match = " OR ".join(filter(None, (as_called.match, f"({match})")))
    return replace(as_called, match=match, people=people, officers=state.officers)


def _add_officers(
    db: Database, called: str, audience: Audience, as_called: Voices, bodies: set[int]
) -> Voices:
    """Also those who speak for the bodies by an office alone, or head them."""
    states, titles = find_states(db, called, unions=False), write_heads(called)
    bodies = bodies - states
    if union := find_states(db, called, unions=True):  # which no article is mainly on
        states, bodies = states | bodies | union, set()
    officers = find_officers(db, bodies, audience, titles, states)
    parts, people = [as_called.match, *filter(None, [officers.match])], as_called.people
    if officers.heads:
        parts.append(labelled(map(speaker_label, sorted(officers.heads))))
        people = f"{people}|{titles}"
    found = replace(as_called, match=" OR ".join(parts), people=people, officers=officers.pairs)
    return _add_known(db, audience, found, officers.told)


def _add_known(db: Database, audience: Audience, as_called: Voices, told: Pairs = ()) -> Voices:
    """Also those whom other articles call so, or tell to be of it, where one gives their name."""
    if not as_called.match or as_called.people is None:
        return as_called
    holders = find_holders(db, as_called.match, as_called.people, audience, told)
    if not holders:
        return as_called
    people = labelled(speaker_label(person) for person in sorted({one for one, _ in holders}))
    match = f"{as_called.match} OR {people}"
    return replace(as_called, match=match, officers=(*as_called.officers, *holders))


def _find_holder(db: Database, called: str, audience: Audience, as_called: Voices) -> Voices:
    """Who holds an office of a body, where no role says it in the same words.

    "The boss of Severnmead" is its chief executive.
    """
    if title := match_title(called):
        match = f"({as_called.match} OR {title}) NOT {{speaker_role speaker_name}} : former"
        return Voices(frozenset(), match)
    if not as_called.match or _is_found(db, as_called.match):
        return as_called
    if match := match_group_of(called):
        return Voices(frozenset(), match)
    if turned := write_turned(called):
        return Voices(frozenset(), f"{{speaker_role speaker_name}} : ({all_of(called)})", turned)
    if name := name_of_kind(db, called, audience):
        return find_voices(db, name, audience)
    return _find_in_office(db, called, audience) or as_called


def _find_in_office(db: Database, called: str, audience: Audience) -> Voices | None:
    """Who holds an office of a body, or of a person whom an article names."""
    for office, name in _read_office(db, called, audience):
        if _is_part_of_office(db, office, name, audience):
            continue
        body = find_voices(db, name, audience)
        if theirs := _find_theirs(db, name, body, office, audience):
            return Voices(theirs, label_speakers(theirs))
        if body.people is not None and body.ids:
            match = f"({match_office(office)}) AND ({body.match})"
            return Voices(frozenset(), match, body.people, body.officers)
    return None


def _is_part_of_office(db: Database, office: str, name: str, audience: Audience) -> bool:
    """Whether it is the end of an office that somebody holds: the chief of a police chief."""
    held = f"{name.rpartition(' ')[2]} {office}"
    longer = held in read_words("state_offices", "compound") or holds_office(db, held)
    return " " in name and longer and not find_exactly(db, [name], audience)


def _find_theirs(
    db: Database, name: str, owner: Voices, office: str, audience: Audience
) -> frozenset[int]:
    """Who is that to a person, named or described: Roe's lawyer, the swimmer's coach."""
    owners = owner.ids if owner.people is None else frozenset[int]()
    if not owner.ids and owner.match:
        owners = frozenset(find_persons(db, owner.match, audience))
    if not owners and not owner.ids and " " not in name:
        owners = find_described(db, name, office, audience)
    return find_theirs(db, owners, office, audience) if owners else frozenset()


def holds_office(db: Database, office: str) -> bool:
    """Whether anybody's role has these words."""
    return _is_found(db, f"speaker_role : ({side_by_side(office)})")


def _is_found(db: Database, match: str) -> bool:
    sql = "SELECT EXISTS (SELECT 1 FROM attributions_fts WHERE attributions_fts MATCH ?)"
    return bool(db.execute(sql, [match]).fetchone()[0])


def _read_office(db: Database, called: str, audience: Audience) -> Iterator[tuple[str, str]]:
    """The ways to read an office and whose it is: of "Velmara's chief medical officer", say."""
    if parts := _OFFICE_OF.fullmatch(called):
        yield parts["office"], parts["body"]
        return
    words = called.split()
    if len(words) > _LONGEST:
        return
    most = _LONGEST_OFFICE if len(words) <= _LONGEST_CALLED else 1
    for count in range(1, min(most, len(words) - 1) + 1):
        owner, office = " ".join(words[:-count]), " ".join(words[-count:])
        if count == 1 or find_named(db, owner, audience):
            yield office, owner
