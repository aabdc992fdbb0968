"""The spaCy component ``quotekit``: quotes as an attribute and as span groups of a Doc.

``nlp.add_pipe("quotekit")`` finds it by its entry point. It is the only part of quotekit that
writes to a Doc:

- ``doc._.quotes``: the quotes, as a tuple of `quotekit.Quote`;
- ``doc.spans["quotes"]``: their contents, labelled by kind, one span for each piece of a content;
- ``doc.spans["quote_cues"]`` and ``doc.spans["quote_sources"]``: their cues and sources.

Quotes that are set from elsewhere, ``doc._.quotes = quotes``, have their spans written as well.

The ``id_`` of a span is the place of its quote in ``doc._.quotes``. Spans consist of whole tokens,
and reach over the quote's own offsets where one of these lies within a token.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import srsly
from attrs import asdict
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span, SpanGroup
from spacy.training import Example
from spacy.util import ensure_path, registry

from quotekit.given import checked_items
from quotekit.records import Quote, Settings

__all__ = ["QuoteComponent", "make_component", "make_scorer", "score_quotes"]

Score = Callable[..., dict[str, Any]]

GROUPS = {"quotes": "content", "quote_cues": "cue", "quote_sources": "source"}
"""The keys of ``doc.spans``, and the part of a quote that each of them holds."""

_DATA: Any = ("._.", "quotes", None, None)
"""Where spaCy keeps the value of ``doc._.quotes``: as plain data, which msgpack can write."""


def _quotes_of_doc(doc: Doc) -> tuple[Quote, ...]:
    return tuple(Quote.from_dict(data) for data in doc.user_data.get(_DATA, ()))


def _keep_quotes(doc: Doc, quotes: Iterable[Quote]) -> None:
    """Keep the quotes of *doc*, and the spans of their parts with them."""
    kept = list(checked_items(quotes, Quote, "quotes, as quotekit.extract_quotes gives"))
    doc.user_data[_DATA] = [quote.to_dict() for quote in kept]
    for key, part in GROUPS.items():
        doc.spans[key] = SpanGroup(doc, name=key, spans=list(_token_spans(doc, kept, part)))


Doc.set_extension("quotes", getter=_quotes_of_doc, setter=_keep_quotes, force=True)


class QuoteComponent:
    """Finds the quotes of each Doc and writes them to it.

    Attributes:
        name: Its name in the pipeline.
        settings: What it looks for.
    """

    def __init__(self, name: str = "quotekit", *, settings: Settings, scorer: Score | None = None) -> None:
        self.name: str = name
        self.settings: Settings = settings
        self.scorer: Score | None = scorer

    def __call__(self, doc: Doc) -> Doc:
        """Write the quotes of *doc* to ``doc._.quotes`` and ``doc.spans``.

        Raises:
            ParseMissingError: No component before this one made a dependency parse.
            LanguageError: There are no word lists for the document's language.
            WeightsError: Weights that the settings name cannot be loaded.
        """
        # spaCy imports this module with every pipeline, of whoever has quotekit installed.
        from quotekit.extractor import extract_quotes  # noqa: PLC0415

        quotes = extract_quotes(doc, settings=self.settings)
        doc._.quotes = quotes
        return doc

    def score(self, examples: Iterable[Example], **options: Any) -> dict[str, Any]:
        """The figures of the scorer that the pipeline's config names, none without one."""
        return {} if self.scorer is None else self.scorer(examples, **options)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The settings, for ``nlp.to_bytes``."""
        data: bytes = srsly.msgpack_dumps(_config_values(self.settings))
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> QuoteComponent:
        """Take the settings that `to_bytes` gave."""
        self.settings = _settings_of_config(**srsly.msgpack_loads(data))
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the settings to a JSON file beside *path*, for ``nlp.to_disk``."""
        srsly.write_json(_json_beside(path), _config_values(self.settings))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> QuoteComponent:
        """Take the settings that `to_disk` wrote."""
        self.settings = _settings_of_config(**srsly.read_json(_json_beside(path)))
        return self


def _json_beside(path: str | Path) -> Path:
    return Path(ensure_path(path)).with_suffix(".json")


def _token_spans(doc: Doc, quotes: Iterable[Quote], part: str) -> Iterator[Span]:
    """The tokens of one *part* of each quote; contents are labelled by kind, other parts by their name."""
    for number, quote in enumerate(quotes):
        label = quote.kind if part == "content" else part
        for span in getattr(quote, part):
            tokens = doc.char_span(
                span.start, span.end, label=label, span_id=str(number), alignment_mode="expand"
            )
            if tokens is not None:
                yield tokens


def _config_values(settings: Settings) -> dict[str, Any]:
    """Settings as a config has them, with lists for tuples and names for paths."""
    return {key: _as_lists(value) for key, value in asdict(settings).items()}


def _as_lists(value: Any) -> Any:
    if isinstance(value, Path):
        return str(value)
    return [_as_lists(part) for part in value] if isinstance(value, tuple) else value


def _settings_of_config(**values: Any) -> Settings:
    """Settings from a config's values."""
    return Settings(**{key: _as_tuples(value) for key, value in values.items()})


def _as_tuples(value: Any) -> Any:
    return tuple(map(_as_tuples, value)) if isinstance(value, list) else value


@Language.factory(
    "quotekit",
    assigns=["doc._.quotes", "doc.spans"],
    requires=["token.dep", "token.head", "token.tag", "token.lemma"],
    default_config={**_config_values(Settings()), "scorer": {"@scorers": "quotekit.quotes_scorer.v1"}},
)
def make_component(
    nlp: Language,
    name: str,
    acts: list[str],
    modalities: list[str],
    style: str,
    tagger: str,
    weights: str | None,
    turn_weights: str | None,
    resolve_speakers: bool,
    min_confidence: float,
    model: str,
    min_speaker_confidence: float,
    extra_cues: dict[str, str] | list[Any],
    aliases: dict[str, list[str]] | list[Any],
    scorer: Score | None,
) -> QuoteComponent:
    """The component with the settings of a pipeline's config; each is described at `quotekit.Settings`.

    Names or verbs with a colon or an equals sign, which no key of a config file can hold, are given
    as a list of pairs instead of a mapping.

    Raises:
        SettingsError: A setting has a value that it cannot have.
    """
    settings = _settings_of_config(
        acts=acts,
        modalities=modalities,
        style=style,
        tagger=tagger,
        weights=weights,
        turn_weights=turn_weights,
        resolve_speakers=resolve_speakers,
        min_confidence=min_confidence,
        model=model,
        min_speaker_confidence=min_speaker_confidence,
        extra_cues=extra_cues,
        aliases=aliases,
    )
    return QuoteComponent(name, settings=settings, scorer=scorer)


def make_scorer() -> Score:
    """The scorer that a pipeline's config names ``quotekit.quotes_scorer.v1``."""
    return score_quotes


# Called rather than written above the function, whose type a decorator without one would hide.
registry.scorers("quotekit.quotes_scorer.v1", func=make_scorer)


def score_quotes(examples: Iterable[Example], **options: Any) -> dict[str, Any]:
    """How well ``doc.spans["quotes"]`` was found, by the spans of that key in the references.

    A span is right when it has the tokens of a reference's span. References without the key are
    left out.

    Returns:
        Precision, recall and F-score from 0 to 1, each None when no reference has the key:
        ``quotes_p``, ``quotes_r`` and ``quotes_f`` whatever the kind, and, where the label must be
        the kind too, ``spans_quotes_p``, ``spans_quotes_r``, ``spans_quotes_f`` and
        ``spans_quotes_per_type``, which ``spacy evaluate --spans-key quotes`` prints.
    """
    examples = list(examples)
    scores: dict[str, Any] = {}
    for attr, labeled in (("quotes", False), ("spans_quotes", True)):
        scores |= Scorer.score_spans(
            examples,
            attr,
            getter=lambda doc, _: doc.spans["quotes"],
            has_annotation=lambda doc: "quotes" in doc.spans,
            labeled=labeled,
            allow_overlap=True,
        )
    return scores
