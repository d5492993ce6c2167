"""`onrecord people`: who is in the archive, what one said, and who is one with whom."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from bot.cli.options import database_option, json_option, open_desk
from bot.cli.printing import print_blocks, print_json

if TYPE_CHECKING:
    from store.who import Decision, Maker, Person

EXAMPLES = """\b
Examples:
  onrecord people
  onrecord people quill
  onrecord people show "Mara Quill"
  onrecord people merge "Robert Trask" "Bob Trask"
"""

SHOW_EXAMPLES = """\b
Examples:
  onrecord people show "Mara Quill"
  onrecord people show 12 --json | jq .differing
"""

MERGE_EXAMPLES = """\b
Examples:
  onrecord people merge "Robert Trask" "Bob Trask"
  onrecord people merge 12 40 --why "same office, same day"
"""

SPLIT_EXAMPLES = """\b
Examples:
  onrecord people split "John Smith" 7
  onrecord people split 12 7 9 https://example.com/story --why "the footballer"
"""

UNDO_EXAMPLES = """\b
Examples:
  onrecord people undo 3
"""

MERGES_EXAMPLES = """\b
Examples:
  onrecord people merges
  onrecord people merges --json | jq .by_rule
"""


class ListUnlessNamed(click.Group):
    """A group whose `list` runs where the first word is no command: it is a name then."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Put `list` before what is a name."""
        words = [word for word in args if not word.startswith("-")]
        asks_for_help = bool({"-h", "--help"} & set(args)) and not words
        if not asks_for_help and (not words or words[0] not in self.commands):
            args = ["list", *args]
        return super().parse_args(context, args)


why_option = click.option("--why", default="", metavar="WORDS", help="The reason, for the log.")


@click.group(
    cls=ListUnlessNamed,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar="[NAME | COMMAND ...]",
)
def people() -> None:
    """Who is in the archive, and who is one with whom.

    With a NAME, or nothing, it lists who is called so: number, name, role, how much was said.
    What the program took for one person can be split, and what it kept apart merged; what
    people decide wins over its rules, for later articles too.
    """


@people.command("list", epilog=EXAMPLES)
@click.argument("name", nargs=-1)
@click.option(
    "--limit",
    type=click.IntRange(1, 1000),
    default=20,
    show_default=True,
    help="The most people to list.",
)
@json_option
@database_option
def list_(name: tuple[str, ...], limit: int, as_json: bool, db: str | None) -> None:
    """List who is called NAME, or all, who said most first."""
    from bot.blocks.people import build_people
    from bot.cli.people_shapes import shape_person
    from bot.desk.people import list_people
    from store.records import Audience

    with open_desk(db) as desk:
        found = list_people(desk, " ".join(name), Audience(), limit=limit)
    if as_json:
        print_json([shape_person(person) for person in found], indent=2)
    else:
        print_blocks(build_people(found, whole=True))


@people.command(epilog=SHOW_EXAMPLES)
@click.argument("name", nargs=-1, required=True)
@json_option
@database_option
def show(name: tuple[str, ...], as_json: bool, db: str | None) -> None:
    """Show everything that one person said.

    NAME is a name or a number from the list. First come words on the same thing that differ
    between two days, side by side; then all statements by topic, newest first.
    """
    from bot.blocks.people import build_profile
    from bot.cli.people_shapes import shape_profile
    from bot.desk.people import show_person
    from store.records import Audience

    with open_desk(db) as desk:
        profile = show_person(desk, " ".join(name), Audience())
    if as_json:
        print_json(shape_profile(profile), indent=2)
        return
    print_blocks(build_profile(profile, whole=True))
    for ref, rule in profile.articles:
        said = f" ({rule})" if rule else ""
        click.echo(f"article {ref.id}: {ref.headline or ref.url}{said}")


@people.command(epilog=MERGE_EXAMPLES)
@click.argument("kept")
@click.argument("other")
@why_option
@json_option
@database_option
def merge(kept: str, other: str, why: str, as_json: bool, db: str | None) -> None:
    """Make OTHER one with KEPT: names or numbers.

    Later articles that use either name are about the one person.
    """
    from bot.desk.people import merge_people
    from store.records import Audience

    with open_desk(db) as desk:
        decision, person = merge_people(desk, kept, other, Audience(), _maker(why))
    _print_decision(decision, person, as_json=as_json)


@people.command(epilog=SPLIT_EXAMPLES)
@click.argument("name")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@why_option
@json_option
@database_option
def split(name: str, articles: tuple[str, ...], why: str, as_json: bool, db: str | None) -> None:
    """Make whom these articles call NAME somebody else.

    ARTICLE is a number, as `onrecord people show` prints it, or a link.
    """
    from bot.desk.people import split_person
    from store.records import Audience

    with open_desk(db) as desk:
        decision, person = split_person(desk, name, articles, Audience(), _maker(why))
    _print_decision(decision, person, as_json=as_json)


@people.command(epilog=UNDO_EXAMPLES)
@click.argument("number", type=click.IntRange(1))
@json_option
@database_option
def undo(number: int, as_json: bool, db: str | None) -> None:
    """Take back a merge or split, by its number."""
    from bot.desk import people as at_desk
    from store.records import Audience

    with open_desk(db) as desk:
        decision = at_desk.undo(desk, number, Audience(), _maker(""))
    _print_decision(decision, None, as_json=as_json)


@people.command(epilog=MERGES_EXAMPLES)
@click.option(
    "--limit",
    type=click.IntRange(1, 10_000),
    default=50,
    show_default=True,
    help="The most lines of each kind.",
)
@json_option
@database_option
def merges(limit: int, as_json: bool, db: str | None) -> None:
    """List who was made one: by hand, and by rule under another name."""
    from bot.blocks.people import build_decisions
    from bot.cli.people_shapes import shape_decision, shape_join
    from bot.desk.people import list_decisions, list_joins
    from store.records import Audience

    with open_desk(db) as desk:
        made = list_decisions(desk, Audience(), limit=limit)
        joined = list_joins(desk, Audience(), limit=limit)
    if as_json:
        by_hand, by_rule = map(shape_decision, made), map(shape_join, joined)
        print_json({"by_hand": list(by_hand), "by_rule": list(by_rule)}, indent=2)
    else:
        print_blocks(build_decisions(made, joined))


def _maker(why: str) -> Maker:
    from getpass import getuser

    from store.who import Maker

    try:
        name = getuser()
    except OSError:  # an account without a name, as in a container
        name = "the command line"
    return Maker(name, datetime.now(UTC), why)


def _print_decision(decision: Decision, person: Person | None, *, as_json: bool) -> None:
    from bot.blocks.people import build_decisions, build_people
    from bot.cli.people_shapes import shape_decision, shape_person

    if as_json:
        now = shape_person(person) if person else None
        print_json({**shape_decision(decision), "person": now}, indent=2)
        return
    print_blocks(build_decisions([decision]))
    if person:
        print_blocks(build_people([person], whole=True))
