"""What a speaker is called: the fullest name that the document gives, and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotekit.language import Language
from quotekit.records import How, Speaker
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.discourse import Discourse, span_of
from quotekit.speakers.mention import Mention
from quotekit.speakers.names.name_cuts import is_closed
from quotekit.speakers.names.personal_names import bare, is_honour, title_count
from quotekit.speakers.scheme import PERSON_LABELS

MANY_NAMES = 20
"""Names of an entity from which on a form that stands once counts for little; chosen by hand."""

RARE_SHARE = 0.05
"""The share of an entity's names that a form needs to be one of its own; chosen by hand."""

LONE_LETTERS = 2
"""Letters of a name that is initials alone at most; chosen by hand, for bodies are called by more."""

INTRODUCTIONS = 3
"""First names of an entity that can introduce it; chosen by hand."""


__all__ = ["canonical_mention", "name_of", "speaker_at"]


def canonical_mention(text: Discourse, entity: Entity, language: Language) -> Mention:
    """The fullest name of *entity*: most parts, and outside quotations if it stands there too.

    A form that stands once among many others counts only where the narration introduces
    somebody: later on, and where others talk, it is a maiden name, a joke or somebody else's, and in capitals
    it stands in a heading.
    """
    times = Counter(mention.name.parts for mention in entity.names if mention.name is not None)
    first = entity.names[:INTRODUCTIONS]
    early = {
        id(mention) for mention in first if not text.quoted[mention.head] and not is_shouted(text, mention)
    }

    def fullness(mention: Mention) -> tuple[int, ...]:
        name = mention.name
        assert name is not None  # noqa: S101
        tokens = range(mention.first, mention.last)
        return (
            not is_initials_alone(text, mention),
            name.first in language.first_names or not stands_in_headline(text, mention),
            times[name.parts] >= max(2, RARE_SHARE * len(entity.names))
            or id(mention) in early
            or len(entity.names) < MANY_NAMES,
            len(name.parts),
            not (name.is_full and is_shouted(text, mention)),
            not is_title_in_capitals(text, mention, language),
            not text.quoted[mention.head],
            name.kind in {"style", "courtesy", "kin", "office"},
            not any(text.is_space(index) for index in tokens),
            name.first not in language.hypocoristics or bool(name.titles),
            sum(map(len, name.parts)) if entity.label != "PERSON" else 0,
            -mention.first,
        )

    return max(entity.names, key=fullness)


def is_shouted(text: Discourse, mention: Mention) -> bool:
    """Whether a name is written in capitals alone."""
    return "".join(text.words[mention.first : mention.last]).isupper()


def is_initials_alone(text: Discourse, mention: Mention) -> bool:
    """Whether a name is a few capitals in one word, as on labels ("RQ")."""
    word = text.words[mention.first]
    return mention.last == mention.first + 1 and word.isupper() and len(word) <= LONE_LETTERS


def is_title_in_capitals(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name opens with a title in capitals, as on labels ("MR. LUND")."""
    word = text.words[mention.first]
    return word.isupper() and bare(word) in language.titles


def stands_in_headline(text: Discourse, mention: Mention) -> bool:
    """Whether a name stands among the capitals of a headline, where no mark says that it ends."""
    return text.headline[text.paragraphs[mention.head]] and not is_closed(text, mention.last - 1)


def name_of(text: Discourse, mention: Mention, language: Language) -> range:
    """The tokens of a name as it is given back: titles of office, stop and all, and an article left out."""
    tokens = [index for index in range(mention.first, mention.last) if not text.is_space(index)]
    words = [text.words[index] for index in tokens]
    skip = 0
    if mention.name is not None and mention.name.is_full and mention.label in PERSON_LABELS:
        skip = title_count(words, language)
        while skip and language.titles[bare(words[skip - 1])].kind == "style":
            skip -= 1
        skip += words[skip] == "."
    elif len(words) > 1 and words[0].lower() in language.function_words.name_article:
        skip = 1
    return range(tokens[skip], tokens[last_of_name(words, skip, language)] + 1)


def last_of_name(words: Sequence[str], first: int, language: Language) -> int:
    """Where a name ends before the honours behind it, which are no part of it as "Jr." is."""
    last, generations = len(words) - 1, language.function_words.generation
    while last > first and is_honour(words[last], language) and bare(words[last]) not in generations:
        last -= 1
    return last


def speaker_at(text: Discourse, tokens: range, label: str, how: How) -> Speaker:
    """The speaker whose name stands at *tokens*."""
    mention = span_of(text, tokens)
    return Speaker(mention.text, label or "OTHER", mention, how)
