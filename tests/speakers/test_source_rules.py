"""Who a source is: each rule on a document made by hand, without a model."""

from __future__ import annotations

import pytest
from attrs import evolve
from handmade import parsed, quoted

from quotekit.records import Span
from quotekit.speakers.resolution import begin_work, read_all
from quotekit.speakers.sources.progress import Progress
from quotekit.speakers.sources.source_rules import SOURCE_RULES

YES = "“ `` “ punct 1\nYes UH yes ROOT 1\n” '' ” punct 1\n"
"""The quotation that most of the documents begin with: tokens 0 to 2."""

# The rule that decides, the document behind the quotation, the tokens of the source, how the source names
# the speaker, and the speaker: a name, or the words of a description.
CASES = {
    "name": (
        "said VBD say ROOT 3\nAda NNP Ada compound 5\nLund NNP Lund nsubj 3",
        (4, 6),
        "name",
        "Ada Lund",
    ),
    "names": (
        "said VBD say ROOT 3\nAda NNP Ada nsubj 3\nand CC and cc 4\nTam NNP Tam conj 4",
        (4, 7),
        "name",
        "Ada and Tam",
    ),
    "antecedent": (
        "said VBD say ROOT 3\nTam NNP Tam nsubj 3\n, , , punct 4\n"
        "who WP who nsubj 7\nagreed VBD agree relcl 4",
        (6, 7),
        "pronoun",
        "Tam",
    ),
    "pronoun": (
        "Mary NNP Mary nsubj 4\nleft VBD leave ROOT 4\n. . . punct 4\n"
        "She PRP she nsubj 7\nsaid VBD say ROOT 7",
        (6, 7),
        "pronoun",
        "Mary",
    ),
    "narrator": ("I PRP i nsubj 4\nsaid VBD say ROOT 4", (3, 4), "pronoun", "I"),
    "relation": (
        "Peter NNP Peter compound 4\nLund NNP Lund nsubj 7\nmet VBD meet ROOT 7\nMrs. NNP Mrs. compound 7\n"
        "Lund NNP Lund dobj 5\n. . . punct 5\nhis PRP$ his poss 10\n"
        "wife NN wife nsubj 11\nsaid VBD say ROOT 11",
        (9, 11),
        "nominal",
        "Mrs. Lund",
    ),
    "honorific": (
        "Lady NNP Lady compound 4\nHolm NNP Holm nsubj 5\nwoke VBD wake ROOT 5\n. . . punct 5\n"
        "her PRP$ her poss 8\nladyship NN ladyship nsubj 9\nsaid VBD say ROOT 9",
        (7, 9),
        "nominal",
        "Lady Holm",
    ),
    "issuer": (
        "Lund NNP Lund poss 5\n’s POS ’s case 3\nstatement NN statement nsubj 6\nsaid VBD say ROOT 6",
        (3, 6),
        "nominal",
        "Lund",
    ),
    "seniority": (
        "Otto NNP Otto compound 4\nLund NNP Lund nsubj 5\nmet VBD meet ROOT 5\nhis PRP$ his poss 7\n"
        "son NN son dobj 5\n, , , punct 7\nTam NNP Tam compound 10\nLund NNP Lund appos 7\n. . . punct 5\n"
        "the DT the det 13\nyounger JJR younger nsubj 14\nsaid VBD say ROOT 14",
        (12, 14),
        "nominal",
        "Tam Lund",
    ),
    "pair": (
        "Ada NNP Ada nsubj 6\nand CC and cc 3\nTam NNP Tam conj 3\nmet VBD meet ROOT 6\n. . . punct 6\n"
        "the DT the det 9\nformer JJ former nsubj 10\nsaid VBD say ROOT 10",
        (8, 10),
        "nominal",
        "Ada",
    ),
    "description": (
        "the DT the det 4\ndriver NN driver nsubj 5\nsaid VBD say ROOT 5",
        (3, 5),
        "unnamed",
        "the driver",
    ),
    "words": ("said VBD say ROOT 3\nXyzzy UH xyzzy nsubj 3", (4, 5), "name", "Xyzzy"),
}


def begun(rule: str) -> Progress:
    """The work on the document of a case, before its first word is read."""
    lines, source, _, _ = CASES[rule]
    doc = parsed(YES + lines)
    return begin_work(doc, [quoted(doc, (0, 3), source)])


@pytest.mark.parametrize("rule", CASES)
def test_rule(rule: str) -> None:
    """A source is found by the rule for what it is, and the rule's name is kept."""
    _, _, how, who = CASES[rule]
    work = begun(rule)
    read_all(work)
    answer = work.answers[0]
    assert (answer.rule, answer.how) == (rule, how)
    entity = answer.entity
    assert entity is not None
    mention = (entity.names or entity.nominals)[-1]
    tokens = answer.tokens or range(mention.first, mention.last)
    assert " ".join(work.text.words[tokens.start : tokens.stop]) == who


@pytest.mark.parametrize("rule", CASES)
def test_earlier_rules_abstain(rule: str) -> None:
    """Every rule that stands before the one that decides says nothing of the source."""
    names = [row.name for row in SOURCE_RULES]
    for row in SOURCE_RULES[: names.index(rule)]:
        work = begun(rule)
        source = work.placed[0].source
        assert source is not None
        assert row.find(work, source, work.placed[0]) is None


def test_contrast() -> None:
    """In dialogue, "the other" is whoever of two did not speak last; elsewhere it is a description."""
    said = "said VBD say ROOT {0}\n{1} NNP {1} nsubj {0}\n. . . punct {0}\n¶\n"
    lines = YES + said.format(3, "Ada") + YES.replace("1", "8") + said.format(10, "Tam")
    lines += YES.replace("1", "15") + "said VBD say ROOT 17\nthe DT the det 19\nother JJ other nsubj 17"
    doc = parsed(lines)
    quotes = [
        quoted(doc, (0, 3), (4, 5)),
        quoted(doc, (7, 10), (11, 12)),
        quoted(doc, (14, 17), (18, 20)),
    ]
    for dialogue, rule in ((True, "contrast"), (False, "description")):
        work = begin_work(doc, quotes)
        work.is_dialogue = dialogue
        read_all(work)
        assert work.answers[2].rule == rule
        if dialogue:
            assert work.answers[2].entity is work.answers[0].entity


@pytest.mark.parametrize(("there", "who"), [("where", "Ada"), ("which", None)])
def test_place(there: str, who: str | None) -> None:
    """A reply that comes from somewhere is whose the text says to be there, or nobody's."""
    lines = YES + "came VBD come ROOT 3\nthe DT the det 5\nreply NN reply nsubj 3\nfrom IN from prep 5\n"
    lines += "the DT the det 8\nloft NN loft pobj 6\n"
    lines += (
        "where WRB where advmod 11\nAda NNP Ada nsubj 11\nsat VBD sit relcl 8" if who else ". . . punct 3"
    )
    doc = parsed(lines, [(10, 11, "PERSON")] if who else [])
    quote = quoted(doc, (0, 3), (7, 12 if who else 9))
    work = begin_work(doc, [evolve(quote, cue=(Span.of(doc.text, doc[5].idx, doc[5].idx + 5),))])
    read_all(work)
    answer = work.answers[0]
    assert answer.rule == "place"
    assert (answer.entity and work.text.words[answer.entity.names[0].head]) == who


def test_every_rule_is_specified() -> None:
    """No row of the table is without a case; chains have a file of their own."""
    assert {rule.name for rule in SOURCE_RULES} == {*CASES, "alias", "chain", "contrast", "place"}


@pytest.mark.parametrize(
    ("rule", "certain"), [("name", True), ("narrator", True), ("description", True), ("pronoun", False)]
)
def test_what_is_certain(rule: str, certain: bool) -> None:
    """Names, descriptions and a narrator's "I" say who speaks; other pronouns leave it to the dialogue."""
    work = begun(rule)
    read_all(work)
    assert work.answers[0].certain is certain


def test_a_pronoun_of_nobody() -> None:
    """A pronoun that nobody fits finds no speaker, and its gender is kept for the turns of dialogue."""
    doc = parsed(YES + "she PRP she nsubj 4\nsaid VBD say ROOT 4")
    work = begin_work(doc, [quoted(doc, (0, 3), (3, 4))])
    read_all(work)
    answer = work.answers[0]
    assert (answer.entity, answer.pronoun) == (None, "f")
    assert work.speaker(0) is None


ISSUED = {
    "owned": ("Lund NNP Lund poss 5\n’s POS ’s case 3\nreport NN report nsubj 6", (3, 6), "ORG", "Lund"),
    "right before": ("a DT a det 5\nLund NNP Lund compound 5\npoll NN poll nsubj 6", (4, 5), "ORG", "Lund"),
    "a person right before": (
        "a DT a det 5\nLund NNP Lund compound 5\nbook NN book nsubj 6",
        (4, 5),
        "PERSON",
        "",
    ),
    "right behind": ("poll NN poll nsubj 6\nby IN by prep 3\nLund NNP Lund pobj 4", (5, 6), "ORG", "Lund"),
    "with others": (
        "poll NN poll nsubj 8\nby IN by prep 3\nLund NNP Lund pobj 4\n"
        "and CC and cc 5\nothers NNS other conj 5",
        (5, 6),
        "ORG",
        "",
    ),
    "about them": ("poll NN poll nsubj 6\non IN on prep 3\nLund NNP Lund pobj 4", (5, 6), "ORG", ""),
}
"""Sources that hold a document: their words behind the quotation, where their name stands, its label, and who
is found to have issued the document."""


@pytest.mark.parametrize("case", ISSUED)
def test_issuer(case: str) -> None:
    """A document stands for whoever owns it, or for the body whose name stands right at its noun."""
    source, (first, last), label, who = ISSUED[case]
    count = len(source.splitlines())
    doc = parsed(f"{YES}{source}\nsaid VBD say ROOT {3 + count}", [(first, last, label)])
    work = begin_work(doc, [quoted(doc, (0, 3), (3, 3 + count))])
    read_all(work)
    answer = work.answers[0]
    assert (answer.rule == "issuer") is bool(who)
    if who:
        assert answer.entity is not None
        assert work.text.words[answer.entity.names[0].head] == who


def test_capitals_are_neither_he_nor_she() -> None:
    """Who is only called by capitals and has no gender is no antecedent of "she"."""
    met = "Mary NNP Mary nsubj 4\nmet VBD meet ROOT 4\n. . . punct 4\n"
    met += "NBC NNP NBC nsubj 7\ncame VBD come ROOT 7\n"
    doc = parsed(
        f"{YES}{met}. . . punct 7\nShe PRP she nsubj 10\nsaid VBD say ROOT 10",
        [(3, 4, "PERSON"), (6, 7, "PERSON")],
    )
    work = begin_work(doc, [quoted(doc, (0, 3), (9, 10))])
    read_all(work)
    entity = work.answers[0].entity
    assert entity is not None
    assert work.text.words[entity.names[0].head] == "Mary"
