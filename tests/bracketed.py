"""Tables of cases whose texts have a place in double brackets."""

from __future__ import annotations

from pathlib import Path

__all__ = ["read_bracketed"]

CASES = Path(__file__).parent / "cases"


def read_bracketed(name: str) -> list[tuple[str, tuple[int, int], str]]:
    """The cases of a table: a text, the place in it that stood in brackets, and what the arrow leads to."""
    found = []
    for line in (CASES / f"{name}.txt").read_text("utf-8").split("\n"):
        if not line or line.startswith("#"):
            continue
        marked, arrow, expected = line.partition(" ->")
        assert arrow, f"{name}.txt has a line without an arrow: {line}"
        start, end = marked.index("⟦"), marked.index("⟧") - 1
        found.append((marked.replace("⟦", "").replace("⟧", ""), (start, end), expected.strip(" ")))
    return found
