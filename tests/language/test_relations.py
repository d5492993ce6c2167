"""Source, cue and content, one form of attribution each."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bot.language import analyse
from bot.language.attribution import find_relations
from bot.language.pipeline import load_language, parse
from store.records import Attribution


def found(text: str, nlp: Language) -> list[tuple[str, str, list[str]]]:
    """(source, cue, contents) of every attribution."""
    return [
        (
            text[slice(*relation.source)] if relation.source else "",
            text[slice(*relation.cue)] if relation.cue else "",
            [text[slice(*span)] for span in relation.content],
        )
        for relation in find_relations(parse(text, nlp))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The bridge is safe,” the mayor said.",
            ("the mayor", "said", ["The bridge is safe,"]),
        ),
        (
            "“The bridge is safe,” said Mayor Anna Dahl, who crossed it on Monday.",
            ("Mayor Anna Dahl, who crossed it on Monday", "said", ["The bridge is safe,"]),
        ),
        (
            '"The bridge is safe," she said. "It always was."',
            ("she", "said", ["The bridge is safe,", "It always was."]),
        ),
        (
            '"The bridge," she said, "is safe."',
            ("she", "said", ["The bridge,", "is safe."]),
        ),
        (
            "“The bridge is safe. It always was. It will be,” Dahl told reporters.",
            ("Dahl", "told", ["The bridge is safe. It always was. It will be,"]),
        ),
        (
            "“The bridge is safe.”\u00a0― Anna Dahl\u00a0",
            ("Anna Dahl", "―", ["The bridge is safe."]),
        ),
        (
            "Dahl said, “The bridge is safe.”",
            ("Dahl", "said", ["The bridge is safe."]),
        ),
        (
            "Dahl added:\n\n“The bridge is safe.”",
            ("Dahl", "added", ["The bridge is safe."]),
        ),
        (
            "“The bridge is safe,” according to Mayor Anna Dahl.",
            ("Mayor Anna Dahl", "according to", ["The bridge is safe,"]),
        ),
        (
            "“The bridge is safe. I cross it every day.” — Anna Dahl, mayor",
            ("Anna Dahl, mayor", "—", ["The bridge is safe. I cross it every day."]),
        ),
        (
            "ANNA DAHL: “The bridge is safe.”",
            ("ANNA DAHL", ":", ["The bridge is safe."]),
        ),
        (
            "“We waited all night.\n\n“Nobody came to help us,” Dahl said.",
            ("Dahl", "said", ["We waited all night.", "Nobody came to help us,"]),
        ),
        (
            "‘The bridge is safe,’ Dahl said.",
            ("Dahl", "said", ["The bridge is safe,"]),
        ),
    ],
)
def test_who_says_what_stands_between_marks(
    text: str, expected: tuple[str, str, list[str]], nlp: Language
) -> None:
    assert found(text, nlp) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said that the bridge was safe.",
            ("The mayor", "said", ["the bridge was safe"]),
        ),
        (
            "The mayor said the bridge was safe.",
            ("The mayor", "said", ["the bridge was safe"]),
        ),
        (
            "The bridge was safe, the mayor said.",
            ("the mayor", "said", ["The bridge was safe"]),
        ),
        (
            "The bridge, the mayor said, was safe.",
            ("the mayor", "said", ["The bridge", "was safe"]),
        ),
        (
            "The bridge has been closed since May, she said, where a lorry hit it.",
            ("she", "said", ["The bridge has been closed since May", "where a lorry hit it"]),
        ),
        (
            "According to the mayor, the bridge was safe.",
            ("the mayor", "According to", ["the bridge was safe"]),
        ),
        (
            "The bridge was safe, according to two people familiar with the report.",
            ("two people familiar with the report", "according to", ["The bridge was safe"]),
        ),
        (
            "Dahl accused the company of hiding the report from the council.",
            ("Dahl", "accused", ["the company of hiding the report from the council"]),
        ),
        (
            "Dahl called for an inquiry into the collapse of the bridge.",
            ("Dahl", "called for", ["an inquiry into the collapse of the bridge"]),
        ),
        (
            "Dahl described the bridge as a danger to everyone who crosses it.",
            ("Dahl", "described", ["the bridge as a danger to everyone who crosses it"]),
        ),
        (
            "Dahl asked whether the bridge had been inspected.",
            ("Dahl", "asked", ["whether the bridge had been inspected"]),
        ),
        (
            "Dahl's claim that the bridge was safe was wrong.",
            ("Dahl's", "claim", ["the bridge was safe"]),
        ),
        (
            "Dahl said the bridge was “perfectly safe” and would stay open.",
            ("Dahl", "said", ["the bridge was “perfectly safe” and would stay open"]),
        ),
        (
            "The bridge is “perfectly safe and will stay open,” Dahl said.",
            ("Dahl", "said", ["The bridge is “perfectly safe and will stay open,”"]),
        ),
        (
            "Dahl went on to say that the bridge would stay open.",
            ("Dahl", "went on to say", ["the bridge would stay open"]),
        ),
        (
            "Dahl said in a statement that the bridge would stay open.",
            ("Dahl", "said in a statement", ["the bridge would stay open"]),
        ),
        (
            "Dahl said that the bridge, which was built in 1920, had never been closed.",
            (
                "Dahl",
                "said",
                ["the bridge, which was built in 1920, had never been closed"],
            ),
        ),
        (
            "Dahl promised that “every penny that is needed” would be spent.",
            ("Dahl", "promised", ["“every penny that is needed” would be spent"]),
        ),
        (
            "Dahl said the bridge was old but “perfectly safe”.",
            ("Dahl", "said", ["the bridge was old but “perfectly safe”"]),
        ),
        (
            "Dahl told reporters she planned to stay until 2028.",
            ("Dahl", "told", ["she planned to stay until 2028"]),
        ),
        (
            "Dahl put the cost of the bridge at about £8bn.",
            ("Dahl", "put", ["the cost of the bridge at about £8bn"]),
        ),
        (
            "Dahl predicts the closure of the bridge within two years.",
            ("Dahl", "predicts", ["the closure of the bridge within two years"]),
        ),
        (
            "The engineers think the bridge is safe.",
            ("The engineers", "think", ["the bridge is safe"]),
        ),
        (
            "Dahl asked him to leave.",
            ("Dahl", "asked", ["him to leave"]),
        ),
        (
            "The bridge, Dahl said, “is perfectly safe.”",
            ("Dahl", "said", ["The bridge", "is perfectly safe."]),
        ),
        (
            "Dahl told the court at a hearing that the bridge had been closed.",
            ("Dahl", "told", ["the bridge had been closed"]),
        ),
        (
            "Dahl said on Tuesday it would close the bridge.",
            ("Dahl", "said", ["it would close the bridge"]),
        ),
        (
            "Berg said outside court that her son had been a good boy.",
            ("Berg", "said", ["her son had been a good boy"]),
        ),
        (
            "Berg said she would do it “if the money is right and it comes on time”.",
            ("Berg", "said", ["she would do it “if the money is right and it comes on time”"]),
        ),
        (
            "Berg ruled out stepping in.",
            ("Berg", "ruled out", ["stepping in"]),
        ),
        (
            "Norden Ltd, which reports next week, said it was seeing no impact.",
            ("Norden Ltd, which reports next week", "said", ["it was seeing no impact"]),
        ),
    ],
)
def test_who_says_what_without_marks_or_with_some(
    text: str, expected: tuple[str, str, list[str]], nlp: Language
) -> None:
    assert found(text, nlp) == [expected]


@pytest.mark.parametrize("end", ["£30m.", "$2bn.", "300 crowns by 4 p.m."])
def test_a_short_form_may_end_its_sentence(end: str, nlp: Language) -> None:
    text = f"Dahl said the bridge would cost {end} The company disagreed."
    (_, _, contents), *_ = found(text, nlp)
    assert contents[0].rstrip(".") == f"the bridge would cost {end}".rstrip(".")


def test_a_quote_without_a_cue_takes_over_the_speaker_before_it(nlp: Language) -> None:
    text = "Dahl said the bridge would stay open. “It has never been safer.”"
    _, quote = find_relations(parse(text, nlp))
    assert quote.inherited
    assert quote.kind == "direct"
    assert quote.source is not None
    assert text[slice(*quote.source)] == "Dahl"


def test_a_sentence_of_the_articles_own_parts_two_quotes(nlp: Language) -> None:
    text = "“The bridge is safe,” Dahl said. Would she cross it? “I do so every day.”"
    assert found(text, nlp) == [
        ("Dahl", "said", ["The bridge is safe,"]),
        ("Dahl", "", ["I do so every day."]),
    ]


def test_a_quote_behind_a_sentence_about_somebody_else_is_theirs(nlp: Language) -> None:
    text = "“The bridge is safe,” Anna Dahl said. Piet Lund disagreed. “It is not.”"
    assert found(text, nlp) == [
        ("Anna Dahl", "said", ["The bridge is safe,"]),
        ("Piet Lund", "", ["It is not."]),
    ]


def test_what_she_adds_is_an_attribution_of_its_own(nlp: Language) -> None:
    text = "“The bridge is safe,” Dahl said, adding that it would stay open."
    assert found(text, nlp) == [
        ("Dahl", "said", ["The bridge is safe,"]),
        ("Dahl", "adding", ["it would stay open"]),
    ]


def test_an_interview_goes_on_with_initials(nlp: Language) -> None:
    text = "Ada Dahl: Is it safe?\n\nPiet Lund: It is, I think.\n\nAD: Always?\n\nPL: Always."
    assert [(source, *contents) for source, _, contents in found(text, nlp)] == [
        ("Ada Dahl", "Is it safe?"),
        ("Piet Lund", "It is, I think"),
        ("AD", "Always?"),
        ("PL", "Always"),
    ]


def test_a_transcript_is_read_turn_by_turn(nlp: Language) -> None:
    text = (
        "BERG: Is the bridge safe?\n\nDAHL: The bridge is safe.\n\nI cross it every day.\n\n"
        "BERG: Will it stay open?\n\nDAHL: It will stay open."
    )
    assert [(source, contents) for source, _, contents in found(text, nlp)] == [
        ("BERG", ["Is the bridge safe?"]),
        ("DAHL", ["The bridge is safe.\n\nI cross it every day"]),
        ("BERG", ["Will it stay open?"]),
        ("DAHL", ["It will stay open"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'Maria "Mia" Berg opened the shop in 1990.',
        "He earned the nickname “the Baker” after making millions.",
        "Her novel “The Long Bridge” was sold in 40 countries.",
        'Scenes for the latest "Slow Ferry" film were being shot near the harbour.',
        'Ada Holt stars in the new series, "Harbour Lights," on Sunday.',
        "The bridge was built in 1932 and repaired in 2004.",
        "[ad_1]\n\nLeave a Reply\n\nYour email address will not be published.",
    ],
)
def test_nicknames_titles_and_junk_are_no_attributions(text: str, nlp: Language) -> None:
    assert found(text, nlp) == []


def test_contents_are_verbatim_and_in_order(nlp: Language) -> None:
    text = "“Stay,” Dahl said.\n\nThe road is closed, Lund said. “For now,” he added."
    attributions = analyse(text, nlp).attributions
    assert [each.text for each in attributions] == ["Stay,", "The road is closed", "For now,"]
    assert all(_is_verbatim(text, each) for each in attributions)


def _is_verbatim(text: str, attribution: Attribution) -> bool:
    return attribution.text == " ... ".join(text[slice(*span)] for span in attribution.content)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        '"' * 3_000,
        "“" * 3_000,
        "😀" * 3_000,
        "“😀” he said. " * 300,
        "he said that she thought that " * 400,
        "他说“我们不会走。”" * 200,
        "“a\n" * 1_000,
        "A: b c d\n" * 500,
    ],
)
def test_odd_input_is_read_without_an_exception(text: str, nlp: Language) -> None:
    doc = parse(text, nlp)
    assert doc.text == text
    for relation in find_relations(doc):
        assert all(0 <= start < end <= len(text) for start, end in relation.content)


def test_a_long_text_keeps_its_offsets(nlp: Language) -> None:
    text = "“The bridge is safe,” Dahl said.\n\n" + "word " * 30_000 + "\n\n“It is,” Lund said."
    last = find_relations(parse(text, nlp))[-1]
    assert [text[slice(*span)] for span in last.content] == ["It is,"]


def test_a_missing_model_says_how_to_install_it() -> None:
    with pytest.raises(LookupError, match="pip install no_such_model"):
        load_language("no_such_model")


def test_a_finding_is_of_whose_it_is_and_not_of_whom_the_sentence_is_about(nlp: Language) -> None:
    text = (
        "Rex Tomlin has faced criticism over his relationship with Norland amid the intelligence "
        "community’s finding that hackers stole emails in a bid to influence the election."
    )
    sources = [source for source, cue, _ in found(text, nlp) if cue == "finding"]
    assert sources == ["the intelligence community"]
