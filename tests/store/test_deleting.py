"""Deleted means gone: from every answer, from every table, and from the file itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlite_utils import Database

from store import Store
from store.articles import find_article_id, load_report, save_report
from store.deleting import delete_articles, expired_articles, versions_of
from store.forgetting import delete_somebody, find_somebody
from store.records import Audience, Claim, Reading, Speaker
from store.shares import save_shares, set_share_state
from store.statements import Part, search_statements
from store.threads import Asked, last_asked, save_asked
from store.wiping import tidy, wipe
from store.workspace import Share, Thread
from tests.archiving import READ, Said, Story, count_parts, save, share

SECRETS = ("Quillonby", "vexillology", "Zorbanator", "Mudlarkers", "quixotically")
LATER = READ + timedelta(days=30)


def table_sizes(db: Database) -> dict[str, int]:
    names = [name for name in db.table_names() if not name.startswith(("_", "sqlite_", "events"))]
    names = [name for name in names if name != "days"]  # counts, so that no number comes again
    return {name: db.table(name).count for name in names if "_fts" not in name}


def found(db: Database, topic: str) -> list[str]:
    page = search_statements(db, Reading(topic=topic), Audience(), Part())
    return [statement.text for statement in page.statements]


def save_secret(db: Database) -> int:
    said = Said("Mara Quillonby", "vexillology is quixotically dull", role="Zorbanator")
    story = Story((said,), url="https://news.test/secret", headline="Mudlarkers")
    story.names = {"Mara Quillonby": "person", "vexillology": "other"}
    article, analysis = story.write()
    claim = Claim(said.words, analysis.attributions[0].content[0], 0.5, Speaker("Mara Quillonby"))
    signed = replace(article, signature=bytes(range(253)))
    analysis = replace(analysis, claims=(claim,))
    article_id = save_report(db, signed, analysis, now=READ)
    share(db, article_id, "C1", private=True)
    return article_id


def test_a_deleted_article_leaves_nothing_in_any_table(db: Database) -> None:
    before = table_sizes(db)
    delete_articles(db, [save_secret(db)])
    assert table_sizes(db) == before
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("others", [0, 30])
def test_a_deleted_article_leaves_not_a_word_in_the_file(store: Store, others: int) -> None:
    db = store.db
    for number in range(others):
        save(db, Said("Ada Holt", f"bridge number {number}"), url=f"https://news.test/{number}")
    article_id = save_secret(db)
    changed = Story((Said("Mara Quillonby", "Mudlarkers are many"),), "https://news.test/secret")
    save_report(db, *changed.write(), now=READ)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert all(word.encode() in store.path.read_bytes() for word in SECRETS)

    delete_articles(db, versions_of(db, load_report(db, article_id).article.url))
    wipe(db)
    files = [path.read_bytes() for path in store.path.parent.glob("archive.db*")]
    left = b"".join(files).lower()
    assert [word for word in SECRETS if word.lower().encode()[:9] in left] == []
    assert len(found(db, "bridge")) == min(others, 10)


def test_an_index_in_many_parts_is_merged_and_answers_as_before(db: Database) -> None:
    db.execute("INSERT INTO attributions_fts (attributions_fts, rank) VALUES ('automerge', 0)")
    for number in range(8):
        save(db, Said("Ada Holt", f"bridge number {number}"), url=f"https://news.test/{number}")
    answer = found(db, "bridge")
    assert count_parts(db) == len(answer) == 8
    tidy(db, is_stopped=lambda: True)
    assert count_parts(db) == 8
    tidy(db)
    assert count_parts(db) == 1
    assert found(db, "bridge") == answer


def test_what_others_share_with_a_deleted_article_stays(db: Database) -> None:
    kept = Said("Ada Holt", "the bridge is safe", role="Mayor")
    save(db, kept, url="https://news.test/kept", names={"Ada Holt": "person"})
    gone = Said("Ada Holt", "the bridge is old", role="Senator")
    names = {"Ada Holt": "person"}
    article_id = save(db, gone, names=names, aliases={"Ada Holt": ("The Rhymer",)})
    db.execute("UPDATE entities SET name = 'ADA HOLT'")
    delete_articles(db, [article_id])
    assert found(db, "bridge") == ["the bridge is safe"]
    assert [row["name"] for row in db.table("entities").rows] == ["Ada Holt"]
    assert {row["alias"] for row in db.table("aliases").rows} == {"Ada Holt", "Holt"}
    assert [row["role"] for row in db.table("roles").rows] == ["Mayor"]


def test_an_article_expires_when_it_was_read_and_last_shared_before(db: Database) -> None:
    url = "https://news.test/{}"
    old = save(db, Said("Ada Holt", "one"), url=url.format(1))
    again = save(db, Said("Ada Holt", "two"), url=url.format(2))
    share(db, again, "C1", private=False, now=LATER)
    save(db, Said("Ada Holt", "three"), url=url.format(3), now=LATER)
    assert expired_articles(db, LATER) == [old]
    assert expired_articles(db, READ) == []


def test_an_old_version_expires_alone_and_does_not_come_back(db: Database) -> None:
    old = save(db, Said("Ada Holt", "one"), now=READ)
    new = save(db, Said("Ada Holt", "two"), now=LATER)
    assert expired_articles(db, LATER) == [old]
    delete_articles(db, [old])
    assert find_article_id(db, "https://news.test/bridge") == new
    assert found(db, "one") == []


def test_all_versions_go_with_an_article_that_expires(db: Database) -> None:
    save(db, Said("Ada Holt", "one"), now=READ)
    save(db, Said("Ada Holt", "two"), now=READ + timedelta(days=1))
    expired = expired_articles(db, LATER)
    delete_articles(db, expired)
    assert (len(expired), db.table("articles").count) == (2, 0)


def test_a_forgotten_article_can_be_read_again(db: Database) -> None:
    article_id = save(db, Said("Ada Holt", "the bridge is safe"))
    delete_articles(db, [article_id])
    assert save(db, Said("Ada Holt", "the bridge is safe")) != article_id
    assert found(db, "bridge") == ["the bridge is safe"]


def test_a_forgotten_person_has_said_nothing_and_is_found_nowhere(db: Database) -> None:
    save_secret(db)
    names = {"Mara Quillonby": "person", "Ada Holt": "person"}
    about = Said("Ada Holt", "Mara Quillonby was late")
    save(db, about, Said("Mara Quillonby", "not I"), names=names)
    [mara] = find_somebody(db, "Mara Quillonby")
    assert (mara.statements, mara.claims, len(mara.articles)) == (2, 1, 2)
    delete_somebody(db, mara)
    assert find_somebody(db, "mara quillonby") == find_somebody(db, "Quillonby") == []
    said = search_statements(db, Reading(speaker="Quillonby"), Audience(), Part())
    assert said.total == 0
    assert found(db, "late") == ["Mara Quillonby was late"]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize(
    ("asked", "is_kept"),
    [
        (Reading(speaker="quillonby"), False),
        (Reading(topic="the feud of Quilonby and Holt"), False),
        (Reading(topic="harbour", and_about=("Mara Quillonby\u2019s boat",)), False),
        (Reading(topic="harbour", speaker="Ada Holt"), True),
        (Reading(role="officials"), True),
    ],
)
def test_a_thread_keeps_its_question_unless_it_names_who_was_forgotten(
    db: Database, asked: Reading, is_kept: bool
) -> None:
    save(db, Said("Mara Quillonby", "one"), names={"Mara Quillonby": "person"})
    thread = Thread("T1", "C1", "1.1")
    save_asked(db, thread, Asked(asked, 1, begun=True), now=READ)
    delete_somebody(db, *find_somebody(db, "Mara Quillonby"))
    assert (last_asked(db, thread, since=READ) is not None) is is_kept


def test_a_link_that_failed_is_no_reason_to_keep_an_article(db: Database) -> None:
    now = datetime(2026, 3, 1, tzinfo=UTC)
    article_id = save(db, Said("Ada Holt", "one"), now=now)
    [other] = save_shares(db, [Share("T1", "C1", "1", "https://x.test", "https://x.test")], now=now)
    assert other.id
    set_share_state(db, other.id, "failed", failure="No.")
    assert expired_articles(db, now + timedelta(days=1)) == [article_id]
