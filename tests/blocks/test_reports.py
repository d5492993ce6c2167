"""What a report shows, and what it must never show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.blocks import build_reports
from bot.blocks.elements import fits
from bot.blocks.quotes import Passage, build_quote
from store.records import Analysis, ArticleRef, Report, Speaker, Standing
from store.workspace import Failure, Pointer
from tests.blocks.makers import HOLT, build_report, claim_on, leaves, quotes_of, words_of

SAID = "We have the contract, and we have the names of all the ships"


def test_a_direct_quote_stands_verbatim_between_our_marks() -> None:
    words = "It  is *bold* to say <!channel> & _leave_, isn’t it"
    (quote,) = quotes_of(build_reports([build_report((words, "direct", HOLT))]))
    assert [part["text"] for part in quote[:3]] == ["“", words, "”"]
    assert all("style" not in part for part in quote[:3])


def test_a_paraphrase_says_that_it_is_one_and_has_no_quotation_marks() -> None:
    (quote,) = quotes_of(build_reports([build_report((SAID, "indirect", HOLT))]))
    shown = "".join(part["text"] for part in quote)
    assert SAID in shown
    assert "paraphrase" in shown
    assert not set('“”"') & set(shown)


def test_a_mixed_quote_is_shown_as_it_stands() -> None:
    words = "the theft was “mean and patient” by any measure"
    (quote,) = quotes_of(build_reports([build_report((words, "mixed", HOLT))]))
    shown = "".join(part["text"] for part in quote)
    assert shown.startswith(words)
    assert "paraphrase" not in shown


def test_a_paraphrase_keeps_what_leads_to_it() -> None:
    report = build_report((SAID, "indirect", HOLT))
    said = report.analysis.attributions[0]
    asked = replace(said, cue=(7, 11))  # "said", before "that"
    report = replace(report, analysis=Analysis((asked,)))
    (quote,) = quotes_of(build_reports([report]))
    assert [part["text"] for part in quote[:3]] == ["said that", " ", SAID]


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        (HOLT, "Miriam Holt · Maritime Council spokesperson“"),
        (replace(HOLT, role=""), "Miriam Holt“"),
        (replace(HOLT, sure=False), "unclear (likely Miriam Holt)“"),
        (Speaker("a senior diplomat", kind="anonymous"), "a senior diplomat · anonymous source“"),
        (None, "Speaker unclear“"),
    ],
)
def test_doubt_and_anonymity_of_a_speaker_are_said(speaker: Speaker | None, shown: str) -> None:
    assert shown in words_of(build_reports([build_report((SAID, "direct", speaker))]))


@pytest.mark.parametrize("standing", ["negated", "hypothetical", "asked"])
def test_what_was_not_stated_is_not_shown(standing: Standing) -> None:
    report = build_report((SAID, "indirect", HOLT))
    unsaid = replace(report.analysis.attributions[0], standing=standing)
    report = replace(report, analysis=Analysis((unsaid,)))
    assert SAID not in words_of(build_reports([report]))


def test_the_headline_is_linked_with_outlet_date_and_byline_under_it() -> None:
    first, second = list(leaves(build_reports([build_report((SAID, "direct", HOLT))])))[:2]
    assert (first["text"], first["url"]) == ("A headline", "https://dispatch.example/strait")
    assert second["text"] == "\nCoastal Dispatch · 23 Nov 2026 · Joanna Crewe"


def test_each_quote_leads_to_its_passage() -> None:
    blocks = build_reports([build_report((SAID, "direct", HOLT))])
    link = quotes_of(blocks)[0][-1]
    assert link["text"] == "source"
    assert link["url"].startswith("https://dispatch.example/strait#:~:text=Then%20came%20this")


def test_without_an_address_the_words_around_are_shown_instead_of_a_link() -> None:
    blocks = build_reports([build_report((SAID, "direct", HOLT), url="text:0123")])
    assert not [leaf for leaf in leaves(blocks) if leaf["type"] == "link"]
    assert "In the text: Then came this: “…”." in words_of(blocks)


@pytest.mark.parametrize("sentence", [f"“{SAID}.”― Ada Holt.", f"“{SAID}”\u00a0— Ada B. Holt"])
def test_a_name_behind_a_dash_is_not_shown_as_the_words_around(sentence: str) -> None:
    shown = build_quote(Passage(SAID, "direct", sentence)).to_dict()
    assert "In the text" not in str(shown)


def test_claims_have_their_figures_in_bold_and_a_link() -> None:
    report = build_report(("the cost is about $4.5 million a month, as of now", "indirect", HOLT))
    text = report.article.text
    claim = claim_on(text, text.strip(), "$4.5 million")
    report = replace(report, analysis=Analysis(claims=(claim,)))
    parts = list(leaves(build_reports([report])))
    bold = [part["text"] for part in parts if part.get("style", {}).get("bold")]
    assert bold == ["A headline", "Key claims", "$4.5 million"]
    assert claim.text in words_of(build_reports([report]))


def test_a_claim_names_its_claimer_where_the_sentence_does_not() -> None:
    report = build_report(("the cost is high", "indirect", HOLT))
    text = report.article.text
    claim = claim_on(text, text.strip(), claimer=HOLT)
    report = replace(report, analysis=Analysis(claims=(claim,)))
    assert "Miriam Holt" in words_of(build_reports([report]))


def test_a_claim_that_stands_below_as_a_quote_is_not_shown_twice() -> None:
    other = "about 40 ships are at sea"
    report = build_report((SAID, "direct", HOLT), (other, "indirect", HOLT))
    claims = (claim_on(report.article.text, SAID), claim_on(report.article.text, other))
    report = replace(report, analysis=replace(report.analysis, claims=claims))
    shown = words_of(build_reports([report]))
    assert shown.count(SAID) == 1
    assert shown.count(other) == 2


def test_at_most_five_claims_are_shown() -> None:
    report = build_report(*[(f"claim number {n} is this", "indirect", HOLT) for n in range(9)])
    text = report.article.text
    claims = tuple(claim_on(text, f"claim number {n} is this") for n in range(9))
    shown = words_of(build_reports([replace(report, analysis=Analysis(claims=claims))]))
    assert shown.count("claim number") == 5


def test_a_speaker_gets_two_best_quotes_and_the_rest_is_counted() -> None:
    statements = [(f"{SAID}, says number {n} of them", "direct", HOLT) for n in range(11)]
    blocks = build_reports([build_report(*statements)])  # type: ignore[arg-type]  # kind is one
    assert len(quotes_of(blocks)) == 2
    assert "and 9 more statements" in words_of(blocks)


def test_direct_quotes_are_preferred_to_paraphrases() -> None:
    blocks = build_reports(
        [
            build_report(
                ("one thing that is only told in other words here", "indirect", HOLT),
                ("another thing that is only told in other words", "indirect", HOLT),
                (SAID, "direct", HOLT),
            )
        ]
    )
    assert SAID in words_of(blocks)


def test_an_article_that_says_nothing_says_so() -> None:
    assert "Nobody is quoted" in words_of(build_reports([build_report()]))


def test_every_report_asks_to_check_the_source() -> None:
    last = build_reports([build_report((SAID, "direct", HOLT))])[-1]
    assert last["elements"][0]["text"] == "Automatic, check the source."


def test_links_of_one_message_are_answered_together() -> None:
    article = ArticleRef(7, "An older story", "Dispatch", "https://dispatch.example/old", None)
    blocks = build_reports(
        [
            build_report((SAID, "direct", HOLT)),
            Failure("https://dead.example/x", "There is no such page (404).", "Paste the text."),
            Pointer(article, "C024/1700000000.000100"),
        ],
        workspace_url="https://news.slack.com/",
    )
    shown = words_of(blocks)
    assert "Not read: dead.example/x\nThere is no such page (404). Paste the text." in shown
    assert "Shared before: An older story" in shown
    thread = next(leaf for leaf in leaves(blocks) if leaf.get("text") == "this thread")
    assert thread["url"] == "https://news.slack.com/archives/C024/p1700000000000100"


def test_a_message_of_many_links_says_how_many_it_leaves_out() -> None:
    many = [build_report((SAID, "direct", HOLT), headline="Long " * 40) for _ in range(40)]
    blocks = build_reports(many)
    assert fits(blocks)
    assert "more links" in words_of(blocks)


def test_three_hundred_long_quotes_stay_within_slacks_limits() -> None:
    speakers = [Speaker(f"Person {n}", "a role " * 20) for n in range(60)]
    statements = [(f"{n} {'word ' * 300}".strip(), "direct", speakers[n % 60]) for n in range(300)]
    report: Report = build_report(*statements)  # type: ignore[arg-type]  # kind is one
    blocks = build_reports([report])
    assert fits(blocks)
    for quote in quotes_of(blocks):
        assert quote[1]["text"] in report.article.text
        assert quote[2]["text"] == "” …"


def test_a_mixed_quote_that_ends_inside_its_quotation_is_closed() -> None:
    (quote,) = quotes_of(
        build_reports([build_report(("the theft was “mean and patient", "mixed", HOLT))])
    )
    assert [part["text"] for part in quote[:2]] == ["the theft was “mean and patient", "”"]
