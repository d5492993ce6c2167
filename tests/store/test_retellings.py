"""Other papers' articles on the same event are found by the quotes that they have in common."""

from __future__ import annotations

from sqlite_utils import Database

from store.records import Audience, Reading
from store.statements import Part, search_statements
from tests.archiving import Said, save, share

FIRE = Said("Ada Holt", "this fire outran every engine that we have")
NEWS = "https://b.test"


def ask(db: Database, topic: str, audience: Audience | None = None) -> set[str]:
    page = search_statements(db, Reading(topic=topic), audience or Audience(), Part(100))
    return {each.text for each in page.statements}


def test_an_article_without_the_name_of_a_fire_is_on_it_by_a_quote_of_one_that_has_it(
    db: Database,
) -> None:
    save(db, FIRE, headline="Cotton Draw fire kills two")
    save(db, FIRE, Said("Ben Moor", "we lost the barn"), url=NEWS, headline="Blaze in the hills")
    save(db, Said("Cy Dunn", "the hall burned"), url="https://c.test", headline="Fire in a hall")
    assert ask(db, "Cotton Draw fire") == {FIRE.words, "we lost the barn"}


def test_the_quote_may_be_longer_in_one_of_them(db: Database) -> None:
    longer = Said("Ada Holt", f"{FIRE.words} and it never stopped")
    save(db, FIRE, headline="Cotton Draw fire kills two")
    save(db, longer, Said("Ben Moor", "we lost the barn"), url=NEWS, headline="Blaze in the hills")
    assert "we lost the barn" in ask(db, "Cotton Draw fire")


def test_a_few_words_in_common_are_no_sign(db: Database) -> None:
    save(db, Said("Ada Holt", "we are here"), headline="Cotton Draw fire kills two")
    said = (Said("Eve Fall", "we are here"), Said("Ben Moor", "we lost the barn"))
    save(db, *said, url=NEWS, headline="Blaze in the hills")
    assert ask(db, "Cotton Draw fire") == {"we are here"}


def test_an_article_that_the_asker_may_not_see_leads_nowhere(db: Database) -> None:
    secret = save(db, FIRE, everybody=False, headline="Cotton Draw fire kills two")
    share(db, secret, "G1", private=True)
    save(db, FIRE, Said("Ben Moor", "we lost the barn"), url=NEWS, headline="Blaze in the hills")
    assert ask(db, "Cotton Draw fire", Audience("T1", "C2")) == set()
    assert "we lost the barn" in ask(db, "Cotton Draw fire", Audience("T1", "G1"))
