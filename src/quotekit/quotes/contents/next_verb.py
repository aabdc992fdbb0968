"""The author's verb behind a report: "said the road was safe | and left", "the claim that it leaks | is"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.grammar import (
    child,
    is_finite,
    is_finite_form,
    is_passive,
    is_verb_part,
    is_verbal,
    labels_for,
)
from quotekit.parse.lemmas import lemma
from quotekit.parse.things import is_thing
from quotekit.text.ranges import clipped

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["without_loose_auxiliary", "without_next_verb", "without_verb_of_noun"]

FEWEST: Final = 3
"""Words from which on a content can end in an auxiliary too many; a guess."""


def without_next_verb(doc: Doc, item: Finding) -> Finding:
    """*item* without a last verb that tells what its source did next.

    The parse joins it to the cue ("called it “a scandal” and left"), or it is something that somebody does,
    behind a report of a thing, which does not ("said the road was safe and left").
    """
    start, end = item.content[-1]
    if not item.cue or item.cue[-1][1] > start:
        return item
    cue, words = doc.char_span(*item.cue[-1], alignment_mode="expand"), doc.char_span(start, end)
    if cue is None or words is None or not any(map(is_finite_form, cue)):
        return item
    of_thing = is_about_thing(words)
    joints = (word for word in words[1:] if word.pos_ == "CCONJ" and word.i + 1 < words.end)
    joint = next(
        (word for word in joints if is_verb_of_source(word, cue) or (of_thing and is_next_deed(word))), None
    )
    if joint is None:
        return item
    before = doc[joint.i - 1]
    return evolve(item, content=(*item.content[:-1], (start, before.idx + len(before))))


def without_loose_auxiliary(doc: Doc, item: Finding) -> Finding:
    """*item* without an auxiliary at its end whose verb stands behind it.

    So it is in "Ann's claim that it leaked | was denied", of which the network reads a word too many.
    """
    last = doc.char_span(*item.content[-1], alignment_mode="contract")
    if not last or len(last) < FEWEST:
        return item
    word, labels = last[-1], labels_for(last[-1])
    if word.dep_ not in labels.auxiliaries | labels.passive_auxiliaries or word.head.i < last.end:
        return item
    before = last[-2]
    return evolve(item, content=(*item.content[:-1], (item.content[-1][0], before.idx + len(before))))


def without_verb_of_noun(doc: Doc, item: Finding) -> Finding:
    """*item* up to the verb whose subject is its cue, a noun ("Ann's claim that it leaked | is old").

    A noun of speech and the clause that spells it out are one phrase; its verb is the author's.
    """
    cue = doc.char_span(*item.cue[-1], alignment_mode="expand") if item.cue else None
    verb = verb_of_noun(cue.root) if cue is not None else None
    if verb is None or cue is None or item.start < item.cue[-1][1]:
        return item
    before = doc[start_of_verb(verb, cue.root) - 1]
    end = before.idx + len(before)
    kept = doc.char_span(item.start, end, alignment_mode="contract") if item.start < end < item.end else None
    if kept is None or not any(map(is_finite_form, kept)):
        return item
    return evolve(item, content=tuple(clipped(item.content, item.start, end)))


def verb_of_noun(noun: Token) -> Token | None:
    """The verb behind *noun* that the noun, or the first of those it is joined to, is the subject of."""
    labels = labels_for(noun)
    while noun.dep_ in labels.conjuncts and noun.head.pos_ == "NOUN":
        noun = noun.head
    is_subject = noun.pos_ == "NOUN" and noun.dep_ in labels.nominal_subjects
    return noun.head if is_subject and is_verbal(noun.head) and noun.head.i > noun.i else None


def start_of_verb(verb: Token, noun: Token) -> int:
    """Where the group of *verb* begins behind *noun*: its auxiliaries, its negation and its adverbs."""
    labels = labels_for(verb)
    loose = labels.adverbs | labels.negations
    group = (word.i for word in verb.lefts if is_verb_part(word) or word.dep_ in loose)
    return min((place for place in group if place > noun.right_edge.i), default=verb.i)


def is_verb_of_source(joint: Token, cue: Span) -> bool:
    """Whether "and" leads to what whoever the *cue* is said of does next, in the same tense.

    The parse joins such a verb to the cue, a modal's or an infinitive, or it reports behind a closing mark.
    Counted once in PolNeAR's annotation and in data/written, it is the author's 124 times of 132, and 5 of 5.
    """
    verb, known = verb_behind(joint), language_of(joint.lang_)
    if is_in_tense_of_cue(joint, cue):
        return True
    if verb.dep_ not in known.labels.conjuncts or child(verb, known.labels.subjects) is not None:
        return False
    if joint.lower_ not in known.function_words.connector or not is_finite_form(verb):
        return False
    if cue.start <= verb.head.i < cue.end:
        return bool(verb.tag_ == verb.head.tag_)
    if cannot_follow_modal(verb) or cannot_follow_infinitive(verb, cue):
        return any(verb.tag_ == word.tag_ for word in cue)
    behind_mark = joint.doc[joint.i - 1].is_quote and lemma(verb) in known.reporting_verbs
    return behind_mark and any(verb.tag_ == word.tag_ for word in cue)


def is_in_tense_of_cue(joint: Token, cue: Span) -> bool:
    """Whether the verb behind *joint* is compound as the *cue* is, and what it is joined to in another tense.

    So the author goes on ("a dit que tout fuyait | et a quitté la salle"; "has said it was | and has left").
    """
    auxiliary = joint.doc[joint.i + 1]
    verb = auxiliary.head
    own, reported = tense_of_auxiliary(verb), verb.head
    if not is_verb_part(auxiliary) or not own or is_passive(verb):
        return False
    if child(verb, labels_for(verb).subjects) is not None:
        return False
    forms = (reported, *filter(is_verb_part, reported.children))
    others = {tense for word in filter(is_finite_form, forms) for tense in word.morph.get("Tense", [])}
    joined = verb.dep_ in labels_for(verb).conjuncts and joint.i > reported.i >= cue.end
    return joined and own == tense_of_auxiliary(cue.root) and bool(others) and own not in others


def tense_of_auxiliary(verb: Token) -> str:
    """The tense of the finite auxiliary of *verb*; nothing where it has none."""
    words = (word for word in verb.children if is_verb_part(word) and is_finite_form(word))
    return next((tense for word in words for tense in word.morph.get("Tense", [])), "")


def verb_behind(joint: Token) -> Token:
    """The first word behind a conjunction that is no adverb ("and then never | spoke")."""
    loose = labels_for(joint).adverbs | labels_for(joint).negations
    behind = joint.doc[joint.i + 1 : joint.sent.end]
    return next((word for word in behind if word.dep_ not in loose), joint.doc[joint.i + 1])


def cannot_follow_infinitive(verb: Token, cue: Span) -> bool:
    """Whether the parse joins a finite *verb* to what the *cue* orders ("told her to rest | and left")."""
    labels, governed = labels_for(verb), verb.head
    while governed.dep_ in labels.conjuncts:
        governed = governed.head
    ordered = governed.dep_ in labels.open_complements and cue.start <= governed.head.i < cue.end
    return ordered and not is_finite(governed) and verb.lower_ != lemma(verb)


def cannot_follow_modal(verb: Token) -> bool:
    """Whether the parse joins a finite *verb* to one that a modal governs ("would hold | and drove off").

    Counted once in PolNeAR's annotation and in ours, it is the author's 10 times of 12. A form that the bare
    verb has too ("would raise and cut"), and behind a comma all but an auxiliary, tell nothing.
    """
    labels, governed = labels_for(verb), verb.head
    behind_comma = verb.i > 1 and verb.doc[verb.i - 2].text == ","
    if verb.lower_ == lemma(verb) or (behind_comma and verb.pos_ != "AUX"):
        return False
    modals = (word.tag_ in labels.modal_tags for word in governed.children)
    return governed.tag_ in labels.bare_tags and any(modals)


def is_next_deed(joint: Token) -> bool:
    """Whether a conjunction joins a verb of what somebody does next to what was reported."""
    return joint.doc[joint.i + 1].lower_ in language_of(joint.lang_).parting_verbs


def is_about_thing(words: Span) -> bool:
    """Whether the first subject of a report is a thing: no pronoun, no name and nobody who could act."""
    labels = labels_for(words[0])
    subject = next((word for word in words if word.dep_ in labels.nominal_subjects), None)
    return subject is not None and is_thing(subject)
