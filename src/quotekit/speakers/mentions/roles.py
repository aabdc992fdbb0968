"""What the text says that somebody is, and which pronoun it calls them by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from quotekit.language import Language
from quotekit.records import Pronoun
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.cast.predicates import is_said_of
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import NOUN_CLAUSES, NOUNS
from quotekit.speakers.mentions.callings import can_be
from quotekit.speakers.mentions.noun_phrases import phrase_start
from quotekit.text.punctuation import PAUSES

__all__ = ["count_pronouns", "fullest_role", "most_frequent_pronoun"]

NAMES_WITH_ROLES = 50
"""Names of an entity that roles are looked for beside, so that a novel's hero takes no longer than others."""

ROLE_BEHIND_TOKENS = 16
"""Tokens behind a name in which a noun can be said of its bearer; as far as descriptions are learned from."""

ROLE_TOKENS = 14
"""Tokens of a role at most: a longer phrase has taken in a clause; chosen by hand."""

ROLE_ENDS = PAUSES | frozenset({";", ":", "(", ")", "[", "]", '"', "“", "”", "''", "``"})
"""Marks that end a role."""

ADDITIONS = NOUN_CLAUSES | {"appos", "advcl", "ccomp", "conj", "cc"}
"""Dependents of a noun that add something to its phrase which is no part of the role."""

PRONOUNS: Mapping[str, Pronoun] = {"m": "he", "f": "she", "n": "it", "-": "they"}
"""The field's pronoun for the gender that a pronoun tells, in any language."""


def count_pronouns(
    text: Discourse, mentions: Sequence[Mention], referents: Mapping[int, Entity], language: Language
) -> dict[int, Counter[Pronoun]]:
    """How often each entity, by its number, is meant by which pronoun of the third person."""
    found: dict[int, Counter[Pronoun]] = {}
    for mention in mentions:
        entity = referents.get(mention.place) if mention.kind == "pronoun" else None
        if entity is not None and language.pronouns[text.lower[mention.first]].kind == "person":
            found.setdefault(entity.number, Counter())[PRONOUNS[mention.gender]] += 1
    return found


def most_frequent_pronoun(counts: Counter[Pronoun]) -> Pronoun | None:
    """The pronoun that the text calls somebody by; None without one, or where two are as frequent."""
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def fullest_role(text: Discourse, entity: Entity, language: Language) -> range | None:
    """Where the fullest description of *entity* stands beside one of its names.

    Whoever has no name is called by a description already.
    """
    phrases = (
        phrase
        for mention in entity.names[:NAMES_WITH_ROLES]
        if not text.quoted[mention.head]
        for phrase in role_phrases(text, entity, mention, language)
    )
    return max(phrases, key=len, default=None)


def role_phrases(text: Discourse, entity: Entity, mention: Mention, language: Language) -> Iterator[range]:
    """The descriptions in front of a name and in the apposition or the copula behind it."""
    for noun, last in (*nouns_in_front(text, mention), *nouns_behind(text, mention, language)):
        if can_be(entity, text.lemmas[noun], language):
            phrase = role_phrase(text, noun, last)
            if 0 < len(phrase) <= ROLE_TOKENS:
                yield phrase


def nouns_in_front(text: Discourse, mention: Mention) -> Iterator[tuple[int, int]]:
    """The noun right before a name, or that a comma ends before it, and where its phrase has to end."""
    before = text.previous_word(mention.first)
    if before < 0 or text.sentences[before] != text.sentences[mention.head]:
        return
    noun = text.heads[mention.head]
    if text.words[before] == "," and text.deps[mention.head] == "appos" and noun < before:
        yield noun, before
    elif text.tags[before] in NOUNS and text.words[before].islower():
        yield before, mention.first


def nouns_behind(text: Discourse, mention: Mention, language: Language) -> Iterator[tuple[int, int]]:
    """The first noun behind a name that is said of its bearer, and where its phrase has to end."""
    for noun in range(mention.last, min(mention.last + ROLE_BEHIND_TOKENS, len(text))):
        if text.sentences[noun] != text.sentences[mention.head]:
            return
        if text.tags[noun] in NOUNS and is_said_of(text, noun, mention, language):
            yield noun, len(text)
            return


def role_phrase(text: Discourse, noun: int, last: int) -> range:
    """The phrase of a noun with what depends on it, up to a pause, a clause or *last*."""
    end = noun + 1
    while end < last and text.sentences[end] == text.sentences[noun] and text.words[end] not in ROLE_ENDS:
        if text.is_space(end) or not belongs_to(text, end, noun):
            break
        end += 1
    return range(phrase_start(text, noun), end)


def belongs_to(text: Discourse, index: int, noun: int) -> bool:
    """Whether a token depends on a noun, by no clause and no other apposition."""
    hops = 0
    while index != noun and hops < ROLE_TOKENS:
        if text.deps[index] in ADDITIONS or text.heads[index] == index:
            return False
        index, hops = text.heads[index], hops + 1
    return index == noun
