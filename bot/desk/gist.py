"""What is left of a question without the words that only ask: read so where all else finds nothing.

People ask in more ways than forms can be written for: "catch me up on Hale", "Tibbs quoted
anywhere?", "has the office said owt on sewage".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from bot.desk import question_forms as forms
from bot.desk.question_names import Slots, speaks
from bot.desk.question_slots import is_known, strip_marks
from store.names import Known

_TOKEN = re.compile(r'"[^"]*"|[^\s",:;?!()]+|[,:;?!()]')
_MARK = re.compile(r"[,:;?!()\u2013\u2014-]+")
_BY = frozenset({"by", "from", "off", "of"})
_TIES = frozenset(
    ["a", "an", "and", "as", "at", "for", "from", "in", "of", "or", "that", "the", "to", "with"]
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words with nothing between them that only asks."""

    words: str
    led_by: str
    """What stands before them: "about", "by" or nothing of these."""


def read_gist(words: str, known: Known) -> Slots | None:
    """The slots of a question of which the words that only ask are left out.

    Args:
        words: The question without its limits.
        known: What the archive knows of them; who speaks is told by it alone.

    Returns:
        None if no word only asks, nothing is left, or something is not wanted: "but from Kirby".
    """
    pieces = [] if forms.NEGATES.search(words) else _take_apart(words)
    if not pieces or [piece.words for piece in pieces] == [words]:
        return None
    pieces = [part for piece in pieces for part in _part_speaker(piece, known)]
    speaker = _find_speaker(pieces, known)
    topics = [strip_marks(piece.words) for piece in pieces if piece is not speaker]
    return {"speaker": speaker.words if speaker else None, "topic": ", ".join(topics)}


def holds_asking(words: str) -> bool:
    """Whether one of the words, outside quotation marks, only asks."""
    tokens = _TOKEN.findall(words)
    return any(_asks(token, first=not at) for at, token in enumerate(tokens))


def holds_question(words: str) -> bool:
    """The same, of words that stand in no topic: "who", "what he said"."""
    return not forms.ASKING_SURELY.isdisjoint(_TOKEN.findall(words))


def _asks(token: str, *, first: bool) -> bool:
    lowered = token.lower()
    if token.isupper() and len(token) > 1:
        return False  # the US, the WHO
    return lowered in forms.ASKING_WORDS or (first and lowered in forms.ASKING_AT_FIRST)


def _take_apart(words: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    led_by, run = "", list[str]()
    for token in [*_TOKEN.findall(words), "?"]:
        lowered = token.lower()
        ends = _asks(token, first=not run) or bool(_MARK.fullmatch(token))
        about = bool(re.fullmatch(forms.ABOUT, lowered))
        by = lowered in _BY and not run
        if not (ends or about or by):
            run += [token] if run or lowered not in _TIES else []
            continue
        pieces += _make_piece(run, led_by)
        led_by, run = "about" if about else "by" if by else led_by if not run else "", []
    return pieces


def _make_piece(run: list[str], led_by: str) -> list[_Piece]:
    while run and run[-1].lower() in _TIES:
        run = run[:-1]
    return [_Piece(" ".join(run), led_by)] if run else []


def _part_speaker(piece: _Piece, known: Known) -> list[_Piece]:
    """Somebody and a topic, "Grindle and council tax", as two."""
    who, joint, topic = piece.words.partition(" and ")
    if not joint or speaks(piece.words, known) or not speaks(who, known) or speaks(topic, known):
        return [piece]
    return [_Piece(who, piece.led_by), _Piece(topic, "about")]


def _find_speaker(pieces: list[_Piece], known: Known) -> _Piece | None:
    """Whom "from" leads in; else the first that speaks, or is named beside what it is about."""
    by = [piece for piece in pieces if piece.led_by == "by"]
    others = [piece for piece in pieces if not piece.led_by]
    about = any(piece.led_by == "about" for piece in pieces)
    named = [piece for piece in others if about and is_known(piece.words, known)]
    speaking = (piece for piece in [*by, *others] if speaks(piece.words, known))
    return next(chain(speaking, named), None)
