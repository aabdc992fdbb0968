"""The speakers of quotes: one reading of the text, and a table of rules for what a source can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from attrs import Factory, define, evolve, frozen

from quotekit.lexicon import languages
from quotekit.records import How, MarkedSpan, Quote, Settings, Speaker
from quotekit.speakers.descriptions import relative_of, resolve_description
from quotekit.speakers.discourse import Discourse, read_discourse
from quotekit.speakers.entities import Entity
from quotekit.speakers.mentions import Mention
from quotekit.speakers.nominal_mentions import phrase_start, read_nominal
from quotekit.speakers.pronouns import Situation, rank_antecedents
from quotekit.speakers.reading import Reading, open_reading, resolve_mention, take_in
from quotekit.speakers.sources import Source, nominal_of, read_source
from quotekit.speakers.speaker_names import canonical_mention, name_of, speaker_at
from quotekit.speakers.turns import Turn, decode_turns, is_dialogue, load_weights, prepare_turns
from quotekit.speakers.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["RULES", "resolve_speakers"]

MARGIN = 0.5


@frozen(eq=False)
class Found:
    """Who a rule finds a source to be.

    Attributes:
        entity: The entity, which later pronouns can stand for.
        how: How the source names it.
        tokens: The words to call it by, when its own names are not to be used.
    """

    entity: Entity
    how: How
    tokens: range | None = None


@define(eq=False)
class Attribution:
    """The work on one document: its quotes, and who spoke those so far."""

    reading: Reading
    quotes: Sequence[Quote]
    dialogue: bool
    turns: dict[int, Turn] = Factory(dict)
    found: dict[int, Found] = Factory(dict)
    history: list[Turn] = Factory(list)


def resolve_speakers(
    doc: Doc, quotes: Sequence[Quote], *, settings: Settings, marks: Sequence[MarkedSpan] = ()
) -> list[Quote]:
    """The same quotes in the same order, each with its speaker where the text tells.

    Args:
        doc: The parsed text.
        quotes: What was found in it.
        settings: Whose aliases name speakers.
        marks: Its quotation marks; without them, direct quotes alone tell what is quoted.
    """
    if not quotes:
        return []
    vocabulary = load_vocabulary(doc.lang_ if doc.lang_ in languages() else "en")
    text = read_discourse(doc, quotes, marks)
    work = Attribution(open_reading(text, vocabulary), quotes, is_dialogue(text, quotes))
    for _, what in events(work):
        if isinstance(what, Mention):
            take_in(work.reading, what)
        elif quotes[what].source:
            attribute(work, what)
        else:
            go_on(work, what)
    if work.dialogue:
        hold_conversations(work)
    quote_themselves(work)
    names: dict[int, Mention] = {}
    return [evolve(quote, speaker=speaker_of(work, at, names)) for at, quote in enumerate(quotes)]


def events(work: Attribution) -> list[tuple[tuple[int, int], Mention | int]]:
    """Mentions and quotes in the order in which they are read.

    A quote is read where its source stands, before the mention that stands there. One
    without a source is read at the end of its paragraph.
    """
    text = work.reading.text
    ends = {paragraph: index + 1 for index, paragraph in enumerate(text.paragraphs)}
    found: list[tuple[tuple[int, int], Mention | int]] = [
        ((mention.first, 1), mention) for mention in work.reading.mentions
    ]
    for at, quote in enumerate(work.quotes):
        tokens = text.tokens(quote.start, quote.end)
        paragraph = text.paragraphs[text.token_at(quote.start)]
        work.turns[at] = Turn(at, tokens, paragraph)
        source = source_tokens(text, quote)
        found.append(((source[0], 0) if source else (ends[paragraph], -1), at))
    found.sort(key=lambda event: event[0])
    return found


def source_tokens(text: Discourse, quote: Quote) -> range:
    """Where the source of *quote* stands; its first piece when there are several."""
    return text.tokens(quote.source[0].start, quote.source[0].end) if quote.source else range(0)


def attribute(work: Attribution, at: int) -> None:
    """Find out who the source of a quote is, by the first rule that knows."""
    reading, quote, turn = work.reading, work.quotes[at], work.turns[at]
    tokens = source_tokens(reading.text, quote)
    source = read_source(reading.text, tokens, reading.names_in(tokens), reading.vocabulary)
    for _, rule in RULES:
        found = rule(work, source, at)
        if found is not None:
            break
    if found is not None:
        turn.entity = found.entity
        turn.certain = turn.described is None and (found.how != "pronoun" or source.kind == "first")
        work.found[at] = found
        reading.found[source.tokens.start] = found.entity
        reading.see(found.entity, source.tokens.start, "subject")
    work.history.append(turn)


def by_name(work: Attribution, source: Source, at: int) -> Found | None:
    """A name in the source."""
    if source.kind != "name":
        return None
    entity = resolve_mention(work.reading, source.names[0], situation_of(work, at))
    return Found(entity, "name") if entity is not None else None


def by_names(work: Attribution, source: Source, at: int) -> Found | None:
    """Several speakers at once, who keep the words of the source."""
    if source.kind != "joint":
        return None
    entity = work.reading.found.get(source.tokens.start)
    if entity is None or not entity.plural:
        entity = work.reading.cast.add("GROUP", plural=True)
    mention = Mention("nominal", source.tokens.start, source.tokens.stop, source.tokens[-1], "GROUP", "-", "p")
    entity.nominals.append(mention)
    named = all(name.kind == "name" for name in source.names)
    return Found(entity, "name" if named else "unnamed", source.tokens)


def by_antecedent(work: Attribution, source: Source, at: int) -> Found | None:
    """A relative pronoun, by the noun whose clause it opens."""
    if source.kind != "relative":
        return None
    reading, text = work.reading, work.reading.text
    noun = antecedent(text, source.tokens.start)
    if noun is None:
        return None
    for name in reading.names_in(range(noun, noun + 1)):
        return Found(reading.cast.by_mention[name.first], "pronoun")
    mention = read_nominal(text, noun, reading.vocabulary)
    if mention is None:
        first = phrase_start(text, noun)
        mention = Mention("nominal", first, noun + 1, noun, "", "-", "s", None, text.lemmas[noun])
    entity = reading.found.get(mention.first) or resolve_description(text, reading.cast, reading.focus, mention)
    return Found(entity, "pronoun")


def antecedent(text: Discourse, pronoun: int) -> int | None:
    """The index of the noun that the clause of a relative pronoun modifies."""
    verb, hops = text.heads[pronoun], 0
    while text.deps[verb] not in {"relcl", "acl:relcl", "acl"} and text.heads[verb] != verb and hops < 6:
        verb, hops = text.heads[verb], hops + 1
    noun = text.heads[verb]
    if text.deps[verb] in {"relcl", "acl:relcl", "acl"} and noun < pronoun:
        return noun
    before = text.previous_word(pronoun)
    while before >= 0 and pronoun - before < 8:
        if text.tags[before].startswith(("NN", "PROPN")):
            return before
        before = text.previous_word(before)
    return None


def by_pronoun(work: Attribution, source: Source, at: int) -> Found | None:
    """A pronoun of the third person."""
    if source.kind != "pronoun":
        return None
    reading, text = work.reading, work.reading.text
    index = source.tokens.start
    gender, number, _ = reading.vocabulary.pronouns[text.lower[index]]
    mention = Mention("pronoun", index, index + 1, index, "", gender, number, None, text.lower[index])
    entity = reading.found.get(index)
    if entity is None:
        ranked = rank_antecedents(text, reading.focus, mention, situation_of(work, at))
        work.turns[at].ranked, work.turns[at].pronoun = ranked, gender
        entity = ranked[0][1] if ranked else foretold(reading, mention)
    if entity is None:
        return None
    if entity.gender == "-" and gender in {"m", "f"}:
        entity.gender, entity.label = gender, entity.label or "PERSON"
    return Found(entity, "pronoun")


def foretold(reading: Reading, mention: Mention) -> Entity | None:
    """Whoever is named first in the next sentences, when nobody was before ("…," she said. Ada Lund …)."""
    text = reading.text
    for name in reading.names_from(mention.last):
        if text.sentences[name.head] > text.sentences[mention.head] + 2 or name.first - mention.last > 60:
            return None
        entity = reading.cast.by_mention[name.first]
        if entity.label == "PERSON" and entity.gender in {"-", mention.gender} and not text.quoted[name.head]:
            return entity
    return None


def evident(work: Attribution, mention: Mention, at: int) -> Entity | None:
    """The person in focus whom a description that introduces nobody must mean ("the actress"), in news."""
    if work.dialogue or mention.determiner != "definite" or mention.label != "PERSON" or mention.number != "s":
        return None
    text, reading = work.reading.text, work.reading
    behind = mention.head + 1
    if mention.noun in reading.vocabulary.unnamed or any(text.tags[i].startswith("NNP") for i in range(behind, mention.last)):
        return None
    situation = situation_of(work, at)
    pronoun = Mention("pronoun", mention.first, mention.last, mention.head, "PERSON", mention.gender, "s", None, "he")
    if pronoun.gender == "-":
        persons = [entity for entity in (situation.speaker,) if entity is not None and entity.names and entity.is_person]
        return persons[0] if persons else None
    ranked = [item for item in rank_antecedents(text, reading.focus, pronoun, situation) if item[1].names]
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return ranked[0][1]


def by_narrator(work: Attribution, source: Source, at: int) -> Found | None:
    """The "I" of a narrator; the "I" inside a quotation waits for whoever speaks that one."""
    if source.kind != "first" or work.reading.text.quoted[source.tokens.start]:
        return None
    if work.reading.vocabulary.pronouns[work.reading.text.lower[source.tokens.start]][1] != "s":
        return None
    return Found(work.reading.narrator, "pronoun")


def by_relation(work: Attribution, source: Source, at: int) -> Found | None:
    """A relative of somebody ("his wife"), by surname and title."""
    text, reading = work.reading.text, work.reading
    first = source.tokens.start
    if source.kind != "nominal" or text.tags[first] != "PRP$" or text.lemmas[source.noun] not in reading.vocabulary.relatives:
        return None
    features = reading.vocabulary.pronouns.get(text.lower[first])
    if features is None or features[2] != "person":
        return None
    mention = Mention("pronoun", first, first + 1, first, "PERSON", features[0], features[1], None, text.lower[first])
    for _, possessor in rank_antecedents(text, reading.focus, mention, Situation())[:1]:
        entity = relative_of(reading.cast, possessor, text.lemmas[source.noun], reading.vocabulary)
        if entity is not None:
            return Found(entity, "nominal")
    return None


def by_description(work: Attribution, source: Source, at: int) -> Found | None:
    """A description of somebody, with a name elsewhere or without."""
    if source.kind != "nominal":
        return None
    reading = work.reading
    if reading.text.tags[source.noun][:2] not in {"NN", "JJ", "CD", "DT", "PR"} or (len(source.tokens) == 1 and (
        reading.text.tags[source.noun] == "DT" and reading.text.lower[source.noun] in {"this", "that", "the", "a"}
    )):
        return None
    mention = nominal_of(reading.text, source, reading.vocabulary)
    entity = reading.found.get(mention.first)
    if entity is None or mention.noun not in entity.nouns:
        entity = resolve_description(reading.text, reading.cast, reading.focus, mention)
        if entity.nominals[-1:] == [mention] and len(entity.nominals) == 1:
            entity = evident(work, mention, at) or entity
    if work.dialogue and entity.label == "PERSON" and mention.determiner in {"definite", "possessive"}:
        work.turns[at].described, work.turns[at].pronoun = entity, mention.gender
    return Found(entity, "nominal" if entity.names else "unnamed", None if entity.names else source.description)


Rule = Callable[[Attribution, Source, int], "Found | None"]

RULES: tuple[tuple[str, Rule], ...] = (
    ("name", by_name),
    ("names", by_names),
    ("antecedent", by_antecedent),
    ("pronoun", by_pronoun),
    ("narrator", by_narrator),
    ("relation", by_relation),
    ("description", by_description),
)
"""What a source can be; the first rule that does not abstain decides."""


def situation_of(work: Attribution, at: int) -> Situation:
    """Where the source of a quote stands among the quotes before it."""
    turn = work.turns[at]
    before = [past for past in work.history[-8:] if past.quote < at and past.entity is not None]
    last = before[-1] if before and turn.paragraph - before[-1].paragraph <= 3 else None
    speaker = last.entity if last is not None else None
    earlier = next((past.entity for past in reversed(before) if past.entity is not speaker), None)
    same = last is not None and last.paragraph == turn.paragraph
    return Situation(True, not same, speaker, same, earlier, frozenset(), work.dialogue)


def go_on(work: Attribution, at: int) -> None:
    """Find out who speaks a quote that has no source."""
    quote, turn = work.quotes[at], work.turns[at]
    before = [past for past in work.history[-8:] if past.quote < at and past.entity is not None]
    entity: Entity | None = None
    if quote.kind == "direct" and not quote.cue and before:
        last = before[-1]
        if last.paragraph == turn.paragraph:
            entity = last.entity
        elif turn.paragraph - last.paragraph <= 3:
            other = next((past.entity for past in reversed(before) if past.entity is not last.entity), None)
            entity = other if work.dialogue else last.entity
    if entity is not None:
        turn.entity = entity
        work.found[at] = Found(entity, "turn")
    work.history.append(turn)


def hold_conversations(work: Attribution) -> None:
    """Decide all turns of dialogue that a name or a description does not decide, together."""
    turns = dialogue_turns(work)
    prepare_turns(work.reading, turns)
    for turn, entity in zip(turns, decode_turns(turns, load_weights()), strict=True):
        if not turn.certain and entity is not None:
            if turn.described is entity:
                continue
            turn.entity = entity
            how: How = "nominal" if turn.described else "pronoun" if turn.pronoun else "turn"
            work.found[turn.quote] = Found(entity, how)


def quote_themselves(work: Attribution) -> None:
    """Give a quote inside a quotation whose source is "I" to whoever speaks the outer one."""
    text, open_quotes = work.reading.text, sorted(range(len(work.quotes)), key=lambda at: work.quotes[at].start)
    outer: list[int] = []
    for at in open_quotes:
        quote = work.quotes[at]
        outer = [other for other in outer if work.quotes[other].end > quote.start]
        if at not in work.found and quote.source and outer:
            word = text.lower[source_tokens(text, quote).start] if source_tokens(text, quote) else ""
            features = work.reading.vocabulary.pronouns.get(word, ("", "", ""))
            holder = next((other for other in reversed(outer) if covers(work.quotes[other], quote)), None)
            if features[1:] == ("s", "first") and holder in work.found:
                work.found[at] = Found(work.found[holder].entity, "pronoun", work.found[holder].tokens)
        outer.append(at)


def covers(outer: Quote, inner: Quote) -> bool:
    """Whether the source of one quote stands inside the content of another."""
    return any(span.start <= inner.source[0].start < span.end for span in outer.content)


def dialogue_turns(work: Attribution) -> list[Turn]:
    """The direct quotes that are nobody's quotations, in the order of the text."""
    turns = [
        work.turns[at]
        for at, quote in enumerate(work.quotes)
        if quote.kind == "direct" and quote.depth == 0 and work.turns[at].tokens
    ]
    return sorted(turns, key=lambda turn: turn.tokens.start)


def speaker_of(work: Attribution, at: int, names: dict[int, Mention]) -> Speaker | None:
    """The speaker of a quote, by the fullest name of whoever it was found to be."""
    found = work.found.get(at)
    if found is None:
        return None
    text, entity, vocabulary = work.reading.text, found.entity, work.reading.vocabulary
    if found.tokens is not None:
        return speaker_at(text, found.tokens, entity.label, found.how)
    if not entity.names:
        mention = max(entity.nominals, key=lambda mention: mention.last - mention.first)
        how: How = "unnamed" if found.how == "nominal" else found.how
        return speaker_at(text, range(mention.first, mention.last), entity.label, how)
    if entity.number not in names:
        names[entity.number] = canonical_mention(text, entity, vocabulary)
    mention = names[entity.number]
    how = found.how
    if how == "name" and mention.name is not None:
        source = work.quotes[at].source
        tokens = text.tokens(source[0].start, source[-1].end)
        longest = max((len(name.name.parts) for name in work.reading.names_in(tokens) if name.name), default=0)
        how = "name" if longest >= len(mention.name.parts) else "partial"
    return speaker_at(text, name_of(text, mention, vocabulary), entity.label, how)
