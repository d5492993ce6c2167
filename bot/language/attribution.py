"""Finds the attributions of a text."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from bot.language.relations import Relation


def find_relations(doc: Doc) -> tuple[Relation, ...]:
    """Every attribution of the text, in its order."""
    found = []
    for sentence in doc.sents:
        for match in re.finditer(r"[“\"]([^”\"\n]+)[”\"]", sentence.text):
            said = [t for t in sentence if t.lemma_ == "say"]
            subjects = [c for t in said for c in t.children if c.dep_ == "nsubj"]
            if not subjects:
                continue
            span = doc[subjects[0].left_edge.i : subjects[0].right_edge.i + 1]
            found.append(
                Relation(
                    kind="direct",
                    content=(
                        (
                            sentence.start_char + match.start(1),
                            sentence.start_char + match.end(1),
                        ),
                    ),
                    source=(span.start_char, span.end_char),
                    cue=(said[0].idx, said[0].idx + len(said[0])),
                    sentence=(sentence.start_char, sentence.end_char),
                )
            )
    return tuple(found)
