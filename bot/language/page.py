"""A parsed text with its quotes: which token lies in which quote, and phrases as token ranges."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence

from bot.language.quotes import Quote
from bot.language.texts import read_quotes, read_text
from bot.language.wordlists import read_words
from store.records import Span

Range = tuple[int, int]
"""Tokens, half open."""

NOUN_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NAMES = frozenset({"PROPN", "NOUN", "PRON"})
HOURS = frozenset({"a.m.", "p.m."})
STOPS = frozenset(".?!…")
DASHES = frozenset({"-", "--", "–", "—", "―"})
_EDGES = frozenset({",", ";", ":", "-", "--", "–", "—", "―", ".", "...", "…"})
_CLOSING = "\"'”’) \n"
_ADDRESS = frozenset({"Mr.", "Mrs.", "Ms.", "Dr.", "Mr", "Mrs", "Ms", "Dr"})
_LONGEST = 400
"""Tokens to each side of a word that may be its phrase."""
_DEEPEST = 50
_LOOSE = frozenset({"prep", "advcl", "npadvmod", "mark", "cc", "ccomp", "meta", "intj", "csubj"})
_NICKNAME = 3
"""Words at most between marks within a name."""


@dataclass(frozen=True, slots=True)
class Page:
    """One parsed text and what the finders look up in it all the time."""

    doc: Doc
    quotes: list[Quote]
    quoted: list[int]
    """For each token the index of the quote that it lies in (marks included), or -1."""
    ranges: list[Range]
    """For each quote its tokens, marks included."""
    starts: list[int] = field(default_factory=list)
    """For each token the character that it begins at."""
    sentences: list[Range] = field(default_factory=list)
    """For each token the sentence that it stands in."""
    lead: Range = (0, 0)
    """The article's first sentence, behind its headlines and dateline."""
    text: str = ""
    """The text of the Doc, which it would join anew each time."""

    def subtree(self, token: Token) -> Range:
        """The tokens that a token governs, itself included; bounded, for endless sentences."""
        start, end = token.left_edge.i, token.right_edge.i + 1
        return max(start, token.i - _LONGEST), min(end, token.i + _LONGEST)

    def noun_phrase(self, token: Token, outside: Token) -> Range:
        """The phrase around a noun, as far as it does not reach the word it belongs to."""
        start, end = self.subtree(token)
        if start <= outside.i < end:
            start, end = (outside.i + 1, end) if outside.i < token.i else (start, outside.i)
        start = max(start, _start_of_name(token))
        while start < token.i and self.quoted[start] not in {-1, self.quoted[token.i]}:
            start += 1
        start += start < token.i and _is_day(self.doc, start)
        known = token.i < outside.i and _is_known(token)
        return self.trim((start, self._end_of_name(token.i, end, known=known)))

    def _end_of_name(self, name: int, end: int, *, known: bool) -> int:
        """Where a comma brings what the named one does meanwhile: "Berg, speaking in Oslo".

        Of somebody named in full before, a clause tells what happened: "Mr. Berg, who left".
        """
        for i in range(name + 1, end - 1):
            behind = self.doc[i + 1]
            if self.doc[i].text != ",":
                continue
            if behind.tag_ == "VBG" and behind.dep_ in {"acl", "advcl"}:
                return i
            if known and behind.tag_ in {"WP", "WP$"}:
                return i
        return end

    def trim(self, tokens: Range) -> Range:
        """Without spaces and separating punctuation at its ends."""
        start, end = tokens
        while start < end and _is_edge(self.doc[start]):
            start += 1
        while end > start and _is_edge(self.doc[end - 1]):
            end -= 1
        return start, end

    def snap(self, tokens: Range) -> Range:
        """With the mark of a quote that begins or ends there, and the punctuation at it."""
        start, end = tokens
        if start >= end:
            return tokens
        first, last = self.quoted[start], self.quoted[end - 1]
        if first >= 0 and not any(map(is_word, self.doc[self.ranges[first][0] : start])):
            start = self.ranges[first][0]
        if last >= 0 and not any(map(is_word, self.doc[end : self.ranges[last][1]])):
            end = self.ranges[last][1]
        return start, end

    def holds_only(self, start: int, end: int, parts: frozenset[str]) -> bool:
        """Whether all tokens of a range are of these parts of speech."""
        return all(self.doc[i].pos_ in parts for i in range(start, end))

    def name_in(self, tokens: Range) -> Range | None:
        """From the beginning to the last noun or name, if there is one."""
        names = [i for i in range(*tokens) if self.doc[i].pos_ in NAMES]
        return self.trim((tokens[0], names[-1] + 1)) if names else None

    def follows(self, index: int, mark: str) -> bool:
        """Whether this token comes right behind the quote."""
        end = self.ranges[index][1]
        return end < len(self.doc) and self.doc[end].text == mark

    def ends_sentence(self, index: int) -> bool:
        """Whether the words of the quote end with a full stop or its like."""
        end = self.quotes[index].spans[-1][1]
        return self.text[end - 1 : end] in STOPS

    def ends_paragraph(self, token: int) -> bool:
        """Whether no further word of the paragraph follows."""
        while token < len(self.doc) and self.doc[token].is_punct and self.quoted[token] < 0:
            token += 1
        return token >= len(self.doc) or "\n" in self.doc[token].text

    def line_behind(self, token: int) -> Range | None:
        """The next line that holds words, behind the end of this one; None at the text's end."""
        start = token
        while start < len(self.doc) and "\n" not in self.doc[start].text:
            start += 1
        while start < len(self.doc) and self.doc[start].is_space:
            start += 1
        end = start
        while end < len(self.doc) and "\n" not in self.doc[end].text:
            end += 1
        return (start, end) if start < end else None

    def segment_behind(self, index: int) -> Range:
        """From the quote to the end of its sentence or paragraph, or to the next quote."""
        start = end = self.ranges[index][1]
        while end < len(self.doc) and self.quoted[end] < 0 and "\n" not in self.doc[end].text:
            if self.doc[end].text in STOPS and end > start:
                break
            end += 1
        return start, end

    def segment_before(self, index: int, *, across: bool = False) -> Range:
        """The words of the sentence before the quote, from behind the quote before it.

        With `across` a paragraph that ends with a colon counts as before the next one.
        """
        start = end = self.ranges[index][0]
        while end > 0 and self.doc[end - 1].is_space:
            end -= 1
        if self.doc[start].is_sent_start and self.doc[end - 1].text.endswith("."):
            return start, start  # "at 6 p.m. | “We left”"
        if "\n" in self.doc[end:start].text and (not across or self.doc[end - 1].text != ":"):
            return start, start
        start = end
        if self._stops_short(start):
            return start, end
        while start > 0 and self.quoted[start - 1] < 0:
            token = self.doc[start - 1]
            if token.text in STOPS or "\n" in token.text:
                break
            start -= 1
        return start, end

    def _stops_short(self, start: int) -> bool:
        """Whether a quote begins a sentence right behind a short form: "it cost £9m. “We paid"."""
        opens = start > 0 and self.quoted[start] >= 0 and self.sentences[start][0] == start
        return opens and self.doc[start - 1].text[-1] == "."

    def is_free(self, index: int) -> bool:
        """Whether the quote begins a sentence, or the part of one that a cue has cut."""
        start, end = self.segment_before(index)
        words = [i for i in range(start, end) if is_word(self.doc[i])]
        return (
            not words
            or self.doc[end - 1].text == ","
            or self.doc[end - 1].dep_ in {"cc", "preconj"}
        )

    def chars(self, tokens: Range) -> Span:
        """Characters of a range of tokens."""
        last = self.doc[tokens[1] - 1]
        return self.starts[tokens[0]], last.idx + len(last)

    def tokens(self, chars: Span) -> Range:
        """The tokens that a span of characters touches."""
        first = max(0, bisect_right(self.starts, chars[0]) - 1)
        return first, max(first, bisect_left(self.starts, chars[1]))


def open_page(doc: Doc) -> Page:
    """Pair the quotation marks and lay them over the tokens."""
    starts = [token.idx for token in doc]
    sentences = [span for s in doc.sents for span in [(s.start, s.end)] * len(s)]
    lead = next(((s.start, s.end) for s in doc.sents if _is_whole(s)), (0, 0))
    page = Page(doc, [], [-1] * len(doc), [], starts, sentences, lead, read_text(doc))
    for quote in read_quotes(doc):
        first, last = page.tokens(quote.outer)
        if not _is_nickname(doc, first, last):
            page.quoted[first:last] = [len(page.quotes)] * (last - first)
            page.quotes.append(quote)
            page.ranges.append((first, last))
    return page


def find_root(token: Token) -> Token:
    """The head of the sentence."""
    for _ in range(_DEEPEST):
        if token.head.i == token.i:
            break
        token = token.head
    return token


def word_at(doc: Doc, index: int) -> str:
    """The word at a place, in small letters; "" beyond either end of the text."""
    return doc[index].lower_ if 0 <= index < len(doc) else ""


def is_word(token: Token) -> bool:
    """Neither punctuation nor space."""
    return not token.is_punct and not token.is_space


def _is_whole(sentence: Sentence) -> bool:
    """Whether it ends as a sentence does: no headline, no dateline."""
    return sentence.text.rstrip(_CLOSING).endswith(tuple(STOPS))


def _is_nickname(doc: Doc, first: int, last: int) -> bool:
    """Marks within a name: Maria "Mia" Berg."""
    if last - first > _NICKNAME + 2 or first == 0 or last >= len(doc):
        return False
    around = doc[first - 1], doc[last]
    return all(token.pos_ == "PROPN" for token in around) and doc[last - 2].text != ","


def _is_day(doc: Doc, start: int) -> bool:
    """Whether only the day opens a phrase: "On Sunday | Roe's lawyer said"."""
    on = start > 0 and doc[start - 1].lower_ == "on"
    return on and doc[start].lower_ in read_words("names_of_days")


def _start_of_name(token: Token) -> int:
    """Behind what the parser hangs on the name instead of its clause: "After the vote, Berg"."""
    loose = (c for c in token.children if c.i < token.i and c.dep_ in _LOOSE)
    apart = (c for c in loose if c.nbor(1).text != "-")  # "the 34-year-old"
    return max((child.right_edge.i + 1 for child in apart), default=0)


def _is_known(token: Token) -> bool:
    """Whether it is a bare name, or one with a form of address: "Berg", "Mr. Berg"."""
    parts = [child for child in token.children if child.dep_ == "compound"]
    return token.pos_ == "PROPN" and all(part.text in _ADDRESS for part in parts)


def _is_edge(token: Token) -> bool:
    return token.is_space or token.lower_ in _EDGES
