"""Questions and answers: who asks below a heading, and which witness or guest answers."""

from __future__ import annotations

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.labels.turn_labels import (
    LabelledTurn,
    Transcript,
    answers_questions,
    is_answer_letter,
    is_named_in_full,
    is_question_letter,
    person_or_none,
)

__all__ = ["by_heading", "by_meeting", "by_oath", "by_subject"]

MET = frozenset({"dobj", "npadvmod"})
"""Relations of a name right below its verb; a parser takes one behind a comma for a time."""

SUBJECT_TOKENS = 12
"""Tokens before a verb in which its subject stands; chosen by hand."""

HEADING_CLOSERS = frozenset({":", "(", ";"})
"""Marks behind the name that a heading ends in."""

OATH_TOKENS = 20
"""Tokens around a witness's name in which the oath is told; chosen by hand."""


def by_heading(transcript: Transcript, at: int) -> Entity | None:
    """Whoever asks the questions below the last heading that names them ("EXAMINATION BY MS. LUND")."""
    text, language = transcript.work.text, transcript.work.reading.language
    if not is_question_letter(transcript, transcript.turns[at]):
        return None
    for name in transcript.told_before(at):
        by = text.lower_at(before_titles(transcript, name)) in language.function_words.authorship
        if by and not is_examined(transcript, name) and closes_heading(transcript, name):
            return person_or_none(transcript, name)
    return asker_before(transcript, at)


def closes_heading(transcript: Transcript, name: Mention) -> bool:
    """Whether a name ends its line but for a colon or a bracket, or stands where an examination is told."""
    text, examining = transcript.work.text, transcript.work.reading.language.function_words.examining
    after = text.next_word(name.last - 1)
    if after >= len(text) or text.paragraphs[after] != text.paragraphs[name.head]:
        return True
    before = range(max(0, name.first - OATH_TOKENS), name.first)
    told = any(
        text.lower[at] in examining for at in before if text.paragraphs[at] == text.paragraphs[name.head]
    )
    return told or text.words[after] in HEADING_CLOSERS


def is_examined(transcript: Transcript, name: Mention) -> bool:
    """Whether somebody is the witness of an examination ("deposition of Ada Lund")."""
    text, words = transcript.work.text, transcript.work.reading.language.function_words
    link = before_titles(transcript, name)
    noun = text.lower_at(text.previous_word(link))
    return text.lower_at(link) in words.examined and noun in words.examining


def before_titles(transcript: Transcript, name: Mention) -> int:
    """The index of the word before a name and its titles, whose full stops can stand apart."""
    text, language = transcript.work.text, transcript.work.reading.language
    before = text.previous_word(name.first)
    while before >= 0 and (text.words[before] == "." or language.is_title(text.words[before])):
        before = text.previous_word(before)
    return before


def asker_before(transcript: Transcript, at: int) -> Entity | None:
    """Who spoke under a name right before the first question, or before the answer to it.

    Whoever answers under their name, as at a briefing, asks none.
    """
    first = next(
        number for number, turn in enumerate(transcript.turns) if is_question_letter(transcript, turn)
    )
    answering = [speaker_under_name(transcript, turn) for turn in transcript.turns[first + 1 : first + 2]]
    for turn in reversed(transcript.turns[max(0, first - 2) : first]):
        entity = speaker_under_name(transcript, turn)
        if entity is not None and entity not in answering:
            return entity
    return None


def speaker_under_name(transcript: Transcript, turn: LabelledTurn) -> Entity | None:
    """The person whose name labels a turn, if one does."""
    entity = transcript.work.speaker(turn.placed.number)
    return entity if not turn.is_role and entity is not None and entity.is_person else None


def by_meeting(transcript: Transcript, at: int) -> Entity | None:
    """Whoever the introduction says to have met the guest, for the questions ("She met Ada Lund")."""
    reading, language = transcript.work.reading, transcript.work.reading.language
    guest = first_told(transcript)
    if guest is None or not is_question_letter(transcript, transcript.turns[at]):
        return None
    for name in reading.names:
        if name.last > transcript.first:
            return None
        verb = verb_of_object(transcript, name)
        met = transcript.work.reading.bearer_of(name)
        if verb < 0 or transcript.work.text.lemmas[verb] not in language.function_words.meeting:
            continue
        host = subject_met(transcript, verb) if met is guest else met
        if host is not None and host is not guest and host.is_person and is_named_in_full(host):
            return host
    return None


def verb_of_object(transcript: Transcript, name: Mention) -> int:
    """The verb that a name, or the noun that it is in apposition to, is an object of, or -1."""
    text = transcript.work.text
    noun = text.heads[name.head] if text.deps[name.head] == "appos" else name.head
    if text.deps[noun] in MET:
        return text.heads[noun]
    return text.heads[text.heads[noun]] if text.deps[noun] == "pobj" else -1


def subject_met(transcript: Transcript, verb: int) -> Entity | None:
    """Whoever is named as the subject of a verb."""
    text, reading = transcript.work.text, transcript.work.reading
    for name in reading.names_in(range(max(0, verb - SUBJECT_TOKENS), verb)):
        if text.deps[name.head] == "nsubj" and text.heads[name.head] == verb:
            return transcript.work.reading.bearer_of(name)
    return None


def by_oath(transcript: Transcript, at: int) -> Entity | None:
    """The witness last sworn or examined, for their label and the answers, or called, for the answers."""
    if not answers_questions(transcript, transcript.turns[at]):
        return None
    sworn = next((name for name in transcript.told_before(at) if is_witness(transcript, name)), None)
    called = None
    if is_answer_letter(transcript, transcript.turns[at]):
        called = next(
            (name for name in transcript.names_before(at) if is_called_to_witness(transcript, name)), None
        )
    last = max(
        (name for name in (sworn, called) if name is not None), key=lambda name: name.first, default=None
    )
    if last is None or opens_full_name(transcript, last):
        return transcript.work.reading.bearer_of(last) if last is not None else None
    return person_or_none(transcript, last)


def opens_full_name(transcript: Transcript, name: Mention) -> bool:
    """Whether a full name opens its paragraph: in capitals a witness may be taken for a body."""
    text = transcript.work.text
    before = text.previous_word(name.first)
    opens = before < 0 or text.paragraphs[before] != text.paragraphs[name.head]
    return opens and is_full(name)


def is_full(name: Mention) -> bool:
    """Whether a name is a first name and a surname."""
    return name.name is not None and name.name.is_full


def is_witness(transcript: Transcript, name: Mention) -> bool:
    """Whether somebody is told to be examined, or took an oath."""
    return is_examined(transcript, name) or is_sworn(transcript, name)


def is_called_to_witness(transcript: Transcript, name: Mention) -> bool:
    """Whether somebody is called as a witness ("the State calls Ada Lund")."""
    text, calling = transcript.work.text, transcript.work.reading.language.function_words.calling_to_witness
    return text.deps[name.head] == "dobj" and text.lemmas[text.heads[name.head]] in calling


def is_sworn(transcript: Transcript, name: Mention) -> bool:
    """Whether the paragraph of a name says that somebody took an oath, and not by whom they are examined."""
    text, words = transcript.work.text, transcript.work.reading.language.function_words
    oath = words.oath if text.lower_at(before_titles(transcript, name)) not in words.authorship else ()
    around = range(max(0, name.first - OATH_TOKENS), min(len(text), name.last + OATH_TOKENS))
    return any(text.lower[at] in oath and text.paragraphs[at] == text.paragraphs[name.head] for at in around)


def by_subject(transcript: Transcript, at: int) -> Entity | None:
    """Whom the text is about before its first label, for the answers to questions."""
    return first_told(transcript) if is_answer_letter(transcript, transcript.turns[at]) else None


def first_told(transcript: Transcript) -> Entity | None:
    """The first person whom the text names in full before its first label.

    Whom a "by" names there is who asks.
    """
    text, authorship = transcript.work.text, transcript.work.reading.language.function_words.authorship
    for name in transcript.work.reading.names:
        if name.last > transcript.first:
            return None
        before = text.lower_at(before_titles(transcript, name))
        bearer = person_or_none(transcript, name)
        presented = before in transcript.work.reading.language.function_words.presenting and is_full(name)
        if bearer is not None and (presented or is_named_in_full(bearer)) and before not in authorship:
            return bearer
    return None
