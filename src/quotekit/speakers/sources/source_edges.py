"""What stands at the edges of a source and is none of its words: a dateline, a citation, punctuation."""

from __future__ import annotations

from quotekit.speakers.ground.discourse import Discourse
from quotekit.text.citations import citation_at, further_authors_at
from quotekit.text.punctuation import DASHES

__all__ = ["before_citation", "behind_dateline", "is_read_as_word"]

SHARE_SIGNS = frozenset("%‰")
"""Signs that are read as words."""

DATELINE_LETTERS = 3
"""Letters of the shortest word of a dateline."""


def before_citation(text: Discourse, tokens: range) -> int:
    """Where a source ends before the citation that closes it ("Lund et al. (2010)", "Lund et al.")."""
    end = text.ends[tokens.stop - 1] if tokens else 0
    return next((at for at in tokens[1:] if cited_until(text, at) >= end), tokens.stop)


def cited_until(text: Discourse, index: int) -> int:
    """Where the citation or the further authors end that stand right before a token, in characters."""
    before = text.ends[index - 1]
    return max(citation_at(text.text, before), further_authors_at(text.text, before))


def behind_dateline(text: Discourse, tokens: range) -> int:
    """Where a source begins behind the dateline in front of it ("TARN, 3 May -- Lund Bank")."""
    if (
        not tokens
        or not text.words[tokens.start].isupper()
        or len(text.words[tokens.start]) < DATELINE_LETTERS
    ):
        return tokens.start
    before = text.previous_word(tokens.start)
    if before >= 0 and text.paragraphs[before] == text.paragraphs[tokens.start]:
        return tokens.start
    dashes = [
        index
        for index in tokens[:-1]
        if text.words[index] in DASHES | {"-"} and text.text[text.ends[index]].isspace()
    ]
    return dashes[0] + 1 if dashes else tokens.start


def is_read_as_word(word: str) -> bool:
    """Whether *word* has a letter or a digit, or is the sign of a share ("42 %")."""
    return word in SHARE_SIGNS or any(map(str.isalnum, word))
