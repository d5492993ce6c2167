"""States, their people and offices, as reporters in a hurry type them, and go on from them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.desk.follow_ups import refine
from bot.desk.questions import read_question
from bot.desk.referring import ask_instead
from bot.desk.straightening import straighten
from store.names import Known
from store.records import Reading

NOW = datetime(2026, 11, 23, 16, tzinfo=ZoneInfo("Europe/London"))  # a Monday
NAMES = frozenset({"kirby", "roe", "eu", "acme"})
PEOPLE = frozenset({"kirby", "roe"})
KNOWN = Known(NAMES, PEOPLE, NAMES - {"acme"}, bodies=frozenset({"eu", "acme"}))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("irans nuclear chief on fordo", "iran's nuclear chief on fordo"),
        ("what did south koreas president say", "what did south korea's president say"),
        ("the kremlins spokesman", "the kremlin's spokesman"),
        ("and polands?", "and poland's"),
        ("the philippines on rice", "the philippines on rice"),
        ("athens on marbles", "athens on marbles"),
        ('who said "the irans of this world"', 'who said "the irans of this world"'),
        ("germans on beer", "germans on beer"),
        ("bejing on coal", "Beijing on coal"),
    ],
)
def test_the_apostrophe_of_a_state_may_be_left_out(typed: str, meant: str) -> None:
    assert straighten(typed) == meant


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("germany on tariffs", Reading("tariffs", "germany")),
        ("kinshasa on the outbreak", Reading("outbreak", "kinshasa")),
        ("the greeks on the marbles", Reading("marbles", "greeks")),
        ("south koreans on the match", Reading("match", "south koreans")),
        ("us treasury on grain", Reading("grain", "US treasury")),
        ("farm lobby on the levy", Reading("levy", "farm lobby")),
        ("polish sports minister", Reading(speaker="polish sports minister")),
        ("the mayor of ostrel", Reading(speaker="mayor of ostrel")),
        ("roe's lawyer", Reading(speaker="roe's lawyer")),
        ("roes lawyer", Reading(speaker="roe's lawyer")),
        ("bank robber", Reading("bank robber")),
        ("who talked about Acme's manager", Reading("manager", and_about=("Acme",))),
        ("since friday anything on oil", Reading("oil", since=date(2026, 11, 20))),
        ("before friday quotes from kirby", Reading(speaker="kirby", until=date(2026, 11, 19))),
    ],
)
def test_who_speaks_is_told_from_the_topic(question: str, read: Reading) -> None:
    assert read_question(question, NOW, KNOWN) == read


@pytest.mark.parametrize(
    ("before", "question", "after"),
    [
        (
            Reading("flags", "Russian sports minister"),
            "and the polish one?",
            Reading("flags", "polish sports minister"),
        ),
        (Reading("coal", "brazil's envoy"), "and indias?", Reading("coal", "india's envoy")),
        (
            Reading("vote", role="observers"),
            "the eu ones",
            Reading("vote", role="eu observers"),
        ),
        (Reading("oil", "Kirby"), "only the direct ones", Reading("oil", "Kirby", kind="direct")),
        (Reading("junta", "paris"), "and the us", Reading("junta", "us")),
        (Reading("boats", "home secretary"), "and tunis?", Reading("boats", "tunis")),
        (Reading("pills", "Roe's lawyer"), "and her coach", Reading("pills", "Roe's coach")),
        (Reading("drill", "Japan"), "and its military", Reading("drill", "Japan's military")),
        (Reading("oil", "Kirby"), "and the greek one", Reading("greek one", "Kirby")),
    ],
)
def test_a_follow_up_says_whose(before: Reading, question: str, after: Reading) -> None:
    changed = refine(before, question, NOW, KNOWN)
    assert changed is not None
    assert (changed.topic, changed.role, changed.kind) == (after.topic, after.role, after.kind)
    assert (changed.speaker or "").lower() == (after.speaker or "").lower()


@pytest.mark.parametrize(
    ("before", "changed", "instead"),
    [
        (Reading("ferry", "minister"), Reading("Acme", "minister"), Reading("ferry", "Acme")),
        (Reading("ferry"), Reading("Acme"), None),
        (Reading("ferry", "minister"), Reading("ferry", "mayor"), None),
        (Reading(speaker="minister"), Reading("Acme", "minister"), None),
    ],
)
def test_a_new_topic_may_be_who_speaks(
    before: Reading, changed: Reading, instead: Reading | None
) -> None:
    assert ask_instead(before, changed) == instead
