"""Whom a source with an "and" or an office in it names, without a model."""

from __future__ import annotations

import pytest
from handmade import parsed, quoted, read

from quotekit import Settings
from quotekit.speakers import resolve_speakers
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.resolution import begin_work
from quotekit.speakers.speaker_records import conjunction_between

PERSONS = {"Dineo": 2, "Olle": 2}


def source_of(words: str, tags: str) -> tuple[str, list[str]]:
    """The kind of a source and the names in it; entities of persons are two words long."""
    tokens, kinds = words.split(), tags.split()
    lines = "\n".join(f"{word} {tag}" for word, tag in zip(["said", *tokens], ["VBD", *kinds], strict=True))
    entities = [(at, at + 2, "PERSON") for at, word in enumerate(["said", *tokens]) if word in PERSONS]
    doc = parsed(f"“ ``\nYes UH\n” ''\n{lines}", [(at + 3, end + 3, label) for at, end, label in entities])
    work = begin_work(doc, [quoted(doc, (0, 3), (4, 4 + len(tokens)))])
    source = work.placed[0].source
    assert source is not None
    return source.kind, [work.text.words[name.first] for name in source.names]


@pytest.mark.parametrize(
    ("words", "tags", "expected"),
    [
        ("author and singer Dineo Lauk", "NN CC NN NNP NNP", ("name", ["Dineo"])),
        ("Dineo Lauk and Olle Holm", "NNP NNP CC NNP NNP", ("joint", ["Dineo", "Olle"])),
        ("the mayor and singer Dineo Lauk", "DT NN CC NN NNP NNP", ("name", ["Dineo"])),
        ("the mayor and the singer Dineo Lauk", "DT NN CC DT NN NNP NNP", ("joint", ["Dineo"])),
        ("neighbours and singer Dineo Lauk", "NNS CC NN NNP NNP", ("joint", ["Dineo"])),
        ("Secretary of Roads Dineo Lauk", "NNP IN NNP NNP NNP", ("name", ["Dineo"])),
        ("friends of Dineo Lauk", "NNS IN NNP NNP", ("nominal", [])),
    ],
)
def test_one_or_several(words: str, tags: str, expected: tuple[str, list[str]]) -> None:
    """An "and" joins persons, or what one of them is; an office's name belongs to whoever is named last."""
    assert source_of(words, tags) == expected


def test_several_are_called_by_their_full_names() -> None:
    """Several speakers are called by the fullest name that the text gives of each."""
    lines = "“ ``\nYes UH\n” ''\nsaid VBD\nLauk NNP\nand CC\nHolm NNP\n. .\nDineo NNP\nLauk NNP\nleft VBD"
    doc = parsed(lines, [(8, 10, "PERSON")])
    [quote] = resolve_speakers(doc, [quoted(doc, (0, 3), (4, 7))], settings=Settings())
    assert quote.speaker_name == "Dineo Lauk and Holm"


def test_the_word_that_joins_several() -> None:
    """Names are joined by the last "and" among them, though a comma stands before the last name."""
    text = read("Dineo NNP\nand CC\nHolm NNP\n, ,\nBo NNP")
    first, last = (Mention("name", at, at + 1, at, "PERSON") for at in (0, 4))
    assert conjunction_between(text, first, last) == "and"
