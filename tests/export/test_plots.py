"""Charts of quoted words: which bars they have, and how long these are."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Mapping, Sequence

import pytest

from quotekit.errors import ExtraMissingError
from quotekit.export.plots import plot_outlets, plot_speakers
from quotekit.shares import Share

SHARES = [Share("Ann Lee", 3, 60, 0.6), Share("Bob Ray", 1, 30, 0.3), Share(None, 1, 10, 0.1)]
OUTLETS = {"Post": SHARES, "Herald": [Share("Bob Ray", 2, 80, 0.8), Share("Cy Orr", 1, 20, 0.2)]}


@pytest.fixture(autouse=True)
def _matplotlib() -> None:
    """Charts are tested where matplotlib is installed."""
    pytest.importorskip("matplotlib", reason="matplotlib is not installed; it comes with the extra plot")


def widths(figure: object) -> list[float]:
    """The lengths of a chart's bars, layer by layer."""
    return [round(bar.get_width(), 6) for bar in figure.axes[0].patches]  # type: ignore[attr-defined]


def rows(figure: object) -> list[str]:
    """What the bars are named, from top to bottom."""
    return [label.get_text() for label in figure.axes[0].get_yticklabels()]  # type: ignore[attr-defined]


def layers(figure: object) -> list[str]:
    """The names in a chart's legend."""
    return [text.get_text() for text in figure.axes[0].get_legend().get_texts()]  # type: ignore[attr-defined]


def test_notebooks_show_charts() -> None:
    """A chart that is a cell's last value shows itself as a picture, with no backend chosen."""
    for chart in (plot_speakers(SHARES), plot_outlets(OUTLETS)):
        assert chart._repr_png_().startswith(b"\x89PNG")  # type: ignore[attr-defined]


def test_speakers() -> None:
    """Each speaker has a bar as long as the words, and those of nobody too."""
    figure = plot_speakers(SHARES, title="Who speaks")
    assert rows(figure) == ["Ann Lee", "Bob Ray", "nobody named"]
    assert widths(figure) == [60, 30, 10]
    assert figure.axes[0].get_title(loc="left") == "Who speaks"


def test_leading_speakers() -> None:
    """Only the first are shown, whatever order the shares come in."""
    assert rows(plot_speakers(SHARES[::-1], top=2)) == ["Ann Lee", "Bob Ray"]


def test_outlets() -> None:
    """Each outlet's bar is made of its speakers' parts, those with most words over all outlets first."""
    figure = plot_outlets(OUTLETS)
    assert rows(figure) == ["Post", "Herald"]
    assert layers(figure) == ["Bob Ray", "Ann Lee", "Cy Orr", "nobody named"]
    assert widths(figure) == [30, 80, 60, 0, 0, 20, 10, 0]


def test_other_speakers_are_one_part() -> None:
    """Speakers without a colour are one part, so that every bar ends at 100."""
    figure = plot_outlets(OUTLETS, top=1)
    assert layers(figure) == ["Bob Ray", "all others"]
    assert widths(figure) == [30, 80, 70, 20]


@pytest.mark.parametrize("top", [8, 100])
def test_no_more_colours_than_there_are(top: int) -> None:
    """With more speakers than colours, no two speakers share one."""
    many = {"Post": [Share(f"Speaker {number}", 1, 10, 0.05) for number in range(20)]}
    figure = plot_outlets(many, top=top)
    assert len(layers(figure)) == 9
    assert sum(widths(figure)) == pytest.approx(100)
    assert len({bar.get_facecolor() for bar in figure.axes[0].patches}) == 9


@pytest.mark.parametrize(
    "shares", [SHARES, [], [Share("$a$ \\frac{ _x", 1, 5, 1.0), Share("x " * 99, 0, 0, 0.0)]]
)
def test_charts_can_be_drawn(shares: Sequence[Share], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Charts can be drawn without speakers, and with names that look like formulas or are long."""
    folder = tmp_path_factory.mktemp("charts")
    outlets: Mapping[str, Sequence[Share]] = {"$Post$": shares} if shares else {}
    for name, figure in (("a", plot_speakers(shares)), ("b", plot_outlets(outlets))):
        figure.savefig(folder / f"{name}.png", dpi=40)
        assert (folder / f"{name}.png").read_bytes().startswith(b"\x89PNG")


def test_long_names_are_cut() -> None:
    """A name without blanks is cut too, rather than left out or as wide as the chart."""
    assert rows(plot_speakers([Share("x" * 99, 1, 1, 1.0)])) == ["x" * 39 + "…"]


def test_without_matplotlib(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without matplotlib, the error names the extra that brings it."""
    real = builtins.__import__

    def refuse(name: str, *args: object) -> object:
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return real(name, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", refuse)
    monkeypatch.delitem(sys.modules, "quotekit.export.chart", raising=False)
    with pytest.raises(
        ExtraMissingError, match=r'matplotlib is not installed.*pip install "quotekit-nlp\[plot\]"'
    ):
        plot_speakers(SHARES)
