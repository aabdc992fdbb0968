"""The verb that reports words in quotation marks: before them, or behind them with its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import Site
from quotekit.language import language_of
from quotekit.parse.grammar import (
    Words,
    child,
    function_words_for,
    is_finite,
    is_verb_part,
    is_verbal,
    labels_for,
    modifies_noun,
    possessor,
)
from quotekit.parse.lemmas import lemma
from quotekit.text.punctuation import BEFORE_CLOSER, FULL_STOPS, LEADS, OPENERS, STOP_TOKENS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["could_hold_clause", "cue_before", "cue_behind", "is_clausal_verb", "reports_marks"]

FEWEST_WORDS = 3
"""Words in marks within a sentence from which on any verb behind them may be their cue."""

NEAR = 4
"""Tokens from the beginning of a verb's subject to the verb, for any verb to be a cue."""

BEFORE_MARKS = 4
"""Tokens from a verb to the marks behind it, at most, where no pause stands before these; a guess."""

SUBJECT_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})

OPENING_TAGS = frozenset({"VERB", "PRON", "PROPN", "DET"})


def could_hold_clause(parsed: ParsedPage, words: Words) -> bool:
    """Whether a clause could stand in *words*, which end their own sentence nowhere."""
    ended = words[0] < words[1] and parsed.tokens[words[1] - 1].text[-1] in FULL_STOPS | {":", ";"}
    heads = [i for i in range(*words) if parsed.tokens[i].is_alpha]
    return not ended and (len(heads) > 1 or any(parsed.tokens[i].pos_ == "NOUN" for i in heads))


def cue_behind(parsed: ParsedPage, site: Site) -> Token | None:
    """The verb behind the marks that reports them ("…," Ode said; "…," said Ode; "…." So said Ode)."""
    first, last = site.after
    inverted = verb_behind_adverb(parsed, site)
    if inverted is not None:
        return inverted
    goes_on = site.tail == "." and parsed.tokens[min(first, last - 1)].text.islower()
    pause = first < last and (parsed.tokens[first].text in LEADS or goes_on)
    if first == last or (site.tail == "." and not pause) or is_coordinator(parsed.tokens[first]):
        return None
    pause = pause or site.tail in BEFORE_CLOSER - {"."}
    for index in range(first, last):
        token = parsed.tokens[index]
        if not pause and token.text in LEADS:
            return None
        if not is_clausal_verb(token):
            continue
        if reports_marks(parsed, token) or (pause and stands_as_cue(parsed, site, token)):
            acts = follows_colon(parsed, site) and reports_something(token)
            return None if acts or announces_next(parsed, site, token) else token
        if not stands_in_modifier(token):
            return None
    return None


def announces_next(parsed: ParsedPage, site: Site, verb: Token) -> bool:
    """Whether *verb* is the cue of the quotation behind it (Ode asked, “Who?” | The men replied, “Us.”).

    Nothing but one pause parts the two, and the marks of *site* end a sentence: the next one begins behind
    them, or they have a cue of their own.
    """
    last = site.after[1]
    behind = [parsed.tokens[index].text for index in range(verb.i + 1, last)]
    paused = len(behind) > 0 and behind[-1] in LEADS and LEADS.isdisjoint(behind[:-1])
    if site.tail not in STOP_TOKENS or not paused or last == len(parsed.doc):
        return False
    quotes = parsed.tokens[last].text[0] in OPENERS
    return quotes and (
        has_capital_of_sentence(parsed.tokens[site.after[0]]) or has_cue_in_front(parsed, site)
    )


def has_capital_of_sentence(word: Token) -> bool:
    """Whether *word* has a capital letter that it has at the beginning of a sentence alone."""
    pronoun = language_of(word.lang_).pronouns.get(word.lower_)
    own = pronoun is not None and pronoun.is_first_singular
    return word.text[:1].isupper() and word.pos_ != "PROPN" and not own


def has_cue_in_front(parsed: ParsedPage, site: Site) -> bool:
    """Whether a verb of reporting and a pause stand before the marks of *site*."""
    first, last = site.before
    return first < last and parsed.tokens[last - 1].text in LEADS and cue_before(parsed, site) is not None


def follows_colon(parsed: ParsedPage, site: Site) -> bool:
    """Whether a colon in front of the marks tells of them, and a full stop in them ends their sentence."""
    first, last = site.before
    announced = first < last and parsed.tokens[last - 1].text == ":"
    return announced and site.tail in STOP_TOKENS


def reports_something(verb: Token) -> bool:
    """Whether *verb* has an object or a clause of its own ("his demand: “Go!” Ode praised the man.")."""
    return acts_upon_something(verb) or child(verb, labels_for(verb).clausal_complements) is not None


def verb_behind_adverb(parsed: ParsedPage, site: Site) -> Token | None:
    """The verb that an adverb joins to the marks before it, with its subject behind it ("So wrote Ode")."""
    words = [index for index in range(*site.after) if parsed.tokens[index].text not in LEADS][:2]
    if len(words) < 2:
        return None
    adverb, verb = (parsed.tokens[index] for index in words)
    joins = adverb.lower_ in function_words_for(adverb).reporting_adverb
    return verb if joins and verb.pos_ == "VERB" and reports_marks(parsed, verb) else None


def is_clausal_verb(token: Token) -> bool:
    """Whether *token* is a verb that heads a clause, not an auxiliary or a word behind a preposition."""
    if not is_verbal(token) or is_verb_part(token):
        return False
    labels = labels_for(token)
    return token.dep_ not in labels.adjectives and child(token, labels.case_markers) is None


def stands_in_modifier(verb: Token) -> bool:
    """Whether *verb* is one of a clause that modifies a noun ("a drill that woke us and cost hours")."""
    labels = labels_for(verb)
    while verb.dep_ in labels.conjuncts and is_verbal(verb.head) and verb.head.i < verb.i:
        verb = verb.head
    return modifies_noun(verb)


def is_coordinator(token: Token) -> bool:
    """Whether *token* joins what follows to what stands before it."""
    return token.dep_ in labels_for(token).coordinators


def reports_marks(parsed: ParsedPage, verb: Token) -> bool:
    """Whether *verb* is one that reports words in quotation marks."""
    known = parsed.verb(verb)
    return known is not None and "marks" in known.frames


def stands_as_cue(parsed: ParsedPage, site: Site, verb: Token) -> bool:
    """Whether any verb is a cue by its place: with its subject right behind the marks.

    A sentence need not be said by whoever acts upon something behind it (“Is it?” Ode kept the only inn).
    """
    doc, (first, _) = parsed.doc, site.after
    if not is_finite(verb) or verb.pos_ != "VERB" or modifies_noun(verb) or is_gesture(verb):
        return False
    opening = next((doc[i] for i in range(first, verb.i + 1) if doc[i].text not in LEADS), verb)
    if site.tail != "," and opening.text[:1].isupper() and opening.pos_ != "PROPN":
        return False
    if site.tail in STOP_TOKENS and acts_upon_something(verb):
        return False
    if len(site.mark.text.split()) < FEWEST_WORDS and could_hold_clause(parsed, site.before):
        return False
    return verb.i - opening.i <= NEAR and opening.pos_ in OPENING_TAGS


def acts_upon_something(verb: Token) -> bool:
    """Whether *verb* has an object."""
    return child(verb, labels_for(verb).direct_objects) is not None


def is_gesture(verb: Token) -> bool:
    """Whether what does it is a part or a thing of somebody, and nobody ("Ode’s voice cracked")."""
    done, known = child(verb, labels_for(verb).subjects), language_of(verb.lang_)
    if done is None or done.pos_ != "NOUN" or possessor(done) is None:
        return False
    return lemma(done) not in known.roles.keys() | known.plain_persons | known.relatives.keys()


def cue_before(parsed: ParsedPage, site: Site) -> Token | None:
    """The verb before the marks that reports them (Ode said: "…"; Ode called it "…")."""
    first, last = site.before
    pause = first < last and parsed.tokens[last - 1].text in LEADS
    for index in range(last - 1, first - 1, -1):
        token = parsed.tokens[index]
        if index == last - 2 and is_misread_verb(parsed, site, token):
            return token
        if not is_clausal_verb(token):
            continue
        if reports_marks(parsed, token):
            told = pause or last - index <= BEFORE_MARKS
            return token if told and not is_instruction(parsed, site, token) else None
        if not stands_in_modifier(token):
            return None
    return None


def is_instruction(parsed: ParsedPage, site: Site, verb: Token) -> bool:
    """Whether a bare verb without a subject opens the sentence before a colon ("Translate: “…”")."""
    first, last = site.before
    colon = parsed.tokens[last - 1].text == ":"
    bare = verb.tag_ in labels_for(verb).bare_tags or (verb.i == first and verb.text == lemma(verb).title())
    return colon and bare and verb.i == first and child(verb, labels_for(verb).subjects) is None


def is_misread_verb(parsed: ParsedPage, site: Site, word: Token) -> bool:
    """Whether *word*, before the colon of a sentence without a verb, is one by its form ("Rule 5 says:")."""
    first, last = site.before
    known = parsed.verbs.get(lemma(word))
    if word.pos_ != "NOUN" or known is None or not known.says or parsed.tokens[last - 1].text != ":":
        return False
    before = parsed.doc[first : word.i]
    subject = len(before) > 0 and before[-1].pos_ in SUBJECT_TAGS and any(map(is_noun_or_pronoun, before))
    return subject and word.lower_ != lemma(word) and not any(map(is_verbal, before))


def is_noun_or_pronoun(word: Token) -> bool:
    """Whether *word* is a noun or a pronoun."""
    return word.pos_ in SUBJECT_TAGS - {"NUM"}
