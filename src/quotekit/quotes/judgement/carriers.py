"""What carries a report: the verb, the adjective or the noun whose infinitive or gerund its verb is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotekit.language import language_of
from quotekit.parse.dependents import dependents
from quotekit.parse.grammar import child, function_words_for, labels_for
from quotekit.parse.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["carrier_of", "is_insisted", "is_kept_from", "is_negating"]


def carrier_of(head: Token) -> Token | None:
    """The word whose infinitive or gerund *head* is ("declined to say", "refrained from saying").

    What stands behind most prepositions was done beside that, or before it ("refused it | after saying").
    """
    labels = labels_for(head)
    if head.dep_ in labels.open_complements:
        return head.head
    if head.dep_ not in labels.prepositional_clauses:
        return None
    governs = head.head.lower_ in function_words_for(head).governing
    return head.head.head if governs and head.head.dep_ in labels.prepositions else head.head


def is_kept_from(head: Token) -> bool:
    """Whether the carrier of *head* tells that it was not done: "has yet to say", "denies having said"."""
    carrier = carrier_of(head)
    if carrier is None or is_undenied(head, carrier):
        return False
    if is_pending(head) or is_negating(carrier) or is_left_undone(head):
        return True
    known, labels = language_of(head.lang_), labels_for(head)
    behind = head.dep_ in labels.prepositional_clauses and lemma(carrier) in known.negating_verbs
    own = head.head.i == carrier.i
    gerund = any(word.tag_ in labels.gerund_tags for word in (head, *dependents(head)) if word.i <= head.i)
    return behind or (own and gerund and lemma(carrier) in known.function_words.denying)


def is_insisted(head: Token) -> bool:
    """Whether a denial makes a report: "did not hesitate to say", "wasted no time in saying"."""
    carrier = carrier_of(head)
    return is_limited(head) or (carrier is not None and is_undenied(head, carrier))


def is_limited(head: Token) -> bool:
    """Whether "only" tells that *head* was done and no more than that, though behind a modal verb.

    What somebody "will", "may" or "should" only say is still open.
    """
    beside, words = dependents(head), function_words_for(head)
    modal = any(word.lower_ in words.limited for word in beside)
    return modal and any(word.lower_ in words.limiting for word in beside)


def is_undenied(head: Token, carrier: Token) -> bool:
    """Whether a negation hangs on what keeps from *head*, or stands right before it ("wasted no time in")."""
    known = language_of(head.lang_)
    keeps = list(words_that_keep_from(head, carrier))
    if not keeps:
        return False
    above = carrier.head if carrier.pos_ == "ADJ" else carrier
    words = [word for word in head.doc[carrier.i : head.i] if word.head.i != head.i]
    beside = [word for word in (*words, *dependents(carrier), *dependents(above)) if word not in keeps]
    denying = (word for word in beside if word.lower_ in known.negations and word.i < head.i)
    return any(not is_speaker_of(word, carrier) for word in denying)


def words_that_keep_from(head: Token, carrier: Token) -> Iterator[Token]:
    """The words from *carrier* to *head* that tell that it was not done, if nothing denies them.

    Some do so before gerunds alone ("could not help saying", and not "did not help to say").
    """
    known = language_of(head.lang_)
    infinitive = any(word.lower_ in known.function_words.infinitive for word in dependents(head))
    keeping = known.negating_verbs | (frozenset() if infinitive else known.function_words.restraining)
    words = (word for word in head.doc[carrier.i : head.i] if word.head.i != head.i)
    return (word for word in words if lemma(word) in keeping)


def is_speaker_of(word: Token, carrier: Token) -> bool:
    """Whether *word* names whoever does what *carrier* carries ("Nobody hesitated to say")."""
    labels = labels_for(word)
    return word.dep_ in labels.nominal_subjects and child(carrier, labels.direct_objects) is None


def is_negating(verb: Token) -> bool:
    """Whether *verb* tells that what the infinitive or the gerund below it says was not done.

    Of some only a gerund was not ("stopped saying", and not "stopped to say").
    """
    known = language_of(verb.lang_)
    below = child(verb, known.labels.open_complements)
    halts = lemma(verb) in known.function_words.halting
    denies = below is not None and not (halts and below.tag_ not in known.labels.gerund_tags)
    return denies and lemma(verb) in known.negating_verbs


def is_left_undone(head: Token) -> bool:
    """Whether *head* stands behind a preposition that denies it ("left without saying") and is not denied."""
    governed = head.dep_ in labels_for(head).prepositional_clauses and head.i == head.head.i + 1
    denied = any(word.dep_ in labels_for(word).negations for word in dependents(head.head.head))
    return governed and not denied and head.head.lower_ in language_of(head.lang_).negations


def is_pending(head: Token) -> bool:
    """Whether "yet" stands before the infinitive of *head*."""
    words = function_words_for(head)
    return head.i > 1 and head.nbor(-1).lower_ in words.infinitive and head.nbor(-2).lower_ in words.pending
