"""Variants of a document say the same, set differently, and their annotation moves along."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote
from quotekit.training.augmentation import (
    Edit,
    detokenised,
    edited,
    in_single_marks,
    lower_cased,
    run_together,
    vary,
    with_lost_marks,
)

TEXT = "“ Do n't go , ” she said . “ It 's late -- and cold . ” “ So it is , ” said the ferryman ."


def seeded(seed: int) -> random.Random:
    """A source of the same randomness every time."""
    return random.Random(seed)  # noqa: S311  (nothing secret)


def document(text: str = TEXT) -> AnnotatedDocument:
    """A document whose contents are in curly marks and whose other parts are two words."""
    contents = [(i, text.index("”", i) + 1) for i, char in enumerate(text) if char == "“"]
    said, she = text.index("said"), text.index("she")
    quotes = [AnnotatedQuote((content,), ((said, said + 4),), ((she, she + 3),)) for content in contents]
    return AnnotatedDocument("ferry", text, tuple(quotes))


def contents(found: AnnotatedDocument) -> list[str]:
    """The contents of a document as strings."""
    return [found.text[start:end] for quote in found.quotes for start, end in quote.content]


def letters(text: str) -> str:
    """The letters of a text without case, which no variant changes."""
    return "".join(filter(str.isalnum, text)).lower()


def test_edits_move_spans() -> None:
    """A span keeps its words when characters before, in and behind it change."""
    found = edited(document(), [Edit(0, 2, "«"), Edit(4, 5, ""), Edit(11, 12, "")])
    assert contents(found)[0] == "«Don't go, ”"
    assert [found.text[a:b] for quote in found.quotes for a, b in quote.cue] == ["said"] * 3


def test_spans_of_nothing_leave() -> None:
    """A quote whose content is deleted is gone."""
    whole = document().quotes[0].content[0]
    assert len(edited(document(), [Edit(*whole, "")]).quotes) == 2


def test_detokenised_reads_like_print() -> None:
    """Blanks around marks and clitics go, and a new turn is a new paragraph."""
    found = detokenised(document(), seeded(3))
    assert contents(found)[0] == "“Don't go,”"
    assert " ," not in found.text
    assert "”\n\n“So it is,”" in found.text


def test_single_marks() -> None:
    """Double marks become single ones of the same width."""
    found = in_single_marks(document())
    assert contents(found)[2] == "‘ So it is , ’"


def test_lower_case_keeps_offsets() -> None:
    """Lower-casing changes no length, even of letters that would grow."""
    found = lower_cased(document("“ İstanbul ” she said"))
    assert len(found.text) == len("“ İstanbul ” she said")
    assert found.text.endswith("stanbul ” she said")


def test_lost_marks() -> None:
    """All marks can go, and the words stay."""
    found = with_lost_marks(document(), seeded(1), 1.0)
    assert "“" not in found.text
    assert contents(found)[2].strip() == "So it is ,"


def test_paragraphs_run_together() -> None:
    """Blank lines become blanks."""
    found = run_together(document(TEXT.replace(" . “", " .\n\n“")), seeded(1), 1.0)
    assert "\n" not in found.text
    assert len(found.quotes) == 3


@given(st.integers(), st.booleans())
def test_variants_keep_the_words(seed: int, spaced_tokens: bool) -> None:
    """Whatever is varied, each content has the same letters as before."""
    found = vary(document(), seeded(seed), spaced_tokens=spaced_tokens)
    assert letters(found.text) == letters(TEXT)
    assert list(map(letters, contents(found))) == list(map(letters, contents(document())))
