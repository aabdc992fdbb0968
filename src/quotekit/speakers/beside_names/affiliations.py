"""Where the text says that somebody belongs: to a state, a country, a party ("the Florida Republican")."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from quotekit.language import Language
from quotekit.language.rows import Affiliation
from quotekit.speakers.beside_names.nouns import is_apposed_behind
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import ADJECTIVES, COMMON_NOUNS, FINITE_VERBS, NOUNS

__all__ = [
    "affiliations_in",
    "are_apart",
    "party_letter",
    "told_affiliations",
    "words_behind",
    "words_in_front",
    "words_of_parties",
]

FRONT_TOKENS = 8
"""Tokens before a name in which its phrase says where somebody belongs; chosen by hand."""

PARTY_TOKENS = 8
"""Tokens of a bracket behind a name at most that says so; chosen by hand."""

BEHIND_TOKENS = 10
"""Tokens of an apposition behind a name that are looked through for it; chosen by hand."""

FRONT_TAGS = NOUNS | ADJECTIVES | {"POS", "HYPH", "VBN", "."}
"""Tags of the words of a phrase in front of a name; full stops are those of titles."""

FORM_WORDS = 2
"""Words of the longest form in the table ("South Carolina")."""


def affiliations_in(text: Discourse, tokens: Iterable[int], language: Language) -> frozenset[Affiliation]:
    """The affiliations that words tell, those inside the name of a body left out ("New York Times")."""
    found: set[Affiliation] = set()
    past = -1
    for index in tokens:
        if index >= past and text.entities[index] != "ORG":
            form = next((one for one in forms_at(text, index) if one in language.affiliations), "")
            past = index + len(form.split())
            found.update([language.affiliations[form]] if form else [])
    return frozenset(found)


def words_of_parties(text: Discourse, tokens: Iterable[int], language: Language) -> frozenset[str]:
    """The words among *tokens* that tell a party, lower case, as a part of a body's name too ("the SNP")."""
    told = (form for index in tokens for form in forms_at(text, index) if form in language.affiliations)
    parties = (form for form in told if language.affiliations[form].kind == "party")
    return frozenset(word for form in parties for word in form.lower().split())


def forms_at(text: Discourse, index: int) -> Iterator[str]:
    """The forms that the words from *index* on can be, the longest first."""
    for length in range(FORM_WORDS, 0, -1):
        form = " ".join(text.words[index : index + length])
        yield form
        yield form + "."


def are_apart(some: Collection[Affiliation], others: Collection[Affiliation]) -> bool:
    """Whether two cannot be said of one, since they name two states, two countries or two parties."""
    kinds = {one.kind for one in some} & {one.kind for one in others}
    return any(
        {one.of for one in some if one.kind == kind}.isdisjoint(one.of for one in others if one.kind == kind)
        for kind in kinds
    )


def told_affiliations(text: Discourse, mention: Mention, language: Language) -> frozenset[Affiliation]:
    """The affiliations that the words around a name give its bearer."""
    front, back = words_in_front(text, mention, language), words_behind(text, mention, language)
    return (
        affiliations_in(text, front, language)
        | affiliations_in(text, back, language)
        | party(text, back, language)
    )


def words_in_front(text: Discourse, mention: Mention, language: Language) -> range:
    """The words of the phrase that a name ends, or is in apposition to ("her Danish guest, Ida Holm").

    A full stop is none of the phrase's unless a title has it ("It fell to Norway. Captain Lund said …").
    """
    last, noun = mention.first, text.heads[mention.head]
    if text.deps[mention.head] == "appos" and noun < mention.first and text.tags[noun] in COMMON_NOUNS:
        last = noun + 1
    first = last
    while first > 0 and last - first < FRONT_TOKENS and text.tags[first - 1] in FRONT_TAGS:
        ends = text.tags[first - 1] == "." and not language.is_title(text.word_at(first - 2))
        if ends or not text.is_one_paragraph(first - 1, mention.first):
            break
        first -= 1
    return range(first, last)


def words_behind(text: Discourse, mention: Mention, language: Language) -> range:
    """The words of the bracket, of the apposition or of the place that a name is followed by."""
    index = text.next_word(mention.last - 1)
    if index >= len(text) or text.sentences[index] != text.sentences[mention.head]:
        return range(0)
    if text.words[index] == "(":
        return up_to(text, index + 1, PARTY_TOKENS, {")"})
    if text.lower[index] in language.function_words.origin:
        return up_to(text, index + 1, FORM_WORDS, {",", "."})
    if text.words[index] == "," and is_afterthought(text, index + 1, mention, language):
        return up_to(text, index + 1, BEHIND_TOKENS, {",", ".", ";"})
    return range(0)


def is_afterthought(text: Discourse, first: int, mention: Mention, language: Language) -> bool:
    """Whether the words from *first* on say who somebody is: an apposition, or a party's letter."""
    tokens = range(first, min(first + BEHIND_TOKENS, len(text)))
    apposed = (is_apposed_behind(text, at, mention) for at in tokens)
    return party_letter(text, first) in language.parties or any(apposed)


def party(text: Discourse, tokens: range, language: Language) -> frozenset[Affiliation]:
    """The party whose letter opens some words ("R-Ohio")."""
    nouns = language.parties.get(party_letter(text, tokens.start), ()) if tokens else ()
    forms = (noun.capitalize() for noun in nouns)
    return frozenset(language.affiliations[form] for form in forms if form in language.affiliations)


def party_letter(text: Discourse, index: int) -> str:
    """What stands before the hyphen in the word at *index*, or all of it."""
    return text.word_at(index).partition("-")[0]


def up_to(text: Discourse, first: int, longest: int, ends: Collection[str]) -> range:
    """The tokens from *first* on before one of *ends*, and before any finite verb."""
    last = min(first + longest, len(text))
    stops = (at for at in range(first, last) if text.words[at] in ends or text.tags[at] in FINITE_VERBS)
    return range(first, next(stops, last))
