"""What is known of names, posts and states, as lists beside the code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_list(name: str) -> dict[str, Any]:
    """The tables of `NAME.toml`."""
    return tomllib.loads(files("store.lists").joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def read_words(name: str, table: str) -> frozenset[str]:
    """The words of one list in `NAME.toml`."""
    return frozenset(read_list(name)[table])


def read_lines(name: str) -> list[str]:
    """The lines of `NAME.txt` without comments."""
    text = files("store.lists").joinpath(f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
