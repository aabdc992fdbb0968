"""What the words around a name tell of its bearer: a person, or an organisation.

Named-entity recognisers guess at names that they never saw, as most names of a text are that is not
about the well-known. The roles beside a name, the pronouns behind it and its short forms know better.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import dropwhile, pairwise

from attrs import evolve, frozen

from quotekit.language import Language
from quotekit.speakers.ages import age_before
from quotekit.speakers.cast.namings import one_named
from quotekit.speakers.cast.nouns_beside_names import afterthought, apposed_noun, introduction
from quotekit.speakers.cast.place_names import is_located, told_places, without_guessed_places
from quotekit.speakers.cast.predicates import is_said_of, offices_in_front
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.nominal_labels import label_beside_name
from quotekit.speakers.scheme import GROUPS, NOUNS, PLACES, PLACES_AND_BODIES, SUBJECTS
from quotekit.text.citations import citation_at

__all__ = ["SpeakingTokens", "has_common_noun", "settle_labels"]

FIRM = 2.0
"""The weight of what settles a label alone, where a pronoun's is 1; chosen by hand."""

SPOKEN = 1.0
"""The weight of a full name without an article that says something; organisations do too; chosen by hand."""

PAIR = 2
"""Words of a first name and a surname."""

PERSON, BODY = "PERSON", "ORG"
"""The labels between which a name's surroundings decide."""

GUESSED_LABELS = PLACES_AND_BODIES | {"PRODUCT", "WORK_OF_ART", "LAW", "EVENT", ""}
"""Labels that a recogniser gives to names that it never saw."""

VOICELESS = frozenset({"NORP", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"})
"""Guessed labels of what says nothing, so that a full name that does in a tale is a person's."""

OWNER_TOKENS = 4
"""Tokens before a noun in which a pronoun says whose it is; chosen by hand."""

CLEAR_LEAD = 2
"""How many times the weight of the other label a label has to have; chosen by hand."""

PRONOUN_TOKENS = 30
"""Tokens behind a name in which a pronoun tells of it; chosen by hand."""

NAMES_AROUND = 8
"""Names on either side of one that are looked through, so that each takes the same time; chosen by hand."""

SPEECH_TOKENS = 200
"""Tokens behind a name, quotations included, in which the next source takes it up; chosen by hand."""

PREDICATE_REACH = 16
"""Tokens behind a name in which a noun can be said of it; as far as descriptions are learned from."""

AGES = frozenset(map(str, range(10, 110)))
"""Years of somebody's age."""

Parts = tuple[str, ...]
Tally = dict[str, float]
"""How firmly each label is told."""


@frozen
class SpeakingTokens:
    """The tokens of those who speak, which tell what a name there is.

    Attributes:
        sources: All of them. A surname there is more than a word of some other name.
        voices: Those of direct speech in a tale, where a first name is more than that too.
        selves: Those who say "I" in their own words, as no organisation does.
    """

    sources: Set[int] = frozenset()
    voices: Set[int] = frozenset()
    selves: Set[int] = frozenset()


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
                is_voice = (
                    mention.head in speaking.voices and mention.label in VOICELESS and mention.number != "p"
                )
                spoken = FIRM if is_voice else SPOKEN
                votes[mention.name.parts][PERSON] = max(votes[mention.name.parts][PERSON], spoken)
    hear_surnames(votes, names, bare_surnames(text, names, language, speaking.sources), language)
    hear_first_names(votes, names, speaking.voices)
    found = [relabelled(text, mention, votes, language) for mention in names]
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


def relabelled(text: Discourse, mention: Mention, votes: dict[Parts, Tally], language: Language) -> Mention:
    """*mention* with the label that *votes* give its name, if they are clear."""
    name = mention.name
    if name is None or name.titles or has_common_noun(text, mention, language):
        return mention
    if is_known_place(text, mention, language) or is_whereabouts(text, mention, language):
        return mention if mention.label in PLACES else evolve(mention, label="GPE", gender="n", number="s")
    person, body = votes[name.parts][PERSON], votes[name.parts][BODY]
    given = name.first.partition("-")[0] in language.first_names
    if mention.label in GUESSED_LABELS and person >= FIRM and person > CLEAR_LEAD * body:
        return evolve(mention, label=PERSON, gender=name.gender, number="s")
    if mention.label == PERSON and not given and body >= FIRM and body > CLEAR_LEAD * person:
        return evolve(mention, label=BODY, gender="n", number="-")
    return mention


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


def evidence_for_label(
    text: Discourse, names: Sequence[Mention], at: int, language: Language
) -> Iterator[tuple[str, float]]:
    """What each thing beside the name at *at* says that it names, and how firmly."""
    mention = names[at]
    for noun in (
        introduction(text, mention, language),
        afterthought(text, mention),
        apposed_noun(text, mention, language),
        one_named(text, mention, language),
    ):
        label = role_label(text, noun, language) if noun is not None else ""
        if label:
            yield label, FIRM
    if age_before(text, mention.first, language) or has_bracketed_age(text, mention):
        yield PERSON, FIRM
    said = {role_label(text, noun, language) for noun in nouns_said_of(text, mention, language)}
    yield from ((label, FIRM) for label in said if label)
    if opens_with_own_thing(text, mention, language):
        yield BODY, FIRM
    yield from evidence_behind(text, mention, language)
    if text.quoted[mention.head]:
        return
    acts = text.deps[mention.head] in SUBJECTS
    if acts and (is_cited_scholar(text, mention) or is_born(text, mention, language)):
        yield PERSON, FIRM
    if acts or is_companion(text, mention, language):
        near = names[at + 1 : at + 1 + PRONOUN_TOKENS]
        until = next((name.first for name in near if not is_located(text, name, language)), len(text))
        tokens = range(mention.last, min(until, mention.last + PRONOUN_TOKENS))
        yield from next_pronoun(text, tokens, language)


def evidence_behind(text: Discourse, mention: Mention, language: Language) -> Iterator[tuple[str, float]]:
    """What a name's spokesman or document says, and the age or the relative pronoun behind its comma."""
    index = text.next_word(mention.last - 1)
    documents = language.document_nouns if mention.name and mention.name.is_full else frozenset()
    voices = language.unnamed_roles | documents
    if index < len(text) and text.tags[index] == "NN" and text.lower[index] in voices:
        yield BODY, FIRM
    if index >= len(text) - 1 or text.words[index] != "," or is_possessor(text, mention, language):
        return
    word = text.lower_at(text.next_word(index))
    if word in AGES or word in language.function_words.personal_relative:
        yield PERSON, FIRM
    elif word in language.function_words.impersonal_relative:
        yield BODY, FIRM


def has_bracketed_age(text: Discourse, mention: Mention) -> bool:
    """Whether the bracket behind a full name holds an age alone ("Ada Lund (33)")."""
    bracket = text.next_word(mention.last - 1)
    inside = text.word_at(bracket) == "(" and text.word_at(bracket + 2) == ")"
    return inside and text.words[bracket + 1] in AGES and mention.name is not None and mention.name.is_full


def nouns_said_of(text: Discourse, mention: Mention, language: Language) -> Iterator[int]:
    """The nouns that the sentence of a full name says of its bearer: predicates and offices."""
    if mention.name is None or not mention.name.is_full:
        return
    yield from offices_in_front(text, mention, language)
    for noun in range(mention.last, min(mention.last + PREDICATE_REACH, len(text))):
        if text.sentences[noun] != text.sentences[mention.head]:
            return
        if text.tags[noun] in NOUNS and is_said_of(text, noun, mention, language):
            yield noun


def opens_with_own_thing(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether the text opens with a name that acts on what is its own ("Lund closed its plant").

    Later "its" may mean what was told of before.
    """
    if text.previous_word(mention.first) >= 0 or text.deps[mention.head] != "nsubj":
        return False
    verb = text.heads[mention.head]
    things = range(verb + 1, min(verb + PREDICATE_REACH, len(text)))
    thing = next((at for at in things if text.heads[at] == verb and text.deps[at] == "dobj"), verb)
    owner = next((at for at in range(verb + 1, thing) if text.tags[at] == "PRP$"), None)
    pronoun = language.pronouns.get(text.lower[owner]) if owner is not None else None
    return owner is not None and text.heads[owner] == thing and pronoun is not None and pronoun.gender == "n"


def is_cited_scholar(text: Discourse, mention: Mention) -> bool:
    """Whether the year of a citation stands behind a name that is no abbreviation ("Lund (1999)")."""
    end = text.ends[mention.last - 1]
    is_abbreviation, bracket = text.words[mention.head].isupper(), text.next_word(mention.last - 1)
    return not is_abbreviation and text.word_at(bracket) == "(" and citation_at(text.text, end) > end


def is_born(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether the sentence of a name tells that its bearer was born ("Ada Lund was born in Tarn")."""
    birth = text.lemmas[text.heads[mention.head]] in language.function_words.birth
    return birth and text.deps[mention.head] in SUBJECTS - {"nsubj"}


def is_companion(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a known first name opens that of whom, or with whom, something is done ("I ran with Ada").

    Behind "to", as behind words of place, it is as often where somebody goes.
    """
    name, words = mention.name, language.function_words
    before = text.lower_at(text.previous_word(mention.first))
    given = name is not None and not name.is_full and name.first in language.first_names
    return (
        given and text.deps[mention.head] in {"pobj", "dobj"} and before not in words.place | words.addressing
    )


def is_possessor(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a preposition joins a name to something before, of which a clause behind it may speak."""
    before = text.previous_word(mention.first)
    if before < 1 or text.lower[before] not in language.function_words.link:
        return False
    return text.sentence_at(text.previous_word(before)) == text.sentences[before]


def evidence_of_speech(
    text: Discourse, names: Sequence[Mention], at: int, language: Language, speaking: SpeakingTokens
) -> Iterator[tuple[str, float]]:
    """What it says of the name at *at*, a subject, that its bearer says "I" or speaks next as "he"."""
    mention = names[at]
    if text.deps[mention.head] != "nsubj" or is_determined(text, mention) or text.quoted[mention.head]:
        return
    if mention.head in speaking.selves:
        yield PERSON, FIRM
    if not is_near_person(text, names, at) and takes_up_speaker(text, names, at, language, speaking):
        yield PERSON, FIRM


def is_near_person(text: Discourse, names: Sequence[Mention], at: int) -> bool:
    """Whether somebody else is named shortly before a name, whom a pronoun behind it can mean."""
    mention = names[at]
    here = text.paragraphs[mention.first]
    near = (one for one in names[max(0, at - NAMES_AROUND) : at] if here - text.paragraphs[one.first] <= 1)
    return any(one.label == PERSON and one.name != mention.name for one in near)


def takes_up_speaker(
    text: Discourse, names: Sequence[Mention], at: int, language: Language, speaking: SpeakingTokens
) -> bool:
    """Whether the next paragraph has "he" or "she" for a source, before anybody else is named."""
    last, after = names[at].last, text.paragraphs[names[at].head] + 1
    others = (one.first for one in names[at + 1 : at + NAMES_AROUND] if not text.quoted[one.head])
    behind = range(last, min(next(others, len(text)), last + SPEECH_TOKENS, len(text)))
    apart = dropwhile(speaking.sources.__contains__, behind)  # not the rest of its own source
    spoken = (index for index in apart if index in speaking.sources and not text.quoted[index])
    index = next(spoken, last)
    pronoun = language.pronouns.get(text.lower_at(index))
    is_personal = pronoun is not None and pronoun.is_third_singular and pronoun.gender in {"m", "f"}
    return is_personal and text.paragraphs[index] == after


def next_pronoun(text: Discourse, tokens: range, language: Language) -> Iterator[tuple[str, float]]:
    """What the next pronoun behind a name says, when no other name but that of a place comes first."""
    for index in tokens:
        if text.paragraphs[index] != text.paragraphs[tokens.start]:
            return
        if text.quoted[index]:
            continue
        pronoun = language.pronouns.get(text.lower[index])
        if pronoun is not None and pronoun.is_third_singular and pronoun.gender in {"m", "f"}:
            yield PERSON, 1.0 + (text.deps[index] == "nsubj")
            return


def role_label(text: Discourse, noun: int, language: Language) -> str:
    """Whether a noun or a pronoun is a person's or an organisation's; empty when it tells of neither."""
    lemma = text.lemmas[noun]
    pronoun = language.pronouns.get(text.lower[noun])
    if pronoun is not None:
        return PERSON if pronoun.gender in {"m", "f"} else ""
    label = label_beside_name(lemma, language)
    if lemma in language.organisations:
        return BODY if label in GROUPS and text.tags[noun] != "NNS" else ""
    return (
        PERSON
        if label == PERSON and (lemma not in language.either_roles or is_owned(text, noun, language))
        else ""
    )


def is_owned(text: Discourse, noun: int, language: Language) -> bool:
    """Whether a noun says whose somebody is, as only persons are said to be ("her business partner")."""
    return any(
        pronoun.gender in {"m", "f"}
        for index in range(max(0, noun - OWNER_TOKENS), noun)
        if text.heads[index] == noun and (pronoun := language.pronouns.get(text.lower[index])) is not None
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


def is_determined(text: Discourse, mention: Mention) -> bool:
    """Whether an article, a possessive or an adjective stands before a name."""
    before = text.previous_word(mention.first)
    return before >= 0 and text.tags[before] in {"DT", "PRP$", "POS", "JJ", "IN"}
