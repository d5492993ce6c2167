"""People: who is in the archive, everything that one said, and what was decided about them."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, RichTextElement

from bot.blocks.answers import build_statement
from bot.blocks.elements import Blocks, bullets, context, fill, rich_text, section, text, to_dicts
from bot.blocks.quotes import SEPARATOR
from bot.blocks.wording import clean_name, count, format_date, join_facts
from store.records import Speaker, Statement
from store.who import Contrast, Decision, Held, Join, OnTopic, Person, Profile

LIMIT = 300
"""Characters of one quote."""
_EACH = 10
"""Statements shown on one topic."""
_ALIASES = 8


def build_people(people: Sequence[Person], *, whole: bool = False) -> Blocks:
    """A line for each: number, name, newest role, how much was said and when.

    Args:
        people: in the order of the list.
        whole: show all of them, also past Slack's limits: for a terminal.
    """

    def build(kept: int) -> Blocks:
        lines = [section(*_describe(person)) for person in people[:kept]]
        return to_dicts([rich_text(bullets(lines))])

    if not people:
        return to_dicts([rich_text(section(text("Nobody is quoted in the archive yet.")))])
    return build(len(people)) if whole else fill(build, len(people))


def build_profile(profile: Profile, *, workspace_url: str = "", whole: bool = False) -> Blocks:
    """The speaker's view: who it is, where the words differ, then all of them by topic.

    Args:
        profile: one person's.
        workspace_url: of the workspace, for links to threads.
        whole: show every statement, also past Slack's limits: for a terminal.
    """
    now = _speaker(profile.person)
    parts = [_build_contrast(each, now, workspace_url) for each in profile.contrasts]
    most = None if whole else _EACH
    parts += [_build_topic(each, most, now, workspace_url) for each in profile.topics]
    head = _build_head(profile.person)

    def build(kept: int) -> Blocks:
        left = len(parts) - kept
        more = f"{count(left, 'more part')} not shown here. " if left else ""
        return to_dicts([head, *parts[:kept], context(f"{more}Automatic, check the source.")])

    return build(len(parts)) if whole else fill(build, len(parts)) or build(0)


def build_decisions(decisions: Sequence[Decision], joins: Sequence[Join] = ()) -> Blocks:
    """What was decided by hand, then what the machine took for one under another name."""

    def build(kept: int) -> Blocks:
        lines = [*map(_describe_decision, decisions), *map(_describe_join, joins)][:kept]
        return to_dicts([rich_text(bullets([section(text(line)) for line in lines]))])

    if not decisions and not joins:
        return to_dicts([rich_text(section(text("Nothing was merged or split.")))])
    return fill(build, len(decisions) + len(joins))


def describe_held(held: Held) -> str:
    """`harbour minister (3 Mar 2026 to 5 May 2026, 4 articles)`."""
    first, last = format_date(held.first), format_date(held.last)
    days = first if first == last else f"{first} to {last}"
    return f"{clean_name(held.role, 200)} ({days}, {count(held.articles, 'article')})"


def _describe(person: Person) -> list[RichTextElement]:
    role = clean_name(person.roles[0].role, 200) if person.roles else ""
    facts = join_facts(
        role,
        count(person.statements, "statement"),
        count(person.articles, "article"),
        format_date(person.last),
    )
    name = text(clean_name(person.name), bold=True)
    return [text(f"{person.id} "), name, text(f"{SEPARATOR}{facts}")]


def _build_head(person: Person) -> Block:
    parts = [section(*_describe(person))]
    if person.aliases:
        names = ", ".join(clean_name(name) for name in person.aliases[:_ALIASES])
        parts.append(section(text(f"Also called {names}")))
    roles = [section(text(describe_held(held))) for held in person.roles]
    return rich_text(*parts, *([bullets(roles)] if len(roles) > 1 else []))


def _speaker(person: Person) -> Speaker:
    """As the head tells who it is."""
    return Speaker(person.name, person.roles[0].role if person.roles else "")


def _build_contrast(contrast: Contrast, head: Speaker, workspace_url: str) -> Block:
    on = f" on {clean_name(contrast.topic)}" if contrast.topic else ""
    title = f"On other days{on}: {'; '.join(contrast.differs)}"
    pair = (contrast.earlier, contrast.later)
    return rich_text(section(text(title, bold=True)), *_quotes(pair, head, workspace_url))


def _build_topic(group: OnTopic, most: int | None, head: Speaker, workspace_url: str) -> Block:
    shown = group.statements[:most]
    name = clean_name(group.topic) or "Other things"
    left = len(group.statements) - len(shown)
    more = [section(text(f"and {left} more"))] if left else []
    title = section(
        text(name, bold=True), text(SEPARATOR + count(len(group.statements), "statement"))
    )
    return rich_text(title, *_quotes(shown, head, workspace_url), *more)


def _quotes(
    statements: Sequence[Statement], head: Speaker, workspace_url: str
) -> list[RichTextElement]:
    return [build_statement(each, LIMIT, workspace_url, head) for each in statements]


def _describe_decision(decision: Decision) -> str:
    kept, other = clean_name(decision.kept_name), clean_name(decision.other_name)
    what = (
        f"{other} merged into {kept}" if decision.act == "merge" else f"{other} split from {kept}"
    )
    return join_facts(
        f"#{decision.id} {what}",
        f"by {clean_name(decision.made_by)}, {format_date(decision.made)}",
        clean_name(decision.why, 200),
        _describe_undoing(decision),
    )


def _describe_undoing(decision: Decision) -> str:
    if decision.undone is None:
        return ""
    return f"undone by {clean_name(decision.undone_by)}, {format_date(decision.undone)}"


def _describe_join(join: Join) -> str:
    return join_facts(
        f"{clean_name(join.name)} is {clean_name(join.known_as)} ({join.entity_id})",
        f"by rule: {join.rule}",
        f"article {join.article.id}, {format_date(join.read_at)}",
    )
