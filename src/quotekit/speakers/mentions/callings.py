"""What the text says that somebody is: the nouns of titles, appositions, copulas and fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from quotekit.language import Language
from quotekit.language.rows import unstopped
from quotekit.speakers.beside_names.affiliations import party_letter, told_affiliations, words_in_front
from quotekit.speakers.beside_names.ages import age_before
from quotekit.speakers.beside_names.nouns import apposed_noun, introduction
from quotekit.speakers.cast.entities import Cast, Entity
from quotekit.speakers.cast.predicates import is_said_of, offices_in_front
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.nominal_labels import label_beside_name
from quotekit.speakers.ground.personal_names import is_honour
from quotekit.speakers.ground.scheme import ADJECTIVES, BODIES, NOUNS, PERSON_LABELS, PLURALS
from quotekit.speakers.mentions.belongings import names_told_beside, parties_told_beside
from quotekit.speakers.mentions.makers import nouns_of_maker
from quotekit.speakers.mentions.offices import offices_of
from quotekit.speakers.names.known_bodies import nouns_of_known_body
from quotekit.speakers.names.name_descriptions import is_abbreviation
from quotekit.speakers.names.name_links import has_article
from quotekit.text.punctuation import CLOSERS

__all__ = ["can_be", "is_only_graduate", "learn_descriptions"]

VERB_OF_SEVERAL = "VBP"
"""The tag of a verb in the present that is not about one person alone."""

CALLING_TOKENS = 4
"""Tokens before a name in which a noun is said of it; chosen by hand."""

BRACKET_TOKENS = 6
"""Tokens of a bracket that says what somebody is at most; chosen by hand."""

HOUSE_TOKENS = 6
"""Tokens around a noun in which a house is named whose member it is said of; chosen by hand."""

PARENT_TOKENS = 4
"""Tokens of such a phrase before its number: the noun, and "of" between hyphens."""

PREDICATE_TOKENS = 16
"""Tokens behind a name in which a noun can be said of it; chosen by hand."""

FIELD_WORDS = 4
"""Words before the colon of a line that says who is what at most; chosen by hand."""


def learn_descriptions(
    text: Discourse, cast: Cast, language: Language, sources: Set[int] = frozenset()
) -> None:
    """Enter into each entity of *cast* the nouns that titles, appositions, copulas and fields give it.

    *sources* are the tokens of who speaks, whose colons are no fields'.
    """
    for entity in cast.entities:
        for mention in entity.names:
            found = [*description_nouns(text, mention, language)]
            if (noun := field_noun(text, mention)) is not None and noun not in sources:
                found.append(text.lemmas[noun])
            entity.take_nouns(noun for noun in found if can_be(entity, noun, language))
            entity.take_nouns(noun_of_own_name(text, mention, language))
            if mention.label != "PERSON":
                words = range(mention.first, mention.last)
                known = nouns_of_known_body(text, words, language)
                entity.take_assumed(noun for noun in known if can_be(entity, noun, language))
            if entity.label == "PERSON":
                entity.take_affiliations(told_affiliations(text, mention, language))
                entity.take_told_parties(parties_told_beside(text, mention, language))
                entity.take_narrowing(words_before(text, mention, language))
                told = names_told_beside(text, mention, language)
                entity.take_told_names([*told, *names_of_bearers(cast, told)])
                entity.take_offices(offices_of(text, mention, language))
        tell_gender_by_nouns(entity, language)


def words_before(text: Discourse, mention: Mention, language: Language) -> Iterator[str]:
    """The words in front of a name that narrow what it is said to be ("lead author Ada Lund")."""
    front = words_in_front(text, mention, language)
    yield from (text.lower[at] for at in front if text.tags[at] in ADJECTIVES | NOUNS)


def names_of_bearers(cast: Cast, words: Iterable[str]) -> Iterator[str]:
    """The words of all names of whoever has a surname among *words* ("Tessa Lund", for "Lund’s mother")."""
    bearers = (one for word in words for one in cast.by_surname(word) if one.is_person)
    for name in (name.name for one in bearers for name in one.names):
        yield from name.parts if name is not None else ()


def noun_of_own_name(text: Discourse, mention: Mention, language: Language) -> Iterator[str]:
    """What the last word of a body's name says that it is: itself ("the Lund Infirmary"), or by its trade."""
    noun, is_body = text.lower[mention.head], mention.label == "ORG"
    is_body = is_body or (not mention.label and has_article(text, mention, language))
    is_last = noun.isalpha() and not any(map(str.islower, text.words[mention.first : mention.last]))
    if mention.last - mention.first > 1 and is_last and is_body and noun not in language.place_nouns:
        yield from language.trade_words.get(noun, {noun})


def tell_gender_by_nouns(entity: Entity, language: Language) -> None:
    """Take whoever is said to be a son for a man, whatever the first name, where no pronoun says she."""
    told = {language.roles.get(noun, "-") for noun in entity.nouns} & {"m", "f"}
    if not entity.is_person or len(told) != 1:
        return
    [gender] = told
    titled = any(name.name is not None and name.name.kind == "courtesy" for name in entity.names)
    others = sum(vote for other, vote in entity.votes.items() if other != gender)
    if others or titled:
        entity.tell_gender(gender)
    else:
        entity.overrule_gender(gender)


def can_be(entity: Entity, noun: str, language: Language) -> bool:
    """Whether a noun can describe an entity of this label: a role a person, a body the rest."""
    if noun.isdigit():
        return entity.label == "PERSON"
    label = label_beside_name(noun, language)
    if not label and noun not in language.titles and noun not in language.title_nouns.values():
        return False
    person = label in PERSON_LABELS
    either = noun in language.either_roles and entity.label in BODIES
    return either or person == (entity.label == "PERSON") or not entity.label


def description_nouns(text: Discourse, mention: Mention, language: Language) -> Iterator[str]:
    """The nouns by which the words around a name describe its bearer."""
    if mention.name is not None:
        for title in mention.name.titles:
            is_own = language.titles[title].kind in {"office", "style"} and title not in language.relatives
            if is_own or title in language.title_nouns:
                yield language.title_nouns.get(title, title)
        yield from nouns_of_letters(text, mention, language)
        yield from nouns_of_maker(text, mention, language)
    if mention.label != "PERSON":
        names = {text.lower[index] for index in range(mention.first, mention.last)}
        yield from names & language.organisations.keys()
        introduced = introduction(text, mention, language)
        if introduced is not None:
            yield text.lemmas[introduced]
    if age := age_before(text, mention.first, language):
        yield age
    if parent := parent_before(text, mention.first, language):
        yield parent
    yield from nouns_before(text, mention, language)
    yield from nouns_after(text, mention, language)
    yield from (text.lemmas[noun] for noun in offices_in_front(text, mention, language))


def nouns_of_letters(text: Discourse, mention: Mention, language: Language) -> Iterator[str]:
    """What the letters behind a name say that its bearer is ("Ada Lund KC")."""
    for word in text.words[mention.first + 1 : mention.last]:
        letters = unstopped(word)
        if is_honour(word, language) and letters in language.title_nouns:
            yield language.title_nouns[letters]


def nouns_before(text: Discourse, mention: Mention, language: Language) -> Iterator[str]:
    """Role nouns right before a name ("spokesman Ode") or before a comma that it follows."""
    before = text.previous_word(mention.first)
    if text.lower_at(before) in language.function_words.indefinite:
        before = text.previous_word(before)
    noun = apposed_noun(text, mention, language) if text.word_at(before) == "," else None
    if noun is not None and (text.words[noun].islower() or text.lower[noun] in language.roles):
        yield from forms_of_calling(text, noun, language)
    before = before_own_adjective(text, before)
    shouts = text.words[mention.head].isupper()
    while is_close_noun(text, before, mention):
        if is_abbreviation(text.words[before]) and not shouts:
            yield from {text.lower[before]} & language.roles.keys()
        elif not text.words[before].isupper() and label_beside_name(text.lemmas[before], language):
            yield from forms_of_calling(text, before, language)
        before = text.previous_word(before)
        if joins_noun(text, before, mention, language):
            before = text.previous_word(before)


def forms_of_calling(text: Discourse, noun: int, language: Language) -> Iterator[str]:
    """The lemma of a noun for somebody, and its own form where that alone tells of a woman ("présidente").

    A member of a house of lawmakers is one of these too.
    """
    lemma, form = text.lemmas[noun].lower(), text.lower[noun]
    yield lemma
    if lemma in language.function_words.membership and is_of_house(text, noun, language):
        yield from language.function_words.of_house
    if form != lemma and language.roles.get(form) == "f":
        yield form


def is_of_house(text: Discourse, noun: int, language: Language) -> bool:
    """Whether a house of lawmakers is named beside a noun ("Member of Parliament", "a Senate member")."""
    near = range(max(0, noun - HOUSE_TOKENS), min(noun + HOUSE_TOKENS, len(text)))
    houses = (at for at in near if text.lower[at] in language.function_words.house)
    return any(noun in (text.heads[at], text.heads[text.heads[at]]) for at in houses)


def before_own_adjective(text: Discourse, index: int) -> int:
    """The noun right before an adjective at *index* that is its own ("le président français"), or *index*."""
    noun = text.previous_word(index)
    is_behind = index > 0 and text.tags[index] in ADJECTIVES and text.heads[index] == noun
    return noun if is_behind and text.tags[noun] in NOUNS else index


def joins_noun(text: Discourse, index: int, mention: Mention, language: Language) -> bool:
    """Whether an "and" joins two nouns for one person before a name ("the actor and singer Ada Lund").

    A verb of several tells two ("the driver and passenger Ada Lund were unhurt").
    """
    noun, verb = text.previous_word(index), text.next_word(mention.last - 1)
    is_joined = index >= 0 and text.tags[index] == "CC" and text.tag_at(noun) == "NN"
    of_several = (
        text.tag_at(verb) == VERB_OF_SEVERAL or text.lower_at(verb) in language.function_words.of_several
    )
    return is_joined and text.words[noun].islower() and mention.number == "s" and not of_several


def is_close_noun(text: Discourse, index: int, mention: Mention) -> bool:
    """Whether a noun stands a few words before a name, in its paragraph."""
    near = index >= 0 and mention.first - index < CALLING_TOKENS
    return near and text.tags[index] in NOUNS and text.is_one_paragraph(index, mention.first)


def parent_before(text: Discourse, first: int, language: Language) -> str:
    """The noun of so many children right before the token *first* ("Mum-of-three Ada Lund"), or nothing."""
    noun = text.previous_word(first) - PARENT_TOKENS
    if noun < 0 or not text.words[noun + 1] == text.words[noun + 3] == "-":
        return ""
    is_parent = text.lower[noun] in language.roles
    return text.lower[noun] if is_parent and text.lower[noun + 2] in language.function_words.belonging else ""


def field_noun(text: Discourse, mention: Mention) -> int | None:
    """The last word before the colon of a line that says who is what ("CHAIR: Ada Lund")."""
    colon = text.previous_word(mention.first)
    if colon < 1 or text.words[colon] != ":":
        return None
    noun = first = text.previous_word(colon)
    while first > 0 and noun - first < FIELD_WORDS and text.words[first - 1].isalpha():
        first -= 1
    opens = first == 0 or "\n" in text.words[first - 1] or not text.is_one_paragraph(first - 1, first)
    return noun if opens else None


def nouns_after(text: Discourse, mention: Mention, language: Language) -> Iterator[str]:
    """Role nouns and ages in the apposition or the copula behind a name."""
    index = text.next_word(mention.last - 1)
    if index >= len(text) or text.sentences[index] != text.sentences[mention.head]:
        return
    if text.words[index] in {"(", ","}:
        yield from language.parties.get(party_letter(text, text.next_word(index)), ())
    if text.words[index] == "(":
        yield from bracketed_role(text, index, language)
    is_years = text.tag_at(index + 1) == "CD" and text.word_at(index + 2) != "-"  # no score ("Lund, 6-4")
    if text.words[index] == "," and not text.quoted[index] and is_years:
        yield text.words[index + 1]
    if text.words[index] == "(" and text.word_at(index + 2) == ")" and text.tag_at(index + 1) == "CD":
        yield text.words[index + 1]
    for at in range(index + 1, end_of_block(text, mention.last, min(index + PREDICATE_TOKENS, len(text)))):
        is_several = text.tags[at] in PLURALS and mention.number == "s"
        if text.tags[at] not in NOUNS or is_several or at in text.labels:
            continue
        if is_said_of(text, at, mention, language):
            yield from {text.lemmas[at], *forms_of_calling(text, at, language)}


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


def bracketed_role(text: Discourse, index: int, language: Language) -> Iterator[str]:
    """What a bracket that opens at *index* tells somebody is ("(Clerk)", "(AP, Chair)", "(“the wife”)")."""
    inside = range(index + 1, min(index + BRACKET_TOKENS, len(text)))
    end = next((at for at in inside if text.words[at] == ")"), index)
    noun = text.lower[end - 2 if text.words[end - 1] in CLOSERS else end - 1]
    if end > index and label_beside_name(noun, language) == "PERSON":
        yield noun


def is_only_graduate(entity: Entity, noun: str, language: Language) -> bool:
    """Whether nothing but a degree makes *entity* a kind of *noun* ("Dr. Lund" no professor)."""
    kinds = language.broader_nouns.get(noun, frozenset()) & {*entity.nouns}
    return bool(kinds) and kinds <= language.function_words.degree
