"""Pronouns inside a quotation that are the source of another: "I" speaks the outer one, "she" never does."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from quotekit.language.rows import Pronoun
from quotekit.records import Quote
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.told_inside import antecedent_inside
from quotekit.speakers.mentions.nominal_mentions import pronoun_at
from quotekit.speakers.sources.progress import Answer, PlacedQuote, Progress
from quotekit.speakers.sources.source_rules import CHAIN

__all__ = ["SELF_QUOTATION", "quote_others", "quote_themselves"]

SELF_QUOTATION = "self-quotation"
"""The rule that the speaker of a quote was found by who quotes themselves."""


INSIDE = "told inside"
"""The rule that a speaker was found by what the quotation around the quote tells of."""


def quote_themselves(work: Progress) -> None:
    """Give a quote inside a quotation whose source is "I" to whoever speaks the outer one."""
    for placed, holder in quoted_sources(work):
        pronoun = pronoun_of(work, placed)
        if work.speaker(placed.number) is None and pronoun is not None and pronoun.is_first_singular:
            answer = work.answers.get(holder.number)
            if answer is not None and answer.entity is not None:
                work.revise(placed.number, evolve(answer, how="pronoun", rule=SELF_QUOTATION))


def quote_others(work: Progress) -> None:
    """Give a quote inside a quotation whose source is "she" or "they" to nobody who speaks the outer one.

    That is whoever the quotation tells of, else somebody of the narration. Where several could be "they",
    whoever speaks may mean others whom nobody told of.
    """
    for placed, holder in quoted_sources(work):
        answer, pronoun = work.answers.get(placed.number), pronoun_of(work, placed)
        if answer is None or pronoun is None or pronoun.kind != "person" or answer.rule == CHAIN:
            continue
        if (inside := told_inside(work, placed, holder)) is not None:
            work.revise(placed.number, evolve(answer, entity=inside, rule=INSIDE))
            continue
        if answer.entity is None:
            continue
        others = [one for _, one in answer.ranked if one is not work.speaker(holder.number)]
        if answer.entity is work.speaker(holder.number):
            work.revise(placed.number, evolve(answer, entity=next(iter(others), None)))
        elif pronoun.gender == "-" and len(others) > 1 and not is_named_inside(work, holder, answer):
            work.revise(placed.number, evolve(answer, entity=None))


def told_inside(work: Progress, placed: PlacedQuote, holder: PlacedQuote) -> Entity | None:
    """Whom the quotation *holder* tells of that the pronoun "he" or "she" of a quote in it can mean."""
    mention = pronoun_at(work.text, placed.source_start, work.reading.language)
    return antecedent_inside(work, placed, holder, mention) if mention.gender in {"m", "f"} else None


def is_named_inside(work: Progress, holder: PlacedQuote, answer: Answer) -> bool:
    """Whether whoever was found is named in the outer quotation."""
    entity: Entity | None = answer.entity
    return any(work.reading.bearer_of(name) is entity for name in work.reading.names_in(holder.tokens))


def quoted_sources(work: Progress) -> Iterator[tuple[PlacedQuote, PlacedQuote]]:
    """The quotes whose source stands inside a quotation, each with the innermost such quotation."""
    outer: list[PlacedQuote] = []
    for placed in sorted(work.placed, key=lambda placed: placed.quote.start):
        outer = [other for other in outer if other.quote.end > placed.quote.start]
        holder = next((other for other in reversed(outer) if covers_source(other.quote, placed.quote)), None)
        if holder is not None:
            yield placed, holder
        outer.append(placed)


def covers_source(outer: Quote, inner: Quote) -> bool:
    """Whether the source of one quote stands inside the content of another."""
    return bool(inner.source) and any(
        span.start <= inner.source[0].start < span.end for span in outer.content
    )


def pronoun_of(work: Progress, placed: PlacedQuote) -> Pronoun | None:
    """The pronoun that the source of a quote is, or None for any other source."""
    if len(placed.source_tokens) != 1:
        return None
    return work.reading.language.pronouns.get(work.text.lower[placed.source_tokens[0]])
