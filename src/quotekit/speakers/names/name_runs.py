"""How far a name goes on from its first capital, and what belongs to it before."""

from __future__ import annotations

from quotekit.language import Language
from quotekit.language.rows import unstopped
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.scheme import NOUNS, PROPER_NOUNS
from quotekit.speakers.names.bynames import byname
from quotekit.speakers.names.name_words import NAME_WORD, NUMERAL, is_handle, is_namelike, is_one_entity

__all__ = ["POSSESSION", "name_run"]

POSSESSION = frozenset({"'", "’", "'s", "’s"})
"""Marks of possession as the parse parts them from a noun."""

NICKNAME_MARKS = {
    "“": frozenset({"”"}),
    '"': frozenset({'"'}),
    "``": frozenset({"''"}),
    "‘": frozenset({"’"}),
    "'": frozenset({"'"}),
    "(": frozenset({")"}),
}
"""What may stand around a nickname, with what closes it."""

LONGEST_NICKNAME = 3
"""Words of a nickname between the names at most; chosen by hand."""

LONGEST_LEAD = 3
"""Particles before a surname at most ("van de la"); chosen by hand."""

LONGEST_SYLLABLE = 6
"""Letters of a small syllable behind a given name's hyphen at most ("Jong-hyeok"); chosen by hand."""

LONGEST_INSIDE = 3
"""Small words between two capitals of a name at most ("Bank of the"); chosen by hand."""

LONGEST_BODY = 4
"""Words of a body's name behind its country's at most ("Supreme Court", "Public Health Agency")."""

NARRATOR = "I"
"""A numeral that is a pronoun as well."""

COUNTED_THINGS = frozenset({"EVENT", "WORK_OF_ART", "PRODUCT"})
"""Labels of what is counted by such numerals too, and acts not."""

LABEL_ENDS = frozenset({":", "(", "["})
"""What stands behind the name on a label."""

SYLLABLE_TAGS = NOUNS | {"FW"}
"""Tags of such a syllable."""


def name_run(text: Discourse, first: int, language: Language) -> list[int]:
    """The indices of the words of the longest run of name-like words from *first* on."""
    if is_handle(text, first):
        return [first]
    if first in text.spelled:
        return [*text.spelled[first]]
    run = [*lead_in(text, first, language), first]
    while (more := next_words(text, run, language)) is not None:
        run.extend(more)
    return run


def next_words(text: Discourse, run: list[int], language: Language) -> list[int] | None:
    """What goes on with the words of a name so far, or None at its end."""
    return (
        continuation(text, run[-1], language)
        or possessed_body(text, run, language)
        or body_of_place(text, run, language)
    )


def lead_in(text: Discourse, first: int, language: Language) -> list[int]:
    """The small particles right before the first capital of a surname ("al-" and "de la"), if it has any."""
    lead: list[int] = []
    index = first - 1
    while index >= 0 and text.words[index].islower() and len(lead) < LONGEST_LEAD:
        if (
            text.lower[index] not in language.name_particles
            or text.lower[index] in language.function_words.link
        ):
            break
        lead.insert(0, index)
        index -= 1
    if not lead and index > 0 and text.words[index] == "-" and text.adjoin(index, first):
        small = text.words[index - 1]
        if small.islower() and small in language.name_particles and text.adjoin(index - 1, index):
            return [index - 1, index]
    return lead


def possessed_body(text: Discourse, run: list[int], language: Language) -> list[int] | None:
    """The mark of possession and the noun that go on with a name ("the Pilots' Guild"), if they do.

    An office is its holder's, whoever that is ("the Lund County Clerk's Office").
    """
    mark = text.next_word(run[-1])
    noun = text.next_word(mark)
    if not text.is_one_paragraph(run[0], noun) or text.words[mark] not in POSSESSION:
        return None
    if text.lower[noun] not in language.organisations or not text.words[noun][0].isupper():
        return None
    before, words = text.previous_word(run[0]), language.function_words
    is_one = is_one_entity(text, run[-1], noun)
    is_common = text.words[run[-1]].endswith("s") and text.lower_at(before) in words.name_article
    is_holder = len(run) > 1 and text.lower[run[-1]] in language.roles
    return [mark, noun] if is_one or is_common or is_holder else None


def body_of_place(text: Discourse, run: list[int], language: Language) -> list[int] | None:
    """The mark of possession and the name of a body behind a country's ("Russia's Foreign Ministry"), if any.

    Bodies of one name that several countries have are told apart by it.
    """
    mark = text.next_word(run[-1])
    if not text.is_one_paragraph(run[0], mark) or text.words[mark] not in POSSESSION:
        return None
    body = [text.next_word(mark)]
    while (
        len(body) < LONGEST_BODY
        and is_capitalised_at(text, body[-1] + 1)
        and not is_body(text, body, language)
    ):
        body.append(body[-1] + 1)
    is_place = all(text.entities[index] == "GPE" for index in run)
    is_named = len(body) > 1 and all(is_namelike(text, index, language) for index in body)
    return [mark, *body] if is_place and is_named and is_body(text, body, language) else None


def is_body(text: Discourse, body: list[int], language: Language) -> bool:
    """Whether the last of some words tells that they name a body."""
    return text.lower_at(body[-1]) in language.organisations


def is_capitalised_at(text: Discourse, index: int) -> bool:
    """Whether the token at *index* opens with a capital."""
    return text.word_at(index)[:1].isupper()


def continuation(text: Discourse, last: int, language: Language) -> list[int] | None:
    """What goes on with the name whose word so far is *last*: a word, or a connector and a word."""
    index = text.next_word(last)
    if not text.is_one_paragraph(last, index) or text.ends_label(last):
        return None
    if is_namelike(text, index, language):
        return [index]
    added = (
        syllable(text, last, language)
        or nickname(text, last, language)
        or generation(text, index, language)
        or regnal_number(text, index)
        or behind_stop(text, last, language)
        or surname_on_label(text, last, language)
        or byname(text, last, language)
    )
    if added:
        return added
    between: list[int] = []
    while (
        index < len(text) and len(between) < LONGEST_INSIDE and can_stand_inside(text, index, last, language)
    ):
        between.append(index)
        index = text.next_word(index)
    if between and index < len(text) and is_namelike(text, index, language):
        return [*between, index]
    return None


def can_stand_inside(text: Discourse, index: int, last: int, language: Language) -> bool:
    """Whether the token at *index* can stand inside a name after the word *last*."""
    word = text.lower[index]
    if word == "-":
        return index + 1 < len(text) and text.adjoin(index - 1, index) and text.adjoin(index, index + 1)
    same = is_one_entity(text, index, last)
    if word in language.name_particles or (same and is_capital_of_body(text, index, language)):
        return True
    if word not in language.function_words.connector or is_before_byname(text, index, last, language):
        return False
    belongs = word in language.function_words.belonging
    works = {"WORK_OF_ART", "PRODUCT"} if belongs else set()
    return (same and text.entities[index] not in {"PERSON"} | works) or (
        belongs and text.lower[last] in language.organisations
    )


def is_before_byname(text: Discourse, index: int, last: int, language: Language) -> bool:
    """Whether an article stands right behind a first name that opens what the recogniser joins, if it does.

    It opens a byname or another phrase, but in a body's name ("Church of St John the Baptist").
    """
    is_article = text.words[index] in language.function_words.name_article
    return is_article and text.lower[last] in language.first_names and text.entity_starts[last] in {-1, last}


def is_capital_of_body(text: Discourse, index: int, language: Language) -> bool:
    """Whether a little word has a capital, inside what is no person's name ("Save Our Sands")."""
    is_little = text.words[index][:1].isupper() and not is_namelike(text, index, language)
    return is_little and text.entities[index] != "PERSON"


def syllable(text: Discourse, last: int, language: Language) -> list[int]:
    """The hyphen and the small syllable behind it that end a given name ("Jong-un"), if they do."""
    hyphen, index = last + 1, last + 2
    if index >= len(text) or text.words[hyphen] != "-" or not text.adjoin(last, hyphen):
        return []
    word = text.words[index]
    if not (
        word.islower() and word.isalpha() and len(word) <= LONGEST_SYLLABLE and text.adjoin(hyphen, index)
    ):
        return []
    if word in language.function_words.compounding or text.tags[index] not in SYLLABLE_TAGS:
        return []
    before, after = text.previous_word(last), text.next_word(index)
    named = any(0 <= at < len(text) and is_namelike(text, at, language) for at in (before, after))
    told = text.entities[index] == "PERSON" or text.tags[index] == "NNP"
    return [hyphen, index] if named or told else []


def nickname(text: Discourse, last: int, language: Language) -> list[int]:
    """What goes on with a name behind the nickname in marks or brackets inside it, with these."""
    opening = text.next_word(last)
    if opening >= len(text) or text.words[opening] not in NICKNAME_MARKS:
        return []
    if language.is_title(text.words[last]) or text.lower[last] in language.roles:
        return []
    closing = NICKNAME_MARKS[text.words[opening]]
    for index in range(opening + 2, min(opening + LONGEST_NICKNAME + 2, len(text) - 1)):
        if text.words[index] in closing:
            after = text.next_word(index)
            goes_on = text.is_one_paragraph(last, after) and is_namelike(text, after, language)
            inside = text.words[index - 1]
            return [*range(opening, index), index, after] if goes_on and inside[:1].isupper() else []
    return []


def behind_stop(text: Discourse, title: int, language: Language) -> list[int]:
    """The full stop and the name behind a title that a tokenizer parts from it ("MRS. LUND", "Sgt. Lund").

    Behind the first letters of a title it ends a sentence ("She is an MP. Lund left").
    """
    stop, index = title + 1, title + 2
    words = language.function_words
    is_parted = text.words[title].isupper() or text.lower[title] in words.stopped_title
    is_shortened = language.is_title(text.words[title]) and text.lower[title] not in words.lettered_title
    if not is_shortened or not is_parted:
        return []
    parted = index < len(text) and text.words[stop] == "." and text.adjoin(title, stop)
    last = index + 1 if text.word_at(index) in language.name_particles else index
    named = parted and last < len(text) and is_namelike(text, last, language)
    return [stop, *range(index, last + 1)] if named else []


def surname_on_label(text: Discourse, first_name: int, language: Language) -> list[int]:
    """The surname in capitals that ends a label ("LENA VOSS:") or a line, whatever a tagger takes it for."""
    index = first_name + 1
    behind = text.word_at(index + 1)
    if index + 1 >= len(text) or not (behind in LABEL_ENDS or "\n" in behind):
        return []
    shouted = text.words[first_name].isupper() and text.words[index].isupper()
    known = text.lower[first_name] in language.first_names
    return [index] if shouted and known and NAME_WORD.fullmatch(text.words[index]) else []


def regnal_number(text: Discourse, index: int) -> list[int]:
    """The Roman numeral that counts those of one name ("King Olav V"); "I" is a pronoun more often.

    One of several councils or films is nobody ("Vatican II").
    """
    word = text.words[index]
    if text.entities[index] in COUNTED_THINGS:
        return []
    counts = NUMERAL.fullmatch(word) and word != NARRATOR and text.tags[index] in PROPER_NOUNS
    return [index] if counts else []


def generation(text: Discourse, comma: int, language: Language) -> list[int]:
    """The comma and the "Jr." behind it that tell a son from his father, if they follow."""
    index = text.next_word(comma)
    if index >= len(text) or text.words[comma] != "," or not text.words[index][0].isupper():
        return []
    return [comma, index] if unstopped(text.words[index]) in language.function_words.generation else []
