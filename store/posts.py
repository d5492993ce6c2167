"""What persons are, as articles put it: whether two roles can be one person's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from store.folding import fold, split_words
from store.gazetteer import gazetteer
from store.lists import read_list, read_words

POSTED = 4
"""Both say the same of somebody: the post tells who it is."""

_OWN_WORDS = 3
"""Words of a role that, being all the same, are no coincidence."""
_NO_PLACE = frozenset({"bank", "university", "college", "reserve", "school", "institute"})
_STATE_FIELDS = frozenset({"politics", "military", "police"})
_STATE_POSTS = {"secretary", "president"}
_UNITED = frozenset({"EU", "UN"})


@dataclass(frozen=True, slots=True)
class Post:
    """A role taken apart."""

    words: frozenset[str] = frozenset()
    """All words that say something."""
    heads: frozenset[str] = frozenset()
    """Posts and callings in it: "minister", "footballer"."""
    fields: frozenset[str] = frozenset()
    """The walks of life that they belong to."""
    states: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    """Names in it: of a town, a company, an office."""


@lru_cache(maxsize=4096)
def read_post(role: str) -> Post:
    """What a role says: "Gov." is a governor, "British Foreign Secretary" of GB's politics."""
    short = read_list("posts")["short"]
    written = [part for word in split_words(role) for part in word.split("_") if part]
    words = [short.get(fold(word), fold(word)) for word in written]
    heads = frozenset(word for word in words if word in _fields_by_head())
    states, of_states = _find_states(words)
    anchors = frozenset(
        word
        for word, as_written in zip(words, written, strict=True)
        if as_written[:1].isupper() and word not in of_states and _may_anchor(word)
    )
    if "politics" in {field for head in heads for field in _fields_by_head()[head]}:
        states |= {"US"} if _us_states() & {*words, *map(" ".join, pairwise(words))} else set()
    offices = _STATE_POSTS & set(words) and (states or "state" in words)
    return Post(
        words=frozenset(words) - read_words("posts", "loose") - {"of", "for", "and", "in", "at"},
        heads=heads | (frozenset(words) & _neutral_heads()),
        fields=frozenset(field for head in heads for field in _fields_by_head()[head])
        | frozenset({"politics"} if offices else ()),
        states=states,
        anchors=anchors,
    )


def contradict(one: Post, other: Post) -> bool:
    """Whether these can hardly be one person's: a footballer's and a minister's.

    Fields between which nobody moves, the same office of two places, or offices of two states.
    """
    if one.fields and other.fields and not _can_move(one.fields, other.fields):
        return True
    if one.states and other.states and not _share_a_state(one, other):
        return True
    local = one.heads & other.heads & read_words("posts", "local")
    places = (one.anchors, other.anchors)
    elsewhere = all(places) and not (one.anchors & other.anchors or one.states & other.states)
    return bool(local) and elsewhere and not _NO_PLACE & (one.words | other.words)


def support(one: Post, other: Post) -> bool:
    """Whether both say the same of somebody, so that two of one name are hardly two."""
    if contradict(one, other):
        return False
    if _share_a_body(one, other):
        return True
    if one.states & other.states and one.heads & other.heads & _offices():
        return True
    enough = 2 if "politics" in one.fields else _OWN_WORDS
    return one.words == other.words and len(one.words) >= enough


def closeness(one: Post, other: Post) -> int:
    """How well two roles go together: 0 not at all, 1 for all one knows, up to `POSTED`."""
    if contradict(one, other):
        return 0
    if support(one, other):
        return POSTED
    if one.heads & other.heads or one.anchors & other.anchors:
        return POSTED - 1
    return POSTED - 2 if one.fields & other.fields else 1


def _share_a_body(one: Post, other: Post) -> bool:
    """Acme Steel is not Norse Steel, but Acme is Acme Steel."""
    shared = one.anchors & other.anchors
    return bool(shared) and shared in (one.anchors, other.anchors)


def _share_a_state(one: Post, other: Post) -> bool:
    if one.states & other.states or (one.states | other.states) & _UNITED:
        return True
    return not (one.fields & _STATE_FIELDS and other.fields & _STATE_FIELDS)


def _can_move(one: frozenset[str], other: frozenset[str]) -> bool:
    moves = read_list("posts")["moves"]
    return any(a == b or b in moves.get(a, ()) or a in moves.get(b, ()) for a in one for b in other)


def _find_states(words: list[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The states named in a role, by names and adjectives of one or two words; and those words."""
    known = gazetteer()
    runs = [(word,) for word in words] + list(pairwise(words))
    named = {
        run: code
        for run in runs
        if (code := known.people.get(" ".join(run)) or known.states.get(" ".join(run)))
    }
    return frozenset(named.values()), frozenset(word for run in named for word in run)


def _may_anchor(word: str) -> bool:
    plain = any(word in read_words("posts", table) for table in ("no_anchors", "loose", "neutral"))
    common = word in _fields_by_head() or word in read_words("bodies", "common_words")
    return len(word) > 1 and not (plain or common)


@cache
def _offices() -> frozenset[str]:
    """Posts of which a state has one or few."""
    return frozenset(read_list("posts")["fields"]["politics"]) | {"president", "secretary"}


@cache
def _us_states() -> frozenset[str]:
    return frozenset(read_list("posts")["us_states"])


@cache
def _neutral_heads() -> frozenset[str]:
    return frozenset(read_list("posts")["neutral"])


@cache
def _fields_by_head() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for field, heads in read_list("posts")["fields"].items():
        for head in heads:
            found.setdefault(head, []).append(field)
    return found
