"""The speakers of quotes: one reading of the text, mention by mention and quote by quote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.language import languages
from quotekit.records import How, MarkedSpan, Quote, Settings, Speaker
from quotekit.speakers.cast.canonical_names import canonical_mention, name_of, speaker_at
from quotekit.speakers.dialogue.addressees import find_addressee
from quotekit.speakers.dialogue.decoding import SHIPPED, decode_turns, load_weights
from quotekit.speakers.dialogue.introductions import hear_introductions
from quotekit.speakers.dialogue.scenes import prepare_turns
from quotekit.speakers.dialogue.turn_rules import TURN_RULES
from quotekit.speakers.dialogue.turns import Turn, is_dialogue
from quotekit.speakers.discourse import read_discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.mentions.focus import Focus
from quotekit.speakers.mentions.nominal_mentions import pronoun_at
from quotekit.speakers.mentions.pronouns import rank_antecedents
from quotekit.speakers.mentions.reading import open_reading, take_in
from quotekit.speakers.names.aliases import Aliases, read_aliases
from quotekit.speakers.sources.progress import Found, Progress, situation_of, source_tokens
from quotekit.speakers.sources.source import read_source
from quotekit.speakers.sources.source_rules import SOURCE_RULES
from quotekit.speakers.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["begin", "conversation", "hold_conversations", "read_again", "read_all", "resolve_speakers"]


def resolve_speakers(
    doc: Doc, quotes: Sequence[Quote], *, settings: Settings, marks: Sequence[MarkedSpan] = ()
) -> list[Quote]:
    """The same quotes in the same order, each with its speaker and its addressee where the text tells.

    Nothing else about a quote changes. A speaker is called by the fullest name that the
    document gives, or by the fullest description when it gives none; with ``settings.aliases``,
    by the name that an alias stands for.

    Args:
        doc: The parsed text; named entities help and are not needed.
        quotes: What was found in it.
        settings: Whose aliases name speakers, and whose weights decide turns of dialogue.
        marks: Its quotation marks; without them, direct quotes alone tell what is quoted.
    """
    if not quotes:
        return []
    work = begin(doc, quotes, marks, read_aliases(settings))
    read_all(work)
    hear_introductions(work)
    if work.is_dialogue:
        weights = load_weights(settings.turn_weights or SHIPPED)
        hold_conversations(work, weights)
        read_again(work)
        hold_conversations(work, weights)
    quote_themselves(work)
    names: dict[int, Mention] = {}
    return [
        evolve(
            quote, speaker=speaker_of(work, at, names), addressee=quote.addressee or find_addressee(work, at)
        )
        for at, quote in enumerate(quotes)
    ]


def begin(
    doc: Doc, quotes: Sequence[Quote], marks: Sequence[MarkedSpan] = (), aliases: Aliases | None = None
) -> Progress:
    """The work on a document before its first word is read."""
    vocabulary = load_vocabulary(doc.lang_ if doc.lang_ in languages() else "en")
    text = read_discourse(doc, quotes, marks)
    turns = [
        Turn(
            at,
            text.tokens(quote.start, quote.end),
            text.paragraphs[text.token_at(quote.start)] if len(text) else 0,
        )
        for at, quote in enumerate(quotes)
    ]
    dialogue = is_dialogue(text, quotes)
    voices = [source_tokens(text, quote) for quote in quotes if dialogue and is_turn(quote)]
    return Progress(open_reading(text, vocabulary, aliases, voices), quotes, dialogue, turns)


def read_all(work: Progress) -> None:
    """Read the text once: resolve its mentions, and find who the sources are."""
    for _, what in events(work):
        if isinstance(what, Mention):
            take_in(work.reading, what)
        elif source_tokens(work.text, work.quotes[what]):
            attribute(work, what)
        else:
            go_on(work, what)


def events(work: Progress) -> list[tuple[tuple[int, int, int], Mention | int]]:
    """Mentions and quotes in the order in which they are read.

    A quote is read where its source stands, before the mention that stands there. One
    without a source is read at the end of its paragraph.
    """
    ends = {paragraph: index + 1 for index, paragraph in enumerate(work.text.paragraphs)}
    found: list[tuple[tuple[int, int, int], Mention | int]] = [
        ((mention.first, 1, 0), mention) for mention in work.reading.mentions
    ]
    for at, quote in enumerate(work.quotes):
        source = source_tokens(work.text, quote)
        place = (source[0], 0) if source else (ends.get(work.turns[at].paragraph, 0), -1)
        found.append(((*place, work.turns[at].tokens.start), at))
    return sorted(found, key=lambda event: event[0])


def attribute(work: Progress, at: int) -> None:
    """Find out who the source of a quote is, by the first rule that knows."""
    reading, turn = work.reading, work.turns[at]
    tokens = source_tokens(work.text, work.quotes[at])
    source = read_source(work.text, tokens, reading.names_in(tokens), reading.vocabulary)
    turn.source = source.tokens.start if source.tokens else tokens.start
    found = next((found for _, rule in SOURCE_RULES if (found := rule(work, source, at)) is not None), None)
    if found is not None:
        turn.entity = found.entity
        turn.certain = turn.described is None and (found.how != "pronoun" or source.kind == "first")
        work.found[at] = found
        reading.found[source.tokens.start] = found.entity
        reading.see(found.entity, source.tokens.start, "subject")
    work.history.append(turn)


def go_on(work: Progress, at: int) -> None:
    """Find out who speaks a quote that has no source; words without a cue of their own only."""
    quote, turn = work.quotes[at], work.turns[at]
    if quote.kind == "direct" and not quote.cue:
        turn.entity = next(
            (entity for _, rule in TURN_RULES if (entity := rule(work, turn)) is not None), None
        )
    if turn.entity is not None:
        work.found[at] = Found(turn.entity, "turn")
    work.history.append(turn)


def hold_conversations(work: Progress, weights: Mapping[str, float]) -> None:
    """Decide together all turns of dialogue that a name or a description does not decide."""
    turns = conversation(work)
    for turn, entity in zip(turns, decode_turns(turns, weights), strict=True):
        if turn.certain or entity is None or entity is turn.described:
            continue
        turn.entity = entity
        how: How = "nominal" if turn.described else "pronoun" if turn.pronoun else "turn"
        work.found[turn.quote] = Found(entity, how)


def read_again(work: Progress) -> None:
    """Read the text once more, knowing who spoke, so that its other pronouns find better antecedents."""
    reading = work.reading
    pronouns = {mention.first for mention in reading.mentions if mention.kind == "pronoun"}
    reading.found = {first: entity for first, entity in reading.found.items() if first not in pronouns}
    reading.focus, reading.sightings = Focus(), []
    work.history.clear()
    for _, what in events(work):
        if isinstance(what, Mention):
            take_in(reading, what)
        else:
            recall(work, work.turns[what])


def recall(work: Progress, turn: Turn) -> None:
    """Take in again who was found to speak a quote, and whom its pronoun can stand for."""
    reading = work.reading
    if turn.entity is not None and turn.source >= 0:
        if turn.ranked:
            mention = pronoun_at(work.text, turn.source, reading.vocabulary)
            turn.ranked = rank_antecedents(work.text, reading.focus, mention, situation_of(work, turn.quote))
        reading.found[turn.source] = turn.entity
        reading.see(turn.entity, turn.source, "subject")
    work.history.append(turn)


def conversation(work: Progress) -> list[Turn]:
    """The turns of dialogue in the order of the text, each with its candidates and their features."""
    turns = sorted(
        (turn for turn in work.turns if is_turn(work.quotes[turn.quote]) and turn.tokens),
        key=lambda turn: turn.tokens.start,
    )
    prepare_turns(work.reading, turns)
    return turns


def is_turn(quote: Quote) -> bool:
    """Whether a quote is somebody's turn, and no quotation inside another."""
    return quote.kind == "direct" and quote.depth == 0


def quote_themselves(work: Progress) -> None:
    """Give a quote inside a quotation whose source is "I" to whoever speaks the outer one."""
    outer: list[int] = []
    for at in sorted(range(len(work.quotes)), key=lambda at: work.quotes[at].start):
        quote = work.quotes[at]
        outer = [other for other in outer if work.quotes[other].end > quote.start]
        holder = next((other for other in reversed(outer) if covers(work.quotes[other], quote)), None)
        if at not in work.found and holder in work.found and says_i(work, quote):
            work.found[at] = Found(work.found[holder].entity, "pronoun", work.found[holder].tokens)
        outer.append(at)


def covers(outer: Quote, inner: Quote) -> bool:
    """Whether the source of one quote stands inside the content of another."""
    return bool(inner.source) and any(
        span.start <= inner.source[0].start < span.end for span in outer.content
    )


def says_i(work: Progress, quote: Quote) -> bool:
    """Whether the source of *quote* is a pronoun of the first person singular."""
    tokens = source_tokens(work.text, quote)
    if not tokens:
        return False
    _, number, kind = work.reading.vocabulary.pronouns.get(work.text.lower[tokens[0]], ("", "", ""))
    return (number, kind) == ("s", "first")


def speaker_of(work: Progress, at: int, names: dict[int, Mention]) -> Speaker | None:
    """The speaker of a quote, by the fullest name of whoever it was found to be; *names* keeps those."""
    found = work.found.get(at)
    if found is None:
        return None
    text, entity, vocabulary = work.text, found.entity, work.reading.vocabulary
    if found.tokens is not None:
        return speaker_at(text, found.tokens, entity.label, found.how)
    if not entity.names:
        nominal = max(entity.nominals, key=lambda mention: mention.last - mention.first, default=None)
        if nominal is None:
            return None
        how: How = "unnamed" if found.how == "nominal" else found.how
        return speaker_at(text, range(nominal.first, nominal.last), entity.label, how)
    if entity.number not in names:
        names[entity.number] = canonical_mention(text, entity, vocabulary)
    mention = names[entity.number]
    how = found.how
    if how == "name" and not is_complete(work, at, mention):
        how = "partial"
    speaker = speaker_at(text, name_of(text, mention, vocabulary), entity.label, how)
    return speaker if entity.alias is None else evolve(speaker, name=entity.alias)


def is_complete(work: Progress, at: int, mention: Mention) -> bool:
    """Whether the source of a quote has as much of the name as *mention* has."""
    source = work.quotes[at].source
    if not source:
        return True
    tokens = work.text.tokens(source[0].start, source[-1].end)
    named = [len(name.name.parts) for name in work.reading.names_in(tokens) if name.name is not None]
    return mention.name is None or max(named, default=0) >= len(mention.name.parts)
