"""Names that the archive knows beside a topic, without a word between them: "kirby sanctions"."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.desk import question_forms as forms
from bot.desk.question_slots import (
    find_role,
    is_office,
    may_speak,
    split_speakers,
    strip_marks,
    without_titles,
)
from bot.desk.referring import is_owned_speaker
from store.folding import fold
from store.gazetteer import find_capital, find_people, find_seat, find_state
from store.lists import read_words
from store.names import Known
from store.offices import has_office

Slots = dict[str, str | None]
"""What stands for each part of a question."""

_LONGEST_NAME = 6
_STATES = (find_state, find_capital, find_seat, find_people)
_TIES = frozenset({"of", "in", "at", "for", "from", "to", "with", "against", "between", "over"})
_TIED = re.compile(r" (?:of|in|at|for|from|to|with) ")
_MARK = re.compile(r"(?:,|:|/| [-\u2013\u2014])(?= |$)|(?<=\w)/(?=\w)")
_BY = re.compile(r"(?:from|by) (?:the )?(?=\w)", re.IGNORECASE)
_FROM = re.compile(r"(?:from|in|at|during|after) (?:the )?(?=\w)", re.IGNORECASE)
_ASIDE = re.compile(r"(?P<name>[^,]+), (?P<aside>[^,]+?)(?:,|$|(?= (?:on|about|regarding)\b))")
_OWNER = re.compile(r"(?<=\w)s (?=\w)")
_SAYS = re.compile(rf"(?:[\w-]+ ){{0,3}}{forms.THINGS}\b", re.IGNORECASE)
_LONGEST_OFFICE = 3


def mark_owner(words: str, known: Known) -> str:
    """With the apostrophe that was left out: "kirbys answer on oil"."""
    for owner in _OWNER.finditer(words):
        before = words[: owner.start()]
        if not _begins_with_owned(words[owner.end() :]):
            continue
        if fold(f"{before}s").split()[-1] in known.names:
            continue
        if any(f" {fold(before)}".endswith(f" {speaker}") for speaker in known.speakers):
            return f"{before}'s {words[owner.end() :]}"
    return words


def _begins_with_owned(words: str) -> bool:
    """Whether a word for what somebody says, or for who is somebody's, stands there soon."""
    if _SAYS.match(words):
        return True
    first = words.split()[:_LONGEST_OFFICE]
    return any(is_office(" ".join(first[:count])) for count in range(1, len(first) + 1))


def drop_aside(words: str, known: Known) -> str:
    """Without what tells more of a speaker behind the name: "Tom Radke, head of the union"."""
    told = _ASIDE.match(words)
    if told is None or _fold_name(told["name"], known) not in known.people & known.speakers:
        return words
    office = forms.THE.sub("", _TIED.split(told["aside"], maxsplit=1)[0])
    return f"{told['name']}{words[told.end() :]}" if is_office(office) else words


def part_name(words: str, known: Known) -> Slots | None:
    """A person who speaks, and a topic: "kirby, oil".

    None if no such name begins or ends the words, or if something ties it to the topic:
    "the letter to Kirby". The slot `whole` has the words as they would be one topic.
    """
    if forms.TELLS.search(words):
        return None
    bare = strip_marks(forms.QUOTES_ASIDE.sub(" ", words))
    plain = " ".join(_MARK.sub(" ", bare).split())
    people = known.people & known.speakers
    return _part_role(bare, known) or _part(
        plain, lambda name: _are_all(name, people, known) and not _owns(name)
    )


def _are_all(names: str, people: frozenset[str], known: Known) -> bool:
    each = split_speakers(names, known)
    return all(_fold_name(name, known) in people for name in each)


def part_body(words: str, known: Known) -> Slots:
    """A body that speaks, beside a topic: "unite pay" may ask for what it said. Empty if none."""
    if forms.TELLS.search(words) or '"' in words:
        return {}
    bodies = known.bodies & known.speakers
    slots = _part(words, lambda name: fold(name) in bodies and not _owns(name))
    return {"body": slots["speaker"], "matter": slots["topic"]} if slots else {}


def _part_role(words: str, known: Known) -> Slots | None:
    """A group of people and a topic, with a mark between them: "oil: experts"."""
    one, *other = (strip_marks(part) for part in _MARK.split(words, maxsplit=1))
    if not one or not other or not other[0]:
        return None
    for role, topic in ((other[0], one), (one, other[0])):
        speaks = find_role(role, known) is not None or all(
            map(may_speak, split_speakers(role, known))
        )
        if speaks and find_role(topic, known) is None and not _speaks_alone(topic, known):
            return {"speaker": role, "topic": topic, "whole": words}
    return None


def _speaks_alone(name: str, known: Known) -> bool:
    return _fold_name(name, known) in known.people & known.speakers


def part_at_saying(words: str, known: Known) -> Slots | None:
    """Somebody who speaks, and a topic, told by a word for what is said.

    It stands between them or behind both: "unite reaction strike", "unite strike statement".
    """
    if forms.QUESTION_WORDS.match(words) or '"' in words:
        return None
    for mark in forms.SAYING.finditer(words):
        before, behind = words[: mark.start()], strip_marks(words[mark.end() :])
        if (by := _BY.match(behind)) and speaks(behind[by.end() :], known):
            return {"speaker": behind[by.end() :], "topic": before, "whole": words}
        if behind and speaks(before, known):
            return {"speaker": before, "topic": _FROM.sub("", behind), "whole": words}
        if not behind and (before.count("'s ") or forms.OF_ONE.fullmatch(mark["thing"])):
            return _part(before, lambda name: _fold_name(name, known) in known.speakers)
    return None


def part_asked(words: str, known: Known) -> Slots | None:
    """A person who is asked to have done something: "why did Chandran vote for a cut"."""
    bare = forms.ASKS_WHETHER.sub("", words)
    if bare == words or '"' in words:
        return None
    plain = bare.split()
    for length in range(min(len(plain) - 1, 2 * _LONGEST_NAME), 0, -1):
        name = " ".join(plain[:length])
        if _are_all(name, known.people & known.speakers, known) and not _owns(name):
            done = " ".join(plain[length:])
            topic = forms.ASIDE_FROM_TOPIC.sub("", done)
            return {"speaker": name, "topic": topic, "whole": bare}
    return None


def speaks(name: str, known: Known) -> bool:
    """Whether it is, or may be, somebody who says something."""
    named = _fold_name(name, known) in known.speakers
    return named or may_speak(name) or find_role(name, known) is not None


def holds_office(words: str, known: Known) -> bool:
    """Whether it is somebody by their office, alone as good as a name: "polish sports minister"."""
    office = re.split(" (?:of|for|at|in) ", forms.THE.sub("", words), maxsplit=1)[0]
    public = office.rpartition(" ")[2] in read_words("offices", "public_words")
    held = is_office(office) and (public or has_office(office))
    named = held and office.islower() and " " in words
    return (named or is_owned_speaker(words, known)) and not forms.TELLS.search(words)


def may_have_spoken(name: str) -> bool:
    """Whether it is a body without a name, or a state, which articles may call by its capital."""
    bare = forms.THE.sub("", name)
    return may_speak(name) or any(find(bare) for find in _STATES)


def _owns(name: str) -> bool:
    return name.endswith(("'s", "s'"))


def _fold_name(name: str, known: Known) -> str:
    return fold(without_titles(name, known))


def _part(words: str, is_speaker: Callable[[str], bool]) -> Slots | None:
    """The name at one end of the words, and the rest."""
    plain = words.split()
    for length in range(min(len(plain) - 1, _LONGEST_NAME), 0, -1):
        for name, topic, beside in (
            (plain[:length], plain[length:], length),
            (plain[-length:], plain[:-length], -length - 1),
        ):
            longer = beside < 0 and name[0][:1].isupper() and plain[beside][:1].isupper()
            if is_speaker(" ".join(name)) and not longer and plain[beside].lower() not in _TIES:
                return {"speaker": " ".join(name), "topic": " ".join(topic), "whole": words}
    return None
