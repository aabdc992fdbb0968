"""What a quote's source is: a name, a pronoun, a description, or several of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import evolve, frozen

from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mentions import Mention
from quotekit.speakers.names import bare
from quotekit.speakers.nominal_mentions import read_nominal
from quotekit.speakers.vocabulary import Vocabulary

__all__ = ["Source", "SourceKind", "read_source"]

SourceKind = Literal["name", "pronoun", "relative", "first", "nominal", "joint", "empty"]

BREAKS = frozenset({",", "(", "[", ";", ":", "–", "—", "--", "―"})
LINKS = frozenset(
    {"of", "for", "in", "at", "with", "from", "on", "to", "by", "about", "behind", "near", "among"}
)
RELATIVES = frozenset({"who", "that", "which", "whom", "whose", "where"})
OTHERS = frozenset({"other", "others", "many", "several", "some", "most", "dozens", "hundreds", "fellow"})
TRAILERS = frozenset({"all", "both", "himself", "herself", "itself", "too", "also"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "NOUN", "PROPN"})


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


def read_source(text: Discourse, tokens: range, names: Sequence[Mention], vocabulary: Vocabulary) -> Source:
    """What the words *tokens* name, of which *names* are the names inside them."""
    tokens = trim(text, tokens)
    if not tokens:
        return Source("empty", tokens)
    kind = pronoun_kind(text, tokens, vocabulary)
    if kind is not None:
        return Source(kind, tokens)
    core = range(tokens[0], core_end(text, tokens))
    joint = joined(text, tokens, names)
    if joint:
        return Source("joint", tokens, joint, description=tokens)
    named = core_name(text, core, names) or apposed_name(text, tokens, names)
    if named is not None and not is_possessed_work(text, tokens, named):
        return Source("name", tokens, (named,))
    noun = head_noun(text, core)
    return Source("nominal", tokens, (), noun, description_range(text, tokens, noun))


def trim(text: Discourse, tokens: range) -> range:
    """*tokens* without white space, commas, brackets and quotation marks at the edges."""
    first, last = tokens.start, tokens.stop
    while first < last and not any(map(str.isalnum, text.words[first])):
        first += 1
    while last > first and not any(map(str.isalnum, text.words[last - 1])):
        last -= 1
    if last > first + 1 and text.lower[last - 1] in {"all", "both"}:
        last -= 1
    while last > first + 1 and text.lower[first] in LINKS:
        first += 1
    return range(first, last)


def pronoun_kind(text: Discourse, tokens: range, vocabulary: Vocabulary) -> SourceKind | None:
    """The kind of pronoun that a source is, or None when it is none."""
    word = text.lower[tokens[0]]
    features = vocabulary.pronouns.get(word)
    if features is None or (
        len(tokens) > 1 and (text.tags[tokens[0]] == "PRP$" or features[2] == "indefinite")
    ):
        return None
    if len(tokens) > 1 and any(text.lower[index] in {"and", "or"} for index in tokens):
        return None
    if features[2] == "relative":
        return "relative"
    return "first" if features[2] == "first" else "pronoun" if features[2] == "person" else None


def core_end(text: Discourse, tokens: range) -> int:
    """Where the afterthoughts of a source begin: its first comma, bracket, preposition or relative clause."""
    for index in tokens[1:]:
        word = text.lower[index]
        if text.words[index] in BREAKS or word in RELATIVES or word in LINKS:
            return index
        if text.words[index] == "-" and text.is_space(index - 1):
            return index
    return tokens[-1] + 1


def joined(text: Discourse, tokens: range, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """The names that an "and" of equals joins, all of them outside afterthoughts."""
    for index in tokens:
        if text.lower[index] != "and" or text.deps[index] not in {"cc", ""}:
            continue
        if any(name.first <= index < name.last for name in names):
            continue
        before, after = text.previous_word(index), text.next_word(index)
        if (
            afterthought(text, tokens, index)
            or after >= tokens.stop
            or not is_coordinated(text, before, after)
        ):
            continue
        inside = tuple(name for name in names if not follows_link(text, name))
        return inside or (Mention("nominal", tokens.start, tokens.stop, index, "GROUP", "-", "p"),)
    return ()


def is_coordinated(text: Discourse, before: int, after: int) -> bool:
    """Whether two words around an "and" are the end and the beginning of noun phrases, not adjectives."""
    opens = (
        text.tags[after] in NOUNS | {"DT", "PRP$", "PRP", "CD", "PRON", "DET"} or text.lower[after] in OTHERS
    )
    return opens and text.tags[before] in NOUNS | {")", "-RRB-", "PRP", "PRON"}


def afterthought(text: Discourse, tokens: range, index: int) -> bool:
    """Whether a relative clause or the apposition of a comma stands before *index*."""
    seen = False
    for before in range(tokens.start, index):
        if text.lower[before] in RELATIVES | LINKS:
            return True
        seen = seen or (
            text.words[before] == "," and text.tags[text.next_word(before)] not in {"NNP", "NNPS", "PROPN"}
        )
    return seen


def follows_link(text: Discourse, name: Mention) -> bool:
    """Whether a preposition stands before a name."""
    before = text.previous_word(name.first)
    if before >= 0 and text.lower[before] in {"the", "a"}:
        before = text.previous_word(before)
    return before >= 0 and text.lower[before] in LINKS


def core_name(text: Discourse, core: range, names: Sequence[Mention]) -> Mention | None:
    """The name that ends the core of a source, a possessive mark behind it not counted."""
    last = core.stop - 1
    while last > core.start and trails(text, last):
        last -= 1
    for name in reversed(names):
        if name.first <= last < name.last:
            return name
    return None


def is_possessed_work(text: Discourse, tokens: range, name: Mention) -> bool:
    """Whether a work's name says only what somebody's work it is ("the bank's Annual Report")."""
    return name.label == "DOCUMENT" and any(
        text.tags[index] == "POS" for index in range(tokens.start, name.first)
    )


def trails(text: Discourse, index: int) -> bool:
    """Whether a token behind a name is no part of what names somebody: a possessive mark, an adverb."""
    return (
        text.tags[index] in {"POS", "RB", "PDT"}
        or bare(text.words[index]) in TRAILERS
        or not text.words[index].isalpha()
    )


def apposed_name(text: Discourse, tokens: range, names: Sequence[Mention]) -> Mention | None:
    """The name that stands by itself behind a comma ("the mayor of Lund, Pia Rook")."""
    for name in names:
        before, after = text.previous_word(name.first), text.next_word(name.last - 1)
        opens = before >= tokens.start and text.words[before] in BREAKS
        closes = after >= tokens.stop or text.words[after] in BREAKS or text.lower[after] in RELATIVES
        if opens and closes and name.label in {"PERSON", ""}:
            return name
    return None


def head_noun(text: Discourse, core: range) -> int:
    """The index of the last noun of the core, or of its last word."""
    for index in reversed(core):
        if text.tags[index] in NOUNS and text.tags[index] != "POS":
            return index
    return core.stop - 1


def description_range(text: Discourse, tokens: range, noun: int) -> range:
    """A description without what a comma, a dash or a bracket adds to it."""
    for index in tokens[1:]:
        if index > noun and (text.words[index] in BREAKS):
            return trim(text, range(tokens.start, index))
    return tokens


def nominal_of(text: Discourse, source: Source, vocabulary: Vocabulary) -> Mention:
    """The description that a source is, whatever noun heads it."""
    found = read_nominal(text, source.noun, vocabulary, any_noun=True)
    assert found is not None  # noqa: S101
    return evolve(found, first=source.description.start, last=source.description.stop)
