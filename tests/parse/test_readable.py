"""What a parser is given to read in place of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.parse.readable import readable
from quotekit.text.paragraphs import paragraphs

WRAPPED = """They sat on the wall of the harbour until the
boats came in and the women went down to meet
them with baskets.

“It is such a bore to dress,” said Tom Brandt.
“And all of it is so tight.”

“Never mind that,” said Ann, who was looking
for her own boat.
"""
"""A text of three paragraphs, one of which has a line that ends as a paragraph could."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BERGEN, May 4 (Reuters) - The pool is shut.", "The pool is shut."),
        ("Bergen (NTB) — The pool is shut.", "The pool is shut."),
        ("BERGEN — The pool is shut.", "The pool is shut."),
        ("Brandt\u200b said so.", "Brandt  said so."),
        ("zero\u200bwidth", "zero\u200bwidth"),
        ("Ann Lee — The pool is shut.", "Ann Lee — The pool is shut."),
        ("The pool is\nshut for the\r\nwinter.", "The pool is shut for the  winter."),
        ("The pool is shut.\nIt is cold.", "The pool is shut.\nIt is cold."),
        ("Kit:\n- rope", "Kit:\n- rope"),
        ("<b>Ann</b> said &amp;", "Ann     said &"),
        ("Lt. Col. Ann Lee saw the Col. and a sgt. Kit.", "Lt  Col  Ann Lee saw the Col. and a sgt. Kit."),
    ],
)
def test_readable(text: str, expected: str) -> None:
    """Datelines, wrapped line ends, stops of titles and HTML are blanks; names, paragraphs and lists stay."""
    assert expected.strip() == readable(text).strip()


@given(st.text(st.sampled_from("Aab (),.-—:\r\n<p>&;\ud800"), max_size=60))
def test_offsets_stay(text: str) -> None:
    """The copy has the length of the text, and reading it again changes nothing about its words."""
    copy = readable(text)
    assert len(copy) == len(text)
    assert "\ud800" not in copy


def test_paragraphs_stay() -> None:
    """The copy of a wrapped text has its paragraphs, though a line in one ends a sentence."""
    assert len(paragraphs(readable(WRAPPED))) == len(paragraphs(WRAPPED)) == 3


def test_no_run_of_signs_is_read() -> None:
    """A line of signs is blank, and the pause of a sentence is not."""
    assert readable("Well – “" + "“" * 70 + " so.") == "Well – " + " " * 71 + " so."
    assert readable("Wait ..... what?!") == "Wait ..... what?!"
