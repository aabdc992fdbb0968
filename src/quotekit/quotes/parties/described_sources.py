"""What a source is called in front of its name is the source's: "It rained, | his aunt, Ada Lund | said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import Language, language_of
from quotekit.parse.grammar import function_words_for, is_finite_form, is_verbal, labels_for, subject
from quotekit.text.punctuation import CLAUSE_ENDS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["with_calling_before_name"]

SUPERLATIVES = frozenset({"JJS", "RBS"})
"""Tags of words that tell one of several from the others ("the largest")."""

LONGEST_CALLING = 16
"""Tokens of what a source is called, and the comma before it, at most; a guess."""


def with_calling_before_name(doc: Doc, item: Finding) -> Finding:
    """*item* with what its source is called between two commas, which was read as the end of its content.

    The content goes on up to the first comma, as one that is a whole clause does.
    """
    named = doc.char_span(*item.source[0], alignment_mode="expand") if len(item.source) == 1 else None
    cue = doc.char_span(*item.cue[0], alignment_mode="expand") if len(item.cue) == 1 else None
    if named is None or cue is None or named.end != cue.start or len(item.content) != 1:
        return item
    calling = calling_in_front(named, cue)
    if calling is None or not item.start < calling.start_char < item.end <= named.start_char:
        return item
    clause = doc.char_span(item.start, doc[calling.start - 1].idx, alignment_mode="contract")
    if clause is None or not any(map(is_finite_form, clause)):
        return item
    source = (calling.start_char, item.source[0][1])
    return evolve(item, content=((item.start, clause.end_char),), source=(source,))


def calling_in_front(named: Span, cue: Span) -> Span | None:
    """What stands between the two commas in front of a name, if it tells who that is.

    By the parse it is the subject of the *cue*, or it is a person's calling behind what is no person.
    """
    doc, comma = named.doc, named.start - 1
    before = comma - 1
    while before > max(0, comma - LONGEST_CALLING) and doc[before].text not in CLAUSE_ENDS | {","}:
        before -= 1
    calling = doc[before + 1 : comma]
    joins = function_words_for(named[0]).listing
    if comma < 1 or doc[comma].text != "," or doc[before].text != "," or before < 1 or not calling:
        return None
    if any(word.lower_ in joins for word in calling):
        return None
    return calling if is_subject_told_of(calling, named, cue) or is_calling_behind_thing(calling) else None


def is_subject_told_of(calling: Span, named: Span, cue: Span) -> bool:
    """Whether the subject of the verb in *cue* is in a *calling*, and the parse tells the name of it."""
    verb = next((word for word in reversed(cue) if is_verbal(word)), None)
    noun = subject(verb) if verb is not None else None
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    return calling.start <= noun.i < calling.end and noun.is_ancestor(named.root)


def is_calling_behind_thing(calling: Span) -> bool:
    """Whether a *calling* is one person's, by a known person or body, and cannot be that of the word before.

    What somebody becomes has no such article ("She left the court, a free woman, Ann said"), nor does it say
    whose child or friend somebody was born or died as ("He was born in Tarn, the son of a baker, Ann said").
    Nor do superlatives ("He worked for the mill, the town's largest employer, Ann said").
    """
    owners = labels_for(calling[0]).possessors
    nouns = [word for word in calling if word.pos_ == "NOUN" and word.nbor().tag_ != "POS"]
    tops = [word for word in nouns if word.head not in calling]
    noun, before = (tops or calling)[-1], calling.doc[calling.start - 2]
    language = language_of(noun.lang_)
    is_known = calling[0].lower_ in language.function_words.definite
    is_known = is_known or any(word.dep_ in owners for word in calling)
    is_one = bool(tops) and noun.lower_ in language.roles
    is_child = noun.lower_ in language.relatives and noun.i < calling.end - 1
    is_most = any(word.tag_ in SUPERLATIVES for word in calling)
    return is_known and is_one and not (can_be_somebody(before, language) or is_child or is_most)


def can_be_somebody(word: Token, language: Language) -> bool:
    """Whether a *word* can stand for somebody: a pronoun, a calling or a name that no place is known by."""
    is_name = word.pos_ == "PROPN" and word.ent_type_ in {"", "PERSON"}
    return is_name or word.pos_ == "PRON" or word.ent_type_ == "PERSON" or word.lower_ in language.roles
