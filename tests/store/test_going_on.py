"""What an article goes on to say about a topic in other words than the one who asks."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.anaphora import Remark, is_told_within
from store.records import Audience, Kind, Reading
from store.statements import Page, Part, search_statements
from tests.archiving import FAR, Said, save


def ask(db: Database, topic: str, **reading: object) -> Page:
    query = Reading(topic=topic, **reading)  # type: ignore[arg-type]  # its own fields
    return search_statements(db, query, Audience(), Part(100))


def texts(page: Page) -> list[str]:
    return [found.text for found in page.statements]


def test_a_pronoun_that_looks_back_to_the_topic_speaks_of_it(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "the pipeline is dry"),
        Said("Ben Moor", "its outlets were never built"),
        Said("Cy Dunn", "we drink it from wells, all of us, as our fathers did before it came"),
    )
    page = ask(db, "pipeline")
    assert [(each.text, each.nearness) for each in page.statements] == [
        ("the pipeline is dry", "words"),
        ("its outlets were never built", "pronoun"),
    ]


@pytest.mark.parametrize(("words", "found"), [("they were late", 2), ("it was late", 1)])
def test_a_pronoun_has_the_number_of_the_topic(db: Database, words: str, found: int) -> None:
    save(db, Said("Ada Holt", "the ballots came by boat"), Said("Ben Moor", words))
    assert ask(db, "ballots").total == found


@pytest.mark.parametrize(("kind", "found"), [("direct", 1), ("indirect", 0)])
def test_she_is_the_last_one_named_but_in_a_paraphrase_may_be_who_speaks(
    db: Database, kind: Kind, found: int
) -> None:
    save(
        db,
        *(Said("Ada Holt", f"tea is dear, part {number}") for number in range(2)),
        Said("Ada Holt", "we open in May", after=" of Una Vale"),
        Said("Ben Moor", "she has no stairs", kind),
        names=dict.fromkeys(("Ada Holt", "Ben Moor", "Una Vale"), "person"),
    )
    assert ask(db, "Una Vale", speaker="Ben Moor").total == found


def test_the_one_word_of_a_topic_that_an_article_seldom_has_is_enough(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "we look for the man with the crowbar"),
        Said("Ben Moor", "somebody with a crowbar came"),
        *(Said("Cy Dunn", f"a man and {number} men are here") for number in range(6)),
    )
    assert texts(ask(db, "man with the crowbar"))[:2] == [
        "we look for the man with the crowbar",
        "somebody with a crowbar came",
    ]


def test_an_article_that_names_the_topic_goes_on_about_it_by_its_last_word(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "work on the flood wall starts in June"),
        Said(
            "Ben Moor", "we asked for the wall in 2021", before="The floods came, flood on flood. "
        ),
        Said("Cy Dunn", "a wall is no answer", before="There were floods, and walls, and floods. "),
    )
    assert [(each.text, each.nearness) for each in ask(db, "flood wall").statements][:2] == [
        ("work on the flood wall starts in June", "words"),
        ("we asked for the wall in 2021", "pronoun"),
    ]


def test_a_word_of_the_same_meaning_counts_where_the_article_has_the_topic(db: Database) -> None:
    asked = Said("Cy Dunn", "where is the painting", standing="asked")
    save(db, asked, Said("Ada Holt", "the picture is mine"), url="https://a.test")
    save(db, Said("Ben Moor", "a picture of a truck"), url="https://b.test")
    page = ask(db, "paintings")
    assert (texts(page), page.also) == (["the picture is mine"], ("picture",))


def test_a_topic_is_also_found_by_an_irregular_form_of_its_word(db: Database) -> None:
    save(db, Said("Ada Holt", "the ring was stolen"), Said("Ben Moor", "the ring is old"))
    assert texts(ask(db, "steal")) == ["the ring was stolen"]


def test_what_is_said_in_the_topic_s_own_words_stands_first(db: Database) -> None:
    save(db, Said("Ada Holt", "the picture is mine"), Said("Ben Moor", "the painting is old"))
    assert texts(ask(db, "painting")) == ["the painting is old", "the picture is mine"]


def test_a_second_thing_said_in_the_same_sentence_is_on_no_topic_of_the_first(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "we wait"),
        Said("Ada Holt", "we hope"),
        Said("Ada Holt", "the farms are dry"),
        Said("Ben Moor", "we sold a boat", after=", and showed us the farms"),
    )
    assert texts(ask(db, "farms")) == ["the farms are dry"]


def test_the_head_of_a_topic_is_enough_where_the_article_has_the_rest(db: Database) -> None:
    told = Said("Cy Dunn", "is the ward of the infants who died open", standing="asked")
    save(db, told, Said("Ada Holt", "nine babies might have lived"), headline="A report")
    assert texts(ask(db, "infants who died")) == ["nine babies might have lived"]


def test_a_headline_may_say_a_topic_in_other_words(db: Database) -> None:
    save(db, Said("Ada Holt", "we wait and see"), headline="Vessel to cut 430 jobs")
    assert texts(ask(db, "Vessel layoffs")) == ["we wait and see"]


@pytest.mark.parametrize(
    ("words", "nearness"), [("these are fairy tales", "pronoun"), ("tea is dear", "article")]
)
def test_what_takes_up_what_was_just_said_of_a_topic_is_about_it(
    db: Database, words: str, nearness: str
) -> None:
    save(
        db,
        Said("Ada Holt", "the pipeline was never built", "indirect", ending=" "),
        Said("Ada Holt", words),
    )
    assert {each.text: each.nearness for each in ask(db, "pipeline").statements} == {
        "the pipeline was never built": "words",
        words: nearness,
    }


def test_what_is_said_of_somebody_by_who_speaks_of_them_by_a_pronoun(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "Una Vale has no stairs"),
        Said("officials", "was armed", "indirect", before="He saw Una Vale, who ", speaker=None),
        Said("Ben Moor", "tea is dear", "indirect", before="He saw Una Vale. Later "),
        names={"Una Vale": "person", "Ben Moor": "person"},
    )
    near = {each.text: each.nearness for each in ask(db, "Una Vale").statements}
    assert (near["was armed"], near["tea is dear"]) == ("pronoun", "article")


def test_it_looks_back_to_a_topic_that_nobody_names_who_is_quoted(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "phones distract", before=FAR, ending=f"{FAR}The phone ban passed. "),
        Said("Ben Moor", "it came far too late"),
    )
    assert texts(ask(db, "phone ban", mentioned=True)) == [
        "it came far too late",
        "phones distract",
    ]


def test_an_article_that_has_a_kind_of_the_topic_speaks_of_it_in_other_words(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "we took a handgun from the car", before=FAR),
        Said("Ben Moor", "the weapon lay under a seat", before=FAR),
        headline="A night in Moor Street",
    )
    assert set(texts(ask(db, "gun"))) == {
        "we took a handgun from the car",
        "the weapon lay under a seat",
    }


@pytest.mark.parametrize(
    ("words", "speaker", "found"),
    [
        ("You knew of all nine", "Ada Holt", True),
        ("How dare you smile", "Ada Holt", True),
        ("Nine is a number", "Ada Holt", False),
        ("You knew of all nine", "Ben Moor", False),
    ],
)
def test_who_speaks_on_to_you_speaks_of_whom_it_was_about(
    db: Database, words: str, speaker: str, found: bool
) -> None:
    save(
        db,
        Said("Ada Holt", "Acme put its shares first", "indirect", ending=" "),
        Said(speaker, words, ending=" "),
        names={"Acme": "organisation", "Ada Holt": "person", "Ben Moor": "person"},
        headline="In brief",
    )
    near = {each.text: each.nearness for each in ask(db, "Acme").statements}
    assert (near.get(words) == "pronoun") == found


@pytest.mark.parametrize(
    ("words", "found"), [("I owe that woman a drink", 1), ("I owe the woman a drink", 0)]
)
def test_that_woman_is_who_was_named_last(db: Database, words: str, found: int) -> None:
    save(
        db,
        *(Said("Ada Holt", f"tea is dear, part {number}") for number in range(2)),
        Said("Ada Holt", "we open in May", after=" of Una Vale"),
        Said("Ben Moor", words),
        names=dict.fromkeys(("Ada Holt", "Ben Moor", "Una Vale"), "person"),
    )
    assert ask(db, "Una Vale", speaker="Ben Moor").total == found


@pytest.mark.parametrize(
    ("words", "kind", "found"),
    [
        ("it never lost a file", "indirect", 1),
        ("its files were never lost", "mixed", 1),
        ("We never lost a file", "direct", 0),
        ("files are never lost", "indirect", 0),
    ],
)
def test_a_body_that_speaks_of_itself_speaks_of_the_topic(
    db: Database, words: str, kind: Kind, found: int
) -> None:
    others = (Said("Ada Holt", f"tea is dear, part {number}") for number in range(3))
    own = Said("Acme", words, kind, speaker="organisation")
    names = {"Acme": "organisation", "Ada Holt": "person"}
    save(db, *others, own, names=names, headline="In brief")
    assert ask(db, "Acme").total == found


@pytest.mark.parametrize(("speaker", "found"), [(7, True), (8, False)])
def test_what_somebody_told_those_who_tell_of_it_stands_within_their_words(
    speaker: int, found: bool
) -> None:
    text = "Aides say Holt told them she will go."
    inner = Remark(text, [(25, 36)], 0, "indirect", 7, "person", "Holt")
    outer = inner._replace(content=[(10, 36)], speaker=15 - speaker)
    assert is_told_within(inner, [inner, outer]) == found
