"""Whom a document stands for: the body or the person that issued it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import BODIES, GROUPS, NOUNS, SUBJECTS
from quotekit.speakers.mentions.descriptions import resolve_description
from quotekit.speakers.mentions.epithets import evident_person
from quotekit.speakers.mentions.nominal_mentions import pronoun_at, read_nominal
from quotekit.speakers.mentions.noun_phrases import determiner, phrase_start
from quotekit.speakers.mentions.pronouns import rank_antecedents
from quotekit.speakers.sources.authorship import (
    author_of,
    documents_in,
    is_issued,
    is_manner,
    makes,
    writing_pronoun,
)
from quotekit.speakers.sources.phrase import BREAKS
from quotekit.speakers.sources.progress import Answer, PlacedQuote, Progress
from quotekit.speakers.sources.situations import situation_of
from quotekit.speakers.sources.source import Source

__all__ = ["author_above", "by_document", "by_issuer", "settle_documents"]

INTRODUCED_TOKENS = 60
"""Tokens before a document in which it is told of as a new one; chosen by hand."""

ISSUED_TOKENS = 16
"""Tokens around a source in which the document stands that its words are in; chosen by hand."""

WRITTEN = frozenset({"dobj", "nsubj", "pobj", "attr"})
"""Relations of the document that a paragraph tells of."""

DOCUMENT_TOKENS = 40
"""Tokens before "it" in which the document stands that it takes up; chosen by hand."""


def by_issuer(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """A document, or a voice, of somebody whom the source names ("the bank's report", "her statement").

    What such a document is called afterwards is still theirs ("the report").
    """
    if source.kind != "nominal" or not is_issued(work, source.noun):
        return None
    lemma = work.text.lemmas[source.noun]
    answer = by_owner(work, source, placed) or by_author(work, source, placed)
    if answer is not None and answer.entity is not None:
        work.take_issuer(lemma, answer.entity)
        return answer
    issuers = issuers_of(work, lemma) if is_known_document(work, source) else None
    return Answer(issuers[-1], "nominal") if issuers else None


def is_known_document(work: Progress, source: Source) -> bool:
    """Whether an article says that a source is known and nobody's ("the report", no "mayor's report")."""
    text, first = work.text, source.tokens.start
    owned = any(text.deps[index] == "poss" for index in range(first, source.noun))
    return not owned and determiner(text, first, work.reading.language) == "definite"


def issuers_of(work: Progress, lemma: str) -> Sequence[Entity]:
    """Who made what a noun names, or else what a narrower noun does ("the study" that was a survey)."""
    kinds = work.reading.language.broader_nouns.get(lemma, frozenset())
    narrower = (made for noun, made in work.issuers.items() if noun in kinds)
    return work.issuers.get(lemma) or next(narrower, [])


def settle_documents(work: Progress) -> None:
    """Give "the report" to whoever alone the text says, only further on, to have made one."""
    for placed in work.placed:
        answer, source = work.answers.get(placed.number), placed.source
        if answer is None or source is None or answer.how != "unnamed" or answer.rule != "description":
            continue
        if (issuer := only_issuer(work, source)) is not None:
            settled = evolve(answer, entity=issuer, how="nominal", tokens=None, rule="issuer")
            work.revise(placed.number, settled)


def only_issuer(work: Progress, source: Source) -> Entity | None:
    """Whoever alone made all documents of which "the report" can be one; "that report" was told of before."""
    lemma, known = work.text.lemmas[source.noun], work.reading.language
    is_the = work.text.lower[source.tokens.start] in known.function_words.name_article
    is_known = (is_the and is_known_document(work, source)) or heads_line(work, source)
    issuers = work.issuers.get(lemma, []) if is_known and lemma in known.document_nouns else []
    if not issuers or any(issuer is not issuers[0] for issuer in issuers):
        return None
    return None if issuers[0].is_person and is_introduced(work, source) else issuers[0]


def is_introduced(work: Progress, source: Source) -> bool:
    """Whether a document was told of shortly before as a new one ("They sent a letter. The letter said …").

    Whoever is said only later to have made one made another.
    """
    text, first = work.text, source.tokens.start
    before = range(max(0, first - INTRODUCED_TOKENS), first)
    same = (at for at in before if text.lemmas[at] == text.lemmas[source.noun])
    return any(determiner(text, phrase_start(text, at), work.reading.language) == "indefinite" for at in same)


def heads_line(work: Progress, source: Source) -> bool:
    """Whether a source is one word that labels what follows it ("Poll: Most are against it")."""
    return len(source.tokens) == 1 and work.text.lower_at(work.text.next_word(source.noun)) == ":"


def by_document(work: Progress, placed: PlacedQuote, pronoun: int) -> Answer | None:
    """The document that "it" at *pronoun* takes up as the subject before it, or whom that stands for."""
    noun, (text, reading) = document_quoted(work, placed), (work.text, work.reading)
    if noun is None:
        noun = document_before(work, pronoun, is_told=not is_after_body(work, placed))
    mention = read_nominal(text, noun, reading.language, any_noun=True) if noun is not None else None
    if noun is None or mention is None:
        return None
    tokens = range(mention.first, noun + 1)
    issuer = by_issuer(work, Source("nominal", tokens, noun=noun, description=tokens), placed)
    if issuer is not None:
        return evolve(issuer, how="pronoun", tokens=None)
    entity = reading.referents.get(mention.place) or resolve_description(
        text, reading.cast, reading.focus, mention, reading.language
    )
    return Answer(entity, "pronoun")


def document_quoted(work: Progress, placed: PlacedQuote) -> int | None:
    """The noun for the document that the quote before, in the same paragraph, is out of."""
    before = work.known_before(placed.number)
    last = before[-1].source if before and before[-1].paragraph == placed.paragraph else None
    is_document = last is not None and last.kind == "nominal" and is_issued(work, last.noun)
    return last.noun if last is not None and is_document else None


def is_after_body(work: Progress, placed: PlacedQuote) -> bool:
    """Whether who spoke last can be "it", as no person and no several can."""
    last = next((work.speaker(one.number) for one in reversed(work.known_before(placed.number))), None)
    return last is not None and not (last.is_person or last.plural)


def document_before(work: Progress, pronoun: int, *, is_told: bool) -> int | None:
    """The noun for a document that is the last subject before "it", in a report only where *is_told*."""
    text = work.text
    for index in range(pronoun - 1, max(-1, pronoun - DOCUMENT_TOKENS), -1):
        if text.sentences[pronoun] - text.sentences[index] > 1:
            return None
        is_subject = text.deps[index] in SUBJECTS and (is_told or index not in work.reading.reported)
        if is_subject and text.quoted[index] == text.quoted[pronoun]:
            return index if is_issued(work, index) and text.tags[index] == "NN" else None
    return None


def author_above(work: Progress, placed: PlacedQuote, first: int) -> Entity | None:
    """Whose letter or message the paragraph right above a token tells of ("She opened Lund's note")."""
    text = work.text
    last = text.previous_word(first)
    for noun in range(last, max(-1, last - DOCUMENT_TOKENS), -1):
        if text.paragraphs[last] != text.paragraphs[noun]:
            return None
        if text.quoted[noun] or not is_issued(work, noun) or text.deps[noun] not in WRITTEN:
            continue
        mention = read_nominal(text, noun, work.reading.language, any_noun=True)
        end = min(noun + ISSUED_TOKENS, last + 1)
        tokens = range(mention.first if mention is not None else noun, end)
        source = Source("nominal", tokens, noun=noun, description=tokens)
        answer = by_owner(work, source, placed, anybody=True) or by_author(work, source, placed)
        return answer.entity if answer is not None else None
    return None


def by_owner(work: Progress, source: Source, placed: PlacedQuote, *, anybody: bool = False) -> Answer | None:
    """Whom "his" or "her", or a body that is only described, means in front of a document.

    Of *anybody*, a person who is only described owns it too ("his father's letter").
    """
    text, reading, language = work.text, work.reading, work.reading.language
    for index in range(source.tokens.start, source.noun):
        if text.heads[index] != source.noun or text.deps[index] != "poss":
            continue
        if text.tags[index] == "PRP$":
            return by_possessive(work, index, placed)
        owner = read_nominal(text, index, language)
        owners = BODIES | {"PERSON"} if anybody or is_manner(work, source.noun) else BODIES
        if owner is not None and owner.label in owners and not reading.names_in(range(index, index + 1)):
            return by_described_owner(work, owner, placed)
    return None


def by_possessive(work: Progress, index: int, placed: PlacedQuote) -> Answer | None:
    """The person whom a possessive pronoun means."""
    text, reading = work.text, work.reading
    if text.lower[index] not in reading.language.pronouns:
        return None
    mention = pronoun_at(text, index, reading.language)
    if mention.number != "s" or mention.gender not in {"m", "f"}:
        return None
    ranked = rank_antecedents(text, reading.focus, mention, situation_of(work, placed))
    return Answer(ranked[0][1], "nominal") if ranked else None


def by_described_owner(work: Progress, owner: Mention, placed: PlacedQuote) -> Answer:
    """Whoever the description of an owner means."""
    reading = work.reading
    entity = reading.referents.get(owner.place) or resolve_description(
        work.text, reading.cast, reading.focus, owner, reading.language
    )
    if not entity.names and not work.is_dialogue:
        situation = situation_of(work, placed)
        entity = evident_person(work.text, reading.focus, owner, situation, reading.language) or entity
    if entity.names:
        return Answer(entity, "nominal")
    return Answer(entity, "unnamed", tokens=range(owner.first, owner.last))


def by_author(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """Whoever is named as a document's owner or maker, or means it by a pronoun ("an account she gave")."""
    author = author_of(work, source)
    if author is not None:
        return Answer(author, "nominal")
    pronouns = (writing_pronoun(work.text, noun, source) for noun in documents_in(work, source))
    pronoun = next((at for at in pronouns if at is not None), None)
    if pronoun is not None:
        return by_possessive(work, pronoun, placed)
    maker = next(described_makers(work, source), None)
    return by_described_maker(work, maker, placed) if maker is not None else None


def by_described_maker(work: Progress, maker: Mention, placed: PlacedQuote) -> Answer:
    """Whoever the description of a maker means, or whose name is right behind it ("the firm Lund Steel")."""
    behind, names = work.text.next_word(maker.head), work.reading.names_in(range(maker.head, maker.last))
    name = next((one for one in names if one.first == behind), None)
    if name is not None:
        return Answer(work.reading.bearer_of(name), "nominal")
    return by_described_owner(work, maker, placed)


def described_makers(work: Progress, source: Source) -> Iterator[Mention]:
    """The bodies that a document is said to be by or from, none by name ("a report by the ministry").

    Somebody behind a "by" made it as well ("a letter written by her lawyers").
    """
    text, reading = work.text, work.reading
    for noun in documents_in(work, source):
        for index in range(noun + 1, source.tokens.stop):
            if text.deps[index] != "pobj" or not makes(work, text.heads[index], noun):
                continue
            maker = read_nominal(text, index, reading.language)
            is_place = text.lower[text.heads[index]] in reading.language.function_words.place
            labels = GROUPS if is_place or text.tags[index] not in NOUNS else GROUPS | {"PERSON"}
            if maker is not None and maker.label in labels and not reading.names_in(range(index, index + 1)):
                yield evolve(maker, last=end_of_maker(work, maker, source))


def end_of_maker(work: Progress, maker: Mention, source: Source) -> int:
    """Where the description of a maker ends: at a pause, or at what hangs on none of its words.

    That goes on with the document ("a letter from the bank to its customers", "… and sent to others").
    """
    text = work.text
    for at in range(maker.head + 1, source.tokens.stop):
        is_link = text.deps[at] in {"cc", "prep"}
        if text.words[at] in BREAKS or (is_link and not maker.head <= text.heads[at] < at):
            return at
    return source.tokens.stop
