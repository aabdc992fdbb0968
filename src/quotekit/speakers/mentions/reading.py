"""Reading the text once, mention by mention: which entity each of them is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import takewhile

from attrs import Factory, define, frozen

from quotekit.language import Language
from quotekit.speakers.beside_names.nouns import apposed_noun
from quotekit.speakers.cast.actors import take_actors_for_persons, take_voices_for_persons
from quotekit.speakers.cast.alias_bearers import call_by_aliases
from quotekit.speakers.cast.entities import Cast, Entity
from quotekit.speakers.cast.gathering import gather_entities
from quotekit.speakers.cast.gender import learn_genders
from quotekit.speakers.cast.name_labels import settle_labels
from quotekit.speakers.cast.narrators import find_narrator
from quotekit.speakers.cast.predicates import subject_of_predicate
from quotekit.speakers.cast.speech_evidence import SpeakingTokens
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.mentions.agreement import is_platform
from quotekit.speakers.mentions.bearers import bearers_so_far
from quotekit.speakers.mentions.callings import learn_descriptions
from quotekit.speakers.mentions.descriptions import known_entity, resolve_description
from quotekit.speakers.mentions.focus import Focus, Sighting, grammatical_role, leads_sentence
from quotekit.speakers.mentions.leader import tells_mainly
from quotekit.speakers.mentions.nominal_mentions import find_nominals, find_pronouns, speaking_nouns
from quotekit.speakers.mentions.pronouns import NOWHERE, Situation, rank_antecedents, rank_bearers
from quotekit.speakers.names.aliases import Aliases
from quotekit.speakers.names.name_mentions import find_names

__all__ = ["QuotePlaces", "Reading", "open_reading", "take_in"]

NAMES_AHEAD = 50
"""Names behind a place that are looked through, so that each place takes the same time; chosen by hand."""

BESIDE_TOKENS = 16
"""Tokens on either side of a description in which a name of its apposition stands; chosen by hand."""


@frozen
class QuotePlaces:
    """Where the quotes of a text stand, as far as that tells who in it is a person.

    Attributes:
        sources: The tokens of the source of each quote.
        voices: Those of its direct speech, in a text told in turns of dialogue.
        selves: Those of direct speech in which somebody says "I".
        beats: The paragraphs in which whoever acts can be who speaks.
        cues: The tokens of the cues of all quotes.
        own: Those of direct speech whose source is the narrator's "I".
    """

    sources: Sequence[range] = ()
    voices: Sequence[range] = ()
    selves: Sequence[range] = ()
    beats: Set[int] = frozenset()
    cues: Set[int] = frozenset()
    own: Set[int] = frozenset()


@define(eq=False)
class Reading:
    """What is known at some point of the text.

    Attributes:
        text: The document.
        language: The words of its language.
        cast: Its entities.
        names: Its names, in order.
        mentions: All its mentions, in order.
        sources: The tokens of the sources of its quotes.
        own: The tokens of what its narrator says in quotation marks.
        speaking: The nouns that name persons in this text alone.
        focus: Who was mentioned lately.
        referents: The entity of each mention so far, by its place.
        sightings: All mentions outside quotations so far with their entity, in order.
        reported: The tokens of what is reported in other words than its source's.
        aliases: What the caller calls speakers.
        chained: Whom the caller's chains say that mentions mean, by the place of each.
    """

    text: Discourse
    language: Language
    cast: Cast
    names: list[Mention]
    mentions: list[Mention]
    sources: Set[int] = frozenset()
    own: Set[int] = frozenset()
    speaking: Set[str] = frozenset()
    focus: Focus = Factory(Focus)
    referents: dict[int, Entity] = Factory(dict)
    sightings: list[Sighting] = Factory(list)
    chained: Mapping[int, Entity] = Factory(dict)
    reported: Set[int] = frozenset()
    aliases: Aliases | None = None
    _narrator: Entity | None = None

    @property
    def narrator(self) -> Entity:
        """Whoever says "I" outside quotations."""
        if self._narrator is None:
            self._narrator = find_narrator(self.text, self.cast, self.language, self.sources, self.own)
        return self._narrator

    @property
    def narrator_or_none(self) -> Entity | None:
        """Whoever says "I" outside quotations, as far as somebody did up to here."""
        return self._narrator

    def described_by_alias(self, tokens: range) -> Entity | None:
        """Whoever the caller says to be described by the words at *tokens*."""
        words = [self.text.lower[index] for index in tokens if not self.text.is_space(index)]
        alias = self.aliases.described(words) if self.aliases is not None else None
        return self.cast.bearer_of_alias(alias) if alias is not None else None

    def bearer_of(self, name: Mention) -> Entity:
        """Whose a name is."""
        return self.cast.by_mention[name.first]

    def names_in(self, tokens: range) -> list[Mention]:
        """The names that overlap with *tokens*."""
        return list(takewhile(lambda name: name.first < tokens.stop, self.names_from(tokens.start)))

    def names_from(self, index: int) -> Iterator[Mention]:
        """The names that end behind *index*, in order, as far as the next `NAMES_AHEAD`."""
        first = bisect_left(self.names, index, key=lambda name: name.last)
        yield from (name for name in self.names[first : first + NAMES_AHEAD] if name.last > index)

    def refer(self, index: int, entity: Entity) -> None:
        """Take in whom the mention whose place is *index* means."""
        self.referents[index] = entity

    def see(self, entity: Entity, index: int, role: str) -> None:
        """Take in that *entity* is mentioned at *index*."""
        text = self.text
        pronoun = self.language.pronouns.get(text.lower[index])
        leads, reported = leads_sentence(text, index), index in self.reported
        by_pronoun, gender = pronoun is not None, pronoun.gender if pronoun is not None else "-"
        sighting = Sighting(entity, index, role, text.quoted[index], by_pronoun, leads, reported, gender)
        self.focus.see(sighting, mainly=tells_mainly(text, sighting))
        self.sightings.append(sighting)

    def begin_again(self) -> None:
        """Go back to the first word; whom pronouns mean is open again."""
        pronouns = {mention.place for mention in self.mentions if mention.kind == "pronoun"}
        self.referents = {place: one for place, one in self.referents.items() if place not in pronouns}
        self.focus, self.sightings = Focus(), []

    def unite(self, same: Mapping[int, Entity]) -> None:
        """Put the entities of *same* in the place of those by these numbers."""
        self.referents = {place: same.get(one.number, one) for place, one in self.referents.items()}


def open_reading(
    text: Discourse, language: Language, aliases: Aliases | None = None, places: QuotePlaces | None = None
) -> Reading:
    """The names, the cast and the other mentions of *text*, before its first word is read.

    In a text told in turns of dialogue, the voices of its quotes are persons, and so is whoever is called
    by name.
    """
    places = places or QuotePlaces()
    speaking = speaking_tokens(places)
    found = find_names(text, language, places.cues, places.sources)
    names = settle_labels(text, found, language, speaking)
    cast = gather_entities(text, names, language, speaking.sources)
    if places.voices:
        take_voices_for_persons(text, cast, names, places.voices, language)
    take_actors_for_persons(text, cast, names, places.beats, language)
    learn_genders(text, cast, names, language, in_turns=bool(places.voices))
    if aliases is not None:
        call_by_aliases(cast, names, aliases)
    learn_descriptions(text, cast, language, speaking.sources)
    nouns = speaking_nouns(text, places.voices, language)
    others = [*find_nominals(text, names, language, nouns), *find_pronouns(text, language)]
    mentions = sorted([*names, *others], key=lambda mention: (mention.first, mention.last))
    told = speaking.sources, places.own, nouns
    return Reading(text, language, cast, names, mentions, *told, aliases=aliases)


def speaking_tokens(places: QuotePlaces) -> SpeakingTokens:
    """The tokens of those who speak."""
    told = (places.sources, places.voices, places.selves)
    return SpeakingTokens(*({index for place in some for index in place} for some in told))


def take_in(reading: Reading, mention: Mention) -> None:
    """Resolve *mention*, unless a source was resolved there before, and move the focus to it.

    What leads up to a name ("his son, Tom") says who that is and mentions nobody once more, nor does what
    somebody is said to be ("she is a farrier"). Of a platform is only told where it acts ("on Twitter").
    """
    if mention.kind == "nominal" and (subject := subject_described(reading, mention)) is not None:
        subject.take_nouns((mention.noun,))
        reading.refer(mention.place, subject)
        return
    name = name_beside(reading, mention) if mention.kind == "nominal" else None
    if name is not None:
        entity = reading.cast.by_mention.get(name.first)
    else:
        entity = reading.referents.get(mention.place) or resolve_mention(reading, mention, NOWHERE)
    if entity is not None:
        reading.refer(mention.place, entity)
        role = grammatical_role(reading.text, mention, reading.language)
        is_told = role == "subject" or not is_platform(entity, reading.language)
        is_told = is_told and (name is None or name.first < mention.head)
        if is_told and not is_aside(reading, mention):
            reading.see(entity, mention.head, role)


def resolve_mention(reading: Reading, mention: Mention, situation: Situation) -> Entity | None:
    """The entity of *mention*, or None when it cannot be told."""
    if mention.kind == "name":
        return resolve_name(reading, mention, situation)
    if reading.text.quoted[mention.head] and not situation.is_source:
        return None
    if mention.place in reading.chained:
        return reading.chained[mention.place]
    if mention.kind == "nominal":
        return resolve_nominal(reading, mention)
    pronoun = reading.language.pronouns[mention.noun]
    if pronoun.kind == "first":
        return reading.narrator if pronoun.number == "s" and not reading.text.quoted[mention.head] else None
    ranked = rank_antecedents(reading.text, reading.focus, mention, situation)
    return ranked[0][1] if ranked else None


def resolve_nominal(reading: Reading, mention: Mention) -> Entity:
    """Whoever a description means: somebody with a name, or whom the caller says that it describes."""
    place = reading.text, reading.cast, reading.focus, mention, reading.language
    aliased = reading.described_by_alias(range(mention.first, mention.last))
    known = known_entity(*place) if aliased is not None else None
    if aliased is None or (known is not None and known.names):
        return resolve_description(*place)
    aliased.take_description(mention)
    return aliased


def name_beside(reading: Reading, mention: Mention) -> Mention | None:
    """The name that a person's description has in apposition, or is in apposition to ("Tom, a baker")."""
    text, cast = reading.text, reading.cast
    for name in reading.names_in(range(max(0, mention.first - BESIDE_TOKENS), mention.head + BESIDE_TOKENS)):
        behind = apposed_noun(text, name, reading.language) == mention.head
        before = text.deps[mention.head] == "appos" and name.first <= text.heads[mention.head] < name.last
        entity = cast.by_mention[name.first]
        is_either = mention.label == "PERSON" and mention.noun in reading.language.either_roles & entity.nouns
        if (behind or before) and (is_either or is_one_kind(entity, mention)):
            return name
    return None


def is_aside(reading: Reading, mention: Mention) -> bool:
    """Whether a name is all of a bracket, or ends its paragraph behind a heading's colon ("Photo: Ada Lund").

    Neither belongs to what the text goes on to tell of, nor do two names of a credit ("Reuters/Ada Lund").
    """
    text = reading.text
    before, after = text.previous_word(mention.first), text.next_word(mention.last - 1)
    if mention.kind != "name":
        return False
    if not text.is_one_paragraph(before, mention.first):
        return text.word_at(after) == "/"
    is_last = not text.is_one_paragraph(mention.last - 1, after)
    is_headed = text.lower_at(text.previous_word(before)) in reading.language.heading_words
    is_bracketed = text.words[before] == "(" and text.word_at(after) == ")"
    return is_bracketed or (text.words[before] == ":" and is_headed and is_last)


def subject_described(reading: Reading, mention: Mention) -> Entity | None:
    """Whom or what a sentence says to be what *mention* says ("Ada Lund is a farrier")."""
    if mention.number == "p":
        return None
    subject = subject_of_predicate(reading.text, mention.head, reading.language)
    if subject is None or reading.text.quoted[subject] != reading.text.quoted[mention.head]:
        return None
    name = next(iter(reading.names_in(range(subject, subject + 1))), None)
    entity = reading.cast.by_mention.get(name.first) if name else reading.referents.get(subject)
    return entity if entity is not None and is_one_kind(entity, mention) else None


def is_one_kind(entity: Entity, mention: Mention) -> bool:
    """Whether a description and whoever it may be of are both one person, or both a body."""
    if mention.label == "PERSON":
        return entity.is_person
    return mention.label == entity.label == "ORG"


def resolve_name(reading: Reading, mention: Mention, situation: Situation) -> Entity | None:
    """The entity that a name names; of several that share a surname, whoever is in focus."""
    choice = bearers_so_far(reading.text, mention, reading.cast.ambiguous.get(mention.first, ()))
    if choice and not reading.text.quoted[mention.head]:
        ranked = rank_bearers(reading.text, reading.focus, mention, situation, choice)
        if ranked:
            reading.cast.reassign(mention, ranked[0][1])
    return reading.cast.by_mention.get(mention.first)
