"""Whose a surname behind "Mrs." is not: a daughter's, called by first name, nor her husband's, the doctor.

Nor is one behind any title that of whom its bearer calls, or behind "Grandma" that of whoever speaks by a
full name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set

from attrs import Factory, frozen

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.personal_names import Name, is_married
from quotekit.speakers.names.vocatives import is_vocative

__all__ = ["TitledSurnames", "is_daughter", "is_other_by_title", "is_wife", "read_titled_surnames"]

FIRST_NAME_TERMS = 3
"""Times that a narration calls a woman by first name alone from which on no "Mrs." is she; chosen by hand."""

CUE_TOKENS = 4
"""Tokens between a quotation and the name of whoever says it, a verb among them; chosen by hand."""


@frozen
class TitledSurnames:
    """What the text tells of whose the surnames behind titles are.

    Attributes:
        alone: Where the narration has each name of one word, without a title.
        couples: The surnames of somebody in office and of a wife.
        called: The first names that whoever bears a title and a surname calls, by both.
        speakers: The full names by which somebody says something.
    """

    alone: Mapping[str, Sequence[int]] = Factory(dict)
    couples: Set[str] = frozenset()
    called: Mapping[tuple[str, ...], Set[str]] = Factory(dict)
    speakers: Set[tuple[str, ...]] = frozenset()


def read_titled_surnames(
    text: Discourse, names: Sequence[Mention], language: Language, sources: Set[int]
) -> TitledSurnames:
    """What *text* tells of its *names*, of which those at *sources* speak."""
    called: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for at, mention in enumerate(names):
        name = mention.name
        if name is not None and name.is_surname and name.titles and mention.head in sources:
            called[titled_parts(name)] |= {*first_names_called(text, names, at, language)}
    speaking = (one.name for one in names if one.name is not None and one.head in sources)
    speakers = {name.parts for name in speaking if name.is_full and not name.titles}
    return TitledSurnames(names_alone(text, names), couples(text, names, language), called, speakers)


def titled_parts(name: Name) -> tuple[str, ...]:
    """The titles and the surname of a name."""
    return (*name.titles, name.last)


def first_names_called(
    text: Discourse, names: Sequence[Mention], at: int, language: Language
) -> Iterator[str]:
    """The first names that the quotation right before the name at *at* calls, whose bearer says it."""
    stop = names[at].first
    end = next((one for one in range(stop - 1, max(-1, stop - CUE_TOKENS), -1) if text.quoted[one]), -1)
    for mention in reversed(names[:at]):
        if mention.first > end or not all(text.quoted[mention.first : end + 1]):
            return
        alone = mention.name is not None and len(mention.name.parts) == 1 and not mention.name.titles
        if mention.name is not None and alone and is_vocative(text, mention, range(len(text)), language):
            yield mention.name.last


def is_other_by_title(
    name: Name,
    known: Collection[Name],
    surnames: TitledSurnames,
    language: Language,
    comes_first: bool,
) -> bool:
    """Whether the titles of a name are of somebody else than whoever has the names *known*.

    Of the crowned that counts where the name *comes_first*: somebody named in full can come to a crown.
    """
    is_crowned = comes_first and is_crowned_otherwise(name, known, language)
    return is_crowned or calls_bearer(name, known, surnames) or is_elder(name, known, surnames, language)


def calls_bearer(name: Name, known: Collection[Name], surnames: TitledSurnames) -> bool:
    """Whether whoever bears a title and a surname calls somebody of the names *known* by first name.

    Anna Lund, whom Mrs. Lund calls ("“Come, Anna,” said Mrs. Lund"), is somebody else.
    """
    firsts = surnames.called.get(titled_parts(name), frozenset())
    return any(own.is_full and own.last == name.last and own.first in firsts for own in known)


def is_elder(name: Name, known: Collection[Name], surnames: TitledSurnames, language: Language) -> bool:
    """Whether a surname behind "Grandma" is of somebody else than a speaker of the names *known*.

    A tale in which Ada Lund speaks calls her so all the time, and not Grandma Lund.
    """
    is_relative = not name.is_full and not language.function_words.elder.isdisjoint(name.titles)
    return is_relative and any(own.parts in surnames.speakers and own.last == name.last for own in known)


def is_crowned_otherwise(name: Name, known: Collection[Name], language: Language) -> bool:
    """Whether a first name has a title of the crowned that somebody with a surname never has.

    Prince Anton is somebody else than Anton Lund.
    """
    crowned = language.function_words.crowned
    is_crowned = len(name.parts) == 1 and not crowned.isdisjoint(name.titles)
    others = all(crowned.isdisjoint(own.titles) for own in known)
    return is_crowned and others and any(own.is_full for own in known)


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
    mention: Mention, known: Collection[Name], surnames: TitledSurnames, language: Language
) -> bool:
    """Whether the text is on first-name terms with somebody, whom a "Mrs." of that surname is not then.

    *known* are her names so far. The narration has her first name before the "Mrs.", which it never calls
    her ("Vera Lund", "Mrs. Lund", and then "Vera"). Whom it calls by surname it may call so too.
    """
    name, alone = mention.name, surnames.alone
    if name is None or not (name.is_surname and is_married(name, language)):
        return False
    if any(is_married(own, language) for own in known):
        return False
    called = [alone.get(own.first, ()) for own in known if own.is_full and own.last == name.last]
    before = (places for places in called if places and places[0] < mention.first)
    times = max(map(len, before), default=0)
    return times >= FIRST_NAME_TERMS and times > len(alone.get(name.last, ()))
