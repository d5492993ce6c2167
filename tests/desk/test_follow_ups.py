from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.desk.follow_ups import asks_for_more, is_plain, refine
from bot.errors import QuestionError
from store.names import Known
from store.records import Reading

NOW = datetime(2026, 11, 23, 16, tzinfo=ZoneInfo("Europe/London"))  # a Monday
NAMES = frozenset({"kirby", "john kirby", "cleverly", "wagner", "eu"})
SPEAKERS = frozenset({"kirby", "john kirby", "cleverly", "eu"})
KNOWN = Known(NAMES, SPEAKERS - {"eu"}, SPEAKERS, {"northern post": "The Northern Post"})
TUESDAY = date(2026, 11, 17)
BEFORE = Reading("oil", "Kirby", since=date(2026, 11, 16), until=date(2026, 11, 22))

GUARDIAN = {"outlet": "The Guardian"}


def go_on(question: str, before: Reading = BEFORE) -> Reading | None:
    return refine(before, question, NOW, KNOWN)


@pytest.mark.parametrize(
    ("question", "changed"),
    [
        ("only direct quotes", {"kind": "direct"}),
        ("just the direct ones please", {"kind": "direct"}),
        ("indirect only", {"kind": "indirect"}),
        ("anything direct", {"kind": "direct"}),
        ("drop the indirect ones", {"kind": "direct"}),
        ("and the company?", {"speaker": "company"}),
        ("and his lawyer?", {"speaker": "Kirby's lawyer"}),
        ("what about his former deputy?", {"speaker": "Kirby's former deputy"}),
        ("what did his spokesman say?", {"speaker": "Kirby's spokesman"}),
        ("and what did he say about his lawyer?", {"topic": "lawyer"}),
        ("anyone else from the EU?", {"speaker": "EU"}),
        ("paraphrases?", {"kind": "indirect"}),
        ("and before that?", {"since": None, "until": date(2026, 11, 15)}),
        ("anything earlier?", {"since": None, "until": date(2026, 11, 15)}),
        ("and after that?", {"since": date(2026, 11, 23), "until": None}),
        ("since Tuesday?", {"since": TUESDAY, "until": None}),
        ("and in March?", {"since": date(2026, 3, 1), "until": date(2026, 3, 31)}),
        ("any time", {"since": None, "until": None}),
        ("what about Cleverly?", {"speaker": "Cleverly"}),
        ("and Cleverly?", {"speaker": "Cleverly"}),
        ("cleverly?", {"speaker": "cleverly"}),
        ("only from Cleverly", {"speaker": "Cleverly"}),
        ("what about Wagner?", {"topic": "Wagner"}),
        ("about gas", {"topic": "gas"}),
        ("and on gas and coal?", {"topic": "gas", "and_about": ("coal",)}),
        ("what about officials?", {"speaker": None, "role": "officials"}),
        ("who else?", {"speaker": None, "not_by": "Kirby"}),
        ("anyone else on this", {"speaker": None, "not_by": "Kirby"}),
        ("what abt gas", {"topic": "gas"}),
        ("any from Cleverly", {"speaker": "Cleverly"}),
        ("more from Cleverly", {"speaker": "Cleverly"}),
        ("anything else from him", {"topic": None}),
        ("did she mention gas too", {"topic": "gas"}),
        ("and the exporters?", {"speaker": None, "role": "exporters"}),
        ("officials only", {"speaker": None, "role": "officials"}),
        ("ministers?", {"speaker": None, "role": "ministers"}),
        ("quotes only", {"kind": "direct"}),
        ("just the guardian", {"outlet": "The Guardian"}),
        ("just quotes", {"kind": "direct"}),
        ("paraphrases too", {}),
        ("indirect too", {}),
        ("without paraphrases", {"kind": "direct"}),
        ("cut it to the Guardian", {"outlet": "The Guardian"}),
        ("in the Northern Post only", {"outlet": "The Northern Post"}),
        ("who else talked about it", {"speaker": None, "not_by": "Kirby"}),
        ("when did he say that", {}),
        ("the union?", {"speaker": "union"}),
        ("what about Cleverly, same topic", {"speaker": "Cleverly"}),
        ("anything from her on gas?", {"topic": "gas"}),
        ("any anonymous ones", {"speaker": None, "role": "anonymous sources"}),
        ("just ministers and officials", {"speaker": None, "role": "ministers and officials"}),
        ("what about gas instead", {"topic": "gas"}),
        ("since Tuesday pls", {"since": TUESDAY, "until": None}),
        ("did Cleverly say anything", {"speaker": "Cleverly"}),
        ("the week before?", {"since": date(2026, 11, 9), "until": date(2026, 11, 15)}),
        ("and the month after", {"since": date(2026, 11, 23), "until": date(2026, 12, 22)}),
        ("and in the Northern Post?", {"outlet": "The Northern Post"}),
        ("in the Guardian", {"outlet": "The Guardian"}),
        ("what did he say about gas?", {"topic": "gas"}),
        ("and what did Cleverly say?", {"speaker": "Cleverly"}),
        ("what did Cleverly say about it?", {"speaker": "Cleverly"}),
        ("what did Cleverly say?", {"speaker": "Cleverly"}),
        ("what do ministers say", {"speaker": None, "role": "ministers"}),
        ("what are ministers saying?", {"speaker": None, "role": "ministers"}),
        ("how did Cleverly react?", {"speaker": "Cleverly"}),
        ("what has Cleverly been saying", {"speaker": "Cleverly"}),
        ("without Cleverly please", {"not_by": "Cleverly"}),
        ("leave out the ministers", {"not_by": "ministers"}),
        ("take off the date", {"since": None, "until": None}),
        ("go back to Tuesday", {"since": TUESDAY, "until": None}),
        ("can I see that for Cleverly instead?", {"speaker": "Cleverly"}),
        ("same thing but just in the Guardian", {"outlet": "The Guardian"}),
        ("now do gas", {"topic": "gas"}),
        ("her spokesman?", {"speaker": "Kirby's spokesman"}),
        ("what did his lawyer say?", {"speaker": "Kirby's lawyer"}),
        ("and his ministers?", {"speaker": None, "role": "ministers"}),
        ("and Cleverly's office?", {"speaker": "Cleverly's office"}),
        ("and the prime minister?", {"speaker": "prime minister"}),
        ("and the White House?", {"speaker": "White House"}),
        ("and about him?", {"topic": "Kirby", "speaker": None}),
        ("and last week?", {}),
        ("the week before that", {"since": date(2026, 11, 9), "until": date(2026, 11, 15)}),
        ("the previous week?", {"since": date(2026, 11, 9), "until": date(2026, 11, 15)}),
        ("and the previous month?", {"since": date(2026, 10, 1), "until": date(2026, 10, 31)}),
        ("and the next day?", {"since": date(2026, 11, 23), "until": date(2026, 11, 23)}),
        ("and two days later?", {"since": date(2026, 11, 18), "until": date(2026, 11, 24)}),
        ("a year earlier?", {"since": date(2025, 11, 16), "until": date(2025, 11, 22)}),
        ("go back a month", {"since": date(2026, 10, 16)}),
        ("further back", {"since": None, "until": date(2026, 11, 15)}),
        ("anything more recent?", {"since": date(2026, 11, 23), "until": None}),
        ("has he said anything since then?", {"since": date(2026, 11, 23), "until": None}),
        ("what did he say before that?", {"since": None, "until": date(2026, 11, 15)}),
        (
            "what did Cleverly say before that?",
            {"speaker": "Cleverly", "since": None, "until": date(2026, 11, 15)},
        ),
        ("before the vote on 11 October", {"since": None, "until": date(2026, 10, 10)}),
        ("and before the vote?", {}),
        ("and what did he say after the vote?", {}),
        ("since the beginning", {"since": None, "until": None}),
        ("when was that?", {}),
        ("the latest?", {}),
        ("just his own words", {"kind": "direct"}),
        ("did anyone else say that?", {"speaker": None, "not_by": "Kirby"}),
        ("and who else in the Guardian?", {"speaker": None, "not_by": "Kirby", **GUARDIAN}),
        ("everyone but Cleverly", {"speaker": None, "not_by": "Cleverly"}),
        ("actually Cleverly", {"speaker": "Cleverly"}),
        ("change that to last month", {"since": date(2026, 10, 1), "until": date(2026, 10, 31)}),
        (
            "only direct quotes by Cleverly since Tuesday",
            {"speaker": "Cleverly", "kind": "direct", "since": TUESDAY, "until": None},
        ),
    ],
)
def test_a_question_that_goes_on_changes_what_it_names(
    question: str, changed: dict[str, object]
) -> None:
    assert go_on(question) == replace(BEFORE, **changed)  # type: ignore[arg-type]  # its own fields


@pytest.mark.parametrize(
    "question",
    [
        "who said what about sanctions",
        "what did Cleverly say about sanctions",
        "quotes by Cleverly",
        "tariffs on steel",
    ],
)
def test_a_whole_question_begins_anew(question: str) -> None:
    assert go_on(question) is None


def test_a_speaker_is_added_where_there_was_only_a_topic() -> None:
    assert go_on("what about Cleverly?", Reading("oil")) == Reading("oil", "Cleverly")


def test_a_body_without_words_of_its_own_takes_the_place_of_another_speaker() -> None:
    known = Known(NAMES | {"wagner"}, bodies=frozenset({"wagner"}))
    followed = refine(Reading(speaker="eu"), "what about Wagner?", NOW, known)
    assert followed == Reading(speaker="Wagner")


@pytest.mark.parametrize("words", ["what about Moscow?", "and the Kremlin?", "and Harland?"])
def test_one_place_after_another_is_to_speak(words: str) -> None:
    known = Known(frozenset({"harland"}), places=frozenset({"harland"}))
    asked = refine(Reading("tankers", "Kyiv"), words, NOW, known)
    assert asked == Reading("tankers", words.rstrip("?").split()[-1])


@pytest.mark.parametrize("speaker", ["US ambassador", "French foreign minister", "Russia's envoy"])
def test_a_place_after_an_office_of_a_state_is_to_speak(speaker: str) -> None:
    assert refine(Reading("tankers", speaker), "and Beijing?", NOW, KNOWN) == Reading(
        "tankers", "Beijing"
    )


@pytest.mark.parametrize(
    ("words", "name"), [("and Ann Kirby?", "Ann Kirby"), ("the police union?", "police union")]
)
def test_who_may_speak_does_so_in_place_of_another_speaker(words: str, name: str) -> None:
    assert go_on(f"what about {words}") == replace(BEFORE, speaker=name)


def test_a_place_after_a_person_is_a_topic() -> None:
    assert go_on("what about Moscow?") == replace(BEFORE, topic="Moscow")


def test_the_previous_week_is_the_last_one_where_no_time_was_asked_for() -> None:
    asked = Reading("oil", since=date(2026, 11, 16), until=date(2026, 11, 22))
    assert go_on("and the previous week?", Reading("oil")) == asked


def test_what_is_his_and_speaks_for_nobody_is_a_topic() -> None:
    assert go_on("and his budget?") == replace(BEFORE, topic="budget")


def test_before_that_needs_a_time_in_the_question_before() -> None:
    with pytest.raises(QuestionError, match="no time"):
        go_on("and before that?", Reading("oil"))


def test_limits_that_were_not_named_stay() -> None:
    before = replace(BEFORE, outlet="The Northern Post", kind="direct", and_about=("gas",))
    assert go_on("since Tuesday", before) == replace(before, since=TUESDAY, until=None)


@pytest.mark.parametrize(
    "words", ["more", "More?", "show me more", "next", "next page", "the rest"]
)
def test_more_asks_for_the_next_page(words: str) -> None:
    assert asks_for_more(words)


@pytest.mark.parametrize("words", ["more oil", "what more did he say", "Moore", ""])
def test_other_words_do_not_ask_for_it(words: str) -> None:
    assert not asks_for_more(words)


@pytest.mark.parametrize(
    "words",
    [
        "what about Cleverly?",
        "and before that?",
        "since Monday?",
        "only direct quotes?",
        "who said what about gas",
        "what did Cleverly say about gas",
        "and in the Northern Post?",
        "and his lawyer?",
        "and the prime minister?",
        "a week earlier?",
        "and before the vote?",
    ],
)
def test_some_words_surely_go_on_whoever_is_addressed(words: str) -> None:
    assert is_plain(words, NOW, KNOWN)


@pytest.mark.parametrize(
    "words",
    [
        "thanks",
        "ok thanks!",
        "great, I'll call Kirby",
        "so what do we do now?",
        "what about lunch?",
        "and you?",
        "Kirby is lying",
        "on it",
        "let's meet on Monday",
        "and your lawyer?",
        "why?",
        "when was that?",
        "and his budget?",
        "can you check with Cleverly?",
    ],
)
def test_other_talk_in_a_thread_is_no_question(words: str) -> None:
    assert not is_plain(words, NOW, KNOWN)


def test_whose_lawyer_it_is_may_be_told_by_the_topic() -> None:
    about = Reading("Kirby")
    assert go_on("and his lawyer?", about) == replace(about, speaker="Kirby's lawyer")
    assert go_on("and his lawyer?", Reading("gas")) == Reading("gas", speaker="his lawyer")


@pytest.mark.parametrize(
    "words",
    [
        "what did he say himself?",
        "and what has she said?",
        "did he comment?",
        "and Kirby himself?",
        "and what did Kirby say himself?",
    ],
)
def test_whoever_was_asked_about_may_be_asked_for(words: str) -> None:
    asked = go_on(words, Reading("Kirby"))
    assert asked is not None
    assert (asked.speaker, asked.topic) == ("Kirby", None)


def test_nobody_is_asked_for_where_the_topic_is_nobody() -> None:
    assert go_on("and what did he say?", Reading("oil")) is None


TURNED = Reading("Kirby", "Cleverly")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("and what did he say about her?", TURNED),
        ("what has she said about him?", TURNED),
        ("and what did he say?", TURNED),
        ("did she respond?", TURNED),
        ("and his response?", TURNED),
        ("what did he say in return?", TURNED),
        ("vice versa?", TURNED),
        ("what else did she say about him?", Reading("Cleverly", "Kirby")),
        ("what did she say about him on Tuesday?", Reading("Cleverly", "Kirby", since=TUESDAY)),
    ],
)
def test_the_same_question_again_asks_for_the_words_of_the_other(
    question: str, expected: Reading
) -> None:
    followed = go_on(question, Reading("Cleverly", "Kirby"))
    assert followed == replace(expected, until=expected.since)


@pytest.mark.parametrize(
    ("before", "question", "expected"),
    [
        (Reading("Kirby", "EU"), "what did she say about it?", Reading("EU", "Kirby")),
        (Reading("EU", "Kirby"), "what did it say about him?", Reading("Kirby", "EU")),
        (Reading("EU", "Kirby"), "did it reply?", Reading("Kirby", "EU")),
        (
            Reading("ministers", "Kirby"),
            "and what did they say about him?",
            Reading("Kirby", role="ministers"),
        ),
        (Reading("oil", "Kirby"), "what did he say about it?", Reading("oil", "Kirby")),
        (
            Reading("Kirby", role="ministers"),
            "and what did he say about them?",
            Reading("ministers", "Kirby"),
        ),
    ],
)
def test_a_person_is_he_or_she_and_a_body_it(
    before: Reading, question: str, expected: Reading
) -> None:
    known = replace(KNOWN, bodies=frozenset({"eu"}))
    assert refine(before, question, NOW, known) == expected
