"""Finds bodies by the noun beside their name: "the charity Open Hands", "Acme, the glass maker"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.language.body_roles import follows_kind
from bot.language.callings import find_called
from bot.language.known_names import is_given_name, places
from bot.language.names import Mention
from bot.language.namings import find_fighters, tell_kind
from bot.language.numbered import find_numbered
from bot.language.roles import is_person_noun
from bot.language.wordlists import read_words

_REACH = 6
"""Tokens of an apposition in which its noun stands."""

_TEAM = 2
"""Words of a team's name: a town and a plural."""


def name_bodies(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with those mended that a noun beside them tells to be bodies; in order."""
    whole = [*_find_whole(doc), *find_numbered(doc)]
    taken = {index for mention in whole for index in range(mention.start, mention.end)}
    kept = [m for m in mentions if not taken.intersection(range(m.start, m.end))]
    firms = {m.words for m in kept if _has_shares(doc, m)}
    called = {m.words for m in kept if _may_be_body(m) and _is_called_body(doc, m)}
    called |= {m.words for m in kept if _may_be_body(m) and _is_worked_at(doc, m)}
    called |= {m.words for m in kept if _is_no_place(doc, m) or _stands_behind_noun(doc, m)}
    called.update(m.words for m in whole if m.kind == "organisation")
    called |= {m.words[-1:] for m in kept if _is_team(doc, m)}
    mended = [
        replace(m, kind="organisation", told=m.words in called)
        if (m.words in called and (_may_be_body(m) or _is_no_place(doc, m)))
        or (m.words in firms and m.kind != "person")
        or _is_team(doc, m)
        else m
        for m in kept
    ]
    return sorted([*mended, *whole], key=lambda m: m.start)


def _find_whole(doc: Doc) -> Iterator[Mention]:
    """Names of several words right behind a body's noun, as long as the model takes them."""
    for ent in doc.ents:
        noun = doc[ent.start - 1] if ent.start else None
        if noun is None or len(ent) == 1 or not ent.text[0].isupper() or "\n" in ent.text:
            continue
        body = (
            noun.is_lower and noun.tag_ == "NN" and noun.lower_ in read_words("organisation_nouns")
        )
        if body and ent.label_ in _LABELS and not is_given_name(ent[0].lower_):
            words = tuple(ent.text.lower().split())
            yield Mention(ent.start, ent.end, words, ent.text, "organisation", told=True)


_LABELS = frozenset({"ORG", "PERSON", "WORK_OF_ART", "PRODUCT", "FAC"})


def _has_shares(doc: Doc, mention: Mention) -> bool:
    """Whether an unknown name is that of a business: "Acme's shares", "shares in Acme"."""
    before, after = doc[max(0, mention.start - 2) : mention.start], doc[mention.end :][:2]
    owned = len(after) > 1 and after[0].tag_ == "POS"
    owns = owned and after[1].lower_ in read_words("business_belongings")
    unknown = " ".join(mention.words) not in places()
    return unknown and (owns or before.text.lower() in ("shares in", "shares of"))


def _is_worked_at(doc: Doc, mention: Mention) -> bool:
    """Whether a single name is of where somebody works: "a former manager at Acme"."""
    before = doc[max(0, mention.start - 2) : mention.start]
    at = len(before) > 1 and before[1].lower_ == "at" and is_person_noun(before[0])
    return at and len(mention.words) == 1


def _is_team(doc: Doc, mention: Mention) -> bool:
    """Whether a plural is taken for a place, though it is no landscape: "the Toledo Glassmen"."""
    last, name = mention.words[-1], " ".join(mention.words)
    before = doc[mention.start - 1].lower_ if mention.start else ""
    if mention.kind != "place" or len(mention.words) != _TEAM or before != "the":
        return False
    land = last.endswith(("lands", "states", "alps")) or last in read_words("place_words")
    return doc[mention.end - 1].tag_ in ("NNS", "NNPS") and not land and name not in places()


def _is_no_place(doc: Doc, mention: Mention) -> bool:
    """Whether an unknown place follows what it is, and that is a body: "the union, Acme, said"."""
    unknown = mention.kind == "place" and " ".join(mention.words) not in places()
    if not unknown or not follows_kind(doc, mention.start, mention.end):
        return False
    return tell_kind(doc[mention.start - 2].lower_) == "organisation"


def _may_be_body(mention: Mention) -> bool:
    """Whether nothing but the model tells that a name is a person's, if it does."""
    given = mention.kind == "person" and is_given_name(mention.words[0])
    return mention.kind in {"other", "person"} and not (given or mention.honorific)


def _is_called_body(doc: Doc, mention: Mention) -> bool:
    """Whether the text says what body it is: "Acme, the glass maker", "a firm called Acme"."""
    called = find_called(doc, mention.start)
    if called is not None and called.tag_ == "NN" and tell_kind(called.lower_) == "organisation":
        return True
    if find_fighters(doc[mention.start : mention.end]) is not None:
        return True
    if follows_kind(doc, mention.start, mention.end):
        return True
    after = doc[mention.end : mention.end + 2].text.lower()
    if mention.headline or after not in (", a", ", an", ", the"):
        return False
    return find_head_noun(doc, mention.end + 2) in read_words("organisation_nouns")


def _stands_behind_noun(doc: Doc, mention: Mention) -> bool:
    """Whether a single name has its noun before it: "the Oslo-based group Acme", no clause's."""
    noun = doc[mention.start - 1] if mention.start > 1 else None
    if (
        noun is None
        or len(mention.words) > 1
        or noun.lower_ not in read_words("organisation_nouns")
    ):
        return False
    based = doc[mention.start - 2].lower_ == "based"
    clause = doc[mention.start].head.dep_ == "relcl"  # "the group Roe founded"
    return based and noun.tag_ == "NN" and not clause


def find_head_noun(doc: Doc, start: int) -> str:
    """The singular noun that heads the phrase from a token on; "" if none does."""
    for token in doc[start : start + _REACH]:
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        goes_on = following is not None and (following.pos_ == "NOUN" or following.tag_ == "POS")
        if token.pos_ == "NOUN" and not goes_on:
            return token.lower_ if token.tag_ == "NN" else ""
    return ""


def find_body_nouns(doc: Doc, spans: Iterable[tuple[int, int]]) -> frozenset[str]:
    """The nouns right before a body's name, or beside it behind a comma: "the lender Roe Bank"."""
    found = set()
    for start, end in spans:
        found.add(doc[start - 1].lower_ if start else "")
        if doc[start - 1 : start].text == "," and start > 1:
            found.add(doc[start - 2].lower_)
        if doc[end : end + 1].text == ",":
            found.add(find_head_noun(doc, end + 1))
    return frozenset(found & read_words("organisation_nouns"))


def is_firm_noun(noun: Token) -> bool:
    """Whether a plural for people may stand for their firm: "his solicitors, Roe Day, said"."""
    return noun.tag_ == "NNS" and noun.lemma_.lower() in read_words("firm_people")


def explains_firm(doc: Doc, start: int, end: int) -> bool:
    """Whether a single name between commas says what firm such a plural means."""
    if start < 2 or doc[start - 1].text != "," or not is_firm_noun(doc[start - 2]):  # noqa: PLR2004
        return False
    behind = doc[end : end + 2]
    return len(behind) > 1 and behind[0].text == "," and behind[1].pos_ != "PROPN"
