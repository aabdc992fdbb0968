"""The name that somebody gives as their own ("I am Ada Lund", "My name is Tom", "They call me Bo")."""

from __future__ import annotations

from itertools import dropwhile, takewhile

from attrs import evolve

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import NOUNS
from quotekit.text.punctuation import STOP_TOKENS

__all__ = [
    "CLAUSE_TOKENS",
    "is_all_of_speaker",
    "is_on_line",
    "is_sentence_of_name",
    "is_speakers_name",
    "is_supposed",
]

BASE_FORMS = frozenset({"VB", "VBP"})
"""Tags of a verb by which people, or the one who speaks, call somebody ("They call me Bo", "Call me Bo")."""

QUOTE_OPENERS = frozenset({",", '"', "“", "‘", "'", "``", "—", "--", "–"})
"""Marks before the words by which somebody tells their name."""

NAME_ENDINGS = frozenset({",", ".", "!", "…", "...", '"', "”", "’", "'", "''", "—", "--", "–", ""})
"""Marks behind them; nobody tells their name by a question."""

CLAUSE_TOKENS = 8
"""Tokens before a verb in which its subject and its conjunction stand; chosen by hand."""

ADDING = frozenset({"DT", "IN", "PRP$"})
"""Tags of the first word of what somebody adds to their name."""

TELLING_TOKENS = 4
"""The full stop before them, and the words before a name by which somebody tells it ("My name is")."""


def is_speakers_name(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name is the predicate of "I" or of "my name", or what "me" is called, and all of it.

    So is that of whoever says that they are here, on the line.
    """
    return is_on_line(text, mention, language) or is_said_of_speaker(text, mention, language)


def is_said_of_speaker(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name is the predicate of "I" or of a name that is one's own, or what "me" is called."""
    verb, after = text.previous_word(mention.first), text.next_word(mention.last - 1)
    subject = text.previous_word(verb)
    if is_first_singular(text, verb, language):
        dubs = text.tag_at(subject) in BASE_FORMS and text.lemmas[subject] in language.function_words.dubbing
        return dubs and text.heads[mention.head] == subject
    if subject < 0 or text.lemmas[verb] not in language.function_words.equating:
        return False
    if text.tag_at(after) in NOUNS | {"POS"}:
        return False
    if text.lower[subject] in language.function_words.appellation:
        if is_the_name(text, subject, language):
            return mention.label == "PERSON" and text.tags[verb] != "VBD"
        subject = text.previous_word(subject)
    elif mention.label != "PERSON":
        return False
    return is_first_singular(text, subject, language) and not is_supposed(text, verb, mention.first, language)


def is_all_of_speaker(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a full name is all that somebody says to be in a quotation, whatever its label."""
    after = text.word_at(text.next_word(mention.last - 1))
    is_whole = mention.name is not None and mention.name.is_full and after in NAME_ENDINGS
    as_person = evolve(mention, label="PERSON")
    return is_whole and text.quoted[mention.head] and is_said_of_speaker(text, as_person, language)


def is_on_line(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a sentence is all of a name and a "here" ("Lund here", "This is Ada Lund speaking")."""
    here, words = text.next_word(mention.last - 1), language.function_words
    before = text.previous_word(mention.first)
    while before >= 0 and text.lower[before] in words.announcing:
        before = text.previous_word(before)
    asks = text.lemmas[text.next_word(before)] in words.equating
    ends = text.word_at(text.next_word(here)) in NAME_ENDINGS
    is_here = here < len(text) and text.lower[here] in words.on_line and text.quoted[mention.head]
    opens = before < 0 or text.words[before] in QUOTE_OPENERS | STOP_TOKENS
    return is_here and opens and ends and not asks and not breaks_off_for_cue(text, here)


def is_sentence_of_name(text: Discourse, name: Mention) -> bool:
    """Whether a sentence is a name and the few words that say whose it is ("My name is Dale, your guide.").

    Of others it is told inside a turn ("I am Dale, he said, and I need help").
    """
    telling = text.words[max(0, name.first - TELLING_TOKENS) : name.first]
    adds = text.word_at(name.last) == "," and text.tag_at(name.last + 1) in ADDING
    return not STOP_TOKENS.isdisjoint(telling) and (adds or text.word_at(name.last) in STOP_TOKENS)


def breaks_off_for_cue(text: Discourse, index: int) -> bool:
    """Whether a sentence only breaks off for its cue behind a word ("“Lund here,” he said, “knows it”")."""
    same = takewhile(lambda at: text.paragraphs[at] == text.paragraphs[index], range(index, len(text)))
    behind = dropwhile(lambda at: text.quoted[at], same)
    word = next((text.words[at] for at in behind if text.quoted[at] and text.words[at][0].isalnum()), "")
    return text.word_at(text.next_word(index)) == "," and word.islower()


def is_the_name(text: Discourse, noun: int, language: Language) -> bool:
    """Whether "the name" opens a quotation, or a bare "name" does ("The name is Lund")."""
    before = text.previous_word(noun)
    if text.lower_at(before) in language.function_words.definite:
        before = text.previous_word(before)
    return before >= 0 and text.words[before] in QUOTE_OPENERS


def is_supposed(text: Discourse, verb: int, end: int, language: Language) -> bool:
    """Whether a verb asserts nothing: a "not" or a conjunction before *end* is its own ("if I were").

    Nor does what others suppose ("Pretend I am Ada", "You think I am Ada").
    """
    own = range(max(0, verb - CLAUSE_TOKENS), end)
    if any(text.heads[index] == verb and text.deps[index] in {"neg", "mark"} for index in own):
        return True
    above = text.heads[verb]
    if above >= verb or text.lemmas[above] not in language.function_words.supposing:
        return False
    before = [at for at in range(max(0, above - CLAUSE_TOKENS), above) if text.heads[at] == above]
    return not any(is_first_singular(text, index, language) for index in before)


def is_first_singular(text: Discourse, index: int, language: Language) -> bool:
    """Whether an "I", a "me" or a "my" is at *index*."""
    pronoun = language.pronouns.get(text.lower_at(index))
    return pronoun is not None and pronoun.is_first_singular
