"""Quotations that follow one another, stand in one another, or are asked about."""

from __future__ import annotations

import pytest
from attrs import evolve

from quotekit.finders.finding import Finding, Range
from quotekit.finders.layouts import LAYOUTS
from quotekit.quotes.matching import best_matches
from quotekit.quotes.nesting import JudgedQuote, with_depths
from quotekit.quotes.succession.further_sentences import (
    cut_at_sentence_ends,
    joined_where_broken_off,
    utterances_without_cue,
)
from quotekit.records import Quote, Span
from quotekit.text.page import read_page
from quotekit.verdict import without_crossing, without_repeated

SIGNATURE = next(rule for rule in LAYOUTS if rule.name == "signature")


def at(text: str, words: str) -> Range:
    """Where *words* stand in *text*."""
    return text.index(words), text.index(words) + len(words)


def item(text: str, *content: str, cue: str = "", source: str = "") -> Finding:
    """The attribution of words of *text*."""
    parts = [(at(text, words),) if words else () for words in (cue, source)]
    return Finding(tuple(at(text, words) for words in content), *parts)


def quote(text: str, *content: str) -> Quote:
    """A quote of words of *text*."""
    return Quote("indirect", tuple(Span.of(text, *at(text, words)) for words in content))


def nested(quotes: list[Quote], lang: str) -> list[Quote]:
    """Those of *quotes* that stay, with their depths."""
    return [found.quote for found in with_depths([JudgedQuote(quote) for quote in quotes], lang)]


def test_a_sentence_end_divides() -> None:
    """Behind the cue's sentence a new quotation begins, with the same source and no cue."""
    text = "“We sail,” Ann said. “We row.”"
    told = item(text, "“We sail,”", "“We row.”", cue="said", source="Ann")
    first, second = cut_at_sentence_ends(text, told)
    assert (at(text, "said"),) == first.cue
    assert ((at(text, "“We row.”"),), (), (at(text, "Ann"),)) == (second.content, second.cue, second.source)


def test_a_comma_does_not_divide() -> None:
    """What goes on in the cue's sentence is one quotation."""
    text = "“We sail,” Ann said, “and row.”"
    assert len(list(cut_at_sentence_ends(text, item(text, "“We sail,”", "“and row.”", cue="said")))) == 1


def test_a_quotation_before_a_reported_clause_is_one_of_its_own() -> None:
    """Of a quotation and the clause that the next sentence reports the clause alone has the cue."""
    text = "“It leaks.” When asked, Ann said it was the pump."
    told = item(text, "“It leaks.”", "it was the pump", cue="said", source="Ann")
    first, second = cut_at_sentence_ends(text, told)
    assert ((at(text, "“It leaks.”"),), ()) == (first.content, first.cue)
    assert ((at(text, "it was the pump"),), told.cue) == (second.content, second.cue)


def test_a_quotation_around_its_cue_stays_whole() -> None:
    """What goes on in marks behind a cue is the same quotation, and so is what stops in a comma before it."""
    for text, rest in (
        ("“It leaks.” Ann said, “Ice.”", "“Ice.”"),
        ("“It leaks,” Ann said it was ice.", "it was ice"),
    ):
        first = text[: text.index("”") + 1]
        assert len(list(cut_at_sentence_ends(text, item(text, first, rest, cue="said")))) == 1


def float_in(text: str, *told: Finding) -> list[tuple[list[str], list[str]]]:
    """The contents and sources of the floating quotations of *text*."""
    found = utterances_without_cue(read_page(text), told)
    return [([text[a:b] for a, b in one.content], [text[a:b] for a, b in one.source]) for one in found]


def test_floating_behind_a_cue_keeps_the_source() -> None:
    """A quotation right behind the cue's sentence, adverbials and all, has the same source."""
    text = "“We sail,” Ann said on deck. “We row.”"
    told = item(text, "“We sail,”", cue="said", source="Ann")
    assert float_in(text, told) == [(["“We row.”"], ["Ann"])]


def test_floating_in_another_paragraph_has_no_source() -> None:
    """Who said a paragraph of its own is for its place in the conversation to tell."""
    text = "“We sail,” Ann said.\n\n“We row.”"
    told = item(text, "“We sail,”", cue="said", source="Ann")
    assert float_in(text, told) == [(["“We row.”"], [])]


def test_pull_quotes_are_not_counted_twice() -> None:
    """A paragraph that repeats a quotation is none of its own."""
    text = "“We sail tonight,” Ann said.\n\n“We sail tonight”"
    assert float_in(text, item(text, "“We sail tonight,”", cue="said")) == []


def test_crossing_contents() -> None:
    """Of two contents that cross, the one that begins first and is longer stays."""
    text = "Ann said the sea rose and fell, Bo said."
    outer = item(text, "Ann said the sea rose and fell", cue="Bo said")
    inner = item(text, "the sea rose", cue="Ann said")
    crossing = item(text, "rose and fell, Bo", cue="the sea")
    assert [outer, inner] == without_crossing([crossing, inner, outer])


def from_source(text: str, content: str, source: str) -> Quote:
    """A quote of words of *text* with its source."""
    return evolve(quote(text, content), source=(Span.of(text, *at(text, source)),))


def test_depth() -> None:
    """Depth counts the quotes around a quote."""
    text = "Ann said Bo said Cy said it rained."
    quotes = [
        from_source(text, "Bo said Cy said it rained", "Ann"),
        from_source(text, "Cy said it rained", "Bo"),
        from_source(text, "it rained", "Cy"),
    ]
    assert [found.depth for found in nested(quotes, "en")] == [0, 1, 2]


def test_a_nested_quote_is_the_speech_of_another() -> None:
    """What the quoted speaker thinks, or says of their own saying, is no quote of its own."""
    text = "Ann said Bo said she told him it rained."
    outer, inner = from_source(text, "Bo said she told him it rained", "Ann"), "it rained"
    own, other = from_source(text, inner, "she"), from_source(text, inner, "Bo")
    assert nested([outer, own], "en") == [outer]
    assert nested([outer, evolve(other, act="thought")], "en") == [outer]
    assert nested([outer, other], "en") == [outer, evolve(other, depth=1)]
    direct = evolve(outer, kind="direct")
    assert nested([direct, own], "en") == [direct, evolve(own, depth=1)]


def test_matching_by_likeness() -> None:
    """A quote asked about is the one found that shares most of it, if half is shared."""
    text = "Ann said the sea rose. Bo said the wind fell and rose and fell again."
    found = [quote(text, "the sea rose"), quote(text, "the wind fell and rose and fell again")]
    asked = [quote(text, "sea rose"), quote(text, "wind fell"), quote(text, "Ann")]
    assert [found[0], None, None] == best_matches(asked, found)


def test_a_part_of_what_was_said_is_no_quotation_of_its_own() -> None:
    """A paragraph of its own that repeats a clause of a quotation is a pull quote."""
    text = "“We sail at nine, whatever comes,” Ann said.\n\n“We sail at nine”\n\nIt rained."
    assert float_in(text, item(text, "“We sail at nine, whatever comes,”", cue="said", source="Ann")) == []


def test_signed_pull_quotes_are_left_out() -> None:
    """A signature under words that were quoted with a verb adds nothing; under others it does."""
    text = "“We sail at nine,” Ann said.\n\n“We sail at nine” — Ann\n\n“Nobody rows here” — Bo"
    told = item(text, "“We sail at nine,”", cue="said", source="Ann")
    signed = [
        evolve(item(text, words, source=name), rule=SIGNATURE)
        for words, name in (("“We sail at nine”", "Ann"), ("“Nobody rows here”", "Bo"))
    ]
    assert [told, signed[1]] == without_repeated(text, [told, *signed])


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("“We sail,” Ann said. “We row.”", "said", ["Ann"]),
        ("“We sail,” Ann said.  It rained. “We row.”", "said", []),
        ("“We sail,” Ann said\n“We row.”", "said", []),
        ("“We sail.” “We row.”", "", []),
    ],
)
def test_whose_a_floating_quotation_is(text: str, cue: str, expected: list[str]) -> None:
    """Only what stands right behind the cue's sentence in its paragraph has the same source."""
    told = [item(text, "“We sail,”", cue=cue, source="Ann")] if cue else []
    found = {tuple(content): source for content, source in float_in(text, *told)}
    assert found["“We row.”",] == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“We sail,” Ann said. “We row.”", 2),
        ("“We sail,” Ann said! “We row.”", 2),
        ("“We sail,” Ann said… “We row.”", 2),
        ("“We sail,” Ann said, “We row.”", 1),
        ("“We sail,” Ann said: “We row.”", 1),
        ("“We sail.” . “We row.”", 1),
    ],
)
def test_where_a_new_quotation_begins(text: str, count: int) -> None:
    """Words that end a sentence divide; marks and stops alone do not."""
    first = text[: text.index("”") + 1]
    assert len(list(cut_at_sentence_ends(text, item(text, first, "“We row.”")))) == count


def test_layouts_are_not_divided() -> None:
    """A turn that the layout shows is one quotation, whatever stands between its parts."""
    text = "“We sail,” Ann said. “We row.”"
    turn = evolve(item(text, "“We sail,”", "“We row.”"), fixed="direct")
    assert list(cut_at_sentence_ends(text, turn)) == [turn]


@pytest.mark.parametrize(
    ("quotation", "repeated", "count"),
    [
        ("“We sail at nine,” Ann said.", "“We sail at nine”", 0),
        ("“We sail at nine,” Ann said.", "“WE SAIL: at NINE!”", 1),
        ("“We, whatever comes, sail at nine,” Ann said.", "“Whatever comes, sail at nine”", 0),
        ("“We sail,” Ann said.", "“We sail, we sail”", 0),
        ("“We sail,” Ann said.", "“We sail. We sail.” Bo", 1),
        ("“Do we sail,” Ann said.", "“Do we sail?”", 1),
    ],
)
def test_pull_quotes(quotation: str, repeated: str, count: int) -> None:
    """A paragraph of four words and more whose phrases were all quoted elsewhere is none of its own."""
    text = f"{quotation}\n\n{repeated}"
    told = item(text, quotation[: quotation.index("”") + 1], cue="said", source="Ann")
    assert len(float_in(text, told)) == count


BROKEN_OFF = "“Pray,” quoth Ode, “do you see the boat?”"
ANSWERED = "“Pray,” quoth Ode. “Do you see the boat?”"


@pytest.mark.parametrize(("text", "expected"), [(BROKEN_OFF, 1), (ANSWERED, 2)])
def test_a_quotation_that_a_comma_broke_off_goes_on(text: str, expected: int) -> None:
    """What begins with a small letter behind the cue in its sentence is part of the quotation before it."""
    first = item(text, "“Pray,”", cue="quoth", source="Ode")
    second = item(text, text[text.rindex("“") :], source="Ode")
    found = list(joined_where_broken_off(read_page(text), [second, first]))
    assert len(found) == expected
    assert found[0].cue == first.cue
