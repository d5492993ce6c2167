from __future__ import annotations

import pytest

from store.contrasts import compare

DIFFER = [
    ("the bridge will open in May", "the bridge will not open in May", ("not",)),
    ("we will raise harbour fees", "we will cut harbour fees", ("rais → cut",)),
    (
        "the bridge costs $40 million",
        "the bridge costs $60 million",
        ("$40 million → $60 million",),
    ),
    ("the harbour stays open all year", "the harbour is closed all year", ("open → clos",)),
    ("we support the harbour plan", "we oppose the harbour plan", ("support → oppos",)),
    ("the harbour plan isn't dead", "the harbour plan is dead", ("not",)),
]

ALIKE = [
    ("the bridge will open in May", "the bridge will open in May"),
    ("the bridge will open in May", "in May the bridge opens"),
    ("the bridge will open", "sheep are not cheap"),
    ("40 sheep", "60 cows"),
    ("", ""),
]


@pytest.mark.parametrize(("earlier", "later", "differs"), DIFFER)
def test_words_on_the_same_thing_that_differ_are_told_apart(
    earlier: str, later: str, differs: tuple[str, ...]
) -> None:
    assert compare(earlier, later)[1] == differs


@pytest.mark.parametrize(("earlier", "later"), ALIKE)
def test_words_that_agree_or_speak_of_other_things_are_no_contrast(
    earlier: str, later: str
) -> None:
    assert compare(earlier, later)[1] == ()
