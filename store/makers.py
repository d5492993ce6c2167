"""Who corrected, as far as an audience may know: no workspace learns names of another's people."""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database

from store.database import plain_errors
from store.records import Audience, Report

ELSEWHERE = "somebody elsewhere"


@plain_errors
def show_maker(db: Database, url: str, name: str, audience: Audience) -> str:
    """The name of whoever corrected in this article; `ELSEWHERE` for one of another workspace."""
    if not name or audience.team is None:
        return name
    sql = (
        "SELECT EXISTS (SELECT 1 FROM corrections WHERE url = ? AND by_name = ?"
        " AND undone IS NULL AND team IN ('', ?))"
    )
    known = db.execute(sql, [url, name, audience.team]).fetchone()[0]
    return name if known else ELSEWHERE


def show_makers(db: Database, report: Report, audience: Audience) -> Report:
    """A report with these names as the audience may know them."""
    said, url = report.analysis.attributions, report.article.url
    if not report.taken_out and not any(each.corrected_by for each in said):
        return report
    shown = tuple(
        replace(each, corrected_by=show_maker(db, url, each.corrected_by, audience))
        for each in said
    )
    taken_out = tuple(show_maker(db, url, name, audience) for name in report.taken_out)
    analysis = replace(report.analysis, attributions=shown)
    return replace(report, analysis=analysis, taken_out=taken_out)
