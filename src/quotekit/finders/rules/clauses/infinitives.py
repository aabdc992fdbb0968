"""What somebody is or does in their own words, by an infinitive right behind a verb of reporting ("dit avoir
vu le feu"), in languages whose infinitives need no word that marks them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from quotekit.finders.finding import Finding
from quotekit.finders.rules.clauses.conjunctions import makes_dependent, own_source, subject_before
from quotekit.finders.rules.insertions.incise_places import group_start, is_participle_alone
from quotekit.finders.rules.insertions.inversions import words_of_verb
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import sentence_behind
from quotekit.language import language_of
from quotekit.parse.bare_infinitives import infinitive_opening
from quotekit.parse.grammar import (
    is_coordinating,
    is_finite_form,
    is_relative,
    is_verbal,
    modifies_noun,
    ranges,
    runs_of_tokens,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["stated_infinitives"]

WIDEST_GROUP: Final = 6
"""Tokens from a verb of reporting to the infinitive, at most: a negation, pronouns and an adverb."""

FEWEST: Final = 2
"""Tokens of what is stated, at least."""


def stated_infinitives(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each form of a verb that reports deeds, between whoever speaks and an infinitive.

    As for clauses behind a conjunction, the order of the words tells more than a small parser.
    """
    language = language_of(parsed.lang)
    for token in parsed.tokens:
        verb = parsed.verbs.get(language.lemmas.get(token.lower_, token.lemma_))
        stated = verb is not None and "deed" in verb.frames and not is_participle_alone(token)
        behind = parsed.doc[token.i + 1 : token.i + 1 + WIDEST_GROUP] if stated else ()
        opening = infinitive_opening(behind)
        if opening is None or lacks_object(token):
            continue
        first = group_start(token)
        is_led = first > 0 and is_relative(parsed.tokens[first - 1])
        source = (None if is_led else subject_before(parsed, first)) or own_source(token)
        end = statement_end(parsed, token, opening)
        if source is not None and end - opening.i >= FEWEST:
            yield Finding(
                content=ranges(parsed.doc, ((opening.i, end),)),
                cue=ranges(parsed.doc, runs_of_tokens(words_of_verb(parsed, first, token))),
                source=ranges(parsed.doc, (source,)),
            )


def lacks_object(verb: Token) -> bool:
    """Whether a clause tells of what the infinitive has for its object ("le marin que Jo dit connaître")."""
    openers = language_of(verb.lang_).clause_openers
    return modifies_noun(verb) and any(openers.get(word.lower_) == "that" for word in verb.lefts)


def statement_end(parsed: ParsedPage, verb: Token, opening: Token) -> int:
    """Where what is stated ends: before a finite verb that is in no clause of its own.

    The sentence around the statement goes on with it, or with somebody else.
    """
    end = cut = sentence_behind(parsed, (opening.i, parsed.words_around(verb)[1]))[1]
    for word in takewhile(lambda one: not makes_dependent(one), parsed.doc[opening.i + 1 : end]):
        if parts_clauses(word):
            cut = word.i if cut == end or not parts_clauses(word.nbor(-1)) else cut
        elif is_finite_form(word) and is_verbal(word):
            return cut if cut < end else (word.i if modifies_noun(verb) else end)
    return end


def parts_clauses(word: Token) -> bool:
    """Whether a clause may begin behind *word*: a comma or an "and"."""
    return word.text == "," or is_coordinating(word)
