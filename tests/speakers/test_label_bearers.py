"""Whom the labels of turns stand for, without a model: each word is tagged by its capital."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from quotekit import Quote, Span
from quotekit.speakers.labels.label_bearers import LABEL_RULES, name_labels
from quotekit.speakers.resolution import begin_work, read_all
from quotekit.speakers.sources.progress import Progress
from quotekit.speakers.speaker_records import SpeakerRecords


def resolved(lines: str) -> Progress:
    """The work on a transcript, a line for each turn: what stands before " | " is its label."""
    words: list[str] = []
    turns: list[tuple[int, int, int]] = []
    for line in lines.strip().splitlines():
        label, bar, said = line.strip().rpartition(" | ")
        first = len(words)
        words += [*label.split(), *([":"] if bar else [])]
        turns += [(first, first + len(label.split()), len(words))] if bar else []
        words += [*said.split(), "\n\n"]
    tags = ["NNP" if word[0].isupper() else "_SP" if word.isspace() else "VB" for word in words]
    starts = [at == 0 or words[at - 1] in {".", "?", "!", "\n\n"} for at in range(len(words))]
    lemmas = [word.lower() for word in words]
    heads = [met_by(words, at) for at in range(len(words))]
    deps = ["dobj" if head < at else "ROOT" for at, head in enumerate(heads)]
    vocab = spacy.blank("en").vocab
    doc = Doc(vocab, words=words, tags=tags, lemmas=lemmas, sent_starts=starts, heads=heads, deps=deps)
    work = begin_work(doc, [turn_of(doc, *turn) for turn in turns])
    read_all(work)
    name_labels(work)
    return work


def met_by(words: list[str], at: int) -> int:
    """The head of a word: the "meet" two words before, whose object it is, or itself."""
    return at - 2 if at > 1 and words[at - 2] == "meet" else at


def speakers(lines: str) -> list[str]:
    """Who speaks each turn of a transcript."""
    records = SpeakerRecords(work := resolved(lines))
    found = (records.speaker_of(number) for number in range(len(work.placed)))
    return [speaker.name for speaker in found if speaker is not None]


def turn_of(doc: Doc, first: int, last: int, said: int) -> Quote:
    """The quote whose label stands at tokens *first* to *last*, and whose words begin at *said*."""
    end = next(token.i for token in doc[said:] if token.text.isspace())
    label, content = doc[first:last], doc[said:end]
    spans = [Span.of(doc.text, one.start_char, one.end_char) for one in (label, content)]
    return Quote("direct", (spans[1],), source=(spans[0],), rule="turn")


CASES = (
    pytest.param(
        """Chair ( Dineo Lauk ) | sit down .
        Olle Holm | no .
        Chair | good .""",
        ["Dineo Lauk", "Olle Holm", "Dineo Lauk"],
        id="a bracket says who has the role",
    ),
    pytest.param(
        """then Judge Dineo Lauk sat
        The Court | sit down .
        Olle Holm | no .""",
        ["Dineo Lauk", "Olle Holm"],
        id="a court is its judge",
    ),
    pytest.param(
        """Host : Dineo Lauk
        Host | well ?
        Guest | no .""",
        ["Dineo Lauk", "Guest"],
        id="a line says who has which role",
    ),
    pytest.param(
        """Examination by Ms Lauk
        Q | why ?
        A | nothing .
        Examination by Mr Holm
        Q | when ?""",
        ["Ms Lauk", "A", "Mr Holm"],
        id="a heading names who asks below it",
    ),
    pytest.param(
        """Olle Holm was sworn .
        Q | why ?
        A | nothing .""",
        ["Q", "Olle Holm"],
        id="whoever was sworn answers",
    ),
    pytest.param(
        """by Dineo Lauk
        then Anna Holm came
        Q | why ?
        A | nothing .""",
        ["Dineo Lauk", "Anna Holm"],
        id="an interview is by whom a by names, and with the first other one",
    ),
    pytest.param(
        """then Anna Holm came to meet Olle Lauk
        Q | why ?
        A | nothing .""",
        ["Olle Lauk", "Anna Holm"],
        id="whom the guest met asks",
    ),
    pytest.param(
        """Officer | your name ?
        Caller | Olle Holm , from here .
        Caller | come .""",
        ["Officer", "Olle Holm", "Olle Holm"],
        id="whoever is asked for their name gives it",
    ),
    pytest.param(
        """Speaker 1 | where is it , Anna Holm ?
        Speaker 2 | here .
        Speaker 1 | good .""",
        ["Speaker 1", "Anna Holm", "Speaker 1"],
        id="whoever is called by name answers",
    ),
    pytest.param(
        """then Dineo Lauk met Olle Holm there
        DINEO | where ?
        OH | here .""",
        ["Dineo Lauk", "Olle Holm"],
        id="a part of a name and initials",
    ),
    pytest.param(
        """then Dineo Lauk met Olle Holm there
        # 1 | where ?
        # 2 | here .""",
        ["# 1", "# 2"],
        id="a number is nobody known",
    ),
    pytest.param(
        """Ylvi Torbay , Analyst | where ?
        Anna Holm , Analyst | here .""",
        ["Ylvi Torbay", "Anna Holm"],
        id="a name before an office",
    ),
    pytest.param(
        """Petra Vance , Harbour Minister | here .
        Host | where ?
        HARBOUR MINISTER | there .
        Minister | and there .""",
        ["Petra Vance", "Host", "Petra Vance", "Petra Vance"],
        id="an office that another label tells beside a name",
    ),
    pytest.param(
        """Petra Vance , Harbour Minister | here .
        Otto Reem , Forest Minister | there .
        Minister | where ?""",
        ["Petra Vance", "Otto Reem", "Minister"],
        id="an office of two",
    ),
    pytest.param(
        """Q1 | where ?
        A1 | here .
        Q2 | when ?
        A2 | now .""",
        ["Q", "A", "Q", "A"],
        id="numbered questions and answers",
    ),
)


@pytest.mark.parametrize(("lines", "expected"), CASES)
def test_whom_labels_stand_for(lines: str, expected: list[str]) -> None:
    """A label of a role is whoever the text says has it, or itself."""
    assert speakers(lines) == expected


def test_every_rule_has_a_case() -> None:
    """No row of the table is without a transcript in which it decides."""
    answers = (answer for case in CASES for answer in resolved(str(case.values[0])).answers.values())
    decided = {answer.rule.removeprefix("label ") for answer in answers}
    assert {rule.name for rule in LABEL_RULES} <= decided
