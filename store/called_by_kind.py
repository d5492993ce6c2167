"""Bodies whose role or name tells of what kind they are: consumer groups, the players' union.

As a role articles give it beside the name: "the players' union, Acme".
"""

from __future__ import annotations

import re

from sqlite_utils import Database

from store.audience import audience_values, known_names, visible_article
from store.folding import fold
from store.lists import read_list, read_words
from store.records import Audience
from store.words import all_of, any_of

_MOST, _MOST_BODIES = 200, 20
"""The newest statements by such bodies, and the newest bodies, at most that are looked at."""


def find_called_by_kind(
    db: Database, rest: str, kinds: tuple[str, ...], audience: Audience
) -> dict[int, str]:
    """Bodies that speak and are called so, with their folded names.

    Args:
        db: The archive.
        rest: What tells which of the kind is meant, folded: "players'"; none finds nobody.
        kinds: Words for the kind, in the singular.
        audience: Who asks.
    """
    if not rest or not all_of(rest):
        return {}
    words = _name_kinds(kinds)
    which = f"{all_of(rest)} AND ({any_of(words)})"
    match = f"{{speaker_role speaker_name}} : ({which}) AND labels : (organisation)"
    sql = _CALLED.format(seen=visible_article(audience, "a.article_id"))
    rows = db.execute(sql, {"match": match, **audience_values(audience)}).fetchall()
    fits = _write_called(rest, tuple(words))
    return {body: fold(name) for body, name, role in rows if fits.search(f"{name}, {role}")}


def _name_kinds(kinds: tuple[str, ...]) -> list[str]:
    """The words by which roles and names call such a body: groups go by many."""
    by_kind: dict[str, list[str]] = read_list("bodies")["called_by_kind"]
    groups = read_words("offices", "groups").isdisjoint(kinds)
    named = [word for kind in kinds for word in by_kind.get(kind, [])]
    return [*kinds, *named, *(() if groups else by_kind["group"])]


def _write_called(rest: str, words: tuple[str, ...]) -> re.Pattern[str]:
    """The kind as the head of a role or a name, behind what tells which: not "the union's bank"."""
    own = "".join(rf"(?=.*\b{re.escape(word.rstrip('s'))})" for word in rest.split())
    head = "|".join(map(re.escape, words))
    behind = r"(?=$|,| (?:of|for|in|at|on|that|based)\b)"
    return re.compile(rf"^{own}.*\b(?:{head})s?{behind}", re.IGNORECASE)


_CALLED = f"""
WITH found AS MATERIALIZED (
  SELECT rowid AS found FROM attributions_fts WHERE attributions_fts MATCH :match
  ORDER BY rowid DESC LIMIT {_MOST}
)
SELECT DISTINCT speaker_id, speaker_name, coalesce(speaker_role, '')
FROM found CROSS JOIN attributions AS a ON a.id = found
WHERE speaker_kind = 'organisation' AND shown = 1 AND {{seen}} LIMIT {_MOST_BODIES}
"""


def name_of_kind(db: Database, called: str, audience: Audience) -> str:
    """The one body called so by what it is: "the packers union" is United Packers Local 88."""
    rest, _, kind = called.rpartition(" ")
    words = read_list("bodies")["called_by_kind"].get(kind, [])
    if not rest or not words:
        return ""
    match = f"{all_of(rest)} AND ({any_of(words)})"
    rows = db.execute(
        _BODIES.format(known=known_names(audience)), {"match": match, **audience_values(audience)}
    ).fetchall()
    return rows[0][0] if len({entity for _, entity in rows}) == 1 else ""


_BODIES = """
SELECT aliases.alias, entities.id FROM aliases_fts JOIN aliases ON aliases.id = aliases_fts.rowid
JOIN entities ON entities.id = aliases.entity_id
WHERE aliases_fts MATCH :match AND kind = 'organisation' AND {known}
"""
