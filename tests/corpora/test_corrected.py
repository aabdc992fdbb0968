"""Files that quotekit wrote for brat, read back as they are and as somebody has corrected them."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotekit.corpora import AnnotatedDocument, annotated, read_corpus, read_corrected
from quotekit.errors import CorpusError
from quotekit.export import brat
from quotekit.export.documents import QuotedText
from quotekit.records import Quote, Span, Speaker

TEXT = "“We leave\r\n on Monday,” said Ann Lee. She hopes that all come.\n"
LEE = Speaker("Ann Lee", "PERSON", Span.of(TEXT, 29, 36), "name")
QUOTES = (
    Quote("direct", (Span.of(TEXT, 0, 23),), (Span.of(TEXT, 24, 28),), (Span.of(TEXT, 29, 36),), LEE),
    Quote("indirect", (Span.of(TEXT, 48, 61),), (Span.of(TEXT, 42, 47),), act="thought"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for brat with one text and two quotes."""
    brat.write([QuotedText("a", TEXT, QUOTES)], tmp_path)
    return tmp_path


def correct(folder: Path, old: str, new: str) -> None:
    """Change the annotations as an annotator would."""
    path = folder / "a.ann"
    lines = path.read_text(encoding="utf-8")
    assert old in lines
    path.write_text(lines.replace(old, new), encoding="utf-8")


def test_as_written(folder: Path) -> None:
    """Uncorrected, the quotes are those that were found; a content over a line's end is one span again."""
    expected = [annotated(quote) for quote in QUOTES]
    [document] = read_corrected(folder)
    assert (document.id, document.text) == ("a", TEXT)
    for quote, right in zip(document.quotes, expected, strict=True):
        assert (quote.content, quote.cue, quote.source) == (right.content, right.cue, right.source)
        assert (quote.kind, quote.act, quote.speaker) == (right.kind, right.act, right.speaker)


def test_corrected(folder: Path) -> None:
    """Corrected spans, attributes and notes count, and annotations that are none of quotes do not."""
    correct(folder, "Cue 24 28\tsaid", "Cue 24 36\tsaid Ann Lee")
    correct(folder, "Act E2 thought", "Act E2 speech")
    correct(folder, "E1\tAnn Lee", "E1\tAnn B. Lee")
    correct(folder, "A1\t", "T99\tOther 0 1\t“\nA1\t")
    first, second = read_corrected(folder)[0].quotes
    assert (first.cue, first.speaker) == (((24, 36),), "Ann B. Lee")
    assert second.act == "speech"


def test_quote_taken_out(folder: Path) -> None:
    """A quote whose event is gone is gone."""
    path = folder / "a.ann"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "E2" not in line), encoding="utf-8")
    assert len(read_corrected(folder)[0].quotes) == 1


def test_found_by_its_configuration(folder: Path) -> None:
    """`read_corpus` knows such a folder."""
    [document] = read_corpus(folder)
    assert isinstance(document, AnnotatedDocument)
    assert document.quotes[0].speaker == "Ann Lee"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("Kind E1 direct", "Kind E1 odd", r"a\.ann, line \d+: A1 has the value 'odd'"),
        ("Kind E1 direct", "Kind E1", r"a\.ann, line \d+: A1 has the value 'None'"),
        ("Cue 24 28", "Cue 24 999", r"a\.ann, line \d+: offset 999"),
        ("Quote:T1", "Quote:T77", r"a\.ann, line \d+: E1 points to 'T77'"),
    ],
)
def test_broken(old: str, new: str, problem: str, folder: Path) -> None:
    """What cannot be read is an error that names file and line."""
    correct(folder, old, new)
    with pytest.raises(CorpusError, match=problem):
        read_corrected(folder)
