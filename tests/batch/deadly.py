"""A spaCy component that ends its process, which worker processes import by this module's name."""

from __future__ import annotations

import os

import spacy
from spacy.language import Language
from spacy.tokens import Doc

DEADLY = "Now the process ends."
EXIT_CODE = 3


@Language.component("deadly")
def deadly(doc: Doc) -> Doc:
    """End the process when the text says so, and fail when it says that."""
    if doc.text == DEADLY:
        os._exit(EXIT_CODE)
    if doc.text == "Now it fails.":
        raise RuntimeError("it failed")
    return doc


def with_deadly(nlp: Language) -> Language:
    """A pipeline of the components of *nlp* and the deadly one."""
    copy = spacy.blank("en")
    for name in nlp.pipe_names:
        copy.add_pipe(name, source=nlp)
    copy.add_pipe("deadly")
    return copy


class Hopeless:
    """Something that ends each process that unpickles it."""

    def __call__(self, doc: Doc) -> Doc:
        """Nothing happens to *doc*."""
        return doc

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (EXIT_CODE,)
