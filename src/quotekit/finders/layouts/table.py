"""The layouts of texts, one row each, and the finder that they make."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from quotekit.finders.finding import Finding, Rule, found_by
from quotekit.finders.layouts.credits.headlines import headlines
from quotekit.finders.layouts.credits.prefixes import dashed_names
from quotekit.finders.layouts.credits.sayings import signed_sayings
from quotekit.finders.layouts.credits.signatures import signed_posts, signed_quotations
from quotekit.finders.layouts.messages.blocks import quoted_blocks_of_markup
from quotekit.finders.layouts.messages.forwarded import forwarded_mails
from quotekit.finders.layouts.messages.initials import initialled_lines
from quotekit.finders.layouts.messages.posts import copied_posts, shared_posts
from quotekit.finders.layouts.messages.replies import quoted_replies
from quotekit.finders.layouts.turns.captions import unnamed_captions
from quotekit.finders.layouts.turns.interviews import unlabelled_interviews
from quotekit.finders.layouts.turns.labelled_turns import labelled_turns
from quotekit.finders.layouts.unparsed.dashes import dash_turns
from quotekit.finders.layouts.unparsed.reports import reports_beside_marks
from quotekit.records import Settings
from quotekit.text.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["LAYOUTS", "Layout", "find_by_layout"]

Layout = Rule[Page]
"""A rule that needs no parse."""

GUESSED: Final = "a guess: no annotated corpus at hand has this layout, or it annotates it in another way"
COUNTED: Final = "training part of PolNeAR (Newell et al. 2018), where it is rare"

layout: partial[Layout] = partial(Rule[Page], finder="layout")

LAYOUTS: Final[tuple[Layout, ...]] = (
    layout(
        "turn",
        find=labelled_turns,
        precision=0.95,
        counted="development parts of the texts written for the project: 57 of 58; real articles have none",
        reason="Labels that come back make all of a text a dialogue, whatever else its lines look like.",
    ),
    layout(
        "headline",
        find=headlines,
        precision=0.5,
        counted=GUESSED,
        reason="Outside of a dialogue alone a line behind a name and a colon is a headline.",
    ),
    layout(
        "signature",
        find=signed_quotations,
        precision=0.95,
        counted=COUNTED,
        reason="A name behind a dash says more of a quotation than its place among others does.",
        repeats=True,
    ),
    layout(
        "name before",
        find=dashed_names,
        precision=0.9,
        counted=GUESSED,
        reason="Beside signatures: the name stands before the dash, and not behind it.",
    ),
    layout(
        "post",
        find=signed_posts,
        precision=0.95,
        counted=GUESSED,
        reason="Beside signatures: a handle in brackets signs a paragraph that has no marks.",
    ),
    layout(
        "saying",
        find=signed_sayings,
        precision=0.9,
        counted=GUESSED,
        reason="Beside signatures: sayings without marks, in a text that is a list of such.",
    ),
    layout(
        "dash",
        find=dash_turns,
        precision=0.9,
        counted=GUESSED,
        reason="Behind posts, whose dashes stand before a name and not before what was said.",
    ),
    layout(
        "words beside marks",
        find=reports_beside_marks,
        precision=0.9,
        counted=GUESSED,
        reason="By words, not by the layout of lines; so it comes behind all that lines show.",
    ),
    layout(
        "reply",
        find=quoted_replies,
        precision=0.8,
        counted=GUESSED,
        reason="Lines behind “>” are no other layout's, so its place is free.",
    ),
    layout(
        "forwarded mail",
        find=forwarded_mails,
        precision=0.9,
        counted=GUESSED,
        reason="Beside replies: fields name the sender, and no sign stands before the lines.",
    ),
    layout(
        "interview",
        find=unlabelled_interviews,
        precision=0.8,
        counted=GUESSED,
        reason="Asked only where labels make no dialogue, so its place is free.",
    ),
    layout(
        "caption",
        find=unnamed_captions,
        precision=0.9,
        counted=GUESSED,
        reason="Reads the signs of captions, which replies leave alone, so its place is free.",
    ),
    layout(
        "initialled reply",
        find=initialled_lines,
        precision=0.8,
        counted=GUESSED,
        reason="No other layout reads a sign behind initials, so its place is free.",
    ),
    layout(
        "shared post",
        find=shared_posts,
        precision=0.9,
        counted=GUESSED,
        reason="Its signs are no part of any name, so its place is free.",
    ),
    layout(
        "copied post",
        find=copied_posts,
        precision=0.9,
        counted=GUESSED,
        reason="Behind turns, whose labels may be stamped as posts are.",
    ),
    layout(
        "block",
        find=quoted_blocks_of_markup,
        precision=0.9,
        counted=GUESSED,
        reason="Markup says that the words are quoted, so its place is free as well.",
    ),
)
"""Every layout.

All are asked, and none shuts out another; of two findings with one content the first row's stays.
"""


def find_by_layout(
    page: Page, doc: Doc | None = None, settings: Settings | None = None, earlier: Sequence[Finding] = ()
) -> list[Finding]:
    """The findings that the layout of *page* makes, which needs nothing else, by the order of the rows."""
    return [item for row in LAYOUTS for item in found_by(row, page)]
