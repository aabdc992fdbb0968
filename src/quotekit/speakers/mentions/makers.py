"""What somebody is by what they made: the author of "a novel by Ada Lund", of "Ada Lund's memoir"."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import PARTICIPLES

__all__ = ["nouns_of_maker"]


def nouns_of_maker(text: Discourse, mention: Mention, language: Language) -> Iterator[str]:
    """What the bearer of a name is called by as the maker of the work that the name stands beside."""
    for noun in (work_by(text, mention, language), work_owned(text, mention, language)):
        if noun is not None:
            yield from language.work_makers.get(text.lemmas[noun], ())


def work_by(text: Discourse, mention: Mention, language: Language) -> int | None:
    """The noun that "by" joins to a name, with a participle or without ("a play (written) by Ada Lund").

    The participle tells of making it: nobody has made what they bought.
    """
    link = text.heads[mention.head]
    if text.deps[mention.head] != "pobj" or text.lower[link] not in language.function_words.agency:
        return None
    made = text.heads[link]
    if text.tags[made] not in PARTICIPLES:
        return made
    return text.heads[made] if text.lemmas[made] in language.function_words.creating else None


def work_owned(text: Discourse, mention: Mention, language: Language) -> int | None:
    """The noun whose owner a name is, and not whoever it shows ("Ada Lund's first novel")."""
    is_owner = text.deps[mention.head] == "poss" and text.tag_at(text.next_word(mention.last - 1)) == "POS"
    noun = text.heads[mention.head]
    return noun if is_owner and text.lemmas[noun] not in language.function_words.depicting else None
