"""What a row of a language's tables says, where it says more than one thing of a word."""

from __future__ import annotations

from typing import Final, Literal

from attrs import fields, frozen

from quotekit.records import Act

__all__ = [
    "SAYING",
    "Elision",
    "FunctionWords",
    "Gender",
    "Pronoun",
    "PronounKind",
    "ReportingVerb",
    "Title",
    "TitleKind",
    "word_classes",
]

Gender = Literal["m", "f", "n", "-"]
"""Masculine, feminine, neither, or not told."""

Number = Literal["s", "p", "-"]
"""Singular, plural, or either."""

PronounKind = Literal["first", "second", "person", "relative", "indefinite"]
"""The person of a personal pronoun (``person`` is the third), or what another pronoun does."""

TitleKind = Literal["courtesy", "style", "office", "kin", "epithet", "modifier"]
"""What a title is: see the tables."""

SAYING: Final = frozenset({"clause", "gerund", "insert", "marks", "that", "wh"})
"""The constructions that word an utterance; a verb of which only its act is known reports in these."""


@frozen
class Pronoun:
    """A pronoun, by its form in lower case."""

    form: str
    gender: Gender
    number: Number
    kind: PronounKind


@frozen
class Title:
    """A title before a name, lower case and without full stop."""

    form: str
    gender: Gender
    kind: TitleKind


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


@frozen
class Elision:
    """A word without what an apostrophe stands for.

    Attributes:
        word: What is left of it.
        place: Where the apostrophe stands: at the ``start``, there and only before a ``lower`` case
            letter, at the ``end``, or at ``both``.
    """

    word: str
    place: Literal["start", "lower", "end", "both"]


@frozen(kw_only=True, eq=False)
class FunctionWords:
    """Little words by what they do in and around a name or a description, lower case.

    Attributes:
        link: Begin what a phrase adds to its noun.
        connector: Stand inside names.
        place: Stand before a place.
        relative: Open a relative clause.
        personal_relative: Open one about a person.
        impersonal_relative: Open one about something else.
        other: Join more people to somebody.
        trailer: Stand behind a source.
        definite: Determine a description of somebody who is known.
        indefinite: Determine a description of somebody who is not.
        endearment: Stand before a name that is called out.
        possession: Stand before a common noun that is called out.
        adverb_ending: End a word that says how somebody speaks.
        manner: Begin what says how somebody speaks.
        contrast: Stand for whoever of two did not speak last.
        prefix: Stand before a name and its hyphen.
        naming: Stand between a description and a name.
        appellation: What somebody is called is theirs.
        introducing: What somebody does who tells their name.
        reflexive: Who is the one who acts.
        distinction: Tell two of one name apart.
    """

    link: frozenset[str]
    connector: frozenset[str]
    place: frozenset[str]
    relative: frozenset[str]
    personal_relative: frozenset[str]
    impersonal_relative: frozenset[str]
    other: frozenset[str]
    trailer: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    endearment: frozenset[str]
    possession: frozenset[str]
    adverb_ending: frozenset[str]
    manner: frozenset[str]
    contrast: frozenset[str]
    prefix: frozenset[str]
    naming: frozenset[str]
    appellation: frozenset[str]
    introducing: frozenset[str]
    reflexive: frozenset[str]
    distinction: frozenset[str]


def word_classes() -> tuple[str, ...]:
    """The classes of function words as the tables name them ("adverb ending")."""
    return tuple(attribute.name.replace("_", " ") for attribute in fields(FunctionWords))
