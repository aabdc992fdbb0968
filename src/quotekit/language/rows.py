"""What a row of a language's tables says, where it says more than one thing of a word."""

from __future__ import annotations

from typing import Final, Literal

from attrs import frozen

from quotekit.records import Act

__all__ = [
    "CONSTRUCTIONS",
    "SAYING",
    "Affiliation",
    "AffiliationKind",
    "Contraction",
    "Elision",
    "Gender",
    "Pronoun",
    "PronounKind",
    "ReportingVerb",
    "Title",
    "TitleKind",
    "unstopped",
]

Gender = Literal["m", "f", "n", "-"]
"""Masculine, feminine, neither, or not told."""

Number = Literal["s", "p", "+", "-"]
"""Singular, plural, plural sooner than singular, or either."""

PronounKind = Literal["first", "second", "person", "relative", "indefinite"]
"""The person of a personal pronoun (``person`` is the third), or what another pronoun does."""

TitleKind = Literal["courtesy", "style", "office", "kin", "epithet", "modifier"]
"""What a title is: see the tables."""

SAYING: Final = frozenset({"clause", "gerund", "insert", "marks", "that", "wh"})
"""The constructions that word an utterance; a verb of which only its act is known reports in these."""

CONSTRUCTIONS: Final = SAYING | {"deed", "inverted", "object", "small", "styled", "to", "voiced"}
"""The constructions in which verbs report; the others are the reporting prepositions of a language.

A deed is a gerund for what the subject of the verb is said to have done ("denied hiding it"), or an
infinitive right behind the verb ("dit avoir tout vu").
"""


AffiliationKind = Literal["city", "state", "country", "people", "party"]
"""What somebody belongs to; nobody to two of one kind."""


@frozen
class Affiliation:
    """What a word says of where somebody belongs: to a state of a federation, to a country, to a party."""

    of: str
    kind: AffiliationKind


@frozen
class Pronoun:
    """A pronoun, by its form in lower case."""

    form: str
    gender: Gender
    number: Number
    kind: PronounKind

    @property
    def is_first_singular(self) -> bool:
        """Whether it stands for whoever uses it, and for nobody else."""
        return self.kind == "first" and self.number == "s"

    @property
    def is_third_singular(self) -> bool:
        """Whether it stands for one other person or thing."""
        return self.kind == "person" and self.number == "s"


@frozen
class Title:
    """A title before a name, lower case and without full stop."""

    form: str
    gender: Gender
    kind: TitleKind


def unstopped(word: str) -> str:
    """*word* as titles and suffixes stand in the tables: in lower case and without full stops."""
    return word.lower().replace(".", "")


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

    @property
    def says(self) -> bool:
        """Whether it is a verb of saying: one of speech that reports words in quotation marks."""
        return self.act == "speech" and "marks" in self.frames


ApparatusPart = Literal["note", "remark", "sic", "emphasis", "signal", "page", "others"]
"""What a text of the apparatus does: see its table."""


@frozen
class Apparatus:
    """A word or a phrase that notes and citations are set with.

    Attributes:
        text: The word, with its full stop if it is shortened, or the phrase.
        part: What it does.
    """

    text: str
    part: ApparatusPart


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


@frozen
class Contraction:
    """A part of a word that was contracted from two.

    Attributes:
        part: The part as it stands there, lower case, with its apostrophe.
        place: Where it stands: at the ``start`` of a word or at its ``end``; a ``stem`` is what is left of
            a word before an end, and ``whole`` a word without an apostrophe.
        word: What it is short for; of a whole, its parts.
    """

    part: str
    place: Literal["start", "end", "stem", "whole"]
    word: str
