"""Whether somebody is he or she, as far as the document itself tells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

from quotekit.language import Language
from quotekit.speakers.cast.entities import Cast, Entity
from quotekit.speakers.cast.namesakes import NamesHeard, part_namesakes
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import SUBJECTS

__all__ = ["learn_genders"]

ALONE = 1.0
"""The vote of a pronoun behind the only person whom its paragraph names so far; chosen by hand."""

AMONG_OTHERS = 0.2
"""The vote of one behind the last of several; chosen by hand."""

ENOUGH = 1.0
"""Votes of pronouns that settle an unknown gender: one alone in its paragraph; chosen by hand."""

OVERRULING = 5.0
"""Votes of pronouns that overrule a first name; chosen by hand."""

UNANIMOUS = 3.0
"""Votes that do where none is for the other gender; chosen by hand."""

PARAGRAPHS = 3
"""Paragraphs that name nobody before somebody, whose next pronoun is of the other gender, from which on these
overrule a first name in novels; chosen by hand. In fewer, it is most often somebody's who is not named there:
of sixteen first names that they overruled in PDNC and LitBank none was so rightly."""

MAJORITY = 2.5
"""How many times the votes of the other gender a gender needs; chosen by hand."""

MAIN_CLAUSES = frozenset({"ROOT", "conj"})
"""Relations of the verbs of what a sentence mainly says."""

INSIDE_SHARE = 0.4
"""The share of somebody's names behind "in" or "at" from which on they are a place; chosen by hand."""

ACTING_SHARE = 0.2
"""The share of their names that act up to which they still are one; chosen by hand."""


def learn_genders(
    text: Discourse, cast: Cast, names: Sequence[Mention], language: Language, *, in_turns: bool = False
) -> None:
    """Give the persons of *cast* the gender of the pronouns that follow their names.

    A pronoun counts for the last person named in its paragraph outside quotations, fully when
    nobody else was named there, else a little. So does one whose gender led their sentence before they were
    named ("She gave Lund her hand"). Whom the text mostly calls by a title keeps its
    gender; a first name is overruled by much evidence, because any of them can be a surname too. In a text
    told *in_turns* that has to come from several paragraphs.
    """
    heard, paragraphs = NamesHeard(), Counter[tuple[int, str]]()
    for tokens, name, is_alone in last_person_named(text, cast, names):
        entity = cast.by_mention[name.first]
        genders = [*genders_told(text, tokens, language)]
        paragraphs.update((entity.number, gender) for gender in genders[:1] if is_alone)
        others = genders_before(text, name, language) if genders and is_alone else frozenset[str]()
        for gender in genders:
            weight = ALONE if is_alone and gender not in others else AMONG_OTHERS
            entity.take_vote(gender, weight)
            heard.take_vote(entity, name, gender, weight)
    part_namesakes(cast, heard)
    for entity in cast.entities:
        find_places(text, entity, language)
        told = {gender for gender in ("m", "f") if paragraphs[entity.number, gender] >= PARAGRAPHS}
        settle_gender(entity, told if in_turns else {"m", "f"})


def genders_told(text: Discourse, tokens: Iterable[int], language: Language) -> Iterator[str]:
    """The genders of the pronouns outside quotations among *tokens*, in order."""
    for index in tokens:
        pronoun = language.pronouns.get(text.lower[index])
        if pronoun is not None and pronoun.gender in {"m", "f"} and not text.quoted[index]:
            yield pronoun.gender


def genders_before(text: Discourse, name: Mention, language: Language) -> Set[str]:
    """The genders of the pronouns that lead the sentence of *name* in front of it, and so are of others."""
    opening = bisect_left(text.sentences, text.sentences[name.head])
    subjects = (at for at in range(opening, name.first) if text.deps[at] in SUBJECTS)
    pronouns = (at for at in subjects if text.deps[text.heads[at]] in MAIN_CLAUSES)
    return {*genders_told(text, pronouns, language)}


def last_person_named(
    text: Discourse, cast: Cast, names: Sequence[Mention]
) -> Iterator[tuple[range, Mention, bool]]:
    """The tokens behind each name of a person, up to the next one or the end of the paragraph.

    With these comes the name, and whether the paragraph named nobody else so far. Names inside
    quotations are passed over.
    """
    told = [(name, cast.by_mention.get(name.first)) for name in names if not text.quoted[name.head]]
    persons = [(name, one) for name, one in told if one is not None and one.may_be_person]
    ends = [*(name.last for name, _ in persons[1:]), len(text)]
    paragraph, before, is_alone = -1, None, True
    for (name, entity), end in zip(persons, ends, strict=False):
        here = text.paragraphs[name.head]
        is_alone = here != paragraph or (is_alone and entity is before)
        paragraph, before = here, entity
        closes = bisect_right(text.paragraphs, here, name.last)
        yield range(name.last, min(end, closes)), name, is_alone


def find_places(text: Discourse, entity: Entity, language: Language) -> None:
    """Take somebody who is mostly found "at", "in" or "near" for a place."""
    if any(mention.name is None or mention.name.is_full or mention.name.titles for mention in entity.names):
        return
    inside = sum(
        text.lower_at(text.previous_word(mention.first)) in language.function_words.place
        for mention in entity.names
    )
    acting = sum(text.deps[mention.head] == "nsubj" for mention in entity.names)
    if inside >= INSIDE_SHARE * len(entity.names) and acting <= ACTING_SHARE * len(entity.names):
        entity.take_for_place()


def settle_gender(entity: Entity, overruling: Set[str]) -> None:
    """Set the gender of *entity* where its votes are clear; only *overruling* ones change a known one."""
    he, she = entity.votes.get("m", 0.0), entity.votes.get("f", 0.0)
    firm = OVERRULING if min(he, she) else UNANIMOUS
    needed = ENOUGH if entity.gender == "-" else firm
    titles = sum(mention.name is not None and mention.name.kind == "courtesy" for mention in entity.names)
    titled = 2 * titles > len(entity.names)
    if not entity.may_be_person or (entity.gender != "-" and titled):
        return
    told = "m" if he > she else "f"
    is_clear = max(he, she) >= needed and max(he, she) >= MAJORITY * min(he, she)
    if is_clear and (entity.gender == "-" or told in overruling):
        entity.overrule_gender(told)
