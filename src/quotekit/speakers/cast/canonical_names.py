"""What a speaker is called: the fullest name that the document gives, and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from attrs import frozen

from quotekit.language import Language
from quotekit.language.rows import unstopped
from quotekit.records import How, Speaker
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.discourse import Discourse, span_of
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.personal_names import Name, is_honour, is_married, title_count
from quotekit.speakers.ground.scheme import PERSON_LABELS
from quotekit.speakers.names.name_cuts import is_closed
from quotekit.text.words import plainly_spaced

__all__ = ["canonical_mention", "name_of", "speaker_at"]

MANY_NAMES = 20
"""Names of an entity from which on a form that stands once counts for little; chosen by hand."""

RARE_SHARE = 0.05
"""The share of an entity's names that a form needs to be one of its own; chosen by hand."""

LONE_LETTERS = 2
"""Letters of a name that is initials alone at most; chosen by hand, for bodies are called by more."""

INTRODUCTIONS = 3
"""First names of an entity that can introduce it; chosen by hand."""


@frozen(eq=False)
class Form:
    """A name of somebody where it stands, as it could be given back.

    Attributes:
        text: The document.
        language: The words of its language.
        entity: Whose name it is.
        mention: Where it stands.
        name: Its parts.
        is_own: Whether it is one of the forms by which the text calls them, and no odd one out.
    """

    text: Discourse
    language: Language
    entity: Entity
    mention: Mention
    name: Name
    is_own: bool


@frozen
class Criterion:
    """What one form of a name has more of than another.

    Attributes:
        name: What that is.
        value: How much of it a form has.
        reason: Why it counts, and before those that follow.
    """

    name: str
    value: Callable[[Form], int]
    reason: str


def canonical_mention(text: Discourse, entity: Entity, language: Language) -> Mention:
    """The fullest name of *entity*, by the first criterion of `FULLNESS` that tells its names apart."""
    forms = forms_of(text, entity, language)
    for criterion in FULLNESS:
        values = [criterion.value(form) for form in forms]
        most = max(values)
        forms = [form for form, value in zip(forms, values, strict=True) if value == most]
        if len(forms) == 1:
            break
    return forms[0].mention


def forms_of(text: Discourse, entity: Entity, language: Language) -> list[Form]:
    """The names of *entity*, each with whether it is one of its own.

    A form that stands once among many others is so only where the narration introduces somebody.
    """
    named = [(mention, mention.name) for mention in entity.names if mention.name is not None]
    times = Counter(name.parts for _, name in named)
    few, needed = len(entity.names) < MANY_NAMES, max(2, RARE_SHARE * len(entity.names))
    return [
        Form(
            text,
            language,
            entity,
            mention,
            name,
            few or times[name.parts] >= needed or (at < INTRODUCTIONS and introduces(text, mention)),
        )
        for at, (mention, name) in enumerate(named)
    ]


def introduces(text: Discourse, mention: Mention) -> bool:
    """Whether a name can introduce somebody: the narration has it, and no heading."""
    return not text.quoted[mention.head] and not is_shouted(text, mention)


def is_shouted(text: Discourse, mention: Mention) -> bool:
    """Whether a name is written in capitals alone."""
    return "".join(text.words[mention.first : mention.last]).isupper()


def is_initials_alone(text: Discourse, mention: Mention) -> bool:
    """Whether a name is a few capitals in one word, as on labels ("RQ")."""
    word = text.words[mention.first]
    return mention.last == mention.first + 1 and word.isupper() and len(word) <= LONE_LETTERS


def is_title_in_capitals(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name opens with a title in capitals, as on labels ("MR. LUND")."""
    word = text.words[mention.first]
    return word.isupper() and language.is_title(word)


def stands_in_headline(text: Discourse, mention: Mention) -> bool:
    """Whether a name stands among the capitals of a headline, where no mark says that it ends."""
    return text.headline[text.paragraphs[mention.head]] and not is_closed(text, mention.last - 1)


def name_of(text: Discourse, mention: Mention, language: Language) -> range:
    """The tokens of a name as it is given back: titles of office, stop and all, and an article left out."""
    tokens = [index for index in range(mention.first, mention.last) if not text.is_space(index)]
    words = [text.words[index] for index in tokens]
    skip = 0
    if mention.name is not None and mention.name.is_full and mention.label in PERSON_LABELS:
        skip = 0 if is_husbands(mention.name, language) else title_count(words, language)
        while skip and language.titles[unstopped(words[skip - 1])].kind == "style":
            skip -= 1
        skip += words[skip] == "."
    elif len(words) > 1 and words[0].lower() in language.function_words.name_article:
        skip = 1
    return range(tokens[skip], tokens[last_of_name(words, skip, language)] + 1)


def is_husbands(name: Name, language: Language) -> bool:
    """Whether a woman is called by her husband's first name, which needs its title ("Mrs. Bo Lund")."""
    return is_married(name, language) and language.first_names.get(name.first) == "m"


def last_of_name(words: Sequence[str], first: int, language: Language) -> int:
    """Where a name ends before the honours behind it, which are no part of it as "Jr." is."""
    last, generations = len(words) - 1, language.function_words.generation
    while last > first and is_honour(words[last], language) and unstopped(words[last]) not in generations:
        last -= 1
    return last


def speaker_at(text: Discourse, tokens: range, label: str, how: How) -> Speaker:
    """The speaker whose name stands at *tokens*."""
    mention = span_of(text, tokens)
    return Speaker(plainly_spaced(mention.text), label or "OTHER", mention, how)


FULLNESS: tuple[Criterion, ...] = (
    Criterion(
        "more than initials",
        lambda form: not is_initials_alone(form.text, form.mention),
        "Initials name nobody to who does not know them.",
    ),
    Criterion(
        "surely all name",
        lambda form: (
            form.name.first in form.language.first_names or not stands_in_headline(form.text, form.mention)
        ),
        "Among the capitals of a headline, words that are no name can be taken for a part of one.",
    ),
    Criterion(
        "one of its own",
        lambda form: form.is_own,
        "Later on, and where others talk, a form that stands once is a maiden name or somebody else's.",
    ),
    Criterion(
        "most parts", lambda form: len(form.name.parts), "First name and surname say more than either."
    ),
    Criterion(
        "not in capitals",
        lambda form: not (form.name.is_full and is_shouted(form.text, form.mention)),
        "A full name in capitals stands in a heading or on a label.",
    ),
    Criterion(
        "no title in capitals",
        lambda form: not is_title_in_capitals(form.text, form.mention, form.language),
        "So does a title in capitals.",
    ),
    Criterion(
        "outside quotations",
        lambda form: not form.text.quoted[form.mention.head],
        "The narration calls people by their names, others as they like.",
    ),
    Criterion(
        "with a title",
        lambda form: form.name.kind in {"style", "courtesy", "kin", "office"},
        "Of names with as many parts, one with a title says more.",
    ),
    Criterion(
        "in one line",
        lambda form: not any(map(form.text.is_space, range(form.mention.first, form.mention.last))),
        "No line break stands in a name.",
    ),
    Criterion(
        "no short form",
        lambda form: form.name.first not in form.language.hypocoristics or bool(form.name.titles),
        "The first name that others are short for is the fuller one.",
    ),
    Criterion(
        "most letters",
        lambda form: sum(map(len, form.name.parts)) if form.entity.label != "PERSON" else 0,
        "The words of a body's name can be abbreviated.",
    ),
    Criterion("first", lambda form: -form.mention.first, "Of forms that are alike, the first."),
)
"""What makes one name of somebody fuller than another; the first that tells two of them apart decides."""
