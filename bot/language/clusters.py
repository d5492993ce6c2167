"""Clusters the names of a text: which of them name the same person or body.

Full names come first, then what is shortened: bare surnames, given names, parts of a body's
name, acronyms, and misspellings of a name that stands rightly elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from bot.language.names import Mention, is_given_name, places
from bot.language.wordlists import read_table, read_words
from store.records import EntityKind

Words = tuple[str, ...]
_NEAR = 40
"""Tokens: a full name this near before a bare surname is who it means."""
_LONG_NAME = 6
"""Letters: from here on two letters may differ in a misspelling, below it one."""
_SHORTEST = 5
"""Letters of a name that may be misspelt."""
_SHORTEST_ACRONYM = 3


@dataclass
class Cluster:
    """The mentions of one entity; grows while a text is read."""

    kind: EntityKind
    mentions: list[Mention] = field(default_factory=list)
    keys: set[Words] = field(default_factory=set)
    """The full forms that other mentions may be short for."""

    def add(self, mention: Mention) -> None:
        """Count one more mention."""
        self.mentions.append(mention)

    @property
    def name(self) -> str:
        """The best full form: a common one that is not a part of a longer one."""
        plain = [m for m in self.mentions if not m.headline] or self.mentions
        counts = Counter(m.text for m in plain)
        if self.kind != "person":
            return max(counts, key=lambda text: (" " in text, counts[text], len(text)))
        words = {m.text: m.words for m in plain}
        whole = [text for text in counts if not _is_part(words[text], words.values())]
        return max(whole, key=lambda text: (counts[text], len(text)))


def cluster_mentions(mentions: Sequence[Mention]) -> list[Cluster]:
    """Group mentions by who or what they name, in the order of their first mention."""
    people = _cluster_people(mentions)
    taken = {id(m) for cluster in people for m in cluster.mentions}
    rest = [m for m in mentions if id(m) not in taken]
    clusters = people + _cluster_bodies(rest)
    for cluster in clusters:
        cluster.mentions.sort(key=lambda m: m.start)
    return sorted(clusters, key=lambda c: c.mentions[0].start)


def _cluster_people(mentions: Sequence[Mention]) -> list[Cluster]:
    people: list[Cluster] = []
    full = [m for m in mentions if m.kind == "person" and _count_whole(m.words) > 1]
    for mention in sorted(full, key=lambda m: m.headline):
        _join_or_found(people, mention)
    known = {id(m) for m in full}
    for mention in mentions:
        if id(mention) not in known and _may_be_short(mention):
            _place_short_name(people, mention)
    return people


def _is_initial(word: str) -> bool:
    return len(word.replace(".", "")) <= 1


def _join_or_found(people: list[Cluster], mention: Mention) -> None:
    for cluster in people:
        if any(is_same_person(key, mention.words) for key in cluster.keys):
            break
    else:
        cluster = Cluster("person")
        people.append(cluster)
    cluster.add(mention)
    cluster.keys.add(mention.words)


def is_same_person(one: Words, other: Words) -> bool:
    """Whether two full names can be one person's: "Bob Menendez", "Robert J. Menendez"."""
    if one == other:
        return True
    if one[-1] != other[-1]:
        return _is_misspelt_name(one, other) or one[: len(other)] == other[: len(one)]
    return _is_same_given_name(one[0], other[0]) or one[-len(other) :] == other[-len(one) :]


def _is_same_given_name(one: str, other: str) -> bool:
    if one == other or one.rstrip(".") == other[0] or other.rstrip(".") == one[0]:
        return True
    nicknames = read_table("nicknames")
    return other in nicknames.get(one, "").split() or one in nicknames.get(other, "").split()


def _is_misspelt_name(one: Words, other: Words) -> bool:
    return len(one) == len(other) and one[:-1] == other[:-1] and is_misspelling(one[-1], other[-1])


def is_misspelling(one: str, other: str) -> bool:
    """Whether two words are one name written differently: "Prigozhin", "Prighozin"."""
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0]:
        return False
    if one.rstrip("s") == other.rstrip("s"):
        return False
    allowed = 2 if min(len(one), len(other)) > _LONG_NAME else 1
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def _may_be_short(mention: Mention) -> bool:
    return mention.kind == "person" or " ".join(mention.words) not in places()


def _place_short_name(people: list[Cluster], mention: Mention) -> None:
    owners = _find_owners(people, mention)
    if owners:
        _choose_owner(owners, mention).add(mention)
    elif mention.kind == "person":
        _join_or_found(people, mention)


def _find_owners(people: Iterable[Cluster], mention: Mention) -> list[Cluster]:
    people = list(people)
    for fits in (_ends_with, _begins_with, _ends_misspelt):
        if fits is not _ends_with and mention.kind != "person" and len(mention.words) > 1:
            continue
        owners = [c for c in people if any(fits(key, mention) for key in c.keys)]
        if owners:
            return owners
    return []


def _ends_with(key: Words, mention: Mention) -> bool:
    return key[-len(mention.words) :] == mention.words


def _begins_with(key: Words, mention: Mention) -> bool:
    if (
        mention.honorific
        and len(mention.words) == 1
        and mention.honorific in ("mr.", "mrs.", "ms.")
    ):
        return False
    return key[: len(mention.words)] == mention.words and (
        mention.kind == "person" or is_given_name(mention.words[0])
    )


def _ends_misspelt(key: Words, mention: Mention) -> bool:
    return len(mention.words) == 1 and is_misspelling(key[-1], mention.words[0])


def _choose_owner(owners: list[Cluster], mention: Mention) -> Cluster:
    """Of several people with one surname: whom the address fits, who was named just before."""
    return max(owners, key=lambda cluster: _weigh_owner(cluster, mention))


def _weigh_owner(cluster: Cluster, mention: Mention) -> float:
    full = [m for m in cluster.mentions if len(m.words) > len(mention.words)]
    before = [m.end for m in full if m.end <= mention.start]
    near = bool(before) and mention.start - max(before) < _NEAR
    weight = min(len(full), 4) + 2.5 * near - full[0].start / 1e6 if full else 0.0
    told = read_table("honorifics").get(mention.honorific, "")
    return weight + 10 * _fits_gender(cluster, told)


def _fits_gender(cluster: Cluster, told: str) -> int:
    if not told:
        return 0
    names = "given_names_male" if told == "m" else "given_names_female"
    given = {key[0] for key in cluster.keys}
    return 1 if any(name in read_words(names) for name in given) else -1


def _cluster_bodies(mentions: Sequence[Mention]) -> list[Cluster]:
    bodies: list[Cluster] = []
    by_key: dict[Words, Cluster] = {}
    for mention in sorted(mentions, key=lambda m: (-len(m.words), m.start)):
        cluster = by_key.get(mention.words) or _find_body(bodies, mention)
        if cluster is None:
            cluster = Cluster(mention.kind)
            bodies.append(cluster)
        cluster.add(mention)
        cluster.keys.add(mention.words)
        by_key[mention.words] = cluster
    for cluster in bodies:
        cluster.kind = Counter(m.kind for m in cluster.mentions).most_common(1)[0][0]
    return bodies


def _find_body(bodies: Sequence[Cluster], mention: Mention) -> Cluster | None:
    if " ".join(mention.words) in places():
        return None
    fitting = [c for c in bodies if any(is_short_for(mention.words, key) for key in c.keys)]
    return fitting[0] if len(fitting) == 1 else None


def is_short_for(words: Words, full: Words) -> bool:
    """Whether a body's name is short for another: "Wagner", "the Times", "NSC"."""
    if len(words) >= len(full):
        return False
    generic = read_words("organisation_words")
    if full[: len(words)] == words:
        return all(word in generic for word in full[len(words) :])
    if full[-len(words) :] == words:
        return words[0] in generic or len(words) > 1
    capitals = "".join(word[0] for word in full if word not in ("of", "the", "and", "for", "&"))
    return len(full) >= _SHORTEST_ACRONYM and words == (capitals,)


def _is_part(words: Words, others: Iterable[Words]) -> bool:
    """Whether a longer form ends or begins with these words, or spells a bare name out."""
    return any(len(other) > len(words) and _count_whole(other) > 1 for other in others) and (
        _count_whole(words) == 1
        or any(
            len(other) > len(words) and words in (other[-len(words) :], other[: len(words)])
            for other in others
        )
    )


def _count_whole(words: Words) -> int:
    return sum(not _is_initial(word) for word in words)
