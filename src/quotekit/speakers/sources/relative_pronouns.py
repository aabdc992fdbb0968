"""Whom a relative pronoun stands for: the noun whose clause it opens ("the clerk, who said …")."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.nominal_labels import nominal_label
from quotekit.speakers.ground.scheme import COMMON_NOUNS, FINITE_VERBS, GROUPS, NOUN_CLAUSES, NOUNS
from quotekit.speakers.mentions.descriptions import resolve_description
from quotekit.speakers.mentions.nominal_mentions import read_nominal
from quotekit.speakers.sources.progress import Answer, PlacedQuote, Progress
from quotekit.speakers.sources.source import Source

__all__ = ["by_antecedent"]

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
"""Labels of what "who" is never said of."""

CLAUSE_HOPS = 6
"""Words that are passed on the way from a relative pronoun to its clause; chosen by hand."""

JOINED_TOKENS = 24
"""Tokens before a relative pronoun in which the one stands that "and" joins it to; chosen by hand."""

ANTECEDENT_TOKENS = 8
"""Tokens before a relative pronoun in which its noun stands where the parse has no clause; chosen by hand."""


def by_antecedent(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """A relative pronoun, by the noun whose clause it opens."""
    if source.kind != "relative":
        return None
    reading, text = work.reading, work.text
    pronoun = first_of_several(work, source.tokens.start)
    noun = relative_antecedent(text, pronoun)
    if noun is None:
        return None
    noun = acting_noun(work, noun, pronoun)
    for name in reading.names_in(range(noun, noun + 1)):
        return Answer(reading.bearer_of(name), "pronoun")
    mention = read_nominal(text, noun, reading.language, any_noun=True)
    if mention is None:
        return None
    entity = reading.referents.get(mention.place) or resolve_description(
        text, reading.cast, reading.focus, mention, reading.language
    )
    return Answer(entity, "pronoun")


def first_of_several(work: Progress, pronoun: int) -> int:
    """The relative pronoun of a person that one behind "and" is joined to ("who saw it and who says")."""
    text, words = work.text, work.reading.language.function_words
    if text.lower[pronoun] not in words.personal_relative or text.tag_at(text.previous_word(pronoun)) != "CC":
        return pronoun
    before = range(pronoun - 1, max(-1, pronoun - JOINED_TOKENS), -1)
    here = (index for index in before if text.sentences[index] == text.sentences[pronoun])
    same = (index for index in here if text.quoted[index] == text.quoted[pronoun])
    return next((index for index in same if text.lower[index] in words.personal_relative), pronoun)


def acting_noun(work: Progress, noun: int, pronoun: int) -> int:
    """The noun that can act of those around *noun*: what "a dentist from Tarn, who said" tells is no town's.

    Nor is what "a decision from the board, which ruled" tells a decision's.
    """
    text, words = work.text, work.reading.language.function_words
    if text.lower[pronoun] not in words.personal_relative:
        return body_behind(work, noun, pronoun)
    able = next((above for above in nouns_above(text, noun) if not is_place(work, above)), None)
    if able is None or tells_of_no_person(work, able):
        person = person_before(work, noun if able is None else able, pronoun)
        return noun if person is None else person
    return able


def tells_of_no_person(work: Progress, noun: int) -> bool:
    """Whether a noun is neither a name's nor what somebody is ("objections from residents, who said")."""
    text, reading = work.text, work.reading
    is_named = bool(reading.names_in(range(noun, noun + 1)))
    is_kind = text.tags[noun] in COMMON_NOUNS and text.lemmas[noun] not in reading.language.plain_persons
    return is_kind and not is_named and nominal_label(text.lemmas[noun], reading.language) in {"", "DOCUMENT"}


def person_before(work: Progress, noun: int, pronoun: int) -> int | None:
    """The noun for persons right before "who", behind a thing, or before the place that stands between."""
    text, language = work.text, work.reading.language
    first = max(0, min(noun, pronoun - ANTECEDENT_TOKENS))
    for index in range(pronoun - 1, first, -1):
        if text.tags[index] in FINITE_VERBS or text.sentences[index] != text.sentences[pronoun]:
            return None
        is_person = nominal_label(text.lemmas[index], language) == "PERSON"
        if text.tags[index] in NOUNS and (is_person or text.lemmas[index] in language.plain_persons):
            return index
    return None


def body_behind(work: Progress, noun: int, pronoun: int) -> int:
    """The last word of the body's name between a thing, which says nothing, and a pronoun; else the thing."""
    text, reading = work.text, work.reading
    lemma, language = text.lemmas[noun], reading.language
    told = list(reading.names_in(range(noun + 1, pronoun)))
    if nominal_label(lemma, language) or reading.names_in(range(noun, noun + 1)) or not told:
        return noun
    label = reading.bearer_of(told[-1]).label
    closes = text.next_word(text.next_word(told[-1].last - 1)) == pronoun
    return told[-1].head if label in GROUPS and closes else noun


def nouns_above(text: Discourse, noun: int) -> Iterator[int]:
    """A noun, and those on which it hangs by way of prepositions and appositions."""
    yield noun
    for _ in range(CLAUSE_HOPS):
        above = text.heads[noun]
        if above == noun or text.tags[above] not in NOUNS | {"IN"}:
            return
        noun = above
        if text.tags[noun] in NOUNS:
            yield noun


def is_place(work: Progress, noun: int) -> bool:
    """Whether a noun names or describes a place or a country."""
    reading = work.reading
    for name in reading.names_in(range(noun, noun + 1)):
        return reading.bearer_of(name).label in PLACE_LABELS
    mention = read_nominal(work.text, noun, reading.language)
    return mention is not None and mention.label in PLACE_LABELS


def relative_antecedent(text: Discourse, pronoun: int) -> int | None:
    """The index of the noun that the clause of a relative pronoun modifies."""
    verb, hops = text.heads[pronoun], 0
    while text.deps[verb] not in NOUN_CLAUSES and text.heads[verb] != verb and hops < CLAUSE_HOPS:
        verb, hops = text.heads[verb], hops + 1
    noun = text.heads[verb]
    if text.deps[verb] in NOUN_CLAUSES and noun < pronoun:
        return noun
    before = text.previous_word(pronoun)
    while (
        before >= 0
        and pronoun - before < ANTECEDENT_TOKENS
        and text.sentences[before] == text.sentences[pronoun]
    ):
        if text.tags[before] in NOUNS:
            return before
        before = text.previous_word(before)
    return None
