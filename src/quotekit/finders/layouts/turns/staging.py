"""Lines that tell of a stage or a screen: what happens there, and the headings of scenes."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from quotekit.language import every_language

__all__ = ["has_scene", "is_proceeding", "is_staging"]

LONGEST_PROCEEDING: Final = 12
"""Words of a line that tells what was done in a parliament, at most; a guess."""


@cache
def staging_words() -> str:
    """A pattern of the words that begin such lines, the longer ones first."""
    return "|".join(sorted(map(re.escape, every_language().staging_words), key=len, reverse=True))


@cache
def staging_line() -> re.Pattern[str]:
    """Matches a line that begins as what tells of a stage does, perhaps in a bracket that it leaves open."""
    return re.compile(
        rf"[ \t]*(?:[\[(](?![^\])\n]*[\])]))?[*_]{{0,2}}(?:\d{{1,3}}[ \t]+)?"
        rf"(?i:{staging_words()})(?![^\W_])(?![ ]?[?!,])"
    )


@cache
def scene_line() -> re.Pattern[str]:
    """Matches a line in capitals that heads a scene: "INT. KITCHEN - DAY", "ACT II"."""
    words = staging_words().upper()
    return re.compile(
        rf"^[ \t]*(?:\d{{1,3}}[ \t]+)?(?:{words})(?:\.[ /]|[ \t](?:\d|[IVX]{{1,5}}\b))[^a-zà-þ\n]*$", re.M
    )


@cache
def direction_line() -> re.Pattern[str]:
    """Matches a line in brackets that tells what happens on a stage: "[Exeunt, flying.]"."""
    return re.compile(rf"^[ \t]*[\[(][*_]?(?i:{staging_words()})\b[^\])\n]*[\])][ \t]*$", re.MULTILINE)


@cache
def proceeding_line() -> re.Pattern[str]:
    """Matches a short line that a phrase for what is done in a parliament or a court opens or closes."""
    phrases = "|".join(sorted(map(re.escape, every_language().proceedings), key=len, reverse=True))
    opened = rf"(?i:(?:\w+[ \t])?(?:{phrases}))\b[^\n?!]{{0,60}}"
    closed = rf"(?:\S+[ \t]+){{0,{LONGEST_PROCEEDING}}}(?i:{phrases})"
    return re.compile(rf"[ \t]*(?:{opened}|{closed})[ \t]*[.—–-]?[ \t]*$", re.MULTILINE)


def is_proceeding(text: str, start: int) -> bool:
    """Whether the line at *start* tells what was done in a parliament or a court ("Mr Ode interjecting—")."""
    return proceeding_line().match(text, start) is not None


def is_staging(text: str, start: int) -> bool:
    """Whether the line at *start* tells what happens on a stage or a screen."""
    return staging_line().match(text, start) is not None


def has_scene(text: str, end: int) -> bool:
    """Whether a line before *end* heads a scene, or a line in brackets tells what happens on the stage."""
    return scene_line().search(text, 0, end) is not None or direction_line().search(text) is not None
