"""Hypothesis strategies for quotekit's records."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from quotekit.records import Act, How, Kind, MarkedSpan, Modality, Pronoun, Quote, Span, Speaker

offsets = st.integers(min_value=0, max_value=10**7)
confidences = st.floats(min_value=0, max_value=1)
texts = st.text(alphabet=st.characters(codec=None), max_size=20)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Spans whose text is as long as they are."""
    text, start = draw(texts), draw(offsets)
    return Span(start, start + len(text), text)


@st.composite
def marked_spans(draw: st.DrawFn) -> MarkedSpan:
    """Marked spans whose text is as long as they are."""
    span = draw(spans())
    return MarkedSpan(span.start, span.end, span.text, depth=draw(offsets), closed=draw(st.booleans()))


def tuples(minimum: int = 0) -> st.SearchStrategy[tuple[Span, ...]]:
    """Tuples of spans."""
    return st.lists(spans(), min_size=minimum, max_size=3).map(tuple)


speakers = st.builds(
    Speaker,
    name=texts,
    label=texts,
    mention=spans(),
    how=st.sampled_from(get_args(How)),
    role=st.none() | spans(),
    pronoun=st.none() | st.sampled_from(get_args(Pronoun)),
    confidence=confidences,
    rule=texts,
)

quotes = st.builds(
    Quote,
    kind=st.sampled_from(get_args(Kind)),
    content=tuples(1),
    cue=tuples(),
    source=tuples(),
    speaker=st.none() | speakers,
    act=st.sampled_from(get_args(Act)),
    modality=st.sampled_from(get_args(Modality)),
    addressee=tuples(),
    depth=offsets,
    confidence=confidences,
    rule=texts,
)
