"""textacy: its verbs as data, one module without the rest, and its triples from quotekit's quotes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

import quotekit
from quotekit.language import language_of, languages
from quotekit.parse.textacy_words import expanded_verb
from quotekit.textacy import direct_quotations
from tools.textacy_verbs import LANGUAGES, table_of_verbs

FIRST_TEXT = """
import sys, quotekit
quotekit.extract_quotes('"We will rebuild the pier," said Orla Fenn.')
print([name for name in ("textacy", "sklearn", "scipy", "networkx") if name in sys.modules])
import textacy
print(textacy.extract.triples.DQTriple._fields)
"""


@pytest.mark.parametrize("lang", languages())
def test_verbs_are_those_of_the_installed_version(lang: str) -> None:
    """The table of each language is what its maker writes today, and the record holds its words."""
    from textacy.constants import REPORTING_VERBS

    assert (LANGUAGES / lang / "textacy_verbs.tsv").read_text(encoding="utf-8") == table_of_verbs(lang)
    assert language_of(lang).textacy_verbs == REPORTING_VERBS[lang]


def test_first_text_does_not_wait_for_textacy() -> None:
    """A text is read without textacy's own start, which then still works for whoever wants all of it."""
    run = subprocess.run([sys.executable, "-c", FIRST_TEXT], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n('speaker', 'cue', 'content')\n"


def test_verbs_are_expanded_as_textacy_does() -> None:
    """The module imported alone gives what textacy's own gives."""
    from textacy.extract.triples import expand_verb

    doc = quotekit.load_pipeline()("The mayor has not said that the pier will close.")
    verb = next(token for token in doc if token.lemma_ == "say")
    assert expanded_verb(verb) == sorted(expand_verb(verb), key=lambda token: token.i)


def test_triples_are_those_of_textacy() -> None:
    """Speaker, cue and content are the tokens that textacy gives for a quotation that both find."""
    from textacy.extract.triples import DQTriple
    from textacy.extract.triples import direct_quotations as textacy_quotations

    text = '"We will rebuild the old pier before the summer," Orla Fenn said on Monday.'
    doc = quotekit.load_pipeline()(text)
    [expected], [triple] = list(textacy_quotations(doc)), list(direct_quotations(doc))
    assert isinstance(triple, DQTriple)
    assert triple == expected


def test_each_part_of_a_quotation_is_a_triple() -> None:
    """What a cue interrupts comes as textacy gives it, part by part, each with its marks."""
    doc = quotekit.load_pipeline()('"The pier will open again," Orla Fenn said, "before the summer ends."')
    assert [(content.text, cue[0].text) for _, cue, content in direct_quotations(doc)] == [
        ('"The pier will open again,"', "said"),
        ('"before the summer ends."', "said"),
    ]


@pytest.mark.parametrize(
    "text", ["", '"', 'It was 5" long. "We will rebuild the pier," said Orla Fenn.', "« Non"]
)
def test_no_doc_raises(text: str) -> None:
    """An odd number of marks, for which textacy gives up, costs no other quotation."""
    triples = list(direct_quotations(quotekit.load_pipeline()(text)))
    assert len(triples) == ("Fenn" in text)
    assert all(isinstance(content, Span) for _, _, content in triples)


def test_a_doc_that_cannot_be_read_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Without a parse there are no triples, and the log says why."""
    assert list(direct_quotations(Doc(Vocab(), words=["Hello"]))) == []
    assert "parse" in caplog.text


def test_no_doc_at_all() -> None:
    """A text is refused: textacy takes none either."""
    with pytest.raises(quotekit.InputTypeError, match="a spaCy Doc"):
        direct_quotations("text")  # type: ignore[arg-type]
