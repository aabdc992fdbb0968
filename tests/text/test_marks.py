"""Which stretches of a text stand in quotation marks."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from quotekit.records import MarkedSpan, Settings, Style
from quotekit.text.marks import find_marked_spans

CASES = Path(__file__).parents[1] / "cases" / "marks.txt"
ESCAPE = re.compile(r"\\(?:([nrt])|u([0-9a-f]{4}))")
NAMED = {"n": "\n", "r": "\r", "t": "\t"}

MARKS = "\"'“”‘’„‚«»‹›`「」『』＂"
texts = st.text(alphabet=st.sampled_from(MARKS + "\"\"'' .,!?-\n\n6sabcAB é語\u200b\ufeff"), max_size=120)
paragraph_texts = st.text(alphabet=st.sampled_from(MARKS + " .,!?-6sabcAB"), max_size=60)
styles = st.sampled_from(["double", "single"])


def unescaped(line: str) -> str:
    """A line of the case table with its escapes resolved."""
    return ESCAPE.sub(lambda m: NAMED[m[1]] if m[1] else chr(int(m[2], 16)), line)


def expectation(line: str) -> tuple[str, int, bool]:
    """Text, depth and closedness of the span that a line of the case table describes."""
    head, _, content = line.partition(" ")
    return unescaped(content), head.count(">") - 1, not head.startswith("~")


def cases() -> list[object]:
    """The rows of the case table: a text and its spans."""
    blocks = re.split(r"^= ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    rows = [[line for line in block.split("\n") if line.strip()] for block in blocks]
    return [pytest.param(unescaped(text), [*map(expectation, spans)], id=name) for name, text, *spans in rows]


def found(text: str, style: Style = "auto") -> list[MarkedSpan]:
    """The marked spans of *text* in *style*."""
    return find_marked_spans(text, settings=Settings(style=style))


@pytest.mark.parametrize(("text", "expected"), cases())
def test_case(text: str, expected: list[tuple[str, int, bool]]) -> None:
    """Each case of the table gives exactly its spans, with their depth and closedness."""
    assert [(span.text, span.depth, span.closed) for span in find_marked_spans(text)] == expected


def test_style_is_inferred_from_the_whole_text() -> None:
    """What the other quotations look like decides a doubtful pair of single marks."""
    doubtful = "It was the 'ferrymen boast' all over. Then goin' home."
    single = "'Nine,' she said.\n\n'Ten,' he said.\n\n'Nine,' she said again.\n\n"
    assert found(single + doubtful)[-1].text == "'ferrymen boast'"


def test_style_can_be_set() -> None:
    """A set style decides what an unclosed single mark at a paragraph's start is."""
    text = "'Neath the pier we waited.\n\n'Early we left, and by noon."
    assert [span.text for span in found(text, "single")] == ["'Early we left, and by noon."]
    assert found(text, "double") == []


def test_no_settings_means_inferred_style() -> None:
    """Without settings the style is inferred, as with the default settings."""
    text = "'It's late,' she said, \"so late.\""
    assert find_marked_spans(text) == found(text, "auto")


@given(st.one_of(texts, st.text(max_size=60)), st.sampled_from(["auto", "double", "single"]))
def test_spans_are_sound(text: str, style: Style) -> None:
    """Spans are slices of the text, in order, nest or stand apart, and know their depth."""
    spans = found(text, style)
    assert [(span.start, -span.end) for span in spans] == sorted({(s.start, -s.end) for s in spans})
    for span in spans:
        assert text[span.start : span.end] == span.text
        around = [o for o in spans if o != span and o.start <= span.start and span.end <= o.end]
        crossing = [o for o in spans if o.start < span.start < o.end < span.end]
        assert (span.depth, crossing) == (len(around), [])


@example('?"6', "A", "double")
@given(texts, paragraph_texts, styles)
def test_appending_a_paragraph_changes_nothing_before_it(text: str, more: str, style: Style) -> None:
    """With a set style, the spans of a text stay when a paragraph follows."""
    before = found(text, style)
    after = found(f"{text}\n\n{more}", style)
    assert after[: len(before)] == before
    assert all(span.start > len(text) for span in after[len(before) :])


@example("『?", "?』", "double")
@given(paragraph_texts, paragraph_texts, styles)
def test_paragraphs_are_independent(first: str, second: str, style: Style) -> None:
    """No mark of one paragraph changes what is found in the next one, if it leaves no quotation open."""
    offset = len(first) + 2
    both = found(f"{first}\n\n{second}", style)
    assume([span for span in both if span.start < offset] == [s for s in found(first, style) if s.closed])
    alone = [(span.start + offset, span.end + offset, span.closed) for span in found(second, style)]
    together = [(span.start, span.end, span.closed) for span in both if span.start >= offset]
    assert together == alone


def test_depth_is_bounded() -> None:
    """Absurd nesting neither fails nor takes memory that grows with the square of the text."""
    spans = found("“a " * 200 + "” " * 200)
    assert max(span.depth for span in spans) < 100


HOSTILE = [
    *('"', "“", "”", "'", "’", "«", "“”", "\"'", "``", ",,a"),
    *("“Yes.\n\n", "“a dozen words or more ‘and others like them ", "“‘" * 200 + "a" + "’”" * 200 + "\n\n"),
    *('"a ', "“a ", "'a ", "“a ‘b ", "the boys' x ", '6" ', '"a"\n\n', '"word or so ', "'word or so "),
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_bounded(unit: str) -> None:
    """A quarter of a megabyte of marks takes no longer than ordinary text does."""
    text = unit * (250_000 // len(unit))
    start = process_time()
    found(text)
    assert process_time() - start < 2.0
