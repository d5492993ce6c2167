"""Clusters the names of bodies, places and things: "NSC", "the Times", "Acme" of Acme Ltd."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from bot.language.clusters import Cluster, Words
from bot.language.known_names import places
from bot.language.names import Mention
from bot.language.wordlists import read_words

_SHORTEST_ACRONYM = 2
"""Letters; so short a one must stand in capitals: "AP", but not "Us"."""
_TEAM = 2
"""Words of a name that may be cut to its last: a town and a plural."""
_OWN = frozenset({"house", "senate"})
"""Names by themselves: "the House" is not short for the White House."""
_SMALL = frozenset({"of", "the", "and", "for", "&", "in"})


class _Bodies:
    """The clusters of a text, found by how their names may be shortened."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._by_words: dict[Words, Cluster] = {}
        self._by_first: defaultdict[str, list[Cluster]] = defaultdict(list)
        self._by_last: defaultdict[str, list[Cluster]] = defaultdict(list)
        self._by_short: defaultdict[Words, list[Cluster]] = defaultdict(list)

    def place(self, mention: Mention) -> None:
        """Add a mention to the one body that it may name, or to a new one."""
        cluster = self._by_words.get(mention.words) or self._find_by_short(mention)
        if cluster is None:
            cluster = Cluster(mention.kind)
            self.clusters.append(cluster)
        cluster.add(mention)
        if mention.words not in self._by_words:
            self._by_words[mention.words] = cluster
            if len(mention.words) > 1 and cluster not in self._by_first[mention.words[0]]:
                self._by_first[mention.words[0]].append(cluster)
                if len(mention.words) == _TEAM:
                    self._by_last[mention.words[-1]].append(cluster)
            for short in find_short_forms(mention.words):
                if cluster not in self._by_short[short]:
                    self._by_short[short].append(cluster)

    def _find_by_short(self, mention: Mention) -> Cluster | None:
        if " ".join(mention.words) in places():
            return None
        if len(mention.words[0]) == _SHORTEST_ACRONYM and not mention.text.isupper():
            return None
        fitting = self._by_short.get(mention.words, []) or self._find_by_first(mention)
        if mention.text.isupper():
            fitting = [c for c in fitting if not _is_organ(c, mention)]
        fitting = fitting or self._find_by_last(mention)
        return fitting[0] if len(fitting) == 1 else None

    def _find_by_first(self, mention: Mention) -> list[Cluster]:
        """The bodies whose name begins so: "the Commission" for the Missing, "Roe" Aggregates."""
        if len(mention.words) > 1 or mention.kind != "organisation" or mention.text.isupper():
            return []
        return [c for c in self._by_first[mention.words[0]] if c.kind == "organisation"]

    def _find_by_last(self, mention: Mention) -> list[Cluster]:
        """The teams whose name ends so: "the Glassmen" of Toledo."""
        last = mention.words[0]
        if len(mention.words) > 1 or mention.kind == "person" or not last.endswith(("s", "men")):
            return []
        return [c for c in self._by_last[last] if c.kind == "organisation"]


def _is_organ(cluster: Cluster, mention: Mention) -> bool:
    """Whether a body is only a part of the one that letters name: "the ECOWAS Commission"."""
    name = cluster.mentions[0].words
    return name[: len(mention.words)] == mention.words and name[-1] in read_words("organs")


def cluster_bodies(mentions: Sequence[Mention]) -> list[Cluster]:
    """Group the mentions of what is no person; longer names first, so that short ones find them."""
    bodies = _Bodies()
    for mention in sorted(mentions, key=lambda m: (-len(m.words), m.start)):
        bodies.place(mention)
    for cluster in bodies.clusters:
        usual = Counter(m.kind for m in cluster.mentions).most_common(1)[0][0]
        cluster.kind = "organisation" if any(map(_is_firm, cluster.mentions)) else usual
    return bodies.clusters


def _is_firm(mention: Mention) -> bool:
    """Whether a full name tells that it is a business's, whatever its short form looks like."""
    full = len(mention.words) > 1 and mention.kind == "organisation"
    return full and mention.words[-1] in read_words("business_endings")


def find_short_forms(full: Words) -> Iterator[Words]:
    """What a name may be cut to: "Acme" of Acme Holdings, "the Times", "NSC", "Odile" the storm."""
    generic = read_words("organisation_words")
    if full[0] in read_words("dropped_nouns"):
        yield full[1:]
    for end in range(len(full) - 1, 0, -1):
        if full[end] not in generic:
            break
        yield full[:end]
    for start in range(1, len(full)):
        if len(full) - start > 1 or (full[start] in generic and full[start] not in _OWN):
            yield full[start:]
    if len(full) >= _SHORTEST_ACRONYM:
        yield from _find_initials(full)
    if len(full) > _SHORTEST_ACRONYM and full[0] in places():
        yield from _find_initials(full[1:])  # "the BOM" of the Ohio Bureau of Mines


def _find_initials(full: Words) -> Iterator[Words]:
    """The letters of a name, those of words with a hyphen, too: "WADA" and "WAA"."""
    words = [word for word in full if word not in _SMALL]
    parts = [part for word in words for part in word.split("-") if part]
    for letters in {"".join(each[0] for each in one) for one in (words, parts)}:
        yield (letters,)
        yield (".".join(letters) + ".",)
