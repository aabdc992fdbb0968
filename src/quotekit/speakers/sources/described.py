"""Sources that describe somebody: whoever is known to be so, who must be meant, or somebody new."""

from __future__ import annotations

from attrs import evolve

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import DEFINITE, Mention
from quotekit.speakers.ground.scheme import ADJECTIVES, DETERMINERS, NOUNS, PROPER_NOUNS
from quotekit.speakers.mentions.agreement import belongs_where_told
from quotekit.speakers.mentions.bodies import evident_body
from quotekit.speakers.mentions.descriptions import (
    is_narrowed,
    is_origin,
    modifiers,
    resolve_description,
)
from quotekit.speakers.mentions.epithets import as_epithet, evident_person, nearer_person
from quotekit.speakers.mentions.nominal_mentions import as_person
from quotekit.speakers.mentions.pronouns import Situation
from quotekit.speakers.mentions.topics import person_told_of_before
from quotekit.speakers.sources.hearers import is_question, tells_of
from quotekit.speakers.sources.progress import Answer, PlacedQuote, Progress
from quotekit.speakers.sources.situations import situation_of
from quotekit.speakers.sources.source import Source, nominal_of

__all__ = ["by_description", "opens_with_verb"]

SPEAKING = frozenset({"PERSON", "ORG", "GROUP", "GPE"})
"""What those are who are called by their fullest description; a document is called as it stands."""

OUTDATED_PARAGRAPHS = 2
"""Paragraphs from which on an epithet means whoever is told of nearer; chosen on unread `polnear-train`."""

HEADS = NOUNS | ADJECTIVES | DETERMINERS | {"CD", "PRP"}
"""Tags of the head of what can describe somebody."""

DONE_TO = ADJECTIVES | DETERMINERS | {"CD", "IN", "TO"}
"""Tags of the first word of what is done behind a participle; a noun there is what it describes."""


def by_description(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """A description of somebody, with a name elsewhere or without."""
    if source.kind != "nominal" or not is_noun_phrase(work.text, source, work.reading.language):
        return None
    reading, text = work.reading, work.text
    mention = nominal_of(text, source, reading.language)
    if not work.is_dialogue:
        mention = as_epithet(text, mention, reading.language)
    elif mention.noun in reading.speaking:
        mention = as_person(mention)
    entity = reading.referents.get(mention.place)
    if entity is None or mention.noun not in entity.nouns:
        entity = resolve_description(text, reading.cast, reading.focus, mention, reading.language)
        if not work.is_dialogue and is_told_as_known(work, placed, entity, mention):
            entity = taken_up(work, placed, mention) or entity
        else:
            entity = nearer(work, placed, entity, mention) or entity
    answer = (
        Answer(entity, "nominal")
        if entity.names
        else Answer(entity, "unnamed", tokens=fullest_description(text, entity, mention))
    )
    if work.is_dialogue and can_take_up(text, mention, reading.language) and entity.label == "PERSON":
        return evolve(answer, described=entity, pronoun=mention.gender)
    return answer


def is_told_as_known(work: Progress, placed: PlacedQuote, entity: Entity, mention: Mention) -> bool:
    """Whether nothing is known of *entity* but a description, which may take up somebody with a name.

    That is its first, or one of several fuller ones in no report so far that introduce nobody.
    """
    if entity.nominals == [mention]:
        return True
    as_known = all(one.determiner == "definite" for one in entity.nominals)
    spoke = any(work.speaker(past.number) is entity for past in work.known_before(placed.number))
    is_person = mention.label == "PERSON" and bool(modifiers(work.text, mention))
    return is_person and not entity.names and as_known and not spoke


def nearer(work: Progress, placed: PlacedQuote, entity: Entity, mention: Mention) -> Entity | None:
    """Whoever an epithet means rather than *entity*, who has a name and was mentioned too long ago.

    That is nobody where *entity* is said to be so. Behind a question it is whoever was asked, not who spoke
    last.
    """
    seen, paragraphs = work.reading.focus.recent.get(entity.number), work.text.paragraphs
    if not entity.names or not entity.is_person or seen is None or work.is_dialogue or placed.quote.depth:
        return None
    if is_settled(work, entity, mention):
        return None
    before = work.known_before(placed.number)
    is_near = paragraphs[mention.head] - paragraphs[seen.index] < OUTDATED_PARAGRAPHS
    if is_near or (before and is_question(work, before[-1])):
        return None
    place = work.text, work.reading.focus, mention, situation_of(work, placed), work.reading.language
    found = nearer_person(*place)
    if found is not None:
        found.take_nouns((mention.noun,))
    return found


def is_settled(work: Progress, entity: Entity, mention: Mention) -> bool:
    """Whether the document says somebody to be what a description does, or it tells where they are from."""
    is_said = entity in work.reading.cast.by_noun(mention.noun)
    told_of_what = any(work.text.tags[at] in PROPER_NOUNS for at in range(mention.first, mention.head))
    belongs = belongs_where_told(entity, mention) or not (told_of_what or mention.affiliations)
    return (is_said and belongs) or is_origin(mention, work.reading.language)


def taken_up(work: Progress, placed: PlacedQuote, mention: Mention) -> Entity | None:
    """Whoever must be meant by a description of which the text said nothing yet, and is so from here on.

    Inside somebody's report it is somebody else.
    """
    if placed.quote.depth:
        return None
    situation, reading = situation_of(work, placed), work.reading
    place = work.text, reading.focus, mention, situation, reading.language
    entity = evident_body(*place) or evident_person(*place)
    if entity is not None and is_narrowed(work.text, mention) and turn_tells_of(work, placed, entity):
        entity = None
    if entity is None:
        entity = topic_before(work, placed, mention, situation)
    if entity is not None:
        entity.take_nouns((mention.noun,))
    return entity


def topic_before(
    work: Progress, placed: PlacedQuote, mention: Mention, situation: Situation
) -> Entity | None:
    """Whom the sentence before is about, where no turn tells of them as of another ("He was kind")."""
    is_turn = placed.quote.kind == "direct"
    speakers = (situation.speaker, situation.earlier) if is_turn else ()
    spoken = {entity.number for entity in speakers if entity is not None}
    topic = person_told_of_before(work.reading, mention, situation, spoken)
    return None if topic is not None and turn_tells_of(work, placed, topic) else topic


def turn_tells_of(work: Progress, placed: PlacedQuote, entity: Entity) -> bool:
    """Whether a turn tells of somebody as of another than who says it ("“She was kind,” …")."""
    return placed.quote.kind == "direct" and tells_of(work, placed, entity)


def fullest_description(text: Discourse, entity: Entity, mention: Mention) -> range:
    """The longest description of somebody by the noun of *mention*, if it says more than an article.

    A person's name in front says more ("Lund’s lawyers", for "the lawyers").
    """
    own = range(mention.first, mention.last)
    if mention.label not in SPEAKING:
        return own
    same = (range(other.first, other.last) for other in entity.nominals if other.noun == mention.noun)
    fullest = max(same, key=len, default=own)
    owned = mention.determiner == "definite" and text.entities[fullest.start] == "PERSON"
    return fullest if owned or len(fullest) > len(own) + 1 else own


def can_take_up(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a description is too general to mean only the one it was first said of ("the girl").

    A narrator's relative is one person ("my mother"), and so is whoever has a calling ("the croupier").
    """
    owner = language.pronouns.get(text.lower[mention.first])
    is_own = owner is not None and owner.kind == "first"
    narrow = is_own or is_narrowed(text, mention) or text.words[mention.head][:1].isupper()
    narrow = narrow or is_calling(mention.noun, language)
    return mention.determiner in DEFINITE and not narrow


def is_calling(noun: str, language: Language) -> bool:
    """Whether a noun says what somebody does, and nothing by which a person at hand is taken up.

    A croupier or an officer who speaks is most often nobody with a name: counted once in `pdnc-train`,
    turns of theirs were given to one who has, and wrongly 162 times of 280. An epithet ("the painter"),
    a title of rank or a companion is more often somebody at hand.
    """
    title = language.title_of(noun)
    taken_up = language.plain_persons | language.epithet_nouns | language.function_words.in_company
    at_hand = noun in taken_up or noun in language.relatives or (title is not None and title.kind == "style")
    return noun in language.roles and not at_hand


def is_noun_phrase(text: Discourse, source: Source, language: Language) -> bool:
    """Whether a source has a head that can describe somebody, and opens with no verb.

    A lone determiner describes nobody, but one that says that it is somebody else ("another").
    """
    tag, is_lone = text.tags[source.noun], len(source.tokens) == 1
    is_somebody = (
        tag not in DETERMINERS or not is_lone or text.lower[source.noun] in language.function_words.indefinite
    )
    return tag in HEADS and is_somebody and not opens_with_verb(text, source)


def opens_with_verb(text: Discourse, source: Source) -> bool:
    """Whether a source is a participle with what that is done to ("showing such favour")."""
    first = source.tokens.start
    behind = text.tag_at(text.next_word(first))
    return first != source.noun and text.tags[first] == "VBG" and behind in DONE_TO
