"""The trained tagger: one network over the text, whatever its language model would parse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import frozen
from tokenizers import Tokenizer

from quotekit.errors import WeightsError
from quotekit.finders.finding import CONFIDENCE_DIGITS, Finding, Rule, Tone
from quotekit.finders.network.chain import Chain, Decoded, Floats, decode
from quotekit.finders.network.confidence import confidence, evidence
from quotekit.finders.network.edges import tidied
from quotekit.finders.network.linker import LINK_KINDS, LinkGround, LinkWeights, link
from quotekit.finders.network.pieces import Convention, Pieces, parse_tokenizer, read_pieces, special_pieces
from quotekit.finders.network.roles import Found, found_by_links, role_spans
from quotekit.finders.network.sentences import sentence_ends
from quotekit.finders.network.session import Runner, open_session, read
from quotekit.finders.network.succession import comes_after, drop_links_across_speakers
from quotekit.finders.network.tones import ToneWeights
from quotekit.finders.network.weights import SHIPPED, load_weights
from quotekit.records import MarkedSpan
from quotekit.text.ranges import Range

__all__ = ["RULE", "ModelTagger", "Tagged", "load_tagger"]

RULE: Final = Rule[Any]("model", "network")

CROSSING: Final = -12.0
"""What is added to the score of a link that leads over the end of a sentence."""

THREADS: Final = 1
"""Threads of the network. More of them help a single long text and hurt beside other processes."""


@frozen(eq=False)
class Tagged:
    """All that the tagger knows of a text."""

    pieces: Pieces
    decoded: Decoded
    found: tuple[Found, ...]
    tones: tuple[Tone, ...]


class ModelTagger:
    """Finds quotes with a trained network."""

    def __init__(
        self, run: Runner, tokenizer: Tokenizer, arrays: Mapping[str, Floats], manifest: Mapping[str, Any]
    ) -> None:
        self._run, self._tokenizer, self._special = run, tokenizer, special_pieces(tokenizer)
        self._chain = Chain(arrays["steps"], arrays["begins"])
        self._links = {kind: LinkWeights.of(arrays, kind) for kind in LINK_KINDS}
        self._tones = ToneWeights.of(arrays)
        self._calibration = manifest["calibration"]
        self._least = float(manifest["least_confidence"])

    def __call__(
        self,
        text: str,
        marks: Sequence[MarkedSpan],
        convention: Convention = "guidelines",
        bounds: Sequence[Range] | None = None,
    ) -> list[Finding]:
        """The findings in *text*, in order of their content.

        Arguments are those of `quotekit.finders.network.pieces.read_pieces`.
        """
        tagged = self.tag(text, marks, convention, bounds)
        return [
            tidied(text, _finding(found, tone, tagged.pieces, sure), marks)
            for found, tone in zip(tagged.found, tagged.tones, strict=True)
            if (sure := self.confidence(found, tagged)) >= self._least
        ]

    def tag(
        self,
        text: str,
        marks: Sequence[MarkedSpan],
        convention: Convention = "guidelines",
        bounds: Sequence[Range] | None = None,
    ) -> Tagged:
        """The findings in *text* as ranges of word pieces, with all that they rest on."""
        pieces = read_pieces(text, marks, self._tokenizer, convention, bounds)
        reading = read(self._run, pieces, self._special)
        decoded = decode(reading.emissions, pieces.paragraph_bounds(), pieces.within_words(text), self._chain)
        ground = LinkGround(reading.vectors, pieces.paragraph, sentence_ends(text, marks, pieces))
        found = tuple(self._found(pieces, ground, decoded))
        return Tagged(pieces, decoded, found, tuple(self._tones.read(reading.vectors, found)))

    def confidence(self, found: Found, tagged: Tagged) -> float:
        """The probability that *found* is right, in thousandths."""
        return round(
            confidence(evidence(found, tagged.decoded, tagged.pieces), self._calibration), CONFIDENCE_DIGITS
        )

    def _found(self, pieces: Pieces, ground: LinkGround, decoded: Decoded) -> list[Found]:
        spans = role_spans(decoded.labels)
        contents, cues, sources = spans["content"], spans["cue"], spans["source"]
        marked = [pieces.opens(start) for start, _ in contents]
        stays = [0.0 if mark else CROSSING for mark in marked]
        linked = link(self._links["content_cue"], ground, contents, cues, stays)
        content_cue = drop_links_across_speakers(pieces, contents, cues, linked)
        follows = [
            mark and found.target is not None and comes_after(ground.ends, cues[found.target], content)
            for mark, found, content in zip(marked, content_cue, contents, strict=True)
        ]
        cue_source = link(self._links["cue_source"], ground, cues, sources, [CROSSING] * len(cues))
        content_source = link(self._links["content_source"], ground, contents, sources, [0.0] * len(contents))
        return found_by_links(spans, content_cue, cue_source, content_source, follows)


def load_tagger(folder: Path = SHIPPED, *, threads: int = THREADS) -> ModelTagger:
    """The tagger with the weights in *folder*, by default those that come with the package.

    Raises:
        WeightsError: The weights are missing or damaged, or do not fit this version.
    """
    weights = load_weights(folder)
    try:
        run = open_session(weights.network, weights.words, threads)
        return ModelTagger(run, parse_tokenizer(weights.tokenizer), weights.arrays, weights.manifest)
    except Exception as error:  # each of the libraries that read the files has errors of its own
        raise WeightsError(str(folder), f"holds weights that do not fit ({error})") from error


def _finding(found: Found, tone: Tone, pieces: Pieces, sure: float) -> Finding:
    def characters(spans: Sequence[Range]) -> tuple[Range, ...]:
        return tuple(pieces.characters(span) for span in spans)

    content, cue, source = (characters(part) for part in (found.content, found.cue, found.source))
    return Finding(content, cue, source, rule=RULE, confidence=sure, tone=tone)
