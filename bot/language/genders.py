"""Tells from the text whether a person is spoken of as "he" or as "she"."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc, Token

from bot.language.page import NOUN_SUBJECTS
from bot.language.wordlists import read_table, read_words

PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_HONORIFIC, _NOUN, _GIVEN_NAME, _PRONOUN = 5.0, 4.0, 3.0, 0.6
_TITLE_OF_OLD = 2.0
"""Weight of "spokesman" or "chairman": women are called so as well."""
STYLED = frozenset({"Most", "Right", "Very"})
"""What leads a style of the church or the state: "the Very Rev"."""
_SPOUSES = {", whose husband": "f", ", whose wife": "m"}
_WINDOW = 25
"""Tokens after a subject within which a pronoun speaks for its gender."""


def find_gender(doc: Doc, name: str, role: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Tell "m", "f", or "" where nothing tells: from address, role, given name, pronouns after it.

    Args:
        doc: the parsed text.
        name: the person's full name.
        role: what the person is ("spokeswoman").
        spans: the mentions, as token indices.
    """
    votes: defaultdict[str, float] = defaultdict(float)
    for start, end in spans:
        votes[read_table("honorifics").get(ask_honorific(doc, start), "")] += _HONORIFIC
        votes[ask_pronoun(doc, start, end)] += _PRONOUN
        votes[_SPOUSES.get(doc[end : end + 3].text.lower(), "")] += _NOUN
    votes[gender_of_role(role)] += _TITLE_OF_OLD if role.endswith("man") else _NOUN
    votes[gender_of_name(name)] += _GIVEN_NAME
    if votes["m"] == votes["f"]:
        return ""
    return "m" if votes["m"] > votes["f"] else "f"


def ask_honorific(doc: Doc, start: int) -> str:
    """The form of address before a token, lower-cased; "" if there is none."""
    before = doc[start - 1] if start else None
    return before.lower_ if before is not None and is_honorific(before) else ""


def skip_style(doc: Doc, start: int) -> int:
    """Where the style begins that a title ends: "the Very | Rev Jane Roe"."""
    styled = start > 1 and doc[start - 1].text in STYLED
    return start - 2 if styled and doc[start - 2].lower_ == "the" else start


def is_honorific(token: Token) -> bool:
    """Whether a token is a form of address; in "Anthony M. Roe" it is an initial."""
    if token.lower_ not in read_table("honorifics"):
        return False
    if token.lower_ != "m." or not token.i:
        return True
    before = token.nbor(-1)
    return token.is_sent_start is True or not before.text[0].isupper()


def gender_of_name(name: str) -> str:
    """What the given name alone tells; "" for a name of both, or an unknown one."""
    words = name.split()
    if not words:
        return ""
    given = words[0].lower().split("-")[0]
    if len(words) == 1:  # a man's given name alone may be a surname: "Warren"
        return "f" if given in read_words("given_names_female") else ""
    for word in [given, *(each.lower() for each in words[1:-1])]:
        told = _gender_of_given_name(word)
        if told or word in read_words("given_names_either"):
            return told
    return ""


def _gender_of_given_name(word: str) -> str:
    if word in read_words("given_names_either"):
        return ""
    male, female = (word in read_words(f"given_names_{each}") for each in ("male", "female"))
    return "" if male == female else "m" if male else "f"


def gender_of_role(role: str) -> str:
    """What a gendered noun in a role tells: "spokeswoman"."""
    head = role.split(" of ", maxsplit=1)[0].split(" for ", maxsplit=1)[0]
    words = [word for word in head.lower().split() if not word.endswith(("'s", "’s"))]
    told = [read_table("person_nouns").get(word, "") for word in words[-1:]]
    if "first lady" in role.lower():
        return "f"
    return told[0] if told else ""


def ask_pronoun(doc: Doc, start: int, end: int) -> str:
    """The gender of the first pronoun after a subject, if no other name comes between."""
    root: Token = doc[start:end].root
    if root.dep_ not in NOUN_SUBJECTS:
        return ""
    for token in doc[end : end + _WINDOW]:
        other = token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "GPE", "ORG")
        if token.is_sent_start or other or token.text in "\"“”''":
            return ""
        if token.lower_ in PRONOUNS:
            return PRONOUNS[token.lower_]
    return ""


def ask_content(speaker: Token) -> str:
    """The gender of a speaker by the subject of what they say: "The lawmaker said she would"."""
    verb = speaker.head
    if speaker.dep_ != "nsubj" or verb.lemma_ not in read_words("speech_cues"):
        return ""
    clauses = (child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i)
    subjects = (t for clause in clauses for t in clause.children if t.dep_ in NOUN_SUBJECTS)
    return next((PRONOUNS.get(t.lower_, "") for t in subjects), "")
