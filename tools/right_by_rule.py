"""How often what a rule found, or a row of the verdict kept, is right by annotated documents.

    python -m tools.right_by_rule FOLDER [CORPUS ...]

FOLDER holds annotated documents as JSON lines, which are not part of the repository; each CORPUS is a name
of ``benchmarks/corpora.json``, and without any all of them are read. Prints a line for each rule and for each
row: how many quotes there are, how many overlap an annotated one, and how many have its words exactly.
The precisions and counts that rules and rows give as their reasons are told by this command.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from benchmarks.corpora import Corpus, corpora, parsed
from quotekit import Settings
from quotekit.corpora import AnnotatedDocument, annotated
from quotekit.evaluation import compare
from quotekit.extractor import explain_quotes
from quotekit.quotes import JudgedQuote

__all__ = ["main"]

Match = Literal["none", "overlap", "exact"]
Found = tuple[JudgedQuote, Match]
"""A quote, and what of it an annotated one has."""


def matches_in(corpus: Corpus, document: AnnotatedDocument, settings: Settings) -> Iterator[Found]:
    """What is found in a document and counts there: nothing that stands for an optional annotation."""
    judged = explain_quotes(parsed(document.text), settings=settings)
    own = [annotated(item.quote) for item in judged]
    compared = compare(document, own, speech=corpus.speech)
    places = {id(quote): place for place, quote in enumerate(own)}
    paired = {places[id(compared.found[mine])]: theirs for theirs, mine in compared.pairs}
    gold, found = compared.gold_letters["content"], compared.found_letters["content"]
    exact = {
        places[id(compared.found[mine])] for theirs, mine in compared.pairs if gold[theirs] == found[mine]
    }
    for place in sorted(places[id(quote)] for quote in compared.found):
        yield judged[place], "exact" if place in exact else "overlap" if place in paired else "none"


def lines_of(found: Iterable[Found]) -> Iterator[str]:
    """A line for each rule, then one for each row, those of most quotes first."""
    matched = list(found)
    rules = Counter((item.quote.rule, match) for item, match in matched)
    rows = Counter((row, match) for item, match in matched for row in item.verdicts)
    for title, counts in (("rule", rules), ("row of the verdict", rows)):
        yield f"{title:40s} {'found':>6s} {'overlap':>8s} {'exact':>6s}"
        totals = Counter(name for name, _ in counts.elements())
        for name, total in totals.most_common():
            exact = counts[name, "exact"]
            yield f"{name:40s} {total:6d} {exact + counts[name, 'overlap']:8d} {exact:6d}"


def main(folder: Path, names: Iterable[str] = ()) -> None:
    """Print the counts over the named corpora, or over all."""
    wanted = set(names)
    chosen = [corpus for corpus in corpora(folder) if not wanted or corpus.name in wanted]
    found = (
        match
        for corpus in chosen
        for document in corpus.documents(folder)
        for match in matches_in(corpus, document, corpus.settings())
    )
    print(*lines_of(found), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
