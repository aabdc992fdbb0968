"""PolNeAR's events become quotes."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotekit.corpora import AnnotatedQuote, read_polnear
from quotekit.errors import CorpusError

TEXT = "“More rain,” Ada Holm said, “and wind.”\r\nShe thinks that it pours."
ANNOTATIONS = (
    "T1\tSource 13 21\tAda Holm\n"
    "T2\tCue 22 26\tsaid\n"
    "T3\tContent 0 12;28 39\t“More rain,” “and wind.”\n"
    "T4\tAttribution 22 26\tsaid\n"
    "T5\tSource 41 44\tShe\n"
    "T6\tCue 45 51\tthinks\n"
    "T7\tContent 52 65\tthat it pours\n"
    "T8\tAttribution 45 51\tthinks\n"
    "E1\tAttribution:T8 Content:T7 Cue:T6 Source:T5\n"
    "E2\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    "E3\tAttribution:T4 Cue:T2\n"
)


def written(folder: Path, annotations: str) -> Path:
    """A part of the corpus with one article."""
    (folder / "text").mkdir()
    (folder / "attributions").mkdir()
    (folder / "text" / "gazette_2020-01-02_rain.txt").write_bytes(TEXT.encode())
    (folder / "attributions" / "gazette_2020-01-02_rain_1a2b.ann").write_bytes(annotations.encode())
    return folder


def test_events_become_quotes(tmp_path: Path) -> None:
    """Each event with a content is a quote, by its place, with the kind that its marks tell."""
    [document] = read_polnear(written(tmp_path, ANNOTATIONS))
    assert document.id == "gazette_2020-01-02_rain_1a2b"
    assert document.text == TEXT
    assert document.quotes == (
        AnnotatedQuote(((0, 12), (28, 39)), ((22, 26),), ((13, 21),), "direct"),
        AnnotatedQuote(((52, 65),), ((45, 51),), ((41, 44),), "indirect"),
    )


def test_given_offsets_outside(tmp_path: Path) -> None:
    """The error names file and line."""
    with pytest.raises(CorpusError, match=r"1a2b\.ann, line 12: offset 98 lies outside"):
        read_polnear(written(tmp_path, ANNOTATIONS + "T10\tCue 98 99\tx\n"))
