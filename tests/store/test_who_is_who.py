"""Which names in two articles are one person or body, and which are two."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from store import Store
from store.records import EntityKind
from tests.archiving import Said, save

Person = tuple[str, str]
"""Name and role."""

ONE_PERSON: list[tuple[Person, Person]] = [
    (("Mara Quill", "harbour minister"), ("Mara Quill", "harbour minister")),
    (("Mara Quill", "harbour minister"), ("Mara Quill", "")),
    (("Mara Quill", ""), ("Mara Quill", "")),
    (("MARA QUILL", ""), ("Mara Quill", "")),
    (("José Muñoz", ""), ("Jose Munoz", "")),
    (("Søren Møller", ""), ("Soren Moller", "")),
    (("Łukasz Wójtel", ""), ("Lukasz Wojtel", "")),
    (("Anne-Marie Duvall", ""), ("Anne Marie Duvall", "")),
    (("Conor O’Dowell", ""), ("Conor O'Dowell", "")),
    (("Dr. Mara Quill", ""), ("Mara Quill", "")),
    (("J.D. Harrow", ""), ("J. D. Harrow", "")),
    (("Ned P. Orme", ""), ("Ned Percival Orme", "")),
    (("Ned P. Orme", ""), ("Ned Orme", "")),
    (("Ned Percival Orme", ""), ("Ned Orme", "mayor")),
    (("Ned P. Orme", "presidential candidate"), ("Ned Orme", "New York businessman")),
    (("Ned H.W. Orme", ""), ("Ned H. W. Orme", "")),
    (("Omar al-Tahan", ""), ("Omar Tahan", "")),
    (("Scott Ryan", "House Speaker"), ("Scott Ryan", "")),
    (("Rosalind “Roz” Petrakis", ""), ("Rosalind Petrakis", "")),
    (("Ada Holt Jr.", ""), ("Ada Holt Jr", "")),
    (("Ada Holt Junior", ""), ("Ada Holt Jr.", "")),
    (("Mara Quill", "foreign minister"), ("Mara Quill", "former prime minister")),
    (("Mara Quill", "lawyer"), ("Mara Quill", "senator from Ohio")),
    (("Mara Quill", "Gov."), ("Mara Quill", "Governor of Ohio")),
    (("Mara Quill", "British Foreign Secretary"), ("Mara Quill", "UK foreign minister")),
    (("Mara Quill", "Estonian prime minister"), ("Mara Quill", "EU commissioner")),
    (
        ("Mara Quill", "governor of the Bank of Orme"),
        ("Mara Quill", "governor of the Bank of Tiln"),
    ),
    (("Bob Trask", "Acme Steel spokesman"), ("Robert Trask", "spokesman for Acme Steel")),
    (("Ned P. Orme", "chief of Acme Steel"), ("Ned Orme", "Acme Steel chief")),
    (("Yevgeny Prigozin", "founder of Vessel"), ("Evgeny Prighozin", "Vessel founder")),
    (("Oleh Zarensky", "Ukrainian president"), ("Oleh Zarenskyy", "President of Ukraine")),
    (("John Smith", "Acme Steel spokesman"), ("John Smith", "spokesman for Acme Steel")),
    (("John Smith", "US senator"), ("John Smith", "U.S. Senator")),
    (("Lord Penhallow", ""), ("Lord Penhallow", "opposition leader")),
    (("Putilov", "Russian President"), ("Putilov", "Russian President")),
]

TWO_PERSONS: list[tuple[Person, Person]] = [
    (("Mara Quill", "footballer"), ("Mara Quill", "foreign minister")),
    (("Mara Quill", "striker"), ("Mara Quill", "Secretary of State")),
    (("Mara Quill", "mayor of Leeds"), ("Mara Quill", "mayor of Tiln")),
    (("Mara Quill", "French foreign minister"), ("Mara Quill", "German foreign minister")),
    (("Mara Quill", "surgeon"), ("Mara Quill", "jockey")),
    (("George Bush", "president"), ("George W. Bush", "president")),
    (("George Bush", "US President"), ("George W. Bush", "U.S. president")),
    (("George H.W. Bush", ""), ("George W. Bush", "")),
    (("Ned P. Orme", ""), ("Ned Q. Orme", "")),
    (("Ned P. Orme", "footballer"), ("Ned Orme", "minister")),
    (("George H. W. Bush", ""), ("George Bush", "")),
    (("Michael B.", "suspect"), ("Michael B.", "")),
    (("John P. Smith", ""), ("John Smith", "")),
    (("Conor O'Dowell", ""), ("Conor Dowell", "")),
    (("Omar bin Tahan", ""), ("Omar Tahan", "")),
    (("Kim Yong Dae", ""), ("Kim Dae", "")),
    (("Ada Holt", ""), ("Ada Holt Jr.", "")),
    (("Ada Holt", "minister"), ("Ada Holt Jr.", "minister")),
    (("Ada Holt Sr.", ""), ("Ada Holt Jr.", "")),
    (("John Smith", ""), ("John Smith", "")),
    (("John Smith", "police officer"), ("John Smith", "police officer")),
    (("John Smith", "Acme Steel spokesman"), ("John Smith", "Norse Steel spokesman")),
    (("John Smith", "Acme Steel spokesman"), ("John Smith", "")),
    (("Bob Trask", "senator"), ("Robert Trask", "baker")),
    (("Bob Trask", ""), ("Robert Trask", "")),
    (("Daniel Quill", "Acme Steel chief"), ("Daniela Quill", "Acme Steel chief")),
    (("Ada Holt", "Acme Steel chief"), ("Ada Holm", "Acme Steel chief")),
    (("Oleh Zarensky", "Ukrainian president"), ("Oleh Zarenskyy", "tennis player")),
    (("Trask", ""), ("Trask", "")),
    (("Trask", "mayor"), ("Trask", "mayor")),
    (("Mr Trask", ""), ("Mr Trask", "")),
    (("Lorraine Hale-Orme", ""), ("Lorraine Orme", "")),
    (("Mara Quill", ""), ("Mira Quill", "")),
]

ONE_BODY = [
    ("Wagner", "Wagner Group"),
    ("the Wagner Group", "the private military company known as the Wagner Group"),
    ("Ferrow Energy", "Ferrow Energy Ltd"),
    ("Ferrow Energy", "Ferrow Energy Inc."),
    ("Pell & Dunmore", "Pell and Dunmore"),
    ("International Atomic Energy Agency", "IAEA"),
    ("IAEA", "I.A.E.A."),
    ("NATO", "North Atlantic Treaty Organisation"),
    ("WHO", "World Health Organization"),
    ("Upland Rivers Rescue League", "URRL"),
    ("URRL", "Upland Rivers Rescue League"),
    ("Institute for Harbour Law", "Institute for Harbor Law"),
    ("U.S.", "United States"),
    ("US", "America"),
    ("the USA", "the United States of America"),
    ("Britain", "UK"),
    ("Great Britain", "United Kingdom"),
    ("EU", "European Union"),
    ("U.N.", "United Nations"),
    ("North Korea", "DPRK"),
    ("Turkey", "Türkiye"),
    ("Ivory Coast", "Côte d’Ivoire"),
    ("Burma", "Myanmar"),
    ("Czech Republic", "Czechia"),
    ("Holland", "the Netherlands"),
    ("Russia", "Russian Federation"),
    ("Kremlin", "the Kremlin"),
    ("Downing Street", "10 Downing Street"),
    ("Elysee Palace", "Élysée"),
    ("Russian Defence Ministry", "Russia’s Ministry of Defense"),
    ("British government", "UK Government"),
    ("US State Department", "State Department"),
]

TWO_BODIES = [
    ("Austria", "Australia"),
    ("North Korea", "South Korea"),
    ("Niger", "Nigeria"),
    ("Guinea", "Guinea-Bissau"),
    ("Guinea", "Equatorial Guinea"),
    ("Congo", "Republic of the Congo"),
    ("Democratic Republic of the Congo", "Republic of the Congo"),
    ("Dominica", "Dominican Republic"),
    ("Samoa", "American Samoa"),
    ("Ireland", "Northern Ireland"),
    ("Mexico", "New Mexico"),
    ("Sudan", "South Sudan"),
    ("China", "Republic of China"),
    ("Slovakia", "Slovenia"),
    ("U.S.", "U.S. Virgin Islands"),
    ("Georgia", "Georgia"),
    ("Kremlin", "Russia"),
    ("Northern Bank", "Southern Bank"),
    ("Radio 4", "Radio 5"),
    ("University of Tiln", "Tiln State University"),
    ("Ferrow Energy", "Ferrow Water"),
    ("Supreme Court", "Supreme Court"),
    ("City Hall", "City Hall"),
    ("police", "police"),
    ("Russian Defence Ministry", "Ukrainian Defence Ministry"),
    ("American Bank", "US Bank"),
    ("ABC", "Alder Barge Company"),
]


def _save_person(db: Database, number: int, person: Person) -> None:
    name, role = person
    save(db, Said(name, "we wait", role=role), url=f"https://{number}.test", names={name: "person"})


def _count(db: Database, kind: str = "person") -> int:
    sql = "SELECT count(DISTINCT entity_id) FROM article_entities"
    condition = "= 'person'" if kind == "person" else "!= 'person'"
    return int(db.execute(f"{sql} WHERE kind {condition}").fetchone()[0])


@pytest.fixture(scope="module")
def one_archive(empty_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(Path(shutil.copy(empty_archive, tmp_path_factory.mktemp("pairs"))))
    yield store
    store.close()


@pytest.fixture
def db(one_archive: Store) -> Iterator[Database]:
    """One archive for all pairs, empty before each."""
    one_archive.db.execute("BEGIN")
    yield one_archive.db
    one_archive.db.rollback()


@pytest.mark.parametrize(("one", "other"), [*ONE_PERSON, *((b, a) for a, b in ONE_PERSON)])
def test_what_is_surely_one_person_is_shown_as_one(
    db: Database, one: Person, other: Person
) -> None:
    _save_person(db, 1, one)
    _save_person(db, 2, other)
    assert _count(db) == 1


@pytest.mark.parametrize(("one", "other"), [*TWO_PERSONS, *((b, a) for a, b in TWO_PERSONS)])
def test_what_may_be_two_persons_stays_two(db: Database, one: Person, other: Person) -> None:
    _save_person(db, 1, one)
    _save_person(db, 2, other)
    assert _count(db) == 2


def _save_body(db: Database, number: int, name: str, **names: EntityKind) -> None:
    about = Said("Mara Quill", f"we know {name} well")
    save(db, about, url=f"https://{number}.test", names={name: "organisation", **names})


@pytest.mark.parametrize(("one", "other"), [*ONE_BODY, *((b, a) for a, b in ONE_BODY)])
def test_other_forms_of_a_name_are_the_same_body(db: Database, one: str, other: str) -> None:
    _save_body(db, 1, one)
    _save_body(db, 2, other)
    assert _count(db, "body") == 1


@pytest.mark.parametrize(("one", "other"), [*TWO_BODIES, *((b, a) for a, b in TWO_BODIES)])
def test_names_that_only_look_alike_are_two_bodies(db: Database, one: str, other: str) -> None:
    _save_body(db, 1, one)
    _save_body(db, 2, other)
    assert _count(db, "body") == 2


def _key_of(db: Database, name: str) -> set[str]:
    sql = (
        "SELECT key FROM entity_keys JOIN article_entities USING (entity_id)"
        " WHERE article_entities.name = ?"
    )
    return {key for (key,) in db.execute(sql, [name]).fetchall()}


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("Moscow has denied it", True),
        ("Moscow would never agree", True),
        ("the sanctions against Moscow hold", True),
        ("they live in Moscow now", False),
        ("Moscow has been flooded", False),
        ("Moscow will host the games", False),
    ],
)
def test_a_capital_is_a_government_only_where_it_acts(db: Database, words: str, acts: bool) -> None:
    save(db, Said("Mara Quill", words), names={"Moscow": "place"})
    assert ("of:RU" in _key_of(db, "Moscow")) == acts


def test_a_capital_that_speaks_is_a_government(db: Database) -> None:
    save(db, Said("Brussels", "we will wait", speaker="organisation"))
    assert "government:EU" in _key_of(db, "Brussels")


@pytest.mark.parametrize(
    ("others", "korea"), [(["Seoul"], True), (["DPRK"], True), (["Leeds"], False)]
)
def test_the_north_is_a_korea_only_where_one_is_named(
    db: Database, others: list[str], korea: bool
) -> None:
    names: dict[str, EntityKind] = {"North": "place", **dict.fromkeys(others, "place")}
    save(db, Said("Mara Quill", f"the North and {others[0]} talk"), names=names)
    assert ("state:KP" in _key_of(db, "North")) == korea


def test_a_ministry_is_that_of_the_only_state_in_its_article(db: Database) -> None:
    _save_body(db, 1, "Foreign Ministry", Russia="place")
    _save_body(db, 2, "Russian Foreign Ministry")
    _save_body(db, 3, "Foreign Ministry", Russia="place", Ukraine="place")
    assert _count(db, "body") == 4  # the one of the last article is its own
    assert "of:RU" in _key_of(db, "Foreign Ministry")


def test_persons_of_a_common_name_are_one_where_the_company_is_the_same(db: Database) -> None:
    for number, town in enumerate(("Tiln", "Orme")):
        save(
            db,
            Said("John Smith", f"we in {town} wait for Alder Barge Line"),
            url=f"https://{number}.test",
            names={"John Smith": "person", "Alder Barge Line": "organisation"},
        )
    assert _count(db) == 1


def test_between_two_of_one_name_a_name_alone_decides_nothing(db: Database) -> None:
    for number, role in enumerate(("footballer", "foreign minister", "")):
        _save_person(db, number, ("Mara Quill", role))
    assert _count(db) == 3
    _save_person(db, 4, ("Mara Quill", "Norland's foreign minister"))
    _save_person(db, 5, ("Mara Quill", "striker and footballer"))
    assert _count(db) == 3


def test_a_changed_article_does_not_meet_its_people_anew(db: Database) -> None:
    for words in ("we wait", "we wait no more"):
        save(
            db, Said("John Smith", words), names={"John Smith": "person", "police": "organisation"}
        )
    assert _count(db) == 1
    assert _count(db, "body") == 1


def test_an_anonymous_source_is_one_with_nobody(db: Database) -> None:
    for number in (1, 2):
        said = Said("a senior official", "we wait", speaker="anonymous")
        save(db, said, Said("Mara Quill", "yes"), url=f"https://{number}.test")
    sql = "SELECT count(*) FROM entities WHERE kind = 'anonymous'"
    assert db.execute(sql).fetchone() == (2,)
    assert _key_of(db, "a senior official") == set()


def test_two_whom_an_article_tells_apart_are_not_made_one_by_it(db: Database) -> None:
    role = "Acme Steel spokesman"
    said = (Said("Robert Trask", "we wait", role=role), Said("Bob Trask", "we too", role=role))
    save(db, *said, names={"Robert Trask": "person", "Bob Trask": "person"})
    assert _count(db) == 2


def test_a_name_alone_is_that_of_the_one_who_is_by_far_the_best_known(db: Database) -> None:
    for number, role in enumerate(("footballer", *["foreign minister"] * 10, "")):
        _save_person(db, number, ("Mara Quill", role))
    assert _count(db) == 2


def test_a_name_alone_is_nobody_s_where_two_have_it_with_a_middle_name(db: Database) -> None:
    for number, name in enumerate(("Ned P. Orme", "Ned Q. Orme", "Ned Orme")):
        _save_person(db, number, (name, ""))
    assert _count(db) == 3


def test_who_is_known_without_a_middle_name_too_has_no_second_one(db: Database) -> None:
    for number, name in enumerate(("Ned Orme", "Ned P. Orme", "Ned Q. Orme", "Ned P. Orme")):
        _save_person(db, number, (name, ""))
    assert _count(db) == 2


def test_a_name_that_another_is_called_by_in_its_article_is_not_its_own(db: Database) -> None:
    names: dict[str, EntityKind] = {"Ned P. Orme": "person"}
    lent = {"Ned P. Orme": ("Ned Q. Orme",)}
    save(db, Said("Ned P. Orme", "I am not Ned Q. Orme"), names=names, aliases=lent)
    _save_person(db, 1, ("Ned Q. Orme", ""))
    assert _count(db) == 2


def test_one_role_of_many_that_does_not_fit_keeps_nobody_apart(db: Database) -> None:
    for number, role in enumerate(("minister", "banker", "judge", "reporter")):
        _save_person(db, number, ("Mara Quill", role))
    assert _count(db) == 1


@pytest.mark.parametrize("names", [("Ned P. Orme", "Ned Orme"), ("Ned Orme", "Ned P. Orme")])
def test_an_article_s_own_two_are_two_whoever_is_known(
    db: Database, names: tuple[str, str]
) -> None:
    _save_person(db, 1, ("Ned Orme", ""))
    said = [Said(name, "we wait") for name in names]
    save(db, *said, names=dict.fromkeys(names, "person"))
    assert _count(db) == 2


@pytest.mark.parametrize("role", ["front-runner", "chief financial officer", "secretary general"])
def test_words_of_many_meanings_tell_no_calling(db: Database, role: str) -> None:
    _save_person(db, 1, ("Mara Quill", "foreign minister"))
    _save_person(db, 2, ("Mara Quill", role))
    assert _count(db) == 1


def test_a_common_name_with_an_acronym_is_known_by_the_acronym(db: Database) -> None:
    names: dict[str, EntityKind] = {"Joint Appeals Board": "organisation"}
    for number in (1, 2):
        save(
            db,
            Said("Mara Quill", "the Joint Appeals Board (JAB) waits"),
            url=f"https://{number}.test",
            names=names,
            aliases={"Joint Appeals Board": ("JAB",)},
        )
    assert _count(db, "body") == 1
