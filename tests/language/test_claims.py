"""Claims are checkable sentences, best first, each with its claimer and its figures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language

from bot.language import analyse
from bot.language.claims import find_claims
from bot.language.entities import find_entities
from store.records import Attribution, Claim, Speaker, Standing

ARTICLE = """Harbour board closes north pier

The harbour board closed the north pier on Monday after a storm tore away 40 metres of it.

Repairs will cost more than $3 million, Lena Marsh, the director of the port, said.

“I love this pier with all my heart and I always will,” she said.

What will become of the fishing boats that used to land there every day?

The harbour board on Monday closed the north pier after the storm tore 40 metres of it away.

About 1,200 people signed a petition in June to save the pier.

Sign up for our newsletter to get the best of the harbour in your inbox.

Share this story"""


def _find(nlp: Language, text: str, attributions: list[Attribution] | None = None) -> list[Claim]:
    doc = nlp(text)
    return list(find_claims(doc, attributions or [], find_entities(doc)))


def test_the_lead_comes_first_and_nothing_is_said_twice(nlp: Language) -> None:
    claims = _find(nlp, ARTICLE)
    assert claims[0].text.startswith("The harbour board closed the north pier")
    assert sum("tore" in claim.text for claim in claims) == 1


@pytest.mark.parametrize("junk", ["Sign up", "Share this", "What will become", "Harbour board cl"])
def test_headlines_questions_and_page_furniture_are_no_claims(nlp: Language, junk: str) -> None:
    assert not any(claim.text.startswith(junk) for claim in _find(nlp, ARTICLE))


def test_a_claim_is_its_sentence_and_knows_its_figures(nlp: Language) -> None:
    claims = _find(nlp, ARTICLE)
    assert all(ARTICLE[slice(*claim.span)] == claim.text for claim in claims)
    figures = {ARTICLE[slice(*figure.span)] for claim in claims for figure in claim.figures}
    assert figures == {"40 metres", "more than $3 million", "About 1,200 people"}


def test_figures_are_worth_more_than_feelings(nlp: Language) -> None:
    worth = {claim.text[:6]: claim.check_worthiness for claim in _find(nlp, ARTICLE)}
    assert worth["About "] > 0.6
    assert worth.get("“I lov", 0.0) < 0.4


def test_a_claim_has_the_speaker_of_its_words(nlp: Language) -> None:
    marsh = Speaker("Lena Marsh", "director of the port")
    start = ARTICLE.index("Repairs")
    content = (start, ARTICLE.index(", Lena"))
    said = Attribution("indirect", (content,), ARTICLE[slice(*content)], content, speaker=marsh)
    claimers = {claim.text[:7]: claim.claimer for claim in _find(nlp, ARTICLE, [said])}
    assert claimers["Repairs"] == marsh
    assert claimers["About 1"] is None


BALANCED = [
    (
        "“The pump failed at noon. It cost the town 40,000 pounds, Berg says,” Holm said Monday.",
        "It cost the town 40,000 pounds, Berg says",
    ),
    (
        "Holm said: “The pump failed at noon on 4 May because of rust. It was old and tired.”",
        "The pump failed at noon on 4 May because of rust.",
    ),
    ("Holm counted the “dead” pumps, 12 in all, on Monday.", None),
]


def _say(text: str, speaker: str) -> Attribution:
    """Everything between the first and the last mark as what somebody says."""
    start, end = text.index("“") + 1, text.rindex("”")
    span = (start, end)
    return Attribution("direct", (span,), text[start:end], span, speaker=Speaker(speaker))


@pytest.mark.parametrize(("text", "claim"), BALANCED)
def test_no_claim_shows_half_a_pair_of_marks(nlp: Language, text: str, claim: str | None) -> None:
    shown = [each.text for each in _find(nlp, text, [_say(text, "Holm")])]
    assert (claim or text) in shown
    assert all(each.count("“") == each.count("”") for each in shown)


def test_a_quote_is_no_claim_while_nobody_is_known_to_say_it(nlp: Language) -> None:
    text = "“The harbour board spent $3 million on 40 metres of pier last year. It failed.”"
    assert _find(nlp, text) == []
    assert _find(nlp, text, [_say(text, "Marsh")])[0].claimer == Speaker("Marsh")


def test_what_the_outlet_reports_comes_before_what_somebody_is_quoted_with(nlp: Language) -> None:
    lead = "The harbour board met in Norholm on Monday to speak of the damage done by the storm."
    told = ("Ferries lost 900 passengers to the rain.", "Ferries lost 800 passengers to the rain.")
    text = f"{lead}\n\n“{told[0]} It hurts.”\n\n{told[1]}"
    shown = [claim.text for claim in _find(nlp, text, [_say(text, "Marsh")])]
    assert shown.index(told[1]) < shown.index(told[0])


TURNS = """BERG: Let’s start with the 40 new ferries that Norholm bought in June.

LEE: Well, the town paid $3 million for 40 ferries last year.

BERG: Is that all of it?

LEE: The harbour board paid for 12 of the ferries, and the town for —"""


def test_a_claim_in_a_transcript_is_a_whole_sentence_without_its_label(nlp: Language) -> None:
    claims = analyse(TURNS, nlp).claims
    assert [claim.text for claim in claims] == [
        "Well, the town paid $3 million for 40 ferries last year."
    ]
    assert claims[0].claimer == Speaker("LEE")


STANDINGS: list[Standing] = ["negated", "asked", "hypothetical"]


@pytest.mark.parametrize("standing", STANDINGS)
def test_what_nobody_said_is_no_claim(nlp: Language, standing: Standing) -> None:
    text = "Berg did not say whether the harbour board would close the north pier in June."
    content = (text.index("whether"), len(text) - 1)
    unsaid = Attribution("indirect", (content,), text[slice(*content)], content, standing=standing)
    assert _find(nlp, text, [unsaid]) == []
    assert _find(nlp, text, [replace(unsaid, standing="stated")])


def test_a_claim_names_what_it_is_about_but_for_its_claimer(nlp: Language) -> None:
    text = "Lena Marsh said Norway had sold 14 old patrol boats to Ghana for $3 million."
    content = (text.index("Norway"), len(text) - 1)
    said = Attribution(
        "indirect", (content,), text[slice(*content)], content, speaker=Speaker("Lena Marsh")
    )
    (claim,) = _find(nlp, text, [said])
    assert claim.about == ("Norway", "Ghana")
    assert [(f.value, f.unit) for f in claim.figures] == [(14, "old patrol boats"), (3e6, "$")]


def test_a_figure_that_matters_comes_before_what_is_told_in_passing(nlp: Language) -> None:
    text = (
        "The harbour board closed the pier of Selby on Monday.\n\n"
        "The board sat in the old library of the town for an evening.\n\n"
        "The storm cost the harbour board more than $3 million, the board found.\n\n"
        "A dog slept under the table of the board in the library."
    )
    claims = [claim.text[:13] for claim in _find(nlp, text)]
    assert claims.index("The storm cos") < claims.index("The board sat")


def test_the_same_words_with_another_figure_are_another_claim(nlp: Language) -> None:
    text = (
        "The board closed 12 piers in the north of Selby in June.\n\n"
        "The board closed 40 piers in the north of Selby in July."
    )
    assert len(_find(nlp, text)) == 2


NO_CLAIMS = [
    "“Why?” Berg asked the mayor, Ida Holm, twice.",
    "“Take her down,” Ida Holm shouted to the crowd.",
    "Lacks a basic understanding of foreign policy, and owns 40 ships.",
]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_telling_that_somebody_spoke_and_notes_without_a_subject_are_no_claims(
    nlp: Language, text: str
) -> None:
    assert analyse(text, nlp).claims == ()


@pytest.mark.parametrize(
    "dateline", ["PORT ALDERN ― ", "LA CROSSE, Wis. —\xa0", "May 4 (AP) - ", "OSLO (AP) -- "]
)
def test_a_claim_begins_behind_the_dateline(nlp: Language, dateline: str) -> None:
    said = "The government closed 40 harbours in May after a storm killed 12 people."
    assert [claim.text for claim in analyse(dateline + said, nlp).claims] == [said]


@pytest.mark.parametrize(
    "claim",
    [
        "The maker of Oslo cookies sold 40,000 boxes in Hull last year.",
        "The campaign spent $1.5 million on television advertisements in May.",
        "More than 300 drivers will sign up for the new course in June.",
        "The law on harbour dues has been updated twice since 2019.",
    ],
)
def test_news_that_have_a_word_of_the_page_are_claims(nlp: Language, claim: str) -> None:
    assert claim in [each.text for each in analyse(claim, nlp).claims]


def test_a_headline_with_a_full_stop_is_no_claim(nlp: Language) -> None:
    text = (
        "Harbour board names Ada Holt as director.\n\n"
        "The harbour board named Ada Holt as its director on Monday, at a salary of $90,000."
    )
    assert [each.span[0] for each in analyse(text, nlp).claims] == [43]
