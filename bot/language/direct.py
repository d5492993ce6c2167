"""Finds who says what stands between quotation marks.

The marks are paired already; the parse is asked only for the words around them: a cue behind the
quote ("...," she said), or one before it (She said: "...").
"""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.asides import is_told
from bot.language.clauses import Candidate
from bot.language.colons import find_governing
from bot.language.cue_extents import cue_range
from bot.language.cues import Lexicon
from bot.language.frames import Frame, verb_frame
from bot.language.governors import read_group
from bot.language.page import DASHES, NAMES, Page, Range, is_word
from bot.language.speaking import is_mere_thing
from bot.language.subjects import SUBJECTS, find_source, heads_sentence, is_passive
from bot.language.wordlists import read_words

_LIKELY = 0.35
_UNLIKELY = 0.25
_AFTER_COLON = 0.08
_MOST_QUOTES = 8
"""Quotes in one sentence that are looked at."""
_LONGEST_NAME = 12
"""Tokens between a quote and its cue, or in a name before a colon, if the parse is no help."""
_SMALL_WORDS = frozenset({"ADV", "CCONJ", "PUNCT", "AUX", "PART", "SPACE"})
_NAME_PARTS = NAMES | {"DET", "ADJ", "ADP", "PUNCT", "NUM", "AUX", "ADV", "PART", "SYM"}


def find_direct(page: Page, lexicon: Lexicon) -> list[Candidate]:
    """Attributions of the quotes that have a cue beside them."""
    found: dict[int, Candidate] = {}
    for index in range(len(page.quotes)):
        finders = (_find_behind, _find_before)
        for find in finders if _expects_cue(page, index) else reversed(finders):
            candidate = find(page, lexicon, index)
            if candidate is not None:
                found.setdefault(candidate.cue_word.i, candidate)
                break
    return list(found.values())


def _expects_cue(page: Page, index: int) -> bool:
    """The quote ends with a comma: its sentence goes on, most likely with a cue."""
    start, end = page.quotes[index].spans[-1]
    return page.text[start:end].rstrip("'’ ").endswith(",") or page.follows(index, ",")


def _find_behind(page: Page, lexicon: Lexicon, index: int) -> Candidate | None:
    """The cue behind the quote: "It rained," she said."""
    start, end = page.segment_behind(index)
    first = next((i for i in range(start, end) if is_word(page.doc[i])), None)
    if first is None:
        return _find_signed(page, index)
    if page.doc[first].lower_ in {"according", "per"}:
        opens = page.doc[first].is_title
        return None if opens else _build_according(page, first, end, _whole(page, index))
    dash = next(i for i in range(start, end) if not page.doc[i].is_space)
    if page.doc[dash].text in DASHES and page.ends_paragraph(end):
        return _build_signature(page, (dash, end), index)
    expected = _expects_cue(page, index)
    verb = _clause_verb(page, lexicon, (first, end), likely=_UNLIKELY if expected else _LIKELY)
    if verb is None or not (expected or _is_bare(page, lexicon, index, verb, end)):
        return None
    if any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children) and not page.is_free(index):
        return None
    content = _whole(page, index)
    said = page.doc[first].lower_ == "as" or lexicon.is_speech(verb)
    spoken = said or content == page.ranges[index]  # "the “Slow Ferry” film was shot here"
    source = _find_near(verb, page, (first, end)) if spoken else None
    return _build(verb, source, content) if source else None


def _is_bare(page: Page, lexicon: Lexicon, index: int, verb: Token, end: int) -> bool:
    """After a full stop only a cue that says nothing else: "It rained." She smiled. is none."""
    followed = end < len(page.doc) and page.quoted[end] >= 0
    opens = followed and page.doc[end - 1].text in {",", ":"}
    inside = page.text[page.quotes[index].spans[-1][1] - 1]
    stopped = inside == "." or page.follows(index, ".")
    behind = page.doc[page.ranges[index][1] + page.follows(index, ".")]
    capital = stopped and behind.is_title
    right = (c for c in verb.children if c.i > verb.i and (stopped or not is_told(c)))
    complement = {"ccomp", "xcomp", "dobj", "attr", "acomp"}.intersection(c.dep_ for c in right)
    if opens or complement or _says_nothing(verb):
        return False
    if capital and (_says_more(page, lexicon, verb) or _is_of_thing(verb)):
        return False
    return not (capital and end - verb.i > _LONGEST_NAME)


def _says_more(page: Page, lexicon: Lexicon, verb: Token) -> bool:
    """Whether its sentence says more: "Roe called for calm", "It rose, Roe said, by 2%"."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), verb)
    behind = (slot for slot in verb_frame(verb, page).slots if slot.head.i > verb.i)
    aside = page.doc[subject.left_edge.i - 1].text == ","
    return aside or any(lexicon.keeps(verb, slot.name) for slot in behind)


def _is_of_thing(verb: Token) -> bool:
    """Whether it is told what a thing does: "It rained." The trial continues."""
    subjects = (c for c in verb.children if c.dep_ in SUBJECTS)
    return any(is_mere_thing(verb.doc[s.left_edge.i : s.right_edge.i + 1]) for s in subjects)


def _says_nothing(verb: Token) -> bool:
    """Whether the cue tells of silence: "It rained." She declined to comment."""
    leading = verb.head if verb.dep_ == "xcomp" else verb
    parts = [c for each in (verb, leading) for c in each.children]
    negated = any(c.dep_ == "neg" or c.lower_ == "neither" for c in parts)
    return negated or leading.lemma_.lower() in read_group("unsaying")


def _clause_verb(page: Page, lexicon: Lexicon, tokens: Range, likely: float) -> Token | None:
    """The cue whose clause begins there: "said the mayor", "the mayor said"."""
    first, end = tokens
    opening = page.doc[first]
    if opening.lower_ != "as" and (opening.dep_ in {"mark", "cc"} or opening.tag_ == "WRB"):
        return None
    for i in range(first, end):
        token = page.doc[i]
        hung = token.dep_ in {"relcl", "acl"} and not heads_sentence(token)
        if not _is_verb(token) or hung:
            continue
        if lexicon.probability(token, "quote") >= likely and _begins(page, token, first):
            return token
    return None


def _begins(page: Page, cue: Token, first: int) -> bool:
    """Whether nothing but the subject of the cue, if that, stands between."""
    leading = cue.head if cue.dep_ == "xcomp" and cue.head.i >= first else cue
    subject = next((c for c in leading.children if c.dep_ in SUBJECTS), None)
    left = leading.i if subject is None or subject.i > leading.i else subject.left_edge.i
    if subject is not None and page.quoted[left] >= 0:
        left = first if left == first - 1 else subject.i  # the mark before it, or words
    if page.holds_only(first, min(left, leading.i), _SMALL_WORDS | {"SCONJ"}):
        return True
    return cue.i - first < _LONGEST_NAME and page.holds_only(first, cue.i, _NAME_PARTS)


def _find_near(verb: Token, page: Page, segment: Range) -> Range | None:
    """The subject of the verb, if it stands in the segment; else the name beside the verb."""
    source = find_source(verb, page, passive=is_passive(verb))
    if source is not None and segment[0] <= source[0] and source[1] <= segment[1]:
        return source
    if is_passive(verb):  # "three “long-serving” men had been dismissed"
        return None
    before = page.trim((segment[0], verb.i))
    names = [i for i in range(*before) if _may_name(page.doc[i])]
    if names:
        return before[0], names[-1] + 1
    names = [i for i in range(verb.i + 1, segment[1]) if page.doc[i].pos_ in NAMES]
    if names:
        whole = _find_whole(page.doc[names[0]], verb)
        return page.trim((verb.i + 1, min(segment[1], whole.right_edge.i + 1)))
    return source if source is not None and page.quoted[source[0]] < 0 else None


def _find_whole(name: Token, verb: Token) -> Token:
    """The noun that a name only tells more of: "replied an | Acme | manager"."""
    while name.dep_ in {"compound", "nmod", "poss"} and name.head.i > name.i > verb.i:
        name = name.head
    return name


def _may_name(word: Token) -> bool:
    """Whether it is of a name, though the parser may think it no noun: "...," Roe said."""
    likely = word.pos_ == "ADJ" or (word.pos_ == "ADV" and not word.is_sent_start)
    return word.pos_ in NAMES or (likely and word.is_title)


def _find_before(page: Page, lexicon: Lexicon, index: int) -> Candidate | None:
    """The cue before the quote: She said, "It rained"."""
    start, end = page.segment_before(index, across=True)
    mark = page.doc[end - 1].lower_ if end > start else ""
    content = page.ranges[index]
    if mark not in {",", ":", "that"}:
        return None
    if mark == "," and page.doc[start].lower_ == "according":
        return _build_according(page, start, end, content)
    if mark == "that" and page.doc[end - 1].dep_ in {"nsubj", "nsubjpass", "dobj"}:
        return None
    if page.doc[end - 2].lower_ == "that" or mark == "that":
        content = (end - 1 if mark == "that" else end - 2, content[1])
    verb = find_last_cue(
        page, lexicon, (start, content[0]), likely=_AFTER_COLON if mark == ":" else _LIKELY
    )
    if verb is None:
        return _build_introduced(page, (start, end), content) if mark == ":" else None
    if mark == "," and (not _voices(verb, lexicon) or _goes_on(verb, content)):
        return None
    passive = is_passive(verb)
    source = find_source(verb, page, passive=passive)
    if source is None and not passive:  # of "Roe was asked, “Why?”" nobody knows who asked
        source = page.name_in((start, verb.i)) or page.name_in((verb.i + 1, end))
    return _build(verb, source, content)


def _voices(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the words behind a comma are spoken: of "She starred in “Rain”" they are a title."""
    return lexicon.is_speech(verb) or verb.lemma_.lower() in read_words("opinion_cues")


def _goes_on(verb: Token, quote: Range) -> bool:
    """Whether the quote is of the verb's own clause: "had been announced, “twice by him”"."""
    return any(child.dep_ == "agent" and child.i >= quote[0] for child in verb.children)


def find_last_cue(page: Page, lexicon: Lexicon, tokens: Range, likely: float) -> Token | None:
    """The verb before a quote, if it is a cue; before a colon others may stand between."""
    for i in range(tokens[1] - 1, tokens[0] - 1, -1):
        token = page.doc[i]
        if _is_verb(token):
            if lexicon.probability(token, "quote") >= likely:
                return find_governing(token, tokens) if likely == _AFTER_COLON else token
            if likely > _AFTER_COLON:
                return None
    return None


def _build(verb: Token, source: Range | None, content: Range) -> Candidate:
    frame = Frame(verb, (), source)
    return Candidate(verb, "quote", (content,), source, cue_range(frame, (content,)))


def _build_introduced(page: Page, words: Range, content: Range) -> Candidate | None:
    """Words with a colon that hold no cue: NAME: "It rained"; NAME had a question: "Why?"."""
    colon = page.doc[words[1] - 1]
    inside = [page.doc[i] for i in range(*words)]
    subject = next((t for t in inside if t.dep_ == "nsubj" and t.pos_ in NAMES), None)
    person = next((t for t in inside if t.ent_type_ == "PERSON"), None)
    if subject is not None:
        source = page.noun_phrase(subject, subject.head)
    elif person is not None and len(inside) > _LONGEST_NAME:
        source = page.trim(
            (person.i, next(e.end for e in person.sent.ents if e.start <= person.i < e.end))
        )
    else:
        source = page.name_in((words[0], words[1] - 1)) or words
    if source == words or source[1] - source[0] > _LONGEST_NAME:
        return None
    return Candidate(colon, "quote", (content,), source, (colon.i, colon.i + 1))


def _find_signed(page: Page, index: int) -> Candidate | None:
    """A name behind a dash in a line of its own, under a quote that fills its paragraph."""
    end = page.ranges[index][1]
    line = page.line_behind(end)
    words = page.segment_before(index)
    if line is None or page.doc[line[0]].text not in DASHES or words[0] < words[1]:
        return None
    return _build_signature(page, line, index) if page.ends_paragraph(end) else None


def _build_signature(page: Page, tokens: Range, index: int) -> Candidate | None:
    """A name behind a dash: "It rained." - NAME."""
    source = page.trim(tokens)
    if source[1] - source[0] > _LONGEST_NAME or not page.name_in(source):
        return None
    if page.doc[source[0]].pos_ in {"VERB", "AUX"}:
        return None
    dash = page.doc[tokens[0]]
    return Candidate(dash, "quote", (page.ranges[index],), source, (dash.i, dash.i + 1))


def _build_according(page: Page, first: int, end: int, content: Range) -> Candidate | None:
    """A source without a verb: "It rained," according to the mayor."""
    begin = first + (2 if page.doc[first].lower_ == "according" else 1)
    names = [i for i in range(begin, end) if page.doc[i].pos_ in NAMES]
    if not names:
        return None
    stop = next((i for i in range(begin, end) if page.doc[i].text == ","), end)
    source = page.trim((begin, max(stop, names[0] + 1)))
    return Candidate(page.doc[first], "quote", (content,), source, (first, begin))


def _whole(page: Page, index: int) -> Range:
    """The quote with the words of its sentence before it: they are what was said, too."""
    begin = page.ranges[index][0]
    for current in range(index, max(-1, index - _MOST_QUOTES), -1):
        start, end = page.segment_before(current)
        first = next((i for i in range(start, end) if is_word(page.doc[i])), None)
        before = page.quoted[start - 1] if start else -1
        if first is None or page.doc[end - 1].text == ":":
            break
        begin = first
        if before < 0 or page.ends_sentence(before):
            break
        begin = page.ranges[before][0]
    return begin, page.ranges[index][1]


def _is_verb(token: Token) -> bool:
    verbal = token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}
    return verbal and token.lower_ != "according"
