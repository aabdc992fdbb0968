"""The characters of a file's bytes."""

from __future__ import annotations

import logging
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, lookup

from quotekit.errors import SettingsError
from quotekit.files.texts import WrongChoiceError

__all__ = ["checked_encoding", "decoded"]

_LOG = logging.getLogger("quotekit")

_USUAL = "cp1252"
"""Of encodings that fit alike, the one that most texts without UTF-8 of western languages are in."""

_ADVICE = "name its encoding, such as 'cp1252', or convert it to UTF-8"


def checked_encoding(encoding: str | None) -> str | None:
    """An encoding that Python knows, or None.

    Raises:
        SettingsError: It knows none of that name.
    """
    if encoding is None:
        return None
    try:
        return lookup(encoding).name
    except (LookupError, TypeError, ValueError):
        allowed = "the name of an encoding, such as 'utf-8' or 'cp1252'"
        raise SettingsError("encoding", repr(encoding), allowed) from None


def decoded(data: bytes, encoding: str | None = None) -> str:
    """The text of *data*: in the *encoding* that is given, or else in UTF-8, or in what it is found to be in.

    No line end is translated, so that offsets hold in the file.

    Raises:
        WrongChoiceError: It is in none of them; the message says what to do.
    """
    if encoding is None and data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        found = None if encoding else _most_likely_text(data)
        if found is None:
            byte = data[error.start]
            name = "UTF-8" if encoding is None else encoding
            reason = f"byte 0x{byte:02x} at offset {error.start} is not {name}"
            raise WrongChoiceError(f"{reason}; {_ADVICE}", "encoding") from None
        return found


def _most_likely_text(data: bytes) -> str | None:
    """The text in the encoding that is most likely, None where that cannot be told."""
    try:
        from charset_normalizer import from_bytes  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        return None
    likely = next(
        (match for match in matches if match.encoding == _USUAL and match.chaos <= best.chaos), best
    )
    _LOG.warning("The encoding of a text is taken to be %s; name it where it is another.", likely.encoding)
    return str(likely)
