"""Who "I" is in the narration: by their own introduction, by their signature, or nobody with a name."""

from __future__ import annotations

import pytest
from handmade import parsed, quoted

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
