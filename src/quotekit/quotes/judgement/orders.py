"""Words that somebody is only told, or left free, to say: orders, advice and rules for whoever reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotekit.language import language_of
from quotekit.parse.dependents import dependents
from quotekit.parse.grammar import child, function_words_for, is_bare_participle, labels_for

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_present", "is_up_to_reader"]


def is_up_to_reader(head: Token | None) -> bool:
    """Whether *head* tells what its reader, or anyone, is to say, and nothing that was said.

    It is an order, or hangs on one ("try saying", "when he asks, nod"), has "you" and a modal verb, or has
    whoever does it for a subject.
    """
    if head is None:
        return False
    return is_told_to_reader(head) or hangs_on_advice(head) or is_of_anyone(head)


def is_told_to_reader(verb: Token) -> bool:
    """Whether *verb* is an order to the reader, or what the reader may or should do."""
    return is_order(verb) or is_modal_of_reader(verb)


def is_order(verb: Token) -> bool:
    """Whether *verb* is an imperative: a bare form at the head of its sentence, with nobody who does it."""
    labels = labels_for(verb)
    if verb.tag_ not in labels.bare_tags or verb.dep_ not in labels.roots:
        return False
    if child(verb, labels.subjects) is not None or may_be_past(verb):
        return False
    return all(word.tag_ not in labels.modal_tags for word in auxiliaries_of(verb))


def may_be_past(verb: Token) -> bool:
    """Whether *verb*, right behind a quotation, is one whose past is written alike (“…,” read the sign)."""
    is_behind = verb.i > 0 and verb.nbor(-1).is_quote
    return is_behind and verb.lower_ in function_words_for(verb).unchanging


def is_modal_of_reader(verb: Token) -> bool:
    """Whether *verb* stands under a modal verb that has "you" for its subject ("you may tell him")."""
    labels, known = labels_for(verb), language_of(verb.lang_).pronouns
    doer = child(verb, labels.nominal_subjects)
    if doer is None or doer.lower_ not in known or known[doer.lower_].kind != "second":
        return False
    modalities = language_of(verb.lang_).modalities
    return any(modalities.get(word.lower_) == "modal" for word in auxiliaries_of(verb))


def auxiliaries_of(verb: Token) -> list[Token]:
    """The auxiliaries of *verb*."""
    labels = labels_for(verb)
    return [word for word in dependents(verb) if word.dep_ in labels.auxiliaries]


def hangs_on_advice(head: Token) -> bool:
    """Whether *head* is what an order is about ("let us say"), or the case that advice is given for."""
    labels, above = labels_for(head), head.head
    if head.dep_ in labels.open_complements | labels.clausal_complements:
        return is_order(above) and head.tag_ in labels.bare_tags | labels.gerund_tags
    return head.dep_ in labels.adverbial_clauses and is_told_to_reader(above) and is_case(head)


def is_case(head: Token) -> bool:
    """Whether *head* tells of what may come: behind "if" or "when", not behind "because" or "although"."""
    modalities, asking = language_of(head.lang_).modalities, labels_for(head).question_tags
    opening = [word for word in dependents(head) if word.i < head.i]
    ties = any(modalities.get(word.lower_) == "condition" or word.tag_ in asking for word in opening)
    return ties and (is_present(head) or is_bare_participle(head))


def is_of_anyone(head: Token) -> bool:
    """Whether *head* is of the present and its subject is whoever does it ("whoever says “check”")."""
    subject = child(head, labels_for(head).subjects)
    modalities = language_of(head.lang_).modalities
    return subject is not None and is_present(head) and modalities.get(subject.lower_) == "anyone"


def is_present(head: Token | None) -> bool:
    """Whether *head* itself is a verb of the present tense ("if she says", not "if she said")."""
    return (
        head is not None and "Pres" in head.morph.get("Tense", []) and "Fin" in head.morph.get("VerbForm", [])
    )
