"""Reports between two pauses give what stands around them to their source."""

from __future__ import annotations

import pytest
from spacy.language import Language

from quotekit import Settings
from quotekit.finders.rules.insertions.inversions import inverted_reports
from quotekit.finders.rules.insertions.set_in import inserted_reports
from quotekit.finders.rules.parsed_page import with_parse
from quotekit.text.page import read_page

SET_IN = [
    ("The wall, Bakker conceded, had been leaking.", "Bakker", "The wall|had been leaking"),
    ("The wall – Bakker told reporters on Monday – had leaked.", "Bakker", "The wall|had leaked"),
    ("The wall was old, she said, but, she added, it will hold.", "she", "The wall was old|it will hold"),
    ("Work stopped because, the foreman complained, nobody paid.", "the foreman", "nobody paid"),
    ("But the wall, he said, will hold.", "he", "the wall|will hold"),
    ("The wall is old, an engineer said, adding that it will hold.", "an engineer", "The wall is old"),
    ("The wall leaks, said she wrote, who built it.", "", ""),
    ("The sluice held, Bakker wrote, “beyond all hope”.", "Bakker", "The sluice held|“beyond all hope”"),
    ("When Holm asked whether it leaked, Bakker said, “It does.”", "Bakker", "“It does"),
    ("He saw the wall, Bakker drew a map, and they left.", "", ""),
    ("The wall, which engineers said, was old.", "", ""),
]


@pytest.mark.parametrize("case", SET_IN, ids=lambda case: case[0])
def test_inserted_reports(case: tuple[str, str, str], nlp: Language) -> None:
    """The sentence around a report is its content, less what tells of the speaker or comes before."""
    text, source, content = case
    found = list(inserted_reports(with_parse(read_page(text), nlp(text), Settings())))
    words = [text[start:end].strip(" .") for item in found for start, end in item.content]
    assert words == [part for part in content.split("|") if part] or (not content and not found)
    if content:
        assert source in {text[start:end] for item in found for start, end in item.source}


TWO = [
    ("The wall, Bakker said, is old, and the roof, Holm said, is not.", "The wall|is old,|the roof|is not"),
    (
        "The wall holds, Ada Holm said, and it will not leak, she added.",
        "The wall holds|it will not leak",
    ),
    ("The wall is old, Bakker said, but Holm said it was not.", "The wall is old"),
]


@pytest.mark.parametrize(("text", "content"), TWO)
def test_two_reports_in_a_sentence(text: str, content: str, nlp: Language) -> None:
    """Each of two insertions reports its own side of the conjunction between them."""
    found = inserted_reports(with_parse(read_page(text), nlp(text), Settings()))
    assert content == "|".join(text[start:end] for item in found for start, end in item.content)


def test_a_subject_behind_its_verb(nlp: Language) -> None:
    """A comma that cuts a verb off from its subject shows that the subject comes behind it."""
    text = "The harbour wall, explained the engineer, Piet Bakker, had been leaking since May."
    (item,) = inverted_reports(with_parse(read_page(text), nlp(text), Settings()))
    assert [text[slice(*span)] for span in item.source] == ["the engineer, Piet Bakker"]
    assert [text[slice(*span)] for span in item.content] == [
        "The harbour wall,",
        "had been leaking since May",
    ]
