"""Words in marks that somebody is, or goes, like: "She was like, “No way”"; "He goes, “Sit down.”"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from quotekit.finders.finding import Finding
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import Site, sites
from quotekit.finders.rules.sources import source_of
from quotekit.language import language_of
from quotekit.parse.grammar import function_words_for, is_verbal, labels_for, ranges, runs_of_tokens
from quotekit.parse.lemmas import lemma
from quotekit.text.punctuation import BEFORE_CLOSER
from quotekit.text.ranges import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["likened_words"]

FEWEST: Final = 2
"""Words that are more than a name."""


def likened_words(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each utterance in marks right behind a verb that likens somebody to it."""
    for site in sites(parsed):
        cue = likening_before(parsed, site)
        source = source_of(cue[0], site.before) if cue else ()
        named = ranges(parsed.doc, source)
        if not named or is_pointing(parsed, source[0][0]) or is_quoted_source(parsed, named[0], site):
            continue
        person = len(cue) > 1 and is_person(parsed.doc[slice(*source[0])].root)
        if is_uttered(site) or is_chatted(parsed, site, person=person):
            yield Finding(
                content=((site.mark.start, site.mark.end),),
                cue=ranges(parsed.doc, runs_of_tokens(word.i for word in cue)),
                source=named,
            )


def is_uttered(site: Site) -> bool:
    """Whether the words in the marks begin and end as a sentence does."""
    letters = next((sign for sign in site.mark.text if sign.isalpha()), "")
    return letters.isupper() and site.tail in BEFORE_CLOSER


def is_quoted_source(parsed: ParsedPage, source: Range, site: Site) -> bool:
    """Whether quotation marks before those of *site* hold a part of *source*, which is no name then."""
    return any(mark.end <= site.mark.start for mark in parsed.page.marks_around(*source))


def is_chatted(parsed: ParsedPage, site: Site, *, person: bool) -> bool:
    """Whether the words in the marks are no mere name, though they begin small or end without a stop.

    There are several, a verb or a pronoun among them, or else a *person* is like them and no article opens
    them, as in what people write as they talk ("he was like ‘not us’", "Mum was all “shoes off”").
    """
    words = [
        word for word in parsed.doc[slice(*parsed.words(site.mark.start, site.mark.end))] if is_worded(word)
    ]
    if len(words) < FEWEST:
        return False
    clause = any(is_verbal(word) or word.pos_ == "PRON" for word in words)
    return clause or (words[0].pos_ != "DET" and person)


def is_person(word: Token) -> bool:
    """Whether *word* names or describes a person."""
    known = language_of(word.lang_)
    described = lemma(word) in known.roles.keys() | known.plain_persons | known.relatives.keys()
    return word.pos_ in {"PRON", "PROPN"} or described


def is_worded(word: Token) -> bool:
    """Whether *word* has a letter."""
    return any(map(str.isalpha, word.text))


def likening_before(parsed: ParsedPage, site: Site) -> list[Token]:
    """The verb right before the marks and, behind "be", the word that likens; none where none does."""
    doc, (first, last) = parsed.doc, site.before
    if first < last and doc[last - 1].text in {",", ":"}:
        last -= 1
    if last - first < 2:
        return []
    word, words = doc[last - 1], function_words_for(doc[last - 1])
    if word.tag_ in labels_for(word).participle_tags:
        return []
    if lemma(word) in words.wording and is_verbal(word):
        return [word]
    before = doc[last - 2]
    if word.lower_ in words.likening and lemma(before) in words.equating | words.wording:
        return [before, word]
    return []


def is_pointing(parsed: ParsedPage, index: int) -> bool:
    """Whether the word at *index* stands for a thing ("it was like “a bomb,”")."""
    words = function_words_for(parsed.tokens[index])
    return parsed.tokens[index].lower_ in words.impersonal | words.pointing
