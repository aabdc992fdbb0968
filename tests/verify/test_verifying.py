"""Quotations against their source: the verdict, what differs, and where the words stand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quotekit.errors import InputTypeError
from quotekit.records import Quote, Span, Speaker
from quotekit.verify import verify_quote, verify_quotes
from quotekit.verify.joints import is_joint
from quotekit.verify.words import words_in

if TYPE_CHECKING:
    from spacy.language import Language

CASES = Path(__file__).parent.parent / "cases"
SOURCE = (CASES / "verify_source.txt").read_text(encoding="utf-8")
ROWS = [json.loads(line) for line in (CASES / "verify.jsonl").read_text(encoding="utf-8").splitlines()]

SPEAKERS = [
    json.loads(line) for line in (CASES / "verify_speakers.jsonl").read_text(encoding="utf-8").splitlines()
]

WORDS = st.sampled_from(
    ["no", "No", "bridge", "the", "don’t", "3.5", "engi-\nneer", "…", "[old]", "“safe,”", "été"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_case(row: dict[str, Any]) -> None:
    """Each case of the table gets its verdict, its normalisations, its changes and its spans."""
    found = verify_quote(row["quote"], row.get("text", SOURCE))
    assert found.verdict == row["verdict"]
    assert list(found.normalisations) == row.get("normalisations", [])
    changes = [[change.kind, change.source.text, change.quote.text] for change in found.changes]
    assert changes == row.get("changes", [])
    assert [span.text for span in found.spans] == row.get("spans", [])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_offsets(row: dict[str, Any]) -> None:
    """Spans are of the source, and the words of a change are of the source and of the quotation."""
    text = row.get("text", SOURCE)
    found = verify_quote(row["quote"], text)
    theirs = [*found.spans, *(change.source for change in found.changes)]
    assert [text[span.start : span.end] for span in theirs] == [span.text for span in theirs]
    ours = [change.quote for change in found.changes]
    assert [row["quote"][span.start : span.end] for span in ours] == [span.text for span in ours]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_similarity(row: dict[str, Any]) -> None:
    """The similarity is 1 for the same words, less for others, and below the threshold when absent."""
    found = verify_quote(row["quote"], row.get("text", SOURCE))
    if found.verdict in ("exact", "normalised"):
        assert found.similarity == 1.0
    elif found.verdict == "absent":
        assert 0.0 <= found.similarity < 0.6
    else:
        assert 0.6 <= found.similarity <= 1.0
        assert (found.similarity == 1.0) == (found.changes == ())


@given(text=TEXTS, data=st.data())
def test_what_stands_there_is_exact(text: str, data: st.DataObject) -> None:
    """Any whole words that stand in a text are an exact quotation of it."""
    words = words_in(text)
    ranges = words.ranges
    first = data.draw(st.integers(0, len(ranges) - 1)) if ranges else 0
    last = data.draw(st.integers(first, len(ranges) - 1)) if ranges else 0
    assume(not is_joint(words, first) and not is_joint(words, last + 1))
    quote = text[ranges[first][0] : ranges[last][1]] if ranges else ""
    found = verify_quote(quote, text)
    assert found.verdict == ("exact" if ranges else "absent")
    assert [span.text for span in found.spans] == ([quote] if ranges else [])


@given(quote=TEXTS | st.text(max_size=40), text=TEXTS | st.text(max_size=80))
def test_any_input(quote: str, text: str) -> None:
    """Whatever is given, spans fit the source, and a verdict says no more than was found."""
    found = verify_quote(quote, text)
    assert all(text[span.start : span.end] == span.text for span in found.spans)
    assert bool(found.spans) == (found.verdict != "absent")
    assert 0.0 <= found.similarity <= 1.0
    assert not (found.changes and found.verdict in ("exact", "normalised", "absent"))
    assert not (found.normalisations and found.verdict == "exact")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_other_text_around(row: dict[str, Any]) -> None:
    """A verdict does not change with text that has nothing to do with it, whatever its words."""
    text = row.get("text", SOURCE)
    others = "Is it safe, the people of the old town said, to cross? The report came by at six. "
    found = verify_quote(row["quote"], f"{others * 3}\n\n{text}\n\n{others * 3}")
    assert found.verdict == row["verdict"]


@given(text=TEXTS)
def test_spelling_never_alters(text: str) -> None:
    """Another case, straight apostrophes and other blanks change no word."""
    spelled = text.upper().replace("’", "'").replace(" ", "\n\n")
    assert verify_quote(spelled, text).verdict in ("exact", "normalised", "absent")


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("a " * 20_000 + "b", "a " * 50_000),
        ("a" * 30_000 + "b", "a" * 100_000),
        ("a" * 30_000, "a" * 100_000 + " c"),
        ("[" * 50_000 + "x y z", SOURCE),
        (". " * 50_000 + "x y z", ". " * 50_000),
        ("never " * 20_000, "ever " * 20_000),
        ("b a " * 3_000 + "c", "a b " * 30_000),
        ("zeta b c", "[a](b(c" * 50_000),
        ("zeta b c", "<sup>" * 50_000),
        ("x … y " * 200 + "z", "x y " * 20_000),
        ("x y … " * 5_000 + "z", "x y w " * 20_000),
    ],
)
def test_hostile_input(quote: str, text: str) -> None:
    """Endless repetition, brackets and dots end, and soon, with what is so."""
    assert verify_quote(quote, text).verdict in ("absent", "spliced", "altered")


def test_long_quote() -> None:
    """A quotation of a hundred thousand words with one changed in a thousand is altered in just these."""
    words = [f"w{number * 7919 % 100_003}" for number in range(100_000)]
    text = " ".join(words)
    words[500::1000] = ["other"] * 100
    found = verify_quote(" ".join(words), text)
    assert found.verdict == "altered"
    assert {change.quote.text for change in found.changes} == {"other"}
    assert len(found.changes) == 100


def test_quote_of_several_spans() -> None:
    """A quote whose content is interrupted is exact when each of its spans is."""
    one, two = "“The old bridge is not safe,”", "“and it will stay\nclosed for a year.”"
    spans = tuple(Span(0, len(text), text) for text in (one, two))
    found = verify_quote(Quote("direct", content=spans), SOURCE)
    assert found.verdict == "exact"
    assert [span.text for span in found.spans] == [
        "The old bridge is not safe",
        "and it will stay\nclosed for a year",
    ]


@pytest.mark.parametrize(
    ("quote", "speaker", "attribution", "by"),
    [
        ("The old bridge is not safe", "Helen Brandt", "matches", "Helen Brandt"),
        ("The old bridge is not safe", "Brandt", "matches", "Helen Brandt"),
        ("The old bridge is not safe", "Mayor Helen Brandt", "matches", "Helen Brandt"),
        ("The old bridge is not safe", "Omar Reyes", "differs", "Helen Brandt"),
        ("The old bridge is not safe, and it will stay closed", "Brandt", "matches", "Helen Brandt"),
        ("People can cross the lake with us every ten minutes", "Omar Reyes", "matches", "Omar Reyes"),
        ("welcomed the plan", "Omar Reyes", "unknown", None),
        (
            "The old bridge is not safe. People can cross the river with us",
            "Brandt",
            "differs",
            "Helen Brandt",
        ),
    ],
)
def test_attribution(quote: str, speaker: str, attribution: str, by: str | None, nlp: Language) -> None:
    """The words are the speaker's when the source gives all of them to that name or a part of it."""
    found = verify_quote(quote, SOURCE, speaker=speaker, nlp=nlp)
    assert (found.attribution, found.speaker and found.speaker.name) == (attribution, by)


@pytest.mark.parametrize("row", SPEAKERS, ids=lambda row: f"{row['name']}: {row['speaker']}")
def test_speakers(row: dict[str, Any], nlp: Language) -> None:
    """A speaker is compared with the fullest name that the text gives, whatever stands beside the words."""
    found = verify_quote(row["quote"], row["text"], speaker=row["speaker"], nlp=nlp)
    assert (found.attribution, found.speaker and found.speaker.name) == (row["attribution"], row["by"])


@pytest.mark.parametrize("speaker", [",", "-", ".", "Mr.", "the", "“”", "J.", "- -", "the the"])
def test_what_names_nobody(speaker: str, nlp: Language) -> None:
    """What is no name, or less than one, is nobody's."""
    found = verify_quote("The old bridge is not safe", SOURCE, speaker=speaker, nlp=nlp)
    assert found.attribution == "differs"


def test_speaker_in_french(french: Language) -> None:
    """A first name is told from a title by the words of the text's own language."""
    text = "Inès Blanc parle à la presse. « Le vieux pont est sûr », a dit Blanc."
    names = ("Madame Blanc", "I. Blanc", "Marc Blanc")
    found = [verify_quote("Le vieux pont est sûr", text, speaker=name, nlp=french) for name in names]
    assert [one.attribution for one in found] == ["matches", "matches", "differs"]


def test_speaker_of_a_quote(nlp: Language) -> None:
    """The speaker of a `Quote` is asked about, unless another is named."""
    span = Span(0, 26, "The old bridge is not safe")
    quote = Quote(
        "direct", content=(span,), speaker=Speaker("Omar Reyes", "PERSON", Span(0, 4, "Omar"), "name")
    )
    doc = nlp(SOURCE)
    assert verify_quote(quote, doc).attribution == "differs"
    assert verify_quote(quote, doc, speaker="").attribution == "differs"
    assert verify_quote(quote, doc, speaker="Helen Brandt").attribution == "matches"


def test_words_said_twice(nlp: Language) -> None:
    """Of words that two people say, the place is given where the asked one says them."""
    text = "“We are ready,” said Ann Lee. “We are ready,” said Bob Ray."
    found = verify_quote("We are ready", text, speaker="Bob Ray", nlp=nlp)
    assert (found.attribution, found.spans[0].start) == ("matches", 31)


def test_denied_words(nlp: Language) -> None:
    """Who is said not to have said something is not the one who said it."""
    text = "Ann Lee did not say that the old bridge was safe."
    assert verify_quote("the old bridge was safe", text, speaker="Ann Lee", nlp=nlp).attribution == "differs"


@pytest.mark.parametrize("speaker", [None, "", " \n"])
def test_no_speaker_no_parse(speaker: str | None) -> None:
    """Without a speaker, or with an empty one, nothing is parsed, and nothing said of the attribution."""
    found = verify_quote("the river", SOURCE, speaker=speaker)
    assert (found.attribution, found.speaker) == (None, None)


def test_many_quotes() -> None:
    """Many quotations of one source come out in their order, each on its own or with a speaker."""
    found = verify_quotes(["the river", ("the lake of tears", None), "The river"], SOURCE)
    assert [one.verdict for one in found] == ["exact", "absent", "normalised"]


@pytest.mark.parametrize("given", ["the river", b"the river", 3])
def test_what_are_no_quotations(given: Any) -> None:
    """One text is no list of quotations, and is refused before anything is read."""
    with pytest.raises(InputTypeError, match="quotations"):
        verify_quotes(given, SOURCE)


@pytest.mark.parametrize("claim", [("the river",), ("the river", "Ann", "Bo"), ("the river", 3)])
def test_what_is_no_claim(claim: Any) -> None:
    """A pair is a quotation and a name."""
    found = verify_quotes(["the river", claim], SOURCE)
    assert next(found).verdict == "exact"
    with pytest.raises(InputTypeError, match="the name of its speaker"):
        next(found)


def test_no_source() -> None:
    """What is no source is refused at once."""
    source: Any = b"the river"
    with pytest.raises(InputTypeError):
        verify_quotes(["the river"], source)


def test_to_dict() -> None:
    """A verification is plain data."""
    data = verify_quote("The old bridge is safe", SOURCE).to_dict()
    assert json.loads(json.dumps(data)) == data
    assert data["changes"][0]["source"]["text"] == "not"


def test_wrong_types() -> None:
    """A quotation and a source that are no texts are errors that say what is expected."""
    with pytest.raises(InputTypeError, match="int: expected a str or a Quote"):
        verify_quote(3, SOURCE)  # type: ignore[arg-type]
    with pytest.raises(InputTypeError, match="bytes: expected a str or a spaCy Doc"):
        verify_quote("a", b"a")  # type: ignore[arg-type]
