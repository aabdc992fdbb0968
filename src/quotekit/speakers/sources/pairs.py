"""Two who were named together, and what takes them up: "the former", "the latter", "both women", "they"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Literal

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.nominal_labels import nominal_label
from quotekit.speakers.ground.scheme import BODIES, PLURALS, SUBJECTS
from quotekit.speakers.mentions.nominal_mentions import pronoun_at
from quotekit.speakers.sources.progress import Answer, PlacedQuote, Progress
from quotekit.speakers.sources.source import Source

__all__ = ["by_pair"]

PAIR_NAMES = 12
"""Names before a source that are looked back at; chosen by hand."""

PAIR_SENTENCES = 2
"""Sentences before a source in which two are named together that it takes up; chosen by hand."""

THEY_SENTENCES = 2
"""The same for a pronoun, which others can be meant by; chosen by hand."""

DESCRIBED_SENTENCES = 1
"""The same for a pronoun, of two who are only described, as many are; chosen by hand."""

ONE_OF_TWO_WORDS = 2
"""Words at most of a source that says "the former", which closes it: "former officials" are others."""

DUAL_WORDS = 3
"""Words of a source that says "both women" or "the two men" at most."""


def by_pair(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """One of two who were last named together, or both."""
    text, words = work.text, work.reading.language.function_words
    told = {text.lower[index] for index in source.tokens}
    if source.kind == "pronoun":
        return both_by_pronoun(work, source)
    closing = closing_word(work, source)
    if closing in words.first_of_two | words.second_of_two:
        pair = last_pair(work, source.tokens.start, PAIR_SENTENCES)
        one = pair[0 if closing in words.first_of_two else -1] if len(pair) == 2 else None
        if not pair and closing in words.second_of_two:
            one = last_person(work, source.tokens.start, PAIR_SENTENCES)
        return Answer(work.reading.bearer_of(one), "nominal") if one is not None else None
    if len(source.tokens) <= DUAL_WORDS and told & words.dual and is_definite(work, source):
        pair = last_pair(work, source.tokens.start, PAIR_SENTENCES)
        return both(work, pair, "nominal") if len(pair) == 2 and agree(work, pair, source) else None
    return None


def closing_word(work: Progress, source: Source) -> str:
    """The word that closes a source of two words, or all of one that hyphens join; empty for longer ones."""
    text, words = work.text, source.tokens
    if not words:
        return ""
    whole = text.text[text.starts[words[0]] : text.ends[words[-1]]].lower()
    if len(words) <= ONE_OF_TWO_WORDS:
        return text.lower[words[-1]]
    return "" if " " in whole else whole


def both_by_pronoun(work: Progress, source: Source) -> Answer | None:
    """All of those of whom the sentence of a "they", or the one before, is first about."""
    text, reading, index = work.text, work.reading, source.tokens.start
    mention = pronoun_at(text, index, reading.language)
    if mention.number not in {"+", "p"}:
        return None
    pair = last_pair(work, index, THEY_SENTENCES)
    if not pair:
        return both_described(work, index)
    if not any(text.deps[name.head] in SUBJECTS for name in pair):
        return None
    if mention.gender == "f" and any(reading.bearer_of(name).gender == "m" for name in pair):
        return None
    later = (one for one in reading.focus.backwards() if one.index >= pair[-1].last)
    told = (one for one in later if one.role == "subject" or one.index in reading.sources)
    others = any(one.entity.plural or one.entity.label == "ORG" for one in told)
    return None if others else both(work, pair, "pronoun")


def both_described(work: Progress, index: int) -> Answer | None:
    """Two persons without names whom a conjunction joins in the sentence before a "they", or in its own.

    Where that sentence is about several others or a body, "they" may be those ("The boys called a nurse and a
    cook", "The council dismissed a nurse and a cook").
    """
    pair = joined_descriptions(work, index)
    if not pair:
        return None
    near = (one for one in work.reading.focus.backwards() if is_near(work, one.index, index))
    several = any(one.role == "subject" and (one.entity.plural or one.entity.label in BODIES) for one in near)
    words = range(pair[0].first, pair[-1].last)
    return None if several else Answer(joined_entity(work, pair), "pronoun", tokens=words)


def joined_descriptions(work: Progress, index: int) -> Sequence[Mention]:
    """The last descriptions of persons before a token, near it, that a conjunction joins."""
    text, mentions = work.text, work.reading.mentions
    end = bisect_left(mentions, index, key=lambda one: one.first)
    near = [one for one in mentions[max(0, end - PAIR_NAMES) : end] if one.kind == "nominal"]
    told = [one for one in near if is_near(work, one.head, index) and not text.quoted[one.head]]
    persons = {one.head: one for one in told if one.label == "PERSON"}
    for last in reversed(persons.values()):
        joined = [last]
        while (before := described_before(work, joined[0], persons)) is not None:
            joined.insert(0, before)
        if len(joined) > 1:
            return joined
    return ()


def described_before(work: Progress, one: Mention, persons: Mapping[int, Mention]) -> Mention | None:
    """Whom of *persons*, by their nouns, a conjunction joins to one who is somebody else.

    Somebody else has an article or a number of their own, unlike in "the owner and manager".
    """
    text, reading = work.text, work.reading
    before = persons.get(text.heads[one.head]) if text.deps[one.head] == "conj" else None
    if before is None or before.head > one.head or not (one.determiner or one.number == "p"):
        return None
    first, second = (reading.referents.get(each.place) for each in (before, one))
    return before if first is not None and first is not second else None


def is_near(work: Progress, index: int, other: int) -> bool:
    """Whether a token stands in the sentence of another one, or in the one before that."""
    return work.text.sentences[other] - work.text.sentences[index] <= DESCRIBED_SENTENCES


def last_pair(work: Progress, index: int, sentences: int) -> Sequence[Mention]:
    """The names of several that a conjunction joins, the last ones before a token in so many sentences."""
    text, names = work.text, work.reading.names
    end = bisect_left(names, index, key=lambda name: name.first)
    near = names[max(0, end - PAIR_NAMES) : end]
    for last in reversed(near):
        if text.sentences[index] - text.sentences[last.head] > sentences:
            return ()
        if not text.quoted[last.head]:
            joined = [last]
            while (before := joined_to(work, joined[0], near)) is not None:
                joined.insert(0, before)
            if len(joined) > 1:
                return joined
    return ()


def last_person(work: Progress, index: int, sentences: int) -> Mention | None:
    """The name of a person that stands alone and last before a token in so many sentences.

    It is nobody where somebody or some body else is described behind it ("Ada Lund met the mayor").
    """
    text, names = work.text, work.reading.names
    end = bisect_left(names, index, key=lambda name: name.first)
    for name in reversed(names[max(0, end - PAIR_NAMES) : end]):
        if text.sentences[index] - text.sentences[name.head] > sentences:
            return None
        if not text.quoted[name.head] and work.reading.bearer_of(name).is_person:
            return None if is_other_described(work, name, index) else name
    return None


def is_other_described(work: Progress, name: Mention, index: int) -> bool:
    """Whether a description between a name and a token is of one other person, or of another body."""
    reading = work.reading
    first, last = (bisect_left(reading.mentions, at, key=lambda one: one.first) for at in (name.last, index))
    between = (one for one in reading.mentions[first:last] if one.kind == "nominal" and one.number != "p")
    referents = (reading.referents.get(one.place) for one in between)
    return any(one is not None and one is not reading.bearer_of(name) for one in referents)


def joined_to(work: Progress, name: Mention, names: Sequence[Mention]) -> Mention | None:
    """The name before another that this is joined to, by an "and" or over what stands in apposition to it."""
    text = work.text
    joint = text.previous_word(name.first)
    beside = next((one for one in names if text.next_word(one.last - 1) == joint), None)
    if beside is not None and text.tag_at(joint) == "CC" and is_person_beside(work, beside, name):
        return beside
    head = text.heads[name.head]
    if text.deps[name.head] != "conj" or head >= name.first:
        return None
    head = text.heads[head] if text.deps[head] == "appos" else head
    return next((one for one in names if one.first <= head < one.last and one is not name), None)


def is_person_beside(work: Progress, one: Mention, other: Mention) -> bool:
    """Whether two names can be persons', and one surely is, so that an "and" between joins nothing else."""
    both = work.reading.bearer_of(one), work.reading.bearer_of(other)
    return all(name.may_be_person for name in both) and any(name.is_person for name in both)


def both(work: Progress, names: Sequence[Mention], how: Literal["nominal", "pronoun"]) -> Answer:
    """Several who are named together, as one speaker."""
    entity, words = joined_entity(work, names), range(names[0].first, names[-1].last)
    members = tuple(work.reading.bearer_of(name) for name in names)
    return Answer(entity, how, tokens=words, members=members, names=tuple(names))


def joined_entity(work: Progress, joined: Sequence[Mention]) -> Entity:
    """The group of those whom a conjunction joins, which is one wherever it is taken up."""
    reading, conjunction = work.reading, work.text.previous_word(joined[-1].first)
    entity = reading.referents.get(conjunction)
    if entity is None:
        entity = reading.cast.add("GROUP", plural=True)
        first, last = joined[0].first, joined[-1].last
        entity.take_description(Mention("nominal", first, last, conjunction, "GROUP", number="p"))
        reading.refer(conjunction, entity)
    return entity


def is_definite(work: Progress, source: Source) -> bool:
    """Whether a source is of two who are known: "both" or "the two"."""
    words = work.reading.language.function_words
    first = work.text.lower[source.tokens.start]
    return first in words.definite or first in words.trailer


def agree(work: Progress, names: Sequence[Mention], source: Source) -> bool:
    """Whether the noun of a source, if it has one, can be said of all who are named."""
    noun = next((work.text.lemmas[at] for at in source.tokens if work.text.tags[at] in PLURALS), "")
    return not noun or all(can_be_called(work, work.reading.bearer_of(name), noun) for name in names)


def can_be_called(work: Progress, entity: Entity, noun: str) -> bool:
    """Whether a noun for persons or for bodies can be said of somebody, as label and gender tell."""
    label, gender = nominal_label(noun, work.reading.language), work.reading.language.roles.get(noun, "-")
    if label != "PERSON":
        return label == entity.label
    return entity.may_be_person and (gender == entity.gender or "-" in {gender, entity.gender})
