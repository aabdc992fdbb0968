"""Sentences that give the one before them to somebody: "The mill will close. So said Ode on Monday."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from quotekit.finders.finding import Finding
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import sentence_before
from quotekit.parse.grammar import (
    child,
    function_words_for,
    labels_for,
    phrase,
    ranges,
    runs_of_tokens,
    subject,
    verb_group,
)
from quotekit.text.punctuation import STOP_TOKENS
from quotekit.text.ranges import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["reports_of_sentence_before"]

SENTENCE_CLOSERS: Final = STOP_TOKENS | {'"', "”", "»", "’"}
"""What stands right before a word that opens a sentence: a stop, or the mark that closes a quotation."""


def reports_of_sentence_before(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each sentence that opens with "so", a verb of saying and its subject behind it."""
    for verb in parsed.tokens:
        known = parsed.verb(verb)
        if known is None or known.act != "speech" or not opens_behind_sentence(verb):
            continue
        source, content = subject_behind_verb(verb), sentence_or_quotation(parsed, verb.i - 1)
        if source is not None and source.i > verb.i and content is not None:
            cue, named = runs_of_tokens(verb_group(verb)), phrase(source)
            yield Finding((content,), ranges(parsed.doc, cue), ranges(parsed.doc, (named,)))


def subject_behind_verb(verb: Token) -> Token | None:
    """Who does what *verb* says, whom the parse may take for its object."""
    return subject(verb) or child(verb, labels_for(verb).direct_objects)


def opens_behind_sentence(verb: Token) -> bool:
    """Whether nothing but a word for what was said stands between *verb* and the sentence before."""
    doc, words = verb.doc, function_words_for(verb)
    if verb.i < 2 or doc[verb.i - 1].lower_ not in words.reporting_adverb:
        return False
    return doc[verb.i - 1].text[0].isupper() and doc[verb.i - 2].text in SENTENCE_CLOSERS


def sentence_or_quotation(parsed: ParsedPage, end: int) -> Range | None:
    """The sentence that ends before the token *end*, or the quotation that does."""
    stop, low = parsed.tokens[end].idx, parsed.page.passage_around(parsed.tokens[end].idx)[0]
    for mark in reversed(parsed.page.marks_from(low, stop)):
        if not parsed.text[mark.end : stop].strip():
            return mark.start, mark.end
    first, last = sentence_before(parsed, (parsed.words(low, stop)[0], end - 1))
    return (
        (parsed.tokens[first].idx, parsed.tokens[last - 1].idx + len(parsed.tokens[last - 1]))
        if first < last
        else None
    )
