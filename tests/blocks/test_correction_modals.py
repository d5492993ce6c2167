"""The modals under a report: within Slack's limits, and harmless whatever stands in the article."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.blocks import build_reports
from bot.blocks.changes import describe_correction
from bot.blocks.modals_correct import MORE, SPEAKER, build_choice, build_form, find_options
from bot.blocks.modals_quotes import QUOTES, build_export, build_quotes, split_pages
from bot.blocks.report_buttons import ALL_QUOTES, CORRECT, EXPORT, WATCH, find_subject
from bot.blocks.views import View
from store.changes import Author, Change, Correction, Sheet
from store.records import ArticleRef, Entity, Speaker, Statement
from tests.blocks.makers import HOLT, build_report, leaves, quotes_of, words_of
from tests.blocks.test_hostile_text import EVIL
from tests.slack.block_rules import is_too_long
from tests.slack.interactions import find_element
from tests.slack.view_rules import find_view_faults

NOW = datetime(2026, 3, 11, 10, tzinfo=UTC)
ARTICLE = ArticleRef(7, "A headline", "Dispatch", "https://dispatch.example/strait", NOW)


def said(number: int, words: str = "", speaker: Speaker | None = HOLT) -> Statement:
    words = words or f"statement number {number} of them"
    return Statement(number, words, "direct", speaker, None, "", 1.0, f"“{words}”.", ARTICLE)


def sheet_of(*statements: Statement, corrections: tuple[Correction, ...] = ()) -> Sheet:
    return Sheet(ARTICLE, statements, {1: HOLT, 2: Speaker("Kai Osten")}, corrections)


def correction(number: int = 1, change: Change | None = None, name: str = "Jo Field") -> Correction:
    change = change or Change(speaker=Speaker("Kai Osten", "pilot"))
    return Correction(
        number, ARTICLE.url, "some words", 0, "Miriam Holt", change, Author(name), NOW
    )


LONG = sheet_of(
    *(said(n, f"{n} {'word ' * 900}".strip(), Speaker(f"Name {n} " * 9)) for n in range(300)),
    corrections=tuple(correction(n, name="Long Name " * 20) for n in range(40)),
)
HOSTILE = replace(
    sheet_of(
        said(1, EVIL, Speaker(EVIL, EVIL)),
        replace(said(2, "\u202e", Speaker("\u200b")), corrected_by=EVIL),
        said(3, speaker=None),
        corrections=(correction(1, Change(speaker=Speaker(EVIL, EVIL), note=EVIL), EVIL),),
    ),
    article=ArticleRef(7, EVIL, EVIL, "javascript:alert(1)", None),
    people={1: Speaker(EVIL, EVIL), 2: Speaker("\u200b"), 3: Speaker("x" * 500)},
)
EMPTY = replace(sheet_of(), people={}, newer=True)


def all_views(sheet: Sheet) -> list[View]:
    views = [build_quotes(sheet, "C1", page) for page in (0, 1, 99)]
    forms = [build_form(sheet, each, "C1") for each in sheet.statements[:3]]
    return [*views, *forms, build_choice(sheet, "C1"), build_export("a,b\r\n" * 9000, sheet)]


@pytest.mark.parametrize("sheet", [LONG, HOSTILE, EMPTY, sheet_of(said(1))])
def test_every_modal_stays_within_slacks_limits(sheet: Sheet) -> None:
    for view in all_views(sheet):
        assert find_view_faults(view) == []
        pages = view["callback_id"] in {QUOTES, "export"}
        assert not (pages and is_too_long(view["blocks"]))


def test_three_hundred_statements_are_all_there_each_once() -> None:
    pages = split_pages([said(n) for n in range(300)])
    assert [each.id for page in pages for each in page] == list(range(300))
    assert len(pages) == 30


def test_a_page_that_there_is_not_is_the_last_one() -> None:
    sheet = sheet_of(*(said(n) for n in range(25)))
    assert build_quotes(sheet, "C1", 99) == build_quotes(sheet, "C1", 2)
    assert build_quotes(sheet, "C1", -1) == build_quotes(sheet, "C1", 0)


def test_a_hostile_article_stays_text_in_every_modal() -> None:
    for view in all_views(HOSTILE):
        assert "mrkdwn" not in str(view)
        assert {leaf["type"] for leaf in leaves(view["blocks"])} <= {"text", "plain_text", "link"}
    quotes = [parts[1]["text"] for parts in quotes_of(build_quotes(HOSTILE, "C1")["blocks"])]
    assert quotes[0] == EVIL


def test_statements_are_searched_by_all_words_and_by_name() -> None:
    sheet = sheet_of(*(said(n) for n in range(300)), said(300, "pots", Speaker("Kai Osten")))
    assert len(find_options(sheet, "")) == 100
    assert [each["value"] for each in find_options(sheet, "OSTEN")] == ["300"]
    assert [each["value"] for each in find_options(sheet, "number 299")] == ["299"]
    assert find_options(sheet, "no such words") == []


def test_who_is_named_now_is_proposed_only_where_that_is_in_doubt() -> None:
    for sure, values in ((True, ["2"]), (False, ["1", "2"])):
        sheet = sheet_of(said(1, speaker=replace(HOLT, sure=sure)))
        form = build_form(sheet, sheet.statements[0], "C1")
        found = find_element(form["blocks"], SPEAKER)["options"]
        assert [each["value"] for each in found] == values


def test_nobody_known_cannot_be_two_people() -> None:
    sheet = sheet_of(said(1, speaker=None))
    form = build_form(sheet, sheet.statements[0], "C1")
    options = find_element(form["blocks"], MORE)["options"]
    assert [each["value"] for each in options] == ["hidden"]


def test_a_report_with_nothing_said_has_no_buttons() -> None:
    assert [block for block in build_reports([build_report()]) if block["type"] == "actions"] == []


def test_what_is_offered_under_a_report_depends_on_what_is_in_it() -> None:
    for number, actions in ((1, [CORRECT, EXPORT]), (2, [ALL_QUOTES, CORRECT, EXPORT])):
        statements = [(f"words number {n}", "direct", HOLT) for n in range(number)]
        blocks = build_reports([build_report(*statements)])  # type: ignore[arg-type]  # kind is one
        (row,) = [block for block in blocks if block["type"] == "actions"]
        assert [each["action_id"] for each in row["elements"]] == actions
        assert {each["value"] for each in row["elements"]} == {"1"}


def test_a_corrected_statement_says_by_whom_and_mentions_nobody() -> None:
    report = build_report(("words that were said", "direct", HOLT))
    corrected = replace(report.analysis.attributions[0], corrected_by="<@U1> Jo")
    report = replace(
        report,
        analysis=replace(report.analysis, attributions=(corrected,)),
        taken_out=("Ann", "Jo", "Ann"),
    )
    shown = words_of(build_reports([report]))
    assert " · corrected by <@U1> Jo" in shown
    assert "3 statements taken out by Ann, Jo" in shown
    assert {leaf["type"] for leaf in leaves(build_reports([report]))} <= {
        "text",
        "link",
        "plain_text",
    }


@pytest.mark.parametrize(
    ("headline", "subject"),
    [
        ("A fire", "Ellery Port"),
        ("Holt explains", "Miriam Holt"),
        ("On HOLT’s “ships”", "Miriam Holt"),
    ],
)
def test_an_article_is_about_whom_its_headline_names_or_else_its_text_most(
    headline: str, subject: str
) -> None:
    entities = (
        Entity("Ellery", "place", ((0, 1),) * 9),
        Entity("Miriam Holt", "person", ((0, 1),), aliases=("Holt",)),
        Entity('Ellery "Port"', "organisation", ((0, 1),) * 2),
    )
    report = build_report(headline=headline)
    report = replace(report, analysis=replace(report.analysis, entities=entities))
    assert find_subject(report) == subject
    (row,) = [block for block in build_reports([report]) if block["type"] == "actions"]
    assert find_element([row], WATCH)["text"]["text"] == f"Watch {subject}"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(speaker=Speaker("Kai Osten", "pilot")), "said by Kai Osten · pilot"),
        (
            Change(speaker=Speaker("Kai Osten"), everywhere=True),
            "all that Miriam Holt says is by Kai Osten",
        ),
        (Change(role="envoy"), "Miriam Holt’s role: envoy"),
        (Change(role=""), "Miriam Holt’s role: none"),
        (Change(said_on=date(2026, 3, 2), hidden=True), "said on 2 Mar 2026, taken out"),
    ],
)
def test_a_correction_is_told_in_plain_words(change: Change, words: str) -> None:
    told = describe_correction(correction(change=change))
    assert told == f"some words: {words} · Jo Field, 11 Mar 2026"
    undone = replace(correction(change=change), undone=NOW, undone_by="Ann")
    assert describe_correction(undone) == f"{told} · undone by Ann, 11 Mar 2026"
