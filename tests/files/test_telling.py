"""In which language a text is."""

from __future__ import annotations

import sys

import pytest

from quotekit.errors import ExtraMissingError
from quotekit.files import telling


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The mayor said that the bridge would be closed in March.", "en"),
        ("La maire a dit que le pont serait fermé en mars.", "fr"),
        ("Der Bürgermeister sagte, dass die Brücke geschlossen wird.", "de"),
        ("Ann Lee, Bob Ray", None),
        ("12 34", None),
        ("", None),
    ],
)
def test_told_language(text: str, lang: str | None) -> None:
    """A sentence tells it; names, numbers and nothing do not."""
    pytest.importorskip("py3langid")
    assert telling.told_language(text) == lang


def test_library_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without py3langid, the error names the extra that brings it."""
    telling._identifier.cache_clear()
    monkeypatch.setitem(sys.modules, "py3langid", None)
    with pytest.raises(ExtraMissingError, match=r"py3langid is not installed.*quotekit-nlp\[files\]"):
        telling.told_language("a text")
