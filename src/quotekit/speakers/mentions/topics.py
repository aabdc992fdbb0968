"""Whom a text was just about, as what a fuller description takes up ("the 19-year-old from Vik")."""

from __future__ import annotations

from collections.abc import Set
from itertools import takewhile

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.nominal_labels import is_epithet
from quotekit.speakers.ground.scheme import COMMON_NOUNS, NOUN_CLAUSES, PROPER_NOUNS, SUBJECTS
from quotekit.speakers.mentions.descriptions import NEAR_PARAGRAPHS, is_narrowed, modifiers
from quotekit.speakers.mentions.epithets import can_be_meant, is_past, is_retired, is_something_else
from quotekit.speakers.mentions.focus import Sighting, head_of_phrase, only_one
from quotekit.speakers.mentions.offices import offices_at
from quotekit.speakers.mentions.pronouns import Situation
from quotekit.speakers.mentions.reading import Reading

__all__ = ["person_told_of_before"]

ADDED_CLAUSES = NOUN_CLAUSES | {"advcl"}
"""Relations of clauses that add something to a sentence, which is not about their subject."""

COMPARING_TAGS = frozenset({"JJR", "JJS", "RBS", "POS"})
"""Tags of words that tell somebody from others, or say whose a person is."""

TOPIC_TOKENS = 600
"""Words before a description that are looked through, so that each takes the same time; chosen by hand."""


def person_told_of_before(
    reading: Reading, mention: Mention, situation: Situation, spoken: Set[int]
) -> Entity | None:
    """Whoever alone the sentence before is about, if a fuller description than a noun can be of them.

    An office or a service that nobody was said to have is somebody else's too often ("the bank manager"), but
    for those who have *spoken*, by their numbers: they go on.
    """
    text, language = reading.text, reading.language
    if not tells_more_than_noun(text, mention, language) or holds_another(reading, mention):
        return None
    topic = only_topic(reading, mention)
    if topic is None or topic.number in situation.named or not can_be_meant(topic, mention, situation):
        return None
    is_new = topic.number not in spoken and is_new_role(topic, mention, language)
    is_new = is_new or holds_other_office(text, topic, mention, language)
    is_new = is_new or is_something_else(text, topic, mention, language)
    return topic if is_past(text, mention, language) or not is_new else None


def is_new_role(entity: Entity, mention: Mention, language: Language) -> bool:
    """Whether a description is by what nobody was said to be, and by no epithet ("the finance minister")."""
    is_own = is_epithet(mention.noun, language) or mention.noun.isdigit()
    return not is_own and mention.noun not in entity.nouns


def holds_other_office(text: Discourse, entity: Entity, mention: Mention, language: Language) -> bool:
    """Whether somebody is so of something else than a description says ("the head of the league")."""
    told = {*offices_at(text, mention.head, language)}
    held = {office for office in entity.offices if office[0] == mention.noun}
    return bool(told and held) and told.isdisjoint(held)


def holds_another(reading: Reading, mention: Mention) -> bool:
    """Whether a description has a person's name in front ("the Lund adviser"), or somebody acts before it.

    What is done to somebody others do ("He was rebuked by the head of …").
    """
    text, cast = reading.text, reading.cast
    names = (text.lower[at] for at in range(mention.first, mention.head) if text.tags[at] in PROPER_NOUNS)
    owned = any(one.is_person for name in names for one in cast.by_surname(name))
    here = text.sentences[mention.head]
    return owned or any(text.sentences[one.index] == here for one in reading.focus.subjects.values())


def tells_more_than_noun(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a description of one known person says more of them than a noun, and not whose they are."""
    is_one = mention.determiner == "definite" and mention.number == "s" and mention.label == "PERSON"
    is_role = mention.noun not in language.plain_persons | language.unnamed_roles
    is_role = is_role or is_retired(text, mention, language)
    tells = bool(modifiers(text, mention)) or is_narrowed(text, mention)
    is_other = text.tags[mention.head] in PROPER_NOUNS or is_of_something_told(text, mention, language)
    return is_one and is_role and tells and not is_other and not tells_apart(text, mention, language)


def is_of_something_told(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether somebody is of what a text has told of without a name ("the star of the film").

    That is what the sentence before tells of whoever it is about, beside whom somebody else is so.
    """
    behind = range(mention.head + 1, mention.last)
    articles = (at for at in behind if text.lower[at] in language.function_words.definite)
    is_told = any(text.tags[text.heads[at]] in COMMON_NOUNS for at in articles)
    return is_told or any(text.tags[at] == "PRP" for at in behind)


def tells_apart(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a description is of another than was told of ("the second aide", "even the head of …")."""
    words = language.function_words
    inside = range(max(0, text.previous_word(mention.first)), mention.head)
    is_another = not modifiers(text, mention).isdisjoint(words.rivalling - words.past)
    is_added = any(text.tags[at] == "RB" and text.heads[at] == mention.head for at in inside)
    return is_another or is_added or any(text.tags[at] in COMPARING_TAGS for at in inside)


def only_topic(reading: Reading, mention: Mention) -> Entity | None:
    """Whoever alone is the subject of the sentence in the author's words before a description's.

    A clause in it that is about another person parts what it tells ("As Lund spoke, a guard yawned").
    """
    text = reading.text
    last = last_told(text, mention)
    if last is None or text.paragraphs[mention.head] - text.paragraphs[last] > NEAR_PARAGRAPHS:
        return None
    there = text.sentences[last]
    near = takewhile(lambda one: text.sentences[one.index] >= there, reversed(reading.sightings))
    told = [
        one for one in near if stands_beside_topic(text, one.index, last) and is_author_subject(text, one)
    ]
    return only_one(told) if any(not is_in_clause(text, one) for one in told) else None


def stands_beside_topic(text: Discourse, one: int, other: int) -> bool:
    """Whether two tokens stand in one sentence and paragraph; a parser reads on over headings."""
    return text.sentences[one] == text.sentences[other] and text.is_one_paragraph(one, other)


def is_author_subject(text: Discourse, sighting: Sighting) -> bool:
    """Whether a person is a verb's subject in the author's words, or anything is what a sentence is about."""
    is_told = sighting.leads or sighting.entity.is_person
    is_subject = text.deps[head_of_phrase(text, sighting.index)] in SUBJECTS
    return is_told and is_subject and not sighting.quoted and not sighting.reported


def is_in_clause(text: Discourse, sighting: Sighting) -> bool:
    """Whether a subject is one of a clause that adds something to a sentence ("As Lund spoke, …")."""
    return not sighting.leads and text.deps[text.heads[sighting.index]] in ADDED_CLAUSES


def last_told(text: Discourse, mention: Mention) -> int | None:
    """The last word in the author's words before the sentence of a description."""
    here = text.sentences[mention.head]
    told = (
        at
        for at in range(mention.first - 1, max(-1, mention.first - TOPIC_TOKENS), -1)
        if text.sentences[at] != here and not text.quoted[at] and text.words[at].isalnum()
    )
    return next(told, None)
