from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database

from store.records import Audience, Kind, Reading, Standing
from store.statements import Page, Part, search_statements
from tests.archiving import FAR, PUBLISHED, Said, save


def ask(db: Database, topic: str | None = None, **reading: object) -> Page:
    return search_statements(
        db,
        Reading(topic=topic, **reading),  # type: ignore[arg-type]  # its own fields
        Audience(),
        Part(100),
    )


def texts(page: Page) -> list[str]:
    assert page.total == len(page.statements)
    return [found.text for found in page.statements]


FOUND = [
    ("sanctions", "we will lift the sanctions"),
    ("sanctions", "they have been sanctioned for years"),
    ("sanction", "Sanctions are no answer"),
    ("negotiations", "we negotiate with everybody"),
    ("Wagner", "Wagner's men are at the gate"),
    ("Wagner's", "the men of Wagner are here"),
    ("Wagner’s", "the men of Wagner are here"),
    ("air-strikes", "the airstrikes go on"),
    ("air-strikes", "the air strikes go on"),
    ("air strike", "the air-strikes go on"),
    ("Cote d'Ivoire", "Côte d’Ivoire is calm"),
    ("Côte d'Ivoire", "Cote d'Ivoire is calm"),
    ("Zürich", "the Zurich office is open"),
    ("O'Brien", "we thank Mr O’Brien"),
    ("the war in the north", "the northern war and the war of the north"),
    ("U.S. aid", "the US sends aid"),
    ("US aid", "aid from the U.S. is late"),
    ("us aid", "aid from the US is late"),
    ("US AID", "aid from the US is late"),
    ("U.K.", "the UK waits"),
    ("UN", "the U.N. waits"),
    ("WHO", "the WHO warned them"),
    ("Will Stone", "Will Stone pays"),
    ("WAR IN THE NORTH", "war came from the north"),
    ('"private company"', "a private company owns it"),
    ('"who\'s paying for"', "and who’s paying for that"),
    ('"the judge’s order"', "the judge's order is plain"),
    ('"left us a mess"', "they left us a mess"),
    ('"who told us"', "nobody knows who told us"),
    ("50,000 fighters", "they have 50,000 fighters"),
    ("$100 million", "it costs $100 million"),
    ("BRIDGE", "the bridge is open"),
    ("defense spending", "Defence spending must double"),
    ("labour market", "the labor market is cooling"),
    ("traveller", "Travelers slept on the floor"),
    ("organised crime", "we fight organized crime"),
    ("privatization", "they have privatised the water"),
    ("北京", "we go to 北京 today"),
]


@pytest.mark.parametrize(("topic", "words"), FOUND)
def test_a_topic_is_found_however_it_is_written(db: Database, topic: str, words: str) -> None:
    save(db, Said("Ada Holt", words), Said("Ada Holt", "nothing of that"), headline="In brief")
    assert texts(ask(db, topic)) == [words]


NOT_FOUND = [
    ("US aid", "he gave us aid"),
    ("US", "they told us nothing"),
    ("WHO", "who warned them"),
    ("Will Stone", "we stone nobody"),
    ('"private company"', "a company that is private"),
    ("bridge tolls", "the bridge is open"),
    ("Austria", "Australia wins"),
]


@pytest.mark.parametrize(("topic", "words"), NOT_FOUND)
def test_what_only_looks_like_the_topic_is_not_found(db: Database, topic: str, words: str) -> None:
    save(db, Said("Ada Holt", words))
    assert texts(ask(db, topic)) == []


def test_a_name_keeps_its_spelling(db: Database) -> None:
    save(db, Said("Ada Holt", "Labour will win"), headline="In brief")
    other = Said("Ben Moor", "the labor market is cooling")
    save(db, other, url="https://other.test", headline="In brief")
    assert texts(ask(db, "Labour")) == ["Labour will win"]


HOSTILE = [
    "AND",
    "bridge AND",
    "NOT bridge",
    "bridge OR (",
    'bridge "',
    '""',
    '"" ""',
    "bridge*",
    "*",
    "^bridge",
    "NEAR(bridge open)",
    "text : bridge",
    "{text around} : bridge",
    "-bridge",
    "bridge + open",
    "bridge' OR '1'='1",
    "bridge; DROP TABLE articles",
    "%",
    "🌉",
    "bridge 🌉",
    "\\",
    "a" * 3000,
    "bridge " * 300,
    "\x00bridge",
]


@pytest.mark.parametrize("topic", HOSTILE)
def test_nothing_in_a_topic_is_syntax(db: Database, topic: str) -> None:
    save(db, Said("Ada Holt", "the bridge is open"))
    for reading in ({"topic": topic}, {"speaker": topic}, {"topic": topic, "speaker": topic}):
        assert ask(db, **reading).total in (0, 1)
    assert db.table("articles").exists()


def test_a_topic_among_full_text_operators_is_found(db: Database) -> None:
    save(db, Said("Ada Holt", "the bridge is open"))
    for topic in ("bridge*", "^bridge", "bridge 🌉", '"bridge"', "(bridge)", "bridge: open"):
        assert ask(db, topic).total == 1, topic


def test_a_name_is_not_stemmed_into_another(db: Database) -> None:
    names = {"Rosa Williams": "person", "Harding": "person"}
    save(
        db,
        Said("Ada Holt", "Rosa Williams will build it"),
        Said("Ada Holt", "William will not, that is hard"),
        Said("Ada Holt", "Harding is away"),
        names=names,
    )
    assert texts(ask(db, "Williams")) == ["Rosa Williams will build it"]
    assert texts(ask(db, "williams")) == ["Rosa Williams will build it"]
    assert texts(ask(db, "Harding")) == ["Harding is away"]


def test_who_speaks_is_not_what_it_is_about(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "the bridge is open"),
        Said("Ben Moor", "Ada Holt is wrong"),
        names={"Ada Holt": "person", "Ben Moor": "person"},
    )
    assert texts(ask(db, "Ada Holt")) == ["Ada Holt is wrong"]
    assert texts(ask(db, "Holt")) == ["Ada Holt is wrong"]


def test_a_topic_in_the_sentence_around_covers_what_a_pronoun_says(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "it has doubled in a year", after=" of the Vessel Group"),
        Said("Ada Holt", "it is too late"),
    )
    page = ask(db, "Vessel")
    assert [(found.text, found.nearness) for found in page.statements] == [
        ("it has doubled in a year", "sentence")
    ]


def test_another_name_of_an_entity_finds_what_is_said_of_it(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "the DPRK sent nothing"),
        Said("Ben Moor", "North Korea sent steel"),
        names={"North Korea": "place"},
        aliases={"North Korea": ("DPRK",)},
    )
    assert len(texts(ask(db, "North Korea"))) == 2
    assert len(texts(ask(db, "dprk"))) == 2


def test_what_is_said_by_a_description_counts_as_by_a_pronoun(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "the group pays well", before="Of the Vessel Group "),
        names={"Vessel Group": "organisation"},
        aliases={"Vessel Group": ("the group",)},
    )
    assert [found.nearness for found in ask(db, "Vessel Group").statements] == ["pronoun"]


def test_a_part_of_an_organisation_s_name_is_not_the_organisation(db: Database) -> None:
    names = {"Vessel Group": "organisation"}
    save(
        db,
        Said("Ada Holt", "Vessel pays well"),
        Said("Ada Holt", "the group of eight meets"),
        names=names,
        aliases={"Vessel Group": ("Vessel",)},
    )
    assert texts(ask(db, "group")) == ["the group of eight meets"]


def test_what_only_its_article_s_subject_speaks_for_comes_last(db: Database) -> None:
    save(db, Said("Ada Holt", "we open in May"), url="https://a.test", headline="Harbour bridge")
    assert [found.nearness for found in ask(db, "bridges").statements] == ["article"]
    save(db, Said("Ada Holt", "the bridge is open"), url="https://b.test", headline="Harbour")
    assert texts(ask(db, "bridges"))[0] == "the bridge is open"


def test_a_topic_named_in_full_by_the_article_is_found_by_one_of_its_words(db: Database) -> None:
    told = " under the old quince tree in the yard"
    save(
        db, Said("Ada Holt", "we met", after=told), Said("Ada Holt", "the tree is ours", before=FAR)
    )
    save(db, Said("Ben Moor", "the tree is old"), Said("Ben Moor", "quinces"), url="https://b.test")
    asked = Said("Cy Dunn", "is the plum tree ripe", standing="asked")
    save(db, asked, Said("Cy Dunn", "the tree bears"), url="https://c.test")
    assert texts(ask(db, "plum trees")) == ["the tree bears"]
    assert texts(ask(db, "plum trees", speaker="Ada Holt")) == []
    assert ask(db, "plum trees").statements[0].nearness == "article"
    assert texts(ask(db, "quince trees"))[0] == "we met"


@pytest.mark.parametrize(("times", "found"), [(1, []), (3, ["we open in May"])])
def test_an_article_is_on_what_it_names_often_not_in_passing(
    db: Database, times: int, found: list[str]
) -> None:
    asked = [Said("Cy Dunn", f"is Tiln ready, part {n}", standing="asked") for n in range(times)]
    said = Said("Ada Holt", "we open in May", after=f". {FAR}")
    save(db, said, *asked, names={"Tiln": "place"})
    assert texts(ask(db, "Tiln")) == found


def test_an_article_is_not_on_what_it_names_less_than_something_else(db: Database) -> None:
    asked = [Said("Cy Dunn", f"is Tiln ready, part {n}", standing="asked") for n in range(3)]
    more = [Said("Cy Dunn", f"is Vale late, part {n}", standing="asked") for n in range(4)]
    names = {"Tiln": "place", "Vale": "place"}
    save(db, *asked, *more, Said("Ada Holt", "we open in May", before=FAR), names=names)
    assert [ask(db, name).total for name in names] == [0, 1]


def test_an_article_is_not_on_those_who_speak_in_it(db: Database) -> None:
    said = [Said("Cy Dunn", f"part {n} is ready") for n in range(3)]
    save(db, Said("Ada Holt", "we open in May"), *said, names={"Cy Dunn": "person"})
    assert ask(db, "Cy Dunn").total == 0


def test_what_was_not_stated_is_not_shown(db: Database) -> None:
    standings: tuple[Standing, ...] = ("negated", "hypothetical", "asked")
    for number, standing in enumerate(standings):
        said = Said("Ada Holt", "the bridge will fall", "indirect", standing=standing)
        save(db, said, url=f"https://{number}.test")
    assert ask(db, "bridge").total == 0
    assert ask(db, speaker="Holt").total == 0


@pytest.mark.parametrize(
    ("speaker", "found"),
    [
        ("Kirby", {"John Kirby", "Kirby Corporation"}),
        ("kirby", {"John Kirby", "Kirby Corporation"}),
        ("JOHN KIRBY", {"John Kirby"}),
        ("Kirby John", {"John Kirby"}),
        ("Kir", set()),
        ("Kirb*", set()),
        ("Núñez", {"Ana Nunez"}),
        ("Kirby and Nunez", {"John Kirby", "Kirby Corporation", "Ana Nunez"}),
        ("officials", {"a senior official"}),
        ("senior official", {"a senior official"}),
        ("harbour office", {"Ana Nunez"}),
        ("spokeswoman", {"Ana Nunez"}),
        ("Mary Kirby", set()),
    ],
)
def test_a_speaker_is_found_by_whole_words_of_the_name_or_by_role(
    db: Database, speaker: str, found: set[str]
) -> None:
    save(
        db,
        Said("John Kirby", "one"),
        Said("Jane Kirbyson", "two"),
        Said("Kirby Corporation", "three", speaker="organisation"),
        Said("Ana Nunez", "four", role="harbour office spokeswoman"),
        Said("a senior official", "five", speaker="anonymous"),
    )
    statements = ask(db, speaker=speaker).statements
    assert {each.speaker.name for each in statements if each.speaker} == found


def test_topic_and_speaker_together_narrow_the_answer(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "the bridge is open"),
        Said("Ben Moor", "the bridge is closed"),
    )
    save(db, Said("Ada Holt", "the road is open"), url="https://b.test", headline="Roads")
    assert texts(ask(db, "bridge", speaker="Holt")) == ["the bridge is open"]


@pytest.mark.parametrize(("kind", "words"), [("direct", "one bridge"), ("indirect", "two bridges")])
def test_one_kind_of_quote_can_be_asked_for(db: Database, kind: Kind, words: str) -> None:
    save(db, Said("Ada Holt", "one bridge"), Said("Ada Holt", "two bridges", "indirect"))
    assert texts(ask(db, "bridge", kind=kind)) == [words]


def test_the_day_it_was_said_counts_before_the_day_it_was_published(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "said in January", said_on=date(2026, 1, 20)),
        Said("Ada Holt", "said when published"),
    )
    january = ask(db, since=date(2026, 1, 1), until=date(2026, 1, 31))
    assert texts(january) == ["said in January"]
    assert texts(ask(db, since=PUBLISHED.date())) == ["said when published"]
    assert texts(ask(db, until=date(2026, 1, 20))) == ["said in January"]
    assert texts(ask(db, until=date(2026, 1, 19))) == []


def test_days_are_those_of_the_asker_s_clock(db: Database) -> None:
    night = datetime(2026, 3, 10, 2, tzinfo=UTC)  # still the evening of the 9th in New York
    save(db, Said("Ada Holt", "good night"), published=night)
    ninth = Reading(since=date(2026, 3, 9), until=date(2026, 3, 9))
    there = search_statements(db, ninth, Audience(), Part(), ZoneInfo("America/New_York"))
    here = search_statements(db, ninth, Audience(), Part(), ZoneInfo("Europe/London"))
    assert (there.total, here.total) == (1, 0)


def test_a_day_that_the_article_says_is_that_day_everywhere(db: Database) -> None:
    evening = datetime(2026, 3, 10, 19, tzinfo=UTC)  # in Sydney the morning of the 11th
    save(db, Said("Ada Holt", "on Tuesday", said_on=evening.date()), published=evening)
    tenth = Reading(since=date(2026, 3, 10), until=date(2026, 3, 10))
    there = search_statements(db, tenth, Audience(), Part(), ZoneInfo("Australia/Sydney"))
    assert texts(there) == ["on Tuesday"]


def test_the_first_and_the_last_day_of_the_calendar_are_days(db: Database) -> None:
    save(db, Said("Ada Holt", "the bridge is open"))
    assert ask(db, since=date.min, until=date.max).total == 1


def test_speakers_stand_where_their_newest_statement_does(db: Database) -> None:
    for number, (by, day) in enumerate(
        [("Ada Holt", 3), ("Ben Moor", 9), ("Ada Holt", 12), ("Cy Dunn", 10), ("Ben Moor", 1)]
    ):
        published = datetime(2026, 3, day, tzinfo=UTC)
        save(db, Said(by, f"bridge {day}"), url=f"https://{number}.test", published=published)
    page = ask(db, "bridge")
    assert texts(page) == ["bridge 12", "bridge 3", "bridge 10", "bridge 9", "bridge 1"]
    assert page.speakers == 3


def test_on_the_same_day_named_stand_before_nameless_and_direct_before_indirect(
    db: Database,
) -> None:
    save(
        db,
        Said("somebody", "the bridge, no one knows", speaker=None),
        Said("an official", "the bridge, a whisper", speaker="anonymous"),
        Said("Ada Holt", "that the bridge is near", "indirect"),
        Said("Ada Holt", "it is long", after=" of the bridge"),
        Said("Ada Holt", "the bridge is open"),
    )
    assert texts(ask(db, "bridge")) == [
        "the bridge is open",
        "that the bridge is near",
        "it is long",
        "the bridge, a whisper",
        "the bridge, no one knows",
    ]


def test_pages_show_every_statement_once_and_the_same_totals(db: Database) -> None:
    for number in range(23):
        said = Said(f"Speaker N{number % 5}", f"bridge {number}")
        save(db, said, url=f"https://{number}.test")
    whole = ask(db, "bridge")
    pages = [
        search_statements(db, Reading(topic="bridge"), Audience(), Part(7, offset))
        for offset in (0, 7, 14, 21, 28)
    ]
    assert [len(page.statements) for page in pages] == [7, 7, 7, 2, 0]
    assert {(page.total, page.speakers) for page in pages} == {(23, 5)}
    paged = [found.text for page in pages for found in page.statements]
    assert sorted(paged) == sorted(found.text for found in whole.statements)


def test_who_said_much_does_not_hide_the_others_from_the_first_page(db: Database) -> None:
    for number in range(8):
        save(db, Said("Ada Holt", f"bridge {number}"), url=f"https://{number}.test")
    save(db, Said("Ben Crane", "the bridge is shut"), url="https://other.test")
    page = search_statements(db, Reading(topic="bridge"), Audience(), Part(5))
    speakers = [found.speaker.name for found in page.statements if found.speaker]
    assert sorted(speakers) == ["Ada Holt"] * 4 + ["Ben Crane"]
    assert len({tuple(group) for _, group in groupby(speakers)}) == 2


def test_a_statement_brings_its_sentence_and_its_article(db: Database) -> None:
    article_id = save(
        db, Said("Ada Holt", "it is open", role="harbour minister", after=" of the bridge")
    )
    found = ask(db, "bridge").statements[0]
    assert found.sentence == "“it is open,” Ada Holt said of the bridge."
    assert (found.article.id, found.article.publisher) == (article_id, "The Test")
    assert found.article.published == PUBLISHED
    assert found.speaker
    assert (found.speaker.name, found.speaker.role) == ("Ada Holt", "harbour minister")
