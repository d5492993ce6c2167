"""Which words may be a source at all: a noun phrase for a person, a group, a body or a paper."""

from __future__ import annotations

from spacy.tokens import Span, Token

from bot.language.wordlists import read_table, read_words

_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLAUSES = frozenset({"relcl", "acl"})
_LISTS = ("organisation_nouns", "document_nouns", "general_person_nouns", "speaking_nouns")
_DEEPEST = 12


def is_speaking_noun(noun: Token) -> bool:
    """Whether a noun means somebody or something whose words are reported: "aides", "a memo"."""
    if noun.ent_type_ == "NORP" or noun.lower_ in read_words("demonyms"):
        return True
    forms = {noun.lower_, noun.lemma_.lower()}
    if not forms.isdisjoint(read_table("person_nouns")):
        return True
    if any(forms & read_words(name) for name in _LISTS):
        return True
    return noun.lower_.endswith(tuple(read_words("speaking_endings")))


def is_mere_thing(source: Span) -> bool:
    """Whether a source is headed by a common noun for what has no words: "her victory"."""
    head = _find_noun(source.root)
    if head.is_title and len(source) == 1:  # "Norland" is a name that nobody knows
        return False
    if any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in head.children):
        return False  # "her counterpart, Jane Roe,"
    return head.pos_ == "NOUN" and not is_speaking_noun(head)


def may_speak(source: Span, head: Token) -> bool:
    """Whether a source is a noun phrase that can name a speaker, whatever its noun is.

    Not the label "A", "what", "itself a rebuttal", "to how Mr.", "a second one read", "the day
    before".
    """
    first = source[0]
    if first.tag_ in _WH or first.lower_.endswith("self"):
        return False
    if first.pos_ in {"ADP", "SCONJ"} and not any(map(_counts, source[1:4])):
        return False
    nominal = _is_nominal(source, head) or is_speaking_noun(source[-1])  # "the ex-associate"
    if len(head) == 1 or head.ent_type_ in {"DATE", "TIME"} or not nominal:
        return False
    return not any(t.tag_ in _FINITE and not _is_in_clause(t, head) for t in source)


def _counts(word: Token) -> bool:
    return word.like_num or word.lower_ in read_words("speaking_nouns")


def _is_nominal(source: Span, head: Token) -> bool:
    """Whether the head is a noun, or a word that stands for people: "the poor", "many"."""
    named = head.pos_ == "PROPN" and source[0].lower_ in {"a", "an"}
    if named or head.pos_ in {"PRON", "DET"}:  # "a New" is cut short, "you" is nobody in particular
        return is_speaking_noun(head)
    if head.pos_ == "ADJ":
        return source[0].lower_ == "the" or head.lower_ in read_words("speaking_nouns")
    return head.pos_ in _NOUNS


def _is_in_clause(verb: Token, head: Token) -> bool:
    """Whether a verb stands in a clause that tells more of the noun: "a man who left"."""
    for _ in range(_DEEPEST):
        if verb.dep_ in _CLAUSES or any(c.tag_ in _WH for c in verb.children):  # ", and who left"
            return True
        if verb == head or verb.head is verb:
            return False
        verb = verb.head
    return False


def _find_noun(root: Token) -> Token:
    """The noun that is meant: of "one of their encounters" the last one."""
    of = next((t for t in root.children if t.lower_ == "of"), None)
    inner = next((t for t in of.children if t.dep_ == "pobj"), None) if of is not None else None
    counts = root.pos_ in {"NUM", "DET", "PRON"} or root.lower_ in read_words("speaking_nouns")
    return inner if inner is not None and counts else root
