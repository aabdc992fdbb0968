"""Who tells their name: somebody without one who says it or is said to have said it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from attrs import evolve

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.cast.namings import one_named
from quotekit.speakers.dialogue.called_persons import persons_called_beside
from quotekit.speakers.dialogue.leads import persons_of_leads, persons_of_openings
from quotekit.speakers.dialogue.named_later import persons_named_later
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import NOUN_CLAUSES, SUBJECTS
from quotekit.speakers.mentions.focus import Sighting
from quotekit.speakers.mentions.nominal_mentions import pronoun_at
from quotekit.speakers.mentions.pronouns import fits_pronoun
from quotekit.speakers.mentions.reading import Reading
from quotekit.speakers.names.own_names import is_sentence_of_name, is_speakers_name
from quotekit.speakers.sources.progress import NO_ANSWER, Answer, Progress
from quotekit.text.punctuation import STOP_TOKENS

__all__ = ["hear_introductions"]

INTRODUCTION = "introduction"
"""The rule that a speaker was found by the name that they tell."""

OPENING_TOKENS = 6
"""Tokens of a quotation before the name with which it opens, marks and a "yes" among them; chosen by hand."""

ENDING_TOKENS = 2
"""Tokens at the end of a quotation: its closing mark, and the sign before it."""

ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})
"""Tags of words that ask for something else beside "your name"."""

BEFORE_TOKENS = 4
"""Tokens before "be" in which the pronoun stands that is its subject; chosen by hand."""

NAMELESS_TOKENS = 40
"""Tokens before a pronoun that gives somebody a name in which they are described; chosen by hand."""

JOINED_VERBS = 4
"""Joined verbs that are passed on the way to a subject; chosen by hand."""


def hear_introductions(work: Progress) -> None:
    """Give whoever was only described so far the name by which they introduce themselves.

    They do in what they say ("My name is Ada Lund"), or the narration tells ("he introduced
    himself as Tom Brandt"; "the boy, whom all called Tom"), or a report leads with what they are.
    """
    reading = work.reading
    same: dict[int, Entity] = {}
    for placed in work.placed:
        name = own_name(work, placed.number)
        if name is not None:
            take_introduction(work, placed.number, name, same)
    for mention in reading.names:
        subject = introduced(work.text, mention, reading.language)
        if subject is None:
            subject = one_named(work.text, mention, reading.language)
        nameless = one_meant(reading, subject) if subject is not None else None
        if nameless is not None and subject is not None and can_be_it(reading, nameless, subject, mention):
            identify(reading, nameless, reading.bearer_of(mention), same)
    openings = () if work.is_dialogue else persons_of_openings(reading)
    called, later = persons_called_beside(work), persons_named_later(reading)
    for nameless, named in (*persons_of_leads(reading), *openings, *called, *later):
        identify(reading, nameless, named, same)
    if same:
        named_after_all(work, same)


def take_introduction(work: Progress, at: int, name: Mention, same: dict[int, Entity]) -> None:
    """Take the bearer of a name for whoever says that it is theirs: "he", one described, or nobody yet."""
    answer, named = work.answers.get(at, NO_ANSWER), work.reading.bearer_of(name)
    if not named.may_be_person:
        return
    if opens_turn(work, at, name):
        work.revise(at, evolve(answer, entity=named, rule=INTRODUCTION, certain=True))
    elif is_by_pronoun(work, at) and fits_gender(named, answer):
        for number in same_source(work, at):
            work.revise(number, evolve(answer, entity=named, rule=INTRODUCTION, certain=True))
    elif answer.entity is not None and not answer.entity.names:
        identify(work.reading, answer.entity, named, same)
    elif is_first_and_bare(work, at) and is_sentence_of_name(work.text, name):
        work.revise(at, evolve(answer, entity=named, rule=INTRODUCTION, certain=True))


def opens_turn(work: Progress, at: int, name: Mention) -> bool:
    """Whether a name opens a turn without a source, the first of its paragraph ("Yes. I'm Dale.")."""
    return is_first_and_bare(work, at) and name.first - work.placed[at].tokens.start <= OPENING_TOKENS


def is_first_and_bare(work: Progress, at: int) -> bool:
    """Whether a turn is the first of its paragraph and has no source."""
    placed, before = work.placed[at], work.placed[max(0, at - 1)]
    follows = placed is not before and placed.paragraph == before.paragraph
    return placed.source is None and not follows


def same_source(work: Progress, at: int) -> range:
    """The numbers of the quotes right behind one that the same words say somebody said, with its own."""
    place, end = work.placed[at].source_start, at + 1
    while end < len(work.placed) and work.placed[end].source_start == place:
        end += 1
    return range(at, end)


def is_by_pronoun(work: Progress, at: int) -> bool:
    """Whether the source of a quote is "he" or "she", who the quote itself says that is."""
    source, answer = work.placed[at].source, work.answers.get(at, NO_ANSWER)
    others = answer.entity is None or bool(answer.entity.names)
    return source is not None and source.kind == "pronoun" and others


def fits_gender(named: Entity, answer: Answer) -> bool:
    """Whether the pronoun of an answer can be somebody's."""
    return "-" in {named.gender, answer.pronoun or "-"} or named.gender == answer.pronoun


def one_meant(reading: Reading, index: int) -> Entity | None:
    """Whoever the noun or the pronoun at *index* stands for, or the only one of that noun without a name."""
    meant = reading.referents.get(index)
    if meant is None or not meant.names:
        meant = one_described(reading, index) or meant
    elif reading.text.lower[index] in reading.language.pronouns:
        meant = last_nameless(reading, index) or meant
    if meant is not None:
        return meant
    noun = reading.text.lemmas[index]
    told = {one.number: one for (word, _), one in reading.cast.told.items() if word == noun and not one.names}
    return next(iter(told.values())) if len(told) == 1 else None


def can_be_it(reading: Reading, nameless: Entity, index: int, name: Mention) -> bool:
    """Whether the one at *index* can bear a name, if that is what the next sentence says of an "it".

    Only whoever is new there is it: others see, hear or think of somebody ("He looked up. It was Ada Lund").
    """
    text, named = reading.text, reading.bearer_of(name)
    between = text.lower[index : name.first]
    is_same = text.sentences[index] == text.sentences[name.head]
    if is_same or not reading.language.function_words.demonstrative.isdisjoint(between):
        return True
    is_new = bool(nameless.nominals) and nameless.nominals[0].determiner == "indefinite"
    fits = "-" in {nameless.gender, named.gender} or nameless.gender == named.gender
    return is_new and fits and named.is_person and text.quoted[index] == text.quoted[name.head]


def last_nameless(reading: Reading, index: int) -> Entity | None:
    """Who was mentioned last, has no name, and can be meant by the pronoun at *index* that gives them one."""
    pronoun = pronoun_at(reading.text, index, reading.language)
    for at in range(bisect_left(reading.sightings, index, key=place_of) - 1, -1, -1):
        sighting = reading.sightings[at]
        if index - sighting.index > NAMELESS_TOKENS:
            return None
        if not sighting.entity.names and sighting.entity.is_person and fits_pronoun(sighting.entity, pronoun):
            return sighting.entity
    return None


def place_of(sighting: Sighting) -> int:
    """Where a mention stands."""
    return sighting.index


def one_described(reading: Reading, index: int) -> Entity | None:
    """Whom the pronoun means of which the noun at *index* is the predicate ("He was a man named Tarle")."""
    text, verb = reading.text, reading.text.heads[index]
    if text.deps[index] != "attr" or text.lemmas[verb] not in reading.language.function_words.equating:
        return None
    before = range(verb - 1, max(-1, verb - BEFORE_TOKENS), -1)
    subject = next((at for at in before if text.heads[at] == verb), None)
    return reading.referents.get(subject) if subject is not None and text.deps[subject] == "nsubj" else None


def own_name(work: Progress, at: int) -> Mention | None:
    """The name that a direct quote gives as that of whoever speaks it."""
    placed = work.placed[at]
    names = work.reading.names_in(placed.tokens) if placed.quote.kind == "direct" else ()
    for mention in names:
        inside = mention.first in placed.tokens
        if inside and is_speakers_name(work.text, mention, work.reading.language):
            return mention
    return name_in_answer(work, at, names)


def name_in_answer(work: Progress, at: int, names: Sequence[Mention]) -> Mention | None:
    """The only one of *names*, in a turn behind one that asks for it ("What is your name?" – "Lund.").

    It is all that is said first there, and nobody in the narration has it before.
    """
    placed, text = work.placed[at], work.text
    before = work.placed[at - 1] if at else placed
    if len(names) != 1 or placed.paragraph - before.paragraph != 1 or not asks_for_name(work, before.tokens):
        return None
    [name] = names
    told = [one for one in work.reading.bearer_of(name).names if one.first < name.first]
    is_new = all(text.quoted[one.head] for one in told) and name not in before.called
    return name if is_new and is_all_said_first(text, name, placed.tokens, work.reading.language) else None


def is_all_said_first(text: Discourse, name: Mention, tokens: range, language: Language) -> bool:
    """Whether a turn opens with a name as a sentence, but for a title of whoever asked ("Lund, sir.")."""
    if any(text.words[at].isalnum() for at in range(tokens.start, name.first)):
        return False
    after = text.next_word(name.last - 1)
    if text.word_at(after) == "," and language.is_title(text.lower_at(text.next_word(after))):
        after = text.next_word(text.next_word(after))
    ends = text.next_word(after) >= tokens.stop - 1
    return after >= tokens.stop - 1 or text.word_at(after) == "." or (ends and text.word_at(after) == ",")


def asks_for_name(work: Progress, tokens: range) -> bool:
    """Whether a turn ends in a question for what whoever hears it is called ("your name")."""
    text, language = work.text, work.reading.language
    nouns = [at for at in tokens[1:] if text.lemmas[at] in language.function_words.appellation]
    if not nouns or all(text.words[at] != "?" for at in tokens[-ENDING_TOKENS:]):
        return False
    owner = language.pronouns.get(text.lower_at(text.previous_word(nouns[-1])))
    is_hearers = owner is not None and owner.kind == "second"
    goes_on = any(text.words[at] in STOP_TOKENS for at in range(nouns[-1], tokens.stop - ENDING_TOKENS))
    return is_hearers and not goes_on and is_name_asked_for(text, nouns[-1], tokens.start, language)


def is_name_asked_for(text: Discourse, noun: int, start: int, language: Language) -> bool:
    """Whether "your name" is all of a question, what it is, or what who speak to each other have or tell.

    Whoever asks "Who wrote your name?", "Which saint has your name?" or "Has she your name?" knows it.
    """
    verb = text.heads[noun]
    if verb == noun or text.lemmas[verb] in language.function_words.equating:
        return True
    before = [at for at in range(start, noun) if text.sentence_at(at) == text.sentence_at(noun)]
    subjects = (text.lower[at] for at in before if text.heads[at] == verb and text.deps[at] in SUBJECTS)
    told = [language.pronouns.get(word) for word in subjects]
    is_theirs = any(one is not None and one.kind in {"first", "second"} for one in told)
    is_told = text.deps[noun] == "dobj" and is_theirs
    return is_told and not any(text.tags[at] in ASKING for at in before)


def introduced(text: Discourse, mention: Mention, language: Language) -> int | None:
    """The index of the subject that introduces itself, or gives its name, outside quotations."""
    preposition = text.previous_word(mention.first)
    if preposition < 0 or text.quoted[mention.head] or text.heads[mention.head] != preposition:
        return None
    verb, words = text.heads[preposition], language.function_words
    objects = [text.lower[index] for index in range(verb, preposition) if text.heads[index] == verb]
    reflexive = text.lemmas[verb] in words.introducing and not words.reflexive.isdisjoint(objects)
    tells = text.lower[preposition] in words.styling and not words.appellation.isdisjoint(objects)
    subject = subject_of(text, verb) if reflexive or tells else None
    is_relative = subject is not None and text.lower[subject] in words.relative
    return modified_by(text, verb) if is_relative else subject


def modified_by(text: Discourse, verb: int) -> int | None:
    """The noun that the relative clause of a verb modifies, if it heads one."""
    return text.heads[verb] if text.deps[verb] in NOUN_CLAUSES else None


def subject_of(text: Discourse, verb: int) -> int | None:
    """The index of the subject of a verb, or of the verb that it is joined to."""
    for _ in range(JOINED_VERBS):
        before = range(verb - 1, max(-1, verb - 40), -1)
        found = next(
            (index for index in before if text.heads[index] == verb and text.deps[index] == "nsubj"), None
        )
        if found is not None or text.deps[verb] != "conj":
            return found
        verb = text.heads[verb]
    return None


def identify(reading: Reading, nameless: Entity, named: Entity, same: dict[int, Entity]) -> None:
    """Give somebody without a name the names of *named*, and enter into *same* that they are one."""
    if nameless.names or nameless.plural or not named.may_be_person or not named.names:
        return
    reading.cast.unite(nameless, named)
    same[named.number] = nameless


def named_after_all(work: Progress, same: Mapping[int, Entity]) -> None:
    """Call those who were only described so far by the names that they tell."""
    work.unite(same)
    named = {entity.number for entity in same.values()}
    for at, answer in list(work.answers.items()):
        if answer.entity is not None and answer.entity.number in named and answer.how == "unnamed":
            work.revise(at, evolve(answer, how="nominal", tokens=None))
