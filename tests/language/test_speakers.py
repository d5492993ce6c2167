"""Each source resolves to the person or body that the text means."""

from __future__ import annotations

import re

import pytest
from spacy.language import Language

from bot.language import analyse
from bot.language.entities import find_entities
from bot.language.relations import Relation
from bot.language.speakers import resolve_speakers
from store.records import Attribution

MARK = re.compile(r"\[\[(.+?)\]\]")
QUOTED = re.compile(r"“[^”]+”")


def _resolve(nlp: Language, marked: str) -> list[Attribution]:
    """Resolve each source marked [[so]]; every quote in the text is somebody's."""
    text, sources = _unmark(marked)
    quotes = [match.span() for match in QUOTED.finditer(text)]
    doc = nlp(text)
    relations = [_build_relation(text, source, quotes) for source in sources]
    return list(resolve_speakers(doc, relations, find_entities(doc), None).attributions)


def _unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text, sources = "", []
    last = 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        sources.append((len(text), len(text) + len(match.group(1))))
        text += match.group(1)
        last = match.end()
    return text + marked[last:], sources


def _build_relation(text: str, source: tuple[int, int], quotes: list[tuple[int, int]]) -> Relation:
    near = [q for q in quotes if abs(q[1] - source[0]) < 3 or abs(q[0] - source[1]) < 8]
    content = near[0] if near else (source[1], min(len(text), source[1] + 5))
    return Relation(
        kind="direct" if near else "indirect",
        content=(content,),
        source=source,
        cue=None,
        sentence=content,
    )


SPEAKERS = [
    (
        "Gov. Ruth Kessler vetoed it. [[The first-term governor, who is 60,]] wept.",
        "Ruth Kessler",
    ),
    ("Secretary of Defense James Morrow left. [[Morrow]] said so.", "James Morrow"),
    ("[[The advocacy group Parents First]] praised the vote.", "Parents First"),
    ("Brightwater, the maker of glass, will close. [[The company]] said no.", "Brightwater"),
    ("[[Norland’s Defence Ministry]] said it was over.", "Norland’s Defence Ministry"),
    (
        "[[The Office for Members' Costs]] paid. The word was not in it.",
        "Office for Members' Costs",
    ),
    (
        "[[Acme Group]] said no. Its head, Noor Haddad, quit. [[Haddad]] said so. [[It]] will pay.",
        "Acme Group",
    ),
    (
        "Lena Dahl, a farmer, met Sen. Tim Kerr. [[The Ohio senator]] said so.",
        "Tim Kerr",
    ),
    ("Harrow Timber, which sells planks, closed. [[The company]] said no.", "Harrow Timber"),
    ("[[A report by the Care Board]] found 14 failings.", "the Care Board"),
    ("Volodymyr Vasylenko said no. “Never,” [[Vasilenko]] said.", "Volodymyr Vasylenko"),
    (
        "“It rings,” said Colm Reddy. [[His mother, Siobhan,]] said he called.",
        "Siobhan",
    ),
    (
        "In the end [[his deputy, Sunita Rao, who has run it since May,]] warned of a gap.",
        "Sunita Rao",
    ),
    (
        "Alice Pemberton met Grace Tull, 61. “I am off,” [[the 61-year-old]] said.",
        "Grace Tull",
    ),
    (
        "Ada Munn lost. Her father, Ferris Munn, was cross. He complained. “Bad,” [[Munn]] said.",
        "Ferris Munn",
    ),
    (
        "[[The governor of the Bank of Norland]] said no.\n\nHarald Bruun told bankers to wait.",
        "Harald Bruun",
    ),
    (
        "Pell & Dunmore closed a store on Monday. [[The furniture chain]] said it was sorry.",
        "Pell & Dunmore",
    ),
    (
        "Martin Oakes, cabinet member for finance, met Peter Holm. [[The finance chief]] left.",
        "Martin Oakes",
    ),
    (
        "Fergus Lamb spoke at noon.\n\nAngus Petrie, the leader, [[Petrie]] said, left.",
        "Angus Petrie",
    ),
    ("Alice Pemberton spoke on Monday. “It is late,” [[she]] said.", "Alice Pemberton"),
    ("[[Alice Pemberton]] said no. “It is late,” [[Pemberton]] said.", "Alice Pemberton"),
    (
        "[[Alice Pemberton]] said Robert Holm was wrong. “He is a liar,” [[she]] said.",
        "Alice Pemberton",
    ),
    (
        "[[Peter Holm]] said the council was slow. “Martin Oakes is a fool,” [[he]] said.",
        "Peter Holm",
    ),
    (
        "Council leader Peter Holm met Helen Oakes. [[He]] said that it went well.",
        "Peter Holm",
    ),
    (
        "Council leader Peter Holm met Helen Oakes. [[She]] said that it went badly.",
        "Helen Oakes",
    ),
    (
        "Transport minister Ruth Vance met Peter Holm. “It cost a lot,” [[the minister]] said.",
        "Ruth Vance",
    ),
    (
        "Ohio Sen. Grace Tull spoke to Peter Holm. [[The senator]] said that she would run.",
        "Grace Tull",
    ),
    ("Kestrel Ltd owns the mill. [[The company]] said it would close.", "Kestrel Ltd"),
    ("[[The White House]] said that talks went on.", "White House"),
    (
        "[[A spokesman for Kestrel]] said no. Peter Holm left. “Done,” [[the spokesman]] said.",
        "a spokesman for Kestrel",
    ),
    ("The [[Roe campaign]] said no. [[The campaign]] said it was over.", "the Roe campaign"),
    ("Dana Whitlock, head of the port, [[who]] said it was shut, left.", "Dana Whitlock"),
    ("[[Police]] said no one was hurt.", "police"),
]


REAL_NEWS = [
    ("Jon Pell asked Ted Varley how high. “As high as it gets,” [[he]] told Pell.", "Ted Varley"),
    (
        "Peter Holm was sour. Martin Oakes had left. “Martin Oakes is a fool,” [[he]] said.",
        "Peter Holm",
    ),
    (
        "Jon Pell spoke first.\n\nAfter [[he]] mocked the film, Pastor Kevin Dray left.",
        "Kevin Dray",
    ),
    (
        "Ann Pell wept. One of Rita Dray's letters came in May, when [[she]] wrote that no.",
        "Rita Dray",
    ),
    ("Mayor Harry M. Reeve left. [[Reeve]] said no.", "Harry M. Reeve"),
    ("Norland-born Marta Haynes is home. [[Haynes]] said so.", "Marta Haynes"),
    ("The Ada Roe-led group lost. [[Roe]] said so.", "Ada Roe"),
    ("Melba Acosta Rivera, 50, is an accountant. [[Ms. Acosta]] said no.", "Melba Acosta Rivera"),
    (
        "Robert C. “Bobby” Stott is here. Bobby Stott ran. [[Stott]] said so.",
        "Robert C. “Bobby” Stott",
    ),
    ("Ada Q. Roe came. Ada Roe ate. Ada Roe left. [[Roe]] said so.", "Ada Q. Roe"),
    ("Rep. Jim Jordan was there. [[Jordan]] said no.", "Jim Jordan"),
    ("[[Maddox]] asked her on “The Rachel Maddox Show.” Maddox smiled.", "Rachel Maddox"),
    ("“No,” said Will Doyle, a teacher. [[Doyle]] left, he said.", "Will Doyle"),
    ("Director James\xa0Corley is out. [[Corley]] said so.", "James Corley"),
    ("“Never.”\n\n-Michelle Marsh, Norwick. [[Marsh]] said so.", "Michelle Marsh"),
    (
        "Paul Vane and Laura Vane wed. Mr. Vane left. Mr. Vane ran. [[Mrs. Vane]] said no.",
        "Laura Vane",
    ),
    (
        "[[A Norwick judge]] said no.\n\nSupreme Court Justice Frank Nerva ruled on Monday.",
        "Frank Nerva",
    ),
    (
        "Bryan Pagle sat. An attorney for Pagle, Mark Doog, stood. [[His attorney]] said no.",
        "Mark Doog",
    ),
    ("Keith Lamb died. Rita Lamb filmed it. [[Keith Lamb's wife]] said no.", "Rita Lamb"),
    (
        "Attorney General Eric Shane left. [[The Norland state attorney general]] said so.",
        "Eric Shane",
    ),
    (
        "President Ruth Vance met former President Karl Dorn. [[The former president]] said so.",
        "Karl Dorn",
    ),
    ("Ada Roe was heckled. A young woman stood up. “Shame,” [[the woman]] said.", "a young woman"),
    ("[[A worker named Antonio Arrow]] likes it.", "Antonio Arrow"),
    ("[[The mayor's chief pollster and strategist Joel Bennet]] said no.", "Joel Bennet"),
    ("Seen were Amy Pohl, Will Sand and Steve Wond, [[who]] joked about it.", "Steve Wond"),
    (
        "Mayor Mitch Cole met Ann Pell. Cole was cross. [[The Kentucky Republican]] said no.",
        "Mitch Cole",
    ),
    ("Ben Sandes asked why. [[The senator from Vermont]] said no.", "Ben Sandes"),
    ("[[A senior official]] said no.\n\nBryan Pagle was paid.", "a senior official"),
    (
        (
            "[[A former manager at Acme]] said no.\n\nRita Dray, who was a policy manager at the"
            " company's branch in Norwick, left."
        ),
        "Rita Dray",
    ),
    (
        (
            "[[The chief executive of Acme]] said no.\n\nRita Dray said it was late.\n\nPaul Vane,"
            " the mayor, left. Dray, a former army officer, sat."
        ),
        "Rita Dray",
    ),
]
"""What news does that tidy examples do not: by grammar, by the form of names, by descriptions."""


_SINCE = (
    "Ed Roe left. Roe was early. It rained. The gates shut. The lights went out. The shops closed."
)
NAMESAKES = [
    (f"{_SINCE} Sam Roe scored. [[Roe]] said so.", "Sam Roe"),
    (
        f"{_SINCE} It blew. Fans cheered Sam Roe. It thawed. Cars left. Dogs ran. [[Roe]] said so.",
        "Ed Roe",
    ),
]
"""Who was named in passing, long ago, is not meant by the surname that is somebody else's."""


IN_PARAGRAPHS = [
    (
        """“No,” said [[Sami Poe]], a minister.

At a parade, Norland's president, Alvar Restre, asked for calm. “We export war,” [[he]] said.""",
        "Alvar Restre",
    ),
    (
        """“It is over,” said [[Arlo Finch]], the lawyer.

The room fell silent for Brenda Sokol, a teller. “I could hear him,” [[she]] said.""",
        "Brenda Sokol",
    ),
    (
        "Opposition leader Zane Krauze accused the government. “We learned late,” [[she]] said.",
        "Zane Krauze",
    ),
    (
        "Meena Desh, whose husband, Anil, was there, wept. “He is gone,” [[she]] said.",
        "Meena Desh",
    ),
    ("South Korea's president, Baek Jun-ho, stood up. “It speaks,” [[Baek]] said.", "Baek Jun-ho"),
    ("The minister, Bae Joon-seo, met lawmakers. [[Bae]] said so.", "Bae Joon-seo"),
]
"""A pronoun rather means the only one named in its paragraph; a family name may come first."""


@pytest.mark.parametrize(("text", "name"), [*SPEAKERS, *REAL_NEWS, *NAMESAKES, *IN_PARAGRAPHS])
def test_a_source_resolves_to_its_speaker(nlp: Language, text: str, name: str) -> None:
    speaker = _resolve(nlp, text)[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.sure) == (name, True)


def test_a_description_that_opens_the_text_is_whoever_speaks_next(nlp: Language) -> None:
    text = "[[A former party chairman]] wants a plan.\n\n“It is time,” said [[Don Fowley]]."
    speaker = _resolve(nlp, text)[0].speaker
    assert speaker is not None
    assert speaker.name == "Don Fowley"


def test_whoever_was_named_most_is_recalled_when_nobody_is_on_the_mind(nlp: Language) -> None:
    filler = "Trees grow slowly in that valley. " * 12
    text = f"Alice Pemberton spoke. Alice Pemberton left. {filler}[[She]] had said so in May."
    speaker = _resolve(nlp, text)[-1].speaker
    assert speaker is not None
    assert speaker.name == "Alice Pemberton"


def test_a_quote_without_a_cue_is_of_the_person_who_speaks_in_its_paragraph(nlp: Language) -> None:
    text = "Alice Pemberton said that it was late. “Go home. All of you.”"
    doc = nlp(text)
    spoken = Relation("indirect", ((21, 38),), (0, 15), (16, 20), (0, 39))
    free = Relation("direct", ((41, 61),), None, None, (40, 62))
    speaker = (
        resolve_speakers(doc, [spoken, free], find_entities(doc), None).attributions[1].speaker
    )
    assert speaker is not None
    assert (speaker.name, speaker.sure) == ("Alice Pemberton", True)


def test_somebody_without_a_name_who_has_spoken_is_meant_by_the_noun_again(nlp: Language) -> None:
    marked = (
        "Arvind Roe, India's chief negotiator, left early. A European negotiator thought the talks "
        "were over. “Nobody wants to give way,” [[the negotiator]] said."
    )
    (attribution,) = _resolve(nlp, marked)
    assert attribution.speaker is not None
    assert attribution.speaker.name == "a European negotiator"


def test_the_company_is_never_the_paper_that_was_only_told(nlp: Language) -> None:
    marked = (
        "OSLO (Acme Press) - The mine was flooded. Its owner told the Halden Courier nothing. "
        "[[The company]] said “it was late”."
    )
    (attribution,) = _resolve(nlp, marked)
    assert attribution.speaker is None or "Press" not in attribution.speaker.name
    assert attribution.speaker is None or "Courier" not in attribution.speaker.name


def test_two_who_may_be_meant_are_shown_as_unclear(nlp: Language) -> None:
    text = "Peter Holm and Martin Oakes met. “It is late,” [[he]] said."
    speaker = _resolve(nlp, text)[-1].speaker
    assert speaker is not None
    assert not speaker.sure


def test_a_pronoun_never_means_a_body_or_a_place(nlp: Language) -> None:
    text = "Kestrel Ltd closed its mill in France. “It is late,” [[he]] said."
    assert _resolve(nlp, text)[-1].speaker is None


def test_an_unnamed_source_keeps_its_words_and_its_reason(nlp: Language) -> None:
    text = (
        "[[A senior official]], who spoke on condition of anonymity because talks are going on, "
        "said no."
    )
    speaker = _resolve(nlp, text)[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("a senior official", "anonymous")
    assert "on condition of anonymity because talks are going on" in speaker.role


def test_a_speaker_comes_with_the_role_given_elsewhere(nlp: Language) -> None:
    text = "“It is late,” [[Holm]] said. Peter Holm is here, Port Authority chief Peter Holm."
    speaker = _resolve(nlp, text)[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.role) == ("Peter Holm", "Port Authority chief")


def test_a_new_section_of_a_live_blog_forgets_who_spoke(nlp: Language) -> None:
    text = "[[Peter Holm]] said no.\n\n5:45 p.m.\n\nMayor Martin Oakes was tired. [[He]] said so."
    speaker = _resolve(nlp, text)[-1].speaker
    assert speaker is not None
    assert speaker.name == "Martin Oakes"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            (
                "[[An official]], who spoke on condition of anonymity because talks are going on, "
                "acknowledged that nobody had paid."
            ),
            "who spoke on condition of anonymity because talks are going on",
        ),
        (
            (
                "According to [[an official]], who was not authorized to speak publicly, the "
                "center holds 900 people."
            ),
            "who was not authorized to speak publicly",
        ),
        (
            "[[A clerk]], who asked not to be named because the figures are not out, put it at 5.",
            "who asked not to be named because the figures are not out",
        ),
        (
            "[[A clerk]], who asked not to be named because she feared a suit, said no.",
            "who asked not to be named because she feared a suit",
        ),
        (
            "[[An aide]], who was granted anonymity to discuss private talks, left.",
            "who was granted anonymity to discuss private talks",
        ),
    ],
)
def test_the_reason_of_an_unnamed_source_ends_with_its_clause(
    text: str, reason: str, nlp: Language
) -> None:
    speaker = _resolve(nlp, text)[-1].speaker
    assert speaker is not None
    assert speaker.role == reason


def test_who_cannot_be_named_is_not_whoever_is_named_next(nlp: Language) -> None:
    text = (
        "[[The boy's mother]], who cannot be named, said it was late. "
        "Rosie Hale, of a charity, said it was sad."
    )
    speaker = _resolve(nlp, text)[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("the boy's mother", "anonymous")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Robert Gale left. [[He and former Secretary of State Clara Rook]] agreed.",
            "Robert Gale and Clara Rook",
        ),
        ("Ada Holt left. [[She and Carl Moe, a banker,]] agreed.", "Ada Holt and Carl Moe"),
        ("[[Ada Holt, Ben Dahl and Carl Moe]] agreed.", "Ada Holt, Ben Dahl and Carl Moe"),
    ],
)
def test_several_speakers_are_shown_by_all_their_names(text: str, name: str, nlp: Language) -> None:
    speaker = _resolve(nlp, text)[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (name, "person")


def test_a_pronoun_and_a_name_speak_together_though_the_parser_parts_them(nlp: Language) -> None:
    text = (
        "Robert Gale left the post in 2011. In March he and former Secretary of State "
        "Clara Rook recommended Rex Tomlin for the job."
    )
    speaker = analyse(text, nlp).attributions[-1].speaker
    assert speaker is not None
    assert speaker.name == "Robert Gale and Clara Rook"


@pytest.mark.parametrize(
    "text",
    [
        "It was, [[itself a rebuttal]], the end.",
        "[[To how Mr.]] Holt left the town.",
        "Then came [[what a friend of the mayor]] called a mess.",
        "[[The day before]] the bridge was closed.",
        "[[You]] say it is old.",
    ],
)
def test_what_is_no_noun_phrase_for_a_speaker_is_shown_as_none(text: str, nlp: Language) -> None:
    assert _resolve(nlp, text)[-1].speaker is None


def test_an_unnamed_person_of_several_words_with_a_hyphen_is_kept(nlp: Language) -> None:
    speaker = _resolve(nlp, "[[The ex-associate]] recalled that he had left.")[-1].speaker
    assert speaker is not None
    assert speaker.kind == "anonymous"


def test_a_body_that_nobody_knows_is_shown_by_its_name_and_not_as_anonymous(nlp: Language) -> None:
    speaker = _resolve(nlp, "[[PETA]] said the show should close.")[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("PETA", "organisation")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He died of brain cancer, [[which]] confirmed what they had feared.", None),
        ("They asked the council, [[which]] said that the bridge was safe.", "the council"),
        ("They had a report, [[which]] said that the bridge was safe.", "a report"),
    ],
)
def test_a_thing_says_nothing(text: str, name: str | None, nlp: Language) -> None:
    speaker = _resolve(nlp, text)[-1].speaker
    assert (speaker.name if speaker else None) == name


def test_say_at_the_beginning_of_a_sentence_is_no_part_of_a_name(nlp: Language) -> None:
    names = {each.name for each in find_entities(nlp("Say Velmora demanded that they prove it."))}
    assert names == {"Velmora"}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The opposition People's party said it would sue.", "People's party", "opposition"),
        ("The far-right Dawn movement said it would march.", "Dawn movement", "far-right"),
        ("The Danish transport ministry said it would wait.", "Danish transport ministry", ""),
        (
            "The main opposition Civic Alliance said it would sue.",
            "Civic Alliance",
            "main opposition",
        ),
    ],
)
def test_where_a_party_stands_is_no_part_of_its_name(
    nlp: Language, text: str, name: str, role: str
) -> None:
    [found] = analyse(text, nlp).attributions
    assert found.speaker is not None
    assert (found.speaker.name.removeprefix("the "), found.speaker.role) == (name, role)
