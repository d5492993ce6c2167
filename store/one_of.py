"""Who is one of a group that spoke just before: "two ministers said ... the other said"."""

from __future__ import annotations

import re
from collections import defaultdict

from sqlite_utils import Database

from store.kept import keep
from store.labels import labelled, speaker_label

_MOST = 500
"""The newest of them that are looked at."""
_NEAR = 600
"""Characters between the group and one of it: no further than from paragraph to paragraph."""
_FIRST = ("one", "another", "the other", "a second", "a third", "the second", "the third")
_ONE = rf"(?i)^(?:{'|'.join(_FIRST)})(?: of (?:them|(?:the|those|these)(?: [\w-]+){{1,3}}))?$"
_SEVERAL = re.compile(
    r"^(?!(?:an?|one|another|the other)\b).*?(?:\w[^\Ws]s|people|men|women)\b", re.IGNORECASE
)
"""A description of several, and not of one of them."""


def with_ones(db: Database, match: str, ids: tuple[int, int] | None) -> str:
    """A full-text query for a group with those who are only told of as one of it.

    Their own words do not tell what they are. The group is whoever spoke last before them, if
    that is a nameless group of the same noun.

    Args:
        db: The archive.
        match: The full-text query for the group.
        ids: Numbers of the first and the last statement that count; None: all do.
    """
    ones = find_ones(db, match, ids)
    return f"({match}) OR {labelled(map(speaker_label, sorted(ones)))}" if ones else match


def find_ones(
    db: Database, match: str, ids: tuple[int, int] | None, people: str = ""
) -> frozenset[int]:
    """The same without the group; `people` is a pattern for what it must be called, too."""
    key = ("one_of", match, ids, people)
    return keep(db, key, lambda: _find(db, match, ids, people)) if match else frozenset()


def _find(db: Database, match: str, ids: tuple[int, int] | None, people: str) -> frozenset[int]:
    """Those who are one of such a group wherever their article calls them so."""
    first, last = ids or (0, 2**63 - 1)
    values = {"one": _ONE, "first": first, "last": last}
    groups = defaultdict[int, set[int | None]](set)
    for speaker, name, group, described in db.execute(_ONES, values):
        meant = _is_one_of(name, described) and re.search(people, described)
        groups[speaker].add(group if meant else None)
    found = _choose(db, match, {each for group in groups.values() for each in group if each})
    return frozenset(speaker for speaker, group in groups.items() if group <= found)


def _choose(db: Database, match: str, groups: set[int]) -> set[int | None]:
    """Those of these speakers whom the query finds."""
    if not groups:
        return set()
    theirs = f"({match}) AND {labelled(map(speaker_label, sorted(groups)))}"
    return {each for (each,) in db.execute(_SPEAKERS, [theirs])}


def _is_one_of(name: str, group: str) -> bool:
    """Whether the noun, if there is one, is the group's: "one of the officials"."""
    noun = name.lower().split()[-1] if " of " in name and not name.endswith(" them") else ""
    return bool(_SEVERAL.match(group)) and noun in {"", *re.findall(r"[\w-]+", group.lower())}


# What the index holds must stand here word for word.
_ONES = f"""
WITH ones AS MATERIALIZED (
  SELECT id FROM attributions INDEXED BY attributions_one_of
  WHERE speaker_kind = 'anonymous' AND (
    lower(speaker_name) GLOB 'one*' OR lower(speaker_name) GLOB 'another*'
    OR lower(speaker_name) GLOB 'the other*'
    OR lower(speaker_name) GLOB '* second*' OR lower(speaker_name) GLOB '* third*'
  ) AND id BETWEEN :first AND :last
  ORDER BY id DESC LIMIT {_MOST}
), called AS MATERIALIZED (
  SELECT a.speaker_id, a.speaker_name, a.sentence_start, (
    SELECT id FROM attributions
    WHERE article_id = a.article_id AND number < a.number
      AND NOT written(:one, coalesce(speaker_name, ''))
    ORDER BY number DESC LIMIT 1
  ) AS before
  FROM ones JOIN attributions AS a USING (id) JOIN articles ON articles.id = a.article_id
  WHERE written(:one, a.speaker_name)
    AND lower(substr(articles.text, a.source_start + 1, length(a.speaker_name)))
      = lower(a.speaker_name)
)
SELECT called.speaker_id, called.speaker_name, spoke.speaker_id, coalesce(spoke.speaker_name, '')
FROM called LEFT JOIN attributions AS spoke ON spoke.id = before
  AND spoke.speaker_kind = 'anonymous'
  AND called.sentence_start - spoke.sentence_end < {_NEAR}
"""
_SPEAKERS = """
SELECT DISTINCT speaker_id FROM attributions
WHERE id IN (SELECT rowid FROM attributions_fts WHERE attributions_fts MATCH ?)
"""
