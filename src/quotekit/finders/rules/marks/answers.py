"""Answers: those that a noun gives to somebody (“Never,” came the reply from Ode), and those of one word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from quotekit.finders.finding import Finding
from quotekit.finders.rules.clauses.nouns import owner_of
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import Site, sites
from quotekit.finders.rules.sources import source_of
from quotekit.language import language_of
from quotekit.parse.grammar import (
    function_words_for,
    is_finite,
    is_verb_part,
    is_verbal,
    ranges,
    runs_of_tokens,
    subject,
    verb_group,
)
from quotekit.parse.lemmas import lemma
from quotekit.text.punctuation import CLAUSE_ENDS, LEADS, PAUSES, STOP_TOKENS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["answers_of_one_word", "replies_behind_marks"]

REACH: Final = 6
"""Tokens from the verb to its noun ("was the old man's only reply"), at most; a guess."""


def replies_behind_marks(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each quotation behind which a verb and then a noun of speech stand.

    The noun is the verb's subject, by its place: "“Never,” was Ode's reply".
    """
    for site in sites(parsed):
        verb = verb_right_behind(parsed, site)
        noun = None if verb is None else reply_behind(parsed, verb, site.after[1])
        if verb is None or noun is None:
            continue
        owner = owner_of(noun)
        yield Finding(
            content=((site.mark.start, site.mark.end),),
            cue=ranges(parsed.doc, ((noun.i, noun.i + 1),)),
            source=ranges(parsed.doc, (owner,)) if owner is not None else (),
        )


def verb_right_behind(parsed: ParsedPage, site: Site) -> Token | None:
    """The finite verb that opens what stands behind the marks, behind a pause if there is one."""
    first, last = site.after
    if first < last and parsed.tokens[first].text in LEADS:
        first += 1
    verb = parsed.tokens[first] if first < last else None
    return verb if verb is not None and is_verbal(verb) and is_finite(verb) else None


def reply_behind(parsed: ParsedPage, verb: Token, end: int) -> Token | None:
    """The noun of speech that *verb* has for its subject, before the token *end*."""
    nouns, first = language_of(parsed.lang).reply_nouns, verb.i + 1
    while first < end and is_verb_part(parsed.tokens[first - 1]) and is_verbal(parsed.tokens[first]):
        first += 1  # "had been"
    for index in range(first, min(first + REACH, end)):
        word = parsed.tokens[index]
        if lemma(word) in nouns and word.pos_ == "NOUN" and not tells_of_next(word):
            return None if is_definition(verb, word) else word
        if is_verbal(word) or word.pos_ in {"ADP", "SCONJ"} or word.text in LEADS:
            return None
    return None


def tells_of_next(noun: Token) -> bool:
    """Whether *noun* only tells which one the noun behind it is ("an observation post")."""
    behind = noun.doc[noun.i + 1 : noun.i + 2]
    return any(word.pos_ == "NOUN" and not word.ent_type_ for word in behind)


def is_definition(verb: Token, noun: Token) -> bool:
    """Whether *verb* tells what words are, and not who says them ("“Wow” is an exclamation of surprise")."""
    between = noun.doc[verb.i + 1 : noun.i]
    any_one = any("Ind" in word.morph.get("Definite", []) for word in between)
    return any_one and verb.pos_ == "AUX" and "Pres" in verb.morph.get("Tense", [])


def answers_of_one_word(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each verb of saying with an answer of one word ("Ode said no"; "No, Ode said")."""
    for verb in parsed.tokens:
        known = parsed.verb(verb)
        says = known is not None and known.says and is_finite(verb)
        word = (answer_behind(verb) or answer_in_front(verb)) if says else None
        source = () if word is None else source_of(verb)
        if word is not None and source:
            yield Finding(
                content=((word.idx, word.idx + len(word)),),
                cue=ranges(parsed.doc, runs_of_tokens(verb_group(verb))),
                source=ranges(parsed.doc, source),
            )


def answer_behind(verb: Token) -> Token | None:
    """The word that answers, right behind *verb* or a pause, where its clause ends with it."""
    doc, index = verb.doc, verb.i + 1
    if index < len(doc) and doc[index].text in LEADS:
        index += 1
    if index + 1 >= len(doc) or doc[index].lower_ not in function_words_for(verb).answering:
        return None
    behind = doc[index + 1]
    return doc[index] if behind.text in CLAUSE_ENDS | PAUSES or behind.pos_ == "CCONJ" else None


def answer_in_front(verb: Token) -> Token | None:
    """The word that answers and opens a sentence of which a comma, a subject and *verb* are all the rest.

    Who speaks of themselves or to somebody answers with all of it ("Yes, I agree"; "Yes, you said").
    """
    doc, first, doer = verb.doc, verb.sent.start, subject(verb)
    ends = verb.i + 1 < len(doc) and doc[verb.i + 1].text in STOP_TOKENS
    if not ends or doer is None or doer.left_edge.i != first + 2 or doc[first + 1].text != ",":
        return None
    if is_part_of_answer(verb, doer):
        return None
    return doc[first] if doc[first].lower_ in function_words_for(verb).answering else None


def is_part_of_answer(verb: Token, doer: Token) -> bool:
    """Whether *verb* tells what "I" do just now, or what "you" do: that answers, too."""
    pronoun = language_of(verb.lang_).pronouns.get(doer.lower_)
    if pronoun is None or pronoun.kind not in {"first", "second"}:
        return False
    return pronoun.kind == "second" or "Past" not in verb.morph.get("Tense", [])
