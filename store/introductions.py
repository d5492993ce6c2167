"""Whose officer a text introduces somebody as: "Its land director, Ada Holt", said of a builder."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from store.gazetteer import find_seat
from store.insiders import write_insiders
from store.lists import read_list, read_words
from store.records import Span

NOBODY = 0
"""No longer of a body, or of one that the text does not name."""
_OPEN, _CLOSE = "\ue000", "\ue001"
"""Around an id that stands in place of a body's name; no text has these characters."""
_WINDOW = 110
"""Characters beside a name in which its introduction stands."""
_LONGEST = 20
"""Characters of the last word of an introduction at most."""
_SENTENCE = re.compile(r"(?<=[.!?])[”\"’]?\s+|\n+")
_OF = re.compile(r",? (?:for|of|at|from|with)\b")
_BESIDE = re.compile(r",? (?:of|from|with|at) ")
"""What stands between a name and the body that somebody is of."""
_FORMER = re.compile(r"\b(?:former|ex|onetime|then)\b", re.IGNORECASE)
_FORMERLY = re.compile(r"\b(?:former|ex|onetime)[ -]$", re.IGNORECASE)
"""The same before the name of the body."""


@dataclass(frozen=True, slots=True, order=True)
class NamedBody:
    """Where a text names a body."""

    start: int
    end: int
    entity: int
    name: str
    """In full, folded."""
    words: frozenset[str] = field(compare=False)
    """Of its name."""


def tells_whose(text: str, place: Span, role: str) -> bool:
    """Whether what stands beside a name tells whose they are, whatever their role.

    It may tell that they lead a body, "who runs the Distillers Guild", or of those without a role
    only that they are of it.
    """
    if _leader().match(text, place[1]):
        return True
    owned = text[max(0, place[0] - 3) : place[0]].endswith(("'s ", "’s ", "s' ", "s’ "))
    return not role and (owned or _BESIDE.match(text, place[1]) is not None)


def tells_of_leaders(text: str) -> bool:
    """Whether a text says of anybody that they lead a body."""
    return _leading().search(text) is not None


@cache
def _leading() -> re.Pattern[str]:
    leading = "|".join(read_list("offices")["leading"])
    return re.compile(rf" who (?:(?:now|also) )?(?:{leading}) ")


@cache
def _leader() -> re.Pattern[str]:
    return re.compile(f",?{_leading().pattern}")


def find_owner(text: str, place: Span, bodies: Sequence[NamedBody]) -> int | None:
    """Whose officer somebody is who is named or described at a place; None: nothing tells.

    Args:
        text: The article's.
        place: Of their name, or of the description of somebody without one.
        bodies: That the text names, in its order.
    """
    start, end = place
    windows = ((max(0, start - _WINDOW), start), (end, end + _WINDOW), place)
    for window, pattern in zip(windows, _patterns(), strict=True):
        words = _courtesy().sub("", _mark(text, window, bodies))
        if window[1] == start and not _ends_introduction(words):
            continue
        found = pattern.search(words)
        if found and found.groupdict().get("bare") and _OF.match(text, end):
            return None
        if found and (_FORMER.search(found[0]) or _FORMERLY.search(words[: found.start()])):
            return NOBODY
        if found:
            return _resolve(text, start, bodies, found.groupdict())
    return None


def _mark(text: str, window: Span, bodies: Sequence[NamedBody]) -> str:
    """The words of a window, with a mark in place of each body's name."""
    at, end = window
    parts = []
    for body in bodies[bisect_left(bodies, at, key=lambda each: each.start) :]:
        if body.start >= end:
            break
        if at <= body.start and body.end <= end:
            parts += [text[at : body.start], f"{_OPEN}{body.entity}{_CLOSE}"]
            at = body.end
    return "".join([*parts, text[at:end]])


def _ends_introduction(words: str) -> bool:
    """Whether words before a name may introduce it: cheaper to tell than to read them."""
    last = re.split("[ -]", words.rstrip(" ,").lower()[-_LONGEST:])[-1]
    return last.rstrip("'’s").endswith(_CLOSE) or last in _last_words() or words.endswith(", ")


@cache
def _last_words() -> frozenset[str]:
    offices = read_list("offices")
    lists = ("heads", "heads_of_a_body", "firms", "groups", "kinds", "posts")
    return frozenset(re.split("[ -]", word)[-1] for name in lists for word in offices[name])


@cache
def _courtesy() -> re.Pattern[str]:
    """What stands between an office and a name, and tells nothing: "its chair, Dame Ada Holt"."""
    titles = "|".join(read_list("offices")["courtesy"])
    return re.compile(rf"(?<!\w)(?:(?:{titles})\.? )+$", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """An introduction before a name, behind one, and in a description."""
    words = {name: "|".join(listed) for name, listed in read_list("offices").items()}
    kinds = f"{words['firms']}|{words['groups']}|{words['kinds']}"
    between = rf"(?!(?:{words['between_no_office']})\b)[\w-]+ (?:and )?"
    office = rf"(?:{between}){{0,4}}?(?:{words['heads']}|{words['heads_of_a_body']})"
    field = r"(?: (?:of|for|in|to) (?:[\w-]+ ){0,3}[\w-]+)?"
    alone = rf"(?:(?:{words['before']})[ -])*(?:{words['heads']})"
    name = rf"{_OPEN}\d+{_CLOSE}"
    called = rf"(?:the |an? )(?:[a-z-]+ )?(?P<of_kind>{kinds})(?! (?:{_OPEN}|(?-i:[A-Z])))"
    within = rf"the (?P<within_kind>{kinds})(?!\w)"
    owned = rf"(?P<part_of_kind>{kinds})['’]s? (?:[\w-]+ ){{0,4}}(?:[\w-]+|{name})"
    part = rf"(?:{words['of_a_part']}) of the {owned}"
    beside = rf"(?:of|from|with|at) (?:the )?(?P<simply>{name})(?![\w'’])"
    owner = rf"(?P<simply>{name})['’]s?"
    led = rf"(?P<its_led>its)|the (?P<kind_led>{kinds})|(?:the )?(?P<name_led>{name})"
    leading = rf"who (?:(?:now|also) )?(?:{words['leading']}) (?:{led})(?!\w)"
    of_state = rf"(?:(?:{words['before_of_state']}) )?(?:{words['of_state']})(?!\w)"
    behind = rf"the (?!{of_state})(?P<alone>{alone})(?=[,.;])"
    opening = r"(?:^|\n|[.!?,:;][”\"’]?\s+|\bsaid )"
    post = "|".join(read_list("offices")["posts"])
    spoken = r"spokes(?:man|woman|person)"
    ways = (
        rf"(?:(?<!\w)|(?!\w))(?:(?:(?P<its>its)|the (?P<kind>{kinds})|(?P<name>{name}))(?:['’]s?)?"
        rf" {office}{field}|{part}"
        rf"|(?:an? |{opening}(?!(?:{words['several']}) ))(?P<a_kind>{kinds}) {office}"
        rf"|{office},?(?: (?:at|in) the [\w-]+)?"
        rf" (?:(?:in|within|inside) {within}|(?:for|of|at|with) (?:{called}"
        rf"|(?:(?:the|an?) (?:[a-z-]+ ){{0,2}})?(?P<of_name>{name})))"
        rf"|(?:(?:the|an?) |{opening})(?:deputy )?(?P<post>{post})(?! (?:of|for|to))"
        rf"|(?P<others>(?:her|his|their|(?:[\w-]+ ){{0,3}}[\w-]+['’]s?) (?!its |the |an? ){office}"
        rf"|(?:{words['of_anybody']}) (?:for|of|to) \w+))(?![\w'’])"
    )
    return (
        re.compile(rf"(?:{ways},?|{opening}(?P<alone>{alone})|{owner}) $", re.IGNORECASE),
        re.compile(
            rf"^,? (?:(?:who is )?(?:an? |the )??{ways}|{beside}|{behind}|{leading})", re.IGNORECASE
        ),
        re.compile(
            rf"^(?:(?P<bare>(?:an?|the) {spoken})$|(?:an? |the )??{ways}"
            rf"|{write_insiders()}(?:the |an? )?"
            rf"(?:(?P<kind_in>{kinds})|(?P<name_in>{name}))(?!\w))",
            re.IGNORECASE,
        ),
    )


_OF_KIND = ("kind", "of_kind", "within_kind", "a_kind", "part_of_kind", "kind_led", "kind_in")
"""The groups that tell of a body by its kind."""
_BY_NAME = ("name", "of_name", "simply", "name_led", "name_in")


def _resolve(
    text: str, at: int, bodies: Sequence[NamedBody], told: dict[str, str | None]
) -> int | None:
    if name := next((named for each in _BY_NAME if (named := told.get(each))), None):
        return int(name.strip(_OPEN + _CLOSE))
    if told["others"]:
        return NOBODY
    if post := told["post"]:
        fitting = [body for body in bodies if is_of_kind(body, *_kinds_of(post))]
        return _nearest(text, [body for body in fitting if body.start < at]) or _find_only(fitting)
    if kind := next((found for each in _OF_KIND if (found := told.get(each))), None):
        return _find_kind(text, at, bodies, kind.lower())
    before = [body for body in bodies if body.start < at]
    paragraph = _open_paragraph(text, at)
    if (told["its"] or told.get("its_led") or told.get("bare")) and not _SENTENCE.search(
        text, paragraph, at
    ):
        paragraph = _open_paragraph(text, paragraph)
    nearest = _nearest(text, [body for body in before if body.start >= paragraph])
    unnamed = _unnamed().search(text, paragraph, at) if nearest is None and told["its"] else None
    return _find_kind(text, at, bodies, unnamed["kind"].lower()) if unnamed else nearest


@cache
def _unnamed() -> re.Pattern[str]:
    """A body without a name that "its" may mean: "the island's chamber of commerce"."""
    offices = read_list("offices")
    kinds = "|".join([*offices["firms"], *offices["groups"], *offices["kinds"]])
    return re.compile(
        rf"\b(?:the|an?) (?:[\w'’-]+ ){{0,3}}?(?P<kind>{kinds})(?![\w'’])", re.IGNORECASE
    )


def _kinds_of(post: str) -> list[str]:
    """Of which kinds the bodies are that have it."""
    return list(read_list("offices")["posts"][post.lower()])


def _open_paragraph(text: str, at: int) -> int:
    """Where the paragraph begins that a place stands in, or ends."""
    return text.rfind("\n", 0, len(text[:at].rstrip())) + 1


def _find_kind(text: str, at: int, named: Sequence[NamedBody], kind: str) -> int | None:
    """The one that may be called so: by a word of its name, or as none of them speaks against it.

    A company may have nearly any name, a council hardly. What was named long ago is what the
    text names most.
    """
    kinds: dict[str, list[str]] = read_list("offices")["kinds"]
    bodies = [each for each in named if each.start < at]
    here = [each for each in bodies if each.start >= _open_paragraph(text, at)]
    here = [each for each in here if not _is_no_firm(each)]
    if kind in read_words("offices", "groups") and here:
        return _nearest(text, here)
    if kind in kinds:
        fitting = [each for each in bodies if is_of_kind(each, kind)]
        found = _nearest(text, fitting) or NOBODY
        if found or kind not in read_words("offices", "groups"):
            return found
    if kind not in read_words("offices", "groups"):
        bodies = [each for each in bodies if not _is_no_firm(each)]
    if bodies and bodies[-1].start < _open_paragraph(text, _open_paragraph(text, at)):
        times = Counter(each.entity for each in named)
        return max(bodies, key=lambda each: (times[each.entity], each.start)).entity
    return _nearest(text, bodies)


def _find_only(fitting: Sequence[NamedBody]) -> int:
    """The one body of a kind that the text names, if it does so only afterwards."""
    found = {each.entity for each in fitting}
    return found.pop() if len(found) == 1 else NOBODY


def is_of_kind(body: NamedBody, *kinds: str) -> bool:
    """Whether its name tells that it is a union, a bank or the like."""
    listed = read_list("offices")["kinds"]
    return any(body.words & {kind, *listed[kind]} for kind in kinds)


def _is_no_firm(body: NamedBody) -> bool:
    kinds: dict[str, list[str]] = read_list("offices")["kinds"]
    others = {word for each, words in kinds.items() for word in (each, *words)}
    common = read_words("bodies", "common_words") >= body.words
    return common or bool(body.words & others or find_seat(body.name))


def _nearest(text: str, bodies: Sequence[NamedBody]) -> int | None:
    """The one of which the nearest sentence that names any speaks first."""
    if not bodies:
        return None
    breaks = _SENTENCE.finditer(text, 0, bodies[-1].start)
    opened = max((each.end() for each in breaks), default=0)
    return next(body.entity for body in bodies if body.start >= opened)
