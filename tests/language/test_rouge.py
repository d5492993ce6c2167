"""The benchmark's ROUGE against values worked out by hand."""

from __future__ import annotations

import pytest

from tests.bench.rouge import measure_common, measure_grams


def test_runs_of_words_are_counted_once_for_each_that_both_have() -> None:
    summary, reference = ["The pier, the pier fell."], "the pier fell down"
    assert measure_grams(summary, reference, 1) == pytest.approx(2 * 3 / (5 + 4))
    assert measure_grams(summary, reference, 2) == pytest.approx(2 * 2 / (4 + 3))


def test_common_words_of_each_sentence_are_joined() -> None:
    summary = ["The pier fell.", "Boats sank near the quay."]
    reference = "on monday the pier fell and boats sank"
    assert measure_common(summary, reference) == pytest.approx(2 * 5 / (8 + 8))


def test_words_in_another_order_are_not_in_common() -> None:
    assert measure_common(["fell pier"], "pier fell") == pytest.approx(2 * 1 / (2 + 2))
    assert measure_common(["boats"], "pier") == 0.0


def test_endings_do_not_part_words() -> None:
    assert measure_grams(["Boats were sinking."], "boat sinks", 1) == pytest.approx(2 * 2 / (3 + 2))
