"""The label of each name of a text, where a recogniser only guessed: a person's, a body's or a place's.

Named-entity recognisers guess at names that they never saw, as most names of a text are that is not
about the well-known. What the text says of them, and by them, knows better.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import pairwise

from attrs import evolve

from quotekit.language import Language
from quotekit.speakers.cast.name_evidence import BODY, FIRM, PERSON, evidence_for_label, evidence_of_nouns
from quotekit.speakers.cast.place_names import told_places, without_guessed_places
from quotekit.speakers.cast.speech_evidence import SpeakingTokens, evidence_of_speech, is_determined
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import PLACES, PLACES_AND_BODIES
from quotekit.speakers.names.known_bodies import nouns_of_known_body

__all__ = ["has_common_noun", "settle_labels"]

SPOKEN = 1.0
"""The weight of a full name without an article that says something; organisations do too; chosen by hand."""

PAIR = 2
"""Words of a first name and a surname."""

GUESSED_LABELS = PLACES_AND_BODIES | {"PRODUCT", "WORK_OF_ART", "LAW", "EVENT", ""}
"""Labels that a recogniser gives to names that it never saw."""

CLEAR_LEAD = 2
"""How many times the weight of the other label a label has to have; chosen by hand."""

Parts = tuple[str, ...]
Tally = dict[str, float]
"""How firmly each label is told."""


def settle_labels(
    text: Discourse,
    names: Sequence[Mention],
    language: Language,
    speaking: SpeakingTokens | None = None,
) -> list[Mention]:
    """*names* with the labels that their surroundings give them where the recogniser only guessed."""
    speaking = speaking or SpeakingTokens()
    votes: dict[Parts, Tally] = defaultdict(lambda: dict.fromkeys((PERSON, BODY), 0.0))
    for at, mention in enumerate(names):
        if mention.name is not None:
            for label, weight in evidence_for_label(text, names, at, language):
                votes[mention.name.parts][label] += weight
            for label, weight in evidence_of_speech(text, names, at, language, speaking):
                votes[mention.name.parts][label] += weight
    for mention in names:
        if mention.name is not None and mention.name.is_full:
            votes[mention.name.parts][PERSON] += shape_of_person(text, mention, language)
            if mention.head in speaking.sources and not is_determined(text, mention):
                votes[mention.name.parts][PERSON] = max(votes[mention.name.parts][PERSON], SPOKEN)
    hear_surnames(votes, names, bare_surnames(text, names, language, speaking.sources), language)
    hear_first_names(votes, names, speaking.voices)
    sure = persons_by_nouns(text, names, language)
    found = [relabelled(text, mention, votes, language, sure) for mention in names]
    found = without_short_forms(found, {parts for parts, tally in votes.items() if tally[PERSON]}, language)
    return told_places(text, without_guessed_places(text, found, language), language)


def without_short_forms(names: Sequence[Mention], persons: Set[Parts], language: Language) -> list[Mention]:
    """*names*, where the first word of one body's name alone is no person ("Sandoval" of "Sandoval Trust").

    So it is unless somebody in the text bears it as a surname, or it is among *persons*.
    """
    full = [(one.label, one.name) for one in names if one.name is not None and one.name.is_full]
    bearers = {word for label, name in full if label != BODY for word in (name.first, name.last)}
    bodies = {name.first for label, name in full if label == BODY} - bearers - language.first_names.keys()
    return [
        evolve(mention, label=BODY, gender="n", number="-")
        if mention.label == PERSON
        and mention.name is not None
        and mention.name.parts[0] in bodies
        and len(mention.name.parts) == 1
        and not mention.name.titles
        and mention.name.parts not in persons
        else mention
        for mention in names
    ]


def shape_of_person(text: Discourse, mention: Mention, language: Language) -> float:
    """How firmly its own words make a name a person's: a particle or a small syllable inside it."""
    words = [text.words[index] for index in range(mention.first, mention.last)]
    inside = any(word.lower() in language.name_particles for word in words[1:-1])
    small = any(one == "-" and word.islower() for one, word in pairwise(words))
    return FIRM if inside or small else 0.0


def hear_surnames(
    votes: dict[Parts, Tally], names: Sequence[Mention], surnames: set[Parts], language: Language
) -> None:
    """Count for each full name that its surname stands alone, and what was said of that."""
    for parts in {name.parts for mention in names if (name := mention.name) is not None and name.is_full}:
        tails = [parts[at:] for at in range(1, len(parts)) if parts[at:] in surnames]
        if tails:
            is_pair = len(parts) == PAIR or len(tails[0]) > 1
            votes[parts][PERSON] += votes[tails[0]][PERSON] + (FIRM if is_pair else 0.0)
        elif parts[0] in language.family_names and parts[:1] in surnames:
            votes[parts][PERSON] += FIRM


def hear_first_names(votes: dict[Parts, Tally], names: Sequence[Mention], voices: Set[int]) -> None:
    """Count for each pair of names that the first of them, alone, is whose turn of dialogue it is."""
    heard = {name.parts for mention in names if (name := mention.name) is not None and mention.head in voices}
    for parts in {name.parts for mention in names if (name := mention.name) is not None}:
        if len(parts) == PAIR and parts[:1] in heard:
            votes[parts][PERSON] += FIRM


def persons_by_nouns(text: Discourse, names: Sequence[Mention], language: Language) -> Set[Parts]:
    """The pairs of a first name and a word for a body or a place of which nouns tell that they are persons.

    A pronoun is not enough ("Florence Hospital said he was well").
    """
    pairs = ((one.name.parts, one) for one in names if one.name is not None and len(one.name.parts) == PAIR)
    given = ((parts, one) for parts, one in pairs if parts[0].partition("-")[0] in language.first_names)
    unclear = ((parts, one) for parts, one in given if has_common_noun(text, one, language))
    return {parts for parts, one in unclear if (PERSON, FIRM) in evidence_of_nouns(text, one, language)}


def relabelled(
    text: Discourse, mention: Mention, votes: dict[Parts, Tally], language: Language, sure: Set[Parts]
) -> Mention:
    """*mention* with the label that *votes* give its name, if they are clear.

    A word for a body or a place is a surname in a name that is *sure* a person's ("Dinah Bank").
    """
    name = mention.name
    if name is None or name.titles or is_assumed_body(text, mention, language):
        return mention
    person, body = votes[name.parts][PERSON], votes[name.parts][BODY]
    given = name.first.partition("-")[0] in language.first_names
    is_told = person >= FIRM and person > CLEAR_LEAD * body and not is_branch(text, mention, language)
    if has_common_noun(text, mention, language) and not (is_told and name.parts in sure):
        return mention
    if is_known_place(text, mention, language) or is_whereabouts(text, mention, language):
        return mention if mention.label in PLACES else evolve(mention, label="GPE", gender="n", number="s")
    if mention.label in GUESSED_LABELS and is_told:
        return evolve(mention, label=PERSON, gender=name.gender, number="s")
    is_told_body = mention.label == PERSON and not given and body >= FIRM and body > CLEAR_LEAD * person
    if is_told_body or is_branch(text, mention, language):
        return evolve(mention, label=BODY, gender="n", number="-")
    return mention


def is_assumed_body(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name is that of a body that texts take for granted, whosever surname it may be elsewhere."""
    known = nouns_of_known_body(text, range(mention.first, mention.last), language)
    return mention.label == BODY and bool(known)


def is_branch(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name is of a body in capitals and of where it is ("le maire PS de Brens", "la CGT du Tarn").

    Nobody's first name is written so, unless all of the name is, or the little word links nothing else than
    names ("AB van Roy").
    """
    first, *others = text.words[mention.first : mention.last]
    short = first.isupper() and len(first) > 1 and first.isalpha() and len(others) > 1
    linked = short and others[0] in language.name_particles & language.function_words.link
    return linked and not all(word.isupper() for word in others[1:])


def is_known_place(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name is a country's or a state's; of one word, unless the recogniser hears a person's."""
    words = text.words[mention.first : mention.last]
    place = language.affiliations.get(" ".join(words))
    is_own_name = place is not None and place.kind != "party" and place.of == " ".join(words)
    return is_own_name and (len(words) > 1 or mention.label != PERSON)


def is_whereabouts(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a hyphen behind a name says that somebody is from there or is there ("Lund-based")."""
    hyphen, last = mention.last, mention.last - 1
    joined = text.word_at(hyphen) == "-" and text.adjoin(last, hyphen)
    return joined and text.lower_at(hyphen + 1) in language.function_words.locating


def has_common_noun(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a word in a name tells by itself what it names ("Lund Bank", "Mill Road")."""
    words = [text.lower[index] for index in range(mention.first, mention.last)]
    return (
        any(word in language.organisations or word in language.function_words.body_link for word in words)
        or words[0] in language.titles  # in full: a shortened one ("Mrs.") tells of a person
        or words[0].removesuffix("s") in language.roles
        or words[-1] in language.place_nouns
        or words[-1] in language.trade_words
        or words[-1] in language.document_nouns
        or words[-1] in language.group_nouns
    )


def bare_surnames(
    text: Discourse, names: Sequence[Mention], language: Language, sources: Set[int]
) -> set[Parts]:
    """The words that stand alone as names, as surnames do and the last words of other names do not."""
    return {
        mention.name.parts
        for mention in names
        if mention.name is not None
        and not mention.name.is_full
        and (mention.name.kind == "courtesy" or not has_common_noun(text, mention, language))
        and (mention.head in sources or not is_determined(text, mention))
    }
