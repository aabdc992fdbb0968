"""Names of bodies that are phrases ("Doctors Without Borders", "Keep Britain Tidy"), told where they speak.

Such a name has capitals on words that are no names, and small words between them, so that nothing shows
where it begins and ends but that a source ends with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from quotekit.language import Language
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.names.name_descriptions import is_nobodys_name
from quotekit.speakers.names.personal_names import Name
from quotekit.speakers.spelled_names import names_like

__all__ = ["with_phrase_names"]

SMALL_BETWEEN: Final = 2
"""Words without a capital between two of such a name at most ("of the"); chosen by hand."""

FEWEST_CAPITALS: Final = 2
"""Words with a capital in such a name at least."""

ODD_CAPITALS: Final = frozenset({"IN", "RB", "RP", "TO", "VB", "VBP"})
"""Tags of words that have a capital only at the beginning of a sentence, inside a title or such a name."""

ORDERS: Final = frozenset({"VB", "VBP"})
"""Tags of the verb that such a name opens with ("Feed the Children")."""

COUNTERS: Final = frozenset({"DT", "PDT"})
"""Tags of words that stand before an article and belong to no name ("All the Democrats")."""

MEMBERS: Final = frozenset({"NORP", "GPE", "PERSON"})
"""Labels of who is linked to others without being named so ("Tories in Lund")."""


def with_phrase_names(
    text: Discourse, names: Sequence[Mention], sources: Iterable[range], language: Language
) -> list[Mention]:
    """*names* with the phrases that name whoever is a source, in place of what was read of their words."""
    runs = (capitals_at_end(text, source, language) for source in sources)
    phrases = [run for run in runs if is_body_of_words(text, run, language)]
    if not phrases:
        return list(names)
    found = [body_called(text, run) for run in names_like(text.words, phrases)]
    taken = {index for mention in found for index in range(mention.first, mention.last)}
    others = (name for name in names if taken.isdisjoint(range(name.first, name.last)))
    return sorted([*others, *found], key=lambda mention: mention.first)


def capitals_at_end(text: Discourse, source: range, language: Language) -> range:
    """The words with capitals that a source ends in, and the small ones that link them."""
    words = language.function_words
    first, linking, small = source.stop, words.connector | words.link, 0
    for index in reversed(source):
        if text.words[index][:1].isupper():
            first, small = index, 0
        elif first == source.stop or text.words[index] not in linking or small == SMALL_BETWEEN:
            break
        else:
            small += 1
    while first < source.stop and text.lower[first] in words.name_article:
        first += 1
    return range(first, source.stop)


def is_body_of_words(text: Discourse, run: range, language: Language) -> bool:
    """Whether words with capitals are a phrase that names a body: no person, and not only names."""
    capitals = [index for index in run if text.words[index][:1].isupper()]
    if len(capitals) < FEWEST_CAPITALS or any(tells_person(text, index, language) for index in capitals):
        return False
    opens = text.sentence_at(run[0] - 1) != text.sentences[run[0]] or not text.word_at(run[0] - 1).isalpha()
    inside = capitals[1:] if opens else capitals
    is_phrased = any(has_odd_capital(text, index, language) for index in inside)
    is_order = text.tags[run[0]] in ORDERS or has_article_inside(text, run, language)
    return is_phrased or is_order or (not opens and is_linked_inside(text, run, language))


def has_odd_capital(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word with a capital is one that has it only inside a title or such a name ("Without")."""
    word = text.lower[index]
    is_little = word in language.pronouns or word in language.function_words.prefacing
    return (is_little or text.tags[index] in ODD_CAPITALS) and not text.words[index].isupper()


def has_article_inside(text: Discourse, run: range, language: Language) -> bool:
    """Whether an article stands right behind a word with a capital ("Rock the Vote"), no "all"."""
    definite = language.function_words.definite
    return text.tags[run[0]] not in COUNTERS and any(
        text.words[at] in definite and text.words[at - 1][:1].isupper() for at in run[1:]
    )


def is_linked_inside(text: Discourse, run: range, language: Language) -> bool:
    """Whether a small word links a common word, which has a capital though it opens no sentence, to others.

    Members of a party are told so where they are ("Democrats on Capitol Hill"), and a body where it is.
    """
    words, first = language.function_words, run[0]
    is_named = text.entities[first] in MEMBERS or text.words[first] in language.affiliations
    is_body = any(text.lower[index] in language.organisations for index in run)
    return not (is_named or is_body) and any(
        text.lower[index] in words.link - words.belonging for index in run
    )


def tells_person(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word is a title, a role or a first name, stands for somebody, or says when."""
    word = text.lower[index]
    is_calling = language.is_title(text.words[index]) or word in language.roles
    is_other = is_nobodys_name(word, language) or word in language.capitalised_words
    return is_calling or is_other or word in language.first_names


def body_called(text: Discourse, run: range) -> Mention:
    """The mention of a body by some words."""
    parts = tuple(text.words[index].casefold() for index in run)
    own = takewhile(lambda index: text.heads[index] in run and text.heads[index] != index, run)
    head = min(run[-1], run.start + len(list(own)))
    return Mention("name", run.start, run.stop, head, "ORG", "n", "-", Name((), parts, "-", ""))
