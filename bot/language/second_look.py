"""Looks at a text's names again, knowing which full names it holds.

Names in headlines are cut back to the known one in them, a body's name that ends in a person's
is cut in two, and surnames that the first look missed are found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.language.genders import ask_pronoun
from bot.language.known_names import is_given_name, places
from bot.language.missed_names import (
    LONGEST,
    Known,
    Words,
    find_known,
    find_missed,
    has_generic_word,
    is_label,
    is_person,
    mend_alike,
)
from bot.language.name_words import is_title
from bot.language.named_bodies import explains_firm, find_head_noun
from bot.language.names import Mention, begins_with_acronym, is_given_and_surname
from bot.language.roles import find_apposition, find_explained, is_person_noun
from bot.language.wordlists import read_phrases, read_table, read_words
from store.records import EntityKind

_AGE = 2
"""Digits of an age, at most."""
_BY_ITSELF = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_OFFICES = frozenset({"managing", "senior"})
"""What makes a noun for a body, too, a person's office: "the managing partner, Ada Roe,"."""


def look_again(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, mended, with those added that were missed; in order."""
    mentions = [_mend_lone(doc, mention) for mention in mentions]
    known = find_known(mentions)
    mended = [part for mention in mentions for part in _mend(doc, mention, known)]
    mended = mend_alike(mentions, mended, known)
    taken = {index for m in mended for index in range(m.start, m.end)}
    missed = find_missed(doc, find_known(mended), taken)
    together = sorted([*mended, *missed], key=lambda m: m.start)
    return [_add_gender(doc, mention) for mention in together]


def _mend(doc: Doc, mention: Mention, known: Known) -> Iterator[Mention]:
    if len(mention.words) == 1:
        yield _mend_bare(doc, mention, known)
    elif _is_title_and_surname(doc, mention, known):
        yield _take(doc, mention, (1, 2), "person")
    elif mention.end - mention.start != len(mention.words):
        hyphened = mention.kind != "person" and "-" in mention.text
        person = hyphened and _is_person_after_all(doc, mention, known)
        yield replace(mention, kind="person") if person else mention
    elif mention.headline and mention.words not in known.names and not _is_full(mention, known):
        yield from _cut_back(doc, mention, known.names)
    elif (mention.kind == "person" and _is_spoken_of_as_thing(doc, mention)) or (
        mention.kind in ("person", "other") and _is_cut_short(mention, known)
    ):
        yield replace(mention, kind="organisation")
    elif mention.kind != "person" and _is_person_after_all(doc, mention, known):
        yield replace(mention, kind="person")
    elif mention.kind == "organisation":
        yield from _cut_in_two(doc, mention, known.names)
    else:
        yield mention


def _is_title_and_surname(doc: Doc, mention: Mention, known: Known) -> bool:
    """Whether a surname that is a place's too stands behind a title: "Senator Washington"."""
    two = len(mention.words) == mention.end - mention.start == 2  # noqa: PLR2004
    title = is_title(doc[mention.start]) and not is_given_name(mention.words[0])  # "Dean Roe"
    return two and title and mention.words[1] in known.surnames


def _is_spoken_of_as_thing(doc: Doc, mention: Mention) -> bool:
    """Whether a name without a given name goes on with ", which", or has "the" before it."""
    if mention.honorific or is_given_name(mention.words[0]):
        return False
    after = doc[mention.end : mention.end + 2].text.lower()
    return after == ", which" or _has_article(doc, mention)


def _has_article(doc: Doc, mention: Mention) -> bool:
    """Whether "the" stands before a full name by itself: "the Roe Cross", not "the Roe case"."""
    article = mention.start > 0 and doc[mention.start - 1].lower_ == "the"
    return article and doc[mention.start : mention.end].root.dep_ in _BY_ITSELF


def _is_cut_short(mention: Mention, known: Known) -> bool:
    """Whether a name of two words is the beginning of a body's: "Roe Doe" of Roe Doe Bank."""
    plain = not mention.honorific and not is_given_name(mention.words[0])
    return plain and mention.words in known.beginnings


def _is_person_after_all(doc: Doc, mention: Mention, known: Known) -> bool:
    """Whether a name that the model takes for something else is treated as a person's."""
    name = " ".join(mention.words)
    if mention.told or name in places() or doc[mention.start].ent_type_ == "NORP":
        return False
    if name in read_phrases("organisation_names") or begins_with_acronym(mention.text):
        return False
    if _is_cut_short(mention, known):
        return False
    if _is_described_as_person(doc, mention):
        surname = is_given_and_surname(mention.words)
        return surname or (len(mention.words) <= LONGEST and not has_generic_word(mention))
    if is_person(mention, known.bare):
        return True
    return mention.kind != "place" and _is_spoken_of_as_person(doc, mention)


def _is_described_as_person(doc: Doc, mention: Mention) -> bool:
    """Whether beside the name stands what a person is: "..., the owner,", "her sister Ada, 17"."""
    before = doc[mention.start - 1] if mention.start else None
    if before is not None and before.is_lower and is_person_noun(before) and before.pos_ == "NOUN":
        return True
    after = doc[mention.end : mention.end + 3]
    if _explains(doc, mention):
        return True
    if len(after) == 3 and after[0].text == after[2].text == ",":  # noqa: PLR2004  ", 17,"
        return after[1].is_digit and len(after[1]) <= _AGE
    if before is not None and before.pos_ == "ADP":  # "In Acme, the senator said"
        return False
    return bool(find_apposition(doc, mention.end))


def _explains(doc: Doc, mention: Mention) -> bool:
    """Whether a name stands between commas behind what a person is: "his mother, Ada, said"."""
    if mention.start < 2 or mention.end >= len(doc):  # noqa: PLR2004  a comma and a word before it
        return False
    around = doc[mention.start - 1].text == "," and doc[mention.end].text in (",", ".")
    noun = doc[mention.start - 2]
    if around and not is_person_noun(noun):  # "its director of studies, Jane Roe, said"
        noun = find_explained(doc[mention.start : mention.end].root) or noun
    office = noun.i > 0 and noun.nbor(-1).lower_ in _OFFICES
    if noun.lemma_ in read_words("body_roles") and not (office or is_given_name(mention.words[0])):
        return False
    return around and noun.is_lower and noun.pos_ == "NOUN" and is_person_noun(noun)


def _is_full(mention: Mention, known: Known) -> bool:
    """Whether a run of capitals is a full name: its last word is somebody's elsewhere."""
    last = mention.words[-1]
    fits = len(mention.words) <= LONGEST and not has_generic_word(mention)
    if last in known.surnames and not is_given_name(mention.words[0]):
        return False
    told = mention.kind == "person" and (last,) in known.names
    return fits and (told or last in known.bare)


def _mend_lone(doc: Doc, mention: Mention) -> Mention:
    """What it is described as, first of all: fuller names hang on a single word for a person."""
    if explains_firm(doc, mention.start, mention.end):
        return replace(mention, kind="organisation")
    lone = len(mention.words) == 1 and mention.kind in ("place", "other")
    person = lone and not mention.text.isupper() and _is_bare_person(doc, mention)
    return replace(mention, kind="person") if person else mention


def _mend_bare(doc: Doc, mention: Mention, known: Known) -> Mention:
    """A single word that is short for a body is no person, unless it is addressed as one."""
    if mention.kind != "person" and _is_bare_person(doc, mention):
        return replace(mention, kind="person")
    if mention.kind in ("person", "other") and not mention.honorific:
        kind = known.kind_of(mention.words[0]) or _tell_place(doc, mention)
        kind = kind or _tell_firm(doc, mention, known)
        if kind is None and mention.words[0] in known.openers and _speaks(doc[mention.start]):
            kind = "organisation"
        return replace(mention, kind=kind) if kind else mention
    name = doc[mention.start]
    if mention.words[0] in known.surnames and (_speaks(name) or is_label(name)):
        return replace(mention, kind="person")  # Jordan the man, and not the country
    return mention


def _tell_place(doc: Doc, mention: Mention) -> EntityKind | None:
    """That of an unknown word: "In Hessle, the mayor said", "Hessle, a town of 9,000"."""
    inside = mention.start > 0 and doc[mention.start - 1].lower_ == "in"
    explained = doc[mention.end : mention.end + 2].text.lower() in (", a", ", the")
    place = explained and find_head_noun(doc, mention.end + 2) in read_table("place_nouns")
    return "place" if (inside or place) and not is_given_name(mention.words[0]) else None


def _tell_firm(doc: Doc, mention: Mention, known: Known) -> EntityKind | None:
    """That of a word behind what a firm is, at least: "the Danish supplier Holmvik"."""
    noun, word = doc[mention.start - 1] if mention.start > 1 else None, mention.words[0]
    if noun is None or is_given_name(word) or word in known.surnames or is_person_noun(noun):
        return None
    opened = any(c.dep_ in {"amod", "det"} for c in (*noun.children, *doc[mention.start].children))
    return "organisation" if opened and noun.lower_ in read_words("business_nouns") else None


def _speaks(name: Token) -> bool:
    """Whether a name is the subject of a verb of saying."""
    return name.dep_ == "nsubj" and name.head.lemma_ in read_words("speech_cues")


def _is_bare_person(doc: Doc, mention: Mention) -> bool:
    """Whether a single name, unknown as a place or a body, is described as a person."""
    word = mention.words[0]
    if word in places() or word in read_words("organisation_words") or mention.headline:
        return False
    if doc[mention.start].ent_type_ in ("NORP", "DATE"):
        return False
    return (
        word not in read_phrases("organisation_names")
        and (is_given_name(word) or mention.kind in ("other", "place"))
        and not mention.text.isupper()
        and _is_described_as_person(doc, mention)
    )


def _cut_back(doc: Doc, mention: Mention, known: dict[Words, EntityKind]) -> Iterator[Mention]:
    """All known names in a run of capitals; without any, the run if it may be a person's name."""
    parts = list(_find_parts(doc, mention, known))
    if not parts and mention.kind == "person" and len(mention.words) <= LONGEST:
        parts = [mention]
    yield from parts


def _find_parts(doc: Doc, mention: Mention, known: dict[Words, EntityKind]) -> Iterator[Mention]:
    at, words = 0, mention.words
    while at < len(words):
        ends = (end for end in range(len(words), at, -1) if words[at:end] in known)
        end = next(ends, None)
        if end is None:
            at += 1
            continue
        start = at - 1 if _is_given_before(mention, at, end) else at
        yield _take(doc, mention, (start, end), known[words[at:end]])
        at = end


def _is_given_before(mention: Mention, at: int, end: int) -> bool:
    return at > 0 and end - at == 1 and is_given_name(mention.words[at - 1])


def _cut_in_two(doc: Doc, mention: Mention, known: dict[Words, EntityKind]) -> Iterator[Mention]:
    """A body's name that ends in a surname is two names: "Daily Herald" and "Roe"."""
    words = mention.words
    before, last = words[:-1], words[-1:]
    joined = last[0] in read_words("organisation_words") or known.get(last) != "person"
    if joined or before not in known:
        yield mention
        return
    yield _take(doc, mention, (0, len(before)), known[before])
    yield _take(doc, mention, (len(before), len(words)), "person")


def _is_spoken_of_as_person(doc: Doc, mention: Mention) -> bool:
    """Whether an unknown name of two or three words has an age, a "who" or a "he" after it."""
    generic = read_words("organisation_words", "ordinary_words")
    nation = mention.words[-1] in read_words("nation_endings")  # "Audit Scotland"
    if nation or len(mention.words) > LONGEST or any(word in generic for word in mention.words):
        return False
    if _has_article(doc, mention):
        return False
    after = [token.lower_ for token in doc[mention.end : mention.end + 3]]
    if after[:1] == [","] and (after[1:2] == ["who"] or "".join(after[1:2]).isdigit()):
        return True
    if after[:1] == ["("] and "".join(after[1:2]).isdigit() and after[2:] == [")"]:
        return True
    root = doc[mention.start : mention.end].root
    if root.dep_ == "nsubj" and root.head.lemma_ in read_words("human_verbs"):
        return True
    return ask_pronoun(doc, mention.start, mention.end) != ""


def _take(doc: Doc, mention: Mention, part: tuple[int, int], kind: EntityKind) -> Mention:
    start, end = mention.start + part[0], mention.start + part[1]
    text = doc[start:end].text
    words = mention.words[slice(*part)]
    return replace(mention, start=start, end=end, words=words, text=text, kind=kind)


def _add_gender(doc: Doc, mention: Mention) -> Mention:
    """What the pronoun after a bare name tells of it; full names speak for themselves."""
    if mention.kind != "person" or len(mention.words) > 1:
        return mention
    told = ask_pronoun(doc, mention.start, mention.end)
    return replace(mention, gender=told) if told else mention
