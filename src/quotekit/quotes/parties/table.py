"""Who says it and to whom, as the grammar of a cue tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from quotekit.finders.finding import Finding
from quotekit.quotes.parties.acting_sources import with_acting_source, with_source_behind_adverb
from quotekit.quotes.parties.addressee import with_addressee
from quotekit.quotes.parties.agents import with_agent_of_passive
from quotekit.quotes.parties.cut_clauses import without_cut_clause
from quotekit.quotes.parties.elided_passives import with_hearer_of_elided_passive
from quotekit.quotes.parties.heard import with_source_heard
from quotekit.quotes.parties.manner import source_before_manner
from quotekit.quotes.parties.noun_cues import without_bystander, without_sending_word
from quotekit.quotes.parties.phrase_sources import with_rest_of_name, with_verb_of_name
from quotekit.quotes.parties.relative_pronouns import with_antecedent
from quotekit.quotes.parties.relayed import with_relayed_source

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["with_parties"]

PARTIES: Final[tuple[Callable[[Doc, Finding], Finding], ...]] = (
    with_antecedent,
    with_agent_of_passive,
    with_addressee,
    with_relayed_source,
    with_hearer_of_elided_passive,
    with_source_behind_adverb,
    with_acting_source,
    with_source_heard,
    without_sending_word,
    without_bystander,
    without_cut_clause,
    with_rest_of_name,
    source_before_manner,
    with_verb_of_name,
)
"""What tells the speaker from others by the grammar of a cue, each behind what it builds on."""


def with_parties(doc: Doc, item: Finding) -> Finding:
    """The finding with who speaks and who is spoken to as its cue has them; a layout shows who speaks."""
    if item.finder == "layout":
        return item
    for change in PARTIES:
        item = change(doc, item)
    return item
