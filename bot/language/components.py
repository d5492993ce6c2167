"""The analysis as spaCy components: each sets what it finds on the Doc, for `doc._`.

    nlp = load_language()
    nlp.add_pipe("onrecord_claims")
    for doc in nlp.pipe(texts):
        print(doc._.claims[0].text, doc._.attributions)

A component whose forerunner is not in the pipeline does its work first, and nothing is done twice.
"""

from __future__ import annotations

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from bot.language.attribution import find_relations
from bot.language.claims import find_claims
from bot.language.described_mentions import add_described
from bot.language.entities import find_entities
from bot.language.named_speakers import name_described
from bot.language.references import add_references
from bot.language.speakers import resolve_speakers
from bot.language.standing import mark_standings
from store.records import Analysis

_READ = ["token.pos", "token.tag", "token.lemma", "token.dep", "token.head", "doc.sents"]
"""What those before them must have set; the labels of `ner` are evidence if they are there."""
_KEPT = ("published", "entities", "attributions", "entities_meant", "claims")
for _name in _KEPT:
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


@Language.component("onrecord_entities", assigns=["doc._.entities"], requires=_READ)
def set_entities(doc: Doc) -> Doc:
    """Set `doc._.entities`: whom and what the text names (`store.records.Entity`)."""
    doc._.entities = find_entities(doc)
    return doc


@Language.component(
    "onrecord_attributions",
    assigns=["doc._.attributions", "doc._.entities_meant"],
    requires=_READ,
)
def set_attributions(doc: Doc) -> Doc:
    """Set `doc._.attributions`: who says what (`store.records.Attribution`).

    Days are reckoned from `doc._.published`. `doc._.entities_meant` are the entities with the
    pronouns and descriptions that mean them among their mentions.
    """
    if doc._.entities is None:
        set_entities(doc)
    relations = mark_standings(doc, find_relations(doc))
    resolved = resolve_speakers(doc, relations, doc._.entities, doc._.published)
    doc._.attributions = resolved.attributions
    speaking = {each.speaker.name for each in resolved.attributions if each.speaker}
    people = speaking.union(entity.name for entity in resolved.meant.values())
    described = add_described(doc, doc._.entities, people)
    doc._.attributions = name_described(doc, doc._.attributions, described)
    doc._.entities_meant = add_references(doc, described, resolved.meant)
    return doc


@Language.component("onrecord_claims", assigns=["doc._.claims"], requires=_READ)
def set_claims(doc: Doc) -> Doc:
    """Set `doc._.claims`: the checkable statements, best first (`store.records.Claim`)."""
    if doc._.attributions is None:
        set_attributions(doc)
    outer = [each for each in doc._.attributions if each.via is None]
    doc._.claims = find_claims(doc, outer, doc._.entities)
    return doc


def analyse_doc(doc: Doc, published: date | None) -> Analysis:
    """All that the components find in a parsed text."""
    doc._.published = published
    set_claims(doc)
    return Analysis(doc._.attributions, doc._.claims, doc._.entities_meant)
