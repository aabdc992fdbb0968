"""What stands in front of names and is no part of them: what somebody is, and where they are from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.nominal_labels import nominal_label
from quotekit.speakers.names.name_cuts import full_key, is_mere_role, run_words
from quotekit.speakers.names.proper_nouns import opens_sentence

__all__ = ["without_roles"]

ROLE_AND_SURNAME = 2
"""Words of a role and the surname behind it."""

GENDERS = frozenset({"m", "f"})
"""Those that a noun for somebody tells."""

UNKNOWN_OR_PERSON = frozenset({"", "PERSON"})
"""What a recogniser takes a surname for."""


def without_roles(text: Discourse, runs: Sequence[list[int]], language: Language) -> list[list[int]]:
    """*runs* without the role in front of the surname of a full name before it ("Archdeacon Lund").

    The text writes the role small as well; else whoever has it may be another of that surname. A role that
    only ever opens a sentence there is no part of the only such name either ("Singer Adele said …").
    """
    runs = without_origins(text, runs, language)
    common = {word for word in text.words if word.islower()}
    inside = {run_words(text, run) for run in runs if not opens_sentence(text, run[0])}
    borne = Counter(words[-1] for words in {run_words(text, run) for run in runs} if len(words) > 1)
    surnames: set[str] = set()
    kept = []
    for run in runs:
        role, last = (
            len(run) == ROLE_AND_SURNAME and is_mere_role(text, run[0], language),
            text.lower[run[-1]],
        )
        known = last in surnames and text.lower[run[0]] in common
        is_only = borne[last] == 1 and not nominal_label(last, language) and last not in language.place_nouns
        cut = role and (known or (is_only and run_words(text, run) not in inside))
        kept.append(run[1:] if cut else run)
        if not role and full_key(text, run, language):
            surnames.add(last)
    return kept


def without_origins(text: Discourse, runs: Sequence[list[int]], language: Language) -> list[list[int]]:
    """*runs* without the noun in front that says where somebody is from ("the Dutchwoman Ada Lund").

    A noun that is an adjective or a first name as well says so behind an article, before a surname that
    stands alone elsewhere ("the Scot Baird").
    """
    alone = {run_words(text, run) for run in runs if len(run) == 1}
    return [run[1:] if opens_with_origin(text, run, alone, language) else run for run in runs]


def opens_with_origin(
    text: Discourse, run: Sequence[int], alone: Set[tuple[str, ...]], language: Language
) -> bool:
    """Whether somebody's name stands in a run behind where they are from, and nothing's that is no person.

    What is said of men or women alone is in no body's name, unlike a party ("Conservative Solutions").
    """
    things = language.organisations.keys() | language.place_nouns
    is_person = len(run) > 1 and things.isdisjoint(text.lower[at] for at in run[1:])
    if not is_person or text.words[run[0]] not in language.affiliations:
        return False
    article = text.lower_at(text.previous_word(run[0])) in language.function_words.name_article
    is_surname = run_words(text, [*run[1:]]) in alone and text.entities[run[-1]] in UNKNOWN_OR_PERSON
    gendered = language.roles.get(text.lower[run[0]]) in GENDERS
    return (gendered and is_mere_role(text, run[0], language)) or (article and is_surname)
