"""How sure it is that a quote's speaker is who said it: a logistic model of a few signs.

The signs are what is known of an answer when the text is read: the rule that decided, how the source names
its speaker, by how much the antecedent leads the next one, what kind of name it is. Their weights are learned
from documents whose speakers are known (``confidence_weights.json``, by ``tools/speaker_confidence.py``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from math import exp
from pathlib import Path

from quotekit.records import Speaker
from quotekit.speakers.sources.progress import Answer, Progress

__all__ = ["CONFIDENCE_WEIGHTS", "signs_of_speaker", "speaker_confidence"]

CONFIDENCE_WEIGHTS = Path(__file__).with_name("confidence_weights.json")
"""The file of the weights of the signs."""

CLEAR = 2.0
"""The lead of an antecedent over the next, in points of their score, from which on more tells nothing."""

SEVERAL = 2
"""Mentions by name that an entity has at least to be somebody of the text and no slip; chosen by hand."""

DIGITS = 3
"""Decimal places that a confidence is rounded to."""


def speaker_confidence(work: Progress, number: int, speaker: Speaker) -> float:
    """The probability that *speaker* is who said the quote with this number."""
    weights = load_confidence_weights()
    signs = signs_of_speaker(work, number, speaker)
    score = sum(weights.get(sign, 0.0) * value for sign, value in signs.items())
    return round(1 / (1 + exp(-score)), DIGITS)


@cache
def load_confidence_weights() -> Mapping[str, float]:
    """The weight of each sign that comes with the package."""
    weights: dict[str, float] = json.loads(CONFIDENCE_WEIGHTS.read_bytes())
    return weights


def signs_of_speaker(work: Progress, number: int, speaker: Speaker) -> dict[str, float]:
    """What speaks for and against a speaker, by name; what novels and news do otherwise is told apart."""
    answer = work.answers[number]
    kind = "dialogue" if work.is_dialogue else "report"
    return {
        "always": 1.0,
        kind: 1.0,
        f"rule {answer.rule.partition(' ')[0]}": 1.0,
        f"how {speaker.how}": 1.0,
        f"{kind} how {speaker.how}": 1.0,
        f"label {speaker.label}": 1.0,
        **dict(signs_of_entity(answer, speaker)),
        **dict(signs_of_antecedent(answer)),
        **dict(signs_of_quote(work, number)),
    }


def signs_of_entity(answer: Answer, speaker: Speaker) -> Iterator[tuple[str, float]]:
    """What kind of name it is: one of several words, one that comes again, one whose bearer is he or she."""
    entity = answer.entity
    if entity is None:
        return
    if entity.names:
        yield f"several words {speaker.how}", float(len(speaker.name.split()) > 1)
        yield f"named again {speaker.how}", float(len(entity.names) >= SEVERAL)
    elif entity.nominals:
        yield f"described {entity.nominals[0].determiner or 'bare'}", 1.0
    yield "gender", float(entity.gender in {"m", "f"})
    yield "several speakers", float(entity.plural)


def signs_of_antecedent(answer: Answer) -> Iterator[tuple[str, float]]:
    """Whether a pronoun's antecedent leads those that it could stand for as well, and by how much."""
    if not answer.ranked:
        return
    best, *rest = answer.ranked
    if best[1] is not answer.entity:
        yield "not the likeliest", 1.0
    elif not rest:
        yield "alone", 1.0
    else:
        yield "lead", min(CLEAR, best[0] - rest[0][0])


def signs_of_quote(work: Progress, number: int) -> Iterator[tuple[str, float]]:
    """Whether the quote has a cue, a source in its own paragraph, and stands inside another one."""
    placed = work.placed[number]
    yield "cue", float(bool(placed.quote.cue))
    yield "inside another", float(placed.quote.depth > 0)
    if placed.source_tokens:
        yield "source far", float(work.text.paragraphs[placed.source_tokens.start] != placed.paragraph)
