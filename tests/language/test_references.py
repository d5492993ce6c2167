from __future__ import annotations

from spacy.language import Language

from bot.language import analyse

TEXT = (
    "Dwight Duvall, a firefighter, was arrested on Thursday. “He was the first to arrive,” Police "
    "Chief Renata Pauley said. A neighbour said the firefighter was kind. Pauley said she "
    "was tired."
)


def mentions_of(name: str, text: str, nlp: Language) -> list[str]:
    entity = next(each for each in analyse(text, nlp).entities if each.name == name)
    return [text[start:end] for start, end in entity.mentions]


def test_pronouns_and_descriptions_are_mentions_of_whom_they_mean(nlp: Language) -> None:
    assert mentions_of("Dwight Duvall", TEXT, nlp) == ["Dwight Duvall", "He", "the firefighter"]
    assert mentions_of("Renata Pauley", TEXT, nlp) == ["Renata Pauley", "Pauley", "she"]


def test_nobody_speaks_of_themselves_as_he(nlp: Language) -> None:
    text = "“He is my brother,” Tom Roe said. Nobody else was there."
    assert "He" not in mentions_of("Tom Roe", text, nlp)
