"""What quotekit takes from textacy; the only module that imports it, and only when it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["expanded_verb", "textacy_verbs"]


def textacy_verbs(lang: str) -> frozenset[str]:
    """The lemmas of textacy's ``REPORTING_VERBS`` for *lang*; none for a language that it lacks."""
    from textacy import constants  # noqa: PLC0415 - slow to import

    return frozenset(constants.REPORTING_VERBS.get(lang, ()))


def expanded_verb(verb: Token) -> list[Token]:
    """*verb* with its auxiliaries and its negation, in the order of the text."""
    from textacy.extract import triples  # noqa: PLC0415 - slow to import

    return sorted(triples.expand_verb(verb), key=lambda token: token.i)
