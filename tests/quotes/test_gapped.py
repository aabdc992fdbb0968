"""Reports that share one verb."""

from __future__ import annotations

import pytest

from quotekit.finders.finding import Finding
from quotekit.quotes.contents.gapped import parted_where_verb_is_left_out
from tests.parsed import doc_of

SAID = "Ann/PROPN/NNP/nsubj/said said/VERB/VBD/ROOT/said/say "
LEAKS = "that/SCONJ/IN/mark/leaks it/PRON/PRP/nsubj/leaks leaks/VERB/VBZ/ccomp/said "
BO = "and/CCONJ/CC/cc/leaks the/DET/DT/det/owner owner/NOUN/NN/nsubj/holds , Bo/PROPN/NNP/appos/owner , "
SAW = "and/CCONJ/CC/cc/leaks Bo/PROPN/NNP/nsubj/saw saw/VERB/VBD/conj/said "
WHO = "and/CCONJ/CC/cc/leaks Bo/PROPN/NNP/nsubj/holds , who/PRON/WP/nsubj/saw saw/VERB/VBD/relcl/Bo , "
ALSO = "and/CCONJ/CC/cc/leaks "
HOLDS = "that/SCONJ/IN/mark/holds she/PRON/PRP/nsubj/holds holds/VERB/VBZ/conj/leaks ."


@pytest.mark.parametrize(
    ("between", "source"), [(BO, "the owner, Bo"), (WHO, "Bo, who saw"), (SAW, None), (ALSO, None)]
)
def test_who_stands_before_a_second_clause_is_its_source(between: str, source: str | None) -> None:
    """A name without a verb of its own shares the verb; a verb of its own, or nobody, parts nothing."""
    doc = doc_of(SAID + LEAKS + between + HOLDS)
    text = doc.text
    second = text.index("that she")
    item = Finding(((9, 22), (second, second + 14)), ((4, 8),), ((0, 3),))
    first, *others = parted_where_verb_is_left_out(doc, item)
    if source is None:
        assert (first, others) == (item, [])
        return
    (other,) = others
    assert (first.content, first.source) == (item.content[:1], item.source)
    assert (other.content, other.cue) == (item.content[1:], ())
    assert [text[slice(*span)] for span in other.source] == [source]


def test_what_the_layout_shows_is_not_parted() -> None:
    """Turns have edges of their own."""
    doc = doc_of(SAID + LEAKS + BO + HOLDS)
    item = Finding(((9, 22), (40, 50)), ((4, 8),), fixed="direct")
    assert list(parted_where_verb_is_left_out(doc, item)) == [item]
