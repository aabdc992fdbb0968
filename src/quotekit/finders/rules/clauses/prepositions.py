"""Prepositions and phrases that give a sentence to a source: "according to Ode", "in Ode's words"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from quotekit.finders.finding import Finding
from quotekit.finders.rules.clauses.hearers import is_plural
from quotekit.finders.rules.frames import words_without
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import sentence_before, sentence_behind
from quotekit.finders.rules.sources import without_pauses
from quotekit.language import Language, language_of
from quotekit.parse.grammar import (
    Words,
    child,
    function_words_for,
    heads_clause,
    is_deep,
    is_finite_form,
    is_relative,
    is_verbal,
    labels_for,
    phrase,
    possessor,
    ranges,
    solid,
)
from quotekit.parse.lemmas import lemma
from quotekit.text.punctuation import LEADS, PAUSES, STOP_TOKENS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_in_cue_phrase", "possessive_cues", "possessive_words", "prepositional_cues"]

CALLING: Final = 12
"""Tokens of what says between commas what somebody is, with these, at most; chosen by hand."""

BEFORE_PHRASE: Final = ", \u00a0\n"
"""What may stand between a quotation and the phrase behind it that says whose it is."""


def prepositional_cues(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each phrase such as "according to", whose object is the source."""
    for first, last, source in cue_phrases(parsed):
        end = behind_calling(parsed, source, before_clause(parsed, (first, last), phrase(source)[1]))
        whole = (first, end)
        content = tuple(quotation_in_front(parsed, first)) or tuple(
            clause_without(parsed.tokens[first], whole)
        )
        content = content or tuple(rest_of_sentence(parsed, whole[1]))
        if first and parsed.tokens[first - 1].text == ":":
            content = tuple(words for words in content if words[0] > first)
        if content:
            yield Finding(
                content=ranges(parsed.doc, content),
                cue=ranges(parsed.doc, ((first, last),)),
                source=ranges(parsed.doc, (source_phrase(source, (last, whole[1])),)),
            )


def possessive_words(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each phrase for what somebody uttered, such as "in Ode's words"."""
    return reports_of_possessor(parsed, uttered=True)


def possessive_cues(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each phrase for what somebody only thinks, such as "in Ode's eyes"."""
    return reports_of_possessor(parsed, uttered=False)


def reports_of_possessor(parsed: ParsedPage, *, uttered: bool) -> Iterator[Finding]:
    """One finding for each phrase whose possessor is the source: of what is *uttered*, or of other nouns."""
    language = language_of(parsed.lang)
    for noun in parsed.tokens:
        source = possessor(noun) if is_possessed_cue(noun, language) and not is_deep(noun) else None
        if source is None or uttered != names_utterance(noun) or is_asked_of_reader(parsed, source):
            continue
        if uttered and not is_set_off(noun.head):
            continue
        first, last = noun.head.i, before_marks(parsed, noun.i + 1, noun.right_edge.i + 1)
        content = tuple(words_without(clause_around(noun.head), range(first, last), noun.head))
        yield Finding(
            content=ranges(parsed.doc, content),
            cue=ranges(parsed.doc, ((first, first + 1), (noun.i, noun.i + 1))),
            source=ranges(parsed.doc, (source,)),
        )


def is_set_off(word: Token) -> bool:
    """Whether *word* opens its sentence or stands behind a mark, as the phrase of a report does."""
    return word.i == word.sent.start or word.nbor(-1).is_punct


def names_utterance(noun: Token) -> bool:
    """Whether *noun* is one for what somebody uttered."""
    return lemma(noun) in function_words_for(noun).uttered


def is_asked_of_reader(parsed: ParsedPage, source: Words) -> bool:
    """Whether *source* is whoever is spoken to, who is asked for their own words ("say so in your words")."""
    pronoun = language_of(parsed.lang).pronouns.get(parsed.tokens[source[0]].lower_)
    return source[1] - source[0] == 1 and pronoun is not None and pronoun.kind == "second"


def is_possessed_cue(noun: Token, language: Language) -> bool:
    """Whether *noun* and the preposition before it are a phrase of the lexicon."""
    governed = noun.dep_ in language.labels.prepositional_objects and not is_held_there(noun.head)
    return governed and f"{noun.head.lower_} {noun.lower_}" in language.cue_possessives


def is_held_there(word: Token) -> bool:
    """Whether a preposition tells where something is that somebody has ("with tears | in her eyes")."""
    if word.i < 2 or word.nbor(-1).pos_ != "NOUN":
        return False
    held = word.nbor(-1)
    governed = held.dep_ in labels_for(word).prepositional_objects
    return governed and held.head.lower_ in function_words_for(word).manner


def cue_phrases(parsed: ParsedPage) -> Iterator[tuple[int, int, Token]]:
    """Every cue phrase of the lexicon: its first token, the one behind it, and its object."""
    known = phrases_by_first_word(parsed.lang)
    for token in parsed.tokens:
        for words in known.get(token.lower_, ()):
            last = token.i + len(words)
            if [word.lower_ for word in parsed.doc[token.i : last]] == words:
                source = object_of(parsed.tokens[last - 1])
                if source is not None and not is_relative_pronoun(source) and not is_deep(source):
                    yield token.i, last, source
                    break


def quotation_in_front(parsed: ParsedPage, first: int) -> Iterator[Words]:
    """The quotation that ends right before the token *first* and is all of its sentence up to there."""
    end = len(parsed.text[: parsed.tokens[first].idx].rstrip(BEFORE_PHRASE))
    for mark in parsed.page.marks_around(end - 1, end) if end else ():
        low, start = parsed.words(parsed.page.passage_around(mark.start)[0], mark.start)
        opening, closing = parsed.words(mark.start, mark.end)
        if mark.end == end and len(solid(parsed.doc, sentence_before(parsed, (low, start)))) == 0:
            yield opening, closing


def rest_of_sentence(parsed: ParsedPage, comma: int) -> Iterator[Words]:
    """What stands behind the token *comma*, at which the parse ended the sentence, if it is one."""
    if comma < len(parsed.doc) and parsed.tokens[comma].text == ",":
        high = parsed.words_around(parsed.tokens[comma])[1]
        yield sentence_behind(parsed, (comma + 1, high))


def before_clause(parsed: ParsedPage, cue: Words, end: int) -> int:
    """The token behind the phrase of a cue that ends at *end*, before what the parse wrongly adds to it.

    That is what it quotes; or, where it opens its sentence and would be all of that, or has a clause of its
    own behind a comma, what stands behind the comma.
    """
    first, last = cue
    end = before_marks(parsed, last, max(last, end))
    if first and not parsed.tokens[first].is_sent_start:
        return end
    behind = next((index for index in range(end, len(parsed.doc)) if not parsed.tokens[index].is_punct), None)
    whole = behind is None or parsed.tokens[behind].is_sent_start
    commas = (index for index in range(last, end) if parsed.tokens[index].text == ",")
    return next((comma for comma in commas if whole or holds_own_clause(parsed, comma + 1, end)), end)


def behind_calling(parsed: ParsedPage, source: Token, end: int) -> int:
    """The token behind what commas add to a name that ends at *end*, if that says what somebody is.

    Parsers hang it on the verb of the clause behind ("selon Léa Roux, députée du Lot, la digue tient").
    """
    words = parsed.tokens[end : end + CALLING]
    closing = next((at for at, word in enumerate(words) if at and word.text in PAUSES | STOP_TOKENS), 0)
    inside = words[1:closing]
    if source.pos_ != "PROPN" or not inside or not words[0].text == "," == words[closing].text:
        return end
    named = next((word for word in inside if word.pos_ not in {"DET", "ADJ"}), inside[0])
    acts = any(is_verbal(word) for word in inside if word.i != named.i)
    return end + closing if calls_one(named) and not acts else end


def calls_one(noun: Token) -> bool:
    """Whether *noun* says what one person is, and is no subject ("selon Reuters, ministres et députés …")."""
    named = not language_of(noun.lang_).roles.keys().isdisjoint((noun.lower_, lemma(noun)))
    return named and not is_plural(noun) and noun.dep_ not in labels_for(noun).subjects


def holds_own_clause(parsed: ParsedPage, first: int, end: int) -> bool:
    """Whether the first finite verb from *first* on is that of a clause, and of no relative one."""
    words = parsed.tokens[first:end]
    verb = next(filter(is_finite_form, words), None)
    if verb is None or verb.dep_ in labels_for(verb).relative_clauses:
        return False
    return not any(map(is_relative, words[: verb.i - first]))


def before_marks(parsed: ParsedPage, first: int, last: int) -> int:
    """The token behind the last of a phrase, which goes on over no pause with a mark right behind it.

    Parsers take what the phrase quotes for an apposition ("in the words of Ode, “a shambles”").
    """
    for mark in parsed.page.marks_from(parsed.tokens[first - 1].idx + 1, parsed.tokens[last - 1].idx + 1):
        pause = parsed.words(mark.start, mark.end)[0] - 1
        return pause if parsed.tokens[pause].text in LEADS else last
    return last


def object_of(preposition: Token) -> Token | None:
    """The noun that a preposition governs, above or below it in the parse."""
    labels = labels_for(preposition)
    if preposition.dep_ in labels.fixed_parts:
        preposition = preposition.head
    governed = preposition.dep_ in labels.case_markers
    return preposition.head if governed else child(preposition, labels.phrase_objects)


def is_relative_pronoun(word: Token) -> bool:
    """Whether *word* is a pronoun that opens a relative clause ("selon laquelle")."""
    pronoun = language_of(word.lang_).pronouns.get(word.lower_)
    return pronoun is not None and pronoun.kind == "relative"


def phrases_by_first_word(lang: str) -> dict[str, list[list[str]]]:
    """The cue phrases of *lang* by their first word."""
    found: dict[str, list[list[str]]] = {}
    for text in language_of(lang).cue_phrases:
        words = text.split()
        found.setdefault(words[0], []).append(words)
    return found


def is_in_cue_phrase(word: Token) -> bool:
    """Whether *word* stands in a cue phrase of the lexicon ("in the words of")."""
    doc, known = word.doc, (text.split() for text in language_of(word.lang_).cue_phrases)
    places = ((word.i - words.index(word.lower_), words) for words in known if word.lower_ in words)
    return any(
        [one.lower_ for one in doc[max(start, 0) : start + len(words)]] == words for start, words in places
    )


def source_phrase(source: Token, whole: Words) -> Words:
    """The source's own phrase inside the cue's."""
    first, last = phrase(source)
    return without_pauses(max(first, whole[0]), min(last, whole[1]), source)


def clause_around(cue: Token) -> Token:
    """The head of the clause that the phrase reports: the whole sentence where it stands apart.

    A phrase that opens its sentence, or that a comma sets off, speaks of all of it; behind a conjunction that
    opens a reported clause, of that clause.
    """
    doc, apart = cue.doc, cue.i == 0 or cue.is_sent_start or cue.nbor(-1).text in PAUSES
    verb = cue.head
    while not heads_clause(verb) and verb.head.i != verb.i:
        verb = verb.head
    while apart and verb.head.i != verb.i and verb.dep_ not in labels_for(verb).conjuncts:
        if is_opened_before(verb, cue):
            break
        verb = verb.head
    return doc[verb.i]


def clause_without(cue: Token, whole: Words) -> Iterator[Words]:
    """The clause that a phrase which begins at *cue* reports, less the *whole* phrase and the conjunction."""
    clause = clause_around(cue)
    opening = child(clause, labels_for(clause).complementisers) if is_opened_before(clause, cue) else None
    out = [*range(*whole), *([] if opening is None else [opening.i])]
    return words_without(clause, out, cue)


def is_opened_before(verb: Token, cue: Token) -> bool:
    """Whether *verb* heads a reported clause in which the phrase of *cue* stands, and does not end it."""
    labels = labels_for(verb)
    opening = child(verb, labels.complementisers)
    if verb.dep_ not in labels.clausal_complements or opening is None or opening.i > cue.i:
        return False
    behind = verb.doc[cue.right_edge.i + 1 : verb.right_edge.i + 1]
    return any(not (word.is_punct or word.is_space) for word in behind)
