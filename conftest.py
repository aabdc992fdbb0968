"""Runs the Python examples of the README and of the documentation as tests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from sybil import Document, Region, Sybil
from sybil.evaluators.doctest import DocTestEvaluator
from sybil.parsers.abstract.doctest import DocTestStringParser
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser


class SessionParser(CodeBlockParser):
    """Finds the examples with prompts: blocks of ``pycon``, each prompt with what it prints being one."""

    language = "pycon"
    parse_prompts: ClassVar = DocTestStringParser(DocTestEvaluator())

    def __call__(self, document: Document) -> Iterable[Region]:
        """The examples of *document*."""
        for block in super().__call__(document):
            for example in self.parse_prompts(block.parsed, document.path):
                example.adjust(block, block.parsed)
                yield example


PARSERS = (PythonCodeBlockParser(), SessionParser(), SkipParser())

pytest_collect_file = Sybil(parsers=PARSERS, patterns=["*.md"]).pytest()
