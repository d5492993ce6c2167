"""Questions find their way by indexes, however large the archive grows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlite_utils import Database

from store.articles import find_article_id, load_report
from store.digests import reports_between
from store.people import find_people
from store.profiles import load_profile
from store.records import Audience, EntityKind, Reading
from store.shares import first_report_of, has_failed_share, shares_of, unfinished_shares
from store.statements import Part, search_statements
from tests.archiving import READ, Said, save, share

LARGE = (
    *("articles", "attributions", "shares", "mentions", "aliases", "roles", "presences"),
    "entity_keys",
    *("signatures", "story_bands", "same_stories"),
)


@pytest.fixture
def plans(db: Database) -> list[str]:
    """The plan of every statement that is run on the database from now on."""
    article_id = save(db, Said("Ada Holt", "the bridge"), names={"Ada Holt": "person"})
    share(db, article_id, "C1", private=False)
    steps: list[str] = []

    def explain(sql: str, values: object) -> None:
        if sql.lstrip().startswith(("SELECT", "WITH")):
            rows = db.conn.execute(f"EXPLAIN QUERY PLAN {sql}", values or ())  # type: ignore[arg-type]  # as it came
            steps.extend(row[3] for row in rows)

    db._tracer = explain  # noqa: SLF001  # `db.tracer` takes it off again at the end of a block
    return steps


def _full_scans(plans: list[str]) -> list[str]:
    scans = [step for step in plans if step.startswith("SCAN ")]
    scans = [step for step in scans if not step.endswith("shares_unfinished")]  # they are few
    return [step for step in scans if step.split()[1] in (*LARGE, "a")]


@pytest.mark.parametrize("audience", [Audience(), Audience("T1", "C1")])
@pytest.mark.parametrize(
    "reading",
    [
        Reading(topic="bridge"),
        Reading(topic="Ada Holt"),
        Reading(topic="tunnel"),
        Reading(speaker="Holt"),
        Reading(topic="bridge", speaker="Holt", since=date(2026, 1, 1)),
    ],
)
def test_a_question_reads_no_table_from_end_to_end(
    db: Database, plans: list[str], reading: Reading, audience: Audience
) -> None:
    search_statements(db, reading, audience, Part())
    assert plans
    assert _full_scans(plans) == []


def test_work_on_one_article_or_share_reads_no_table_from_end_to_end(
    db: Database, plans: list[str]
) -> None:
    article_id = find_article_id(db, "https://news.test/bridge") or 0
    load_report(db, article_id)
    shares_of(db, "T1", "C1", "1.1")
    unfinished_shares(db)
    has_failed_share(db, "T1", "C1", "1.1")
    first_report_of(db, "https://news.test/bridge", Audience("T1", "C1"))
    assert plans
    assert _full_scans(plans) == []


def test_meeting_people_again_reads_no_table_from_end_to_end(
    db: Database, plans: list[str]
) -> None:
    names: dict[str, EntityKind] = {
        "Ada Holt": "person",
        "John Smith": "person",
        "Alder Barge Line": "organisation",
        "Russian Defence Ministry": "organisation",
    }
    for number in (1, 2):
        said = Said("John Smith", f"{number} of {', '.join(names)}")
        save(db, said, url=f"https://{number}.test", names=names)
    assert plans
    assert _full_scans(plans) == []


def test_a_digest_looks_only_at_what_is_new(db: Database, plans: list[str]) -> None:
    reports_between(db, Audience("T1", "C1"), READ, READ + timedelta(days=1))
    assert _full_scans(plans) == []


@pytest.mark.parametrize("audience", [Audience(), Audience("T1", "C1")])
def test_the_view_of_a_person_reads_no_table_from_end_to_end(
    db: Database, plans: list[str], audience: Audience
) -> None:
    (person,) = find_people(db, "Holt", audience)
    load_profile(db, person, audience)
    assert plans
    assert _full_scans(plans) == []
