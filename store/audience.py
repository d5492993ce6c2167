"""Who may see what: the conditions that every question to the archive carries.

In Slack an article is seen where a share admits it: one in a public channel of the same
team, or one in the very channel that asks. An article that was read on the command line
(`open`) is seen by everybody on this installation, and the command line sees everything.
"""

from __future__ import annotations

from store.records import Audience

_SHARE = (
    "shares.team = :audience_team AND (shares.private = 0 OR shares.channel = :audience_channel)"
)


def visible_articles(audience: Audience, article: str = "articles") -> str:
    """The SQL condition under which a row of `articles`, under that name, may be seen."""
    if audience.team is None:
        return "1"
    return (
        f"({article}.open OR EXISTS (SELECT 1 FROM shares"
        f" WHERE shares.article_id = {article}.id AND {_SHARE}))"
    )


def visible_article(audience: Audience, article_id: str) -> str:
    """The same for an article of which only the id is at hand: first by its shares, as most are."""
    if audience.team is None:
        return "1"
    return (
        f"(EXISTS (SELECT 1 FROM shares WHERE shares.article_id = {article_id} AND {_SHARE})"
        f" OR EXISTS (SELECT 1 FROM articles WHERE articles.id = {article_id} AND open))"
    )


def visible_shares(audience: Audience) -> str:
    """The SQL condition under which a row of `shares` may be pointed to."""
    return "1" if audience.team is None else f"({_SHARE})"


def known_names(audience: Audience) -> str:
    """The condition under which a row of `aliases` may be used: a visible article calls it so.

    Otherwise a name that only a private article gives would lead to what is public.
    """
    if audience.team is None:
        return "1"
    return (
        "EXISTS (SELECT 1 FROM article_entities AS named"
        " WHERE named.entity_id = aliases.entity_id AND (instr(named.name, aliases.alias)"
        " OR EXISTS (SELECT 1 FROM json_each(named.aliases) WHERE value = aliases.alias))"
        f" AND {visible_article(audience, 'named.article_id')})"
    )


def audience_values(audience: Audience) -> dict[str, object]:
    """The values of both conditions."""
    if audience.team is None:
        return {}
    return {"audience_team": audience.team, "audience_channel": audience.channel or None}
