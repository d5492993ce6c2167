"""Ordinary news copy: the last speaker of each text is shown under the right name."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bot.language import analyse
from bot.language.entities import find_entities
from store.records import Speaker

BODIES = [
    (
        "The Halvian Bank met. Carmaker Valdo AG will cut jobs, the company said on Monday.",
        "Valdo AG",
    ),
    ("Dana Roe told Radio Marl. The ministry expects growth, it said last week.", "the ministry"),
    (
        (
            "Drovian Airways said no. The Electoral Commission put turnout at half. It said that "
            "results were late."
        ),
        "Electoral Commission",
    ),
    (
        (
            "The vaccine is made by the Halvian company Orrin Biologics. The Health Agency said "
            "it was safe. The company said that it had doubts."
        ),
        "Orrin Biologics",
    ),
    (
        (
            "Southmoor Water was fined. Dana Roe told the BBC no. The water company said that it "
            "was sorry."
        ),
        "Southmoor Water",
    ),
    ("Ofwat, the regulator, met the BBC. The watchdog said that it would act.", "Ofwat"),
    ("The company, Skylane Systems, said that it had won.", "Skylane Systems"),
    (
        "Calder Lowe Bank made money. Calder Lowe said that it was pleased.",
        "Calder Lowe Bank",
    ),
    (
        "The Athletic Supporters’ Trust said that it was sad.",
        "Athletic Supporters’ Trust",
    ),
    (
        "The College Lecturers’ Association said 60 posts would go.",
        "College Lecturers’ Association",
    ),
    ("The Homeowners' Advice Service said that it was late.", "Homeowners' Advice Service"),
    ("The British Manufacturers' Alliance said it was late.", "British Manufacturers' Alliance"),
    (
        "In Britain the Competition and Markets Authority said it would decide by July.",
        "Competition and Markets Authority",
    ),
    (
        "According to an early estimate by Calder Risk, a modeling firm, it will cost $4 billion.",
        "Calder Risk",
    ),
    (
        "A report by Dunmore Associates, a firm hired by the council, found that it was late.",
        "Dunmore Associates",
    ),
    (
        "The mine is run by London-listed Corvane Resources. Corvane denied ignoring any order.",
        "Corvane Resources",
    ),
    ("The inquiry, led by retired judge Ann Roe, found that it was late.", "the inquiry"),
    ("The charity Common Ground accused ministers of lying.", "Common Ground"),
    ("The boy fell, Westshire Police said. The force said that it was late.", "Westshire Police"),
    ("Velmara's shares fell. The drugmaker said it was sorry.", "Velmara"),
    (
        "Calloway Chemical met St. Anne Hospital. “We regret it,” the company said.",
        "Calloway Chemical",
    ),
    ("Fraternal Order of Police Lodge 12 said it was late.", "Fraternal Order of Police Lodge 12"),
    (
        "It failed, according to a report released Wednesday by Dunmore Associates.",
        "Dunmore Associates",
    ),
    (
        "Agents left. Immigration and Customs Enforcement denied any crowding.",
        "Immigration and Customs Enforcement",
    ),
    ("The coast guard said that it was late. Its captain, Jay Torres, left.", "the coast guard"),
    ("Ann Roe, a GP, left Northgate High. The school said that it was late.", "Northgate High"),
]
PEOPLE = [
    ("The army opened the road. Its spokesman, Col. Ray Dunn, said that it was dry.", "Ray Dunn"),
    ("“It takes ten seconds,” said Ellie Marr. “It is late,” said the 16-year-old.", "Ellie Marr"),
    ("The vice-chancellor, Prof Helena Marr, said the only way was to close.", "Helena Marr"),
    (
        "One of them, Ruth Cole, whose district includes the steelworks, said that it was late.",
        "Ruth Cole",
    ),
    ("Miriam Foss KC, prosecuting, said Dunmore planned it.", "Miriam Foss"),
    ("The judge, Mrs Justice Thackeray, said that it was late.", "Mrs Justice Thackeray"),
    (
        "A spokesman for Energy Minister Ann Roe said that it was dry.",
        "a spokesman for Energy Minister Ann Roe",
    ),
    ("Leader of the council Martin Shaw told the meeting he had no choice.", "Martin Shaw"),
    ("A girl's aunt who was held in a lock-up said that it was dark.", "a girl's aunt"),
    (
        "Fiona Blakely left. Blakely estimates that the closure will save the group £180m.",
        "Fiona Blakely",
    ),
    ("Her co-founder Bernard Lyle said that the group hoped to go on.", "Bernard Lyle"),
    ("Her pastor, the Rev. Joel Adkins, said that it was late.", "Joel Adkins"),
    ("Local MP Graham Pike wept. “They have had years,” the MP said.", "Graham Pike"),
    ("A student who asked to be identified only as Mira said she had left.", "Mira"),
    (
        (
            "State Sen. Todd Bristol met state Rep. Amy Bristol. Amy Bristol wept. "
            "Sen. Bristol said that it was a pity."
        ),
        "Todd Bristol",
    ),
    (
        "The captain, Kofi Ansell, said the squad was tired. “We lost,” the midfielder said.",
        "Kofi Ansell",
    ),
    (
        (
            "David Axel called on Howard Dean to apologize. “It was bad,” Roe's former campaign "
            "strategist said."
        ),
        "David Axel",
    ),
]


def _find_last(text: str, nlp: Language) -> Speaker | None:
    return analyse(text, nlp).attributions[-1].speaker


@pytest.mark.parametrize(("text", "name"), [*BODIES, *PEOPLE])
def test_who_is_meant_in_plain_copy_is_shown(text: str, name: str, nlp: Language) -> None:
    speaker = _find_last(text, nlp)
    assert speaker is not None
    assert (speaker.name, speaker.sure) == (name, True)


def test_a_ministry_is_no_body_of_another_kind(nlp: Language) -> None:
    speaker = _find_last("UNHCR opened a camp. The ministry said that it was full.", nlp)
    assert speaker is not None
    assert speaker.name == "the ministry"


def test_what_somebody_says_of_themselves_tells_whom_a_description_means(nlp: Language) -> None:
    text = "Tim Kerr met Ann Roe in Oslo. The lawmaker said she would write a letter."
    speaker = _find_last(text, nlp)
    assert speaker is not None
    assert speaker.name == "Ann Roe"


def test_a_quote_that_names_nobody_is_of_who_spoke_last_in_its_paragraph(nlp: Language) -> None:
    text = (
        "“Marek loves it,” Luca Ferrant wrote. “He does not love shouting.”\n\n"
        "Ronnie Tull said that they had shaken hands. “He’s a smashing lad and he’ll play.”"
    )
    speaker = _find_last(text, nlp)
    assert speaker is not None
    assert speaker.name == "Ronnie Tull"


def test_a_father_of_whom_only_the_first_name_stands_is_not_taken_for_his_son(
    nlp: Language,
) -> None:
    text = "Callum Reeves fell. His father, Neil, called 999. “I told them,” Mr Reeves said."
    speaker = _find_last(text, nlp)
    assert speaker is not None
    assert not speaker.sure


def test_an_office_told_in_passing_is_shown_as_the_role(nlp: Language) -> None:
    text = "Ronnie Tull denied it. The manager had used the phrase. Tull said that he was sorry."
    assert _find_last(text, nlp) == Speaker("Ronnie Tull", "manager", "person")


def test_a_town_is_not_taken_for_the_mayor_behind_it(nlp: Language) -> None:
    text = "In Hessle, the mayor, Greta Nordahl, said the town needed sirens now."
    kinds = {entity.name: entity.kind for entity in find_entities(nlp(text))}
    assert kinds == {"Hessle": "place", "Greta Nordahl": "person"}


def test_an_aide_to_somebody_is_somebody_else(nlp: Language) -> None:
    text = "A former aide to Gov. Linda Marsh said on Monday that it was true."
    speaker = _find_last(text, nlp)
    assert speaker == Speaker("a former aide to Gov. Linda Marsh", "", "anonymous")


def test_who_speaks_for_the_governor_is_no_governor(nlp: Language) -> None:
    text = "A spokesman for the governor, Tim Doyle, said that it was false."
    assert _find_last(text, nlp) == Speaker("Tim Doyle", "spokesman for the governor", "person")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Jim Roe left in May. His solicitors, Harcourt Vane, said he had been ill.",
            "Harcourt Vane",
        ),
        (
            "The claims are old. The firm’s lawyers, Dahl & Partners, said they were false.",
            "Dahl & Partners",
        ),
        (
            "Her predecessor, Colin Baird, now a columnist, told the Post it was late.",
            "Colin Baird",
        ),
        ("Opposition housing spokesman Brad Tully said he was open to the idea.", "Brad Tully"),
        ("Analysts had expected a loss of $39 million, according to Norden data.", "Norden data"),
        (
            "The prime minister said it was late. Ada Holt, the health minister, was ill.",
            "the prime minister",
        ),
        (
            "Ada Holt, the health secretary, was ill. The home secretary said it was late.",
            "the home secretary",
        ),
        (
            (
                "The victim's brother told jurors he had heard a bang. The defendant, Lee Carver, "
                "29, of Hull, denies murder."
            ),
            "the victim's brother",
        ),
        (
            (
                "Ada Holt, the captain of the ferry, was asleep. The captain, who spoke on "
                "condition of anonymity, said it sank."
            ),
            "the captain",
        ),
        (
            (
                "Jim Hale led the inquiry.\n\nOne of Roe's victims, who was ill, was not "
                "persuaded. “They sent him here,” she said."
            ),
            "one of Roe's victims",
        ),
    ],
)
def test_who_speaks_is_nobody_of_another_office_and_named_if_the_text_names_them(
    text: str, name: str, nlp: Language
) -> None:
    spoken = [each.speaker for each in analyse(text, nlp).attributions]
    assert spoken[0] is not None
    assert spoken[0].name == name
