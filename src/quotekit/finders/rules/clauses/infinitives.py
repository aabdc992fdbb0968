"""What somebody is or does in their own words, by an infinitive right behind a verb of reporting ("dit avoir
vu le feu"), in languages whose infinitives need no word that marks them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotekit.finders.finding import Finding
from quotekit.finders.rules.clauses.conjunctions import own_source, subject_before
from quotekit.finders.rules.insertions.incise_places import group_start, is_participle_alone
from quotekit.finders.rules.insertions.inversions import words_of_verb
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import sentence_behind
from quotekit.language import language_of
from quotekit.parse.bare_infinitives import infinitive_opening
from quotekit.parse.grammar import ranges, runs_of_tokens

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
        if opening is None:
            continue
        first = group_start(token)
        source = subject_before(parsed, first) or own_source(token)
        end = sentence_behind(parsed, (opening.i, parsed.words_around(token)[1]))[1]
        if source is not None and end - opening.i >= FEWEST:
            yield Finding(
                content=ranges(parsed.doc, ((opening.i, end),)),
                cue=ranges(parsed.doc, runs_of_tokens(words_of_verb(parsed, first, token))),
                source=ranges(parsed.doc, (source,)),
            )
