"""Sources of several people at once, and an "and" that joins what one person is."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.nominal_labels import label_beside_name
from quotekit.speakers.ground.scheme import (
    ADJECTIVES,
    COMMON_NOUNS,
    DETERMINERS,
    FINITE_VERBS,
    GROUPS,
    NOUNS,
    PERSON_LABELS,
    PLURALS,
    PROPER_NOUNS,
)
from quotekit.speakers.mentions.noun_phrases import joins_kinds
from quotekit.speakers.sources.appositions import opening_comma
from quotekit.speakers.sources.joined_callings import OWN_TAGS, is_one_description, joins_callings
from quotekit.speakers.sources.members import follows_link, is_member, is_owner_in_list
from quotekit.speakers.sources.misnomers import is_office_in_capitals
from quotekit.speakers.sources.phrase import BREAKS, OPEN_BRACKETS, Phrase

__all__ = ["joined_names"]

TWO = 2
"""People whom a headline joins by a comma."""

FIRST_TAGS = NOUNS | DETERMINERS | {"PRP", "CD"}
"""Tags of the first word of what an "and" joins to somebody."""

TITLE_MARKS = frozenset({":", '"', "“", "”", "``", "''"})
"""Marks that a title of a work has in it or around it, and no list of people."""

LAST_TAGS = NOUNS | {")", "-RRB-", "PRP", ","}
"""Tags of the last word of what stands before such an "and", or of the comma there."""


def joined_names(phrase: Phrase) -> tuple[Mention, ...]:
    """The names that an "and" of equals joins, all of them outside afterthoughts and titles of works."""
    text, tokens = phrase.text, phrase.tokens
    if any(text.words[at] in TITLE_MARKS and not in_any(phrase.names, at) for at in tokens):
        return ()
    for index in tokens:
        if text.tags[index] != "CC" or any(name.first <= index < name.last for name in phrase.names):
            continue
        after = text.next_word(index)
        if (
            after < tokens.stop
            and is_coordinated(phrase, index, after)
            and not stands_in_afterthought(phrase, index)
        ):
            if joins_modifiers(phrase, index, after):
                continue
            inside = tuple(name for name in phrase.names if is_member(phrase, name))
            if is_one_of_list(phrase, index, after, inside) or is_one_description(phrase, index, after):
                return ()
            return inside or (Mention("nominal", tokens.start, tokens.stop, index, "GROUP", number="p"),)
    return listed_names(phrase) or apposed_names(phrase)


def listed_names(phrase: Phrase) -> tuple[Mention, ...]:
    """The two people whom a headline at the top joins by a comma ("Lund, Holm vow to act")."""
    text, names = phrase.text, tuple(phrase.names)
    if len(names) != TWO or text.paragraphs[phrase.tokens.start] != text.paragraphs[0]:
        return ()
    edges = (phrase.tokens.start, phrase.tokens.stop) == (names[0].first, names[1].last)
    is_pair = edges and text.next_word(text.next_word(names[0].last - 1)) == names[1].first
    persons = all(name.label in PERSON_LABELS and not is_office_in_capitals(phrase, name) for name in names)
    return names if is_pair and persons and text.words[text.next_word(names[0].last - 1)] == "," else ()


def apposed_names(phrase: Phrase) -> tuple[Mention, ...]:
    """The persons who close a source behind what they all are ("two members of the board, A and B")."""
    text = phrase.text
    closing = [name for name in phrase.names if opening_comma(phrase, name) is not None][:1]
    if not closing or text.tags[phrase.topmost] not in PLURALS or closing[0].label != "PERSON":
        return ()
    behind = range(closing[0].first, phrase.tokens.stop)
    names = tuple(name for name in phrase.names if name.first in behind and is_listed_person(phrase, name))
    joints = [at for at in behind if text.tags[at] == "CC" and not in_any(phrase.names, at)]
    is_list = bool(joints) and names[-1].first > joints[-1]
    return names if is_list and not any(text.tags[at] in FINITE_VERBS for at in behind) else ()


def is_listed_person(phrase: Phrase, name: Mention) -> bool:
    """Whether a name in a list is a person's who is in it, and no place or party of theirs."""
    before = phrase.text.word_at(phrase.text.previous_word(name.first))
    return name.label == "PERSON" and not follows_link(phrase, name) and before not in OPEN_BRACKETS


def in_any(names: Sequence[Mention], index: int) -> bool:
    """Whether a token is a part of one of *names*."""
    return any(name.first <= index < name.last for name in names)


def joins_modifiers(phrase: Phrase, index: int, after: int) -> bool:
    """Whether an "and" joins what stands in front of one noun ("Lund Bank and Holm Steel spokesmen").

    Between two persons that noun is what the second one is ("Ada Lund and Tarn leader Bo Oye").
    """
    text = phrase.text
    name = next((name for name in phrase.names if name.first == after), None)
    if name is None:
        return joins_kinds(text, index, text.heads[text.heads[index]]) and text.tags[after] in COMMON_NOUNS
    if text.deps[name.head] != "compound":
        return False
    noun = text.heads[name.head]
    own = (ends_in_person(phrase, index) or goes_on_behind(phrase, index)) and noun != phrase.topmost
    return not own and noun in phrase.tokens and noun >= name.last and text.tags[noun] in COMMON_NOUNS


def is_one_of_list(phrase: Phrase, conjunction: int, after: int, names: Sequence[Mention]) -> bool:
    """Whether an "and" joins what one person is ("Author and singer Pia Rook"; "Director and CEO Pia Rook").

    Then no article opens the phrase or follows the "and", and the only person is named after more, or
    both sides of the "and" are callings ("The author and singer Pia Rook").
    """
    persons = [name for name in names if name.label == "PERSON"]
    if len(persons) != 1 or persons[0].number == "p":
        return False
    name = persons[0].name
    holds_office = name is not None and name.kind == "office"
    if persons[0].first == after and stands_beside(phrase, conjunction):
        return False
    if persons[0].first < after or (persons[0].first == after and not holds_office):
        return False
    if joins_callings(phrase, conjunction, after, persons[0]):
        return True
    told = {phrase.text.tags[phrase.tokens.start], *phrase.text.tags[after : persons[0].first]}
    before = phrase.text.tags[phrase.text.previous_word(conjunction)]
    titles = [phrase.language.title_of(phrase.text.words[at]) for at in range(after, persons[0].first)]
    if any(title is not None and title.kind in {"courtesy", "style"} for title in titles):
        return False
    return told.isdisjoint(OWN_TAGS | {"CC"}) and before not in {"NNS", "NNPS"}


def stands_beside(phrase: Phrase, conjunction: int) -> bool:
    """Whether a person's or a body's name stands right before an "and" ("Congress and President Lund")."""
    name = next((name for name in phrase.names if name.last == conjunction), None)
    can_act = name is not None and name.label in PERSON_LABELS | GROUPS
    return name is not None and can_act and phrase.text.lower[name.head] not in phrase.language.roles


def is_coordinated(phrase: Phrase, index: int, after: int) -> bool:
    """Whether an "and" stands between two noun phrases, not between adjectives or clauses."""
    first = FIRST_TAGS | ADJECTIVES if ends_in_person(phrase, index) else FIRST_TAGS
    opens = phrase.text.tags[after] in first or phrase.is_any_of(after, phrase.function_words.other)
    return opens and phrase.text.tag_at(phrase.text.previous_word(index)) in LAST_TAGS


def stands_in_afterthought(phrase: Phrase, index: int) -> bool:
    """Whether a relative clause, a preposition or the apposition of a comma stands before *index*."""
    text = phrase.text
    if goes_on_behind(phrase, index) or joins_persons_of_bodies(phrase, index):
        return False
    own = titled_person(phrase, index)
    return any(
        phrase.is_any_of(before, phrase.function_words.relative)
        or phrase.opens_addition(before)
        or (text.words[before] == "," and not opens_item(phrase, text.next_word(before)))
        for before in range(phrase.tokens.start, text.previous_word(index))
        if before not in own
    )


def titled_person(phrase: Phrase, conjunction: int) -> range:
    """The words up to an "and" that are an office, what it is of and whose it is ("Head of State Ada Lund").

    There are none with a pause ("Ada Lund, a friend of Bo Oye and a former minister").
    """
    text, before = phrase.text, range(phrase.tokens.start, conjunction)
    links = (at for at in before if phrase.is_any_of(at, phrase.function_words.link))
    link = next(links, phrase.tokens.start)
    office = text.lower_at(text.previous_word(link))
    is_office = office in phrase.language.roles or phrase.language.is_title(office)
    is_whole = ends_in_person(phrase, conjunction) and not any(text.words[at] in BREAKS for at in before)
    return before if is_office and is_whole else range(0)


def ends_in_person(phrase: Phrase, conjunction: int) -> bool:
    """Whether the name of a person stands right before an "and", and another's behind it."""
    before = any(name.last == conjunction and name.label == "PERSON" for name in phrase.names)
    behind = any(name.first > conjunction and name.label == "PERSON" for name in phrase.names)
    return before and behind


def goes_on_behind(phrase: Phrase, index: int) -> bool:
    """Whether an "and" behind a comma joins a person's name to the first ("Lund, the baker, and Bo Oye").

    A parser may not see it, but what is told of the first would end in a comma too.
    """
    text = phrase.text
    name = person_behind(phrase, index)
    if name is None or text.word_at(text.previous_word(index)) != ",":
        return False
    closes = name.last == phrase.tokens.stop and text.word_at(text.next_word(name.last - 1)) != ","
    return closes or (text.deps[name.head] == "conj" and text.heads[name.head] == phrase.topmost)


def person_behind(phrase: Phrase, conjunction: int) -> Mention | None:
    """The person whose name stands behind an "and", with what they are before it ("and her coach Bo Oye")."""
    text, after = phrase.text, phrase.text.next_word(conjunction)
    name = next((one for one in phrase.names if one.label == "PERSON" and one.first >= after), None)
    if name is None or name.first == after:
        return name
    noun = text.lemmas[text.previous_word(name.first)]
    told = {text.tags[at] for at in range(after, name.first)}
    is_calling = label_beside_name(noun, phrase.language) == "PERSON"
    return name if is_calling and told <= NOUNS | {"PRP$"} else None


def joins_persons_of_bodies(phrase: Phrase, conjunction: int) -> bool:
    """Whether each side of an "and" opens with a person's name ("Ada Lund of Tarn and Bo Oye of Holm Steel").

    What the first one is of is nobody ("Ada Lund, a friend of Pia Holm and Bo Oye").
    """
    first = next((name for name in phrase.names if name.first == phrase.tokens.start), None)
    second = next((name for name in phrase.names if name.first == phrase.text.next_word(conjunction)), None)
    if first is None or second is None or not first.label == second.label == "PERSON":
        return False
    inside = [name for name in phrase.names if first.last <= name.first < conjunction]
    is_of = bool(inside) and phrase.opens_addition(phrase.text.next_word(first.last - 1))
    return is_of and not any(name.label == "PERSON" for name in inside)


def opens_item(phrase: Phrase, index: int) -> bool:
    """Whether a list can go on with a proper noun, which owns nobody but a name's bearer.

    So it does in "Holm, the Herald's Ada Lund and …", and not in "Ada Lund, Lund Steel's founder" or in
    "Ada Lund, Area Manager".
    """
    text = phrase.text
    owner = next((name for name in phrase.names if name.first <= index < name.last), None)
    if owner is not None and is_office_in_capitals(phrase, owner):
        return False
    owned = text.next_word(text.next_word(owner.last - 1)) if owner is not None else index
    owns = owner is not None and is_owner_in_list(phrase, owner) and text.tag_at(owned) not in PROPER_NOUNS
    mark = index
    while text.tag_at(mark) in PROPER_NOUNS:
        mark = text.next_word(mark)
    owned = text.next_word(mark)
    while text.tag_at(owned) in ADJECTIVES:
        owned = text.next_word(owned)
    owns = owns or (text.tag_at(mark) == "POS" and text.tag_at(owned) in COMMON_NOUNS)
    return mark > index and not owns
