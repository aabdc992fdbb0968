"""Words inside a source that say what somebody is called: "named", "by the name of", "himself as"."""

from __future__ import annotations

from quotekit.speakers.sources.phrase import Phrase

__all__ = ["says_what_called"]


def says_what_called(phrase: Phrase, before: int) -> bool:
    """Whether the words up to *before* say what somebody is called ("named", "by the name of", "itself").

    So do those of whoever tells it ("who identified himself only as Bo", "who gave his name as Bo").
    """
    text, words = phrase.text, phrase.function_words
    if phrase.is_any_of(before, words.definite):
        before = text.previous_word(before)
    if phrase.is_any_of(before, words.naming, words.reflexive):
        return True
    if phrase.is_any_of(before, words.styling):
        return tells_own_name(phrase, before_adverbs(phrase, before))
    is_theirs = phrase.is_any_of(text.previous_word(before), words.appellation)
    return is_theirs and phrase.is_any_of(before, words.link)


def tells_own_name(phrase: Phrase, noun: int) -> bool:
    """Whether a "himself" or a "name" is what somebody tells of ("identified himself", "gave his name").

    Who "made his name as James Bond" is another.
    """
    words, verb = phrase.function_words, phrase.text.heads[noun]
    told = phrase.is_any_of(noun, words.reflexive, words.appellation)
    return told and phrase.text.lemmas[verb] in words.telling_name


def before_adverbs(phrase: Phrase, index: int) -> int:
    """The word of a phrase before *index* and the adverbs in front of it."""
    before = phrase.text.previous_word(index)
    while before > phrase.tokens.start and phrase.text.tags[before] == "RB":
        before = phrase.text.previous_word(before)
    return before
