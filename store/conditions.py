"""What must hold of a statement besides its topic: who sees it, who said it, where, when, how.

Some of it is asked of the full-text index, together with the topic; the rest of each row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from sqlite_utils import Database

from store.audience import audience_values, visible_article
from store.database import to_json
from store.days import first_id, last_id
from store.folding import fold
from store.gazetteer import find_owner, name_state
from store.holders import find_known
from store.kept import keep
from store.kinds import find_of_kind
from store.labels import label_speakers, labelled, outlet_label
from store.lists import read_list, read_words
from store.local_offices import find_local
from store.moments import to_text
from store.officials import find_officials
from store.one_of import find_ones, with_ones
from store.outlets import find_outlets
from store.records import Audience, Reading
from store.roles import is_nameless, match_role, private_posts, role_groups
from store.speakers import find_saying
from store.told import find_told
from store.unnamed_bodies import find_of_unnamed
from store.verbs import verb_condition
from store.voices import NOBODY, Voices, add_voices, find_voices

Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Conditions:
    """What must hold of a statement: of its row, called `a`, and of what the index knows."""

    rows: tuple[str, ...] = ()
    """SQL conditions."""
    speakers: tuple[str, ...] = ()
    """Full-text queries for who speaks, each of which must find it."""
    cues: tuple[str, ...] = ()
    """Full-text queries for how it was said."""
    outlets: tuple[int, ...] | None = None
    """In which outlets; None: in any."""
    values: Values = field(default_factory=dict)
    ids: tuple[int, int] | None = None
    """The numbers that statements of the wanted days can have, the last included."""
    voices: Voices = NOBODY
    """Who was asked for as the speaker."""

    @property
    def matches(self) -> tuple[str, ...]:
        """What is asked of the full-text index; an empty one finds nothing."""
        matches = (*self.speakers, *self.cues)
        if self.outlets is None:
            return matches
        return (*matches, labelled(map(outlet_label, self.outlets)) if self.outlets else "")


def find_conditions(
    db: Database, query: Reading, audience: Audience, zone: tzinfo = UTC
) -> Conditions:
    """What a question asks besides its topics.

    Days are the asker's, in `zone`; where an article says the day, that day counts.
    """
    rows, values = ["a.shown = 1"], audience_values(audience)
    if audience.team is not None:
        rows.append(visible_article(audience, "a.article_id"))
    if query.kind is not None:
        rows.append("a.kind = :kind")
        values["kind"] = query.kind
    if query.article_id is not None:
        rows.append("a.article_id = :article")
        values["article"] = query.article_id
    rows += _days(query, zone, values)
    if query.not_by is not None:
        rows.append(_OTHERS)
        values["left_out"] = _find_left_out(db, query.not_by, audience)
    cues: tuple[str, ...] = ()
    if query.verb is not None:
        cue, said_so, pattern = verb_condition(query.verb)
        cues, values = (cue,), {**values, **pattern}
        rows.append(said_so)
    voices = _find_speaker(db, query, audience)
    speakers = [] if query.speaker is None or voices.many else [voices.match]
    if voices.many:
        rows.append("a.speaker_id IN (SELECT value FROM json_each(:speakers))")
        values["speakers"] = to_json(sorted(voices.ids))
    if voices.people is not None:
        officers = ", ".join(map(str, voices.officers)) or "(NULL, NULL)"
        rows.append(_SPEAKS_FOR.format(own=id_list(voices.ids), officers=officers))
        values["people"] = voices.people
    if query.role is not None:
        speakers.append(_find_role(db, query, audience, rows, values))
    outlets = None if query.outlet is None else tuple(find_outlets(db, query.outlet))
    return Conditions(tuple(rows), tuple(speakers), cues, outlets, values, _ids(db, query), voices)


def _find_speaker(db: Database, query: Reading, audience: Audience) -> Voices:
    """Who is called as the question does, or is what it says: "the regulator"."""
    if query.speaker is None:
        return NOBODY
    voices = find_voices(db, query.speaker, audience)
    local = find_local(db, query.speaker, audience)
    told = local | _find_told(db, query.speaker, query.topic, audience)
    ones = frozenset[int]()
    if voices.people is not None and not voices.many:
        ones = find_ones(db, voices.match, _ids(db, query), voices.people)
    return add_voices(voices, told | ones)


def _find_told(db: Database, asked: str, topic: str | None, audience: Audience) -> frozenset[int]:
    """Who is what was asked for, where only the articles' text tells."""
    told = find_told(db, asked, topic, audience) | find_of_unnamed(db, asked, topic, audience)
    return told | find_of_kind(db, asked, topic, audience)


def _find_role(
    db: Database, query: Reading, audience: Audience, rows: list[str], values: Values
) -> str:
    """A full-text query for those who are that; of officials also what must hold of a row."""
    role = str(query.role)
    group = match_role(role)
    match = with_ones(db, group, _ids(db, query))
    told = _find_told(db, role, query.topic, audience)
    if group and not is_nameless(role):
        key = ("known", group, audience)
        told |= keep(db, key, lambda: find_known(db, group, audience))
    told |= _find_of_state(db, role, audience)
    match = " OR ".join(filter(None, (match, label_speakers(told))))
    private = private_posts(role)
    if not private:
        return match
    rows.append(f"NOT written(:private, {_WHO})")
    values["private"] = private
    if query.topic is None or role.lower() not in read_words("offices", "all_officials"):
        return match
    public, of_firms = find_officials(db, query.topic, audience)
    if of_firms:
        pairs = ", ".join(map(str, of_firms))
        rows.append(f"(a.speaker_id, a.article_id) NOT IN (VALUES {pairs})")
    return f"({match}) OR {label_speakers(public)}" if public else match


def _find_of_state(db: Database, role: str, audience: Audience) -> frozenset[int]:
    """Those of a group who are a state's only by what articles tell: of "Russian diplomats"."""
    code, length = find_owner(tuple(fold(role).split())) or ("", 0)
    name = name_state(code) if code else ""
    group = match_role(" ".join(fold(role).split()[length:])) if name else ""
    if not group:
        return frozenset()
    state = find_voices(db, name, audience)
    return find_saying(db, group, {person for person, _ in state.officers}, audience)


# Of what is no statement but a claim, too: hence by who speaks, and not by its number.
_OTHERS = """(a.speaker_id IS NULL OR a.speaker_id NOT IN (
  SELECT speaker_id FROM attributions WHERE speaker_id IS NOT NULL
    AND id IN (SELECT rowid FROM attributions_fts WHERE attributions_fts MATCH :left_out)
))"""


def _find_left_out(db: Database, called: str, audience: Audience) -> str:
    """A full-text query for what those say who are called so, or are of such a group."""
    if called.lower() in role_groups():
        return match_role(called)
    return find_voices(db, called, audience).match or '""'


# An organisation's own statements, and those of who has it in the role that the article gives,
# or an office in an article on it.
_WHO = "iif(a.speaker_kind != 'person', a.speaker_name, coalesce(a.speaker_role, ''))"
_NOT_ITS_OWN = "|".join(read_list("framed")["not_its_own"])
_OWNER = """CASE a.speaker_kind WHEN 'organisation' THEN substr(
  a.speaker_name, 1, max(instr(a.speaker_name, '''s '), instr(a.speaker_name, '’s ')) - 1
) || ' ' ELSE '' END"""
"""Whose a body is by its name: "Iran's Revolutionary Guards"."""
_ROLE = f"""CASE WHEN a.speaker_kind != 'person'
  AND written('(?i)[’'']s (?!central)(?:[\\w-]+ )*(?:{_NOT_ITS_OWN})$', a.speaker_name) THEN ''
WHEN a.speaker_kind = 'anonymous' THEN a.speaker_name
ELSE ltrim({_OWNER} || coalesce(a.speaker_role, '')) END"""
"""But for Iran's opposition."""
_SPEAKS_FOR = f"""(coalesce(a.speaker_id IN ({{own}}), 0) OR written(:people, {_ROLE})
OR (a.speaker_id, a.article_id) IN (VALUES {{officers}}))"""


def id_list(ids: Iterable[int]) -> str:
    """Ids as they stand in an SQL list."""
    return ", ".join(map(str, ids))


def _ids(db: Database, query: Reading) -> tuple[int, int] | None:
    """With a day more at either end: a zone's day begins or ends on another one in UTC.

    A statement whose day was corrected keeps its number, which the range has to hold, too.
    """
    if query.article_id is not None:
        sql = "SELECT min(id), max(id) FROM attributions WHERE article_id = ?"
        first, last = db.execute(sql, [query.article_id]).fetchone()
        return first or 0, last or 0
    if query.since is None and query.until is None:
        return None
    since = max(query.since or date.min, date.min + _DAY) - _DAY
    until = min(query.until or date.max, date.max - _DAY) + _DAY
    days = [since.isoformat(), f"{until.isoformat()}T99"]
    ids = [each for (each,) in db.execute(_CORRECTED, days)]
    return min([first_id(since), *ids]), max([last_id(db, until), *ids])


_DAY = timedelta(days=1)
_CORRECTED = (
    "SELECT id FROM attributions INDEXED BY attributions_corrected"
    " WHERE machine IS NOT NULL AND dated BETWEEN ? AND ?"
)


def _days(query: Reading, zone: tzinfo, values: Values) -> list[str]:
    """From the first of the days, to the last: what an article says holds in every zone."""
    conditions = []
    if query.since is not None:
        values |= {"since": query.since.isoformat(), "since_moment": _midnight(query.since, zone)}
        conditions.append("iif(a.said_on IS NULL, a.dated >= :since_moment, a.said_on >= :since)")
    if query.until is not None and query.until < date.max:
        after = query.until + timedelta(days=1)
        values |= {"until": after.isoformat(), "until_moment": _midnight(after, zone)}
        conditions.append("iif(a.said_on IS NULL, a.dated < :until_moment, a.said_on < :until)")
    return conditions


def _midnight(day: date, zone: tzinfo) -> str:
    try:
        return to_text(datetime.combine(day, time(), zone))
    except OverflowError:  # the first day that there is
        return day.isoformat()
