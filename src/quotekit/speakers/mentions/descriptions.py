"""What the text says that somebody is, and whom a description therefore stands for."""

from __future__ import annotations

from collections.abc import Iterator, Set

from quotekit.speakers.cast.entities import Cast, Entity
from quotekit.speakers.cast.name_evidence import introduction
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.mentions.focus import Focus
from quotekit.speakers.vocabulary import Vocabulary, nominal_label

__all__ = ["is_narrowed", "learn_descriptions", "modifiers", "relative_of", "resolve_description"]

CLOSE = 4
"""Tokens before a name in which a noun is said of it; chosen by hand."""

FIELD = 4
"""Words before the colon of a line that says who is what at most; chosen by hand."""

PROPER = frozenset({"NNP", "NNPS"})
NOUNS = PROPER | {"NN", "NNS"}
BODIES = frozenset({"ORG", "GPE", "GROUP"})


def learn_descriptions(
    text: Discourse, cast: Cast, vocabulary: Vocabulary, sources: Set[int] = frozenset()
) -> None:
    """Enter into each entity of *cast* the nouns that titles, appositions, copulas and fields give it.

    *sources* are the tokens of who speaks, whose colons are no fields'.
    """
    for entity in cast.entities:
        for mention in entity.names:
            found = [*description_nouns(text, mention, vocabulary)]
            if (noun := field_noun(text, mention)) is not None and noun not in sources:
                found.append(text.lemmas[noun])
            entity.nouns.update(noun for noun in found if can_be(entity, noun, vocabulary))
        tell_gender_by_nouns(entity, vocabulary)


def tell_gender_by_nouns(entity: Entity, vocabulary: Vocabulary) -> None:
    """Take whoever is said to be a son for a man, where neither name nor pronouns tell."""
    told = {vocabulary.roles.get(noun, "-") for noun in entity.nouns} & {"m", "f"}
    if entity.is_person and entity.gender == "-" and len(told) == 1:
        entity.gender = told.pop()


def can_be(entity: Entity, noun: str, vocabulary: Vocabulary) -> bool:
    """Whether a noun can describe an entity of this label: a role a person, a body the rest."""
    if noun.isdigit():
        return entity.label == "PERSON"
    label = nominal_label(noun, vocabulary)
    if not label and noun not in vocabulary.titles and noun not in vocabulary.title_nouns.values():
        return False
    person = label in {"PERSON", ""}
    return person == (entity.label == "PERSON") or not entity.label


def description_nouns(text: Discourse, mention: Mention, vocabulary: Vocabulary) -> Iterator[str]:
    """The nouns by which the words around a name describe its bearer."""
    if mention.name is not None:
        for title in mention.name.titles:
            if vocabulary.titles[title][1] in {"office", "style"} and title not in vocabulary.relatives:
                yield vocabulary.title_nouns.get(title, title)
    if mention.label != "PERSON":
        names = {text.lower[index] for index in range(mention.first, mention.last)}
        yield from names & vocabulary.organisations.keys()
        introduced = introduction(text, mention, vocabulary)
        if introduced is not None:
            yield text.lemmas[introduced]
    yield from nouns_before(text, mention, vocabulary)
    yield from nouns_after(text, mention, vocabulary)


def nouns_before(text: Discourse, mention: Mention, vocabulary: Vocabulary) -> Iterator[str]:
    """Role nouns right before a name ("spokesman Ode") or before a comma that it follows."""
    before = text.previous_word(mention.first)
    noun = text.heads[mention.head]
    apposed = before >= 0 and text.words[before] == "," and text.deps[mention.head] == "appos"
    if apposed and text.words[noun].islower():
        yield text.lemmas[noun]
    while is_close_noun(text, before, mention):
        if nominal_label(text.lemmas[before], vocabulary) and not text.words[before].isupper():
            yield text.lemmas[before]
        before = text.previous_word(before)


def is_close_noun(text: Discourse, index: int, mention: Mention) -> bool:
    """Whether a noun stands a few words before a name, in its paragraph."""
    near = index >= 0 and mention.first - index < CLOSE
    return near and text.tags[index] in NOUNS and text.is_one_paragraph(index, mention.first)


def field_noun(text: Discourse, mention: Mention) -> int | None:
    """The last word before the colon of a line that says who is what ("CHAIR: Ada Lund")."""
    colon = text.previous_word(mention.first)
    if colon < 1 or text.words[colon] != ":":
        return None
    noun = first = text.previous_word(colon)
    while first > 0 and noun - first < FIELD and text.words[first - 1].isalpha():
        first -= 1
    opens = first == 0 or "\n" in text.words[first - 1] or not text.is_one_paragraph(first - 1, first)
    return noun if opens else None


def nouns_after(text: Discourse, mention: Mention, vocabulary: Vocabulary) -> Iterator[str]:
    """Role nouns and ages in the apposition or the copula behind a name."""
    index = text.next_word(mention.last - 1)
    if index >= len(text) or text.sentences[index] != text.sentences[mention.head]:
        return
    if text.words[index] == "(":
        yield from party_nouns(text, index)
    if text.words[index] == "," and not text.quoted[index] and text.tag_at(index + 1) == "CD":
        yield text.words[index + 1]
    for at in range(index + 1, end_of_block(text, mention.last, min(index + 16, len(text)))):
        if text.tags[at] in NOUNS and at not in text.labels and is_said_of(text, at, mention):
            yield text.lemmas[at]


def end_of_block(text: Discourse, first: int, last: int) -> int:
    """The index of the first blank line from *first* on, or *last*: a parser reads on over it.

    So it does behind the bracket in which the words before *first* stand, and behind a label.
    """
    depth = 0
    for at in range(first, last):
        depth += text.words[at].count("(") - text.words[at].count(")")
        if (
            depth < 0
            or text.words[at].count("\n") > 1
            or (first - 1 in text.labels and ":" in text.words[at])
        ):
            return at
    return last


def is_said_of(text: Discourse, noun: int, mention: Mention) -> bool:
    """Whether a noun behind a name is in apposition to it, its predicate, or joined to such a noun."""
    hops = 0
    while text.deps[noun] == "conj" and hops < 3:
        if text.tags[noun] in PROPER and text.lower_at(text.previous_word(noun)) == "the":
            return False
        noun, hops = text.heads[noun], hops + 1
    head = text.heads[noun]
    if text.deps[noun] == "appos":
        return mention.first <= head < mention.last
    if text.deps[noun] != "attr" or text.lemmas[head] not in {"be", "become"}:
        return False
    return text.deps[mention.head] == "nsubj" and text.heads[mention.head] == head


def party_nouns(text: Discourse, index: int) -> Iterator[str]:
    """What a bracket such as "(D-Mich.)" tells of somebody."""
    inside = text.word_at(text.next_word(index))
    if inside[:2] in {"R-", "D-"} or inside in {"R", "D"}:
        yield "republican" if inside[0] == "R" else "democrat"
        yield "lawmaker"


def resolve_description(
    text: Discourse, cast: Cast, focus: Focus, mention: Mention, vocabulary: Vocabulary
) -> Entity:
    """The entity that a description stands for: one in focus that is known to be so, or a new one."""
    entity = known_entity(text, cast, focus, mention, vocabulary)
    if entity is None:
        entity = cast.add(mention.label, mention.gender, plural=mention.number == "p")
    if not entity.names:
        narrowing = modifiers(text, mention)
        cast.describe(entity, mention, narrowing)
        cast.told[mention.noun, narrowing] = entity
    return entity


def relative_of(cast: Cast, possessor: Entity, noun: str, vocabulary: Vocabulary) -> Entity | None:
    """Whoever bears the surname of *possessor* and the title of such a relative ("his wife": "Mrs. Lund")."""
    name = possessor.name
    titles = vocabulary.relatives.get(noun)
    if name is None or titles is None:
        return None
    for entity in cast.by_surname(name.last):
        borne = {
            title for mention in entity.names if mention.name is not None for title in mention.name.titles
        }
        if borne & set(titles) and entity is not possessor:
            return entity
    return None


def known_entity(
    text: Discourse, cast: Cast, focus: Focus, mention: Mention, vocabulary: Vocabulary
) -> Entity | None:
    """The entity that a description takes up again, or None when it introduces one."""
    if mention.determiner == "indefinite":
        return None
    if mention.determiner == "" and mention.number != "s":
        return same_words_in_focus(text, focus, mention)
    found = described_in_focus(text, focus, mention, vocabulary)
    if found is None and mention.determiner == "definite":
        found = same_kind_in_focus(text, focus, mention, vocabulary)
    return found or retold(text, cast, mention) or foretold(text, cast, mention)


def retold(text: Discourse, cast: Cast, mention: Mention) -> Entity | None:
    """Whoever has no name and was last described by the same narrower words, however long ago."""
    own = modifiers(text, mention)
    if mention.determiner != "definite" or mention.label != "PERSON" or not own:
        return None
    entity = cast.told.get((mention.noun, own))
    return entity if entity is not None and agrees_with(entity, mention) else None


def foretold(text: Discourse, cast: Cast, mention: Mention) -> Entity | None:
    """The only person with a name who is said to be so anywhere in the document."""
    if mention.label != "PERSON" or mention.number == "p" or is_narrowed(text, mention):
        return None
    if text.words[mention.head][:1].isupper():
        return None
    known = cast.by_noun(mention.noun)
    return known[0] if len(known) == 1 and agrees_with(known[0], mention) else None


def is_said_to_be(entity: Entity, noun: str, vocabulary: Vocabulary, *, broadly: bool) -> bool:
    """Whether the document says *entity* to be a *noun*, or *broadly* a kind of it if it has a name."""
    if noun in entity.nouns:
        return True
    return (
        broadly
        and bool(entity.names)
        and not vocabulary.broader.get(noun, frozenset()).isdisjoint(entity.nouns)
    )


def described_in_focus(
    text: Discourse, focus: Focus, mention: Mention, vocabulary: Vocabulary
) -> Entity | None:
    """The entity that was last mentioned of those that are known to be what *mention* says."""
    own = modifiers(text, mention)
    for sighting in focus.backwards():
        entity = sighting.entity
        known = is_said_to_be(entity, mention.noun, vocabulary, broadly=not own)
        if not known or not agrees_with(entity, mention):
            continue
        if mention.label in BODIES and not entity.names and entity.nominals[0].determiner == "possessive":
            continue
        if entity.names and mention.determiner == "possessive" and mention.label in BODIES:
            continue
        if not own or own <= entity.modifiers or (entity.names and not is_narrowed(text, mention)):
            return entity
    return None


def is_narrowed(text: Discourse, mention: Mention) -> bool:
    """Whether a phrase behind the noun narrows a description ("the gentleman in the white waistcoat")."""
    behind = text.tags[mention.head + 1 : mention.last]
    own = behind[: behind.index("CC")] if "CC" in behind else behind
    return not {"IN", "TO"}.isdisjoint(own)


def same_words_in_focus(text: Discourse, focus: Focus, mention: Mention) -> Entity | None:
    """The group without a name that was last mentioned in the same words ("officials", "police")."""
    own = modifiers(text, mention)
    for sighting in focus.backwards():
        entity = sighting.entity
        if not entity.names and mention.noun in entity.nouns and own == entity.modifiers:
            return entity
    return None


def modifiers(text: Discourse, mention: Mention) -> frozenset[str]:
    """The words with which a description narrows its noun, in lower case."""
    return frozenset(
        text.lower[index]
        for index in range(mention.first, mention.last)
        if index != mention.head and text.tags[index][:2] in {"JJ", "NN", "CD"}
    )


def agrees_with(entity: Entity, mention: Mention) -> bool:
    """Whether number and gender let a description stand for *entity*."""
    if mention.number == "p" and not entity.plural and entity.label == "PERSON":
        return False
    if mention.number == "s" and entity.plural:
        return False
    return (
        "-" in (mention.gender, entity.gender) or mention.gender == entity.gender or mention.label != "PERSON"
    )


def same_kind_in_focus(
    text: Discourse, focus: Focus, mention: Mention, vocabulary: Vocabulary
) -> Entity | None:
    """The body or place last mentioned that a general word can mean ("the company", "the country")."""
    is_general = mention.label == "GPE" or mention.noun in vocabulary.broader
    if mention.label not in BODIES or modifiers(text, mention) or not is_general:
        return None
    if text.lower_at(text.next_word(mention.head)) in vocabulary.function["relative"]:
        return None
    labels = ("GPE",) if mention.label == "GPE" else (mention.label, "")
    named = [sighting.entity for sighting in focus.backwards() if sighting.entity.names]
    fitting = [entity for entity in named if can_be_kind(entity, mention.noun, vocabulary)]
    found = (next((entity for entity in fitting if entity.label == label), None) for label in labels)
    return next((entity for entity in found if entity is not None), None)


def can_be_kind(entity: Entity, noun: str, vocabulary: Vocabulary) -> bool:
    """Whether a body can be a *noun*, as far as the text says what else it is."""
    said = {known for known in entity.nouns if known in vocabulary.organisations}
    kinds = {noun, *vocabulary.broader.get(noun, ())}
    return entity.gender != "m" and (not said or not said.isdisjoint(kinds))
