"""Whether a name can be one of somebody who has other names already."""

from __future__ import annotations

from collections.abc import Iterable, Set

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.first_names import is_first_or_short_name, is_initial
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.personal_names import Name

__all__ = [
    "acronym",
    "are_parts",
    "full_forms",
    "genders_differ",
    "is_part_of",
    "is_surname_of",
    "letters_and_digits",
    "may_be_persons",
    "stand_in",
    "without_things_of",
]

THINGS_NAMED = frozenset({"FAC", "WORK_OF_ART", "PRODUCT"})
"""Labels of what is called by the name of whoever it is of ("Lund Tower", "the Lund Way")."""

NO_BEARERS = THINGS_NAMED | {"DOCUMENT"}
"""Labels of what is no bearer of a name where somebody is; papers bear theirs where nobody does."""


def stand_in(full: Name, name: Name, other: Name) -> bool:
    """Whether two short names are the surname and the given names of a full one ("Lund" and "J. R.")."""
    if other.is_full:
        return all(is_initial(part) for part in other.parts) and name.last == full.last
    return name.last != other.last and {name.last, other.last} <= set(full.parts)


def are_parts(name: Name, other: Name, language: Language) -> bool:
    """Whether two short names are only different parts of a longer one: a first name and a surname.

    "Le Pen" and "de Gaulle" are two surnames.
    """
    if name.is_full or other.is_full or name.parts == other.parts or (name.is_tail and other.is_tail):
        return False
    first = [is_first_or_short_name(part.first, language) and part.kind != "office" for part in (name, other)]
    return not all(first) and (name.is_surname != other.is_surname or any(first))


def full_forms(name: Name, language: Language) -> Set[str]:
    """The names for which the first one of *name* is short, where it has one."""
    return frozenset() if name.is_tail else language.hypocoristics.get(name.first, frozenset())


def is_surname_of(name: Name, fulls: Iterable[Name], language: Language) -> bool:
    """Whether a word that is no first or family name ends one of the *fulls* behind a known first name."""
    word = name.last
    if name.is_full or word in language.first_names or word in language.family_names:
        return False
    return any(full.first in language.first_names and full.last == word for full in fulls)


def may_be_persons(mention: Mention, entity: Entity) -> bool:
    """Whether a name and an entity can be persons: one of them is one, or nothing is known of both."""
    return "PERSON" in (mention.label, entity.label) or not (mention.label or entity.label)


def genders_differ(one: str, other: str) -> bool:
    """Whether two genders cannot be the same person's."""
    return {one, other} == {"m", "f"}


def is_part_of(mention: Mention, parts: tuple[str, ...], entity: Entity, language: Language) -> bool:
    """Whether a short name of an organisation is the acronym, the beginning or the end of a long one.

    One word is so at the end where it tells of a trade or a club, as many names do ("Rovers").
    """
    name = mention.name
    if name is None or entity.label == "PERSON" or mention.label == "PERSON":
        return False
    short = name.parts
    if len(short) >= len(parts):
        return len(short) == len(parts) == 1 and parts[0].startswith(f"{short[0]}.")
    if len(short) == 1 and len(short[0]) > 1 and letters_and_digits(short[0]) == acronym(parts, language):
        return True
    if mention.label in {"GPE", "NORP", "LOC"}:
        return False
    if parts[: len(short)] == short:
        return not names_less_than_body(parts, entity, language)
    can_close = len(short) > 1 or short[0] in language.trade_words
    return can_close and parts[-len(short) :] == short


def names_less_than_body(parts: tuple[str, ...], entity: Entity, language: Language) -> bool:
    """Whether a long name is a thing's ("Lund Tower") or an office's ("Lund Commissioner"), not a body's."""
    last = parts[-1]
    if last in language.organisations or last in language.trade_words or last in language.firm_nouns:
        return False
    return entity.label in THINGS_NAMED or any(part in language.roles for part in parts[1:])


def acronym(parts: tuple[str, ...], language: Language) -> str:
    """The first letters of a name's words, the little ones left out, and all letters of initials ("U.S.")."""
    words = (part for part in parts if part not in language.function_words.connector)
    return letters_and_digits("".join(part if "." in part[1:-1] else part[0] for part in words))


def letters_and_digits(word: str) -> str:
    """The letters and numbers of a word, no marks ("PG&E")."""
    return "".join(filter(str.isalnum, word))


def without_things_of(fitting: list[Entity]) -> list[Entity]:
    """The bearers of a name without places and works that have it too, where somebody bears it."""
    is_borne = any(entity.is_person for entity in fitting)
    return [entity for entity in fitting if entity.label not in NO_BEARERS] if is_borne else fitting
