"""What is found out about a quotation."""

from __future__ import annotations

from typing import Any, Literal

from attrs import frozen

from quotekit.plain import as_dict
from quotekit.records import Span, Speaker

__all__ = ["Attribution", "Change", "ChangeKind", "Normalisation", "Verdict", "Verification"]

Verdict = Literal["exact", "normalised", "altered", "spliced", "absent"]
Normalisation = Literal["marks", "case", "whitespace", "ellipsis", "brackets", "hyphenation", "interruption"]
ChangeKind = Literal["replaced", "omitted", "added"]
Attribution = Literal["matches", "differs", "unknown"]


@frozen
class Change:
    """One place where the quotation has other words than the text.

    Attributes:
        kind: ``replaced`` (other words stand for them), ``omitted`` (the quotation lacks words,
            and no ellipsis says so) or ``added`` (the text has no such words there).
        source: The words of the text; empty, at the place between two words, for added ones.
        quote: The words of the quotation, with offsets in it; empty for omitted ones.
    """

    kind: ChangeKind
    source: Span
    quote: Span


@frozen
class Verification:
    """Whether a quotation stands in a text, where, how it differs, and whose words they are.

    Attributes:
        verdict: ``exact``; ``normalised``, with the same words in another spelling or with marked
            omissions; ``altered``, with other words; ``spliced``, from several places; ``absent``.
        spans: Where its words stand in the text, in the quotation's order; none when absent.
        similarity: The share of words in common, 0 to 1 (Dice coefficient); 1 when exact or normalised.
        normalisations: What differs without being another word: ``marks`` (punctuation, markup),
            ``case``, ``whitespace`` (within words too, as in scanned text), a marked omission
            (``ellipsis``), words in ``brackets``, ``hyphenation`` at a line's end, or a narrator's
            ``interruption`` that the quotation leaves out.
        changes: Where it has other words than the text.
        attribution: Whether the text gives the words to the speaker that was asked about:
            ``matches``, ``differs``, or ``unknown`` when it gives them to nobody; None when no speaker
            was asked about.
        speaker: Who the text gives the words to; None as well when no speaker was asked about.
    """

    verdict: Verdict
    spans: tuple[Span, ...] = ()
    similarity: float = 0.0
    normalisations: tuple[Normalisation, ...] = ()
    changes: tuple[Change, ...] = ()
    attribution: Attribution | None = None
    speaker: Speaker | None = None

    def to_dict(self) -> dict[str, Any]:
        """This record as plain, JSON-ready data."""
        return as_dict(self)
