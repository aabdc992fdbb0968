"""Who is surely not the one whom a description in dialogue describes."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import SUBJECTS
from quotekit.speakers.mentions.nominal_mentions import pronoun_at
from quotekit.speakers.mentions.pronouns import fits_pronoun
from quotekit.speakers.mentions.reading import Reading

__all__ = ["is_described_apart", "others_than"]


def is_described_apart(entity: Entity, described: Entity, language: Language) -> bool:
    """Whether *entity*, who has no name, is described otherwise than somebody else without one.

    One relative can be several people's ("his wife", "her mother").
    """
    if entity is described or entity.names:
        return False
    return not all(one.nouns & language.relatives.keys() for one in (entity, described))


def others_than(reading: Reading, described: Entity, source: range) -> Iterator[Entity]:
    """Whose somebody described is ("Lund's uncle"), and who acts beside where they were told of first."""
    yield from owners(reading, source)
    for nominal in described.nominals[:1]:
        if nominal.head not in reading.sources and not reading.text.quoted[nominal.head]:
            yield from acting_behind(reading, nominal)


def owners(reading: Reading, source: range) -> Iterator[Entity]:
    """Whose a description says that somebody is, by name or by a pronoun that can mean nobody else."""
    for name in reading.names_in(source):
        if reading.text.deps[name.head] == "poss":
            yield reading.bearer_of(name)
    if reading.text.tags[source.start] == "PRP$":
        pronoun = pronoun_at(reading.text, source.start, reading.language)
        persons = (one for one in reading.cast.entities if one.names and one.is_person)
        fitting = [one for one in persons if fits_pronoun(one, pronoun)]
        yield from fitting if len(fitting) == 1 else ()


def acting_behind(reading: Reading, nominal: Mention) -> Iterator[Entity]:
    """Who is the subject of something by name, behind a description in its paragraph."""
    text = reading.text
    for name in reading.names_from(nominal.last):
        if text.paragraphs[name.head] != text.paragraphs[nominal.head]:
            return
        if text.deps[name.head] in SUBJECTS and not text.quoted[name.head]:
            yield reading.bearer_of(name)
