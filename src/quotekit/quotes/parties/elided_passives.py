"""Who is told something by a passive whose auxiliary is left out: "Lund told to rest", "…, court told"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.grammar import child, function_words_for, labels_for
from quotekit.parse.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["with_hearer_of_elided_passive"]

WITHOUT_ARTICLE: Final = frozenset({"ADJ", "NOUN", "PROPN"})
"""Parts of speech of the words of a noun phrase without article and pronoun."""


OPENING: Final = frozenset({"DET", "PRON"})
"""Parts of speech of words that headlines leave out where they begin."""


def with_hearer_of_elided_passive(doc: Doc, item: Finding) -> Finding:
    """*item* with its source for an addressee where a headline leaves out that this is who was told.

    Such a verb has whom it tells for its object, and here there is none. With an article a sentence may leave
    out whom somebody told (“The doctor advised to rest”).
    """
    cue = doc.char_span(*item.cue[-1], alignment_mode="expand") if item.cue else None
    source = doc.char_span(*item.source[-1], alignment_mode="expand") if item.source else None
    if not cue or not source or len(cue) > 1 or cue.start != source.end or not is_past_telling(cue[0]):
        return item
    is_order = tells_to_do(cue[0]) and item.content[0][0] == doc[cue.end].idx
    if (is_order and source[0].pos_ not in OPENING) or (
        item.content[0][0] < source.start_char and ends_headline(source, cue[0])
    ):
        return evolve(item, source=(), addressee=item.addressee or item.source)
    return item


def is_past_telling(verb: Token) -> bool:
    """Whether *verb* is a past form that tells somebody something, and has no object and no auxiliary."""
    labels = labels_for(verb)
    objects = labels.direct_objects | labels.receivers
    has_object = any(word.dep_ in objects for word in verb.rights)
    is_past = "Past" in verb.morph.get("Tense", []) and child(verb, labels.verb_parts) is None
    return is_past and not has_object and lemma(verb) in language_of(verb.lang_).addressing_verbs


def tells_to_do(verb: Token) -> bool:
    """Whether an infinitive right behind *verb* can only be what somebody else is to do."""
    words, behind = function_words_for(verb), verb.doc[verb.i + 1 : verb.i + 2]
    return lemma(verb) not in words.undertaking and any(word.lower_ in words.infinitive for word in behind)


def ends_headline(source: Span, verb: Token) -> bool:
    """Whether bare nouns and *verb* end a line without a stop ("…, murder trial told"), as in headlines."""
    after = verb.doc[verb.i + 1 : verb.i + 2].text
    return all(word.pos_ in WITHOUT_ARTICLE for word in source) and (not after or "\n" in after)
