"""An "and" between two callings of one person: "the author and singer Pia Rook"."""

from __future__ import annotations

from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.nominal_labels import label_beside_name
from quotekit.speakers.ground.scheme import ADJECTIVES, DETERMINERS, NOUNS, PLURALS
from quotekit.speakers.sources.phrase import Phrase

__all__ = ["OWN_TAGS", "is_one_description", "joins_callings"]

OWN_TAGS = DETERMINERS | {"CD", ","}
"""Tags of what opens a description of its own behind an "and"."""


def joins_callings(phrase: Phrase, conjunction: int, after: int, person: Mention) -> bool:
    """Whether an "and" joins two callings, the second right before a name or with what it is of.

    A pause stands before the name then ("the founder and head of Lund Bank, Pia Rook"), and may without that
    ("Founder and CEO, Pia Rook").
    """
    text, before = phrase.text, phrase.text.previous_word(conjunction)
    last = text.previous_word(person.first)
    is_apart = text.words[last] == ","
    is_of = is_apart and any(phrase.opens_addition(at) for at in range(after, last))
    noun = next((at for at in range(after, last + 1) if is_calling_noun(phrase, at)), last)
    apart = any(text.tags[at] in OWN_TAGS for at in range(after, noun))
    behind = text.next_word(noun)
    ends = noun == last or (is_of and phrase.opens_addition(behind)) or (is_apart and behind == last)
    return ends and not apart and is_calling_noun(phrase, before) and is_calling_noun(phrase, noun)


def is_calling_noun(phrase: Phrase, index: int) -> bool:
    """Whether a token is a noun for what one person is, and no word of a name but where it opens all."""
    word = phrase.text.words[index]
    is_common = word.islower() or word.isupper() or index == phrase.tokens.start
    is_one = phrase.text.tags[index] in ADJECTIVES | NOUNS - PLURALS
    return is_common and is_one and label_beside_name(word.lower(), phrase.language) == "PERSON"


def is_one_description(phrase: Phrase, conjunction: int, after: int) -> bool:
    """Whether an "and" joins two things that one person is ("The cup winner and mother of six").

    So it does behind an article that both share, where one of them is an epithet or counts children.
    """
    text, language = phrase.text, phrase.language
    noun = next((at for at in range(after, phrase.tokens.stop) if text.tags[at] == "NN"), after)
    shares = not any(text.tags[at] in OWN_TAGS for at in range(after, noun))
    opens = phrase.is_any_of(phrase.tokens.start, phrase.function_words.definite) and text.tags[noun] == "NN"
    if not shares or not opens or any(name.label == "PERSON" for name in phrase.names):
        return False
    lemmas = {text.lemmas[text.previous_word(conjunction)], text.lemmas[noun]}
    counts = text.tag_at(noun + 2) == "CD" and text.lemmas[noun] in language.relatives
    both = all(lemma in language.epithet_nouns or lemma in language.roles for lemma in lemmas)
    return both and (counts or not lemmas.isdisjoint(language.epithet_nouns))
