"""Goes on with somebody unnamed who has just spoken: "A captain said no. “Never,” he said"."""

from __future__ import annotations

from bot.language.cast import Cast
from bot.language.described_people import fits_role_of
from bot.language.description_words import find_modifiers, is_definite
from bot.language.genders import PRONOUNS
from bot.language.guesses import Guess
from bot.language.roles import is_person_noun
from bot.language.sources import Source
from bot.language.texts import read_text
from bot.language.things import go_on
from bot.language.wordlists import read_table

_MANY = frozenset({"NNS", "NNPS", "PRP"})
"""Tags of words for several, and of pronouns."""


def go_on_unnamed(source: Source, last: Guess, before: Source, cast: Cast) -> Guess | None:
    """Whoever has just spoken without a name, if the paragraph tells of nobody else who fits.

    Args:
        source: "he", "the player": None is found for any other.
        last: who spoke last.
        before: the words that told so.
        cast: who is named in the text.
    """
    text, start = read_text(source.span.doc), source.span.start_char
    new = not is_definite(before.span) and before.head.tag_ not in _MANY
    if last.speaker.kind != "anonymous" or not new or "\n" in text[before.span.end_char : start]:
        return None
    paragraph = text.rfind("\n", 0, start) + 1
    around = [m for _, _, m in cast.mentions_within(paragraph, start) if m.is_person]
    if source.form == "pronoun":
        told = PRONOUNS.get(source.head.lower_, "")
        others = any(member.gender in (told, "") for member in around)
        return go_on(last) if not others and _gender_of(before) in (told, "") else None
    fitting = any(fits_role_of(source, member, cast) for member in around)
    return go_on(last) if _is_plain(source) and not fitting else None


def _gender_of(source: Source) -> str:
    return read_table("person_nouns").get(source.head.lower_, "")


def _is_plain(source: Source) -> bool:
    """Whether a description tells nothing that would single somebody out: "the player"."""
    person = source.form == "description" and is_person_noun(source.head)
    return person and is_definite(source.span) and not list(find_modifiers(source))
