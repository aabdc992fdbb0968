"""Where one run of name words ends and another name begins: at titles, entities and known names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from quotekit.language import Language
from quotekit.language.rows import unstopped
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.nominal_labels import nominal_label
from quotekit.speakers.ground.personal_names import title_count
from quotekit.speakers.ground.scheme import DATES, PERSON_LABELS
from quotekit.speakers.names.domains import domain_cut, holds_office_of_body
from quotekit.speakers.names.name_runs import POSSESSION
from quotekit.speakers.names.name_words import is_first_name, is_title_word
from quotekit.speakers.names.proper_nouns import opens_sentence

__all__ = [
    "behind_date",
    "cut_at_titles",
    "cut_headline",
    "cut_known_name",
    "cut_pair",
    "full_key",
    "is_closed",
    "is_mere_role",
    "known_words",
    "run_words",
]

NAME_CLOSERS = frozenset({",", ":", "(", ";"})
"""Marks that show in a headline where a name ends."""

FULL = 2
"""Words of a first name and a surname."""


def behind_date(text: Discourse, run: list[int]) -> list[int]:
    """A run without the month behind a preposition that opens it ("In May Ada Lund won")."""
    if text.tag_at(text.previous_word(run[0])) != "IN":
        return run
    name = next((at for at, index in enumerate(run) if text.entities[index] not in DATES), 0)
    return run[name:]


def full_key(text: Discourse, run: list[int], language: Language) -> tuple[str, ...]:
    """The words of a name outside headlines without its titles, or nothing when it is only one."""
    if text.headline[text.paragraphs[run[0]]]:
        return ()
    words = [text.words[index] for index in run]
    parts = tuple(text.lower[index] for index in run[title_count(words, language) :])
    return parts if len(parts) - 2 * parts.count("-") > 1 else ()


def cut_known_name(
    text: Discourse, run: list[int], known: Counter[tuple[str, ...]], language: Language
) -> Iterator[list[int]]:
    """A run, or the name at its beginning that the text also has elsewhere ("Ada Lund Wins Prize")."""
    words = [text.words[index] for index in run]
    skip = title_count(words, language)
    parts = tuple(text.lower[index] for index in run[skip:])
    headline = text.headline[text.paragraphs[run[0]]]
    if parts[-1] in language.organisations and not headline:
        yield run
        return
    for length in range(len(parts) - 1, 1, -1):
        times = known[parts[:length]]
        if times > known[parts] or (times and headline):
            yield run[: skip + length]
            if skip + length < len(run):
                yield run[skip + length :]
            return
    yield run


def cut_pair(
    text: Discourse, run: list[int], times: Counter[tuple[str, ...]], language: Language
) -> Iterator[list[int]]:
    """A run, or the two names that an "and" joins in it, each of which stands alone as often.

    Of two first names one that does so is enough. *times* says how often the words of each run stand.
    """
    joint = next((at for at in range(1, len(run) - 1) if text.tags[run[at]] == "CC"), 0)
    pieces = [run[:joint], run[joint + 1 :]]
    first, second = (run_words(text, piece) for piece in pieces)
    given = joint == 1 and all(len(name) == 1 and name[0] in language.first_names for name in (first, second))
    alone = (max if given else min)(times[first], times[second])
    if joint > 0 and first != second and alone >= times[run_words(text, run)]:
        yield from pieces
    else:
        yield run


def run_words(text: Discourse, run: Sequence[int]) -> tuple[str, ...]:
    """The words of a run, lower case."""
    return tuple(text.lower[index] for index in run)


def known_words(text: Discourse, runs: Sequence[Sequence[int]]) -> set[str]:
    """The words of names outside headlines, lower case."""
    return {text.lower[at] for run in runs for at in run if not text.headline[text.paragraphs[run[0]]]}


def cut_headline(text: Discourse, run: list[int], known: Set[str], language: Language) -> Iterator[list[int]]:
    """A run, or the pieces of one in a headline whose words are *known* of names elsewhere.

    A headline capitalises its verbs too ("Rook Warns Lund"). One that a mark closes is a whole name,
    and one of which no word is known elsewhere is left as it is, as is one on the label of a turn.
    """
    if is_closed(text, run[-1]) or not text.headline[text.paragraphs[run[0]]] or run[0] in text.labels:
        yield run
        return
    kept = [is_known_word(text, run, at, known, language) for at in range(len(run))]
    named = (index for index in run if not language.is_title(text.words[index]))
    if not any(text.lower[index] in known for index in named):
        yield run
        return
    for is_kept, piece in groupby(range(len(run)), key=kept.__getitem__):
        if is_kept:
            yield [run[at] for at in piece]


def is_closed(text: Discourse, last: int) -> bool:
    """Whether a mark, or the end of a line inside the paragraph, closes a name whose last token is given."""
    after = text.next_word(last)
    if after >= len(text):
        return False
    ends_line = "\n" in text.words[last + 1] and text.is_one_paragraph(last, after)
    return ends_line or text.words[after] in NAME_CLOSERS


def is_known_word(text: Discourse, run: Sequence[int], at: int, known: Set[str], language: Language) -> bool:
    """Whether a headline's word is one of a name elsewhere, hyphenated, or before such a word of its name."""
    word = text.lower[run[at]]
    hyphens = [text.words[index] for index in run[max(0, at - 1) : at + 2]]
    if word in known or "-" in hyphens:
        return True
    inside = word in language.first_names or language.is_title(word)
    return inside and at + 1 < len(run) and is_known_word(text, run, at + 1, known, language)


def cut_at_titles(text: Discourse, run: list[int], language: Language) -> Iterator[list[int]]:
    """The names in a run: one begins at the last title inside it, or where an entity of a person does.

    A role in front of a full name, which is no title, is a part of neither name, nor is what the office of a
    title is of ("Lund Finance Minister Pia Rook").
    """
    at = title_cut(text, run, language)
    role = role_before(text, run[at:], language)
    name = at + role or body_cut(text, run, language) or domain_cut(text, run, language)
    if name == 0:
        name = entity_cut(text, run, language)
        while name > 0 and (length := title_before(text, run[:name], language, alone=True)):
            name -= length
    front = run[: at or name - bool(role)]
    while front and at and text.lower[front[-1]] in language.function_words.portfolio:
        front = front[:-1]
    if front:
        yield front
    yield run[name:]


def body_cut(text: Discourse, run: Sequence[int], language: Language) -> int:
    """Where in *run* somebody's full name begins right behind the name of a body ("Lund News Ada Rook").

    What an office is for ends so too ("Minister for Sport Ada Rook").
    """
    at = len(run) - FULL
    if at < 1:
        return 0
    before, last = text.lower[run[at - 1]], text.lower[run[-1]]
    is_body = before in language.organisations or before in language.trade_words
    is_behind = (is_body and at > 1) or before in language.function_words.portfolio
    nouns = language.organisations, language.place_nouns, language.trade_words
    is_person = is_behind and not any(last in words for words in nouns)
    known = is_first_name(text, run[at], language) or holds_office_of_body(text, run[at:], language)
    return at if is_person and known else 0


def title_cut(text: Discourse, run: list[int], language: Language) -> int:
    """Where in *run* the last title begins that a name follows."""
    titles = [
        at
        for at in range(1, len(run) - 1)
        if is_title_word(text, run[at], language)
        and title_can_follow(text, run[at + 1], language)
        and not stands_inside_name(text, run[at - 1], run[at], language)
    ]
    first = titles[-1] if titles else 0
    while first > 0 and (length := title_before(text, run[:first], language, alone=False)):
        first -= length
    return first


def role_before(text: Discourse, run: Sequence[int], language: Language) -> int:
    """Where in *run* a full name begins behind a role that is no title ("Lund Steel Economist Ada Lund")."""
    for at in range(len(run) - FULL):
        known = text.lower[run[at + 1]] in language.first_names
        if is_mere_role(text, run[at], language) and (known or is_opening_person(text, run, at, language)):
            return at + 1
    return 0


def is_opening_person(text: Discourse, run: Sequence[int], at: int, language: Language) -> bool:
    """Whether only its sentence gives a word that the text also writes small a capital, before somebody."""
    last = text.lower[run[-1]]
    is_thing = nominal_label(last, language) or last in language.place_nouns
    is_person = text.entities[run[-1]] in PERSON_LABELS and not is_thing
    is_common = text.lower[run[0]] in text.words
    return at == 0 and opens_sentence(text, run[0]) and is_person and is_common


def is_mere_role(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word is a role in full that is neither a title nor a first name."""
    role, known = text.lower[index], language.first_names
    is_named = role in known or language.is_title(role) or text.words[index].isupper()
    return role in language.roles and not is_named


def title_before(text: Discourse, run: list[int], language: Language, *, alone: bool) -> int:
    """How many words of the end of *run* are a title, with the hyphen or the full stop behind it.

    *alone*, mere modifiers are none without a hyphen.
    """
    marks = int(text.words[run[-1]] in {"-", "."} and len(run) > 1)
    is_joined = text.words[run[-1]] == "-"
    is_title = is_title_word(text, run[-1 - marks], language, alone=alone and not is_joined)
    return marks + 1 if is_title else 0


def stands_inside_name(text: Discourse, before: int, title: int, language: Language) -> bool:
    """Whether a title is a word inside a name ("Church of Saint Odo", "Pia St. Aubyn", "Tom “Duke” Rook")."""
    if text.words[before] != "-" and not any(map(str.isalnum, text.words[before])):
        return True
    if text.lower[before] in language.function_words.connector:
        return True
    inside = unstopped(text.words[title]) in language.function_words.hallowing
    return inside and not is_title_word(text, before, language, alone=False)


def title_can_follow(text: Discourse, after: int, language: Language) -> bool:
    """Whether the word behind a title can be the name it belongs to."""
    word = text.words[after]
    return (
        unstopped(word) not in language.name_suffixes
        and text.lower[after] not in language.function_words.connector
        and word not in {"-", *POSSESSION}
    )


def entity_cut(text: Discourse, run: list[int], language: Language) -> int:
    """Where in *run* the entity of a person begins that ends it."""
    last = run[-1]
    start = text.entity_starts[last]
    starts = start > run[0] and start in run and text.words[start] not in POSSESSION
    if text.entities[last] != "PERSON" or not starts:
        return 0
    at = run.index(start)
    if not language.name_particles.isdisjoint((text.lower[start], text.lower[run[at - 1]])):
        return 0
    if text.entities[run[at - 1]] == "PERSON" or at == len(run) - 1:
        return 0
    opens = is_first_name(text, run[0], language) or text.lower[run[0]] in language.family_names
    if at == 1 and opens:  # "Beatrice Wambui Njoroge", "Ng Wei Ling"
        return 0
    return at if text.words[run[at - 1]] != "-" else 0
