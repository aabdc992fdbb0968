"""Names of bodies that are phrases ("Doctors Without Borders", "Keep Britain Tidy"), told where they speak.

Such a name has capitals on words that are no names, and small words between them, so that nothing shows
where it begins and ends but that a source ends with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from attrs import frozen

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.nominal_labels import nominal_label
from quotekit.speakers.ground.personal_names import Name
from quotekit.speakers.ground.scheme import BODIES, FINITE_VERBS, PLACES, PLURALS
from quotekit.speakers.ground.spelled_names import names_like
from quotekit.speakers.names.name_descriptions import is_nobodys_name
from quotekit.speakers.names.name_runs import POSSESSION
from quotekit.speakers.names.name_words import is_one_entity

__all__ = ["with_phrase_names"]

SMALL_BETWEEN: Final = 2
"""Words without a capital between two of such a name at most ("of the"); chosen by hand."""

WORDS_OF_MEMBER: Final = 2
"""A first name and a surname."""

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


@frozen
class NameEnds:
    """The names of a text by their words.

    Attributes:
        at: The name that a token belongs to.
        behind: What stands behind names, by their last words.
        unowned: Where names end that stand behind no mark of possession, by their last words.
    """

    at: dict[int, Mention]
    behind: defaultdict[str, set[str]]
    unowned: defaultdict[str, set[int]]


def name_ends(text: Discourse, names: Sequence[Mention]) -> NameEnds:
    """*names* by their words, so that nobody looks through all of them for each source."""
    behind, unowned = defaultdict[str, set[str]](set), defaultdict[str, set[int]](set)
    for name in names:
        head = text.words[name.head]
        behind[head].add(text.word_at(name.last))
        if text.word_at(name.first - 1) not in POSSESSION:
            unowned[head].add(name.last)
    at = {index: name for name in names for index in range(name.first, name.last)}
    return NameEnds(at, behind, unowned)


def with_phrase_names(
    text: Discourse, names: Sequence[Mention], sources: Iterable[range], language: Language
) -> list[Mention]:
    """*names* with the phrases that name whoever is a source, in place of what was read of their words."""
    known = {range(name.first, name.last) for name in names}
    ends = name_ends(text, names)
    runs = (name_of_body(text, source, ends, language) for source in sources)
    phrases = [run for run in runs if run and run not in known]
    if not phrases:
        return list(names)
    found = [body_called(text, run) for run in names_like(text.words, phrases)]
    taken = {index for mention in found for index in range(mention.first, mention.last)}
    others = (name for name in names if taken.isdisjoint(range(name.first, name.last)))
    return sorted([*others, *found], key=lambda mention: mention.first)


def name_of_body(text: Discourse, source: range, names: NameEnds, language: Language) -> range:
    """The words of a source that name a body as a phrase; no words where none do."""
    whole = without_articles(text, source, language)
    if is_known_body(text, whole, names, language) or is_shop(text, whole, names):
        return whole
    run = without_articles(text, capitals_at_end(text, source, language), language)
    is_body = is_body_of_words(text, run, language) and not opens_with_other(text, run, names)
    return run if is_body else range(0)


def opens_with_other(text: Discourse, run: range, names: NameEnds) -> bool:
    """Whether *run* opens with the name of somebody, or of what the text names without the rest of it too.

    "Tran Van Hai of Feed the Hungry" is a person.
    """
    opening = names.at.get(run.start) if run else None
    if opening is None or opening.last >= run.stop:
        return False
    others = names.behind[text.words[opening.head]] - {text.word_at(opening.last)}
    return opening.label == "PERSON" or bool(others)


def without_articles(text: Discourse, words: range, language: Language) -> range:
    """Some words without the articles in front."""
    articles = language.function_words.name_article
    first = next((index for index in words if text.lower[index] not in articles), words.stop)
    return range(first, words.stop)


def is_known_body(text: Discourse, run: range, names: NameEnds, language: Language) -> bool:
    """Whether words are all of what the recogniser takes for a body, with one inside that no other name has.

    That is a number, a day, a comma ("the Sunday Post"), or a mark of possession, but for a body that its own
    noun tells, and for a person who belongs there ("Norway's Finance Ministry", "the Herald's Ada Lund").
    """
    is_owner = run and text.words[run[-1]] in POSSESSION
    if is_owner or len(run) < FEWEST_CAPITALS or not is_one_entity(text, run[0], run[-1]):
        return False
    mark = next((at for at in run[1:-1] if text.words[at] in POSSESSION), None)
    named = run if mark is None else range(mark, run.stop)
    if any(tells_person(text, index, language, dates=False) for index in named):
        return False
    if mark is not None:
        is_named = text.words[run[-1]][:1].isupper() and not can_be_member(text, named[1:], names)
        return is_named and not any(nominal_label(text.lower[at], language) in BODIES for at in named)
    is_odd = any(text.lower[at] in language.capitalised_words or is_no_letters(text, at) for at in run)
    return is_odd and text.entities[run[0]] == "ORG"


def can_be_member(text: Discourse, words: range, names: NameEnds) -> bool:
    """Whether words behind a mark of possession can be a whole name of two, or end a name without it."""
    is_whole = len(words) == WORDS_OF_MEMBER and all(text.tags[index] == "NNP" for index in words)
    return is_whole or bool(names.unowned[text.words[words[-1]]] - {words.stop})


def is_no_letters(text: Discourse, index: int) -> bool:
    """Whether a token is a number or a mark, and no blank."""
    return not text.words[index].isalpha() and not text.is_space(index)


def is_shop(text: Discourse, run: range, names: NameEnds) -> bool:
    """Whether words are a name with a mark of possession behind which nothing is had ("Holm's said").

    Whoever is named without it somewhere is a person who has something.
    """
    if len(run) < FEWEST_CAPITALS or text.words[run[-1]] not in POSSESSION:
        return False
    owner = text.words[run[0] : run[-1]]
    is_name = all(word[:1].isupper() or word == "&" for word in owner)
    after = text.next_word(run[-1])
    is_had = text.tag_at(after) not in FINITE_VERBS and text.word_at(after)[:1].isalnum()
    return is_name and not is_had and names.behind[owner[-1]] <= POSSESSION


def capitals_at_end(text: Discourse, source: range, language: Language) -> range:
    """The words with capitals that a source ends in, and the small ones that link them."""
    words = language.function_words
    first, small = source.stop, 0
    for index in reversed(source):
        if text.words[index][:1].isupper():
            first, small = index, 0
        elif is_hyphen(text, index):
            continue
        elif first == source.stop or text.words[index] not in words.connector or small == SMALL_BETWEEN:
            break
        else:
            small += 1
    return range(first, source.stop)


def is_hyphen(text: Discourse, index: int) -> bool:
    """Whether a token joins two words to one ("Lund-Okoro")."""
    inside = 0 < index < len(text) - 1 and text.words[index] == "-"
    return inside and text.adjoin(index - 1, index) and text.adjoin(index, index + 1)


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
    articles = language.function_words.name_article
    return text.tags[run[0]] not in COUNTERS and any(
        text.words[at] in articles and text.words[at - 1][:1].isupper() for at in run[1:]
    )


def is_linked_inside(text: Discourse, run: range, language: Language) -> bool:
    """Whether a small word links a common word, which has a capital though it opens no sentence, to others.

    Members of a party are told so where they are ("Democrats on Capitol Hill"), and a body where it is, as is
    whoever is somewhere ("Lund in Paris").
    """
    words, first = language.function_words, run[0]
    is_named = text.entities[first] in MEMBERS or text.words[first] in language.affiliations
    is_body = any(text.lower[index] in language.organisations for index in run)
    links = (words.link & words.connector) - words.belonging
    return not (is_named or is_body) and any(
        text.lower[at] in links and not is_at_entity(text, at) for at in run[1:-1]
    )


def is_at_entity(text: Discourse, link: int) -> bool:
    """Whether a small word tells where somebody is, or what one who is no several people is linked to."""
    opens = text.entity_starts[link + 1] == link + 1
    return opens and (text.entities[link + 1] in PLACES or text.tags[link - 1] not in PLURALS)


def tells_person(text: Discourse, index: int, language: Language, *, dates: bool = True) -> bool:
    """Whether a word is a title, a role or a first name, stands for somebody, or, with *dates*, says when."""
    word = text.lower[index]
    is_calling = language.is_title(text.words[index]) or word in language.roles
    is_other = is_nobodys_name(word, language) or (dates and word in language.capitalised_words)
    return is_calling or is_other or word in language.first_names


def body_called(text: Discourse, run: range) -> Mention:
    """The mention of a body by some words."""
    parts = tuple(text.words[index].casefold() for index in run)
    own = takewhile(lambda index: text.heads[index] in run and text.heads[index] != index, run)
    head = min(run[-1], run.start + len(list(own)))
    return Mention("name", run.start, run.stop, head, "ORG", "n", "-", Name((), parts, "-", ""))
