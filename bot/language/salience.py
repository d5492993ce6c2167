"""Who is on the reader's mind at each point of a text: what a pronoun most likely means.

After Lappin and Leass (1994): each mention adds a weight by its place in the sentence, and
weights fade from sentence to sentence. News adds two things: whoever is speaking stays on the
mind longest, and names inside what somebody says are what is talked about, not who talks.
"""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.cast import Member

SPEAKER = 1.3
"""The source of an attribution."""
FADING = 0.55
"""What is left of a weight one sentence later."""
NEW_PARAGRAPH = 0.8
"""What is left of it where a new paragraph begins."""
IN_DIRECT, IN_INDIRECT = 0.25, 0.6
"""Weight left to names inside what somebody says."""
UNNAMED = 0.7
"""Weight left to people without a name: who is named is more likely to come back."""
ASKING = 0.3
"""Weight left to unnamed people who only ask: "a reporter"."""
REFRESHING = ("nsubj", "nsubjpass", "poss")
"""Places in a sentence from which a pronoun or a description keeps somebody on the mind."""
_PLACES = {
    "nsubj": 1.0,
    "nsubjpass": 0.95,
    "csubj": 0.9,
    "dobj": 0.45,
    "agent": 0.5,
    "dative": 0.45,
    "attr": 0.5,
    "pobj": 0.3,
    "poss": 0.25,
    "ROOT": 0.7,
}
_OTHER_PLACE = 0.25
_OWNER = 0.65
"""Whose something is that a sentence is about: "Roe's plan failed"."""
_TOPIC = 0.9
"""Whom a sentence is about from its beginning: "For Roe, it was too late"."""
_ASKED = 1.2
"""Who is asked or heard is going to answer: "Roe asked Doe whether", "It heard from Doe"."""
_INTRODUCED = 0.95
"""Whom a sentence introduces: "Her successor is Jane Roe"."""
_QUESTIONS = frozenset({"ask", "interview", "question", "press", "grill"})
_LESSER_CLAUSES = frozenset({"relcl", "acl", "ccomp", "pcomp", "csubj", "advcl"})
_LESSER = 0.75
_FORGOTTEN = 0.01
_HABIT = 0.3
"""What earlier mentions add to a fresh one."""


class Salience:
    """Weights of the members of a text while it is read from beginning to end."""

    def __init__(self) -> None:
        self._weights: dict[int, tuple[Member, float]] = {}
        self._here: dict[int, float] = {}
        """The best weight that each member has got in the present sentence."""

    def add(self, member: Member, weight: float) -> None:
        """Count a mention; in one sentence only the weightiest mention of a member counts."""
        key = id(member)
        if weight > self._here.get(key, 0.0):
            _, before = self._weights.get(key, (member, 0.0))
            self._weights[key] = (member, _join(before, weight))
            self._here[key] = weight

    def fade(self, left: float = FADING) -> None:
        """Go on to the next sentence, or paragraph."""
        self._here = {}
        self._weights = {
            key: (member, weight * left)
            for key, (member, weight) in self._weights.items()
            if weight * left > _FORGOTTEN
        }

    def copy(self, without: str = "") -> Salience:
        """Who is on the mind now, but for members of one name; it stays as it is."""
        kept = Salience()
        kept._weights = {  # its own class
            key: pair for key, pair in self._weights.items() if pair[0].entity.name != without
        }
        return kept

    def rank(self) -> list[tuple[float, Member]]:
        """Members with their weights, weightiest first."""
        pairs = [(weight, member) for member, weight in self._weights.values()]
        return sorted(pairs, key=lambda pair: -pair[0])


def _join(before: float, weight: float) -> float:
    """The weightier of what was and what comes, and a part of the other: recency beats habit."""
    return max(before, weight) + _HABIT * min(before, weight)


def weigh_place(token: Token) -> float:
    """The weight of a mention by what its head word does in the sentence."""
    while token.dep_ in ("compound", "conj", "appos", "nmod", "flat") and token.head is not token:
        if token.dep_ in ("compound", "nmod"):
            return _OTHER_PLACE
        if _is_hung_aside(token):
            return _PLACES["nsubj"]
        token = token.head
    if _is_asked(token):
        return _ASKED
    if token.dep_ == "pobj" and token.head.lower_ == "for" and token.head.is_sent_start:
        return _TOPIC
    if token.dep_ == "poss" and _is_in_subject(token):
        return _OWNER
    lesser = token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in _LESSER_CLAUSES
    return _weigh_part(token) * (_LESSER if lesser else 1.0)


def _weigh_part(token: Token) -> float:
    if token.dep_ in ("attr", "dobj") and _is_turned(token.head):
        return _PLACES["nsubj"]
    introduced = token.dep_ == "attr" and token.tag_ == "NNP"
    return _INTRODUCED if introduced else _PLACES.get(token.dep_, _OTHER_PLACE)


def _is_asked(token: Token) -> bool:
    """Whether somebody is asked something, or heard."""
    if token.dep_ == "pobj":
        return token.head.lower_ == "from" and token.head.head.lemma_ == "hear"
    return token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in _QUESTIONS


def _is_hung_aside(token: Token) -> bool:
    """Whether the parser hangs a subject on the phrase before it: "At the park, Jane Roe ran"."""
    opening = token.head.head if token.head.dep_ == "pobj" else token
    verb = opening.head
    if opening is token or verb.i < token.i or verb.pos_ not in ("VERB", "AUX"):
        return False
    return not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _is_turned(verb: Token) -> bool:
    """Whether the subject of a sentence stands behind its verb: "In the queue sat Jane Roe"."""
    place = next((child for child in verb.children if child.dep_ == "prep"), verb)
    opens = place.i < verb.i and bool(place.is_sent_start) and verb.tag_ in ("VBD", "VBZ", "VBP")
    return opens and not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _is_in_subject(token: Token) -> bool:
    for _ in range(4):  # "one of Roe's plans"
        if token.dep_ in ("nsubj", "nsubjpass"):
            return True
        if token.dep_ not in ("poss", "pobj", "prep"):
            return False
        token = token.head
    return False


def find_name_head(token: Token) -> Token:
    """The last word of the name that begins here: it carries the name's place in the clause."""
    while token.dep_ == "compound" and token.head.i > token.i and token.head.i - token.i < 5:  # noqa: PLR2004  no name is longer
        token = token.head
    return token
