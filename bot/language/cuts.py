"""Cuts a run of capitalised words into pieces that are each one name.

"British Foreign Secretary James Cleverly" is cut after its job noun, and "Acme Jane Roe" where
the model's labels change.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bot.language.known_names import is_given_name, places
from bot.language.name_words import JOINTS, LABELS, is_hyphen_ending, is_name_word, is_title
from bot.language.owned_bodies import AIMS, SAINTS, is_possessive
from bot.language.wordlists import read_table, read_words

_SMALL = JOINTS | AIMS
_CHIEF_OF = 4
"""Tokens from "Chief" to "Officer", at most: "Chief Human Resources Officer"."""


def cut_run(run: list[Token]) -> Iterator[list[Token]]:
    """Cut a run after its last title, and where the model's labels change."""
    cut = _find_title_end(run)
    if cut:
        end = cut
        while end and (
            is_title(run[end - 1]) or run[end - 1].lower_ in read_words("title_modifiers")
        ):
            end -= 1
        yield from _cut_by_labels(run[: _find_chief(run, end)])
        yield run[cut:]
    else:
        yield from _cut_by_labels(run)


def _find_chief(run: list[Token], office: int) -> int:
    """Where an office begins: "Acme | Chief Financial Officer", for whatever somebody is chief."""
    before = [token.lower_ for token in run[max(0, office - _CHIEF_OF) : office]]
    chief = "chief" in before and run[office].lower_ == "officer"
    return office - len(before) + before.index("chief") if chief else office


def _find_title_end(run: list[Token]) -> int:
    """The index after the last title word that a person's name follows; 0 if there is none."""
    for index in range(len(run) - 2, -1, -1):
        if is_title(run[index]) and _may_be_person(run[index + 1 :]):
            named = _is_middle_of_name(run, index) or _is_given(run, index)
            return 0 if named else index + 1
    return 0


def _may_be_person(rest: list[Token]) -> bool:
    words = [token.lower_ for token in rest]
    if words[0] in read_words("surnames_like_bodies") and _is_label(rest):
        return True  # "SENATOR HALL:"
    if any(word in read_words("organisation_words") or word in JOINTS for word in words):
        return False
    if rest[0].text == "-" or " ".join(words) in places():
        return False
    return is_given_name(words[0]) or rest[-1].ent_type_ not in ("GPE", "LOC", "FAC", "NORP")


def _is_given(run: list[Token], index: int) -> bool:
    """Whether a title is the given name of who else has none: in "Dean Roe" of one person."""
    alone = index == len(run) - 2 and is_given_name(run[index].lower_)
    return alone and not any(token.text == run[index].lower_ for token in run[0].doc)


def _is_label(rest: list[Token]) -> bool:
    """Whether a single word ends the label of a turn: "JUDGE HALL:"."""
    after = rest[-1].doc[rest[-1].i + 1 : rest[-1].i + 2]
    return len(rest) == 1 and after.text == ":"


def _is_middle_of_name(run: list[Token], index: int) -> bool:
    """In "Martin Luther King Jr." the King is no title."""
    if index == 0 or is_given_name(run[index + 1].lower_):
        return False
    if run[index - 1].lower_ in SAINTS:
        return True
    first = run[0]
    return is_given_name(first.lower_) and first.ent_type_ == run[index].ent_type_ == "PERSON"


def _cut_by_labels(run: list[Token]) -> Iterator[list[Token]]:
    piece: list[Token] = []
    whole = bool(run) and _is_nations_body(run)
    placed = bool(run) and _opens_with_place(run)
    for token in run:
        apart = placed and len(piece) == 1 and piece[0] is run[0]
        if piece and not whole and (apart or _label_breaks(piece, token)):
            yield piece
            piece = []
        piece.append(token)
    if piece:
        yield piece


def _opens_with_place(run: list[Token]) -> bool:
    """Whether a sentence begins with where somebody speaks: "In Oslo | Jane Roe, a baker,"."""
    first, after = run[0], run[0].doc[run[-1].i + 1 : run[-1].i + 3]
    if first.lower_ in read_words("names_of_days") and first.i:
        return first.nbor(-1).pos_ == "ADP"  # "on Friday | Downing Street said"
    placed = first.i > 0 and first.nbor(-1).lower_ == "in" and bool(first.nbor(-1).is_sent_start)
    told = len(after) > 1 and after[0].text == "," and after[1].pos_ == "DET"
    alone = run[-1].ent_type_ in ("", "PERSON") and first.ent_type_ == "GPE"
    return placed and told and alone and len(run) > 2  # noqa: PLR2004  a place and a full name


def _is_nations_body(run: list[Token]) -> bool:
    """Whether a body has its nation in its name: "the Irish Flight Crew Union"."""
    first, last = run[0], run[-1]
    if first.ent_type_ != "NORP" or not first.i or first.nbor(-1).lower_ != "the":
        return False
    body = len(run) > 2 and last.lower_ in read_words("organisation_words")  # noqa: PLR2004
    party = first.lower_.rstrip("s") in read_table("party_words")
    return body and not party and not any(is_given_name(token.lower_) for token in run)


def _label_breaks(piece: list[Token], token: Token) -> bool:
    last = piece[-1]
    if is_hyphen_ending(last):
        return token.text[0].isupper()  # "Norland-born | Jane Roe"
    if _leads_name(piece) or _is_joined(last, token):
        return False
    if last.ent_type_ == "NORP" and token.ent_type_ != "NORP":
        owner = any(map(is_possessive, token.doc[token.i + 1 : token.i + 2]))
        return not (owner or _is_split_name(piece, token))  # "British Farmers' Union"
    if token.ent_iob_ == "B" and last.ent_type_ in LABELS:
        return not _is_split_name(piece, token)
    if last.lower_ in read_words("organisation_words") and is_given_name(token.lower_):
        return _has_surname_after(token)  # "Fox News | Jane Roe"
    return (
        token.ent_type_ == "PERSON"
        and last.ent_type_ in ("", "GPE")
        and is_given_name(token.lower_)
        and not is_given_name(last.lower_)
        and _has_surname_after(token)
    )


def _is_joined(last: Token, token: Token) -> bool:
    """Whether a hyphen, a possessive or a small word holds two words of a run together."""
    joined = "-" in (token.text, last.text) or token.lower_ in _SMALL
    return joined or is_possessive(token) or is_possessive(last)


def _leads_name(piece: list[Token]) -> bool:
    """Whether a name begins by what is named, or as a saint's: "Hurricane | Odile"."""
    word = piece[0].lower_
    return len(piece) == 1 and (word in read_words("dropped_nouns") or word in SAINTS)


def _has_surname_after(given: Token) -> bool:
    after = given.doc[given.i + 1 : given.i + 2]
    return any(is_name_word(token) for token in after)


def _is_split_name(piece: list[Token], token: Token) -> bool:
    """Whether the model cut a person's name in two: "Boutros" and "Ghali"."""
    return (
        len(piece) == 1
        and is_given_name(piece[0].lower_)
        and not is_given_name(token.lower_)
        and token.lower_ not in read_words("organisation_words")
    )
