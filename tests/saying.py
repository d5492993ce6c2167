"""What the analysis of a text shows, for tests of it."""

from __future__ import annotations

from spacy.language import Language

from bot.language import analyse
from store.records import Attribution


def stated(text: str, nlp: Language) -> list[Attribution]:
    """What is shown as a statement, in its order."""
    return [each for each in analyse(text, nlp).attributions if each.standing == "stated"]


def told(text: str, nlp: Language) -> list[str]:
    """The words of each statement."""
    return [each.text for each in stated(text, nlp)]


def speakers(text: str, nlp: Language) -> list[str]:
    """The name of whoever makes each statement; "" where that is not known."""
    return [each.speaker.name if each.speaker else "" for each in stated(text, nlp)]
