"""Small texts that are hard to read, one by one: how many have just the quotes that a careful reader finds.

    python -m benchmarks.probes [--verbose] [FILE ...]

The files are those of ``data/probes``, or the ones given. Prints for each how many of its texts pass,
those at odd places in the order of their ids and those at even ones apart, and how many of the quotes that
are expected are right: errors on the odd ones are read while quotekit is made, the even ones of the files
that ``data/probes/README.md`` names are only counted. ``--verbose`` prints what is wrong with the odd ones
that fail. A text passes when each expected quote is found with its cue, its source and its speaker, where
these are given, and nothing else is found; parts are compared by their letters and digits.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from quotekit import Quote, extract_quotes, verify_quote

__all__ = ["FOLDER", "halves_of", "main", "quotes_right", "read_probes", "share_of", "wrong_with"]

FOLDER: Final = Path(__file__).parent.parent / "data" / "probes"
SMALL_WORDS: Final = frozenset({"the", "a", "an", "s"})
"""Words that no name is told by."""

EXTRA: Final = "extra "
"""Opens what is said of a quote that nobody expects."""

Probe = Mapping[str, Any]


def wrong_with(probe: Probe) -> list[str]:
    """What is wrong with the answer to a probe; nothing where it passes."""
    if "verdict" in probe:
        return list(wrong_verdicts(probe))
    return list(wrong_quotes(probe, [parts_of(quote) for quote in extract_quotes(probe["text"])]))


def wrong_verdicts(probe: Probe) -> Iterator[str]:
    """What is wrong with how a quotation is verified."""
    found = verify_quote(probe["quote"], probe["text"], speaker=probe.get("speaker"))
    if found.verdict not in probe["verdict"]:
        yield f"verdict {found.verdict} for {probe['verdict']}"
    if found.attribution != probe.get("attribution", found.attribution):
        yield f"attribution {found.attribution} for {probe['attribution']}"


def wrong_quotes(probe: Probe, found: Sequence[dict[str, str | None]]) -> Iterator[str]:
    """What is missing of the expected quotes, what is wrong with each, and what is *found* beside them."""
    left = list(found)
    for wanted in probe["expect"]:
        content = letters(" ".join(wanted["content"]))
        same = [item for item in left if item["content"] == content]
        if not same:
            yield f"missing {wanted['content']}"
            continue
        best = min(same, key=lambda item: len(wrong_parts(item, wanted)))
        left.remove(best)
        if parts := wrong_parts(best, wanted):
            yield ", ".join(parts)
    allowed = {letters(" ".join(content)) for content in probe.get("allow", ())}
    yield from (f"{EXTRA}{item}" for item in left if item["content"] not in allowed)


def parts_of(quote: Quote) -> dict[str, str | None]:
    """The parts of a quote that are compared."""
    parts = {
        name: " ".join(span.text for span in getattr(quote, name)) for name in ("content", "cue", "source")
    }
    return {**parts, "content": letters(parts["content"]), "speaker": quote.speaker_name}


def wrong_parts(found: Mapping[str, str | None], wanted: Probe) -> list[str]:
    """The parts of a found quote that are not as wanted."""
    named = [name for name in ("cue", "source", "speaker") if name in wanted]
    return [
        f"{name} {found[name]!r} for {wanted[name]!r}"
        for name in named
        if not any(are_same(name, found[name], one) for one in choices(wanted[name]))
    ]


def choices(wanted: Any) -> Sequence[str | None]:
    """The answers that are right: one, or any of several."""
    return wanted if isinstance(wanted, list) else [wanted]


def are_same(name: str, found: str | None, wanted: str | None) -> bool:
    """Whether a part is the wanted one: speakers by words of the shorter name, others by their letters."""
    if not found or not wanted:
        return not found and not wanted
    if name != "speaker":
        return letters(found) == letters(wanted)
    one, other = words(found), words(wanted)
    return one <= other or other <= one


def letters(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return "".join(filter(str.isalnum, text.casefold()))


def words(name: str) -> frozenset[str]:
    """The words that tell a name, or all where it has no others."""
    found = frozenset("".join(sign if sign.isalnum() else " " for sign in name.casefold()).split())
    return found - SMALL_WORDS or found


def read_probes(file: Path) -> list[Probe]:
    """The probes of a file in the order of their ids."""
    rows: list[Probe] = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return sorted(rows, key=lambda row: str(row["id"]))


def halves_of(probes: Sequence[Probe]) -> tuple[list[list[str]], list[list[str]]]:
    """What is wrong with each of the *probes* at odd places, and with each at even ones."""
    wrong = [wrong_with(probe) for probe in probes]
    return wrong[::2], wrong[1::2]


def share_of(wrong: Sequence[Sequence[str]]) -> str:
    """How many of some probes pass."""
    return f"{sum(not faults for faults in wrong)} of {len(wrong)}"


def quotes_right(probes: Sequence[Probe], wrong: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How many of the expected quotes of some probes are right in all their parts, and how many there are."""
    expected = sum(len(probe.get("expect", ())) for probe in probes)
    faults = sum(
        not fault.startswith(EXTRA)
        for probe, own in zip(probes, wrong, strict=True)
        for fault in own
        if "expect" in probe
    )
    return expected - faults, expected


def lines_of(file: Path, *, verbose: bool) -> Iterator[str]:
    """A line with how many probes of *file* pass, and what is wrong with the odd ones if asked."""
    probes = read_probes(file)
    odd, even = halves_of(probes)
    right, expected = (
        sum(counts)
        for counts in zip(quotes_right(probes[::2], odd), quotes_right(probes[1::2], even), strict=True)
    )
    halves = f"odd {share_of(odd)}   even {share_of(even)}"
    yield f"{file.stem:14s} {share_of([*odd, *even]):>12s}   {halves}   quotes {right} of {expected}"
    if verbose:
        for probe, faults in zip(probes[::2], odd, strict=True):
            yield from (f"    {probe['id']} {fault}" for fault in faults)


def main(arguments: Iterable[str]) -> None:
    """Print how many probes pass."""
    given = list(arguments)
    files = [Path(name) for name in given if name != "--verbose"] or sorted(FOLDER.glob("*.jsonl"))
    for file in files:
        for line in lines_of(file, verbose="--verbose" in given):
            print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
