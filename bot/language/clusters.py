"""Clusters the names of a text: which of them name the same person, body or place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.language.known_names import is_given_name
from bot.language.names import Mention
from bot.language.wordlists import read_table
from store.records import EntityKind

Words = tuple[str, ...]


@dataclass
class Cluster:
    """The mentions of one entity; grows while a text is read."""

    kind: EntityKind
    mentions: list[Mention] = field(default_factory=list)
    keys: set[Words] = field(default_factory=set)
    """The full forms that other mentions may be short for."""

    lent: str = ""
    """A full name that stands only within the name of something else."""
    last_bare: int = -1_000_000
    """Token of the last bare surname that was taken for this person."""
    times_bare: int = 0
    """How many were."""

    def add(self, mention: Mention) -> None:
        """Count one more mention."""
        self.mentions.append(mention)

    @property
    def name(self) -> str:
        """The fullest form of the name: with middle names and initials, without epithets."""
        if self.lent:
            return self.lent
        full = [m for m in self.mentions if count_whole(m.words) > 1]
        full = [m for m in full if not m.headline] or full
        full = [m for m in full if not m.text.isupper()] or full
        counts = Counter(m.text for m in full or self.mentions)
        if self.kind != "person":
            counts = Counter(m.text for m in self.mentions)
            best = max(counts, key=lambda text: (" " in text, counts[text], len(text)))
            whole = [text for text in counts if text.startswith(f"{best} ")]
            return max(whole or [best], key=len)
        words = {m.text: m.words for m in full or self.mentions}
        whole = [text for text in counts if not _is_part(text, words, counts)]
        best = max(whole or counts, key=lambda text: (counts[text], len(text)))
        fuller = [text for text in counts if _is_fuller(words[text], words[best])]
        return max(fuller or [best], key=len)


def _is_fuller(longer: Words, name: Words) -> bool:
    """Whether a form tells more of the middle of a name: "Jane Q. Roe" than "Jane Roe"."""
    if len(longer) <= len(name) or longer[-1] != name[-1] or len(name) == 1:
        return False
    nicknames = read_table("nicknames")
    first, other = longer[0], name[0]
    known = other in nicknames.get(first, "").split() or first in nicknames.get(other, "").split()
    return first == other or known


def count_whole(words: Words) -> int:
    """How many words of a name are no initials."""
    return sum(len(word.rstrip(".")) > 1 for word in words)


def order_clusters(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Clusters with their mentions in the order of the text."""
    named = [cluster for cluster in clusters if cluster.mentions]
    for cluster in named:
        cluster.mentions.sort(key=lambda m: m.start)
    return sorted(named, key=lambda c: c.mentions[0].start)


def _is_part(text: str, words: Mapping[str, Words], counts: Mapping[str, int]) -> bool:
    """Whether a longer form begins or ends with this one, and is no epithet and name."""
    part = words[text]
    return any(
        len(longer) > len(part)
        and part in (longer[-len(part) :], longer[: len(part)])
        and not (_is_epithet(longer, part) and counts[other] * 2 <= counts[text])
        for other, longer in words.items()
    )


def _is_epithet(longer: Words, part: Words) -> bool:
    """Whether what comes before a full name is no part of it: "Crooked Jane Roe"."""
    return len(part) > 1 and is_given_name(part[0]) and not is_given_name(longer[0])


def leave_out(mentions: Sequence[Mention], clusters: Iterable[Cluster]) -> list[Mention]:
    """The mentions that are in none of the clusters."""
    taken = {id(mention) for cluster in clusters for mention in cluster.mentions}
    return [mention for mention in mentions if id(mention) not in taken]
