"""How and where something was said is no part of who said it: “…,” said the man | with dignity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.grammar import function_words_for, possessor
from quotekit.parse.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

__all__ = ["source_before_manner"]


def source_before_manner(doc: Doc, item: Finding) -> Finding:
    """*item* with its source, behind its cue, up to what tells how or where the speaker spoke."""
    if len(item.source) != 1 or not item.cue or item.source[0][0] < item.cue[-1][1]:
        return item
    words = doc.char_span(*item.source[0], alignment_mode="expand")
    if words is None:
        return item
    told = (i for i in range(1, len(words)) if hangs_loose(words, i))
    at = next(
        (i for i in told if tells_how(words, i) or tells_where(words, i) or stands_by_verb(words, i)), None
    )
    if at is None:
        return item
    return evolve(item, source=((item.source[0][0], words[at - 1].idx + len(words[at - 1])),))


def hangs_loose(words: Span, at: int) -> bool:
    """Whether the word at *at* belongs to the head of *words*, or to none of them."""
    above = words[at].head.i
    return above == words.root.i or not words.start <= above < words.end


def tells_how(words: Span, at: int) -> bool:
    """Whether the preposition at *at* and a noun of manner end *words* ("with a sigh", "in her own way").

    What an article makes known tells who somebody is ("the man with the low voice").
    """
    little, known = function_words_for(words[at]), language_of(words[at].lang_)
    phrase = words[at + 1 :]
    if words[at].lower_ not in little.manner or not phrase or lemma(phrase[-1]) not in known.manner_nouns:
        return False
    return little.definite.isdisjoint(word.lower_ for word in phrase)


def tells_where(words: Span, at: int) -> bool:
    """Whether a preposition and a pronoun end *words*, which are known without ("her husband behind her")."""
    known = words[0].pos_ == "PROPN" or possessor(words.root) is not None
    return known and [word.pos_ for word in words[at:]] == ["ADP", "PRON"]


def stands_by_verb(words: Span, at: int) -> bool:
    """Whether the preposition at *at* is before a place and the parse hangs it on the verb, behind a name."""
    little = function_words_for(words[at])
    local = words[at].lower_ in little.place - little.origin
    return local and words[at - 1].pos_ == "PROPN" and not words.start <= words[at].head.i < words.end


"""What tells that a source ended before it."""
