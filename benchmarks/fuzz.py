"""Random input for every public function, grown by coverage: nothing raises but documented errors.

    python -m benchmarks.fuzz [SECONDS]

Needs atheris. Ends with an error and the input at the first finding, which then becomes a case of the tests.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Final

import atheris

with atheris.instrument_imports(include=["quotekit"]):
    from benchmarks.invariants import broken_marks, broken_quotes
    from quotekit import (
        QuotekitError,
        attribute_quotes,
        extract_quotes,
        find_direct_quotes,
        find_indirect_quotes,
        find_marked_spans,
    )
    from quotekit.corpora.brat import parse_brat
    from quotekit.records import MarkedSpan, Quote, Settings, Span, Speaker

__all__ = ["main", "text_of"]

PIECES: Final = (
    *"“”‘’\"'«»„`.,:;!?()-—…<>&#@",
    *("\n", "\n\n", "\r\n", "\r", "\t", "\x00", "\ufeff", "\u200b", "\u2028", "\u202e", "\u0301", "\ud800"),
    *("\U0001f600", "שלום", "他说", "é", "&quot;", "<p>", "<b", "--> ", "> ", "— ", "Q: ", "ANN: "),
    *(" said ", " said that ", " told ", " according to ", " asked whether ", " did not say ", " thinks "),
    *(
        "Helen Brandt",
        "Brandt",
        "Mr. Ray",
        "she",
        "he",
        "the mayor",
        "who",
        "Acme Corp.",
        "the wall",
        "is late",
    ),
    *(" ", " and ", ", ", ". ", "It ", "10", "6'2\"", "’90s", "it's"),
)
EVERYTHING: Final = Settings(acts=("speech", "thought"), modalities=("asserted", "negated", "hypothetical"))


def text_of(data: bytes) -> str:
    """A text: each byte is a piece that quotations are made of, or one character of its own."""
    return "".join(PIECES[byte] if byte < len(PIECES) else chr(byte * 37) for byte in data)


def marks(text: str) -> None:
    """The marks of any text nest."""
    assert broken_marks(text, find_marked_spans(text)) == []


def quotes(text: str) -> None:
    """The quotes of any text have their parts apart and their words in the text; halves make up the whole."""
    found = extract_quotes(text, settings=EVERYTHING)
    assert broken_quotes(text, found) == []
    assert found == extract_quotes(text, settings=EVERYTHING)


def halves(text: str) -> None:
    """The two halves are what the whole holds, and given quotes come back."""
    direct, indirect = find_direct_quotes(text), find_indirect_quotes(text)
    assert {*direct, *indirect} == {*extract_quotes(text)}
    given = [Quote(kind="direct", content=(Span.of(text, 0, len(text)),))] if text else []
    assert [quote.content for quote in attribute_quotes(text, given)] == [quote.content for quote in given]


def annotations(text: str) -> None:
    """A file of annotations is read, or refused with its line."""
    lines = text.replace(" ", "\t").replace("Helen", "T1 Cue 0 1").replace("Brandt", "E1")
    parse_brat(lines, 10)


def records(text: str) -> None:
    """A dict of anything is a record, or refused."""
    for record in (Span, MarkedSpan, Speaker, Quote):
        record.from_dict({"start": text, "end": text[:2], "text": text[2:], text: text})


TARGETS: Final[tuple[Callable[[str], None], ...]] = (quotes, halves, marks, annotations, records)


def one_input(data: bytes) -> None:
    """Give one function one text; the first byte says which."""
    if data:
        try:
            TARGETS[data[0] % len(TARGETS)](text_of(data[1:120]))
        except QuotekitError:
            return


def main(seconds: str = "120") -> None:
    """Try for some time."""
    extract_quotes("“It is late,” Helen Brandt said.")
    options: list[Any] = [sys.argv[0], f"-max_total_time={int(seconds)}", "-max_len=120", "-verbosity=0"]
    atheris.Setup(options, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
