"""Which cues tell of a deed, an intention or a mere topic, where nothing is told of what was said.

"designated the group as", "had hoped to build", "answered the questions", "talked about the race":
annotators of reported speech mark them, a newsroom asks for what was said.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from bot.language.cues import name_cue
from bot.language.page import word_at
from bot.language.speaking import is_mere_thing
from bot.language.told_objects import depicts
from bot.language.wordlists import read_table, read_words

_SAID = frozenset({"quote", "phrase", "front", "aside", "colon", "turn", "label", "label/caps"})
_ADDING = frozenset({"aside", "colon"})
_FINITE = frozenset({"that", "bare", "wh"})
_THINGS = frozenset({"obj", "dat", "subj"})
_BROKEN = 6
"""Words of a clause at most that has lost its verb to a wrong parse."""
_ARTICLE_AND_NOUN = 2
_POINTING = frozenset({"DET", "PRON", "ADP", "ADV", "PART", "SCONJ", "CCONJ", "INTJ"})
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "such"})
_KNOWING = frozenset({"know", "learn", "realise", "realize"})
"""Verbs by which the outlet itself says that it is so."""
_NAMED = frozenset({"call", "dub", "name"})
_WISHING = frozenset({"want", "wish"})
_SEEMING = frozenset({"appear", "seem"})
_INFINITIVES = frozenset({"inf", "advinf"})
_HARDLY = frozenset({"few", "little", "no"})


def is_deed(cue: Token, shape: str) -> bool:
    """Whether a cue in this frame tells what somebody did or means to do."""
    parts = shape.removeprefix("pass/").split("+")
    if _is_impersonal(cue) or _is_act(cue, parts) or cue.lemma_.lower() in _KNOWING:
        return True
    if parts[0] in _SAID | _FINITE or name_cue(cue) in read_words("speech_cues"):
        return False
    if cue.pos_ in {"NOUN", "ADJ"}:
        return parts[0] in _INFINITIVES and not _voices(cue)
    return not _voices(cue) or _is_intention(cue, parts)


def _is_impersonal(cue: Token) -> bool:
    """Whether the outlet itself says what is so: "It is unlikely that", "It is worth noting"."""
    children = list(cue.children)
    if cue.lemma_ in _SEEMING or (cue.tag_ == "VBG" and cue.head.lower_ == "worth"):
        return True
    return any(c.dep_ == "acomp" for c in children) and any(c.lower_ == "it" for c in children)


def names_topic(cue: Token, shape: str) -> bool:
    """Whether a cue only names whom or what the words were about, and tells nothing of them.

    Of "these plans, which he views as bold" and "the plans were applauded by Roe" a paraphrase
    would be left that says nothing by itself; "disputed the claim that it was late" tells it.
    """
    parts = shape.removeprefix("pass/").split("+")
    if "gap" in parts or shape == "pass/subj":
        return True
    if cue.lemma_ in _WISHING and parts[0] in {"obj", "objinf"}:
        return True
    if not _are_things(parts):
        return False
    name = name_cue(cue)
    stance = name in read_words("stance_cues") and "p:for" not in parts
    topic = name in read_words("topic_cues") and not (_proposes(cue, parts) or depicts(cue))
    return topic or (stance and not _tells_claim(cue))


def _proposes(cue: Token, parts: Sequence[str]) -> bool:
    """Whether what is offered is told: "offered a smaller rise", no price, nor "no details"."""
    thing = next((c for c in cue.children if c.dep_ == "dobj"), None)
    if cue.lemma_ != "offer" or cue.tag_ not in {"VBD", "VBN"} or thing is None:
        return False
    if parts[0] != "obj" or "dat" in parts:
        return False
    words = cue.doc[thing.left_edge.i : thing.i + 1]
    nothing = any(w.lower_ in _HARDLY or w.ent_type_ == "MONEY" for w in words)
    return not nothing and thing.lower_ not in read_words("comment_nouns")


def _tells_claim(cue: Token) -> bool:
    """Whether the thing is something said, and told: "disputed the claim | that it was late"."""
    things = (child for child in cue.children if child.dep_ == "dobj")
    clauses = (c for thing in things for c in thing.children if c.dep_ in {"acl", "ccomp", "relcl"})
    return any(c.dep_ == "mark" and c.lower_ == "that" for each in clauses for c in each.children)


def asks_anonymity(cue: Token, words: Sequence[Token]) -> bool:
    """Whether a source only asks to stay unnamed: "who asked that his name not be used"."""
    if cue.lemma_.lower() not in read_words("anonymity_cues"):
        return False
    said = {word.lower_ for word in words}
    withheld = said & {"name", "names", "named", "identified", "quoted"}
    refused = withheld and said & {"not", "n't", "n’t", "only"}
    known = "identified" in withheld and words[0].lower_ == "to"  # "asked to be identified as Mia"
    kept = withheld and "withheld" in said  # "asked that her name be withheld"
    return bool(said & read_words("anonymity_words") or refused or known or kept)


def is_effect(cue: Token, shape: str, source: Span) -> bool:
    """Whether a thing without words does what persons do with theirs: "her win confirmed the rule".

    Of "the probe said that" the noun is only unknown.
    """
    parts = shape.removeprefix("pass/").split("+")
    if parts[0] in _SAID - _ADDING or not is_mere_thing(source):
        return False
    return parts[0] not in _FINITE or name_cue(cue) not in read_words("speech_cues")


def is_unowned(cue: Token, shape: str) -> bool:
    """Whether a paraphrase without a source is nobody's: "criticism of her style", "rumours that".

    Nor is "She is accused of theft" or "is said to have left" anybody's. A finite verb stays, whose
    subject is only not found.
    """
    part = shape.removeprefix("pass/").split("+")[0]
    if part in _SAID:
        return False
    spoken = cue.pos_ == "VERB" and name_cue(cue) in read_words("speech_cues")
    heads = cue.pos_ == "VERB" or cue.dep_ == "ROOT"  # a verb that was taken for a noun
    told = spoken or (heads and part in _FINITE)
    return shape.startswith("pass/") or not told or not _is_finite(cue)


def _is_finite(verb: Token) -> bool:
    """Whether a verb has its own clause, whose subject is only not found: no "to say", "saying"."""
    return verb.tag_ != "VBG" and not any(
        c.dep_ == "aux" and c.lower_ == "to" for c in verb.children
    )


def is_fragment(cue: Token, shape: str, words: Sequence[Token]) -> bool:
    """Whether a content says nothing when it stands alone: "that", "that comment", "anonymity"."""
    if any(word.pos_ in {"VERB", "AUX"} for word in words):
        return False
    parts = shape.removeprefix("pass/").split("+")
    if _are_things(parts) and (
        _names_somebody(words) or _only_points(cue, parts) or _points_back(cue, words)
    ):
        return True
    telling = [word for word in words if word.pos_ not in _POINTING]
    if not telling or (len(words) <= _BROKEN and parts[0] in _FINITE):
        return True
    if _voices(cue):
        return False
    vague = len(telling) == 1 and telling[0].lower_ in read_words("vague_contents")
    back = len(telling) == 1 and words[0].lower_ in _DEMONSTRATIVES
    return vague or back


def _are_things(parts: Sequence[str]) -> bool:
    """Whether a cue is followed by things only: no clause, nor what they are called."""
    return all(part in _THINGS or (part[:2] == "p:" and part != "p:as") for part in parts)


def _only_points(cue: Token, parts: Sequence[str]) -> bool:
    """Whether a cue points to a thing: "her attacks on the rich", "said, citing old figures".

    What somebody calls for is told, and what an opinion is voiced on: "voiced doubts about it".
    """
    if cue.pos_ == "NOUN":
        voiced = cue.dep_ == "dobj" and _voices(cue.head)
        return "p:for" not in parts and not voiced
    return cue.tag_ == "VBG" and name_cue(cue) in read_words("pointing_cues")


def _points_back(cue: Token, words: Sequence[Token]) -> bool:
    """Whether a content is a thing that was told of before: "acknowledged | the problem"."""
    first = words[0]
    back = first.lower_ in _DEMONSTRATIVES | {"the"} or first.tag_ == "PRP$"
    back = back and words[-1].pos_ == "NOUN"
    return (
        len(words) == _ARTICLE_AND_NOUN
        and back
        and name_cue(cue) not in read_words("affirming_cues")
    )


def _names_somebody(words: Sequence[Token]) -> bool:
    """Whether a content only names somebody: "Roe", "the former president", "him"."""
    telling = [word for word in words if word.pos_ not in {"DET", "CCONJ"}]
    if all(word.pos_ in {"PROPN", "PRON"} for word in telling):
        return True
    plain = all(word.pos_ in {"PROPN", "NOUN", "ADJ"} for word in telling)
    return plain and _is_somebody(telling[-1])


def _is_act(cue: Token, parts: Sequence[str]) -> bool:
    """Whether a word of speech tells of a deed here: "confirmed the judge", "denied him bail"."""
    frame = read_table("act_cues").get(cue.lemma_.lower(), "")
    if cue.dep_ == "acl" and cue.lemma_ in _NAMED and parts == ["pred"]:
        return True  # "a group called the Furnace"
    if cue.lemma_ == "ask" and parts[0] in _INFINITIVES:
        return _is_plea(cue)
    if frame == "self":
        selves = (child for child in cue.children if child.dep_ == "dobj" and child.tag_ == "PRP")
        return any(child.lower_.endswith(("self", "selves")) for child in selves)
    if frame == "person":
        things = (child for child in cue.children if child.dep_ in {"dobj", "nsubjpass"})
        return parts[0] in {"obj", "subj"} and any(map(_is_somebody, things))
    return frame != "" and frame in parts


def _is_plea(asking: Token) -> bool:
    """Whether somebody asks for leave, or has asked before: "asked to see it", "had asked him to".

    Of "asked residents to stay at home" it is what they say.
    """
    before = any(c.dep_ == "aux" and c.lower_ == "had" for c in asking.children)
    following = word_at(asking.doc, asking.i + 1)
    return following == "to" or (before and following != "for")


def _is_somebody(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON" or noun.lower_ in read_table("person_nouns")


def _voices(cue: Token) -> bool:
    return cue.lemma_.lower() in read_words("opinion_cues")


def _is_intention(cue: Token, parts: list[str]) -> bool:
    """Whether the word is of those that mean an intention with an infinitive: "wants to".

    Of "expects the road to be closed" it is not, for the infinitive has a subject.
    """
    clauses = (child for child in cue.children if child.dep_ in {"ccomp", "xcomp"})
    own = any(c.dep_ == "nsubjpass" for clause in clauses for c in clause.children)
    named = "inf" in parts and cue.lemma_.lower() in read_words("intention_cues")
    return named and (not own or cue.lemma_ in _WISHING)
