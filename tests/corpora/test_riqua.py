"""RiQuA's quotations and their relations become quotes."""

from __future__ import annotations

from pathlib import Path

from quotekit.corpora import AnnotatedQuote, read_riqua

TEXT = "“More rain,” said Ada to Bo. She feared that “the wind” would rise."
ANNOTATIONS = (
    "T1\tQuotation 0 12\t“More rain,”\n"
    "T2\tCue 13 17\tsaid\n"
    "T3\tEntity 18 21\tAda\n"
    "T4\tEntity 25 27\tBo\n"
    "T5\tQuotation 40 66\tthat “the wind” would rise\n"
    "R1\tSpeaker Arg1:T3 Arg2:T1\n"
    "R2\tCueing Arg1:T2 Arg2:T1\n"
    "R3\tAddressee Arg1:T1 Arg2:T4\n"
)


def test_relations_become_parts(tmp_path: Path) -> None:
    """A quotation has the cue and the source that relations give it, whichever way they point."""
    (tmp_path / "storm.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "storm.ann").write_text(ANNOTATIONS, encoding="utf-8")
    [document] = read_riqua(tmp_path)
    assert document.id == "storm"
    assert document.quotes == (
        AnnotatedQuote(((0, 12),), ((13, 17),), ((18, 21),), "direct"),
        AnnotatedQuote(((40, 66),), kind="mixed"),
    )
