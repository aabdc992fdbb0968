"""What an office is of, between it and the name of whoever holds it ("Envoy to the League Ada Lund")."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.first_names import is_initial
from quotekit.speakers.ground.nominal_labels import nominal_label
from quotekit.speakers.names.name_words import is_first_name, is_one_entity

__all__ = ["domain_cut", "holds_office_of_body"]

LONGEST_OFFICE = 8
"""Words of an office and what it is of at most; chosen by hand."""


def domain_cut(text: Discourse, run: Sequence[int], language: Language) -> int:
    """Where in *run* somebody's name begins behind what their office is of ("the League Ada Lund")."""
    named = (at for at in range(1, len(run) - 1) if begins_personal_name(text, run[at], language))
    at = next(named, 0)
    if not at or any(text.lower[index] in language.organisations for index in run[at:]):
        return 0
    is_domain = text.words[run[at - 1]][0].isupper() and not language.is_title(text.words[run[at - 1]])
    return at if is_domain and ends_office(text, run[at - 1], language) else 0


def holds_office_of_body(text: Discourse, name: Sequence[int], language: Language) -> bool:
    """Whether a *name* stands right behind an office and the body that it is of, and can be a person's.

    So does that of "President of the Nurses Union Thilo Rook", of whose words none is known.
    """
    body = text.previous_word(name[0])
    is_body = body >= 0 and text.lower[body] in language.organisations and text.words[body][:1].isupper()
    unknown = not any(is_known_thing(text, at, language) for at in name)
    return is_body and len(name) > 1 and unknown and ends_office(text, body, language)


def is_known_thing(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word is a noun, or names a place, a people or a known body, so that it is nobody's name."""
    word, lower = text.words[index], text.lower[index]
    is_place = word in language.affiliations or word in text.placed or lower in language.place_nouns
    is_word = not (word.isalpha() and word.istitle()) or bool(nominal_label(lower, language))
    is_word = is_word or lower in language.function_words.part_of_body
    return is_place or is_word


def begins_personal_name(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word is a first name, or the capital letter that stands for one."""
    word = text.words[index]
    return is_first_name(text, index, language) or (is_initial(word) and word[0].isupper())


def ends_office(text: Discourse, last: int, language: Language) -> bool:
    """Whether a word ends what an office is of, which small words link to it ("Minister for Health")."""
    link, words = -1, language.function_words
    for index in range(last, max(-1, last - LONGEST_OFFICE), -1):
        if link >= 0 and (text.lower[index] in language.roles or language.is_title(text.words[index])):
            return is_apart(text, range(index, last + 1), link, language)
        link = index if link < 0 and text.lower[index] in words.link else link
        small = words.link | words.name_article | words.connector
        is_inside = text.words[index][0].isupper() or text.lower[index] in small or text.tags[index] == "POS"
        if not is_inside:
            return False
    return False


def is_apart(text: Discourse, office: range, link: int, language: Language) -> bool:
    """Whether the end of an *office* is no part of the name behind it ("an aide to Anwar Ibrahim Hassan")."""
    last = office[-1]
    if text.lower[link] in language.function_words.belonging:
        return True
    if is_first_name(text, last, language):
        return False
    is_joined = text.entities[last] == "PERSON" and is_one_entity(text, last, last + 1)
    return text.words[office[0]][0].isupper() or not is_joined
