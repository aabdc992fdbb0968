"""Words in capitals that name nobody: those of headings, and of brackets that tell what happens in a hall."""

from __future__ import annotations

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention

__all__ = ["is_stage_note", "without_shouted"]

BRACKETS = {"(": ")", "[": "]"}
"""Brackets around what happens in a hall, with what closes them."""

SHOUTED_WORDS = 3
"""Words in capitals on either side that make a line a heading; chosen by hand."""


def without_shouted(text: Discourse, names: list[Mention], language: Language) -> list[Mention]:
    """*names* without the words of headings in capitals that are no names elsewhere ("AND INCURS")."""
    heads = {text.lower[name.head] for name in names if not text.words[name.head].isupper()}
    return [
        name
        for name in names
        if name.last - name.first > 1
        or not text.words[name.head].isupper()
        or text.lower[name.head] in heads
        or text.lower[name.head] in language.first_names
        or not is_in_shouted_line(text, name.head)
    ]


def is_in_shouted_line(text: Discourse, index: int) -> bool:
    """Whether all words around a token are in capitals, in a paragraph of several."""
    around = range(max(0, index - SHOUTED_WORDS), min(index + SHOUTED_WORDS + 1, len(text)))
    words = [text.words[at] for at in around if text.is_one_paragraph(at, index) and text.words[at].isalpha()]
    return len(words) > SHOUTED_WORDS and all(map(str.isupper, words))


def is_stage_note(text: Discourse, mention: Mention) -> bool:
    """Whether a word in capitals is all of a bracket that is a paragraph of its own ("(LAUGHTER)")."""
    before, after = mention.first - 1, mention.last
    alone = mention.last - mention.first == 1 and text.words[mention.first].isupper()
    if (
        not alone
        or text.word_at(before) not in BRACKETS
        or text.word_at(after) != BRACKETS[text.words[before]]
    ):
        return False
    neighbours = text.previous_word(before), text.next_word(after)
    return not any(text.is_one_paragraph(one, mention.first) for one in neighbours)
