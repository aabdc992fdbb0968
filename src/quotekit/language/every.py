"""Words of every language together, for what reads a text without knowing its language.

Layouts and quotation marks are found before anything is parsed, in whatever language. This is the
one place where a word of one language counts in a text of another; all else asks `language_of`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Any

from attrs import fields, frozen

from quotekit.language.function_words import FunctionWords
from quotekit.language.record import Language, language_of, languages
from quotekit.language.rows import Apparatus, ApparatusPart, Contraction, Elision, unstopped

__all__ = ["EveryLanguage", "every_language"]


@frozen(kw_only=True, eq=False)
class EveryLanguage:
    """The words of all languages; each field holds those of the languages' fields of its name."""

    heading_words: frozenset[str]
    claim_verbs: frozenset[str]
    label_nouns: frozenset[str]
    staging_words: frozenset[str]
    proceedings: frozenset[str]
    placeholders: frozenset[str]
    plain_persons: frozenset[str]
    titles: frozenset[str]
    courtesies: frozenset[str]
    first_names: frozenset[str]
    name_particles: frozenset[str]
    roles: frozenset[str]
    unnamed_roles: frozenset[str]
    organisations: frozenset[str]
    firm_nouns: frozenset[str]
    group_nouns: frozenset[str]
    document_nouns: frozenset[str]
    speech_pronouns: frozenset[str]
    own_pronouns: frozenset[str]
    inverted_forms: frozenset[str]
    negating_verbs: frozenset[str]
    negations: frozenset[str]
    clause_openers: frozenset[str]
    connectives: frozenset[str]
    elisions: frozenset[Elision]
    contractions: frozenset[Contraction]
    apparatus: frozenset[Apparatus]
    function_words: FunctionWords

    def is_title(self, word: str) -> bool:
        """Whether *word* is a title, in any case and with its full stop or without."""
        return unstopped(word) in self.titles

    def apparatus_texts(self, *parts: ApparatusPart) -> tuple[str, ...]:
        """What notes and citations are set with that does one of *parts*, longer texts first."""
        texts = {item.text for item in self.apparatus if item.part in parts}
        return tuple(sorted(texts, key=lambda text: (-len(text), text)))


@cache
def every_language() -> EveryLanguage:
    """The words of all languages that have word lists, read at the first call."""
    known = [language_of(code) for code in languages()]
    names = [attribute.name for attribute in fields(EveryLanguage) if attribute.name != "function_words"]
    little = [words.function_words for words in known]
    return EveryLanguage(
        function_words=FunctionWords(
            **{attribute.name: together(little, attribute.name) for attribute in fields(FunctionWords)}
        ),
        **{name: together(known, name) for name in names},
    )


def together(records: Sequence[Language] | Sequence[FunctionWords], name: str) -> frozenset[Any]:
    """What the fields *name* of several records hold."""
    return frozenset(chain.from_iterable(getattr(record, name) for record in records))
