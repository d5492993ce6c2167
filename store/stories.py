"""One story at several outlets: recognised by signature, each article kept for itself.

A signature is a MinHash of a text: a byte for the version of its algorithm, then numbers of
four bytes, of which two are kept; two texts share about as many of their runs of words as their
signatures share numbers. Its bands, the first numbers two by two, lead by an index to the
signatures worth comparing.

Only pairs are kept, no groups: a group that hangs together by an article which an audience
may not see would tell them of it. Who asks groups what their audience sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

SAME_STORY = 0.4
"""Share of common runs from which two texts are one story."""
MOST_ALIKE = 25
"""Other articles that one is noted to be the same story as."""
_GIVEN, _NUMBER = 4, 2
"""Bytes of a number as given, and as kept: two of them are alike by chance once in 65,536."""
_BAND, _BANDS = 2, 16
"""Numbers in a band, and bands: these find a pair with a share of 0.4 in 94 of 100 cases."""


def compare_stories(one: bytes, other: bytes) -> float:
    """About which share of their runs two texts have in common, 0 to 1."""
    if not one or len(one) != len(other) or one[0] != other[0]:
        return 0.0
    pairs = list(zip(_parts(one, _NUMBER), _parts(other, _NUMBER), strict=True))
    return sum(a == b for a, b in pairs) / len(pairs)


def story_bands(signature: bytes) -> list[bytes]:
    """Keys to look a signature up by: signatures of one story share at least one, mostly."""
    return _parts(signature, _NUMBER * _BAND)[:_BANDS]


def save_story(db: Database, article_id: int, signature: bytes) -> None:
    """Note of which articles this one is the same story; a text without signature of none."""
    if not signature:
        return
    signature = shorten(signature)
    bands = story_bands(signature)
    alike = _find_alike(db, signature, bands)
    pairs = [pair for other in alike for pair in ((article_id, other), (other, article_id))]
    db.execute("INSERT INTO signatures VALUES (?, ?)", [article_id, signature])
    conn = db.conn
    conn.executemany(
        "INSERT OR IGNORE INTO story_bands VALUES (?, ?)", [(band, article_id) for band in bands]
    )
    conn.executemany("INSERT INTO same_stories VALUES (?, ?)", pairs)


def forget_story(db: Database, article_id: int) -> None:
    """An old version of an article is no part of a story any more."""
    row = db.execute("SELECT signature FROM signatures WHERE article_id = ?", [article_id])
    for (signature,) in row.fetchall():
        keys = [(band, article_id) for band in story_bands(signature)]
        db.conn.executemany("DELETE FROM story_bands WHERE band = ? AND article_id = ?", keys)
    for table in ("signatures", "same_stories"):
        db.execute(f"DELETE FROM {table} WHERE article_id = ?", [article_id])
    db.execute("DELETE FROM same_stories WHERE other_id = ?", [article_id])


def shorten(signature: bytes) -> bytes:
    """A signature as it is kept."""
    return signature[:1] + b"".join(each[-_NUMBER:] for each in _parts(signature, _GIVEN))


def group_stories(ids: Sequence[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Articles by story, both in the order of `ids`; a pair is of one story."""
    first = {each: each for each in ids}

    def find(each: int) -> int:
        while first[each] != each:
            each = first[each]
        return each

    for one, other in pairs:
        first[find(other)] = find(one)
    groups: dict[int, list[int]] = {}
    for each in ids:
        groups.setdefault(find(each), []).append(each)
    return list(groups.values())


def _find_alike(db: Database, signature: bytes, bands: Sequence[bytes]) -> list[int]:
    """The articles that are most alike, by the number of bands that they share."""
    places = ", ".join("?" * len(bands))
    sql = (
        "SELECT article_id, signature FROM story_bands JOIN signatures USING (article_id)"
        f" WHERE band IN ({places}) GROUP BY article_id"
        f" ORDER BY count(*) DESC, article_id DESC LIMIT {MOST_ALIKE}"
    )
    rows = db.execute(sql, bands).fetchall()
    return [other for other, known in rows if compare_stories(signature, known) >= SAME_STORY]


def _parts(signature: bytes, size: int) -> list[bytes]:
    """The numbers of a signature, so many bytes at a time."""
    return [signature[start : start + size] for start in range(1, len(signature), size)]
