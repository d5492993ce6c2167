"""The documents say what is there: every command, option and setting, and what the demo prints."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bot.cli import onrecord
from bot.settings import Settings
from tests.documents import DOCUMENTS, ROOT, find_quoted, make

QUOTED = [
    pytest.param(document, name, text, id=f"{document.name}: {name}")
    for document in DOCUMENTS
    for name, text in find_quoted(document)
    if not name.startswith("measured")
]
"""Measured figures differ a little between machines; they are renewed, not compared."""


@pytest.mark.parametrize(("document", "name", "text"), QUOTED)
def test_what_a_document_quotes_is_what_the_program_says(
    document: Path, name: str, text: str
) -> None:
    assert text == make(name), f"{document.name} is out of date; `make docs` renews it"


def test_every_command_and_option_is_documented() -> None:
    documented = dict(find_quoted(ROOT / "docs" / "commands.md"))
    for name, command in _walk(onrecord):
        help_text = documented[f"onrecord {name} --help"]
        options = [each for each in command.params if isinstance(each, click.Option)]
        assert all(option.opts[0] in help_text for option in options)


def _walk(group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """Every command under its words, those of groups too."""
    for name, command in group.commands.items():
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {part}", each) for part, each in _walk(command))


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert all(f"`{name.upper()}`" in text for name in Settings.model_fields)


def test_the_readme_shows_the_demo() -> None:
    assert "onrecord demo" in dict(find_quoted(ROOT / "README.md"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_in_documents_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    made = (ROOT / "Makefile").read_text(encoding="utf-8")
    for name in re.findall(r"(?:^|`|bin/)onrecord ([a-z]+)", text):
        assert name in onrecord.commands
    for name in re.findall(r"^make ([a-z-]+)", text, re.MULTILINE):
        assert f"\n{name}: " in made


def test_the_readme_begins_with_demo_and_tests() -> None:
    first_screen = (ROOT / "README.md").read_text(encoding="utf-8")[:800]
    assert "make demo" in first_screen
    assert "make test" in first_screen


def test_the_changelog_knows_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in text or f"## [{version}]" in text
