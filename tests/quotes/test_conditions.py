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


def test_a_verb_that_denies_the_report_is_believed_whatever_the_network_hears() -> None:
    """What somebody declined to say was not said."""
    doc = doc_of(
        "Bo/PROPN/NNP/nsubj/declined declined/VERB/VBD/ROOT/declined/decline to/PART/TO/aux/say "
        "say/VERB/VB/xcomp/declined/say so/ADV/RB/advmod/say ."
    )
    assert heard_modality(doc[3], Tone("speech", 1.0, "asserted", 1.0)) == "negated"


@pytest.mark.parametrize(
    ("hearer", "modality"), [("nobody/PRON/NN", "negated"), ("Ida/PROPN/NNP", "asserted")]
)
def test_what_nobody_was_told_was_not_said(hearer: str, modality: str) -> None:
    """Whom a verb speaks to may be nobody."""
    doc = doc_of(
        f"Bo/PROPN/NNP/nsubj/told told/VERB/VBD/ROOT/told/tell {hearer}/dobj/told "
        "it/PRON/PRP/nsubj/sank sank/VERB/VBD/ccomp/told/sink ."
    )
    assert heard_modality(doc[1], Tone("speech", 1.0, "asserted", 1.0)) == modality


@pytest.mark.parametrize(
    ("subject", "modality"), [("Nobody/PRON/NN", "negated"), ("Everybody/PRON/NN", "asserted")]
)
def test_what_nobody_said_was_not_said(subject: str, modality: str) -> None:
    """A subject that names nobody denies the report, whatever the network hears."""
    doc = doc_of(f"{subject}/nsubj/said said/VERB/VBD/ROOT/said/say so/ADV/RB/advmod/said .")
    assert heard_modality(doc[1], Tone("speech", 1.0, "asserted", 1.0)) == modality
