"""Who quotes themselves: a quotation inside another, whose "I" is whoever speaks the outer one."""

from __future__ import annotations

from attrs import evolve

from quotekit.records import Quote
from quotekit.speakers.sources.progress import PlacedQuote, Progress

__all__ = ["RULE", "quote_themselves"]

RULE = "self-quotation"
"""The rule that the speaker of such a quote was found by."""


def quote_themselves(work: Progress) -> None:
    """Give a quote inside a quotation whose source is "I" to whoever speaks the outer one."""
    outer: list[PlacedQuote] = []
    for placed in sorted(work.placed, key=lambda placed: placed.quote.start):
        outer = [other for other in outer if other.quote.end > placed.quote.start]
        holder = next((other for other in reversed(outer) if covers_source(other.quote, placed.quote)), None)
        if holder is not None and work.speaker(placed.number) is None and says_i(work, placed):
            answer = work.answers.get(holder.number)
            if answer is not None and answer.entity is not None:
                work.revise(placed.number, evolve(answer, how="pronoun", rule=RULE))
        outer.append(placed)


def covers_source(outer: Quote, inner: Quote) -> bool:
    """Whether the source of one quote stands inside the content of another."""
    return bool(inner.source) and any(
        span.start <= inner.source[0].start < span.end for span in outer.content
    )


def says_i(work: Progress, placed: PlacedQuote) -> bool:
    """Whether the source of a quote is a pronoun of the first person singular."""
    if not placed.source_tokens:
        return False
    word = work.text.lower[placed.source_tokens[0]]
    _, number, kind = work.reading.vocabulary.pronouns.get(word, ("", "", ""))
    return (number, kind) == ("s", "first")
