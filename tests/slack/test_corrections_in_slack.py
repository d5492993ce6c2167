"""*Correct*: from the button to the report that shows it, and back again."""

from __future__ import annotations

import json
import threading

import pytest

from bot.blocks.modals_correct import (
    EVERYWHERE,
    HIDDEN,
    MORE,
    NAME,
    NOTE,
    ROLE,
    SAID_ON,
    SAME,
    SPEAKER,
    STATEMENT,
    UNDO,
)
from bot.blocks.modals_quotes import CORRECT_ONE
from bot.blocks.report_buttons import ALL_QUOTES, CORRECT
from tests.slack.conftest import Newsroom
from tests.slack.interactions import find_element
from tests.slack.test_report_buttons_in_slack import open_modal, report_on
from tests.slack.workspace import DISPLAY_NAME, Channel, Json, Refusal

BY = f"corrected by {DISPLAY_NAME}"
WALL = "a wall that moves"


def choose(newsroom: Newsroom, view: Json, words: str) -> Json:
    """The form for the statement with these words."""
    options = find_element(view["blocks"], STATEMENT)["options"]
    option = next(each for each in options if words in each["text"]["text"])
    answer = newsroom.slack.submit(view, **{STATEMENT: {"selected_option": option}})
    assert answer["response_action"] == "update"
    form: Json = answer["view"]
    return form


def open_form(newsroom: Newsroom, channel: Channel, report: Json, words: str) -> Json:
    return choose(newsroom, open_modal(newsroom, channel, report, CORRECT), words)


def person(form: Json, name: str) -> Json:
    options = find_element(form["blocks"], SPEAKER)["options"]
    return {"selected_option": next(each for each in options if name in each["text"]["text"])}


def also(*values: str) -> Json:
    return {"selected_options": [{"value": value} for value in values]}


def wait_for_words(newsroom: Newsroom, report: Json, *words: str) -> None:
    """Until the report in the thread says so, in its layout and in its text."""
    newsroom.slack.workspace.wait_for(
        lambda: (
            all(word in str(report["blocks"]) and "&lt;" in report["text"] for word in words)
            if BY in words
            else all(word in str(report["blocks"]) for word in words)
        )
    )


def test_another_speaker_stands_in_the_report_and_in_answers_at_once(newsroom: Newsroom) -> None:
    slack = newsroom.slack
    channel, report = report_on(newsroom, kind="group")
    form = open_form(newsroom, channel, report, "cannot let")
    assert slack.submit(form, **{SPEAKER: person(form, "Brandt")}) == {}
    wait_for_words(newsroom, report, BY)
    assert len(slack.workspace.posts(channel)) == 1
    asked = slack.command(channel, "what did Tomas Brandt say about ferries")
    answer = slack.wait_for_response(asked)
    assert WALL in answer["text"]
    assert "corrected by" in answer["text"]


def test_a_role_is_right_in_the_report_and_in_the_digest_at_once(newsroom: Newsroom) -> None:
    slack = newsroom.slack
    # A digest tells a story once, and the usual one stands in other channels, too.
    channel, report = report_on(newsroom, newsroom.site.new_url("secret"), kind="group")
    form = open_form(newsroom, channel, report, "Two lighthouses")
    slack.submit(form, **{ROLE: {"value": "harbour master"}})
    wait_for_words(newsroom, report, "harbour master")
    digest = slack.wait_for_response(slack.command(channel, "digest"))
    assert "Edda Holm · harbour master" in digest["text"]


def test_a_correction_is_taken_back_in_the_modal(newsroom: Newsroom) -> None:
    slack = newsroom.slack
    channel, report = report_on(newsroom, kind="group")
    before = report["blocks"]
    form = open_form(newsroom, channel, report, "cannot let")
    slack.submit(form, **{NAME: {"value": "Ida  Quay"}, ROLE: {"value": "diver"}})
    wait_for_words(newsroom, report, BY, "Ida Quay", "diver")
    view = open_modal(newsroom, channel, report, CORRECT)
    assert "said by Ida Quay · diver" in str(view["blocks"])
    slack.click_in_view(view, UNDO)
    assert "Ida Quay" not in str(slack.wait_for_view(unlike=view)["blocks"])
    slack.workspace.wait_for(lambda: report["blocks"] == before)


def test_a_statement_taken_out_is_gone_and_its_taking_out_is_told(
    newsroom: Newsroom,
) -> None:
    channel, report = report_on(newsroom, kind="group")
    form = open_form(newsroom, channel, report, "cannot let")
    newsroom.slack.submit(form, **{MORE: also(HIDDEN), NOTE: {"value": "A secret note"}})
    wait_for_words(newsroom, report, "1 statement taken out by")
    assert WALL not in str(report["blocks"])
    assert "secret" not in str(report)
    view = open_modal(newsroom, channel, report, CORRECT)
    assert "secret" not in str(view)
    assert "taken out" in str(view["blocks"])


@pytest.mark.parametrize("how", [EVERYWHERE, SAME])
def test_two_names_of_one_person_become_one(newsroom: Newsroom, how: str) -> None:
    channel, report = report_on(newsroom, kind="group")
    form = open_form(newsroom, channel, report, "cannot let")
    assert "All that Maren Oduya says here" in str(form["blocks"])
    newsroom.slack.submit(form, **{SPEAKER: person(form, "Brandt"), MORE: also(how)})
    wait_for_words(newsroom, report, BY)
    view = open_modal(newsroom, channel, report, ALL_QUOTES)
    assert "Maren Oduya" not in str(view["blocks"])
    corrections = open_modal(newsroom, channel, report, CORRECT)
    newsroom.slack.click_in_view(corrections, UNDO)  # for other tests name them, too
    newsroom.slack.wait_for_view(unlike=corrections)


def test_a_statement_is_corrected_from_the_modal_with_all_of_them(
    newsroom: Newsroom,
) -> None:
    slack = newsroom.slack
    channel, report = report_on(newsroom, kind="group")
    view = open_modal(newsroom, channel, report, ALL_QUOTES)
    slack.click_in_view(view, CORRECT_ONE)
    form = slack.wait_for_view(unlike=view)
    slack.submit(form, **{SAID_ON: {"selected_date": "2026-11-02"}})
    wait_for_words(newsroom, report, BY)
    again = open_modal(newsroom, channel, report, ALL_QUOTES)
    assert "2 Nov 2026" in str(again["blocks"])


def test_in_a_long_article_the_statement_is_searched_for(newsroom: Newsroom) -> None:
    slack = newsroom.slack
    url = newsroom.site.new_url("long")
    channel, report = report_on(newsroom, url, kind="group")
    view = open_modal(newsroom, channel, report, CORRECT)
    assert find_element(view["blocks"], STATEMENT)["type"] == "external_select"
    assert len(slack.search(view, STATEMENT, "")) == 100
    (option,) = slack.search(view, STATEMENT, "pier 299 BRANDT")
    form = slack.submit(view, **{STATEMENT: {"selected_option": option}})["view"]
    slack.submit(form, **{NAME: {"value": "Ida Quay"}})
    wait_for_words(newsroom, report, "Ida Quay")


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "Nothing would be different"),
        ({NAME: {"value": "…"}}, "no name"),
        ({NAME: {"value": "Ida Quay"}, SPEAKER: "Brandt"}, "not both"),
        ({SPEAKER: {"selected_option": {"value": "987654"}}}, "not stand in the article"),
        ({MORE: also(EVERYWHERE)}, "Nothing would be different"),
    ],
)
def test_what_makes_no_sense_is_told_in_the_form(
    newsroom: Newsroom, reported: tuple[Channel, Json], values: Json, told: str
) -> None:
    form = open_form(newsroom, *reported, "cannot let")
    filled = {
        name: person(form, value) if isinstance(value, str) else value
        for name, value in values.items()
    }
    answer = newsroom.slack.submit(form, **filled)
    assert answer["response_action"] == "errors"
    assert told in answer["errors"][NAME]


@pytest.fixture(scope="module")
def reported(newsroom: Newsroom) -> tuple[Channel, Json]:
    return report_on(newsroom, kind="group")


def test_a_form_kept_open_too_long_says_that_the_statement_is_gone(
    newsroom: Newsroom, reported: tuple[Channel, Json]
) -> None:
    form = open_form(newsroom, *reported, "cannot let")
    kept = {**json.loads(form["private_metadata"]), "statement": 987654}
    answer = newsroom.slack.submit(
        {**form, "private_metadata": json.dumps(kept)}, **{MORE: also(HIDDEN)}
    )
    assert "not stand there any more" in answer["errors"][NAME]


def test_a_form_from_elsewhere_changes_nothing_that_is_private(
    newsroom: Newsroom, reported: tuple[Channel, Json]
) -> None:
    slack, (channel, report) = newsroom.slack, reported
    form = open_form(newsroom, channel, report, "cannot let")
    kept = {**json.loads(form["private_metadata"]), "channel": slack.workspace.new_channel().id}
    forged = {**form, "private_metadata": json.dumps(kept)}
    answer = slack.submit(forged, **{MORE: also(HIDDEN)})
    assert "not in the archive" in answer["errors"][NAME]
    assert WALL in str(open_modal(newsroom, channel, report, ALL_QUOTES)["blocks"])


def test_two_people_who_correct_at_once_are_both_in_the_report(newsroom: Newsroom) -> None:
    slack = newsroom.slack
    channel, report = report_on(newsroom, kind="group")
    forms = [open_form(newsroom, channel, report, words) for words in ("cannot let", "Every fam")]
    threads = [
        threading.Thread(target=slack.submit, args=(form,), kwargs={NAME: {"value": name}})
        for form, name in zip(forms, ("Ida Quay", "Ole Brink"), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wait_for_words(newsroom, report, "Ida Quay", "Ole Brink")


def test_a_report_that_cannot_be_changed_keeps_the_correction(newsroom: Newsroom) -> None:
    slack = newsroom.slack
    channel, report = report_on(newsroom, kind="group")
    form = open_form(newsroom, channel, report, "cannot let")
    slack.refuse("chat.update", Refusal(error="edit_window_closed"))
    assert slack.submit(form, **{NAME: {"value": "Ida Quay"}}) == {}
    slack.workspace.wait_for(lambda: not slack.workspace.refusals["chat.update"])
    view = open_modal(newsroom, channel, report, ALL_QUOTES)
    assert "Ida Quay" in str(view["blocks"])
