"""A question that goes on from the one before it: "only direct quotes", "what about Cleverly?"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from bot.desk.leaving_out import WITHOUT, find_dropped
from bot.desk.other_times import drop_event, move_time, part_move
from bot.desk.outlets import outlet_called
from bot.desk.question_forms import EVERYBODY, FOLLOW_UP, PRONOUN, THE
from bot.desk.question_slots import (
    clean_speaker,
    find_role,
    is_known,
    is_lone_office,
    is_office,
    is_somebody,
    may_speak,
)
from bot.desk.question_topics import clean_topic, split_topics
from bot.desk.questions import fill_slots, find_slots, take_limits
from bot.desk.referring import is_owned_speaker, name_one, name_owner, speaks_for_them, turn_round
from bot.desk.set_follow_ups import asks_in_set_words, change_whole
from bot.desk.straightening import straighten
from store.folding import fold
from store.gazetteer import find_capital, find_owner, find_people, find_seat, find_state
from store.lists import read_words
from store.names import Known
from store.records import Kind, Reading
from store.state_offices import is_state_office

_LEAD = re.compile(
    r"^(?:(?:and|but|ok|okay|so|also|then|now|actually|rather|try|say(?=,)|no|sorry"
    r"|(?:only|just)(?! quotes$)|i meant?"
    r"|(?:what|how) about|go (?:even )?(?:further )?back(?! to)(?: further)?"
    r"|do(?= (?!(?:you|we|they|any)\b)\w)"
    r"|(?:(?:can|could) (?:i|we) (?:see|have|get) )?(?:it|that|this|(?:the )?same)"
    r"(?: (?:thing|question))?(?: but)? (?:only |just )?(?:(?:for|with|in)\b|(?=from\b))"
    r"|(?:the )?same(?: (?:thing|question|search|one))?(?: again)?(?: but\b|,|:|$|(?= without))"
    r"|(?:narrow|limit|restrict|cut|trim|reduce|keep)(?: it| that| this| them)?(?: down)? to"
    r"|(?:change|switch|swap)(?: it| that| this)? (?:to|for)"
    r"|filter (?:by|for)|with|make (?:it|that))\b[,: ]*)+",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:(?:and|show|give|see|any|some|the|me|us|ok|yes|please|load|a few) )*"
    r"(?:more|next|next (?:page|ones?|ten|10)|rest|continue|go on|keep going|carry on)"
    r"(?: (?:of (?:them|those|these)|results|quotes|statements|please|then))*[ .!?]*",
    re.IGNORECASE,
)
_ONLY = re.compile(r",? (?:only|too|as well|instead)$", re.IGNORECASE)
_ANYTHING = re.compile(
    r"(?:did|has|have|does) .+ (?:anything|something|comment(?:ed)?|respond(?:ed)?|react(?:ed)?)$"
    r"|what (?:did|has|have|do|does) .+ (?:say|said)$"
    r"|what(?:'s| is| are| was| were| has| have) .+ (?:been )?saying$"
    r"|(?:what (?:did|do|does) .+ (?:think|make of (?:it|that|this))"
    r"|how (?:did|has|have|do|does|is|are) .+ (?:react(?:ed|ing)?|respond(?:ed|ing)?))$",
    re.IGNORECASE,
)
"""Whether somebody said anything at all is asked of what the thread is about."""
_FILLERS = re.compile(
    r"\b(?:only|just|any|anything|the|those|these|them|ones?|please|show|me|quotes?"
    r"|(?<!the )(?-i:us)|statements?|as well|too|from it|words|speech)\b",
    re.IGNORECASE,
)
_BACK_TO = re.compile(r"^(?:go|going|reach|stretch(?:ing)?) back (?:to|until|till) ", re.IGNORECASE)
_ABOUT = re.compile(r"(?:what |anything )?(?:about|on|re:?|regarding) (?P<topic>.+)", re.IGNORECASE)
_BY = re.compile(
    r"(?:(?:who|any(?:one|body|thing)?|some(?:one|body)?|more|those|ones?|else) )*"
    r"(?:by|from) (?P<name>.+?)(?: (?:on|about|regarding) (?P<topic>.+))?",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"(?:and )?(?:who (?:has |have |else )*(?:said|says|mentioned|talked)\b"
    r"|what (?:did|has|have|does) .+ (?:say|said)\b)",
    re.IGNORECASE,
)
_ELSE = re.compile(r"\b(?:else|more)\b", re.IGNORECASE)
_SHORT = 6
"""Words of a question that says nothing but "indirect ones only"."""


def asks_for_more(question: str) -> bool:
    """Whether it asks for the next page."""
    return bool(_MORE.fullmatch(straighten(question)))


def refine(before: Reading, question: str, now: datetime, known: Known) -> Reading | None:
    """The question before it, changed as this one asks; None if this is one of its own.

    Args:
        before: How the last question of the thread was read.
        question: As asked.
        now: When, in the asker's time zone.
        known: What the archive knows of its words.

    Raises:
        QuestionError: it refers to what the question before did not have.
    """
    words = straighten(question)
    lead = _LEAD.match(words)
    told = words[lead.end() :] if lead else words
    rest, move = part_move(name_one(before, name_owner(before, told, known), known))
    if changed := move_time(before, words) or change_whole(before, rest, known):
        return changed
    before = (move_time(before, move) if move else None) or before
    led = lead is not None or bool(move or _ONLY.search(words) or _ANYTHING.match(words))
    return _narrow(before, rest, now, known, led=led or not told.endswith(rest))


def _narrow(
    before: Reading, words: str, now: datetime, known: Known, *, led: bool
) -> Reading | None:
    """The question before with other limits, or with another part."""
    rest, limits = take_limits(_BACK_TO.sub("since ", FOLLOW_UP.sub("", words)), now, known)
    kind, rest = _short_kind(rest) if limits.kind is None else (limits.kind, rest)
    limits = replace(limits, kind=kind)
    limited = _limit(before, limits)
    asked = drop_event(rest) if before.topic else rest
    left = " ".join(_FILLERS.sub(" ", asked).split()).strip(" ,")
    if left in ("", "'s"):
        return limited if limits != Reading() or asked != rest else None
    rest, led = asked, led or asked != rest
    if left_out := find_dropped(left, known):
        return replace(limited, not_by=left_out)
    if outlet := outlet_called(left, known):
        return replace(limited, outlet=outlet)
    changed = change_whole(limited, rest, known) or _change_part(limited, rest, known, led=led)
    return changed if _ELSE.search(words) else turn_round(before, changed, rest, known)


def is_plain(question: str, now: datetime, known: Known) -> bool:
    """Whether this surely goes on from a question before it, also where nobody is addressed.

    Such are limits alone ("since Monday?"), what set words ask for ("and before that?"), names
    that the archive has ("what about Cleverly?"), and whole questions about who said what.
    """
    words = straighten(question)
    if _WHOLE.match(words):
        return True
    lead = _LEAD.match(words)
    rest = words[lead.end() :] if lead else words
    if len(words.split()) > _SHORT or not (lead or question.rstrip().endswith("?")):
        return False
    if asks_in_set_words(rest) or not drop_event(rest) or speaks_for_them(rest, known):
        return True
    left, limits = take_limits(rest, now, known)
    limited = limits != Reading() or _short_kind(left)[0] is not None
    office = left.lower().startswith("the ") and _is_somebody(left, known)
    names = is_known(left, known) or find_role(left, known) or office
    return bool(names) or (limited and not _FILLERS.sub("", _short_kind(left)[1]).strip(" ,"))


def _short_kind(words: str) -> tuple[Kind | None, str]:
    if len(words.split()) > _SHORT:
        return None, words
    kinds: tuple[tuple[str, Kind], ...] = (
        (rf"{WITHOUT} (?:indirect|paraphrase[sd]?|reported)\b", "direct"),
        (r"\b(?:indirect|paraphrase[sd]?|reported)\b", "indirect"),
        (r"\b(?:direct|verbatim|exact|literal|word for word)\b", "direct"),
    )
    for pattern, kind in kinds:
        if re.search(pattern, words, re.IGNORECASE):
            return kind, re.sub(pattern, "", words, flags=re.IGNORECASE).strip()
    return None, words


def _limit(before: Reading, limits: Reading) -> Reading:
    """The question before, with the new limits in place of those it had."""
    dated = limits if limits.since or limits.until else before
    return replace(
        before,
        since=dated.since,
        until=dated.until,
        kind=limits.kind or before.kind,
        outlet=limits.outlet or before.outlet,
        not_by=limits.not_by or before.not_by,
    )


def _change_part(limited: Reading, words: str, known: Known, *, led: bool) -> Reading | None:
    if about := _ABOUT.fullmatch(words):
        return _with_topic(limited, about["topic"], known)
    if by := _BY.fullmatch(words):
        asked = _with_speaker(limited, by["name"], known)
        return _with_topic(asked, by["topic"], known) if by["topic"] else asked
    bare = " ".join(_FILLERS.sub(" ", words).split())
    if find_role(bare, known) or is_owned_speaker(bare, known):
        return _with_speaker(limited, bare, known)
    the_body = bool(THE.match(words)) and is_lone_office(words)
    if is_known(words, known) or find_role(words, known) or the_body:
        return _with_name(limited, words, known)
    slots = find_slots(words, known)
    if slots.get("speaker") or slots.get("verb") or len(slots) > 1:
        return _go_on(limited, slots, known, led=led)
    return _with_name(limited, words, known) if led else None


def _go_on(
    limited: Reading, slots: dict[str, str | None], known: Known, *, led: bool
) -> Reading | None:
    """A whole question with "he" or "it" in it, or one that "and" begins."""
    who, what = slots.get("speaker") or "", slots.get("topic") or ""
    he, it = bool(PRONOUN.fullmatch(who)), bool(PRONOUN.fullmatch(what))
    if not (he or it or led):
        return None
    if he and not (limited.speaker or limited.role):
        limited = _with_topic_speaking(limited, known)
        if limited.speaker is None:
            return None
    asked = fill_slots(
        limited, {**slots, "speaker": None if he else who, "topic": None if it else what}, known
    )
    same_who = he or not (asked.speaker or asked.role or EVERYBODY.fullmatch(who))
    if same_who:
        asked = replace(asked, speaker=limited.speaker, role=limited.role)
    if it or not asked.topic:
        asked = replace(asked, topic=limited.topic, and_about=limited.and_about)
    return _without_themselves(asked)


def _with_topic_speaking(limited: Reading, known: Known) -> Reading:
    """Whoever was asked about is the one to speak: "who said what about Roe", "what did he say"."""
    if fold(limited.topic or "") not in known.names or limited.and_about:
        return limited
    return replace(limited, speaker=limited.topic, topic=None)


def _without_themselves(asked: Reading) -> Reading:
    """Without the topic if that is who speaks: what they say themselves is on other things."""
    themselves = bool(asked.topic) and fold(asked.topic or "") == fold(asked.speaker or "")
    return replace(asked, topic=None) if themselves else asked


def _with_name(limited: Reading, words: str, known: Known) -> Reading:
    """Whoever speaks in the archive is the new speaker; anything else the new topic."""
    name = clean_speaker(words, known) or words
    speaks = fold(name) in known.speakers or find_role(words, known) or is_lone_office(name)
    if (
        speaks
        or _is_somebody(words, known)
        or (limited.speaker and _speaks_next(limited, name, known))
    ):
        return _with_speaker(limited, words, known)
    return _with_topic(limited, words, known)


def _is_somebody(words: str, known: Known) -> bool:
    """Whether it is an office, "the prime minister", or a seat of power that is no town."""
    seat = find_seat(THE.sub("", words)) and not find_capital(THE.sub("", words))
    return bool(seat) or is_somebody(words, known)


def _speaks_next(limited: Reading, name: str, known: Known) -> bool:
    """Whether it is somebody to speak in place of the one asked for, of whom less is known.

    So is a place after a place or its envoy, "and Moscow?", a body of which there is no other
    topic, "the police union", and whoever has the surname of one who speaks.
    """
    if fold(name) in known.bodies and not limited.topic:
        return True
    capitalised = all(word[:1].isupper() for word in name.split())
    surname = capitalised and fold(name.rpartition(" ")[2]) in known.people & known.speakers
    places = _is_place(name, known) and _speaks_for_place(limited.speaker or "", known)
    return surname or places or may_speak(name)


def _speaks_for_place(speaker: str, known: Known) -> bool:
    """Whether a place was asked for, or an office of a state: "the US ambassador"."""
    owned = find_owner(tuple(fold(speaker).split())) is not None
    public = speaker.lower() in read_words("offices", "public_words") or is_state_office(speaker)
    return _is_place(speaker, known) or ((owned or public) and is_office(speaker))


def _is_place(name: str, known: Known) -> bool:
    state = find_state(name) or find_capital(name) or find_seat(name) or find_people(name)
    return fold(name) not in known.people and (fold(name) in known.places or state is not None)


def _with_speaker(limited: Reading, words: str, known: Known) -> Reading:
    if PRONOUN.fullmatch(words) and (limited.speaker or limited.role):
        return replace(limited, topic=None, and_about=(), verb=None)
    role = find_role(words, known)
    speaker = None if role else clean_speaker(words, known)
    return _without_themselves(replace(limited, speaker=speaker, role=role, not_by=None))


def _with_topic(limited: Reading, words: str, known: Known) -> Reading:
    topics = split_topics(words, known) or [clean_topic(words) or words]
    return replace(limited, topic=topics[0], and_about=tuple(topics[1:]), verb=None)
