"""The speakers of quotes: one reading of the text, mention by mention and quote by quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.language import Language, language_of
from quotekit.records import MarkedSpan, Quote, Settings
from quotekit.speakers.dialogue.conversation import hold_conversations
from quotekit.speakers.dialogue.decoding import SHIPPED, load_turn_weights
from quotekit.speakers.dialogue.introductions import hear_introductions
from quotekit.speakers.dialogue.self_quotation import quote_others, quote_themselves
from quotekit.speakers.dialogue.turn_rules import answer_by_turn
from quotekit.speakers.dialogue.turns import is_collection, is_told_in_turns, is_turn, without_strayed_source
from quotekit.speakers.ground.discourse import SIGNING_LAYOUTS, TELLING_LAYOUTS, Discourse, read_discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.labels.label_bearers import name_labels
from quotekit.speakers.mentions.chains import Chain, follow_chains
from quotekit.speakers.mentions.reading import QuotePlaces, Reading, open_reading, take_in
from quotekit.speakers.names.aliases import Aliases, read_aliases
from quotekit.speakers.names.proper_nouns import with_proper_nouns
from quotekit.speakers.sources.addressees import addressed_by_cue, find_addressee, names_called
from quotekit.speakers.sources.issuers import settle_documents
from quotekit.speakers.sources.progress import PlacedQuote, Progress, source_tokens
from quotekit.speakers.sources.situations import recall
from quotekit.speakers.sources.source import read_source
from quotekit.speakers.sources.source_rules import answer_by_source
from quotekit.speakers.sources.told_issuers import hear_document, hear_issuer
from quotekit.speakers.speaker_records import SpeakerRecords

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["begin_work", "finished_work", "read_again", "read_all", "resolve_speakers"]

ADDRESSED_TOKENS = 3
"""Tokens behind an "I" in which stands to whom it says something ("I said to myself")."""

HEARING = frozenset({"dobj", "dative", "pobj"})
"""Relations of whom somebody tells something, behind a preposition too."""


def resolve_speakers(
    doc: Doc,
    quotes: Sequence[Quote],
    *,
    settings: Settings,
    marks: Sequence[MarkedSpan] = (),
    chains: Sequence[Chain] = (),
) -> list[Quote]:
    """The same quotes in the same order, each with its speaker and its addressee where the text tells.

    Nothing else about a quote changes, but that in dialogue it loses a source of the turn before. A speaker
    is called by the fullest name that the document gives, or by the fullest description when it gives none;
    with ``settings.aliases``, by the name that an alias stands for.

    Args:
        doc: The parsed text; named entities help and are not needed.
        quotes: What was found in it.
        settings: Whose aliases name speakers, and whose weights decide turns of dialogue.
        marks: Its quotation marks; without them, direct quotes alone tell what is quoted.
        chains: The mentions of each person and thing that somebody else has found, which overrule the rules.

    Raises:
        WeightsError: The file of weights is missing or holds none, even if no turn needs them.
    """
    weights_of_turns(settings)
    if not quotes:
        return []
    work = finished_work(doc, quotes, settings=settings, marks=marks, chains=chains)
    speakers = SpeakerRecords(work)
    return [
        evolve(
            quote,
            speaker=speakers.speaker_of(at),
            addressee=quote.addressee or find_addressee(work, at),
        )
        for at, quote in enumerate(work.quotes)
    ]


def finished_work(
    doc: Doc,
    quotes: Sequence[Quote],
    *,
    settings: Settings,
    marks: Sequence[MarkedSpan] = (),
    chains: Sequence[Chain] = (),
) -> Progress:
    """The work on a document when all speakers are found; arguments are those of `resolve_speakers`."""
    work = begin_work(doc, quotes, marks, read_aliases(settings, language_of(doc.lang_)), chains)
    read_all(work)
    settle_documents(work)
    hear_introductions(work)
    name_labels(work)
    if work.is_dialogue:
        weights = weights_of_turns(settings)
        hold_conversations(work, weights)
        read_again(work)
        hold_conversations(work, weights)
    quote_themselves(work)
    quote_others(work)
    return work


def weights_of_turns(settings: Settings) -> Mapping[str, float]:
    """The weights by which *settings* decide turns of dialogue."""
    return load_turn_weights(settings.turn_weights or SHIPPED)


def begin_work(
    doc: Doc,
    quotes: Sequence[Quote],
    marks: Sequence[MarkedSpan] = (),
    aliases: Aliases | None = None,
    chains: Sequence[Chain] = (),
) -> Progress:
    """The work on a document before its first word is read."""
    language = language_of(doc.lang_)
    text = read_discourse(doc, quotes, marks)
    sources = [source_tokens(text, quote) for quote in quotes]
    text = with_proper_nouns(text, sources, language)
    dialogue = is_told_in_turns(text, quotes, language)
    if dialogue:
        quotes = [without_strayed_source(text, quote) for quote in quotes]
        sources = [source_tokens(text, quote) for quote in quotes]
    signed = [quote.rule in SIGNING_LAYOUTS for quote in quotes]
    voices = [
        source_tokens(text, quote)
        for quote, is_signed in zip(quotes, signed, strict=True)
        if is_turn(quote) and (dialogue or is_signed)
    ]
    selves = [source_tokens(text, quote) for quote in quotes if says_i(text, quote, language)]
    own = frozenset(own_tokens(text, quotes, language))
    beats = frozenset(beats_of(text, quotes, dialogue, language))
    cues = {at for quote in quotes for span in quote.cue for at in text.tokens(span.start, span.end)}
    places = QuotePlaces(sources, voices, selves, beats, cues, own)
    reading = open_reading(text, language, aliases, places)
    reading.chained = follow_chains(text, reading.cast, reading.mentions, chains)
    reading.reported = frozenset(reported_tokens(text, quotes))
    placed = [place_quote(text, reading, number, quote) for number, quote in enumerate(quotes)]
    return Progress(reading, placed, dialogue)


def says_i(text: Discourse, quote: Quote, language: Language) -> bool:
    """Whether somebody speaks of themselves in the quotation marks of a quote."""
    if quote.kind != "direct":
        return False
    tokens = (index for span in quote.content for index in text.tokens(span.start, span.end))
    told = (language.pronouns.get(text.lower[index]) for index in tokens)
    return any(pronoun is not None and pronoun.is_first_singular for pronoun in told)


def own_tokens(text: Discourse, quotes: Sequence[Quote], language: Language) -> Iterator[int]:
    """The tokens of what "I" outside quotations says to others in direct speech."""
    for quote in quotes:
        source = source_tokens(text, quote) if quote.kind == "direct" and quote.act == "speech" else range(0)
        words = {text.words[index] for index in source if not text.quoted[index]}
        words = words if not is_said_to_self(text, source, language) else set()
        for span in quote.content if words and words <= language.function_words.narrating else ():
            yield from text.tokens(span.start, span.end)


def is_said_to_self(text: Discourse, source: range, language: Language) -> bool:
    """Whether "I" say something to myself ("I told myself", "I said to myself")."""
    behind = range(source.stop, min(len(text), source.stop + ADDRESSED_TOKENS))
    objects = (text.lower[at] for at in behind if text.deps[at] in HEARING and not text.quoted[at])
    heard = (language.pronouns.get(word) for word in objects)
    return any(pronoun is not None and pronoun.is_first_singular for pronoun in heard)


def beats_of(text: Discourse, quotes: Sequence[Quote], dialogue: bool, language: Language) -> Iterator[int]:
    """The paragraphs of turns without a source, or with a pronoun's, in which whoever acts can be who speaks.

    In a text that reports in its author's words, countries and firms act beside such quotations too.
    """
    if dialogue or not any(quote.kind != "direct" and quote.cue for quote in quotes):
        beats = (
            quote for quote in quotes if is_turn(quote) and (not quote.source or is_of_one(quote, language))
        )
        yield from (text.paragraph_of(quote.start) for quote in beats)


def is_of_one(quote: Quote, language: Language) -> bool:
    """Whether the source of a quote is "he" or "she", and so some person at hand."""
    pronoun = language.pronouns.get(quote.source[0].text.lower())
    return pronoun is not None and pronoun.gender in {"m", "f"}


def reported_tokens(text: Discourse, quotes: Sequence[Quote]) -> Iterator[int]:
    """The tokens of all quotes that are in other words than their source's, at least in part."""
    for quote in quotes:
        for span in quote.content if quote.kind != "direct" else ():
            yield from text.tokens(span.start, span.end)


def place_quote(text: Discourse, reading: Reading, number: int, quote: Quote) -> PlacedQuote:
    """A quote with where it stands and what its source is."""
    tokens, content = source_tokens(text, quote), text.tokens(quote.start, quote.end)
    return PlacedQuote(
        number,
        quote,
        content,
        text.paragraph_of(quote.start),
        tokens,
        read_source(text, tokens, reading.names_in(tokens), reading.language) if tokens else None,
        addressed_by_cue(text, quote, reading.language),
        names_called(reading, quote, content),
    )


def read_all(work: Progress) -> None:
    """Read the text once: resolve its mentions, and find who the sources are.

    Quotes of the same source have one speaker, whatever has become of the focus between them.
    """
    before: PlacedQuote | None = None
    collected = is_collection([placed.quote for placed in work.placed if is_turn(placed.quote)])
    for event in reading_order(work):
        if isinstance(event, Mention):
            take_in(work.reading, event)
            hear_issuer(work, event)
        elif event.source is not None:
            known = work.answers.get(before.number) if before and is_of_source(before, event) else None
            work.take_answer(event, known or answer_by_source(work, event, event.source))
            hear_document(work, event)
            before = event
        else:
            # Words without a source can still have a cue, of somebody whom the text leaves out; among
            # signed quotations those that nobody signed are nobody's who is named beside them.
            quote = event.quote
            alone = quote.kind == "direct" and not quote.cue and quote.rule not in TELLING_LAYOUTS
            alone = alone and not collected
            work.take_answer(event, answer_by_turn(work, event) if alone else None)


def is_of_source(first: PlacedQuote, second: PlacedQuote) -> bool:
    """Whether the source of one quote is that of another, in the same words at the same place."""
    return first.source_tokens == second.source_tokens


def read_again(work: Progress) -> None:
    """Read the text once more, knowing who spoke, so that its other pronouns find better antecedents."""
    work.begin_again()
    for event in reading_order(work):
        if isinstance(event, Mention):
            take_in(work.reading, event)
        else:
            recall(work, event)


def reading_order(work: Progress) -> list[Mention | PlacedQuote]:
    """Mentions and quotes in the order in which they are read.

    A quote is read where its source stands, before the mention that stands there. One
    without a source is read at the end of its paragraph.
    """
    ends = {paragraph: index + 1 for index, paragraph in enumerate(work.text.paragraphs)}
    events: list[tuple[tuple[int, int, int], Mention | PlacedQuote]] = [
        ((mention.first, 1, 0), mention) for mention in work.reading.mentions
    ]
    for placed in work.placed:
        source = placed.source_tokens
        place = (source[0], 0) if source else (ends.get(placed.paragraph, 0), -1)
        events.append(((*place, placed.tokens.start), placed))
    return [event for _, event in sorted(events, key=lambda event: event[0])]
