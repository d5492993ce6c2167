"""Arrows go one way: who may import whom, and which libraries stay in their rooms."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "handlers", "store")

MAY_IMPORT = {
    "store": ("store", "bot.errors"),
    "store.records": (),
    "store.changes": ("store.records",),
    "store.wording": ("store.records",),
    "store.workspace": ("store.records",),
    "bot.errors": (),
    "bot.settings": ("bot.errors",),
    "bot.language": ("bot.language", "store.records", "store.wording"),
    "bot.passages": (),
    "bot.blocks": (
        "bot.blocks",
        "bot.passages",
        "store.records",
        "store.workspace",
        "store.who",
        "store.changes",
        "store.wording",
    ),
    "bot.reading": ("bot.reading", "bot.errors", "store.records"),
    "bot.desk": (
        "bot.desk",
        "bot.reading",
        "bot.language",
        "bot.passages",
        "bot.settings",
        "bot.errors",
        "store",
    ),
    "bot.terminal": ("bot.blocks",),
    "bot.manifest": ("bot.errors",),
    "handlers": (
        "handlers",
        "bot.desk",
        "bot.blocks",
        "bot.connection",
        "bot.workspaces",
        "bot.manifest",
        "bot.errors",
        "store.records",
        "store.workspace",
        "store.who",
        "store.changes",
    ),
}
"""By the longest prefix; what is not named here (`bot.app`, `bot.cli`) may import everything."""

ONLY_IN = {
    "sqlite3": ("store",),
    "sqlite_utils": ("store",),
    "slack_bolt": ("handlers", "bot.app", "bot.oauth", "bot.serving"),
    "slack_sdk": (
        "handlers",
        "bot.app",
        "bot.serving",
        "bot.connection",
        "bot.oauth",
        "bot.workspaces",
        "bot.scheduling",
        "bot.work",
        "bot.blocks",
    ),
    "spacy": ("bot.language",),
    "thinc": ("bot.language",),
    "trafilatura": ("bot.reading",),
    "readability": ("bot.reading",),
    "courlan": ("bot.reading",),
    "ada_url": ("bot.reading",),
    "lxml": ("bot.reading",),
    "httpx2": ("bot.reading",),
    "warcio": ("bot.reading",),
    "pypdfium2": ("bot.reading",),
    "datasette": ("bot.face",),
    "uvicorn": ("bot.face",),
    "huey": ("bot.work",),
    "apscheduler": ("bot.scheduling",),
    "click": ("bot.cli",),
    "rich": ("bot.cli", "bot.terminal", "bot.demo"),
}

SQL = re.compile(
    r"^\s*(select\s.+\sfrom|insert\s+(or\s+\w+\s+)?into|update\s+\w+\s+set|delete\s+from|"
    r"create\s+(virtual\s+)?(table|index)|begin\s+immediate)\b",
    re.IGNORECASE | re.DOTALL,
)

MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def name_module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def find_imports(tree: ast.Module, *, types_too: bool) -> Iterator[str]:
    """Imported names in full; those for type checking only if asked for."""
    typing_only = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for node in ast.walk(block)
    }
    for node in ast.walk(tree):
        if not types_too and id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_within(name: str, room: str) -> bool:
    return name == room or name.startswith(room + ".")


def find_rule(module: str) -> tuple[str, ...] | None:
    fitting = [room for room in MAY_IMPORT if is_within(module, room)]
    return MAY_IMPORT[max(fitting, key=len)] if fitting else None


@pytest.mark.parametrize(
    "path", [path for path in MODULES if find_rule(name_module(path)) is not None], ids=name_module
)
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    allowed = find_rule(name_module(path)) or ()
    own = [
        name
        for name in find_imports(ast.parse(path.read_text("utf-8")), types_too=True)
        if any(is_within(name, room) for room in ROOMS)
    ]
    wrong = [name for name in own if not any(is_within(name, room) for room in allowed)]
    assert not wrong, f"{name_module(path)} may not import {wrong}"


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_a_library_is_used_only_in_its_room(path: Path) -> None:
    module = name_module(path)
    for name in find_imports(ast.parse(path.read_text("utf-8")), types_too=False):
        rooms = ONLY_IN.get(name.split(".")[0])
        assert rooms is None or any(is_within(module, room) for room in rooms), (
            f"{module} may not import {name}"
        )


@pytest.mark.parametrize(
    "path", [path for path in MODULES if "store" not in path.parts], ids=name_module
)
def test_sql_stands_only_in_the_store(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not SQL.search(node.value), f"line {node.lineno}: {node.value[:60]!r}"
