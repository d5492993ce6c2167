"""Speakers whom hard copy tells by number, by a paper, by a noun, or between commas."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bot.language import analyse

GROUPS = [
    (
        "Two aides told another story. One said he shouted. The other said he was calm. Both left.",
        ["one of two aides", "the other of two aides"],
    ),
    (
        "Two aides told another story. Both said the talks were over.",
        ["two aides"],
    ),
    (
        "Residents near the plant met. One said it smelt. “It stinks,” a third said.",
        [
            "one of the residents near the plant",
            "another of the residents near the plant",
        ],
    ),
    (
        "Parents said that the children had left. Several of them vowed to raise the money.",
        ["parents", "several of the parents"],
    ),
    (
        "Two members of the cast left. One, who asked not to be named, said it was late.",
        ["one of two members of the cast"],
    ),
    (
        "The court heard from four customers. One, a retired teacher from Hull, said she was ill.",
        ["a retired teacher from Hull"],
    ),
    ("“Two patients died,” Jane Roe said. One said they would strike.", ["Jane Roe", "one"]),
]
PAPERS = [
    ("Six councillors have written to the mayor. Their letter says that the road is unsafe.",
     "six councillors"),
    ("Joe Roe, 44, was found dead on Monday. His diary says that he was afraid.", "Joe Roe"),
    ("The charity closed on Friday. Its website says that it had 400 members.", "the charity"),
    ("Minister Ada Petrie was away. The minister’s letter to the board says that it was late.",
     "Ada Petrie"),
    ("Ada Roe and Bill Doe left. Their letter said that the mood was bad.", "Ada Roe and Bill Doe"),
    ("Ann Roe met the auditors. The panel's report says that it was late.", "the panel's report"),
    ("The engineers left. Their report, prepared by the firm Acme Bolt, says that it is unsafe.",
     "the firm Acme Bolt"),
]  # fmt: skip
VIEWS = [
    ("Jane Roe is a lawyer. In her view the law applies to dogs as well.",
     "Jane Roe", "the law applies to dogs as well"),
    ("Taxes will rise, in the judgment of Joe Doe, who teaches law in Leeds.",
     "Joe Doe", "Taxes will rise"),
    ("The ruling is, in the words of Jane Roe, “a slap in the face”.",
     "Jane Roe", "The ruling is a slap in the face"),
    ("The firm, by its own account, lost £4m last year.",
     "the firm", "The firm lost £4m last year"),
    ("Joe Doe is a lawyer. His contention is that the police never called.",
     "Joe Doe", "the police never called"),
    ("It is Joe Doe's understanding that the bank will close.", "Joe Doe", "the bank will close"),
]  # fmt: skip
FIGURES = [
    ("Jane Roe put the number of injured at around 40 and announced that the road was shut.",
     "the number of injured at around 40"),
    ("The union put at 600 the number of jobs at risk, an estimate the bank called wild.",
     "at 600 the number of jobs at risk"),
    ("The mayor put the number nearer 200.", "the number nearer 200"),
    ("Police put the number of missing at 29, most of them in Oslo.",
     "the number of missing at 29, most of them in Oslo"),
    ("Dr Ada Roe gave the cause of death as a head injury and left.",
     "the cause of death as a head injury"),
    ("Bookmakers rate her chances at one in four.", "her chances at one in four"),
]  # fmt: skip
QUOTES = [
    (
        "The manager accused the referee of “bottling it” after a penalty late in the match.",
        "the referee of “bottling it”",
    ),
    (
        "Jane Roe told MPs that she had “nothing to hide,” hours after a paper printed the files.",
        "she had “nothing to hide,”",
    ),
    ("Jane Roe figured that she would have to learn it.", "she would have to learn it"),
]
NO_FIGURES = [
    "She put the baby to bed at 8.",
    "The deal puts the firm at risk. Nobody won in 2019.",
    "The club put three goals past Roe at 4pm.",
]
INTERPOSED = [
    ("The bank, Jane Roe insisted, would open again in May.",
     "The bank would open again in May"),
    ("The bank would open again in May, admitted Jane Roe, its manager.",
     "The bank would open again in May"),
]  # fmt: skip
NAMES = [
    ("Briton Mary Hall said she was happy.", "Mary Hall"),
    ("“It was late,” said the mild-mannered Dane Anders Holm.", "Anders Holm"),
    ("The manufacturer, Basel-based Ostra Pharma, said it was late.", "Ostra Pharma"),
    ("The road is shut. The department itself said that it was late.", "the department"),
    ("Opening the case, Jane Hill KC, prosecuting, said that it was late.", "Jane Hill"),
]


@pytest.mark.parametrize(("text", "names"), GROUPS)
def test_who_is_only_counted_is_one_of_the_group(
    nlp: Language, text: str, names: list[str]
) -> None:
    stated = [each for each in analyse(text, nlp).attributions if each.standing == "stated"]
    assert [each.speaker.name for each in stated if each.speaker] == names


@pytest.mark.parametrize(("text", "name"), PAPERS)
def test_a_paper_speaks_for_whose_it_is(nlp: Language, text: str, name: str) -> None:
    speakers = [each.speaker for each in analyse(text, nlp).attributions]
    assert [each.name for each in speakers if each] == [name]


@pytest.mark.parametrize(("text", "name", "content"), VIEWS)
def test_a_noun_tells_whose_view_it_is(nlp: Language, text: str, name: str, content: str) -> None:
    found = [
        (each.speaker.name, " ".join(text[slice(*span)] for span in each.content))
        for each in analyse(text, nlp).attributions
        if each.speaker
    ]
    assert found == [(name, content)]


@pytest.mark.parametrize(("text", "content"), [*FIGURES, *QUOTES])
def test_what_is_told_ends_where_it_ends(nlp: Language, text: str, content: str) -> None:
    told = [each.content for each in analyse(text, nlp).attributions]
    assert content in [text[slice(*span)] for spans in told for span in spans]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_what_is_put_somewhere_is_no_figure(nlp: Language, text: str) -> None:
    assert analyse(text, nlp).attributions == ()


@pytest.mark.parametrize(("text", "content"), INTERPOSED)
def test_who_speaks_between_commas_is_found(nlp: Language, text: str, content: str) -> None:
    [found] = analyse(text, nlp).attributions
    assert found.speaker is not None
    assert found.speaker.name == "Jane Roe"
    assert " ".join(text[slice(*span)] for span in found.content) == content


def test_a_sentence_about_somebody_else_is_no_statement(nlp: Language) -> None:
    text = "Jane Roe, who had left the bank in May, praised Ann Doe."
    assert all(
        each.speaker is None or each.speaker.name != "Ann Doe"
        for each in analyse(text, nlp).attributions
    )


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_is_told_from_what_stands_before_it(nlp: Language, text: str, name: str) -> None:
    speakers = [each.speaker for each in analyse(text, nlp).attributions]
    assert [each.name for each in speakers if each] == [name]
