"""The rules for what a source can be, each of which finds who it is or abstains."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.discourse import DASH_LAYOUT, Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import FINITE_VERBS, SUBJECTS
from quotekit.speakers.ground.speaker_rule import SpeakerRule
from quotekit.speakers.mentions.descriptions import relative_of
from quotekit.speakers.mentions.nominal_mentions import pronoun_at
from quotekit.speakers.mentions.pronouns import NOWHERE, rank_antecedents
from quotekit.speakers.mentions.reading import resolve_mention
from quotekit.speakers.sources.antecedents import inserted_person, told_antecedent
from quotekit.speakers.sources.described import by_description, opens_with_verb
from quotekit.speakers.sources.honorifics import by_honorific
from quotekit.speakers.sources.issuers import by_document, by_issuer
from quotekit.speakers.sources.pairs import by_pair
from quotekit.speakers.sources.places import by_whereabouts
from quotekit.speakers.sources.progress import Answer, PlacedQuote, Progress
from quotekit.speakers.sources.relative_pronouns import by_antecedent
from quotekit.speakers.sources.seniority import by_seniority
from quotekit.speakers.sources.situations import situation_of
from quotekit.speakers.sources.source import Source, nominal_of

__all__ = ["ALIAS", "CHAIN", "SOURCE_RULES", "answer_by_source"]

ALIAS = "alias"
"""The rule that a speaker was found by the alias of a description; no rule of labels says otherwise."""

CONTRAST_WORDS = 2
"""Words of a source that says "the other" at most."""

CHAIN = "chain"
"""The rule that a speaker was found by whom a chain of the caller's tells; no turn of dialogue changes it."""

FORETOLD_SENTENCES = 2
"""Sentences behind a pronoun's in which whoever it means can be named first; chosen by hand."""

FORETOLD_TOKENS = 60
"""Tokens behind a pronoun in which whoever it means can be named first; chosen by hand."""


def by_name(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """A name in the source."""
    if source.kind != "name":
        return None
    entity = resolve_mention(work.reading, source.names[0], situation_of(work, placed))
    return Answer(entity, "name") if entity is not None else None


def by_chain(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """Whoever a chain that the caller gave says that a pronoun or a description means."""
    entity = work.reading.chained.get(placed.source_place)
    if entity is None or source.kind in {"name", "joint"}:
        return None
    if source.kind != "nominal":
        return Answer(entity, "pronoun")
    return Answer(entity, "nominal" if entity.names else "unnamed")


def by_alias(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """Whoever the caller says that a description describes."""
    entity = work.reading.described_by_alias(source.tokens) if source.kind == "nominal" else None
    if entity is None:
        return None
    entity.take_description(nominal_of(work.text, source, work.reading.language))
    return Answer(entity, "nominal")


def by_names(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """Several speakers at once, who keep the words of the source."""
    if source.kind != "joint":
        return None
    entity = work.reading.referents.get(source.tokens.start)
    if entity is None or not entity.plural:
        entity = work.reading.cast.add("GROUP", plural=True)
    entity.take_description(whole_source(source, "GROUP", number="p"))
    named = all(name.kind == "name" for name in source.names)
    members: tuple[Entity, ...] = ()
    if named and names_everybody(work.text, source):
        members = tuple(work.reading.bearer_of(name) for name in source.names)
    return Answer(entity, "name" if named else "unnamed", tokens=source.tokens, members=members)


def names_everybody(text: Discourse, source: Source) -> bool:
    """Whether both sides of the last "and" of a source are names, none of which only owns something."""
    first, last = source.names[0], source.names[-1]
    joints = [index for index in source.tokens if text.tags[index] == "CC" and index > first.head]
    owned = any(text.tag_at(text.next_word(name.last - 1)) == "POS" for name in source.names)
    return not owned and any(joint < last.first for joint in joints)


def by_pronoun(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """A pronoun of the third person."""
    if source.kind != "pronoun":
        return None
    reading, index = work.reading, source.tokens.start
    mention = pronoun_at(work.text, index, reading.language)
    if (entity := reading.referents.get(index)) is not None:
        entity.tell_gender(mention.gender)
        return Answer(entity, "pronoun")
    if mention.gender == "n" and (told := by_document(work, placed, index)) is not None:
        return told
    found = rank_antecedents(work.text, reading.focus, mention, situation_of(work, placed))
    other = speaker_before_dash(work, placed)
    ranked = tuple(one for one in found if one[1] is not other)
    entity = told_antecedent(work, placed, mention)
    if entity is None:
        entity = ranked[0][1] if ranked else described_speaker(work, placed, mention)
    if entity is None or not entity.names:
        entity = inserted_person(work, placed, mention) or entity or foretold_person(work, placed, mention)
    if entity is not None:
        entity.tell_gender(mention.gender)
    return Answer(entity, "pronoun", pronoun=mention.gender, ranked=ranked)


def speaker_before_dash(work: Progress, placed: PlacedQuote) -> Entity | None:
    """Whoever spoke the paragraph before, where a dash gives the word to somebody else."""
    before = work.known_before(placed.number)
    turns = bool(before) and placed.quote.rule == before[-1].quote.rule == DASH_LAYOUT
    return work.speaker(before[-1].number) if turns and before[-1].paragraph + 1 == placed.paragraph else None


def described_speaker(work: Progress, placed: PlacedQuote, mention: Mention) -> Entity | None:
    """Whoever spoke last, by a noun of which no table knows that it is a person's ("the augur … he").

    Where nobody else can be meant, the pronoun tells that it is.
    """
    speaker = situation_of(work, placed).speaker
    if (
        speaker is None
        or speaker.names
        or speaker.label
        or speaker.plural
        or mention.gender not in {"m", "f"}
    ):
        return None
    speaker.take_for_person(mention.gender)
    return speaker


def foretold_person(work: Progress, placed: PlacedQuote, mention: Mention) -> Entity | None:
    """Whoever is named first in the next sentences, when nobody was before ("…," she said. Ada Lund …).

    Whoever the quote is said to is somebody else ("…," she told Bo Oye), and so is whom the pronoun's own
    sentence goes on with ("…," she said, asked by Bo Oye).
    """
    reading, text = work.reading, work.text
    hearers = situation_of(work, placed).hearers
    for name in reading.names_from(mention.last):
        sentences = text.sentences[name.head] - text.sentences[mention.head]
        if sentences > FORETOLD_SENTENCES or name.first - mention.last > FORETOLD_TOKENS:
            return None
        if sentences == 0 and not is_told_of_behind(work, mention, name):
            continue
        entity = reading.bearer_of(name)
        fits = entity.label == "PERSON" and entity.gender in {"-", mention.gender}
        if fits and entity.number not in hearers and not text.quoted[name.head]:
            return entity
    return None


def is_told_of_behind(work: Progress, mention: Mention, name: Mention) -> bool:
    """Whether a *name* behind a pronoun in its sentence is that of whoever it means.

    It stands in a paragraph below, or is told of in another clause, as a subject that says why ("…," she told
    him, for Ada Lund never forgot) or behind whose report it was ("Her claim that it leaked is old, and Ada
    Lund has dropped it").
    """
    text, reasons = work.text, work.reading.language.function_words.reason
    below = text.paragraphs[name.head] != text.paragraphs[mention.head]
    begins = text.lower_at(text.previous_word(name.first)) in reasons or text.tags[mention.head] == "PRP$"
    own = text.deps[name.head] in SUBJECTS and begins
    return below or own or opens_clause_between(text, range(mention.last, name.first))


def opens_clause_between(text: Discourse, words: range) -> bool:
    """Whether a conjunction opens another clause among *words*, with a verb on each side of it."""
    joints = [index for index in words if text.tags[index] == "CC"]
    verbs = [index for index in words if text.tags[index] in FINITE_VERBS]
    return any(
        any(verb < joint for verb in verbs) and any(verb > joint for verb in verbs) for joint in joints
    )


def by_narrator(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """The "I" of a narrator; the "I" inside a quotation waits for whoever speaks that one."""
    if source.kind != "first" or work.text.quoted[source.tokens.start]:
        return None
    mention = pronoun_at(work.text, source.tokens.start, work.reading.language)
    return Answer(work.reading.narrator, "pronoun") if mention.number == "s" else None


def by_relation(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """A relative of somebody ("his wife"), by surname and title."""
    text, reading, first = work.text, work.reading, source.tokens.start
    if source.kind != "nominal" or text.tags[first] != "PRP$":
        return None
    noun = text.lemmas[source.noun]
    if noun not in reading.language.relatives or text.lower[first] not in reading.language.pronouns:
        return None
    ranked = rank_antecedents(text, reading.focus, pronoun_at(text, first, reading.language), NOWHERE)
    entity = relative_of(reading.cast, ranked[0][1], noun, reading.language) if ranked else None
    return Answer(entity, "nominal") if entity is not None else None


def by_contrast(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """Whoever of two did not speak last ("the other"), in dialogue."""
    words = {work.text.lower[index] for index in source.tokens}
    contrast = work.reading.language.function_words.contrast
    if not work.is_dialogue or len(source.tokens) > CONTRAST_WORDS or not words & contrast:
        return None
    situation = situation_of(work, placed)
    if situation.earlier is not None and situation.earlier.is_person:
        return Answer(situation.earlier, "pronoun")
    others = (sighting.entity for sighting in work.reading.focus.backwards())
    entity = next((other for other in others if other.is_person and other is not situation.speaker), None)
    return Answer(entity, "pronoun") if entity is not None else None


def as_written(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """The words of a source that the parse makes nothing of, when they are a label or written like a name.

    A label, which the account of a chat may be, has a turn without quotation marks.
    """
    text = work.text
    words = [text.words[index] for index in source.tokens]
    labels = placed.quote.kind == "direct" and placed.quote.text[:1].isalnum()
    named = any(word[:1].isalpha() and not word[:1].islower() for word in words)
    if source.kind not in {"nominal", "name"} or not (named or labels):
        return None
    if not labels and opens_with_verb(text, source):
        return None
    entity = work.reading.cast.add("PERSON")
    entity.take_description(whole_source(source, "PERSON"))
    return Answer(entity, "name", tokens=source.tokens)


def whole_source(source: Source, label: str, number: str = "s") -> Mention:
    """The description that all words of a source are."""
    first, last = source.tokens.start, source.tokens.stop
    return Mention("nominal", first, last, last - 1, label, number=number)


def is_certain(answer: Answer, source: Source) -> bool:
    """Whether a name or a description says who speaks, so that no turn of dialogue changes it.

    So does "they" where several were told of: the turns ask for one person each.
    """
    is_several = answer.entity is not None and answer.entity.plural
    tells = answer.how != "pronoun" or source.kind == "first" or is_several
    return answer.described is None and tells


def answer_by_source(work: Progress, placed: PlacedQuote, source: Source) -> Answer | None:
    """Who the source of a quote is, by the first rule that does not abstain."""
    for rule in SOURCE_RULES:
        answer = rule.find(work, source, placed)
        if answer is not None:
            sure = rule.name == CHAIN or is_certain(answer, source)
            certain = answer.entity is not None and sure
            return evolve(answer, rule=rule.name, certain=certain)
    return None


SourceRule = Callable[[Progress, Source, PlacedQuote], "Answer | None"]

SOURCE_RULES: tuple[SpeakerRule[SourceRule], ...] = (
    SpeakerRule("name", by_name, "A name says outright who it is, whatever is known so far."),
    SpeakerRule("names", by_names, "Several at once, of whom the rules below would look for one."),
    SpeakerRule(
        CHAIN, by_chain, "The caller knows better than any rule below, which all look for antecedents."
    ),
    SpeakerRule(ALIAS, by_alias, "So does the caller of a description, wherever it stands."),
    SpeakerRule("antecedent", by_antecedent, "A relative pronoun stands for the noun beside it alone."),
    SpeakerRule(
        "pair", by_pair, "As a pronoun or a description, “both” would be one group, or somebody new."
    ),
    SpeakerRule("pronoun", by_pronoun, "Another pronoun stands for somebody mentioned before it."),
    SpeakerRule("narrator", by_narrator, "The last of the pronouns; what follows is tried on descriptions."),
    SpeakerRule("relation", by_relation, "A relative's surname and title tell a name that no noun tells."),
    SpeakerRule("honorific", by_honorific, "As a description, “her Majesty” would be somebody new."),
    SpeakerRule("issuer", by_issuer, "As a description, a document or a voice would speak itself."),
    SpeakerRule("contrast", by_contrast, "As a description, “the other” would be somebody new."),
    SpeakerRule("seniority", by_seniority, "As a description, “the elder” would be somebody new."),
    SpeakerRule("place", by_whereabouts, "As a description, a place would speak, and not who is there."),
    SpeakerRule("description", by_description, "Any other noun: whoever is known to be so, or somebody new."),
    SpeakerRule("words", as_written, "Last: words of which the parse makes nothing stand for themselves."),
)
"""What a source can be; the first rule that does not abstain decides."""
