"""How fast quotekit is beside spaCy, and how time and memory grow with a text.

    python -m benchmarks.speed [FOLDER]

FOLDER holds annotated documents as JSON lines, whose texts are read; without it, made-up news is. Writes
docs/images/speed.png, and the part of docs/benchmarks.md between the comments that mark it. Times are of the
processor, not of the clock, so that other programs disturb them little.
"""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import Any, Final

from attrs import frozen
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.hostile import HOSTILE, prose, repeated
from benchmarks.share import share_lines, texts_in
from benchmarks.tables import PAGE, conditions, rewritten
from quotekit import extract_quotes, find_marked_spans
from quotekit.parse.pipelines import load_pipeline
from quotekit.records import Settings

__all__ = ["main"]

PLOT: Final = PAGE.parent / "images" / "speed.png"
PIECE: Final = 4_000
SIZES: Final = (1_000, 4_000, 16_000, 64_000, 256_000, 1_000_000, 4_000_000)
LONGEST_PARSED: Final = 64_000
WHOLE: Final = frozenset({"ten thousand names", "cues without an end", "phrases without an end", "colons"})
"""The texts of one sentence, or whose pieces differ, so that their parse cannot be made of copies."""
MEGABYTE: Final = 1_000_000
COLOURS: Final = 48
"""How many colours the picture has, so that it stays small in the repository; seen to be enough."""
NAMED: Final = 4
"""The kinds of text that the picture names beside prose: those that take longest for their length."""
SETTINGS: Final = (
    ("the default", Settings(model="small")),
    ('`tagger="rules"`', Settings(tagger="rules")),
)
"""What the shares of spaCy's speed are measured with."""
TEXTS: Final[dict[str, Callable[[int], str]]] = {"prose": prose, **HOSTILE}


@frozen
class Growth:
    """What one kind of text takes, size by size: characters, seconds, and the most memory in bytes."""

    name: str
    sizes: tuple[int, ...]
    seconds: tuple[float, ...]
    memory: tuple[int, ...]


def main(folder: Path | None = None, page: Path = PAGE) -> None:
    """Measure, plot, and write the page's part."""
    nlp = load_pipeline("en")
    marks = [growth(name, make, find_marked_spans, SIZES) for name, make in TEXTS.items()]
    stages = [_stages_growth(name, make, nlp) for name, make in TEXTS.items()]
    _plot(marks, stages)
    lines = [*conditions(), *share_lines(folder, SETTINGS), *_megabytes(folder), *_growths(stages)]
    page.write_text(rewritten(page.read_text(encoding="utf-8"), "speed", lines), encoding="utf-8")


def timed(work: Callable[[Any], object], given: Any, times: int = 3) -> float:
    """The fewest seconds of processor time that *work* takes."""
    taken = []
    for _ in range(times):
        start = process_time()
        work(given)
        taken.append(process_time() - start)
    return min(taken)


def growth(
    name: str, make: Callable[[int], Any], work: Callable[[Any], object], sizes: Sequence[int]
) -> Growth:
    """How time and memory of *work* grow with what *make* gives for each size."""
    seconds, memory = [], []
    for size in sizes:
        given = make(size)
        seconds.append(timed(work, given, times=1 if size > MEGABYTE else 3))
        tracemalloc.start()
        work(given)
        memory.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    return Growth(name, tuple(sizes), tuple(seconds), tuple(memory))


def _stages_growth(name: str, make: Callable[[int], str], nlp: Language) -> Growth:
    """How quotekit's stages behind the parse grow, by rules.

    The parse of a longer text than a piece is made of copies of that piece's, which spares the parser.
    """
    settings = Settings(tagger="rules")

    def doc(size: int) -> Doc:
        if size <= PIECE:
            return nlp(make(size))
        copies = Doc.from_docs([nlp(make(PIECE))] * (size // PIECE), ensure_whitespace=False)
        assert copies is not None
        return copies

    def work(given: Doc) -> object:
        return extract_quotes(given, settings=settings)

    if name in WHOLE:
        return growth(
            name, lambda size: nlp(make(size)), work, [size for size in SIZES if size <= LONGEST_PARSED]
        )
    return growth(name, doc, work, SIZES if make is prose else SIZES[:-2])


def _megabytes(folder: Path | None) -> Iterator[str]:
    yield "| quotation marks alone, of a megabyte of | seconds |"
    yield "|---|---|"
    made = [(name, make(MEGABYTE)) for name, make in TEXTS.items()]
    real = [(name, repeated("\n\n".join([*texts, ""]), MEGABYTE)) for name, texts in texts_in(folder)]
    for name, text in (*real, *made):
        yield f"| {name} | {timed(find_marked_spans, text):.2f} |"
    yield ""


def _growths(stages: Sequence[Growth]) -> Iterator[str]:
    yield "| own stages on a parse of | characters | seconds | memory | seconds for a quarter of it |"
    yield "|---|---|---|---|---|"
    for one in stages:
        figures = f"{one.seconds[-1]:.2f} | {one.memory[-1] / 1e6:.0f} MB | {one.seconds[-2]:.2f}"
        yield f"| {one.name} | {one.sizes[-1]:,} | {figures} |"
    yield ""


def _plot(marks: Sequence[Growth], stages: Sequence[Growth], plot: Path = PLOT) -> None:
    """Time and memory by size, both axes logarithmic: a straight line of slope one is linear."""
    import matplotlib as mpl  # noqa: PLC0415 - slow to import

    mpl.use("agg")
    from matplotlib import pyplot  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    figure, axes = pyplot.subplots(2, 2, figsize=(9, 6.5), sharex=True, layout="constrained")
    for row, (title, growths) in zip(axes, (("marks", marks), ("own stages", stages)), strict=True):
        slowest = sorted(growths, key=lambda one: one.seconds[-1] / one.sizes[-1])[-NAMED:]
        for one in growths:
            style = _style(one, slowest)
            row[0].loglog(one.sizes, one.seconds, **style)
            row[1].loglog(one.sizes, [bytes_ / 1e6 for bytes_ in one.memory], **style)
        row[0].set(title=f"{title}: seconds")
        row[1].set(title=f"{title}: megabytes")
        row[0].legend(fontsize=8)
    figure.supxlabel("characters", fontsize=10)
    figure.savefig(plot, dpi=100)
    pyplot.close(figure)
    with Image.open(plot) as drawn:
        small = drawn.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(plot, optimize=True)


def _style(one: Growth, slowest: Sequence[Growth]) -> dict[str, Any]:
    """How the lines of a kind of text look: prose and the slowest by name, all others thin and grey."""
    if one.name == "prose":
        return {"color": "black", "linewidth": 2.5, "label": one.name, "zorder": 3}
    if one in slowest:
        return {"color": f"C{slowest.index(one)}", "linewidth": 1.5, "label": one.name, "zorder": 2}
    return {"color": "0.75", "linewidth": 0.8, "zorder": 1}


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
