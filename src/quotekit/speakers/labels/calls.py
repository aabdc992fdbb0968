"""Names in the words of turns: who gives theirs when asked for it, and who is called by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.labels.turn_labels import (
    Transcript,
    is_question_letter,
    is_role,
    is_same_label,
    person_or_none,
)
from quotekit.speakers.names.vocatives import is_vocative
from quotekit.text.punctuation import FULL_STOPS

__all__ = ["by_address", "by_own_name"]

NAME_ALONE_CLOSERS = frozenset({".", ",", "!"})
"""Marks behind somebody's own name, which opens a turn."""

APART_SIGNS = FULL_STOPS | {""}
"""Marks around a name that stands by itself, or nothing."""


def by_own_name(transcript: Transcript, at: int) -> Entity | None:
    """Whoever opens a turn of this label with nothing but their name when asked for it."""
    for number, turn in enumerate(transcript.turns):
        if turn.is_role and is_same_label(transcript, turn, transcript.turns[at]):
            name = name_given(transcript, number)
            if name is not None:
                return person_or_none(transcript, name)
    return None


def name_given(transcript: Transcript, at: int) -> Mention | None:
    """The name that a turn opens with when the one before asks for it."""
    text, appellation = transcript.work.text, transcript.work.reading.language.function_words.appellation
    if not at:
        return None
    asked, said = transcript.turns[at - 1].placed.tokens, transcript.turns[at].placed.tokens
    if appellation.isdisjoint(text.lower[asked.start : asked.stop]):
        return None
    for name in transcript.work.reading.names_in(said):
        after = text.next_word(name.last - 1)
        closes = after >= said.stop or text.words[after] in NAME_ALONE_CLOSERS
        if name.first == said.start and closes:
            return name
    return None


def by_address(transcript: Transcript, at: int) -> Entity | None:
    """Whoever the turns right before and behind those of this label, and no other label, call by name."""
    turn = transcript.turns[at]
    if not turn.is_role or is_question_letter(transcript, turn):
        return None
    calls: dict[tuple[str, ...], Counter[int]] = {}
    for number, other in enumerate(transcript.turns):
        heard = calls.setdefault(other.words, Counter())
        heard.update(entity.number for entity in called_beside(transcript, number))
    own = calls[turn.words].most_common(2)
    if not own or (len(own) > 1 and own[0][1] == own[1][1]):
        return None
    number, times = own[0]
    elsewhere = max((heard[number] for words, heard in calls.items() if words != turn.words), default=0)
    return transcript.work.reading.cast.entities[number] if times > elsewhere else None


def called_beside(transcript: Transcript, at: int) -> Iterator[Entity]:
    """Whom the turns before and behind the one at *at* call by name."""
    reading, turns = transcript.work.reading, transcript.turns
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(turns) and turns[beside].words != turns[at].words:
            tokens = turns[beside].placed.tokens
            given = name_given(transcript, beside)
            for name in (
                name
                for name in reading.names_in(tokens)
                if name is not given and not is_office(transcript, name)
            ):
                bearer = person_or_none(transcript, name)
                if bearer is not None and bearer.is_person and bearer.number not in transcript.voiced:
                    called = is_vocative(reading.text, name, tokens, reading.language)
                    if called and not is_whole_sentence(reading.text, name, tokens.start):
                        yield bearer


def is_office(transcript: Transcript, name: Mention) -> bool:
    """Whether a name is a title and an office, which others may hold ("Mr. Speaker")."""
    return name.name is not None and is_role(name.name.parts, transcript.work.reading.language)


def is_whole_sentence(text: Discourse, name: Mention, start: int) -> bool:
    """Whether a name is a sentence of its own in a turn from *start*, as one asked for theirs gives it."""
    before, after = text.previous_word(name.first), text.next_word(name.last - 1)
    opens = before < start or text.word_at(before) in APART_SIGNS
    return opens and text.word_at(after) in APART_SIGNS
