"""What makes a text a dialogue: one sum of signs over all lines whose labels are set apart in one way."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from attrs import frozen

from quotekit.finders.layouts.labels.labelled_lines import LabelledLines, share_of
from quotekit.finders.layouts.labels.openings import is_stamped
from quotekit.finders.layouts.turns.reader_questions import asked_for_readers
from quotekit.finders.layouts.turns.staging import has_scene
from quotekit.finders.layouts.utterances import is_spoken, is_utterance_ended
from quotekit.language import every_language
from quotekit.text.sentences import ends_question

__all__ = ["SIGNS", "DialogueSign", "persons", "points_of", "sentences"]

SCATTERED: Final = 0.25
"""The share of labelled paragraphs under which labels stand apart, as headings do; a guess."""
ROUND_TIME: Final = re.compile(r"(?<!\d)\d{1,2}[:.]\d[05](?![\d:.])")
"""The time of day as timetables have it, in steps of five minutes."""
QUARTER: Final = re.compile(r"(?<!\d)\d{1,2}[:.](?:00|15|30|45)(?![\d:.])")
"""The time of day as programmes of broadcasts have it."""
FEWEST_TIMES: Final = 2
"""Times of a programme, at least; a guess."""
NO_OPENINGS: Final = -99.0
"""The points of lines of which none opens anything: fewer than all signs together can take."""


def returning(lines: LabelledLines) -> float:
    """Whether two labels come back, or half of it for one."""
    return min(2, sum(count > 1 for count in lines.voices.values())) / 2


def alternating(lines: LabelledLines) -> float:
    """The share of neighbours whose labels differ."""
    return share_of([one != other for one, other in pairwise(lines.labels)])


def dense(lines: LabelledLines) -> float:
    """The share of paragraphs, from the first to the last label, that are labelled."""
    page = lines.page
    numbers = [page.paragraph_number(item.label[0]) for item in lines.openings]
    return len(numbers) / max(len(numbers), numbers[-1] - numbers[0] + 1)


def scattered(lines: LabelledLines) -> float:
    """Whether fewer than a quarter of those paragraphs are."""
    return float(dense(lines) < SCATTERED)


def persons(lines: LabelledLines) -> float:
    """The share of labels that are somebody's by their words, or by capitals beside a time stamp."""
    text = lines.page.text
    return share_of(
        [
            item.standing == "person" or (item.stamped and text[slice(*item.label)].isupper())
            for item in lines.openings
        ]
    )


def strangers(lines: LabelledLines) -> float:
    """The share of labels that nobody knows, where none comes back; the time over a text makes them known."""
    known = max(persons(lines), stamped(lines) * lines.openings[0].form.below)
    return 0.0 if returning(lines) else 1 - known


def spoken(lines: LabelledLines) -> float:
    """The share of lines that sound spoken; of all of them half would do."""
    return min(1.0, 2 * share_of([is_spoken(said) for said in lines.said]))


def unspoken(lines: LabelledLines) -> float:
    """Whether none sounds spoken, without a stamp or a stage; less so for persons who come back."""
    known = max(stamped(lines), staged(lines), returning(lines) * persons(lines) / 2)
    return 0.0 if spoken(lines) else 1 - known


def answered(lines: LabelledLines) -> float:
    """Whether a line ends with a question and another's label stands before the next."""
    asks = [ends_question(said) for said in lines.said]
    return float(
        any(ask and one != other for ask, (one, other) in zip(asks, pairwise(lines.labels), strict=False))
    )


def sentences(lines: LabelledLines) -> float:
    """The share of lines that end as sentences do."""
    return share_of(list(map(is_utterance_ended, lines.said)))


def unfinished_lines(lines: LabelledLines) -> float:
    """The share of lines that do not."""
    return 1 - sentences(lines)


def stamped(lines: LabelledLines) -> float:
    """The share of labels with a time stamp."""
    return share_of([item.stamped for item in lines.openings])


def scheduled(lines: LabelledLines) -> float:
    """Whether all stamps are round times, nobody comes back or some say nothing: a programme.

    Of its lines at most half sound spoken or end as sentences do, unless all begin at quarters of an hour
    and no label is known to be somebody's.
    """
    stamped_ones = [lines.page.text[item.start : item.label[1]] for item in lines.openings if item.stamped]
    is_round = len(stamped_ones) >= FEWEST_TIMES and all(map(ROUND_TIME.search, stamped_ones))
    said = share_of([is_spoken(words) or is_utterance_ended(words) for words in lines.said])
    quarters = all(map(QUARTER.search, stamped_ones)) and not (persons(lines) or returning(lines))
    unsaid = 2 * said <= 1 or quarters
    return float(is_round and unsaid and (silent(lines) > 0 or not returning(lines)))


def silent(lines: LabelledLines) -> float:
    """The share of labels right below which another or another time stands, so that nothing is said."""
    starts, text = {item.start for item in lines.openings}, lines.page.text
    return share_of([item.said in starts or is_stamped(text, item.said) for item in lines.openings])


def wordless(lines: LabelledLines) -> float:
    """The share of labels with a time stamp, if no line sounds spoken or ends as sentences do.

    Words in small letters are a chat's, and so are labels that come back before a colon.
    """
    labels = [lines.page.text[slice(*item.label)] for item in lines.openings if item.colon is not None]
    titles = len(set(labels)) == len(labels) and not any(words[:1].islower() for words in lines.said)
    return stamped(lines) if titles and not spoken(lines) and not sentences(lines) else 0.0


def figured(lines: LabelledLines) -> float:
    """The share of lines that hold figures, no letter and no cry, where no time says when they were sent."""
    return 0.0 if stamped(lines) else share_of([is_of_figures(said) for said in lines.said])


def is_of_figures(said: str) -> bool:
    """Whether *said* holds a figure, no letter, and no sign of a cry or a question."""
    return any(map(str.isdigit, said)) and not any(sign.isalpha() or sign in "!?" for sign in said)


def unanswered(lines: LabelledLines) -> float:
    """Whether nobody answers a question in a form that lists have too, and some label is nobody known."""
    return float(lines.openings[0].form.exchanged and persons(lines) < 1 and not answered(lines))


def told_of(lines: LabelledLines) -> float:
    """The share of labels with an office behind which their own name opens what is told."""
    return share_of(
        [
            item.titled and said.casefold().partition(" ")[0] in label.split()
            for item, label, said in zip(lines.openings, lines.labels, lines.said, strict=True)
        ]
    )


def titled(lines: LabelledLines) -> float:
    """The share of labels with an office or a body behind a dash; of all of them half would do."""
    return min(1.0, 2 * share_of([item.titled for item in lines.openings]))


def staged(lines: LabelledLines) -> float:
    """Whether the labels are in capitals, and a line heads a scene or tells what happens there."""
    return float(are_in_capitals(lines) and has_scene(lines.page.text, lines.openings[0].start))


def are_in_capitals(lines: LabelledLines) -> bool:
    """Whether all labels are in capitals."""
    return all(lines.page.text[slice(*item.label)].isupper() for item in lines.openings)


def headed(lines: LabelledLines) -> float:
    """Whether persons in capitals speak in sentences below the fields of a head in capitals."""
    text = lines.page.text
    sure = are_in_capitals(lines) and persons(lines) == sentences(lines) == 1
    return float(sure and any(text[slice(*item.label)].isupper() for item in lines.head))


def topics(lines: LabelledLines) -> float:
    """The share of labels, none of a known person, whose last word the text has in lower case as well."""
    return share_of(
        [
            item.standing != "person" and label.split()[-1] in lines.lower_words
            for item, label in zip(lines.openings, lines.labels, strict=True)
            if not lines.page.text[slice(*item.label)].islower()
        ]
    )


def headings(lines: LabelledLines) -> float:
    """The share of lines in this form that head something else."""
    return lines.headings / (lines.headings + len(lines.openings))


def one_voice(lines: LabelledLines) -> float:
    """Whether there is but one label."""
    return float(len(lines.counted) < 2)


def headline_of_document(lines: LabelledLines) -> float:
    """Whether the only line, under nobody who is known, has a word for a body or a paper ("BOARD MINUTES").

    A club may send several messages.
    """
    known = every_language()
    words = known.heading_words | known.organisations | known.document_nouns
    unknown = all(item.standing != "person" for item in lines.openings)
    return float(len(lines.openings) == 1 and unknown and not words.isdisjoint(lines.labels[0].split()))


@frozen
class DialogueSign:
    """One sign of a dialogue, or against it.

    Attributes:
        points: What it counts where it holds throughout.
        measure: How far it holds, 0 to 1.
        reason: Why it counts.
    """

    points: float
    measure: Callable[[LabelledLines], float]
    reason: str


SIGNS: Final = (
    DialogueSign(4, returning, "Speakers come back; headings do not."),
    DialogueSign(1, alternating, "Speakers take turns."),
    DialogueSign(2, dense, "In a dialogue labels are the rule."),
    DialogueSign(-3, scattered, "Headings of sections stand far apart."),
    DialogueSign(2, persons, "A title, a role or a first name is somebody's."),
    DialogueSign(-3, strangers, "Words that nobody knows and that stand once are topics as well as names."),
    DialogueSign(2, spoken, "People ask, call, and speak of me and you."),
    DialogueSign(-4, unspoken, "Not one of them does: fields, notes, definitions."),
    DialogueSign(2, answered, "A question that the next label answers is an exchange."),
    DialogueSign(1, sentences, "Speech ends as sentences do."),
    DialogueSign(
        -1, unfinished_lines, "Fields hold bits of sentences, and so do chats, which other signs show."
    ),
    DialogueSign(3, stamped, "Who is stamped with the time spoke at that time."),
    DialogueSign(-8, scheduled, "What begins at round times, once each, is on a programme."),
    DialogueSign(-8, figured, "Behind names figures are what somebody has, such as votes or points."),
    DialogueSign(-6, silent, "Who speaks says something: below a name another stands in lists and tables."),
    DialogueSign(
        -6, wordless, "Pieces, trains and shows have times and names too, but none of them is a sentence."
    ),
    DialogueSign(-12, asked_for_readers, "Frequent questions are nobody's, whose answers speak to readers."),
    DialogueSign(-4, unanswered, "What is told of each of many, and notes of changes, are no exchange."),
    DialogueSign(-8, told_of, "What begins with the name above it tells of its bearer: pages of a staff."),
    DialogueSign(3, titled, "Who is set over a text with an office speaks for it: calls of companies."),
    DialogueSign(
        7, staged, "Under the heading of a scene, and beside what happens on a stage, people speak."
    ),
    DialogueSign(
        7, headed, "Below the head of a transcript, whose labels are in capitals too, people speak."
    ),
    DialogueSign(-3, topics, "What the text calls by a common noun is a thing."),
    DialogueSign(-3, headings, "A list of fields is not broken by one that looks like a name."),
    DialogueSign(
        -8, headline_of_document, "A body or a paper over a time heads what is told below, once and for all."
    ),
    DialogueSign(-3, one_voice, "One label alone is a heading or a headline, unless it is stamped."),
)
"""Every sign, for `quotekit.finders.layouts.labels.form.LabelForm.asks`.

The points were set by hand on texts written and annotated for the project (the training part of
data/written), on which they were checked; none was fitted to a test set.
"""


def points_of(lines: LabelledLines) -> float:
    """How much speaks for a dialogue."""
    return sum(sign.points * sign.measure(lines) for sign in SIGNS) if lines.openings else NO_OPENINGS
