"""Link in, report out; question in, answer out: seen as a person in that Slack sees it."""

from __future__ import annotations

import json

from tests.e2e.conftest import Newsroom
from tests.e2e.emulated import wait_for

QUOTE = "Every family on the island depends on that crossing,"


def test_a_link_becomes_a_report_in_its_thread(newsroom: Newsroom) -> None:
    slack = newsroom.slack
    desk = slack.channel("desk")
    ts = slack.say(desk, f"worth a look: <{newsroom.site.new_url()}>")
    report = slack.wait_for_reply(desk, ts)
    assert report["user"] == slack.user("onrecord")
    shown = json.dumps(report["blocks"], ensure_ascii=False)
    assert QUOTE in shown
    assert "mayor of Port Ellery" in shown
    assert QUOTE in report["text"]  # the fallback of notifications


def test_two_links_get_one_reply_and_a_dead_one_is_named(newsroom: Newsroom) -> None:
    slack, site = newsroom.slack, newsroom.site
    desk = slack.channel("desk")
    ts = slack.say(desk, f"<{site.new_url()}> and <{site.new_url('missing')}>")
    report = slack.wait_for_reply(desk, ts)
    shown = json.dumps(report["blocks"], ensure_ascii=False)
    assert QUOTE in shown
    assert "missing" in shown
    assert len(slack.replies(desk, ts)) == 1


def test_a_link_shared_again_gets_a_pointer_to_the_first_thread(newsroom: Newsroom) -> None:
    slack = newsroom.slack
    desk, url = slack.channel("desk"), newsroom.site.new_url()
    first = slack.say(desk, f"<{url}>")
    slack.wait_for_reply(desk, first)
    again = slack.say(desk, f"again: <{url}>")
    pointer = json.dumps(slack.wait_for_reply(desk, again)["blocks"])
    assert QUOTE not in pointer
    assert first.replace(".", "") in pointer


def test_a_question_in_a_direct_message_is_answered_there(newsroom: Newsroom) -> None:
    slack = newsroom.slack
    desk = slack.channel("desk")
    slack.wait_for_reply(desk, slack.say(desk, f"<{newsroom.site.new_url()}>"))
    opened = slack.reporter.conversations_open(users=slack.user("onrecord"))
    talk = str(opened["channel"]["id"])
    asked = slack.say(talk, "who said what about the crossing")
    answers = [
        message
        for message in slack.wait_for_messages(talk, after=asked)
        if message["user"] == slack.user("onrecord")
    ]
    assert QUOTE in json.dumps(answers[0]["blocks"], ensure_ascii=False)


def test_the_bot_says_nothing_to_talk_without_links(newsroom: Newsroom) -> None:
    slack = newsroom.slack
    sports = slack.channel("sports")
    talk = slack.say(sports, "lunch?")
    link = slack.say(sports, f"<{newsroom.site.new_url()}>")
    slack.wait_for_reply(sports, link)
    assert slack.replies(sports, talk) == []
    assert [m["ts"] for m in slack.history(sports)] == [link, talk]  # nothing outside threads


def test_a_message_shows_how_far_its_link_is(newsroom: Newsroom) -> None:
    slack = newsroom.slack
    desk = slack.channel("desk")
    ts = slack.say(desk, f"<{newsroom.site.new_url()}>")
    slack.wait_for_reply(desk, ts)
    wait_for(lambda: [1] if slack.reactions(desk, ts) == ["white_check_mark"] else [])
