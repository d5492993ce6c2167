"""Finds what a body is, as the article says it beside its name: "the players' union, Acme"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Doc, Token

from bot.language.wordlists import read_words

_LONGEST = 6
"""Tokens of such a description."""
_PARTS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_JOINTS = frozenset({"-", "–", "'s", "’s", "'", "’"})
_SIDES = frozenset({"opposition", "ruling", "governing"})
_BEGINS = frozenset({"the", "a", "an", "its", "another"})
_ENDS = frozenset({",", ".", ";", ":", ")", "–", "—"})
_GOES_ON = _ENDS | frozenset({"that", "which", "whose", "in", "of", "for", "based", "behind", "on"})
"""What follows a noun where it tells what a body is: in a row of several "and" follows."""


def find_body_role(doc: Doc, spans: Iterable[tuple[int, int]]) -> str:
    """What first tells what a body is: "miners' union", "Nordic airline"; "" if nothing does.

    Args:
        doc: The text.
        spans: Where it names the body, as tokens.
    """
    found = (
        role for span in spans for role in (_find_before(doc, *span), _find_behind(doc, span[1]))
    )
    return next(filter(None, found), "")


def follows_kind(doc: Doc, start: int, end: int) -> bool:
    """Whether a name stands between commas behind what it is: "the players' union, Acme, said"."""
    return bool(_find_before_comma(doc, start, end, _is_kind))


def _find_before(doc: Doc, start: int, end: int) -> str:
    if told := _find_before_comma(doc, start, end, lambda noun: _is_kind(noun) or _is_firm(noun)):
        return told
    noun = doc[start - 1] if start else None
    if noun is None or not (_is_kind(noun) or _is_side(noun)):
        return ""
    return _read_back(doc, start - 1)


def _is_side(noun: Token) -> bool:
    """Whether it tells on which side of a parliament a party is; a court's ruling does not."""
    return noun.lower_ in _SIDES and (noun.tag_ != "NN" or noun.lower_ == "opposition")


def _find_before_comma(doc: Doc, start: int, end: int, fits: Callable[[Token], bool]) -> str:
    if start < 2 or doc[start - 1].text != "," or not fits(doc[start - 2]):  # noqa: PLR2004
        return ""
    return _read_back(doc, start - 2) if _is_closed(doc, end) else ""


def _is_firm(noun: Token) -> bool:
    """Whether it is a plural that may stand for their firm: "the bank's auditors, Roe Day,"."""
    return noun.tag_ == "NNS" and noun.lemma_.lower() in read_words("firm_people")


def _is_kind(noun: Token) -> bool:
    return noun.is_lower and noun.tag_ == "NN" and noun.lower_ in read_words("organisation_nouns")


def _is_closed(doc: Doc, end: int) -> bool:
    """Whether a mark ends what stands there, and no row goes on: "the firm, Acme | of Leeds,"."""
    if doc[end : end + 1].text == "of" and doc[end + 1 : end + 2].text.istitle():
        end += 2
    behind = [token.lower_ for token in doc[end : end + 2]]
    return bool(behind) and behind[0] in _ENDS and behind[1:] not in (["and"], ["or"])


def _read_back(doc: Doc, last: int) -> str:
    """The description that ends with a noun; "" where no article or owner begins it."""
    first = last
    while first and last - first < _LONGEST and _belongs(doc[first - 1]):
        first -= 1
    begun = first and (doc[first - 1].lower_ in _BEGINS or doc[first].is_sent_start)
    owned = any(token.tag_ == "POS" for token in doc[first:last])
    return doc[first : last + 1].text if begun or owned else ""


def _belongs(token: Token) -> bool:
    plain = token.pos_ in _PARTS or token.text in _JOINTS
    return plain and token.lower_ not in _BEGINS and "\n" not in token.text


def _find_behind(doc: Doc, end: int) -> str:
    """What follows a comma behind the name, up to the noun: "Acme, the glass maker, said"."""
    if doc[end : end + 1].text != "," or doc[end + 1 : end + 2].text.lower() not in _BEGINS:
        return ""
    phrase = list(_read_on(doc, end + 2))
    if not phrase or not _is_kind(phrase[-1]) or phrase[-1].i + 1 >= len(doc):
        return ""
    last = phrase[-1].i
    after = doc[last + 1].lower_
    closed = _is_closed(doc, last + 1) if after in _ENDS else after in _GOES_ON
    return doc[end + 2 : last + 1].text if closed else ""


def _read_on(doc: Doc, first: int) -> Iterator[Token]:
    for token in doc[first : first + _LONGEST]:
        if not _belongs(token):
            return
        yield token
