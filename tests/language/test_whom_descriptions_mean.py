"""Descriptions, labels and short names lead to the full name that the text gives."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bot.language import analyse
from bot.language.entities import find_entities

SPEAKERS = [
    (
        "The Congressional Budget Office met. Nobody came. The budget office said that it was sad.",
        "Congressional Budget Office",
    ),
    (
        "A House panel said that it was over. The House Ethics Committee met on Monday.",
        "House Ethics Committee",
    ),
    (
        "Citizens for Clean Rivers in Ohio (CCRO) met. CCRO said that the water was brown.",
        "Citizens for Clean Rivers in Ohio",
    ),
    ("Ann Roe met Sen. Tim Kerr (R-Utah). The Utah Republican said that he agreed.", "Tim Kerr"),
    ("The Associated Press was there. The AP said that it had asked.", "Associated Press"),
    ("It rained in Michigan. Nobody left. The state said that it was sorry.", "Michigan"),
    (
        "A skipper was jailed on Monday. Bram Oller, 52, wept. “Sorry,” the skipper said.",
        "Bram Oller",
    ),
]


@pytest.mark.parametrize(("text", "name"), SPEAKERS)
def test_a_description_or_short_name_is_shown_in_full(nlp: Language, text: str, name: str) -> None:
    speakers = [each.speaker for each in analyse(text, nlp).attributions if each.speaker]
    assert [(each.name, each.sure) for each in speakers] == [(name, True)]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Theresa Paris", "SEN. PARIS"),
        ("Dana Mills", "MILLS"),
        ("Anna Maria Sollers", "AS"),
        ("Anna Sollers-Brown", "ASB"),
        ("Anna Sollers", "A.S."),
    ],
)
def test_a_label_of_a_turn_is_a_known_person(nlp: Language, name: str, label: str) -> None:
    text = (
        f"{name} sat down with the Courier.\n\nThe Courier: Do you listen to the radio?\n\n"
        f"{label}: Never. I listen to the trams.\n\nThe Courier: And what do they play?\n\n"
        f"{label}: They play the bell. It is a terrible bell.\n"
    )
    speakers = {each.speaker.name for each in analyse(text, nlp).attributions if each.speaker}
    assert name in speakers


def test_a_knight_keeps_the_title(nlp: Language) -> None:
    names = {entity.name for entity in find_entities(nlp("Sir Jack Roe resigned. Sir Jack wept."))}
    assert names == {"Sir Jack Roe"}


MEANT = [
    pytest.param(
        "Acme Rail tore up its timetable. The operator said that it was sorry.",
        "The operator",
        "Acme Rail",
        id="a noun for a body that may be a person's as well",
    ),
    pytest.param(
        "A federal appeals court said that it was legal. "
        "The 9th U.S. Circuit Court of Appeals sat in Oslo. The Supreme Court may take the case.",
        "A federal appeals court",
        "Circuit Court of Appeals",
        id="a court that is named in the next sentence",
    ),
    pytest.param(
        "Nothing was done, the police watchdog said. "
        "The Independent Office for Police Conduct had looked for two years.",
        "the police watchdog",
        "Independent Office for Police Conduct",
        id="a watchdog whose name calls it an office",
    ),
    pytest.param(
        "Operations were cancelled at four hospitals on Monday, the trust that runs them said.\n\n"
        "Staff at Tyne Valley NHS Foundation Trust have been working with pens.",
        "the trust that runs them",
        "Tyne Valley NHS Foundation Trust",
        id="a body that is meant by the noun wherever it is spoken of",
    ),
    pytest.param(
        "The chief executive of Acme Rail said that it was late.\n\n"
        "“We got it wrong, and the people of Holcomb Springs paid for it,” Martin Oakes said.\n\n"
        "Lori Stamper, a Holcomb Springs schoolteacher, said that she left.",
        "The chief executive of Acme Rail",
        "Martin Oakes",
        id="nobody who only tells where a teacher is from",
    ),
    pytest.param(
        "Rowe Bank Inc. closed its plant. The appliance maker said that it was sorry. "
        "The United Appliance Workers were told.",
        "The appliance maker",
        "Rowe Bank Inc.",
        id="nobody who is named only afterwards",
    ),
    pytest.param(
        "The National Audit Office warned them. The watchdog’s report said it was late.",
        "The watchdog’s report",
        "National Audit Office",
        id="the watchdog whose report it is",
    ),
    pytest.param(
        "A report by Sahel Watch, circulated to members, found that 51 civilians had been killed.",
        "A report by Sahel Watch, circulated to members",
        "Sahel Watch",
        id="the body that a report is by, though it ends like a person's name",
    ),
    pytest.param(
        "Thomas Arkwright sacked his home secretary. Her successor is Owen Rathbone. "
        "The new home secretary said that it was time. "
        "Daniel Fairclough, the shadow home secretary, laughed.",
        "The new home secretary",
        "Owen Rathbone",
        id="no shadow of an office",
    ),
    pytest.param(
        "Helen Marsh said that it was late.\n\nEarlier, the council heard from Ingrid Solheim, "
        "the envoy, by video link. She said that 31,000 people had fled.",
        "She",
        "Ingrid Solheim",
        id="who has been heard from",
    ),
    pytest.param(
        "The prime minister's spokesman said Alan Penhale had full confidence in her. "
        "Asked if Penhale had ever visited the meadow, he said that all meadows were equal.",
        "he",
        "the prime minister's spokesman",
        id="not the one of whom somebody was asked",
    ),
    pytest.param(
        "It will not last, according to Nadia Ferro, an analyst at Quay Brandt, "
        "who said that wheat was cheap.",
        "who",
        "Nadia Ferro",
        id="not the firm that somebody is an analyst at",
    ),
    pytest.param(
        "Guards slept on 41 nights, Scotland's prison watchdog has found.\n\n"
        "In a report on Monday, Audit Scotland said that managers had known.",
        "Scotland's prison watchdog",
        "Audit Scotland",
        id="the watchdog that the first words describe, as it speaks next in its report",
    ),
    pytest.param(
        "Half of the homes broke rules, the regulator said.\n\n"
        "The Care Standards Authority said that it had fined nine.",
        "the regulator",
        "Care Standards Authority",
        id="a regulator whose name tells that it is one",
    ),
    pytest.param(
        "Guards slept on 41 nights, the prison watchdog said.\n\n"
        "Berco Holdings said that it had sacked nine.",
        "the prison watchdog",
        "the prison watchdog",
        id="no firm that only answers the watchdog",
    ),
    pytest.param(
        "The region's mayor, Ada Roe, said that it was late. “It is,” the mayor of Varn said.",
        "the mayor of Varn",
        "Ada Roe",
        id="the mayor of the region that was not named before",
    ),
    pytest.param(
        "The Drivers' Union said that talks with Corran Transit had failed. "
        "The company said that its offer was fair.",
        "The company",
        "Corran Transit",
        id="the company, and not the union that spoke last",
    ),
    pytest.param(
        "Transport Secretary Mia Hart wept. Jo Poe, a union's general secretary, did not. "
        "The minister said that she was sorry.",
        "The minister",
        "Mia Hart",
        id="a minister by the title of secretary, and no union's",
    ),
    pytest.param(
        "PC Glen Farrow and Bo Ash, the chief constable, met. "
        "Ruth Ames said that the officer was rude. The officer said that he was not.",
        "The officer",
        "Glen Farrow",
        id="an officer by the title of constable",
    ),
    pytest.param(
        "Parents said that they were told by text. Several of them said that they would appeal.",
        "Several of them",
        "parents",
        id="several of those who spoke",
    ),
    pytest.param(
        "Two midwives said that they were tired. “Very,” one of them said.",
        "one of them",
        "one of two midwives",
        id="one of those who spoke is only one",
    ),
    pytest.param(
        "Two firms were named. One of them, Acme Motors of Orsa, said that it was not so.",
        "One of them, Acme Motors of Orsa",
        "Acme Motors",
        id="the firm named beside one of them",
    ),
    pytest.param(
        "Many channels told of it. One such channel, Green Choir, said that it was over.",
        "One such channel, Green Choir",
        "Green Choir",
        id="the channel named beside one such",
    ),
    pytest.param(
        "Two clerks wept. One of them, a retired tax officer, said that it was late.",
        "One of them, a retired tax officer",
        "a retired tax officer",
        id="one of those who spoke, of whom more is told",
    ),
    pytest.param(
        "Anton Roe was sharper. “It is late,” the Minister for Social Protection told the radio.",
        "the Minister for Social Protection",
        "Anton Roe",
        id="a minister of whom nothing else is known, and no body",
    ),
    pytest.param(
        "Rob Trevan has told friends that he will defy them.\n\n"
        "The North Varn MP said that it was late.",
        "The North Varn MP",
        "Rob Trevan",
        id="an office in letters of whoever has just spoken",
    ),
    pytest.param(
        "“We heard the bells,” said the dean, the Very Rev Jane Roe.",
        "the dean, the Very Rev Jane Roe",
        "Jane Roe",
        id="whom the style of the church tells of",
    ),
    pytest.param(
        "The ship's manager, Orsa Marine, denied that it had carried any arms.",
        "The ship's manager, Orsa Marine",
        "Orsa Marine",
        id="a manager that is a firm",
    ),
    pytest.param(
        "The bank's auditors, Crane & Poe, have denied negligence. "
        "The London firm says that it was deceived.",
        "The London firm",
        "Crane & Poe",
        id="the only firm in mind, by its place",
    ),
    pytest.param(
        "Norvia's chief executive was mild. Jonas Holm said that the airline had learned. "
        "The carrier said that the strike had been dear.",
        "The carrier",
        "Norvia",
        id="the airline, and not who spoke for it",
    ),
    pytest.param(
        "In Oslo, Jonas Dorn, chairman of Steelwork, the group that owns Acme, said it was late.",
        "Jonas Dorn, chairman of Steelwork, the group that owns Acme",
        "Jonas Dorn",
        id="the chairman, and not the group that he leads",
    ),
    pytest.param(
        "CLEVELAND — Orsa Stores, the chain that dressed three generations, filed for bankruptcy "
        "on Friday and said that it was sorry.\n\nIn court papers, the company blamed tariffs.",
        "the company",
        "Orsa Stores",
        id="the firm of the first sentence, and not the town of the dateline",
    ),
    pytest.param(
        "The list names three firms that the EU says supply the militia with trucks.",
        "the EU",
        "EU",
        id="who says so of what a clause tells of",
    ),
    pytest.param(
        "“Now I can sleep,” said Mr Dorn's widow, Meena.",
        "Mr Dorn's widow, Meena",
        "Meena",
        id="kin by a given name that is a place's as well",
    ),
    pytest.param(
        "Brenda Roe, of Shopworkers United, wept. RailCo said that it was late. "
        "The company said that it was sorry.",
        "The company",
        "RailCo",
        id="a company by one word that nobody knows",
    ),
]


@pytest.mark.parametrize(("text", "words", "name"), MEANT)
def test_a_description_means_whom_the_text_tells_of(
    nlp: Language, text: str, words: str, name: str
) -> None:
    told = {
        text[slice(*each.source)]: each for each in analyse(text, nlp).attributions if each.source
    }
    speaker = told[words].speaker
    assert speaker is not None
    assert speaker.name.endswith(name)
