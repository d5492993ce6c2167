"""What the resolvers of sources hand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.cast import Member
from store.records import Speaker, SpeakerKind

SURE = 0.53
"""Below this confidence a speaker is shown as unclear."""


@dataclass(frozen=True, slots=True)
class Guess:
    """Who is meant, and how sure that is (0 to 1)."""

    speaker: Speaker
    confidence: float
    member: Member | None = None
    """The member of the cast, where it is one."""


def to_speaker(member: Member) -> Speaker:
    """A member of the cast as a speaker."""
    entity = member.entity
    kind: SpeakerKind = "person" if member.is_person else "organisation"
    return Speaker(entity.name, entity.role, "anonymous" if member.unnamed else kind)


def guess_named(members: Sequence[Member]) -> Guess:
    """Whoever a source names: one person or body, or several together."""
    if len(members) == 1:
        return Guess(to_speaker(members[0]), 0.97, members[0])
    *names, last = (member.entity.name for member in members)
    kind = to_speaker(members[0]).kind
    return Guess(Speaker(f"{', '.join(names)} and {last}", kind=kind), 0.9, members[0])
