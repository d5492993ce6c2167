"""Labels and the full-text index stay true, whatever changes the tables below them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlite_utils import Database

from store.articles import load_report, save_report
from store.records import Audience, Reading, Speaker
from store.statements import Part, search_statements
from tests.archiving import Said, Story, save


@pytest.fixture
def told(db: Database) -> Database:
    save(
        db,
        Said("Ada Holt", "Tiln is safe, says Ben Moor"),
        Said("somebody", "it is not", speaker=None, after=" of Tiln"),
        names={"Ada Holt": "person", "Ben Moor": "person", "Tiln": "place"},
    )
    return db


def check(db: Database) -> None:
    """The index holds what follows from the tables, and nothing else."""
    shown = db.execute("SELECT count(*) FROM attributions WHERE shown").fetchone()[0]
    found = db.execute("SELECT count(*) FROM attributions_fts('labels : o1')").fetchone()[0]
    assert found == shown
    check = "INSERT INTO attributions_fts (attributions_fts, rank) VALUES ('integrity-check', 1)"
    db.execute(check)  # 1: compares with the tables, too


def entity(db: Database, name: str) -> int:
    return int(db.execute("SELECT id FROM entities WHERE name = ?", [name]).fetchone()[0])


def test_saved_labels_follow_from_the_tables(told: Database) -> None:
    check(told)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE attributions SET speaker_id = {ben}",
        "UPDATE attributions SET speaker_id = {ben}, speaker_name = 'Ben', speaker_kind = 'person'",
        "UPDATE attributions SET speaker_id = NULL, speaker_kind = NULL, speaker_name = NULL",
        "UPDATE attributions SET speaker_role = 'mayor'",
        "UPDATE attributions SET shown = 0",
        "UPDATE attributions SET shown = 0, speaker_id = {ben}",
        "UPDATE mentions SET entity_id = {ada} WHERE entity_id = {tiln}",
        "UPDATE mentions SET how = 'pr'",
        "DELETE FROM mentions",
        "DELETE FROM presences WHERE entity_id = {tiln}",
        "INSERT OR IGNORE INTO mentions SELECT id, {ada}, 'se' FROM attributions",
        "DELETE FROM attributions WHERE speaker_id = {ada}",
    ],
)
def test_labels_follow_every_change(told: Database, change: str) -> None:
    names = {"ada": "Ada Holt", "ben": "Ben Moor", "tiln": "Tiln"}
    told.execute(change.format(**{key: entity(told, name) for key, name in names.items()}))
    check(told)


def test_whose_statement_it_stands_within_is_kept(db: Database) -> None:
    article, analysis = Story((Said("Ada Holt", "the bridge is open"),)).write()
    via = Speaker("Ben Moor", "harbour spokesman")
    analysis = replace(analysis, attributions=(replace(analysis.attributions[0], via=via),))
    article_id = save_report(db, article, analysis)
    assert load_report(db, article_id).analysis == analysis
    [found] = search_statements(db, Reading(topic="bridge"), Audience(), Part()).statements
    assert found.via == via
