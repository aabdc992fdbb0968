"""A page with its parse, as the rules read it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen

from quotekit.parse.grammar import Words, is_verbal
from quotekit.parse.reporting import ReportingVerb, reporting_verb, reporting_verbs
from quotekit.records import Settings
from quotekit.text.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["ParsedPage", "with_parse"]


@frozen(eq=False)
class ParsedPage:
    """Everything that a rule may look at.

    Attributes:
        page: The page, as the text of its parse has it.
        doc: The parse.
        tokens: Its tokens, which a Doc makes anew for whoever asks.
        verbs: The reporting verbs of its language.
        starts: The character at which each token starts.
        reporting: For each token the verb of reporting that it is a form of, or None.
    """

    page: Page
    doc: Doc
    tokens: Sequence[Token] = field(repr=False)
    verbs: Mapping[str, ReportingVerb]
    starts: Sequence[int] = field(repr=False)
    reporting: Sequence[ReportingVerb | None] = field(repr=False)

    @property
    def text(self) -> str:
        """The text of the parse."""
        return self.page.text

    @property
    def lang(self) -> str:
        """The code of the parse's language."""
        return self.doc.lang_

    def verb(self, token: Token) -> ReportingVerb | None:
        """The verb of reporting that *token* is a form of, if it is one."""
        return self.reporting[token.i]

    def words(self, start: int, end: int) -> Words:
        """The tokens that begin in ``[start, end)``."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def words_around(self, token: Token) -> Words:
        """The tokens beyond which no report goes on that *token* is part of."""
        return self.words(*self.page.surroundings(token.idx))


def with_parse(page: Page, doc: Doc, settings: Settings) -> ParsedPage:
    """*page* with its parse and all that the rules look up in it.

    Raises:
        LanguageError: There are no word lists for the document's language.
    """
    verbs = reporting_verbs(doc.lang_, settings)
    tokens = list(doc)
    reporting = [reporting_verb(token, verbs) if is_verbal(token) else None for token in tokens]
    starts = [token.idx for token in tokens]
    return ParsedPage(page.of_copy(doc.text), doc, tokens, verbs, starts, reporting)
