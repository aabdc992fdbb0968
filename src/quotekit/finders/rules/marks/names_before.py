"""Names that stand before their words by place alone: "Ode: “No.”"; "For Ode, “it leaks”"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from quotekit.finders.finding import Finding
from quotekit.finders.rules.insertions.circumstances import behind_time, clause_opening, opens_circumstance
from quotekit.finders.rules.insertions.incise_places import group_start, is_article_or_like
from quotekit.finders.rules.marks.likenings import is_person, is_uttered
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import Site, sentence_before, sentence_behind, sites
from quotekit.language import ReportingVerb, language_of
from quotekit.parse.grammar import (
    Words,
    child,
    function_words_for,
    is_finite_form,
    is_verbal,
    labels_for,
    ranges,
    runs_of_tokens,
    subject,
)
from quotekit.text.punctuation import BEFORE_CLOSER, STOP_TOKENS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["reports_behind_names"]

CALLING: Final = 14
"""Tokens of what commas or brackets add to a name, with these, at most; chosen by hand."""

BEFORE_MARKS: Final = 6
"""Tokens from a verb to the marks behind it, at most: “d’une”, “la réforme de”; a guess."""

FEWEST_WORDS: Final = 3
"""Words of a quotation that stands for a clause; titles have fewer; a guess."""

DESCRIPTION: Final = 3
"""Words among which the noun of a description stands: “the former mayor”; a guess."""

TIMES: Final = frozenset({"DATE", "TIME", "EVENT", "MISC"})
"""Labels of named entities that are no person: “For Christmas, “…””; French pipelines have the last alone."""

DESCRIBING: Final = frozenset({"DET", "NOUN", "ADJ", "ADP", "PROPN"})
"""Parts of speech of what tells who somebody is, before the name."""

PERSONS: Final = frozenset({"PERSON", "PER"})
"""Labels of named entities that are persons, as pipelines call them."""

CLOSING: Final = {",": ",", ")": "("}
"""What closes an addition to a name, with what opens it."""


def reports_behind_names(parsed: ParsedPage) -> Iterator[Finding]:
    """Findings of utterances behind a name alone and behind "for", and of verbs that the parse lost."""
    yield from labelled_marks(parsed)
    yield from marks_of_fronted(parsed)
    yield from reports_by_form(parsed)


def labelled_marks(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each utterance in marks behind nothing but the full name of a person and a colon."""
    for site in sites(parsed):
        first, last = site.before
        if first == last or parsed.tokens[last - 1].text != ":" or not is_uttered(site):
            continue
        name = name_before(parsed, last - 1)
        if name is not None and name[0] == first and names_one_person(parsed, name):
            yield report_of_marks(parsed, site, (last - 1, last), (first, last - 1))


def marks_of_fronted(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each sentence in marks behind "for", a person and a comma, which are all of it."""
    for site in sites(parsed):
        first, last = site.before
        if (
            last - first < FEWEST_WORDS
            or parsed.tokens[last - 1].text != ","
            or not is_statement(parsed, site)
        ):
            continue
        opening, *named = parsed.tokens[first : last - 1]
        if opening.lower_ not in function_words_for(opening).quoting or not is_all_one_person(parsed, site):
            continue
        owners = labels_for(opening).possessors
        some = any(is_person(word) and word.dep_ not in owners for word in named[:DESCRIPTION])
        if some and not any(word.ent_type_ in TIMES for word in named):
            yield report_of_marks(parsed, site, (first, first + 1), (first + 1, last - 1))


def reports_by_form(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each form of a verb of reporting that the parse lost, with a name right before it.

    For languages whose parsers take many such forms for nouns and adjectives: those whose verbs stand before
    their subjects in what they report.
    """
    if not any("inverted" in verb.frames for verb in parsed.verbs.values()):
        return
    for token in parsed.tokens:
        verb = verb_by_form(parsed, token)
        start = group_start(token) if verb is not None else 0
        name = name_before(parsed, start) if start else None
        content = content_of_form(parsed, token, verb) if verb is not None and name is not None else None
        if content is not None and name is not None:
            cue = runs_of_tokens(range(cue_start(token, start), token.i + 1))
            source = with_description(parsed, name)
            yield Finding((content,), ranges(parsed.doc, cue), ranges(parsed.doc, (source,)))


def report_of_marks(parsed: ParsedPage, site: Site, cue: Words, source: Words) -> Finding:
    """What the marks at *site* hold, by *cue*, of *source*."""
    content = ((site.mark.start, site.mark.end),)
    return Finding(content, ranges(parsed.doc, (cue,)), ranges(parsed.doc, (source,)))


def is_statement(parsed: ParsedPage, site: Site) -> bool:
    """Whether the marks end their sentence and hold a clause, which titles and terms do not."""
    words = parsed.tokens[slice(*parsed.words(site.mark.start, site.mark.end))]
    ends = site.after[0] == site.after[1] or site.tail in BEFORE_CLOSER - {","}
    return ends and len(words) > FEWEST_WORDS and any(map(is_finite_form, words))


def is_all_one_person(parsed: ParsedPage, site: Site) -> bool:
    """Whether what stands before the marks and the comma tells of no act, and of no more than one person.

    What a preposition opens behind a comma is no part of a name ("For Ode, on the other hand, …").
    """
    named = parsed.tokens[site.before[0] + 1 : site.before[1]]
    links = any(word.pos_ == "ADP" and word.nbor(-1).text == "," for word in named)
    return not links and not any(map(is_verbal, named))


def verb_by_form(parsed: ParsedPage, word: Token) -> ReportingVerb | None:
    """The verb of reporting that *word* is a form of by the table, if the parse sees no report in it."""
    seen = parsed.verb(word)
    if word.is_title or (seen is not None and subject(word) is not None and not is_parted(word)):
        return None
    verb = seen or parsed.verbs.get(language_of(parsed.lang).lemmas.get(word.lower_, ""))
    return verb if verb is not None and verb.says else None


def is_parted(verb: Token) -> bool:
    """Whether when, where or to whom something was said parts *verb* from it, so that the parse loses it."""
    behind = verb.i + 1 < len(verb.doc) and opens_circumstance(verb.nbor())
    return behind and child(verb, labels_for(verb).clausal_complements) is None


def content_of_form(parsed: ParsedPage, word: Token, verb: ReportingVerb) -> tuple[int, int] | None:
    """What a verb reports: the clause behind it that a word opens, or the marks near behind it."""
    doc, high = parsed.doc, parsed.words_around(word)[1]
    mark = next(iter(parsed.page.marks_from(word.idx, doc[min(word.i + CALLING, high - 1)].idx + 1)), None)
    limit = high if mark is None else parsed.words(mark.start, mark.end)[0]
    opening = clause_opening(parsed, word, limit) if "that" in verb.frames else None
    if opening is not None:
        end = sentence_behind(parsed, (opening, high))[1]
        return doc[opening].idx, doc[end - 1].idx + len(doc[end - 1])
    return (mark.start, mark.end) if mark is not None and reaches(parsed, word.i + 1, limit) else None


def reaches(parsed: ParsedPage, first: int, last: int) -> bool:
    """Whether nothing but a colon or words of a noun phrase stand between a verb and the marks behind it."""
    between = parsed.tokens[first:last]
    if between and between[-1].text == ":":
        return not any(is_finite_form(word) or word.is_punct for word in between[:-1])
    small = last + 1 < len(parsed.tokens) and parsed.tokens[last + 1].text[:1].islower()
    near = last - first <= BEFORE_MARKS and small
    return near and not any(is_finite_form(word) or word.is_punct for word in between)


def cue_start(verb: Token, start: int) -> int:
    """The first token of the group from *start* on that is the verb's own: its auxiliary, its reflexive."""
    kinds = language_of(verb.lang_).clitics
    return next(index for index in range(start, verb.i + 1) if kinds.get(verb.doc[index].lower_) != "object")


def name_before(parsed: ParsedPage, end: int) -> Words | None:
    """The name that ends before the token *end*, with what commas or brackets add to it."""
    low = sentence_before(parsed, (parsed.words_around(parsed.tokens[end - 1])[0], end))[0]
    last = before_calling(parsed, low, end)
    first = last
    while first > low and is_part_of_name(parsed, first, last):
        first -= 1
    opens = first < last and parsed.tokens[first].lower_ in language_of(parsed.lang).capitalised_words
    first += opens
    named = first < last and parsed.tokens[first].text[:1].isupper()
    return (first, end - (end > last and parsed.tokens[end - 1].text == ",")) if named else None


def with_description(parsed: ParsedPage, name: Words) -> Words:
    """A name with the article and the nouns before it ("the bank chief Ode"); no preposition opens it."""
    low, end = parsed.words_around(parsed.tokens[name[0]])[0], name[0]
    first = end
    while first > max(low, end - CALLING) and may_describe(parsed.tokens[first - 1]):
        first -= 1
    if first < end and parsed.tokens[first].pos_ != "ADP":
        return first, name[1]
    article = end - (end > low and is_article_or_like(parsed.tokens[end - 1]))
    return article, name[1]


def may_describe(word: Token) -> bool:
    """Whether *word* may be one of those before a name that tell who it is; none that tells when is."""
    return behind_time(word.doc, word.i) == word.i and (word.pos_ in DESCRIBING or is_article_or_like(word))


def is_part_of_name(parsed: ParsedPage, index: int, last: int) -> bool:
    """Whether the word before *index* is capitalised, or joins two such words of the name up to *last*."""
    word = parsed.tokens[index - 1]
    joins = (word.text == "-" and not word.whitespace_) or word.lower_ in language_of(
        parsed.lang
    ).name_particles
    return word.text[:1].isupper() or (joins and index < last and index > 1)


def before_calling(parsed: ParsedPage, low: int, end: int) -> int:
    """The token behind the name to which commas or brackets that end at *end* add something."""
    opening = CLOSING.get(parsed.tokens[end - 1].text)
    if opening is None:
        return end
    for index in range(end - 2, max(low, end - CALLING) - 1, -1):
        word = parsed.tokens[index]
        if word.text == opening:
            return index
        if is_finite_form(word) or word.text in STOP_TOKENS:
            break
    return end


def names_one_person(parsed: ParsedPage, name: Words) -> bool:
    """Whether the parse or a table knows a name for that of a person; a verb and capitals show a title."""
    language = language_of(parsed.lang)
    words = [word for word in parsed.tokens[slice(*name)] if word.text[:1].isupper()]
    if any(map(is_finite_form, words)) or all(word.is_upper for word in words):
        return False
    known = language.first_names.keys() | language.family_names
    return any(word.lower_ in known or word.ent_type_ in PERSONS for word in words)
