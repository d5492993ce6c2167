"""The forms of questions, put together from the words in `questions.toml`."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

_READ = tomllib.loads(files("bot.desk").joinpath("questions.toml").read_text("utf-8"))
SLIPS: dict[str, str] = _READ.pop("slips")
_REWRITES: dict[str, str] = _READ.pop("rewrites")
_WORDS: dict[str, list[str]] = _READ


def _any_of(name: str) -> str:
    return f"(?:{'|'.join(_WORDS[name])})"


def _compile(*forms: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


THINGS = _any_of("things")
_SAID = _any_of("said")
_MENTIONED = _any_of("mentioned")
ABOUT = _any_of("about")
_ABOUT = ABOUT
_OF = f"(?:{_ABOUT}|of|over)"
_QUOTES = (
    rf"(?:{_any_of('all_of')} )*{THINGS}"
    r"(?: (?:made|given|said|raised|voiced|expressed|issued|on record))?"
)
_OWNED = rf"(?:{_any_of('all_of')} )*{_any_of('owned')}"
_AUX = r"(?:did|does|do|has|have|had|is|are|was|were|will|would)(?:n't| not)?"
_ASKING = r"(?:did|does|do|has|have|had)"
"""What begins a question and no name."""
_ASKED = rf"(?:'s|'ve| {_AUX})"
_ALSO = (
    r"(?: (?:ever|just|already|actually|also|all|been|being|else|publicly|first|last|once|to say"
    r"|quoted as))*"
)
_WHAT = (
    r"(?: (?:what|anything|something|things|stuff|much|which things)"
    r"| (?:that|it|this|so)(?= (?:about|on) |$))?"
)
_TO = (
    r"(?: (?:reporters|journalists|lawmakers|parliament|congress|mps|us|me|people|voters|viewers"
    r"|analysts|investors|shareholders|councillors|members|staff|supporters|customers|fans|jurors"
    r"|the [\w-]+(?: (?!about |on )[\w-]+)?"
    r"|(?:to|at) (?:(?!about |on )\S+ ?){1,5}?))?"
)
_SPEAKER = (
    r"(?P<speaker>(?!(?:the|an?|any) \x01)"
    r"(?:(?! (?:said|says|say|saying|he|she|they|when)\b)(?! ?[,:;-] (?:who|what)\b).)+?)"
)
"""Up to the first word for saying, or another one that no name has in it."""
_WHICH = _SPEAKER.replace("(?P<speaker>", "(?P<speaker>which ")
_TOPIC = r"(?P<topic>.+)"
_MADE = (
    r"(?:(?:was|were|is|are|has|have|been|being) )+"
    r"(?:made|given|issued|offered|raised|voiced|heard)"
)
_IT = r"(?:it|him|her|them|this|that|those)"
_ANSWER = r"(?:reactions?|responses?|answers?|repl(?:y|ies))"
_NAMELESSLY = (
    r"anonymously|off the record|on background|(?:up)?on (?:the )?condition of anonymity"
    r"|without (?:(?:being )?named|giving (?:a|their) names?)"
)
_VERB = r"\x01(?P<verb>\w+)"
_WHAT_IS = r"what(?:'s| is| are| was| were)"
_WITH = rf"(?: (?:any|some)thing)?(?: (?:{_ABOUT}|for|of|over|against|at|to|that|with))?"

FORMS = _compile(
    rf"(?:who|{_AUX} (?:any|some)(?:one|body)){_ALSO}{_ASKED}?{_ALSO} {_SAID}{_WHAT}"
    rf" (?P<speaker>{_NAMELESSLY})(?: {_OF} {_TOPIC})?",
    rf"{_QUOTES} {_MADE}(?: (?:by|from) {_SPEAKER})? (?:{_OF}|for|against|to) {_TOPIC}",
    rf"(?:{_any_of('all_of')} )*{_ANSWER} (?:by|from|of) {_SPEAKER} (?:to|{_ABOUT}) {_TOPIC}",
    rf"who{_ALSO}{_ASKED}?{_ALSO} {_SAID}{_WHAT}{_TO} {_OF} {_TOPIC}",
    rf"who{_ALSO}{_ASKED}?{_ALSO} {_MENTIONED} {_TOPIC}",
    rf"who{_ALSO}{_ASKED}?{_ALSO} {_SAID} what{_TO}",
    rf"who{_ALSO}{_ASKED}?{_ALSO} uses?d? the (?:words?|phrase|term|expression|line) {_TOPIC}",
    rf"who{_ALSO}{_ASKED}?{_ALSO} {_SAID}(?: that| the (?:words?|phrase|term))? {_TOPIC}",
    rf"what{_ALSO}{_ASKED}?{_ALSO} (?:said|written|reported|claimed|stated)"
    rf"(?: {_OF} (?P<topic>.+?))?(?: (?:by|from) {_SPEAKER}(?: {_ABOUT} (?P<topic_after>.+))?)?",
    rf"(?:what|when|where|how|why){_ALSO}{_ASKED} {_SPEAKER}{_ALSO} {_SAID}{_WHAT}{_TO}"
    rf"(?: {_OF} {_TOPIC})?",
    rf"(?:what|when|where|how|why){_ALSO}{_ASKED} {_SPEAKER}{_ALSO} {_MENTIONED} {_TOPIC}",
    rf"how{_ASKED} {_SPEAKER} (?:respond|react|answer|reply|feel)(?:ed|s|ing)?"
    rf"(?: (?:to|at|{_OF}) {_TOPIC})?",
    rf"where{_ASKED} {_SPEAKER} stand {_ABOUT} {_TOPIC}",
    rf"what (?!\w+ {_MADE}\b){_SPEAKER}{_ASKED}?{_ALSO} {_SAID}{_TO}(?: {_OF} {_TOPIC})?",
    rf"{_AUX} {_SPEAKER}{_ALSO} {_SAID}{_WHAT}{_TO}(?: {_OF} {_TOPIC})?",
    rf"{_AUX} {_SPEAKER}{_ALSO} {_MENTIONED} {_TOPIC}",
    rf"{_QUOTES} (?:by|from|of|out of|attributed to) {_SPEAKER}(?: {_ABOUT} {_TOPIC})?",
    rf"{_OWNED} (?:by|from) {_SPEAKER}(?: {_ABOUT} {_TOPIC})?",
    rf"{_QUOTES} (?:{_ABOUT}|to|for) (?P<topic>.+?)(?: (?:by|from) (?P<speaker>.+))?",
    rf"(?:{_WHAT_IS} )?(?!(?:what|who|how|{_ASKING})\b){_SPEAKER}'s? (?:{_QUOTES}|{_OWNED})"
    rf"(?: (?:{_OF}|to|towards?|for|against|with) {_TOPIC})?",
    rf"{_WHICH}{_ASKED}?{_ALSO} {_SAID}{_WHAT}{_TO} {_OF} {_TOPIC}",
    rf"{_WHICH}{_ASKED}?{_ALSO} {_MENTIONED} {_TOPIC}",
    rf"{_WHICH}{_ASKED}?{_ALSO} {_SAID}(?: that)? {_TOPIC}",
    rf"(?:everything|anything|whatever|all)(?: the things)?(?: that)? {_SPEAKER}{_ASKED}?{_ALSO}"
    rf" {_SAID}{_TO}(?: {_OF} {_TOPIC})?",
    rf"(?:what )?according to {_SPEAKER}(?:,? what .*)?",
    rf"(?:{_ABOUT} )?(?P<topic>(?!(?:who|what)\b).+?)(?: ?[,:;-]+)* who{_ASKED}?{_ALSO} {_SAID}"
    rf"(?: what| that| this| it| so)?(?:(?: anything| something)? {_OF} {_IT})?",
    rf"(?P<topic>(?!(?:who|what)\b).+?)(?: ?[,:;-]+)+ who{_ASKED}?{_ALSO} {_MENTIONED} {_IT}",
    rf"(?P<topic>.+?)(?: ?[,:;-]+)* (?:any|all) {_QUOTES}",
    rf"(?!(?:who|what|which|when|where|why|how)\b){_SPEAKER}{_ASKED}?{_ALSO} {_SAID}{_WHAT}{_TO}"
    rf" {_ABOUT} {_TOPIC}",
    rf"(?:{_any_of('everybody')} )?{_ABOUT} {_TOPIC}",
    rf"(?:by|from) {_SPEAKER}(?: {_ABOUT} {_TOPIC})?",
    rf"{_QUOTES}",
    rf"(?:who|{_any_of('everybody')}){_ALSO}{_ASKED}?{_ALSO} {_SAID}{_WHAT}{_TO}",
)
"""What a whole question may look like; the first that fits is it."""

_REACTIONS = r"(?:quotes?|reactions?|reax|comments?|remarks?)"
QUOTES_OF = _compile(rf"{_REACTIONS}:? {_TOPIC}", rf"(?P<topic>[\w\"].*?) {_REACTIONS}")
"""The same, where no known name stands beside the topic."""

VERB = "\x01"
"""Stands before each verb of `store.verbs` when a question is matched with the forms below."""

FORMS_WITH_A_VERB = _compile(
    rf"who{_ALSO}{_ASKED}?{_ALSO} {_VERB}{_WITH} {_TOPIC}",
    rf"who{_ALSO}{_ASKED}?{_ALSO} {_VERB}",
    rf"(?P<topic>[^\"]+?)(?: ?[,:;-]+)+ who{_ASKED}?{_ALSO} {_VERB}(?:{_WITH} {_IT})?",
    rf"what{_ALSO}{_ASKED} {_SPEAKER}{_ALSO} {_VERB}{_TO}(?: (?:{_OF}|for)(?: {_TOPIC})?)?",
    rf"what{_ALSO}{_ASKED} {_SPEAKER}{_ALSO} {_VERB}{_WITH} {_TOPIC}",
    rf"(?:when|where|how|why){_ALSO}{_ASKED} {_SPEAKER}{_ALSO} {_VERB}{_WITH}(?: {_TOPIC})?",
    rf"{_AUX} {_SPEAKER}{_ALSO} {_VERB}(?:{_WITH} {_TOPIC})?",
    rf"{_WHICH}{_ASKED}?{_ALSO} {_VERB}{_WITH} {_TOPIC}",
    rf"(?:{_any_of('all_of')} )*{_VERB}(?<=s) (?:{_ABOUT}|of|over|for|against) {_TOPIC}",
    rf"(?:{_any_of('all_of')} )+{_VERB}(?: {_MADE})?(?: (?:by|from) {_SPEAKER})?"
    rf" (?:{_ABOUT}|of|over|for|against) {_TOPIC}",
    rf"(?:{_any_of('all_of')} )+{_VERB} (?:by|from) {_SPEAKER}",
    rf"whom? {_ASKING} {_SPEAKER}{_ALSO} {_VERB}(?:{_WITH} {_TOPIC})?",
)
"""The same, where it asks how something was said: "who denied the report"."""

FORMS_WITH_A_NAME = _compile(
    rf"(?!{_ASKING} ){_SPEAKER}(?:[,:]? {_ABOUT}|:(?! (?:who|what|did|has|have|does)\b)) {_TOPIC}",
    rf"(?!{_ASKING} )(?:{_WHAT_IS} )?(?:{_any_of('all_of')} ){{0,2}}{_SPEAKER}"
    rf" (?:{_QUOTES}|{_OWNED})(?:(?: (?:{_OF}|to|towards?|from|in|at|during)|[,:]| -) {_TOPIC})?",
    _SPEAKER,
)
"""The same, where the speaker is one whom the archive knows, or nameless people."""

A_NAME_AND_A_VERB = _compile(rf"(?!{_AUX} ){_SPEAKER}(?:'s)?{_ALSO} {_VERB}{_WITH}(?: {_TOPIC})?")
"""The same, where such a speaker is the subject: "Kirby denies the report"."""

FORMS_AT_LAST = _compile(
    rf"(?:(?:what|when|where|how|why){_ALSO}{_ASKED}|{_AUX}) {_SPEAKER}{_ALSO} {_SAID} "
    r"(?:(?:exactly|when|that|why|whether|how(?: much| many| long| often)?|if|after|before|during"
    rf"|at|in|to|as|it|{_ABOUT})(?: |$))*(?P<topic>.*)",
    rf"how .+? {_AUX} {_SPEAKER}{_ALSO} {_SAID}(?: that)? {_TOPIC}",
    rf"(?P<topic>.+?),? according to {_SPEAKER}",
    rf"(?!{_AUX} ){_SPEAKER}{_ASKED}?{_ALSO} {_SAID}(?: that)? {_TOPIC}",
)
"""Where nothing else fits, and the speaker is known: "what did Kirby say after the election"."""

SAYING = re.compile(
    rf"(?<=\w)[ ,:-]+(?:{_any_of('all_of')} )*(?P<thing>{THINGS})(?=$|[ ,:-])", re.IGNORECASE
)
"""A word for what somebody says, between the speaker and the topic or behind both."""
OF_ONE = re.compile(_any_of("of_one"), re.IGNORECASE)

_IN_A_STORY = (
    r" in (?:the |our |that |an? )(?!same\b)([^\"]+?)"
    r" (?:story|article|piece|coverage|reports?)$"
)
_ON_A_STORY = r" (?:on|about) (?:the|our|that|this) ([^\"]+?) story$"
ASIDES = tuple(
    (re.compile(aside, re.IGNORECASE), instead)
    for aside, instead in (
        (_IN_A_STORY, r" on \1"),
        (_ON_A_STORY, r" on \1"),
        (r" \([^()\"]+\)(?= (?:on|about|re)\b)", ""),
    )
)
"""What else may stand in a question without its outlet, and what that means."""

PREFACE = re.compile(
    r".*?(?: [-\u2013\u2014]|:|,) "
    r"(?=(?:what|who|did|has|have|(?:any |all )?(?:quotes?|anything|comments?) (?:from|by))\b)",
    re.IGNORECASE,
)
"""What may stand before a question: "debate last night - what did Mendez say"."""

BODIES: frozenset[str] = frozenset(_WORDS["bodies"])
"""Bodies without a name."""

CLASSES: frozenset[str] = frozenset(_WORDS["classes"])
"""Groups of people, in the plural."""
MATTERS = _any_of("matters")
PAPERS = _any_of("papers")
ALSO_PAPERS = _any_of("also_papers")

CLASS_ENDING = re.compile(rf".*\b{_any_of('class_endings')}", re.IGNORECASE)
"""What ends as words for such groups do: pharmacists, electricians."""

REWRITES = tuple((_compile(pattern)[0], instead) for pattern, instead in _REWRITES.items())
"""Wordings of a question, and the words of the same meaning that are read in their place."""

SPELLED: tuple[str, ...] = tuple(_WORDS["spelled"])
"""Words that no other word is like but for one letter."""
LONG_WORD = re.compile(r"\b[a-z]{7,}\b(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", re.IGNORECASE)
"""A word long enough to be one of them with a slip, outside quotation marks."""
SLIP = re.compile(rf"\b(?:{'|'.join(SLIPS)})\b", re.IGNORECASE)
AFTER_A_LEAD = re.compile(
    r"(?<=\b(?:in|on|by) )\w{6,}\b|(?<=\b(?:last|this|from) )\w{6,}\b"
    r"|(?<=\b(?:since|after|until|early) )\w{6,}\b|(?<=\bbefore )\w{6,}\b",
    re.IGNORECASE,
)
"""A word that may be the name of a month or a day."""
LEAD_IN = re.compile(rf"^{_any_of('lead_ins')}(?:[,:!]* (?:- )?|$)", re.IGNORECASE)
FOLLOW_UP = re.compile(rf"(?:^|[, ]+){_any_of('follow_ups')}$", re.IGNORECASE)
QUESTION_WORDS = re.compile(
    rf"^(?:(?:(?:who|what|which|when|where|why|how(?: (?:many|much|long))?)(?:'s)?|{_AUX}|been"
    r"|the|an?)\b(?: |$))+",
    re.IGNORECASE,
)
WHO_DOES = re.compile(
    r"^[Ww]ho (?:(?:has|have|had|is|was) )?[a-z]+(?:s|ed) (?:(?:for|to|with|that) )?"
)
"""Of "who wants the bridge closed" the part that is no topic: the archive knows what was said."""
EXCEPT = re.compile(
    rf",? ?\(?\b{_any_of('except')} (?:(?:by|from|of|what|those|quotes|anything) )*(?:the )?(?=\w)",
    re.IGNORECASE,
)
"""Before whom a question leaves out."""
SUBJECT = re.compile(
    rf"^(?:.* )?(?:who|{_any_of('everybody')}|people|speakers)(?: else)?$", re.IGNORECASE
)
"""Before that, where whoever is meant must be somebody who speaks."""
ASKING_WORDS: frozenset[str] = frozenset(" ".join(_WORDS["asking"]).split())
"""Words that say nothing of what a question is about."""
ASKING_AT_FIRST: frozenset[str] = frozenset(" ".join(_WORDS["asking_at_first"]).split())
"""The same, where no word of a topic stands right before."""
ASKING_SURELY: frozenset[str] = frozenset(" ".join(_WORDS["asking_surely"]).split())
"""Of these those that stand in no topic."""
NEGATES = re.compile(rf"\b{_any_of('negating')}\b", re.IGNORECASE)
"""What tells that something is not wanted."""
JOINS_A_QUESTION = re.compile(
    rf"(?:^| )(?:{_AUX}|{_any_of('said')}|{_any_of('mentioned')}|{_any_of('about')}"
    r"|in|since|before)(?: |$)",
    re.IGNORECASE,
)
"""With what a question goes on behind a name."""
ASKS_WHETHER = re.compile(
    rf"^(?:(?:why|when|where|how){_ALSO}{_ASKED}|{_AUX}){_ALSO} ", re.IGNORECASE
)
ASIDE_FROM_TOPIC = re.compile(
    rf"^(?:(?:been|be|being|get|got) )?(?:[\w-]+ (?:{_OF}|for|against|with|to) )?", re.IGNORECASE
)
"""Of what somebody is asked to have done the verb: "disagree about the dam"."""
THE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
EVERYBODY = re.compile(rf"{_any_of('everybody')}\b", re.IGNORECASE)
GROUP_WORDS = re.compile(rf"^(?:{_any_of('group_words')} )+", re.IGNORECASE)
NAMELESS = re.compile(rf"{_any_of('nameless')}", re.IGNORECASE)
PRONOUN = re.compile(_any_of("pronouns"), re.IGNORECASE)
MENTION = re.compile(rf"\b{_any_of('naming')}\b", re.IGNORECASE)
"""Asks for words on a topic itself, and not on all that its article is about."""
HONORIFIC = re.compile(rf"^{_any_of('honorifics')}\.? (?=\S)", re.IGNORECASE)
JOINED = re.compile(
    rf"\b(?!states?\b)(?:{_any_of('about')}|and|or|by|who|what|{_any_of('said')})\b",
    re.IGNORECASE,
)
"""What stands in no name of a group of people; "state" is a word for saying, and in many."""
TELLS = re.compile(
    rf"^(?:who|what|which|when|where|why|how|{_AUX})\b|{JOINED.pattern}", re.IGNORECASE
)
"""What stands in no question of a name and a topic alone."""
QUOTES_ASIDE = re.compile(
    rf"^(?:{_any_of('all_of')} )+"
    r"|(?:^| )(?:quotes?|quotations?|statements?|soundbites?|reax)(?= |$)",
    re.IGNORECASE,
)
"""The words of such a question that only ask."""
TITLE = re.compile(rf"^{_any_of('titles')}\.? (?=\S)", re.IGNORECASE)
