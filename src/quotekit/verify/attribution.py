"""Who a text gives words to, beside who is said to have said them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, get_args

from attrs import evolve

from quotekit.extractor import extract_quotes
from quotekit.language import language_of
from quotekit.parse.pipelines import pipeline_for
from quotekit.records import Act, Modality, Quote, Settings
from quotekit.text.ranges import Range
from quotekit.verify.nameless import Nameless
from quotekit.verify.representatives import NamedPeople
from quotekit.verify.speaker_names import may_be_speaker
from quotekit.verify.verification import Attribution, Verification

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Attributions"]

_HELD = 0.5
"""The share of a span that quotes of the text have to hold for its words to be theirs."""

_WHOLE = 0.9
"""The share of one that is all of it but signs and an opening word, so that no quote inside it says it."""

_PART = 0.25
"""The share of one that is more than a word or two of somebody else; a guess."""

_ORDER: tuple[Attribution, ...] = ("matches", "unknown", "differs")
"""Words of several places are as surely the speaker's as those of the worst of them."""


class Attributions:
    """The quotes of a text, found when somebody first asks for them."""

    def __init__(self, source: str | Doc, settings: Settings, nlp: Language | None) -> None:
        everything = evolve(settings, acts=get_args(Act), modalities=get_args(Modality), min_confidence=0.0)
        self._source, self._settings, self._nlp = source, everything, nlp
        self._quotes: list[Quote] | None = None

    def best(
        self, places: Sequence[Verification], others: Iterable[Verification], speaker: str
    ) -> Verification:
        """The first of the *places*, then of *others*, whose words are the speaker's, or else anybody's."""
        attributed = [self._attributed(place, speaker) for place in places]
        best = min(attributed, key=lambda found: _ORDER.index(found.attribution or "unknown"))
        if best.attribution == "matches":
            return best
        found = (self._attributed(place, speaker) for place in others)
        return next((one for one in found if one.attribution == "matches"), best)

    def _attributed(self, found: Verification, speaker: str) -> Verification:
        holders = [holder for span in found.spans for holder in self._holders((span.start, span.end))]
        verdicts = {self._compared(holder, speaker) for holder in holders}
        by = next((holder.speaker for holder in holders if holder and holder.speaker), None)
        worst = max(verdicts, key=_ORDER.index)
        return evolve(found, attribution=worst, speaker=by)

    @cached_property
    def _nameless(self) -> Nameless:
        text = self._source if isinstance(self._source, str) else self._source.text
        return Nameless(text, language_of(self._lang))

    @cached_property
    def _people(self) -> NamedPeople:
        return NamedPeople(self._nameless.text, language_of(self._lang))

    @property
    def _lang(self) -> str:
        """The code of the source's language."""
        read = pipeline_for(self._nlp).lang if isinstance(self._source, str) else self._source.lang_
        return str(read)

    def _holders(self, span: Range) -> Sequence[Quote | None]:
        """The smallest quote that holds all of a span, or else those that share it; None where there is none.

        Whoever tells what another says tells more than that one (“‘Omar says that it is closed,’ said Ann”).
        """
        if self._quotes is None:
            self._quotes = extract_quotes(self._source, settings=self._settings, nlp=self._nlp)
        held = [(quote, _common(quote, span) / (span[1] - span[0])) for quote in self._quotes]
        whole = [quote for quote, share in held if share >= _WHOLE]
        if whole:
            return [min(whole, key=_length)]
        parts = sorted((one for one in held if one[1] >= _PART), key=lambda one: -one[1])
        apart = [one for at, one in enumerate(parts) if not _holds_part_of(one[0], parts[:at])]
        return [quote for quote, _ in apart] if sum(share for _, share in apart) >= _HELD else [None]

    def _compared(self, quote: Quote | None, speaker: str) -> Attribution:
        if quote is None or quote.speaker is None or quote.modality == "hypothetical":
            return "unknown"
        spellings = dict(self._settings.aliases).get(quote.speaker.name, ())
        if may_be_speaker(speaker, quote, spellings, self._people):
            return "matches" if quote.modality == "asserted" else "differs"
        nameless = self._nameless
        known = not (
            nameless.may_bear(speaker, quote.speaker) or nameless.may_speak_for(speaker, quote.speaker)
        )
        return "differs" if known else "unknown"


def _length(quote: Quote) -> int:
    return sum(part.end - part.start for part in quote.content)


def _common(quote: Quote, span: Range) -> int:
    return sum(max(0, min(part.end, span[1]) - max(part.start, span[0])) for part in quote.content)


def _holds_part_of(quote: Quote, others: Iterable[tuple[Quote, float]]) -> bool:
    """Whether a quote holds some of what one of the *others* does."""
    return any(_common(other, (part.start, part.end)) for other, _ in others for part in quote.content)
