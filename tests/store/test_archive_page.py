from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.archiving import Said, save

PAGE = Path(__file__).parents[2] / "docs" / "archive.md"


def _described() -> dict[str, set[str]]:
    sections = re.split(r"^### (\w+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {
        table: {
            name
            for cell in re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
            for name in re.findall(r"`(\w+)`", cell)
        }
        for table, text in zip(sections[::2], sections[1::2], strict=True)
    }


def test_every_table_and_column_is_described(db: Database) -> None:
    names = [
        name
        for name in (*db.table_names(), *db.view_names())
        if "_fts" not in name and not name.startswith(("_", "sqlite_"))
    ]
    assert _described() == {
        name: {row[1] for row in db.execute(f"PRAGMA table_info({name})")} for name in names
    }


@pytest.mark.parametrize("sql", re.findall(r"```sql\n(.*?)```", PAGE.read_text(), re.DOTALL))
def test_the_queries_of_the_page_work(db: Database, sql: str) -> None:
    save(db, Said("Ada Holt", "sanctions are no answer"))
    assert len(list(db.query(sql))) == 1


def test_datasette_finds_the_full_text_indexes(db: Database) -> None:
    for table in ("articles", "aliases", "roles"):
        assert db.table(table).detect_fts() == f"{table}_fts"
