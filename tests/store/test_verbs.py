from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading
from store.statements import Part, search_statements
from store.verbs import find_verb, inflect
from tests.archiving import Said, save


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("denied", "deny"),
        ("Warns", "warn"),
        ("admitting", "admit"),
        ("criticizes", "criticize"),
        ("denials", "deny"),
        ("bridge", None),
        ("said", None),
        ("", None),
    ],
)
def test_a_form_leads_to_its_verb(form: str, verb: str | None) -> None:
    assert find_verb(form) == verb


def test_a_regular_verb_is_inflected() -> None:
    assert set(inflect("deny")) == {"deny", "denies", "denied", "denying"}
    assert set(inflect("blame")) == {"blame", "blames", "blamed", "blaming"}


@pytest.mark.parametrize(
    ("verb", "found"), [("deny", []), ("say", ["the bridge is safe"]), ("warn", [])]
)
def test_only_what_was_said_so_is_found(db: Database, verb: str, found: list[str]) -> None:
    save(db, Said("Ada Holt", "the bridge is safe", before="Nobody denied it. "))
    page = search_statements(db, Reading("bridge", verb=verb), Audience(), Part())
    assert [each.text for each in page.statements] == found
