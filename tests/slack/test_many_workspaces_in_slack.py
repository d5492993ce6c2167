"""Two workspaces install the bot by OAuth; neither sees anything of the other."""

from __future__ import annotations

import re
import sqlite3
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.blocks.modals_correct import NAME
from store import Store
from tests.archiving import Said, save
from tests.archiving import share as share_saved
from tests.slack.conftest import Newsroom, run_newsroom
from tests.slack.test_corrections_in_slack import open_form, wait_for_words
from tests.slack.workspace import ADMINISTRATOR, BOT_USER, RIVALS, TEAM, Channel, Json

FERRIES = "who said what about ferries"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """Its archive is of a version whose workspaces shared one."""
    folder = tmp_path_factory.mktemp("many")
    with closing(Store(folder / "onrecord.db")) as store:
        said = Said("Ada Holt", "The tide tables are wrong.")
        article = save(store.db, said, everybody=False)
        share_saved(store.db, article, "C0BEFORE", private=False, team=TEAM)
    for newsroom in run_newsroom(folder, "many"):
        newsroom.slack.workspace.tokens.clear()
        for team in (TEAM, RIVALS):
            assert f"client/{team}" in install(newsroom, team)
        yield newsroom
        assert "Traceback" not in newsroom.bot.read_log()


def install(newsroom: Newsroom, team: str) -> str:
    """As an administrator does in a browser; Slack's own page lies between."""
    with urllib.request.urlopen(f"{newsroom.url}/slack/install", timeout=10) as page:
        cookie = page.headers["Set-Cookie"].partition(";")[0]
        state = re.search(r"state=([\w-]+)", page.read().decode())
    assert state
    back = f"{newsroom.url}/slack/oauth_redirect?code=code-{team}&state={state[1]}"
    request = urllib.request.Request(back, headers={"Cookie": cookie})
    with urllib.request.urlopen(request, timeout=10) as done:
        return str(done.read().decode())


def share(newsroom: Newsroom, team: str, url: str = "") -> tuple[Channel, Json]:
    """A link in a channel of its own, and the report that stands there afterwards."""
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel(team=team)
    posted = slack.post(channel, f"<{url or newsroom.site.new_url()}>")
    return channel, slack.wait_for_reply(channel, posted)


def share_in_both(newsroom: Newsroom) -> tuple[tuple[Channel, Json], tuple[Channel, Json]]:
    """The same link in either workspace: ours, theirs."""
    url = newsroom.site.new_url()
    return share(newsroom, TEAM, url), share(newsroom, RIVALS, url)


def ask(newsroom: Newsroom, team: str, question: str) -> str:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel(team=team)
    asked = slack.post(channel, f"<@{BOT_USER}> {question}")
    return str(slack.wait_for_reply(channel, asked)["text"])


def command(newsroom: Newsroom, channel: Channel, words: str) -> str:
    slack = newsroom.slack
    return str(slack.wait_for_response(slack.command(channel, words))["text"])


def archive_of(newsroom: Newsroom, team: str) -> Path:
    return newsroom.folder / "onrecord.workspaces" / f"{team}.db"


def test_each_workspace_is_answered_from_what_it_shared(many: Newsroom) -> None:
    share(many, TEAM)
    assert "Maren Oduya" in ask(many, TEAM, FERRIES)
    assert "Maren Oduya" not in ask(many, RIVALS, FERRIES)
    share(many, RIVALS, many.site.new_url("secret"))
    assert "Edda Holm" in ask(many, RIVALS, "who said what about lighthouses")
    assert "Edda Holm" not in ask(many, TEAM, "who said what about lighthouses")


def test_a_link_shared_in_both_gets_a_report_in_both(many: Newsroom) -> None:
    (_, ours), (_, theirs) = share_in_both(many)
    assert "Maren Oduya" in ours["text"]
    assert theirs["text"] == ours["text"]


def test_a_correction_leaves_the_other_workspace_as_it_was(many: Newsroom) -> None:
    (channel, ours), (_, theirs) = share_in_both(many)
    reported, answered = theirs["text"], ask(many, RIVALS, FERRIES)
    form = open_form(many, channel, ours, "cannot let")
    many.slack.submit(form, **{NAME: {"value": "Ida Quay"}})
    wait_for_words(many, ours, "Ida Quay")
    assert "Ida Quay" in ask(many, TEAM, FERRIES)
    assert ask(many, RIVALS, FERRIES) == answered
    assert theirs["text"] == reported
    assert "Nobody is quoted" in ask(many, RIVALS, "what did Ida Quay say")


def test_a_button_shows_the_article_of_its_own_workspace(many: Newsroom) -> None:
    share(many, RIVALS, many.site.new_url("secret"))
    (_, _), (channel, theirs) = share_in_both(many)
    form = open_form(many, channel, theirs, "cannot let")
    many.slack.submit(form, **{NAME: {"value": "Rasmus Pell"}})
    wait_for_words(many, theirs, "Rasmus Pell")
    assert "Rasmus Pell" not in ask(many, TEAM, FERRIES)


def test_people_made_one_are_still_two_in_the_other_workspace(many: Newsroom) -> None:
    (ours, _), (theirs, _) = share_in_both(many)
    before = [command(many, theirs, words) for words in ("people", "people merges")]
    assert "Tomas Brandt" in command(many, ours, "people")
    command(many, ours, 'people merge "Maren Oduya" "Tomas Brandt"')
    assert command(many, ours, "people show Brandt") == command(many, ours, "people show Oduya")
    after = [command(many, theirs, words) for words in ("people", "people merges")]
    assert after == before
    command(many, ours, "people undo 1")


def test_a_digest_tells_only_of_its_own_workspace(many: Newsroom) -> None:
    (ours, _), (theirs, _) = share_in_both(many)
    before = command(many, theirs, "digest")
    share(many, TEAM, many.site.new_url("secret"))
    assert "Edda Holm" in command(many, ours, "digest")
    assert command(many, theirs, "digest") == before


def test_a_watch_hears_only_of_its_own_workspace(many: Newsroom) -> None:
    (ours, _), (theirs, _) = share_in_both(many)
    command(many, ours, "watch ferries")
    assert "ferries" in command(many, ours, "watch")
    assert "Nothing is watched here" in command(many, theirs, "watch")
    for _ in range(2):
        share(many, RIVALS)
    command(many, ours, "unwatch ferries")
    many.expect_no_more(ours, posts=1)


def test_a_token_about_to_expire_is_exchanged(many: Newsroom) -> None:
    many.slack.workspace.seconds_of_a_token = 60
    install(many, RIVALS)
    many.slack.workspace.seconds_of_a_token = 43_200
    known = len(many.slack.workspace.tokens)
    share(many, RIVALS)
    assert len(many.slack.workspace.tokens) > known


def test_what_a_crash_left_is_read_again_in_every_workspace(many: Newsroom) -> None:
    slack, site = many.slack, many.site
    channels = [slack.workspace.new_channel(team=team) for team in (TEAM, RIVALS)]
    site.gate.clear()
    visits, url = len(site.visits), site.new_url()
    posted = [slack.post(channel, f"<{url}>") for channel in channels]
    slack.workspace.wait_for(lambda: site.visits[visits:])
    many.bot.kill()
    site.gate.set()
    many.restart()
    for channel, message in zip(channels, posted, strict=True):
        assert "Maren Oduya" in slack.wait_for_reply(channel, message)["text"]
        many.expect_no_more(channel, posts=1)


def has_token(newsroom: Newsroom, team: str) -> bool:
    with closing(sqlite3.connect(newsroom.environment["ONRECORD_DB"])) as db:
        sql = "SELECT count(*) FROM slack_bots WHERE team_id = ?"
        return bool(db.execute(sql, [team]).fetchone()[0])


def test_of_revoked_tokens_the_bots_own_are_deleted_and_the_archive_is_kept(
    many: Newsroom,
) -> None:
    share_in_both(many)
    before = ask(many, RIVALS, FERRIES)
    revoked = {"type": "tokens_revoked", "tokens": {"oauth": ["U0REPORTER"], "bot": []}}
    many.slack.send_event(revoked, team=RIVALS)
    assert ask(many, RIVALS, FERRIES) == before
    many.slack.send_event({**revoked, "tokens": {"bot": [BOT_USER]}}, team=RIVALS)
    many.slack.workspace.wait_for(lambda: not has_token(many, RIVALS))
    install(many, RIVALS)
    assert ask(many, RIVALS, FERRIES) == before


def test_home_and_its_health_are_the_workspaces_own(many: Newsroom) -> None:
    slack, before = many.slack, many.slack.newest_view()
    share(many, TEAM, many.site.new_url("secret"))
    opened = {"type": "app_home_opened", "user": ADMINISTRATOR, "tab": "home"}
    slack.send_event(opened, team=RIVALS)
    home = slack.wait_for_view(unlike=before)
    with closing(Store(archive_of(many, RIVALS))) as archive:
        articles = archive.db["articles"].count
    assert f"in {articles} article" in str(home["blocks"])
    assert home["team_id"] == RIVALS


def test_a_workspace_that_removes_the_app_leaves_nothing(many: Newsroom) -> None:
    share_in_both(many)
    before = ask(many, TEAM, FERRIES)
    many.slack.send_event({"type": "app_uninstalled"}, team=RIVALS)
    folder = archive_of(many, RIVALS).parent
    many.slack.workspace.wait_for(
        lambda: not has_token(many, RIVALS) and not list(folder.glob(f"{RIVALS}*"))
    )
    assert ask(many, TEAM, FERRIES) == before

    # Whoever comes back begins with an empty archive.
    install(many, RIVALS)
    assert "Maren Oduya" not in ask(many, RIVALS, FERRIES)


def test_an_archive_from_before_is_divided_at_the_start(many: Newsroom) -> None:
    assert "Ada Holt" in ask(many, TEAM, "who said what about tide tables")
    assert "Ada Holt" not in ask(many, RIVALS, "who said what about tide tables")
    with closing(Store(Path(many.environment["ONRECORD_DB"]))) as main:
        assert main.db["articles"].count == 0
