"""Finds who "he" or "she" means: whoever is weightiest on the mind, as far as grammar lets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from bot.language.bindings import Binding, bind
from bot.language.cast import Cast, Member
from bot.language.genders import PRONOUNS
from bot.language.guesses import Guess, to_speaker
from bot.language.page import NOUN_SUBJECTS
from bot.language.relations import Relation
from bot.language.salience import Salience

_SHARPNESS = 1.6
"""How much the weightiest candidate stands out; 1 would take the weights as they are."""
_NO_GENDER = 0.65
"""Weight left to a candidate whose gender nothing tells."""
_UNTOLD = 0.9
"""What is left of the confidence where nothing tells the gender of the one meant."""
_BOUND = 0.9
"""Confidence that a reflexive means the subject of its clause."""
_DEEPEST = 6
"""Steps from a reflexive up to the verb with its subject."""
_CONTRARY = 0.6
"""Confidence that it is somebody of another gender by nothing but the name."""
_MUCH_MORE = 2.5
"""How much more than anybody else they must be on the mind."""
_RECALLED = 0.75
"""Confidence, where nobody is on the mind, that it is the only one of that gender."""


def find_self(pronoun: Token, who: Callable[[int], Member | None]) -> Guess | None:
    """The subject of its clause, which "himself" and "his own" mean; None for other pronouns.

    Args:
        pronoun: "he", "she", "his" ...
        who: tells who is meant by a token.
    """
    following = pronoun.doc[pronoun.i + 1 : pronoun.i + 2].text
    if not pronoun.lower_.endswith("self") and (pronoun.dep_ != "poss" or following != "own"):
        return None
    verb = pronoun.head
    for _ in range(_DEEPEST):
        subject = next((t for t in verb.children if t.dep_ in NOUN_SUBJECTS), None)
        if subject is not None and subject.i < pronoun.i:
            member = who(subject.i)
            fits = member is not None and member.gender in (PRONOUNS[pronoun.lower_], "")
            return Guess(to_speaker(member), _BOUND, member) if member and fits else None
        verb = verb.head
    return None


def find_meant(
    pronoun: Token, said: Relation | None, salience: Salience, cast: Cast
) -> Guess | None:
    """The person a pronoun means; None if there is nobody of that gender.

    Args:
        pronoun: "he", "she", "his" ...
        said: the attribution whose source it is, if it is one.
        salience: who is on the mind where it stands.
        cast: who is named in the text.
    """
    binding = bind(pronoun, said, cast)
    ranked = list(_weigh(pronoun, binding, salience))
    outside = said is not None and not said.nested
    contrary = _find_contrary(binding, ranked, salience) if outside else None
    if contrary is not None:
        return Guess(to_speaker(contrary), _CONTRARY, contrary)
    if not ranked:
        return _recall(pronoun, cast)
    weight, best = max(ranked, key=lambda pair: pair[0])
    share = weight**_SHARPNESS / sum(w**_SHARPNESS for w, _ in ranked)
    confidence = share * min(1.0, 0.7 + weight) * (1.0 if best.gender else _UNTOLD)
    return Guess(to_speaker(best), confidence, best)


def _find_contrary(
    binding: Binding, ranked: list[tuple[float, Member]], salience: Salience
) -> Member | None:
    """Who alone is named in the paragraph, if much more on the mind than all of that gender.

    A given name may be a man's in one country and a woman's, or a family's, in another.
    """
    weights = {id(member): weight for weight, member in salience.rank()}
    only = binding.contrary
    if only is None or id(only) in binding.barred | binding.own | binding.quoted:
        return None
    best = max((weight for weight, _ in ranked), default=0.0)
    return only if weights.get(id(only), 0.0) > best * _MUCH_MORE else None


def _weigh(pronoun: Token, binding: Binding, salience: Salience) -> Iterator[tuple[float, Member]]:
    """Everybody whom a pronoun may mean, with their weights."""
    known = [(weight, member) for weight, member in salience.rank() if member.is_person]
    if binding.ahead is not None and all(member is not binding.ahead for _, member in known):
        known.append((0.0, binding.ahead))
    strangers = max((weight for weight, member in known if member.unnamed), default=0.0)
    for plain, member in known:
        if member is binding.alone and plain < strangers:
            binding = replace(binding, alone=None)  # who is not named may be meant
        weight = binding.weigh(member, plain) * (1.0 if member.gender else _NO_GENDER)
        if weight and member.gender in (PRONOUNS[pronoun.lower_], ""):
            yield weight, member


def _recall(pronoun: Token, cast: Cast) -> Guess | None:
    """The one person of a gender whom the text has named most; failing that of any gender."""
    told = PRONOUNS[pronoun.lower_]
    before = [m for m in cast.people if m.spans[0][0] < pronoun.i and m.gender in (told, "")]
    fitting = [m for m in before if m.gender] or [m for m in before if " " in m.entity.name]
    times = Counter({n: len(m.spans) for n, m in enumerate(fitting)})
    if not times:
        return None
    number, most = times.most_common(1)[0]
    best = fitting[number]
    return Guess(to_speaker(best), _RECALLED * most / times.total(), best)
