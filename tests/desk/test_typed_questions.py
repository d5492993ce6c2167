"""Questions as reporters in a hurry type them: chat spelling, no marks, names beside topics."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.desk.questions import read_question, understand
from store.names import Known
from store.records import Reading

NOW = datetime(2026, 11, 23, 16, tzinfo=ZoneInfo("Europe/London"))  # a Monday
PEOPLE = frozenset({"kirby", "john kirby", "putin", "macron", "sunak"})
SPEAKERS = PEOPLE | {"eu", "white house", "kremlin", "unite"}
KNOWN = Known(
    SPEAKERS | {"wagner", "ukraine"}, PEOPLE, SPEAKERS, {"northern post": "The Northern Post"}
)
LAST_WEEK = (date(2026, 11, 16), date(2026, 11, 22))


def read(question: str) -> Reading:
    return read_question(question, NOW, KNOWN)


ON_OIL = [
    "who has been banging on about oil",
    "any1 talking about oil",
    "what have ppl said about oil",
    "who do we have on the record re oil",
    "who do we have on oil",
    "re oil, who said what",
    "all we've got on oil",
    "whats the reaction been to oil",
    "anybody mention oil yet?",
    "oil - what did they say",
    "who's who on oil",
    "morning! what've we got on oil",
    "can someone dig out quotes on oil",
    "oil reaction",
    "political reaction to oil",
    "who raised concerns about oil",
    "any concerns raised re oil",
    "oil like",
    "oil!! who",
    "oil whos commented",
    "oil, who's spoken",
    "any mention of oil",
    "what reaction has there been to oil",
    "every quote we've got on oil",
    "oil comments",
    "what was there about oil",
    "full quotes on oil",
]


@pytest.mark.parametrize("question", ON_OIL)
def test_a_topic_is_read_as_it_is_typed(question: str) -> None:
    assert read(question) == Reading("oil", mentioned="mention" in question)


KIRBY_ON_OIL = [
    "kirby oil",
    "oil kirby",
    "kirby, oil",
    "kirby/oil",
    "kirby - oil",
    "oil: kirby",
    "quotes - kirby - oil",
    "kirby quote oil",
    "kirby oil quotes pls",
    "kirby re oil",
    "kirby on oil in full",
    "what was kirbys answer on oil",
    "kirbys words on oil",
    "what did kirby sat on oil",
    "oil - what did kirby say",
    "what line is kirby taking on oil",
    "whats kirby been saying on oil",
    "first time kirby mentioned oil",
    "did anyone from kirby talk about oil",
    "how did kirby put it on oil",
    "where's kirby on oil",
    "kirby: anything on oil?",
    "im after kirbys quotes on oil",
    "kirby mentions of oil",
    "mr kirby on oil",
    "pres kirby oil",
    "find kirby talking about oil",
    "kirby talking oil",
    "kirby statement oil",
    "kirby's oil quotes",
    "kirbys oil comments",
    "kirby's explanation for oil",
    "kirby on record about oil",
    "anything official from kirby on oil",
]


@pytest.mark.parametrize("question", KIRBY_ON_OIL)
def test_a_speaker_and_a_topic_are_told_apart_as_they_are_typed(question: str) -> None:
    assert read(question) == Reading("oil", "kirby", mentioned="mention" in question)


OTHERS = {
    "govt line on oil": Reading("oil", "government"),
    "any reaction yet to the oil price": Reading("oil price"),
    "what's the reaction to oil from experts": Reading("oil", role="experts"),
    "the eus line on oil": Reading("oil", "eu"),
    "anything out of the kremlin": Reading(speaker="kremlin"),
    "who from the eu has talked about oil": Reading("oil", "eu"),
    "anyone at the eu said anything about oil": Reading("oil", "eu"),
    "putin v macron on ukraine": Reading("ukraine", "putin and macron"),
    "unites position on pay": Reading("pay", "unite"),
    "unite reaction pay": Reading("pay", "unite"),
    "unite pay comments": Reading("pay", "unite"),
    "experts quotes oil": Reading("oil", role="experts"),
    "government sources on oil": Reading("oil", role="government sources"),
    "people familiar with the talks on oil": Reading("oil", role="anonymous sources"),
    "what is kirby calling for": Reading(speaker="kirby", verb="call"),
    "what did kirby promise workers": Reading("workers", "kirby", verb="promise"),
    "did kirby say why oil is dear": Reading("oil is dear", "kirby"),
    "what did kirby say verbatim about oil": Reading("oil", "kirby", kind="direct"),
    "kirby on oil in quotation marks only": Reading("oil", "kirby", kind="direct"),
    "direct quotes only: oil": Reading("oil", kind="direct"),
    "oil friday": Reading("oil", since=date(2026, 11, 20), until=date(2026, 11, 20)),
    "kirby oct quotes": Reading(speaker="kirby", since=date(2026, 10, 1), until=date(2026, 10, 31)),
    "northern post oil": Reading("oil", outlet="The Northern Post"),
    "did the northern post quote kirby on oil": Reading("oil", "kirby", outlet="The Northern Post"),
    "wagner: kirby": Reading("wagner", "kirby"),
    "pm on pay": Reading("pay", "prime minister"),
    "mayor on the bridge": Reading("bridge", "mayor"),
    "what r residents saying about oil": Reading("oil", role="residents"),
    "eyewitnesses on oil": Reading("oil", role="eyewitnesses"),
    "midwives on pay": Reading("pay", role="midwives"),
    "the opposition on pay": Reading("pay", role="opposition"),
    "teacher quotes": Reading(speaker="teacher"),
    "what warnings has kirby given on oil": Reading("oil", "kirby", verb="warn"),
    "who's been critical of oil": Reading("oil", verb="criticise"),
    "what did kirby warn about": Reading(speaker="kirby", verb="warn"),
    "did the northern post quote anyone on oil": Reading("oil", outlet="The Northern Post"),
    "guardian on oil": Reading("oil", outlet="The Guardian"),
    "anything in the guardian re oil": Reading("oil", outlet="The Guardian"),
    "what did the bbc report kirby saying about oil": Reading("oil", "kirby", outlet="BBC"),
    "kirby on oil, no paraphrases": Reading("oil", "kirby", kind="direct"),
    "actual quotes from kirby on oil, not paraphrase": Reading("oil", "kirby", kind="direct"),
    "oil, but nothing from kirby": Reading("oil", not_by="kirby"),
    "anyone link oil and gas?": Reading("oil", and_about=("gas",)),
    'did anybody say "act of war" about oil': Reading('"act of war"', and_about=("oil",)),
    "who talked about oil and also gas": Reading("oil", and_about=("gas",)),
    "what are drs saying about pay": Reading("pay", role="doctors"),
    "who spoke off the record about oil": Reading("oil", role="anonymous sources"),
    "kirby denies oil": Reading("oil", "kirby", verb="deny"),
    "kirby promises on oil": Reading("oil", "kirby", verb="promise"),
    "kirby admitted what": Reading(speaker="kirby", verb="admit"),
    "anyone denying oil": Reading("oil", verb="deny"),
    "criticism of oil": Reading("oil", verb="criticise"),
    "any apologies for oil": Reading("oil", verb="apologise"),
    "who denied it": Reading(verb="deny"),
    "who refused to comment": Reading(verb="refuse"),
    "oil quotes yday": Reading("oil", since=date(2026, 11, 22), until=date(2026, 11, 22)),
    "oil in the last 24h": Reading("oil", since=date(2026, 11, 22), until=date(2026, 11, 23)),
    "oil on the 20th": Reading("oil", since=date(2026, 11, 20), until=date(2026, 11, 20)),
    "oil in febuary": Reading("oil", since=date(2026, 2, 1), until=date(2026, 2, 28)),
    "oil since wendesday": Reading("oil", since=date(2026, 11, 18)),
    "oil nov 1-5": Reading("oil", since=date(2026, 11, 1), until=date(2026, 11, 5)),
    "oil 1-5 nov": Reading("oil", since=date(2026, 11, 1), until=date(2026, 11, 5)),
    "oil like last week": Reading("oil", None, *LAST_WEEK),
    "kirby oil last week": Reading("oil", "kirby", *LAST_WEEK),
    "who was quoted last week": Reading(None, None, *LAST_WEEK),
    "oil, just the guardian": Reading("oil", outlet="The Guardian"),
    "oil guardian only": Reading("oil", outlet="The Guardian"),
    "oil (guardian)": Reading("oil", outlet="The Guardian"),
    "guardian quotes on oil": Reading("oil", outlet="The Guardian"),
    "as quoted in northern post: oil": Reading("oil", outlet="The Northern Post"),
    "oil in the Northern Star": Reading("oil", outlet="The Northern Star"),
    "oil in the coastal gazette": Reading("oil", outlet="The coastal gazette"),
    "talks in the morning sun": Reading("talks in the morning sun"),
    "oil direct only": Reading("oil", kind="direct"),
    "word for word what did kirby say": Reading(speaker="kirby", kind="direct"),
    "paraphrased only: kirby oil": Reading("oil", "kirby", kind="indirect"),
    "kirby on oil, indirect only": Reading("oil", "kirby", kind="indirect"),
    "indirect only: kirby on oil": Reading("oil", "kirby", kind="indirect"),
    "experts on oil, off the record ones": Reading("oil", role="anonymous experts"),
    "experts on oil, anonymous ones too": Reading("oil", role="experts"),
    "what did the env agency say about oil": Reading("oil", "environment agency"),
    "commerce dept on oil": Reading("oil", "commerce department"),
    "health sec on oil": Reading("oil", "health secretary"),
    "what did the tech sec say about oil": Reading("oil", "technology secretary"),
    "what has the us said on oil": Reading("oil", "US"),
    "kirby on nkorea": Reading("North Korea", "kirby"),
    "who said what about Easter": Reading("Easter"),
    '"cost of living" quotes': Reading('"cost of living"'),
}


@pytest.mark.parametrize("question", OTHERS)
def test_limits_groups_and_verbs_are_read_as_they_are_typed(question: str) -> None:
    assert read(question) == OTHERS[question]


@pytest.mark.parametrize("question", ["sen kirby on oil", "what did Sen. Kirby say about oil"])
def test_a_title_stays_where_several_have_the_name(question: str) -> None:
    known = Known(frozenset({"kirby"}), PEOPLE, SPEAKERS, shared=frozenset({"kirby"}))
    speaker = read_question(question, NOW, known).speaker
    assert (speaker or "").lower().replace(".", "") == "sen kirby"


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("the letter to kirby", "letter to kirby"),
        ("attack on putin", "attack on putin"),
        ("kirby's trial", "kirby's trial"),
        ("wagner sanctions", "wagner sanctions"),
        ("macron and the strike", "macron"),
    ],
)
def test_a_name_that_is_part_of_a_topic_speaks_on_none(question: str, topic: str) -> None:
    reading = read(question)
    assert (reading.topic, reading.speaker) == (topic, None)


@pytest.mark.parametrize(
    ("question", "otherwise"),
    [
        ("kirby trial quotes", Reading("kirby trial")),
        ("mayor on the bridge", Reading("mayor on the bridge")),
        ("anyone quoted on Easter", Reading("Easter")),
        ("election 2019", Reading("election 2019")),
        ("unite pay comments", Reading("unite pay")),
        ("oil - what did kirby say", Reading(speaker="kirby")),
        ("kirby on oil", None),
    ],
)
def test_what_may_be_a_topic_as_well_is_kept_for_when_nothing_is_found(
    question: str, otherwise: Reading | None
) -> None:
    assert understand(question, NOW, KNOWN).otherwise == otherwise


def test_a_name_that_ends_like_a_small_word_is_not_cut_before_the_kind() -> None:
    names = frozenset({"strand"})
    reading = read_question("Strand direct quotes on oil", NOW, Known(names, names, names))
    assert reading == Reading("oil", "Strand", kind="direct")


@pytest.mark.parametrize("question", ["who backed the sanctions", "who supported the plan"])
def test_who_was_for_something_is_not_known(question: str) -> None:
    assert understand(question, NOW, KNOWN).unknown == "what a speaker feels, or is for or against"


def test_a_body_that_articles_call_the_department_is_asked_for_by_its_name() -> None:
    body = frozenset({"department"})
    known = Known(names=body, speakers=body, bodies=body)
    question = "what did the state department say about oil"
    assert read_question(question, NOW, known) == Reading("oil", "state department")
