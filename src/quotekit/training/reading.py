"""What the network is told of a training text besides its words: its parse, and what the rules found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from quotekit.finders.finding import Finding
from quotekit.finders.network.syntax import Syntax, read_syntax
from quotekit.finders.rules import find_by_rules
from quotekit.records import MarkedSpan, Settings
from quotekit.text.page import read_page
from quotekit.verdict.hearing import one_for_each_cue

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Background", "Reader"]


@frozen(eq=False)
class Background:
    """A text's quotation marks, its parse, and what the rules found; None where it was not looked for."""

    marks: tuple[MarkedSpan, ...]
    syntax: Syntax | None = None
    hints: tuple[Finding, ...] | None = None


class Reader:
    """Reads texts with a spaCy pipeline and remembers those that it has read."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self.lang: str = nlp.lang or ""
        self._known: dict[str, Background] = {}

    def background(self, text: str) -> Background:
        """The background of *text*."""
        if text not in self._known:
            self.add(self._nlp(text))
        return self._known[text]

    def add(self, doc: Doc) -> None:
        """Remember a text that has been parsed already."""
        page = read_page(doc.text)
        hints = tuple(one_for_each_cue(page, (), find_by_rules(page, doc, Settings())))
        self._known[doc.text] = Background(tuple(page.marks), read_syntax(doc), hints)
