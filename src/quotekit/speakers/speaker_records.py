"""The speakers that quotes are given: what each is called, and what the text says of them."""

from __future__ import annotations

from collections import Counter

from attrs import Factory, define, evolve

from quotekit.records import How, Pronoun, Span, Speaker
from quotekit.speakers.cast.canonical_names import canonical_mention, name_of, speaker_at
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.confidence import speaker_confidence
from quotekit.speakers.ground.discourse import Discourse, span_of
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.mentions.roles import count_pronouns, fullest_role, most_frequent_pronoun
from quotekit.speakers.sources.progress import Answer, Progress

__all__ = ["SpeakerRecords"]


@define(eq=False)
class SpeakerRecords:
    """The speakers of a document once it is read; the fullest name of each entity is looked for once.

    Attributes:
        work: The document, with whom the rules found.
    """

    work: Progress
    _names: dict[int, Mention] = Factory(dict)
    _roles: dict[int, Span | None] = Factory(dict)
    _pronouns: dict[int, Counter[Pronoun]] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        """Count what the text calls its people, once."""
        reading = self.work.reading
        self._pronouns = count_pronouns(reading.text, reading.mentions, reading.referents, reading.language)

    def speaker_of(self, number: int) -> Speaker | None:
        """The speaker of the quote with this number, by the fullest name of whoever it was found to be."""
        answer = self.work.answers.get(number)
        if answer is None:
            return None
        speaker = self.called(number, answer)
        if speaker is None or answer.entity is None:
            return None
        pronoun = most_frequent_pronoun(self._pronouns.get(answer.entity.number, Counter()))
        return evolve(
            speaker,
            role=self.role_of(answer.entity),
            pronoun=pronoun,
            rule=answer.rule,
            confidence=speaker_confidence(self.work, number, speaker),
        )

    def role_of(self, entity: Entity) -> Span | None:
        """The fullest description that the text gives of *entity*."""
        if entity.number not in self._roles:
            text = self.work.text
            tokens = fullest_role(text, entity, self.work.reading.language)
            self._roles[entity.number] = None if tokens is None else span_of(text, tokens)
        return self._roles[entity.number]

    def called(self, number: int, answer: Answer) -> Speaker | None:
        """Whoever an answer found, by their name, or else by their fullest description."""
        entity = answer.entity
        if entity is None:
            return None
        if answer.tokens is not None:
            tokens = answer.tokens if entity.names else self.whole_label(answer.tokens)
            spelled = speaker_at(self.work.text, tokens, entity.label, answer.how)
            return self.by_names(number, answer) if answer.members else under_alias(spelled, entity)
        if entity.names:
            return self.by_name(number, answer)
        if entity is self.work.reading.narrator_or_none:
            return None
        nominal = max(entity.nominals, key=lambda mention: mention.last - mention.first, default=None)
        if nominal is None:
            return None
        how: How = "unnamed" if answer.how == "nominal" and entity.alias is None else answer.how
        tokens = self.whole_label(range(nominal.first, nominal.last))
        return under_alias(speaker_at(self.work.text, tokens, entity.label, how), entity)

    def whole_label(self, tokens: range) -> range:
        """All of the label that the words of a description are part of ("quill" of "quill_"), or these."""
        label = self.work.text.labels.get(tokens.start, tokens)
        return label if tokens.stop <= label.stop else tokens

    def by_names(self, number: int, answer: Answer) -> Speaker:
        """Several speakers, each by the fullest of their names, joined as the source joins them."""
        text, source = self.work.text, self.work.placed[number].source
        assert source is not None  # noqa: S101
        names = answer.names or source.names
        speaker = speaker_at(text, range(names[0].first, names[-1].last), "GROUP", answer.how)
        language = self.work.reading.language
        *first, last = (
            entity.alias
            or speaker_at(text, name_of(text, self.fullest_name(entity), language), "", "name").name
            for entity in answer.members
        )
        return evolve(
            speaker, name=f"{', '.join(first)} {conjunction_between(text, names[0], names[-1])} {last}"
        )

    def fullest_name(self, entity: Entity) -> Mention:
        """The fullest name of *entity*, looked for once."""
        if entity.number not in self._names:
            language = self.work.reading.language
            self._names[entity.number] = canonical_mention(self.work.text, entity, language)
        return self._names[entity.number]

    def by_name(self, number: int, answer: Answer) -> Speaker:
        """Whoever an answer found, by the fullest of their names."""
        text, language, entity = self.work.text, self.work.reading.language, answer.entity
        assert entity is not None  # noqa: S101
        mention, how = self.fullest_name(entity), answer.how
        if how == "name" and not self.is_complete(number, mention):
            how = "partial"
        return under_alias(speaker_at(text, name_of(text, mention, language), entity.label, how), entity)

    def is_complete(self, number: int, mention: Mention) -> bool:
        """Whether the source of a quote has as much of the name as *mention* has."""
        source = self.work.placed[number].quote.source
        if not source:
            return True
        tokens = self.work.text.tokens(source[0].start, source[-1].end)
        named = [len(name.name.parts) for name in self.work.reading.names_in(tokens) if name.name is not None]
        return mention.name is None or max(named, default=0) >= len(mention.name.parts)


def under_alias(speaker: Speaker, entity: Entity) -> Speaker:
    """The *speaker* by what the caller calls *entity*, if they do."""
    return speaker if entity.alias is None else evolve(speaker, name=entity.alias)


def conjunction_between(text: Discourse, first: Mention, second: Mention) -> str:
    """The last word that joins two names or those between ("and", "&"), or all that stands between them."""
    between = range(first.last, second.first)
    joint = next((text.words[at] for at in reversed(between) if text.tags[at] == "CC"), None)
    return joint or text.text[text.ends[first.last - 1] : text.starts[second.first]].strip()
