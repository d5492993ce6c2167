"""The bot in HTTP mode, as a process of its own, against a Slack that nobody here wrote."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.e2e.emulated import BOT_TOKEN, FOLDER, SIGNING_SECRET, EmulatedSlack
from tests.slack.bot_process import BotProcess
from tests.slack.conftest import find_free_port, wait_until_answering
from tests.slack.news_site import NewsSite


@dataclass
class Newsroom:
    """All that takes part."""

    slack: EmulatedSlack
    site: NewsSite
    bot: BotProcess


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    if shutil.which("node") is None:
        pytest.skip("there is no Node here: the emulated Slack needs it")
    if not (FOLDER / "node_modules").exists():
        pytest.skip("the emulated Slack is not installed: `make e2e` does that")
    port = find_free_port()
    url = f"http://127.0.0.1:{port}"
    site, slack = NewsSite(), EmulatedSlack(find_free_port(), f"{url}/slack/events")
    folder = tmp_path_factory.mktemp("emulated")
    environment = {
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "SLACK_API_URL": f"{slack.url}/api/",
        "PORT": str(port),
        "ONRECORD_DB": str(folder / "onrecord.db"),
        "ONRECORD_ALLOW_HOSTS": site.host,
    }
    bot = BotProcess(folder, environment)
    try:
        wait_until_answering(url, bot)
        yield Newsroom(slack, site, bot)
    finally:
        bot.kill()
        slack.close()
        site.close()
