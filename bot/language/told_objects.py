"""Things that tell by themselves what was said: "linked the raid to a gang"."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.clauses import Candidate
from bot.language.cue_extents import cue_range
from bot.language.frames import Frame
from bot.language.page import Page, Range
from bot.language.roles import is_person_noun
from bot.language.speaking import is_mere_thing
from bot.language.subjects import find_source, is_passive
from bot.language.tails import cut_tail
from bot.language.told_things import leave_medium
from bot.language.wordlists import read_words

_PARTICLES = frozenset({"down", "up"})
_OWNED = frozenset({"blame", "credit", "responsibility"})
_NONE = frozenset({"little", "no"})
_VOICING = frozenset({"express", "voice"})
_IDEAS = frozenset({"idea", "notion", "possibility", "prospect"})
_FLOATING = frozenset({"broach", "float", "moot", "raise"})
_REMEMBERING = frozenset({"recall", "remember"})
_OBJECTS = frozenset({"dobj"})
_HUNG = frozenset({"acl", "ccomp", "prep", "relcl"})


def read_told_object(verb: Token, page: Page) -> Candidate | None:
    """The verb with such a thing behind it; None for any other."""
    things = _OBJECTS | {"npadvmod"} if verb.lemma_ in _REMEMBERING else _OBJECTS
    thing = next((c for c in verb.children if c.dep_ in things and c.i > verb.i), None)
    if thing is None or is_passive(verb):
        return None
    content = (
        _read_cause(verb, thing, page)
        or _read_owned(verb, thing, page)
        or _read_nothing(verb, thing, page)
        or _read_voiced(verb, thing, page)
        or _read_idea(verb, thing, page)
        or _read_memory(verb, thing, page)
    )
    source = find_source(verb, page) if content is not None else None
    if content is None or source is None or is_mere_thing(page.doc[slice(*source)]):
        return None
    told = page.trim(leave_medium(cut_tail(content, page, finite=False), page))
    cue = cue_range(Frame(verb, (), source), (told,))
    return Candidate(verb, "phrase", (told,), source, cue)


def _read_cause(verb: Token, thing: Token, page: Page) -> Range | None:
    """What a thing comes from: "attributed the fire to a faulty pump", "put it down to fog"."""
    particle = next((c for c in verb.children if c.lower_ in _PARTICLES), None)
    lemma = verb.lemma_.lower() + (f"-{particle.lower_}" if particle is not None else "")
    if lemma not in read_words("tracing_cues"):
        return None
    parts = [each for each in (verb, thing, particle) if each is not None]
    behind = (t for each in parts for t in each.children if t.i > thing.i)
    to = next((t for t in behind if t.dep_ in {"prep", "dative"} and t.lower_ == "to"), None)
    start = min(thing.left_edge.i, verb.i + (1 if particle is None else 2))
    return (start, _find_end(verb, to, page)) if to is not None else None


def _find_end(verb: Token, to: Token, page: Page) -> int:
    """Behind where a cause is, where the parser hangs it on the verb: "to a vote | in Oslo"."""
    end = page.subtree(to)[1]
    for behind in verb.children:
        timed = any(c.ent_type_ in {"DATE", "TIME"} for c in behind.children)
        if behind.left_edge.i == end and behind.dep_ == "prep" and not timed:
            end = page.subtree(behind)[1]
    return end


def _read_owned(verb: Token, thing: Token, page: Page) -> Range | None:
    """What somebody takes on themselves: "took responsibility for the attack"."""
    if verb.lemma_ != "take" or thing.lower_ not in _OWNED:
        return None
    behind = (t for each in (verb, thing) for t in each.children if t.i > thing.i)
    what = next((t for t in behind if t.dep_ == "prep" and t.lower_ == "for"), None)
    return (thing.left_edge.i, page.subtree(what)[1]) if what is not None else None


def _read_nothing(verb: Token, thing: Token, page: Page) -> Range | None:
    """What was looked for and is not there: "found no evidence of fraud"."""
    none = any(child.lower_ in _NONE for child in thing.children)
    if verb.lemma_ != "find" or not none or thing.lower_ not in read_words("trace_nouns"):
        return None
    hung = any(c.dep_ in _HUNG for c in thing.children)
    return (verb.i + 1, page.subtree(thing)[1]) if hung else None


def _read_voiced(verb: Token, thing: Token, page: Page) -> Range | None:
    """A feeling in somebody's own words: "voiced “deep concern” over the raid"."""
    index = page.quoted[verb.i + 1] if verb.i + 1 < len(page.doc) else -1
    if verb.lemma_ not in _VOICING or index < 0 or page.quoted[verb.i] >= 0:
        return None
    return (verb.i + 1, max(page.ranges[index][1], page.subtree(thing)[1]))


def _read_idea(verb: Token, thing: Token, page: Page) -> Range | None:
    """What is only thought of: "floated the idea of a curfew", "raised the prospect of a halt"."""
    idea = thing.lower_ in _IDEAS and any(c.lower_ == "of" for c in thing.children)
    floated = verb.lemma_ in _FLOATING and idea
    return (verb.i + 1, page.subtree(thing)[1]) if floated else None


def _read_memory(verb: Token, thing: Token, page: Page) -> Range | None:
    """What somebody has seen: "remembered a flash and then darkness"; no car is called back so."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.lemma_ not in _REMEMBERING or subject is None or is_person_noun(thing):
        return None
    person = subject.tag_ == "PRP" or subject.ent_type_ == "PERSON" or _is_person(subject)
    if not person or not any(c.lower_ in {"a", "an"} for c in thing.children):
        return None
    if any(c.dep_ == "advcl" and c.left_edge.lower_ == "when" for c in verb.children):
        return verb.i + 1, page.subtree(verb)[1]
    return (verb.i + 1, page.subtree(thing)[1]) if _is_told_of(thing) else None


def _is_person(noun: Token) -> bool:
    return is_person_noun(noun) or noun.lower_ in read_words("general_person_nouns")


def _is_told_of(thing: Token) -> bool:
    """Whether more is told of a thing: "a roar like a train, then rain"."""
    return any(c.dep_ in _HUNG or c.dep_ == "conj" for c in thing.children)


def depicts(cue: Token) -> bool:
    """Whether a thing is told that is new to the reader: "described a wall of water"."""
    if cue.lemma_.lower() not in read_words("depicting_cues"):
        return False
    of = [c for c in cue.children if c.dep_ == "prep" and c.lower_ == "of" and c.i > cue.i]
    things = (c for each in (cue, *of) for c in each.children if c.dep_ in {"dobj", "pobj"})
    thing = next((each for each in things if each.i > cue.i), None)
    if thing is None:
        return False
    if cue.doc[thing.right_edge.i + 1 : thing.right_edge.i + 2].text == "as":
        return True
    if thing.pos_ != "NOUN" or not _is_told_of(thing):
        return False
    return any(c.lower_ in {"a", "an"} or c.dep_ == "nummod" for c in thing.children)
