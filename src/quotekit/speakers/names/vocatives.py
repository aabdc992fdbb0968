"""Whom a quotation's own words address ("Come here, Ada.")."""

from __future__ import annotations

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention

__all__ = ["hailed_gender", "is_vocative"]

CALL_OPENERS = frozenset({",", '"', "“", "‘", "'", "``", "—", "--", "–", "(", "!", "?", ".", ";", ":", "-"})
"""Marks before a name that is called out."""

CALL_CLOSERS = frozenset(
    {",", '"', "”", "’", "'", "''", "—", "--", "–", ")", "!", "?", ".", ";", ":", "-", "...", "…"}
)
"""Marks behind it."""


DENIAL = "RB"
"""Tag of the "not" inside a tag ("isn’t he?")."""

AUXILIARIES = frozenset({"MD", "VBD", "VBP", "VBZ"})
"""Tags of the verb that opens one."""


def is_vocative(text: Discourse, mention: Mention, within: range, language: Language) -> bool:
    """Whether a name inside the quotation *within* stands between pauses, as a call does."""
    before, after = text.previous_word(mention.first), text.next_word(mention.last - 1)
    if is_parted_title(text, before, language):
        before = text.previous_word(before - 1)
    opened = (
        before < within.start
        or text.words[before] in CALL_OPENERS
        or text.lower[before] in language.function_words.endearment
    )
    closed = after >= within.stop or text.words[after] in CALL_CLOSERS
    return opened and closed and not is_asked_about(text, after, language)


def is_asked_about(text: Discourse, pause: int, language: Language) -> bool:
    """Whether a tag behind a pause asks of whoever is named before it ("A queer fish, Lund, isn’t he?").

    Nothing but a "not" stands inside a tag ("Look, Lund, is that him?").
    """
    verb = text.next_word(pause)
    denied = text.tag_at(verb + 1) == DENIAL or (verb + 1 < len(text) and text.adjoin(verb, verb + 1))
    asked = verb + 2 if denied else verb + 1
    asks = text.tag_at(verb) in AUXILIARIES and text.lower_at(pause) == ","
    told = language.pronouns.get(text.lower_at(asked)) if text.word_at(asked + 1) == "?" else None
    return asks and told is not None and told.is_third_singular


def is_parted_title(text: Discourse, stop: int, language: Language) -> bool:
    """Whether a full stop is a title's that a tokenizer parts from it ("Mlle. Lund")."""
    return stop > 0 and text.words[stop] == "." and language.is_title(text.words[stop - 1])


def hailed_gender(text: Discourse, within: range, language: Language) -> str:
    """The gender of whoever is called by no name inside the quotation *within* ("Yes, sir."), or ``-``."""
    for index in within:
        word = text.lower[index]
        title = language.title_of(word)
        gender = title.gender if title is not None else language.roles.get(word, "-")
        if gender in {"m", "f"} and stands_apart(text, index, within, language):
            return gender
    return "-"


def stands_apart(text: Discourse, index: int, within: range, language: Language) -> bool:
    """Whether a pause follows a common noun, and a pause or a "my dear" precedes it."""
    after, before = text.next_word(index), text.previous_word(index)
    if after < within.stop and text.words[after] not in CALL_CLOSERS:
        return False
    possessed = False
    while before >= within.start and text.lower[before] in language.function_words.possession:
        possessed, before = True, text.previous_word(before)
    return possessed or before < within.start or text.words[before] in CALL_OPENERS
