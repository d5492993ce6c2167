"""Where what is said ends and the article goes on, and which words are no statement at all."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.saying import told


@pytest.mark.parametrize(
    "tail",
    [
        "putting 300 people out of work",
        "setting up a clash with the council, which owns the land",
        "a blow to a town that has lost two mills already",
        "the first such cut in ten years",
        "in a move that surprised its investors",
        "as the Norwegian company shifts its money toward timber",
    ],
)
def test_an_articles_first_sentence_sums_up_what_the_news_means(tail: str, nlp: Language) -> None:
    text = f"OSLO — Norden Mills said on Thursday that it would close its plant, {tail}."
    assert told(text, nlp) == ["it would close its plant"]


def test_further_on_what_hangs_behind_a_comma_is_said(nlp: Language) -> None:
    text = (
        "A truck hit a bus on Friday. The police said it ran a red light, killing two of the men."
    )
    assert told(text, nlp) == ["it ran a red light, killing two of the men"]


def test_what_stands_between_marks_in_the_first_sentence_is_said(nlp: Language) -> None:
    text = "Mara Lund said on Friday that the mill would close, a “disgrace” for a proud town."
    assert told(text, nlp) == ["the mill would close, a “disgrace” for a proud town"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "It is late. The mayor said 200 choirs would sing at the festival, which opens in May.",
            ["200 choirs would sing at the festival"],
        ),
        (
            "The firm had said it backed it, which its boss, Mara Lund, called “a gift to all”.",
            ["it backed it", "a gift to all"],
        ),
        (
            "Mara Lund said the price of oil had risen by 4%, and she blamed ministers for it.",
            ["the price of oil had risen by 4%", "ministers for it"],
        ),
        (
            "Lund said bills in the state had risen 4%, and she blamed ministers for “a third”.",
            ["bills in the state had risen 4%", "ministers for “a third”"],
        ),
        (
            "The mayor has promised $25 million for fire engines, money that is not in the budget.",
            ["$25 million for fire engines"],
        ),
        (
            "It is late. Police said officers had fired in defense, an account disputed by all.",
            ["officers had fired in defense"],
        ),
        (
            "The mill was fined Thursday, the council said, in what ministers hailed as a start.",
            ["The mill was fined Thursday"],
        ),
        (
            "Beijing accused Manila of ramming a boat, a charge Manila denied.",
            ["Manila of ramming a boat"],
        ),
        (
            "Her lawyer said she had been refused a doctor and feared that she would be hurt.",
            ["she had been refused a doctor", "she would be hurt"],
        ),
        (
            "The navy said that it had lost two ships but would not say how many men had died.",
            ["it had lost two ships"],
        ),
        (
            "One man said the thieves had taken his car and then offered to sell it.",
            ["the thieves had taken his car and then offered to sell it"],
        ),
        (
            "Mara Lund said the wall could be built by May, though she admitted it was late.",
            ["the wall could be built by May", "it was late"],
        ),
        (
            "Mara Lund told guests that he had been to sea and “never spoke of anything else”.",
            ["he had been to sea and “never spoke of anything else”"],
        ),
        (
            "Mara Lund called for an inquiry led by a judge and accused ministers of hiding it.",
            ["an inquiry led by a judge", "ministers of hiding it"],
        ),
    ],
)
def test_a_statement_ends_where_another_is_told(
    text: str, contents: list[str], nlp: Language
) -> None:
    assert told(text, nlp) == contents


@pytest.mark.parametrize(
    "content",
    [
        "a written promise on staffing before the deal is signed",
        "a ban on cars until the end of the year",
        "further strikes by the summer if the firm did not move",
        "gusts up to 70 mph through Sunday",
        "snow behind it",
    ],
)
@pytest.mark.parametrize("cue", ["demanded", "called for", "warned of"])
def test_what_limits_a_demand_or_a_warning_is_part_of_it(
    cue: str, content: str, nlp: Language
) -> None:
    assert told(f"Mara Lund {cue} {content}.", nlp) == [content]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("The mayor said it opens at 6 p.m. Schools stay closed.", ["it opens at 6 p.m."]),
        ("The mayor said it opens at 9 a.m. Drivers may wait.", ["it opens at 9 a.m."]),
        ("The mayor said it opens at 6 p.m. Friday.", ["it opens at 6 p.m. Friday"]),
        ("The mayor said it opens at 3 p.m. Oslo time.", ["it opens at 3 p.m. Oslo time"]),
        ("He left at 6 p.m. “We were lucky,” the mayor said.", ["We were lucky,"]),
        ("It was sold to Acme Inc. “They were lucky,” the mayor said.", ["They were lucky,"]),
        ("It had the shape of an M. “Lund sang well,” the mayor said.", ["Lund sang well,"]),
    ],
)
def test_a_statement_ends_with_the_hour_or_short_form_that_ends_its_sentence(
    text: str, contents: list[str], nlp: Language
) -> None:
    assert told(text, nlp) == contents


@pytest.mark.parametrize("listener", ["the panel", "reporters", "the court"])
def test_who_is_told_is_no_part_of_what_is_said(listener: str, nlp: Language) -> None:
    assert told(f"Mara Lund told {listener} data centers had created 340 jobs.", nlp) == [
        "data centers had created 340 jobs"
    ]


@pytest.mark.parametrize(
    "content",
    [
        "an apology from the minister",
        "$15 million from a state fund",
        "weekly reports from the ten slowest courts",
    ],
)
@pytest.mark.parametrize("cue", ["demanded", "requested"])
def test_a_demand_is_found_with_who_shall_meet_it(cue: str, content: str, nlp: Language) -> None:
    assert told(f"The governor, Mara Lund, {cue} {content}.", nlp) == [content]


def test_what_a_thing_is_called_is_told_with_whom_it_is_that_to(nlp: Language) -> None:
    text = "Mara Lund called the closures “a blow” to towns that could not take another."
    assert told(text, nlp) == ["the closures “a blow” to towns that could not take another"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Mara Lund told reporters that Norland had nobody there, “on leave or otherwise.”",
            "Norland had nobody there, “on leave or otherwise.”",
        ),
        (
            "Mara Lund said the sum had been announced before, “twice by him and once by mistake”.",
            "the sum had been announced before, “twice by him and once by mistake”",
        ),
    ],
)
def test_a_quote_that_ends_the_sentence_belongs_to_its_clause(
    text: str, content: str, nlp: Language
) -> None:
    assert told(text, nlp) == [content]


def test_a_clause_is_found_behind_how_and_from_where_it_was_said(nlp: Language) -> None:
    text = "Mara Lund, the medic, said by telephone from the camp that cholera had killed two men."
    assert told(text, nlp) == ["cholera had killed two men"]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Lund, who leads a choir called the Larks, sang on Friday.",
        "Mara Lund pleaded guilty last year to one count of fraud.",
        "The firm is waiting for a court to decide whether its pipeline may cross the river.",
        "The owners want a limit of $190 million on wages.",
        "Workers were also anxious about their pensions.",
        "The tribunal dismissed that.",
        "On Friday Mara Lund learned that the mill was going abroad.",
        "Mara Lund spoke on the condition that her firm not be identified.",
        "A woman asked to be identified as Mara.",
    ],
)
def test_a_name_a_wish_a_plea_or_an_open_matter_is_no_statement(text: str, nlp: Language) -> None:
    assert told(text, nlp) == []


@pytest.mark.parametrize(
    "content",
    [
        "accused the agency of | hiding Lantern from Congress for four years",
        "warned of | ‘thousands of errors’ if appeals were heard in secret",
        "promised | £6m for towns hit by tariffs, among them Hessle",
        "described | the hearing as “two hours of fog”",
        "blamed | the coup on months of unpaid wages",
    ],
)
def test_how_long_on_what_condition_and_for_whom_belongs_to_what_is_told(
    content: str, nlp: Language
) -> None:
    cue, words = content.split(" | ")
    assert told(f"Mara Lund {cue} {words}.", nlp)[0].endswith(words)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "It is late. The union announced a two-day walkout after talks on pay collapsed.",
            ["a two-day walkout"],
        ),
        (
            "It is late. Mara Lund said she regretted it, which is only the third of its kind.",
            ["she regretted it"],
        ),
        (
            "It is late. Norden said fares would rise, while Mara Lund said they would fall.",
            ["fares would rise", "they would fall"],
        ),
        (
            "It is late. Mara Lund told police that it was “a joke”. The trial continues.",
            ["it was “a joke”"],
        ),
        (
            "Mara Lund said two men with “a past” had been dismissed in May. “We asked,” she said.",
            ["two men with “a past” had been dismissed in May", "We asked,"],
        ),
    ],
)
def test_a_statement_holds_neither_the_writers_words_nor_the_next_speakers(
    text: str, contents: list[str], nlp: Language
) -> None:
    assert told(text, nlp) == contents


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Mara Lund apologised to the crew for “years of neglect”.", ["years of neglect"]),
        ("Mara Lund complained to the firm about its late trains.", ["its late trains"]),
    ],
)
def test_to_whom_an_apology_or_a_complaint_is_made_is_no_part_of_it(
    text: str, contents: list[str], nlp: Language
) -> None:
    assert told(text, nlp) == contents


def test_a_cue_is_known_in_british_spelling(nlp: Language) -> None:
    american, british = "She apologized for the long delay.", "She apologised for the long delay."
    assert told(british, nlp) == told(american, nlp) == ["the long delay"]


def test_an_opinion_in_somebodys_own_words_is_a_statement(nlp: Language) -> None:
    text = "Mara Lund welcomed the ruling as “certainty at last”."
    assert told(text, nlp) == ["the ruling as “certainty at last”"]


def test_what_is_put_to_a_witness_is_said(nlp: Language) -> None:
    text = "Mara Lund put it to Bell that the ledger had been altered."
    assert told(text, nlp) == ["the ledger had been altered"]


def test_a_superlative_is_told_with_what_it_is_measured_by(nlp: Language) -> None:
    text = "Mara Lund described it as “the cruellest piece of bookkeeping” she had come across."
    assert told(text, nlp) == [text[len("Mara Lund described ") : -1]]
