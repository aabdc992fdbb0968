"""Reporting verbs: which constructions they report in, and whether what they report was uttered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, cast

from attrs import frozen

from quotekit.language.tables import load_rows, load_words
from quotekit.parse.dependents import dependents
from quotekit.parse.lemmas import lemma
from quotekit.parse.textacy_words import textacy_verbs
from quotekit.records import Act, Settings

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["SAYING", "ReportingVerb", "reporting_verb", "reporting_verbs"]

SAYING = frozenset({"clause", "gerund", "insert", "marks", "that", "wh"})
"""The constructions that word an utterance; a verb of which only its act is known reports in these."""


@frozen
class ReportingVerb:
    """A verb that signals a report.

    Attributes:
        lemma: Its dictionary form.
        act: Whether it reports ``speech`` or ``thought``.
        frames: The constructions in which it does: those of `quotekit.finders.rules.frames`, and
            ``marks`` for words in quotation marks beside it.
    """

    lemma: str
    act: Act = "speech"
    frames: frozenset[str] = SAYING


def reporting_verb(token: Token, verbs: Mapping[str, ReportingVerb]) -> ReportingVerb | None:
    """What *token* reports as a verb, with its particle ("rule out") or alone; None for other words."""
    base = lemma(token)
    particle = next((word.lower_ for word in dependents(token) if word.dep_ == "prt"), None)
    return verbs.get(f"{base} {particle}") or verbs.get(base)


def reporting_verbs(lang: str, settings: Settings) -> Mapping[str, ReportingVerb]:
    """The reporting verbs of *lang* by lemma, with the caller's own among them.

    Raises:
        LanguageError: There are no word lists for *lang*.
    """
    known = known_verbs(lang)
    if not settings.extra_cues:
        return known
    return {**known, **{lemma: ReportingVerb(lemma, act) for lemma, act in settings.extra_cues}}


@cache
def known_verbs(lang: str) -> Mapping[str, ReportingVerb]:
    """textacy's reporting verbs of *lang*, widened and told apart by the table."""
    rows = load_rows(lang, "reporting_verbs")
    table = {
        lemma: ReportingVerb(lemma, cast(Act, act), frozenset(frames.split())) for lemma, act, frames in rows
    }
    others = textacy_verbs(lang) - load_words(lang, "not_reporting_verbs")
    return {**{lemma: ReportingVerb(lemma) for lemma in others}, **table}
