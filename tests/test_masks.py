"""The complement of the quotes, and masks of their parts."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

import quotekit
from quotekit import (
    InputTypeError,
    OffsetsError,
    ParseMissingError,
    Quote,
    RecordError,
    Settings,
    Span,
    character_mask,
    token_mask,
)
from quotekit.terms import QuotePart

TEXT = "“The ferry,” said Tove Brandt, “is late.”\n\nBrandt added that it was full. Rain fell."


def quoted(*ranges: tuple[int, int], text: str = TEXT) -> Quote:
    """A quote of the ranges of a text."""
    return Quote("direct", tuple(Span.of(text, start, end) for start, end in ranges))


def test_narration(nlp: Language) -> None:
    """What stands between contents is narration, cues and sources with it."""
    doc = nlp(TEXT)
    spans = quotekit.narration(doc)
    assert [span.text for span in spans] == ["said Tove Brandt,", "Brandt added", ". Rain fell."]
    assert all(TEXT[span.start : span.end] == span.text for span in spans)


def test_given_quotes_need_no_model() -> None:
    """Quotes that are given are the ones that count, in any order, nested or not."""
    spans = quotekit.narration(
        "one two three four",
        [quoted(place, text="one two three four") for place in ((8, 13), (0, 3), (1, 2))],
    )
    assert [(span.start, span.text) for span in spans] == [(4, "two"), (14, "four")]


@pytest.mark.parametrize(("text", "expected"), [("", []), (" \n ", []), (" it rained ", ["it rained"])])
def test_without_quotes(text: str, expected: list[str]) -> None:
    """A text without quotes is narration as a whole, and white space alone is none."""
    assert [span.text for span in quotekit.narration(text, [])] == expected


def test_what_counts_as_quoted(nlp: Language) -> None:
    """Thoughts stay the narrator's unless the settings ask for them, in a narration and in both masks."""
    text = "Brandt hoped that it was full."
    thoughts = Settings(acts="thought")
    assert [span.text for span in quotekit.narration(text, nlp=nlp)] == [text]
    assert quotekit.narration(text, settings=thoughts, nlp=nlp)[0].text == "Brandt hoped"
    assert character_mask(text, settings=thoughts, nlp=nlp).sum() == len("that it was full")
    assert token_mask(nlp(text), settings=thoughts).sum() == 4


def test_the_pipeline_that_reads() -> None:
    """A pipeline that is given parses the text, whatever it makes of it."""
    with pytest.raises(ParseMissingError):
        quotekit.narration(TEXT, nlp=spacy.blank("fr"))


def test_all_quoted() -> None:
    """A text that is one quote has no narration."""
    assert quotekit.narration("“No.”", [quoted((0, 5), text="“No.”")]) == []


def test_offsets_before_the_text() -> None:
    """Offsets that count from the end make no span, so that they can mask nothing."""
    with pytest.raises(RecordError, match="start=-3"):
        character_mask("abcdef", [Quote("direct", (Span(-3, -1, "de"),))])


def test_quotes_of_another_text() -> None:
    """Quotes that stand elsewhere are refused."""
    with pytest.raises(OffsetsError, match="Pass the very text"):
        quotekit.narration("another text", [quoted((0, 5))])


def test_no_text() -> None:
    """What is neither a text nor a Doc is refused."""
    with pytest.raises(InputTypeError):
        quotekit.narration(b"bytes")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("content", "“The ferry,”“is late.”that it was full"),
        ("cue", "saidadded"),
        ("source", "Tove BrandtBrandt"),
    ],
)
def test_character_mask(part: QuotePart, expected: str, nlp: Language) -> None:
    """The characters of a part are true."""
    mask = character_mask(nlp(TEXT), part=part)
    assert len(mask) == len(TEXT)
    assert "".join(char for char, inside in zip(TEXT, mask, strict=True) if inside) == expected


def test_token_mask(nlp: Language) -> None:
    """The tokens of a part are true."""
    doc = nlp(TEXT)
    quotes = quotekit.extract_quotes(doc)
    mask = token_mask(doc, quotes, part="source")
    assert [token.text for token, inside in zip(doc, mask, strict=True) if inside] == [
        "Tove",
        "Brandt",
        "Brandt",
    ]


def test_token_mask_of_tokens_in_part() -> None:
    """A token counts when one of its characters does; white space behind it is no part of it."""
    doc = spacy.blank("en")("abc def ghi")
    assert token_mask(doc, [quoted((2, 4), text=doc.text)]).tolist() == [True, False, False]
    assert token_mask(spacy.blank("en")(""), []).tolist() == []


@given(
    st.text(alphabet="ab \n", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted), max_size=5),
)
def test_every_letter_is_somewhere(text: str, ranges: list[list[int]]) -> None:
    """A letter is in the narration or in a content, and never in both."""
    quotes = [quoted((start, end), text=text) for start, end in ranges if end <= len(text)]
    narrated = {offset for span in quotekit.narration(text, quotes) for offset in range(span.start, span.end)}
    mask = character_mask(text, quotes)
    assert all((offset in narrated) != mask[offset] for offset, char in enumerate(text) if char.isalpha())
    assert not any(mask[offset] for offset in narrated)
