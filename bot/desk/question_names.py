"""Names that the archive knows beside a topic, without a word between them: "kirby sanctions"."""

from __future__ import annotations

import re

from bot.desk import question_forms as forms
from bot.desk.question_slots import without_titles
from store.folding import fold
from store.names import Known

Slots = dict[str, str | None]
"""What stands for each part of a question."""

_LONGEST_NAME = 6
_TIES = frozenset({"of", "in", "at", "for", "from", "to", "with", "against", "between", "over"})
_MARK = re.compile(r"(?:,|:|/| [-\u2013\u2014])(?= |$)|(?<=\w)/(?=\w)")
_OWNER = re.compile(rf"(?P<name>.*\b\w+)s (?={forms.THINGS}\b)", re.IGNORECASE)


def mark_owner(words: str, known: Known) -> str:
    """With the apostrophe that was left out: "kirbys answer on oil"."""
    owner = _OWNER.match(words)
    if owner is None or fold(owner[0]).split()[-1] in known.names:
        return words
    name = f" {fold(owner['name'])}"
    speaks = any(name.endswith(f" {speaker}") for speaker in known.speakers)
    return f"{owner['name']}'s {words[owner.end() :]}" if speaks else words


def part_name(words: str, known: Known) -> Slots | None:
    """A person who speaks, and a topic: "kirby, oil".

    None if no such name begins or ends the words, or if something ties it to the topic:
    "the letter to Kirby". The slot `whole` has the words as they would be one topic.
    """
    if forms.TELLS.search(words):
        return None
    plain = _MARK.sub(" ", forms.QUOTES_ASIDE.sub(" ", words)).split()
    for length in range(min(len(plain) - 1, _LONGEST_NAME), 0, -1):
        for name, topic, beside in (
            (plain[:length], plain[length:], length),
            (plain[-length:], plain[:-length], -length - 1),
        ):
            if _is_speaker(name, known) and plain[beside].lower() not in _TIES:
                whole = " ".join(plain)
                return {"speaker": " ".join(name), "topic": " ".join(topic), "whole": whole}
    return None


def _is_speaker(name: list[str], known: Known) -> bool:
    owns = name[-1].endswith(("'s", "s'"))
    return not owns and fold(without_titles(" ".join(name), known)) in known.people & known.speakers
