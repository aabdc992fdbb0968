"""Reports in a condition that opens its sentence."""

from __future__ import annotations

import pytest

from quotekit.finders.finding import Tone
from quotekit.quotes.assembling import heard_modality
from tests.parsed import doc_of

SAYS = (
    "Ann/PROPN/NNP/nsubj/says says/VERB/VBZ/advcl/go/say so/ADV/RB/advmod/says , "
    "we/PRON/PRP/nsubj/go go/VERB/VBP/ROOT/go/go ."
)


@pytest.mark.parametrize(
    ("opener", "sure", "modality"),
    [
        ("If/SCONJ/IN/mark/says", 0.9, "hypothetical"),
        ("If/SCONJ/IN/mark/says", 0.99, "asserted"),
        ("As/SCONJ/IN/mark/says", 0.9, "asserted"),
    ],
)
def test_a_condition_is_believed_where_the_network_is_unsure(opener: str, sure: float, modality: str) -> None:
    """A conjunction tells of a condition; a network that is sure knows better."""
    doc = doc_of(f"{opener} {SAYS}")
    assert heard_modality(doc[2], Tone("speech", 1.0, "asserted", sure)) == modality
