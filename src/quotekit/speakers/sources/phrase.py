"""The words of a source, with the names inside them, as they are taken apart."""

from __future__ import annotations

from collections.abc import Sequence, Set

from attrs import frozen

from quotekit.language import Language
from quotekit.language.function_words import FunctionWords
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import NOUNS, PROPER_NOUNS
from quotekit.text.punctuation import PAUSES

__all__ = ["BREAKS", "OPEN_BRACKETS", "Phrase"]

OPEN_BRACKETS = frozenset({"(", "["})
"""Marks of a bracket that opens."""

CLOSING_BRACKETS = frozenset({")", "]"})
"""Marks of one that closes."""

BREAKS = PAUSES | OPEN_BRACKETS | {";", ":"}
"""Marks that part a source from what is added to it."""

INITIALS_TOKENS = 3
"""Tokens of a bracket with initials, and its marks."""

FEWEST_INITIALS = 2
"""Capitals from which on a word stands for the name before it."""


@frozen(eq=False)
class Phrase:
    """The words of a source: where they stand, and the names inside them."""

    text: Discourse
    tokens: range
    names: Sequence[Mention]
    language: Language

    @property
    def function_words(self) -> FunctionWords:
        """The little words of its language."""
        return self.language.function_words

    @property
    def topmost(self) -> int:
        """The word on which its others hang: the first whose head stands outside."""
        outside = (at for at in self.tokens if self.text.heads[at] not in self.tokens)
        return next(outside, self.tokens.start)

    def is_any_of(self, index: int, *words: Set[str]) -> bool:
        """Whether there is a token at *index*, and it is one of these little words."""
        return any(self.text.lower_at(index) in these for these in words)

    def is_in_brackets(self, index: int) -> bool:
        """Whether a bracket before a token does not close there ("Lund (in Holm, 2012)")."""
        words = self.text.words[self.tokens.start : index]
        return sum(word in OPEN_BRACKETS for word in words) > sum(word in CLOSING_BRACKETS for word in words)

    def is_in_initials(self, index: int) -> bool:
        """Whether a token is of a bracket with a body's initials before a noun ("Lund Union (LU) head")."""
        return any(self.holds_initials(at) for at in range(max(self.tokens.start, index - 2), index + 1))

    def before_initials(self, index: int) -> int:
        """The word before a token, and before a bracket of initials that stands between the two."""
        before = self.text.previous_word(index)
        return before - INITIALS_TOKENS if self.is_in_initials(before) else before

    def holds_initials(self, opening: int) -> bool:
        """Whether a bracket that opens at a token is a word with two capitals, between a body and a noun."""
        text, behind = self.text, opening + INITIALS_TOKENS
        is_bracket = text.words[opening] in OPEN_BRACKETS and text.word_at(behind - 1) in CLOSING_BRACKETS
        if not is_bracket or behind not in self.tokens or text.tags[behind] not in NOUNS:
            return False
        short = sum(map(str.isupper, text.words[opening + 1])) >= FEWEST_INITIALS
        return short and any(one.last == opening and not self.has_first_name(one) for one in self.names)

    def has_first_name(self, name: Mention) -> bool:
        """Whether a name is a person's and begins with a known first name; an office may be taken for one."""
        return name.label == "PERSON" and self.text.lower[name.first] in self.language.first_names

    def is_in_title(self, index: int) -> bool:
        """Whether a token stands inside marks that open inside the phrase ("the author of “Cod, Salt”")."""
        quoted = self.text.quoted
        return index < len(quoted) and quoted[index] and not quoted[self.tokens.start]

    def parts_title(self, index: int) -> bool:
        """Whether a mark stands inside such a title, and not at its end (“Cod,” a novel)."""
        return self.is_in_title(index) and not self.closes_title(index + 1)

    def closes_title(self, index: int) -> bool:
        """Whether the marks around such a title end with a token."""
        return self.is_in_title(index) and not self.is_in_title(index + 1)

    def opens_addition(self, index: int) -> bool:
        """Whether a token begins what is added to a noun: what it is of, or some of those it names."""
        words = self.function_words
        return self.is_any_of(index, words.link, words.exemplifying) or self.is_preposition(index)

    def is_preposition(self, index: int) -> bool:
        """Whether a token behind the first is a preposition by the parse, and none of a name's words."""
        text, inside = self.text, self.tokens.start < index < self.tokens.stop
        if not inside or text.tags[index] not in {"IN", "VBG"} or text.deps[index] != "prep":
            return False
        named = any(name.first <= index < name.last for name in self.names)
        names = self.is_any_of(index, self.function_words.styling)  # "identified as Ada Lund"
        return text.words[index].islower() and not (named or names)

    def is_inside_front_name(self, index: int) -> bool:
        """Whether a preposition is behind a lone capital that opens the phrase ("Isle of Man coroner")."""
        text, front = self.text, self.tokens.start
        is_calling = self.language.is_title(text.words[front]) or text.lower[front] in self.language.roles
        is_first = text.previous_word(index) == front and text.tags[front] in PROPER_NOUNS and not is_calling
        return is_first and text.tag_at(text.next_word(index)) in PROPER_NOUNS
