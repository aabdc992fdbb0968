"""Citations behind names."""

from __future__ import annotations

import pytest

from quotekit.text.citations import end_of_cited_name


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
