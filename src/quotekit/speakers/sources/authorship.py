"""Who made a document, as the words around its noun tell: "Lund's report", "a poll released by Lund"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import BODIES, COMMON_NOUNS, MODIFYING, PLACES, SUBJECTS
from quotekit.speakers.mentions.agreement import is_platform
from quotekit.speakers.names.proper_nouns import opens_sentence
from quotekit.speakers.sources.progress import Progress
from quotekit.speakers.sources.source import Source

__all__ = [
    "AUTHORS",
    "MAKERS",
    "author_of",
    "documents_in",
    "is_issued",
    "is_manner",
    "is_one_of_several",
    "issues",
    "makes",
    "writing_pronoun",
]

MAKERS: Final = BODIES | {"DOCUMENT"}
"""Labels of what can make a document; a newspaper's name can read like a document's ("The Post")."""

AUTHORS: Final = frozenset({"ORG", "GROUP", "DOCUMENT", "PERSON"})
"""Labels of whose name behind "by" or "from" is a document's author: no place is."""

OWNERS: Final = frozenset({"ORG", "GROUP", "DOCUMENT"})
"""Labels of whose name in front of a document's noun is its maker's; a person's may be its topic."""

UNTOLD: Final = frozenset({"", "NORP"})
"""Labels of names that a recogniser does not know, or takes for a people's ("a Marist poll")."""

IN_FRONT: Final = frozenset({"acomp", "advmod", "amod", "compound", "det", "nmod", "punct"})
"""Relations of words that stand between "by" and the name that they belong to."""


SEVERAL_TOKENS = 16
"""Tokens behind a name in which others are joined to it; chosen by hand."""


def author_of(work: Progress, source: Source) -> Entity | None:
    """Whoever is named in a source as the maker of a document that it names, or else as its owner.

    The former is named behind it ("an analysis of Holm Steel data by Lund").
    """
    nouns, names = tuple(documents_in(work, source)), tuple(work.reading.names_in(source.tokens))
    pairs = [(name, noun) for name in names for noun in nouns if issues(work, name, noun)]
    made = (name for name, noun in pairs if noun < name.first)
    author = next(made, pairs[0][0] if pairs else None)
    return work.reading.bearer_of(author) if author is not None else None


def documents_in(work: Progress, source: Source) -> Iterator[int]:
    """The noun of a source that names a document, and those that hang on it ("results of a poll").

    What a review or a survey is of is another's ("a review of Lund's letters").
    """
    text = work.text
    yield source.noun
    for index in range(source.noun + 1, source.tokens.stop):
        link = text.heads[index]
        hangs = text.deps[index] == "pobj" and text.heads[link] == source.noun
        if hangs and is_issued(work, index) and not is_inquired_into(work, source.noun, link):
            yield index


def issues(work: Progress, name: Mention, noun: int) -> bool:
    """Whether a name's bearer owns what a noun names, or made it by the words before or behind the noun."""
    return owns(work, name, noun) if name.last <= noun else is_said_to_make(work, name, noun)


def owns(work: Progress, name: Mention, noun: int) -> bool:
    """Whether a name in front of a noun is its owner's, or a body's ("the Pew survey", "Lund's report")."""
    text, behind = work.text, work.text.next_word(name.last - 1)
    if text.tag_at(behind) == "POS":
        return any(text.heads[at] == noun for at in range(name.first, name.last))
    if not is_of_body(work, name):
        return False
    between = range(behind, noun)
    return all(at < text.heads[at] <= noun and text.deps[at] in IN_FRONT for at in between)


def is_of_body(work: Progress, name: Mention) -> bool:
    """Whether a name is a body's: by its label, or as one that nobody is known by.

    It has several words then, or capitals, or stands nowhere but in front of nouns ("a Marist poll"). What
    stands on a platform is others' ("a Facebook post").
    """
    bearer, text = work.reading.bearer_of(name), work.text
    if is_platform(bearer, work.reading.language):
        return False
    words = text.words[name.first : name.last]
    in_front = all(text.deps[one.head] in MODIFYING for one in bearer.names)
    is_open = bearer.label in UNTOLD and " ".join(words) not in work.reading.language.affiliations
    unknown = is_open and (len(words) > 1 or not words[0].istitle() or in_front)
    return bearer.label in OWNERS or unknown


def is_said_to_make(work: Progress, name: Mention, noun: int) -> bool:
    """Whether a name behind a noun is said to be of who made it ("a report by Lund", "released by Lund")."""
    text, behind = work.text, work.text.tag_at(work.text.next_word(name.last - 1))
    if behind == "CC" or is_one_of_several(work, name) or (behind == "POS" and name.label in PLACES):
        return False
    if text.heads[name.head] >= name.last and text.deps[name.head] in IN_FRONT:
        return False
    link = link_of_author(work, name, noun)
    if link is None or not can_be_author(work, name, link) or is_inquired_into(work, noun, link):
        return False
    if text.heads[name.head] == link and hangs_on(work, link, noun):
        return True
    return word_before_pause(text, link) == noun or is_made(work, text.heads[link], noun)


def is_one_of_several(work: Progress, name: Mention) -> bool:
    """Whether a name is joined to others, as that of whoever made something with them is.

    What stands further behind a body's name is what that is for ("Institute of Art, | Design and Craft").
    """
    text = work.text
    behind = range(name.last, min(name.last + SEVERAL_TOKENS, len(text)))
    joined = (at for at in behind if text.deps[at] == "conj" and name.first <= text.heads[at] < name.last)
    is_first = name.label == "PERSON" and any(True for _ in joined)
    is_list = any(text.words[at] == ";" and text.sentences[at] == text.sentences[name.head] for at in behind)
    above = text.heads[name.head]
    is_later = text.deps[name.head] == "conj" and not name.first <= above < name.last
    return is_first or is_list or is_later


def word_before_pause(text: Discourse, index: int) -> int:
    """The word before a token, over a comma ("the report, by Lund Bank, found")."""
    before = text.previous_word(index)
    return text.previous_word(before) if text.word_at(before) == "," else before


def link_of_author(work: Progress, name: Mention, noun: int) -> int | None:
    """The "by" or "from" before a name, or the "in" before a paper's ("in the journal Nature")."""
    text, words, before = work.text, work.reading.language.function_words, work.text.previous_word(name.first)
    is_paper = text.lower_at(before) in words.outlet
    end = before + 1 if is_paper else name.last
    before = text.previous_word(before) if is_paper else before
    while before > noun and text.deps[before] in IN_FRONT and before < text.heads[before] < end:
        before = text.previous_word(before)
    in_paper = is_paper or work.reading.bearer_of(name).label in OWNERS
    printed = in_paper and text.lower[noun] not in words.inquiring
    is_link = text.lower_at(before) in words.authorship | (words.publishing if printed else frozenset())
    return before if is_link else None


def can_be_author(work: Progress, name: Mention, link: int) -> bool:
    """Whether a name can be an author's: by its label, behind "by", or as an unknown one behind "from".

    The last has several words then, or capitals: one word may be where a document comes from.
    """
    text, label = work.text, work.reading.bearer_of(name).label
    words = text.words[name.first : name.last]
    is_unknown = label == "" and (len(words) > 1 or words[0].isupper())
    is_place = text.lower_at(link) in work.reading.language.function_words.place
    return label in AUTHORS or is_unknown or not is_place


def makes(work: Progress, link: int, noun: int) -> bool:
    """Whether whoever stands behind a "by" or "from" made what a noun names."""
    text, words = work.text, work.reading.language.function_words
    is_of = text.lower[link] in words.belonging or text.lower[link] not in words.authorship
    return not is_of and (hangs_on(work, link, noun) or is_made(work, text.heads[link], noun))


def is_inquired_into(work: Progress, noun: int, link: int) -> bool:
    """Whether a preposition says into what a document inquires ("a review of Lund's letters")."""
    text, words = work.text, work.reading.language.function_words
    return text.lower_at(link) in words.belonging and text.lemmas[noun] in words.inquiring


def hangs_on(work: Progress, link: int, noun: int) -> bool:
    """Whether a "by" or "from" is a noun's, or that of what the noun is of ("a survey of clubs by")."""
    text = work.text
    above = text.heads[link]
    of_noun = text.deps[above] == "pobj" and text.heads[text.heads[above]] == noun
    is_of = text.lower[link] in work.reading.language.function_words.belonging
    return not is_of and (above == noun or of_noun)


def is_made(work: Progress, verb: int, noun: int) -> bool:
    """Whether a participle says that somebody issued what a noun names ("a poll released by").

    A parser hangs it on the people whom the document asks, too ("a poll of voters released by"). What is
    agreed or passed is not made by who signs it ("a treaty signed by").
    """
    text, language = work.text, work.reading.language
    words = language.function_words
    is_signed = text.lemmas[verb] in words.signing and text.lemmas[noun] not in words.agreed
    if text.lemmas[verb] not in words.issuing and not is_signed:
        return False
    of_people = text.lemmas[text.heads[verb]] in language.roles.keys() | language.plain_persons
    return text.heads[verb] == noun or (of_people and noun < text.heads[verb] < verb)


def writing_pronoun(text: Discourse, noun: int, source: Source) -> int | None:
    """The pronoun for who made what a noun names, in a clause behind it ("an account she gave")."""
    for index in range(noun + 1, source.tokens.stop):
        told, verb = text.deps[index] in SUBJECTS and text.tags[index] == "PRP", text.heads[index]
        if told and text.heads[verb] == noun and text.deps[verb] == "relcl":
            return index
    return None


def is_issued(work: Progress, noun: int) -> bool:
    """Whether a noun names a document that somebody issues, or how somebody speaks.

    One with a capital is a name, unless it opens its sentence ("Figures from Lund Bank show …").
    """
    text = work.text
    is_document = text.lemmas[noun] in work.reading.language.document_nouns
    opens = text.tags[noun] in COMMON_NOUNS and opens_sentence(text, noun)
    return (text.words[noun].islower() or opens) and (is_document or is_manner(work, noun))


def is_manner(work: Progress, noun: int) -> bool:
    """Whether a noun names how somebody speaks ("voice"), for which whoever it is of stands."""
    return work.text.lemmas[noun] in work.reading.language.manner_nouns
