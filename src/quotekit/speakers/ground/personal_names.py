"""Personal names and what they share: titles, first names, surnames, short forms."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quotekit.language import Language
from quotekit.language.rows import unstopped
from quotekit.speakers.ground.first_names import (
    are_first_names_compatible,
    given_gender,
    is_first_or_short_name,
    is_initial,
)

__all__ = [
    "Name",
    "are_compatible",
    "are_titles_distinct",
    "is_gender_firm",
    "is_honour",
    "is_married",
    "is_other_surname",
    "parse_name",
    "title_count",
]


@frozen
class Name:
    """A personal name in its parts.

    Attributes:
        titles: What stands before it, lower case and without full stops.
        parts: Its words, casefolded: first names, particles, surname.
        gender: ``m``, ``f``, or ``-`` when the name does not tell.
        kind: The kind of its strongest title: ``style``, ``kin``, ``courtesy``, ``office``; ``honour`` where
            only letters such as "KC" stand behind it; else empty.
        generation: What tells its bearer from a father or a son of that name: ``jr``, ``iii``, or empty.
        is_tail: Whether it begins inside a name, so that it is a surname of several words ("Le Pen").
    """

    titles: tuple[str, ...]
    parts: tuple[str, ...]
    gender: str
    kind: str
    generation: str = ""
    is_tail: bool = False

    @property
    def first(self) -> str:
        """The first name, or the only one."""
        return self.parts[0]

    @property
    def last(self) -> str:
        """The surname, or the only name."""
        return self.parts[-1]

    @property
    def is_surname(self) -> bool:
        """Whether it is one word behind a title that goes with surnames."""
        return not self.is_full and self.kind in {"courtesy", "office"}

    @property
    def is_full(self) -> bool:
        """Whether first name and surname are there."""
        return len(self.parts) > 1 and not self.is_tail


def parse_name(words: Sequence[str], language: Language) -> Name | None:
    """The name that *words* are, or None when nothing but titles is there."""
    words = join_hyphens(without_nickname(words))
    count = title_count(words, language)
    titles = tuple(title for word in words[:count] for title in titles_in(word, language))
    kept, suffixes = without_honours(words[count:], language)
    parts = [word.casefold() for word in kept]
    parts = [*parts[:-1], *(without_article(word, language) for word in parts[-1:])]
    if not parts:
        return None
    kinds = [language.titles[title].kind for title in titles]
    kind = next((kind for kind in ("style", "kin", "courtesy", "office") if kind in kinds), "")
    if not kind and len(parts) > 1 and not language.function_words.generation.issuperset(suffixes):
        kind = "honour"
    generation = next((suffix for suffix in suffixes if suffix in language.function_words.generation), "")
    is_surname = kept[0].islower() or not is_first_or_short_name(parts[0], language)
    is_tail = parts[0] in language.name_particles and is_surname
    return Name(titles, tuple(parts), name_gender(titles, parts, language), kind, generation, is_tail)


def without_article(word: str, language: Language) -> str:
    """The surname without the particle that a hyphen joins to it, which may be left out ("al-Harbi")."""
    particle, _, rest = word.partition("-")
    return rest if rest and particle in language.name_particles else word


def without_nickname(words: Sequence[str]) -> list[str]:
    """*words* without a nickname in marks or brackets, and without commas and full stops of their own."""
    kept: list[str] = []
    inside = False
    for word in words:
        if word in {"(", ")", "“", "”", '"', "``", "''", "‘", "’", "'"}:
            inside = not inside
        elif not inside and word not in {",", "."}:
            kept.append(word)
    return kept


def without_honours(words: Sequence[str], language: Language) -> tuple[list[str], list[str]]:
    """A name's words without the honours and the "Jr." behind it, and these."""
    kept, suffixes = list(words), []
    while len(kept) > 1 and is_honour(kept[-1], language):
        suffixes.append(unstopped(kept.pop()))
    return kept, suffixes


def is_honour(word: str, language: Language) -> bool:
    """Whether a word can stand behind a name: "KC" in capitals, "Jr." in any; "Am" and "Ma" are surnames."""
    known, generations = unstopped(word) in language.name_suffixes, language.function_words.generation
    return known and (word[-1].isupper() or word[-1] == "." or unstopped(word) in generations)


def join_hyphens(words: Sequence[str]) -> list[str]:
    """*words* with those that a hyphen joins as one ("Brandt-Lund"), as one surname or first name is."""
    joined: list[str] = []
    glue = False
    for word in filter(None, words):
        if word == "-":
            glue = bool(joined)
        elif glue:
            joined[-1] += f"-{word}"
            glue = False
        else:
            joined.append(word)
    return joined


def is_gender_firm(name: Name, language: Language) -> bool:
    """Whether a title tells the gender, not only a first name, which can also be a surname."""
    return any(language.titles[title].gender != "-" for title in name.titles)


def is_married(name: Name, language: Language) -> bool:
    """Whether one of the titles of a name is a married woman's."""
    return not language.function_words.married.isdisjoint(name.titles)


def title_count(words: Sequence[str], language: Language) -> int:
    """How many of the first *words* are titles; a lone word and a first name are none.

    A hyphen is a word of its own, or stands within one ("Lieutenant-Colonel").
    """
    count = 0
    while count < len(words) - 1 and is_part_of_title(words, count, language):
        count += 1
    while count and "-" in (words[count], words[count - 1]):
        count -= 1
    if count and count == len(words) - 1 and words[count - 1].casefold() in language.first_names:
        count -= 1
    while count and language.titles[titles_in(words[count - 1], language)[-1]].kind == "modifier":
        count -= 1
    return count


def is_part_of_title(words: Sequence[str], at: int, language: Language) -> bool:
    """Whether a word is a title, or the hyphen between two; a letter behind one is an initial."""
    if at > 0 and len(unstopped(words[at])) == 1:
        return words[at] == "-" and bool(titles_in(words[at + 1], language))
    joins = words[at] == "-" and at > 0 and bool(titles_in(words[at + 1], language))
    return joins or bool(titles_in(words[at], language))


def titles_in(word: str, language: Language) -> tuple[str, ...]:
    """The title that a word is, or those that it joins by hyphens; nothing when it is none."""
    if language.is_title(word):
        return (unstopped(word),)
    parts = tuple(unstopped(word).split("-"))
    return parts if language.titles.keys() >= set(parts) else ()


def name_gender(titles: Sequence[str], parts: Sequence[str], language: Language) -> str:
    """The gender that titles tell, or else the first name."""
    for title in titles:
        gender = language.titles[title].gender
        if gender != "-":
            return gender
    if titles and len(parts) == 1 and language.titles[titles[-1]].kind in {"office", "courtesy"}:
        return "-"
    first = parts[0]
    if len(parts) == 1 and first in language.titles and language.titles[first].kind == "kin":
        return language.titles[first].gender
    return given_gender(first, language) or given_gender(first.partition("-")[0], language) or "-"


def are_compatible(one: Name, other: Name, language: Language) -> bool:
    """Whether two names can be the same person's."""
    short, full = sorted((one, other), key=lambda name: len(name.parts))
    clash = genders_clash(one, other, language) or is_first_name_of_husband(short, full, language)
    if clash or are_titles_distinct(one, other, language):
        return False
    if not full.is_full:
        return share_only_name(short, full, language)
    if short.is_full:
        return are_full_names_compatible(short, full, language)
    if short.last == full.last or is_other_surname(short, full, language):
        return True
    if short.is_surname and short.first not in language.first_names:
        return False
    return are_first_names_compatible(short.first, full.first, language, initials=False)


def is_first_name_of_husband(short: Name, full: Name, language: Language) -> bool:
    """Whether a first name is the husband's by whose name his wife is called ("Tom", "Mrs. Tom Avery")."""
    is_given = not (short.is_full or short.titles) and full.is_full and short.first == full.first
    return is_given and short.gender == "m" and is_married(full, language)


def is_other_surname(short: Name, full: Name, language: Language) -> bool:
    """Whether a word is a surname that a full name does not end in ("Robles" of Ada Robles Cuesta).

    Behind a title, it is also a family name that comes first ("Mr. Gao" of Gao Lin).
    """
    if len(short.parts) > 1 or short.first in language.first_names or is_initial(short.first):
        return False
    is_family = short.is_surname and short.first in language.family_names
    return short.first in full.parts[0 if is_family else 1 : -1]


def are_full_names_compatible(short: Name, full: Name, language: Language) -> bool:
    """Whether two full names, the shorter one first, can be the same person's.

    The shorter one can be a surname of several words, or bare initials.
    """
    if short.parts == full.parts[-len(short.parts) :]:
        return True
    if all(map(is_initial, short.parts)):
        return all(one[0] == other[0] for one, other in zip(short.parts, full.parts, strict=False))
    return short.last == full.last and are_first_names_compatible(short.first, full.first, language)


def genders_clash(one: Name, other: Name, language: Language) -> bool:
    """Whether the genders that two names tell for certain differ; a bare surname tells none."""
    genders = {name.gender for name in (one, other) if name.is_full or is_gender_firm(name, language)}
    return {"m", "f"} <= genders


def are_titles_distinct(one: Name, other: Name, language: Language) -> bool:
    """Whether two titles tell two people apart ("Mrs. Bennet" and "Miss Bennet"), or a "Jr." a son.

    So do words for the young and the old ("Little Fox" and "Father Fox").
    """
    if one.generation and other.generation and one.generation != other.generation:
        return True
    if are_ages_distinct(one, other, language) or are_ages_distinct(other, one, language):
        return True
    words = language.function_words
    return any(
        (titles := these & set(one.titles)) and (others := these & set(other.titles)) and titles != others
        for these in (words.lady, words.gentleman)
    )


def are_ages_distinct(young: Name, old: Name, language: Language) -> bool:
    """Whether one name is by its first words a young or small person's, and the other one a grown one's."""
    words = language.function_words
    openings = [{*name.titles, name.first if name.is_full else ""} for name in (young, old)]
    ages = [(not words.youthful.isdisjoint(told), not words.aged.isdisjoint(told)) for told in openings]
    return ages == [(True, False), (False, True)]


def share_only_name(one: Name, other: Name, language: Language) -> bool:
    """Whether two names of one word, or surnames of several, are the same or one is short for the other."""
    if one.last == other.last or one.is_tail or other.is_tail:
        return one.last == other.last
    return are_first_names_compatible(one.first, other.first, language, initials=False)
