"""Names that a text sets beside somebody: of a town, a club, a party, a person ("the Harwick mayor")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotekit.language import Language
from quotekit.speakers.beside_names.affiliations import (
    affiliations_in,
    words_behind,
    words_in_front,
    words_of_parties,
)
from quotekit.speakers.beside_names.nouns import apposed_noun
from quotekit.speakers.cast.name_fit import letters_and_digits
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import ADJECTIVES, DATES, DETERMINERS, PROPER_NOUNS

__all__ = ["names_in_phrase", "names_told_beside", "parties_told_beside"]

LINKING_TAGS = frozenset({"NN", "POS"})
"""Tags of what stands between a name and the noun of whoever is of it."""

NAME_TOKENS = 6
"""Words of a name behind an "of" that are looked through; chosen by hand."""


def names_told_beside(text: Discourse, mention: Mention, language: Language) -> frozenset[str]:
    """The words of the names that stand beside somebody's own, and the initials of each.

    What is only the word for a body is no name ("Police Commissioner Ada Lund").
    """
    found: set[str] = set()
    for tokens in places_beside(text, mention, language):
        for run in named_stretches(text, tokens, language):
            words = unstopped_words(text, run)
            if not language.organisations.keys() >= {*words}:
                found.update(words, ["".join(word[0] for word in words)])
    return frozenset(found)


def unstopped_words(text: Discourse, run: Iterable[int]) -> list[str]:
    """The words at some places, lower case, those of letters without their stops ("the U.N.")."""
    return [word for at in run if (word := letters_and_digits(text.lower[at]))]


def parties_told_beside(text: Discourse, mention: Mention, language: Language) -> frozenset[str]:
    """The words that tell somebody's party beside their name."""
    places = places_beside(text, mention, language)
    return frozenset(word for tokens in places for word in words_of_parties(text, tokens, language))


def places_beside(text: Discourse, mention: Mention, language: Language) -> tuple[range, range, range]:
    """The words before and behind a name that say of what its bearer is.

    Last come those between a name and the office that it is apposed to ("the MP for Wend, Ada Lund").
    """
    link = text.next_word(mention.last - 1)
    is_of = text.lower_at(link) in language.function_words.origin
    behind = name_behind(text, link) if is_of else words_behind(text, mention, language)
    noun = apposed_noun(text, mention, language)
    inside = range(noun + 1, mention.first) if noun is not None else range(0)
    return words_in_front(text, mention, language), behind, inside


def name_behind(text: Discourse, link: int) -> range:
    """The words of the name that an "of" leads up to, behind an article too."""
    first = link + 2 if text.tag_at(link + 1) in DETERMINERS else link + 1
    last = first
    while last < min(first + NAME_TOKENS, len(text)) and text.tags[last] in PROPER_NOUNS:
        last += 1
    return range(first, last)


def names_in_phrase(text: Discourse, first: int, head: int, language: Language) -> frozenset[str]:
    """The words of the name that a description has before its noun, and its initials ("the Tarn mayor")."""
    last = head
    while last > first and text.tags[last - 1] in LINKING_TAGS and not text.words[last - 1][:1].isupper():
        last -= 1
    run = next(
        (run for run in named_stretches(text, range(first, last), language) if run[-1] == last - 1), ()
    )
    return frozenset(unstopped_words(text, run))


def named_stretches(text: Discourse, tokens: Iterable[int], language: Language) -> Iterator[list[int]]:
    """The words of each name among *tokens*, but for titles, dates and what tells an affiliation."""
    run: list[int] = []
    for at in tokens:
        if not is_of_name(text, at, language):
            yield from [run] if run else []
            run = []
        else:
            run.append(at)
    yield from [run] if run else []


def is_of_name(text: Discourse, index: int, language: Language) -> bool:
    """Whether a token is a word of a name that says of what or of whom somebody is."""
    opens = index == 0 or text.sentences[index - 1] != text.sentences[index]
    is_word = text.tags[index] in PROPER_NOUNS or (text.tags[index] in ADJECTIVES and not opens)
    is_word = is_word and text.words[index][:1].isupper() and text.entities[index] not in DATES
    told = is_word and any(
        affiliations_in(text, tokens, language) for tokens in ((index,), (max(0, index - 1), index))
    )
    return is_word and not told and language.title_of(text.words[index]) is None
