"""Who answers a turn of dialogue: whom it calls by name."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.sources.hearers import persons_called
from quotekit.speakers.sources.progress import PlacedQuote, Progress

__all__ = ["called_before"]


def called_before(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """Whom the turn before calls by name ("“Luca, pull,” said Ada."), when the next paragraph answers it.

    Whoever acts in between can be the one who answers.
    """
    before = work.known_before(placed.number)
    if not before or before[-1].paragraph + 1 != placed.paragraph:
        return iter(())
    last = before[-1]
    told = max(last.tokens.stop, last.source_tokens.stop)
    if any(sighting.index >= told for sighting in work.reading.focus.backwards()):
        return iter(())
    called = (one for one in persons_called(work, last) if one.label == "PERSON")
    return (one for one in called if one is not work.speaker(last.number))
