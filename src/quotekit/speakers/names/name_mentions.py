"""Names in the text: runs of capitalised words, cut where titles and entities begin.

Named-entity labels are used where the pipeline gives them, and not needed: small models miss
many names, above all rare ones and those of novels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from quotekit.language import Language
from quotekit.language.rows import unstopped
from quotekit.speakers.beside_names.parenthood import counts_own_children
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.personal_names import Name, is_honour, parse_name
from quotekit.speakers.ground.scheme import DATES, FINITE_VERBS, NAMED, SUBJECTS
from quotekit.speakers.names.domains import holds_office_of_body
from quotekit.speakers.names.known_bodies import nouns_of_known_body
from quotekit.speakers.names.name_cuts import (
    behind_date,
    cut_at_titles,
    cut_headline,
    cut_known_name,
    cut_pair,
    full_key,
    known_words,
    run_words,
)
from quotekit.speakers.names.name_descriptions import (
    has_determiner,
    is_abbreviation,
    is_body_of_text,
    is_cited_book,
    is_description,
    is_joined_rank,
    is_nobodys_name,
    is_office_twice,
    is_one_of_people,
    is_role_in_title,
    is_seat,
)
from quotekit.speakers.names.name_openings import (
    cut_at_sources,
    without_openers,
    without_openings,
    without_unknown_openings,
)
from quotekit.speakers.names.name_runs import name_run
from quotekit.speakers.names.name_words import BEFORE_DATES, opens_name
from quotekit.speakers.names.phrase_names import with_phrase_names
from quotekit.speakers.names.shouting import is_stage_note, without_shouted
from quotekit.speakers.names.spellings import with_one_spelling
from quotekit.speakers.names.words_in_front import without_roles

__all__ = ["find_names"]


TIME_SIGNS = "0123456789:"
"""What a time of day is written in before its half."""

ADDRESSES = frozenset({"courtesy", "kin"})
"""Kinds of titles that stand before persons alone ("Mrs.", "Aunt"), and before no body as offices do."""

WORDS_OF_WHOLE = 2
"""A first name and a surname."""

WORDS_OF_TITLED = 2
"""Words of a title and a surname; a longer name has a first name too."""

ACTS = FINITE_VERBS | {"VBN"}
"""Tags of the verb right behind whoever acts, one tagged as an auxiliary too ("Will warned")."""


def find_names(
    text: Discourse, language: Language, cues: Set[int] = frozenset(), sources: Sequence[range] = ()
) -> list[Mention]:
    """All names of *text*, in order; *cues* are the tokens of its cues, *sources* those of its sources."""
    runs = without_openings(text, runs_of_names(text, language, sources), cues, language)
    whole = without_unknown_openings(text, cut_by_other_names(text, runs, language), language)
    full = [key for piece in whole if (key := full_key(text, piece, language))]
    own = {word for key in full for word in (key[0], key[-1])}
    mentions = [read_name(text, piece, language, own) for piece in whole]
    named = [mention for mention in mentions if mention is not None and not is_stage_note(text, mention)]
    found = without_openers(text, without_shouted(text, named, language), sources, language)
    return with_one_spelling(with_phrase_names(text, found, sources, language))


def runs_of_names(text: Discourse, language: Language, sources: Sequence[range]) -> list[list[int]]:
    """The runs of words that are written as names, cut at titles and at the edges of *sources*."""
    runs = list(capitalised_runs(text, language))
    runs = with_surnames(text, with_first_names(text, runs, language), sources)
    runs = without_roles(text, without_dates(text, runs, language), language)
    edges = {edge for source in sources for edge in (source.start, source.stop)}
    return [piece for run in runs for piece in cut_at_sources(text, run, edges, language)]


def capitalised_runs(text: Discourse, language: Language) -> Iterator[list[int]]:
    """The runs of words with capitals, cut where titles begin."""
    index = 0
    while index < len(text):
        if not opens_name(text, index, language):
            index += 1
            continue
        run = behind_date(text, name_run(text, index, language))
        index = run[-1] + 1
        yield from cut_at_titles(text, run, language)


def cut_by_other_names(text: Discourse, runs: Sequence[list[int]], language: Language) -> list[list[int]]:
    """*runs*, cut where other names of the text tell that several stand side by side."""
    times = Counter(run_words(text, run) for run in runs)
    runs = [piece for run in runs for piece in cut_pair(text, run, times, language)]
    words = known_words(text, runs)
    runs = [piece for run in runs for piece in cut_headline(text, run, words, language)]
    known = Counter(key for run in runs if (key := full_key(text, run, language)))
    return [piece for run in runs for piece in cut_known_name(text, run, known, language)]


def with_first_names(text: Discourse, runs: list[list[int]], language: Language) -> list[list[int]]:
    """*runs*, and the first names in these that act alone and are read as other words ("June said")."""
    first = {text.lower[index] for run in runs for index in run[:-1]} & language.first_names.keys()
    taken = {index for run in runs for index in run}
    lone = [
        [index]
        for index, word in enumerate(text.lower if first else ())
        if word in first and index not in taken and is_acting_word(text, index)
    ]
    return sorted([*runs, *lone])


def with_surnames(text: Discourse, runs: list[list[int]], sources: Sequence[range]) -> list[list[int]]:
    """*runs*, and the surnames in these that are all of a source and read as other words ("Early said")."""
    surnames = {text.lower[run[-1]] for run in runs if len(run) > 1 and text.entities[run[-1]] == "PERSON"}
    taken = {index for run in runs for index in run}
    alone = {source.start for source in sources if len(source) == 1} - taken
    spoken = [[at] for at in alone if text.lower[at] in surnames and text.words[at][0].isupper()]
    return sorted([*runs, *spoken])


def is_acting_word(text: Discourse, index: int) -> bool:
    """Whether a word with a capital is what its clause is about, or stands in front of its verb.

    A month says when where a preposition or the like stands in front of it, and it is no subject.
    """
    acts = text.deps[index] in SUBJECTS or text.tag_at(index + 1) in ACTS
    is_date = text.tag_at(text.previous_word(index)) in BEFORE_DATES and text.deps[index] not in SUBJECTS
    return acts and not is_date and text.words[index][0].isupper()


def without_dates(text: Discourse, runs: list[list[int]], language: Language) -> list[list[int]]:
    """*runs* without the words that the recogniser takes for dates and that are in no longer name ("May").

    Nor is the zone of a time of day anybody's name ("9 p.m. AEDT").
    """
    longer = {text.lower[index] for run in runs if len(run) > 1 for index in run}
    return [
        run
        for run in runs
        if len(run) > 1
        or text.lower[run[0]] in longer
        or not (text.entities[run[0]] in DATES or is_time_zone(text, run[0], language))
    ]


def is_time_zone(text: Discourse, index: int, language: Language) -> bool:
    """Whether capitals stand behind the half of a day ("9 p.m.", "7:14am")."""
    half = unstopped(text.lower_at(text.previous_word(index))).lstrip(TIME_SIGNS)
    return text.words[index].isupper() and half in language.function_words.half_day


def read_name(
    text: Discourse, run: list[int], language: Language, own: Set[str] = frozenset()
) -> Mention | None:
    """The mention that a run of words is, or None when it is only a title or a role ("The Clerk").

    One of the words, *own*, that full names of the text begin and end with is one by itself ("said King").
    """
    run = without_wife(text, run, language)
    is_determined = has_determiner(text, run[0])
    is_nobody = names_nobody(text, run, language) or is_mere_title(text, run, language, own)
    is_role = is_role_in_title(text, run, language, own)
    is_nobody = is_nobody or is_role or counts_own_children(text, run[-1], language)
    if is_nobody and not nouns_of_known_body(text, run, language):
        return None
    name = parse_name([text.words[index] for index in run], language)
    if name is None or (is_determined and is_office_twice(name, language)):
        return None
    label = name_label(text, run, name, language)
    if label != "PERSON":
        gender = "n" if label else "-"
        number = "p" if names_members(text, run[-1], language) else "-"
    else:
        gender, number = name.gender, "s"
    return Mention("name", run[0], run[-1] + 1, run[-1], label, gender, number, name)


def without_wife(text: Discourse, run: list[int], language: Language) -> list[int]:
    """*run*, a husband's whole name, without his wife's title before it ("Mr. and Mrs. Tom Avery")."""
    joint = text.previous_word(run[0])
    his, hers = text.lower_at(text.previous_word(joint)), text.lower[run[0]]
    words = language.function_words
    is_couple = unstopped(his) in words.gentleman and unstopped(hers) in words.married
    is_whole = len(run) > WORDS_OF_TITLED and language.first_names.get(text.lower[run[1]]) == "m"
    return run[1:] if is_couple and is_whole and text.tag_at(joint) == "CC" else run


def is_mere_title(text: Discourse, run: Sequence[int], language: Language, own: Set[str]) -> bool:
    """Whether a run is but a title, and neither one of *own* names nor a relative who is called by it."""
    first, is_determined = run[0], has_determiner(text, run[0])
    is_word = text.words[first] not in text.initials and (text.lower[first] not in own or is_determined)
    title = language.title_of(text.words[first]) if len(run) == 1 and is_word else None
    is_kin = title is not None and title.kind == "kin" and text.tags[first] == "NNP"
    return (title is not None and (not is_kin or is_determined)) or is_joined_rank(text, run, language)


def names_nobody(text: Discourse, run: list[int], language: Language) -> bool:
    """Whether a run only says what somebody or some body is, or is a word that is nobody's name.

    Nor are the letters of an honour behind a pause ("Lund, Esq., J.P."), or a book that is cited by chapter
    and verse ("Mark 4:10").
    """
    if is_cited_book(text, run, language):
        return True
    is_told = has_determiner(text, run[0]) and is_description(text, run, language)
    if is_told or is_one_of_people(text, run, language) or is_seat(text, run, language):
        return True
    is_word = is_nobodys_name(text.lower[run[0]], language) or is_body_of_text(text, run[0], language)
    return len(run) == 1 and (is_word or is_honour_behind(text, run[0], language))


def is_honour_behind(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word behind a pause is an honour that is shortened with full stops."""
    word = text.words[index]
    stopped = word if "." in word else word + text.word_at(index + 1)
    behind = text.word_at(text.previous_word(index)) == "," and "." in stopped
    return behind and is_honour(stopped, language)


def names_members(text: Discourse, last: int, language: Language) -> bool:
    """Whether the last word of a name means members of a party or a country ("Senate Democrats")."""
    return text.tags[last] == "NNPS" and text.words[last] in language.affiliations


def name_label(text: Discourse, run: list[int], name: Name, language: Language) -> str:
    """What a name is the name of; empty when nothing tells."""
    if nouns_of_known_body(text, run, language):
        return "ORG"
    found = text.entities[run[-1]] or text.entities[run[0]]
    is_thing = text.lower[run[-1]] in language.organisations
    is_titled = name.kind and not (is_thing and not is_addressed(text, run, name, language))
    if is_titled or holds_office_of_body(text, run, language):
        return "PERSON"
    is_given = text.lower[run[0]] in language.first_names
    if (
        len(run) > 1
        and not is_heard(text, run, language)
        and (common := common_label(text, run, found, language))
    ):
        return common
    spelled = len(run) == 1 and text.words[run[0]] in text.initials
    if is_given and not spelled and (len(run) > 1 or found not in {"GPE", "LOC"}):
        return "PERSON"
    if found == "PERSON" and (spelled or (len(run) == 1 and is_abbreviation(text.words[run[0]]))):
        return "ORG"
    return found if found in NAMED else ""


def is_heard(text: Discourse, run: list[int], language: Language) -> bool:
    """Whether a first name and a common noun alone are taken for a person ("Lisa Song").

    More words are a body that is called by somebody's whole name ("Ada Lund College").
    """
    is_given = len(run) == WORDS_OF_WHOLE and text.lower[run[0]] in language.first_names
    return is_given and all(text.entities[at] == "PERSON" for at in run) and not has_determiner(text, run[0])


def is_addressed(text: Discourse, run: list[int], name: Name, language: Language) -> bool:
    """Whether a person is addressed by a title and a surname that is a common noun ("Miss Church").

    Bodies are named after whoever has a title of kin and a first name ("Mother Teresa Hospital").
    """
    known = not name.is_full or name.first in language.first_names
    heard = text.entities[run[-1]] == "PERSON" and not has_determiner(text, run[0])
    is_body = name.kind == "kin" and name.is_full and text.entities[run[-1]] != "PERSON"
    return known and (heard or (name.kind in ADDRESSES and not is_body))


def common_label(text: Discourse, run: list[int], found: str, language: Language) -> str:
    """What a common noun inside a name tells of its bearer ("Lund Bank", "Mill Road")."""
    last = text.lower[run[-1]]
    if last in language.place_nouns and found != "PERSON":
        return "FAC"
    if last in language.trade_words:
        return "ORG"
    if last in language.document_nouns:
        return "DOCUMENT"
    if last in language.organisations:
        return language.organisations[last]
    return "ORG" if any(text.lower[index] in language.organisations for index in run) else ""
