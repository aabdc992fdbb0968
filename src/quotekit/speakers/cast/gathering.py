"""Which names are whose: the entities of a document, gathered from its names."""

from __future__ import annotations

from collections.abc import Sequence, Set

from quotekit.language import Language
from quotekit.speakers.cast.entities import Cast
from quotekit.speakers.cast.name_index import NameIndex
from quotekit.speakers.cast.pet_forms import forms_apart
from quotekit.speakers.cast.titled_surnames import read_titled_surnames
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.nominal_labels import nominal_label
from quotekit.speakers.ground.scheme import MODIFYING
from quotekit.speakers.names.name_links import link_names

__all__ = ["gather_entities"]


def gather_entities(
    text: Discourse,
    names: Sequence[Mention],
    language: Language,
    sources: Set[int] = frozenset(),
) -> Cast:
    """The entities that *names* name.

    Full names come first, wherever they stand, so that a headline's surname finds its owner. Then the
    text is read once: a shorter name is the one that fits and was last named, or else the one that is
    named next. What the text itself gives as another name of somebody is theirs; *sources* are the tokens
    of who speaks.
    """
    links = link_names(text, names, language, sources)
    surnames = read_titled_surnames(text, names, language, sources)
    apart = forms_apart(text, names, language, sources)
    index = NameIndex(language, text.quoted, links, surnames, apart)
    for mention in names:
        if mention.name is not None and mention.name.is_full:
            index.join(mention, index.linked(mention) or index.full_match(mention, mention.name))
    for mention in names:
        if mention.first in index.cast.by_mention:
            index.pass_by(mention, index.cast.by_mention[mention.first])
        elif mention.name is not None:
            linked = index.linked(mention)
            fitting = [linked] if linked is not None else index.short_matches(mention, mention.name)
            if is_of_group(text, mention, language):
                lent = fitting[0] if fitting else index.cast.add(mention.label, mention.gender)
                index.cast.take_name(lent, mention, is_firm=False)
                continue
            index.join(mention, fitting[0] if fitting else None)
            if len(fitting) > 1:
                index.cast.take_choice(mention, fitting)
    index.cast.sort_names()
    return index.cast


def is_of_group(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a surname only tells which family or other group is meant ("the Wilcox family")."""
    noun = text.heads[mention.head]
    is_group = nominal_label(text.lemmas[noun], language) == "GROUP"
    return text.deps[mention.head] in MODIFYING and noun == text.next_word(mention.last - 1) and is_group
