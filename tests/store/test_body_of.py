"""A topic that is a body's name but for what the body is means the body, too."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading
from store.statements import Part, search_statements
from tests.archiving import Said, save


@pytest.mark.parametrize(
    ("topic", "body", "found"),
    [
        ("Border Safety", "Border Safety Administration", True),
        ("Homeland Safety", "Department of Homeland Safety", True),
        ("Border Safety", "Border Safety Farm", False),
        ("border safety", "Border Safety Administration", False),
    ],
)
def test_a_field_that_is_written_as_a_name_is_the_body_of_that_name(
    db: Database, topic: str, body: str, found: bool
) -> None:
    save(
        db,
        Said("Ada Holt", f"the {body} is late"),
        Said("Ben Moor", "the BSA is broke"),
        names={body: "organisation"},
        aliases={body: ("BSA",)},
        headline="In brief",
    )
    reading = Reading(topic, mentioned=True)
    page = search_statements(db, reading, Audience(), Part(100))
    assert ("the BSA is broke" in [each.text for each in page.statements]) == found
