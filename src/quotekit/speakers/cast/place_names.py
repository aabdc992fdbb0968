"""Names of places that a recogniser takes for somebody's, or somebody's that it takes for a place's."""

from __future__ import annotations

from collections.abc import Sequence, Set

from attrs import evolve

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import PLACES, SUBJECTS

__all__ = ["is_located", "told_places", "without_guessed_places"]


def told_places(text: Discourse, names: Sequence[Mention], language: Language) -> list[Mention]:
    """*names*, where a street or a port with a surname of the text in it is no person ("Lund Lane").

    A first name in front makes it somebody's, as a title does ("Diane Lane", "Miss Lane"). The name without
    its noun is none either ("Lund" of Lund Castle), where nobody is called so.
    """
    full = [one.name for one in names if one.name is not None and one.name.is_full and one.label == "PERSON"]
    surnames = {name.last for name in full if name.first not in language.place_nouns}
    places = {
        mention.name.parts
        for mention in names
        if mention.name is not None and is_place_with_surname(text, mention, surnames, language)
    }
    places |= short_places(text, names, places, surnames, language)
    return [
        evolve(mention, label="FAC", gender="n", number="s")
        if mention.label in {"PERSON", ""} and mention.name is not None and mention.name.parts in places
        else mention
        for mention in names
    ]


def short_places(
    text: Discourse,
    names: Sequence[Mention],
    places: Set[tuple[str, ...]],
    surnames: Set[str],
    language: Language,
) -> set[tuple[str, ...]]:
    """The names of *places* without their noun, where nobody is called so and does something."""
    acting = {one.name.last for one in names if one.name is not None and text.deps[one.head] in SUBJECTS}
    persons = acting | surnames | language.first_names.keys()
    titled = {one.name.last for one in names if one.name is not None and one.name.titles}
    return {
        parts[:-1]
        for parts in places
        if parts[-1] in language.place_nouns and parts[-2] not in persons | titled
    }


def is_place_with_surname(text: Discourse, mention: Mention, surnames: Set[str], language: Language) -> bool:
    """Whether a name that a recogniser hears as a person's or so is a noun of places beside a surname.

    That is one of *surnames*, or stands behind a word of place.
    """
    name = mention.name
    if mention.label not in {"PERSON", "FAC"} or name is None or len(name.parts) < 2 or name.titles:
        return False
    if name.parts[-1] in language.place_nouns:
        bearer = name.parts[-2]
    else:
        bearer = name.last if name.first in language.place_nouns else ""
    is_known = bearer in surnames or (bool(bearer) and is_located(text, mention, language))
    return is_known and name.first not in language.first_names


def without_guessed_places(text: Discourse, names: Sequence[Mention], language: Language) -> list[Mention]:
    """*names*, where the first word of an organisation's name is a place only if the text uses it so."""
    leads = {
        mention.name.first
        for mention in names
        if mention.name is not None and mention.name.is_full and mention.label in {"ORG", "FAC", "PRODUCT"}
    }
    lone = [
        mention
        for mention in names
        if mention.name is not None and not mention.name.is_full and mention.name.first in leads
    ]
    located = {mention.name.first for mention in lone if mention.name and is_located(text, mention, language)}
    wrong = {
        mention.first
        for mention in lone
        if mention.label in PLACES and text.lower[mention.first] not in located
    }
    return [
        evolve(mention, label="", gender="-", number="-") if mention.first in wrong else mention
        for mention in names
    ]


def is_located(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a word of place stands before a name."""
    before = text.previous_word(mention.first)
    return before >= 0 and text.lower[before] in language.function_words.place
