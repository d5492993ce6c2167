"""`extract`: what is read from a source, before anybody analyses or keeps it."""

from __future__ import annotations

from collections.abc import Sequence

import click

from bot.cli.endings import FAILED, say
from bot.cli.options import read_settings
from bot.cli.printing import print_json, show_progress

EXAMPLES = """\b
Examples:
  onrecord extract https://example.com/story
  onrecord extract saved/*.html release.pdf > articles.jsonl
  curl -s https://example.com/story | onrecord extract -
"""


@click.command(epilog=EXAMPLES)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
def extract(sources: Sequence[str]) -> int:
    """Print what is read from pages, files and text: one JSON line for each. Keeps nothing.

    SOURCE is a URL, an .html, .txt or .pdf file, or - for standard input. Each line tells
    where its headline, date and the rest came from, and what was removed from the text. A
    source that cannot be read has an "error" instead, and does not stop the others.
    """
    from bot.reading.sources import extract_sources

    settings, failed = read_settings(), 0
    lines = extract_sources(
        sources,
        allow_hosts=settings.onrecord_allow_hosts,
        contact=settings.onrecord_contact_url,
    )
    with show_progress("Extracting", len(sources)) as progress:
        for line in lines:
            print_json(line)
            if "error" in line:
                failed += 1
                say(f"{line['id']}: {line['error']}")
            progress.advance(progress.task_ids[0])
    return FAILED if failed else 0
