"""The focus of attention: who was mentioned lately, and in which role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from attrs import Factory, define, frozen

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.cast.name_fit import genders_differ
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import ADJECTIVES, COMMON_NOUNS, TOPICS

__all__ = [
    "Focus",
    "Sighting",
    "grammatical_role",
    "head_of_phrase",
    "is_told_otherwise",
    "leads_sentence",
    "only_one",
]

FOCUS_ENTITIES = 24
"""Entities that are kept in focus, so that each mention takes the same time; chosen by hand."""

HEAD_HOPS = 4
"""Words that are passed on the way to the head of a phrase or of a sentence; chosen by hand."""

PARTS = frozenset({"conj", "appos", "compound", "nmod"})
"""Relations of a noun to the one that it is joined to, stands beside or is part of."""

KINDS = frozenset({"compound", "nmod"})
"""Relations of a name to the common noun of which it only says of which kind that is ("a Lund voter")."""


@frozen(eq=False)
class Sighting:
    """One mention of an entity, as far as later mentions look back at it.

    Attributes:
        entity: Who was mentioned.
        index: The token where.
        role: ``subject``, ``possessive`` or ``other``.
        quoted: Whether it stands inside quotation marks.
        by_pronoun: Whether a pronoun mentions it, so that it may be somebody else.
        leads: Whether it is the subject of what its sentence mainly says, not of a clause in it.
        reported: Whether it stands in what somebody is reported to have said.
        gender: Of the pronoun that mentions it, if one does.
    """

    entity: Entity
    index: int
    role: str
    quoted: bool
    by_pronoun: bool = False
    leads: bool = False
    reported: bool = False
    gender: str = "-"


@define(eq=False)
class Focus:
    """The entities mentioned lately, the last one at the end; only so many are kept.

    Attributes:
        recent: The last sighting of each of them outside quotations.
        subjects: Their last sighting as a subject.
        counts: How often each entity of the document was mentioned so far.
        leader: The last of these that is the subject of what the author mainly says.
    """

    recent: dict[int, Sighting] = Factory(dict)
    subjects: dict[int, Sighting] = Factory(dict)
    heard: dict[int, Sighting] = Factory(dict)
    counts: dict[int, int] = Factory(dict)
    leader: Sighting | None = None

    def see(self, sighting: Sighting, *, mainly: bool = False) -> None:
        """Take in that an entity was mentioned, and whether the author *mainly* tells of it."""
        number = sighting.entity.number
        if sighting.quoted:
            remember(self.heard, number, sighting)
            return
        remember(self.recent, number, sighting)
        self.counts[number] = self.counts.get(number, 0) + 1
        if sighting.role == "subject":
            remember(self.subjects, number, sighting)
            if mainly:
                self.leader = sighting

    def backwards(self) -> Iterator[Sighting]:
        """The last sightings, the latest first."""
        return reversed(self.recent.values())


def remember(store: dict[int, Sighting], number: int, sighting: Sighting) -> None:
    """Put *sighting* at the end of a store of bounded length."""
    store.pop(number, None)
    store[number] = sighting
    if len(store) > FOCUS_ENTITIES:
        del store[next(iter(store))]


def grammatical_role(text: Discourse, mention: Mention, language: Language) -> str:
    """The role of a mention in its clause; whoever stands in front as what it is about is like a subject."""
    dep, noun = text.deps[head_of_phrase(text, mention.head)], text.heads[mention.head]
    is_kind = text.deps[mention.head] in KINDS and text.tags[noun] in COMMON_NOUNS
    if text.tags[mention.head] in {"PRP$", "WP$"} or dep == "poss" or is_kind:
        return "possessive"
    is_topic = dep in TOPICS or is_fronted(text, mention, language.function_words.fronting)
    return "subject" if is_topic else "other"


def is_told_otherwise(text: Discourse, mention: Mention, sighting: Sighting) -> bool:
    """Whether the last word for somebody in the paragraph of a "she" was "he", or the other way round.

    In what somebody reports such a pronoun is too often another's ("Lund asked whether he knew").
    """
    is_near = text.paragraphs[sighting.index] == text.paragraphs[mention.head]
    return is_near and not sighting.reported and genders_differ(mention.gender, sighting.gender)


def is_fronted(text: Discourse, mention: Mention, fronting: Set[str]) -> bool:
    """Whether a sentence opens by saying that it is about a name ("As for Lund, the road was long")."""
    first = text.heads[mention.head]
    if mention.kind != "name" or text.deps[mention.head] != "pobj" or text.lower[first] not in fronting:
        return False
    before = text.previous_word(first)
    if text.lower_at(before) in fronting:
        before = text.previous_word(before)
    opens = before < 0 or text.sentences[before] != text.sentences[first]
    return opens and text.word_at(text.next_word(mention.last - 1)) == ","


def leads_sentence(text: Discourse, index: int) -> bool:
    """Whether the noun at *index* is the subject of its sentence's main verb, or of one joined to that."""
    subject = head_of_phrase(text, index)
    verb, hops = text.heads[subject], 0
    while text.deps[verb] == "conj" and hops < HEAD_HOPS:
        verb, hops = text.heads[verb], hops + 1
    return text.deps[subject] in TOPICS and (text.deps[verb] == "ROOT" or is_torn(text, verb))


def is_torn(text: Discourse, verb: int) -> bool:
    """Whether the parser joins a verb to one in another paragraph, though no sentence goes on there.

    Nor is a clause before a colon a part of what stands in marks behind it ("Lund spoke: “Who is it?”").
    """
    head = text.heads[verb]
    if verb < head and text.quoted[head] and not text.quoted[verb]:
        mark = next((at for at in range(verb, head) if text.quoted[at]), head)
        return text.word_at(text.previous_word(mark)) == ":"
    return text.paragraphs[verb] != text.paragraphs[head]


def head_of_phrase(text: Discourse, index: int) -> int:
    """The noun that the one at *index* is joined to, stands beside or is part of."""
    hops = 0
    while hops < HEAD_HOPS and (text.deps[index] in PARTS or is_years(text, index)):
        index, hops = text.heads[index], hops + 1
    return index


def is_years(text: Discourse, index: int) -> bool:
    """Whether a noun says how old somebody is for whom the adjective behind it stands ("30-year-old")."""
    return text.deps[index] == "npadvmod" and text.tags[text.heads[index]] in ADJECTIVES


def only_one(sightings: Sequence[Sighting]) -> Entity | None:
    """Whoever is seen in all of *sightings*, if it is one and the same."""
    seen = {one.entity.number: one.entity for one in sightings}
    return next(iter(seen.values())) if len(seen) == 1 else None
