"""What commas add to whoever stands behind a verb of reporting: a name, an office, an age, a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quotekit.finders.rules.insertions.sequels import has_finite_verb
from quotekit.language import language_of
from quotekit.parse.grammar import Words, is_relative
from quotekit.parse.lemmas import lemma
from quotekit.text.punctuation import CLAUSE_ENDS, MARKS, PAUSES, STOP_TOKENS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["AROUND_NOUN", "apposed", "behind_additions", "is_noun_or_capitalised"]

AROUND_NOUN = CLAUSE_ENDS | PAUSES | MARKS | {"("}
"""What no noun phrase goes on behind."""

NOUN_TAGS: Final = frozenset({"PROPN", "NOUN"})
"""Parts of speech of nouns; a pronoun ends the noun phrase before it."""

NEAR_NOUN = 2
"""Tokens behind a comma of which one is the noun of an apposition ("ancien ministre")."""

LONGEST_BRACKET: Final = 6
"""Tokens of a bracket behind a body's name, with its signs, at most ("(FNTB)"); a guess."""

TOLD: Final = frozenset({"NOUN", "ADJ", "VERB", "PROPN"})
"""What parsers make of a calling without an article, or of a participle ("maraîchère à Brens")."""


def is_noun_or_capitalised(token: Token) -> bool:
    """Whether *token* is a noun, or a name by its capital letter."""
    return token.pos_ in NOUN_TAGS or token.text[0].isupper()


def apposed(doc: Doc, first: int, last: int) -> int:
    """Where the noun phrase from *first* to *last* ends with what a comma adds to it: a name, or an office.

    The office has no article. Between a description and the name a bracket or a place may stand ("la
    présidente de la ligue (LEL), Nadia Brault").
    """
    comma = behind_bracket_or_place(doc, last) if doc[first].is_lower else last
    named = next((word for word in doc[comma + 1 : comma + 1 + NEAR_NOUN] if word.pos_ != "ADJ"), None)
    if named is None or doc[comma].text != "," or not is_noun_or_capitalised(named):
        return last
    if opens_remark(named) or (comma > last and not named.text[:1].isupper()):
        return last
    end = comma + 1
    while end < len(doc) and doc[end].text not in AROUND_NOUN:
        if doc[end].pos_ in {"VERB", "AUX", "PRON", "SCONJ", "CCONJ"} and not doc[end].is_title:
            return last
        end += 1
    return end if end > comma + 1 else last


def opens_remark(word: Token) -> bool:
    """Whether a word behind a comma goes on with what was said (“…, dit Paul, faute de temps.”)."""
    return word.lower_ in language_of(word.lang_).function_words.remarking


def behind_bracket_or_place(doc: Doc, last: int) -> int:
    """The token behind a bracket at *last*, or a preposition with capitalised words; else *last*."""
    index = last
    if index < len(doc) and doc[index].text == "(":
        signs = (at + 1 for at in range(index, min(index + LONGEST_BRACKET, len(doc))) if doc[at].text == ")")
        index = next(signs, last)
    elif index < len(doc) and doc[index].pos_ == "ADP":
        index += 1
        while index < len(doc) and doc[index].text[:1].isupper():
            index += 1
    return min(index, len(doc) - 1)


def behind_additions(doc: Doc, incise: Words, limit: int) -> int:
    """The token behind all that commas add to who says it, in an incise up to *limit*; else the incise's end.

    That tells of no act: a calling, an age, who somebody is (“…, dit Lise, 54 ans, maraîchère à Brens.”).
    Behind an auxiliary or a copula what it lacks goes on (“Il est, dit Paul, maire de Brens.”).
    """
    first, index = incise
    added, cut = index, first > 1 and doc[first - 2].pos_ == "AUX"
    while not cut and index + 1 < limit and doc[index].text == ",":
        end = next((at for at in range(index + 1, limit) if doc[at].text in PAUSES | STOP_TOKENS), limit)
        last = next((at for at in range(index + 1, limit) if doc[at].text in STOP_TOKENS), limit)
        relative = is_relative(doc[index + 1])
        acts = has_finite_verb(doc, (index + 1, end))
        goes_on = added > incise[1] and not has_finite_verb(doc, (index + 1, last))
        if not relative and not goes_on and (acts or not opens_addition(doc[index + 1])):
            break
        index = added = end
    return added


def opens_addition(word: Token) -> bool:
    """Whether a word behind a comma opens what tells who somebody is: an age, a calling, a place.

    So do a number with the unit of ages, an article before a role, and a noun or a participle that a
    preposition follows ("la gardienne de l’immeuble", "installé depuis dix ans").
    """
    doc, words = word.doc, language_of(word.lang_).function_words
    behind = word.nbor() if word.i + 1 < len(doc) else word
    if word.is_digit:
        return behind.lower_ in words.age_unit and doc[min(behind.i + 1, len(doc) - 1)].is_punct
    if word.lower_ in words.definite:
        return (
            lemma(behind) in language_of(word.lang_).roles or behind.lower_ in language_of(word.lang_).roles
        )
    return word.is_lower and word.pos_ in TOLD and behind.pos_ == "ADP" and not opens_remark(word)
