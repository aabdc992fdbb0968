"""Whether somebody described is he or she, by what they do with themselves ("the clerk folded her arms")."""

from __future__ import annotations

from quotekit.language import Language
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.scheme import SUBJECTS

__all__ = ["gender_by_gesture"]

GESTURE_TOKENS = 16
"""Tokens behind whoever acts in which their gesture stands; chosen by hand, as long as most clauses."""

PARTICLE_TAGS = frozenset({"IN", "RP"})
"""Tags of prepositions and of the particles that they are taken for."""

SAME_ACTOR = frozenset({"advcl", "conj", "pcomp", "prep", "xcomp"})
"""Relations of a verb, or of a preposition before it, to another one whose subject is its own, too."""

OF_OBJECT = frozenset({"pcomp", "prep", "xcomp"})
"""Those of them of what the object of the other verb does, where it has one."""

ACTED_ON = frozenset({"dobj", "dative"})
"""Relations of such an object to its verb."""

LONGEST_CHAIN = 4
"""Verbs that are passed on the way from a gesture to whoever acts; chosen by hand."""


def gender_by_gesture(text: Discourse, noun: int, language: Language) -> str:
    """The gender that the first gesture of whoever *noun* is tells, or ``-`` where they make none."""
    if text.deps[noun] not in SUBJECTS:
        return "-"
    for index in range(noun + 1, min(noun + GESTURE_TOKENS, len(text))):
        if text.sentences[index] != text.sentences[noun]:
            break
        pronoun = language.pronouns.get(text.lower[index])
        if pronoun is None or pronoun.gender not in {"m", "f"} or text.quoted[index]:
            continue
        verb = verb_of_gesture(text, index, language)
        return pronoun.gender if verb >= 0 and acts_in(text, verb, noun) else "-"
    return "-"


def verb_of_gesture(text: Discourse, index: int, language: Language) -> int:
    """The verb of which the pronoun at *index* can only mean who acts, or -1.

    One speaks over one's own shoulder, but may look over another's.
    """
    if text.lower[index] in language.function_words.reflexive:
        return governing_verb(text, index)
    part = text.heads[index]
    if text.deps[index] != "poss":
        return -1
    word = text.lemmas[text.heads[part]]
    verb = governing_verb(text, part)
    is_own = text.tags[text.heads[part]] not in PARTICLE_TAGS or text.lemmas[verb] in language.reporting_verbs
    is_gesture = text.lemmas[part] in language.gestures.get(word, frozenset())
    return verb if is_gesture and is_own else -1


def governing_verb(text: Discourse, index: int) -> int:
    """The verb that a noun or a pronoun is the object of, behind a preposition or not, or -1."""
    word = index
    for _ in range(LONGEST_CHAIN):
        if text.deps[word] in SUBJECTS | {"appos"} or text.heads[word] == word:
            return -1
        word = text.heads[word]
        if text.tags[word].startswith("VB"):
            return word
    return -1


def acts_in(text: Discourse, verb: int, noun: int) -> bool:
    """Whether *noun* is the subject of a verb, or of the one that this goes on without a subject.

    What somebody is asked, or blamed for, is done by them ("mocked Bo for calling himself great").
    """
    for _ in range(LONGEST_CHAIN):
        if text.heads[noun] == verb:
            return True
        own = any(text.heads[at] == verb and text.deps[at] in SUBJECTS for at in range(noun, verb))
        if own or text.deps[verb] not in SAME_ACTOR:
            return False
        if is_done_by_object(text, verb):
            return False
        verb = text.heads[verb]
    return False


def is_done_by_object(text: Discourse, verb: int) -> bool:
    """Whether another verb, on which a verb hangs, has an object in front of it that does what it says."""
    above = text.heads[verb]
    between = range(above + 1, verb)
    has_object = any(text.heads[at] == above and text.deps[at] in ACTED_ON for at in between)
    return text.deps[verb] in OF_OBJECT and has_object
