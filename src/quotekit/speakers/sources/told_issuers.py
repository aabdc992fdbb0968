"""Who issued a document, where the text tells before it quotes that: "Lund filed a complaint"."""

from __future__ import annotations

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.mentions.nominal_mentions import read_nominal
from quotekit.speakers.sources.authorship import AUTHORS, MAKERS, is_issued, is_one_of_several, issues
from quotekit.speakers.sources.issuers import ISSUED_TOKENS
from quotekit.speakers.sources.progress import PlacedQuote, Progress

__all__ = ["hear_document", "hear_issuer"]


def hear_document(work: Progress, placed: PlacedQuote) -> None:
    """Take in whose a document is in which somebody says something ("In a note, Lund wrote that …")."""
    text, entity = work.text, work.speaker(placed.number)
    if entity is None or not placed.source_tokens:
        return
    here = placed.source_tokens.start
    for index in range(max(0, here - ISSUED_TOKENS), min(here + ISSUED_TOKENS, len(text))):
        if text.deps[index] != "pobj" or text.sentences[index] != text.sentences[here]:
            continue
        if index in placed.tokens or text.quoted[index] or not is_issued(work, index):
            continue
        mention = read_nominal(text, index, work.reading.language, any_noun=True)
        if mention is not None and is_writers(work, placed, mention, entity):
            work.take_issuer(mention.noun, entity)


def is_writers(work: Progress, placed: PlacedQuote, document: Mention, entity: Entity) -> bool:
    """Whether the document in which somebody says something is theirs ("a note", "her note")."""
    if document.determiner == "indefinite":
        return True
    if document.head in placed.source_tokens or not entity.names:
        return False
    is_own = document.determiner == "possessive" and entity.label in AUTHORS
    return is_own or (entity.is_person and document.noun not in work.issuers)


def hear_issuer(work: Progress, mention: Mention) -> None:
    """Take in whose a document is that a name stands before ("Lund's report"), or that a body made."""
    text = work.text
    if mention.kind != "name":
        return
    noun = text.heads[mention.head]
    if noun >= mention.last and is_issued(work, noun) and issues(work, mention, noun):
        work.take_issuer(text.lemmas[noun], work.reading.bearer_of(mention))
    elif (made := document_made(work, mention)) is not None:
        work.take_issuer(text.lemmas[made], work.reading.bearer_of(mention))


def document_made(work: Progress, name: Mention) -> int | None:
    """The noun for the document that somebody is said to have made ("The Post conducted a poll").

    What a person issues is theirs where the text has not told of it before ("Lund filed a complaint").
    """
    text, verb = work.text, work.text.heads[name.head]
    bearer = work.reading.bearer_of(name)
    label = "PERSON" if bearer.may_be_person and bearer.label not in AUTHORS else bearer.label
    if label == "PERSON" and is_one_of_several(work, name):
        return None
    if text.deps[name.head] == "pobj" and text.deps[verb] == "agent" and label in AUTHORS:
        return document_told_of(work, text.heads[verb])
    if text.deps[name.head] != "nsubj" or label not in MAKERS | {"PERSON"}:
        return None
    if text.lemmas[verb] not in work.reading.language.function_words.issuing:
        return None
    behind = range(verb + 1, min(verb + ISSUED_TOKENS, len(text)))
    nouns = (at for at in behind if text.heads[at] == verb and text.deps[at] == "dobj")
    return next(
        (at for at in nouns if is_issued(work, at) and (label in MAKERS or is_new_document(work, at))), None
    )


def document_told_of(work: Progress, verb: int) -> int | None:
    """The noun for the document that is the subject of a passive by which somebody issues it, if it is."""
    text = work.text
    if text.lemmas[verb] not in work.reading.language.function_words.issuing:
        return None
    nouns = (at for at in range(max(0, verb - ISSUED_TOKENS), verb) if text.heads[at] == verb)
    return next((at for at in nouns if text.deps[at] == "nsubjpass" and is_issued(work, at)), None)


def is_new_document(work: Progress, noun: int) -> bool:
    """Whether a description introduces what it is of ("a complaint"), and tells of nobody else who made it.

    Others made "a report by the bank" and "a letter that the bank had sent".
    """
    text, words = work.text, work.reading.language.function_words
    mention = read_nominal(text, noun, work.reading.language, any_noun=True)
    behind = range(noun + 1, min(noun + ISSUED_TOKENS, len(text)))
    told = [at for at in behind if text.heads[at] == noun]
    by = any(text.lower[at] in words.authorship - words.belonging for at in told)
    sent = any(text.deps[at] == "relcl" and text.lemmas[at] in words.issuing for at in told)
    return mention is not None and mention.determiner == "indefinite" and not (by or sent)
