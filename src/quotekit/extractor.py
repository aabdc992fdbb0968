"""The composition root: from a text to its quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.choice import prepare_finders
from quotekit.given import checked_items
from quotekit.parse.copies import parse_copy
from quotekit.parse.pipelines import pipeline_for
from quotekit.quotes import JudgedQuote, assemble_quotes, best_matches, judged_quotes
from quotekit.quotes.giving_back import quote_as_given, quote_as_read, quote_of_parse
from quotekit.records import (
    Quote,
    Settings,
    quote_spans,
    require_in_text,
    settings_or_default,
)
from quotekit.speakers import resolve_speakers
from quotekit.speakers.dialogue.decoding import load_turn_weights
from quotekit.speakers.mentions.chains import Chain, GivenChains, read_chains
from quotekit.text.copied_text import PlainCopy
from quotekit.text.page import Page, read_page
from quotekit.text.plain_copy import settings_as_read
from quotekit.verdict import found_in

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = [
    "attribute_quotes",
    "explain_quotes",
    "extract_quotes",
    "find_direct_quotes",
    "find_indirect_quotes",
    "prepare",
    "quotes_in",
]


def extract_quotes(
    text_or_doc: str | Doc,
    *,
    settings: Settings | None = None,
    nlp: Language | None = None,
    chains: GivenChains = (),
) -> list[Quote]:
    """Every quotation in a text: direct, indirect and mixed.

    Args:
        text_or_doc: A text, or a spaCy Doc with a dependency parse.
        settings: What to look for and what to give back; by default asserted speech.
        nlp: The pipeline that parses a text; by default the best English one installed.
        chains: The mentions of each person and thing, as a model of coreference finds them; they tell whom
            pronouns and descriptions mean, and which names are one person's. A mention is ``(start, end)``
            in characters of the text, end exclusive, or a `Span`.

    Returns:
        The quotes by their place in the text. Offsets are characters of the text as given, end
        exclusive. A quote whose speaker the text does not tell has ``speaker=None``.

    Raises:
        InputTypeError: Neither a str nor a Doc was given.
        ParseMissingError: The Doc has no dependency parse, or *nlp* did not make one.
        LanguageError: There are no word lists for the document's language.
        PipelineNotFoundError: A text was given, and no pipeline is installed.
        SettingsError: *settings* or *nlp* is something else, or no network reads the text's language.
        WeightsError: Weights that the settings name cannot be loaded.
        OffsetsError: A mention of *chains* does not stand in the text.
    """
    checked = settings_or_default(settings)
    copy, doc = parse_copy(text_or_doc, nlp)
    return quotes_in(copy, doc, checked, chains_as_read(copy, chains))


def explain_quotes(
    text_or_doc: str | Doc, *, settings: Settings | None = None, nlp: Language | None = None
) -> list[JudgedQuote]:
    """Why each quotation was kept, as rows of `quotekit.verdict.TABLE`; without speakers.

    Arguments and errors are those of `extract_quotes`.
    """
    settings = settings_or_default(settings)
    copy, doc = parse_copy(text_or_doc, nlp)
    settings = settings_as_read(settings, doc.lang_)
    page = read_page(copy.text, settings)
    judged = judged_quotes(page, doc, found_in(page, doc, settings), settings=settings)
    wanted = [item for item in judged if is_wanted(item.quote, settings)]
    return [evolve(item, quote=quote_as_given(copy, item.quote)) for item in wanted]


def prepare(settings: Settings | None = None, nlp: Language | None = None) -> None:
    """Load all that the first text would otherwise wait for, such as when a service starts.

    Args:
        settings: The settings that texts will be read with.
        nlp: The pipeline that will parse them; by default the best English one installed.

    Raises:
        SettingsError: *settings* or *nlp* is something else, or no network reads the pipeline's language.
        PipelineNotFoundError: No pipeline is installed.
        WeightsError: Weights are missing or damaged, or do not fit this version.
    """
    checked, pipeline = settings_or_default(settings), pipeline_for(nlp)
    prepare_finders(checked, pipeline)
    if checked.turn_weights is not None:
        load_turn_weights(checked.turn_weights)


def quotes_in(copy: PlainCopy, doc: Doc, settings: Settings, chains: Sequence[Chain] = ()) -> list[Quote]:
    """The quotes of a text, from its copy and the parse of that; *chains* have the offsets of the copy.

    Result and errors are those of `extract_quotes`.
    """
    settings = settings_as_read(settings, doc.lang_)
    page = read_page(copy.text, settings)
    quotes = unresolved(page, doc, settings)
    if settings.resolve_speakers:
        quotes = resolve_speakers(doc, quotes, settings=settings, marks=page.marks, chains=chains)
    found = [as_given(copy, doc, quote) for quote in quotes if is_wanted(quote, settings)]
    return [without_unsure_speaker(quote, settings.min_speaker_confidence) for quote in found]


def without_unsure_speaker(quote: Quote, least: float) -> Quote:
    """The quote, whose speaker is None when it is less sure than *least* that it is this one."""
    unsure = quote.speaker is not None and quote.speaker.confidence < least
    return evolve(quote, speaker=None) if unsure else quote


def unresolved(page: Page, doc: Doc, settings: Settings) -> list[Quote]:
    """The quotes of every act and modality, without their speakers."""
    return assemble_quotes(page, doc, found_in(page, doc, settings), settings=settings)


def as_given(copy: PlainCopy, doc: Doc, quote: Quote) -> Quote:
    """What was found in the parse of a copy, as the text has it."""
    return quote_as_given(copy, quote_of_parse(copy.text, doc, quote))


def chains_as_read(copy: PlainCopy, given: GivenChains) -> tuple[Chain, ...]:
    """Chains that a caller gives for a text, as its copy has their mentions."""
    chains = read_chains(copy.given, given)
    return tuple(tuple(map(copy.span_as_read, chain)) for chain in chains)


def is_wanted(quote: Quote, settings: Settings) -> bool:
    """Whether *quote* is of the acts, the modalities and the confidence that *settings* ask for."""
    return (
        quote.act in settings.acts
        and quote.modality in settings.modalities
        and quote.confidence >= settings.min_confidence
    )


def find_direct_quotes(
    text_or_doc: str | Doc, *, settings: Settings | None = None, nlp: Language | None = None
) -> list[Quote]:
    """The quotations with words in quotation marks: those of kind ``direct`` and ``mixed``.

    Args:
        text_or_doc: A text, or a spaCy Doc with a dependency parse.
        settings: What to look for and what to give back; by default asserted speech.
        nlp: The pipeline that parses a text; by default the best English one installed.

    Returns:
        The quotes of these kinds, by their place in the text. Offsets are characters of the text as given,
        end exclusive.

    Raises:
        InputTypeError, ParseMissingError, LanguageError, PipelineNotFoundError, SettingsError,
            WeightsError: As for `extract_quotes`.
    """
    found = extract_quotes(text_or_doc, settings=settings, nlp=nlp)
    return [quote for quote in found if quote.kind != "indirect"]


def find_indirect_quotes(
    text_or_doc: str | Doc, *, settings: Settings | None = None, nlp: Language | None = None
) -> list[Quote]:
    """The quotations with words outside quotation marks: those of kind ``indirect`` and ``mixed``.

    Args:
        text_or_doc: A text, or a spaCy Doc with a dependency parse.
        settings: What to look for and what to give back; by default asserted speech.
        nlp: The pipeline that parses a text; by default the best English one installed.

    Returns:
        The quotes of these kinds, by their place in the text. Offsets are characters of the text as given,
        end exclusive.

    Raises:
        InputTypeError, ParseMissingError, LanguageError, PipelineNotFoundError, SettingsError,
            WeightsError: As for `extract_quotes`.
    """
    found = extract_quotes(text_or_doc, settings=settings, nlp=nlp)
    return [quote for quote in found if quote.kind != "direct"]


def attribute_quotes(
    text_or_doc: str | Doc,
    quotes: Iterable[Quote],
    *,
    settings: Settings | None = None,
    nlp: Language | None = None,
    chains: GivenChains = (),
) -> list[Quote]:
    """Quotes that were found by other means, with their cue, source, addressee and speaker.

    Args:
        text_or_doc: The text that the quotes are from, or its parse.
        quotes: Quotes whose content alone counts; a `Quote` needs no more than that and its kind.
        settings: How to read the text, and whether and how surely speakers are named; no quote is left out.
        nlp: The pipeline that parses a text; by default the best English one installed.
        chains: As for `extract_quotes`.

    Returns:
        The same quotes in the same order, each with its kind, content and depth; the rest is what is found
        in the text. One whose words the text gives to nobody keeps its parts and has the speaker that
        its place tells, or None.

    Raises:
        OffsetsError: A quote is of another text, or a mention of *chains* does not stand in this one.
        InputTypeError, ParseMissingError, LanguageError, PipelineNotFoundError, WeightsError:
            As for `extract_quotes`.
    """
    settings = settings_or_default(settings)
    copy, doc = parse_copy(text_or_doc, nlp)
    settings = settings_as_read(settings, doc.lang_)
    page = read_page(copy.text, settings)
    given = list(checked_items(quotes, Quote, "quotes, each a quotekit.Quote"))
    for quote in given:
        require_in_text(copy.given, quote_spans(quote))
    asked = [quote_as_read(copy, quote) for quote in given]
    found = best_matches(asked, unresolved(page, doc, settings))
    attributed = [
        quote if match is None else evolve(match, kind=quote.kind, content=quote.content, depth=quote.depth)
        for quote, match in zip(asked, found, strict=True)
    ]
    told = chains_as_read(copy, chains)
    if settings.resolve_speakers:
        attributed = resolve_speakers(doc, attributed, settings=settings, marks=page.marks, chains=told)
    of_text = [
        evolve(as_given(copy, doc, quote), content=own.content)
        for quote, own in zip(attributed, given, strict=True)
    ]
    return [without_unsure_speaker(quote, settings.min_speaker_confidence) for quote in of_text]
