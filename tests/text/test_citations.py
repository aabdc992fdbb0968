"""Citations behind names."""

from __future__ import annotations

import pytest

from quotekit.text.citations import end_of_cited_name, without_closing_citation


@pytest.mark.parametrize(
    ("text", "given", "whole"),
    [
        ("Ode (2010) says so.", "Ode (", "Ode (2010)"),
        ("Ode and Lund [3] say so.", "Ode and Lund [", "Ode and Lund"),
        ("Ode et al. (2010) say so.", "Ode", "Ode et al. (2010)"),
        ("Ode (a potter) says so.", "Ode (", "Ode"),
        ("Ode says so.", "Ode", "Ode"),
    ],
)
def test_a_source_that_ends_in_a_bracket(text: str, given: str, whole: str) -> None:
    """It goes on over the year of a citation, and is without any other bracket."""
    assert text[: end_of_cited_name(text, 0, len(given))] == whole


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("that rooks “count to four” (RB: II.3, § 9)", "that rooks “count to four”"),
        ("that grief is “a long guest” (Sirach 22:6–12)", "that grief is “a long guest”"),
        ("that it “shocks us” (Matter of Quill K., 24 B.D.2d 53, 59 [1998", "that it “shocks us”"),
        ("that the older school was right (328)", "that the older school was right"),
        ("that the driver was Jon Ode (45)", "that the driver was Jon Ode (45)"),
        ("that it belonged to the boys' (Room 12)", "that it belonged to the boys' (Room 12)"),
        ("that it was “over” (47)", "that it was “over”"),
        ("that the older school was right (p. 328)", "that the older school was right"),
        ("that it hired forty (12 in Tarn)", "that it hired forty (12 in Tarn)"),
        ("that sales rose (by 4 million pounds)", "that sales rose (by 4 million pounds)"),
        ("that it was “over” (as in 4 other towns)", "that it was “over” (as in 4 other towns)"),
    ],
)
def test_a_citation_behind_the_words(words: str, kept: str) -> None:
    """A page is none of them, nor is a place in a work behind marks; what else a bracket tells is."""
    assert words[: without_closing_citation(words, 0, len(words))] == kept
