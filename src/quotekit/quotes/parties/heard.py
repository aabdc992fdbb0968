"""Whom somebody heard something from ("The court heard from Ode that …"): that one said it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.parse.dependents import dependents
from quotekit.parse.grammar import NAMING, child, function_words_for, labels_for, phrase, ranges
from quotekit.parse.lemmas import lemma
from quotekit.parse.things import is_thing
from quotekit.text.ranges import any_overlap

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["with_source_heard"]

TIMES: Final = frozenset({"DATE", "TIME"})
"""What the pipeline takes for a time from which on something was heard ("from Monday")."""


def with_source_heard(doc: Doc, item: Finding) -> Finding:
    """*item* with whoever its source heard it from; another source is then whom it was said to."""
    cue = doc.char_span(*item.cue[-1], alignment_mode="expand") if item.cue and item.source else None
    speaker = next((who for word in cue or () if (who := heard_from(word)) is not None), None)
    if speaker is None or speaker.idx > item.content[0][0]:
        return item
    source = ranges(doc, [phrase(speaker)])
    hearer = () if any_overlap(source, item.source) else item.source
    return evolve(item, source=source, addressee=item.addressee or hearer)


def heard_from(verb: Token) -> Token | None:
    """Whoever stands behind the "from" of a verb of hearing, and no thing or time."""
    words, labels = function_words_for(verb), labels_for(verb)
    if lemma(verb) not in words.hearing:
        return None
    links = (word for word in dependents(verb) if word.lower_ in words.provenance and word.i > verb.i)
    speakers = (child(link, labels.prepositional_objects) for link in links)
    return next((who for who in speakers if who is not None and may_have_said(who)), None)


def may_have_said(noun: Token) -> bool:
    """Whether *noun* names somebody who could say something."""
    return noun.pos_ in NAMING and not is_thing(noun) and noun.ent_type_ not in TIMES
