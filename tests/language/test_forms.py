"""The forms in which news says who said what, at least two sentences each.

In the tables the cue stands in [brackets], its content in {braces} and its source in <angles>.
"""

from __future__ import annotations

import re

import pytest
from spacy.language import Language

from bot.language.attribution import find_relations
from bot.language.pipeline import parse

FORMS = """
<Mayor Anna Dahl> [made it clear] that {the bridge would stay open}.
<The council> [made clear] {the bridge would stay open}.
<Dahl> [admitted] on Monday that {the bridge was unsafe}, as the council met for the last time.
<Dahl> [has said] through his solicitors that {the bridge was safe}.
<Lund> [called] {that “a fiction”}.
<Dahl> [let it be known] that {she would resign}.
<The minister> [let it be known] that {the ferry would be sold}.
<Dahl> [is of the view] that {the bridge is safe}.
<The engineers> [are of the opinion] that {the bridge must close}.
<Dahl> [went on record as saying] that {the bridge was safe}.
<Dahl> [was quoted as saying] {the bridge was safe}.
<The mayor> [was quoted as saying] that {nobody would pay}.
After <the White House> [said] {the bridge was safe}, Dahl crossed it.
It came after <Lund> [said] {the bridge was unsafe}.
<Samir Tolba> [demanded] {an apology}.
<Dahl> [demanded] {an apology from the council}.
<The weather office> [warns of] {gusts of up to 95mph and danger to life}.
<The mayor> [promised] {a job fair in April and £2 million from the city}.
<Dahl> [threatened] {a longer strike if the allowance was not paid by Friday}.
<Lund> [ruled out] {talks until the rebels lay down their guns}.
<Dahl> [called] {the flood the worst disaster in her 11 years in office}.
<Dahl> [said] {the council will pay for the bridge}, six months after a storm destroyed it.
<The rebels> [confirmed] {the agreement} in a radio message.
<Dahl> [called for] {more money for the bridge} in a statement.
<The council> [called on] {him to resign}.
<Dahl> [called on] {Lund to resign}.
<Dahl> [accused] {Lund of hiding the report}.
<Dahl> [described] {Lund as a liar}.
<Dahl> [believes] {the bridge is safe}.
<Lund> [believes] that {the bridge will fall}.
<Dahl> [expressed concern about] {the bridge}.
<Dahl> [expressed doubt] that {the bridge would open}.
<Dahl> [issued a statement saying] {the bridge was safe}.
<Dahl> [said] {she welcomed the plan} and added that the council would vote.
<Dahl> [said] {the price was rising too fast}, and blamed the council.
<Dahl> [said] {the council had closed the bridge and blamed the weather}.
<A review by the state auditor> [found last fall] that {the bridge had cost twice as much}.
<The Commission for the Missing> [estimates] that {at least 70 foreigners remain in jail}.
<Dahl> [denied] that {the bridge was unsafe}, saying it had been tested.
<The council> [said] at the time that {the bridge was unsafe}.
<The state auditor> [concluded] at the time that {the bridge had been neglected}.
<The council> [said the same day] that {the bridge would be mended}.
<The council> [replied] that {it had, in May, and that nobody had noticed}.
<The union> [has called for] {the bridge to be repaired}.
OSLO, Norway (AP) — <Anna Dahl> [said Monday] that {the bridge was safe}.
A report called the bridge "old." [According to] <Dahl>, {it is safe}.
<A statement from the council> [said] {the bridge would close}.
<Dahl's> [suggestion] that {the bridge was safe} was met with laughter.
<Dahl's> [claim] that {the bridge was safe} was wrong.
<Dahl> [said]: – {The bridge is safe}.
– {The bridge is safe}, [said] <Dahl>.
{The figure}, <Lund> [says], {is 4,000}.
<Dahl> [urged] {the council to close the bridge}.
<Dahl> [blamed] {the weather for the collapse}.
<Police> [say] {the driver fled}.
Dahl scolded him: “{You were told,}” <she> [said].
“{The bridge is safe,}” <Dahl> [said in a statement].
“{The bridge is safe,}” [said] <an engineer, who spoke on condition of anonymity>.
“{The bridge,}” <Dahl> [told] the council on Monday night, “{is safe.}”
“{The bridge,}” <she> [added], “{will close.}”
'{The bridge is safe,}' <Dahl> [said].
''{The bridge is safe,}'' <Dahl> [said].
<Dahl> [tweeted]: “{The bridge is safe.}”
“The bridge is safe.” <Roe> [declined] {to comment}.
In May <he> [said] that {his crews were “guests, not guards.”} Roe could not be reached on Thursday.
<The letter> [read]: “{We will not close it.}”
"""
MARKS = {"<": ">", "[": "]", "{": "}"}


def read_case(marked: str) -> tuple[str, dict[str, list[str]]]:
    """The sentence without the marks, and what they hold."""
    found = {
        close: re.findall(f"{re.escape(start)}(.*?){re.escape(close)}", marked)
        for start, close in MARKS.items()
    }
    return re.sub(r"[<>\[\]{}]", "", marked), found


@pytest.mark.parametrize("marked", FORMS.strip().splitlines())
def test_each_form_tells_who_says_what(marked: str, nlp: Language) -> None:
    text, want = read_case(marked)
    relations = [each for each in find_relations(parse(text, nlp)) if not each.nested]
    got = [
        {
            ">": [text[slice(*each.source)]] if each.source else [],
            "]": [text[slice(*each.cue)]] if each.cue else [],
            "}": [text[slice(*span)] for span in each.content],
        }
        for each in relations
    ]
    assert want in got


@pytest.mark.parametrize(("question", "answer"), [("Q:", "A:"), ("Q.", "A.")])
def test_questions_and_answers_are_turns(question: str, answer: str, nlp: Language) -> None:
    text = (
        f"{question} Is the bridge safe?\n\n{answer} The bridge is safe.\n\n"
        f"{question} Will it stay open?\n\n{answer} It will stay open."
    )
    said = [text[slice(*each.content[0])] for each in find_relations(parse(text, nlp))]
    assert said == [
        "Is the bridge safe?",
        "The bridge is safe",
        "Will it stay open?",
        "It will stay open",
    ]


def test_a_list_with_letters_is_no_interview(nlp: Language) -> None:
    text = "The town has two plans.\n\nA. A new bridge by the mill.\n\nB. A ferry."
    assert find_relations(parse(text, nlp)) == ()
