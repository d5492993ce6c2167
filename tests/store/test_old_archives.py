"""An archive that an earlier version wrote is brought up to date, and loses nothing."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from store import Store, schema
from store.articles import load_report
from store.database import saving
from store.merges import load_decisions, undo_decision
from store.records import Audience, Claim, Figure, Reading, Speaker
from store.statements import Part, search_statements
from store.who import Maker

OLD_STEPS = schema.STEPS[: schema.STEPS.index("012_slices")]
ROWS = """
INSERT INTO outlets VALUES (7, 'The Post', 'post.test');
INSERT INTO articles
  (id, url, headline, byline, publisher, outlet_id, language, read_at, open, text)
VALUES (1, 'https://post.test/1', 'The bridge', '', 'The Post', 7, 'en', '2026-11-23T08:00:00Z', 1,
  'On Monday Ada Holt said the bridge is open. “It was shut,” she said in Tiln, “for weeks.”');
INSERT INTO entities VALUES (3, 'Ada Holt', 'person'), (4, 'Town of Tiln', 'organisation');
INSERT INTO aliases VALUES (1, 3, 'Ada Holt', 'ada holt'), (2, 4, 'Tiln', 'tiln');
INSERT INTO article_entities
  (article_id, entity_id, position, name, role, aliases, spans, kind, joined)
VALUES
  (1, 3, 0, 'Ada Holt', 'mayor', '["Holt"]', '[[10,18]]', 'person', 'same name'),
  (1, 4, 1, 'Tiln', '', '[]', '[[71,75]]', 'place', NULL);
INSERT INTO attributions
  (id, article_id, number, kind, standing, shown, speaker_id, speaker_kind, speaker_sure, words,
   dated, speaker_name, speaker_role, labels, text, around, content, sentence_start, sentence_end,
   source_start, source_end, cue_start, cue_end, confidence)
VALUES
  (11, 1, 0, 'indirect', 'stated', 1, 3, 'person', 1, 5, '2026-11-23T08:00:00Z', 'Ada Holt',
   'mayor', 'o7 s3 person', 'the bridge is open', 'On Monday said .', '[[24,42]]', 0, 43,
   10, 18, 19, 23, 0.9),
  (12, 1, 1, 'direct', 'stated', 1, 3, 'person', 1, 6, '2026-11-23T08:00:00Z', 'Ada Holt',
   'mayor', 'o7 s3 person se4', 'It was shut, ... for weeks.', '“ ” said in Tiln, “ ”',
   '[[45,57],[78,88]]', 44, 89, 59, 62, 63, 67, 0.9);
INSERT INTO mentions VALUES (4, 12, 'sentence');
INSERT INTO claims
  (id, article_id, span_start, span_end, check_worthiness, claimer_id, claimer_name, claimer_role,
   claimer_kind, claimer_sure, figures, about)
VALUES
  (5, 1, 0, 43, 0.75, 3, 'Mayor Holt', 'mayor', 'person', 1, '[]', '["Tiln","the bridge"]'),
  (6, 1, 44, 89, 0.5, NULL, NULL, NULL, NULL, NULL, '[[[78,88],2.0,"weeks","exactly",null]]', '[]');
INSERT INTO merges
  (act, kept_id, other_name, other_kind, made, made_by, moved, keys, newest_article)
VALUES ('merge', 3, 'Mayor Holt', 'person', '2026-11-24T08:00:00Z', 'Ben',
  '{"presences":[],"attributions":[],"claims":[5],"mentions":[],"shared":[]}', '[]', 1);
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """An archive as it was before the words of statements became slices."""
    path = tmp_path / "old.db"
    db = Database(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "STEPS", OLD_STEPS)
        schema.migrate(db, saving)
    db.executescript(ROWS)
    db.close()
    return path


@pytest.fixture
def db(old: Path) -> Iterator[Database]:
    store = Store(old)
    yield store.db
    store.close()


def ask(db: Database, reading: Reading) -> list[str]:
    found = search_statements(db, reading, Audience(), Part())
    return [each.text for each in found.statements]


def test_what_was_said_is_read_as_it_was_saved(db: Database) -> None:
    said = load_report(db, 1).analysis.attributions
    assert [each.text for each in said] == ["the bridge is open", "It was shut, ... for weeks."]
    rows = db.execute("SELECT around, labels FROM attribution_words ORDER BY id").fetchall()
    assert [(" ".join(around.split()), labels) for around, labels in rows] == [
        ("On Monday said .", "o7 s3"),
        ("“ ” said in Tiln, “ ”", "o7 s3 se4"),
    ]


def test_what_it_claims_is_read_as_it_was_saved(db: Database) -> None:
    first, second = load_report(db, 1).analysis.claims
    assert first == Claim(
        "On Monday Ada Holt said the bridge is open.",
        (0, 43),
        0.75,
        Speaker("Mayor Holt", "mayor"),
        about=("Tiln", "the bridge"),
    )
    assert second.claimer is None
    assert second.figures == (Figure((78, 88), 2.0, "weeks"),)


def test_a_merge_can_be_undone_as_before(db: Database) -> None:
    [decision] = load_decisions(db)
    undo_decision(db, decision.id, Maker("Ben", datetime(2026, 11, 25, tzinfo=UTC)))
    owner = "SELECT name FROM entities JOIN claims ON claimer_id = entities.id"
    assert db.execute(owner).fetchall() == [("Mayor Holt",)]


def test_it_is_found_as_before(db: Database) -> None:
    both = ["the bridge is open", "It was shut, ... for weeks."]
    assert sorted(ask(db, Reading(topic="bridge")), reverse=True) == both
    assert ask(db, Reading(topic="Tiln"))[0] == "It was shut, ... for weeks."
    assert ask(db, Reading(topic="Monday", speaker="Holt"))[0] == "the bridge is open"
    check = "INSERT INTO attributions_fts (attributions_fts, rank) VALUES ('integrity-check', 1)"
    db.execute(check)


def test_whom_an_article_names_is_told_as_before(db: Database) -> None:
    assert list(db.query("SELECT * FROM article_entities ORDER BY position")) == [
        {
            "article_id": 1,
            "entity_id": 3,
            "position": 0,
            "name": "Ada Holt",
            "role": "mayor",
            "aliases": '["Holt"]',
            "spans": "[[10,18]]",
            "times": 1,
            "kind": "person",
            "joined": "same name",
        },
        {
            "article_id": 1,
            "entity_id": 4,
            "position": 1,
            "name": "Tiln",
            "role": "",
            "aliases": "[]",
            "spans": "[[71,75]]",
            "times": 1,
            "kind": "place",
            "joined": None,
        },
    ]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE presences SET entity_id = 4",
        "UPDATE entities SET name = 'Somebody', kind = 'other'",
        "UPDATE claims SET claimer_id = 4 WHERE claimer_id = 3",
    ],
)
def test_what_an_article_calls_somebody_stays_whoever_that_is(db: Database, change: str) -> None:
    names = "SELECT name, kind FROM article_entities ORDER BY position"
    claimers = "SELECT claimer_name, claimer_kind FROM claims ORDER BY id"
    before = [db.execute(sql).fetchall() for sql in (names, claimers)]
    db.execute(change)
    assert [db.execute(sql).fetchall() for sql in (names, claimers)] == before


def test_a_large_archive_says_that_it_takes_a_while(
    old: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "MANY", 2)
    for _ in range(2):  # once is enough
        Store(old).close()
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
