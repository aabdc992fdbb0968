"""Who "I" is in the narration: by their own introduction, by their signature, or nobody with a name."""

from __future__ import annotations

import pytest
from handmade import parsed, quoted

from quotekit import find_marked_spans as marks_of
from quotekit.records import Settings
from quotekit.speakers.resolution import resolve_speakers

SAID = "I PRP i nsubj {said}\nsaid VBD say ROOT {said}\n“ `` “\nYes UH yes\n” '' ”"
INTRODUCED = "I PRP i nsubj 4\n, , ,\nAda NNP ada appos 0\n, , ,\nconfirm VBP confirm ROOT 4\n. . ."
FILLER = "\n".join(["Snow NN snow nsubj {}", "fell VBD fall ROOT {}", ". . ."])


def filler(first: int, sentences: int) -> str:
    """So many sentences that name nobody, the first of them at the token *first*."""
    starts = range(first, first + 3 * sentences, 3)
    return "\n".join(FILLER.format(start + 1, start + 1) for start in starts)


@pytest.mark.parametrize(
    ("before", "behind", "who"),
    [
        ("", "", None),
        (INTRODUCED, "", "Ada"),
        ("", filler(5, 20) + "\n¶\nAda NNP", "Ada"),
        ("", "¶\nAda NNP", None),
    ],
    ids=["nobody", "introduced", "signed", "a note is not signed"],
)
def test_narrator(before: str, behind: str, who: str | None) -> None:
    """A narrator has the name that they tell or sign with; without one the speaker is nobody."""
    first = len(before.splitlines())
    lines = "\n".join(filter(None, (before, SAID.format(said=first + 1), behind)))
    words = [line.split()[0] for line in lines.splitlines()]
    doc = parsed(lines, [(words.index("Ada"), words.index("Ada") + 1, "PERSON")] if "Ada" in words else ())
    quote = quoted(doc, (first + 2, first + 5), (first, first + 1))
    [resolved] = resolve_speakers(doc, [quote], settings=Settings())
    assert resolved.speaker_name == who


ACTED = "Ada NNP ada nsubj {at}\nrose VBD rise ROOT {at}\n. . ."
CALLED = "“ `` “\nCome VB come\n, , ,\nAda NNP ada\n. . .\n” '' ”"
OWN = "I PRP i nsubj {at}\nsat VBD sit ROOT {at}\n. . ."
SPOKE = "“ `` “\nNo UH no\n” '' ”\nsaid VBD say ROOT {at}\nAda NNP ada nsubj {at}\n. . ."


def told(*pieces: str) -> str:
    """The lines of *pieces*, in each of which ``{at}`` is the token that the other words depend on."""
    lines: list[str] = []
    for piece in pieces:
        head = next((at for at, row in enumerate(piece.splitlines()) if "ROOT" in row), 0)
        lines += piece.format(at=len(lines) + head).splitlines()
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("pieces", "who"),
    [
        ((CALLED,), "Ada"),
        ((CALLED, CALLED, ACTED), "Ada"),
        ((CALLED, ACTED), None),
        ((CALLED, CALLED, SPOKE), None),
    ],
    ids=["called", "called more often than told of", "told of as often", "speaks by name"],
)
def test_narrator_called_by_others(pieces: tuple[str, ...], who: str | None) -> None:
    """A narrator is whom others call by name, unless the narration tells of that person or has them speak."""
    lines = told(SAID.replace("{said}", "{at}"), *[OWN] * 5, *pieces)
    doc = parsed(lines)
    words = [line.split()[0] for line in lines.splitlines()]
    quotes = [quoted(doc, (2, 5), (0, 1))]
    if SPOKE in pieces:
        no = words.index("No")
        quotes.append(quoted(doc, (no - 1, no + 2), (no + 3, no + 4)))
    [resolved, *_] = resolve_speakers(doc, quotes, settings=Settings(), marks=marks_of(doc.text))
    assert resolved.speaker_name == who
