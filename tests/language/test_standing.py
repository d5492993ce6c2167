"""What somebody did not say, might say or was asked is told apart from what was said.

In the tables the cue stands in [brackets], its content in {braces} and its source in <angles>.
"""

from __future__ import annotations

import re

import pytest
from spacy.language import Language

from bot.language import analyse
from bot.language.pipeline import parse
from bot.language.relations import Relation
from bot.language.standing import find_standing
from store.records import Kind, Standing

STATED = """
<Roe> [said] {the bridge was safe}.
<Roe> [said] {she did not know whether the bridge was safe}.
<Roe> [denied] {that the bridge was unsafe}.
<Roe> [rejected] {claims that the bridge was unsafe}.
<Roe> did not [hesitate to say] {that the bridge was safe}.
<Roe> never [fails to mention] {that her father built the bridge}.
<Roe> did not only [say] {that the bridge was safe}, she drove across it.
Not only did <Roe> [say] {that the bridge was safe}, she drove across it.
<Roe> could not help [saying] {that the bridge was ugly}.
<Roe> did not regret [saying] {that the bridge was ugly}.
<Roe> did not [announce] until Monday {that the bridge was closed}.
<No 10> [said] {that the bridge was safe}.
<No fewer than ten engineers> [said] {that the bridge was safe}.
<Roe>, who had not slept, [said] {that the bridge was safe}.
Not long after, <Roe> [said] {that the bridge was safe}.
{"I don't know,"} <she> [said].
{"If it rains, we close,"} <she> [said].
If the bridge is safe, <Roe> [said], {it will open in May}.
<Roe> would only [say] {that the bridge was "old"}.
<Roe> would later [say] {that the bridge was safe}.
<Roe> [went on to say] {that the bridge was safe}.
<Roe> [likes to say] {that the bridge is older than the town}.
<Roe> had to [admit] {that the bridge was unsafe}.
<The minister> will [say] in a speech on Monday: {"The bridge is safe."}
<The minister> will [say] in a speech on Monday {that the bridge is safe}.
<The minister> is expected to [say]: {"The bridge is safe."}
<Roe> [hopes] {that the bridge is safe}.
<I> would [hope] {that the bridge is safe}.
<I> would [argue] {that the bridge is safe}.
<I> have to [say] {that the bridge is ugly}.
<The Courier> can [reveal] {that the bridge was never tested}.
As <Roe> [says], {the bridge is safe}.
The man who <Roe> [said] {had closed the bridge} would not give his name.
{"Where were they?"} <she> [asked].
<Roe> [asked] {"Who pays?"}
<Roe> [asked] {the council to close the bridge}.
<Roe> [asked] {why the bridge had been closed}.
Asked whether the bridge was safe, <Roe> [said] {it was}.
<REPORTER>[:] {Is the bridge safe?}
Why did <Roe> [say] {that the bridge was safe}?
After <Roe> [said] {that the bridge was safe}, it was opened.
When <Roe> [said] {that the bridge was safe}, nobody laughed.
"""
NEGATED = """
<Roe> does not [rule out] {closing the bridge}.
<Roe> [refused] {to blame the engineers}.
<Roe> did not [say] {whether the bridge was safe}.
<Roe> didn’t [say] {when the bridge would open}.
<Roe> never [said] {that the bridge was safe}.
<Roe> hasn't [said] {that the bridge is safe}.
<Roe> has never [claimed] {that the bridge is safe}.
<Roe> isn't [saying] {if the bridge is safe}.
<Roe> would not [confirm] {that the bridge was closed}.
<Roe> wouldn't [say] {whether the bridge was safe}.
<Roe> could not [say] {whether the bridge was safe}.
<Roe> was unable to [say] {whether the bridge was safe}.
<Roe> was not able to [say] {whether the bridge was safe}.
<Roe> no longer [says] {that the bridge is safe}.
At no point did <Roe> [say] {that the bridge was safe}.
She did not resign, nor did <she> [say] {that the bridge was safe}.
<Nobody> [said] {that the bridge was safe}.
<No one> [claimed] {that the bridge was safe}.
<No official> has [said] {that the bridge is safe}.
<None of the engineers> [said] {that the bridge was safe}.
<Neither Roe nor Doe> [said] {that the bridge was safe}.
<Neither side> [said] {when the bridge would open}.
<Nothing in the report> [suggests] {that the bridge is safe}.
<The police> neither [confirmed] nor denied {that the bridge was closed}.
<The police> neither confirmed nor [denied] {that the bridge was closed}.
<The council> would not [confirm] or deny {that it had paid}.
<The council> would not confirm or [deny] {that it had paid}.
<Roe> [declined] {to say whether the bridge was safe}.
<Roe> [declined to say] {whether the bridge was safe}.
<Roe> declined to [say] {whether the bridge was safe}.
<Roe> [refused] {to say who had built the bridge}.
<Roe> refused to confirm or [deny] {that the bridge was closed}.
<Roe> [failed to mention] {that the bridge was closed}.
<The report> omits to [mention] {that the bridge was closed}.
<Roe> stopped short of [saying] {that the bridge was unsafe}.
<The letter> fell short of [admitting] {that the bridge was unsafe}.
<Roe> [has yet to say] {whether the bridge will open}.
<Roe> left without [saying] {whether the bridge would open}.
<Roe> avoided [saying] {that the bridge was unsafe}.
<Roe> refrained from [saying] {that the bridge was unsafe}.
<Roe> denied [saying] {that the bridge was unsafe}.
<Roe> denied [telling] the police {that the bridge was unsafe}.
<The mayor> gave no [indication] {that the bridge would open}.
<The mayor> did not make the [claim] {that the bridge was safe}.
<Roe> does not [think] {that the bridge is safe}.
<She> [doesn't blame] {the weather}.
<Residents> were not [told] {that the bridge was unsafe}.
"""
HYPOTHETICAL = """
If <Roe> [says] {that the bridge is safe}, we will cross it.
We will not cross it unless <Roe> [says] {that the bridge is safe}.
Even if <Roe> were to [say] {that the bridge is safe}, nobody would cross it.
Whether or not <Roe> [says] {that the bridge is safe}, nobody will cross it.
It is unclear whether <Roe> [said] {that the bridge was safe}.
Nobody will cross it until <Roe> [says] {that the bridge is safe}.
Should <the mayor> [say] {that the bridge is safe}, we will cross it.
Had <he> [said] {that the bridge was safe}, we would have crossed it.
<Roe> could [say] {that the bridge was safe}.
<Critics> might [say] {that the bridge was never safe}.
<Some> would [argue] {that the bridge was never safe}.
<Roe> could have [said] {that the bridge was unsafe}.
<Critics> will [say] {that the bridge was never safe}.
<The council> should [explain] {why the bridge was closed}.
<Roe> will have to [explain] {why the bridge was closed}.
<The council> has to [explain] {why the bridge was closed}.
<The minister> is expected to [say] {that the bridge is safe}.
<The minister> is to [announce] {that the bridge will close}.
<The minister> is likely to [say] {that the bridge is safe}.
<Roe> plans to [tell] the council {that the bridge is unsafe}.
<Roe> [plans] {to tell the council that the bridge is unsafe}.
<Roe> was going to [say] {that the bridge was unsafe}.
<My mother> is going to [text] me {that I can't cross the bridge}.
<Roe> wanted to [say] {that the bridge was unsafe}.
Doe urged <Roe> to [admit] {that the bridge was unsafe}.
[Say] {that the bridge is safe} and everybody will cross it.
Imagine <Roe> [says] {that the bridge is safe}.
Say <the town> [demanded] {that the bridge be closed}.
Say <Velmora> [insisted] {that the bridge was safe}.
<Many residents> would [hope] {the bridge were farther away}.
<Anyone> who [says] {that the bridge is safe} has not seen it.
"""
ASKED = """
Did <Roe> [say] {that the bridge was safe}?
Had <he> ever [told] her {that the bridge was unsafe}?
Does <Roe> [think] {that the bridge is safe}?
Doesn't <Roe> [say] {that the bridge is safe}?
So <you>’re [saying] {the bridge was never tested}?
<Roe> [asked] {whether the bridge was safe}.
<Roe> [asks] every morning {if the bridge is safe}.
<Roe> [wondered] {whether the bridge was safe}.
<Roe> [questioned] {whether the bridge was safe}.
<Roe> wants to [know] {whether the bridge is safe}.
[Asked] {why the bridge was closed}, Roe laughed.
[Asked] {whether the bridge was safe}, Roe said it was.
Asked whether <the mayor> had [said] {that the bridge was safe}, Roe laughed.
<REPORTER>[:] {So you’re saying the bridge was never tested?}
"""
MARKS = {"<": ">", "[": "]", "{": "}"}


def read_case(marked: str) -> tuple[str, Relation]:
    """The sentence without the marks, and the relation that they mark."""
    text, spans, starts = "", {}, {}
    for char in marked:
        if char in MARKS:
            starts[MARKS[char]] = len(text)
        elif char in starts:
            spans[char] = (starts[char], len(text))
        else:
            text += char
    content = spans.get("}", (0, 0))
    said = text[slice(*content)]
    kind: Kind = "direct" if said[:1] == '"' else "mixed" if '"' in said else "indirect"
    return text, Relation(kind, (content,), spans.get(">"), spans["]"], (0, len(text)))


def list_cases(table: str, standing: Standing) -> list[tuple[str, Standing]]:
    return [(line, standing) for line in table.strip().splitlines()]


@pytest.mark.parametrize(
    ("marked", "standing"),
    [
        *list_cases(STATED, "stated"),
        *list_cases(NEGATED, "negated"),
        *list_cases(HYPOTHETICAL, "hypothetical"),
        *list_cases(ASKED, "asked"),
    ],
)
def test_the_words_around_a_cue_tell_how_it_stands(
    nlp: Language, marked: str, standing: Standing
) -> None:
    text, relation = read_case(marked)
    assert find_standing(parse(text, nlp), relation) == standing


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("Mayor Ada Holt did not say whether the old bridge would open again.", "open again"),
        ("Ada Holt, the mayor, declined to say who had paid for the bridge.", "had paid"),
        ("If Ada Holt says that the bridge is safe, the town will believe her.", "is safe"),
        ("Did Ada Holt say that the old bridge was safe?", "was safe"),
        ("Nobody at the council has said that the old bridge is safe.", "is safe"),
    ],
)
def test_an_article_shows_nothing_as_said_that_was_not(
    nlp: Language, text: str, unsaid: str
) -> None:
    stated = [each for each in analyse(text, nlp).attributions if each.standing == "stated"]
    assert not [each.text for each in stated if unsaid in each.text]


def test_what_was_not_said_stays_in_the_analysis_with_its_mark(nlp: Language) -> None:
    text = "Ada Holt said the bridge was old. She did not say whether the bridge would open."
    found = [(each.standing, each.text) for each in analyse(text, nlp).attributions]
    assert ("stated", "the bridge was old") in found
    assert any(re.search("would open", words) for how, words in found if how == "negated")


@pytest.mark.parametrize(
    "text",
    [
        "The administration designated the shipping group as a military end user.",
        "The two sides agreed to discuss the contract on Monday.",
        "Mayor Ada Holt had decided to close the old bridge.",
        "The board of the harbour company named Ada Holt as its new chair.",
        "The old bridge was designated as a monument by the council.",
        "Ada Holt nominated her deputy for the post of harbour master.",
        "The Senate confirmed Judge Ada Holt by a vote of 53 to 36.",
        "Police charged Carl Moe with theft on Monday.",
    ],
)
def test_deeds_and_intentions_are_no_statements(nlp: Language, text: str) -> None:
    assert not [a.text for a in analyse(text, nlp).attributions if a.standing == "stated"]


@pytest.mark.parametrize(
    "text",
    [
        "Her win confirmed the strength of her appeal.",
        "Their quarrel over the bridge offered a glimpse of the council's mood.",
        "Criticism of her style grew when the bridge was closed.",
        "The case had generally been viewed as a threat to the harbour.",
        "Rumours that the bridge was closed reached the harbour.",
        "Ada Holt has been told to pay back every penny.",
        "Ada Holt was said to have left the harbour.",
        "Ada Holt is accused of stealing the bridge.",
        "Ada Holt has faced criticism for her friendly letters to the company.",
        "It is worth noting that the bridge was closed last year.",
        "The mayor knows that the bridge will be closed.",
        "Ada Holt posted a photograph of the old bridge on Monday.",
        "It now seems that the bridge will be closed.",
        "The event with Ada Holt is part of a tour urging people to register to vote.",
    ],
)
def test_what_a_thing_does_or_nobody_says_is_no_statement(nlp: Language, text: str) -> None:
    assert not [a.text for a in analyse(text, nlp).attributions if a.standing == "stated"]


@pytest.mark.parametrize(
    "text",
    [
        "A majority said that the bridge was old.",
        "The results show that the bridge is old.",
        "The probe said that the bridge was old.",
        "A handful of geologists warned that the bridge was old.",
    ],
)
def test_groups_and_records_make_statements(nlp: Language, text: str) -> None:
    assert [a.text for a in analyse(text, nlp).attributions if a.standing == "stated"]


@pytest.mark.parametrize(
    "text",
    [
        "Governor Ben Dahl echoed that comment on Monday.",
        "Mayor Ada Holt rebutted this on Monday.",
        "An official of the council requested anonymity.",
        "Ben Dahl endorsed Ada Holt.",
        "Ben Dahl praised council leader Ada Holt.",
        "Her attacks on the rich made Ada Holt popular.",
        "Ben Dahl sharply criticised the former president.",
        "Ben Dahl has said almost nothing about his plans.",
        "Ada Holt acknowledged the problem.",
        "Ben Dahl, who argued the case, left on Monday.",
    ],
)
def test_words_that_say_nothing_alone_are_no_statement(nlp: Language, text: str) -> None:
    assert not [a.text for a in analyse(text, nlp).attributions if a.standing == "stated"]


@pytest.mark.parametrize(
    "text",
    [
        "An official who asked not to be named said the bridge was old.",
        "A driver, who asked that his name not be used, said the bridge was old.",
        "Ben Dahl, citing figures from the council, said the bridge was old.",
        "Asked what he had seen, Ben Dahl said the bridge was old.",
        "Ben Dahl, asked what he had seen, said the bridge was old.",
        "Ben Dahl was asked to name a reason. He said the bridge was old.",
    ],
)
def test_what_stands_beside_a_statement_is_none_itself(nlp: Language, text: str) -> None:
    stated = [a.text for a in analyse(text, nlp).attributions if a.standing == "stated"]
    assert stated == ["the bridge was old"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holt answered the questions of the committee on Monday.",
        "The prosecutor questioned Ada Holt about the loan on Monday.",
        "Ada Holt talked about the old bridge for an hour on Monday.",
        "Ada Holt and Ben Dahl argued over water on Monday.",
        "Ada Holt and Ben Dahl disagreed about the old bridge on Monday.",
        "The plans, which Ada Holt views as part of a long game, were applauded by the critics.",
        "It’s unlikely that many of these donors will return to the party.",
        "In her speech on Monday Ada Holt mentioned the old bridge twice.",
        "Ada Holt condemned the attempt on Monday.",
        "Asked about the old bridge, Ada Holt pointed to the forecast.",
        "The rebels, who call themselves the Province Front, left on Monday.",
        "Ada Holt disputed the claim on Monday.",
        "Inspectors will find that the old bridge is safe.",
        "Ada Holt found “Moby Dick” in the old library.",
    ],
)
def test_what_was_only_talked_about_is_no_statement(nlp: Language, text: str) -> None:
    assert not [a.text for a in analyse(text, nlp).attributions if a.standing == "stated"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada Holt mentioned that the old bridge was closed.", "the old bridge was closed"),
        ("Ada Holt described the old bridge as a wreck on Monday.", "a wreck"),
        ("Ada Holt called for an early election on Monday.", "an early election"),
        ("Ada Holt accused the council of hiding the letters.", "hiding the letters"),
        ("Ada Holt promised to build a new bridge.", "build a new bridge"),
        ("The court ordered the company to pay for the bridge.", "pay for the bridge"),
        ("Ada Holt dismissed the report as a stunt.", "a stunt"),
        ("Ada Holt criticised the council for closing the bridge.", "closing the bridge"),
        ("The mayor believes that the old bridge will not survive another winter.", "survive"),
        ("The mayor expects a close vote on the bridge.", "a close vote"),
        ("Economists expect growth of 2 per cent this year.", "growth of 2 per cent"),
        ("The mayor expects the bridge to be finished by May.", "the bridge to be finished"),
        ("The report recommended closing the old bridge.", "closing the old bridge"),
        ("Ada Holt disputed the claim that the old bridge was safe.", "the old bridge was safe"),
        ("The inquiry found “systemic failings” at the council.", "systemic failings"),
    ],
)
def test_demands_promises_and_opinions_are_statements(nlp: Language, text: str, said: str) -> None:
    stated = [a.text for a in analyse(text, nlp).attributions if a.standing == "stated"]
    assert any(said in each for each in stated)
