"""The narrator who says "I": an entity of the cast, by a name that others call them when there is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from quotekit.language import Language
from quotekit.speakers.cast.calls_by_name import is_called_out, is_cited, is_recognised, is_whole_saying
from quotekit.speakers.cast.entities import Cast, Entity
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import SUBJECTS
from quotekit.speakers.names.own_names import CLAUSE_TOKENS, is_speakers_name, is_supposed

__all__ = ["find_narrator"]

FEWEST_PRONOUNS = 5
"""Times that the narration says "I" before a narrator is looked for; chosen by hand."""

PASSAGE_TOKENS = 600
"""Tokens of the longest text that is only a passage; chosen by hand, about two pages of a novel."""

FEWEST_IN_PASSAGE = 2
"""Times that the narration of a mere passage says "I" before a narrator is looked for; chosen by hand."""

MANY_PRONOUNS = 40
"""Times from which on a narrator has to be called by name more than once; chosen by hand."""

FEWEST_CALLS = 2
"""Calls by name that such a narrator needs; chosen by hand."""

SPARSE_TOKENS = 200
"""Tokens outside quotations to each "I" from which on a text is told by nobody, and only its letters are.

Counted in odd `pdnc-train`, `pdnc-dev`, `litbank-dev` and `emma-dev`: narrators say "I" once in 68 tokens or
oftener, and texts of none once in 393 at most.
"""

HAIL = 2
"""Calls by others that a call by "I" takes back, which is none of theirs and speaks against them; guessed."""

SIGNED_TOKENS = 40
"""Tokens of the shortest text whose last line is a signature; chosen by hand, for a note has no narrator."""

CLOSING_WORDS = 4
"""Words of the line that ends a letter at most; chosen by hand."""


def find_narrator(
    text: Discourse, cast: Cast, language: Language, sources: Set[int], own: Set[int] = frozenset()
) -> Entity:
    """Whoever "I" is outside quotations.

    That is whoever tells their own name or signs with it, else somebody whom others call by name,
    while the narration itself hardly lets them act and never speak. Any other narrator is an entity without
    a name. No pronoun of the third person stands for a narrator, which the gender ``n`` says.

    Args:
        text: The document.
        cast: Who there is.
        language: The words of its language.
        sources: The tokens of the sources of quotes.
        own: The tokens of what "I" said, whose calls are of others.
    """
    pronouns = [
        index
        for index, word in enumerate(text.words)
        if word in language.function_words.narrating and not text.quoted[index]
    ]
    narrator = named_by_themselves(text, cast, language)
    if narrator is None and is_told_by_one(text, len(pronouns)):
        calls = calls_of_others(text, cast, language, sources, own)
        narrator = called_by_others(text, cast, len(pronouns), language, calls)
    narrator = narrator or cast.add()
    narrator.take_for_narrator(
        Mention("pronoun", index, index + 1, index, "PERSON", "n", "s", None, text.lower[index])
        for index in pronouns[:1]
    )
    return narrator


def named_by_themselves(text: Discourse, cast: Cast, language: Language) -> Entity | None:
    """The first person whom the narration itself introduces as "I", or whose name alone is the last line."""
    for entity in cast.entities:
        for name in entity.names:
            if text.quoted[name.head]:
                continue
            if is_said_of_narrator(text, name, language) or is_speakers_name(text, name, language):
                return entity
            is_full = name.name is not None and name.name.is_full and closes_letter(text, name.first - 1)
            if (entity.is_person or is_full) and (
                is_apposed_to_narrator(text, name, language) or is_signature(text, name)
            ):
                return entity
    return None


def is_apposed_to_narrator(text: Discourse, name: Mention, language: Language) -> bool:
    """Whether a name stands between commas behind an "I" ("I, Ada Lund, declare")."""
    comma, after = text.previous_word(name.first), text.next_word(name.last - 1)
    if text.word_at(comma) != "," or text.word_at(after) != ",":
        return False
    return text.word_at(text.previous_word(comma)) in language.function_words.narrating


def is_said_of_narrator(text: Discourse, name: Mention, language: Language) -> bool:
    """Whether a name is all that an "I" says it is ("I have been Ada Lund for forty years")."""
    verb = text.heads[name.head]
    is_name = name.label == "PERSON" or (name.name is not None and name.name.is_full)
    if (
        not is_name
        or text.deps[name.head] != "attr"
        or text.lemmas[verb] not in language.function_words.equating
    ):
        return False
    own = [index for index in range(max(0, verb - CLAUSE_TOKENS), name.first) if text.heads[index] == verb]
    is_narrator = any(text.words[index] in language.function_words.narrating for index in own)
    return is_narrator and not is_supposed(text, verb, name.first, language)


def is_signature(text: Discourse, name: Mention) -> bool:
    """Whether a name is the whole last line of a text that is long enough for it, or ends a letter."""
    first, last = name.first, text.next_word(name.last - 1)
    before = first - 1
    opens = before >= 0 and "\n" in text.words[before]
    return opens and last >= len(text) and (len(text) > SIGNED_TOKENS or closes_letter(text, before))


def closes_letter(text: Discourse, end: int) -> bool:
    """Whether a line of a few words with a comma ends at a token ("Yours faithfully,")."""
    first = comma = text.previous_word(end)
    while first > 0 and "\n" not in text.words[first - 1] and comma - first <= CLOSING_WORDS:
        first -= 1
    return text.word_at(comma) == "," and 0 < comma - first <= CLOSING_WORDS


def calls_of_others(
    text: Discourse, cast: Cast, language: Language, sources: Set[int], own: Set[int]
) -> Counter[int]:
    """How much oftener others call each of *cast*, but for those who speak by name, than they act.

    A single call counts for nothing where somebody else can be meant.
    """
    found = Counter(
        {
            entity.number: balance_of_calls(text, entity, language, sources, own)
            for entity in cast.entities
            if entity.names and not any(name.head in sources for name in entity.names)
        }
    )
    return Counter(
        {
            number: count
            for number, count in found.items()
            if count >= FEWEST_CALLS
            or not may_be_another(text, cast, cast.entities[number], language, sources)
        }
    )


def called_by_others(
    text: Discourse, cast: Cast, times: int, language: Language, calls: Counter[int]
) -> Entity | None:
    """Whoever others call by name most often, and oftener than the narration lets them act, by *calls*.

    Where it says "I" *times* often, once is not enough, nor anywhere by a word that may be no name.
    """
    most = max(calls.values(), default=0)
    called = [cast.entities[number] for number, count in calls.items() if count == most > 0]
    if most < FEWEST_CALLS:
        known = [entity for entity in called if is_surely_named(text, entity, language)]
        called = known if times < MANY_PRONOUNS and len(known) == 1 else []
    return as_called(text, cast, called[0]) if called else None


def is_told_by_one(text: Discourse, times: int) -> bool:
    """Whether a narration that says "I" *times* often has a narrator; in letters alone others say so."""
    fewest = FEWEST_IN_PASSAGE if len(text) <= PASSAGE_TOKENS else FEWEST_PRONOUNS
    return times >= fewest and times * SPARSE_TOKENS > sum(not quoted for quoted in text.quoted)


def may_be_another(
    text: Discourse, cast: Cast, entity: Entity, language: Language, sources: Set[int]
) -> bool:
    """Whether all that is called is a title and a surname, which somebody with a mere first name can bear.

    The narration lets them act ("Pavel shrugged", and "“Sergeant Novak!” somebody called"), and they are not
    the source of the call, of *sources*.
    """
    if not all(mention.name is not None and mention.name.is_surname for mention in entity.names):
        return False
    calls = {text.paragraphs[mention.head] for mention in entity.names}
    calling = {index for index in sources if text.paragraphs[index] in calls}
    return any(
        count_acts(text, one)
        and ("-" in {one.gender, entity.gender} or one.gender == entity.gender)
        and calling.isdisjoint(name.head for name in one.names)
        for one in cast.entities
        if one is not entity and is_by_first_name(one, language)
    )


def is_by_first_name(entity: Entity, language: Language) -> bool:
    """Whether a text has nothing but a first name of somebody."""
    names = [mention.name for mention in entity.names if mention.name is not None]
    lone = all(not name.is_full and not name.titles and name.first in language.first_names for name in names)
    return bool(names) and lone


def is_surely_named(text: Discourse, entity: Entity, language: Language) -> bool:
    """Whether others tell somebody who they are, or call a known first name, several names or a title."""
    if any(is_recognised(text, mention, language) for mention in entity.names):
        return True
    names = [mention.name for mention in entity.names if mention.name is not None]
    person = entity.label == "PERSON"
    return any(
        (name.is_full and person) or name.titles or name.first in language.first_names for name in names
    )


def as_called(text: Discourse, cast: Cast, entity: Entity) -> Entity:
    """*entity*, or one of its own with the names that others call, where the narration names another so."""
    if not count_acts(text, entity):  # the narration only reads the name somewhere, as on a door
        return entity
    called = [name for name in entity.names if is_told(text, name)]
    return entity if len(called) == len(entity.names) else cast.part(entity, called)


def is_told(text: Discourse, name: Mention) -> bool:
    """Whether a name stands in a quotation or, in capitals, on something that the narrator reads."""
    return text.quoted[name.head] or text.words[name.head].isupper()


def count_acts(text: Discourse, entity: Entity) -> int:
    """How often the narration has *entity* do something; capitals are what the narrator reads."""
    return sum(
        text.deps[name.head] in SUBJECTS
        and not text.quoted[name.head]
        and not text.words[name.head].isupper()
        for name in entity.names
    )


def balance_of_calls(
    text: Discourse, entity: Entity, language: Language, sources: Set[int], own: Set[int]
) -> int:
    """How much oftener others address *entity* by name than the narration lets it act.

    Whom they tell of oftener still is somebody else, who is not there, and so is whom "I" calls. A name that
    is all "I" say may be their own ("“Ada,” I said and shook his hand").
    """
    told = [name for name in entity.names if text.quoted[name.head]]
    called = [name for name in told if is_called_out(text, name, language)]
    spoken = [name for name in called if not is_cited(text, name, language, sources)]
    spoken = [name for name in spoken if name.head not in own or not is_whole_saying(text, name)]
    hails = sum(name.head in own and not is_apposed_to_narrator(text, name, language) for name in spoken)
    balance = len(spoken) - hails - HAIL * hails - count_acts(text, entity)
    return balance if len(spoken) - hails >= len(told) - len(called) else 0
