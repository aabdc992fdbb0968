"""Who was only described and is named where the text takes that up ("A woman … The woman, Ada Lund, …")."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.speakers.beside_names.nouns import apposed_noun
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.mentions.descriptions import modifiers
from quotekit.speakers.mentions.nominal_mentions import read_nominal
from quotekit.speakers.mentions.reading import Reading

__all__ = ["persons_named_later"]


def persons_named_later(reading: Reading) -> Iterator[tuple[Entity, Entity]]:
    """Each person who was only described, with whoever is named first beside the same description."""
    for name in reading.names:
        taken_up = description_in_front(reading, name)
        bearer = reading.bearer_of(name)
        if taken_up is None or not is_named_first(reading, name, bearer):
            continue
        described = [one for one in reading.cast.entities if is_told_so(reading, one, taken_up, bearer)]
        if len(described) == 1:
            yield described[0], bearer


def description_in_front(reading: Reading, name: Mention) -> Mention | None:
    """The description of whom the text knows already that has a name in apposition behind its comma."""
    text, language = reading.text, reading.language
    noun = apposed_noun(text, name, language)
    if noun is None or text.quoted[name.head]:
        return None
    comma, told = text.next_word(noun), read_nominal(text, noun, language)
    is_closed = text.word_at(comma) == "," and text.next_word(comma) == name.first
    is_known = told is not None and told.label == "PERSON" and told.determiner == "definite"
    return told if is_closed and is_known else None


def is_named_first(reading: Reading, name: Mention, bearer: Entity) -> bool:
    """Whether no narration has whoever bears a name before it."""
    return not any(one.first < name.first and not reading.text.quoted[one.head] for one in bearer.names)


def is_told_so(reading: Reading, entity: Entity, told: Mention, bearer: Entity) -> bool:
    """Whether somebody without a name was described before as *told* does, and can be who bears a name."""
    if entity.names or entity.plural or told.noun not in entity.nouns or not entity.nominals:
        return False
    fits = "-" in {entity.gender, bearer.gender} or entity.gender == bearer.gender
    is_before = entity.nominals[0].first < told.first
    return fits and is_before and modifiers(reading.text, told) <= entity.modifiers
