"""Quoted words as charts: per speaker, and per outlet. Needs matplotlib, which the extra ``plot`` brings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from quotekit.errors import ExtraMissingError
from quotekit.given import checked_items, checked_value
from quotekit.shares import Share

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

__all__ = ["plot_outlets", "plot_speakers"]

# Okabe and Ito's colours, which people with any kind of colour vision tell apart.
_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#000000")
_COLOUR_OF_OTHERS = "#b8b8b8"
_OTHERS = "all others"
_OF_OUTLET = "the shares that quotekit.shares.outlet_shares gave"
_NOBODY = "nobody named"
_LONGEST = 40
"""Characters of a name beside its bar; chosen by hand."""

_WIDTH, _ROW_HEIGHT, _FRAME_HEIGHT = 8, 0.36, 1.2
"""Inches: the width of a chart, the height of a bar with its gap, and that of title and axis; chosen by
hand."""

_LABEL_GAP = 3
"""Points between a bar and its figures; chosen by hand."""

_LABEL_ROOM = 0.2
"""The share of the axis that is left free for the figures of the longest bar; chosen by hand."""

_BESIDE_CHART = (1.01, 1)
"""Where the legend stands, in widths and heights of the chart: right beside it, at the top."""

_PER_CENT = 100
"""The parts of a whole that outlets' shares are drawn in."""


def plot_speakers(shares: Sequence[Share], *, top: int = 15, title: str | None = None) -> Figure:
    """A chart of the words that speakers are quoted with, a bar a speaker.

    Args:
        shares: The shares that `speaker_shares` gave.
        top: How many speakers to show at most, those with most words.
        title: What the chart is headed by.

    Returns:
        The chart, which a notebook shows; ``figure.savefig("speakers.svg")`` keeps it.

    Raises:
        InputTypeError: These are no such shares.
        ExtraMissingError: matplotlib is not installed.
    """
    checked_value(top, int, "a whole number of speakers")
    listed = list(checked_items(shares, Share, "the shares that quotekit.shares.speaker_shares gave"))
    shown = sorted(listed, key=lambda share: -share.words)[:top]
    figure, axes = _chart(len(shown), title)
    bars = axes.barh(range(len(shown)), [share.words for share in shown], color=_COLOURS[0])
    axes.bar_label(bars, [f"{share.words:,} ({share.share:.0%})" for share in shown], padding=_LABEL_GAP)
    axes.set_xlabel("quoted words")
    axes.margins(x=_LABEL_ROOM)
    _name_rows(axes, [_label(share.speaker) for share in shown])
    return figure


def plot_outlets(
    shares: Mapping[str, Sequence[Share]], *, top: int = len(_COLOURS) - 1, title: str | None = None
) -> Figure:
    """A chart of how each outlet's quoted words are shared out, a bar an outlet.

    Args:
        shares: The shares of each outlet that `outlet_shares` gave; the bars keep its order.
        top: How many speakers have a colour of their own, at most eight: those with most words over
            all outlets. The others are one grey part of each bar.
        title: What the chart is headed by.

    Returns:
        The chart, which a notebook shows; ``figure.savefig("outlets.svg")`` keeps it.

    Raises:
        InputTypeError: These are no such shares.
        ExtraMissingError: matplotlib is not installed.
    """
    checked_value(top, int, "a whole number of speakers")
    checked_value(shares, Mapping, _OF_OUTLET)  # type: ignore[type-abstract]
    listed = [list(checked_items(part, Share, _OF_OUTLET)) for part in shares.values()]
    outlets = [_label(outlet) for outlet in shares]
    figure, axes = _chart(len(outlets), title)
    left = [0.0] * len(outlets)
    for name, colour, parts in _layers(listed, min(top, len(_COLOURS))):
        axes.barh(range(len(outlets)), parts, left=left, color=colour, label=name, edgecolor="white")
        left = [start + part for start, part in zip(left, parts, strict=True)]
    axes.set_xlim(0, _PER_CENT)
    axes.set_xlabel("% of the outlet's quoted words")
    _name_rows(axes, outlets)
    if shares:
        legend = axes.legend(loc="upper left", bbox_to_anchor=_BESIDE_CHART, frameon=False)
        _as_they_are(legend.get_texts())
    return figure


def _layers(outlets: Sequence[Sequence[Share]], top: int) -> Iterable[tuple[str, str, list[float]]]:
    """Name, colour and percentages of each outlet, of the *top* speakers and of all others together."""
    totals: Counter[str | None] = Counter()
    for shares in outlets:
        totals.update({share.speaker: share.words for share in shares})
    leading = [speaker for speaker, _ in totals.most_common(top)]
    percent = [{share.speaker: _PER_CENT * share.share for share in shares} for shares in outlets]
    for speaker, colour in zip(leading, _COLOURS, strict=False):
        yield _label(speaker), colour, [shares.get(speaker, 0.0) for shares in percent]
    if len(totals) > len(leading):
        rest = [sum(part for name, part in shares.items() if name not in leading) for shares in percent]
        yield _OTHERS, _COLOUR_OF_OTHERS, rest


def _chart(rows: int, title: str | None) -> tuple[Figure, Axes]:
    """An empty chart, high enough for its rows."""
    try:
        from quotekit.export.chart import Chart  # noqa: PLC0415 - needs an extra
    except ImportError as error:
        raise ExtraMissingError("matplotlib", "plot") from error
    figure = Chart(figsize=(_WIDTH, _FRAME_HEIGHT + _ROW_HEIGHT * max(rows, 1)), layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    _as_they_are([axes.set_title(title or "", loc="left")])
    return figure, axes


def _name_rows(axes: Axes, names: Sequence[str]) -> None:
    axes.set_yticks(range(len(names)), names)
    axes.invert_yaxis()
    _as_they_are(axes.get_yticklabels())


def _as_they_are(texts: Iterable[Text]) -> None:
    """Keep dollar signs in names from being read as formulas."""
    for text in texts:
        text.set_parse_math(False)


def _label(name: str | None) -> str:
    line = " ".join((name or _NOBODY).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
