"""Subtitles: SubRip and WebVTT."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from quotekit.files.decoding import decoded
from quotekit.files.texts import FileText, ReadingChoices

__all__ = ["read_subtitles"]

_TIMES = re.compile(r"^\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}\s*-->")
_TAGS = re.compile(r"<[^>]*>")
_VOICE = re.compile(r"<v(?:\.[^ >]*)? ([^>]+)>")
_SKIPPED = ("WEBVTT", "NOTE", "STYLE", "REGION")


def read_subtitles(stream: BinaryIO, name: str, choices: ReadingChoices) -> Iterator[FileText]:
    """What is said, a paragraph for each subtitle; WebVTT's voices become names with a colon.

    Raises:
        ValueError: There is no subtitle in it.
    """
    text = decoded(stream.read(), choices.encoding).removeprefix("\ufeff")
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    said = list(filter(None, map(_words_of_subtitle, blocks)))
    if not said:
        raise ValueError("it holds no subtitles")
    yield FileText(name, "\n\n".join(said))


def _words_of_subtitle(block: str) -> str:
    """The words of one subtitle, none of a block that is something else."""
    lines = block.strip().split("\n")
    if lines[0].startswith(_SKIPPED):
        return ""
    times = next((place for place, line in enumerate(lines) if _TIMES.match(line)), None)
    if times is None:
        return ""
    words = _VOICE.sub(r"\1: ", " ".join(lines[times + 1 :]))
    return " ".join(_TAGS.sub("", words).split())
