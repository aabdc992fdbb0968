"""Texts that differ by their file alone: the same quotes, in the offsets of each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.invariants import broken_marks, broken_quotes
from quotekit import (
    Quote,
    Settings,
    Span,
    attribute_quotes,
    extract_quotes,
    find_marked_spans,
    pipe,
    show,
    verify_quote,
)
from quotekit.extractor import explain_quotes

if TYPE_CHECKING:
    from spacy.language import Language

EVERYTHING: Final = Settings(acts=("speech", "thought"), modalities=("asserted", "negated", "hypothetical"))
TEXTS: Final = (
    "“We sail at nine.”\n\nOlek Prus, 51, pilot",
    "NORA VIK: Is it safe?\nOLEK PRUS: It is.\nNORA VIK: Since when?\nOLEK PRUS: Since May.",
    "Operator\n\nGood morning.\n\nNora Vik -- Chief Executive\n\nThank you. Fares rose.\n\n"
    "Olek Prus -- Analyst\n\nBy how much?",
    "BERGEN, May 4 (Reuters) - The café is shut, André Dupont said. “It’s\nlate,” he told Zoë Müller.",
    "From: Ana Núñez\nSubject: Ferries\n\nWe sail at nine.\n\nBo Lund wrote:\n> When do we sail?\n",
    "“The ferry\nis late,” said José\nÁlvarez, the mayor of Málaga. He\nadded that\nnobody minded.",
    "“Ã la carte?” asked Chloé. “No,” said Tove Brandt.\n\n“Why not?”\n\n“It’s noon.”",
)
FRENCH: Final = (
    "« Non ! » s’est exclamée Mme Roux.",
    "L’ancien maire, Marc Petit, a annoncé qu’il n’y aurait pas d’école.",
    "Inès Blanc l’a dit : « Le pont restera fermé. »",
    "« C’est l’« été » », a déclaré Éloïse Lefèvre. Elle n’a pas dit qu’elle partirait.",
)
WAYS: Final[dict[str, Callable[[str], str]]] = {
    "order mark": lambda text: "\ufeff" + text,
    "windows": lambda text: text.replace("\n", "\r\n"),
    "old mac": lambda text: text.replace("\n", "\r"),
    "accents apart": lambda text: normalize("NFD", text),
    "all": lambda text: "\ufeff" + normalize("NFD", text).replace("\n", "\r\n"),
}
few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def words(text: str) -> str:
    """The words of a span, whatever the line ends, the accents and the apostrophes of its file."""
    return " ".join(normalize("NFC", text).replace("’", "'").split())


def alike(quotes: Sequence[Quote]) -> list[object]:
    """What must be the same of the *quotes* of texts that are alike."""
    parts = ("content", "cue", "source", "addressee")
    return [
        (
            {part: [words(span.text) for span in getattr(quote, part)] for part in parts},
            quote.speaker and (words(quote.speaker.name), words(quote.speaker.mention.text)),
            (quote.kind, quote.act, quote.modality, quote.depth, quote.confidence, quote.rule),
        )
        for quote in quotes
    ]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", TEXTS)
def test_texts_alike(text: str, way: str, nlp: Language) -> None:
    """An order mark, line ends and accents apart change neither quotes nor speakers."""
    expected = extract_quotes(text, settings=EVERYTHING, nlp=nlp)
    changed = WAYS[way](text)
    found = extract_quotes(changed, settings=EVERYTHING, nlp=nlp)
    assert alike(found) == alike(expected) != []
    assert broken_quotes(changed, found) == []


files = st.tuples(
    st.sampled_from(TEXTS), st.sampled_from(("\n", "\r\n", "\r")), st.sampled_from(("NFC", "NFD"))
)
"""A text with the line ends and the accents of its file."""


@few
@given(parts=st.lists(files, min_size=1, max_size=3), mark=st.sampled_from(("", "\ufeff")))
def test_joined_files_alike(parts: list[tuple[str, str, str]], mark: str, nlp: Language) -> None:
    """Nor do they where one file has been made of several."""
    plain = "".join(f"{text}\n\n" for text, _, _ in parts)
    changed = mark + "".join(
        normalize(form, f"{text}\n\n").replace("\n", line_end) for text, line_end, form in parts
    )
    found = extract_quotes(changed, settings=EVERYTHING, nlp=nlp)
    assert alike(found) == alike(extract_quotes(plain, settings=EVERYTHING, nlp=nlp))
    assert broken_quotes(changed, found) == []


@pytest.mark.parametrize("way", [None, *WAYS])
@pytest.mark.parametrize("text", FRENCH)
def test_french_apostrophes(text: str, way: str | None, french: Language) -> None:
    """French prints either apostrophe, and it is read as one that closes no quotation."""
    expected = extract_quotes(text.replace("’", "'"), settings=EVERYTHING, nlp=french)
    changed = WAYS[way](text) if way else text
    found = extract_quotes(changed, settings=EVERYTHING, nlp=french)
    assert alike(found) == alike(expected) != []
    assert broken_quotes(changed, found) == []


def test_french_names_keep_their_apostrophe(french: Language) -> None:
    """A speaker bears the name that the text prints, its letters composed, or what the caller says."""
    text = "« Oui », a dit Inès d’Aubigné. « Le pont est fermé », a dit Léa."
    [first, _] = extract_quotes(normalize("NFD", text), nlp=french)
    assert first.speaker is not None
    assert first.speaker.name == "Inès d’Aubigné"
    assert first.speaker.mention.text == normalize("NFD", "Inès d’Aubigné")
    own = Settings(aliases={"Inès d’Aubigné": "Léa"})
    for given_text in (text, normalize("NFD", text), text.replace("’", "'")):
        found = extract_quotes(given_text, settings=own, nlp=french)
        assert {words(quote.speaker_name or "") for quote in found} == {"Inès d'Aubigné"}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", TEXTS)
def test_marks_alike(text: str, way: str) -> None:
    """Quotation marks alone are found as well."""
    found = find_marked_spans(WAYS[way](text))
    expected = find_marked_spans(text)
    assert [(words(mark.text), mark.depth, mark.closed) for mark in found] == [
        (words(mark.text), mark.depth, mark.closed) for mark in expected
    ]
    assert broken_marks(WAYS[way](text), found) == []


def test_many_texts_alike(nlp: Language) -> None:
    """Whoever gives many texts gets what each of them gives alone."""
    changed = [change(text) for text in TEXTS for change in WAYS.values()]
    assert list(pipe(changed, nlp=nlp)) == [extract_quotes(text, nlp=nlp) for text in changed]


def test_reasons_and_views_have_the_offsets_of_the_text(nlp: Language) -> None:
    """What says why a quote was kept, what shows it and what checks it stand in the text as given."""
    changed = WAYS["all"](TEXTS[3])
    explained = [item.quote for item in explain_quotes(changed, nlp=nlp)]
    found = extract_quotes(changed, nlp=nlp)
    assert [quote.content for quote in explained] == [quote.content for quote in found]
    assert show(changed, nlp=nlp).quotes == tuple(found)
    checked = verify_quote("It’s late", changed, speaker="André Dupont", nlp=nlp)
    assert checked.attribution == "matches"
    assert [changed[span.start : span.end] for span in checked.spans] == [span.text for span in checked.spans]


def test_given_quotes_of_any_file(nlp: Language) -> None:
    """Quotes that somebody else found are attributed, and keep their edges, wherever these lie."""
    text = "\ufeff“Trop tard,\r\nle café,” said Jose\u0301 Álvarez."
    start, end = text.index("Trop"), text.index("”")
    [quote] = attribute_quotes(text, [Quote("direct", (Span.of(text, start, end),))], nlp=nlp)
    assert quote.content == (Span.of(text, start, end),)
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.mention.text) == ("José Álvarez", "Jose\u0301 Álvarez")
    for content in ((0, 1), (0, len(text)), (text.index("\n"), end)):
        own = Quote("indirect", (Span.of(text, *content),))
        assert [found.content for found in attribute_quotes(text, [own], nlp=nlp)] == [own.content]


def test_chains_of_any_file(nlp: Language) -> None:
    """Mentions that somebody else found have the offsets of the text as given."""
    text = "\ufeffAnn Lee met Zoe\u0308 Holm.\r\n“We sail,” she said."
    name, she = text.index("Zoe"), text.index("she")
    chain = [(name, name + len("Zoe\u0308 Holm")), (she, she + 3)]
    [quote] = extract_quotes(text, nlp=nlp, chains=[chain])
    assert quote.speaker_name == "Zoë Holm"


def test_docs_are_read_as_they_are(nlp: Language) -> None:
    """The text of a Doc is the one that its pipeline has read."""
    doc = nlp("\ufeff“We sail,” said Jose\u0301.")
    for quote in extract_quotes(doc):
        assert broken_quotes(doc.text, [quote]) == []
