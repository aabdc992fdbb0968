"""What quotekit takes from textacy; the only module that imports it, and only when it is needed.

``import textacy`` brings scikit-learn, scipy and networkx, more than a second's work. Its verbs are
therefore a table of each language (``tools/textacy_verbs.py`` makes it), and the one module by which verbs
are expanded is imported without its package's own start.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING

from quotekit.language import language_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["direct_quotation_triple", "expanded_verb", "textacy_verbs"]

_MODULE = "extract.triples"
"""Where textacy expands nouns and verbs."""

_SHELL = "quotekit.parse._textacy"
"""Under which name it is imported; textacy's own name stays free for whoever imports all of it."""


def textacy_verbs(lang: str) -> frozenset[str]:
    """The lemmas of textacy's ``REPORTING_VERBS`` for *lang*; none for a language that it lacks."""
    return language_of(lang).textacy_verbs


def expanded_verb(verb: Token) -> list[Token]:
    """*verb* with its auxiliaries and its negation, in the order of the text."""
    return sorted(_triples().expand_verb(verb), key=lambda token: token.i)


def direct_quotation_triple(speaker: Span, cue: Span, content: Span) -> tuple[list[Token], list[Token], Span]:
    """textacy's own ``DQTriple``: the speaker's noun and what is joined to it, the verb with its helpers."""
    from textacy.extract import triples  # noqa: PLC0415 - whoever wants its triples loads all of it

    named = sorted(triples.expand_noun(speaker.root), key=lambda token: token.i)
    told = expanded_verb(cue.root) if cue.root.pos_ == "VERB" else list(cue)
    triple: tuple[list[Token], list[Token], Span] = triples.DQTriple(speaker=named, cue=told, content=content)
    return triple


@cache
def _triples() -> ModuleType:
    """textacy's module of triples: the loaded one, or it alone."""
    if loaded := sys.modules.get(f"textacy.{_MODULE}"):
        return loaded
    found = find_spec("textacy")
    if found is None or not found.submodule_search_locations:
        return import_module(f"textacy.{_MODULE}")
    _open_shell(_SHELL, found.submodule_search_locations[0])
    _open_shell(f"{_SHELL}.extract", f"{found.submodule_search_locations[0]}/extract")
    return import_module(f"{_SHELL}.{_MODULE}")


def _open_shell(name: str, folder: str) -> None:
    """Let modules of *folder* be imported as those of package *name*, whose own start is left out."""
    shell = ModuleType(name)
    shell.__path__ = [folder]
    sys.modules[name] = shell
