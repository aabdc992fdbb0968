"""Who speaks where nobody is named: each rule on a document made by hand, without a model."""

from __future__ import annotations

import pytest
from attrs import evolve
from handmade import parsed, quoted

from quotekit.language import language_of
from quotekit.records import Quote, Span
from quotekit.speakers.dialogue.turn_rules import TURN_RULES
from quotekit.speakers.dialogue.turns import is_told_in_turns
from quotekit.speakers.resolution import begin_work, read_all

ENGLISH = language_of("en")
QUOTE = ["“ `` “", "Yes UH yes", "” '' ”"]
CALL = ["“ `` “", "Mary NNP Mary npadvmod 0", "” '' ”"]
SAID = ["said VBD say", "{} NNP {} nsubj -1", ". . ."]
ACTED = ["{} NNP {} nsubj +1", "rose VBD rise", ". . ."]
LETTER = ["{} NNP {} poss +2", "’s POS ’s case -1", "letter NN letter nsubj +1", "came VBD come", ". . ."]
ASKED = ["{} NNP {} nsubj +1", "asked VBD ask", "whether IN whether mark +2", "it PRP it nsubj +1"]
LEAKED = ["leaked VBD leak ccomp -3", ". . ."]
BREAK = ["¶"]


def document(*pieces: list[str] | tuple[list[str], str]) -> str:
    """The lines of *pieces*, where heads count from their own token and ``{}`` is a name."""
    lines: list[str] = []
    for piece in pieces:
        rows, name = piece if isinstance(piece, tuple) else (piece, "")
        for row in rows:
            cells = row.format(name, name).split()
            if len(cells) == 5:
                cells[4] = str(len(lines) + int(cells[4]))
            lines.append(" ".join(cells))
    return "\n".join(lines)


FIRST = (QUOTE, (SAID, "Ada"))
"""A quotation whose source is the token 4, in front of all others: tokens 0 to 5."""

CASES = {
    "paragraph": (document(*FIRST, QUOTE), 6, "Ada"),
    "action": (document(*FIRST, BREAK, (ACTED, "Mary"), QUOTE), 10, "Mary"),
    "letter": (document(*FIRST, BREAK, (LETTER, "Mary"), BREAK, QUOTE), 13, "Mary"),
    "narration": (document(*FIRST, BREAK, (ACTED, "Mary"), BREAK, QUOTE), 11, "Mary"),
    "call": (document(CALL, (SAID, "Ada"), BREAK, QUOTE), 7, "Mary"),
    "last speaker": (document(*FIRST, BREAK, QUOTE), 7, "Ada"),
}


@pytest.mark.parametrize("rule", CASES)
def test_rule(rule: str) -> None:
    """The speaker of a quotation without a source is found by the first rule that knows."""
    lines, start, who = CASES[rule]
    doc = parsed(lines)
    work = begin_work(doc, [quoted(doc, (0, 3), (4, 5)), quoted(doc, (start, start + 3))])
    read_all(work)
    answer = work.answers[1]
    assert (answer.rule, answer.how) == (rule, "turn")
    assert answer.entity is not None
    assert work.text.words[answer.entity.names[0].head] == who


def test_lead() -> None:
    """The first quotation is of the only person whom the paragraph above it names."""
    for others, who in ((), "Mary"), (((ACTED, "Peter"),), None):
        lines = document(
            ([f"{'{}'} NNP {'{}'} attr +1", "was VBD be", ". . ."], "Mary"), *others, BREAK, QUOTE
        )
        doc = parsed(lines)
        start = len(lines.splitlines()) - 3
        work = begin_work(doc, [quoted(doc, (start, start + 3))])
        read_all(work)
        answer = work.answers.get(0)
        assert (answer and answer.entity and work.text.words[answer.entity.names[0].head]) == who


def test_question() -> None:
    """Whoever acts behind a question that the text reports answers it, and not who asked."""
    doc = parsed(document((ASKED, "Ada"), LEAKED, (ACTED, "Mary"), BREAK, QUOTE))
    asked = evolve(quoted(doc, (2, 5), (0, 1)), kind="indirect")
    work = begin_work(doc, [asked, quoted(doc, (10, 13))])
    read_all(work)
    assert work.answers[1].rule == "question"
    assert work.speaker(1) is not work.speaker(0)


@pytest.mark.parametrize(("mark", "rule"), [("?", "exchange"), (".", "last speaker")])
def test_exchange(mark: str, rule: str) -> None:
    """Whoever spoke before answers the question of whoever spoke last; what is no question goes on."""
    asks = ["“ `` “", "Yes UH yes", f"{mark} . {mark}", "” '' ”"]
    doc = parsed(document(*FIRST, BREAK, asks, (SAID, "Mary"), BREAK, QUOTE))
    work = begin_work(
        doc, [quoted(doc, (0, 3), (4, 5)), quoted(doc, (7, 11), (12, 13)), quoted(doc, (15, 18))]
    )
    read_all(work)
    assert work.answers[2].rule == rule


def test_every_rule_is_specified() -> None:
    """No row of the table is without a case."""
    assert [rule.name for rule in TURN_RULES if rule.name not in {"lead", "exchange", "question"}] == list(
        CASES
    )


@pytest.mark.parametrize(
    ("lines", "start", "who"),
    [
        (document(*FIRST, (ACTED, "Mary"), QUOTE), 9, "Mary"),
        (document(*FIRST, (ACTED, "Ada"), QUOTE), 9, "Ada"),
        (document(*FIRST, BREAK, QUOTE, (ACTED, "Mary")), 7, "Mary"),
        (document(*FIRST, BREAK, (ACTED, "Mary"), (ACTED, "Peter"), BREAK, QUOTE), 14, "Ada"),
        (document(*FIRST, *[BREAK, (["Snow NN snow", ". . ."], "")] * 3, BREAK, QUOTE), 16, None),
    ],
    ids=["who acts behind the last quote", "who spoke it and acts", "who acts behind", "two act", "too far"],
)
def test_neighbours(lines: str, start: int, who: str | None) -> None:
    """Whoever alone acts near by comes before whoever spoke; nobody speaks after a long way."""
    doc = parsed(lines)
    work = begin_work(doc, [quoted(doc, (0, 3), (4, 5)), quoted(doc, (start, start + 3))])
    read_all(work)
    speaker = work.speaker(1)
    assert (work.text.words[speaker.names[0].head] if speaker else None) == who


def test_somebody_else_acts_in_between() -> None:
    """Whoever acts between two quotations of a paragraph speaks the second."""
    doc = parsed(document((["{} NNP {} nsubj +1", "said VBD say"], "Ada"), QUOTE, (ACTED, "Mary"), QUOTE))
    work = begin_work(doc, [quoted(doc, (2, 5), (0, 1)), quoted(doc, (8, 11))])
    read_all(work)
    speaker = work.speaker(1)
    assert speaker is not None
    assert work.text.words[speaker.names[0].head] == "Mary"


def test_nothing_before() -> None:
    """A text that begins with a quotation and names nobody has no speaker."""
    doc = parsed(document(QUOTE))
    work = begin_work(doc, [quoted(doc, (0, 3))])
    read_all(work)
    assert work.answers == {}


def reported(text: str) -> Quote:
    """A report in the author's words that has a cue."""
    return Quote("indirect", (Span.of(text, 0, 1),), cue=(Span.of(text, 0, 1),))


@pytest.mark.parametrize(
    ("turns", "reports", "told"),
    [(2, 0, True), (2, 1, True), (2, 2, False), (3, 3, False), (4, 9, True), (1, 0, False)],
)
def test_what_is_told_in_turns(turns: int, reports: int, told: bool) -> None:
    """Turns that name nobody make a dialogue, not where the author reports, unless turns follow turns."""
    doc = parsed(document(*[QUOTE, BREAK] * turns))
    work = begin_work(doc, [])
    quotes = [quoted(doc, (at * 4, at * 4 + 3)) for at in range(turns)]
    assert is_told_in_turns(work.text, [*quotes, *[reported(doc.text)] * reports], ENGLISH) is told


def named_turn(name: str) -> tuple[list[str], str]:
    """A paragraph's quotation with who says it: tokens 0 to 2, and 4, of 6 with the break behind it."""
    return [
        "“ `` “ punct +1",
        "Yes UH yes ROOT",
        "” '' ” punct -1",
        "said VBD say",
        "{} NNP {} nsubj -1",
    ], name


@pytest.mark.parametrize(
    ("names", "reports", "told"),
    [
        ("Ada Tam Ada Tam", 1, True),
        ("Ada Ada Ada Ada", 0, False),
        ("Ada Tam Ada", 1, False),
        ("Ada Tam Ada Ada Tam", 0, False),
        ("Ada Tam", 0, True),
        ("Ada", 0, False),
    ],
)
def test_voices_that_change(names: str, reports: int, told: bool) -> None:
    """One turn that names nobody makes a dialogue where sources change, oftener beside reports."""
    pieces = [piece for name in names.split() for piece in (named_turn(name), BREAK)]
    doc = parsed(document(*pieces, QUOTE))
    count = len(names.split())
    quotes = [quoted(doc, (at * 6, at * 6 + 3), (at * 6 + 4, at * 6 + 5)) for at in range(count)]
    quotes.append(quoted(doc, (count * 6, count * 6 + 3)))
    assert (
        is_told_in_turns(begin_work(doc, []).text, [*quotes, *[reported(doc.text)] * reports], ENGLISH)
        is told
    )


def test_whoever_is_introduced_takes_no_turns() -> None:
    """A source that says who somebody is, behind a comma, is one of news, in which nobody takes turns."""
    pieces = [piece for name in ("Ada", "Tam") for piece in (named_turn(name), BREAK)]
    doc = parsed(document(*pieces, QUOTE))
    first, second = (quoted(doc, (at * 6, at * 6 + 3), (at * 6 + 4, at * 6 + 5)) for at in range(2))
    (span,) = second.source
    words = f"{span.text}, a cook"
    introduced = evolve(second, source=(Span(span.start, span.start + len(words), words),))
    told = [
        is_told_in_turns(begin_work(doc, []).text, [first, one, quoted(doc, (12, 15))], ENGLISH)
        for one in (second, introduced)
    ]
    assert told == [True, False]


TURNS = document(*FIRST, *[BREAK, QUOTE] * 3)
LED_UP_TO = document(QUOTE, (["said VBD say", "{} NNP {} nsubj -1", ": : :"], "Ada"), *[BREAK, QUOTE] * 3)


@pytest.mark.parametrize(("lines", "kept"), [(TURNS, False), (LED_UP_TO, True)], ids=["turn", "led up to"])
def test_source_of_the_turn_before(lines: str, *, kept: bool) -> None:
    """In dialogue nobody who is named for one turn is named for the next, unless a colon leads up to it."""
    doc = parsed(lines)
    later = [quoted(doc, (11, 14)), quoted(doc, (15, 18))]
    quotes = [quoted(doc, (0, 3), (4, 5)), quoted(doc, (7, 10), (4, 5)), *later]
    work = begin_work(doc, quotes)
    assert [bool(quote.source) for quote in work.quotes] == [True, kept, False, False]
