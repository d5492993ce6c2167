"""Numbers as they are written, in digits or in words, and what they come to."""

from __future__ import annotations

import re

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_TEENS = ["eleven", "twelve", *(f"{part}teen" for part in ("thir", "four", "fif", "six"))]
_TEENS += ["seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VAGUE = {"couple": 2.0, "few": 3.0, "several": 3.0}
_SMALL = {
    **{word: float(number) for number, word in enumerate(_ONES + _TEENS, 1)},
    **{word: 10.0 * number for number, word in enumerate(_TENS, 2)},
    **_VAGUE,
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALES |= {"dozen": 12.0, "lakh": 1e5, "crore": 1e7, "k": 1e3, "m": 1e6, "mn": 1e6}
_SCALES |= {"b": 1e9, "bn": 1e9, "tn": 1e12}
_MANY = {"tens": 10.0, "scores": 20.0, "dozens": 12.0}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
_PARTS |= {"tenth": 10}
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_WORD = "|".join([*_TENS, *_TEENS, *_ONES])
_SPELLED = rf"(?:{_WORD})(?:-(?:{_WORD}))?\b"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|(?!0\d)\d+)(?:\.\d+)?"
_SHORT_SCALE = r"(?:bn|mn|tn|m|k|b)(?![a-z])"
_AND_HALF = r"(?:\sand\sa\s(?:half|quarter)\b)"
_ROUND = rf"(?:(?:half|(?:a\s)?quarter\sof)\s)?an?[\s-](?={_SCALE})"
_FEW = rf"(?:several|(?:a\s)?few|(?:a\s)?couple\sof)\s(?={_SCALE})"
NUMBER = rf"""(?:
    (?:{_DIGITS}(?:\s1/2|[½¼¾⅓⅔])?|[½¼¾⅓⅔]){_AND_HALF}?(?:{_SHORT_SCALE}|(?:[\s-]?{_SCALE})*)
    |(?:(?:{_SPELLED}){_AND_HALF}?|(?:{_ROUND}|{_FEW})(?:{_SCALE}))
     (?:[\s-]{_SCALE}(?:(?<=hundred)(?:\sand)?\s{_SPELLED}|(?<=thousand)(?:\sand)?\s{_SPELLED}
       |(?<=illion)\s{_SPELLED}(?=\shundred\b))?)*
)"""
"""A number in a verbose, case-blind pattern: "3.2bn", "half a million", "two hundred and ten"."""
FRACTION = (
    rf"(?:(?:an?|one|two|three|four|five|seven|nine)[\s-](?:{'|'.join(_PARTS)})s?\b"
    rf"(?!\sof\san?\s{_SCALE})|(?<!-)half\b(?!\san?\s{_SCALE}))"
)
"""A part of one: "two-thirds", "a quarter"."""
FOLD = rf"(?:(?:{_WORD}|\d+)-?fold|twice|thrice|(?:doubl|tripl|trebl|quadrupl|halv)ed)\b"
"""How many times: "threefold", "twice", "doubled"."""
_TIMES = {"twice": 2, "thrice": 3, "doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4}
MANY = (
    r"(?:(?:tens|scores|dozens|hundreds|thousands)\sof\s(?:thousands|millions|billions)"
    r"|dozens|hundreds|thousands|millions|billions|trillions|scores(?=\sof\b))\b"
)
"""A number that nobody counted: "dozens", "tens of thousands"."""
_DIGIT = re.compile(r"[\d½¼¾⅓⅔]")
_WRITTEN = re.compile(
    rf"\b(?:{_WORD}|{_SCALE}|half|{'|'.join(_PARTS)}|{'|'.join(_MANY)}|[a-z]+fold)"
    r"|(?:hundr|thous|milli|billi|trilli|doubl|tripl|trebl|quadrupl|halv)(?:ed|ands|ons)|twice|thrice"
)
"""What no text in lower case with a number in words is without."""
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|1/2|[½¼¾⅓⅔]|[a-z]+", re.IGNORECASE)


def hints_at_number(text: str) -> bool:
    """Whether a text may have a number; one that has none is told so at little cost."""
    return bool(_DIGIT.search(text) or _WRITTEN.search(text.lower()))


def read_number(words: str) -> float:
    """What a `NUMBER` comes to.

    >>> read_number("two hundred and ten thousand"), read_number("half a million")
    (210000.0, 500000.0)
    """
    total = current = 0.0
    for part in _TOKEN.findall(words.lower().replace("1/2", "½").replace("quarter of", "quarter")):
        if part in _SCALES:
            current = (current or 1.0) * _SCALES[part]
            if _SCALES[part] >= _SCALES["thousand"]:
                total, current = total + current, 0.0
        else:
            current += _read_part(part)
    return total + current


def _read_part(part: str) -> float:
    if part[0].isdigit():
        return float(part.replace(",", ""))
    if part in ("half", "quarter"):
        return 1 / _PARTS[part]
    return _SMALL.get(part) or _SIGNS.get(part, 0.0)


def read_fraction(words: str) -> float:
    """What a `FRACTION` comes to, to four places."""
    parts = re.split(r"[\s-]", words.lower())
    return round(_SMALL.get(parts[0], 1.0) / _PARTS[parts[-1].rstrip("s")], 4)


def read_many(words: str) -> float:
    """The least that a `MANY` means: "tens of thousands" are 10,000."""
    value = 1.0
    for word in words.lower().split():
        value *= _MANY.get(word) or _SCALES.get(word.rstrip("s"), 1.0)
    return value


def read_fold(words: str) -> float:
    """How many times a `FOLD` says: "halved" is half of one time."""
    words = words.lower()
    if words == "halved":
        return 0.5
    return _TIMES.get(words) or read_number(words.removesuffix("fold").rstrip("-"))


def find_scale(words: str) -> float:
    """The scale that the last word of a number names; 1 where it names none."""
    match = re.search(rf"(?:{_SCALE}|{_SHORT_SCALE})$", words, re.IGNORECASE)
    return _SCALES[match.group().lower()] if match else 1.0
