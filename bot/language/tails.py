"""Where what is said ends and the writer goes on: ", which ...", " - a rare step", "and added"."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.cues import name_cue
from bot.language.governors import read_group
from bot.language.page import DASHES, Page, Range, is_word
from bot.language.subjects import PASSIVE_SUBJECTS, SUBJECTS, find_first_cue
from bot.language.wordlists import read_words

_EXPLAINING = frozenset({"appos", "ccomp", "dobj", "npadvmod"})
_HUNG = frozenset({"appos", "dobj", "npadvmod"})
_CONCEDING = frozenset({"although", "though", "while"})
_ARTICLES = frozenset({"a", "an", "the"})
_TURNS = frozenset({"though", "whereas", "while"})
_SCHEDULED = frozenset({"begin", "close", "end", "expire", "finish", "open", "run", "start"})
_AGAINST = frozenset({"although", "amid", "despite", "though"})
_SPANS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_WHEN_OR_WHERE = frozenset({"DATE", "FAC", "GPE", "LOC", "TIME"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_NEAR = 5
"""Tokens between "and" and the verb that it joins."""
_LONGEST_TIME = 6
"""Tokens of "less than a month after"."""


def cut_tail(tokens: Range, page: Page, *, finite: bool) -> Range:
    """Without what the writer adds: ", which ..."; " - a rare step"; and without "and added"."""
    for i in range(tokens[0] + 1, tokens[1] - 1):
        token = page.doc[i]
        if page.quoted[i] >= 0:
            if _closes_before_time(token, page, finite=finite):
                return tokens[0], i + 1
            continue
        if token.text == "," or (token.text in DASHES and not _joins_words(token)):
            rest = (page.doc[j] for j in range(i + 1, tokens[1]))
            head = next((each for each in rest if each.head.i < i), page.doc[i + 1])
            behind = page.doc[head.right_edge.i + 1 : tokens[1]]
            ends = behind[:1].text == ":" or not any(map(is_word, behind))
            adds = _adds(token, head, finite=finite) or _sums_up(token, head, page, tokens[1])
            if ends and adds:
                return tokens[0], i
        elif token.dep_ == "cc" and _goes_on(token, page, tokens[1]):
            return tokens[0], i
    last = tokens[1] - 1
    return (tokens[0], last) if last > tokens[0] and page.doc[last].dep_ == "cc" else tokens


def _closes_before_time(mark: Token, page: Page, *, finite: bool) -> bool:
    """Whether a quote ends here and it is told when: "had “nothing to hide,” | hours after it"."""
    behind = mark.nbor(1)
    if page.ranges[page.quoted[mark.i]][1] != mark.i + 1 or page.quoted[behind.i] >= 0:
        return False
    return _tells_how_late(behind) or (not finite and behind.lower_ == "after")


def _adds(mark: Token, head: Token, *, finite: bool) -> bool:
    """Whether the writer speaks behind a comma or a dash; `head` hangs on what stands before."""
    first = mark.nbor(1)
    told = _tells_how_late(first) or _tells_meanwhile(mark, head, first)
    told = told or _turns_to_another(head, first)
    if told or _comments(head) or comments_on(first):
        return True
    if mark.text in DASHES:
        return bool(mark.whitespace_) and first.dep_ == "det" and head.dep_ in _EXPLAINING
    if head.dep_ == "relcl":
        adds = first.tag_ in {"WP", "WP$"} or first.lower_ == "where"
        apart = not finite or _tells_schedule(head) or _is_voiced(head) or _ranks(head)
        return adds or (first.tag_ == "WDT" and apart)
    if head.dep_ == "appos":
        return first.dep_ == "det" and not finite
    if _concedes(head, first):
        return True
    goes_on = find_first_cue(head) is not None
    return head.dep_ == "advcl" and first.tag_ == "VBG" and (goes_on or not finite)


def _joins_words(mark: Token) -> bool:
    """Whether it is the hyphen of a word: "a three-day strike"."""
    return mark.text == "-" and not mark.whitespace_


def _comments(head: Token) -> bool:
    """Whether it is told what becomes of what was said: ", a claim that doctors reject"."""
    return takes_up(head) and any(child.dep_ in {"acl", "relcl"} for child in head.rights)


def takes_up(noun: Token) -> bool:
    """Whether a noun takes up what was said, to comment on it: ", a claim she denied"."""
    plain = noun.left_edge.i == noun.i or noun.left_edge.lower_ in _ARTICLES - {"the"}
    return plain and noun.lower_ in read_words("comment_nouns")


def comments_on(first: Token) -> bool:
    """Whether a word opens what others make of it: ", in what ministers hailed as a success"."""
    return first.lower_ == "in" and first.doc[first.i + 1 : first.i + 2].text == "what"


def tells_around(page: Page, behind: Range) -> bool:
    """Whether words behind an aside tell when it was, or what an article's news means.

    "It shut, he said, | hours after a fire"; "in a blow to the town", "despite a promise".
    """
    first = page.doc[behind[0]]
    if _tells_how_late(first):
        return True
    if not page.lead[0] <= first.i < page.lead[1]:
        return False
    second = page.doc[first.i + 1 : first.i + 2].text.lower()
    if first.lower_ == "in":
        placed = any(c.dep_ == "pobj" and c.ent_type_ in _WHEN_OR_WHERE for c in first.children)
        return second == "defiance" or (second in _ARTICLES and not placed)
    summed = first.lower_ in _ARTICLES and first.head.pos_ == "NOUN"
    return first.lower_ in _AGAINST or (summed and first.head.dep_ not in SUBJECTS)


def _concedes(head: Token, first: Token) -> bool:
    """Whether who spoke is named again: "said it would open, | though she admitted that"."""
    if head.dep_ != "advcl" or first.lower_ not in _CONCEDING:
        return False
    told = name_cue(head) in read_words("speech_cues", "opinion_cues")
    subject = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    return told and subject is not None and subject.tag_ == "PRP" and subject.i == first.i + 1


def opens_by_pronoun(clause: Token) -> bool:
    """Whether a clause begins by its subject: "“the worst week” | she had known"."""
    first = clause.left_edge
    first = first.nbor(1) if first.is_punct else first
    return first.tag_ == "PRP" and first.head.i == clause.i


def _sums_up(mark: Token, head: Token, page: Page, end: int) -> bool:
    """Whether an article's first sentence ends in what the news means: ", a blow to the town".

    What stands between marks there is said: ", a “blow” to the town".
    """
    opens = mark.text == "," and page.lead[0] <= mark.i < page.lead[1]
    quoted = opens and any(page.quoted[i] >= 0 for i in range(mark.i, end))
    if not opens or quoted or any(child.dep_ == "cc" for child in head.children):
        return False
    first, second = mark.nbor(1), mark.doc[mark.i + 2 : mark.i + 3].text.lower()
    if first.lower_ in _ARTICLES:
        return head.dep_ in _HUNG
    named = first.lower_ == "in" and second in _ARTICLES  # "in a move that"
    meanwhile = first.lower_ == "as" and second not in {"such", "well"}
    later = first.lower_ == "after" and head.dep_ in {"advcl", "prep"}
    return named or meanwhile or later or (first.tag_ == "VBG" and head.dep_ == "advcl")


def _tells_schedule(clause: Token) -> bool:
    """Whether it is told when something will be: "said it would go ahead, | which opens in May"."""
    timed = any(token.ent_type_ in {"DATE", "TIME"} for token in clause.subtree)
    return timed and clause.tag_ in {"VBZ", "VBP"} and clause.lemma_ in _SCHEDULED


def _is_voiced(clause: Token) -> bool:
    """Whether it is told what somebody says of it: "said it backed it, | which Roe called late"."""
    named = any(c.dep_ in SUBJECTS and c.tag_ not in {"WDT", "WP"} for c in clause.children)
    return named and name_cue(clause) in read_words("speech_cues", "opinion_cues")


def _ranks(clause: Token) -> bool:
    """Whether a thing is counted: "said she regretted it, | which is the third of its kind"."""
    counted = (c for c in clause.children if c.dep_ == "attr" and c.i > clause.i)
    words = (each for noun in counted for each in (noun, *noun.children))
    return clause.lower_ in {"is", "are"} and any(
        each.tag_ in {"JJS", "RBS"} or each.ent_type_ == "ORDINAL" for each in words
    )


def _turns_to_another(clause: Token, first: Token) -> bool:
    """Whether somebody else speaks: "said it was late, | while Roe, the mayor, called it early"."""
    subject = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
    named = first.lower_ in _TURNS and subject is not None and subject.pos_ in {"NOUN", "PROPN"}
    told = name_cue(clause) in read_words("speech_cues", "opinion_cues")
    return clause.dep_ == "advcl" and named and told and clause.tag_ in {"VBD", "VBZ"}


def _tells_meanwhile(mark: Token, head: Token, first: Token) -> bool:
    """Whether it is told what happened at the time: "said it would close, | as demand fell"."""
    opens = first.lower_ == "as" or first.doc[first.i : first.i + 2].text.lower() == "even as"
    meanwhile = mark.text == "," and opens and head.dep_ == "advcl"
    subjects = (c for c in head.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS)
    return meanwhile and head.pos_ == "VERB" and any(c.i < head.i for c in subjects)


def _tells_how_late(first: Token) -> bool:
    """Whether it is told how long after something it was: ", six months after the storm"."""
    following = first.doc[first.i : first.i + _LONGEST_TIME]
    timed = first.ent_type_ in {"DATE", "TIME"} or first.lower_ in _SPANS
    return timed and any(t.lower_ == "after" for t in following)


def _goes_on(joint: Token, page: Page, end: int) -> bool:
    """Whether a second cue of the same speaker follows: "said it rained | and added that"."""
    behind = (page.doc[i] for i in range(joint.i + 1, min(end, joint.i + _NEAR)))
    joined = [t for t in behind if t.head.i == joint.head.i and page.quoted[t.i] < 0]
    others = (each for head in (joint.head, joint.head.head) for each in head.rights)
    if any(_turns_over(each, joint) for each in others if page.quoted[each.i] < 0):
        return True
    return any(
        find_first_cue(each) is not None or begins_anew(each, joint) or _leaves_open(each, joint)
        for each in joined
    )


def begins_anew(verb: Token, joint: Token) -> bool:
    """Whether who spoke is named again: "said the price had risen, | and he blamed the state"."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    named = subject is not None and subject.tag_ == "PRP" and subject.i == joint.i + 1
    told = name_cue(verb) in read_words("speech_cues", "opinion_cues")
    apart = verb.dep_ == "conj" and joint.nbor(-1).text == ","
    return apart and named and told and verb.tag_ == verb.head.head.tag_ == "VBD"


def _turns_over(verb: Token, joint: Token) -> bool:
    """Whether somebody else speaks: "said it had risen, | and the mayor said it was late"."""
    after = verb.i > joint.i and verb.dep_ in {"ccomp", "conj"} and joint.nbor(-1).text == ","
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if not after or subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return False
    tells = any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    same = verb.tag_ == joint.head.head.tag_ == "VBD" and joint.head.dep_ == "ccomp"
    return tells and same and name_cue(verb) in read_words("speech_cues")


def turns_to_speaker(page: Page, tokens: Range) -> bool:
    """Whether "and" brings what somebody else says: "It rained, she said, | and Roe said it"."""
    joint, *rest = (page.doc[i] for i in range(*tokens))
    if joint.dep_ != "cc" and joint.lower_ not in {"and", "but"}:
        return False
    verb = next((t for t in rest if t.tag_ in _FINITE and t.dep_ not in {"relcl", "acl"}), None)
    if verb is None or page.quoted[verb.i] >= 0 or verb.lemma_ not in read_words("speech_cues"):
        return False
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    own = subject is not None and subject.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}
    return own and any(c.dep_ in {"ccomp", "dobj", "prep"} and c.i > verb.i for c in verb.children)


def _leaves_open(verb: Token, joint: Token) -> bool:
    """Whether who speaks keeps something back: "said it sank ships | but did not say how many"."""
    withheld = verb.lemma_ in read_words("speech_cues") | read_group("answering")
    negated = any(child.dep_ == "neg" for child in verb.children)
    return verb.dep_ == "conj" and joint.lower_ == "but" and withheld and negated
