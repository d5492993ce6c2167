"""Finds the capitalised runs of a text, each of one or more names: "Roe's | Acme" are two."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from bot.language.cuts import cut_run
from bot.language.known_names import is_given_name
from bot.language.name_words import JOINTS, LABELS, QUOTES, is_capital_within, is_name_word
from bot.language.owned_bodies import (
    OFFICE_JOINTS,
    is_inner_possessive,
    is_possessive,
    joins_name,
    names_saint,
)
from bot.language.wordlists import read_words

_LONGEST_ACRONYM = 5
_LONGEST_RUN = 25
"""Tokens: a longer run of capitals is shouting, and is cut."""


def find_pieces(doc: Doc) -> Iterator[list[Token]]:
    """The tokens of each name in the text, in order, titles left out."""
    for run in _find_runs(doc):
        yield from cut_run(run)


def _find_runs(doc: Doc) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in doc:
        if run and not _continues(run, token):
            yield from _trim_run(run)
            run = []
        if run or is_name_word(token):
            run.append(token)
    yield from _trim_run(run)


def _continues(run: list[Token], token: Token) -> bool:
    last = run[-1]
    if len(run) > _LONGEST_RUN or "\n" in token.text:
        return False
    if token.is_space or last.is_space:  # one that does not break the line
        return token.is_space or is_name_word(token)
    if is_possessive(token) or is_possessive(last):
        return is_name_word(token) if is_possessive(last) else is_inner_possessive(run, token)
    if token.text in QUOTES or last.text in QUOTES:
        return _is_nickname(run, token)
    if token.text == "-":
        return not (last.whitespace_ or token.whitespace_)
    return _adds_word(run, token)


def _adds_word(run: list[Token], token: Token) -> bool:
    last = run[-1]
    given = is_given_name(last.lower_) and token.pos_ == "PROPN"
    heading = last.is_upper and len(last) > _LONGEST_ACRONYM  # "BORROWING Back then"
    ordinary = not (heading or is_given_name(run[0].lower_)) and is_capital_within(token)
    if is_name_word(token) or given or ordinary:
        return not token.is_sent_start or last.text.endswith(".") or _is_cut_off(run)
    return (last.text == "-" and token.is_alpha) or _is_joint(run, token)


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
    if joins_name(run, token):
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
    words = (token for token in named if is_name_word(token) or is_capital_within(token))
    return any(not is_given_name(token.lower_) for token in words)


def _is_nickname(run: list[Token], token: Token) -> bool:
    """Whether quotation marks inside a run hold a nickname: in 'Marcia "Cia" Price'."""
    marks = [each.i for each in run if each.text in QUOTES]
    start = marks[0] if marks else token.i
    part = token.doc[start : start + 4]
    if len(part) < 4 or token.i >= start + 4:  # noqa: PLR2004  a mark, Cia, a mark, Price
        return len(marks) == 2 and token.i > start + 3 and is_name_word(token)  # noqa: PLR2004
    return part[2].text in QUOTES and all(part[n].text[0].isupper() for n in (1, 3))


def _goes_on(particle: Token) -> bool:
    following = particle.doc[particle.i + 1 : particle.i + 4]
    for token in following:
        if token.text != "-" and token.lower_ not in read_words("name_particles"):
            return is_name_word(token)
    return False


def _trim_run(run: list[Token]) -> Iterator[list[Token]]:
    run = [token for token in run if not token.is_space]
    while run and not is_name_word(run[-1]) and not _belongs(run):
        run.pop()
    if run:
        yield run


def _belongs(run: list[Token]) -> bool:
    """Whether what ends a run belongs to it: behind a hyphen, or in "St. Anne's"."""
    joined = bool(run[:-1]) and run[-2].text == "-"
    ordinary = bool(run[:-1]) and is_capital_within(run[-1])
    return joined or ordinary or (is_possessive(run[-1]) and names_saint(run[:-1], run[-1]))
