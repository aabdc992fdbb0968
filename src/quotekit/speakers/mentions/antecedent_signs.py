"""What speaks for somebody, or against them, as whoever a pronoun means: the signs and their weights."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

__all__ = ["ANTECEDENT_SIGNS", "WEIGHT_OF", "AntecedentSign"]

UNREAD_NEWS = "chosen by the quotes that it changed in unread `polnear-train`"
"""How the weight of a sign was found that was read in news which nobody had annotated."""


@frozen
class AntecedentSign:
    """What speaks for somebody for whom a pronoun could stand, or against them.

    Attributes:
        name: What it is called.
        weight: What it adds to the score, in points of no other meaning.
        holds: Of whom it is said.
        found: How the weight was found.
    """

    name: str
    weight: float
    holds: str
    found: str = "chosen by hand"


ANTECEDENT_SIGNS: tuple[AntecedentSign, ...] = (
    AntecedentSign("sentence", -0.45, "each sentence since the last mention, up to `FAR_SENTENCES`"),
    AntecedentSign("paragraph", -0.5, "each paragraph since then, up to `FAR_PARAGRAPHS`"),
    AntecedentSign("subject", 1.0, "was a subject in that sentence or the one before it"),
    AntecedentSign("possessive", 0.3, "owned something there, and was no subject"),
    AntecedentSign("leader", 0.4, "is the last of whom the author mainly told", UNREAD_NEWS),
    AntecedentSign("mentions", 0.2, "each doubling of one more than the mentions so far"),
    AntecedentSign("agreement", 1.2, "is known to be he or she, as is said, and once more to be a person"),
    AntecedentSign("untold", 0.6, "is a person whose full name does not tell whether he or she", UNREAD_NEWS),
    AntecedentSign("nameless", -0.3, "has no name"),
    AntecedentSign("several", 1.0, "is several, for a pronoun that is plural sooner than singular"),
    AntecedentSign("members", 0.5, "is called by a name of members (“Senate Democrats”), for such a pronoun"),
    AntecedentSign(
        "several speak", 0.6, "is several or a body, where such a pronoun says who speaks", UNREAD_NEWS
    ),
    AntecedentSign("told otherwise", -1.2, "was “he” in the paragraph so far, for a “she”, or the other way"),
    AntecedentSign("only told of", -0.8, "has no name and was mentioned last inside somebody's report"),
    AntecedentSign(
        "told of by the last",
        -0.5,
        "was named last inside a report, and somebody else who has a name spoke last",
        UNREAD_NEWS,
    ),
    AntecedentSign("named in the words", -2.0, "is named by the very words that somebody says"),
    AntecedentSign("named in front", -1.0, "is told of first by a report in front", UNREAD_NEWS),
    AntecedentSign("spoke in the paragraph", 1.5, "spoke last, in this paragraph"),
    AntecedentSign("spoke last in a report", 0.4, "spoke last, where turns do not change"),
    AntecedentSign("spoke last in dialogue", 0.3, "spoke last, and no turn opens here"),
    AntecedentSign("spoke last of two", -1.0, "spoke last, and another turn opens here"),
    AntecedentSign("spoke before the last", 0.7, "spoke before them"),
)
"""What speaks for or against an antecedent; only the order of the sums matters."""

WEIGHT_OF: Mapping[str, float] = {sign.name: sign.weight for sign in ANTECEDENT_SIGNS}
"""The weight of each sign by its name."""
