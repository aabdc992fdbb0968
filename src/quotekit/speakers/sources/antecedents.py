"""Whom a pronoun beside a quote means by what is told right there, before anybody's likelihood is weighed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from attrs import evolve

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import ADJECTIVES, DETERMINERS, NOUNS, PLACES_AND_BODIES, TOPICS
from quotekit.speakers.mentions.descriptions import resolve_description
from quotekit.speakers.mentions.nominal_mentions import pronoun_at, read_nominal
from quotekit.speakers.mentions.pronouns import NOWHERE, fits_pronoun, rank_antecedents
from quotekit.speakers.mentions.reading import resolve_mention
from quotekit.speakers.sources.answering import called_before
from quotekit.speakers.sources.hearers import is_question, persons_told
from quotekit.speakers.sources.phrase import BREAKS
from quotekit.speakers.sources.progress import PlacedQuote, Progress

__all__ = ["inserted_person", "told_antecedent"]

ANSWER_PARAGRAPHS = 1
"""Paragraphs behind a question in which whoever was asked answers it."""

RESUMED_TOKENS = 14
"""Tokens before a pronoun in which the phrase that it takes up stands; chosen by hand."""

OVERRULED = PLACES_AND_BODIES | {""}
"""Labels of names that a pronoun of persons overrules, for the recogniser guesses them."""

RESUMED_TAGS = NOUNS | ADJECTIVES | DETERMINERS | {"CD", "POS", "HYPH", ","}
"""Tags of the words of such a phrase and of its appositions."""


def told_antecedent(work: Progress, placed: PlacedQuote, mention: Mention) -> Entity | None:
    """Whom *mention*, the pronoun of a quote, means by the first of these that fits it."""
    opens = placed.tokens.start > mention.first
    asked = (one for one in asked_before(work, placed) if one.is_person)
    near = (
        *glossed(work, mention),
        *(resumed(work, mention) if opens else ()),
        *called_before(work, placed),
        *asked,
    )
    return next((one for one in near if fits_pronoun(one, mention, is_source=True)), None)


def glossed(work: Progress, mention: Mention) -> Iterator[Entity]:
    """Whomever an editor names in square brackets behind a pronoun ("he [Ode] said", "they [the miners]")."""
    text, mentions = work.text, work.reading.mentions
    opening = text.next_word(mention.last - 1)
    if text.word_at(opening) != "[":
        return
    within = mentions[bisect_left(mentions, text.next_word(opening), key=lambda one: one.first) :][:1]
    for told in within:
        entity = resolve_mention(work.reading, told, NOWHERE)
        if entity is not None and text.word_at(text.next_word(told.last - 1)) == "]":
            yield entity


def asked_before(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """Whom the question right before is put to ("I asked the smith whether he would sell. He answered")."""
    last = work.placed[placed.number - 1] if placed.number else None
    if last is None or last.quote.depth != placed.quote.depth:
        return
    if placed.paragraph - last.paragraph > ANSWER_PARAGRAPHS or not is_question(work, last):
        return
    yield from persons_told(work, last)
    if last.told and not work.reading.names_in(last.told):
        entity = work.reading.referents.get(last.told[-1]) or described_hearer(work, last.told[-1])
        if entity is not None and entity is work.speaker(last.number) and not work.is_dialogue:
            entity = hearer_beside_asker(work, last)
        if entity is not None:
            yield entity


def hearer_beside_asker(work: Progress, question: PlacedQuote) -> Entity | None:
    """Whoever a pronoun means that a question is put to: not the asker, who would ask "himself"."""
    reading, at, asker = work.reading, question.told[-1], work.speaker(question.number)
    word = work.text.lower[at]
    if word in reading.language.function_words.reflexive or word not in reading.language.pronouns:
        return asker
    mention = pronoun_at(work.text, at, reading.language)
    ranked = rank_antecedents(work.text, reading.focus, mention, NOWHERE)
    return next((one for _, one in ranked if one is not asker), None)


def described_hearer(work: Progress, noun: int) -> Entity | None:
    """Whoever is asked by a noun of which no table knows that it is a person's."""
    reading = work.reading
    told = read_nominal(work.text, noun, reading.language, any_noun=True)
    if told is None or told.label or work.text.tags[noun] not in NOUNS:
        return None
    person = evolve(told, label="PERSON", gender="-", number="s")
    return resolve_description(work.text, reading.cast, reading.focus, person, reading.language)


def resumed(work: Progress, mention: Mention) -> Iterator[Entity]:
    """Whoever a phrase in front of a pronoun names that it takes up ("the ref, Okoro, he goes")."""
    text, comma = work.text, work.text.previous_word(mention.first)
    first = comma
    while first > 0 and mention.first - first < RESUMED_TOKENS and is_in_phrase(work, first - 1, mention):
        first -= 1
    if text.word_at(comma) != "," or not opens_clause(work, first):
        return
    for name in work.reading.names_in(range(first, comma)):
        if is_listed(work, name):
            return
        entity = work.reading.bearer_of(name)
        if mention.gender in {"m", "f"} and not entity.is_person and entity.label in OVERRULED:
            entity.take_for_person(mention.gender)
        yield entity
    nouns = [index for index in range(first, comma) if text.tags[index] in NOUNS]
    yield from (one for noun in nouns[:1] if (one := work.reading.referents.get(noun)) is not None)


def is_listed(work: Progress, name: Mention) -> bool:
    """Whether a name is the last of several ("in Ohio and New Jersey, he said")."""
    text = work.text
    return text.deps[name.head] == "conj" and text.tags[text.heads[name.head]] in NOUNS


def inserted_person(work: Progress, placed: PlacedQuote, mention: Mention) -> Entity | None:
    """Who acts by name between dashes right behind a pronoun ("he said – here Lund sat down –")."""
    text, parts = work.text, placed.quote.content
    dashes = [
        index
        for index in range(mention.last, min(mention.last + RESUMED_TOKENS, len(text)))
        if text.words[index] in BREAKS and text.words[index] not in {",", ":"}
    ]
    if len(parts) < 2 or not dashes:
        return None
    for name in work.reading.names_in(range(dashes[0], text.token_at(parts[1].start))):
        entity = work.reading.bearer_of(name)
        if text.deps[name.head] in TOPICS and entity.is_person and fits_pronoun(entity, mention):
            return entity
    return None


def is_in_phrase(work: Progress, index: int, mention: Mention) -> bool:
    """Whether a token can belong to the phrase that a pronoun takes up."""
    text = work.text
    return text.tags[index] in RESUMED_TAGS and text.sentences[index] == text.sentences[mention.head]


def opens_clause(work: Progress, first: int) -> bool:
    """Whether a sentence, or a clause that a conjunction joins, opens at a token or at its "as for"."""
    text, before = work.text, work.text.previous_word(first)
    fronting, earlier = work.reading.language.function_words.fronting, text.previous_word(before)
    if text.lower_at(before) in fronting and text.lower_at(earlier) in fronting:
        before = text.previous_word(earlier)
    opens = before < 0 or text.sentences[before] != text.sentences[first] or text.tags[before] == "CC"
    return opens or text.quoted[before]
