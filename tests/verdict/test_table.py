"""What happens to two findings, row by row of the table."""

from __future__ import annotations

from itertools import groupby
from typing import Any, get_args

import pytest
from attrs import evolve

from quotekit.finders.finding import Finding, Range, Rule
from quotekit.records import Quote, Span
from quotekit.text.page import read_page
from quotekit.verdict import TABLE, decide, kept_by
from quotekit.verdict.row import Outcome, Question

INSERTED = Rule[Any]("inserted report", "rules", knows_extent=True)
APPENDED = Rule[Any]("report behind a clause", "rules", knows_extent=True, knows_front=True)
SURE = Rule[Any]("set phrase", "rules")
PHRASE = Rule[Any]("words of somebody", "rules", lends=("content", "cue", "source"))
UNSURE = Rule[Any]("clause", "rules", stands_alone=False)
PARTED = Rule[Any]("inserted report", "rules", knows_extent=True, stands_alone=False)
TAKEN_UP = read_page("“Do row,” Ann said, going; “the sea is low.”")
PAGE = read_page("“We sail,” Ann said.")
MARKED = (0, 10)


def item(
    *content: Range, cue: Range | None = None, fixed: bool = False, rule: Rule[Any] | None = None
) -> Finding:
    """A finding by its content, perhaps with a cue, edges that the layout gives, and its rule."""
    kind: Any = "direct" if fixed else None
    return Finding(content, (cue,) if cue else (), rule=rule or Rule[Any]("any", "rules"), fixed=kind)


def quote(start: int, end: int, source: str, **parts: Any) -> Quote:
    """A quote of some characters, with its source."""
    kind = parts.pop("kind", "indirect")
    content = (Span(start, end, "x" * (end - start)),)
    return Quote(kind, content, (), (Span(0, len(source), source),) if source else (), **parts)


HEADED = read_page("Herald: Talks have failed, the mayor said.")
LED_ON = read_page("“We sail.”\n\nAnn said: “We do.”")
ASKED = read_page("Ann asked “Who?” Bo replied, “Me.”")
ANSWERED = read_page("“We sail,” Ann said. “No,” Bo replied.")
TOPICAL = read_page("TOPIC: Should the dam go? they ask.")
AMID = read_page("Ann said it is “dead” in the water.")
BROKEN_OFF = read_page("Ann said but the price rose.")
AT_NINE = read_page("Ann said it sank at 9:40pm on Sunday.")
NAMED = read_page("Ann called it all “dead”.")
SPLIT = read_page("“We sail,” Ann said, at last, “I think so.”")
PULLED = read_page("“We sail at nine, come what may”")

RELAYED = read_page("“We sail,” Ann said, according to Bo.")
ADDED = read_page("“We sail,” Ann said, and the bay froze, according to Bo.")
ENTITLED = read_page("a memo titled “We sail”")

MEETINGS: list[tuple[Question, str, tuple[object, ...]]] = [
    ("two of the rules", "one cue", (item((0, 5), cue=(6, 9)), item((12, 20), cue=(6, 9)))),
    ("two of the rules", "another cue", (item((0, 5), cue=(6, 9)), item((0, 5), cue=(10, 12)))),
    ("two of the rules", "another cue", (item((0, 5), cue=(6, 9), fixed=True), item((12, 20), cue=(6, 9)))),
    (
        "around another",
        "relayed whole",
        (item((0, 19), cue=(21, 33)), evolve(item(MARKED, cue=(15, 19)), source=((11, 14),)), RELAYED),
    ),
    (
        "around another",
        "words of its own",
        (item((0, 34), cue=(36, 48)), evolve(item(MARKED, cue=(15, 19)), source=((11, 14),)), ADDED),
    ),
    (
        "network's cue and rules",
        "colon beside a report",
        (item((8, 24), cue=(6, 7)), [item((8, 24))], HEADED),
    ),
    ("network's cue and rules", "cue of words", (item((8, 24), cue=(32, 36)), [item((8, 24))], HEADED)),
    ("network's cue and rules", "cue of words", (item((8, 24), cue=(6, 7)), [item((26, 36))], HEADED)),
    (
        "network and likest rule",
        "same cue, the rule reads on",
        (evolve(item((10, 20), cue=(5, 9)), confidence=0.6), item((10, 40), cue=(5, 9)), PAGE),
    ),
    (
        "network and likest rule",
        "same content",
        (evolve(item((10, 30), cue=(5, 9)), confidence=0.9), item((10, 40), cue=(5, 9)), PAGE),
    ),
    (
        "network and likest rule",
        "same cue, the rule reads on",
        (evolve(item((9, 21), cue=(4, 8)), confidence=0.9), item((9, 31), cue=(4, 8)), AMID),
    ),
    (
        "network and likest rule",
        "same cue, the rule reads on",
        (evolve(item((9, 16), cue=(4, 8)), confidence=0.9), item((9, 27), cue=(4, 8)), BROKEN_OFF),
    ),
    (
        "network and likest rule",
        "same cue, the rule reads on",
        (evolve(item((9, 21), cue=(4, 8)), confidence=0.9), item((9, 36), cue=(4, 8)), AT_NINE),
    ),
    (
        "network and likest rule",
        "same cue, what the marks are said of",
        (item((18, 24), cue=(4, 10)), item((11, 24), cue=(4, 10)), NAMED),
    ),
    (
        "network and likest rule",
        "marks alone in a report",
        (item((18, 24)), evolve(item((11, 24), cue=(4, 10), rule=SURE), source=((0, 3),)), NAMED),
    ),
    (
        "network and likest rule",
        "part of a fixed phrase",
        (item((21, 26), cue=(15, 16)), item((0, 12), (21, 26), cue=(15, 19), rule=PHRASE), NAMED),
    ),
    (
        "network and likest rule",
        "same cue, a further quotation",
        (item((0, 10), cue=(15, 19)), item((0, 10), (30, 43), cue=(15, 19)), SPLIT),
    ),
    (
        "network's cue and rules",
        "speaker of the next paragraph",
        (
            evolve(item((0, 10)), source=((12, 15),)),
            [evolve(item((22, 31), cue=(16, 20)), source=((12, 15),))],
            LED_ON,
        ),
    ),
    (
        "network's further quotation",
        "cue of its own",
        ((21, 26), item(MARKED, (21, 26), cue=(15, 19)), [item((21, 26), cue=(30, 34))], ANSWERED),
    ),
    (
        "network's further quotation",
        "no cue of its own",
        ((21, 26), item(MARKED, (21, 26), cue=(15, 19)), [item((21, 26), cue=(15, 19))], ANSWERED),
    ),
    (
        "network's further quotation",
        "no cue of its own",
        (MARKED, item(MARKED, (21, 26), cue=(15, 19)), [item(MARKED, cue=(30, 34))], ANSWERED),
    ),
    (
        "network's further quotation",
        "cue of its own",
        ((10, 16), item((10, 16), (29, 34), cue=(20, 27)), [item((10, 16), cue=(4, 9))], ASKED),
    ),
    (
        "rule's further quotation",
        "heard with another cue",
        ((21, 26), item(MARKED, (21, 26), cue=(15, 19)), [item((21, 26), cue=(30, 34))]),
    ),
    (
        "rule's further quotation",
        "heard with no other",
        ((21, 26), item(MARKED, (21, 26), cue=(15, 19)), [item((21, 26), cue=(15, 19)), item((21, 26))]),
    ),
    ("network and likest rule", "same content", (item((0, 20)), item((5, 20), cue=(21, 24)), PAGE)),
    (
        "network and likest rule",
        "same cue, more in front",
        (item((0, 20), (30, 40), cue=(24, 28)), item((30, 44), cue=(24, 28)), PAGE),
    ),
    (
        "network and likest rule",
        "same cue, a whole clause in front",
        (item((0, 10), cue=(12, 16)), item((0, 10), (18, 60), cue=(12, 16), rule=APPENDED), PAGE),
    ),
    (
        "network and likest rule",
        "same cue, a whole clause in front",
        (item((0, 10), (18, 60), cue=(12, 16)), item((0, 10), cue=(12, 16), rule=APPENDED), PAGE),
    ),
    (
        "network and likest rule",
        "same cue, the rule's extent",
        (item((0, 10), cue=(12, 16)), item((0, 10), (18, 60), cue=(12, 16), rule=INSERTED), PAGE),
    ),
    (
        "network and likest rule",
        "part of a fixed phrase",
        (item((21, 26), cue=(15, 16)), item((0, 12), (21, 26), cue=(15, 19), rule=PHRASE), NAMED),
    ),
    (
        "network and likest rule",
        "same cue, a further quotation",
        (item((0, 9), cue=(14, 18)), item((0, 9), (27, 44), cue=(14, 18)), TAKEN_UP),
    ),
    (
        "network and likest rule",
        "another content",
        (item((0, 9), cue=(14, 18)), item((0, 9), (19, 44), cue=(14, 18)), TAKEN_UP),
    ),
    ("network's and a rule beside it", "edges of the layout", (item((0, 10)), item((5, 15), fixed=True))),
    (
        "network's and a rule beside it",
        "report of a report",
        (item((0, 30), cue=(32, 36)), item((20, 30), cue=(15, 19))),
    ),
    (
        "network's and a rule beside it",
        "report that reads on to the relay's cue",
        (item((0, 30), (40, 41), cue=(32, 36)), item((20, 40), cue=(15, 19))),
    ),
    (
        "network's and a rule beside it",
        "another reading",
        (item((0, 30), (37, 50), cue=(32, 36)), item((20, 50), cue=(15, 19))),
    ),
    ("network's and a rule beside it", "apart", (item((0, 10)), item((10, 20), cue=(21, 24)))),
    ("network's and a rule beside it", "another reading", (item((0, 10)), item((9, 20)))),
    ("network's beside the rules", "label of nobody", (item((7, 25), cue=(5, 6)), TOPICAL)),
    ("network's beside the rules", "title of a work", (item((14, 23), cue=(7, 13)), ENTITLED)),
    ("network's beside the rules", "less than even", (evolve(item((0, 10)), confidence=0.49), TOPICAL)),
    (
        "network's beside the rules",
        "more than even",
        (evolve(item((7, 20), cue=(26, 30)), confidence=0.5), TOPICAL),
    ),
    ("rule's that the network lacks", "believed alone", (item((0, 10), rule=SURE), [])),
    (
        "rule's that the network lacks",
        "inside what the network found",
        (item((10, 20), cue=(5, 9), rule=UNSURE), [item((30, 40)), item((0, 25), cue=(26, 29))]),
    ),
    (
        "rule's that the network lacks",
        "rest of what the network found",
        (item((10, 20), cue=(21, 24), rule=PARTED), [item((0, 4), (10, 20), cue=(5, 9))]),
    ),
    (
        "rule's that the network lacks",
        "seen by the rule alone",
        (item((10, 20), cue=(5, 9), rule=UNSURE), []),
    ),
    (
        "rule's that the network lacks",
        "seen by the rule alone",
        (item((10, 20), cue=(5, 9), rule=UNSURE), [item((7, 25), cue=(26, 29))]),
    ),
    (
        "layout's beside words",
        "named in words",
        (item((20, 30), fixed=True), evolve(item((20, 30), cue=(10, 14)), source=((5, 8),))),
    ),
    (
        "layout's beside words",
        "cue within the label",
        (
            evolve(item((20, 30), cue=(18, 19)), source=((2, 18),)),
            evolve(item((20, 30), cue=(9, 13)), source=((2, 8),)),
        ),
    ),
    (
        "layout's beside words",
        "nothing to add",
        (item((20, 30), fixed=True), item((20, 30), cue=(10, 14))),
    ),
    (
        "layout's and another's",
        "cue of the layout",
        (item((10, 30), cue=(7, 9), fixed=True), item((0, 5), (31, 40), cue=(7, 9))),
    ),
    (
        "layout's and another's",
        "label of the layout",
        (evolve(item((10, 30), fixed=True), source=((5, 8),)), evolve(item((12, 20)), source=((5, 8),))),
    ),
    (
        "layout's and another's",
        "label of the layout",
        (evolve(item((10, 30), fixed=True), source=((5, 8),)), evolve(item((0, 4)), source=((5, 8),))),
    ),
    (
        "layout's and another's",
        "call of the layout's speaker",
        (item((10, 30), fixed=True), evolve(item((15, 30), cue=(13, 14)), source=((10, 13),))),
    ),
    (
        "layout's and another's",
        "inside or around the layout",
        (item((10, 30), fixed=True), evolve(item((20, 30), cue=(14, 19)), source=((10, 13),))),
    ),
    (
        "layout's and another's",
        "inside or around the layout",
        (evolve(item((10, 30), fixed=True), source=((5, 8),)), evolve(item((32, 40)), source=((5, 8),))),
    ),
    (
        "layout's and another's",
        "inside or around the layout",
        (item((10, 30), cue=(7, 9), fixed=True), item((5, 40), cue=(41, 44))),
    ),
    (
        "layout's and another's",
        "inside or around the layout",
        (item((10, 30), cue=(7, 9), fixed=True), item((5, 40), cue=(4, 5))),
    ),
    (
        "layout's and another's",
        "across the layout",
        (item((10, 30), cue=(7, 9), fixed=True), item((20, 40), cue=(41, 44))),
    ),
    ("earlier and later", "inside", (item((0, 40)), item((5, 30), cue=(31, 33)))),
    ("earlier and later", "inside", (item((0, 5), (15, 20)), item((6, 10)))),
    ("earlier and later", "crossing or repeated", (item((0, 20)), item((5, 10)))),
    ("earlier and later", "crossing or repeated", (item((0, 10)), item((9, 20), cue=(21, 24)))),
    ("earlier and later", "crossing or repeated", (item((0, 10)), item((0, 10), cue=(3, 5)))),
    (
        "marks alone and quoted",
        "pull quote",
        (PULLED.marks[0], {"wesailatnine", "comewhatmay"}, PULLED.paragraphs[0], PULLED.text),
    ),
    (
        "marks alone and quoted",
        "utterance",
        (PULLED.marks[0], {"wesailatnine"}, PULLED.paragraphs[0], PULLED.text),
    ),
    ("quote and quote inside", "words of another", (quote(0, 20, "Ann"), quote(5, 10, "Bo"), "en")),
    ("quote and quote inside", "own words", (quote(0, 20, "Ann"), quote(5, 10, "she"), "en")),
    ("quote and quote inside", "own words", (quote(0, 20, "Ann"), quote(5, 10, "Bo", act="thought"), "en")),
    ("signed and quoted", "signed repetition", (item(MARKED), {"wesail"}, PAGE.text)),
    ("signed and quoted", "signed words", (item(MARKED), {"werow"}, PAGE.text)),
]


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda meeting: f"{meeting[0]}: {meeting[1]}")
def test_meetings(meeting: tuple[Question, str, tuple[object, ...]]) -> None:
    """The row that is about the relation in which two stand decides what happens to them."""
    question, name, met = meeting
    row = decide(question, *met)
    assert (row.question, row.name) == (question, name)


def test_every_row_is_shown() -> None:
    """Each row has two findings above that meet in it."""
    assert {(row.question, row.name) for row in TABLE} == {(question, name) for question, name, _ in MEETINGS}


@pytest.mark.parametrize("question", get_args(Question))
def test_every_question_has_an_answer(question: Question) -> None:
    """Of the rows of a question the last holds always, for two who stand in no relation that a row names."""
    rows = [row for row in TABLE if row.question == question]
    assert rows[-1].holds()


def test_questions_stand_in_the_order_of_asking() -> None:
    """The rows come by question, and the questions in one order wherever they are listed."""
    assert [question for question, _ in groupby(row.question for row in TABLE)] == list(get_args(Question))


def test_rows_are_whole() -> None:
    """A row has a name of its own, an outcome, and a reason."""
    assert len({row.name for row in TABLE}) == len(TABLE)
    assert {row.outcome for row in TABLE} == set(get_args(Outcome))
    assert all(row.reason.endswith(".") for row in TABLE)


def test_a_finding_says_what_kept_it() -> None:
    """It names each row once, in the order in which they were asked."""
    first, last = TABLE[0], TABLE[-1]
    assert kept_by(first, kept_by(last, kept_by(first, item((0, 5))))).verdicts == (first.name, last.name)
