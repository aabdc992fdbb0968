"""What somebody is of what: "the captain of the team", "the team's captain", "team captain Ada Lund"."""

from __future__ import annotations

from collections.abc import Iterator, Set

from quotekit.language import Language
from quotekit.speakers.beside_names.nouns import apposed_noun
from quotekit.speakers.cast.predicates import is_said_of, offices_in_front
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import NOUNS

__all__ = ["Office", "offices_at", "offices_of"]

OFFICE_BEHIND_TOKENS = 16
"""Tokens behind a name in which an office can be said of it; chosen by hand."""

COMPLEMENT_TOKENS = 6
"""Tokens on either side of a noun among which what it is of stands; chosen by hand."""

Office = tuple[str, str, frozenset[str]]
"""What somebody is, of what, and what narrows either."""

NARROWED_BY = frozenset({"amod", "compound", "nummod"})
"""Relations to a noun of what narrows it."""

OWNING = frozenset({"poss", "compound"})
"""Relations of what an office is of to its noun, in front of it."""


def offices_of(text: Discourse, mention: Mention, language: Language) -> Iterator[Office]:
    """What the words around a name say that its bearer is of what."""
    before = apposed_noun(text, mention, language)
    near = text.previous_word(mention.first)
    last = min(mention.last + OFFICE_BEHIND_TOKENS, len(text))
    behind = (at for at in range(mention.last, last) if text.sentences[at] == text.sentences[mention.head])
    said = (at for at in behind if text.tags[at] in NOUNS and is_said_of(text, at, mention, language))
    for noun in (before, near, *said, *offices_in_front(text, mention, language)):
        if noun is not None and noun >= 0 and text.tags[noun] in NOUNS:
            yield from offices_at(text, noun, language)


def offices_at(text: Discourse, noun: int, language: Language) -> Iterator[Office]:
    """The noun at *noun* with each that it is said to be of, and what narrows either ("rival company")."""
    links = language.function_words.belonging
    for at in range(max(0, noun - COMPLEMENT_TOKENS), min(noun + COMPLEMENT_TOKENS, len(text))):
        head = text.heads[at]
        owns = at < noun and head == noun and text.deps[at] in OWNING
        is_of = text.deps[at] == "pobj" and text.lower[head] in links and text.heads[head] == noun
        if (owns or is_of) and text.tags[at] in NOUNS:
            narrowing = frozenset((*narrowed_by(text, noun, {at}), *narrowed_by(text, at, {noun})))
            yield text.lemmas[noun].lower(), text.lemmas[at].lower(), narrowing


def narrowed_by(text: Discourse, noun: int, besides: Set[int]) -> Iterator[str]:
    """The adjectives and the nouns right before a noun that narrow it, *besides* what it is of."""
    for at in range(max(0, noun - COMPLEMENT_TOKENS), noun):
        is_narrowing = text.deps[at] in NARROWED_BY and text.heads[at] == noun
        if is_narrowing and at not in besides:
            yield text.lower[at]
