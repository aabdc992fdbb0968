"""Names whose bearers speak or act as only persons do, whatever the recogniser took them for."""

from __future__ import annotations

from collections.abc import Sequence, Set

from quotekit.language import Language
from quotekit.speakers.cast.entities import Cast, Entity
from quotekit.speakers.cast.name_labels import has_common_noun
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.nominal_labels import nominal_label
from quotekit.speakers.ground.scheme import FINITE_VERBS, SUBJECTS
from quotekit.speakers.names.own_names import is_on_line
from quotekit.speakers.names.vocatives import is_vocative

__all__ = ["take_actors_for_persons", "take_voices_for_persons"]

PARTS_OF_ACTOR = 2
"""Parts of the longest name whose bearer's deeds show that it is a person's; bodies have longer ones."""

FULL_NAMES_LOOKED_AT = 8
"""Names of an entity among which a full one shows that it is no person; more make no difference."""


def take_voices_for_persons(
    text: Discourse, cast: Cast, names: Sequence[Mention], voices: Sequence[range], language: Language
) -> None:
    """Take for persons those who speak at *voices*, are called, tell who they are or act, in dialogue."""
    sources = {index for voice in voices for index in voice}
    whole = range(len(text))
    for mention in names:
        entity = cast.by_mention[mention.first]
        if entity.may_be_person or has_full_name(entity):
            continue
        is_called = text.quoted[mention.head] and is_vocative(text, mention, whole, language)
        is_called = is_called or is_on_line(text, mention, language)
        calls = is_called and not is_country(text, mention, language)
        if mention.head in sources or calls or acts_alone(text, mention, language):
            entity.take_for_person("-")


def take_actors_for_persons(
    text: Discourse, cast: Cast, names: Sequence[Mention], paragraphs: Set[int], language: Language
) -> None:
    """Take for persons those who act in *paragraphs*, if only with a part of them ("Zoltan’s laugh rang").

    Their names are one word or two, neither of which tells that they are a body's or a place's.
    """
    for mention in names:
        entity = cast.by_mention[mention.first]
        if text.paragraphs[mention.head] not in paragraphs or entity.is_person:
            continue
        if not is_given_name(text, mention, language):
            continue
        if acts_in_narration(text, mention, language) or owns_actor(text, mention, language):
            entity.take_for_person("-")


def has_full_name(entity: Entity) -> bool:
    """Whether one of the first names of *entity* has several words."""
    return any(name.name and name.name.is_full for name in entity.names[:FULL_NAMES_LOOKED_AT])


def acts_alone(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name of one word, no country's, does something in the narration, as persons do in novels."""
    is_one = mention.last == mention.first + 1 and not is_country(text, mention, language)
    return is_one and acts_in_narration(text, mention, language)


def is_country(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name is a country's or a state's, and nobody's first name as well ("Virginia")."""
    words = " ".join(text.words[mention.first : mention.last])
    return words in language.affiliations and words.lower() not in language.first_names


def acts_in_narration(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name is the subject of a verb in the narration that says more than what somebody is."""
    verb = text.heads[mention.head]
    is_actor = text.deps[mention.head] == "nsubj" and is_finite_behind(text, mention.last, verb)
    stative = text.lemmas[verb] in language.function_words.equating | language.function_words.wording
    return is_actor and not stative and not text.quoted[mention.head]


def is_finite_behind(text: Discourse, first: int, verb: int) -> bool:
    """Whether a verb is finite, or one of its words from *first* on up to it is ("did not move")."""
    own = (index for index in range(first, verb) if text.heads[index] == verb)
    return any(text.tags[index] in FINITE_VERBS for index in (verb, *own))


def owns_actor(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name is of whoever owns what does something in the narration and is nobody."""
    owned = text.heads[mention.head]
    verb = text.heads[owned]
    is_actor = text.deps[owned] in SUBJECTS and is_finite_behind(text, owned + 1, verb)
    owns = text.deps[mention.head] == "poss" and not nominal_label(text.lemmas[owned], language)
    return owns and is_actor and not text.quoted[mention.head]


def is_given_name(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name can be a person's: of few parts, no country's, with no noun of a body or a place."""
    if (
        mention.name is None
        or len(mention.name.parts) > PARTS_OF_ACTOR
        or has_common_noun(text, mention, language)
    ):
        return False
    return not is_country(text, mention, language)
