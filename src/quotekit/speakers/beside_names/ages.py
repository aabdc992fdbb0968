"""Ages that describe somebody: "a 30-year-old", "24-year-old Ada Lund"."""

from __future__ import annotations

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse

__all__ = ["age_at", "age_before"]


def age_at(text: Discourse, index: int, lemma: str, language: Language) -> str:
    """The years of "a 30-year-old", one token or several, whose noun is at *index*; empty elsewhere."""
    words = language.function_words
    parted = text.lower_at(index + 1) == "-" and text.lower_at(index + 2) in words.age_ending
    if parted and index > 1 and lemma in words.age_unit:
        return text.words[index - 2]
    years, _, rest = text.lower[index].partition("-")
    unit, _, ending = rest.partition("-")
    return years if years.isdecimal() and unit in words.age_unit and ending in words.age_ending else ""


def age_before(text: Discourse, first: int, language: Language) -> str:
    """The years of an age right before the token *first* ("24-year-old Ada Lund"); empty elsewhere."""
    ending = text.previous_word(first)
    if ending < 0:
        return ""
    noun = ending - 2 if text.lower[ending] in language.function_words.age_ending else ending
    if noun < 0:
        return ""
    return age_at(text, noun, text.lower_at(noun), language)
