"""Bodies asked for by what they are: "the nurses' union", "the regulator", "the company", "unions".

Articles tell it beside the name: "the nurses' union, Allied Care", "Vessel, the water company".
"""

from __future__ import annotations

import re
from functools import cache

from sqlite_utils import Database

from store.called_by_kind import find_called_by_kind
from store.folding import fold
from store.introductions import NamedBody
from store.kept import keep
from store.labels import label_speakers
from store.lists import read_list, read_words
from store.named import Named, load_named
from store.officials import find_articles_on
from store.records import Audience
from store.roles import match_office, same_group
from store.speakers import find_exactly, find_saying
from store.voices import find_voices, holds_office

_BESIDE = 70
"""Characters beside a name in which it stands what the body is."""
_AROUND = 90
"""Characters on either side of a name in which a word for its field stands."""
_SHORTEST = 3
"""Letters of what all words for a field have in common."""
_OFFICE_OF = re.compile(r"(?P<office>.+?) (?:of|at|for) (?:the |an? )?(?P<body>.+)")
_ENDS = re.compile(r"[,.;:)—–](?! and\b)")
"""What follows a name that a comma parts from what it is."""
_GOES_ON = "that|which|whose|in|of|for|from|with|at|on|near|behind|based|and"
"""What follows where a description does not go on with who is of the body: its lawyer."""


def find_of_kind(db: Database, asked: str, topic: str | None, audience: Audience) -> frozenset[int]:
    """Bodies that articles on a topic describe as asked for, and those who speak for them there.

    Args:
        db: The archive.
        asked: In the words of the question: one body or several.
        topic: What is asked about; without one only who looks for more than a kind finds any.
        audience: Who asks.
    """
    key = ("of kind", asked, topic, audience)
    return keep(db, key, lambda: _find(db, fold(asked), topic, audience))


def _find(db: Database, asked: str, topic: str | None, audience: Audience) -> frozenset[int]:
    if office := read_office(asked):
        return _find_holders(db, *office, topic, audience)
    rest, kinds = read_kind(asked)
    if not kinds or not (rest or topic) or (rest and find_exactly(db, [asked], audience)):  # a name
        return frozenset()
    called = find_called_by_kind(db, rest, kinds, audience)
    return _find_people(db, called | _find_described(db, asked, topic, audience), audience)


def _find_holders(
    db: Database, office: str, owner: str, topic: str | None, audience: Audience
) -> frozenset[int]:
    """Who holds an office of bodies that are told of by their kind, or failing that by their field.

    "The insurer's boss" is the chief executive of what articles call an insurer.
    """
    if not read_kind(owner)[1]:
        leads = office in _leading()  # the health secretary leads no body, nor a police chief
        held = f"{owner} {office}"
        leads = leads and held not in read_words("state_offices", "compound")
        leads = leads and not holds_office(db, held)
        bodies = _find_in_field(db, owner, audience) if leads else {}
        theirs = _find_people(db, bodies, audience)
    else:
        theirs = find_of_kind(db, owner, topic, audience)
    return find_saying(
        db, f"({match_office(office)}) AND ({label_speakers(theirs)})", theirs, audience
    )


def _find_in_field(db: Database, field: str, audience: Audience) -> dict[int, str]:
    """Bodies that articles on a field name beside a word for it: of "mining" beside a mine."""
    beside = _write_field(field)
    named = load_named(db, find_articles_on(db, field, audience)) if beside else {}
    return {
        body.entity: body.name
        for each in named.values()
        for body in each.bodies
        if beside and beside.search(each.text, max(0, body.start - _AROUND), body.end + _AROUND)
    }


@cache
def _write_field(field: str) -> re.Pattern[str] | None:
    """The words for a field of business, as what it has to do with: mining, a mine, a miner."""
    stem = re.sub(r"(?:ing|ers?|s|e)$", "", field)
    plain = field.isalpha() and len(stem) >= _SHORTEST
    return re.compile(rf"\b{stem}(?:e|es|s|ing|ers?|way|ways)?\b", re.IGNORECASE) if plain else None


def read_office(asked: str) -> tuple[str, str] | None:
    """An office, folded, and whose it is: of "the insurer's boss" the boss, and the insurer."""
    if parts := _OFFICE_OF.fullmatch(asked):
        return (parts["office"], parts["body"]) if _is_office(parts["office"]) else None
    words = asked.split()
    for count in (2, 1):
        owner, office = " ".join(words[:-count]), " ".join(words[-count:])
        if owner and _is_office(office):
            return office, owner
    return None


def _leading() -> frozenset[str]:
    """Offices of whoever leads a business."""
    return frozenset(read_list("offices")["same_office"]) | {"chief executive", "managing director"}


def _is_office(words: str) -> bool:
    lists = read_list("offices")
    return words in lists["same_office"] or words in (*lists["heads"], *lists["heads_of_kinds"])


def _find_described(
    db: Database, asked: str, topic: str | None, audience: Audience
) -> dict[int, str]:
    """Bodies that articles on the topic describe so, or failing that those on the kind itself."""
    rest, kinds = read_kind(asked)
    patterns = _write_beside(rest, kinds)
    for about in dict.fromkeys(filter(None, (topic, rest and asked))):
        named = load_named(db, find_articles_on(db, about, audience))
        every = [body for each in named.values() for body in each.bodies]
        bodies = [body for each in named.values() for body in _describe(each, patterns)]
        bodies += [body for body in every if _has_in_name(body, rest, kinds)]
        if bodies:
            return {body.entity: body.name for body in bodies}
    return {}


def _find_people(db: Database, bodies: dict[int, str], audience: Audience) -> frozenset[int]:
    found = set(bodies)
    for name in bodies.values():
        found.update(person for person, _ in find_voices(db, name, audience).officers)
    return frozenset(found)


def read_kind(asked: str) -> tuple[str, tuple[str, ...]]:
    """What stands before a kind of body, folded, and the words for the kind; none for others.

    Any word for a business is one for a company, and union leaders speak for unions.
    """
    lists = read_list("offices")
    kinds = [*lists["firms"], *lists["groups"], *lists["kinds"]]
    if grouped := tuple(kind for kind in kinds if same_group(asked, f"{kind}s")):
        return "", grouped
    rest, _, last = asked.rpartition(" ")
    one = next((kind for kind in kinds if last in _write_both(kind)), "")
    if one in read_words("offices", "any_firm"):
        return rest, tuple(lists["firms"])
    return rest, (one,) if one else ()


def _write_both(kind: str) -> tuple[str, ...]:
    """A kind in the singular and in the plural."""
    return kind, f"{kind}s", f"{kind}es", f"{kind[:-1]}ies"


@cache
def _write_beside(rest: str, kinds: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a body is described right before its name, and right behind it."""
    words = (re.escape(word.removesuffix("s")) for word in rest.split())
    own = "".join(rf"{word}(?:s|es)?['’]?s?[ -]" for word in words)
    what = rf"{own}(?-i:{'|'.join(map(re.escape, kinds))})"  # the European Union is a name
    whose = r"the|an?|its|another|[\w.-]+['’]s?|(?-i:[A-Z][\w-]+)"
    described = rf"(?:{whose}) (?:[\w'’-]+ ){{0,3}}?{what}"
    several = rf"one of (?:[\w'’-]+ ){{1,6}}?{what}s"
    return (
        re.compile(rf"(?<!\w){described}(?:, (?:the )?| )$", re.IGNORECASE),
        re.compile(
            rf"^(?:, | \(| is )(?:which is )?(?:{described}|{several})"
            rf"(?:[,.;:)—–]|$| (?:{_GOES_ON})\b)",
            re.IGNORECASE,
        ),
    )


def _describe(named: Named, patterns: tuple[re.Pattern[str], re.Pattern[str]]) -> list[NamedBody]:
    return [body for body in named.bodies if _is_described(named.text, body, *patterns)]


def _has_in_name(body: NamedBody, rest: str, kinds: tuple[str, ...]) -> bool:
    """Whether any of a kind was asked for, and its name ends with that: "Maritime Union"."""
    before, _, last = body.name.rpartition(" ")
    offices = read_list("offices")
    proper = last in kinds and last in offices["kinds"] and body.name not in offices["not_so"]
    return not rest and bool(before) and proper


def _is_described(
    text: str, body: NamedBody, before: re.Pattern[str], behind: re.Pattern[str]
) -> bool:
    """Whether one of the patterns fits; between commas, and not as one of several in a row."""
    after = text[body.end : body.end + _BESIDE]
    found = before.search(text, max(0, body.start - _BESIDE), body.start)
    listed = found and "," in found[0] and not _ENDS.match(after)
    return bool((found and not listed) or behind.search(after))
