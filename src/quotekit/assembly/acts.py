"""Speech or thought, asserted or not: what the words of a cue tell about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from quotekit.attribution import Attribution
from quotekit.lexicon.lemmas import lemma
from quotekit.lexicon.loading import load_table, load_words
from quotekit.lexicon.reporting import ReportingVerb
from quotekit.ranges import Range
from quotekit.records import Act, Modality

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["act_of", "cue_head", "is_uttered", "modality_of"]

FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
UNSURE = frozenset({"could", "may", "might", "will", "'ll", "’ll", "should", "can", "wo", "ca"})
CONDITIONS = frozenset({"if", "unless", "whether"})


def cue_head(doc: Doc, attribution: Attribution, verbs: Mapping[str, ReportingVerb]) -> Token | None:
    """The word of the cue that carries its meaning: the last verb of reporting in it, else its last word."""
    if not attribution.cue:
        return None
    start, end = attribution.cue[0][0], attribution.cue[-1][1]
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    known = [token for token in span if lemma(token) in verbs and token.pos_ in {"VERB", "AUX"}]
    return known[-1] if known else span.root


def act_of(head: Token | None, verbs: Mapping[str, ReportingVerb], *, uttered: bool = True) -> Act:
    """Whether what a cue reports was said, or only thought.

    Args:
        head: The word that carries the cue's meaning; without one the words were said.
        verbs: The reporting verbs, which know their act.
        uttered: Whether the content looks like words that somebody uttered. What it looks like
            decides when the cue is none that the lexicon knows: "supports the ban" is a stance.
    """
    if head is None:
        return "speech"
    verb = verbs.get(lemma(head))
    if verb is not None and head.pos_ != "NOUN":
        return verb.act
    unknown: Act = "speech" if uttered or head.pos_ not in {"VERB", "AUX"} else "thought"
    return cast(Act, load_table(head.doc.lang_, "cue_nouns").get(lemma(head), unknown))


def is_uttered(doc: Doc, content: Sequence[Range]) -> bool:
    """Whether a content without quotation marks is worded as a clause, not as a mere phrase."""
    spans = (doc.char_span(start, end, alignment_mode="expand") for start, end in content)
    return any(token.tag_ in FINITE_TAGS for span in spans if span is not None for token in span)


def modality_of(head: Token | None, content: Sequence[Range] = ()) -> Modality:
    """Whether the report itself is asserted, negated ("did not say") or left open ("if she says").

    Args:
        head: The word that carries the cue's meaning.
        content: What was said; a "never" in it negates no report, wherever the parse hangs it.
    """
    if head is None or head.pos_ not in {"VERB", "AUX"}:
        return "asserted"
    above = head.head if head.dep_ in {"xcomp", "pcomp"} else None
    if above is not None and lemma(above) in load_words(head.doc.lang_, "negating_verbs"):
        return "negated"
    governors = [head, *([above] if above is not None else [])]
    negations = [
        word for verb in governors for word in verb.children if word.dep_ == "neg" or word.lower_ == "never"
    ]
    if any(not any(start <= word.idx < end for start, end in content) for word in negations):
        return "negated"
    if any(is_open(verb) for verb in governors):
        return "hypothetical"
    return "asserted"


def is_open(verb: Token) -> bool:
    """Whether *verb* stands under a condition, a modal verb or in a question."""
    words = {word.lower_ for word in verb.children if word.dep_ in {"aux", "mark"}}
    if words & UNSURE or words & CONDITIONS:
        return True
    questioned = verb.sent[-1].text == "?" and verb.dep_ == "ROOT"
    return questioned and any(word.dep_ == "aux" and word.i < verb.i for word in verb.children)
