"""The pages of figures: how well quotekit does, beside other systems.

    python -m benchmarks.tables FOLDER [PAGES]

FOLDER holds the annotated documents as JSON lines. What stands in benchmarks.md and compared.md of PAGES (by
default docs) between the comments that mark it is written anew, from one run; the rest of both pages stays.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

from spacy.tokens import Doc

from benchmarks.corpora import Corpus, corpora, extractor, parsed
from benchmarks.probes import FOLDER as PROBES
from benchmarks.probes import halves_of, quotes_right, read_probes, share_of
from benchmarks.systems import SYSTEMS, System, installed_systems
from quotekit.corpora import AnnotatedDocument, AnnotatedQuote
from quotekit.errors import DISTRIBUTION
from quotekit.evaluation import Proportion, Rate
from quotekit.evaluation.evaluating import Evaluation, Finder
from quotekit.parse.pipelines import load_pipeline, parse
from quotekit.records import TaggerName

__all__ = ["PAGE", "conditions", "main", "rewritten"]

Read = dict[Corpus, list[AnnotatedDocument]]
Evaluated = dict[tuple[str, TaggerName], Evaluation]
Others = Sequence[tuple[Corpus, tuple[str, ...]]]
"""The rows of every system on each corpus."""

PAGE: Final = Path(__file__).parent.parent / "docs" / "benchmarks.md"
TAGGERS: Final[tuple[TaggerName, ...]] = ("auto", "rules")
OTHERS_HEAD: Final = (
    "system", "content, overlap P / R / F", "content, exact F", "source F", "cue F", "failed on"
)  # fmt: skip
COMPARED: Final = ("seed", "news-dev", "polnear-dev", "ggt-dev", "gum-dev news")
"""The corpora on which other systems are run."""
SHOWN: Final = ("polnear-dev", "ggt-dev", "gum-dev news")
"""Those of them that the page of comparisons shows: the large ones, each annotated by others."""
OWN_NAMES: Final[dict[TaggerName, str]] = {"rules": 'quotekit, `tagger="rules"`', "auto": "quotekit"}


def main(folder: Path, pages: Path = PAGE.parent) -> None:
    """Measure everything and write it into benchmarks.md and compared.md of *pages*."""
    read = {corpus: corpus.documents(folder) for corpus in corpora(folder)}
    evaluated = {
        (corpus.name, tagger): corpus.evaluated(documents, extractor(corpus.settings(tagger)))
        for corpus, documents in read.items()
        for tagger in TAGGERS
    }
    others = _others({corpus: read[corpus] for corpus in read if corpus.name in COMPARED}, evaluated)
    _write(pages / PAGE.name, "figures", _lines(read, evaluated, others))
    _write(pages / "compared.md", "compared", _compared(others))


def _write(page: Path, part: str, lines: Iterable[str]) -> None:
    page.write_text(rewritten(page.read_text(encoding="utf-8"), part, lines), encoding="utf-8")


def rewritten(page: str, part: str, lines: Iterable[str]) -> str:
    """The page with *lines* in the part between the comments that name it."""
    begin, end = f"<!-- {part} -->", f"<!-- end of {part} -->"
    before, _, rest = page.partition(begin)
    _, _, behind = rest.partition(end)
    content = "\n".join(lines)
    return f"{before}{begin}\n\n{content}\n{end}{behind}"


def _lines(read: Read, evaluated: Evaluated, others: Others) -> Iterator[str]:
    yield from conditions()
    yield from _quality(read, evaluated)
    yield from _kinds(read, evaluated)
    yield from _speakers(read, evaluated)
    yield from _spans(read, evaluated)
    yield from _probes()
    rows = [(corpus.title, *row) for corpus, row in others]
    yield from _table("Other systems on the same parse", ("corpus", *OTHERS_HEAD), rows)


def _compared(others: Others) -> Iterator[str]:
    for name in SHOWN:
        rows = [(corpus, row) for corpus, row in others if corpus.name == name]
        for corpus in [corpus for corpus, _ in rows[:1]]:
            yield from _table(corpus.title, OTHERS_HEAD, [row for _, row in rows])


def conditions() -> Iterator[str]:
    """What the figures were measured with."""
    nlp = load_pipeline("en")
    packages = ", ".join(
        f"{name} {version(name)}" for name in (DISTRIBUTION, "spacy", "textacy", "onnxruntime")
    )
    yield f"Measured with {packages}; pipeline {nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']};"
    yield f"Python {platform.python_version()} on {platform.system()} ({platform.machine()}), {_processor()}."
    yield ""


def _processor() -> str:
    """The processor, as far as the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return (
        f"{os.cpu_count()} cores of {names[0] if names else platform.processor() or 'an unnamed processor'}"
    )


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"### {title}"
    yield ""
    yield from _rows(head, rows)


def _rows(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def _quality(read: Read, evaluated: Evaluated) -> Iterator[str]:
    head = ("corpus", "split", "tagger", "content, overlap P / R / F", "content, exact F", "source F",
            "cue F", "letters F", "calibration error")  # fmt: skip
    rows = []
    for corpus, documents in read.items():
        complete = any(quote.source for document in documents for quote in document.quotes)
        for tagger in TAGGERS:
            evaluation = evaluated[corpus.name, tagger]
            scores = evaluation.scores
            parts = (_f(scores.source_exact), _f(scores.cue_exact)) if complete else ("–", "–")
            rows.append((f"{corpus.title}: {_rule(corpus)}", corpus.split, f"`{tagger}`",
                         _prf(scores.content_overlap), _f(scores.content_exact), *parts,
                         _f(scores.content_letters), _per_cent(evaluation.calibration_error)))  # fmt: skip
    yield from _table("Content, source and cue", head, rows)


def _rule(corpus: Corpus) -> str:
    asked = "asserted speech" if corpus.speech else "speech and thought"
    return f"{asked}, span by span" if corpus.fragments else asked


def _kinds(read: Read, evaluated: Evaluated) -> Iterator[str]:
    head = ("corpus", "kind", "quotes", "content, overlap", "content, exact",
            "source of found ones", "cue of found ones")  # fmt: skip
    rows = [
        (corpus.title, kind, str(found.exact.of),
         *map(_share, (found.overlap, found.exact, found.source, found.cue)))
        for corpus in read
        for kind, found in evaluated[corpus.name, "auto"].scores.by_kind.items()
        if found.exact.of
    ]  # fmt: skip
    yield from _table("What is found of each kind (recall, tagger `auto`)", head, rows)


def _speakers(read: Read, evaluated: Evaluated) -> Iterator[str]:
    head = ("corpus", "tagger", "speaker of found ones", "by how the speaker is written",
            "who said what P / R / F")  # fmt: skip
    rows = []
    for corpus in read:
        for tagger in TAGGERS:
            scores = evaluated[corpus.name, tagger].scores
            if scores.speaker.of:
                ways = (
                    f"{how} {_share(share)} of {share.of}" for how, share in scores.speaker_by_how.items()
                )
                row = (_share(scores.speaker), ", ".join(ways), _prf(scores.who))
                rows.append((corpus.title, f"`{tagger}`", *row))
    yield from _table("Speakers", head, rows)


def _spans(read: Read, evaluated: Evaluated) -> Iterator[str]:
    head = ("corpus", "split", "tagger", "source F", "cue F", "content F")
    rows = []
    for corpus in read:
        for tagger in TAGGERS if corpus.name in ("polnear-dev", "riqua-dev") else ():
            spans = evaluated[corpus.name, tagger].scores.spans_exact
            figures = [_f(spans[part]) for part in ("source", "cue", "content")]
            rows.append((corpus.title, corpus.split, f"`{tagger}`", *figures))
    yield from _table("Each span to the letter, as CofeNet counts (Wang et al. 2022)", head, rows)


def _probes() -> Iterator[str]:
    rows = []
    for file in sorted(PROBES.glob("*.jsonl")):
        probes = read_probes(file)
        odd, even = halves_of(probes)
        quotes = [quotes_right(probes[::2], odd), quotes_right(probes[1::2], even)]
        rows.append((f"`{file.stem}`", share_of(odd), share_of(even), *map(_of, quotes)))
    head = ("texts", "all right, odd places", "even places", "quotes all right, odd places", "even places")
    yield from _table("Small texts that are hard to read, in `data/probes`", head, rows)


def _of(counts: tuple[int, int]) -> str:
    return f"{counts[0]} of {counts[1]}"


def _others(read: Read, evaluated: Evaluated) -> Others:
    rows: list[tuple[Corpus, tuple[str, ...]]] = []
    systems = installed_systems()
    for name in SYSTEMS.keys() - systems:
        print(f"{name} is not installed: it has no rows.", file=sys.stderr)
    for corpus, documents in read.items():
        for name, system in systems.items():
            failed: list[str] = []
            evaluation = corpus.evaluated(documents, _finder(system, failed))
            rows.append((corpus, _other(name, evaluation, len(failed), len(documents))))
        for tagger, name in OWN_NAMES.items():
            rows.append((corpus, _other(name, evaluated[corpus.name, tagger], 0, len(documents))))
    return rows


def _other(name: str, evaluation: Evaluation, failures: int, documents: int) -> tuple[str, ...]:
    scores = evaluation.scores
    exact = map(_f, (scores.content_exact, scores.source_exact, scores.cue_exact))
    return (name, _prf(scores.content_overlap), *exact, f"{failures} of {documents}")


def _finder(system: System, failed: list[str]) -> Finder:
    """A finder that gives nothing for a document that the system fails on, and remembers it."""

    def find(document: AnnotatedDocument) -> list[AnnotatedQuote]:
        try:
            return [quote for quote in system(_doc(document.text)) if quote.content]
        except Exception:  # another system's failure is a result
            failed.append(document.id)
            return []

    return find


def _doc(text: str) -> Doc:
    found = parsed(text)
    return parse(found)[1]


def _prf(rate: Rate) -> str:
    return " / ".join(map(_per_cent, (rate.precision, rate.recall, rate.f)))


def _f(rate: Rate) -> str:
    return _per_cent(rate.f)


def _share(share: Proportion) -> str:
    return "–" if share.share is None else _per_cent(share.share)


def _per_cent(figure: float) -> str:
    return f"{100 * figure:.1f}"


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
