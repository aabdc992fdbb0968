"""Who says it, told by the form of words alone, in languages that nobody parses here and in dialogue."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from quotekit.language import every_language, incise_parts

__all__ = [
    "Patterns",
    "ends_in_call",
    "incise_pattern",
    "is_of_report",
    "patterns_beside_marks",
    "verbs_of_saying",
    "words_of_speaker",
]

Patterns = tuple[tuple[re.Pattern[str], ...], ...]

_UPPER = "".join(sign for sign in map(chr, range(0x41, 0x530)) if sign.isupper())
"""The capitals of the Latin, Greek and Cyrillic blocks of Unicode, which are those from U+0041 to U+052F."""
_GAP = r"[^。！？.!?\n「」『』“”\"«»]{0,30}?"
_JOINED = r"(?:(?<=['’])|[ \u00a0])"
"""What parts a little word from the next: a blank, or the apostrophe it ends with."""
_DESCRIBED = _JOINED + r"(?!{stop}\b)\w+(?: (?!{stop}\b)\w+){{0,2}}"


_LONGEST_HEARER = 4
"""Words that call whom something is said to, at most; a guess."""
_LONGEST_SUBJECT = 60
"""Characters from an article to the verb that claims something of its noun, at most; a guess."""
_FEWEST_WORDS = 3
"""Words of a clause that are no call; chosen by hand."""
_CLAUSE_SIGN = re.compile(r"[,;:.!?…]")


def ends_in_call(said: str) -> bool:
    """Whether the last clause of what was *said* is a call, behind which an order is given ("Paul, …")."""
    last: list[str] = _CLAUSE_SIGN.split(said.rstrip(" ,;:.!?…"))[-1].split()
    return sum(word[0].isalpha() for word in last) < _FEWEST_WORDS


@cache
def _incise_languages() -> tuple[str, ...]:
    """The languages of the table, in its order."""
    return tuple(dict.fromkeys(lang for lang, _ in incise_parts()))


def _every(part: str) -> tuple[str, ...]:
    """The texts of one part in all languages."""
    table = incise_parts()
    return tuple(dict.fromkeys(text for lang in _incise_languages() for text in table.get((lang, part), ())))


@cache
def words_of_speaker() -> frozenset[str]:
    """The words, in lower case, with which somebody goes on to speak behind what is told of them."""
    return frozenset(word.casefold() for word in _every("speaker"))


def is_of_report(text: str, match: re.Match[str]) -> bool:
    """Whether an incise is the author's: a clause, or whom it is said to, stands behind its verb.

    So it does in an item of a list ("- In Oslo, Ada Lund said the tram was late"). A pronoun of another
    language than the verb is none either ("called on").
    """
    verb = match["verb"] or match["cue"]
    to_hearer = verb in _every("hearer")
    if match["subject"]:
        return _clause_behind(to_hearer=to_hearer).match(text, match.end()) is not None
    if not match["source"]:
        return False
    return (
        to_hearer or _claim_behind().match(text, match.end()) is not None or is_mixed(verb, match["source"])
    )


def is_mixed(verb: str | None, source: str) -> bool:
    """Whether a pronoun is of another language than the verb before it."""
    table = incise_parts()
    saying = {lang for lang, part in table if part == "verb" and verb in table[lang, part]}
    naming = {lang for lang, part in table if part == "pronoun" and source in table[lang, part]}
    return bool(saying and naming) and saying.isdisjoint(naming)


@cache
def _clause_behind(*, to_hearer: bool) -> re.Pattern[str]:
    """What begins a reported clause behind a verb: a little word of it, a capital or a figure.

    An article alone does not ("she said the next day", "Ode asked the man"): a claim must follow.
    Behind whom it is said to, a word that opens clauses does.
    """
    known = every_language()
    if to_hearer:
        return re.compile(rf"(?: [\w'’-]+){{1,{_LONGEST_HEARER}}} {_either(known.clause_openers)}(?!\w)")
    small = {*_every("article"), *known.function_words.impersonal}
    words = {*_every("pronoun"), *known.clause_openers} - known.function_words.infinitive - small
    claim = rf"{_either(small)} [^,;:.!?…\n]{{1,{_LONGEST_SUBJECT}}}?(?<= ){_either(known.claim_verbs)}"
    return re.compile(rf"[ \u00a0](?:(?:{_either(words)}|{claim})(?!\w)|[{_UPPER}\d])")


@cache
def _claim_behind() -> re.Pattern[str]:
    """A verb that claims something of what looks like the subject before it ("said the tram was late")."""
    return re.compile(rf"[ \u00a0]{_either(every_language().claim_verbs)}(?!\w)")


@cache
def _name() -> str:
    """A name: capitalised words, short titles before them and small words between them."""
    small = "|".join(sorted(every_language().function_words.labelling))
    word = rf"(?:(?:(?i:{'|'.join(_every('title'))})|[{_UPPER}])\.(?= ?[{_UPPER}])|[{_UPPER}][\w'’-]*)"
    return rf"{word}(?: ?(?:(?<= )(?:(?:{small}) ){{1,3}})?(?<=[. ]){word}){{0,4}}"


@cache
def verbs_of_saying() -> re.Pattern[str]:
    """Matches any form of a verb of saying of a language that has patterns.

    Where blanks part words, it is a word of its own.
    """
    table = incise_parts()
    placed = {lang for lang, part in table if part in {"before", "behind", "around"}}
    verbs = {verb for lang in placed for verb in table[lang, "verb"]}
    unspaced = {verb for verb in verbs if "\u3000" <= verb[0] <= "\u9fff"}
    return re.compile(rf"\b{_either(verbs - unspaced)}\b|{_either(unspaced)}")


@cache
def patterns_beside_marks(place: str) -> Patterns:
    """The patterns of every language for one place beside quotation marks, with groups cue and source.

    Args:
        place: ``before`` the marks, ``behind`` them, or ``around`` them; a pattern of the last kind
            has two halves.
    """
    table = incise_parts()
    return tuple(
        tuple(
            _compiled(lang, half, before=place == "before" or (place == "around" and at == 0))
            for at, half in enumerate(pattern.split("| |"))
        )
        for lang in _incise_languages()
        for pattern in table.get((lang, place), ())
    )


def _compiled(lang: str, pattern: str, *, before: bool) -> re.Pattern[str]:
    """A pattern of the table with its verbs and subjects; one that stands before marks ends there."""
    table = incise_parts()
    verb = rf"(?<![^\W\u3000-\u9fff])(?P<cue>{_either(table[lang, 'verb'])})"
    subject = table.get((lang, "subject"), (_subject_pattern((lang,)),))[0]
    text = pattern.replace("{V}", verb).replace("{S}", f"(?P<source>{subject})").replace("{G}", _GAP)
    return re.compile(rf"(?<!\w){text}\s*\Z" if before else text)


@cache
def incise_pattern() -> re.Pattern[str]:
    """Matches what a line of dialogue says of its speaker, in any language of the table."""
    table = incise_parts()
    verb = "|".join(
        _either(table[lang, "verb"]) for lang in _incise_languages() if (lang, "subject") not in table
    )
    subject, tie = _subject_pattern(_incise_languages()), _tie()
    return re.compile(
        rf"(?:{_either(_every('leaning'))}{_JOINED})?(?:{_parted_form()}"
        rf"|(?P<cue>{verb}|{_form_before_subject()})(?!\w)(?:{tie}(?P<source>{subject}))?"
        rf"|(?P<subject>{subject})[ \u00a0](?P<verb>{verb})(?!\w))"
    )


def _tie() -> str:
    """What joins a verb and its subject."""
    return rf"(?:[ \u00a0]|{_either(_every('tie'))})"


def _parted_form() -> str:
    """A form that a pronoun parts from its auxiliary (“a-t-il dit”)."""
    auxiliary, pronoun = _either(_every("auxiliary")), _either(_every("pronoun"))
    form = _either(every_language().inverted_forms)
    return rf"(?P<auxiliary>{auxiliary}){_tie()}(?P<tied>{pronoun})[ \u00a0](?P<participle>{form})(?!\w)"


def _form_before_subject() -> str:
    """Any form of a verb that reports so, where a subject of its language stands behind it.

    A participle needs an auxiliary; a form that gives orders too has a group of its own.
    """
    inverting = [lang for lang in _incise_languages() if (lang, "auxiliary") in incise_parts()]
    forms = every_language().inverted_forms
    bare = {form for form in forms if not form.endswith(_every("participle"))}
    orders = {form for form in bare if form.endswith(_every("order"))}
    reflexive, auxiliary = _either(_every("reflexive")) + _JOINED, _either(_every("auxiliary")) + "[ \u00a0]"
    helped = rf"(?:{reflexive}(?:{auxiliary})?|{auxiliary}){_either(forms)}"
    plain = rf"(?P<order>{_either(orders)}(?=[ \u00a0]))|{_either(bare)}"
    return rf"(?:{helped}|{plain})(?={_tie()}(?:{_subject_pattern(inverting)}))"


def _subject_pattern(languages: Iterable[str]) -> str:
    """A name, a pronoun or a description in *languages*."""
    table, langs = incise_parts(), tuple(languages)
    pronouns = [word for lang in langs for word in table.get((lang, "pronoun"), ())]
    articles = [word for lang in langs for word in table.get((lang, "article"), ())]
    described = (
        _either(articles) + _DESCRIBED.format(stop=f"(?:{'|'.join(_every('stop'))})") if articles else ""
    )
    return "|".join(filter(None, (_name(), _either(pronouns) + r"(?!\w)" if pronouns else "", described)))


def _either(words: Iterable[str]) -> str:
    """Any of *words*, the longer ones first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
