"""The finder that the rules over the parse make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding, found_by
from quotekit.finders.rules.parsed_page import with_parse
from quotekit.finders.rules.table import RULES
from quotekit.records import Settings
from quotekit.text.page import Page
from quotekit.text.ranges import clipped, without

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_by_rules", "within_surroundings"]


def find_by_rules(page: Page, doc: Doc, settings: Settings, earlier: Sequence[Finding] = ()) -> list[Finding]:
    """The findings of the rules over the parse of *page*, by the order of the rows.

    Args:
        page: The text.
        doc: Its dependency parse.
        settings: Its `extra_cues` are reporting verbs beside those of the lexicon.
        earlier: What other finders found, which no rule looks at.

    Raises:
        LanguageError: There are no word lists for the document's language.
    """
    parsed = with_parse(page, doc, settings)
    found = (item for row in RULES for item in found_by(row, parsed))
    inside = (item if item.fixed else within_surroundings(parsed.page, item) for item in found)
    return [item for item in inside if item.content]


def within_surroundings(page: Page, item: Finding) -> Finding:
    """The finding less what lies outside the paragraph or the quotation marks that its cue is in.

    Parsers read on through both; nobody reports across them.
    """
    low, high = page.surroundings(item.cue[0][0])
    return evolve(
        item,
        content=tuple(without(clipped(item.content, low, high), (*item.cue, *item.source))),
        source=tuple(clipped(item.source, low, high)),
        addressee=tuple(clipped(item.addressee, low, high)),
    )
