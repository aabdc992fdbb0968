"""What a caller wants speakers to be called: names with the other names of the same speaker."""

from __future__ import annotations

from collections.abc import Iterable, Set

from attrs import frozen

from quotekit.language import Language
from quotekit.language.rows import unstopped
from quotekit.records import Settings
from quotekit.speakers.ground.personal_names import Name

__all__ = ["Aliases", "read_aliases"]

Key = tuple[str, ...]

_APOSTROPHES = ("'", "’")
"""How an article ends that is joined to its noun ("l’avocat")."""


@frozen
class Aliases:
    """The caller's names, by the words of each name and each other name.

    Attributes:
        names: The name to call somebody by, by the words that name or describe them: casefolded, without
            full stops and without the article in front.
        articles: The words of the language that stand before a description of somebody who is known.
    """

    names: dict[Key, str]
    articles: Set[str] = frozenset()

    def called(self, name: Name, borne: Set[Key] = frozenset()) -> str | None:
        """What the caller calls the bearer of *name*, with its titles or else without.

        Without, that is nobody where somebody bears the very words, which are among those *borne*: where a
        text has "Lund" and "Mrs. Lund", the alias "Lund" says nothing of her.
        """
        whole, bare = self.whole_key(name), self.key(" ".join(name.parts))
        return self.names.get(whole) or (None if bare in borne else self.names.get(bare))

    def described(self, words: Iterable[str]) -> str | None:
        """What the caller calls whoever is described by just these words, with an article or without."""
        return self.names.get(self.key(" ".join(words)))

    def whole_key(self, name: Name) -> Key:
        """The words of a name with its titles, as they are compared."""
        return self.key(" ".join((*name.titles, *name.parts)))

    def key(self, name: str) -> Key:
        """The words of a name or of a description, as they are compared."""
        return key_without_article(name, self.articles)


def read_aliases(settings: Settings, language: Language) -> Aliases | None:
    """The aliases of *settings*, or None when there are none."""
    articles = language.function_words.definite
    names = {
        key_without_article(other, articles): name
        for name, others in settings.aliases
        for other in (*others, name)
    }
    return Aliases(names, articles) if names else None


def key_without_article(name: str, articles: Set[str]) -> Key:
    """The words of *name*, without an article before other words or joined to the first by an apostrophe."""
    words = [unstopped(word) for word in name.casefold().replace("-", " ").split()]
    joined = [word for word in articles if word.endswith(_APOSTROPHES) and words and words[0] != word]
    for article in joined:
        words[0] = words[0].removeprefix(article)
    return tuple(words[1:] if len(words) > 1 and words[0] in articles else words)
