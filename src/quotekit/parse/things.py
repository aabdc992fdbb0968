"""What a noun stands for: a thing, or somebody who could act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotekit.language import language_of
from quotekit.parse.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_thing"]


def is_thing(noun: Token) -> bool:
    """Whether *noun* is a common noun, no name, and stands for nobody who could act."""
    known = language_of(noun.lang_)
    if noun.pos_ != "NOUN" or noun.ent_type_:
        return False
    acting = known.roles.keys() | known.plain_persons | known.organisations.keys() | known.group_nouns
    return lemma(noun) not in acting and lemma(noun) not in known.relatives
