"""Only direct quotes, only paraphrases: the kind of quote that a question asks for."""

from __future__ import annotations

import re

from bot.desk import question_forms as forms
from store.records import Kind

_DIRECT = r"(?:direct|exact|actual|verbatim|literal|word[ -]for[ -]word)"
_VERBATIM = (
    r"(?:verbatim|word for word|quoted directly|directly quoted|(?:only|just) quotes|quotes only"
    r"|in (?:quotes|quotation marks)(?: only)?|in \w+ own words)"
)
_WORDS_SAID = (
    r"(?:quotes?|quotations?|speech|words|statements?|comments?|remarks?|stuff|ones|lines)"
)
_INDIRECTLY = rf"(?:(?:indirect|reported|paraphrased) {_WORDS_SAID}|paraphrases|paraphrased only)"
_NOT_INDIRECT = (
    r"(?:no(?:thing|t)?|without|excluding|minus|drop|lose|skip)(?: any| the)? "
    rf"(?:{_INDIRECTLY}|paraphras(?:es?|ing)|(?:indirect|paraphrased|reported)$)"
)
_ONLY = r"[,;]? ?\(?(?<!\w)(?:(?:but|and) )?(?:(?:only|just|as|in|with|their|his|her|the) )*"

_KINDS: tuple[tuple[str, str, Kind], ...] = (
    (
        rf"^(?:only |just |all |the |any |some )*{_DIRECT} {_WORDS_SAID}(?: only)?:?(?= \w)",
        "quotes",
        "direct",
    ),
    (
        rf"^(?:only |just |all |the |any |some )*{_INDIRECTLY}(?: only)?:?(?= \w)",
        "quotes",
        "indirect",
    ),
    (rf"{_ONLY}\b{_DIRECT} {_WORDS_SAID}(?: only)?\)?", "", "direct"),
    (
        rf"[,;]? ?\(?\b(?:(?:but|and) )?{_NOT_INDIRECT}\)?(?:: )?",
        "",
        "direct",
    ),
    (rf"{_ONLY}\b{_INDIRECTLY}(?: only)?\)?", "", "indirect"),
    (rf" (?:verbatim|word for word)(?= {forms.ABOUT} )", "", "direct"),
    (r", in \w+ own words,", "", "direct"),
    (r"^(?:(?:only|just) )?(?:in )?(?:his|her|their|its) own words$", "", "direct"),
    (rf"[,;:] (?:only |just )?{_DIRECT}$", "", "direct"),
    (r"^(?:(?:only|just) )?(?:indirect|paraphrased)(?: only)?: (?=\w)", "", "indirect"),
    (r"[,;:] (?:(?:only|just) )?(?:indirect|reported|paraphrased)(?: only)?$", "", "indirect"),
    (rf"(?:^|[,;]? )\(?(?:{_VERBATIM}|(?:(?:only|just) )?{_DIRECT} only)\)?$", "", "direct"),
    (rf"^{_VERBATIM}[,:]? (?=\w)|^(?:only|just) {_DIRECT}: (?=\w)", "", "direct"),
)
_READ = tuple(
    (re.compile(pattern, re.IGNORECASE), instead, kind) for pattern, instead, kind in _KINDS
)
"""How a question asks for one kind of quote, what stands there then, and the kind."""


def find_kind(words: str) -> tuple[str, Kind | None]:
    """Take the kind of quote out of a question."""
    found: Kind | None = None
    for pattern, instead, kind in _READ:
        changed = pattern.sub(instead, words, count=1) if found in (None, kind) else words
        if changed != words:
            words, found = " ".join(changed.split()), kind
    return words, found
