"""What the resolvers of sources hand to each other."""

from __future__ import annotations

from dataclasses import dataclass

from bot.language.cast import Member
from store.records import Speaker, SpeakerKind


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
