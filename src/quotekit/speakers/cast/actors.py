"""Names of one word whose bearers speak or act as only persons do, whatever the recogniser took them for."""

from __future__ import annotations

from collections.abc import Sequence, Set

from quotekit.language import Language
from quotekit.speakers.cast.entities import Cast, Entity
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.names.vocatives import is_vocative
from quotekit.speakers.nominal_labels import nominal_label
from quotekit.speakers.scheme import FINITE_VERBS, SUBJECTS

__all__ = ["take_actors_for_persons", "take_voices_for_persons"]

FULL_NAMES_LOOKED_AT = 8
"""Names of an entity among which a full one shows that it is no person; more make no difference."""


def take_voices_for_persons(
    text: Discourse, cast: Cast, names: Sequence[Mention], voices: Sequence[range], language: Language
) -> None:
    """Take for persons those who speak at *voices*, are called by name or act, in a text told in turns."""
    sources = {index for voice in voices for index in voice}
    whole = range(len(text))
    for mention in names:
        entity = cast.by_mention[mention.first]
        if entity.may_be_person or has_full_name(entity):
            continue
        is_called = text.quoted[mention.head] and is_vocative(text, mention, whole, language)
        if mention.head in sources or is_called or acts_alone(text, mention, language):
            entity.take_for_person("-")


def take_actors_for_persons(
    text: Discourse, cast: Cast, names: Sequence[Mention], paragraphs: Set[int], language: Language
) -> None:
    """Take for persons those who act in *paragraphs*, if only with a part of them ("Zoltan’s laugh rang")."""
    for mention in names:
        entity = cast.by_mention[mention.first]
        if text.paragraphs[mention.head] not in paragraphs or entity.is_person or has_full_name(entity):
            continue
        if acts_alone(text, mention, language) or owns_actor(text, mention, language):
            entity.take_for_person("-")


def has_full_name(entity: Entity) -> bool:
    """Whether one of the first names of *entity* has several words."""
    return any(name.name and name.name.is_full for name in entity.names[:FULL_NAMES_LOOKED_AT])


def acts_alone(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name of one word, no country's, does something in the narration, as persons do in novels."""
    verb = text.heads[mention.head]
    acts = text.deps[mention.head] == "nsubj" and text.tags[verb] in FINITE_VERBS
    stative = text.lemmas[verb] in language.function_words.equating | language.function_words.wording
    return is_one_word(text, mention, language) and acts and not stative and not text.quoted[mention.head]


def owns_actor(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name of one word owns what does something in the narration and is nobody."""
    owned = text.heads[mention.head]
    verb = text.heads[owned]
    acts = text.deps[owned] in SUBJECTS and text.tags[verb] in FINITE_VERBS
    owns = text.deps[mention.head] == "poss" and not nominal_label(text.lemmas[owned], language)
    return is_one_word(text, mention, language) and owns and acts and not text.quoted[mention.head]


def is_one_word(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name is one word and no country's."""
    return mention.last == mention.first + 1 and text.words[mention.head] not in language.affiliations
