"""In which language a text is written (extra ``files``)."""

from __future__ import annotations

from functools import cache
from typing import Any

from quotekit.errors import ExtraMissingError

__all__ = ["told_language"]

_LOOKED_AT = 4_000
"""Characters of a text that are looked at: more make nothing surer, and cost time."""

_LEAST = 0.8
"""How sure py3langid has to be: short sentences reach it, names and interjections do not."""


def told_language(text: str) -> str | None:
    """The code of the language that *text* is in, such as ``en``; None where that cannot be told.

    Raises:
        ExtraMissingError: py3langid is not installed.
    """
    code, sure = _identifier().classify(text[:_LOOKED_AT])
    return str(code) if sure >= _LEAST else None


@cache
def _identifier() -> Any:
    try:
        from py3langid import langid  # noqa: PLC0415 - only for whoever wants this
    except ImportError:
        raise ExtraMissingError("py3langid", "files") from None
    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
