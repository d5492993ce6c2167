"""Commands for the program itself: `run`, `doctor`, `manifest`, `demo`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Literal

import click

from bot.cli.endings import FAILED
from bot.cli.options import file_option, json_option, read_settings
from bot.cli.printing import print_json

RUN_EXAMPLES = """\b
Examples:
  SLACK_BOT_TOKEN=xoxb-... SLACK_APP_TOKEN=xapp-... onrecord run
  SLACK_BOT_TOKEN=xoxb-... SLACK_SIGNING_SECRET=... PORT=3000 onrecord run
"""

DOCTOR_EXAMPLES = """\b
Examples:
  onrecord doctor
  onrecord doctor --json | jq '.[] | select(.state == "wrong")'
"""

MANIFEST_EXAMPLES = """\b
Examples:
  onrecord manifest
  onrecord manifest --url https://bot.example.com
  onrecord manifest --agent
  onrecord manifest --many --url https://bot.example.com
"""

DEMO_EXAMPLES = """\b
Examples:
  onrecord demo
"""

MARKS = {"right": "ok    ", "notice": "notice", "wrong": "WRONG "}


@click.command(epilog=RUN_EXAMPLES)
@file_option
def run(db: str | None) -> None:
    """Start the bot and keep it running until it is stopped.

    Socket Mode with SLACK_APP_TOKEN, HTTP with SLACK_SIGNING_SECRET and PORT.
    """
    from bot import app

    app.run(read_settings(db))


@click.command(epilog=DOCTOR_EXAMPLES)
@json_option
@file_option
def doctor(as_json: bool, db: str | None) -> int:
    """Check tokens, scopes, model, database and time zone, and say how to mend them.

    Ends with 1 if anything is wrong.
    """
    from bot.doctor import examine

    findings = list(examine(read_settings(db)))
    if as_json:
        print_json([asdict(finding) for finding in findings], indent=2)
    else:
        for finding in findings:
            click.echo(f"{MARKS[finding.state]}  {finding.name}: {finding.what}")
            if finding.mend:
                click.echo(f"        {finding.mend}")
    return FAILED if any(finding.state == "wrong" for finding in findings) else 0


@click.command(epilog=MANIFEST_EXAMPLES)
@click.option("--url", metavar="URL", help="For HTTP: the public https address of the bot.")
@click.option("--many", is_flag=True, help="For every workspace that installs it by OAuth.")
@click.option(
    "--agent", is_flag=True, help="With Slack's agent container, which needs a paid plan."
)
@click.option("--json", "as_json", is_flag=True, help="The manifest is JSON with or without it.")
def manifest(url: str | None, many: bool, agent: bool, as_json: bool) -> None:  # noqa: ARG001  # --json is on every command
    """Print the Slack app manifest, ready to paste.

    api.slack.com/apps > Create New App > From a manifest > JSON. Without --url it is for
    Socket Mode, which needs no public address.
    """
    from bot.manifest import build_manifest

    mode: Literal["socket", "http", "many"] = "many" if many else "http" if url else "socket"
    print_json(build_manifest(mode, url or "", agent=agent), indent=2)


@click.command(epilog=DEMO_EXAMPLES)
def demo() -> None:
    """Read two bundled articles, ask two questions, show a digest. Needs no Slack.

    Works in a database of its own, which is gone afterwards.
    """
    from bot.demo import show_demo
    from bot.terminal import open_console

    show_demo(open_console())
