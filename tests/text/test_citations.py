"""Citations behind names."""

from __future__ import annotations

import pytest

from quotekit.text.citations import end_with_citation


@pytest.mark.parametrize(
    ("text", "given", "whole"),
    [
        ("Ode (2010) says so.", "Ode (", "Ode (2010)"),
        ("Ode (born 1901) says so.", "Ode (", "Ode (born 1901)"),
        ("Ode (a potter) says so.", "Ode (", "Ode"),
        ("Ode says so.", "Ode", "Ode"),
    ],
)
def test_a_source_that_ends_in_a_bracket(text: str, given: str, whole: str) -> None:
    """It goes on to the end of its citation, and is without the bracket of anything else."""
    assert text[: end_with_citation(text, 0, len(given))] == whole
