"""Subjects that were left out: "warned | the bridge would close" reports the bridge too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.grammar import (
    NAMING,
    child,
    function_words_for,
    is_finite_form,
    is_verb_part,
    labels_for,
    modifies_noun,
    passive_subject,
)
from quotekit.quotes.parties.addressee import is_addressing
from quotekit.text.punctuation import CLAUSE_ENDS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["LONGEST_SUBJECT", "is_whole_subject", "with_lost_subject", "with_subject_from_source"]

OPENING: Final = NAMING | {"ADJ", "DET", "NUM", "SCONJ"}
"""Parts of speech of the first word of a subject, or of the "that" before it."""

NOMINAL: Final = OPENING | {"ADP", "ADV", "CCONJ", "PART", "PUNCT", "SYM"}
"""Parts of speech of a subject's words, with all that can stand behind its noun and between dashes."""

LONGEST_SUBJECT: Final = 30
"""Tokens of a subject that was left out, at most; a guess."""


def with_lost_subject(doc: Doc, item: Finding) -> Finding:
    """*item* with all words behind its cue where it begins with a finite verb that has no subject.

    A report without "that" whose subject the parse takes for the object of the cue, or that a pair of dashes
    cuts in two ("argued the boats – all nine of them – | were safe"), loses it so. One word behind a verb
    that addresses somebody is whoever was told ("which she told me | was broken").
    """
    cue = doc.char_span(*item.cue[-1], alignment_mode="expand") if item.cue else None
    words = doc.char_span(*item.content[0], alignment_mode="contract")
    if not cue or not words or not lacks_subject(words) or is_in_relative_clause(doc, item, cue):
        return item
    between = doc[cue.end : words.start]
    if not 0 < len(between) <= LONGEST_SUBJECT or not is_whole_subject(between):
        return item
    if any(map(is_addressing, cue)) and (len(between) == 1 or not is_finite_form(words[0])):
        return item
    first = (between.start_char, item.content[0][1])
    source = () if is_said_by_nobody(cue) else item.source
    return evolve(item, content=(first, *item.content[1:]), source=source, addressee=())


def with_subject_from_source(doc: Doc, item: Finding) -> Finding:
    """*item* with what its source has behind a comma, where its content lacks a subject right behind that.

    The parse takes the subject for an apposition ("According to the clerk, | nobody | had come").
    """
    if not item.source:
        return item
    (first, last), end = item.source[-1], item.content[0][1]
    source = doc.char_span(first, last, alignment_mode="contract")
    words = doc.char_span(max(item.start, last), end, alignment_mode="contract") if last < end else None
    comma = next((word for word in reversed(source or ()) if word.text == ","), None)
    if not source or not words or comma is None or source.end != words.start or not lacks_subject(words):
        return item
    if not source.start < comma.i < source.end - 1:
        return item
    kept, content = (first, doc[comma.i - 1].idx + len(doc[comma.i - 1])), (doc[comma.i + 1].idx, end)
    return evolve(item, content=(content, *item.content[1:]), source=(*item.source[:-1], kept))


def is_in_relative_clause(doc: Doc, item: Finding, cue: Span) -> bool:
    """Whether *cue* stands in a clause whose relative pronoun is the subject ("which she said | was new")."""
    source = doc.char_span(*item.source[0], alignment_mode="expand") if item.source else cue
    before = doc[source.start - 1] if source and source.start else None
    opens = before is not None and before.lower_ in function_words_for(before).relative
    return opens or modifies_noun(cue.root)


def lacks_subject(words: Span) -> bool:
    """Whether *words* open with a finite verb, or a relative pronoun before one, without its subject."""
    relative = words[0].tag_ in labels_for(words[0]).relative_tags
    leaning = words[0].lower_ in language_of(words[0].lang_).clitics
    opening = words[1] if (relative or leaning) and len(words) > 1 else words[0]
    if not is_finite_form(opening):
        return False
    verb = opening.head if is_verb_part(opening) else opening
    found = child(verb, labels_for(verb).subjects)
    return found is None or not opening.i < found.i < words.end


def is_said_by_nobody(cue: Span) -> bool:
    """Whether *cue* is an impersonal passive ("it is alleged"), behind which nobody is named."""
    named = passive_subject(cue.root)
    return named is not None and named.lower_ in function_words_for(named).impersonal


def is_whole_subject(between: Span) -> bool:
    """Whether a noun, with what is told of it or inserted by commas, is all *between* a cue and a verb."""
    between = without_insertion(between)
    return (
        between[0].pos_ in OPENING
        and all(word.pos_ in NOMINAL and not ends_subject(word) for word in between)
        and any(word.pos_ in NAMING for word in between)
    )


def without_insertion(between: Span) -> Span:
    """*between* up to its first comma, if another one closes it ("the dean, who is new, | left")."""
    commas = [word.i for word in between if word.text == ","]
    is_pair = len(commas) > 1 and commas[-1] == between.end - 1 and commas[0] > between.start
    return between[: commas[0] - between.start] if is_pair else between


def ends_subject(word: Token) -> bool:
    """Whether a sentence, a quotation or a lead to one ends at *word*."""
    return word.is_quote or word.text in CLAUSE_ENDS or word.is_space
