"""Texts to read on the command line."""

from __future__ import annotations

STORY = """\
Harbour fees to double

The harbour at Port Alder will double its fees in May, Mayor Helen Calloway said on \
Monday.

“We have not asked for a penny more since 2009, and the crane is older than I am,” Calloway \
said. She said that about 340 boats would be affected.

Fishermen's union leader Tom Barrow accused the harbour of “milking a dying herd.”

“They can double what they like,” Barrow said. “Twice nothing is still nothing.”
"""

OTHER = """\
Library wins an extra day

The library in Low Marsh will open on Saturdays again, librarian Peter Vance said on Tuesday.

“People queued in the rain to tell us what they thought of Saturdays,” Vance said.
"""
