"""A language is data: tables in a folder, and the scheme of its parsers' labels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

import quotekit
from quotekit import LanguageError, PipelineNotFoundError, Settings
from quotekit.language import language_of
from quotekit.parse.pipelines import _load_best
from tools.new_language import write_empty_language

ROWS = {
    "schemes": "tiger",
    "reporting_verbs": "sagen\tspeech\tthat clause marks",
    "pipelines": "de_tiny",
    "lemmas": "sagte\tsagen",
    "roles": "bürgermeisterin\tf",
    "function_words": "die\tdefinite",
    "clause_openers": "dass\tthat",
    "modalities": "nicht\tnegation",
    "pronouns": "sie\tf\ts\tperson",
}
"""What a language needs at least to read a report."""


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package that brings German to quotekit, as one that is installed does."""
    folder = tmp_path / "quotekit_de"
    write_empty_language(folder)
    for name, row in ROWS.items():
        path = folder / f"{name}.tsv"
        path.write_text(path.read_text("utf-8") + row + "\n", "utf-8")
    package = tmp_path / "quotekit_de-1.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: quotekit-de\nVersion: 1\n")
    (package / "entry_points.txt").write_text("[quotekit_languages]\nde = quotekit_de\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    language_of.cache_clear()
    _load_best.cache_clear()
    yield folder
    language_of.cache_clear()
    _load_best.cache_clear()


def install_pipeline(folder: Path) -> None:
    """Install the package of a German pipeline beside the *folder* of the language."""
    package = folder.parent / "de_tiny-1.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: de_tiny\nVersion: 1\n")
    code = "import spacy\n\ndef load(**options):\n    return spacy.blank('de')\n"
    (folder.parent / "de_tiny.py").write_text(code)


def report(verb: str = "sagte", negation: str = "") -> Doc:
    """A German report, parsed as spaCy's German pipelines label."""
    rows = [
        ("Mara", "PROPN", "NE", "sb", 1),
        (verb, "VERB", "VVFIN", "ROOT", 1),
        *([(negation, "PART", "PTKNEG", "ng", 1)] if negation else []),
        (",", "PUNCT", "$,", "punct", 1),
    ]
    at = len(rows)
    rows += [
        ("dass", "SCONJ", "KOUS", "cp", at + 3),
        ("die", "DET", "ART", "nk", at + 2),
        ("Brücke", "NOUN", "NN", "sb", at + 3),
        ("hält", "VERB", "VVFIN", "oc", 1),
        (".", "PUNCT", "$.", "punct", 1),
    ]
    words, pos, tags, deps, heads = (list(column) for column in zip(*rows, strict=True))
    spaces = [
        not (word == "hält" or following in {",", "."})
        for word, following in zip(words, [*words[1:], "."], strict=True)
    ]
    ents = ["B-PER", *("O" for _ in words[1:])]
    vocab = spacy.blank("de").vocab
    return Doc(
        vocab, words=words, spaces=spaces, pos=pos, tags=tags, lemmas=words, heads=heads, deps=deps, ents=ents
    )


def test_a_report_is_read_by_tables_and_labels_alone(german: Path) -> None:
    """A new language reads a report from end to end without a line of code."""
    [quote] = quotekit.extract_quotes(report())
    assert (quote.kind, quote.act, quote.modality) == ("indirect", "speech", "asserted")
    assert [span.text for span in (*quote.source, *quote.cue, *quote.content)] == [
        "Mara",
        "sagte",
        "dass die Brücke hält",
    ]
    assert quote.speaker is not None
    assert quote.speaker.name == "Mara"


def test_its_labels_tell_a_denial(german: Path) -> None:
    """What the language's own labels call a negation makes a report a denied one."""
    settings = Settings(modalities=frozenset({"negated"}))
    assert [
        quote.modality for quote in quotekit.extract_quotes(report(negation="nicht"), settings=settings)
    ] == ["negated"]


def parsed(lines: str) -> Doc:
    """A German document of lines such as ``Mara PROPN NE sb 1``, with its names as persons."""
    rows = [line.split() for line in lines.strip().splitlines()]
    words, pos, tags, deps, heads = (list(column) for column in zip(*rows, strict=True))
    return Doc(
        spacy.blank("de").vocab,
        words=words,
        pos=pos,
        tags=tags,
        lemmas=words,
        deps=deps,
        heads=[int(head) for head in heads],
        ents=["B-PER" if part == "PROPN" else "O" for part in pos],
        sent_starts=[not at or words[at - 1] == "." for at in range(len(words))],
    )


FIRST = """
Mara PROPN NE sb 5
, PUNCT $, punct 0
die DET ART nk 3
Bürgermeisterin NOUN NN app 0
, PUNCT $, punct 0
kam VERB VVFIN ROOT 5
mit ADP APPR mo 5
Ode PROPN NE nk 6
. PUNCT $. punct 5
"""
"""Somebody who acts, of whom an apposition says what she is, beside somebody who does not."""


@pytest.mark.parametrize(
    "source",
    [
        "Sie PRON PPER sb 10",
        "Die DET ART nk 10\nBürgermeisterin NOUN NN sb 11",
    ],
    ids=["pronoun", "description"],
)
def test_its_labels_tell_whom_a_source_means(german: Path, source: str) -> None:
    """Whose name stands elsewhere is found by the parser's own relations, tags and entities."""
    verb = 10 + source.count("\n")
    rest = f"""
    sagte VERB VVFIN ROOT {verb}
    , PUNCT $, punct {verb}
    dass SCONJ KOUS cp {verb + 5}
    die DET ART nk {verb + 4}
    Brücke NOUN NN sb {verb + 5}
    hält VERB VVFIN oc {verb}
    . PUNCT $. punct {verb}
    """
    [quote] = quotekit.extract_quotes(parsed(f"{FIRST.strip()}\n{source}\n{rest.strip()}"))
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.label) == ("Mara", "PERSON")
    assert quote.speaker.role is not None


def test_its_pipeline_is_found(german: Path) -> None:
    """The pipelines of a language are a table of its own, and are found when they are installed."""
    with pytest.raises(PipelineNotFoundError) as caught:
        quotekit.load_pipeline("de")
    assert caught.value.command == "python -m spacy download de_tiny"
    install_pipeline(german)
    assert quotekit.load_pipeline("de").lang == "de"


def test_a_language_may_know_no_pipeline(german: Path) -> None:
    """Without rows in that table, the error tells to pass a pipeline, and claims nothing of word lists."""
    (german / "pipelines.tsv").write_text("package\n")
    with pytest.raises(PipelineNotFoundError, match="no spaCy pipeline for language 'de' is known"):
        quotekit.load_pipeline("de")
    assert len(quotekit.extract_quotes(report())) == 1


def test_an_unknown_language_stays_an_error() -> None:
    """Without the package there is no language, and none takes its place."""
    language_of.cache_clear()
    with pytest.raises(LanguageError, match="'de'"):
        quotekit.extract_quotes(report())
