"""The body that a topic names without saying what it is: of Social Security the Administration.

What is said of the one is most often said of the other, and its letters stand for both.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlite_utils import Database

from store.folding import fold
from store.gazetteer import find_state
from store.lists import read_words
from store.records import Audience
from store.speakers import find_exactly

_WORDS = 2
"""Of a topic at least: "Health" is no name of a ministry."""


def find_body_of(
    db: Database, topic: str, kinds: Collection[str], audience: Audience
) -> dict[int, str]:
    """The bodies called so but for one word such as "Administration", and their kinds.

    Args:
        db: The archive.
        topic: As asked; only what is written as a name is one.
        kinds: Of what else is called so: what there is in a place is no word for it.
        audience: Who asks.
    """
    words = topic.split()
    named = len(words) >= _WORDS and all(word[:1].isupper() for word in words)
    if not named or not set(kinds) <= {"organisation", "other"} or find_state(topic):
        return {}
    field, nouns = fold(topic), read_words("bodies", "nouns_of_a_field")
    names = [f"{field} {noun}" for noun in nouns]
    names += [f"{noun} {joint} {field}" for noun in nouns for joint in ("of", "for")]
    return find_exactly(db, names, audience)
