"""The forms of questions, put together from the words in `questions.toml`."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from store.records import Kind

_READ = tomllib.loads(files("bot.desk").joinpath("questions.toml").read_text("utf-8"))
SLIPS: dict[str, str] = _READ.pop("slips")
_WORDS: dict[str, list[str]] = _READ


def _any_of(name: str) -> str:
    return f"(?:{'|'.join(_WORDS[name])})"


def _compile(*forms: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


_SAID = _any_of("said")
_MENTIONED = _any_of("mentioned")
_ABOUT = _any_of("about")
_OF = f"(?:{_ABOUT}|of|over)"
_QUOTES = rf"(?:{_any_of('all_of')} )*{_any_of('things')}(?: (?:made|given|said|on record))?"
_AUX = r"(?:did|does|do|has|have|had|is|are|was|were|will|would)(?:n't| not)?"
_ASKED = rf"(?:'s|'ve| {_AUX})"
_ALSO = r"(?: (?:ever|just|already|actually|also|all|been|being|else|publicly|to say|quoted as))*"
_WHAT = r"(?: (?:what|anything|something|things|much|which things))?"
_TO = (
    r"(?: (?:reporters|journalists|lawmakers|parliament|congress|mps|us|me|the (?:press|media|bbc)"
    r"|(?:to|at) (?:(?!about |on )\S+ ?){1,5}?))?"
)
_SPEAKER = r"(?P<speaker>.+?)"
_TOPIC = r"(?P<topic>.+)"

FORMS = _compile(
    rf"who{_ALSO}{_ASKED}?{_ALSO} {_SAID}{_WHAT}{_TO} {_OF} {_TOPIC}",
    rf"who{_ALSO}{_ASKED}?{_ALSO} {_MENTIONED} {_TOPIC}",
    rf"who{_ALSO}{_ASKED}?{_ALSO} {_SAID} what{_TO}",
    rf"who{_ALSO}{_ASKED}?{_ALSO} {_SAID}(?: that)? {_TOPIC}",
    rf"what{_ALSO}{_ASKED}?{_ALSO} (?:said|written|reported|claimed|stated)"
    rf"(?: {_OF} (?P<topic>.+?))?(?: (?:by|from) {_SPEAKER})?(?: {_ABOUT} (?P<topic_after>.+))?",
    rf"(?:what|when|where|how){_ALSO}{_ASKED} {_SPEAKER}{_ALSO} {_SAID}{_WHAT}{_TO}"
    rf"(?: {_OF} {_TOPIC})?",
    rf"(?:what|when|where|how){_ALSO}{_ASKED} {_SPEAKER}{_ALSO} {_MENTIONED} {_TOPIC}",
    rf"where{_ASKED} {_SPEAKER} stand {_ABOUT} {_TOPIC}",
    rf"what {_SPEAKER}{_ASKED}?{_ALSO} {_SAID}{_TO}(?: {_OF} {_TOPIC})?",
    rf"{_AUX} {_SPEAKER}{_ALSO} {_SAID}{_WHAT}{_TO}(?: {_OF} {_TOPIC})?",
    rf"{_AUX} {_SPEAKER}{_ALSO} {_MENTIONED} {_TOPIC}",
    rf"{_QUOTES} (?:by|from|of|attributed to) {_SPEAKER}(?: {_ABOUT} {_TOPIC})?",
    rf"{_QUOTES} (?:{_ABOUT}|to) (?P<topic>.+?)(?: (?:by|from) (?P<speaker>.+))?",
    rf"(?:what(?:'s| is| are| was| were) )?{_SPEAKER}'s? {_QUOTES}(?: {_OF} {_TOPIC})?",
    rf"which {_SPEAKER}{_ASKED}?{_ALSO} {_SAID}{_WHAT}{_TO} {_OF} {_TOPIC}",
    rf"which {_SPEAKER}{_ASKED}?{_ALSO} {_MENTIONED} {_TOPIC}",
    rf"(?:everything|anything|all)(?: the things)?(?: that)? {_SPEAKER}{_ASKED}?{_ALSO} {_SAID}"
    rf"{_TO}(?: {_OF} {_TOPIC})?",
    rf"(?:what )?according to {_SPEAKER}(?:,? what .*)?",
    rf"(?P<topic>.+?)[,:;-]* who{_ASKED}?{_ALSO} {_SAID} what",
    rf"(?!(?:who|what|which|when|where|why|how)\b){_SPEAKER}{_ASKED}?{_ALSO} {_SAID}{_WHAT}{_TO}"
    rf" {_ABOUT} {_TOPIC}",
    rf"{_ABOUT} {_TOPIC}",
    rf"(?:by|from) {_SPEAKER}(?: {_ABOUT} {_TOPIC})?",
    rf"{_QUOTES}",
    rf"quotes?:? {_TOPIC}",
)
"""What a whole question may look like; the first that fits is it."""

FORMS_WITH_A_NAME = _compile(
    rf"{_SPEAKER}(?:[,:]? {_ABOUT}|:(?! who\b)) {_TOPIC}",
    rf"{_SPEAKER} {_QUOTES}(?: {_ABOUT} {_TOPIC})?",
)
"""The same, where the speaker is one whom the archive knows."""

_DIRECT = r"(?:direct|exact|verbatim|literal|word[ -]for[ -]word)"
_VERBATIM = r"(?:verbatim|word for word|(?:only|just) quotes|quotes only|in \w+ own words)"
_WORDS_SAID = r"(?:quotes?|quotations?|speech|words|statements?)"
_INDIRECTLY = rf"(?:(?:indirect|reported|paraphrased) {_WORDS_SAID}|paraphrases)"
_ONLY = r"[,;]? ?\(?(?:(?:but|and) )?(?:(?:only|just|as|in|with|their|his|her|the) )*"

_KINDS: tuple[tuple[str, str, Kind], ...] = (
    (rf"^(?:only |just |all |the )*{_DIRECT} {_WORDS_SAID}(?= \w)", "quotes", "direct"),
    (rf"^(?:only |just |all |the )*{_INDIRECTLY}(?= \w)", "quotes", "indirect"),
    (rf"{_ONLY}\b{_DIRECT} {_WORDS_SAID}(?: only)?\)?", "", "direct"),
    (rf"{_ONLY}\b{_INDIRECTLY}(?: only)?\)?", "", "indirect"),
    (rf"[,;]? \(?{_VERBATIM}\)?$", "", "direct"),
)
KINDS = tuple((_compile(pattern)[0], instead, kind) for pattern, instead, kind in _KINDS)
"""How a question asks for one kind of quote, what stands there then, and the kind."""

SLIP = re.compile(rf"\b(?:{'|'.join(SLIPS)})\b", re.IGNORECASE)
LEAD_IN = re.compile(rf"^{_any_of('lead_ins')}(?:[,:]? |$)", re.IGNORECASE)
FOLLOW_UP = re.compile(rf"(?:^|[, ]+){_any_of('follow_ups')}$", re.IGNORECASE)
QUESTION_WORDS = re.compile(
    rf"^(?:(?:(?:who|what|which|when|where|why|how)(?:'s)?|{_AUX}|been|the|an?)\b(?: |$))+",
    re.IGNORECASE,
)
EVERYBODY = re.compile(_any_of("everybody"), re.IGNORECASE)
GROUP = re.compile(_any_of("groups"), re.IGNORECASE)
PRONOUN = re.compile(_any_of("pronouns"), re.IGNORECASE)
HONORIFIC = re.compile(rf"^{_any_of('honorifics')}\.? (?=\S)", re.IGNORECASE)
TITLE = re.compile(rf"^{_any_of('titles')}\.? (?=\S)", re.IGNORECASE)
