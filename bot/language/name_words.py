"""Judges single words of a text: whether each may be part of a name, or a title before one."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.genders import STYLED, is_honorific
from bot.language.known_names import is_given_name
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
"""Small words that stand within names."""
QUOTES = frozenset("\"“”‘’'")
_NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})


_ARTICLES = frozenset({"a", "an", "the"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_LONGEST_TOLD = 25
"""Tokens in which what somebody is told to be ends."""
_STYLES = frozenset({"hon", "honourable", "honorable", "rev", "reverend"})


def is_name_word(token: Token) -> bool:
    """Whether a capital makes a word (part of) a name, and does not only open a sentence."""
    text = token.text
    if not text[0].isupper():
        return False
    if token.lower_ in read_words("ordinary_words"):
        return _is_capital_by_right(token) or _is_given_will(token)
    if token.ent_type_ in _NUMBERS:
        if _names_after_day(token):
            return True
        return token.pos_ == "PROPN" and is_given_name(token.lower_)
    if token.pos_ == "PROPN" or token.ent_type_ in LABELS or not token.is_sent_start:
        return True
    named = is_given_name(token.lower_) or _leads_compound(token)
    return _is_explained(token) or (has_capital_after(token) and named)


def _is_explained(first: Token) -> bool:
    """Whether a word that opens a sentence is told of between commas: "Zapp, the maker, | said"."""
    behind = first.doc[first.i + 1 : first.i + _LONGEST_TOLD]
    if behind[:1].text != "," or behind[1:2].text.lower() not in _ARTICLES:
        return False
    known = first.lower_ in read_words("organisation_nouns") or first.tag_ == "NNS"
    if known or first.lower_ in read_table("person_nouns"):
        return False
    close = next((n for n, t in enumerate(behind[1:-1], 1) if t.text == ","), 0)
    verbs = (t.tag_ in _FINITE and t.dep_ != "relcl" for t in behind[1:close])
    return close > 0 and not any(verbs) and behind[close + 1].tag_ in _FINITE


def _names_after_day(token: Token) -> bool:
    """Whether a day of the week begins a name: "the | Sunday Ledger"."""
    titled = token.lower_.endswith("day") and token.i > 0 and token.nbor(-1).lower_ == "the"
    after = token.doc[token.i + 1 : token.i + 2]
    return titled and any(each.is_title and each.tag_ == "NNP" for each in after)


def _leads_compound(first: Token) -> bool:
    """Whether a noun that opens a sentence begins a name: "Plains | Crossing Electric"."""
    word = first.lower_ if first.tag_ == "NN" else first.lower_.removesuffix("s")
    office = word in read_table("person_nouns") or word in read_words("business_nouns")
    body = office or word in read_words("organisation_nouns")
    after = first.doc[first.i + 1 : first.i + 2]
    named = first.dep_ == "compound" and any(t.pos_ == "PROPN" and t.is_title for t in after)
    return named and not body and not is_given_name(after.text.lower())


def _is_given_will(token: Token) -> bool:
    """Whether "Will" within a sentence is a given name."""
    named = is_given_name(token.lower_) and has_capital_after(token)
    return named and not token.is_sent_start and token.ent_type_ == "PERSON"


def has_capital_after(token: Token) -> bool:
    """Whether a word with a capital or in quotation marks follows."""
    after = token.doc[token.i + 1 : token.i + 2]
    return any(each.text[0].isupper() or each.text in QUOTES for each in after)


def _is_capital_by_right(token: Token) -> bool:
    """Whether an ordinary word is part of a name: "New" in "New York"."""
    if token.pos_ != "PROPN" or token.i + 1 == len(token.doc):
        return False
    if token.is_upper and token.ent_type_ == "ORG" and len(token) > 1:
        return not token.nbor(1).is_upper  # "the WHO said"
    body = token.lower_ in read_words("organisation_words")  # "Thames Valley Police"
    if body and token.ent_iob_ == "I" and token.ent_type_ == "ORG":
        return True
    following = token.nbor(1)
    if following.text == "-" and not following.whitespace_ and token.i + 2 < len(token.doc):
        following = token.nbor(2)  # "All-India"
    return following.text[0].isupper() and (
        token.ent_type_ in LABELS and token.ent_type_ == following.ent_type_
    )


def is_capital_within(token: Token) -> bool:
    """Whether an ordinary word has its capital as part of a name: "Clean Air | Now"."""
    plain = token.is_title and token.lower_ in read_words("ordinary_words") and len(token) > 1
    if not plain or not token.i or token.is_sent_start:
        return False
    if token.ent_iob_ == "I" and token.ent_type_ == "ORG":
        return True
    return any(each.is_lower and each.pos_ in ("VERB", "AUX") for each in token.sent)  # no headline


def is_title(token: Token) -> bool:
    """Whether a word may stand before a name as its title."""
    word = token.lower_
    return (
        word in read_words("short_titles")
        or is_honorific(token)
        or word in read_table("person_nouns")
        or _opens_style(token)
    )


def _opens_style(token: Token) -> bool:
    """Whether a word leads a style of the church or the state: "the | Very | Rev Jane Roe"."""
    if token.text not in STYLED or token.i + 1 == len(token.doc):
        return False
    return token.nbor(1).lower_.rstrip(".") in _STYLES


def is_hyphen_ending(token: Token) -> bool:
    """Whether a word is joined to a name and no part of it: "led" in "Roe-led"."""
    joined = token.i > 0 and token.nbor(-1).text == "-"
    return joined and token.lower_ in read_words("hyphen_endings")
