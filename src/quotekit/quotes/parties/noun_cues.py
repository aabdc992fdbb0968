"""A noun that only tells where a verb reported is no cue: "wrote in her ruling that …"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.parse.grammar import (
    function_words_for,
    is_finite,
    is_passive,
    labels_for,
    phrase,
    possessor,
    ranges,
    runs_of_tokens,
    subject,
    verb_group,
)
from quotekit.parse.lemmas import lemma
from quotekit.parse.reporting import ReportingVerb, reporting_verb
from quotekit.text.ranges import any_overlap

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["with_verb_of_noun", "without_bystander", "without_sending_word"]


def without_sending_word(doc: Doc, item: Finding) -> Finding:
    """*item* with its source behind the word that tells where it came from ("a warning from us")."""
    words = doc.char_span(*item.source[0], alignment_mode="expand") if item.source else None
    if not words or len(words) == 1 or words[0].lower_ not in function_words_for(words[0]).sending:
        return item
    return evolve(item, source=((words[1].idx, item.source[0][1]), *item.source[1:]))


def without_bystander(doc: Doc, item: Finding) -> Finding:
    """*item* without its source where that only acts amid what others claim ("fell amid claims that …")."""
    cue = doc.char_span(*item.cue[-1], alignment_mode="expand") if item.cue else None
    source = doc.char_span(*item.source[-1], alignment_mode="expand") if item.source else None
    if not cue or not source or source.end > cue.start or not is_claim_of_others(cue[-1]):
        return item
    apart = any(word.i in range(source.end, cue.start) for word in cue[-1].ancestors)
    return evolve(item, source=()) if apart else item


def is_claim_of_others(noun: Token) -> bool:
    """Whether *noun*, of speech, is nobody's own, and what something happens amid or somebody looks into."""
    words, labels = function_words_for(noun), labels_for(noun)
    if noun.pos_ != "NOUN" or possessor(noun) is not None:
        return False
    if noun.dep_ in labels.prepositional_objects:
        return noun.head.lower_ in words.besetting
    return noun.dep_ in labels.direct_objects and lemma(noun.head) in words.probing


def with_verb_of_noun(doc: Doc, item: Finding, verbs: Mapping[str, ReportingVerb]) -> Finding:
    """*item* with the verb for its cue, where that is a noun that tells the verb's place."""
    words = doc.char_span(*item.cue[0], alignment_mode="expand") if len(item.cue) == 1 else None
    if words is None or len(words) != 1 or item.start < item.cue[0][1]:
        return item
    verb = verb_over_noun(words[0], verbs)
    named = subject(verb) if verb is not None else None
    if verb is None or named is None:
        return item
    cue, source = ranges(doc, runs_of_tokens(verb_group(verb))), ranges(doc, (phrase(named),))
    if item.source and item.source[0][0] < verb.idx:
        source = item.source
    return item if any_overlap(cue, (*item.content, *source)) else evolve(item, cue=cue, source=source)


def verb_over_noun(noun: Token, verbs: Mapping[str, ReportingVerb]) -> Token | None:
    """The verb of reporting before *noun* that it is the place of, if that verb reports clauses."""
    labels, link = labels_for(noun), noun.head
    if noun.dep_ not in labels.prepositional_objects or link.lower_ not in function_words_for(noun).place:
        return None
    verb = link.head
    known = reporting_verb(verb, verbs)
    if known is None or not known.says or "that" not in known.frames or not verb.i < link.i:
        return None
    return verb if is_finite(verb) and not is_passive(verb) else None
