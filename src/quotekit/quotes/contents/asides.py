"""What stands between a cue and the clause that it reports: "said, and nobody contradicted her, | that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.grammar import is_relative, labels_for
from quotekit.text.page import Page
from quotekit.text.punctuation import OPENERS
from quotekit.text.ranges import clipped

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["without_aside"]

JOINING: Final = frozenset({"ADP", "ADV", "CCONJ", "SCONJ"})
"""Parts of speech of the words that join an aside to a cue."""


def without_aside(page: Page, doc: Doc, item: Finding) -> Finding:
    """*item* from the conjunction on that opens its clause behind the cue, without what stands before that.

    Before it are the author's own words: an aside behind the cue, or the circumstances in front of it ("In
    the third hour Judge Renzi announced, to an empty room, | that …"; "said only | that …"). Of 22 such
    fronts in the development parts annotators gave 3 to the report.
    """
    behind = [span for span in item.content if item.cue and span[0] >= item.cue[-1][1]]
    front = item.content[: len(item.content) - len(behind)]
    words = [word for span in behind for word in doc.char_span(*span, alignment_mode="expand") or ()]
    if not words or any(page.text[start] in OPENERS for start, _ in item.content):
        return item
    lead = next((word for word in words if word.pos_ != "ADV"), words[0])
    opener = lead if opens_reported_clause(lead) else None
    if opener is None and opens_aside(page, words[0], item):
        opener = next(
            (word for word in words[2:] if follows_comma(word) and opens_reported_clause(word)), None
        )
    if opener is None or (opener is words[0] and not front):
        return item
    return evolve(item, content=tuple(clipped(behind, opener.idx, behind[-1][1])))


def opens_aside(page: Page, word: Token, item: Finding) -> bool:
    """Whether *word*, the first behind a cue, joins something to it, or stands for the noun before it."""
    if is_relative(word):
        return word.i > 0 and word.doc[word.i - 1].pos_ in {"NOUN", "PROPN"}
    between = page.text[item.cue[-1][1] : word.idx]
    return word.pos_ in JOINING and between.strip() == ","


def opens_reported_clause(word: Token) -> bool:
    """Whether *word* is a conjunction that opens a reported clause."""
    labels, known = labels_for(word), word.lower_ in language_of(word.lang_).clause_openers
    elsewhere = labels.relative_clauses | labels.adverbial_clauses
    return known and word.dep_ in labels.complementisers and word.head.dep_ not in elsewhere


def follows_comma(word: Token) -> bool:
    """Whether a comma stands before *word*."""
    return word.i > 0 and word.doc[word.i - 1].text == ","
