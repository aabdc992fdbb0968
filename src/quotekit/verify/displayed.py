"""A text as a reader sees it: a copy of the same length without markup, link targets and notes' figures."""

from __future__ import annotations

import re

from quotekit.text.markup import without_markup

__all__ = ["displayed", "without_notes"]

_ADDRESS = re.compile(r"<(?:https?://|mailto:|www\.)[^<>\s]{1,1000}>")
"""An address that Markdown shows as it is."""

_NOTE_ELEMENT = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?…\"'”’»)]))"  # behind a short word it is a power: m², km²
    r"<sup\b[^<>]{0,300}>(?:<a\b[^<>]{0,1000}>)?\s{0,9}[\[(]?[\d*†‡a-z]{1,3}[\])]?\s{0,9}(?:</a>)?</sup>",
    re.IGNORECASE,
)
_NOTE_BRACKET = re.compile(
    r"\[(?:\^[^\[\]\s]{1,40}|\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9}|(?<=[^\s\[]\[)[a-z](?=\](?!\w))"
    r"|(?:note|nb|fn)\.? ?\d{1,3}|citation needed|clarification needed|sic)\]",
    re.IGNORECASE,
)
"""A note's sign in square brackets: a figure or several, a letter behind a word, a name behind a caret."""


def displayed(text: str) -> str:
    """A copy of *text*, of the same length, without tags, entities, link targets and raised notes."""
    if "<" in text:
        text = _ADDRESS.sub(_blanks, _NOTE_ELEMENT.sub(_blanks, text))
    return without_markup(text)


def without_notes(text: str) -> str:
    """A copy of *text*, of the same length, without the signs of notes in square brackets."""
    return _NOTE_BRACKET.sub(_blanks, text) if "[" in text else text


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])
