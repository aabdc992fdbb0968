"""Sources with the citation behind their names: "Ode et al. (2010) argue that …"."""

from __future__ import annotations

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.text.citations import end_of_cited_name
from quotekit.text.page import Page

__all__ = ["with_cited_source"]


def with_cited_source(page: Page, item: Finding) -> Finding:
    """*item* with its source up to what a citation right behind it tells of its authors and of the year."""
    if not item.source:
        return item
    start, end = item.source[-1]
    cited = end_of_cited_name(page.given, start, end)
    return item if cited == end else evolve(item, source=(*item.source[:-1], (start, cited)))
