"""Evidential adverbs: "reportedly", "allegedly" give a clause to nobody in particular."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotekit.finders.finding import Finding
from quotekit.finders.rules.clauses.reported import CLAUSES
from quotekit.finders.rules.frames import frames, words_without
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.language import language_of
from quotekit.parse.grammar import is_deep, is_verbal, ranges
from quotekit.text.punctuation import PAUSES

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["evidential_adverbs", "set_off_adverbs"]


def set_off_adverbs(parsed: ParsedPage) -> Iterator[Finding]:
    """Those findings whose adverb stands between pauses, and so speaks of all of its clause."""
    for item in evidential_adverbs(parsed):
        index = parsed.words(*item.cue[0])[0]
        before, behind = parsed.tokens[max(index - 1, 0)], parsed.tokens[min(index + 1, len(parsed.doc) - 1)]
        if before.text in PAUSES | {"("} and behind.text in PAUSES | {")"}:
            yield item


def evidential_adverbs(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding without a source for each clause that an evidential adverb stands in.

    One at a verb that reports a clause is a part of that cue ("reportedly told us that").
    """
    known = language_of(parsed.lang).evidentials
    for token in parsed.tokens:
        evident = token.lower_ in known and is_verbal(token.head) and not is_deep(token)
        if evident and not says_clause(parsed, token.head):
            yield Finding(
                content=ranges(parsed.doc, words_without(token.head, {token.i}, token)),
                cue=ranges(parsed.doc, ((token.i, token.i + 1),)),
            )


def says_clause(parsed: ParsedPage, verb: Token) -> bool:
    """Whether *verb* says something, in a clause."""
    known = parsed.verb(verb)
    return known is not None and known.says and any(frame.name in CLAUSES for frame in frames(verb))
