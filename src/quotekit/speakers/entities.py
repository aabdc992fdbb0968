"""Entities: the people, organisations and groups of a document, each with all its names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from attrs import Factory, define

from quotekit.speakers.mentions import Mention
from quotekit.speakers.names import Name, are_compatible, is_gender_firm
from quotekit.speakers.vocabulary import Vocabulary

__all__ = ["Cast", "Entity", "gather_entities", "reassign"]


INTIMATE = 3


@define(eq=False)
class Entity:
    """Somebody or something that the document names or describes; it grows as the text is read.

    Attributes:
        number: Its place in the cast.
        label: ``PERSON``, ``ORG``, ... or empty.
        gender: ``m``, ``f``, ``n`` or ``-``.
        plural: Whether it is a group.
        names: Its names, in the order of the text.
        nominals: The descriptions of it, in the order in which they were resolved.
        nouns: What it is said to be: "minister", "spokesman".
        modifiers: The words that narrow its descriptions, when it has no name.
        votes: Pronouns in its neighbourhood, by the gender they tell.
    """

    number: int
    label: str = ""
    gender: str = "-"
    plural: bool = False
    names: list[Mention] = Factory(list)
    nominals: list[Mention] = Factory(list)
    nouns: set[str] = Factory(set)
    modifiers: set[str] = Factory(set)
    votes: dict[str, float] = Factory(lambda: defaultdict(float))

    @property
    def is_person(self) -> bool:
        """Whether it is one person, as far as is known."""
        return self.label == "PERSON" and not self.plural

    @property
    def name(self) -> Name | None:
        """The fullest of its names."""
        best: Name | None = None
        for mention in self.names:
            if mention.name is not None and (best is None or len(mention.name.parts) > len(best.parts)):
                best = mention.name
        return best


@define(eq=False)
class Cast:
    """The entities of a document and which of its name mentions belong to which.

    Attributes:
        entities: All of them; an entity's number is its place here.
        by_mention: The entity of each name, by the index of the name's first token.
        ambiguous: The entities that a short name can stand for where there are several, in
            the same way; the likeliest by mere order comes first.
    """

    entities: list[Entity] = Factory(list)
    by_mention: dict[int, Entity] = Factory(dict)
    ambiguous: dict[int, list[Entity]] = Factory(dict)
    _surnames: dict[str, list[Entity]] = Factory(lambda: defaultdict(list))
    _nouns: dict[str, list[Entity]] = Factory(lambda: defaultdict(list))

    def by_surname(self, surname: str) -> list[Entity]:
        """The entities with a name that ends in *surname*."""
        if not self._surnames:
            for entity in self.entities:
                for last in {mention.name.last for mention in entity.names if mention.name is not None}:
                    self._surnames[last].append(entity)
        return self._surnames.get(surname, [])

    def by_noun(self, noun: str) -> list[Entity]:
        """The entities with names that the document says to be a *noun*."""
        if not self._nouns:
            for entity in self.entities:
                for known in entity.nouns if entity.names else ():
                    self._nouns[known].append(entity)
        return self._nouns.get(noun, [])

    def add(self, label: str = "", gender: str = "-", *, plural: bool = False) -> Entity:
        """A new entity of this cast."""
        entity = Entity(len(self.entities), label, gender, plural)
        self.entities.append(entity)
        return entity


def gather_entities(names: Sequence[Mention], quoted: Sequence[bool], vocabulary: Vocabulary) -> Cast:
    """The entities that *names* name; *quoted* tells which tokens stand inside quotation marks.

    Full names come first, wherever they stand, so that a headline's surname finds its owner.
    Then the text is read once: a shorter name is the one that fits and was last named, or else
    the one that is named next.
    """
    cast, index = Cast(), NameIndex(vocabulary, quoted)
    for mention in names:
        if mention.name is not None and mention.name.is_full:
            join(cast, index, mention, index.full_match(mention))
    for mention in names:
        if mention.name is None or mention.name.is_full:
            index.touch(cast.by_mention[mention.first], mention.first)
            continue
        fitting = index.short_matches(mention)
        join(cast, index, mention, fitting[0] if fitting else None)
        if len(fitting) > 1:
            cast.ambiguous[mention.first] = fitting
    for entity in cast.entities:
        entity.names.sort(key=lambda mention: mention.first)
    return cast


def reassign(cast: Cast, mention: Mention, entity: Entity) -> None:
    """Make an ambiguous name a name of *entity* instead."""
    before = cast.by_mention[mention.first]
    if before is not entity and len(before.names) > 1:
        before.names.remove(mention)
        entity.names.append(mention)
        cast.by_mention[mention.first] = entity


def join(cast: Cast, index: NameIndex, mention: Mention, entity: Entity | None) -> None:
    """Make *mention* a name of *entity*, or of a new one."""
    if entity is None:
        entity = cast.add(mention.label, mention.gender)
    entity.names.append(mention)
    if mention.label == "PERSON" and entity.label != "PERSON":
        entity.label, entity.gender = "PERSON", mention.gender
    firm = mention.name is not None and (mention.name.is_full or is_gender_firm(mention.name, index.vocabulary))
    if entity.label == "PERSON" and entity.gender == "-" and mention.label == "PERSON" and firm:
        entity.gender = mention.gender
    entity.label = entity.label or mention.label
    cast.by_mention[mention.first] = entity
    index.add(mention, entity)


class NameIndex:
    """The entities by the words of their names."""

    def __init__(self, vocabulary: Vocabulary, quoted: Sequence[bool]) -> None:
        self.vocabulary = vocabulary
        self._quoted = quoted
        self.by_word: dict[str, list[Entity]] = defaultdict(list)
        self.last: dict[int, int] = {}
        self.known: dict[int, list[Name]] = defaultdict(list)

    def add(self, mention: Mention, entity: Entity) -> None:
        """Enter *mention* as a name of *entity*."""
        name = mention.name
        if name is None:
            return
        if name not in self.known[entity.number]:
            self.known[entity.number].append(name)
            for word in self.keys(name, mention.label):
                if entity not in self.by_word[word]:
                    self.by_word[word].append(entity)
        if not name.is_full:
            self.touch(entity, mention.first)

    def keys(self, name: Name, label: str) -> set[str]:
        """The words under which *name* is found."""
        words = set(name.parts) if label != "PERSON" else {name.first, name.last}
        if len(name.parts) > 1 and label != "PERSON":
            words.add(acronym(name.parts))
        if len(name.parts) == 1 and "." in name.first[1:-1]:
            words.add(name.first.partition(".")[0])
        for word in (name.first,):
            words |= self.vocabulary.hypocoristics.get(word, frozenset())
        return words

    def quoted(self, index: int) -> bool:
        """Whether a token stands inside quotation marks."""
        return self._quoted[index]

    def touch(self, entity: Entity, position: int) -> None:
        """Remember that *entity* was named at *position*."""
        self.last[entity.number] = position

    def candidates(self, name: Name) -> list[Entity]:
        """The entities that share a word with *name*, each once."""
        words = {name.first, name.last, *self.vocabulary.hypocoristics.get(name.first, ())}
        found = {entity.number: entity for word in words for entity in self.by_word.get(word, ())}
        return list(found.values())

    def full_match(self, mention: Mention) -> Entity | None:
        """The entity whose full name is *mention*'s."""
        name = mention.name
        assert name is not None  # noqa: S101
        for entity in self.candidates(name):
            for other in self.known[entity.number]:
                if not other.is_full:
                    continue
                if other.parts == name.parts and not clash(mention.gender, entity.gender):
                    return entity
                if "PERSON" in (mention.label, entity.label) and are_compatible(name, other, self.vocabulary):
                    return entity
                if is_part_of(mention, other.parts, entity):
                    return entity
        return None

    def short_matches(self, mention: Mention) -> list[Entity]:
        """The entities that a name of one word can stand for: the last one named first."""
        name = mention.name
        assert name is not None  # noqa: S101
        fitting = [entity for entity in self.candidates(name) if self.fits(mention, name, entity)]
        fitting = [entity for entity in drop_ladies(name, fitting) if not is_late(mention, name, entity)]
        if name.is_surname and not self.quoted(mention.head):
            fitting = [entity for entity in fitting if not is_intimate(name, entity)]
        same = [entity for entity in fitting if any(name.last in (o.first, o.last) for o in self.known[entity.number])]
        fitting = same or fitting
        return sorted(fitting, key=lambda entity: self.rank(entity, name), reverse=True)

    def rank(self, entity: Entity, name: Name) -> tuple[bool, bool, int, int]:
        """How near *entity* is: a same name before a longer one, then whoever was named last."""
        last = self.last.get(entity.number, -1)
        first = entity.names[0].first
        same = any(other.parts == name.parts and other.titles == name.titles for other in self.known[entity.number])
        return (last >= 0, same and bool(name.titles), last, -first)

    def fits(self, mention: Mention, name: Name, entity: Entity) -> bool:
        """Whether *entity* can bear this short name."""
        if entity.label == "PERSON" or mention.label == "PERSON":
            if is_gender_firm(name, self.vocabulary) and clash(name.gender, entity.gender):
                return False
            if entity.label in {"ORG", "GPE", "FAC", "LOC", "NORP"} and any(n.is_full for n in self.known[entity.number]):
                return False
            return all(
                are_compatible(name, other, self.vocabulary) or are_parts(name, other, self.vocabulary)
                for other in self.known[entity.number]
            )
        return any(
            other.parts == name.parts or is_part_of(mention, other.parts, entity) for other in self.known[entity.number]
        )


def are_parts(name: Name, other: Name, vocabulary: Vocabulary) -> bool:
    """Whether two short names are only different parts of a longer one: a first name and a surname."""
    if name.is_full or other.is_full or name.parts == other.parts:
        return False
    first = [part.first in vocabulary.first_names and part.kind != "office" for part in (name, other)]
    return not all(first) and (name.is_surname != other.is_surname or any(first))


def is_late(mention: Mention, name: Name, entity: Entity) -> bool:
    """Whether a titled surname comes before the full name, as when a son's follows his father's."""
    if not name.is_surname or name.kind != "courtesy":
        return False
    full = [other.first for other in entity.names if other.name is not None and other.name.is_full]
    same = any(other.name is not None and other.name.parts == name.parts for other in entity.names)
    return bool(full) and full[0] > mention.first and not same


def is_intimate(name: Name, entity: Entity) -> bool:
    """Whether the narration calls *entity* by first name alone, so that it will not say "Mrs. Lund" too."""
    given = sum(
        other.name is not None and not other.name.is_full and other.name.parts != name.parts for other in entity.names
    )
    surnames = sum(other.name is not None and other.name.parts == name.parts for other in entity.names)
    return given >= INTIMATE and not surnames


def drop_ladies(name: Name, fitting: list[Entity]) -> list[Entity]:
    """The bearers of a bare surname, without those who are only ever called by title and surname."""
    if name.titles:
        return fitting
    kept = [entity for entity in fitting if not (entity.gender == "f" and only_titled(entity, name))]
    return kept or fitting


def only_titled(entity: Entity, name: Name) -> bool:
    """Whether a surname stands behind a title whenever it names *entity*."""
    return all(other.name is not None and other.name.titles and other.name.parts == name.parts for other in entity.names)


def clash(one: str, other: str) -> bool:
    """Whether two genders cannot be the same person's."""
    return {one, other} == {"m", "f"}


def is_part_of(mention: Mention, parts: tuple[str, ...], entity: Entity) -> bool:
    """Whether a short name of an organisation is the acronym, the beginning or the end of a long one."""
    name = mention.name
    if name is None or entity.label == "PERSON" or mention.label == "PERSON":
        return False
    short = name.parts
    if len(short) >= len(parts):
        return len(short) == len(parts) == 1 and parts[0].startswith(f"{short[0]}.")
    if len(short) == 1 and len(short[0]) > 1 and short[0].replace(".", "") == acronym(parts):
        return True
    if mention.label in {"GPE", "NORP", "LOC"}:
        return False
    return parts[: len(short)] == short or (len(short) > 1 and parts[-len(short) :] == short)


def acronym(parts: tuple[str, ...]) -> str:
    """The first letters of a name's words, the little ones left out."""
    return "".join(part[0] for part in parts if part not in {"of", "the", "for", "and", "&", "on", "in", "to"})
