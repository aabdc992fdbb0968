"""Whom a relative pronoun stands for: the noun whose clause it opens ("the clerk, who said …")."""

from __future__ import annotations

from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mentions.descriptions import resolve_description
from quotekit.speakers.mentions.nominal_mentions import read_nominal
from quotekit.speakers.scheme import NOUN_CLAUSES, NOUNS
from quotekit.speakers.sources.progress import Answer, PlacedQuote, Progress
from quotekit.speakers.sources.source import Source

__all__ = ["by_antecedent"]

CLAUSE_HOPS = 6
"""Words that are passed on the way from a relative pronoun to its clause; chosen by hand."""

ANTECEDENT_TOKENS = 8
"""Tokens before a relative pronoun in which its noun stands where the parse has no clause; chosen by hand."""


def by_antecedent(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """A relative pronoun, by the noun whose clause it opens."""
    if source.kind != "relative":
        return None
    reading, text = work.reading, work.text
    noun = relative_antecedent(text, source.tokens.start)
    if noun is None:
        return None
    for name in reading.names_in(range(noun, noun + 1)):
        return Answer(reading.cast.by_mention[name.first], "pronoun")
    mention = read_nominal(text, noun, reading.language, any_noun=True)
    if mention is None:
        return None
    entity = reading.referents.get(mention.place) or resolve_description(
        text, reading.cast, reading.focus, mention, reading.language
    )
    return Answer(entity, "pronoun")


def relative_antecedent(text: Discourse, pronoun: int) -> int | None:
    """The index of the noun that the clause of a relative pronoun modifies."""
    verb, hops = text.heads[pronoun], 0
    while text.deps[verb] not in NOUN_CLAUSES and text.heads[verb] != verb and hops < CLAUSE_HOPS:
        verb, hops = text.heads[verb], hops + 1
    noun = text.heads[verb]
    if text.deps[verb] in NOUN_CLAUSES and noun < pronoun:
        return noun
    before = text.previous_word(pronoun)
    while before >= 0 and pronoun - before < ANTECEDENT_TOKENS:
        if text.tags[before] in NOUNS:
            return before
        before = text.previous_word(before)
    return None
