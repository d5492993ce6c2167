"""Finds the people, organisations and places that a text names."""

from __future__ import annotations

from spacy.tokens import Doc

from bot.language.acronyms import add_explained
from bot.language.bodies import cluster_bodies
from bot.language.body_roles import find_body_role
from bot.language.clusters import Cluster, leave_out, order_clusters
from bot.language.named_bodies import name_bodies
from bot.language.names import Mention, find_mentions
from bot.language.owners import tell_owners
from bot.language.people import cluster_people
from bot.language.roles import find_role
from bot.language.second_look import look_again
from bot.language.wordlists import read_phrases, read_words
from store.records import Entity, Span

_OF_STATES = frozenset({"ministry", "government", "parliament", "army", "navy", "cabinet", "staff"})


def find_entities(doc: Doc) -> tuple[Entity, ...]:
    """Every person, organisation and place of the text, with its mentions, in its order."""
    named = add_explained(doc, name_bodies(doc, find_mentions(doc)))
    mentions = look_again(doc, named)
    people = cluster_people(mentions)
    bodies = cluster_bodies(tell_owners(doc, leave_out(mentions, people)))
    return tuple(_build_entity(doc, cluster) for cluster in order_clusters(people + bodies))


def _build_entity(doc: Doc, cluster: Cluster) -> Entity:
    name = _add_country(doc, cluster) or _add_title(doc, cluster)
    others = {mention.text for mention in cluster.mentions} - {name}
    return Entity(
        name=name,
        kind=cluster.kind,
        mentions=tuple(_find_span(doc, mention) for mention in cluster.mentions),
        role=_find_role(doc, cluster),
        aliases=tuple(sorted(others)),
    )


def _find_role(doc: Doc, cluster: Cluster) -> str:
    """What a person or a body is, as the text says it."""
    if cluster.kind == "person":
        return find_role(doc, cluster.mentions)
    body = cluster.kind == "organisation"
    return find_body_role(doc, ((m.start, m.end) for m in cluster.mentions)) if body else ""


def _add_country(doc: Doc, cluster: Cluster) -> str:
    """The name of a state's body with the state's: "Norland's Defence Ministry"; else ""."""
    first = cluster.mentions[0]
    of_state = bool(first.owner) or cluster.name.split()[-1].lower() in _OF_STATES
    if cluster.kind != "organisation" or not of_state:
        return ""
    begin = first.start - 1
    if begin < 1 or doc[begin].tag_ != "POS" or not doc[begin - 1].text[0].isupper():
        return ""
    while begin > 1 and doc[begin - 2].pos_ == "PROPN" and doc[begin - 2].text[0].isupper():
        begin -= 1
    return doc[begin - 1 : first.end].text


def _add_title(doc: Doc, cluster: Cluster) -> str:
    """The name with its title: "Lord Harrow", who has no given name, and "Sir Jack Roe"."""
    name = cluster.name
    if " " not in name and (judge := _find_judge_title(doc, cluster)):
        return f"{judge} {name}"
    lone = () if " " in name else ("naming_titles",)
    titles = read_words("titles_of_honour", *lone)
    first = next((m for m in cluster.mentions if m.honorific in titles), None)
    if cluster.kind != "person" or first is None or not first.start:
        return name
    title = doc[first.start - 1]
    return f"{title.text} {name}" if title.lower_ == first.honorific else name


def _find_judge_title(doc: Doc, cluster: Cluster) -> str:
    """The two words of "Mrs Justice | Roe"; "" if no mention has them."""
    before = (doc[max(0, mention.start - 2) : mention.start].text for mention in cluster.mentions)
    return next((words for words in before if words.lower() in read_phrases("judge_titles")), "")


def _find_span(doc: Doc, mention: Mention) -> Span:
    last = doc[mention.end - 1]
    return doc[mention.start].idx, last.idx + len(last)
