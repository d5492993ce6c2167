"""In the Guardian, say: the outlet that a question asks for, taken out of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from bot.desk.question_forms import ALSO_PAPERS, PAPERS, THE
from store.folding import fold
from store.names import Known
from store.words import stopwords

_LONGEST = 6
"""Words of an outlet's name."""
_STORY = r"(?:story|stories|articles?|pieces?|reports?|reporting|coverage|version|write-?up)"
"""What an outlet's name may have behind it."""
_ITS_STORY = re.compile(rf"{_STORY}[.,:;]*", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:^|[ ,(]+)(?:(?:as |only |just |articles? |stories |pieces? |coverage )*"
    r"(?:reported |published |printed |quoted |seen |carried )?)"
    r"(?:(?P<place>in|at|via|per)|(?P<source>from|by|to)|(?P<on>on)|(?P<told>told|tell)) "
    r"(?P<the>the )?",
    re.IGNORECASE,
)
_ITS = re.compile(
    r"(?:the )?(?P<name>\S+(?: \S+){0,4}?)(?:(?:'s)? (?:quotes?|articles?|stories|coverage|pieces?)"
    r"(?= (?:about|on|from|by|re|regarding)\b|$)|(?= (?:about|on|re|regarding)\b))",
    re.IGNORECASE,
)
"""The quotes of an outlet on something, and the outlet itself on it."""
_BEHIND = {
    *("about", "on", "regarding", "re", "re:", "by", "from"),
    *("who", "what", "did", "since", "in", "and"),
}
_ONLY = re.compile(
    r"[ ,(]*\b(?:(?:just|only) (?:in )?(?P<behind>.+?)|(?P<before>\S.*) only)\)?$"
    r"| \((?P<aside>[^()]+)\)$",
    re.IGNORECASE,
)
_TIED = re.compile(r"(?:^|[ ,(]+)(?:(?:in|from|by|at)(?: |$))?(?:the)?$", re.IGNORECASE)
_ONLY_FIRST = re.compile(
    r"(?:(?:only|just) (?:in |from )?(?:the )?(?P<name>[^,:]+)[,:]"
    rf"|(?:(?:in|from) )?(?:the )?(?P<title>[^,:]+?)(?:(?:'s)? {_STORY}(?:[,:]| [-\u2013])|:)) ",
    re.IGNORECASE,
)
_PAPER = re.compile(rf"(?i:(?:[\w-]+ ){{1,3}}{PAPERS})|(?:[A-Z][\w-]+ ){{1,3}}{ALSO_PAPERS}")
_SHORT = re.compile(rf"(?i:the (?:{PAPERS}|{ALSO_PAPERS})|{PAPERS})|{ALSO_PAPERS}")
_INITIALS = re.compile(r"[A-Z]{3,5}")
_SAID_ON = re.compile(r"(?:what|anything|something|quotes?|reactions?|who)$", re.IGNORECASE)
_ASKS_WHAT = re.compile(r"^what(?:'s| is| was)?$", re.IGNORECASE)
_HAS = re.compile(
    r"^(?:(?:what|who|anything|everything)(?:'s| (?:did|does|do|has|have|is|was))?|did|has|does)"
    r" (?:the )?(?P<name>.+?)"
    r" (?:have|got|report(?:ed)?|publish(?:ed)?|run|ran|carr(?:y|ied)|writ(?:e|ten)|print(?:ed)?"
    r"|quoted?)(?: any(?:one|body|thing))?"
    r"(?:(?= (?:about|on|from|by|regarding)\b| .+ (?:said|saying|says)\b|$)"
    r"|(?P<whom>(?:(?<=quote)|(?<=quoted))(?= \w)))",
    re.IGNORECASE,
)


def find_outlet(question: str, known: Known) -> tuple[str, str | None]:
    """Take the outlet out of a question.

    Args:
        question: With single spaces and straight quotation marks.
        known: What the archive knows of its words. Somebody who speaks in it is no outlet
            after "by" or "from".

    Returns:
        The question without it, and the publisher's name; None where it asks for none.
    """
    has, its = _HAS.match(question), _ITS.match(question)
    if has and (name := _name_of(has["name"], known)):
        asked = "anything" if has["whom"] is None else "quotes by"
        return f"{asked}{question[has.end() :]}", name
    if its and (name := outlet_called(its["name"], known)):
        return f"anything{question[its.end() :]}", name
    ways = (_find_at_place, _find_only, _find_first, _find_beside)
    found = (find(question, known) for find in ways)
    return next((each for each in found if each), (question, None))


def outlet_called(words: str, known: Known) -> str | None:
    """The outlet of this name, unless somebody who speaks in the archive is called so.

    One that the archive only names is something to speak of.
    """
    folded, name = fold(words), _name_of(words, known)
    only_named = folded in known.names and name and fold(name) not in known.outlets
    return None if folded in known.speakers or only_named else name


def _find_at_place(question: str, known: Known) -> tuple[str, str] | None:
    """Behind a word like "in"."""
    for place in _BEFORE.finditer(question):
        words = question[place.end() :].split()
        for length in range(min(len(words), _LONGEST), 0, -1):
            name = _name_at(place, " ".join(words[:length]), known)
            behind = words[length:]
            behind = behind[1:] if behind and _ITS_STORY.fullmatch(behind[0]) else behind
            if name and _is_place(question, place, words[:length], known, behind):
                before = question[: place.end("told") if place["told"] else place.start()]
                rest = [_ASKS_WHAT.sub("anything", before.strip(" ,(")), *behind]
                return " ".join(rest).strip(), name
    return None


def _name_at(place: re.Match[str], called: str, known: Known) -> str | None:
    """The outlet there; only one of the archive where it may be a body that is spoken of.

    What was told to an outlet is in others, too, and so is what comes from one that they name.
    """
    folded, short = fold(called), _short(f"{place['the'] or ''}{called}", known)
    if place["told"] or (place["source"] and folded in known.names):
        return known.outlets.get(folded) or short
    return _name(folded, known.outlets) or short or _paper(called, place, known)


def _find_only(question: str, known: Known) -> tuple[str, str] | None:
    """Just the Guardian, Guardian only: at the end, without "in"."""
    only = _ONLY.search(question)
    if only is None:
        return None
    words = (only["behind"] or only["aside"] or only["before"]).split()
    shortest = 1 if only["before"] else len(words)
    for length in range(min(len(words), _LONGEST), shortest - 1, -1):
        if name := outlet_called(" ".join(words[-length:]), known):
            rest = [question[: only.start()], *words[:-length]]
            return _TIED.sub("", " ".join(rest).strip()), name
    return None


def _find_first(question: str, known: Known) -> tuple[str, str] | None:
    """Only the Guardian: what is asked for comes behind it, or behind its name and a colon."""
    first = _ONLY_FIRST.match(question)
    name = outlet_called(first["name"] or first["title"], known) if first else None
    return (question[first.end() :], name) if first and name else None


def _find_beside(question: str, known: Known) -> tuple[str, str] | None:
    """At either end, without any word that ties it: "northern post oil"."""
    words = question.split()
    for length in range(min(len(words) - 1, _LONGEST), 0, -1):
        for name, rest, beside in (
            (words[:length], words[length:], words[length]),
            (words[-length:], words[:-length], words[-length - 1]),
        ):
            called = fold(" ".join(name))
            quoted = any('"' in word for word in name)
            tied = (length == 1 or beside.lower() in stopwords()) and name[-1][-1] not in ",:"
            if quoted or tied or called in known.speakers:
                continue
            if called in known.outlets:
                return re.sub(r"^only[:,]? ", "", " ".join(rest)), known.outlets[called]
    return None


def _is_place(
    question: str, place: re.Match[str], words: list[str], known: Known, behind: list[str]
) -> bool:
    """Whether what is called like an outlet is one here, and not a speaker or the topic."""
    if behind and behind[0].lower() not in _BEHIND and words[-1][-1] not in ",:;":
        return False
    if place["source"]:
        return fold(" ".join(words)) not in known.speakers
    before = question[: place.start()]
    return not place["on"] or not (place["the"] or _SAID_ON.search(before))


def _paper(called: str, place: re.Match[str], known: Known) -> str | None:
    """One that nobody knows, but that is called as newspapers are: in the Northern Star."""
    named = place["place"] and place["the"] and _PAPER.fullmatch(called)
    return f"The {called}" if named and fold(called) not in known.names else None


def _name_of(called: str, known: Known) -> str | None:
    return _name(fold(called), known.outlets) or _short(called, known)


def _short(called: str, known: Known) -> str | None:
    """The only one of the archive that ends so, or has these initials: in the Gazette, the HPA."""
    bare, last = THE.sub("", called.rstrip(",;:")), f" {fold(called)}"
    if _SHORT.fullmatch(called.rstrip(",;:")):
        names = {name for folded, name in known.outlets.items() if folded.endswith(last)}
    elif _INITIALS.fullmatch(bare):
        names = {name for folded, name in known.outlets.items() if _initials(folded) == bare}
    else:
        return None
    return names.pop() if len(names) == 1 else None


def _initials(folded: str) -> str:
    """Of an outlet's name, but for its article."""
    return "".join(word[0] for word in THE.sub("", folded).split()).upper()


def _name(asked: str, outlets: Mapping[str, str]) -> str | None:
    """How the archive calls it; one it does not have is told by the name it is known by."""
    if asked in outlets:
        return outlets[asked]
    known = _well_known().get(asked)
    if known is None:
        return None
    return next((outlets[name] for name in known if name in outlets), known[-1])


@cache
def _well_known() -> dict[str, tuple[str, ...]]:
    """All names of an outlet by each of them; its proper name comes last."""
    names: dict[str, tuple[str, ...]] = {}
    for line in files("bot.desk").joinpath("outlets.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            proper, *others = map(str.strip, line.split("|"))
            every = (fold(proper), *map(fold, others), proper)
            names |= dict.fromkeys([fold(other) for other in others], every)
    return names
