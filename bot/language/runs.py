"""Finds the capitalised runs of a text and cuts them into pieces that are each one name.

"British Foreign Secretary James Cleverly" is cut after its job noun, "Roe's Acme" at the
possessive, and "Acme Jane Roe" where the model's labels change.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from bot.language.genders import is_honorific
from bot.language.known_names import is_given_name, places
from bot.language.owned_bodies import (
    AIMS,
    OFFICE_JOINTS,
    SAINTS,
    is_inner_possessive,
    is_possessive,
    joins_aim,
    joins_areas,
    joins_matters,
    joins_two,
    names_saint,
)
from bot.language.wordlists import read_table, read_words
from store.records import EntityKind

LABELS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "other",
    "PRODUCT": "other",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}
JOINTS = frozenset({"of", "the", "and", "for", "&", "on", "in", "at", "to"})
_NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
_QUOTES = frozenset("\"“”‘’'")
_CHIEF_OF = 4
"""Tokens from "Chief" to "Officer", at most: "Chief Human Resources Officer"."""
_LONGEST_RUN = 25
"""Tokens: a longer run of capitals is shouting, and is cut."""


def find_pieces(doc: Doc) -> Iterator[list[Token]]:
    """The tokens of each name in the text, in order, titles left out."""
    for run in _find_runs(doc):
        yield from _cut_run(run)


def is_hyphen_ending(token: Token) -> bool:
    """Whether a word is joined to a name and no part of it: "led" in "Roe-led"."""
    joined = token.i > 0 and token.nbor(-1).text == "-"
    return joined and token.lower_ in read_words("hyphen_endings")


def _find_runs(doc: Doc) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in doc:
        if run and not _continues(run, token):
            yield from _trim_run(run)
            run = []
        if run or _is_name_word(token):
            run.append(token)
    yield from _trim_run(run)


def _continues(run: list[Token], token: Token) -> bool:
    last = run[-1]
    if len(run) > _LONGEST_RUN or "\n" in token.text:
        return False
    if token.is_space or last.is_space:  # one that does not break the line
        return token.is_space or _is_name_word(token)
    if is_possessive(token) or is_possessive(last):
        return _is_name_word(token) if is_possessive(last) else is_inner_possessive(run, token)
    if token.text in _QUOTES or last.text in _QUOTES:
        return _is_nickname(run, token)
    if token.text == "-":
        return not (last.whitespace_ or token.whitespace_)
    return _adds_word(run, token)


def _adds_word(run: list[Token], token: Token) -> bool:
    last = run[-1]
    given = is_given_name(last.lower_) and token.pos_ == "PROPN"
    if _is_name_word(token) or given or _is_capital_within(token):
        return not token.is_sent_start or last.text.endswith(".") or _is_cut_off(run)
    return (last.text == "-" and token.is_alpha) or _is_joint(run, token)


def _is_capital_within(token: Token) -> bool:
    """Whether an ordinary word has its capital as part of a name: "Clean Air | Now"."""
    plain = token.is_title and token.lower_ in read_words("ordinary_words") and len(token) > 1
    return plain and token.i > 0 and not token.is_sent_start


def _is_cut_off(run: list[Token]) -> bool:
    """Whether the parser ends a sentence behind a lone given name: "Ada | Roe said"."""
    lone = bool(run[0].is_sent_start) and is_given_name(run[0].lower_)
    return len(run) == 1 and lone and run[0].nbor(1).text[0].isupper()


def _is_joint(run: list[Token], token: Token) -> bool:
    """Whether a small word may stand inside a name: "de", or "of" in a body's name."""
    if token.lower_ in read_words("name_particles") and token.is_lower:
        return _goes_on(token)
    if token.lower_ in JOINTS and token.ent_iob_ == "I" and token.ent_type_ in LABELS:
        return True
    if any(joins(run, token) for joins in (joins_two, joins_areas, joins_aim, joins_matters)):
        return True
    if token.lower_ == "the" and run[-1].lower_ in OFFICE_JOINTS:
        return len(run) > 1 and _joins_office(run[:-1], run[-1])
    return token.lower_ in OFFICE_JOINTS and _joins_office(run, token)


def _joins_office(run: list[Token], joint: Token) -> bool:
    """Whether a body's name goes on behind its noun: "Commission | for the Missing"."""
    bodies = read_words("joining_bodies")
    court = len(run) > 2 and run[-2].lower_ == "of" and run[-3].lower_ in bodies  # noqa: PLR2004
    if run[-1].lower_ not in bodies and not (court and joint.lower_ == "for"):
        return False
    after = joint.doc[joint.i + 1 : joint.i + 3]
    named = [token for token in after if token.lower_ != "the"][:1]
    words = (token for token in named if _is_name_word(token) or _is_capital_within(token))
    return any(not is_given_name(token.lower_) for token in words)


def _is_nickname(run: list[Token], token: Token) -> bool:
    """Whether quotation marks inside a run hold a nickname: in 'Marcia "Cia" Price'."""
    marks = [each.i for each in run if each.text in _QUOTES]
    start = marks[0] if marks else token.i
    part = token.doc[start : start + 4]
    if len(part) < 4 or token.i >= start + 4:  # noqa: PLR2004  a mark, Cia, a mark, Price
        return len(marks) == 2 and token.i > start + 3 and _is_name_word(token)  # noqa: PLR2004
    return part[2].text in _QUOTES and all(part[n].text[0].isupper() for n in (1, 3))


def _goes_on(particle: Token) -> bool:
    following = particle.doc[particle.i + 1 : particle.i + 4]
    for token in following:
        if token.text != "-" and token.lower_ not in read_words("name_particles"):
            return _is_name_word(token)
    return False


def _is_name_word(token: Token) -> bool:
    text = token.text
    if not text[0].isupper():
        return False
    if token.lower_ in read_words("ordinary_words"):
        return _is_capital_by_right(token) or _is_given_will(token)
    if token.ent_type_ in _NUMBERS:
        return token.pos_ == "PROPN" and is_given_name(token.lower_)
    if token.pos_ == "PROPN" or token.ent_type_ in LABELS or not token.is_sent_start:
        return True
    return _has_capital_after(token) and (is_given_name(token.lower_) or _leads_compound(token))


def _leads_compound(first: Token) -> bool:
    """Whether a noun that opens a sentence begins a name: "Plains | Crossing Electric"."""
    word = first.lower_ if first.tag_ == "NN" else first.lower_.removesuffix("s")
    office = word in read_table("person_nouns") or word in read_words("business_nouns")
    body = office or word in read_words("organisation_nouns")
    after = first.nbor(1)
    named = first.dep_ == "compound" and after.pos_ == "PROPN" and after.is_title
    return named and not body and not is_given_name(after.lower_)


def _is_given_will(token: Token) -> bool:
    """Whether "Will" within a sentence is a given name."""
    named = is_given_name(token.lower_) and _has_capital_after(token)
    return named and not token.is_sent_start and token.ent_type_ == "PERSON"


def _has_capital_after(token: Token) -> bool:
    after = token.doc[token.i + 1 : token.i + 2]
    return any(each.text[0].isupper() or each.text in _QUOTES for each in after)


def _is_capital_by_right(token: Token) -> bool:
    """Whether an ordinary word is part of a name: "New" in "New York"."""
    if token.pos_ != "PROPN" or token.i + 1 == len(token.doc):
        return False
    body = token.lower_ in read_words("organisation_words")  # "Thames Valley Police"
    if body and token.ent_iob_ == "I" and token.ent_type_ == "ORG":
        return True
    following = token.nbor(1)
    return following.text[0].isupper() and (
        token.ent_type_ in LABELS and token.ent_type_ == following.ent_type_
    )


def _trim_run(run: list[Token]) -> Iterator[list[Token]]:
    run = [token for token in run if not token.is_space]
    while run and not _is_name_word(run[-1]) and not _belongs(run):
        run.pop()
    if run:
        yield run


def _belongs(run: list[Token]) -> bool:
    """Whether what ends a run belongs to it: behind a hyphen, or in "St. Anne's"."""
    joined = bool(run[:-1]) and run[-2].text == "-"
    ordinary = bool(run[:-1]) and _is_capital_within(run[-1])
    return joined or ordinary or (is_possessive(run[-1]) and names_saint(run[:-1], run[-1]))


def _cut_run(run: list[Token]) -> Iterator[list[Token]]:
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
            return 0 if _is_middle_of_name(run, index) else index + 1
    return 0


def is_title(token: Token) -> bool:
    """Whether a word may stand before a name as its title."""
    word = token.lower_
    return (
        word in read_words("short_titles")
        or is_honorific(token)
        or word in read_table("person_nouns")
    )


def _may_be_person(rest: list[Token]) -> bool:
    words = [token.lower_ for token in rest]
    if words[0] in read_words("surnames_like_bodies") and _is_label(rest):
        return True  # "SENATOR HALL:"
    if any(word in read_words("organisation_words") or word in JOINTS for word in words):
        return False
    if rest[0].text == "-" or " ".join(words) in places():
        return False
    return is_given_name(words[0]) or rest[-1].ent_type_ not in ("GPE", "LOC", "FAC", "NORP")


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
    for token in run:
        if piece and not whole and _label_breaks(piece, token):
            yield piece
            piece = []
        piece.append(token)
    if piece:
        yield piece


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
    if token.text == "-" or last.text == "-" or _leads_name(piece):
        return False
    if is_possessive(token) or is_possessive(last) or token.lower_ in JOINTS | AIMS:
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


def _leads_name(piece: list[Token]) -> bool:
    """Whether a name begins by what is named, or as a saint's: "Hurricane | Odile"."""
    leading = read_words("dropped_nouns") | SAINTS
    return len(piece) == 1 and piece[0].lower_ in leading


def _has_surname_after(given: Token) -> bool:
    after = given.doc[given.i + 1 : given.i + 2]
    return any(_is_name_word(token) for token in after)


def _is_split_name(piece: list[Token], token: Token) -> bool:
    """Whether the model cut a person's name in two: "Boutros" and "Ghali"."""
    return (
        len(piece) == 1
        and is_given_name(piece[0].lower_)
        and not is_given_name(token.lower_)
        and token.lower_ not in read_words("organisation_words")
    )
