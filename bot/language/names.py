"""Finds the names in a text and judges whether each is a person's, a body's or a place's.

The small model's labels are evidence, not the last word: an address before a name and a given
name at its beginning make a person, a word such as "Committee" at its end a body.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc, Token

from bot.language.genders import ask_honorific, is_honorific
from bot.language.headlines import find_headline_tokens
from bot.language.known_names import is_given_name, places
from bot.language.name_words import JOINTS, LABELS, is_hyphen_ending, is_title
from bot.language.owned_bodies import AIMS, OFFICE_JOINTS, SAINTS
from bot.language.page import DASHES
from bot.language.runs import find_pieces
from bot.language.wordlists import read_phrases, read_table, read_words
from store.records import EntityKind

_LAWS = frozenset({"act", "amendment", "bill", "treaty", "initiative"})
_ACRONYM = 3
"""Letters; two are the initials of a given name."""
_LONGEST_NAME = 4
"""Words in a person's name; what is longer is a body's."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands: tokens `start` to `end` (half open), without title or possessive."""

    start: int
    end: int
    words: tuple[str, ...]
    """The name's words, lower-cased, without generational suffixes."""
    text: str
    kind: EntityKind
    honorific: str = ""
    """The form of address before it: "mr."."""
    headline: bool = False
    """It stands in a line written in capitals throughout, where capitals say little."""
    gender: str = ""
    """ "m" or "f", if a pronoun close by tells."""
    told: bool = False
    """The text says what it is somewhere: "the lender Acme"."""
    owner: str = ""
    """The state that it is of, where several have a body of that name."""


def find_mentions(doc: Doc) -> list[Mention]:
    """Every name in the text, in order."""
    headline = find_headline_tokens(doc)
    found = (mention for piece in find_pieces(doc) for mention in _build_mention(piece, headline))
    return list(found)


def _build_mention(piece: list[Token], headline: frozenset[int]) -> Iterator[Mention]:
    honorific = ""
    while len(piece) > 1 and is_honorific(piece[0]):
        honorific = piece[0].lower_
        piece = piece[1:]
    piece = _leave_office(_trim_piece(piece))
    if not piece or all(is_title(token) for token in piece) or _is_office(piece):
        return
    if len(piece) == 1 and _are_letters_of_honour(piece[0]):
        return
    if _is_opening(piece) or (len(piece) == 1 and _is_many(piece[0])):
        return
    doc, start = piece[0].doc, piece[0].i
    honorific = honorific or ask_honorific(doc, start)
    if not honorific and start > 1 and is_title(doc[start - 1]):
        honorific = ask_honorific(doc, start - 1)  # "Mrs Justice Roe"
    piece = _add_number(piece)
    start = piece[0].i
    words = _join_words(piece)
    kind = _judge_kind(piece, words, honorific)
    text = " ".join(doc[start : piece[-1].i + 1].text.split())
    yield Mention(start, piece[-1].i + 1, words, text, kind, honorific, start in headline)


def _trim_piece(piece: list[Token]) -> list[Token]:
    """Without joints, hyphens and letters of honour at its ends."""
    while piece and (piece[-1].text == "-" or piece[-1].lower_ in JOINTS):
        piece = piece[:-1]
    while piece and (piece[0].text == "-" or piece[0].lower_ in JOINTS):
        piece = piece[1:]
    if len(piece) > 1 and piece[0].is_sent_start and _is_before_name(piece[0]):
        piece = piece[1:]  # "Say | Mexico demanded that ...", "Carmaker | Acme"
    if len(piece) > 2 and _tells_country(piece[0]) and is_given_name(piece[1].lower_):  # noqa: PLR2004
        piece = piece[1:]  # "Dane | Anders Holm"
    while len(piece) > 1 and piece[-1].lower_ in read_words("postnominals"):
        piece = piece[:-1]
    if len(piece) > 2 and is_hyphen_ending(piece[-1]):  # noqa: PLR2004
        return piece[:-2]  # "Donald Roe | -led"
    return piece


def _tells_country(word: Token) -> bool:
    return word.lower_ in read_words("demonyms", "national_nouns")


def _are_letters_of_honour(word: Token) -> bool:
    """Whether a word only follows a name that the model parts from it: "Jane Roe | KC"."""
    letters = word.is_upper and word.lower_ in read_words("postnominals")
    return letters and word.i > 0 and word.nbor(-1).pos_ == "PROPN" and not word.is_sent_start


def _add_number(piece: list[Token]) -> list[Token]:
    """With the number that tells a body: "the 9th | Circuit Court", "United Roe Local | 8"."""
    doc, start, end = piece[0].doc, piece[0].i, piece[-1].i + 1
    before = doc[start - 1].lower_ if start else ""
    if before[:1].isdigit() and before.endswith(("st", "nd", "rd", "th")):
        court = any(token.lower_ in read_words("numbered_bodies") for token in piece)
        piece = [doc[start - 1], *piece] if court else piece
    branch = piece[-1].lower_ in read_words("numbered_branches")
    numbered = branch and doc[end : end + 1].text.isdigit()
    return [*piece, doc[end]] if numbered and len(piece) > 1 else piece


def _is_before_name(first: Token) -> bool:
    """Whether the first word of a sentence is no part of the name behind it."""
    noun = first.lower_ in read_words("business_nouns")
    return first.text == "Say" or (noun and first.lower_ not in read_words("organisation_words"))


def _leave_office(piece: list[Token]) -> list[Token]:
    """Without what belongs to the office before it: "Minister for | Defence | Jane Roe"."""
    if len(piece) < 3 or piece[0].i < 2:  # noqa: PLR2004  two words are a name
        return piece
    doc, start, first = piece[0].doc, piece[0].i, piece[0].lower_
    if is_given_name(first) or first in SAINTS:
        return piece
    if doc[start - 1].lower_ not in ("of", "for") or not is_title(doc[start - 2]):
        return piece
    given = (at for at, token in enumerate(piece[:-1]) if at and is_given_name(token.lower_))
    words = (token.lower_ in read_words("department_words") for token in piece[:-2])
    return piece[next(given, sum(takewhile(bool, words))) :]


def _is_opening(piece: list[Token]) -> bool:
    """Whether a participle opens a sentence: "Co-written by Roe"."""
    joined = len(piece) > 2 and piece[1].text == "-" and piece[-1].is_lower  # noqa: PLR2004
    return joined and bool(piece[0].is_sent_start) and piece[-1].tag_ in ("VBN", "VBD")


def _is_many(word: Token) -> bool:
    """Whether a word that opens a sentence tells what many are: "Campaigners"."""
    noun = word.lower_.removesuffix("s")
    many = noun != word.lower_ and noun in read_table("person_nouns") and word.is_sent_start
    return bool(many) and not any(
        at and word.doc[at - 1].pos_ == "PROPN" for at in _find_same(word)
    )


def _find_same(word: Token) -> list[int]:
    """Where its text has a word."""
    same: list[int] = (word.doc.to_array("ORTH") == word.orth).nonzero()[0].tolist()
    return same


def _is_office(piece: list[Token]) -> bool:
    """Whether a piece is an office and no name: "Health Secretary", "Minister for Defence".

    "Ministry of Justice" is a name.
    """
    last, words = piece[-1].lower_, [token.lower_ for token in piece]
    if words[0] in read_words("offices_of_matters") and words[1:2] in (["of"], ["for"]):
        return len(piece) > 2 and piece[0].ent_type_ != "PERSON"  # noqa: PLR2004
    matter = last in read_words("department_words") and not OFFICE_JOINTS.isdisjoint(words)
    if matter or " ".join(words) in read_phrases("organisation_names"):
        return False
    office = last in read_table("person_nouns") and last not in read_words("organisation_words")
    return office and len(piece) > 1 and not is_given_name(piece[0].lower_)


def _join_words(piece: list[Token]) -> tuple[str, ...]:
    text = piece[0].doc[piece[0].i : piece[-1].i + 1].text.lower()
    plain = (word for word in text.split() if word[0] not in "\"“‘'")
    words = [word for word in plain if word not in read_words("generational_suffixes")]
    return tuple(words) or tuple(text.split())


def _judge_kind(piece: list[Token], words: tuple[str, ...], honorific: str) -> EntityKind:
    labels = [token.ent_type_ for token in piece]
    told = LABELS.get(max(labels, key=labels.count), "other")
    name = " ".join(words)
    if name in places() or _is_dateline(piece):
        return "place"
    if name in read_words("deities") or (words[-1] in _LAWS and len(words) > 1):
        return "other"
    naming = honorific in read_words("naming_titles")
    body = naming and words[-1] in read_words("organisation_words")
    if (honorific and not body) or (len(piece) == 1 and _is_kin(piece[0])):
        return "person"
    whole = piece[0].doc[piece[0].i : piece[-1].i + 1].text
    lettered = told == "person" and begins_with_acronym(whole)
    if lettered or name in read_phrases("organisation_names") or _ends_like_body(words, told):
        return "organisation"
    party = words[-1].rstrip("s") in read_table("party_words")  # "Virginia Democrat"
    placed = told == "place" and (party or words[-1] in read_words("place_words"))
    if told != "person" and not placed and _looks_like_person(piece, words):
        return "person"
    return "organisation" if told == "person" and _is_people(piece) else told


def _is_dateline(piece: list[Token]) -> bool:
    """Whether a name tells where a report was written: "CLEVELAND — Acme said"."""
    doc, start, end = piece[0].doc, piece[0].i, piece[-1].i + 1
    if not piece[0].is_upper or not piece[0].is_sent_start:
        return False
    opens = not start or "\n" in doc[start - 1].text
    dash = doc[end].text in DASHES and bool(doc[end].whitespace_) if end < len(doc) else False
    return opens and dash and all(token.is_upper for token in piece)


def _is_kin(name: Token) -> bool:
    """Whether a name tells who somebody's relative is: "Roe's widow, | Meena"."""
    noun = name.head
    beside = name.dep_ == "appos" and noun.i == name.i - 2 and name.nbor(-1).text == ","
    return beside and noun.tag_ == "NN" and noun.lower_ in read_words("kin_nouns")


def _is_people(piece: list[Token]) -> bool:
    """Whether a name is that of many: "the Sandinistas"; not a family's with what it goes with."""
    name = piece[0]
    if len(piece) > 1 or not name.i or not name.lower_.endswith("s") or name.i + 1 == len(name.doc):
        return False
    return name.nbor(-1).lower_ == "the" and name.nbor(1).pos_ not in ("NOUN", "PROPN")


def _ends_like_body(words: tuple[str, ...], told: EntityKind) -> bool:
    if is_given_and_surname(words):
        return False
    if words[-1].isdigit():  # "Carpenters Local 88"
        return True
    if words[0] in SAINTS and words[-1].endswith(("'s", "’s")):  # "St. Anne's"
        return True
    if not AIMS.isdisjoint(words[1:-1]):  # "Homes for Roe"
        return True
    if len(words) > 1 and words[-1] in read_words("organisation_words"):
        return True
    team = words[-1] in read_table("body_meanings")["club"].split()  # "Roeford Town"
    nations = len(words) > 1 and words[-1] in read_words("nation_endings")
    nations = nations and not is_given_name(words[0])  # "Audit Scotland", but not "Jane England"
    return told == "person" and (team or nations or any(word in JOINTS for word in words))


def begins_with_acronym(name: str) -> bool:
    """Whether a body is called by letters and a word: "ESB Networks", but not "JD Roe"."""
    first = name.split(maxsplit=1)[0]
    letters = first.isupper() and first.isalpha() and len(first) >= _ACRONYM
    return letters and not name.isupper()


def is_given_and_surname(words: tuple[str, ...]) -> bool:
    """Whether a name that ends like a body's is a person's: "Cheryl Mills"."""
    like = len(words) == 2 and words[1] in read_words("surnames_like_bodies")  # noqa: PLR2004
    return like and is_given_name(words[0]) and words[0] not in places()


def _looks_like_person(piece: list[Token], words: tuple[str, ...]) -> bool:
    if piece[0].i and is_title(piece[0].nbor(-1)):
        return len(words) > 1 and not any(w in read_words("organisation_words") for w in words)
    particle = any(word in read_words("name_particles") for word in words[1:-1])
    return is_given_and_surname(words) or (
        1 < len(words) <= _LONGEST_NAME
        and (is_given_name(words[0].split("-")[0]) or particle)
        and not any(word in read_words("organisation_words") or word in JOINTS for word in words)
    )
