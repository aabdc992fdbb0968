"""Seconds of each stage on a page of news: ``pytest benchmarks``; needs the extra ``bench``."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc

from benchmarks.hostile import prose
from quotekit import Settings, extract_quotes, find_marked_spans
from quotekit.finders.combined import tagger_for
from quotekit.finders.layouts import tag_by_layout
from quotekit.parse.pipelines import load_pipeline, parse
from quotekit.quotes import assemble_quotes
from quotekit.speakers import resolve_speakers

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


@pytest.mark.parametrize("tagger", ["rules", "model"])
def test_tagging(benchmark: Any, doc: Doc, tagger: Any) -> None:
    """Attributions in the parse."""
    tag, marks = tagger_for(Settings(tagger=tagger)), find_marked_spans(TEXT)
    assert benchmark(tag, doc, marks, RULES)


def test_layouts(benchmark: Any) -> None:
    """Turns, headlines and signatures, of which news has none."""
    assert benchmark(tag_by_layout, TEXT, find_marked_spans(TEXT)) == []


def test_assembly(benchmark: Any, doc: Doc) -> None:
    """Quotes of attributions and marks."""
    marks = find_marked_spans(TEXT)
    attributions = tagger_for(RULES)(doc, marks, RULES)
    assert benchmark(assemble_quotes, doc, attributions, marks, settings=RULES, text=TEXT)


def test_speakers(benchmark: Any, doc: Doc) -> None:
    """Who said it."""
    unresolved = extract_quotes(doc, settings=Settings(tagger="rules", resolve_speakers=False))
    marks = find_marked_spans(TEXT)
    assert benchmark(resolve_speakers, doc, unresolved, settings=RULES, marks=marks)


def test_everything_behind_the_parse(benchmark: Any, doc: Doc) -> None:
    """All of quotekit's own stages, by rules."""
    assert benchmark(extract_quotes, doc, settings=RULES)
