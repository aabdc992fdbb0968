"""The labels that open the turns of a transcript, and which of them name no one but say a role."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property

from attrs import evolve, frozen

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.discourse import TURN_LAYOUT
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.sources.progress import PlacedQuote, Progress
from quotekit.text.words import without_number

__all__ = [
    "LabelledTurn",
    "Transcript",
    "answers_questions",
    "is_answer_letter",
    "is_named_in_full",
    "is_question_letter",
    "is_role",
    "is_same_label",
    "person_or_none",
    "read_transcript",
]

NAMES_BACK = 400
"""Names before a label that are looked through at most, so that long transcripts take linear time."""

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
"""A word of a label: letters and digits, with hyphens and apostrophes inside."""

Words = tuple[str, ...]


@frozen(eq=False)
class LabelledTurn:
    """A quote that a label opens.

    Attributes:
        placed: The quote.
        words: The words and numbers of the label, casefolded, without an article and what stands in brackets.
        is_role: Whether these name nobody ("the court", "speaker 2", "q").
        has_holder: Whether a bracket that belongs to it names who holds the office ("The Minister (Mr Ode)").
        office: The words behind its comma, which tell what its bearer is ("Pia Rook, Prime Minister").
    """

    placed: PlacedQuote
    words: Words
    is_role: bool
    has_holder: bool = False
    office: Words = ()


@frozen(eq=False, slots=False)
class Transcript:
    """The turns of a text with labels, in order, and the work on it.

    Attributes:
        work: The document, as far as its speakers are known.
        turns: Its labelled turns.
    """

    work: Progress
    turns: Sequence[LabelledTurn]

    @property
    def first(self) -> int:
        """The index of the token where the first label stands."""
        return self.turns[0].placed.source_tokens.start

    def names_before(self, at: int) -> Iterator[Mention]:
        """The last names before the label of the turn at *at*, the nearest first."""
        names, label = self.work.reading.names, self.turns[at].placed.source_tokens.start
        end = bisect_right(names, label, key=lambda name: name.last)
        return (names[place] for place in range(end - 1, max(-1, end - 1 - NAMES_BACK), -1))

    def is_said(self, name: Mention) -> bool:
        """Whether a name stands in a turn, on its label or in its words."""
        at = bisect_right(self._starts, name.first) - 1
        return at >= 0 and name.first < self.turns[at].placed.tokens.stop

    def told_before(self, at: int) -> Iterator[Mention]:
        """The names outside turns before the label of the turn at *at*, the nearest first."""
        end = bisect_right(self._told, self._starts[at], key=lambda name: name.last)
        return (self._told[place] for place in range(end - 1, -1, -1))

    @cached_property
    def voiced(self) -> Mapping[int, Sequence[LabelledTurn]]:
        """The turns whose label is a name, by who speaks them as far as the rules of sources found."""
        found: dict[int, list[LabelledTurn]] = {}
        for turn in self.turns:
            entity = None if turn.is_role else self.work.speaker(turn.placed.number)
            if entity is not None:
                found.setdefault(entity.number, []).append(turn)
        return found

    @cached_property
    def _told(self) -> list[Mention]:
        """The names outside turns."""
        return [name for name in self.work.reading.names if not self.is_said(name)]

    @cached_property
    def _starts(self) -> list[int]:
        """The tokens where the labels stand."""
        return [turn.placed.source_tokens.start for turn in self.turns]


def read_transcript(work: Progress) -> Transcript:
    """The labelled turns of a document."""
    turns = [
        read_label(work, placed)
        for placed in work.placed
        if placed.quote.rule == TURN_LAYOUT and placed.source_tokens
    ]
    named = (turn for turn in without_numbers(turns, work.reading.language) if turn.words)
    return Transcript(work, sorted(named, key=lambda turn: turn.placed.source_tokens.start))


def read_label(work: Progress, placed: PlacedQuote) -> LabelledTurn:
    """A turn with what its label says."""
    language = work.reading.language
    label = work.text.text[placed.quote.source[0].start : placed.quote.source[0].end]
    kept = words_of_label(label.partition(" (")[0] or label, language)
    office = words_of_label(label.partition(",")[2], language)
    return LabelledTurn(placed, kept, is_role(kept, language), label.endswith(")"), office)


def words_of_label(label: str, language: Language) -> Words:
    """The words and numbers of a label, casefolded, without an article."""
    words = (word.casefold() for word in WORD.findall(label))
    return tuple(word for word in words if word not in language.function_words.name_article)


def without_numbers(turns: Sequence[LabelledTurn], language: Language) -> Sequence[LabelledTurn]:
    """*turns*, of which those of numbered questions and answers have the letter alone ("Q12:").

    Numbers that come back, or stand behind answers alone, are those of people ("A1:" and "A2:" of a group).
    """
    numbered = Counter(turn.words for turn in turns if unnumbered(turn.words, language) != turn.words)
    asking = language.function_words.question_letter
    is_asked = any(without_number(words[0]).upper() in asking for words in numbered)
    if not is_asked or max(numbered.values()) > 1:
        return turns
    kept = [unnumbered(turn.words, language) for turn in turns]
    return [
        evolve(turn, words=words, is_role=is_role(words, language))
        for turn, words in zip(turns, kept, strict=True)
    ]


def unnumbered(words: Words, language: Language) -> Words:
    """The words of a label, of a numbered question or answer the letter alone ("Q12:")."""
    letters = language.function_words.question_letter | language.function_words.answer_letter
    letter = without_number(words[0]) if len(words) == 1 else ""
    return (letter,) if letter.upper() in letters else words


def is_role(words: Words, language: Language) -> bool:
    """Whether the words of a label are no name: letters of questions, numbers, or a role at their end."""
    letters = language.function_words.question_letter | language.function_words.answer_letter
    if len(words) == 1 and words[0] in {letter.casefold() for letter in letters}:
        return True
    plain = [word for word in words if not any(map(str.isdigit, word))]
    return not plain or plain[-1] in language.label_nouns or plain[-1] in language.roles


def is_same_label(transcript: Transcript, one: LabelledTurn, other: LabelledTurn) -> bool:
    """Whether two labels have the same words, or both are a witness's."""
    witnesses = answers_questions(transcript, one) and answers_questions(transcript, other)
    return one.words == other.words or witnesses


def is_question_letter(transcript: Transcript, turn: LabelledTurn) -> bool:
    """Whether a label is the letter that opens the questions of an interview."""
    return is_letter(turn, transcript.work.reading.language.function_words.question_letter)


def is_answer_letter(transcript: Transcript, turn: LabelledTurn) -> bool:
    """Whether a label is the letter that opens the answers of an interview."""
    return is_letter(turn, transcript.work.reading.language.function_words.answer_letter)


def is_letter(turn: LabelledTurn, letters: Set[str]) -> bool:
    """Whether a label is one of *letters*, which are capitals."""
    return len(turn.words) == 1 and turn.words[0].upper() in letters


def answers_questions(transcript: Transcript, turn: LabelledTurn) -> bool:
    """Whether a label is a witness's."""
    witness = transcript.work.reading.language.function_words.witness
    return is_answer_letter(transcript, turn) or turn.words[-1] in witness


def person_or_none(transcript: Transcript, name: Mention) -> Entity | None:
    """Whose a name is, when that is a person as far as is known."""
    bearer = transcript.work.reading.bearer_of(name)
    return bearer if bearer.may_be_person else None


def is_named_in_full(entity: Entity | None) -> bool:
    """Whether somebody's first name and surname are known."""
    return entity is not None and entity.is_person and entity.name is not None and entity.name.is_full
