"""A byline names people, and nothing else."""

from __future__ import annotations

import pytest

from bot.reading.bylines import clean_byline


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Mara Linde", "Mara Linde"),
        ("By Mara Linde", "Mara Linde"),
        ("by MARA LINDE", "Mara Linde"),
        ("By Mara Linde and Tom Arden", "Mara Linde, Tom Arden"),
        ("Mara Linde; Tom Arden; Mara Linde", "Mara Linde, Tom Arden"),
        ("Mara Linde, Tom Arden & Ines Calder", "Mara Linde, Tom Arden, Ines Calder"),
        ("Mara Linde, Islands Correspondent", "Mara Linde"),
        ("Mara Linde Health Editor", "Mara Linde"),
        ("Political editor Mara Linde", "Mara Linde"),
        ("Mara Linde, PhD", "Mara Linde"),
        ("Dr Mara Linde MBE", "Dr Mara Linde"),
        ("Tom Arden Jr.", "Tom Arden Jr"),
        ("April Arden", "April Arden"),
        ("Mara Linde in Orsay Point", "Mara Linde"),
        ("Mara Linde (The Island Post)", "Mara Linde"),
        ("Mara Linde | @maralinde", "Mara Linde"),
        ("AFP", "AFP"),
        ("Ludwig van der Meer", "Ludwig van der Meer"),
        ("https://social.example/mara", ""),
        ("mara@island-post.example", ""),
        ("admin", ""),
        ("Guest Author", ""),
        ("Staff", ""),
        ("Staff reporters", ""),
        ("Published 2 March 2026", ""),
        ("5 minutes ago", ""),
        ("mlinde", ""),
        ("", ""),
    ],
)
def test_a_byline_is_cleaned(byline: str, names: str) -> None:
    assert clean_byline(byline) == names
