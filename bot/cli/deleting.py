"""Commands that delete: `retention` by rule, `forget` on request. Both say first what goes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from bot.cli.options import database_option, open_desk
from bot.errors import SettingsError

if TYPE_CHECKING:
    from bot.desk.forgetting import Forgettable
    from bot.desk.retention import Expired
    from store.deleting import Removal

RETENTION_EXAMPLES = """\b
Examples:
  onrecord retention --keep 365d --dry-run
  onrecord retention --keep 2y
  ONRECORD_KEEP=365d onrecord run
"""

FORGET_EXAMPLES = """\b
Examples:
  onrecord forget https://example.com/story
  onrecord forget "Mara Quill"
  onrecord forget "Mara Quill" --articles --dry-run
"""

yes_option = click.option("--yes", is_flag=True, help="Do not ask.")
dry_run_option = click.option("--dry-run", is_flag=True, help="Only say what would be deleted.")

ELSEWHERE = "What the bot posted in Slack stays there, and so do backups of the file."


@click.command(epilog=RETENTION_EXAMPLES)
@click.option("--keep", metavar="TIME", help="90d, 26w, 6m or 2y. [default: ONRECORD_KEEP]")
@yes_option
@dry_run_option
@database_option
def retention(keep: str | None, yes: bool, dry_run: bool, db: str | None) -> None:
    """Delete what is older than a rule: articles, and all that was found in them.

    An article goes when it was read, and last shared, longer ago than TIME: with its old
    versions, statements, claims and shares, and the names that only it gave.
    """
    from bot.desk.retention import delete_expired, find_expired

    with open_desk(db, onrecord_keep=keep) as desk:
        rule = desk.settings.onrecord_keep
        if rule is None:
            raise SettingsError("No rule says how long to keep.", "Try: --keep 365d")
        expired = find_expired(desk, rule, datetime.now(UTC))
        if expired.nothing:
            click.echo(f"Nothing was read and last shared before {expired.before:%d %b %Y}.")
            return
        click.echo(_describe_expired(expired))
        if _is_wanted(yes=yes, dry_run=dry_run):
            delete_expired(desk, expired)
            click.echo("Deleted.")


@click.command(epilog=FORGET_EXAMPLES)
@click.argument("what", metavar="URL|PERSON")
@click.option("--articles", is_flag=True, help="Of a person: also all articles that name them.")
@yes_option
@dry_run_option
@database_option
def forget(what: str, articles: bool, yes: bool, dry_run: bool, db: str | None) -> None:
    """Delete an article, or what a person said, on request.

    Of an article all versions go, with what was found in them and their shares; shared
    again, it is read again. Of a person (or an organisation) the statements, claims, roles
    and names go; the texts of articles still name them, unless --articles takes those too.
    """
    from bot.desk.forgetting import find_article, find_person
    from bot.desk.forgetting import forget as forget_for_good

    with open_desk(db) as desk:
        if what.lower().startswith(("http://", "https://", "text:")):
            found = find_article(desk, what)
        else:
            found = find_person(desk, what, with_articles=articles)
        click.echo(_describe_forgettable(found))
        if _is_wanted(yes=yes, dry_run=dry_run):
            forget_for_good(desk, found)
            click.echo("Forgotten.")


def _is_wanted(*, yes: bool, dry_run: bool) -> bool:
    click.echo(ELSEWHERE)
    if dry_run:
        click.echo("Nothing was deleted: this is a dry run.")
        return False
    if yes or click.confirm("Delete this for good?"):
        return True
    click.echo("Nothing was deleted.")
    return False


def _describe_expired(expired: Expired) -> str:
    from bot.blocks.wording import count

    lines = [f"Read, and last shared, before {expired.before:%d %b %Y}:"]
    if expired.articles:
        removal = expired.removal
        read = f", read {removal.first:%d %b %Y} to {removal.last:%d %b %Y}"
        lines.append(f"  {_describe_removal(removal)}{read}")
    if expired.stray_shares:
        lines.append(f"  {count(expired.stray_shares, 'link')} that led to no article")
    return "\n".join(lines)


def _describe_forgettable(found: Forgettable) -> str:
    from bot.blocks.wording import count

    somebody = found.somebody
    if somebody is None:
        return f"{found.url}\n  {_describe_removal(found.removal)}"
    roles = f" · {', '.join(somebody.roles[:3])}" if somebody.roles else ""
    said = f"{count(somebody.statements, 'statement')}, {count(somebody.claims, 'claim')}"
    lines = [f"{somebody.name}{roles}", f"  {said}, roles and names of theirs"]
    if found.articles:
        lines.append(f"  {_describe_removal(found.removal)}: all articles that name them")
    elif somebody.articles:
        kept = count(len(somebody.articles), "article")
        lines.append(f"  The text of {kept} still names them; --articles deletes those too.")
    return "\n".join(lines)


def _describe_removal(removal: Removal) -> str:
    from bot.blocks.wording import count

    return ", ".join(
        (
            count(removal.articles, "article"),
            count(removal.statements, "statement"),
            count(removal.claims, "claim"),
            count(removal.shares, "share"),
        )
    )
