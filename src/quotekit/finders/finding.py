"""What finders find before it is a quote, and what is known of the rule that found it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, Protocol, TypeVar

from attrs import evolve, field, frozen

from quotekit.records import Act, Kind, Modality, Settings
from quotekit.text.page import Page
from quotekit.text.ranges import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = [
    "CONFIDENCE_DIGITS",
    "UNNAMED",
    "Finder",
    "FinderName",
    "Finding",
    "Part",
    "Range",
    "Rule",
    "Tone",
    "found_by",
]

CONFIDENCE_DIGITS: Final = 3
"""Decimal places that a finding's confidence is rounded to; chosen by hand."""

FinderName = Literal["layout", "rules", "network", "marks"]
"""Who found something: the layout, the rules over the parse, the network, or quotation marks alone."""

Part = Literal["content", "cue", "source"]

Ground = TypeVar("Ground")
"""What a rule looks at: a `Page` if it is one of the layout, a `ParsedPage` if it is one of the parse."""


@frozen
class Rule(Generic[Ground]):
    """One way to find quotes, with all that others have to know of it.

    Attributes:
        name: What its findings, and the quotes that come of them, call it.
        finder: The finder that it is a part of.
        find: Finds quotes; None where a finder does not go through its rules one by one.
        precision: The share of its findings that is right, which is how sure they are.
        counted: Where that share was counted, or that it is a guess.
        reason: Why it stands at its place among the rules of its finder.
        lends: The parts that it knows better than the network where both find a quote.
        knows_extent: Whether its content is believed where the network reads less than half of it.
        knows_front: Whether it is so only in front of its cue, behind which the network may stop.
        stands_alone: Whether its findings are believed where the network, asked as well, found nothing.
        repeats: Whether its findings often repeat what the text quotes elsewhere with a verb.
    """

    name: str
    finder: FinderName
    find: Callable[[Ground], Iterable[Finding]] | None = field(default=None, repr=False)
    precision: float = 1.0
    counted: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)
    lends: tuple[Part, ...] = ()
    knows_extent: bool = False
    knows_front: bool = False
    stands_alone: bool = True
    repeats: bool = False


UNNAMED: Final = Rule[Any]("", "rules")
"""The rule of a finding whose row is still to be written into it (`found_by`)."""


@frozen
class Tone:
    """The act and the modality of a report, each with its probability."""

    act: Act
    act_sure: float
    modality: Modality
    modality_sure: float


@frozen
class Finding:
    """One report of what somebody said or thought.

    Attributes:
        content: Where the reported words stand.
        cue: Where the words stand that signal the report.
        source: Where the words stand that name the source.
        addressee: Where the words stand that name whom it was said to.
        rule: The row of the rule that found it.
        confidence: 0 to 1.
        fixed: The kind that the layout gives the words, whose edges it shows as well: the answers of
            an interview are ``direct`` without marks, from the colon to the end of the turn. None
            where marks and parse have yet to tell the kind and the edges.
        tone: The act and the modality that the network hears in it.
        verdicts: The names of the rows of `quotekit.verdict` that it was kept by.
    """

    content: tuple[Range, ...]
    cue: tuple[Range, ...] = ()
    source: tuple[Range, ...] = ()
    addressee: tuple[Range, ...] = ()
    rule: Rule[Any] = UNNAMED
    confidence: float = 1.0
    fixed: Kind | None = None
    tone: Tone | None = None
    verdicts: tuple[str, ...] = field(default=(), eq=False)

    @property
    def finder(self) -> FinderName:
        """The finder that found it."""
        return self.rule.finder

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where its content ends."""
        return self.content[-1][1]


class Finder(Protocol):
    """Finds quotes in a text; layouts, rules and the network are asked in the same way."""

    def __call__(self, page: Page, doc: Doc, settings: Settings, earlier: Sequence[Finding]) -> list[Finding]:
        """The findings in *page*, whose parse is *doc*, in any order.

        Those of the finders that were asked *earlier* are given too.
        """
        ...


def found_by(rule: Rule[Ground], ground: Ground) -> Iterable[Finding]:
    """What a rule finds, with its row and how sure it is."""
    assert rule.find is not None  # noqa: S101
    return (evolve(item, rule=rule, confidence=rule.precision) for item in rule.find(ground))
