"""Checks a quotation against the text that it is said to come from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from quotekit.errors import InputTypeError
from quotekit.given import are_several
from quotekit.records import Quote, Settings, Span, settings_or_default
from quotekit.verify.attribution import Attributions
from quotekit.verify.differences import SourceText
from quotekit.verify.joints import is_joint
from quotekit.verify.judgement import judged
from quotekit.verify.placing import place, places_by_letters
from quotekit.verify.respellings import without_edge_marks
from quotekit.verify.verification import Verification
from quotekit.verify.words import claim_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["verify_quote", "verify_quotes"]


_PAIR = 2
"""A quotation and its speaker."""

_QUOTATIONS = "quotations, each a str or a quotekit.Quote, alone or in a pair with its speaker"

_OCCURRENCES = 100
"""Places of a quotation that are told, at most; chosen by hand: nobody reads more."""

_COMPARISONS = 20_000_000
"""About how many characters are compared while a quotation is looked for letter by letter."""

_PARTING = frozenset(' .,:;!?…()“”"«»') | {""}
"""Signs that join no letter to what stands behind them; nothing does at the edges of the text."""


def verify_quote(
    quote: str | Quote,
    source_text: str | Doc,
    *,
    speaker: str | None = None,
    settings: Settings | None = None,
    nlp: Language | None = None,
) -> Verification:
    """Whether a quotation stands in a text, and whether the text gives it to its speaker.

    Args:
        quote: The quotation, with or without its marks; or a `Quote` of any text, whose content
            and speaker count.
        source_text: The text that it is said to be from, or its parse.
        speaker: Who is said to have said it; by default, and where it is empty, the speaker of a `Quote`.
        settings: How to read the source when a speaker is asked about; nothing of it is left out.
        nlp: The pipeline that parses the source then.

    Returns:
        The verdict, where the words stand in the text, and how they differ from it. Offsets of spans are
        characters of *source_text* as given, end exclusive. A quotation without words is absent.

    Raises:
        InputTypeError: The quotation or the source is of another type.
        ParseMissingError, LanguageError, PipelineNotFoundError: As for `extract_quotes`, when a speaker
            is asked about.
    """
    claims = [(quote, speaker)]
    [found] = verify_quotes(claims, source_text, settings=settings, nlp=nlp)
    return found


def verify_quotes(
    quotes: Iterable[str | Quote | tuple[str | Quote, str | None]],
    source_text: str | Doc,
    *,
    settings: Settings | None = None,
    nlp: Language | None = None,
) -> Iterator[Verification]:
    """The verification of each quotation, in order; the source is read only once.

    Args:
        quotes: Quotations as for `verify_quote`, each alone or with its speaker.
        source_text: The text that they are said to be from, or its parse.
        settings: As for `verify_quote`.
        nlp: As for `verify_quote`.

    Returns:
        The verifications one by one, each made when it is asked for.

    Raises:
        InputTypeError: The quotations or the source are of another type; of a quotation in its turn.
        ParseMissingError, LanguageError, PipelineNotFoundError: As for `verify_quote`, when the first
            speaker is asked about.
    """
    if not are_several(quotes):
        raise InputTypeError(type(quotes).__name__, _QUOTATIONS)
    text = source_text if isinstance(source_text, str) else getattr(source_text, "text", None)
    if not isinstance(text, str):
        raise InputTypeError(type(source_text).__name__)
    source = SourceText(text)
    attributions = Attributions(source_text, settings_or_default(settings), nlp)
    return _one_by_one(quotes, source, attributions)


def _one_by_one(
    quotes: Iterable[str | Quote | tuple[str | Quote, str | None]],
    source: SourceText,
    attributions: Attributions,
) -> Iterator[Verification]:
    for given in quotes:
        quote, named = _claim_given(given)
        speaker = _asked_speaker(quote, named)
        found = _verified(_spans_given(quote), source)
        if not speaker or found[0].verdict == "absent":
            yield found[0]
        else:
            elsewhere = _other_places(_spans_given(quote), source)
            yield attributions.best(found, elsewhere, speaker)


def _claim_given(given: str | Quote | tuple[str | Quote, str | None]) -> tuple[str | Quote, str | None]:
    """A quotation and who is said to have said it."""
    if not isinstance(given, tuple):
        return given, None
    if len(given) != _PAIR or not isinstance(given[1], str | None):
        raise InputTypeError(repr(given), "a quotation with the name of its speaker or None")
    return given


def _asked_speaker(quote: str | Quote, named: str | None) -> str | None:
    """The speaker who is *named*, or else the one of a `Quote`; an empty name is none."""
    if named and named.strip():
        return named
    return quote.speaker_name if isinstance(quote, Quote) else None


def _spans_given(quote: str | Quote) -> list[str]:
    if isinstance(quote, Quote):
        return [span.text for span in quote.content]
    if not isinstance(quote, str):
        raise InputTypeError(type(quote).__name__, "a str or a Quote")
    return [quote]


def _verified(parts: Sequence[str], source: SourceText) -> list[Verification]:
    """What is so about a quotation, for each place where it stands to the letter, or for the best one."""
    exact = _letter_by_letter(without_edge_marks(parts[0]), source) if len(parts) == 1 else []
    if exact:
        return [Verification("exact", (span,), 1.0) for span in exact]
    claim = claim_of(parts)
    places = place(source, claim) if claim.words.forms else []
    return [judged(places, source, claim)]


def _other_places(parts: Sequence[str], source: SourceText) -> Iterator[Verification]:
    """What is so about a quotation, for each place where it stands in whatever spelling."""
    claim = claim_of(parts)
    found = (
        (judged(one, source, claim) for one in places_by_letters(source, claim)) if claim.words.forms else ()
    )
    yield from (one for one in found if not one.changes)


def _letter_by_letter(quote: str, source: SourceText) -> list[Span]:
    """The first places where *quote* stands as it is, between word edges."""
    found: list[Span] = []
    if not any(map(str.isalnum, quote)):
        return found
    text = source.text
    at = text.find(quote)
    for _ in range(_COMPARISONS // len(quote) + 1):
        if at < 0 or len(found) == _OCCURRENCES:
            break
        if _stands_free(source, at, at + len(quote)):
            found.append(Span.of(text, at, at + len(quote)))
        at = text.find(quote, at + 1)
    return found


def _stands_free(source: SourceText, start: int, end: int) -> bool:
    before, behind = source.text[max(0, start - 2) : start], source.text[end : end + 2]
    return (_parts_words(source.text[start], before[::-1]) or _is_word_edge(source, start)) and (
        _parts_words(source.text[end - 1], behind) or _is_word_edge(source, end)
    )


def _parts_words(inside: str, beyond: str) -> bool:
    """Whether the signs *beyond* the last letter of a quotation are sure to part it from the next word.

    So most quotations are exact before the words of the source are known.
    """
    return inside.isalpha() and beyond[:1] in _PARTING and not beyond.isspace()


def _is_word_edge(source: SourceText, offset: int) -> bool:
    """Whether no word goes on from before an *offset* to behind it."""
    if source.text[max(0, offset - 1) : offset + 1].isalnum() and 0 < offset < len(source.text):
        return False
    words, place = source.words, bisect_left(source.starts, offset)
    inside = place > 0 and offset < words.ranges[place - 1][1]
    return not inside and not is_joint(words, place)
