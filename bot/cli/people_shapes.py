"""The shapes of `onrecord people --json`."""

from __future__ import annotations

from bot.cli.shapes import Shape, shape_date, shape_ref, shape_statement
from store.who import Contrast, Decision, Join, Person, Profile


def shape_person(person: Person) -> Shape:
    """One line of the list."""
    return {
        "number": person.id,
        "name": person.name,
        "kind": person.kind,
        "aliases": person.aliases,
        "roles": [
            {
                "role": held.role,
                "first": shape_date(held.first),
                "last": shape_date(held.last),
                "articles": held.articles,
            }
            for held in person.roles
        ],
        "statements": person.statements,
        "articles": person.articles,
        "first": shape_date(person.first),
        "last": shape_date(person.last),
    }


def shape_profile(profile: Profile) -> Shape:
    """`onrecord people show --json`; a topic of null holds what is on none."""
    return {
        **shape_person(profile.person),
        "differing": [_shape_contrast(contrast) for contrast in profile.contrasts],
        "topics": [
            {
                "topic": group.topic or None,
                "statements": [shape_statement(each) for each in group.statements],
            }
            for group in profile.topics
        ],
        "named_in": [
            {"article": ref.id, **shape_ref(ref), "rule": rule or None}
            for ref, rule in profile.articles
        ],
    }


def shape_decision(decision: Decision) -> Shape:
    """What somebody decided by hand."""
    return {
        "number": decision.id,
        "act": decision.act,
        "kept": {"number": decision.kept_id, "name": decision.kept_name},
        "other": decision.other_name,
        "made": shape_date(decision.made),
        "made_by": decision.made_by,
        "why": decision.why,
        "undone": shape_date(decision.undone),
        "undone_by": decision.undone_by or None,
    }


def shape_join(join: Join) -> Shape:
    """What the machine took for one under another name."""
    return {
        "name": join.name,
        "known_as": join.known_as,
        "number": join.entity_id,
        "rule": join.rule,
        "article": {"article": join.article.id, **shape_ref(join.article)},
        "read_at": shape_date(join.read_at),
    }


def _shape_contrast(contrast: Contrast) -> Shape:
    return {
        "topic": contrast.topic or None,
        "differs": contrast.differs,
        "earlier": shape_statement(contrast.earlier),
        "later": shape_statement(contrast.later),
    }
