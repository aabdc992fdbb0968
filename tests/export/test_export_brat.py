"""Quotes as files for brat, checked against the rules of its standoff format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from quoted_texts import EMPTY, NEWS, TEXT, quoted_texts

from quotekit.errors import OffsetsError
from quotekit.export import brat
from quotekit.export.documents import QuotedText

LINE = re.compile(
    r"T(?P<T>\d+)\t(?P<label>\w+) (?P<places>\d+ \d+(;\d+ \d+)*)\t(?P<words>[^\t\n]*)"
    r"|E(?P<E>\d+)\t(?P<arguments>\w+:T\d+( \w+:T\d+)*)"
    r"|A(?P<A>\d+)\t\w+ E\d+ \w+"
    r"|\#(?P<N>\d+)\tAnnotatorNotes E\d+\t[^\t\n]+"
)


def check(lines: str, text: str) -> list[re.Match[str]]:
    """The annotations, after a look at whether brat would take them."""
    found = [LINE.fullmatch(line) for line in lines.split("\n")[:-1]]
    assert None not in found
    known = {f"T{match['T']}": match for match in found if match and match["T"]}
    for match in known.values():
        spans = [tuple(map(int, place.split())) for place in match["places"].split(";")]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert not any(set("\r\n") & set(text[start:end]) for start, end in spans)
        assert re.sub(r"\s", " ", " ".join(text[slice(*span)] for span in spans)) == match["words"]
    events = [match["arguments"].split(" ") for match in found if match and match["E"]]
    for trigger, *_ in events:
        label, stretch = trigger.split(":")
        assert known[stretch]["label"] == label == "Quote"
    assert all(argument.split(":")[1] in known for event in events for argument in event)
    return [match for match in found if match]


@given(document=quoted_texts(characters="ab “”\r\n\té😀"))
def test_any_text(document: QuotedText) -> None:
    """Whatever spans there are, brat can read them, none crosses a line's end, and each quote is an event."""
    words = [quote for quote in document.quotes if quote.text.strip("\r\n \t")]
    document = evolve(document, quotes=tuple(words))
    found = check("".join(brat.brat_lines(document)), document.text or "")
    assert sum(bool(match["E"]) for match in found) == len(document.quotes)


def test_lines() -> None:
    """A quote is an event of content, cue and source, with attributes and its speaker's name as a note."""
    found = "".join(brat.brat_lines(NEWS)).splitlines()
    assert found[:8] == [
        "T1\tQuote 33 46;60 84\t“The bridge,” “is <not> safe & sound.”",
        "T2\tCue 47 51\tsaid",
        "T3\tSource 52 58\tBrandt",
        "E1\tQuote:T1 Cue:T2 Source:T3",
        "A1\tKind E1 direct",
        "A2\tAct E1 speech",
        "A3\tModality E1 asserted",
        "#1\tAnnotatorNotes E1\tHelen Brandt",
    ]


def test_files(tmp_path: Path) -> None:
    """There are two files for each text, to the character, and the configuration."""
    documents = [NEWS, EMPTY, evolve(EMPTY, id="B"), evolve(EMPTY, id="../../x"), evolve(EMPTY, id="..")]
    brat.write(documents, tmp_path / "out")
    names = ["B-2", "b", "news_a", "text", "x"]
    expected = [f"{name}.{kind}" for name in names for kind in ("ann", "txt")]
    assert sorted(path.name for path in tmp_path.rglob("*.*")) == sorted([*expected, "annotation.conf"])
    assert (tmp_path / "out/news_a.txt").read_bytes().decode("utf-8") == TEXT
    check((tmp_path / "out/news_a.ann").read_text("utf-8"), TEXT)


def test_quotes_of_another_text(tmp_path: Path) -> None:
    """Quotes that are not of the text are an error."""
    with pytest.raises(OffsetsError):
        brat.write([evolve(NEWS, text=TEXT[1:])], tmp_path)
