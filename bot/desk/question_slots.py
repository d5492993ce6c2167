"""Who speaks and what of, as a question's words give it: cleaned, and told apart."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from bot.desk import question_forms as forms
from bot.errors import QuestionError
from store.folding import fold
from store.names import Known, without_and
from store.roles import groups_of_people, match_group_of
from store.words import stopwords

ENDS = " ?!.,;:-\u2013\u2014"
NAMELESS = "anonymous sources"
"""The role of those who are not named, however a question calls them."""
_JOINT = re.compile(r",? (?:and|&|\+|plus|as well as) |, ", re.IGNORECASE)
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
_HIM = re.compile(
    r"^(?:it|him|her|them|this|that|he|she|they)(?: (?:as|was|is|were|are))?(?: (?=[\"\w])|$)",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"^(?:what|anything|something|so|that)$")
_BEFORE = re.compile(r"^(?:the|an?|any|both|his|her|its|their) (?=\S)", re.IGNORECASE)
_MATTER = re.compile(rf"^{forms.MATTERS} (?:the |an? )?(?=\S)", re.IGNORECASE)
_AGAIN = re.compile(r"^(?:about|on|over|regarding|re) (?=\S)", re.IGNORECASE)
"""Said once more before a further topic: "on Malawi and on the talks"."""
_LONGEST_NAME = 6
_LONGEST_BODY = 4
_LINKS = frozenset(
    {"of", "in", "on", "at", "by", "for", "from", "to", "with", "against", "between", "the", "over"}
    | {"and"}
)
_BETWEEN = re.compile(r"\bbetween\b", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:how|why|what|whether|when|where|who|if) ", re.IGNORECASE)
_BEHIND = (_LINKS - {"the", "and"}) | {"after", "before", "during", "since", "until", "under", "as"}
"""What may follow a name that a longer topic has."""


def strip_marks(words: str) -> str:
    """Without marks at either end, but for the last dot of U.S."""
    bare = words.strip(ENDS)
    return f"{bare}." if re.search(r"\b\w\.\w$", bare) and f"{bare}." in words else bare


def clean_topic(words: str) -> str | None:
    """The plain words; quotation marks stay where they hold several words together."""
    if not fold(words):
        return None
    words = strip_marks(re.sub(r'"([^" ]*)"', r"\1", words))
    words = _MATTER.sub("", _BEFORE.sub("", words))
    bare = _BEFORE.sub("", _HIM.sub("", _NOTHING.sub("", words)))
    return bare or (None if words.islower() else words) or None


def split_topics(topic: str, known: Known) -> list[str]:
    """The topics of "X and Y"; an "and" within a name or a quoted phrase parts nothing."""
    parts = _split(topic, _JOINT, known)
    parts[1:] = [_AGAIN.sub("", part) for part in parts[1:]]
    cleaned = [clean for part in parts if (clean := clean_topic(part))]
    return [each for part in cleaned for each in _part_names(part, known)]


def split_speakers(words: str, known: Known) -> list[str]:
    """Each of several who speak; an "and" within a name parts nothing."""
    return _split(words, SEVERAL, known)


def _split(words: str, joint: re.Pattern[str], known: Known) -> list[str]:
    spans = [match.span() for match in re.finditer(r'"[^"]*"', words)]
    spans += _name_spans(words, known)
    parts, at = [], 0
    for found in joint.finditer(words):
        inside = any(start <= found.start() and found.end() <= end for start, end in spans)
        if not inside and not _BETWEEN.search(words[at : found.start()]):
            parts.append(words[at : found.start()])
            at = found.end()
    return [*parts, words[at:]]


def _part_names(topic: str, known: Known) -> list[str]:
    """A topic and the name in it as two: "truce in Teveria" speaks of a truce, and of Teveria."""
    if '"' in topic or is_known(topic, known) or _CLAUSE.match(topic):
        return [topic]
    words = topic.split()
    for length in range(min(len(words) - 1, _LONGEST_NAME), 0, -1):
        for first in range(len(words) - length + 1):
            name = " ".join(words[first : first + length])
            before, behind = words[:first], words[first + length :]
            rest = _without_links(before, behind)
            tied = _is_tied(name, before, behind) and is_known(name, known)
            if tied and not _says_nothing(rest):
                return [*_part_names(rest, known), re.sub(r"'s?$", "", name)]
    return [topic]


def _says_nothing(words: str) -> bool:
    """Whether they are no topic: "what he said"."""
    return all(word in stopwords() for word in fold(words).split())


def _is_tied(name: str, before: list[str], behind: list[str]) -> bool:
    """Whether "of", "in" or the like tie it to its topic, or it owns it: not "Wagner Group".

    Nor what stands before the noun that it says more of: "closure of the Drovenia branches";
    nor a part of a longer name: "St. Brendan's".
    """
    if before and _is_named_on(before[-1]):
        return False
    beside = {word.lower() for word in (*before[-1:], *behind[:1])}
    whole = name[0].isupper() and not name.endswith(" and")
    owns = name.endswith(("'s", "s'"))
    if before and behind and not owns and behind[0].lower() not in _BEHIND:
        return False
    return whole and (owns or bool(beside & _LINKS))


def _is_named_on(word: str) -> bool:
    """Whether a name begins with it, and not only behind it: no title, and no possessive."""
    plain = word.strip(".").lower()
    titles = person_nouns() | _short_titles() - {"st"}
    return word[:1].isupper() and not word.endswith(("'s", "s'", ",")) and plain not in titles


def _without_links(before: list[str], behind: list[str]) -> str:
    """The words beside a name, without what ties them to it: "of", "Mayor"."""
    if before and before[-1].lower() in person_nouns():
        before = before[:-1]
    while before and before[-1].lower() in _LINKS:
        before = before[:-1]
    while behind and behind[0].lower() in _LINKS:
        behind = behind[1:]
    return " ".join([*before, *behind])


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
    """Whether the archive has it as a name, however its "and" is written."""
    folded = fold(name)
    return folded in known.names or " ".join(without_and(folded.split())) in known.names


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
        if is_office(name) and name.islower():
            break
        if is_known(name, known) and _is_said_before(before, fold(name), known):
            return name
    return words


def _is_said_before(before: str, name: str, known: Known) -> bool:
    """Whether it tells what somebody of this name is: a title, an office, "the charity"."""
    if forms.JOINED.search(before):
        return False
    last = before.rpartition(" ")[2].strip(".").lower()
    if before.endswith(("'s", "s'")):
        return name in known.people
    if name in known.bodies:
        longer = " " in name and before.istitle() and name in known.speakers
        return longer or last in forms.BODIES
    if is_known(before, known):
        return False
    titled = forms.TITLE.sub("", f"{before} x") == "x"
    return titled or last in person_nouns() | _short_titles() | _plural_nouns()


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
    several = several or bool(forms.CLASS_ENDING.fullmatch(first))
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
        fold(words) in known.people or group not in _plural_nouns() | groups_of_people()
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
def _short_titles() -> frozenset[str]:
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
