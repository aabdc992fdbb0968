"""When something was said is no part of it: “Lund said Monday | the mill would close”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.parse.grammar import NAMING, function_words_for, is_finite_form, is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["without_time_of_report"]

OPENING = NAMING | {"ADJ", "DET", "NUM"}
"""Parts of speech of the first word of a subject."""

BARE = frozenset({"NN", "NNS"})
"""Tags of a common noun, which opens the subject where nothing determines it."""

TIMES = frozenset({"DATE", "TIME"})
"""Labels of what says when, which is no name."""

LONGEST_TIME = 4
"""Words of such a time at most ("earlier this week"); chosen by hand."""


def without_time_of_report(doc: Doc, item: Finding) -> Finding:
    """*item* with what stands behind the time that its cue, a verb, is followed by at once.

    Newspapers put it there where no "that" parts the two. A time that its own clause tells of is left
    ("said today was too early").
    """
    words = doc.char_span(*item.content[0], alignment_mode="contract")
    cue = doc.char_span(*item.cue[-1], alignment_mode="expand") if item.cue else None
    if not words or cue is None or cue.end != words.start or not is_verbal(cue[-1]):
        return item
    first = time_length(words)
    if not first or is_one_phrase(words[first - 1], words[first:]) or not is_clause(words[first:]):
        return item
    return evolve(item, content=((words[first].idx, item.content[0][1]), *item.content[1:]))


def time_length(words: Span) -> int:
    """How many words of a time open some words ("late Tuesday night")."""
    little, length = function_words_for(words[0]), 0
    for word in words[:LONGEST_TIME]:
        is_part = length > 0 and word.lower_ in little.stretch
        if not is_part and word.lower_ not in little.moment | little.nearness:
            break
        length += 1
    while length and words[length - 1].lower_ in little.nearness:
        length -= 1
    return length


def is_one_phrase(time: Token, behind: Span) -> bool:
    """Whether the last word of a time belongs to the words *behind* it, as far as these tell.

    A bare noun is one phrase with a day in front ("Sunday trading", "Friday prayers"), and so is what
    "earlier" compares ("earlier studies"). A day can be a first name ("Sunday Oliseh").
    """
    if not behind:
        return False
    named = time.pos_ == behind[0].pos_ == "PROPN" and time.ent_type_ not in TIMES
    joined = behind[0].tag_ in BARE and time.pos_ != "ADV"
    return named or joined or time.pos_ == "ADJ"


def is_clause(words: Span) -> bool:
    """Whether words open with the subject of a clause, so that the time before them is none."""
    if not words or words[0].pos_ not in OPENING or is_finite_form(words[0]):
        return False
    return any(map(is_finite_form, words[1:]))
