"""What goes into a file: whole, in order, for whom it may go to, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from dataclasses import replace
from datetime import UTC, date

import pytest

from bot.desk import Desk
from bot.desk.exports import COLUMNS, ExportForm, export
from store.articles import save_report
from store.records import Audience, Claim, Reading, Speaker
from tests.archiving import READ, Said, Story, save, share

EVERYBODY = Audience()


def rows(
    desk: Desk, reading: Reading | None = None, audience: Audience = EVERYBODY
) -> list[dict[str, str]]:
    text = "".join(export(desk, reading or Reading(), audience, ExportForm("csv", claims=True)))
    return list(csv.DictReader(io.StringIO(text)))


def quotes(desk: Desk, reading: Reading, audience: Audience = EVERYBODY) -> list[str]:
    return [row["quote"] for row in rows(desk, reading, audience)]


def save_claims(desk: Desk, *texts: str) -> int:
    """An article that consists of claims, by Ada Holt."""
    article, analysis = Story((), url="https://news.test/claims").write()
    article = replace(article, text=" ".join(texts), headline="Claims")
    spans = [(article.text.index(text), article.text.index(text) + len(text)) for text in texts]
    claims = tuple(
        Claim(text, span, 0.5, Speaker("Ada Holt")) for text, span in zip(texts, spans, strict=True)
    )
    analysis = replace(analysis, claims=claims)
    return save_report(desk.store.db, article, analysis, now=READ, everybody=True)


def test_a_row_tells_who_said_what_where_and_leads_to_the_passage(desk: Desk) -> None:
    said = Said("Ada Holt", "the bridge is safe", role="Mayor", said_on=date(2026, 3, 9))
    article = save(desk.store.db, said)
    share(desk.store.db, article, "C1", private=False)
    [row] = rows(desk)
    assert row == {
        "type": "statement",
        "speaker": "Ada Holt",
        "likely_speaker": "",
        "role": "Mayor",
        "kind": "direct",
        "quote": "the bridge is safe",
        "sentence": "“the bridge is safe,” Ada Holt said.",
        "outlet": "The Test",
        "headline": "Harbour bridge",
        "url": "https://news.test/bridge",
        "passage_link": "https://news.test/bridge#:~:text=the%20bridge%20is%20safe%2C%E2%80%9D"
        "%20Ada%20Holt%20said",
        "published": "2026-03-10T09:30:00+00:00",
        "said_on": "2026-03-09",
        "read_at": "2026-03-10T12:00:00+00:00",
        "shared_in": f"C1/{article}.C1",
        "corrected_by": "",
    }


def test_all_is_exported_in_the_order_it_was_read(desk: Desk) -> None:
    save(desk.store.db, Said("Ada Holt", "one"), Said("Bo Reed", "two"))
    save(desk.store.db, Said("Ada Holt", "three"), url="https://news.test/2")
    assert quotes(desk, Reading()) == ["one", "two", "three"]


def test_a_topic_a_speaker_and_days_choose_what_is_exported(desk: Desk) -> None:
    save(
        desk.store.db,
        Said("Ada Holt", "sanctions are no answer", said_on=date(2026, 3, 1)),
        Said("Ada Holt", "the bridge is safe", said_on=date(2026, 3, 5)),
        Said("Bo Reed", "sanctioning them is right", said_on=date(2026, 3, 5)),
    )
    assert quotes(desk, Reading(topic="sanctions")) == [
        "sanctions are no answer",
        "sanctioning them is right",
    ]
    assert quotes(desk, Reading(topic="sanctions", speaker="Reed")) == ["sanctioning them is right"]
    assert quotes(desk, Reading(since=date(2026, 3, 2), speaker="Ada Holt")) == [
        "the bridge is safe"
    ]
    assert quotes(desk, Reading(until=date(2026, 3, 1))) == ["sanctions are no answer"]


def test_where_nobody_speaks_of_a_topic_articles_on_it_are_exported_as_ask_answers(
    desk: Desk,
) -> None:
    save(desk.store.db, Said("Ada Holt", "we are ready"), headline="Ferry strike")
    assert quotes(desk, Reading(topic="ferry")) == ["we are ready"]


def test_an_audience_gets_nothing_that_was_shared_where_it_may_not_look(desk: Desk) -> None:
    db = desk.store.db
    hidden = save(db, Said("Ada Holt", "a secret"), everybody=False)
    share(db, hidden, "C9", private=True)
    seen = save(db, Said("Bo Reed", "no secret"), everybody=False, url="https://news.test/2")
    share(db, seen, "C1", private=False)
    share(db, seen, "C9", private=True)
    [row] = rows(desk, audience=Audience("T1", "C2"))
    assert (row["quote"], row["shared_in"]) == ("no secret", f"C1/{seen}.C1")
    assert len(rows(desk, audience=Audience("T1", "C9"))) == 2
    assert rows(desk, audience=Audience("T2", "C1")) == []


def test_what_was_not_stated_and_old_versions_are_left_out(desk: Desk) -> None:
    save(desk.store.db, Said("Ada Holt", "it is closed"), now=READ)
    save(desk.store.db, Said("Ada Holt", "it is open"), Said("Bo Reed", "no", standing="negated"))
    assert quotes(desk, Reading()) == ["it is open"]


def test_a_speaker_who_is_not_sure_is_told_apart(desk: Desk) -> None:
    article, analysis = Story((Said("He", "it is closed"),)).write()
    likely = replace(analysis.attributions[0], speaker=Speaker("Ada Holt", "Mayor", sure=False))
    save_report(desk.store.db, article, replace(analysis, attributions=(likely,)), everybody=True)
    [row] = rows(desk)
    assert (row["speaker"], row["likely_speaker"], row["role"]) == ("", "Ada Holt", "")


def test_claims_come_after_the_statements_and_only_if_asked_for(desk: Desk) -> None:
    save_claims(desk, "The bridge cost 3 million.", "Boats were sanctioned.")
    save(desk.store.db, Said("Ada Holt", "sanctions are no answer"))
    assert [row["type"] for row in rows(desk)] == ["statement", "claim", "claim"]
    assert quotes(desk, Reading(topic="sanctions", speaker="Ada Holt")) == [
        "sanctions are no answer",
        "Boats were sanctioned.",
    ]
    without = "".join(export(desk, Reading(), EVERYBODY, ExportForm("jsonl")))
    assert len(without.splitlines()) == 1


@pytest.mark.parametrize("words", ["=1+1", "+44 20", "-5 per cent", "@all", "\tx", "\uff1d1+1"])
def test_no_cell_is_a_formula(desk: Desk, words: str) -> None:
    save(desk.store.db, Said("Ada Holt", "fine"), headline=words)
    [row] = rows(desk)
    assert row["headline"] == f"'{words}"


def test_json_keeps_every_word_as_it_is(desk: Desk) -> None:
    save(desk.store.db, Said("Ada Holt", "-5 “per” cent,\nno more"), url="text:abc")
    lines = "".join(export(desk, Reading(), EVERYBODY, ExportForm("jsonl")))
    [row] = [json.loads(line) for line in lines.splitlines()]
    assert row["quote"] == "-5 “per” cent,\nno more"
    assert (row["passage_link"], row["shared_in"], tuple(row)) == (None, [], COLUMNS)
    assert json.loads("".join(export(desk, Reading(), EVERYBODY, ExportForm("json")))) == [row]


def test_an_empty_archive_is_a_valid_file(desk: Desk) -> None:
    assert rows(desk) == []
    assert json.loads("".join(export(desk, Reading(), EVERYBODY, ExportForm("json")))) == []


def test_the_mark_for_excel_comes_first_and_only_if_asked_for(desk: Desk) -> None:
    assert "".join(export(desk, Reading(), EVERYBODY, ExportForm(bom=True))).startswith(
        "\ufefftype"
    )
    assert "".join(export(desk, Reading(), EVERYBODY, ExportForm())).startswith("type,")


def test_memory_does_not_grow_with_what_is_exported(desk: Desk) -> None:
    said = [Said("Ada Holt", f"sentence number {number}") for number in range(400)]
    for number in range(5):
        save(desk.store.db, *said, url=f"https://news.test/{number}")
    form = ExportForm("jsonl")
    size = sum(len(part) for part in export(desk, Reading(), EVERYBODY, form, UTC))
    tracemalloc.start()
    number = sum(1 for _ in export(desk, Reading(), EVERYBODY, form, UTC))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert number == 2000
    assert peak < size / 4
