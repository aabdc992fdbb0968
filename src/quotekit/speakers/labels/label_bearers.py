"""Whom the label of a turn stands for: a judge, a witness, whoever tells their name or is called by it."""

from __future__ import annotations

from collections.abc import Callable

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.speaker_rule import SpeakerRule
from quotekit.speakers.labels.calls import by_address, by_own_name
from quotekit.speakers.labels.questions import by_heading, by_meeting, by_oath, by_subject
from quotekit.speakers.labels.turn_labels import (
    LabelledTurn,
    Transcript,
    is_answer_letter,
    is_named_in_full,
    is_question_letter,
    person_or_none,
    read_transcript,
)
from quotekit.speakers.names.name_links import bearers_of_initials
from quotekit.speakers.sources.progress import Answer, Progress
from quotekit.speakers.sources.source_rules import ALIAS

__all__ = ["LABEL_RULES", "name_labels"]

Known = dict[tuple[str, tuple[str, ...]], Entity | None]
"""What each rule found for each label."""

STRETCH_RULES = frozenset({"heading", "oath"})
"""The rules that find somebody else below each heading, and for each witness."""

NAMING_RULES = frozenset({"name", "names"})
"""The rules of sources by which a label names whoever it stands for."""


def name_labels(work: Progress) -> None:
    """Give each labelled turn to the person whom its label stands for, where the text tells.

    A role that nobody is known to have is called by the words of its label.
    """
    transcript = read_transcript(work)
    known: Known = {}
    for at, turn in enumerate(transcript.turns):
        answer = work.answers.get(turn.placed.number)
        named = answer is not None and answer.rule in NAMING_RULES and is_named_in_full(answer.entity)
        letter = is_question_letter(transcript, turn) or is_answer_letter(transcript, turn)
        aliased = answer is not None and answer.rule == ALIAS
        if aliased or (named and not letter and not turn.has_holder):
            continue
        found = bearer_of_label(transcript, at, known)
        if found is not None:
            rule, bearer = found
            work.revise(turn.placed.number, Answer(bearer, "nominal", rule=f"label {rule}", certain=True))
        elif turn.is_role or answer is None:
            work.revise(turn.placed.number, by_its_words(transcript, turn, answer))


def bearer_of_label(transcript: Transcript, at: int, known: Known) -> tuple[str, Entity] | None:
    """Whom the label of the turn at *at* stands for, and the first rule that does not abstain.

    What a rule finds holds for all turns of a label, and is kept in *known*, but for those of stretches.
    """
    words = transcript.turns[at].words
    for rule in LABEL_RULES:
        key = rule.name, words
        if rule.name in STRETCH_RULES or key not in known:
            known[key] = rule.find(transcript, at)
        bearer = known[key]
        if bearer is not None:
            return rule.name, bearer
    return None


def by_its_words(transcript: Transcript, turn: LabelledTurn, answer: Answer | None) -> Answer:
    """Whoever is called as their label says, of numbered questions and answers by its letter alone."""
    cast, entity = transcript.work.reading.cast, answer.entity if answer is not None else None
    if is_question_letter(transcript, turn) or is_answer_letter(transcript, turn):
        entity = cast.bearer_of_alias(turn.words[0].upper())
    elif entity is None or entity.names:
        entity = cast.add("PERSON")
    return Answer(entity, "unnamed", rule="label", tokens=turn.placed.source_tokens, certain=True)


def by_name_before_office(transcript: Transcript, at: int) -> Entity | None:
    """Whoever is named in full before the comma of a label, behind which an office stands."""
    label, reading = transcript.turns[at].placed.source_tokens, transcript.work.reading
    for name in reading.names_in(label):
        before_comma = name.last in label and reading.text.words[name.last] == ","
        if name.first == label.start and before_comma and name.name is not None and name.name.is_full:
            return transcript.work.reading.bearer_of(name)
    return None


def by_bracket(transcript: Transcript, at: int) -> Entity | None:
    """Whoever is named in a bracket behind any label of these words ("The Chair (Ada Lund):")."""
    text = transcript.work.text
    for turn in same_labels(transcript, at):
        label = turn.placed.source_tokens
        for name in transcript.work.reading.names_in(range(label.start, turn.placed.tokens.start)):
            opened = "(" in text.words[label.start : name.first]
            if (turn.is_role or turn.has_holder) and opened and name.name is not None and name.name.is_full:
                return person_or_none(transcript, name)
    return None


def by_told_office(transcript: Transcript, at: int) -> Entity | None:
    """The only one whose label tells the office that this label is ("Pia Rook, Prime Minister:")."""
    words = transcript.turns[at].words
    holders = {
        entity.number: entity
        for turn in transcript.turns
        if stand_in_order(turn.office, words)
        for entity in (transcript.work.speaker(turn.placed.number),)
        if entity is not None and entity.is_person
    }
    return next(iter(holders.values())) if len(holders) == 1 else None


def by_part_of_name(transcript: Transcript, at: int) -> Entity | None:
    """The only one with a full name that has the words of the label in it, or these initials."""
    turn, reading = transcript.turns[at], transcript.work.reading
    if turn.is_role:
        return None
    found = {
        transcript.work.reading.bearer_of(name).number: transcript.work.reading.bearer_of(name)
        for name in reading.names
        if name.name is not None and name.name.is_full and stand_in_order(name.name.parts, turn.words)
    }
    if len(found) == 1:
        return next(iter(found.values()))
    first = bearers_of_initials(reading.names).get("".join(turn.words))
    return reading.cast.by_mention[first] if first is not None and not found else None


def stand_in_order(parts: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether *words* stand in *parts* one behind the other."""
    return any(parts[at : at + len(words)] == words for at in range(len(parts)))


def by_role(transcript: Transcript, at: int) -> Entity | None:
    """The only person whom the text says to be what the label says, or what its holder is called."""
    turn, reading = transcript.turns[at], transcript.work.reading
    if not turn.is_role:
        return None
    words = {turn.words[-1], *reading.language.label_roles.get(turn.words[-1], ())}
    known = {
        entity.number: entity
        for word in words
        for entity in reading.cast.by_noun(word)
        if entity.may_be_person and is_personal(entity) and not has_other_label(transcript, entity, word)
    }
    return next(iter(known.values())) if len(known) == 1 else None


def has_other_label(transcript: Transcript, entity: Entity, role: str) -> bool:
    """Whether somebody speaks under their name, without the *role*, and so is nobody whom it calls."""
    labels = {turn.words for turn in transcript.voiced.get(entity.number, ())}
    return any(role not in words for words in labels)


def is_personal(entity: Entity) -> bool:
    """Whether somebody is named by more than one word, a title among them."""
    name = entity.name
    return name is not None and (name.is_full or bool(name.titles))


def same_labels(transcript: Transcript, at: int) -> list[LabelledTurn]:
    """The turns that the same label opens."""
    return [turn for turn in transcript.turns if turn.words == transcript.turns[at].words]


LabelRule = Callable[[Transcript, int], "Entity | None"]

LABEL_RULES: tuple[SpeakerRule[LabelRule], ...] = (
    SpeakerRule("name before office", by_name_before_office, "Surest: the label opens with the name."),
    SpeakerRule("bracket", by_bracket, "As sure: the name stands on a label itself."),
    SpeakerRule("told office", by_told_office, "Another label has the name before the same office."),
    SpeakerRule("part of name", by_part_of_name, "The label is a name too, which the text has in full."),
    SpeakerRule("heading", by_heading, "A heading names who asks below it, up to the next one."),
    SpeakerRule("oath", by_oath, "The witness of a stretch, as a heading names its asker."),
    SpeakerRule("role", by_role, "What the text says of somebody anywhere, where no stretch has its own."),
    SpeakerRule("own name", by_own_name, "From here on by what turns say: their own words first."),
    SpeakerRule("address", by_address, "What others call them may be somebody else who is there."),
    SpeakerRule(
        "meeting", by_meeting, "For questions alone, as the next one for answers: an introduction tells."
    ),
    SpeakerRule("subject", by_subject, "Last: whom a text is about need not be who answers."),
)
"""Whom a label can stand for; the first rule that does not abstain decides: what the text says of the label
itself comes before what others say in their turns, and whom an interview is with at the end."""
