"""Seconds of each stage on a page of news: ``pytest benchmarks``; needs the dependencies of ``bench``."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc

from benchmarks.hostile import prose
from quotekit import Settings, extract_quotes, find_marked_spans
from quotekit.finders.choice import FINDERS
from quotekit.finders.layouts import find_by_layout
from quotekit.parse.pipelines import load_pipeline, parse
from quotekit.quotes import assemble_quotes
from quotekit.speakers import resolve_speakers
from quotekit.text.page import read_page
from quotekit.verdict import found_in

TEXT = prose(10_000)
RULES = Settings(tagger="rules")


@pytest.fixture(scope="module")
def doc() -> Doc:
    """The page, parsed."""
    return parse(TEXT)[1]


def test_parse(benchmark: Any) -> None:
    """What spaCy takes, to compare with."""
    assert len(benchmark(load_pipeline("en"), TEXT)) > 0


def test_marks(benchmark: Any) -> None:
    """Quotation marks, paired."""
    assert len(benchmark(find_marked_spans, TEXT)) > 0


@pytest.mark.parametrize("finder", ["rules", "network"])
def test_finding(benchmark: Any, doc: Doc, finder: Any) -> None:
    """Findings in the parse."""
    assert benchmark(FINDERS[finder], read_page(TEXT), doc, RULES, ())


def test_layouts(benchmark: Any) -> None:
    """Turns, headlines and signatures, of which news has none."""
    assert benchmark(find_by_layout, read_page(TEXT)) == []


def test_assembly(benchmark: Any, doc: Doc) -> None:
    """Quotes of attributions and marks."""
    page = read_page(TEXT)
    assert benchmark(assemble_quotes, page, doc, found_in(page, doc, RULES), settings=RULES)


def test_speakers(benchmark: Any, doc: Doc) -> None:
    """Who said it."""
    unresolved = extract_quotes(doc, settings=Settings(tagger="rules", resolve_speakers=False))
    marks = find_marked_spans(TEXT)
    assert benchmark(resolve_speakers, doc, unresolved, settings=RULES, marks=marks)


def test_everything_behind_the_parse(benchmark: Any, doc: Doc) -> None:
    """All of quotekit's own stages, by rules."""
    assert benchmark(extract_quotes, doc, settings=RULES)
