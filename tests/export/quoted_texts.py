"""Texts with quotes to export: some of every form, and a strategy for more."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from quotekit.export.documents import QuotedText
from quotekit.records import Act, How, Kind, Modality, Pronoun, Quote, Span, Speaker

TEXT = (
    "Helen Brandt, the mayor, spoke.\r\n“The bridge,” said Brandt, “is <not> safe & sound.”\n"
    "Omar Reyes said that she told him “it will ‘fall’ soon”.\f\tHe hopes so."
)


def span(words: str, text: str = TEXT) -> Span:
    """Where *words* stand first."""
    start = text.index(words)
    return Span(start, start + len(words), words)


BRANDT = Speaker(
    "Helen Brandt",
    "PERSON",
    span("Helen Brandt"),
    "partial",
    role=span("the mayor"),
    pronoun="she",
    confidence=0.75,
    rule="names_alike",
)
REYES = Speaker("Omar Reyes", "PERSON", span("Omar Reyes"), "name")

NEWS = QuotedText(
    "news/a.txt",
    TEXT,
    (
        Quote(
            "direct",
            (span("“The bridge,”"), span("“is <not> safe & sound.”")),
            (span("said"),),
            (Span(TEXT.index("Brandt, “"), TEXT.index(", “is"), "Brandt"),),
            BRANDT,
            confidence=0.9,
            rule="beside",
        ),
        Quote("mixed", (span("that she told him “it will ‘fall’ soon”"),), (), (span("Omar Reyes"),), REYES),
        Quote(
            "direct",
            (span("“it will ‘fall’ soon”"),),
            (span("told"),),
            (span("she"),),
            BRANDT,
            addressee=(span("him"),),
            depth=1,
            modality="negated",
        ),
        Quote("indirect", (span("so"),), (span("hopes"),), (), None, act="thought", confidence=0.25),
    ),
)
EMPTY = QuotedText("b", "Nobody spoke.", ())


@st.composite
def quoted_texts(draw: st.DrawFn, *, characters: str | None = None) -> QuotedText:
    """Texts with quotes of any form, whose spans may cross."""
    anything = st.characters(codec="utf-8", exclude_characters="\0")
    text = draw(st.text(st.sampled_from(characters) if characters else anything, min_size=1, max_size=30))

    def spans(least: int = 0) -> st.SearchStrategy[tuple[Span, ...]]:
        places = st.lists(st.integers(0, len(text)), min_size=2, max_size=6, unique=True).map(sorted)
        pairs = places.map(lambda found: list(zip(found[::2], found[1::2], strict=False)))
        return pairs.map(lambda found: tuple(Span.of(text, *pair) for pair in found[: max(least, 2)]))

    speakers = st.builds(
        Speaker,
        name=st.sampled_from(["Ann Lee", "Bob", "the mayor"]),
        label=st.sampled_from(["PERSON", "ORG"]),
        mention=spans(1).map(lambda found: found[0]),
        how=st.sampled_from(get_args(How)),
        role=st.none() | spans(1).map(lambda found: found[0]),
        pronoun=st.none() | st.sampled_from(get_args(Pronoun)),
        confidence=st.floats(0, 1),
        rule=st.sampled_from(["", "names_alike"]),
    )
    quotes = st.builds(
        Quote,
        kind=st.sampled_from(get_args(Kind)),
        content=spans(1),
        cue=st.just(()) | spans(),
        source=st.just(()) | spans(),
        speaker=st.none() | speakers,
        act=st.sampled_from(get_args(Act)),
        modality=st.sampled_from(get_args(Modality)),
        addressee=st.just(()) | spans(),
        depth=st.integers(0, 3),
        confidence=st.floats(0, 1),
        rule=st.sampled_from(["beside", "tei"]),
    )
    return QuotedText(draw(st.sampled_from(["a", "b.txt"])), text, tuple(draw(st.lists(quotes, max_size=4))))
