"""One spelling for a name that the text writes with accents and without."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from attrs import evolve

from quotekit.speakers.ground.mention import Mention

__all__ = ["with_one_spelling"]

PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that fall apart into no accent and no plain letter, with what is written for them."""

SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
"""Letters for which two are written where a keyboard lacks them."""


def with_one_spelling(names: Sequence[Mention]) -> list[Mention]:
    """*names*, those that are another spelling of an accented one in its words ("Mueller" of "Müller")."""
    parts = {part for mention in names if mention.name is not None for part in mention.name.parts}
    accented = {
        other: part for part in sorted(parts) if not part.isascii() for other in plain_spellings(part)
    }
    return [respelled(mention, accented) for mention in names] if accented else list(names)


def respelled(mention: Mention, accented: dict[str, str]) -> Mention:
    """*mention* with the words of its name as they are in *accented*."""
    name = mention.name
    if name is None or accented.keys().isdisjoint(name.parts):
        return mention
    return evolve(mention, name=evolve(name, parts=tuple(accented.get(part, part) for part in name.parts)))


def plain_spellings(word: str) -> Iterator[str]:
    """The ways in which a casefolded word is written without its accents."""
    for letters in (word, word.translate(SPELLED_OUT)):
        apart = unicodedata.normalize("NFKD", letters.translate(PLAIN))
        yield "".join(letter for letter in apart if not unicodedata.combining(letter))
