"""Any text as the text or the attribute of an HTML page."""

from __future__ import annotations

from html import escape

__all__ = ["escaped", "on_one_line", "shortened"]

_UNREADABLE = {0: "\ufffd", 0x0D: "&#13;", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}
"""One stand-in for each character that HTML cannot hold (NUL and the surrogates, U+D800 to U+DFFF), and
carriage returns as they are: offsets stay right."""


def escaped(text: str) -> str:
    """*text* so that a browser shows it, and reads nothing else in it."""
    return escape(text).translate(_UNREADABLE)


def on_one_line(text: str, length: int) -> str:
    """The beginning of *text*, at most *length* characters, for a label; blanks are made one."""
    return escaped(shortened(text, length))


def shortened(text: str, length: int) -> str:
    """What `on_one_line` gives, not yet escaped."""
    line = " ".join(text[: 2 * length].split())
    whole = len(line) <= length and len(text) <= 2 * length
    return line if whole else f"{line[: length - 1]}…"
