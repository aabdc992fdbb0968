"""The caller's names for speakers."""

from __future__ import annotations

import pytest

from quotekit import Settings
from quotekit.language import language_of
from quotekit.speakers.names.aliases import read_aliases
from quotekit.speakers.names.personal_names import parse_name

ALIASES = {"Elizabeth Bright": ["Lizzy", "Miss Bright"], "Mrs. Bright": ["Mrs. E. Bright"]}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Lizzy", "Elizabeth Bright"),
        ("Elizabeth Bright", "Elizabeth Bright"),
        ("ELIZABETH BRIGHT", "Elizabeth Bright"),
        ("Miss Bright", "Elizabeth Bright"),
        ("Mrs. Bright", "Mrs. Bright"),
        ("Bright", None),
    ],
)
def test_called(name: str, expected: str | None) -> None:
    """A name is looked up with its titles first, then without them."""
    aliases = read_aliases(Settings(aliases=ALIASES))
    read = parse_name(name.split(), language_of("en"))
    assert aliases is not None
    assert read is not None
    assert aliases.called(read) == expected


def test_no_aliases() -> None:
    """Settings without aliases have none to look up."""
    assert read_aliases(Settings()) is None
