"""What several rules ask of a page is found once, and goes with it."""

from __future__ import annotations

import gc
from weakref import ref

from quotekit.finders.page_memory import kept_with_page
from quotekit.text.page import Page, read_page


def test_a_page_is_looked_at_once() -> None:
    """Each page has its own answer, pages of one text too."""
    asked: list[Page] = []
    count = kept_with_page(lambda page: asked.append(page) or len(asked))
    one, other = read_page("“Yes,” said Ann."), read_page("“Yes,” said Ann.")
    assert [count(one), count(other), count(one)] == [1, 2, 1]
    assert asked == [one, other]


def test_nothing_of_a_page_stays() -> None:
    """A page that nobody holds is gone, whatever was asked of it."""
    marks = kept_with_page(lambda page: page.marks)
    page = read_page("“Yes,” said Ann.")
    assert marks(page)
    gone = ref(page)
    del page
    gc.collect()
    assert gone() is None
