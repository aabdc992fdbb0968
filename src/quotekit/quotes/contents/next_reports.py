"""The next report of a sentence: "said it leaked, | but Bo replied that …", "…, | adding that …"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.grammar import function_words_for, is_coordinating, is_finite, labels_for
from quotekit.parse.reporting import ReportingVerb, reporting_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["without_next_reports"]


def without_next_reports(
    doc: Doc, findings: Sequence[Finding], verbs: Mapping[str, ReportingVerb]
) -> Iterator[Finding]:
    """The findings, each up to the next report that the parse hangs on it, and the latter with its source.

    A clause that "but" joins and in which somebody says something is the author's, and so is what a
    participle adds, of whoever spoke before.
    """
    told = {first_of_cue(doc, item) for item in findings}
    ends = {item.cue: end for item in findings if (end := start_of_next(doc, item, verbs, told)) is not None}
    added = {ends[item.cue].i: item.source for item in findings if item.cue in ends}
    for item in findings:
        end = ends.get(item.cue)
        lent = added.get(first_of_cue(doc, item))
        kept = item if end is None else ended_at(item, doc[end.i - 2])
        yield kept if lent is None else evolve(kept, source=lent)


def first_of_cue(doc: Doc, item: Finding) -> int:
    """The index of the first word of the cue; none where there is no cue."""
    words = doc.char_span(*item.cue[0], alignment_mode="expand") if item.cue else None
    return words.start if words else -1


def ended_at(item: Finding, last: Token) -> Finding:
    """*item*, a report in one stretch, up to the token *last*."""
    return evolve(item, content=((item.start, last.idx + len(last)),))


def start_of_next(
    doc: Doc, item: Finding, verbs: Mapping[str, ReportingVerb], told: Container[int]
) -> Token | None:
    """The word behind a comma at which a further report begins in a content that stands behind its cue.

    Behind a phrase ("according to Ann") the author goes on where "but" joins the clause of one of the cues
    that are *told*, by the indices of their first words.
    """
    if not item.cue or len(item.content) != 1 or item.cue[-1][1] > item.start or item.fixed is not None:
        return None
    words = doc.char_span(*item.content[0], alignment_mode="contract")
    if not words or any(word.is_quote for word in words):
        return None
    behind = (word for word in words[2:] if word.nbor(-1).text == ",")
    own = told if is_phrase(doc, item) else frozenset[int]()
    return next((word for word in behind if opens_report(words, word, verbs, own)), None)


def is_phrase(doc: Doc, item: Finding) -> bool:
    """Whether the cue of *item* is a phrase of the lexicon."""
    words = doc.char_span(item.cue[0][0], item.cue[-1][1], alignment_mode="expand")
    return words is not None and words.text.casefold() in language_of(doc.lang_).cue_phrases


def opens_report(words: Span, word: Token, verbs: Mapping[str, ReportingVerb], told: Container[int]) -> bool:
    """Whether *word* is a reporting participle, or a "but" before a verb that does, or is *told*."""
    if is_participle(word):
        return reports_clause(words, word, verbs)
    if word.lower_ not in function_words_for(word).contrasting or not is_coordinating(word):
        return False
    rest = words.doc[word.i + 1 : words.end]
    if not rest or rest[0].lower_ in language_of(word.lang_).clause_openers:
        return False
    verb = next((one for one in rest if is_verb_of_report(one, verbs)), None)
    return verb is not None and is_finite(verb) and (verb.i in told or reports_clause(words, verb, verbs))


def is_verb_of_report(word: Token, verbs: Mapping[str, ReportingVerb]) -> bool:
    """Whether *word* is a verb of reporting."""
    return word.pos_ == "VERB" and reporting_verb(word, verbs) is not None


def is_participle(word: Token) -> bool:
    """Whether *word* is a present participle, by its tag or its morphology."""
    present = "Part" in word.morph.get("VerbForm", []) and "Pres" in word.morph.get("Tense", [])
    return word.pos_ == "VERB" and (word.tag_ in labels_for(word).gerund_tags or present)


def reports_clause(words: Span, verb: Token, verbs: Mapping[str, ReportingVerb]) -> bool:
    """Whether *verb* is one of saying with a conjunction right behind it that opens what it reports."""
    known, behind = reporting_verb(verb, verbs), verb.i + 1
    openers = language_of(verb.lang_).clause_openers
    opens = behind < words.end and openers.get(words.doc[behind].lower_) == "that"
    return opens and known is not None and known.says
