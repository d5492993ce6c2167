"""How the tables came to be: each step is a file of SQL, applied once and in order."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib.resources import files

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from bot.errors import StoreError

STEPS = (
    "001_archive",
    "002_pasted_texts",
    "003_people",
    "004_browsing",
    "005_corrections",
    "006_channels",
    "008_threads",
    "009_watches",
    "010_claim_objects",
    "011_backfills",
    "012_slices",
    "013_presences",
    "014_other_languages",
    "015_claims",
    "016_spans",
    "017_mentions",
    "018_indexes",
    "019_openings",
    "020_headline_words",
    "021_one_of",
)
"""Names of the files in `store/migrations`. Never change one that was released: add one."""

MANY = 100_000
"""Statements from which bringing an archive up to date takes more than a moment."""
log = logging.getLogger(__name__)

Saving = Callable[[Database], AbstractContextManager[None]]


def migrate(db: Database, saving: Saving) -> None:
    """Apply the steps that this database does not have yet, in one transaction.

    Raises:
        StoreError: the database was written by a newer version of the program.
    """
    migrations = _migrations()
    _refuse_the_future(db, migrations)
    if migrations.pending(db):
        _tell(db)
        with saving(db):
            migrations.apply(db)


def _tell(db: Database) -> None:
    """Say so where the steps take more than a moment."""
    statements = db.table("attributions").count if "attributions" in db.table_names() else 0
    if statements >= MANY:
        log.warning(
            "The archive is brought up to date once, all of it or nothing: with %s statements"
            " this may take minutes.",
            f"{statements:,}",
        )


def _migrations() -> Migrations:
    migrations = Migrations("onrecord")
    for step in STEPS:
        migrations(name=step)(_runner(step))
    return migrations


def _runner(step: str) -> Callable[[Database], None]:
    def run(db: Database) -> None:
        sql = files("store").joinpath("migrations", f"{step}.sql").read_text("utf-8")
        db.executescript(sql)

    return run


def _refuse_the_future(db: Database, migrations: Migrations) -> None:
    unknown = {step.name for step in migrations.applied(db)} - set(STEPS)
    if unknown:
        raise StoreError(
            "This archive was written by a newer version of onrecord.",
            "Update the program, or name another file with --db or ONRECORD_DB.",
        )
