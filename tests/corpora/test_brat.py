"""brat's annotations are read, and what is wrong with a line is said with its number."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from quotekit.corpora.brat import Attribute, BratRelation, Note, Stretch, parse_brat, read_brat
from quotekit.errors import CorpusError

ANNOTATIONS = (
    "T1\tContent 0 6;17 25\t“Rain, and wind.”\n"
    "T2\tCue 7 11\tsaid\n"
    "T3\tAttribution 7 11\tsaid\n"
    "E1\tAttribution:T3 Content:T1 Content2:T2 Cue:T2\n"
    "R1\tSpeaker Arg1:T2 Arg2:T1\n"
    "A1\tnegated E1\n"
    "A2\tkind E1 direct speech\n"
    "#1\tAnnotatorNotes T1\tsure?\n"
    "*\tEquiv T1 T2\n"
    "N1\tReference T1 Wiki:1\tRain\n"
    "\n"
)


def test_reads_every_sort_of_line() -> None:
    """Stretches, events, relations, attributes and notes are kept by their ids."""
    brat = parse_brat(ANNOTATIONS, 30)
    assert brat.stretches["T1"] == Stretch("T1", "Content", ((0, 6), (17, 25)), "“Rain, and wind.”")
    assert brat.events["E1"] == BratRelation(
        "E1", "Attribution", (("Content", "T1"), ("Content", "T2"), ("Cue", "T2")), "T3"
    )
    assert brat.relations["R1"].arguments == (("Arg1", "T2"), ("Arg2", "T1"))
    assert list(brat.attributes.values()) == [
        Attribute("A1", "negated", "E1"),
        Attribute("A2", "kind", "E1", "direct speech"),
    ]
    assert brat.notes["#1"] == Note("#1", "AnnotatorNotes", "T1", "sure?")


def test_spans_are_by_place() -> None:
    """Several stretches give their spans in order, and an event those of its trigger."""
    brat = parse_brat(ANNOTATIONS, 30)
    assert brat.spans(["T2", "T1"]) == ((0, 6), (7, 11), (17, 25))
    assert brat.spans(["E1"]) == ((7, 11),)


def test_reads_files_of_windows() -> None:
    """Line ends of two characters and a byte order mark are no part of an annotation."""
    windows = "\ufeff" + ANNOTATIONS.replace("\n", "\r\n")
    assert parse_brat(windows, 30) == parse_brat(ANNOTATIONS, 30)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("hello", "'hello' is no annotation"),
        ("X1\tCue 0 1\ta", "is no annotation"),
        ("T2\tCue 7 11\tsaid", "T2 is there twice"),
        ("T9\tCue", "no label with offsets"),
        ("T9\tCue 1 x\ta", "no label with offsets"),
        ("T9\tCue -1 2\ta", "no label with offsets"),
        ("T9\tCue 3 3\t", "the span 3 to 3 is empty"),
        ("T9\tCue 5 2\t", "the span 5 to 2 is empty"),
        ("T9\tCue 5 31\tx", "offset 31 lies outside of the text"),
        (f"T9\tCue 5 {'9' * 5000}\tx", "lies outside of the text"),
        ("E9\t", "E9 links nothing"),
        ("E9\tAttribution", "'Attribution' has no role"),
        ("E9\tAttribution:T99", "E9 points to 'T99'"),
        ("E9\tAttribution:E9", "E9 points to 'E9'"),
        ("R9\tSpeaker", "R9 links nothing"),
        ("R9\tSpeaker Arg1:R1", "R9 points to 'R1'"),
        ("A9\tnegated", "A9 is of nothing"),
        ("#9\tAnnotatorNotes T77\tx", "#9 points to 'T77'"),
    ],
)
def test_given_a_bad_line(line: str, problem: str, tmp_path: Path) -> None:
    """The error names the file, the line and what is wrong with it."""
    path = tmp_path / "a.ann"
    path.write_text(ANNOTATIONS + line, encoding="utf-8")
    with pytest.raises(CorpusError, match=problem) as caught:
        read_brat(path, 30)
    assert (caught.value.file, caught.value.line) == (str(path), 12)


def test_given_other_bytes(tmp_path: Path) -> None:
    """A file in another encoding is told by the line of its first strange byte."""
    path = tmp_path / "a.ann"
    path.write_bytes(b"T1\tCue 0 1\ta\nT2\tCue 0 1\t\xff")
    with pytest.raises(CorpusError, match="line 2: it is not UTF-8"):
        read_brat(path, 30)


PIECES = st.sampled_from(
    ["T1", "T2", "E1", "E2", "R1", "A1", "#1", "*", "Cue", "Arg1", "0", "7", "99", "x", "É"]
)
SEPARATORS = st.sampled_from(["\t", " ", ":", ";"])
LINES = st.lists(
    st.lists(st.tuples(PIECES, SEPARATORS).map("".join), max_size=8).map("".join)
    | st.sampled_from(ANNOTATIONS.split("\n"))
    | st.text(max_size=9),
    max_size=8,
)


@given(lines=LINES)
def test_any_lines_are_read_or_refused(lines: list[str]) -> None:
    """Whatever a file holds, it gives annotations within the text or a clear error."""
    try:
        brat = parse_brat("\n".join(lines), 30)
    except CorpusError:
        event("refused")
        return
    spans = [span for stretch in brat.stretches.values() for span in stretch.spans]
    assert all(0 <= start < end <= 30 for start, end in spans)
    assert all(brat.spans([name]) for name in brat.events)
