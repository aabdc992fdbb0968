"""Signs of punctuation by what they do: end a sentence, set words apart in one, stand at quotation marks.

A set holds whole tokens, of which some have several characters; a string holds characters alone.
"""

from __future__ import annotations

from typing import Final

from quotekit.text.markup import FILLER

__all__ = [
    "BEFORE_CLOSER",
    "BESIDE_MARK",
    "CLAUSE_ENDS",
    "CLOSERS",
    "DASHES",
    "FULL_STOPS",
    "ITEM_SIGN",
    "LEADS",
    "MARKS",
    "OPENERS",
    "PAUSES",
    "STOPS",
    "STOP_TOKENS",
]

STOPS: Final = ".!?…"
"""What ends a sentence."""
STOP_TOKENS: Final = frozenset({*STOPS, "..."})
"""The tokens that do."""
FULL_STOPS: Final = frozenset(STOPS) - {"…"}
"""Those that stand within no sentence, as an ellipsis may."""
CLAUSE_ENDS: Final = STOP_TOKENS | {";", ":"}
"""The tokens at which a clause ends at the latest."""

DASHES: Final = frozenset({"—", "–", "--", "―"})
"""Dashes; a hyphen is one only where nothing else can be meant."""
PAUSES: Final = DASHES | {","}
"""What sets words apart within a sentence."""
LEADS: Final = PAUSES | {";", ":", "-"}
"""What may stand between a quotation or a report and its cue; there a hyphen is typed for a dash."""

OPENERS: Final = "\"'“”„‟‘‚‛«»‹›「『＂`"
CLOSERS: Final = OPENERS + "’」』´"
"""Quotation marks that open and close, in any language: most do both in one or another."""
MARKS: Final = frozenset('"“”«»')
"""The double ones of Europe, which are never apostrophes."""
BESIDE_MARK: Final = CLOSERS + FILLER + " \u00a0\u202f"
"""What may stand between a mark and the words that it opens or closes."""
BEFORE_CLOSER: Final = frozenset(STOPS + ",—–-。！？，")
"""What words end in that a mark closes and that somebody says: a stop, or a pause where it is broken off."""

ITEM_SIGN: Final = r"[ \t]*(?:[-*+•‣◦▪·–—]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+"
"""A pattern of what opens an item of a list: a bullet, a dash, a number or a letter."""
