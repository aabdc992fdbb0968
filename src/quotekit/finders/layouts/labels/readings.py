"""Labels before what somebody says: which are somebody's, and which head a note, a caption or a field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, Literal

from quotekit.language import every_language

__all__ = [
    "Standing",
    "describes_somebody",
    "endings_of_label",
    "initials_of_label",
    "names_office",
    "names_somebody",
    "says_what_about",
    "standing_of_label",
]

Standing = Literal["person", "name", "words", "heading"]
"""What a label is by its words: somebody's title, role or first name; capitalised as names are; any
other words; or the heading of a note, a caption or a field."""

NAME_WORD: Final = re.compile(r"@?[^\W\d_][\w.'’&-]*$")
PARTICLE_AND_NAME: Final = re.compile(r"(?P<particle>[^\W\d_]{1,3})[-'’](?P<name>[^\W\d_]\w*)")
"""A particle that a sign ties to its name: "al-Amin", "d'Arcy"."""
NUMBERED: Final = re.compile(r"#?(?:(?P<noun>[^\W\d_]+)[ _-]?(?P<kind>[^\W\d_]+)?[ _]?)?#?\d{1,3}")
LETTERED: Final = re.compile(r"(?<=[^\W\d_])_?\d{1,3}$")
HANDLE: Final = re.compile(r"@\w{1,40}$")
AGE: Final = re.compile(r"\d{1,3}(?!\w)")
LONGEST_NAME: Final = 5
"""Words of a label that is written as names are; a guess, and so is the next."""
LONGEST_SHORTENED: Final = 4
"""Letters of a title that is shortened ("Capt.") and never stands for somebody by itself."""
LONGEST_OFFICE: Final = 9
"""Words of one that a title, an article or a role opens ("The Minister for the Sea")."""
LONGEST_MINISTRY: Final = 24
"""Words of one that an article opens, as parliaments have them: India's are the longest."""

LONGEST_INITIAL: Final = 3
"""Characters of an initial or the shortest titles, with their full stop ("J.", "Dr."); longer ones are in the
tables."""
LABELS_KEPT: Final = 4096
"""Labels whose standing is kept: more than most texts have; chosen by hand."""


@lru_cache(maxsize=LABELS_KEPT)
def standing_of_label(label: str) -> Standing:
    """What *label* is by its words alone."""
    name, _, office = label.strip().partition(", ")
    words = name.split()
    if not words:
        return "heading"
    if len(words) == 1 and words[0].casefold() in every_language().speech_pronouns and not label.isupper():
        return "person"
    if (len(words) == 1 and is_no_role(words[0])) or is_shortened_title(words[-1]) or says_what_about(label):
        return "heading"
    apt = not office or is_office_or_body(label, office)
    if is_of_somebody(words):
        article = words[0].casefold() in every_language().function_words.name_article
        longest = LONGEST_MINISTRY if article else LONGEST_OFFICE
        return "person" if apt and len(words) <= longest else "words"
    if is_heading(words):
        return "heading"
    named = len(words) <= LONGEST_NAME and is_title_case(words)
    return "name" if named and apt else "words"


def says_what_about(label: str) -> bool:
    """Whether a label says what something is about ("On the fans")."""
    first, *others = label.casefold().split()
    return bool(others) and first in every_language().function_words.topical


def is_no_role(word: str) -> bool:
    """Whether a word is a short title, or heads things as well as it stands for somebody ("Source")."""
    known, bare = every_language(), word.strip(".").casefold()
    if bare in known.heading_words and bare in known.unnamed_roles:
        return True
    return is_shortened_title(bare)


def is_shortened_title(word: str) -> bool:
    """Whether a word is a title that is shortened and never stands for somebody by itself ("Capt.").

    The first letters of one do, and can be anybody's initials ("VP: When?").
    """
    known, bare = every_language(), word.strip(".").casefold()
    return (
        known.is_title(bare)
        and bare not in known.function_words.lettered_title
        and (bare not in known.roles or len(bare) < LONGEST_SHORTENED)
        and (len(bare) <= LONGEST_SHORTENED)
    )


def is_of_somebody(words: Sequence[str]) -> bool:
    """Whether a title opens a label, a role or a noun of labels is in it, or a first name opens it."""
    known = every_language()
    bare = [word.strip(".,#'’").casefold() for word in words]
    stems = [LETTERED.sub("", word.rpartition("-")[2]) for word in bare]
    people = nouns_of_people()
    singular = {stem for word in stems for stem in (word, word.removesuffix("s"))}
    if len(words) == 1:
        one = NUMBERED.fullmatch(words[0]) if not words[0].isalpha() else None
        return bool(one or HANDLE.match(words[0]) or singular & people or bare[0] in known.first_names)
    if is_some_of_them(bare) or is_self_somewhere(words):
        return True
    if not (words[0][0].isupper() or words[0][0] in "@#"):
        return words[-1].strip("#").isdecimal() and bool(set(stems) & people)
    opens = known.is_title(bare[0]) or bare[0] in known.first_names or "." in words[0][1:LONGEST_INITIAL]
    return is_title_case([word for word in words if not word.strip("#").isdecimal()]) and (
        opens or stems[-1] in people or bool(set(stems) & people and not is_heading(words))
    )


def is_some_of_them(words: Sequence[str]) -> bool:
    """Whether a quantifier or an article opens a label, and nouns for people end it ("Some hon. members")."""
    opens = words[0] in every_language().function_words.counting
    return opens and words[-1].removesuffix("s") in nouns_of_people() and len(words) <= LONGEST_NAME


def is_self_somewhere(words: Sequence[str]) -> bool:
    """Whether a label is "me", perhaps with "also" before and a phrase behind it ("also me at 3am")."""
    little = every_language().function_words
    rest = words[1:] if words[0] in little.trailer else words
    told = len(rest) == 1 or (len(rest) > 1 and rest[1] in little.link)
    return told and len(words) <= LONGEST_NAME and rest[0] in every_language().speech_pronouns


@cache
def nouns_of_people() -> frozenset[str]:
    """The nouns by which a label may call somebody."""
    known = every_language()
    return known.roles | known.unnamed_roles | known.label_nouns | known.plain_persons


def is_office_or_body(label: str, office: str) -> bool:
    """Whether an age, an office or a body stands behind the comma of a label, or all of it is in capitals.

    A role stands at the end of it, or opens what it is of ("head of research").
    """
    if label.isupper() or AGE.match(office) or is_title_case(office.replace(",", "").split()):
        return True
    words = office.casefold().split()
    roles, link = every_language().roles, every_language().function_words.link
    return words[-1] in roles or (len(words) > 2 and words[0] in roles and words[1] in link)


def names_office(words: Sequence[str]) -> bool:
    """Whether capitalised words hold a role or the noun of a body ("Analyst, Harbour Bank")."""
    known, bare = every_language(), [word.strip(",&–—-") for word in words]
    nouns = known.roles | known.organisations | known.firm_nouns
    return is_title_case([word for word in bare if word]) and not nouns.isdisjoint(map(str.casefold, bare))


def is_title_case(words: Sequence[str]) -> bool:
    """Whether all words but small ones are capitalised."""
    if not words or words[0][0] == "@":
        return bool(words)
    return (begins_as_name(words[0]) and begins_as_name(words[-1])) and all(
        NAME_WORD.match(word) and (begins_as_name(word) or is_small_word(word)) for word in words
    )


def begins_as_name(word: str) -> bool:
    """Whether a word is capitalised, perhaps behind a particle that is tied to it."""
    tied = PARTICLE_AND_NAME.match(word)
    return word[0].isupper() or (tied is not None and tied["name"][0].isupper())


def is_small_word(word: str) -> bool:
    """Whether a word stands in lower case inside names and offices ("de la", "of")."""
    known = every_language()
    little = known.function_words
    return word in little.labelling or word in little.link or word in known.name_particles


def names_somebody(label: str) -> bool:
    """Whether a label is written like a name, perhaps with an office, and is none of the usual headings."""
    return standing_of_label(label) in {"person", "name"}


def describes_somebody(words: str) -> bool:
    """Whether words in small letters describe a person or a body ("my editor", "the harbour museum")."""
    known, bare = every_language(), words.casefold().split()
    opens = (
        bare[0] in known.function_words.name_article | known.function_words.counting | known.speech_pronouns
    )
    bodies = known.organisations | known.group_nouns
    return opens and 1 < len(bare) <= LONGEST_NAME and bare[-1] in nouns_of_people() | bodies


def endings_of_label(label: str) -> tuple[str, ...]:
    """The last words of the name on a label, by which a shorter label calls the same person, casefolded."""
    words = label.partition(", ")[0].casefold().split()
    return tuple(" ".join(words[at:]) for at in range(1, len(words)))


def initials_of_label(label: str) -> str:
    """The first letters of a name of several words, by which a label can stand for it, casefolded."""
    words = label.partition(", ")[0].casefold().replace("-", " ").split()
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def is_heading(words: Sequence[str]) -> bool:
    """Whether a label heads a note, a caption or a field, and no office or body.

    A preposition heads one at its edge alone ("Presented by", but not "The thing in the cellar").
    """
    known, folded = every_language(), [word.casefold() for word in words]
    if len(words) > 1 and (folded[-1] in known.roles or folded[-1] in known.organisations):
        return False
    inner = known.heading_words - known.function_words.link
    edges = {folded[0], folded[-1]}
    return not known.heading_words.isdisjoint(edges) or not inner.isdisjoint(folded)
