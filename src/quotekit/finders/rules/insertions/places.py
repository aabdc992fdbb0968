"""Where a subject and its verb of reporting stand between two pauses, with what tells when and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from quotekit.language import language_of
from quotekit.parse.grammar import (
    NAMING,
    Words,
    child,
    function_words_for,
    is_coordinating,
    is_finite,
    is_finite_form,
    is_passive,
    is_verb_part,
    is_verbal,
    labels_for,
)
from quotekit.parse.lemmas import lemma
from quotekit.text.punctuation import CLAUSE_ENDS, DASHES, MARKS, PAUSES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "CLAUSAL",
    "Insertion",
    "insertion",
    "is_circumstance",
    "is_extended",
    "is_relative_tag",
    "tells_when",
]

EDGES: Final = CLAUSE_ENDS | PAUSES | MARKS
"""What neither the subject of an insertion nor the words behind its verb reach across."""
CLAUSAL: Final = frozenset({"VERB", "AUX", "SCONJ"})
"""The tags of words that a further clause is made with."""

SOURCE: Final = 16
"""Tokens of a source, at most."""

TAIL: Final = 10
"""Tokens behind the verb that tell where, when or to whom it was said, at most."""

BRACKETED: Final = 20
"""Tokens in brackets behind them, which the author adds, at most; a guess."""


BEHIND_PAUSE: Final = 3
"""Tokens behind an insertion among which the verb stands that goes on with the clause, adverbs before it."""


@frozen
class Insertion:
    """A subject and its verb of reporting between two pauses.

    Attributes:
        first: The token behind the first pause.
        source: The subject's tokens.
        last: The token of the second pause, or of what ends the sentence.
    """

    first: int
    source: Words
    last: int


def insertion(verb: Token) -> Insertion | None:
    """Where *verb* is set in with a subject before it, if it is."""
    doc, start, words = verb.doc, governing(verb).i, function_words_for(verb)
    if not is_finite(doc[start]) or is_passive(verb):
        return None
    while start and (is_verb_part(doc[start - 1]) or doc[start - 1].pos_ in {"ADV", "AUX"}):
        start -= 1
    last = tail_end(verb)
    end = start if last is None else before_apposition(doc, start, last)
    first = source_before(doc, end)
    if first is None or last is None or not are_one_pair(doc[first - 1], doc[last]):
        return None
    if end < start:
        return Insertion(first, (first, start - 1), last)
    if tells_of_claim(verb, first) or tells_time_by_clause(verb, first):
        return None
    pointing = words.reporting_conjunction | words.reporting_adverb
    behind = first + is_coordinating(doc[first])
    opened = doc[behind].lower_ in pointing and behind + 1 < start
    if doc[first].pos_ == "SCONJ" and not opened:
        return None
    return Insertion(first, (behind + 1 if opened else first, start), last)


def tells_of_claim(verb: Token, first: int) -> bool:
    """Whether *verb*, with a subject of its own, tells of a noun in front ("…, a claim Bo denied")."""
    labels, noun = labels_for(verb), verb.head
    if verb.dep_ not in labels.modifying or not first <= noun.i < verb.i:
        return False
    doer = child(verb, labels.nominal_subjects)
    return doer is not None and noun.i < doer.i


def tells_time_by_clause(verb: Token, first: int) -> bool:
    """Whether a conjunction inside what stands before *verb* opens its clause ("a day | after it began")."""
    opening = child(verb, labels_for(verb).complementisers)
    return opening is not None and first < opening.i < verb.i


def is_extended(doc: Doc, place: Insertion) -> bool:
    """Whether an insertion ends in more than its verb and whoever says it ("said on Monday")."""
    last = place.last - 1
    return not is_verbal(doc[last]) and not place.source[0] <= last < place.source[1]


def tells_when(doc: Doc, verb: Token, content: Sequence[Words]) -> bool:
    """Whether all of *content* tells when or why its *verb* is done ("When Bo fell, Ode laughed")."""
    if len(content) > 1:
        return False
    first, last = content[0]
    clause = child(verb, labels_for(verb).adverbial_clauses)
    if clause is None or clause.left_edge.i > first or clause.right_edge.i < last - 1:
        return False
    return doc[first].pos_ == "SCONJ"


def is_circumstance(doc: Doc, words: Words, place: Insertion) -> bool:
    """Whether *words* before an insertion tell how it was said ("Speaking in Oslo, Bo told us on Monday, …").

    Others are more often the beginning of what is reported ("Walking home, Bo told us on Monday, he saw a
    fox"), and so are all where a verb without a subject goes on, or where the cue stands before the pause.
    """
    first = doc[words[0]]
    verb = language_of(first.lang_).reporting_verbs.get(lemma(first))
    speaks = verb is not None and verb.act == "speech"
    does = first.tag_ in labels_for(first).gerund_tags and not any(map(is_finite_form, doc[slice(*words)]))
    behind = min(place.last + 1, len(doc) - 1)
    return speaks and does and doc[place.last - 1].pos_ not in CLAUSAL and not is_finite_form(doc[behind])


def before_apposition(doc: Doc, start: int, last: int) -> int:
    """The comma before what a pair of commas adds to a source that ends at *start*, or *start* itself.

    It is told by a finite verb behind the token *last*, whose subject stands before the source ("The tower,
    Bakker, a mason, said, leaks").
    """
    behind = next((word for word in doc[last + 1 : last + 1 + BEHIND_PAUSE] if word.pos_ != "ADV"), None)
    if doc[start - 1].text != "," or behind is None or not is_finite_form(behind):
        return start
    first = start - 1
    while first > max(0, start - SOURCE) and doc[first - 1].text not in EDGES:
        first -= 1
    words = doc[first : start - 1]
    plain = not any(word.pos_ in CLAUSAL for word in words) or is_relative_tag(doc[first])
    return first - 1 if len(words) and plain and doc[first - 1].text == "," else start


def are_one_pair(opening: Token, closing: Token) -> bool:
    """Whether two commas or two dashes stand around an insertion, or the sentence ends behind it."""
    dashed = closing.text in DASHES
    return closing.text in CLAUSE_ENDS or dashed == (opening.text in DASHES)


def governing(verb: Token) -> Token:
    """The verb before *verb* that says it is often done ("used to say", "liked to tell"), or *verb*."""
    doc, words = verb.doc, function_words_for(verb)
    if verb.i < 2 or doc[verb.i - 1].lower_ not in words.infinitive:
        return verb
    above = doc[verb.i - 2]
    return above if above.pos_ == "VERB" and lemma(above) in words.habitual else verb


def source_before(doc: Doc, end: int) -> int | None:
    """The token at which the noun phrase before *end* begins, right behind a pause."""
    first = end
    while first > max(0, end - SOURCE) and doc[first - 1].text not in EDGES:
        first -= 1
        if doc[first].is_space or doc[first].pos_ in CLAUSAL - {"SCONJ"}:
            return None
    words = doc[first:end]
    if first < 2 or doc[first - 1].text not in PAUSES or any(map(is_relative_tag, words)):
        return None
    if not any(word.pos_ in NAMING for word in words):
        return None
    pointing = words[-1].i > first and words[1].lower_ in function_words_for(words[0]).reporting_adverb
    opening = words[1] if is_coordinating(words[0]) and pointing else words[0]
    return first if opening.pos_ not in {"ADP", "CCONJ", "PART"} else None


def tail_end(verb: Token) -> int | None:
    """The pause or the end behind *verb* and what tells where, when or to whom it was said."""
    doc, last = verb.doc, verb.i + 1
    while last < len(doc) and last - verb.i <= TAIL and doc[last].text not in EDGES:
        behind = behind_brackets(doc, last)
        if behind == last and (doc[last].is_space or doc[last].pos_ in CLAUSAL | {"CCONJ"}):
            return None
        last = max(last + 1, behind)
    if last == len(doc) or doc[last].text not in PAUSES | CLAUSE_ENDS or not is_tail(verb, last):
        return None
    return last


def behind_brackets(doc: Doc, index: int) -> int:
    """The token behind what stands in brackets from *index* on, or *index* itself where none open."""
    if doc[index].text != "(":
        return index
    inside = range(index, min(len(doc) - 1, index + BRACKETED))
    return next((i + 1 for i in inside if doc[i].text == ")"), index)


def is_tail(verb: Token, last: int) -> bool:
    """Whether the words from *verb* to the token *last* are no object of it, unless it is spoken to."""
    word = verb.doc[verb.i + 1]
    if (
        word.i == last
        or word.pos_ in {"ADV", "ADP"}
        or (word.pos_ == "ADJ" and word.i + 1 == last)
        or word.dep_ in labels_for(word).particles
    ):
        return True
    return word.ent_type_ in {"DATE", "TIME"} or lemma(verb) in language_of(word.lang_).addressing_verbs


def is_relative_tag(word: Token) -> bool:
    """Whether *word* has the tag of a relative pronoun, "whose" among them."""
    labels = labels_for(word)
    return word.tag_ in labels.relative_tags | labels.relative_possessive_tags
