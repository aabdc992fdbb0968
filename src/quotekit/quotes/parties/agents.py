"""Whoever does what a passive cue tells, behind the report ("accused of “waste” | by Ode") or at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.parse.grammar import NAMING, function_words_for, is_passive, labels_for, phrase, ranges
from quotekit.parse.lemmas import lemma
from quotekit.parse.things import is_thing
from quotekit.text.ranges import any_overlap

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["with_agent_of_passive"]

CLAUSAL: Final = frozenset({"VERB", "AUX", "ADJ", "ADV"})
"""Parts of speech of words that make no "by" behind them their own, as a noun does ("a song by Ode")."""

ACTORS: Final = frozenset({"", "PERSON", "ORG", "NORP"})
"""What the pipeline takes a name for that somebody who acts may bear; a day or a number is none."""


def with_agent_of_passive(doc: Doc, item: Finding) -> Finding:
    """*item* with whoever did it for the source of a passive cue that has none.

    Parsers hang such a phrase on a word of the report, and the network reads it, or its first word, as the
    report's end.
    """
    cue = doc.char_span(*item.cue[-1], alignment_mode="expand") if item.cue else None
    words = doc.char_span(*item.content[-1], alignment_mode="expand")
    if not cue or not words or words.start < cue.end or not any(map(is_passive, cue)):
        return item
    opening = words[-1] if is_agency(words[-1]) else agency_behind(words) or agency_within(words)
    doer = doer_behind(opening) if opening is not None else None
    if opening is None or doer is None or (item.source and opening.i != words.end - 1):
        return item
    end = min(item.end, doc[opening.i - 1].idx + len(doc[opening.i - 1]))
    content = (*item.content[:-1], (item.content[-1][0], end))
    told = evolve(item, content=content, source=item.source or ranges(doc, [phrase(doer)]))
    return item if any_overlap(told.source, (*told.content, *told.cue)) else told


def agency_behind(words: Span) -> Token | None:
    """The "by" right behind *words*, if it is there."""
    return (
        words.doc[words.end] if words.end < len(words.doc) - 1 and is_agency(words.doc[words.end]) else None
    )


def agency_within(words: Span) -> Token | None:
    """The "by" of the last phrase in *words*, if a verb, an adverb or a quotation mark stands before it.

    What is done by somebody within the report is their own deed ("told that it was shut by police"), and some
    verbs have a "by" of their own ("urged to stand by their team").
    """
    opening = next((word for word in reversed(words[1:-1]) if is_agency(word)), None)
    doer = doer_behind(opening) if opening is not None else None
    if opening is None or doer is None or phrase(doer)[1] < words.end:
        return None
    before = opening.nbor(-1)
    if lemma(before) in function_words_for(before).loyal:
        return None
    passive = any(is_passive(word) for word in words if word.i < opening.i)
    return opening if before.is_quote or (before.pos_ in CLAUSAL and not passive) else None


def is_agency(word: Token) -> bool:
    """Whether *word* is a "by"."""
    return word.lower_ in function_words_for(word).agency


def doer_behind(opening: Token) -> Token | None:
    """Whoever stands behind the "by" at *opening*, if it is somebody who could act, and no day or number.

    Where more words in marks follow, it is only one of several ("as “brave” by some and “mad” by others").
    """
    labels = labels_for(opening)
    below = (word for word in opening.children if word.dep_ in labels.prepositional_objects)
    named = next((word for word in below if word.pos_ in NAMING), None)
    if named is None or is_thing(named) or named.ent_type_ not in ACTORS:
        return None
    return None if any(word.is_quote for word in named.doc[slice(*phrase(named))]) else named
