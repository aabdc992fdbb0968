"""What a caller wants speakers to be called: names with the other names of the same speaker."""

from __future__ import annotations

from attrs import frozen

from quotekit.language.rows import unstopped
from quotekit.records import Settings
from quotekit.speakers.names.personal_names import Name

__all__ = ["Aliases", "read_aliases"]

Key = tuple[str, ...]


@frozen
class Aliases:
    """The caller's names, by the words of each name and each other name.

    Attributes:
        names: The name to call somebody by, by the words that name them, casefolded and
            without full stops.
    """

    names: dict[Key, str]

    def called(self, name: Name) -> str | None:
        """What the caller calls the bearer of *name*, with its titles or else without."""
        parts = tuple(unstopped(word) for part in name.parts for word in part.split("-"))
        return self.names.get((*name.titles, *parts)) or self.names.get(parts)


def read_aliases(settings: Settings) -> Aliases | None:
    """The aliases of *settings*, or None when there are none."""
    names = {key(other): name for name, others in settings.aliases for other in (*others, name)}
    return Aliases(names) if names else None


def key(name: str) -> Key:
    """The words of a name as they are compared."""
    return tuple(unstopped(word) for word in name.casefold().replace("-", " ").split())
