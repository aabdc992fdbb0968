"""Which of several bearers of a short name a text called so before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention

__all__ = ["bearers_so_far"]


def bearers_so_far(text: Discourse, mention: Mention, bearers: Sequence[Entity]) -> Sequence[Entity]:
    """Those of the bearers of a short name whom the text called so before, else all."""
    return [one for one in bearers if is_called_so(text, mention, one)] or bearers


def is_called_so(text: Discourse, mention: Mention, entity: Entity) -> bool:
    """Whether the text named a body before a short name, or a person with the last word of that name."""
    word = text.lower[mention.last - 1]
    before = takewhile(lambda name: name.first < mention.first, entity.names)
    return any(not entity.is_person or text.lower[name.last - 1] == word for name in before)
