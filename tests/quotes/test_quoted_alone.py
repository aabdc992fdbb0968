"""A clause beside a whole quotation is the author's, unless it goes on in marks of its own."""

from __future__ import annotations

import pytest
from spacy.language import Language

from quotekit.finders.finding import Finding
from quotekit.quotes.contents.quoted_alone import without_words_beside_quotation
from quotekit.text.page import read_page

CASES = [
    ("“We lost,” Quist said, whether the guests left.", "said", "whether the guests left", False),
    ("“We are worried,” Quist wrote, that “all wards closed.”", "wrote", "that “all wards closed.”", True),
    ("She came home, as she put it, “with no top C”.", "put it", "She came home", False),
]


@pytest.mark.parametrize(("text", "cue", "clause", "stays"), CASES)
def test_a_clause_beside_a_quotation(nlp: Language, text: str, cue: str, clause: str, stays: bool) -> None:
    """What a finder took for content beside the marks leaves it, or stays where it has marks too."""
    page = read_page(text)
    first, said, beside = page.marks[0], text.index(cue), text.index(clause)
    quoted, span = (first.start, first.end), (beside, beside + len(clause))
    content = tuple(sorted([quoted, span]))
    source = (text.index("she"), text.index("she") + 3) if "she" in text else None
    item = Finding(content, ((said, said + len(cue)),), () if source is None else (source,))
    left = without_words_beside_quotation(page, nlp(text), item).content
    assert left == (content if stays else (quoted,))
