"""Checks a quotation against the text that it is said to come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

from quotekit.errors import InputTypeError
from quotekit.records import Quote, Settings, Span, settings_or_default
from quotekit.verify.alignment import Op
from quotekit.verify.attribution import Attributions
from quotekit.verify.differences import (
    SourceText,
    differs_in_accents,
    excuse,
    whole_sentence_omitted,
    with_denials,
)
from quotekit.verify.placing import LIKE_ENOUGH, place
from quotekit.verify.respellings import edge_respellings, respellings, without_edge_marks
from quotekit.verify.verification import Change, ChangeKind, Normalisation, Verdict, Verification
from quotekit.verify.words import Claim, claim_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["verify_quote", "verify_quotes"]

_ACCENTS = 0.8
"""What a word counts that differs from the source's only in its accents: nearly as the same."""

_PAIR = 2
"""A quotation and its speaker."""

_QUOTATIONS = "quotations, each a str or a quotekit.Quote, alone or in a pair with its speaker"

_OCCURRENCES = 100
"""Places of a quotation that are told, at most; chosen by hand: nobody reads more."""

_COMPARISONS = 20_000_000
"""About how many characters are compared while a quotation is looked for letter by letter."""


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
        speaker: Who is said to have said it; by default the speaker of a `Quote`.
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
    if isinstance(quotes, str | bytes) or not isinstance(quotes, Iterable):
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
        quote, speaker = _claim_given(given)
        found = _verified(_spans_given(quote), source)
        if speaker is None and isinstance(quote, Quote) and quote.speaker is not None:
            speaker = quote.speaker.name
        if speaker is None or found[0].verdict == "absent":
            yield found[0]
        else:
            yield attributions.best(found, speaker)


def _claim_given(given: str | Quote | tuple[str | Quote, str | None]) -> tuple[str | Quote, str | None]:
    """A quotation and who is said to have said it."""
    if not isinstance(given, tuple):
        return given, None
    if len(given) != _PAIR or not isinstance(given[1], str | None):
        raise InputTypeError(repr(given), "a quotation with the name of its speaker or None")
    return given


def _spans_given(quote: str | Quote) -> list[str]:
    if isinstance(quote, Quote):
        return [span.text for span in quote.content]
    if not isinstance(quote, str):
        raise InputTypeError(type(quote).__name__, "a str or a Quote")
    return [quote]


def _verified(parts: Sequence[str], source: SourceText) -> list[Verification]:
    """What is so about a quotation, for each place where it stands to the letter, or for the best one."""
    exact = _letter_by_letter(without_edge_marks(parts[0]), source.text) if len(parts) == 1 else []
    if exact:
        return [Verification("exact", (span,), 1.0) for span in exact]
    claim = claim_of(parts)
    places = place(source, claim) if claim.words.forms else []
    return [_judged(places, source, claim)]


def _letter_by_letter(quote: str, text: str) -> list[Span]:
    """The first places where *quote* stands as it is, between word edges."""
    found: list[Span] = []
    if not any(map(str.isalnum, quote)):
        return found
    at = text.find(quote)
    for _ in range(_COMPARISONS // len(quote) + 1):
        if at < 0 or len(found) == _OCCURRENCES:
            break
        if _stands_free(text, at, at + len(quote)):
            found.append(Span.of(text, at, at + len(quote)))
        at = text.find(quote, at + 1)
    return found


def _stands_free(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start + 1].isalnum() and start > 0) and not (
        text[end - 1 : end + 1].isalnum() and end < len(text)
    )


def _judged(places: Sequence[Sequence[Op]], source: SourceText, claim: Claim) -> Verification:
    whole = [with_denials(one, source, claim) for one in places]
    ops = [op for one in whole for op in _of_this_place(one, whole)]
    changed = [op for op in ops if not op.same and not excuse(op, source, claim)]
    similarity = _similarity(ops, changed, source, claim)
    if similarity < LIKE_ENOUGH:
        return Verification("absent", (), similarity)
    excused = {excuse(op, source, claim) for op in ops if not op.same}
    spellings = {name for op in ops if op.same for name in respellings(op, source.words, claim)}
    edges = set(_outer_edges(ops, source, claim)) if ops else set()
    names = excused | spellings | edges
    if claim.breaks and not claim.ellipses:
        names -= {"interruption"} if _only_breaks(ops, claim) else set()
    normalisations = tuple(name for name in get_args(Normalisation) if name in names)
    spliced = len(places) > 1 or any(whole_sentence_omitted(op, source) for op in changed)
    return Verification(
        _verdict(spliced, changed, normalisations),
        _spans_in_source(ops, source, claim),
        similarity,
        normalisations,
        tuple(_change_of(op, source, claim) for op in changed),
    )


def _verdict(spliced: bool, changed: Sequence[Op], normalisations: Sequence[Normalisation]) -> Verdict:
    if spliced:
        return "spliced"
    if changed:
        return "altered"
    return "normalised" if normalisations else "exact"


def _of_this_place(ops: Sequence[Op], places: Sequence[Sequence[Op]]) -> Iterator[Op]:
    """The *ops* of a place without the changes whose words another place has."""
    others = [(one[0].quote[0], one[-1].quote[1]) for one in places if one is not ops]
    for op in ops:
        start, end = op.quote
        if op.same or not any(start <= first < last <= end for first, last in others):
            yield op


def _only_breaks(ops: Sequence[Op], claim: Claim) -> bool:
    gaps = [op for op in ops if not op.same and op.quote[0] == op.quote[1]]
    return all(op.quote[0] in claim.breaks for op in gaps)


def _similarity(ops: Sequence[Op], changed: Sequence[Op], source: SourceText, claim: Claim) -> float:
    """The share of words in common (Dice coefficient), those left aside that are excused."""
    if ops and not changed:
        return 1.0
    alike = sum(op.quote[1] - op.quote[0] for op in changed if differs_in_accents(op, source, claim))
    same = sum(op.quote[1] - op.quote[0] for op in ops if op.same)
    theirs = sum(_words_lost(op, claim) for op in changed)
    ours = sum(op.quote[1] - op.quote[0] for op in changed)
    return 2 * (same + _ACCENTS * alike) / (2 * same + theirs + ours) if same or alike else 0.0


def _words_lost(op: Op, claim: Claim) -> int:
    """How many words of the source a change lacks; of what an ellipsis stands for, only the denial counts."""
    marked = op.quote[0] == op.quote[1] and op.quote[0] in claim.gaps
    return 1 if marked else op.source[1] - op.source[0]


def _outer_edges(ops: Sequence[Op], source: SourceText, claim: Claim) -> Iterator[Normalisation]:
    first, last = ops[0], ops[-1]
    if first.same:
        theirs = source.words.between(first.source[0] - 1, first.source[0])
        yield from edge_respellings(theirs, claim.words.between(-1, first.quote[0]), at_end=False)
    if last.same:
        theirs = source.words.between(last.source[1] - 1, last.source[1])
        yield from edge_respellings(
            theirs, claim.words.between(last.quote[1] - 1, last.quote[1]), at_end=True
        )


def _spans_in_source(ops: Sequence[Op], source: SourceText, claim: Claim) -> tuple[Span, ...]:
    """The stretches of the source, parted where something is left out or another place begins."""
    if not ops:
        return ()
    stretches = [list(ops[0].source)]
    for before, op in pairwise(ops):
        apart = op.source[0] != before.source[1]
        if apart or _parts_spans(before, source, claim):
            stretches.append(list(op.source))
        elif not _parts_spans(op, source, claim):
            stretches[-1][1] = op.source[1]
    ranges = [source.words.range(start, end) for start, end in stretches if start < end]
    return tuple(Span.of(source.text, start, end) for start, end in ranges)


def _parts_spans(op: Op, source: SourceText, claim: Claim) -> bool:
    left_out = excuse(op, source, claim) in ("ellipsis", "interruption")
    return not op.same and (left_out or whole_sentence_omitted(op, source))


def _change_of(op: Op, source: SourceText, claim: Claim) -> Change:
    theirs = Span.of(source.text, *source.words.range(*op.source))
    ours = Span.of(claim.words.text, *claim.words.range(*op.quote))
    kind: ChangeKind = "replaced" if theirs.text and ours.text else "omitted" if theirs.text else "added"
    return Change(kind, theirs, ours)
