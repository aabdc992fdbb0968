"""Lines that tell of a stage or a screen: what happens there, and the headings of scenes."""

from __future__ import annotations

import re
from functools import cache

from quotekit.language import every_language

__all__ = ["has_scene", "is_staging"]


@cache
def staging_words() -> str:
    """A pattern of the words that begin such lines, the longer ones first."""
    return "|".join(sorted(map(re.escape, every_language().staging_words), key=len, reverse=True))


@cache
def staging_line() -> re.Pattern[str]:
    """Matches a line that begins as what tells of a stage does."""
    return re.compile(rf"[ \t]*[*_]{{0,2}}(?:\d{{1,3}}[ \t]+)?(?i:{staging_words()})\b(?![ ]?[?!,])")


@cache
def scene_line() -> re.Pattern[str]:
    """Matches a line in capitals that heads a scene: "INT. KITCHEN - DAY", "ACT II"."""
    words = staging_words().upper()
    return re.compile(
        rf"^[ \t]*(?:\d{{1,3}}[ \t]+)?(?:{words})(?:\.[ /]|[ \t](?:\d|[IVX]{{1,5}}\b))[^a-zà-þ\n]*$", re.M
    )


def is_staging(text: str, start: int) -> bool:
    """Whether the line at *start* tells what happens on a stage or a screen."""
    return staging_line().match(text, start) is not None


def has_scene(text: str, end: int) -> bool:
    """Whether a line before *end* heads a scene."""
    return scene_line().search(text, 0, end) is not None
