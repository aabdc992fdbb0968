"""What a quote's source is: a name, a pronoun, a description, or several of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from attrs import evolve, frozen

from quotekit.language import Language
from quotekit.language.rows import PronounKind
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import (
    FINITE_VERBS,
    NOUN_CLAUSES,
    NOUNS,
    PROPER_NOUNS,
)
from quotekit.speakers.mentions.nominal_mentions import read_nominal
from quotekit.speakers.sources.appositions import (
    apposed_name,
    closing_person,
    named_outlet,
    portfolio_holder,
    titled_name,
)
from quotekit.speakers.sources.joint import joined_names
from quotekit.speakers.sources.misnomers import is_name_of_another, is_office_name
from quotekit.speakers.sources.name_fronts import behind_front
from quotekit.speakers.sources.phrase import BREAKS, Phrase
from quotekit.speakers.sources.phrase_ends import core_end
from quotekit.speakers.sources.source_edges import before_citation, behind_dateline, is_read_as_word

__all__ = ["Source", "SourceKind", "read_source"]

SourceKind = Literal["name", "pronoun", "relative", "first", "second", "nominal", "joint", "empty"]

PRONOUN_SOURCES: Mapping[PronounKind, SourceKind] = {
    "second": "second",
    "first": "first",
    "person": "pronoun",
}
"""What a source is that is such a pronoun; a relative one may determine a noun."""

TIME = "npadvmod"
"""The relation of nouns that say when something happened."""

COUNTING = frozenset({"advmod", "quantmod"})
"""Relations of the words of a count to its number."""


@frozen
class Source:
    """A source as the resolver sees it.

    Attributes:
        kind: What it is.
        tokens: Where it stands, white space at its edges left out.
        names: The names in it that name who speaks; one, or several when it is joint.
        noun: Index of the head noun of a description, or -1.
        description: Where the description stands without its afterthoughts.
    """

    kind: SourceKind
    tokens: range
    names: tuple[Mention, ...] = ()
    noun: int = -1
    description: range = range(0)


def read_source(text: Discourse, tokens: range, names: Sequence[Mention], language: Language) -> Source:
    """What the words *tokens* name, of which *names* are the names inside them."""
    phrase = Phrase(text, trim_source(text, tokens, language), names, language)
    phrase = evolve(phrase, tokens=without_manner(phrase))
    phrase = evolve(phrase, tokens=clause_subject(phrase))
    phrase = evolve(phrase, tokens=tied_pronoun(phrase) or phrase.tokens)
    if not phrase.tokens:
        return Source("empty", phrase.tokens)
    kind = pronoun_kind(phrase)
    if kind is not None:
        return Source(kind, phrase.tokens)
    core = range(phrase.tokens[0], core_end(phrase))
    holder = portfolio_holder(phrase)
    joint = joined_names(phrase) if holder is None else ()
    if joint:
        return Source("joint", phrase.tokens, joint, description=phrase.tokens)
    named = holder or named_in(phrase, core)
    if named is not None and not is_name_of_another(phrase, named):
        return Source("name", phrase.tokens, (named,))
    noun = head_noun(text, core)
    return Source("nominal", phrase.tokens, (), noun, description_range(phrase, noun))


def named_in(phrase: Phrase, core: range) -> Mention | None:
    """The name of whoever a source is, wherever in it that stands."""
    return (
        closing_person(phrase)
        or titled_name(phrase, core)
        or named_outlet(phrase, core)
        or named_by_core(phrase, core)
        or apposed_name(phrase)
    )


def trim_source(text: Discourse, tokens: range, language: Language) -> range:
    """*tokens* without dateline and citation, and without punctuation and prepositions at the edges.

    What stands in front of a name and is none of it is left out, too ("mother-of-two Ada Lund").
    """
    first, last = behind_dateline(text, tokens), before_citation(text, tokens)
    while first < last and not is_read_as_word(text.words[first]):
        first += 1
    first = behind_front(text, range(first, last), language)
    while last > first and (text.tags[last - 1] == "POS" or not is_read_as_word(text.words[last - 1])):
        last -= 1
    if last > first + 1 and text.lower[last - 1] in language.function_words.trailer:
        last -= 1
    while last > first + 1 and is_joint_of_source(text, last - 1, language):
        last -= 1
    while last > first + 1 and is_loose_link(text, first, language):
        first += 1
    return range(first, last)


def is_joint_of_source(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word only joins to a source what is said of it: "and", or a relative pronoun.

    With a capital it is a name ("the WHO").
    """
    if text.words[index][:1].isupper():
        return False
    is_relative = text.tags[index] != "DT" and text.lower[index] in language.function_words.relative
    return is_relative or text.tags[index] == "CC"


def is_loose_link(text: Discourse, index: int, language: Language) -> bool:
    """Whether a preposition opens a source, and no count ("at least a dozen", "as many as forty")."""
    counts = text.deps[index] in COUNTING or text.entities[index] == "CARDINAL"
    is_link = text.lower[index] in language.function_words.link and text.tags[index] not in PROPER_NOUNS
    return is_link and not counts


def without_manner(phrase: Phrase) -> range:
    """The words of a source without what says how somebody speaks ("the mate in a low voice")."""
    text, tokens = phrase.text, phrase.tokens
    for index in tokens[1:]:
        if text.lower[index] in phrase.language.function_words.manner:
            noun = next((after for after in range(index, tokens.stop) if text.tags[after] in NOUNS), index)
            if text.lower[noun] in phrase.language.manner_nouns:
                return trim_source(text, range(tokens.start, index), phrase.language)
    return tokens


def clause_subject(phrase: Phrase) -> range:
    """The last subject in a source that is a clause ("the mate rose, and"); else all of its words."""
    text, tokens = phrase.text, phrase.tokens
    if any(text.deps[index] == "nsubj" and text.heads[index] not in tokens for index in tokens):
        return tokens
    for index in reversed(tokens):
        verb = text.heads[index]
        if text.deps[index] != "nsubj" or verb not in tokens or text.tags[verb] not in FINITE_VERBS:
            continue
        if text.deps[verb] in NOUN_CLAUSES or phrase.is_any_of(index, phrase.function_words.relative):
            continue
        if tells_of_another(phrase, index):
            continue
        named = next((name for name in phrase.names if name.first <= index < name.last), None)
        if named is not None:
            return range(named.first, named.last)
        first = index
        while first > tokens.start and text.heads[first - 1] == index:
            first -= 1
        return range(first, index + 1)
    return tokens


def tells_of_another(phrase: Phrase, index: int) -> bool:
    """Whether the clause of a subject only says when something else was, or whose doing the subject is.

    So it does in "surveys taken as they left", "a club begun by an actor". Of a verb with two subjects a
    parser took a relative clause, or an apposition, for the source's own.
    """
    text, verb = phrase.text, phrase.text.heads[index]
    in_time = text.deps[verb] == "advcl" and phrase.tokens.start <= text.heads[verb] < verb
    others = [at for at in phrase.tokens if text.heads[at] == verb and at != index]
    return in_time or any(text.deps[at] in {"agent", "nsubj"} for at in others)


def tied_pronoun(phrase: Phrase) -> range:
    """The pronoun that a hyphen ties to a verb at the end of a source ("indiquent | -ils"), or none."""
    last = phrase.tokens[-1:]
    tied = bool(last) and phrase.text.words[last[0]][0] == "-" and len(phrase.tokens) > 1
    return last if tied and phrase.text.lower[last[0]] in phrase.language.pronouns else range(0)


def pronoun_kind(phrase: Phrase) -> SourceKind | None:
    """The kind of pronoun that a source is, or None when it is none."""
    text, tokens = phrase.text, phrase.tokens
    if text.words[tokens[0]] in text.initials or opens_with_abbreviation(text, tokens):
        return None
    if opens_with_title(phrase):
        return None
    pronoun = phrase.language.pronouns.get(text.lower[tokens[0]])
    alone = len(tokens) == 1
    if pronoun is None or (not alone and text.tags[tokens[0]] in PROPER_NOUNS):
        return None
    if not alone and (text.tags[tokens[0]] == "PRP$" or any(text.tags[index] == "CC" for index in tokens)):
        return None
    if pronoun.kind == "relative":
        return "relative" if alone or text.tags[tokens[1]] not in NOUNS else None
    return PRONOUN_SOURCES.get(pronoun.kind)


def opens_with_title(phrase: Phrase) -> bool:
    """Whether a source opens with a title before a name, though the word is a pronoun too (French "Me")."""
    words = [phrase.text.words[index] for index in phrase.tokens[:2]]
    return all(word[0].isupper() for word in words) and len(words) > 1 and phrase.language.is_title(words[0])


def opens_with_abbreviation(text: Discourse, tokens: range) -> bool:
    """Whether a source opens with capitals that shorten a name among other words ("US Senator Ada Lund")."""
    opening = text.words[tokens[0]]
    rest = "".join(text.words[index] for index in tokens[1:])
    return len(opening) > 1 and opening.isupper() and bool(rest) and not rest.isupper()


def named_by_core(phrase: Phrase, core: range) -> Mention | None:
    """The name that ends the core of a source, unless a lone word there is only what a named person is."""
    found = core_name(phrase, core)
    is_full = found is not None and found.name is not None and found.name.is_full
    told = found is not None and (found.label not in {"", "NORP"} or is_full)
    told = told and not (found is not None and is_rank_at_place(phrase, found))
    if found is None or (told and not is_office_name(phrase, found)):
        return found
    apposed = apposed_name(phrase)
    return None if apposed is not None and apposed.label == "PERSON" else found


def is_rank_at_place(phrase: Phrase, name: Mention) -> bool:
    """Whether a rank stands behind an article, as in front of what it is of ("the DIG Lahore, Ada Lund")."""
    before = phrase.text.lower_at(phrase.text.previous_word(name.first))
    is_rank = name.name is not None and name.name.kind == "office"
    return is_rank and before in phrase.function_words.name_article


def core_name(phrase: Phrase, core: range) -> Mention | None:
    """The name that ends the core of a source, a possessive mark or an adverb behind it not counted."""
    last = core.stop - 1
    while last > core.start and is_trailer(phrase, last):
        last -= 1
    return next((name for name in reversed(phrase.names) if name.first <= last < name.last), None)


def is_trailer(phrase: Phrase, index: int) -> bool:
    """Whether a token behind a name is no part of what names somebody."""
    if phrase.text.tags[index] in {"POS", "RB", "PDT"}:
        return True
    if phrase.is_any_of(index, phrase.function_words.trailer):
        return True
    return not any(map(str.isalnum, phrase.text.words[index]))


def head_noun(text: Discourse, core: range) -> int:
    """The index of the last noun of the core that says no time, or of its last word."""
    nouns = [index for index in reversed(core) if text.tags[index] in NOUNS]
    told = (index for index in nouns if text.deps[index] != TIME)
    noun = next(told, nouns[0] if nouns else core.stop - 1)
    while text.deps[noun] == "conj" and core.start <= text.heads[noun] < noun:
        noun = text.heads[noun]
    return noun


def opens_time(phrase: Phrase, index: int) -> bool:
    """Whether a noun that says when, or a word before it, is at *index*, and tells it of no verb inside."""
    text = phrase.text
    time = next((at for at in (index, text.heads[index]) if text.deps[at] == TIME), None)
    if time is None or time not in phrase.tokens:
        return False
    told = text.heads[time]
    return told not in phrase.tokens or not text.tags[told].startswith(("VB", "JJ", "RB"))


def description_range(phrase: Phrase, noun: int) -> range:
    """A description without what a comma, a dash or a bracket adds to it, but whole titles in marks."""
    text, told = phrase.text, phrase.tokens
    for index in told[1:]:
        adds = text.words[index] in BREAKS and not phrase.parts_title(index)
        adds = adds and not phrase.is_in_initials(index)
        if index > noun and (adds or opens_time(phrase, index)):
            told = trim_source(text, range(told.start, index), phrase.language)
            break
    last = told.stop
    while phrase.is_in_title(last - 1) and phrase.is_in_title(last) and not text.words[last].isalnum():
        last += 1
    return range(told.start, last)


def nominal_of(text: Discourse, source: Source, language: Language) -> Mention:
    """The description that a source is, whatever noun heads it."""
    found = read_nominal(text, source.noun, language, any_noun=True)
    assert found is not None  # noqa: S101
    return evolve(found, first=source.description.start, last=source.description.stop)
