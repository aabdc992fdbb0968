"""What holds of every result, whatever the text: spans, order, parts apart, the same each time."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from benchmarks.invariants import broken_marks, broken_quotes
from quotekit import Settings, attribute_quotes, extract_quotes, find_marked_spans
from quotekit.records import MarkedSpan, Quote, Span

EVERYTHING = Settings(acts=("speech", "thought"), modalities=("asserted", "negated", "hypothetical"))
ODD = (
    *(
        "\ud800",
        "\udfff",
        "\x00",
        "\u0301",
        "\u200b",
        "\u200f",
        "\u202e",
        "\ufeff",
        "\u2028",
        "\x85",
        "\r\n",
        "\r",
    ),
    *("“", "”", "‘", "’", '"', "'", "«", "»", "„", "—", "\U0001f600", "שלום", "&quot;", "<p>", "<!--"),
    *(
        " said ",
        " said that ",
        " told ",
        "according to ",
        "Helen Brandt",
        "she",
        "the mayor",
        " is late",
        ", ",
        ". ",
    ),
)
odd_texts = st.lists(st.sampled_from(ODD), max_size=30).map("".join)
few = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@few
@given(text=odd_texts)
def test_quotes_of_odd_texts(text: str, nlp: Language) -> None:
    """Quotes of any text keep to it, come in order, have their parts apart and survive their dicts."""
    assert broken_quotes(text, extract_quotes(text, settings=EVERYTHING, nlp=nlp)) == []


@given(text=odd_texts | st.text(st.characters(codec=None), max_size=60))
def test_marks_of_odd_texts(text: str) -> None:
    """Marked spans of any text keep to it, nest, and count those around them."""
    assert broken_marks(text, find_marked_spans(text)) == []


@few
@given(text=odd_texts.filter(bool))
def test_given_quotes_come_back(text: str, nlp: Language) -> None:
    """Quotes that were found elsewhere keep their content, whatever it is."""
    found = [Quote(kind="indirect", content=(Span.of(text, 0, len(text)),))]
    assert [quote.content for quote in attribute_quotes(text, found, nlp=nlp)] == [found[0].content]


@pytest.mark.parametrize(
    ("content", "cue", "divided"),
    [
        ((0, 5), None, False),
        ((0, 3), None, True),
        ((1, 5), None, True),
        ((6, 10), None, True),
        ((11, 16), None, True),
        ((6, 16), None, False),
        ((11, 16), (6, 11), False),
    ],
)
def test_divided_words_are_seen(content: tuple[int, int], cue: tuple[int, int] | None, divided: bool) -> None:
    """An edge of a content within a word breaks what holds of it, unless its cue has the rest of the word."""
    text = "Seven half-baked pies"
    quote = Quote(
        kind="indirect",
        content=(Span.of(text, *content),),
        cue=(Span.of(text, *cue),) if cue else (),
    )
    assert any("divides a word" in problem for problem in broken_quotes(text, [quote])) is divided


@pytest.mark.parametrize(
    ("spans", "problem"),
    [
        ([MarkedSpan(0, 3, "“b”")], "is not in the text"),
        ([MarkedSpan(0, 3, "“a”", depth=1)], "stands in 0 others"),
        ([MarkedSpan(0, 3, "“a”"), MarkedSpan(2, 4, "” ", depth=1)], "crosses"),
    ],
)
def test_broken_marks_are_seen(spans: list[MarkedSpan], problem: str) -> None:
    """The check of marks finds what is wrong."""
    assert problem in broken_marks("“a” “b”", spans)[0]


@pytest.mark.parametrize(
    ("quotes", "problem"),
    [
        ([Quote("direct", (Span(0, 3, "“b”"),))], "is not in the text"),
        ([Quote("direct", (Span(0, 3, "“a”"),), (Span(3, 7, " “b”"),))], "a blank at its edge"),
        ([Quote("direct", (Span(0, 3, "“a”"),), (Span(2, 3, "”"),))], "parts overlap"),
        ([Quote("direct", (Span(4, 7, "“b”"),)), Quote("direct", (Span(0, 3, "“a”"),))], "out of order"),
    ],
)
def test_broken_quotes_are_seen(quotes: list[Quote], problem: str) -> None:
    """The check of quotes finds what is wrong."""
    assert problem in broken_quotes("“a” “b”", quotes)[0]


def test_every_process_finds_the_same() -> None:
    """What is found does not depend on the seed of the process' hashes."""
    code = (
        "from quotekit import extract_quotes; "
        "text = '“We sail,” Tove Brandt told Ann Lee. The mayor said it was late. “No,” she said.'; "
        "print([quote.to_dict() for quote in extract_quotes(text)])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, check=True, text=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(printed) == 1
    assert "Tove Brandt" in printed.pop()
