"""What may be corrected at the desk, and by whom: only what may be seen, as it stands now."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.desk import Desk
from bot.desk.correcting import correct, name_speaker, open_report, open_sheet, undo
from bot.desk.exports import export_article
from bot.errors import CorrectionError
from store.changes import Author, Change
from store.digests import reports_between
from store.makers import ELSEWHERE as ELSEWHERE_THAN_HERE
from store.records import Audience, Reading, Speaker
from store.statements import Part, search_statements
from tests.archiving import READ, Said, save, share

NOW = datetime(2026, 3, 11, 10, tzinfo=UTC)
BY = Author("Jo Field", "U1", "T1", "C1")
HERE, ELSEWHERE = Audience("T1", "C1"), Audience("T1", "C2")
OTHER_TEAM = Audience("T2", "C1")
OSTEN = Speaker("Kai Osten", "harbour master")
STORY = (
    Said("Ada Holt", "the bridge is open", role="minister"),
    Said("Kai Osten", "it is not", role="harbour master"),
    Said("Kai Osten", "it never was", role="harbour master"),
)


@pytest.fixture
def private(desk: Desk) -> int:
    """An article that was shared in one private channel."""
    article_id = save(desk.store.db, *STORY, names={"Ida Quay": "person"}, everybody=False)
    share(desk.store.db, article_id, "C1", private=True)
    return article_id


def test_a_sheet_has_the_statements_and_who_may_have_said_them(desk: Desk, private: int) -> None:
    sheet = open_sheet(desk, private, HERE)
    assert [each.text for each in sheet.statements] == [said.words for said in STORY]
    assert [each.name for each in sheet.people.values()] == ["Kai Osten", "Ada Holt", "Ida Quay"]
    assert (sheet.corrections, sheet.newer) == ((), False)


@pytest.mark.parametrize("audience", [ELSEWHERE, OTHER_TEAM])
def test_what_may_not_be_seen_is_neither_shown_nor_corrected_nor_undone(
    desk: Desk, private: int, audience: Audience
) -> None:
    statement = open_sheet(desk, private, HERE).statements[0].id
    made = correct(desk, statement, Change(speaker=OSTEN), BY, HERE, now=NOW)
    for forbidden in (
        lambda: open_sheet(desk, private, audience),
        lambda: open_report(desk, private, audience),
        lambda: correct(desk, statement, Change(hidden=True), BY, audience, now=NOW),
        lambda: undo(desk, made.id, "Ann", audience, now=NOW),
    ):
        with pytest.raises(CorrectionError, match="not in the archive any more"):
            forbidden()
    assert open_sheet(desk, private, HERE).statements[0].speaker == OSTEN
    undo(desk, made.id, "Ann", HERE, now=NOW)
    assert open_sheet(desk, private, HERE).corrections == ()


def test_a_workspace_is_not_told_who_corrected_in_another(desk: Desk) -> None:
    article_id = save(desk.store.db, *STORY)
    statement = open_sheet(desk, article_id, HERE).statements[0].id
    made = correct(desk, statement, Change(speaker=OSTEN), BY, HERE, now=NOW)
    assert [each.id for each in open_sheet(desk, article_id, ELSEWHERE).corrections] == [made.id]
    other = open_sheet(desk, article_id, OTHER_TEAM)
    assert (other.corrections, other.statements[0].corrected_by) == ((), ELSEWHERE_THAN_HERE)
    with pytest.raises(CorrectionError, match="not in the archive"):
        undo(desk, made.id, "Ann", OTHER_TEAM, now=NOW)


@pytest.mark.parametrize(
    ("audience", "name"),
    [(HERE, "Jo Field"), (OTHER_TEAM, ELSEWHERE_THAN_HERE), (Audience(), "Jo Field")],
)
def test_who_corrected_is_named_in_the_own_workspace_only(
    desk: Desk, audience: Audience, name: str
) -> None:
    db, article_id = desk.store.db, save(desk.store.db, *STORY)
    one, two, _ = open_sheet(desk, article_id, HERE).statements
    correct(desk, one.id, Change(speaker=OSTEN), BY, HERE, now=NOW)
    correct(desk, two.id, Change(hidden=True), BY, HERE, now=NOW)
    (found,) = search_statements(db, Reading(topic="open"), audience, Part()).statements
    (digest,) = reports_between(db, audience, READ, NOW)
    exported = "".join(export_article(desk, article_id, audience)).splitlines()[1]
    assert found.corrected_by == digest.analysis.attributions[0].corrected_by == name
    assert digest.taken_out == (name,)
    assert exported.endswith(name)


def test_an_old_report_leads_to_the_article_as_it_is_now(desk: Desk) -> None:
    old = save(desk.store.db, *STORY)
    new = save(desk.store.db, *STORY, Said("Ada Holt", "now it is shut"))
    sheet = open_sheet(desk, old, HERE)
    assert (sheet.article.id, sheet.newer, len(sheet.statements)) == (new, True, 4)
    assert open_report(desk, old, HERE).article_id == new


def test_an_article_that_was_deleted_is_said_to_be_gone(desk: Desk) -> None:
    article_id = save(desk.store.db, *STORY)
    desk.store.db.execute("DELETE FROM articles")
    with pytest.raises(CorrectionError, match="not in the archive any more"):
        open_sheet(desk, article_id, HERE)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (Change(), "Nothing would be different"),
        (Change(note="Only a note."), "Nothing would be different"),
        (Change(speaker=Speaker("Ada Holt", "minister")), "Nothing would be different"),
        (Change(speaker=Speaker("?!")), "no name"),
        (Change(speaker=Speaker("x" * 151)), "too long"),
        (Change(role="x" * 201), "too long"),
        (Change(hidden=True, everywhere=True), "both are known"),
    ],
)
def test_a_correction_that_corrects_nothing_is_refused(
    desk: Desk, private: int, change: Change, told: str
) -> None:
    statement = open_sheet(desk, private, HERE).statements[0].id
    with pytest.raises(CorrectionError, match=told):
        correct(desk, statement, change, BY, HERE, now=NOW)


@pytest.mark.parametrize("change", [Change(role="envoy"), Change(OSTEN, everywhere=True)])
def test_a_speaker_who_is_not_known_has_no_role_and_no_other_name(
    desk: Desk, change: Change
) -> None:
    save(desk.store.db, Said("Ada Holt", "it is open", speaker=None), *STORY)
    statement = open_sheet(desk, 1, HERE).statements[0].id
    with pytest.raises(CorrectionError, match="known"):
        correct(desk, statement, change, BY, HERE, now=NOW)
    correct(desk, statement, Change(OSTEN, said_on=date(2026, 3, 1)), BY, HERE, now=NOW)
    assert open_sheet(desk, 1, HERE).statements[0].speaker == OSTEN


def test_a_name_means_whoever_the_article_calls_so(desk: Desk, private: int) -> None:
    statement = open_sheet(desk, private, HERE).statements[0].id
    assert name_speaker(desk, statement, "Kai Osten", None, None) == OSTEN
    assert name_speaker(desk, statement, "Kai Osten", "", None) == Speaker("Kai Osten")
    assert name_speaker(desk, statement, "The Port", None, "organisation") == Speaker(
        "The Port", kind="organisation"
    )
