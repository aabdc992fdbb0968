"""Entities: the people, organisations and groups of a document, each with all its names."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import Factory, define

from quotekit.language.rows import Affiliation
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.personal_names import Name
from quotekit.speakers.ground.scheme import PERSON_LABELS

__all__ = ["Cast", "Entity"]


@define(eq=False)
class Entity:
    """Somebody or something that the document names or describes; it grows as the text is read.

    Its methods and those of `Cast` are the only places that change it.

    Attributes:
        number: Its place in the cast.
        label: ``PERSON``, ``ORG``, ... or empty.
        gender: ``m``, ``f``, ``n`` or ``-``.
        plural: Whether it is a group.
        names: Its names, in the order of the text.
        nominals: The descriptions of it, in the order in which they were resolved.
        nouns: What it is said to be: "minister", "spokesman".
        assumed: Those of them that the text does not say, but takes for granted ("Reuters" is an agency).
        offices: What it is said to be of what, and what narrows either: "captain", "team" and "home".
        modifiers: The words that narrow its descriptions, when it has no name.
        votes: Pronouns in its neighbourhood, by the gender they tell.
        alias: What the caller wants it to be called.
        affiliations: Where it is said to belong.
        told_names: The words of names that stand beside its own.
        told_parties: The words that tell a party beside its own.
        narrowing: The words before its names: "lead", "author".
    """

    number: int
    label: str = ""
    gender: str = "-"
    plural: bool = False
    names: list[Mention] = Factory(list)
    nominals: list[Mention] = Factory(list)
    nouns: set[str] = Factory(set)
    assumed: set[str] = Factory(set)
    offices: set[tuple[str, str, frozenset[str]]] = Factory(set)
    modifiers: set[str] = Factory(set)
    votes: dict[str, float] = Factory(lambda: defaultdict(float))
    alias: str | None = None
    affiliations: set[Affiliation] = Factory(set)
    told_names: set[str] = Factory(set)
    told_parties: set[str] = Factory(set)
    narrowing: set[str] = Factory(set)

    @property
    def is_person(self) -> bool:
        """Whether it is one person, as far as is known."""
        return self.label == "PERSON" and not self.plural

    @property
    def may_be_person(self) -> bool:
        """Whether it can act and speak as one person, who it is or of whom nothing is known."""
        return self.label in PERSON_LABELS and not self.plural

    @property
    def name(self) -> Name | None:
        """The fullest of its names."""
        best: Name | None = None
        for mention in self.names:
            if mention.name is not None and (best is None or len(mention.name.parts) > len(best.parts)):
                best = mention.name
        return best

    def take_name(self, mention: Mention, *, is_firm: bool) -> None:
        """Take in one of its names; one that is *is_firm* tells its gender.

        Whoever was thought to be something else, and bears a person's name, is a person; a document that
        bears a body's is a newspaper ("the Wall Street Journal", "the Journal").
        """
        self.names.append(mention)
        if (self.label, mention.label) == ("DOCUMENT", "ORG"):
            self.label = "ORG"
        if mention.label == "PERSON" and self.label != "PERSON":
            self.take_for_person(mention.gender)
        if self.label == mention.label == "PERSON" and self.gender == "-" and is_firm:
            self.gender = mention.gender
        self.label = self.label or mention.label

    def take_description(self, mention: Mention, narrowing: Iterable[str] = ()) -> None:
        """Take in a description of it, with the words that narrow it."""
        self.nominals.append(mention)
        if mention.noun:
            self.take_nouns((mention.noun,))
        self.modifiers.update(narrowing)

    def take_told_parties(self, words: Iterable[str]) -> None:
        """Take in the words that tell a party beside its names."""
        self.told_parties.update(words)

    def take_narrowing(self, words: Iterable[str]) -> None:
        """Take in words before its names that narrow what it is said to be."""
        self.narrowing.update(words)

    def take_alias(self, alias: str | None) -> None:
        """Take in what the caller calls it, where that is nothing else yet."""
        self.alias = self.alias or alias

    def take_nouns(self, nouns: Iterable[str]) -> None:
        """Take in what it is said to be."""
        told = {*nouns}
        self.nouns |= told
        self.assumed -= told

    def take_assumed(self, nouns: Iterable[str]) -> None:
        """Take in what it is known to be, whether or not the text says so."""
        self.assumed.update({*nouns} - self.nouns)
        self.nouns |= self.assumed

    def take_offices(self, offices: Iterable[tuple[str, str, frozenset[str]]]) -> None:
        """Take in what it is said to be of what."""
        self.offices.update(offices)

    def take_affiliations(self, affiliations: Iterable[Affiliation]) -> None:
        """Take in where it is said to belong."""
        self.affiliations.update(affiliations)

    def take_told_names(self, words: Iterable[str]) -> None:
        """Take in the words of names that stand beside its own."""
        self.told_names.update(words)

    def take_vote(self, gender: str, weight: float) -> None:
        """Take in a pronoun in its neighbourhood, by how much that counts."""
        self.votes[gender] += weight

    def take_for_person(self, gender: str) -> None:
        """Take it for a person of this gender, whatever it was taken for."""
        self.label, self.gender = "PERSON", gender

    def take_for_place(self) -> None:
        """Take it for a place, whatever it was taken for."""
        self.label, self.gender = "LOC", "n"

    def take_for_narrator(self, pronouns: Iterable[Mention]) -> None:
        """Take it for whoever says "I" in *pronouns*, for whom no pronoun of the third person stands."""
        self.take_for_person("n")
        self.nominals = list(pronouns)

    def tell_gender(self, gender: str) -> None:
        """Take in that it is called he or she, which settles it where nothing did before."""
        if self.gender == "-" and gender in {"m", "f"}:
            self.gender, self.label = gender, self.label or "PERSON"

    def overrule_gender(self, gender: str) -> None:
        """Take in that it is he or she, whatever its names tell."""
        self.gender = gender


@define(eq=False)
class Cast:
    """The entities of a document and which of its name mentions belong to which.

    Its methods and those of `Entity` are the only places that change it.

    Attributes:
        entities: All of them; an entity's number is its place here.
        by_mention: The entity of each name, by the index of the name's first token.
        ambiguous: The entities that a short name can stand for where there are several, in
            the same way; the likeliest by mere order comes first.
        told: Who has no name and was last described so, by noun and the words that narrow it.
    """

    entities: list[Entity] = Factory(list)
    by_mention: dict[int, Entity] = Factory(dict)
    ambiguous: dict[int, list[Entity]] = Factory(dict)
    told: dict[tuple[str, frozenset[str]], Entity] = Factory(dict)
    _aliases: dict[str, Entity] = Factory(dict)
    _surnames: dict[str, list[Entity]] = Factory(lambda: defaultdict(list))
    _nouns: dict[str, list[Entity]] | None = None

    def by_surname(self, surname: str) -> list[Entity]:
        """The entities with a name that ends in *surname*."""
        if not self._surnames:
            for entity in self.entities:
                for last in {mention.name.last for mention in entity.names if mention.name is not None}:
                    self._surnames[last].append(entity)
        return self._surnames.get(surname, [])

    def by_noun(self, noun: str) -> list[Entity]:
        """The entities with names that the document says to be a *noun*, and is not only taken to say so."""
        if self._nouns is None:
            self._nouns = defaultdict(list)
            for entity in self.entities:
                for known in entity.nouns if entity.names else ():
                    self._nouns[known].append(entity)
        return self._nouns.get(noun, [])

    def add(self, label: str = "", gender: str = "-", *, plural: bool = False) -> Entity:
        """A new entity of this cast."""
        entity = Entity(len(self.entities), label, gender, plural)
        self.entities.append(entity)
        return entity

    def bearer_of_alias(self, alias: str, label: str = "") -> Entity:
        """Whoever the caller calls by *alias*, somebody new where nobody is so far."""
        if alias not in self._aliases:
            self.take_alias(self.add(label or "PERSON"), alias)
        return self._aliases[alias]

    def take_alias(self, entity: Entity, alias: str) -> None:
        """Call *entity* by *alias*; if somebody is called so, they are one."""
        bearer = self._aliases.setdefault(alias, entity)
        bearer.take_alias(alias)
        if bearer is not entity:
            self.merge(bearer, entity)

    def take_name(self, entity: Entity, mention: Mention, *, is_firm: bool) -> None:
        """Make *mention* a name of *entity*; one that is *is_firm* tells its gender."""
        entity.take_name(mention, is_firm=is_firm)
        self.by_mention[mention.first] = entity

    def take_choice(self, mention: Mention, entities: list[Entity]) -> None:
        """Take in that *mention* can be a name of each of several."""
        self.ambiguous[mention.first] = entities

    def sort_names(self) -> None:
        """Put the names of each entity into the order of the text."""
        for entity in self.entities:
            entity.names.sort(key=lambda mention: mention.first)

    def describe(self, entity: Entity, mention: Mention, narrowing: frozenset[str]) -> None:
        """Take in how somebody without a name is described, by which they can be taken up again."""
        entity.take_description(mention, narrowing)
        self.told[mention.noun, narrowing] = entity

    def unite(self, nameless: Entity, named: Entity) -> None:
        """Make the names of *named* those of *nameless*, who tells them."""
        nameless.names, named.names = named.names, []
        nameless.label = "PERSON"
        nameless.take_alias(named.alias)
        nameless.gender = named.gender if nameless.gender == "-" else nameless.gender
        self.by_mention.update({name.first: nameless for name in nameless.names})

    def part(self, entity: Entity, own: Sequence[Mention]) -> Entity:
        """Somebody else, whom these of the names of *entity* name instead."""
        other = self.add("PERSON", entity.gender)
        other.take_alias(entity.alias)
        self.give(other, own)
        return other

    def merge(self, entity: Entity, other: Entity) -> None:
        """Make what is known of *other* known of *entity*, who bears the names of both from now on."""
        self.give(entity, other.names)
        entity.nominals += other.nominals
        entity.take_nouns(other.nouns - other.assumed)
        entity.take_assumed(other.assumed)
        entity.take_offices(other.offices)
        entity.take_affiliations(other.affiliations)
        entity.take_told_names(other.told_names)
        entity.take_told_parties(other.told_parties)
        entity.take_narrowing(other.narrowing)
        entity.label = other.label if other.is_person else entity.label or other.label
        entity.gender = other.gender if entity.gender == "-" else entity.gender
        for first, choice in self.ambiguous.items():
            united = dict.fromkeys(entity if one is other else one for one in choice)
            self.ambiguous[first] = list(united)

    def give(self, entity: Entity, names: Iterable[Mention]) -> None:
        """Make *names* those of *entity*, whoever bore them."""
        taken = {name.first: name for name in names if self.by_mention[name.first] is not entity}
        for before in {self.by_mention[first].number for first in taken}:
            bearer = self.entities[before]
            bearer.names = [name for name in bearer.names if name.first not in taken]
        entity.names = sorted([*entity.names, *taken.values()], key=lambda name: name.first)
        self.by_mention.update(dict.fromkeys(taken, entity))

    def settle(self, entity: Entity, names: Sequence[Mention]) -> None:
        """Make *names* those of *entity* for good, whatever the place of each tells."""
        self.give(entity, names)
        for name in names:
            self.ambiguous.pop(name.first, None)

    def reassign(self, mention: Mention, entity: Entity) -> None:
        """Make an ambiguous name a name of *entity* instead; the last name of somebody stays theirs."""
        before = self.by_mention[mention.first]
        if before is entity or len(before.names) < 2:
            return
        at = bisect_left(before.names, mention.first, key=lambda name: name.first)
        if at < len(before.names) and before.names[at] is mention:
            del before.names[at]
            insort(entity.names, mention, key=lambda name: name.first)
            self.by_mention[mention.first] = entity
