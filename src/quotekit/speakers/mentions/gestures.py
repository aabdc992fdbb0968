"""Whether somebody described is he or she, by what they do with themselves ("the clerk folded her arms")."""

from __future__ import annotations

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.scheme import PROPER_NOUNS, SUBJECTS

__all__ = ["gender_by_gesture"]

GESTURE_TOKENS = 16
"""Tokens behind whoever acts in which their gesture stands; chosen by hand, as long as most clauses."""

PARTICLE_TAGS = frozenset({"IN", "RP"})
"""Tags of prepositions and of the particles that they are taken for."""

SAME_ACTOR = frozenset({"advcl", "conj", "pcomp", "prep", "xcomp"})
"""Relations of a verb, or of a preposition before it, to another one whose subject is its own, too."""

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
        is_own = verb >= 0 and acts_in(text, verb, noun) and not is_of_nearer(text, noun, index, language)
        return pronoun.gender if is_own else "-"
    return "-"


def is_of_nearer(text: Discourse, noun: int, index: int, language: Language) -> bool:
    """Whether somebody else stands before the pronoun at *index*, and neither a comma nor an "and" between.

    They do what they are asked, seen or blamed for ("told Ada to help herself", "mocked Bo for calling
    himself great").
    """
    start = max((at for at in range(noun, index) if text.tags[at] in {",", "CC"}), default=noun)
    return any(is_person_word(text, at, language) for at in range(start + 1, index))


def is_person_word(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word is a name, or says what a person is."""
    return text.tags[index] in PROPER_NOUNS or text.lemmas[index] in language.roles


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
    """Whether *noun* is the subject of a verb, or of the one that this goes on without a subject."""
    for _ in range(LONGEST_CHAIN):
        if text.heads[noun] == verb:
            return True
        own = any(text.heads[at] == verb and text.deps[at] in SUBJECTS for at in range(noun, verb))
        if own or text.deps[verb] not in SAME_ACTOR:
            return False
        verb = text.heads[verb]
    return False
