"""The patterns of spaCy's attribute ruler, with a memory of which of them match a word.

The ruler tries each of its patterns, 180 in English, on every token. Almost all of them look at one token,
and at nothing but its word, tag and relation, of which a text has a few thousand combinations.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

__all__ = ["RememberingMatcher"]

Kind = tuple[int, int, int]
"""What a token is by its word, its tag and its relation."""

OF_KIND: Final = frozenset({"ORTH", "TEXT", "LOWER", "IS_SPACE", "TAG", "DEP"})
"""The attributes of a token that follow from its kind."""

MOST_KINDS: Final = 200_000
"""Kinds that are remembered before all are forgotten: some 50 MB, the words of a thousand novels; guessed."""


class RememberingMatcher:
    """Gives what the matcher of *ruler* gives, in the place of which it can stand."""

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.matcher import Matcher  # noqa: PLC0415 - spaCy is slow to import and loads when needed

        self._vocab = ruler.vocab
        self._all, self._of_kinds, self._others = (Matcher(ruler.vocab) for _ in range(3))
        self._matching: dict[Kind, list[int]] = {}
        rows: list[Any] = ruler.patterns
        for number, row in enumerate(rows):
            self.add(str(number), row["patterns"])

    def add(self, key: str | int, patterns: list[Any]) -> None:
        """Add *patterns* by the name *key*."""
        self._matching.clear()
        self._all.add(key, patterns)
        for matcher, told in ((self._of_kinds, True), (self._others, False)):
            if chosen := [pattern for pattern in patterns if is_of_kind(pattern) is told]:
                matcher.add(key, chosen)

    def get(self, key: str | int) -> Any:
        """The patterns that were added by the name *key*, as a Matcher gives them."""
        return self._all.get(key)

    def __call__(self, doc: Doc, **_: object) -> list[tuple[int, int, int]]:
        """The key, the first token and the token behind the last of each match in *doc*, in no order."""
        kinds = kinds_in(doc)
        self._remember(kinds)
        matches = [(key, at, at + 1) for at, kind in enumerate(kinds) for key in self._matching[kind]]
        return matches + self._others(doc, allow_missing=True)

    def _remember(self, kinds: Sequence[Kind]) -> None:
        """Find out which patterns match those of *kinds* that were not met before."""
        from spacy.tokens import Doc  # noqa: PLC0415 - spaCy is slow to import and loads when needed

        if len(self._matching) > MOST_KINDS:
            self._matching.clear()
        new = [kind for kind in dict.fromkeys(kinds) if kind not in self._matching]
        if not new:
            return
        words = Doc(self._vocab, words=[self._vocab.strings[word] for word, _, _ in new])
        tags: Any = np.array([kind[1:] for kind in new], dtype=np.uint64)
        words.from_array(["TAG", "DEP"], tags)
        self._matching |= {kind: [] for kind in new}
        for key, at, _ in self._of_kinds(words, allow_missing=True):
            self._matching[new[at]].append(key)


def is_of_kind(pattern: Sequence[Any]) -> bool:
    """Whether *pattern* looks at one token, and only at what follows from its kind."""
    return len(pattern) == 1 and all(str(name).upper() in OF_KIND for name in pattern[0])


def kinds_in(doc: Doc) -> list[Kind]:
    """The kind of each token of *doc*."""
    return list(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist()))
