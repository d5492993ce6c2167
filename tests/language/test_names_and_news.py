"""Names that are read whole, verbs that the parser takes for others, and where the news ends."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.saying import speakers, told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Council for Rivers and Hills, or CRH, said it was late.",
            "Council for Rivers and Hills",
        ),
        ("The World Anti-Piracy Agency, or WAPA, said it was late.", "World Anti-Piracy Agency"),
        (
            "The Global Anti-Theft League met. The GATL said it was late.",
            "Global Anti-Theft League",
        ),
        ("The Painters’ and Bakers’ Union (PBU) said it was late.", "Painters’ and Bakers’ Union"),
        (
            "The Texas Bureau of Public Inquiry (BPI) took over. The BPI said it was late.",
            "Texas Bureau of Public Inquiry",
        ),
        ("The Privacy Commissioner's Office said it was late.", "Privacy Commissioner's Office"),
        ("Ada County Sheriff's Office said he had been found.", "Ada County Sheriff's Office"),
        ("U.S. Treasury Under Secretary Joel Harding said that it was late.", "Joel Harding"),
        ("Zapster, the delivery firm based in Leeds, said it had done nothing wrong.", "Zapster"),
        (
            "Chattly, the video app used by nine million teenagers, threatened to sue.",
            "Chattly",
        ),
    ],
)
def test_a_name_is_read_whole(text: str, name: str, nlp: Language) -> None:
    assert speakers(text, nlp) == [name]


def test_a_seat_is_the_body_that_the_text_names(nlp: Language) -> None:
    named = "The European Commission met. Brussels promised a new plan before the summer."
    assert speakers(named, nlp) == ["European Commission"]
    assert speakers("Talks were held in Brussels. Brussels said it was late.", nlp) == ["Brussels"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "A panel of doctors and nurses that saw nine wards last year found that none was safe.",
            "a panel of doctors and nurses",
        ),
        ("A leaked memo seen by the Herald warned that the bridge was weak.", "a leaked memo"),
        ("The utility that runs the dam said that the water was safe.", "the utility"),
        (
            "A document seen by the Herald said that the bridge was weak.",
            "a document seen by the Herald",
        ),
    ],
)
def test_a_body_or_paper_is_called_by_what_tells_which_it_is(
    text: str, name: str, nlp: Language
) -> None:
    assert speakers(text, nlp) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway, which backs the army, offered to host talks.", "Norway"),
        ("Tunisia, a member of the league, promised to send troops.", "Tunisia"),
        (
            "“No ship will sail,” Adm. Petr Golov, the fleet's chief, announced from a frigate.",
            "Petr Golov",
        ),
        (
            "Her Russian counterpart, Stepan Orlov, accused Kyiv of negotiating in bad faith.",
            "Stepan Orlov",
        ),
        (
            "It rained. Its Ukrainian vice-president, Olena Kovtun, who left, said it was late.",
            "Olena Kovtun",
        ),
        ("On Wednesday Ri Chol Jin, a vice defence minister, said it was late.", "Ri Chol Jin"),
        ("The company, Arslan Denizcilik of Izmir, denied any breach.", "Arslan Denizcilik"),
        ("The panel attributed about a third of the rise to rain.", "the panel"),
    ],
)
def test_who_is_told_of_between_commas_speaks(text: str, name: str, nlp: Language) -> None:
    assert speakers(text, nlp) == [name]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The bridge will close in May, Lisbon said Monday, in a blow that both towns felt.",
            "The bridge will close in May",
        ),
        (
            "A ferry sank off Luzon on Friday, the coast guard said, hours after a storm passed.",
            "A ferry sank off Luzon on Friday",
        ),
        (
            "The firm will cut 200 jobs, it said, despite a promise made last year.",
            "The firm will cut 200 jobs",
        ),
        (
            "Prices rose by 3 percent in May, the agency said, the fastest pace in a decade.",
            "Prices rose by 3 percent in May",
        ),
        (
            "The airline admitted it has too few pilots, after a week in which flights were late.",
            "it has too few pilots",
        ),
        (
            "The play will open in May, Seoul said, in a thaw that both were quick to hail.",
            "The play will open in May",
        ),
        (
            "Nine died, according to residents and to a Red Cross report, the worst toll in May.",
            "Nine died",
        ),
        (
            "The dam will be built by 2030, the ministry said, and it will power two cities.",
            "The dam will be built by 2030 ... and it will power two cities",
        ),
        (
            "It rained. The play will open, the theatre said, in a hall by the river.",
            "The play will open ... in a hall by the river",
        ),
    ],
)
def test_what_is_said_ends_where_the_news_is_summed_up(
    text: str, content: str, nlp: Language
) -> None:
    assert told(text, nlp) == [content]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Ann Roe said she would not resign, telling the BBC: “I am the captain.”",
            ["she would not resign", "I am the captain."],
        ),
        (
            "In a note that he sent, and which we saw, Roe wrote that he had “feared for my life.”",
            ["he had “feared for my life.”"],
        ),
    ],
)
def test_each_of_two_clauses_is_told_by_itself(
    text: str, contents: list[str], nlp: Language
) -> None:
    assert told(text, nlp) == contents


@pytest.mark.parametrize(
    "text",
    [
        "Two local businessmen have asked to see the books.",
        "Ada Lund had asked the court to open an inquiry.",
        "A herder asked that his name be withheld because he feared for his sons.",
        "Prosecutors must show that an officer meant to harm the man.",
    ],
)
def test_pleas_and_duties_are_no_statements(text: str, nlp: Language) -> None:
    assert told(text, nlp) == []


def test_what_somebody_is_asked_to_do_is_stated(nlp: Language) -> None:
    asked = "The police asked parents not to send children to the park."
    assert told(asked, nlp) == ["parents not to send children to the park"]
