"""The questions themselves: each says what answers it, in words that its articles have."""

from __future__ import annotations

import pytest

from tests.articles.gold import NEWSROOMS
from tests.bench.asked import QuestionSet, find_places, load_own, load_question_set


@pytest.fixture(params=[None, *sorted(NEWSROOMS.glob("*/*/"))], ids=lambda path: path and path.name)
def asked(request: pytest.FixtureRequest) -> QuestionSet:
    return load_question_set(request.param) if request.param else load_own()


def test_each_question_says_what_answers_it(asked: QuestionSet) -> None:
    for question in asked.questions:
        places = [
            find_places(part, asked.articles) for part in (question.expected, question.allowed)
        ]
        assert question.nothing or any(places), question.text
