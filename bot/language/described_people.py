"""Finds the person whom a description means: by role, by age, or whoever is on the mind."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.accused import is_accused_noun
from bot.language.cast import Cast, Member
from bot.language.complements import has_complement, is_past
from bot.language.description_words import (
    find_age,
    find_modifiers,
    find_places,
    is_definite,
    is_general,
    is_in_name,
    is_office_of_matter,
    is_title_like,
)
from bot.language.genders import ask_content
from bot.language.guesses import Guess, to_speaker
from bot.language.offices import (
    OF_MATTERS,
    fits_role,
    is_another_office,
    is_of_state,
    is_youth,
    leads_body,
    office_words,
    tells_all,
)
from bot.language.salience import Salience
from bot.language.sources import Source
from bot.language.wordlists import read_phrases, read_table, read_words

_SHARPNESS = 1.6
_MATCHED, _SHARED, _GENERIC = 0.92, 0.8, 0.68
_OTHER_OFFICE = 0.35
"""Weight left to somebody who is known to be something else than the description says."""
_FRESH = 0.7
"""Confidence is less where even the weightiest one weighs little."""
_ROOM = 0.7
"""Weight left to somebody whose office leaves room for the one that the description tells of."""
_MISFIT = 0.7
"""What is left of the confidence where even the likeliest one is known to be that."""
_SAME_OFFICE = 3.0
"""What it weighs that somebody has the office, though not with all that the description tells."""
_LOOSE = 0.75
"""Confidence that the one person of an office is meant though the text tells not whose."""
_UNMINDED = 0.02
"""Weight of somebody of the right office who is not on the mind."""
_PLAIN = 4.0
"""What it adds that the office is all that a role tells: "President", not "Norland's president"."""
_OTHER_TIME = 0.1
"""Weight left where only one of description and role tells of a former office."""
_SPECIFIC = 0.85
"""What is left of the confidence where words before the noun tell of an office of its own."""
_KEPT = 0.5
"""Confidence from which on a description tells where somebody is from."""
_GROWN = 20
"""An age from which on nobody is called a boy or a girl."""
_MINDED = 0.3
"""Weight of somebody who is on the mind."""
_LEADERS = frozenset({"chief", "boss", "head", "supremo", "tsar", "czar"})


def find_person(
    source: Source, salience: Salience, cast: Cast, barred: frozenset[int] = frozenset()
) -> Guess | None:
    """The person whose role or age fits a description; "the man" is whoever is in mind."""
    fitting = _find_fitting(source, cast, barred)
    only = _find_aged(source, fitting, cast) or _find_accused(source, fitting, cast)
    if len(only) == 1:
        return Guess(to_speaker(only[0]), _MATCHED, only[0])
    modifiers = set(find_modifiers(source))
    owned = any(token.tag_ == "POS" for token in source.span)
    if not modifiers and not owned and is_of_state(source.head):
        fitting = [m for m in fitting if not _leads_another(source.head, m, salience, cast)]
    known = is_definite(source.span) or (owned and is_past(source.head))
    matched = [m for m in fitting if (known or owned) and _matches(source, m, cast, modifiers)]
    if is_general(source.head) or source.head.lower_ in read_table("party_words"):
        matched = []  # who is on the mind counts for more
    matched = _leave_heads(source, matched, cast)
    if matched:
        return _choose(source, matched, salience, cast)
    bare = [m for m in fitting if known and _holds_bare_office(source, m, cast)]
    if len(bare) == 1:
        return Guess(to_speaker(bare[0]), _LOOSE, bare[0])
    if not known or is_in_name(source.head):
        return None
    fitting = _leave_holders(source, fitting, cast)
    if source.head.lower_ in read_words("generic_nouns") or is_title_like(source.head):
        return None
    return _take_salient(source, fitting, salience, cast)


def _leave_heads(source: Source, matched: list[Member], cast: Cast) -> list[Member]:
    """Without those who lead a government where another is meant by "the minister"."""
    if source.head.lower_ != "minister" or "prime" in source.span.text.lower():
        return matched
    offices = ((member, map(office_words, cast.roles_of(member))) for member in matched)
    plain = [m for m, told in offices if any("minister" in w and "prime" not in w for w in told)]
    return plain or matched


def _leave_holders(source: Source, fitting: list[Member], cast: Cast) -> list[Member]:
    """Who may have an office that the text tells with its matter: who is known to have none.

    Whom other descriptions with a complement mean cannot be told.
    """
    if not has_complement(source.head) or find_age(source.span):
        return fitting
    matter = is_office_of_matter(source.head)
    return [m for m in fitting if not cast.offices_of(m)] if matter else []


def _find_aged(source: Source, fitting: list[Member], cast: Cast) -> list[Member]:
    """Those whose age the text gives, for a description by age."""
    if not find_age(source.span) and not is_youth(source.head):
        return []
    return [m for m in fitting if cast.age_of(m)]


def _find_accused(source: Source, fitting: list[Member], cast: Cast) -> list[Member]:
    """Those who are charged with a deed, for "the gunman"."""
    if not is_accused_noun(source.head) or not is_definite(source.span):
        return []
    return [m for m in cast.accused if m.spans[0][0] < source.head.i and m in fitting]


def _find_fitting(source: Source, cast: Cast, barred: frozenset[int]) -> list[Member]:
    """The people whom a description can mean by gender and age."""
    told = read_table("person_nouns").get(source.head.lower_, "") or ask_content(source.head)
    fitting = [m for m in cast.people if not (told and m.gender and told != m.gender)]
    fitting = [m for m in fitting if id(m) not in barred and not _is_another(source, m, cast)]
    if not find_age(source.span) and not is_youth(source.head):
        return fitting
    return [m for m in fitting if _fits_age(source, cast.age_of(m))]


def _is_another(source: Source, member: Member, cast: Cast) -> bool:
    """Whether every office of somebody is another than the one described: "the home secretary"."""
    if source.head.lower_ not in OF_MATTERS:
        return False
    told = [(role, office_words(role)) for role in cast.offices_of(member)]
    offices = [
        role for role, words in told if source.head.lower_ in words and "former" not in words
    ]
    return bool(offices) and all(is_another_office(role, source.span.text) for role in offices)


def _fits_age(source: Source, age: str) -> bool:
    """Whether a description fits somebody of an age; "" fits any."""
    told = find_age(source.span)
    if told or not age.isdecimal():
        return age in (told, "")
    return int(age) < _GROWN


def _leads_another(noun: Token, member: Member, salience: Salience, cast: Cast) -> bool:
    """Whether "the president" is the country's: that of a club would have to be on the mind."""
    roles = [role for role in cast.roles_of(member) if noun.lower_ in office_words(role)]
    if not roles or not all(leads_body(role, noun.lower_) for role in roles):
        return False
    return all(weight < _MINDED for weight, minded in salience.rank() if minded is member)


def _holds_bare_office(source: Source, member: Member, cast: Cast) -> bool:
    """Whether somebody has the office and no role tells whose: "Gov." for "the Ohio governor".

    Nor does "the region's mayor" tell which region it is.
    """
    words = source.span.text.lower().split()
    meanings = {
        source.head.lower_,
        *read_table("title_meanings").get(source.head.lower_, "").split(),
    }
    fitting = [role for role in cast.roles_of(member) if fits_role(role, meanings, set())]
    short = {*words, *meanings}
    return bool(fitting) and all(short.issuperset(_leave_area(role)) for role in fitting)


def _leave_area(role: str) -> list[str]:
    """The words of a role without the kind of area that it is for: "mayor" of "city's mayor"."""
    words = role.lower().replace("’", "'").split()
    area = words[0].endswith("'s") and words[0][:-2] in read_words("area_nouns")
    return words[area:]


def _choose(source: Source, matched: list[Member], salience: Salience, cast: Cast) -> Guess:
    """Of several of one office the one on the mind; "the president" is no former one."""
    if len(matched) == 1:
        return Guess(to_speaker(matched[0]), _MATCHED, matched[0])
    on_mind = {id(member): weight for weight, member in salience.rank()}
    former = "former" in source.span.text.lower().split()

    def weigh(member: Member) -> float:
        roles = [role.lower().split() for role in cast.roles_of(member)]
        plain = any(len(role) == 1 for role in roles) and not former
        past = bool(roles) and all("former" in role for role in roles)
        weight = on_mind.get(id(member), 0.0) + _UNMINDED * (1 + _PLAIN * plain)
        return weight * (1.0 if past == former else _OTHER_TIME)

    best = max(matched, key=weigh)
    share = weigh(best) / sum(weigh(member) for member in matched)
    return Guess(to_speaker(best), _SHARED * share, best)


def _take_salient(
    source: Source, fitting: list[Member], salience: Salience, cast: Cast
) -> Guess | None:
    """Whoever is on the mind, rather somebody of whom nothing else is known."""
    party = source.head.lower_ in read_table("party_words")
    general = party or bool(find_age(source.span)) or is_general(source.head)
    known = {id(member) for member in fitting}
    ranked = [
        (weight * _weigh_office(source, member, cast, general=general), member)
        for weight, member in salience.rank()
        if id(member) in known
    ]
    if not ranked:
        return None
    weight, best = max(ranked, key=lambda pair: pair[0])
    share = weight**_SHARPNESS / sum(w**_SHARPNESS for w, _ in ranked)
    misfit = _weigh_office(source, best, cast, general=general) == _OTHER_OFFICE
    if misfit and source.head.is_title:  # "the Chancellor" is no professor
        return None
    confidence = _GENERIC * share * min(1.0, _FRESH + weight) * (_MISFIT if misfit else 1.0)
    if not general and list(find_modifiers(source)) and cast.offices_of(best):
        confidence *= _SPECIFIC
    if confidence > _KEPT:
        cast.tell_places(best, find_places(source))
    return Guess(to_speaker(best), confidence, best)


def _weigh_office(source: Source, member: Member, cast: Cast, *, general: bool) -> float:
    """How well what is known of somebody goes with a description, which may fit anybody."""
    if cast.is_otherwise(member, find_places(source)):
        return _OTHER_OFFICE
    if fits_role_of(source, member, cast):
        return _SAME_OFFICE
    if general or not cast.offices_of(member):
        return 1.0
    past = "former" in source.span.text.lower().split()  # says nothing of an office now
    return _ROOM if past or _may_be_both(source.head, member, cast) else _OTHER_OFFICE


def _may_be_both(noun: Token, member: Member, cast: Cast) -> bool:
    """Whether an office that somebody has leaves room for a description: captain, "midfielder"."""
    held = {word for role in cast.offices_of(member) for word in office_words(role)}
    return any(
        noun.lower_ in line.split() and held.intersection(line.split())
        for line in read_phrases("joint_offices")
    )


def fits_role_of(source: Source, member: Member, cast: Cast) -> bool:
    """Whether somebody has a role that a description tells of."""
    return _matches(source, member, cast, set())


def _matches(source: Source, member: Member, cast: Cast, modifiers: set[str]) -> bool:
    word = source.head.lower_
    meanings = {word, *read_table("title_meanings").get(word, "").split()}
    meanings.update(read_table("party_words").get(word, "").split())
    leads = bool(modifiers) and word in _LEADERS
    fitting = (
        role
        for role in cast.roles_of(member)
        if fits_role(role, meanings, modifiers) or (leads and tells_all(role, modifiers))
    )
    return any(not is_another_office(role, source.span.text) for role in fitting)
