"""The distribution is called quotekit-nlp: the package quotekit of the public index is somebody else's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quotekit.errors import DISTRIBUTION

ROOT = Path(__file__).parent.parent
FOLDERS = ("src", "docs", "tests", "tools", "benchmarks", ".github")
ENDINGS = {".py", ".md", ".toml", ".yml", ".yaml", ".txt", ".cff"}

WRONG = re.compile(r"\bquotekit\[|(?:pip3?|uv|pipx) (?:add|install)[^`&;\n]*[ \"']quotekit(?![-/\w])")
"""An extra of the other package, or advice to install it."""


def advising() -> list[Path]:
    """The files that may tell how something is installed."""
    inside = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    found = [path for path in (*ROOT.glob("*"), *inside) if path.suffix in ENDINGS and path.is_file()]
    return [path for path in found if path != Path(__file__)]


def test_nothing_names_the_other_package() -> None:
    """No advice, in code or documentation, leads to the package that is somebody else's."""
    lines = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in advising()
        for line in path.read_text(encoding="utf-8").splitlines()
        if WRONG.search(line)
    ]
    assert lines == []


def test_the_distribution_is_named_once() -> None:
    """What errors advise is what pyproject.toml names."""
    assert f'name = "{DISTRIBUTION}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ('pip install "quotekit[en]"', True),
        ("pip install quotekit", True),
        ("pip install 'quotekit'", True),
        ('pip install "quotekit-nlp[en]"', False),
        ("pip install quotekit-nlp", False),
        ('pip install ".[en]" && quotekit extract a.txt', False),
        ("import quotekit", False),
    ],
)
def test_what_is_found(line: str, wrong: bool) -> None:
    """The search finds the other name in advice, and not the import."""
    assert bool(WRONG.search(line)) == wrong
