"""Whose a surname behind "Mrs." is not: a daughter's, whom the text calls by first name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.names.personal_names import Name, is_married

__all__ = ["is_daughter", "names_alone"]

FIRST_NAME_TERMS = 3
"""Times that a narration calls a woman by first name alone from which on no "Mrs." is she; chosen by hand."""


def names_alone(text: Discourse, names: Sequence[Mention]) -> Counter[str]:
    """How often the narration of *text* has each name of one word, without a title."""
    told = (mention.name for mention in names if not text.quoted[mention.head])
    return Counter(
        name.last for name in told if name is not None and len(name.parts) == 1 and not name.titles
    )


def is_daughter(name: Name, entity: Entity, alone: Mapping[str, int], language: Language) -> bool:
    """Whether the text is on first-name terms with somebody, whom a "Mrs." of that surname is not then.

    *alone* says how often its narration has a name of one word. Whom it calls by surname it may call so too.
    """
    if not (name.is_surname and is_married(name, language)):
        return False
    names = [own for mention in entity.names if (own := mention.name) is not None and own.is_full]
    if any(is_married(own, language) for own in names):
        return False
    times = max((alone.get(own.first, 0) for own in names if own.last == name.last), default=0)
    return times >= FIRST_NAME_TERMS and times > alone.get(name.last, 0)
