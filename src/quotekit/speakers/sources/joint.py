"""Sources of several people at once, and an "and" that joins what one person is."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.speakers.mention import Mention
from quotekit.speakers.scheme import DETERMINERS, NOUNS, PROPER_NOUNS
from quotekit.speakers.sources.phrase import Phrase

__all__ = ["joined_names"]

FIRST_TAGS = NOUNS | DETERMINERS | {"PRP", "CD"}
"""Tags of the first word of what an "and" joins to somebody."""

OWN_TAGS = DETERMINERS | {"CD", ","}
"""Tags of what opens a description of its own behind an "and"."""

LAST_TAGS = NOUNS | {")", "-RRB-", "PRP"}
"""Tags of the last word of what stands before such an "and"."""


def joined_names(phrase: Phrase) -> tuple[Mention, ...]:
    """The names that an "and" of equals joins, all of them outside afterthoughts."""
    text, tokens = phrase.text, phrase.tokens
    for index in tokens:
        if text.tags[index] != "CC" or any(name.first <= index < name.last for name in phrase.names):
            continue
        after = text.next_word(index)
        if (
            after < tokens.stop
            and is_coordinated(phrase, index, after)
            and not stands_in_afterthought(phrase, index)
        ):
            inside = tuple(name for name in phrase.names if not follows_link(phrase, name))
            if is_one_person(phrase, index, after, inside) or is_one_description(phrase, index, after):
                return ()
            return inside or (Mention("nominal", tokens.start, tokens.stop, index, "GROUP", number="p"),)
    return ()


def is_one_person(phrase: Phrase, conjunction: int, after: int, names: Sequence[Mention]) -> bool:
    """Whether an "and" joins what one person is ("Author and singer Pia Rook"; "Director and CEO Pia Rook").

    Then no article opens the phrase or follows the "and", and the only person is named after more.
    """
    persons = [name for name in names if name.label == "PERSON"]
    if len(persons) != 1 or persons[0].number == "p":
        return False
    name = persons[0].name
    holds_office = name is not None and name.kind == "office"
    if persons[0].first < after or (persons[0].first == after and not holds_office):
        return False
    told = {phrase.text.tags[phrase.tokens.start], *phrase.text.tags[after : persons[0].first]}
    before = phrase.text.tags[phrase.text.previous_word(conjunction)]
    titles = [phrase.language.title_of(phrase.text.words[at]) for at in range(after, persons[0].first)]
    if any(title is not None and title.kind in {"courtesy", "style"} for title in titles):
        return False
    return told.isdisjoint(OWN_TAGS | {"CC"}) and before not in {"NNS", "NNPS"}


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


def is_coordinated(phrase: Phrase, index: int, after: int) -> bool:
    """Whether an "and" stands between two noun phrases, not between adjectives or clauses."""
    opens = phrase.text.tags[after] in FIRST_TAGS or phrase.is_any_of(after, phrase.function_words.other)
    return opens and phrase.text.tag_at(phrase.text.previous_word(index)) in LAST_TAGS


def stands_in_afterthought(phrase: Phrase, index: int) -> bool:
    """Whether a relative clause, a preposition or the apposition of a comma stands before *index*."""
    text = phrase.text
    return any(
        phrase.is_any_of(before, phrase.function_words.relative, phrase.function_words.link)
        or (text.words[before] == "," and not opens_item(phrase, text.next_word(before)))
        for before in range(phrase.tokens.start, index)
    )


def opens_item(phrase: Phrase, index: int) -> bool:
    """Whether a list can go on with a proper noun, which owns nothing ("Ada Lund, Lund Steel's founder")."""
    text = phrase.text
    owner = next((name for name in phrase.names if name.first <= index < name.last), None)
    owns = owner is not None and text.tag_at(text.next_word(owner.last - 1)) == "POS"
    return text.tag_at(index) in PROPER_NOUNS and not owns


def follows_link(phrase: Phrase, name: Mention) -> bool:
    """Whether a preposition stands before a name and its article."""
    before = phrase.text.previous_word(name.first)
    if before >= 0 and phrase.text.tags[before] == "DT":
        before = phrase.text.previous_word(before)
    return before >= 0 and phrase.is_any_of(before, phrase.function_words.link)
