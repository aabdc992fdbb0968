"""Names that the text itself gives as another name of somebody: "also known as", brackets, initials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.personal_names import Name
from quotekit.speakers.ground.scheme import SUBJECTS
from quotekit.speakers.names.name_words import is_handle

__all__ = ["has_article", "link_names"]

LINK_TOKENS = 8
"""Tokens between a name and another one that the text gives for it at most, marks counted; chosen by hand."""

LABEL_LETTERS = 4
"""Letters of the initials on a label at most; chosen by hand."""

MARKS_OF_NICKNAME = 2
"""Marks around a nickname."""

SHORTEST_OPENING = 3
"""Letters from which on the first ones of a word of a name can stand for it; chosen by hand."""

LINKING_MARKS = frozenset({",", "(", ")", '"', "“", "”", "``", "''", "‘", "’", "'", "—", "–"})
"""Marks that may stand between two names of somebody."""


def link_names(
    text: Discourse, names: Sequence[Mention], language: Language, sources: Set[int] = frozenset()
) -> dict[int, int]:
    """The first token of each name that is another name of whoever a second one names, with that one's.

    *sources* are the tokens of who speaks: initials on the label of a turn are whoever has them.
    """
    linked: dict[int, int] = {}
    for one, other in pairwise(names):
        given = has_other_in_brackets(text, one, other) or is_defined_as(text, one, other, language)
        if given or is_second_name(text, one, other, language):
            linked[other.first], linked[one.first] = one.first, other.first
    linked.update(birth_names(text, names, language))
    linked.update(nicknames(text, names))
    linked.update(last_words(text, names, language))
    linked.update(spelled_handles(text, names))
    bearers = bearers_of_initials(names)
    for mention in names:
        if mention.first in sources and is_label(text, mention, language):
            first = bearers.get(text.lower[mention.first])
            if first is not None:
                linked.setdefault(mention.first, first)
    return linked


def is_second_name(text: Discourse, one: Mention, other: Mention, language: Language) -> bool:
    """Whether words such as "also known as" alone stand between two names."""
    between = range(one.last, other.first)
    if not 0 < len(between) <= LINK_TOKENS or text.sentences[one.head] != text.sentences[other.head]:
        return False
    words = (text.lower[index] for index in between if text.words[index] not in LINKING_MARKS)
    return " ".join(word for word in words if not word.isspace()) in language.second_names


def birth_names(text: Discourse, names: Sequence[Mention], language: Language) -> Iterator[tuple[int, int]]:
    """The names by which women were born ("Ida Steen was born in Tarn"), each with their name before it.

    That is the only full name so far that begins with the same first name.
    """
    before: dict[str, dict[tuple[str, ...], int]] = {}
    for mention in names:
        name = mention.name
        if name is None or not name.is_full or mention.gender != "f" or text.quoted[mention.head]:
            continue
        known = before.setdefault(name.first, {})
        born = text.lemmas[text.heads[mention.head]] in language.function_words.birth
        if born and text.deps[mention.head] in SUBJECTS and len(known) == 1 and name.parts not in known:
            yield mention.first, next(iter(known.values()))
        known.setdefault(name.parts, mention.first)


def nicknames(text: Discourse, names: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The nicknames that stand in marks inside a full name (Ada “Dido” Lund), alone, with where that stands.

    Where two have the same, it is nobody's for certain.
    """
    known: dict[str, dict[tuple[str, ...], int]] = {}
    for mention in names:
        if mention.name is not None and (nickname := nickname_in(text, mention)):
            known.setdefault(nickname, {}).setdefault(mention.name.parts, mention.first)
    for mention in names:
        bearers = known.get(" ".join(text.lower[mention.first : mention.last]), {})
        if len(bearers) == 1:
            yield mention.first, next(iter(bearers.values()))


def nickname_in(text: Discourse, mention: Mention) -> str:
    """The words between two marks inside a name, or nothing."""
    inside = range(mention.first + 1, mention.last - 1)
    marks = [at for at in inside if text.words[at] in LINKING_MARKS]
    return " ".join(text.lower[marks[0] + 1 : marks[1]]) if len(marks) == MARKS_OF_NICKNAME else ""


def spelled_handles(text: Discourse, names: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The handles that spell a full name of the text ("@ada_lund"), each with where that stands."""
    full = [(one, one.name) for one in names if one.name is not None and one.name.is_full]
    spelled = {letters_alone("".join(name.parts)): one.first for one, name in reversed(full)}
    for mention in names:
        letters = letters_alone(text.lower[mention.first])
        if is_handle(text, mention.first) and letters in spelled:
            yield mention.first, spelled[letters]


def letters_alone(word: str) -> str:
    """The letters of a word."""
    return "".join(filter(str.isalpha, word))


def last_words(text: Discourse, names: Sequence[Mention], language: Language) -> Iterator[tuple[int, int]]:
    """The last words of long names, both behind an article ("the Herald" of the New York Herald).

    No person's name has one. Where several end in that word, it is nobody's for certain.
    """
    behind = [one for one in names if one.name is not None and has_article(text, one, language)]
    long: dict[str, dict[tuple[str, ...], int]] = {}
    for mention in behind:
        if mention.name is not None and len(mention.name.parts) > 1:
            long.setdefault(mention.name.last, {}).setdefault(mention.name.parts, mention.first)
    for mention in behind:
        known = long.get(mention.name.last, {}) if mention.name is not None else {}
        is_word = mention.last == mention.first + 1 and text.lower[mention.head] not in language.organisations
        if is_word and len(known) == 1:
            yield mention.first, next(iter(known.values()))


def has_article(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether an article stands right before a name."""
    before = text.lower_at(text.previous_word(mention.first))
    return before in language.function_words.name_article


def has_other_in_brackets(text: Discourse, one: Mention, other: Mention) -> bool:
    """Whether a bracket right behind a name opens with a handle or initials ("Ada Lund (@lund)", "(AL)")."""
    bracket = text.next_word(one.last - 1)
    if bracket >= len(text) or text.words[bracket] != "(" or text.next_word(bracket) != other.first:
        return False
    is_spelled = one.first in text.spelled and text.words[other.first] in text.initials
    return is_spelled or is_handle(text, other.first) or has_initials(text, one, other)


def is_defined_as(text: Discourse, one: Mention, other: Mention, language: Language) -> bool:
    """Whether brackets behind a name hold one in marks, alone, that is short for it (“Lund Bank (“Lund”)”).

    What has nothing of the name in it may be a work of whoever bears it ("Ada Lund (“Salt”)").
    """
    bracket, behind = text.next_word(one.last - 1), text.next_word(other.last - 1)
    between = [at for at in range(bracket, other.first) if not text.is_space(at)]
    if text.word_at(bracket) != "(" or not 1 < len(between) <= LINK_TOKENS:
        return False
    marked = text.words[between[-1]] in LINKING_MARKS and text.word_at(behind) in LINKING_MARKS
    closed = text.word_at(text.next_word(behind)) == ")"
    plain = all(text.lower[at] in language.function_words.name_article for at in between[1:-1])
    return marked and closed and plain and (is_short_for(one, other) or is_relative_name(other, language))


def is_short_for(one: Mention, other: Mention) -> bool:
    """Whether a name is one word that begins a word of another one ("Metro" of the Metropolitan Board)."""
    if one.name is None or other.name is None or len(other.name.parts) > 1:
        return False
    short = other.name.parts[0]
    return len(short) >= SHORTEST_OPENING and any(part.startswith(short) for part in one.name.parts)


def is_relative_name(mention: Mention, language: Language) -> bool:
    """Whether a name is what somebody is to another one, as courts call the parties (“Wife”)."""
    return mention.name is not None and mention.name.last in language.relatives


def has_initials(text: Discourse, one: Mention, other: Mention) -> bool:
    """Whether a name is the initials of another one, or those of its last words."""
    letters = text.words[other.first]
    if one.name is None or not letters.isupper() or other.last > other.first + 1:
        return False
    own, small = set(initials_of(one.name)), letters.casefold()
    return small in own or (len(small) > 1 and any(all_of.endswith(small) for all_of in own))


def initials_of(name: Name) -> Iterator[str]:
    """The first letters of all words of a name, and of its first and its last."""
    words = [word for part in name.parts for word in part.split("-") if word]
    yield "".join(word[0] for word in words)
    yield words[0][0] + words[-1][0]


def bearers_of_initials(names: Sequence[Mention]) -> dict[str, int]:
    """Where whoever alone has certain initials, or alone a first letter, is named in full first."""
    found: dict[str, dict[tuple[str, ...], int]] = {}
    for mention in names:
        if mention.name is not None and mention.name.is_full:
            letters = {*initials_of(mention.name), mention.name.first[0]}
            for one in letters:
                found.setdefault(one, {}).setdefault(mention.name.parts, mention.first)
    return {letters: next(iter(of.values())) for letters, of in found.items() if len(of) == 1}


def is_label(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name is capital letters at the beginning of a paragraph, and opens no question or answer."""
    letters = text.words[mention.first]
    if mention.last > mention.first + 1 or not letters.isupper() or len(letters) > LABEL_LETTERS:
        return False
    if letters.lower() in language.function_words.question_letter | language.function_words.answer_letter:
        return False
    before = text.previous_word(mention.first)
    while before >= 0 and not any(map(str.isalnum, text.words[before])):
        before = text.previous_word(before)
    return before < 0 or text.paragraphs[before] != text.paragraphs[mention.first]
