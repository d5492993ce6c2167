"""Clusters the names of people.

Full names come first, then what is shortened: bare surnames, given names, and misspellings of
a name that stands rightly elsewhere. A bare surname that is spoken of as "he" does not belong
to the one woman of that name in the text: it is somebody the article never names in full.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from bot.language.clusters import Cluster, Words, count_whole
from bot.language.genders import gender_of_name
from bot.language.known_names import is_given_name, places
from bot.language.names import Mention
from bot.language.wordlists import read_table, read_words

_NEAR = 40
"""Tokens: a full name this near before a bare surname is who it means."""
_GOING_ON = 80
"""Tokens: whom a bare surname meant this shortly before, it means again."""
_LONG_NAME = 6
"""Letters: from here on two letters may differ in a misspelling, below it one."""
_SHORTEST = 5
"""Letters of a name that may be misspelt."""
_HABIT = 0.3
"""What each bare surname that was taken for somebody adds: the text is about that person."""
_CLEAR = 3
"""How often, or how many times more often, a name is spoken of as one gender: less is chance."""
_ADDRESS = ("mr.", "mrs.", "ms.", "mr", "mrs", "ms")


@dataclass
class _People:
    """The clusters of a text, found by the words of their names."""

    clusters: list[Cluster] = field(default_factory=list)
    by_last: defaultdict[str, list[Cluster]] = field(default_factory=lambda: defaultdict(list))
    by_first: defaultdict[str, list[Cluster]] = field(default_factory=lambda: defaultdict(list))
    by_letter: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    misspelt: dict[str, list[str]] = field(default_factory=dict)
    genders: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """How bare surnames are spoken of."""

    def add(self, cluster: Cluster, mention: Mention) -> None:
        cluster.add(mention)
        if mention.words not in cluster.keys:
            cluster.keys.add(mention.words)
            _append(self.by_last[mention.words[-1]], cluster)
            _append(self.by_first[mention.words[0]], cluster)
            self.by_letter[mention.words[-1][0]].add(mention.words[-1])

    def found(self, mention: Mention) -> None:
        cluster = Cluster("person")
        self.clusters.append(cluster)
        self.add(cluster, mention)


def _append(clusters: list[Cluster], cluster: Cluster) -> None:
    if cluster not in clusters:
        clusters.append(cluster)


def cluster_people(mentions: Sequence[Mention]) -> list[Cluster]:
    """Group the mentions of people, in no order; what may be a body's name is left out."""
    people = _People()
    full = [m for m in mentions if m.kind == "person" and _is_full(m)]
    for mention in sorted(full, key=lambda m: (m.headline, -len(m.words) > -2)):  # noqa: PLR2004
        _place_full_name(people, mention)
    _ask_genders(people, mentions)
    known = {id(m) for m in full}
    for mention in sorted(mentions, key=lambda m: m.kind != "person"):
        if id(mention) not in known:
            _place_short_name(people, mention)
    for cluster in people.clusters:
        cluster.lent = _find_lent(cluster, mentions)
    return people.clusters


def _is_full(mention: Mention) -> bool:
    """Whether a mention is a full name, and no thing's that holds one: "Jane Roe Show"."""
    thing = len(mention.words) > 2 and mention.words[-1] in read_words("event_words")  # noqa: PLR2004
    return count_whole(mention.words) > 1 and not thing


def _find_lent(cluster: Cluster, mentions: Sequence[Mention]) -> str:
    """The full name that stands only in a thing's: "Jane Roe" of "the Jane Roe Show"; or ""."""
    if any(count_whole(key) > 1 for key in cluster.keys):
        return ""
    found = {name for m in mentions for name in _names_within(m, cluster.mentions[0].words[-1])}
    told = {read_table("honorifics").get(m.honorific, "") for m in cluster.mentions} - {""}
    fitting = {name for name in found if not told or gender_of_name(name) in (*told, "")}
    return fitting.pop() if len(fitting) == 1 else ""


def _names_within(mention: Mention, surname: str) -> Iterator[str]:
    words = mention.words
    if surname not in words[1:-1] or not is_given_name(words[0]):
        return
    end = words.index(surname, 1) + 1
    if set(words[end:]) <= read_words("event_words"):
        yield " ".join(mention.text.split()[:end])


def _place_full_name(people: _People, mention: Mention) -> None:
    near = [*people.by_last[mention.words[-1]], *people.by_first[mention.words[0]]]
    for cluster in near:
        if any(is_same_person(key, mention.words) for key in cluster.keys):
            people.add(cluster, mention)
            return
    people.found(mention)


def is_same_person(one: Words, other: Words) -> bool:
    """Whether two full names can be one person's: "Bob Menendez", "Robert J. Menendez"."""
    if one == other:
        return True
    if one[-1] != other[-1]:
        return _is_misspelt_name(one, other) or one[: len(other)] == other[: len(one)]
    shorter = min(len(one), len(other))
    return _is_same_given_name(one[0], other[0]) or one[-shorter:] == other[-shorter:]


def _is_same_given_name(one: str, other: str) -> bool:
    if one == other or one.rstrip(".") == other[0] or other.rstrip(".") == one[0]:
        return True
    nicknames = read_table("nicknames")
    if other in nicknames.get(one, "").split() or one in nicknames.get(other, "").split():
        return True
    return is_misspelling(one, other) and not (is_given_name(one) and is_given_name(other))


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


def _ask_genders(people: _People, mentions: Sequence[Mention]) -> None:
    for mention in mentions:
        if len(mention.words) == 1:
            told = read_table("honorifics").get(mention.honorific, "")
            people.genders[mention.words[0]][told or mention.gender] += 3 if told else 1


def _place_short_name(people: _People, mention: Mention) -> None:
    owners = _find_owners(people, mention)
    fitting = [owner for owner in owners if _fits_address(owner, mention)]
    if not any(_fits_votes(people, owner, mention) for owner in fitting):
        fitting = []
    if fitting:
        best = max(fitting, key=lambda owner: _weigh_owner(owner, mention))
        best.add(mention)
        best.last_bare = mention.start
        best.times_bare += 1
    elif mention.kind == "person" or owners:
        people.found(mention)


def _find_owners(people: _People, mention: Mention) -> list[Cluster]:
    words = mention.words
    if " ".join(words) in places() and mention.kind != "person":
        return []
    owners = [
        cluster
        for cluster in people.by_last[words[-1]]
        if any(key[-len(words) :] == words for key in cluster.keys)
    ]
    return (
        owners
        or _find_by_given_name(people, mention)
        or _find_by_first_surname(people, mention)
        or _find_by_family_name(people, mention)
        or _find_misspelt(people, mention)
    )


def _find_by_first_surname(people: _People, mention: Mention) -> list[Cluster]:
    """Who has two surnames and is called by the first: "Ms. Acosta" for Melba Acosta Febo."""
    word = mention.words[0]
    if len(mention.words) > 1 or mention.kind != "person":
        return []
    plain = mention.honorific in _ADDRESS or not is_given_name(word)
    return [c for c in people.clusters if plain and any(_is_first_surname(word, k) for k in c.keys)]


def _find_by_family_name(people: _People, mention: Mention) -> list[Cluster]:
    """Whose family name comes first, as in Korea: "Baek" for Baek Jun-ho."""
    if len(mention.words) > 1 or " ".join(mention.words) in places():
        return []
    return [c for c in people.by_first[mention.words[0]] if any(map(_leads_family, c.keys))]


def _leads_family(name: Words) -> bool:
    """Whether a name ends in a given name of two syllables that a hyphen joins."""
    syllables = name[-1].split("-")
    pair = len(name) == len(syllables) == 2 and not is_given_name(name[0])  # noqa: PLR2004
    return pair and all(each.isalpha() and len(each) < _SHORTEST for each in syllables)


def _is_first_surname(word: str, name: Words) -> bool:
    return len(name) > 2 and name[-2] == word and len(word.rstrip(".")) > 1  # noqa: PLR2004


def _find_by_given_name(people: _People, mention: Mention) -> list[Cluster]:
    words = mention.words
    addressed = mention.honorific in _ADDRESS and len(words) == 1
    if addressed and is_given_name(words[0]):
        return []
    if mention.kind != "person" and not is_given_name(words[0]):
        return []
    return [
        cluster
        for cluster in people.by_first[words[0]]
        if any(key[: len(words)] == words for key in cluster.keys)
    ]


def _find_misspelt(people: _People, mention: Mention) -> list[Cluster]:
    word = mention.words[0]
    if len(mention.words) > 1 or word in places() or is_given_name(word):
        return []
    if word not in people.misspelt:
        near = sorted(people.by_letter[word[0]])
        people.misspelt[word] = [last for last in near if is_misspelling(last, word)]
    return [cluster for last in people.misspelt[word] for cluster in people.by_last[last]]


def _fits_address(owner: Cluster, mention: Mention) -> bool:
    told = read_table("honorifics").get(mention.honorific, "")
    gender = _gender_of(owner)
    return not (told and gender) or told == gender


def _fits_votes(people: _People, owner: Cluster, mention: Mention) -> bool:
    """Whether the bare name is not spoken of as the other gender throughout the text."""
    gender = _gender_of(owner)
    told = read_table("honorifics").get(mention.honorific, "")
    if not gender or len(mention.words) > 1 or gender in (mention.gender, told):
        return True
    votes = people.genders[mention.words[-1]]
    other = "f" if gender == "m" else "m"
    return votes[other] < _CLEAR or votes[gender] * _CLEAR >= votes[other]


def _gender_of(cluster: Cluster) -> str:
    told = {gender_of_name(" ".join(key)) for key in cluster.keys}
    told |= {read_table("honorifics").get(m.honorific, "") for m in cluster.mentions}
    told.discard("")
    return told.pop() if len(told) == 1 else ""


def _weigh_owner(cluster: Cluster, mention: Mention) -> float:
    """Who a shared surname means: the one introduced just before, or first in the text.

    Whoever is named in full again and again is the one that the bare surname does not mean.
    """
    full = [m for m in cluster.mentions if len(m.words) > len(mention.words) and not m.headline]
    before = [m for m in full if m.end <= mention.start]
    near = bool(before) and mention.start - before[-1].end < _NEAR
    introduced = 2.5 if len(before) == 1 else 0.5
    fits = bool(mention.gender) and mention.gender == _gender_of(cluster)
    first = full[0].start if full else cluster.mentions[0].start
    going_on = 0 <= mention.start - cluster.last_bare < _GOING_ON
    return (
        introduced * near
        + 2.0 * going_on
        + _HABIT * min(cluster.times_bare, 5)
        + 1.5 * fits
        + min(len(full), 4) / 4
        + 2.0 / (1 + first / 100)
    )
