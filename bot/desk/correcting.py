"""A person corrects what the program had found: who said it, when, as what, or not at all.

The quoted words are never changed. Whoever may see a statement may correct it, and whoever
may see it may take a correction back.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.desk import Desk
from bot.errors import CorrectionError
from bot.reading import canonical_url
from store.articles import find_article_id, load_report
from store.changes import Author, Change, Correction, Sheet
from store.corrections import (
    all_corrections,
    load_correction,
    save_correction,
    undo_correction,
)
from store.records import Audience, Report, Speaker, SpeakerKind, Statement
from store.sheets import find_article_of, find_present, is_shown, load_people, load_sheet

GONE = "That article is not in the archive any more, so there is nothing to show of it."
LONGEST_NAME, LONGEST_ROLE = 150, 200


def open_sheet(desk: Desk, article_id: int, audience: Audience) -> Sheet:
    """An article as it stands now, to be looked through and corrected.

    Raises:
        CorrectionError: it is gone, or not for this audience; which of them is not told.
    """
    sheet = load_sheet(desk.store.db, article_id, audience)
    if sheet is None:
        raise CorrectionError(GONE)
    return sheet


def open_report(desk: Desk, article_id: int, audience: Audience) -> Report:
    """The report on an article as it stands now.

    Raises:
        CorrectionError: it is gone, or not for this audience.
    """
    present = find_present(desk.store.db, article_id, audience)
    if present is None:
        raise CorrectionError(GONE)
    return load_report(desk.store.db, present)


def find_article(desk: Desk, url: str) -> int:
    """The article with this address, for the command line.

    Raises:
        AddressError: it is no address.
        CorrectionError: the archive does not hold it.
    """
    known = find_article_id(desk.store.db, url) or find_article_id(
        desk.store.db, canonical_url(url)
    )
    if known is None:
        raise CorrectionError("That article is not in the archive.", f"Try: onrecord read {url}")
    return known


def find_statement(sheet: Sheet, statement_id: int) -> Statement:
    """One of the statements of an article.

    Raises:
        CorrectionError: it is none of them, or was taken out.
    """
    for statement in sheet.statements:
        if statement.id == statement_id:
            return statement
    raise CorrectionError("That statement does not stand there any more.", "Choose another one.")


def correct(  # noqa: PLR0913  # who corrects what, and when
    desk: Desk, statement_id: int, change: Change, by: Author, audience: Audience, *, now: datetime
) -> Correction:
    """Keep a correction; it is in every answer, digest and export from now on.

    Raises:
        CorrectionError: it changes nothing, or the statement is gone or not for this audience.
    """
    sheet = open_sheet(desk, _find_article(desk, statement_id), audience)
    check_change(find_statement(sheet, statement_id), change)
    return save_correction(desk.store.db, statement_id, change, by, now=now)


def check_change(statement: Statement, change: Change) -> None:
    """Refuse a correction that corrects nothing.

    Raises:
        CorrectionError: says what is missing.
    """
    same = change.speaker is not None and change.speaker == statement.speaker
    if change.is_empty() or (same and replace(change, speaker=None).is_empty()):
        raise CorrectionError("Nothing would be different.", "Say what is wrong.")
    if change.everywhere and (change.speaker is None or statement.speaker is None):
        raise CorrectionError("Two names can be one person only if both are known.")
    if change.role is not None and statement.speaker is None:
        raise CorrectionError("Nobody is known to have said this.", "Say first who did.")
    if change.speaker:
        _check_name(change.speaker.name)
    if len(change.speaker.role if change.speaker else change.role or "") > LONGEST_ROLE:
        raise CorrectionError("That role is too long.", f"{LONGEST_ROLE} characters have to do.")


def _check_name(name: str) -> None:
    if not any(character.isalnum() for character in name):
        raise CorrectionError("That is no name.")
    if len(name) > LONGEST_NAME:
        raise CorrectionError("That name is too long.", f"{LONGEST_NAME} characters have to do.")


def name_speaker(
    desk: Desk, statement_id: int, name: str, role: str | None, kind: SpeakerKind | None
) -> Speaker:
    """Who is called so: somebody of the statement's article, or else somebody new.

    What is not given is as the article has it; a new name without a kind is a person's.
    """
    people = load_people(desk.store.db, _find_article(desk, statement_id)).values()
    named = (each for each in people if each.name == name and kind in {None, each.kind})
    known = next(named, Speaker(name, kind=kind or "person"))
    return known if role is None else replace(known, role=role)


def undo(
    desk: Desk, correction_id: int, by: str, audience: Audience, *, now: datetime
) -> Correction:
    """Take a correction back.

    Raises:
        CorrectionError: its article is gone, or not for this audience.
        StoreError: there is none of this number, or it was undone already.
    """
    db = desk.store.db
    correction = load_correction(db, correction_id)
    article_id = find_article_id(db, correction.url)
    seen = article_id is not None and find_present(db, article_id, audience) is not None
    if not seen or not is_shown(correction, audience):
        raise CorrectionError(GONE)
    return undo_correction(db, correction_id, by, now=now)


def list_corrections(desk: Desk) -> list[Correction]:
    """All corrections, those that were undone too, newest first."""
    return all_corrections(desk.store.db)


def _find_article(desk: Desk, statement_id: int) -> int:
    article_id = find_article_of(desk.store.db, statement_id)
    if article_id is None:
        raise CorrectionError(GONE)
    return article_id
