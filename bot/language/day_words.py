"""Whose day words in a sentence tell: that of a reporting verb, or of what else happened."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from bot.language.subjects import PASSIVE_SUBJECTS, SUBJECTS
from bot.language.wordlists import read_table, read_words

_VERBS = frozenset({"VERB", "AUX"})
_NAMES = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "attr", "oprd"})
"""What a month or a year alone is not: "Theresa May said", "spent 2019"."""
OWN, SHARED, NONE = 2, 1, 0
"""How surely words tell the day of a verb."""


def find_verb(token: Token) -> Token:
    """The nearest verb above a word."""
    while token.pos_ not in _VERBS and token.dep_ != "ROOT":
        token = token.head
    return token


def list_day_words(group: str) -> frozenset[str]:
    """The words of a group of `data/day_words.txt`."""
    return _list_groups()[group]


@cache
def _list_groups() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in read_table("day_words").items()}


def weigh_day(word: Token, verb: Token, *, by_day: bool) -> int:
    """How surely a word that tells a day tells when was done what the verb says.

    Args:
        word: "Tuesday", "2022".
        verb: "said".
        by_day: whether it tells a day and not only a month or a year: what happened on one
            day is told together ("was arrested on Monday and told police").

    Returns:
        `OWN`, `SHARED` where it belongs to a verb that shares its day, else `NONE`.
    """
    path = list(_climb(word.nbor(-1) if _is_joined(word) else word))
    above = path[-1].head if path else word
    leads = all(_leads_up(token, word, by_day=by_day) for token in path)
    if not leads or _is_of_topic(above, word):
        return NONE
    if above == verb:
        return OWN
    shared = (
        _is_clause_of(above, verb, by_day=by_day)
        or _is_issued(above, verb)
        or _is_part_of(verb, above, by_day=by_day)
    )
    return SHARED if shared else NONE


def dates_paper(word: Token) -> bool:
    """Whether it is the day of something written: "a 2019 email", "a letter from March"."""
    joint = word.head.dep_ == "prep" and word.head.lower_ in list_day_words("before_days")
    return _is_written(word.head.head if joint else word.head)


def _climb(word: Token) -> Iterator[Token]:
    """The word and those above it, below the nearest verb."""
    while word.pos_ not in _VERBS and word.dep_ != "ROOT":
        yield word
        word = word.head


def _leads_up(token: Token, word: Token, *, by_day: bool) -> bool:
    """Whether it hands up the day that is told below it: no name does, nor another thing's day."""
    if token == word and not by_day and (_is_name(token) or _is_owned(token)):
        return False
    if token.dep_ in SUBJECTS | PASSIVE_SUBJECTS:
        return _is_written(token) or (by_day and (token == word or token.i > token.head.i))
    if token.dep_ in {"appos", "conj"}:
        return token == word or (by_day and token.head.dep_ in SUBJECTS)
    return token.dep_ != "prep" or _is_fitting(token, word, by_day=by_day)


def _is_of_topic(above: Token, word: Token) -> bool:
    """Whether it tells of what is spoken about: "commenting on the fire in March"."""
    joints = (c for c in above.children if c.dep_ == "prep" and c.i < word.i)
    refers = above.lemma_.lower() in list_day_words("referring")
    return refers and any(joint != word.head for joint in joints)


def _is_joined(word: Token) -> bool:
    """So in "In March Roe said": the parser takes the day for a part of the name."""
    if word.i == 0 or word.dep_ not in {"compound", "nmod"}:
        return False
    before = word.nbor(-1)
    return before.dep_ == "prep" and before.lower_ in {"in", "on"}


def _is_name(token: Token) -> bool:
    """As in "April Jones", "told May", "in the March Hare"."""
    if token.dep_ in {"compound", "nmod"}:
        return token.head.pos_ == "PROPN"
    return token.dep_ in _NAMES and token.i == token.left_edge.i


def _is_owned(token: Token) -> bool:
    """As in "in her last year in office"."""
    return any(child.dep_ == "poss" for child in token.children)


def _is_fitting(preposition: Token, word: Token, *, by_day: bool) -> bool:
    told, head = preposition.lower_, preposition.head
    if word.head == preposition or (word.i == preposition.i + 1 and word.dep_ != "poss"):
        times = list_day_words("times")
        return head.lemma_ in times if told == "of" else told in list_day_words("before_days")
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if told in list_day_words("other_times"):
        return by_day or _is_soon_after(told, noun)
    if noun is None or noun.i < word.i:
        return told in list_day_words("between")
    return told in list_day_words("before_occasions") or (told == "on" and _is_held(noun))


def _is_soon_after(told: str, noun: Token | None) -> bool:
    """As in "told police after his arrest in 2024"; not "after the war in 2022"."""
    moments = list_day_words("moments")
    return told == "after" and noun is not None and noun.lemma_.lower() in moments


def _is_written(noun: Token) -> bool:
    return noun.lemma_.lower() in read_words("media_nouns", "document_nouns")


def _is_held(noun: Token) -> bool:
    return _is_written(noun) or noun.lemma_.lower() in list_day_words("occasions")


def _is_clause_of(above: Token, verb: Token, *, by_day: bool) -> bool:
    """As in "When she ran in 2022, she promised", "Speaking on Monday, he said"; not "because"."""
    if above.dep_ == "pcomp":
        return above.head.head == verb and above.head.lower_ in list_day_words("before_days")
    if above.dep_ not in {"advcl", "xcomp"} or above.head != verb:
        return False
    if above.dep_ == "xcomp":
        return by_day
    marks = {c.lower_ for c in above.children if c.dep_ in {"mark", "advmod"} and c.i < above.i}
    if marks & list_day_words("other_times"):
        return by_day
    if marks:
        return bool(marks & list_day_words("when"))
    return _is_saying(above) if above.tag_ in {"VBG", "VBN"} else False


def _is_saying(participle: Token) -> bool:
    """Not "Elected in 2019", "Having joined in 2019"."""
    if participle.tag_ == "VBN":
        return participle.lemma_.lower() in list_day_words("asked") | list_day_words("issuing")
    return not any(c.dep_ == "aux" for c in participle.children)


def _is_issued(above: Token, verb: Token) -> bool:
    """As in "In a letter sent in March, he said": a verb that tells when it was written."""
    noun = above.head
    if above.dep_ not in {"acl", "relcl"} or above.lemma_.lower() not in list_day_words("issuing"):
        return False
    path = list(_climb(noun))
    return _is_held(noun) and bool(path) and path[-1].head == verb


def _is_part_of(verb: Token, above: Token, *, by_day: bool) -> bool:
    """As in "issued a statement on Monday saying", "was quoted in 2019 as saying".

    Not in "meet Monday to discuss", which is still to come.
    """
    if above.tag_ in {"VBP", "VBZ"} or any(c.tag_ == "MD" for c in above.children):
        return False
    if verb.dep_ == "conj":
        return by_day and verb.head == above
    if verb.dep_ == "pcomp":
        return verb.head.head == above
    if verb.dep_ == "acl":
        return find_verb(verb.head) == above
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    joined = verb.dep_ in {"xcomp", "advcl"} and verb.head == above
    return joined and (infinitive or verb.tag_ == "VBG")
