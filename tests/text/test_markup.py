"""Texts without their leftovers of HTML."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.text.marks import find_marked_spans
from quotekit.text.markup import FILLER, without_markup

scraps = st.lists(
    st.sampled_from(
        ["<p>", "</b>", "<!--", "-->", "<script>", "</script>", "&quot;", "&", "<", ">", "a", " "]
    )
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>We <b>sail</b>.</p>", "We sail ."),
        ('<a href="/x" class="y">Ann</a>', "Ann"),
        ("One<br/>two", "One two"),
        ("<!-- no -->We<script>row('x')</script> sail", "We sail"),
        ("&quot;We&rsquo;ll sail&quot;", '"We’ll sail"'),
        ("&#8220;We sail&#x201D; &amp; row", "“We sail” & row"),
        ("2 < 3 and 4 > 3; <Ann> said R&D; &so on", "2 < 3 and 4 > 3; <Ann> said R&D; &so on"),
        ("No markup at all.", "No markup at all."),
        (
            "“We sail,”¹ he said. “We row.”[2] “Now,”12 she said.",
            "“We sail,” he said. “We row.” “Now,” she said.",
        ),
        ('"[t]he sail" of 6" 10 boats', '"[t]he sail" of 6" 10 boats'),
        ("Lund³ wrote “we row”.⁴ It is 9 km² wide;⁵ so.", "Lund wrote “we row”. It is 9 km² wide; so."),
        ("We [see](https://a.b/c_(d)) [the map](map.html 'Ann’s') here.", "We see the map here."),
        ("We ![a boat](/boat.png) sail.", "We sail."),
        ("'We sail.'² 'We row.'", "'We sail.' 'We row.'"),
        ("[Lund](2010) held [on](to) it.", "[Lund](2010) held [on](to) it."),
        ('[Ann](https://a.example "A") [said](/1) [no](see below)', "Ann said [no](see below)"),
    ],
)
def test_copies(text: str, expected: str) -> None:
    """Tags leave blanks, entities the characters that they mean, and other signs stay."""
    copy = without_markup(text)
    assert len(text) == len(copy)
    assert expected == " ".join(copy.replace(FILLER, "").split())


def test_blocks_are_paragraphs() -> None:
    """The tags of blocks part paragraphs, those within a line do not."""
    assert "\n\n" in without_markup("<p>One</p><p>two</p>").strip()
    assert "\n" not in without_markup("<i>One</i> <em>two</em>")


def test_marked_spans_hold_their_entities() -> None:
    """A quotation mark written as an entity belongs to its span, whole."""
    text = "<p>&ldquo;We sail,&rdquo; Ann said &quot;at nine&quot;.</p>"
    assert [span.text for span in find_marked_spans(text)] == [
        "&ldquo;We sail,&rdquo;",
        "&quot;at nine&quot;",
    ]


def test_marks_in_tags_are_none() -> None:
    """The marks around an attribute are no quotation marks."""
    assert find_marked_spans('<a href="https://example.org/">Ann</a> sails.') == []


@given(scraps.map("".join) | st.text(max_size=60))
def test_offsets_stay(text: str) -> None:
    """Whatever the text, the copy is as long as it."""
    assert len(text) == len(without_markup(text))


@pytest.mark.parametrize(
    "unit",
    [
        "<!--",
        "<script>",
        "<script><style>",
        "<a ",
        "<p",
        "&",
        "&#1",
        "<!-- -->",
        "[a](/",
        "[a](",
        "![a](b.(",
        "[a",
    ],
)
def test_time_is_bounded(unit: str) -> None:
    """A quarter of a megabyte of broken markup is read at once."""
    start = process_time()
    without_markup(unit * (250_000 // len(unit)))
    assert process_time() - start < 1.0
