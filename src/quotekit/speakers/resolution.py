"""The speakers of quotes: one pass over mentions and quotes in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from attrs import Factory, define, evolve

from quotekit.lexicon import languages
from quotekit.records import How, MarkedSpan, Quote, Settings, Span, Speaker
from quotekit.speakers.descriptions import agrees, described, learn_descriptions, same_kind
from quotekit.speakers.discourse import Discourse, read_discourse
from quotekit.speakers.entities import Cast, Entity, gather_entities
from quotekit.speakers.focus import Focus, Sighting, grammatical_role
from quotekit.speakers.mentions import Mention
from quotekit.speakers.name_mentions import find_names
from quotekit.speakers.nominal_mentions import find_nominals, find_pronouns
from quotekit.speakers.pronouns import Situation, rank_antecedents
from quotekit.speakers.sources import Source, nominal_of, read_source
from quotekit.speakers.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["resolve_speakers"]


def resolve_speakers(
    doc: Doc, quotes: Sequence[Quote], *, settings: Settings, marks: Sequence[MarkedSpan] = ()
) -> list[Quote]:
    """The same quotes in the same order, each with its speaker where the text tells."""
    if not quotes:
        return []
    vocabulary = load_vocabulary(doc.lang_ if doc.lang_ in languages() else "en")
    text = read_discourse(doc, quotes, marks)
    reading = read(text, quotes, vocabulary, settings)
    return [evolve(quote, speaker=reading.speakers.get(at)) for at, quote in enumerate(quotes)]


@define(eq=False)
class Turn:
    """One quote with whoever speaks it."""

    quote: int
    entity: Entity | None
    paragraph: int


@define(eq=False)
class Reading:
    """What is known at some point of the text."""

    text: Discourse
    quotes: Sequence[Quote]
    vocabulary: Vocabulary
    cast: Cast
    names: list[Mention]
    is_dialogue: bool
    focus: Focus = Factory(Focus)
    turns: list[Turn] = Factory(list)
    found: dict[int, Entity] = Factory(dict)
    who: dict[int, Entity] = Factory(dict)
    speakers: dict[int, Speaker] = Factory(dict)
    nominal_mentions: dict[int, Mention] = Factory(dict)


def read(text: Discourse, quotes: Sequence[Quote], vocabulary: Vocabulary, settings: Settings) -> Reading:
    names = find_names(text, vocabulary)
    cast = gather_entities(names, vocabulary)
    learn_descriptions(text, cast, vocabulary)
    reading = Reading(text, quotes, vocabulary, cast, names, is_dialogue(text, quotes))
    mentions = sorted(
        [*names, *find_nominals(text, names, vocabulary), *find_pronouns(text, vocabulary)],
        key=lambda mention: mention.first,
    )
    events: list[tuple[int, int, object]] = [(mention.first, 1, mention) for mention in mentions]
    ends = paragraph_ends(text)
    source_of: dict[int, list[int]] = {}
    for at, quote in enumerate(quotes):
        if quote.source:
            tokens = text.tokens(quote.source[0].start, quote.source[-1].end)
            if tokens:
                events.append((tokens[0], 0, at))
                continue
        end = ends[text.paragraphs[text.token_at(quote.start)]]
        events.append((end, 2, at))
    events.sort(key=lambda event: (event[0], event[1], event[2] if isinstance(event[2], int) else 0))
    skip = -1
    for position, kind, what in events:
        if kind == 1:
            sweep_mention(reading, what)
        elif kind == 0:
            attribute(reading, what)
        else:
            sourceless(reading, what)
    return reading


def is_dialogue(text, quotes):
    turns = bare = 0
    seen = set()
    for quote in quotes:
        if quote.kind != "direct": continue
        p = text.paragraphs[text.token_at(quote.start)]
        if quote.source: seen.add(p)
    for quote in quotes:
        if quote.kind != "direct": continue
        turns += 1
        p = text.paragraphs[text.token_at(quote.start)]
        bare += p not in seen
    return bare >= 0.15 * turns and bare > 1


def paragraph_ends(text):
    ends = {}
    for i, p in enumerate(text.paragraphs):
        ends[p] = i + 1
    return ends


def sweep_mention(reading, mention):
    text = reading.text
    if mention.first in reading.found:
        entity = reading.found[mention.first]
    else:
        entity = resolve_mention(reading, mention)
    if entity is None:
        return
    reading.found[mention.first] = entity
    reading.focus.see(Sighting(entity, mention.head, grammatical_role(text, mention), text.quoted[mention.head]))


def resolve_mention(reading, mention, situation=Situation()):
    text = reading.text
    if mention.kind == "name":
        return reading.cast.by_mention.get(mention.first)
    if text.quoted[mention.head] and not situation.is_source:
        return None
    if mention.kind == "pronoun":
        if mention.noun in reading.vocabulary.pronouns and reading.vocabulary.pronouns[mention.noun][2] == "first":
            return None
        ranked = rank_antecedents(text, reading.focus, mention, situation)
        return ranked[0][1] if ranked else None
    return resolve_nominal(reading, mention)


def resolve_nominal(reading, mention, is_source=False):
    if mention.determiner == "definite" or (mention.determiner == "" and mention.number != "p"):
        entity = described(reading.text, reading.focus, mention)
        if entity is None and mention.determiner == "definite":
            entity = same_kind(reading.focus, mention)
        if entity is not None:
            return entity
    elif mention.determiner == "possessive" or mention.determiner == "":
        entity = described(reading.text, reading.focus, mention)
        if entity is not None and not entity.names:
            return entity
    if mention.label == "" and not is_source:
        return None
    entity = reading.cast.add(mention.label, mention.gender, plural=mention.number == "p")
    entity.nominals.append(mention)
    entity.nouns.add(mention.noun)
    return entity


def attribute(reading, at):
    text, quote = reading.text, reading.quotes[at]
    tokens = text.tokens(quote.source[0].start, quote.source[-1].end)
    inside = [m for m in names_in(reading, tokens)]
    source = read_source(text, tokens, inside, reading.vocabulary)
    entity, speaker = None, None
    if source.kind == "name":
        entity = reading.cast.by_mention[source.names[0].first]
        speaker = speaker_of(reading, entity, source, at)
    elif source.kind == "joint":
        speaker = Speaker(*plain(reading, source.tokens, "GROUP"), "name" if all(m.kind == "name" for m in source.names) else "unnamed")
        entity = reading.found.get(source.tokens[0])
        if entity is None or not entity.plural:
            entity = reading.cast.add("GROUP", "-", plural=True)
            entity.nominals.append(Mention("nominal", source.tokens.start, source.tokens.stop, source.tokens[-1], "GROUP", "-", "p"))
    elif source.kind == "nominal":
        mention = nominal_of(text, source, reading.vocabulary)
        entity = resolve_nominal(reading, mention, True)
        reading.found[mention.first] = entity
        speaker = speaker_of(reading, entity, source, at)
    elif source.kind == "pronoun":
        index = source.tokens[0]
        g, n, k = reading.vocabulary.pronouns[text.lower[index]]
        mention = Mention("pronoun", index, index + 1, index, "", g, n, None, text.lower[index])
        entity = reading.found.get(index) or resolve_mention(reading, mention, situation_of(reading, at))
        if entity is not None:
            reading.found[index] = entity
            if entity.gender == "-" and g in "mf" and entity.label in ("PERSON", ""):
                entity.gender, entity.label = g, "PERSON"
            speaker = speaker_of(reading, entity, source, at)
    elif source.kind == "relative":
        entity = relative(reading, source.tokens[0])
        if entity is not None:
            speaker = speaker_of(reading, entity, source, at)
    if entity is not None:
        reading.focus.see(Sighting(entity, source.tokens[0], "subject", False))
        reading.who[at] = entity
    if speaker is not None:
        reading.speakers[at] = speaker
    reading.turns.append(Turn(at, entity, text.paragraphs[text.token_at(quote.start)]))


def relative(reading, index):
    text = reading.text
    head = text.heads[text.heads[index]] if text.deps[index] != "relcl" else text.heads[index]
    verb = text.heads[index]
    while text.deps[verb] not in {"relcl", "ROOT"}:
        verb = text.heads[verb]
    target = text.heads[verb]
    best = None
    for m in reversed(names_in(reading, range(max(0, index - 25), index))):
        if m.first <= target < m.last or best is None:
            best = m
            if m.first <= target < m.last: break
    return reading.cast.by_mention[best.first] if best else None


def situation_of(reading, at):
    text, quote = reading.text, reading.quotes[at]
    p = text.paragraphs[text.token_at(quote.start)]
    prev = [t for t in reading.turns[-8:] if t.quote < at and t.entity is not None]
    speaker = prev[-1].entity if prev and p - prev[-1].paragraph <= 3 else None
    earlier = next((t.entity for t in reversed(prev) if t.entity is not speaker), None)
    same = bool(prev) and prev[-1].paragraph == p
    return Situation(True, not same, speaker, same, earlier, frozenset(), reading.is_dialogue)


def names_in(reading, tokens):
    from bisect import bisect_left
    names = reading.names
    k = bisect_left(names, tokens.start - 30, key=lambda m: m.first)
    out = []
    while k < len(names) and names[k].first < tokens.stop:
        if names[k].last > tokens.start: out.append(names[k])
        k += 1
    return out


def plain(reading, tokens, label):
    text = reading.text
    s, e = text.starts[tokens[0]], text.ends[tokens[-1]]
    first = tokens[0]
    return text.text[s:e], label, Span.of(text.text, s, e)


def speaker_of(reading, entity, source, at):
    text = reading.text
    if entity.names:
        mention = canonical(reading, entity)
        how = {"pronoun": "pronoun", "relative": "pronoun", "nominal": "nominal"}.get(source.kind)
        if how is None:
            how = "name" if len(source.names[0].name.parts) >= len(mention.name.parts) else "partial"
        s, e = name_span(reading, mention)
        return Speaker(text.text[s:e], entity.label or "PERSON", Span.of(text.text, s, e), how)
    mention = max(entity.nominals, key=lambda m: 0) if not entity.nominals else entity.nominals[0]
    if source.kind == "nominal" and entity.nominals and entity.nominals[0].first == source.description.start:
        tokens = source.description
    else:
        tokens = range(mention.first, mention.last)
    name, label, span = plain(reading, tokens, entity.label)
    return Speaker(name, label, span, "pronoun" if source.kind in ("pronoun", "relative") else "unnamed")


def canonical(reading, entity):
    text = reading.text
    def rank(m):
        nl = any("\n" in text.words[i] for i in range(m.first, m.last))
        nick = m.name.first in reading.vocabulary.hypocoristics and not m.name.titles
        return (len(m.name.parts), bool(m.name.titles), not nl, not nick, not text.quoted[m.head], -m.first)
    return max(entity.names, key=rank)


def name_span(reading, m):
    text, v = reading.text, reading.vocabulary
    from quotekit.speakers.names import bare
    idx = [i for i in range(m.first, m.last) if not text.is_space(i)]
    k = 0
    if m.name.is_full and m.label == "PERSON":
        from quotekit.speakers.names import title_count
        k = title_count([text.words[i] for i in idx], v)
        while k and v.titles[bare(text.words[idx[k-1]])][1] == "style": k -= 1
    elif text.lower[idx[0]] == "the" and len(idx) > 1:
        k = 1
    s, e = text.starts[idx[k]], text.ends[m.last - 1]
    return s, e


def sourceless(reading, at):
    text, quote = reading.text, reading.quotes[at]
    p = text.paragraphs[text.token_at(quote.start)]
    prev = [t for t in reading.turns[-8:] if t.quote < at and t.entity is not None]
    entity = None
    if prev and prev[-1].paragraph == p:
        entity = prev[-1].entity
    elif prev and p - prev[-1].paragraph <= 3:
        last = prev[-1].entity
        other = next((t.entity for t in reversed(prev) if t.entity is not last), None)
        entity = (other if reading.is_dialogue else last)
        if reading.is_dialogue and other is None:
            entity = None
    if entity is not None:
        s = speaker_of(reading, entity, Source("pronoun", range(0)), at)
        reading.speakers[at] = evolve(s, how="turn")
    reading.turns.append(Turn(at, entity, p))
