"""Words that deny, and what they deny: a quotation that lacks one says something else."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.language import every_language
from quotekit.language.independent import vowels
from quotekit.text.ranges import Range
from quotekit.verify.alignment import Op
from quotekit.verify.words import BLANKS, Claim, Words

__all__ = ["denies", "denies_beside", "with_denials"]

_DENIAL = 3
"""The most words that a denial stands before what it denies, as in “may not even be crossed”."""


def denies(words: Words, stretch: Range) -> bool:
    """Whether a stretch of words holds a denial."""
    known, forms = every_language(), words.forms[slice(*stretch)]
    negations, endings = known.negations, tuple(known.function_words.negating_ending)
    if any(form in negations or form.endswith(endings) for form in forms):
        return True
    places = range(stretch[0], min(stretch[1], len(words.forms) - 1))
    return any(_is_negating_verb(words.forms[at]) and _opens_infinitive(words, at + 1) for at in places)


def _opens_infinitive(words: Words, place: int) -> bool:
    """Whether a word opens an infinitive, no goal, as in “declined to the level”, “… to 40”."""
    known = every_language().function_words
    behind = words.forms[place + 1] if place + 1 < len(words.forms) else ""
    is_goal = behind[:1].isdigit() or behind in known.article
    return words.forms[place] in known.infinitive and not is_goal


def _is_negating_verb(form: str) -> bool:
    """Whether a word is a form of a verb whose infinitive did not happen, as in “refused to sign”."""
    stems = (lemma.upper().rstrip("".join(vowels())) for lemma in every_language().negating_verbs)
    return form.upper().startswith(tuple(stems))


def denies_beside(words: Words, stretch: Range) -> bool:
    """Whether words left out deny what stands beside them; a whole sentence denies only what is in it."""
    first, last = stretch
    ends = [place for place in range(first, last + 1) if words.is_sentence_start(place)]
    if not ends:
        return denies(words, stretch)
    return denies(words, (first, ends[0])) or denies(words, (ends[-1], last))


def with_denials(ops: Sequence[Op], source: Words, claim: Claim) -> list[Op]:
    """The *ops* of a place with the denials that an ellipsis at their edges cuts off, as omissions.

    “… permitted” isn't said where the source has “not permitted”, nor “I know …” where it has “I
    know nothing”.
    """
    first, last = ops[0], ops[-1]
    found = list(ops)
    start = (
        _denial_before(source, first.source[0]) if first.same and first.quote[0] in claim.ellipses else None
    )
    if start is not None:
        found.insert(0, Op(False, (start, first.source[0]), (first.quote[0], first.quote[0])))
    end = last.source[1]
    cut = last.same and last.quote[1] in claim.ellipses and _is_joined(source, end)
    if cut and denies(source, (end, end + 1)):
        found.append(Op(False, (end, end + 1), (last.quote[1], last.quote[1])))
    return found


def _denial_before(words: Words, start: int) -> int | None:
    """Where a denial of what begins at *start* stands, a few words before in the same clause."""
    for place in range(start - 1, max(-1, start - 1 - _DENIAL), -1):
        if not _is_joined(words, place + 1):
            return None
        if denies(words, (place, place + 1)):
            return place
    return None


def _is_joined(words: Words, place: int) -> bool:
    """Whether only blanks, or nothing, part a word from the one before it."""
    gap = words.between(place - 1, place) if 0 < place < len(words.forms) else None
    return gap is not None and (not gap or bool(BLANKS.fullmatch(gap)))
