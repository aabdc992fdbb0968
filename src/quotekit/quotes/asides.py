"""What stands between a cue and the clause that it reports: "said, and nobody contradicted her, | that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.grammar import is_relative, labels_for

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["without_aside"]


def without_aside(doc: Doc, item: Finding) -> Finding:
    """*item* without the words before its clause that are its author's, where a comma parts them from it.

    They begin with a conjunction right behind the cue, or with a relative pronoun ("told the court, in a
    letter | that ran to ten pages, | that …"), and the clause begins with a conjunction of its own.
    """
    start, end = item.content[0]
    if item.fixed is not None or not item.cue or item.cue[-1][1] > start:
        return item
    words = doc.char_span(start, end, alignment_mode="expand")
    if words is None or not opens_aside(words[0], item):
        return item
    opener = next((word for word in words[2:] if opens_clause(word, words)), None)
    return item if opener is None else evolve(item, content=((opener.idx, end), *item.content[1:]))


def opens_aside(word: Token, item: Finding) -> bool:
    """Whether *word*, the first of a content, joins a clause to the cue or stands for the noun before it."""
    if is_relative(word):
        return word.i > 0 and word.doc[word.i - 1].pos_ in {"NOUN", "PROPN"}
    between = word.doc.text[item.cue[-1][1] : word.idx]
    return word.dep_ in labels_for(word).coordinators and between.strip() == ","


def opens_clause(word: Token, words: Span) -> bool:
    """Whether *word* opens a clause of its own behind a comma in *words*."""
    before = word.doc[word.i - 1]
    opener = word.lower_ in language_of(word.lang_).clause_openers and not is_relative(word)
    return opener and before.i >= words.start and before.text == ","
