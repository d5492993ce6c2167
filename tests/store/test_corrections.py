"""What people correct: in effect at once, kept for later versions, undone without a trace."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlite_utils import Database

from bot.errors import PeopleError, StoreError
from store import Store
from store.articles import load_report, save_report
from store.changes import Author, Change
from store.corrections import (
    all_corrections,
    load_correction,
    load_corrections,
    save_correction,
    undo_correction,
)
from store.digests import reports_between
from store.exporting import claim_lines, statement_lines
from store.forgetting import delete_somebody, find_somebody
from store.merges import merge_entities
from store.records import Audience, Claim, Reading, Speaker, Statement
from store.statements import Part, search_statements
from store.who import Maker
from tests.archiving import READ, Said, Story, save, share

NOW = datetime(2026, 3, 11, 10, tzinfo=UTC)
FIELD = Author("Jo Field", "U1", "T1", "C1")
OSTEN = Speaker("Kai Osten", "harbour master")
WORDS = "the old bridge will be sold in May"
STORY = (
    Said("Ada Holt", WORDS, role="minister"),
    Said("Ada Holt", "nobody asked the pilots", role="minister"),
    Said("Kai Osten", "the pilots agree", role="harbour master"),
)


def find(db: Database, **asked: str) -> tuple[Statement, ...]:
    return search_statements(db, Reading(**asked), Audience(), Part()).statements  # type: ignore[arg-type]  # texts


def number_of(db: Database, words: str = WORDS) -> int:
    sql = "SELECT id FROM attribution_words WHERE text = ? ORDER BY id DESC"
    return int(db.execute(sql, [words]).fetchone()[0])


def correct(db: Database, change: Change, words: str = WORDS, by: Author = FIELD) -> int:
    return save_correction(db, number_of(db, words), change, by, now=NOW).id


def dump(db: Database) -> dict[str, list[tuple[object, ...]]]:
    """All that a correction may touch."""
    tables = ("attributions", "claims", "article_entities", "mentions")
    return {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in tables}


def test_another_speaker_is_in_answers_reports_digests_and_exports_at_once(db: Database) -> None:
    article_id = save(db, *STORY)
    correct(db, Change(speaker=OSTEN))
    (found,) = find(db, topic="sold")
    assert (found.speaker, found.corrected_by, found.text) == (OSTEN, "Jo Field", WORDS)
    assert [each.text for each in find(db, speaker="Holt")] == ["nobody asked the pilots"]
    said = load_report(db, article_id).analysis.attributions[0]
    assert (said.speaker, said.corrected_by, said.confidence) == (OSTEN, "Jo Field", 1.0)
    (digest,) = reports_between(db, Audience(), READ, NOW)
    assert digest.analysis.attributions[0].speaker == OSTEN
    lines = [line for line in statement_lines(db, Reading(), Audience()) if line.text == WORDS]
    assert lines[0].speaker == OSTEN


def test_somebody_whom_the_article_did_not_name_is_found_by_name_and_role(db: Database) -> None:
    save(db, *STORY)
    correct(db, Change(speaker=Speaker("Mara Quill", "chief pilot")))
    assert [each.text for each in find(db, speaker="Quill")] == [WORDS]
    assert [each.text for each in find(db, speaker="chief pilot")] == [WORDS]


@pytest.mark.parametrize(
    "change",
    [
        Change(speaker=OSTEN),
        Change(speaker=Speaker("Mara Quill", "chief pilot")),
        Change(speaker=Speaker("an official", kind="anonymous")),
        Change(speaker=OSTEN, everywhere=True),
        Change(role="former minister"),
        Change(role=""),
        Change(said_on=date(2026, 3, 2)),
        Change(hidden=True),
        Change(speaker=OSTEN, said_on=date(2026, 3, 2), note="She told me."),
    ],
)
def test_what_is_undone_leaves_no_trace(db: Database, change: Change) -> None:
    article, analysis = Story(STORY, names={"Ada Holt": "person"}).write()
    said = analysis.attributions[0]
    claim = Claim(WORDS, said.content[0], 0.9, claimer=said.speaker)
    article_id = save_report(db, article, replace(analysis, claims=(claim,)), now=READ)
    before, found = dump(db), find(db, topic="sold")
    correction_id = correct(db, change)
    assert dump(db) != before
    undone = undo_correction(db, correction_id, "Ann", now=NOW)
    assert (undone.undone, undone.undone_by, undone.change) == (NOW, "Ann", change)
    assert dump(db) == before
    assert find(db, topic="sold") == found
    assert load_report(db, article_id).analysis.claims == (claim,)


def test_a_statement_taken_out_is_found_nowhere_but_its_taking_out_is_told(db: Database) -> None:
    article, analysis = Story(STORY).write()
    claim = Claim(article.text.splitlines()[0], (0, article.text.index("\n")), 0.9)
    article_id = save_report(
        db, article, replace(analysis, claims=(claim,)), now=READ, everybody=True
    )
    correct(db, Change(hidden=True))
    assert load_report(db, article_id).analysis.claims == ()
    assert find(db, topic="sold") == ()
    assert [line.text for line in claim_lines(db, Reading(), Audience())] == []
    assert db.execute("SELECT count(*) FROM attributions_fts('sold')").fetchone() == (0,)
    report = load_report(db, article_id)
    assert WORDS not in [each.text for each in report.analysis.attributions]
    assert report.taken_out == ("Jo Field",)


def test_two_names_of_one_person_become_one(db: Database) -> None:
    article, analysis = Story(STORY).write()
    said = analysis.attributions[0]
    claim = Claim(WORDS, said.content[0], 0.9, claimer=said.speaker)
    article_id = save_report(
        db, article, replace(analysis, claims=(claim,)), now=READ, everybody=True
    )
    correct(db, Change(speaker=OSTEN, everywhere=True))
    assert len(find(db, speaker="Osten")) == 3
    assert find(db, speaker="Holt") == ()
    assert load_report(db, article_id).analysis.claims[0].claimer == OSTEN


def test_a_role_is_corrected_in_the_whole_article(db: Database) -> None:
    save(db, *STORY)
    correct(db, Change(role="former minister"))
    roles = {each.speaker.role for each in find(db, speaker="Holt") if each.speaker}
    assert roles == {"former minister"}
    assert len(find(db, speaker="former minister")) == 2


def test_a_corrected_day_is_the_one_that_questions_ask_for(db: Database) -> None:
    save(db, *STORY)
    correct(db, Change(said_on=date(2026, 3, 2)))
    page = search_statements(db, Reading(until=date(2026, 3, 5)), Audience(), Part())
    assert [(each.text, each.said_on) for each in page.statements] == [(WORDS, date(2026, 3, 2))]


def test_a_correction_holds_in_a_new_version_as_long_as_the_words_are_there(db: Database) -> None:
    save(db, *STORY)
    correct(db, Change(speaker=OSTEN))
    save(db, Said("Bo Lind", "this is new at the top"), *STORY)
    (found,) = find(db, topic="sold")
    assert (found.speaker, found.corrected_by) == (OSTEN, "Jo Field")
    save(db, STORY[1])
    assert find(db, topic="sold") == ()
    save(db, *STORY)
    assert find(db, topic="sold")[0].speaker == OSTEN


@pytest.mark.parametrize(
    ("change", "speaker"),
    [
        (Change(speaker=OSTEN, everywhere=True), OSTEN),
        (Change(role="envoy", hidden=True), Speaker("Ada Holt", "envoy")),
    ],
)
def test_what_holds_of_all_that_somebody_says_outlives_the_one_statement(
    db: Database, change: Change, speaker: Speaker
) -> None:
    save(db, *STORY)
    correct(db, change)
    save(db, STORY[1])
    (found,) = find(db)
    assert (found.text, found.speaker) == (STORY[1].words, speaker)


def test_words_that_are_cut_otherwise_by_a_new_reading_are_still_found(db: Database) -> None:
    save(db, *STORY)
    correct(db, Change(speaker=OSTEN))
    save(db, Said("Ada Holt", f"{WORDS}, or June", role="minister"))
    assert find(db, topic="sold")[0].speaker == OSTEN


def test_of_the_same_words_said_twice_the_one_that_was_meant_is_corrected(db: Database) -> None:
    twice = (STORY[0], STORY[2], STORY[0])
    article_id = save(db, *twice)
    correct(db, Change(speaker=OSTEN))  # the last of them
    save(db, Said("Bo Lind", "this is new at the top"), *twice)
    for each in (article_id, article_id + 1):
        said = load_report(db, each).analysis.attributions
        names = [one.speaker.name for one in said if one.speaker and one.text == WORDS]
        assert names == ["Ada Holt", "Kai Osten"]


def test_of_two_corrections_of_one_thing_the_later_holds_until_it_is_undone(db: Database) -> None:
    save(db, *STORY)
    first = correct(db, Change(speaker=OSTEN))
    second = correct(db, Change(speaker=Speaker("Mara Quill")), by=Author("Ann"))
    assert find(db, topic="sold")[0].corrected_by == "Ann"
    undo_correction(db, second, "Ann", now=NOW)
    assert find(db, topic="sold")[0].speaker == OSTEN
    undo_correction(db, first, "Ann", now=NOW)
    assert find(db, topic="sold")[0].corrected_by == ""


def test_corrections_of_different_things_hold_together(db: Database) -> None:
    save(db, *STORY)
    first = correct(db, Change(speaker=OSTEN))
    correct(db, Change(said_on=date(2026, 3, 2)), by=Author("Ann"))
    found = find(db, topic="sold")[0]
    assert (found.speaker, found.said_on) == (OSTEN, date(2026, 3, 2))
    undo_correction(db, first, "Ann", now=NOW)
    found = find(db, topic="sold")[0]
    assert found.speaker
    assert (found.speaker.name, found.said_on) == ("Ada Holt", date(2026, 3, 2))


def test_people_who_correct_at_once_lose_nothing(store: Store) -> None:
    save(store.db, *STORY, *(Said("Ada Holt", f"part {n} of it") for n in range(8)))
    start = threading.Barrier(8)

    def run(number: int) -> None:
        start.wait()
        correct(store.db, Change(speaker=OSTEN), f"part {number} of it")

    threads = [threading.Thread(target=run, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(find(store.db, speaker="Osten")) == 9
    assert len(all_corrections(store.db)) == 8


def test_a_correction_of_words_that_are_gone_is_refused(db: Database) -> None:
    save(db, *STORY)
    old = number_of(db)
    save(db, STORY[1])
    with pytest.raises(StoreError, match="not in the article any more"):
        save_correction(db, old, Change(speaker=OSTEN), FIELD, now=NOW)
    with pytest.raises(StoreError, match="not in the archive any more"):
        save_correction(db, 99, Change(speaker=OSTEN), FIELD, now=NOW)
    assert all_corrections(db) == []


def test_what_is_undone_cannot_be_undone_again(db: Database) -> None:
    save(db, *STORY)
    correction_id = correct(db, Change(hidden=True))
    undo_correction(db, correction_id, "Ann", now=NOW)
    with pytest.raises(StoreError, match="undone already"):
        undo_correction(db, correction_id, "Ann", now=NOW)
    with pytest.raises(StoreError, match="no correction 99"):
        undo_correction(db, 99, "Ann", now=NOW)


def test_corrections_go_with_the_last_version_of_their_article(db: Database) -> None:
    save(db, *STORY)
    correct(db, Change(hidden=True))
    new = save(db, *STORY, Said("Bo Lind", "more"))
    url = "https://news.test/bridge"
    db.execute("DELETE FROM articles WHERE id = ?", [new])
    assert len(load_corrections(db, url)) == 1
    db.execute("DELETE FROM articles WHERE url = ?", [url])
    assert all_corrections(db) == []


def test_a_private_name_does_not_lead_elsewhere(db: Database) -> None:
    """A speaker typed for a private article is no name for those who may not see it."""
    private = save(db, *STORY, everybody=False)
    share(db, private, "C1", private=True)
    correct(db, Change(speaker=Speaker("Mara Quill", "chief pilot")))
    for channel, total in (("C1", 1), ("C2", 0)):
        for called in ("Quill", "chief pilot"):
            page = search_statements(db, Reading(speaker=called), Audience("T1", channel), Part())
            assert page.total == total


def test_two_names_of_one_person_are_one_in_every_article_until_that_is_undone(
    db: Database,
) -> None:
    other = Said("Mia Rowan", "the ferry is late", role="minister")
    save(db, *STORY, other, names={"Ada Holt": "person", "Mia Rowan": "person"})
    save(db, Said("Mia Rowan", "it is windy", role="minister"), url="https://news.test/wind")
    wind = [each.id for each in find(db, topic="windy")]
    change = Change(Speaker("Ada Holt", "minister"), everywhere=True, same_person=True)
    first = correct(db, change, other.words)
    assert len(find(db, speaker="Ada Holt")) == 4
    assert load_correction(db, first).change == change
    second = correct(db, Change(said_on=date(2026, 3, 2)), other.words)
    undo_correction(db, first, "Ann", now=NOW)
    assert len(find(db, speaker="Ada Holt")) == 2
    assert {each.text for each in find(db, speaker="Mia Rowan")} == {other.words, "it is windy"}
    undo_correction(db, second, "Ann", now=NOW)
    assert [each.id for each in find(db, topic="windy")] == wind


def test_who_cannot_be_one_with_another_is_not_made_so(db: Database) -> None:
    save(db, *STORY, Said("an official", "it is secret", speaker="anonymous"))
    change = Change(Speaker("Ada Holt", "minister"), everywhere=True, same_person=True)
    with pytest.raises(PeopleError, match="anonymous"):
        correct(db, change, "it is secret")
    with pytest.raises(StoreError, match="both stand"):
        correct(db, replace(change, speaker=Speaker("Mara Quill")))
    assert all_corrections(db) == []


def test_what_is_undone_goes_to_who_was_merged_since(db: Database) -> None:
    save(db, *STORY)
    correction_id = correct(db, Change(speaker=OSTEN))
    save(db, Said("A. Holt", "it is windy"), url="https://news.test/wind")
    ids = dict(db.execute("SELECT name, id FROM entities").fetchall())
    merge_entities(db, ids["A. Holt"], ids["Ada Holt"], Maker("Ann", NOW))
    undo_correction(db, correction_id, "Ann", now=NOW)
    assert WORDS in [each.text for each in find(db, speaker="A. Holt")]


def test_somebody_who_is_forgotten_stays_in_no_correction(db: Database) -> None:
    save(db, *STORY)
    correct(db, Change(speaker=OSTEN))
    later = correct(db, Change(said_on=date(2026, 3, 2)))
    (holt,) = find_somebody(db, "Ada Holt")
    delete_somebody(db, holt)
    assert [each.id for each in all_corrections(db)] == [later]
    undo_correction(db, later, "Ann", now=NOW)
    assert "Holt" not in str(
        db.execute("SELECT machine, speaker_name FROM attributions").fetchall()
    )
