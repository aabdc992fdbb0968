"""The entities of a document by the words of their names, and which of them a short name can stand for."""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import islice

from attrs import Factory, define

from quotekit.language import Language
from quotekit.speakers.cast.entities import Cast, Entity
from quotekit.speakers.cast.name_fit import (
    acronym,
    are_parts,
    full_forms,
    genders_differ,
    is_part_of,
    is_surname_of,
    letters_and_digits,
    may_be_persons,
    stand_in,
    without_things_of,
)
from quotekit.speakers.cast.pet_forms import are_two
from quotekit.speakers.cast.titled_surnames import TitledSurnames, is_daughter, is_other_by_title, is_wife
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.personal_names import (
    Name,
    are_compatible,
    are_titles_distinct,
    is_gender_firm,
    is_other_surname,
)
from quotekit.speakers.ground.scheme import PLACES_AND_BODIES

__all__ = ["NameIndex"]

INTIMATE = 3
"""Mentions by first name alone from which on a text is on first-name terms with somebody; chosen by hand."""

ESTABLISHED = 2
"""Mentions by surname alone from which on that is what a text calls somebody; chosen by hand."""

NEAREST = 32
"""Bearers of a word that a name is held against, of those named last and next; no corpus has as many."""


@define(eq=False)
class NameIndex:
    """The entities by the words of their names, while they are gathered.

    Attributes:
        language: The words of the language.
        quoted: Which tokens stand inside quotation marks.
        links: Names that the text gives as another name, by their first tokens.
        surnames: What the text tells of surnames behind titles.
        apart: The pairs of forms of one first name that the text has for two.
        cast: The entities so far.
        known: The different names of each entity, with how often each was seen.
        last: Where each entity was last named.
        introduced: Where each entity's first full name stands.
        told: The names that the text gives as another one, with the number of whose they are.
    """

    language: Language
    quoted: Sequence[bool]
    links: Mapping[int, int] = Factory(dict)
    surnames: TitledSurnames = Factory(TitledSurnames)
    apart: Set[Set[str]] = frozenset()
    cast: Cast = Factory(Cast)
    known: dict[int, Counter[Name]] = Factory(lambda: defaultdict(Counter))
    last: dict[int, int] = Factory(dict)
    introduced: dict[int, int] = Factory(dict)
    told: set[tuple[int, tuple[str, ...]]] = Factory(set)
    _by_word: dict[str, OrderedDict[int, Entity]] = Factory(lambda: defaultdict(OrderedDict))
    _by_parts: dict[tuple[str, ...], dict[int, Entity]] = Factory(lambda: defaultdict(dict))

    def linked(self, mention: Mention) -> Entity | None:
        """Whoever the text says that *mention* is another name of, which it is from there on."""
        entity = self.cast.by_mention.get(self.links.get(mention.first, -1))
        if entity is not None and mention.name is not None:
            self.told.add((entity.number, mention.name.parts))
        return entity

    def join(self, mention: Mention, entity: Entity | None) -> None:
        """Make *mention* a name of *entity*, or of a new one."""
        name = mention.name
        if name is None:
            return
        if entity is None:
            entity = self.cast.add(mention.label, mention.gender)
        is_firm = name.is_full or is_gender_firm(name, self.language)
        self.cast.take_name(entity, mention, is_firm=is_firm)
        self.enter(mention, name, entity)

    def enter(self, mention: Mention, name: Name, entity: Entity) -> None:
        """Remember *name* as one of *entity*'s."""
        if name not in self.known[entity.number]:
            for word in self.keys(name, mention.label):
                self._by_word[word][entity.number] = entity
        self.bring_forward(entity, name)
        self._by_parts[name.parts].setdefault(entity.number, entity)
        self.known[entity.number][name] += 1
        if name.is_full:
            self.introduced.setdefault(entity.number, mention.first)
        else:
            self.last[entity.number] = mention.first

    def pass_by(self, mention: Mention, entity: Entity) -> None:
        """Take in that the text names *entity* by a name that was entered before."""
        self.last[entity.number] = mention.first
        if mention.name is not None:
            self.bring_forward(entity, mention.name)

    def bring_forward(self, entity: Entity, name: Name) -> None:
        """Make *entity* the last named of those who bear the words of *name*."""
        for word in {name.first, name.last}:
            if entity.number in self._by_word[word]:
                self._by_word[word].move_to_end(entity.number)

    def keys(self, name: Name, label: str) -> set[str]:
        """The words under which *name* is found."""
        words = {*name.parts, *full_forms(name, self.language)}
        if label != "PERSON":
            words |= {acronym(name.parts, self.language), name.first.partition(".")[0]}
        return words

    def candidates(self, name: Name) -> list[Entity]:
        """The entities that share a word with *name*, each once: of very many those named near by."""
        words = {name.first, name.last, letters_and_digits(name.last), *full_forms(name, self.language)}
        found = {entity.number: entity for word in words for entity in self.nearest(word)}
        return [found[number] for number in sorted(found)]

    def nearest(self, word: str) -> Iterator[Entity]:
        """The bearers of a word: of very many those named last and those named next."""
        bearers = self._by_word.get(word)
        if bearers is None:
            return
        if len(bearers) <= 2 * NEAREST:
            yield from bearers.values()
            return
        yield from islice(reversed(bearers.values()), NEAREST)
        yield from islice(bearers.values(), NEAREST)

    def full_match(self, mention: Mention, name: Name) -> Entity | None:
        """The entity whose full name is *name*."""
        for entity in self.namesakes(name):
            for other in self.known[entity.number]:
                if other.is_full and self.same_full(mention, name, entity, other):
                    return entity
        return None

    def namesakes(self, name: Name) -> list[Entity]:
        """The entities that share a word with *name*, with all that bear just this name."""
        same = self._by_parts.get(name.parts, {})
        found = {
            entity.number: entity for entity in (*self.candidates(name), *islice(same.values(), NEAREST))
        }
        return [found[number] for number in sorted(found)]

    def same_full(self, mention: Mention, name: Name, entity: Entity, other: Name) -> bool:
        """Whether two full names are the same one's."""
        if other.parts == name.parts and not genders_differ(mention.gender, entity.gender):
            return not name.generation or other.generation in {"", name.generation}
        if may_be_persons(mention, entity):
            return not are_two(name, other, self.apart) and are_compatible(name, other, self.language)
        return is_part_of(mention, other.parts, entity, self.language)

    def short_matches(self, mention: Mention, name: Name) -> list[Entity]:
        """The entities that a name of one word can stand for: the last one named first."""
        fitting = [entity for entity in self.candidates(name) if self.fits(mention, name, entity)]
        fitting = self.without_ladies(name, without_things_of(fitting))
        fitting = [entity for entity in fitting if not self.is_late(mention, name, entity)]
        if name.is_surname and not self.quoted[mention.head]:
            fitting = [entity for entity in fitting if not self.is_intimate(name, entity)]
        same = [
            entity
            for entity in fitting
            if any(name.last in (o.first, o.last) for o in self.known[entity.number])
        ]
        same = self.without_intimates(
            name, self.in_office(name, self.by_last_word(mention, name, same or fitting))
        )
        return sorted(same, key=lambda entity: self.rank(entity, name), reverse=True)

    def by_last_word(self, mention: Mention, name: Name, fitting: list[Entity]) -> list[Entity]:
        """The bearers whose names end in a surname, if there are any: a titled one ("Mr. Gao" of Ada Gao).

        So does one that stands behind a known first name ("Lund" of Ada Lund, and not "Lund National"),
        unless it is read as a body's ("Lund" of Lund AG, and not of Ada Lund).
        """
        ending = [entity for entity in fitting if any(name.last == o.last for o in self.known[entity.number])]
        fulls = [other for entity in ending for other in self.known[entity.number] if other.is_full]
        is_bare = mention.label != "ORG" and is_surname_of(name, fulls, self.language)
        is_surname = name.is_surname or is_bare
        return ending if ending and is_surname else fitting

    def in_office(self, name: Name, fitting: list[Entity]) -> list[Entity]:
        """The bearers of a name whom the text names in full with its title of office, if there are any."""
        titles = {*name.titles} if name.kind != "courtesy" else set()
        known = ((entity, self.known[entity.number]) for entity in fitting if titles)
        named = [one for one, own in known if any(o.is_full and titles <= {*o.titles} for o in own)]
        return named or fitting

    def rank(self, entity: Entity, name: Name) -> tuple[bool, bool, int, int]:
        """How near *entity* is: whoever was named before, by the same name, and last."""
        last = self.last.get(entity.number, -1)
        same = bool(name.titles) and any(
            other.parts == name.parts and other.titles == name.titles for other in self.known[entity.number]
        )
        return (last >= 0, same, last, -entity.names[0].first)

    def fits(self, mention: Mention, name: Name, entity: Entity) -> bool:
        """Whether *entity* can bear this short name."""
        known = self.known[entity.number]
        if (entity.number, name.parts) in self.told:
            return True
        if not may_be_persons(mention, entity):
            own = {other.parts for other in known}
            return name.parts in own or any(is_part_of(mention, one, entity, self.language) for one in own)
        if self.is_barred(mention, name, entity):
            return False
        fulls = [other for other in known if other.is_full]
        untold = (other for other in known if (entity.number, other.parts) not in self.told)
        return all(self.go_together(name, other, fulls) for other in untold)

    def is_barred(self, mention: Mention, name: Name, entity: Entity) -> bool:
        """Whether generation, gender, kind or surname keep a short name from *entity*.

        "Karel Jr." is somebody else than Karel Brandt.
        """
        known = self.known[entity.number]
        fulls = [other for other in known if other.is_full]
        is_firm = name.parts[0] in self.language.known_bodies and bool(fulls)
        differs = genders_differ(name.gender, entity.gender) or self.is_his_lady(name, entity)
        differs = differs or is_daughter(mention, known, self.surnames, self.language)
        comes_first = mention.first < self.introduced.get(entity.number, -1)
        differs = differs or is_other_by_title(name, known, self.surnames, self.language, comes_first)
        surnames = not entity.is_person and any(is_other_surname(name, one, self.language) for one in fulls)
        return (
            (bool(name.generation) and all(other.generation != name.generation for other in known))
            or (is_gender_firm(name, self.language) and differs)
            or (entity.label in PLACES_AND_BODIES and bool(fulls))
            or surnames
            or (is_firm and not is_surname_of(name, fulls, self.language))
        )

    def go_together(self, name: Name, other: Name, fulls: Sequence[Name]) -> bool:
        """Whether a short name and another one can be the same person's, who has also the *fulls*."""
        if are_two(name, other, self.apart) or are_titles_distinct(name, other, self.language):
            return False
        parts = are_compatible(name, other, self.language) or are_parts(name, other, self.language)
        return parts or any(stand_in(full, name, other) for full in fulls)

    def is_his_lady(self, name: Name, entity: Entity) -> bool:
        """Whether a lady's title and surname are not *entity*'s, who is "Lund" or one of a couple."""
        if name.gender != "f" or entity.gender != "-" or name.kind not in {"courtesy", "kin"}:
            return False
        known = [(one, times) for one, times in self.known[entity.number].items() if one.parts == name.parts]
        bare = sum(times for one, times in known if not one.titles)
        titled = any(one.kind == "office" for one, _ in known) and entity.number not in self.introduced
        is_his_wife = titled and name.last in self.surnames.couples and is_wife(name, self.language)
        return is_his_wife or (bare >= ESTABLISHED and name.kind == "courtesy")

    def is_late(self, mention: Mention, name: Name, entity: Entity) -> bool:
        """Whether a titled surname comes before the full name, as a father's comes before his son's."""
        if not name.is_surname or name.kind != "courtesy":
            return False
        same = any(other.parts == name.parts for other in self.known[entity.number])
        return self.introduced.get(entity.number, -1) > mention.first and not same

    def is_intimate(self, name: Name, entity: Entity) -> bool:
        """Whether the narration calls *entity* by first name alone, so that it has no "Mrs. Lund" for her."""
        short = {own: times for own, times in self.known[entity.number].items() if not own.is_full}
        given = sum(min(times, len(self.surnames.alone.get(own.last, ()))) for own, times in short.items())
        return given >= INTIMATE and all(own.parts != name.parts for own in short)

    def without_intimates(self, name: Name, fitting: list[Entity]) -> list[Entity]:
        """The bearers of a surname without those called by first name, when only one is called by it."""
        called = [entity for entity in fitting if self.times(entity, name) >= ESTABLISHED]
        others = [entity for entity in fitting if entity not in called]
        alone = len(called) == 1 and all(self.is_intimate(name, other) for other in others)
        return called if alone else fitting

    def times(self, entity: Entity, name: Name) -> int:
        """How often *entity* was called by just this word so far, with or without a title."""
        return sum(times for other, times in self.known[entity.number].items() if other.parts == name.parts)

    def without_ladies(self, name: Name, fitting: list[Entity]) -> list[Entity]:
        """The bearers of a name that may be a man's, without women whom the text never names so."""
        if is_gender_firm(name, self.language):
            return fitting
        kept = [entity for entity in fitting if not (entity.gender == "f" and self.only_titled(entity))]
        return kept or fitting

    def only_titled(self, entity: Entity) -> bool:
        """Whether *entity* has no name without a title that tells a woman."""
        return all(is_gender_firm(other, self.language) for other in self.known[entity.number])
