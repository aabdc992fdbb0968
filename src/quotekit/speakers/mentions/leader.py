"""Who leads: whom the author's last sentence mainly tells of."""

from __future__ import annotations

from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.scheme import PROPER_NOUNS, SUBJECTS
from quotekit.speakers.mentions.focus import Sighting, head_of_phrase, leads_sentence

__all__ = ["is_led_away", "tells_mainly"]

LED_PARAGRAPHS = 1
"""Paragraphs behind the one that mainly tells of somebody in which it still does; chosen by hand."""

LED_TOKENS = 300
"""Words from one mention to the other at most, so that each takes the same time; chosen by hand."""


def tells_mainly(text: Discourse, sighting: Sighting) -> bool:
    """Whether the author mainly tells of whoever is mentioned by a name, not beside another name."""
    index, head = sighting.index, text.heads[sighting.index]
    is_beside = text.deps[index] == "appos" and text.tags[head] in PROPER_NOUNS
    if text.tags[index] not in PROPER_NOUNS or sighting.reported or is_beside:
        return False
    is_fronted_name = sighting.role == "subject" and text.deps[index] == "pobj"
    return sighting.leads or is_fronted_name or opens_announced_clause(text, index)


def opens_announced_clause(text: Discourse, index: int) -> bool:
    """Whether the noun at *index* is the subject of a clause in front ("Lund agreed: “No,” he said")."""
    subject = head_of_phrase(text, index)
    verb = text.heads[subject]
    return text.deps[subject] in SUBJECTS and text.deps[verb] == "ccomp" and verb < text.heads[verb]


def is_led_away(text: Discourse, there: int, here: int) -> bool:
    """Whether a sentence between two tokens has another subject than the pronoun at the later one."""
    if text.paragraphs[here] - text.paragraphs[there] > LED_PARAGRAPHS or here - there > LED_TOKENS:
        return True
    later = (at for at in range(there, here) if text.sentences[at] != text.sentences[there])
    others = (at for at in later if text.lower[at] != text.lower[here] and not text.quoted[at])
    return any(is_led_by(text, at) for at in others)


def is_led_by(text: Discourse, index: int) -> bool:
    """Whether a token is the subject of what its sentence mainly says, if only "there"."""
    return text.deps[index] == "expl" or (text.deps[index] in SUBJECTS and leads_sentence(text, index))
