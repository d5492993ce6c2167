"""The analysis is there as spaCy components, which say what `analyse` says."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from bot.language import analyse, load_language
from bot.language.pipeline import DEFAULT_MODEL
from store.records import Analysis

NEWS = """Harbour opens

“The pier is safe,” Lena Marsh, the mayor of Port Alden, said on Tuesday.

She added that repairs had cost $3 million."""
SHORT = "Ida Holm said the bridge closed in May after 40 people were hurt."
TEXTS = [NEWS, SHORT]
NAMES = ("onrecord_entities", "onrecord_attributions", "onrecord_claims")


@pytest.fixture(scope="module")
def added() -> Language:
    nlp = load_language()
    for name in NAMES:
        nlp.add_pipe(name)
    return nlp


def test_the_components_say_what_analyse_says(added: Language, nlp: Language) -> None:
    found = [
        Analysis(doc._.attributions, doc._.claims, doc._.entities_meant)
        for doc in added.pipe(TEXTS)
    ]
    assert found == [analyse(text, nlp) for text in TEXTS]
    assert all(each.attributions and each.claims for each in found)


def test_entities_are_the_names_and_entities_meant_know_pronouns_too(added: Language) -> None:
    doc = added(NEWS)
    marsh, meant = (
        {entity.name: entity for entity in kept}["Lena Marsh"]
        for kept in (doc._.entities, doc._.entities_meant)
    )
    she = NEWS.index("She")
    assert (she, she + 3) not in marsh.mentions
    assert (she, she + 3) in meant.mentions


def test_one_component_does_the_work_of_those_it_needs(added: Language) -> None:
    nlp = load_language()
    nlp.add_pipe("onrecord_claims")
    assert nlp(SHORT)._.claims == added(SHORT)._.claims


def test_days_are_reckoned_from_the_date_set_on_a_doc(added: Language) -> None:
    doc = added.make_doc(NEWS)
    doc._.published = date(2026, 7, 2)
    assert added(doc)._.attributions[0].said_on == date(2026, 6, 30)


def test_long_texts_are_analysed_as_a_whole_with_components_in_the_pipeline(
    added: Language, nlp: Language
) -> None:
    text = "\n\n".join(TEXTS * 120)
    assert analyse(text, added) == analyse(text, nlp)


@pytest.mark.parametrize("name", NAMES)
def test_the_components_tell_what_they_set(name: str) -> None:
    assert any(each.startswith("doc._.") for each in Language.get_factory_meta(name).assigns)


def test_spacy_finds_the_components_without_an_import_of_ours() -> None:
    code = (
        f"import spacy; nlp = spacy.load({DEFAULT_MODEL!r}); nlp.add_pipe('onrecord_attributions');"
        f"print(nlp({SHORT!r})._.attributions[0].speaker.name)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "Ida Holm"


def test_a_saved_pipeline_loads_again(added: Language, tmp_path: Path) -> None:
    added.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    assert loaded(SHORT)._.claims == added(SHORT)._.claims
