"""A wire report at ten outlets is one story; two reports of one event are two."""

from __future__ import annotations

from bot.reading.stories import sign_story
from store.stories import SAME_STORY, compare_stories, shorten, story_bands
from tests.reading.pages import PARAGRAPHS

WIRE = "\n\n".join(PARAGRAPHS)
OUTLET = "ORSAY POINT (Wire) - " + "\n".join(PARAGRAPHS[:5]) + " Additional reporting by staff."
OTHER = (
    "Islanders can take the boat again. After almost three months the ferry from Orsay Point is "
    "back, and the harbour authority promises that its new ramp will last. Its head, Ines Calder, "
    "spoke of a test of every bolt. Bread and milk had become a fifth dearer, shops threw away "
    "fruit, and whether the council pays for that is open. The steel of the old ramp had not been "
    "looked at since 2009. A second ship might follow, which would cost 31 million."
)


def test_the_same_report_with_cuts_and_a_dateline_is_one_story() -> None:
    assert compare_stories(sign_story(WIRE), sign_story(OUTLET)) > 0.6


def test_quotation_marks_and_case_make_no_other_story() -> None:
    plain = WIRE.replace("“", '"').replace("”", '"').upper()
    assert compare_stories(sign_story(WIRE), sign_story(plain)) == 1.0


def test_another_report_of_the_same_event_is_another_story() -> None:
    assert compare_stories(sign_story(WIRE), sign_story(OTHER)) < SAME_STORY / 2


def test_a_database_finds_a_story_by_its_bands() -> None:
    bands = story_bands(shorten(sign_story(WIRE)))
    assert len(bands) == len(set(bands)) == 16
    assert set(bands) & set(story_bands(shorten(sign_story(OUTLET))))
    assert not set(bands) & set(story_bands(shorten(sign_story(OTHER))))


def test_a_text_of_a_few_words_is_no_story() -> None:
    assert sign_story("Nothing to see here.") == b""
    assert compare_stories(b"", b"") == 0.0
    assert story_bands(b"") == []


def test_a_signature_can_be_kept_and_compared_by_a_later_version() -> None:
    signature = sign_story(WIRE)
    other_version = bytes([signature[0] + 1]) + signature[1:]
    assert len(signature) == 505
    assert compare_stories(signature, other_version) == 0.0
