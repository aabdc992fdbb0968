"""Reporting verbs: which constructions they report in, and whether what they report was uttered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from quotekit.language import SAYING, ReportingVerb, language_of
from quotekit.parse.compound_verbs import carrying_verb
from quotekit.parse.dependents import dependents
from quotekit.parse.grammar import labels_for
from quotekit.parse.lemmas import lemma
from quotekit.parse.textacy_words import textacy_verbs
from quotekit.records import Settings

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["SAYING", "ReportingVerb", "reporting_verb", "reporting_verbs"]


def reporting_verb(token: Token, verbs: Mapping[str, ReportingVerb]) -> ReportingVerb | None:
    """What *token* reports as a verb, with its particle ("rule out") or alone; None for other words.

    Of two that are one verb ("fait savoir"), the second alone reports.
    """
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    if following.i > token.i and carrying_verb(following) is not None:
        return None
    base, particles = lemma(token), labels_for(token).particles
    carrying = carrying_verb(token)
    if carrying is not None:
        return verbs.get(f"{lemma(carrying)} {base}")
    particle = next((word.lower_ for word in dependents(token) if word.dep_ in particles), None)
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
    words = language_of(lang)
    others = textacy_verbs(lang) - words.not_reporting_verbs
    return {**{lemma: ReportingVerb(lemma) for lemma in others}, **words.reporting_verbs}
