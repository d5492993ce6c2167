"""Who governs a cue word: its subject, or that of the word it hangs on."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.cues import name_cue
from bot.language.missed_subjects import find_joined, find_unparsed
from bot.language.openings import leave_place
from bot.language.page import Page, Range, word_at
from bot.language.roles import is_person_noun
from bot.language.speaking import is_mere_thing
from bot.language.wordlists import read_words

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
LIGHT = frozenset(
    {"make", "give", "have", "issue", "offer", "express", "voice", "hold", "repeat", "raise"}
    | {"release", "send", "deliver", "share"}
)
"""Verbs that lend their subject to the noun they govern: "made the claim that"."""
_SUBJECT_CONTROL = frozenset({"promise", "use", "take", "spend", "have", "make", "need", "do"})
_IMPERSONAL = frozenset({"seem", "appear"})
"""Verbs whose subject says nothing."""
_SHARED = frozenset({"conj", "xcomp", "advcl", "dep", "pcomp", "acomp"})
_QUOTING, _ASKING = frozenset({"cite", "quote"}), frozenset({"ask", "press", "question"})
_DEEPEST = 4


def find_source(verb: Token, page: Page, *, passive: bool = False, depth: int = 0) -> Range | None:
    """The subject of the verb; where it has none of its own, of the verb that it hangs on."""
    if verb.lemma_ in _IMPERSONAL and not depth:
        return None
    own = _own_source(verb, passive=passive) or (_passive_subject(verb) if depth else None)
    own = own or _described(verb) or _controller(verb)
    if own is not None:
        own = leave_place(own)
        return _join_subjects(page.noun_phrase(own, verb), verb, page)
    if verb.dep_ == "ccomp" and verb.head.lemma_ == "let":
        return find_source(verb.head, page, depth=depth + 1)
    head = _governor(verb)
    if passive or depth > _DEEPEST or head is None:
        return None if passive or depth > _DEEPEST else find_unparsed(verb, page)
    return find_source(head, page, depth=depth + 1)


def find_noun_source(noun: Token, page: Page) -> Range | None:
    """Whose claim it is: "her claim", "the claim by"; else who is the subject of its verb."""
    if (verbal := _own_source(noun, passive=False)) is not None:  # "Acme | estimates that"
        return page.noun_phrase(verbal, noun)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None) or _find_owner(noun)
    if owner is not None:
        return page.noun_phrase(owner, noun)
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return page.noun_phrase(inner, noun)
    if noun.dep_ == "dobj" and noun.head.lemma_ in read_words("receiving_verbs"):
        return None
    if noun.dep_ == "dobj":
        return find_source(noun.head, page, passive=is_passive(noun.head))
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else noun
    return find_source(verb, page) if verb.pos_ in {"VERB", "AUX"} else None


def _find_owner(word: Token) -> Token | None:
    """The noun right before a word that it owns, whatever the parser thinks: "the firm's claim"."""
    return word.nbor(-2) if word.i > 1 and word.nbor(-1).tag_ == "POS" else None


def find_adjective_source(adjective: Token, page: Page) -> Range | None:
    """The subject of its "be", or the noun it stands behind."""
    head = adjective.head
    if adjective.dep_ in {"acomp", "oprd"} or (adjective.dep_ == "ccomp" and head.lemma_ == "make"):
        return find_source(head, page)
    if adjective.dep_ in {"acl", "amod"} and adjective.i > head.i:
        return page.noun_phrase(head, adjective)
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive voice, and is none of those that tell a feeling."""
    if verb.lower_ in read_words("feeling_participles"):
        return False
    parts = {child.dep_ for child in verb.children}
    if speaks_actively(verb):
        return False
    if parts & PASSIVE_SUBJECTS or "auxpass" in parts:
        return True
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and not parts & {"aux", *SUBJECTS}


def speaks_actively(verb: Token) -> bool:
    """Whether a verb is only taken for passive: "A guard who asked not to be named | said that".

    So it is behind a passive clause of its subject; "Jury told that" is a headline's passive.
    """
    parts = {child.dep_: child for child in verb.children}
    subject = parts.get("nsubjpass")
    if subject is None or "auxpass" in parts or verb.dep_ != "ROOT":
        return False
    marks = (c.lower_ for each in verb.children if each.dep_ == "ccomp" for c in each.children)
    clause = any(child.dep_ == "relcl" for child in subject.children)
    return clause and "that" in marks and name_cue(verb) in read_words("speech_cues")


def is_put_to(cue: Token) -> bool:
    """Whether the subject was asked, for a comma parts it: "Roe, | asked why it fell, said"."""
    subject = next((c for c in cue.children if c.dep_ in SUBJECTS), None)
    if cue.lemma_ not in _ASKING or cue.tag_ != "VBD" or subject is None:
        return False
    words = cue.doc[subject.left_edge.i : cue.i - 1]
    whole = subject.right_edge.i in {cue.i - 2, cue.i - 1}
    return whole and cue.nbor(-1).text == "," and all(word.text != "," for word in words)


def find_first_cue(verb: Token) -> Token | None:
    """The cue of the same speaker before this one, if the parser joins it to what that one says.

    Of "said it rained and added that" it hangs "added" on "rained", of "said it rained, adding
    that" it does so with "adding".
    """
    first = verb.head.head
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    if verb.head.dep_ == "acl":
        return _find_demand(verb)
    if verb.head.dep_ not in {"ccomp", "xcomp"}:
        return None
    if _leaves_infinitive(verb):  # of "said it would help to clear roads and | promised" the "said"
        return first.head if first.tag_ == "VB" and first.dep_ == "ccomp" else first
    joined = verb.dep_ == "conj" and verb.tag_ == first.tag_ and not _goes_on_telling(verb)
    joined = joined or (verb.dep_ == "advcl" and verb.tag_ == "VBG") or _leaves_passive(verb)
    if not joined or name_cue(first) not in read_words("speech_cues", "view_cues"):
        return None
    return first if name_cue(verb) in read_words("speech_cues") or _is_beyond(verb) else None


def _leaves_passive(verb: Token) -> bool:
    """Whether it says more than a passive may: "said it had been lost and | ruled out paying"."""
    passive = any(c.dep_ == "auxpass" for c in verb.head.children)
    listened = verb.lemma_ in read_words("telling_cues", "demand_cues")  # "and | told to"
    own = {"dobj"} if listened else {"ccomp", "dobj", "xcomp"}
    told = any(c.dep_ in own for c in verb.children)
    plain = verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBN"}
    return passive and told and plain and not any(c.dep_[:3] == "aux" for c in verb.children)


def _find_demand(verb: Token) -> Token | None:
    """The cue before one joined to what a thing is: "sought a review led by Roe and | accused"."""
    participle, thing = verb.head, verb.head.head
    first = thing.head.head if thing.dep_ == "pobj" else thing.head
    joined = verb.dep_ == "conj" and verb.tag_ == first.tag_ == "VBD" and participle.tag_ == "VBN"
    known = read_words("speech_cues", "opinion_cues")
    return first if joined and {name_cue(verb), name_cue(first)} <= known else None


def _goes_on_telling(verb: Token) -> bool:
    """Whether it shares the helper before it: "said they had taken it and then | offered it"."""
    had = any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.head.children)
    return had and any(c.lower_ == "then" for c in verb.children)


def _is_beyond(verb: Token) -> bool:
    """Whether it voices an opinion, as a thing cannot: "said the price was high and | blamed".

    Nor does it share the helper of a passive: "said he had been misled and | feared that".
    """
    subjects = (c for c in verb.head.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS)
    subject = next(subjects, None)
    if subject is None or name_cue(verb) not in read_words("opinion_cues"):
        return False
    apart = any(c.dep_ == "auxpass" for c in verb.head.children)
    return apart or is_mere_thing(verb.doc[subject.left_edge.i : subject.right_edge.i + 1])


def _leaves_infinitive(verb: Token) -> bool:
    """Whether it can only go on with the cue: of "vowed to build it and opened" the "opened"."""
    plain = verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBN", "VBZ"}
    helped = any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return plain and not helped and verb.head.tag_ == "VB" and verb.head.dep_ == "xcomp"


def _governor(verb: Token) -> Token | None:
    """The verb whose subject this one shares."""
    first = find_first_cue(verb)
    if first is not None:
        return first
    head = verb.head
    if head.i == verb.i or verb.dep_ not in _SHARED:
        return None
    if head.dep_ == "prep" or head.pos_ == "ADP":
        return head.head
    return head if head.pos_ in {"VERB", "AUX", "ADJ"} else None


def _own_source(verb: Token, *, passive: bool) -> Token | None:
    owner = _find_owner(verb) if verb.tag_ == "VBG" else None
    if owner is not None:
        return owner
    feels = verb.lower_ in read_words("feeling_participles")
    for child in verb.children:
        if child.dep_ in SUBJECTS and not passive and not child.is_punct:  # "vice-president"
            return _find_own_behind(child)
        if child.dep_ in PASSIVE_SUBJECTS and (feels or speaks_actively(verb)):
            return child
        if child.dep_ == "agent" and passive:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None if passive else _find_taken(verb) or find_joined(verb)


def _find_own_behind(subject: Token) -> Token:
    """Who says so of what a clause tells: "firms that | the council | says broke the law"."""
    verb = subject.head
    others = (c for c in verb.children if c.dep_ in SUBJECTS and subject.i < c.i < verb.i)
    other = next(others, None) if subject.tag_ == "WDT" and verb.dep_ == "relcl" else None
    return subject if other is None else other


def _find_taken(verb: Token) -> Token | None:
    """The subject that the parser hangs on its conjunction: "after | the governor | told"."""
    marks = (c for c in verb.children if c.dep_ == "mark" and c.i < verb.i)
    objects = (c for mark in marks for c in mark.children if c.dep_ == "pobj" and c.i < verb.i)
    return next(objects, None)


def _join_subjects(subject: Range, verb: Token, page: Page) -> Range:
    """With the other subject where the parser has two of them: "he and | Jane Roe agreed"."""
    if page.doc[subject[1] - 1].dep_ != "cc":
        return subject
    others = (c for c in verb.children if c.dep_ in SUBJECTS and subject[1] <= c.i < verb.i)
    other = next(others, None)
    return subject if other is None else (subject[0], page.noun_phrase(other, verb)[1])


def _described(verb: Token) -> Token | None:
    """The noun that a participle stands behind; of "issued a statement saying", who issued it."""
    noun = _find_medium(verb.head)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and noun.dep_ == "ROOT":
        return noun if heads_sentence(verb) or any(map(_tells_or_goes_on, verb.children)) else None
    if verb.dep_ != "acl" or verb.tag_ not in {"VBG", "VBD"}:
        return None
    apart = noun.i < verb.i and verb.nbor(-1).text == ","
    if apart and verb.tag_ == "VBD" and noun.dep_ == "appos":
        return noun.head  # "Jane Roe, a minister, | called on them to"
    if noun.dep_ != "dobj" or noun.pos_ != "NOUN" or verb.tag_ != "VBG" or is_person_noun(noun):
        return noun
    if noun.head.lemma_ in read_words("receiving_verbs", "opposing_verbs"):
        return noun
    subject = next((c for c in noun.head.children if c.dep_ == "nsubj"), None)
    return subject if subject is not None else noun


def heads_sentence(participle: Token) -> bool:
    """Whether it is the verb of a sentence without another: "Egypt, which agreed, | offered to"."""
    noun = participle.head
    taken = participle.dep_ == "acl" and participle.tag_ in {"VBD", "VBN"}
    if not taken or noun.dep_ != "ROOT" or word_at(noun.doc, participle.i - 1) != ",":
        return False
    told = (c for c in noun.children if noun.i < c.i < participle.i)
    return any(c.dep_ in {"appos", "relcl"} for c in told)


def _tells_or_goes_on(child: Token) -> bool:
    """Whether a participle is the verb of a sentence: "Acme, a chain, filed for it and | said"."""
    return child.dep_ == "ccomp" or (child.dep_ == "conj" and child.tag_ in {"VBD", "VBZ"})


def _find_medium(noun: Token) -> Token:
    """What was sent to those behind whom a participle stands: "a message to donors saying"."""
    sent = noun.head.head if noun.dep_ == "pobj" else noun
    return sent if sent.lemma_ in read_words("media_nouns") else noun


def _controller(verb: Token) -> Token | None:
    """The object that is made to speak: "forced her to admit", "quoted her as saying"."""
    if verb.dep_ == "pcomp" and (quoted := find_quoted(verb.head.head)) is not None:
        return quoted
    if verb.dep_ != "xcomp" or verb.head.lemma_ in _SUBJECT_CONTROL:
        return None
    objects = (c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i)
    return next(objects, None)


def find_quoted(verb: Token) -> Token | None:
    """Whose words a verb of quoting passes on: "The paper quoted | Jane Roe | as saying"."""
    if verb.lemma_ not in _QUOTING:
        return None
    named = next((c for c in verb.children if c.dep_ == "dobj"), None)
    manner = (c for c in verb.children if c.lower_ == "as" and c.dep_ == "prep")
    told = any(inner.tag_ == "VBG" for each in manner for inner in each.children)
    return named if told else None


def _passive_subject(verb: Token) -> Token | None:
    """Who was seen, heard or asked: what hangs on that verb is said by them."""
    return next((child for child in verb.children if child.dep_ in PASSIVE_SUBJECTS), None)
