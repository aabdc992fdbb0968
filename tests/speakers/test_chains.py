"""Chains of mentions that the caller gives: whom they make pronouns, descriptions and names mean."""

from __future__ import annotations

import re
from typing import Any

import pytest
from handmade import parsed, quoted
from spacy.tokens import Doc

from quotekit import InputTypeError, OffsetsError, Settings, Span
from quotekit.speakers import resolve_speakers
from quotekit.speakers.mentions.chains import read_chains

YES = "“ `` “ punct 1\nYes UH yes ROOT 1\n” '' ” punct 1\n"
MET = "Ada NNP Ada nsubj 4\nmet VBD meet ROOT 4\nTam NNP Tam dobj 4\n. . . punct 4\n"
"""Two people, of whom a pronoun behind them means the subject: tokens 3 to 6 behind a quotation."""

# The words of the source behind the two people, the chains as tokens, and how the source names the speaker,
# by which rule, and by what name.
SHE = "She PRP she nsubj 8"
SMITH = "the DT the det 8\nsmith NN smith nsubj 9"
TOLD = {
    "no chain": (SHE, [], ("pronoun", "pronoun", "Ada")),
    "a pronoun": (SHE, [[(5, 6), (7, 8)]], ("pronoun", "chain", "Tam")),
    "a description": (SMITH, [[(5, 6), (7, 9)]], ("nominal", "chain", "Tam")),
    "nobody with a name": (SMITH, [[(7, 9)]], ("unnamed", "chain", "the smith")),
    "neither a name nor a description": (SHE, [[(4, 5), (7, 8)]], ("pronoun", "pronoun", "Ada")),
    "heads that differ": (SHE, [[(3, 7), (7, 8)]], ("pronoun", "pronoun", "Ada")),
}


def spans(doc: Doc, chains: list[list[tuple[int, int]]]) -> list[tuple[Span, ...]]:
    """Chains of tokens as chains of spans."""
    return [
        tuple(Span.of(doc.text, doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in one)
        for one in chains
    ]


@pytest.mark.parametrize("case", TOLD)
def test_chain(case: str) -> None:
    """A chain tells whom a mention means whose head it holds, if it holds a name or a description."""
    words, chains, expected = TOLD[case]
    end = 7 + len(words.splitlines())
    doc = parsed(f"{YES}{MET}{words}\nsaid VBD say ROOT {end}", [(3, 4, "PERSON"), (5, 6, "PERSON")])
    quote = quoted(doc, (0, 3), (7, end))
    [found] = resolve_speakers(doc, [quote], settings=Settings(), chains=spans(doc, chains))
    assert found.speaker is not None
    assert (found.speaker.how, found.speaker.rule, found.speaker.name) == expected


def test_two_of_one_surname() -> None:
    """Two chains never become one person, and each takes the names that it holds."""
    lines = "Ada NNP Ada compound 1\nLund NNP Lund nsubj 2\nmet VBD meet ROOT 2\nTam NNP Tam compound 4\n"
    lines += "Lund NNP Lund dobj 2\n. . . punct 2\n" + YES.replace("1", "7")
    lines += "said VBD say ROOT 9\nLund NNP Lund nsubj 9"
    doc = parsed(lines, [(0, 2, "PERSON"), (3, 5, "PERSON"), (10, 11, "PERSON")])
    quote = quoted(doc, (6, 9), (10, 11))
    for own, other, name in (((0, 2), (3, 5), "Ada Lund"), ((3, 5), (0, 2), "Tam Lund")):
        chains = spans(doc, [[own, (10, 11)], [other]])
        [found] = resolve_speakers(doc, [quote], settings=Settings(), chains=chains)
        assert found.speaker is not None
        assert found.speaker.name == name


def test_other_names() -> None:
    """All names of a chain are one person's, who is called by the fullest."""
    lines = f"{YES}said VBD say ROOT 3\nLizzy NNP Lizzy nsubj 3\n. . . punct 3\n"
    lines += "Elizabeth NNP Elizabeth compound 7\nBright NNP Bright nsubj 8\nsang VBD sing ROOT 8"
    doc = parsed(lines, [(4, 5, "PERSON"), (6, 8, "PERSON")])
    quote = quoted(doc, (0, 3), (4, 5))
    [found] = resolve_speakers(doc, [quote], settings=Settings(), chains=spans(doc, [[(4, 5), (6, 8)]]))
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.how) == ("Elizabeth Bright", "partial")


@pytest.mark.parametrize("again", [(4, 5), (4, 6)])
def test_chains_with_a_mention_in_common(again: tuple[int, int]) -> None:
    """Chains that share a mention, or parts of one name, are one: nobody loses some of their names."""
    lines = f"{YES}said VBD say ROOT 3\nAda NNP Ada compound 5\nLund NNP Lund nsubj 3\n. . . punct 3\n"
    lines += "Lund NNP Lund nsubj 8\nleft VBD leave ROOT 8\n. . . punct 8\n"
    lines += "She PRP she nsubj 11\nlaughed VBD laugh ROOT 11"
    doc = parsed(lines, [(4, 6, "PERSON"), (7, 8, "PERSON")])
    quotes = [quoted(doc, (0, 3), (4, 6)), quoted(doc, (0, 3), (7, 8)), quoted(doc, (0, 3), (10, 11))]
    chains = spans(doc, [[(4, 6), (10, 11)], [again]])
    found = resolve_speakers(doc, quotes, settings=Settings(), chains=chains)
    assert [quote.speaker_name for quote in found] == ["Ada Lund"] * 3


def test_read_chains() -> None:
    """A mention is a span of the text or where it starts and ends."""
    assert read_chains("Ada sang.", [[(0, 3), Span(0, 3, "Ada")]]) == ((Span(0, 3, "Ada"),) * 2,)


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ("Ada", InputTypeError, "chains, each a list of mentions"),
        ([(0, 3)], InputTypeError, "Cannot use int"),
        ([[0, 3]], InputTypeError, "Cannot use int"),
        ([[(0, 3.0)]], InputTypeError, "(0, 3.0)"),
        ([[(0, 90)]], OffsetsError, "offsets 0 to 90"),
        ([[(-3, 2)]], OffsetsError, "offsets -3 to 2"),
        ([[(3, 3)]], OffsetsError, "offsets 3 to 3"),
        ([[Span(1, 4, "Ada")]], OffsetsError, "'Ada'"),
    ],
)
def test_chains_that_cannot_be_read(given: Any, error: type[Exception], message: str) -> None:
    """What is no chain, or stands elsewhere, is refused with what there is to do."""
    with pytest.raises(error, match=re.escape(message)):
        read_chains("Ada sang.", given)
