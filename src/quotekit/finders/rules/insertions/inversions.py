"""Verbs of reporting whose subject stands behind them in what they report: "…, a ajouté Léa Roux, …"."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING

from quotekit.finders.finding import Finding
from quotekit.finders.rules.insertions.additions import (
    AROUND_NOUN,
    apposed,
    behind_additions,
    is_noun_or_capitalised,
)
from quotekit.finders.rules.insertions.circumstances import behind_circumstances, behind_time
from quotekit.finders.rules.insertions.incise_places import (
    gives_order,
    goes_on,
    group_start,
    is_article_or_like,
    is_participle_alone,
    mark_before,
    stands_for_verb,
    tells_of_marks,
)
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import sentence_before, sentence_behind
from quotekit.language import language_of
from quotekit.parse.grammar import (
    Words,
    child,
    is_finite_form,
    labels_for,
    ranges,
    runs_of_tokens,
)
from quotekit.text.punctuation import LEADS, MARKS, PAUSES, STOP_TOKENS
from quotekit.text.ranges import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["breaks_in", "inverted_reports", "words_of_verb"]

PAIR = 2
"""A conjunction and the preposition behind it."""
MODIFYING = frozenset({"DET", "ADJ", "NUM"})
PLACED = frozenset({"ADJ", "VERB", "NUM", "PRON", "X"})
"""What parsers take nouns for, right behind an article."""
REACH = 60
"""Tokens of a sentence on each side of its cue that are looked at."""
TIED = 2
"""Tokens behind a verb of which one may be the pronoun that a hyphen ties to it ("a", "-t", "-il")."""


def inverted_reports(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each verb of reporting that stands with its subject behind it, set off by a pause.

    For verbs whose construction ``inverted`` the lexicon lists, in languages where no other clause has
    this order, it shows a report whatever the parse makes of it; for others where the verb breaks in, or
    right behind marks, in such a language.
    """
    known = language_of(parsed.lang).lemmas
    inverts = any("inverted" in verb.frames for verb in parsed.verbs.values())
    for token in parsed.tokens:
        verb = parsed.verb(token) or parsed.verbs.get(known.get(token.lower_, ""))
        breaks = breaks_in(token) and not is_in_announced_marks(parsed, token)
        listed = verb is not None and ("inverted" in verb.frames or breaks)
        if not listed and not (inverts and stands_for_verb(parsed, token)):
            continue
        first = group_start(token)
        source = None if is_participle_alone(token) else subject_behind(token, first)
        if source is None or (tells_of_marks(parsed, token) if listed else goes_on(parsed.doc, source[1])):
            continue
        if gives_order(parsed, token) or goes_on_from_subject(parsed, token, first, source):
            continue
        cue = ranges(parsed.doc, runs_of_tokens(words_of_verb(parsed, first, token)))
        first = start_of_incise(parsed, first)
        if first == 0 or parsed.tokens[first - 1].text in STOP_TOKENS | PAUSES | MARKS:
            last = max(source[1], token.i + 1)
            yield report_around_incise(parsed, (first, last), cue, without_hyphen(parsed, source))


def start_of_incise(parsed: ParsedPage, first: int) -> int:
    """Where the clause of a verb at *first* begins: at a conjunction before it ("comme le dit Ode")."""
    words = language_of(parsed.lang).function_words.reporting_conjunction
    return first - 1 if first and parsed.tokens[first - 1].lower_ in words else first


def goes_on_from_subject(parsed: ParsedPage, verb: Token, first: int, source: Words) -> bool:
    """Whether the comma before *first* closes what is added to the subject of *verb* ("Ode, 40, said").

    Where when or where it was said stands before *source*, so it does if no clause stands before it. A pause
    behind *source* shows an insertion all the same ("The wall, the long one, said Bakker, …").
    """
    doc, own = verb.doc, child(verb, labels_for(verb).active_subjects)
    if doc[first - 1].text != "," or doc[min(source[1], len(doc) - 1)].text in PAUSES:
        return False
    start = sentence_before(parsed, (parsed.words_around(verb)[0], first - 1))[0]
    if own is not None and start <= own.i < first and count_pauses(doc[own.i : first - 1]) == 1:
        return True
    opened = count_pauses(doc[start : first - 1]) > 0
    marked = parsed.page.outermost_around(doc[first].idx) or mark_before(parsed, doc[first].idx)
    parted = source[0] > verb.i + 1 and marked is None
    return opened and parted and not any(map(is_finite_form, doc[start:first]))


def count_pauses(words: Iterable[Token]) -> int:
    """How many of *words* are pauses."""
    return sum(word.text in PAUSES for word in words)


def breaks_in(verb: Token) -> bool:
    """Whether a comma cuts *verb* off from what the parse takes for its subject ("The wall, said Bakker, …").

    So it does where the comma closes nothing that another one opened.
    """
    subject, doc = child(verb, labels_for(verb).active_subjects), verb.doc
    if subject is None or verb.i < 2 or doc[verb.i - 1].text != "," or subject.i > verb.i:
        return False
    opened = any(word.text in PAUSES for word in doc[subject.left_edge.i : verb.i - 1])
    return not opened and subject_behind(verb, verb.i) is not None


def is_in_announced_marks(parsed: ParsedPage, word: Token) -> bool:
    """Whether a cue and a pause stand before the marks around *word* (Ode said, “If we stop, | point …”)."""
    mark = parsed.page.outermost_around(word.idx)
    first = parsed.words(mark.start, mark.end)[0] if mark is not None else 0
    return (
        first > 1
        and parsed.tokens[first - 1].text in LEADS
        and parsed.verb(parsed.tokens[first - 2]) is not None
    )


def report_around_incise(
    parsed: ParsedPage, incise: Words, cue: tuple[Range, ...], source: tuple[Range, ...]
) -> Finding:
    """The attribution of what stands around an incise; inside quotation marks, of all that is in them."""
    doc, start = parsed.doc, parsed.tokens[incise[0]].idx
    mark = parsed.page.outermost_around(start)
    if mark is None:
        whole = quotation_before(parsed, incise[0]) or clause_behind_pronoun(parsed, incise)
        return Finding((whole,) if whole else tuple(words_around_incise(parsed, *incise)), cue, source)
    limit = parsed.words(mark.start, mark.end)[1]
    behind = first_end(parsed, behind_additions(doc, incise, limit), limit, PAUSES | STOP_TOKENS)
    pieces = (
        ((mark.start, start), (doc[behind].idx, mark.end)) if behind < len(doc) else ((mark.start, start),)
    )
    return Finding(pieces, cue, source, fixed="direct")


def clause_behind_pronoun(parsed: ParsedPage, incise: Words) -> Range | None:
    """The clause that opens right behind a pronoun and its verb (“Aussi, a-t-il dit | que …”)."""
    doc, end = parsed.doc, incise[1]
    openers = language_of(parsed.lang).clause_openers
    if end >= len(doc) or openers.get(doc[end].lower_) != "that" or is_noun_or_capitalised(doc[end - 1]):
        return None
    if mark_before(parsed, doc[incise[0]].idx) is not None:
        return None
    return ranges(doc, (sentence_behind(parsed, (end, parsed.words_around(doc[end])[1])),))[0]


def quotation_before(parsed: ParsedPage, first: int) -> Range | None:
    """The quotation that a pause before the token *first* follows, if its own sentences end in it."""
    doc, mark = parsed.doc, mark_before(parsed, parsed.tokens[first].idx)
    if mark is None:
        return None
    inner = parsed.words(mark.start + 1, mark.end - 1)
    ended = any(doc[index].text in STOP_TOKENS for index in range(*inner))
    return (mark.start, mark.end) if ended and first_end(parsed, first, len(doc), MARKS) == len(doc) else None


def words_of_verb(parsed: ParsedPage, first: int, verb: Token) -> list[int]:
    """The indices of *verb* and of those words of its group, from the token *first* on, that belong to it."""
    return [index for index in range(first, verb.i + 1) if is_of_verb(parsed.tokens[index])]


def is_of_verb(word: Token) -> bool:
    """Whether a word of a verb's group belongs to the verb itself."""
    return word.lower_[0] != "-" and language_of(word.lang_).clitics.get(word.lower_, "") in {
        "",
        "reflexive",
    }


def subject_behind(verb: Token, first: int) -> Words | None:
    """The subject behind the verb or, a pronoun that a hyphen ties to it, inside its group."""
    doc, pronouns = verb.doc, language_of(verb.lang_).pronouns
    for index in range(first, min(verb.i + 1 + TIED, len(doc))):
        if doc[index].lower_.startswith("-") and doc[index].lower_ in pronouns:
            return index, index + 1
        if doc[index - 1 : index].text == "-" and doc[index].lower_ in pronouns:
            return index, index + 1
    return noun_phrase(behind_circumstances(doc, behind_time_set_off(doc, verb.i + 1)), verb)


def behind_time_set_off(doc: Doc, first: int) -> int:
    """The token behind a time between two commas from *first* on ("a dit|, mardi, | Ana Roy"), or *first*."""
    if first >= len(doc) or doc[first].text != ",":
        return first
    end = behind_time(doc, first + 1)
    return end + 1 if first + 1 < end < len(doc) and doc[end].text == "," else first


def noun_phrase(first: int, verb: Token) -> Words | None:
    """The noun phrase from the token *first* on: determiners, adjectives, nouns, and what "of" adds."""
    doc, links = verb.doc, language_of(verb.lang_).name_particles
    last, named = first, False
    if first < len(doc) and doc[first].lower_ in links and doc[first].pos_ == "ADP":
        return None
    while last < len(doc) and doc[last].text not in AROUND_NOUN:
        token = doc[last]
        if named and (starts_anew(token, links) or behind_time(doc, last) > last):
            break
        opens = (
            token.pos_ in MODIFYING
            or token.lower_ in links
            or (last == first and is_article_or_like(token))
            or joins_links(doc[first : last + 2], links)
        )
        noun = is_noun_or_capitalised(token) or stands_for_noun(doc, first, last)
        if not opens and not noun:
            break
        named = named or noun
        last += 1
    while last > first and (doc[last - 1].lower_ in links or doc[last - 1].pos_ in {"DET", "CCONJ"}):
        last -= 1
    return (first, apposed(verb.doc, first, last)) if named else None


def stands_for_noun(doc: Doc, first: int, index: int) -> bool:
    """Whether a small word is a noun by its place: right behind the article that opens the phrase at *first*.

    Parsers take many a noun for another word there ("confie | un autre", "a dit | le leader"). Behind "of" a
    pronoun ends the phrase ("l'un | d'eux").
    """
    word, before = doc[index], doc[index - 1]
    language = language_of(word.lang_)
    if before.lower_ in language.name_particles and word.lower_ in language.pronouns:
        return index > first + 1
    opened = index == first + 1 and is_article_or_like(doc[first])
    return opened and word.is_lower and word.is_alpha and word.pos_ in PLACED


def joins_links(words: Span, links: Container[str]) -> bool:
    """Whether the last two of *words* add a further "of" to a noun that has one ("d'eau | et de gaz")."""
    before, last = words[:-PAIR], words[-PAIR:]
    if len(last) < PAIR or last[0].pos_ != "CCONJ":
        return False
    linked = last[1].pos_ == "ADP" and last[1].lower_ in links
    return linked and any(word.lower_ in links for word in before)


def starts_anew(word: Token, links: Container[str]) -> bool:
    """Whether a word has its capital for the sentence it begins, and no "of" before it ties it to a noun.

    Nor does one that stands inside a name or ends it ("Ana Le Goff", "Awa Si").
    """
    before = word.nbor(-1)
    behind = word.nbor() if word.i + 1 < len(word.doc) else word
    inside = (behind.is_title or behind.is_punct) and before.is_title and before.whitespace_ == " "
    tied = inside or before.pos_ == "DET" or before.lower_ in links
    return not tied and word.text[:1].isupper() and word.lower_ in language_of(word.lang_).capitalised_words


def words_around_incise(parsed: ParsedPage, first: int, last: int) -> Iterator[Range]:
    """What of the sentence stands before the insertion, and behind it up to the sentence's end."""
    doc = parsed.doc
    low, high = parsed.words_around(doc[first])
    start = first if opens_sentence_as_incise(doc, low, first) else first - 1
    while low < start < first and doc[start - 1].text not in STOP_TOKENS and first - start < REACH:
        start -= 1
    yield from ranges(doc, ((start, first),))
    end = first_end(parsed, behind_additions(doc, (first, last), high), high, AROUND_NOUN)
    if end + 1 >= high or doc[end].text not in PAUSES:
        return
    if doc[end + 1].text in MARKS:
        yield from ranges(doc, ((end + 1, end + 2),))
    elif doc[first - 1].text not in MARKS and doc[first - 2].text not in MARKS:
        yield from ranges(doc, ((end + 1, first_end(parsed, end + 1, high, STOP_TOKENS)),))


def opens_sentence_as_incise(doc: Doc, low: int, first: int) -> bool:
    """Whether an insertion that a conjunction opens at *first* opens its sentence too."""
    joined = doc[first].lower_ in language_of(doc.lang_).function_words.reporting_conjunction
    return joined and (first <= low or doc[first - 1].text in STOP_TOKENS or doc[first - 1].is_space)


def first_end(parsed: ParsedPage, first: int, limit: int, ends: frozenset[str]) -> int:
    """The first token from *first* on that is one of *ends*, as far as *limit* and the reach go."""
    limit = min(limit, first + REACH)
    return next((index for index in range(first, limit) if parsed.tokens[index].text in ends), limit)


def without_hyphen(parsed: ParsedPage, source: Words) -> tuple[Range, ...]:
    """Where the subject stands, without the hyphen before a pronoun."""
    found = ranges(parsed.doc, (source,))
    return tuple((start + (parsed.text[start] == "-"), end) for start, end in found)
