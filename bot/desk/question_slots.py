"""Who speaks, as a question's words give it: cleaned, and told apart from what they are."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from bot.desk import question_forms as forms
from bot.errors import QuestionError
from store.folding import fold
from store.names import Known
from store.roles import groups_of_people, match_group_of
from store.under import groups_told

ENDS = " ?!.,;:-\u2013\u2014"
NAMELESS = "anonymous sources"
"""The role of those who are not named, however a question calls them."""
SEVERAL = re.compile(r",? (?:and|&|\+|vs?\.?|versus|or) |, ", re.IGNORECASE)
"""Between several who speak."""
_PARTS = re.compile(r"[:;]|\bquotes?\b", re.IGNORECASE)
_OF = re.compile(
    r" (?:(?:close|familiar|loyal|linked|opposed) )?"
    r"(?:of|in|at|from|with|for|to|on|within|inside|near|around) "
)
_OF_IT = re.compile(rf"{_OF.pattern}(?:the |an? )?[a-z]")
"""The same before what is no name: the Bank of England has a governor, a coat of arms none."""
_ONE = re.compile(
    r"an? |any |which |(?:the )?(?=(?:anonymous|unnamed|unidentified) )", re.IGNORECASE
)
_ASKS = re.compile(r"^(?:did|does|do|has|have|is|are|was|were|can|will)\b| the ")
LONGEST_NAME = 6
_LONGEST_BODY = 4
LINKS = frozenset(
    {"of", "in", "on", "at", "by", "for", "from", "to", "with", "against", "between", "the", "over"}
    | {"and"}
)
_BETWEEN = re.compile(r"\bbetween\b", re.IGNORECASE)


def strip_marks(words: str) -> str:
    """Without marks at either end, but for the last dot of U.S."""
    bare = words.strip(ENDS)
    return f"{bare}." if re.search(r"\b\w\.\w$", bare) and f"{bare}." in words else bare


def split_speakers(words: str, known: Known) -> list[str]:
    """Each of several who speak; an "and" within a name parts nothing."""
    return split_at(SEVERAL, words, known)


def split_at(joint: re.Pattern[str], words: str, known: Known) -> list[str]:
    """The words between joints that stand in no name and no quoted phrase."""
    spans = [match.span() for match in re.finditer(r'"[^"]*"', words)]
    spans += _name_spans(words, known)
    parts, at = [], 0
    for found in joint.finditer(words):
        inside = any(start <= found.start() and found.end() <= end for start, end in spans)
        if not inside and not _BETWEEN.search(words[at : found.start()]):
            parts.append(words[at : found.start()])
            at = found.end()
    return [*parts, words[at:]]


def _name_spans(topic: str, known: Known) -> list[tuple[int, int]]:
    """Where names of several words stand in a topic."""
    words = [match.span() for match in re.finditer(r"\S+", topic)]
    return [
        (words[first][0], words[last][1])
        for first in range(len(words))
        for last in range(first + 1, min(first + 6, len(words)))
        if is_known(topic[words[first][0] : words[last][1]], known)
    ]


def is_known(name: str, known: Known) -> bool:
    """Whether the archive has it as a name."""
    return fold(name) in known.names


def clean_speaker(words: str, known: Known) -> str | None:
    """A name as the archive may have it: without title and article; None for everybody.

    A title stays where several have the name: it tells Senator from Representative Bristow.

    Raises:
        QuestionError: it is a pronoun.
    """
    words = strip_marks(words.strip(" \"'"))
    if not words or forms.EVERYBODY.fullmatch(words):
        return None
    each = [] if is_known(words, known) else split_speakers(_aside_cut(words), known)
    if len(each) > 1:
        return " and ".join(filter(None, (clean_speaker(one, known) for one in each))) or None
    if forms.PRONOUN.fullmatch(words):
        raise QuestionError(f"I cannot tell who \u201c{words}\u201d is.", "Ask with the name.")
    words = re.sub(r"^(?:the|either|both) (?=\S)|'s?$", "", _aside_cut(words), flags=re.IGNORECASE)
    words = forms.HONORIFIC.sub("", words)
    bare = words if is_known(words, known) else without_titles(words, known)
    return words if fold(bare) in known.shared else bare


def _aside_cut(words: str) -> str:
    """Without what tells more of a name behind it: "Priya Dunmore, the transport secretary"."""
    return re.sub(r", (?:the|an?) .*", "", words, flags=re.IGNORECASE)


def without_titles(words: str, known: Known) -> str:
    """The name behind what its bearer is, if the archive has it: "Detective Sergeant Woolcott"."""
    plain = words.split()
    for start in range(1, len(plain)):
        name, before = " ".join(plain[start:]), " ".join(plain[:start])
        if (is_office(name) and name.islower()) or name.lower() in forms.BODIES:
            break  # of the State Department an article may say "the department"
        if is_known(name, known) and _is_said_before(before, fold(name), known):
            return name
    return words


def _is_said_before(before: str, name: str, known: Known) -> bool:
    """Whether it tells what somebody of this name is: a title, an office, "the charity"."""
    if forms.JOINED.search(before) or before.partition(" ")[0].lower() in LINKS - {"the"}:
        return False
    last = before.rpartition(" ")[2].strip(".").lower()
    if before.endswith(("'s", "s'")):
        return name in known.people
    if name in known.bodies:
        longer = " " in name and before.istitle() and name in known.speakers
        return longer or last in forms.BODIES
    titled = forms.TITLE.sub("", f"{before} x") == "x"
    if is_known(before, known):  # "Justice" may be a department, too
        return titled and name in known.people
    if _OF.search(before):
        whole_name = " " in name and is_office(_OF.split(before, maxsplit=1)[0])
        return titled or whole_name or _is_office_of(before)
    return titled or last in person_nouns() | short_titles() | _plural_nouns()


def find_role(speaker: str, known: Known) -> str | None:
    """What those are who speak, where they are asked for as a group: "the health officials".

    None for a name, and for one person by office: "the mayor" is as good as a name.
    """
    words = strip_marks(speaker)
    parts = split_speakers(words, known)
    each = [find_role(part, known) for part in parts] if len(parts) > 1 else []
    if each and None not in each:
        return " and ".join(map(str, each))
    one = _ONE.match(words)
    group = forms.GROUP_WORDS.sub("", words[one.end() :] if one else words)
    if forms.NAMELESS.fullmatch(group):
        return NAMELESS
    if _is_no_group(words, group, known):
        return None
    first = _OF.split(group, maxsplit=1)[0].lower()
    head = first.rpartition(" ")[2]
    several = head in _plural_nouns() or first in forms.CLASSES or first in groups_of_people()
    several = several or first in groups_told() or bool(forms.CLASS_ENDING.fullmatch(first))
    single = one and (head in person_nouns() or match_group_of(first))
    return group if (several or single) and not _ASKS.search(first) else None


def _is_no_group(words: str, group: str, known: Known) -> bool:
    """Whether it is a name, everybody, or more than one part of a question."""
    if forms.EVERYBODY.fullmatch(words) or _PARTS.search(group) or forms.JOINED.search(group):
        return True
    if len(split_speakers(group, known)) > 1:
        return True
    named = is_known(words, known)
    return named and (
        fold(words) in known.people or group.lower() not in _plural_nouns() | groups_of_people()
    )


def is_somebody(words: str, known: Known) -> bool:
    """Whether they say what somebody is: "lawyers", "the chair of the committee"."""
    if find_role(words, known) is not None:
        return True
    if forms.EVERYBODY.match(words) or " " not in words or forms.JOINED.search(words):
        return False
    plain = words[:1].islower() or words[:4].lower() == "the "
    return (plain and is_office(_OF.split(words, maxsplit=1)[0])) or _is_office_of(words)


def _is_office_of(words: str) -> bool:
    """Whether it is an office behind whose it is: "US trade representative"."""
    last = words.rpartition(" ")[2]
    return words[:1].isupper() and last.islower() and is_office(last) and not _OF_IT.search(words)


def is_lone_office(words: str) -> bool:
    """Whether it is one word for who may speak: "mayor on the bridge" may be a topic, too."""
    bare = forms.THE.sub("", words)
    return bare.islower() and " " not in bare and (is_office(bare) or bare in forms.BODIES)


def may_speak(words: str) -> bool:
    """The same, or words for a body: "the fire service on the flood" may be a topic, too."""
    last = words.rpartition(" ")[2].lower()
    body = last in forms.BODIES and len(words.split()) <= _LONGEST_BODY and not _OF.search(words)
    return is_lone_office(words) or (body and not forms.JOINED.search(words))


def is_office(words: str) -> bool:
    """Whether they end with what somebody is: "artistic director", "mayor"."""
    return re.split("[ -]", words)[-1].lower() in person_nouns()


@cache
def _plural_nouns() -> frozenset[str]:
    """What groups of people are called: the nouns of the analysis, and some that mean a class."""
    return frozenset(map(_plural, person_nouns())) | forms.CLASSES


@cache
def person_nouns() -> frozenset[str]:
    """What one of them is called."""
    lines = files("bot").joinpath("language/data/person_nouns.txt").read_text("utf-8").splitlines()
    return frozenset(line.split()[0] for line in lines if line and not line.startswith("#"))


@cache
def short_titles() -> frozenset[str]:
    """What is written short before a name: "St.", "Prof"."""
    lines = files("bot").joinpath("language/data/short_titles.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip().rstrip(".") for line in lines if not line.startswith("#"))


def _plural(noun: str) -> str:
    if noun.endswith("wife"):
        return f"{noun[:-2]}ves"
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "sh", "ch", "x")) else f"{noun}s"
