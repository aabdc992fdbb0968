"""Whose a surname behind "Mrs." is not: a daughter's, called by first name, nor her husband's, the doctor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from quotekit.language import Language
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.names.personal_names import Name, is_married

__all__ = ["couples", "is_daughter", "is_wife", "names_alone"]

FIRST_NAME_TERMS = 3
"""Times that a narration calls a woman by first name alone from which on no "Mrs." is she; chosen by hand."""


def names_alone(text: Discourse, names: Sequence[Mention]) -> Mapping[str, Sequence[int]]:
    """Where the narration of *text* has each name of one word, without a title."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for mention in names:
        name = mention.name
        if name is not None and len(name.parts) == 1 and not name.titles and not text.quoted[mention.head]:
            found[name.last].append(mention.first)
    return found


def couples(text: Discourse, names: Sequence[Mention], language: Language) -> frozenset[str]:
    """The surnames of which a text names the holder of an office and a wife, beside each other or by turns.

    Whoever is "Chancellor Lund" first, and "Mrs. Lund" from some sentence on, is one.
    """
    titled = [(one, one.name) for one in names if one.name is not None and one.name.titles]
    wives = {(name.last, text.sentence_at(one.first)) for one, name in titled if is_wife(name, language)}
    first: dict[str, int] = {}
    for surname, sentence in sorted(wives):
        first.setdefault(surname, sentence)
    return frozenset(
        name.last
        for one, name in titled
        if name.kind == "office" and name.last in first
        if text.sentence_at(one.first) > first[name.last] or (name.last, text.sentence_at(one.first)) in wives
    )


def is_wife(name: Name, language: Language) -> bool:
    """Whether the title of a name is a married woman's, or of female kin ("Aunt Lund")."""
    return name.gender == "f" and (name.kind == "kin" or is_married(name, language))


def is_daughter(
    mention: Mention, known: Collection[Name], alone: Mapping[str, Sequence[int]], language: Language
) -> bool:
    """Whether the text is on first-name terms with somebody, whom a "Mrs." of that surname is not then.

    *known* are her names so far; *alone* says where the narration has a name of one word. It has her first
    name before the "Mrs.", which it never calls her ("Vera Lund", "Mrs. Lund", and then "Vera"). Whom it
    calls by surname it may call so too.
    """
    name = mention.name
    if name is None or not (name.is_surname and is_married(name, language)):
        return False
    if any(is_married(own, language) for own in known):
        return False
    called = [alone.get(own.first, ()) for own in known if own.is_full and own.last == name.last]
    before = (places for places in called if places and places[0] < mention.first)
    times = max(map(len, before), default=0)
    return times >= FIRST_NAME_TERMS and times > len(alone.get(name.last, ()))
