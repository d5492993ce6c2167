"""Questions as reporters word them to a colleague: with courtesies, asides, and phrases quoted."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.desk.questions import read_question, understand
from store.names import Known
from store.records import Reading

NOW = datetime(2026, 11, 23, 16, tzinfo=ZoneInfo("Europe/London"))  # a Monday
PEOPLE = frozenset({"kirby", "john kirby", "macron"})
BODIES = frozenset({"unite", "residents"})
SPEAKERS = PEOPLE | BODIES
KNOWN = Known(
    SPEAKERS | {"measles"},
    PEOPLE,
    SPEAKERS,
    {"northern post": "The Northern Post", "western press agency": "The Western Press Agency"},
    bodies=BODIES,
)


def read(question: str) -> Reading:
    return read_question(question, NOW, KNOWN)


@pytest.mark.parametrize(
    "question",
    [
        "hey there, could you tell me what kirby has been saying about oil? thanks!",
        "morning all, need whatever kirby said about oil, cheers",
        "sorry to bother you, but has kirby said anything about oil?",
        "hiya, just wondering if kirby's said anything about oil",
        "any chance you have something from kirby on oil",
        "Kindly provide any remarks by Kirby about oil.",
        "I would be grateful for anything from Kirby on oil",
        "anyone know whether kirby has talked about oil? many thanks",
        "hit me with kirby quotes on oil asap",
        "what's kirby been saying lately about oil",
        "Has Kirby made any statement regarding oil?",
        "To what extent has Kirby addressed oil?",
        "In which articles did Kirby mention oil",
        "what statements has Kirby issued regarding oil",
        "what's kirby's advice on oil",
        "what's the reason kirby gave for oil",
        "who is kirby and what did he say about oil",
        "kirby: what'd he say about oil",
        "kirby (the minister) on oil",
        "quotes form kirby on oil",
        "kirby quotes for a piece on oil",
        "what did kirby say, and when, about oil",
        "kirby quotes in the oil story",
        "how has kirby responded on oil",
        "kirby's people on oil",
        "kirby stance, oil",
        "what's coming out of kirby on oil",
        "have we had anything from kirby on oil",
        "what line is kirby pushing on oil",
    ],
)
def test_courtesies_and_asides_change_nothing(question: str) -> None:
    reading = read(question)
    assert (reading.topic, (reading.speaker or "").lower()) == ("oil", "kirby")


OTHERS = {
    "would you mind pulling together the quotes on oil": Reading("oil"),
    "quick q - who's talked about oil?": Reading("oil"),
    "Which persons have commented upon oil?": Reading("oil"),
    "Who, if anyone, has spoken about oil": Reading("oil"),
    "who else besides Kirby has spoken about oil": Reading("oil", not_by="Kirby"),
    "oil - who mentioned it": Reading("oil", mentioned=True),
    "anyone except Kirby on oil": Reading("oil", not_by="Kirby"),
    "oil reactions, but not from Kirby and the mayor": Reading("oil", not_by="Kirby and mayor"),
    "steel other than that for ships": Reading("steel other than that for ships"),
    "list speakers on oil": Reading("oil"),
    "the fight over oil": Reading("oil"),
    "fears about oil": Reading("oil"),
    "who has doubts about oil": Reading("oil"),
    "Kirby on oil and on steel": Reading("oil", "Kirby", and_about=("steel",)),
    "closure of the Northfield mines": Reading("closure of the Northfield mines"),
    "energy secretary John Kirby: oil": Reading("oil", "John Kirby"),
    "Bank of England governor John Kirby on oil": Reading("oil", "John Kirby"),
    "Brazil's finance minister on oil": Reading("oil", "Brazil's finance minister"),
    "US trade representative on oil": Reading("oil", "US trade representative"),
    "mayor and fire chief on oil": Reading("oil", "mayor and fire chief"),
    "minister Kirby or president Macron on oil": Reading("oil", "Kirby and Macron"),
    "what did the woman from Northfield say": Reading(speaker="woman from Northfield"),
    "what did the court hear from Kirby about oil": Reading("oil", "Kirby"),
    "whom did Kirby accuse": Reading(speaker="Kirby", verb="accuse"),
    "why did Kirby vote for oil": Reading("oil", "Kirby"),
    "did Kirby and Macron disagree about oil": Reading("oil", "Kirby and Macron"),
    "what did Kirby tell analysts": Reading(speaker="Kirby"),
    "Secretary of State John Kirby on oil": Reading("oil", "John Kirby"),
    "experts John Kirby and Macron on oil": Reading("oil", "John Kirby and Macron"),
    "Northfield's John Kirby on oil": Reading("oil", "John Kirby"),
    "John Kirby, head of the oil union, on steel": Reading("steel", "John Kirby"),
    "family of Rosa Kirby": Reading("family of Rosa Kirby"),
    "recall of Mayor Kirby": Reading("recall", and_about=("Kirby",)),
    "who said what about Mayor Kirby": Reading("Kirby"),
    "who said what about children brought up in care": Reading("children brought up in care"),
    "who mentioned Sen. John Kirby": Reading("John Kirby", mentioned=True),
    "race director's apology for oil": Reading("oil", "race director", verb="apologise"),
    "State College's president on oil": Reading("oil", "State College's president"),
    "what did a nurse who asked not to be named say about oil": Reading(
        "oil", role="anonymous nurse"
    ),
    "something punchy on the oil story": Reading("oil"),
    "small island states on oil": Reading("oil", role="small island states"),
    "Northern Post: oil": Reading("oil", outlet="The Northern Post"),
    "the best quotes on oil": Reading("oil"),
    "who told reporters that oil is dear": Reading("oil is dear"),
    "did they ever say why oil is dear": Reading("oil is dear"),
    "what was said by Kirby after the vote": Reading("vote", "Kirby"),
    "what the judge said in the oil case": Reading("oil case", "judge"),
    "the company on oil": Reading("oil", "company"),
    "fire service quotes on oil": Reading("oil", "fire service"),
    "a nurse on oil": Reading("oil", role="nurse"),
    "any aid agency on oil": Reading("oil", role="aid agency"),
    "which senator said oil is dear": Reading("oil is dear", role="senator"),
    "oil: experts": Reading("oil", role="experts"),
    "measles: parents": Reading("measles", role="parents"),
    "oil, quotes from farmers": Reading("oil", role="farmers"),
    "residents on oil": Reading("oil", role="residents"),
    "doctors and nurses on oil": Reading("oil", role="doctors and nurses"),
    "analysts denying oil": Reading("oil", role="analysts", verb="deny"),
    "offcials on oil": Reading("oil", role="officials"),
    "reactoins to oil": Reading("oil"),
    "government source on oil": Reading("oil", "government source"),
    "sources close to the firm": Reading(role="anonymous sources"),
    "who said what without being named on oil": Reading("oil", role="anonymous sources"),
    "did anybody say anything anonymously about oil": Reading("oil", role="anonymous sources"),
    "kirby vs macron, oil": Reading("oil", "kirby and macron"),
    "kirby & macron": Reading(speaker="kirby and macron"),
    "oil, kirby, direct": Reading("oil", "kirby", kind="direct"),
    "kirby on oil, but nothing indirect": Reading("oil", "kirby", kind="direct"),
    "evidence from kirby": Reading(speaker="kirby"),
    "the price of oil, who complains": Reading("price of oil", verb="complain"),
    "direct quotes on oil by tonight": Reading("oil", kind="direct"),
    "oil, may": Reading("oil", since=date(2026, 5, 1), until=date(2026, 5, 31)),
    "oil, october and november": Reading("oil", since=date(2026, 10, 1), until=date(2026, 11, 30)),
    "only Northern Post: oil": Reading("oil", outlet="The Northern Post"),
    "oil in the WPA": Reading("oil", outlet="The Western Press Agency"),
    "what's the view of analysts on oil": Reading("oil", role="analysts"),
    "what did officials say about oil on condition of anonymity": Reading(
        "oil", role="anonymous officials"
    ),
    "what have the diplomats said anonymously about oil": Reading(
        "oil", role="anonymous diplomats"
    ),
    "off-the-record stuff on oil": Reading("oil", role="anonymous sources"),
    "anything off the record about oil": Reading("oil", role="anonymous sources"),
    "officials on oil, unnamed ones": Reading("oil", role="unnamed officials"),
    "anything on oil? analysts I mean": Reading("oil", role="analysts"),
    "who has linked water to the data center": Reading("water", and_about=("data center",)),
    "has anyone blamed oil on grain": Reading("oil", and_about=("grain",), verb="blame"),
    "oil up to and including 5 November": Reading("oil", until=date(2026, 11, 5)),
    "oil up to 5 November": Reading("oil", until=date(2026, 11, 5)),
    "oil on or after 5 November": Reading("oil", since=date(2026, 11, 5)),
    "oil, by November 5 at the latest": Reading("oil", until=date(2026, 11, 5)),
    "oil between 2 and 5 November inclusive": Reading(
        "oil", since=date(2026, 11, 2), until=date(2026, 11, 5)
    ),
    "Northern Post pieces: who said what about oil": Reading("oil", outlet="The Northern Post"),
    "what did the Northern Post quote Kirby as saying on oil": Reading(
        "oil", "Kirby", outlet="The Northern Post"
    ),
}


@pytest.mark.parametrize("question", OTHERS)
def test_questions_are_read_as_they_are_worded(question: str) -> None:
    assert read(question) == OTHERS[question]


@pytest.mark.parametrize(
    "question",
    [
        'did anyone say "a leap in the dark"',
        'find the quote "a leap in the dark"',
        '"a leap in the dark" - who said it and when?',
        '"a leap in the dark", who and when',
        'where does "a leap in the dark" come from',
        'quote with the words "a leap in the dark"',
        "'a leap in the dark' who said that",
    ],
)
def test_a_quoted_phrase_is_all_that_is_looked_for(question: str) -> None:
    assert read(question) == Reading('"a leap in the dark"')


@pytest.mark.parametrize(
    ("question", "otherwise"),
    [
        ('who called it "a leap in the dark"', Reading('"a leap in the dark"')),
        ("unite job losses", Reading("job losses", "unite")),
        ("the school on Mill Street", Reading("school on Mill Street")),
    ],
)
def test_what_else_a_question_may_mean_is_kept(question: str, otherwise: Reading) -> None:
    assert understand(question, NOW, KNOWN).otherwise == otherwise


@pytest.mark.parametrize(
    "question",
    [
        "which party does Kirby belong to",
        "how old is Kirby",
        "are people angry about oil",
        "which speakers are women",
    ],
)
def test_what_no_archive_holds_is_told_apart_however_it_is_asked(question: str) -> None:
    assert understand(question, NOW, KNOWN).unknown


@pytest.mark.parametrize("topic", ["pension age", "new party"])
def test_what_somebody_said_about_an_age_or_a_party_is_held(topic: str) -> None:
    assert read(f"what's Kirby said about the {topic}") == Reading(topic, "Kirby")


@pytest.mark.parametrize(
    "topic",
    ["great barrier reef", "supply chain problems", "first responder pay", "works commencing"],
)
def test_a_topic_keeps_words_that_are_like_those_of_a_question(topic: str) -> None:
    assert read(topic) == Reading(topic)
