"""`/onrecord people`: who is in the archive, what one said, and who is one with whom."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.blocks.people import build_decisions, build_people, build_profile
from bot.desk import Desk
from bot.desk.people import (
    list_decisions,
    list_joins,
    list_people,
    merge_people,
    show_person,
    split_person,
    undo,
)
from bot.errors import PeopleError
from handlers.posting import Blocks
from store.records import Audience
from store.who import Maker

EXAMPLES = (
    'For example: /onrecord people show "Mara Quill", people merge 12 40, '
    'people split "John Smith" 7, people undo 3, people merges.'
)


@dataclass(frozen=True, slots=True)
class Inquirer:
    """Who asks or decides, what they may see, and links to whose threads they get."""

    audience: Audience
    maker: Maker
    workspace_url: str = ""


def answer_who(desk: Desk, words: str, inquirer: Inquirer) -> Blocks:
    """List, show, merge, split or undo; names and numbers are those that may be seen.

    Raises:
        PeopleError: nobody is called so, or several are; or a verb lacks what it needs.
    """
    verb, *given = _split(words) or ["list"]
    act = VERBS.get(verb.lower())
    if act is None:
        return _list(desk, [words], inquirer)
    return act(desk, given, inquirer)


def _list(desk: Desk, given: Sequence[str], inquirer: Inquirer) -> Blocks:
    return build_people(list_people(desk, " ".join(given), inquirer.audience))


def _show(desk: Desk, given: Sequence[str], inquirer: Inquirer) -> Blocks:
    _need(given, 1)
    profile = show_person(desk, " ".join(given), inquirer.audience)
    return build_profile(profile, workspace_url=inquirer.workspace_url)


def _merge(desk: Desk, given: Sequence[str], inquirer: Inquirer) -> Blocks:
    kept, other, *_ = _need(given, 2, most=2)
    return build_decisions([merge_people(desk, kept, other, inquirer.audience, inquirer.maker)[0]])


def _split_up(desk: Desk, given: Sequence[str], inquirer: Inquirer) -> Blocks:
    name, *articles = _need(given, 2)
    made, _ = split_person(desk, name, articles, inquirer.audience, inquirer.maker)
    return build_decisions([made])


def _undo(desk: Desk, given: Sequence[str], inquirer: Inquirer) -> Blocks:
    number = _need(given, 1, most=1)[0].lstrip("#")
    if not (number.isascii() and number.isdecimal()):
        raise PeopleError(f"\u201c{number}\u201d is no number of a decision.", EXAMPLES)
    return build_decisions([undo(desk, int(number), inquirer.audience, inquirer.maker)])


def _merges(desk: Desk, _given: Sequence[str], inquirer: Inquirer) -> Blocks:
    audience = inquirer.audience
    return build_decisions(list_decisions(desk, audience), list_joins(desk, audience))


def _need(given: Sequence[str], least: int, *, most: int | None = None) -> Sequence[str]:
    if len(given) < least or (most is not None and len(given) > most):
        raise PeopleError("I did not understand that.", EXAMPLES)
    return given


VERBS: dict[str, Callable[[Desk, Sequence[str], Inquirer], Blocks]] = {
    "list": _list,
    "merge": _merge,
    "merges": _merges,
    "show": _show,
    "split": _split_up,
    "undo": _undo,
}


def _split(words: str) -> list[str]:
    """Words and quoted names; a name with an apostrophe in it is no quoted one."""
    straight = words.translate(str.maketrans("\u201c\u201d", '""'))
    lexer = shlex.shlex(straight, posix=True, punctuation_chars="")
    lexer.whitespace_split, lexer.quotes, lexer.commenters = True, '"', ""
    try:
        return list(lexer)
    except ValueError:
        return straight.replace('"', " ").split()
