"""Who is who, at the desk: find people, show what one said, merge, split and undo.

All of it takes names or numbers as people write them, and answers only with what the
audience may see; a name that could be several persons is an error that lists them.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.desk import Desk
from bot.errors import PeopleError
from store.joins import load_joins
from store.merges import load_decisions, merge_entities, split_articles, undo_decision
from store.names import nearest_names
from store.people import find_exactly, find_people, load_people
from store.profiles import load_profile
from store.records import Audience
from store.who import Decision, Join, Maker, Person, Profile

_MOST_CHOICES = 8


def list_people(desk: Desk, words: str, audience: Audience, *, limit: int = 20) -> list[Person]:
    """Those who are called so, who said most first; all who said something, for no words.

    Raises:
        PeopleError: nobody is called so; it names those who nearly are.
    """
    found = find_people(desk.store.db, words, audience, limit=limit)
    if not found and words.strip():
        raise _unknown(desk, words, audience)
    return found


def pick_person(desk: Desk, words: str, audience: Audience) -> Person:
    """The one whom a name or number means.

    Raises:
        PeopleError: nobody, or several; then it lists them with their roles and numbers.
    """
    found = find_exactly(desk.store.db, words, audience)
    if not found:
        raise _unknown(desk, words, audience)
    if len(found) > 1:
        listed = "; ".join(map(describe_person, found[:_MOST_CHOICES]))
        more = f"; and {len(found) - _MOST_CHOICES} more" if len(found) > _MOST_CHOICES else ""
        raise PeopleError(f"“{words}” could be several: {listed}{more}.", "Ask with the number.")
    return found[0]


def show_person(desk: Desk, words: str, audience: Audience) -> Profile:
    """Everything that one person said, by topic, newest first, and where the words differ."""
    return load_profile(desk.store.db, pick_person(desk, words, audience), audience)


def merge_people(
    desk: Desk, kept: str, other: str, audience: Audience, maker: Maker
) -> tuple[Decision, Person]:
    """Make two persons one, by hand; the decision, and who they are now."""
    one, two = (pick_person(desk, words, audience) for words in (kept, other))
    number = merge_entities(desk.store.db, one.id, two.id, maker)
    return _decided(desk, number), _again(desk, one.id, audience)


def split_person(
    desk: Desk, words: str, articles: Sequence[str], audience: Audience, maker: Maker
) -> tuple[Decision, Person]:
    """Make whom these articles name somebody else; articles by number or link.

    Raises:
        PeopleError: one of the articles does not name the person, as far as may be seen.
    """
    db = desk.store.db
    person = pick_person(desk, words, audience)
    known = load_profile(db, person, audience).articles
    chosen = {
        ref.id: wanted
        for wanted in articles
        for ref, _ in known
        if wanted in (str(ref.id), ref.url)
    }
    if missing := set(articles) - set(chosen.values()):
        raise PeopleError(
            f"{person.name} is not named in {', '.join(sorted(missing))}.",
            "`onrecord people show` lists the articles with their numbers.",
        )
    number = split_articles(db, person.id, list(chosen), maker)
    return _decided(desk, number), _again(desk, person.id, audience)


def undo(desk: Desk, number: int, audience: Audience, maker: Maker) -> Decision:
    """Take a decision back.

    Raises:
        PeopleError: there is none of this number that may be seen, or it was undone already.
    """
    if not _seen(desk, load_decisions(desk.store.db, number), audience):
        raise PeopleError(f"There is no decision {number}.", "`onrecord people merges` lists them.")
    return undo_decision(desk.store.db, number, maker)


def list_decisions(desk: Desk, audience: Audience, *, limit: int = 50) -> list[Decision]:
    """What was decided by hand, newest first, about those whom the audience may see."""
    return _seen(desk, load_decisions(desk.store.db, limit=limit), audience)


def list_joins(desk: Desk, audience: Audience, *, limit: int = 50) -> list[Join]:
    """What the machine took for one under another name, newest first."""
    return load_joins(desk.store.db, audience, limit=limit)


def describe_person(person: Person) -> str:
    """`12 John Smith, US senator (3 statements)`: what tells namesakes apart."""
    role = f", {person.roles[0].role}" if person.roles else ""
    plural = "" if person.statements == 1 else "s"
    return f"{person.id} {person.name}{role} ({person.statements} statement{plural})"


def _seen(desk: Desk, made: list[Decision], audience: Audience) -> list[Decision]:
    if audience.team is None:
        return made
    people = load_people(desk.store.db, {each.kept_id for each in made}, audience)
    seen = {each.id: each for each in people}
    return [
        each
        for each in made
        if (person := seen.get(each.kept_id))
        and {each.kept_name, each.other_name} <= {person.name, *person.aliases}
    ]


def _unknown(desk: Desk, words: str, audience: Audience) -> PeopleError:
    near = nearest_names(desk.store.db, words, audience)
    hint = f"Near to it: {', '.join(near)}." if near else "`onrecord people` lists who is there."
    return PeopleError(f"Nobody in the archive is called “{words}”.", hint)


def _decided(desk: Desk, number: int) -> Decision:
    return load_decisions(desk.store.db, number)[0]


def _again(desk: Desk, entity_id: int, audience: Audience) -> Person:
    return load_people(desk.store.db, [entity_id], audience)[0]
