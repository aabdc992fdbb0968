"""One record a language: every word list that the rules look up, read and validated once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from attrs import field, fields, frozen

from quotekit.errors import LanguageError, TableError
from quotekit.language.function_words import FunctionWords
from quotekit.language.labelling import Labels, Scheme, labels_of_schemes
from quotekit.language.reading import (
    READER,
    TableReader,
    function_rows,
    named_rows,
    phrases,
    reporting_rows,
    word_groups,
    word_pairs,
    word_records,
    word_set,
)
from quotekit.language.rows import (
    CONSTRUCTIONS,
    Affiliation,
    AffiliationKind,
    Apparatus,
    ApparatusPart,
    Contraction,
    Elision,
    Gender,
    Number,
    Pronoun,
    PronounKind,
    ReportingVerb,
    Title,
    TitleKind,
    unstopped,
)
from quotekit.language.tables import Column, numbered_lines, read_table
from quotekit.language.translation import Translation, translation_of_schemes
from quotekit.records import Act

if TYPE_CHECKING:
    from importlib.abc import Traversable

__all__ = ["Language", "language_of", "languages", "read_language"]

GROUP: Final = "quotekit_languages"
"""The group of entry points by which a package brings a language: its code, and the package of its tables."""

Construction = Literal["that", "wh", "to"]
Modal = Literal["negation", "modal", "condition", "inversion", "anyone"]
Leaning = Literal["reflexive", "object", "adverb", "negation"]
Body = Literal["ORG", "GPE", "GROUP"]


@frozen(kw_only=True, eq=False)
class Language:
    """The words of one language, each field read from the table of its name; do not change the mappings.

    What a table is for stands in its first lines. Words are in lower case unless they are names.
    """

    code: str
    # how its parsers label
    schemes: tuple[Scheme, ...] = field(metadata=phrases("scheme", Scheme))
    labels: Labels = field(init=False)
    translation: Translation = field(init=False)
    pipelines: tuple[str, ...] = field(metadata=phrases("package"))
    # reports
    reporting_verbs: Mapping[str, ReportingVerb] = field(metadata=reporting_rows())
    textacy_verbs: frozenset[str] = field(metadata=word_set("lemma"))
    not_reporting_verbs: frozenset[str] = field(metadata=word_set("lemma"))
    lemmas: Mapping[str, str] = field(metadata=word_pairs("form", "lemma"))
    cue_nouns: Mapping[str, Act] = field(metadata=word_pairs("lemma", "act", Act))
    cue_phrases: tuple[str, ...] = field(metadata=phrases("phrase"))
    measures: frozenset[str] = field(metadata=word_set("lemma"))
    cue_possessives: frozenset[str] = field(metadata=word_set("phrase"))
    evidentials: frozenset[str] = field(metadata=word_set("word"))
    clause_openers: Mapping[str, Construction] = field(
        metadata=word_pairs("word", "construction", Construction)
    )
    addressing_verbs: frozenset[str] = field(metadata=word_set("lemma"))
    parting_verbs: frozenset[str] = field(metadata=word_set("form"))
    making_verbs: frozenset[str] = field(metadata=word_set("lemma"))
    # whether it was said
    modalities: Mapping[str, Modal] = field(metadata=word_pairs("word", "kind", Modal))
    negating_verbs: frozenset[str] = field(metadata=word_set("lemma"))
    open_words: frozenset[str] = field(metadata=word_set("lemma"))
    negations: frozenset[str] = field(metadata=word_set("word"))
    # how clauses are joined
    conjunctions: frozenset[str] = field(metadata=word_set("word"))
    connectives: frozenset[str] = field(metadata=word_set("word"))
    clitics: Mapping[str, Leaning] = field(metadata=word_pairs("word", "kind", Leaning))
    elisions: tuple[Elision, ...] = field(
        metadata=named_rows(
            Elision, Column("word"), Column("place", ("start", "lower", "end", "both")), keys=2, keyed=False
        )
    )
    contractions: tuple[Contraction, ...] = field(
        metadata=named_rows(
            Contraction,
            Column("part"),
            Column("place", ("start", "end", "stem", "whole")),
            Column("word"),
            keys=2,
            keyed=False,
        )
    )
    apparatus: tuple[Apparatus, ...] = field(
        metadata=named_rows(
            Apparatus, Column("text"), Column("part", get_args(ApparatusPart)), keys=2, keyed=False
        )
    )
    # lines of a text
    heading_words: frozenset[str] = field(metadata=word_set("word"))
    claim_verbs: frozenset[str] = field(metadata=word_set("word"))
    label_nouns: frozenset[str] = field(metadata=word_set("word"))
    label_roles: Mapping[str, frozenset[str]] = field(metadata=word_groups("word", "nouns"))
    staging_words: frozenset[str] = field(metadata=word_set("word"))
    proceedings: frozenset[str] = field(metadata=word_set("phrase"))
    placeholders: frozenset[str] = field(metadata=word_set("phrase"))
    # who speaks
    pronouns: Mapping[str, Pronoun] = field(
        metadata=named_rows(
            Pronoun,
            Column("form"),
            Column("gender", get_args(Gender)),
            Column("number", get_args(Number)),
            Column("kind", get_args(PronounKind)),
        )
    )
    titles: Mapping[str, Title] = field(
        metadata=named_rows(
            Title, Column("title"), Column("gender", get_args(Gender)), Column("kind", get_args(TitleKind))
        )
    )
    title_nouns: Mapping[str, str] = field(metadata=word_pairs("title", "noun"))
    first_names: Mapping[str, Gender] = field(metadata=word_pairs("name", "gender", Gender, folded=True))
    hypocoristics: Mapping[str, frozenset[str]] = field(metadata=word_groups("name", "names", folded=True))
    family_names: frozenset[str] = field(metadata=word_set("name"))
    name_particles: frozenset[str] = field(metadata=word_set("word"))
    second_names: frozenset[str] = field(metadata=word_set("words"))
    name_suffixes: frozenset[str] = field(metadata=word_set("word"))
    capitalised_words: frozenset[str] = field(metadata=word_set("word"))
    mass_nouns: frozenset[str] = field(metadata=word_set("noun"))
    capitalised_tags: frozenset[str] = field(metadata=word_set("tag"))
    roles: Mapping[str, Gender] = field(metadata=word_pairs("noun", "gender", Gender))
    article_genders: Mapping[str, Gender] = field(metadata=word_pairs("word", "gender", Gender))
    unnamed_roles: frozenset[str] = field(metadata=word_set("noun"))
    body_voices: frozenset[str] = field(metadata=word_set("word"))
    either_roles: frozenset[str] = field(metadata=word_set("noun"))
    plain_persons: frozenset[str] = field(metadata=word_set("noun"))
    epithet_nouns: frozenset[str] = field(metadata=word_set("noun"))
    gestures: Mapping[str, frozenset[str]] = field(metadata=word_groups("word", "nouns"))
    relatives: Mapping[str, tuple[str, ...]] = field(metadata=word_groups("noun", "titles", tuple))
    organisations: Mapping[str, Body] = field(metadata=word_pairs("noun", "label", Body))
    firm_nouns: frozenset[str] = field(metadata=word_set("noun"))
    known_bodies: Mapping[str, frozenset[str]] = field(metadata=word_groups("name", "nouns"))
    trade_words: Mapping[str, frozenset[str]] = field(metadata=word_groups("word", "kinds"))
    broader_nouns: Mapping[str, frozenset[str]] = field(metadata=word_groups("noun", "kinds"))
    work_makers: Mapping[str, frozenset[str]] = field(metadata=word_groups("noun", "makers"))
    group_nouns: frozenset[str] = field(metadata=word_set("noun"))
    document_nouns: frozenset[str] = field(metadata=word_set("noun"))
    place_nouns: frozenset[str] = field(metadata=word_set("noun"))
    reply_nouns: frozenset[str] = field(metadata=word_set("noun"))
    manner_nouns: frozenset[str] = field(metadata=word_set("noun"))
    parties: Mapping[str, tuple[str, ...]] = field(metadata=word_groups("letter", "nouns", tuple))
    affiliations: Mapping[str, Affiliation] = field(
        metadata=word_records(
            Affiliation, Column("form"), Column("of"), Column("kind", get_args(AffiliationKind))
        )
    )
    function_words: FunctionWords = field(metadata=function_rows())

    @property
    def speech_pronouns(self) -> frozenset[str]:
        """The pronouns of the first and the second person, by which speech can be told."""
        return frozenset(word.form for word in self.pronouns.values() if word.kind in {"first", "second"})

    @property
    def own_pronouns(self) -> frozenset[str]:
        """The pronouns of the first person, by which people tell of themselves."""
        return frozenset(word.form for word in self.pronouns.values() if word.kind == "first")

    @property
    def courtesies(self) -> frozenset[str]:
        """The titles that say nothing of an office ("mr")."""
        return frozenset(form for form, title in self.titles.items() if title.kind == "courtesy")

    @property
    def inverted_forms(self) -> frozenset[str]:
        """The forms of verbs whose subject stands behind them beside what they report, by the tables."""
        verbs = {verb.lemma for verb in self.reporting_verbs.values() if "inverted" in verb.frames}
        return frozenset(form for form, lemma in self.lemmas.items() if lemma in verbs)

    def is_title(self, word: str) -> bool:
        """Whether *word* is a title, in any case and with its full stop or without, but see `title_of`."""
        return self.title_of(word) is not None

    def title_of(self, word: str) -> Title | None:
        """The title that *word* is, if it is one; first letters are capitals ("DI Lund", not "Di Lund")."""
        bare = unstopped(word)
        is_name = word.istitle() and word[-1] != "." and bare in self.function_words.lettered_title
        return None if is_name else self.titles.get(bare)

    @labels.default
    def _labels(self) -> Labels:
        return labels_of_schemes(self.schemes)

    @translation.default
    def _translation(self) -> Translation:
        return translation_of_schemes(self.schemes)


def read_language(code: str, folder: Traversable) -> Language:
    """The language *code*, whose tables are the files of *folder*.

    Raises:
        LanguageError: A table is missing.
        TableError: One cannot be read; the error names the file and the line.
    """
    values: dict[str, Any] = {}
    for attribute in fields(Language):
        reader: TableReader | None = attribute.metadata.get(READER)
        if reader is None:
            continue
        path = folder.joinpath(f"{attribute.name}.tsv")
        if not path.is_file():
            raise LanguageError(code, languages(), missing=path.name)
        values[attribute.name] = reader.made(read_table(path, reader.table))
    language = Language(code=code, **values)
    require_constructions(language, folder.joinpath("reporting_verbs.tsv"))
    return language


def require_constructions(language: Language, table: Traversable) -> None:
    """Refuse a reporting verb in a construction that there is none of.

    Raises:
        TableError: The *table* of reporting verbs has one, in the line that the error names.
    """
    known = CONSTRUCTIONS | language.function_words.reporting_preposition
    for number, (*_, constructions) in islice(numbered_lines(table), 1, None):
        unknown = next((name for name in constructions.split() if name not in known), None)
        if unknown is not None:
            allowed = (
                f"allowed is {', '.join(sorted(known))}, or a reporting preposition of function_words.tsv"
            )
            raise TableError(str(table), number, f"constructions is {unknown!r}, {allowed}")


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages whose word lists come with quotekit, in alphabetical order."""
    folders = files(__package__).iterdir()
    return tuple(sorted(entry.name for entry in folders if entry.is_dir() and len(entry.name) == 2))


@cache
def language_of(code: str) -> Language:
    """The record of the language *code*, such as ``doc.lang_``, read at the first call.

    Raises:
        LanguageError: There are no word lists for it, or a table is missing.
        TableError: A table cannot be read.
    """
    folder = files(__package__).joinpath(code) if code in languages() else installed_folder(code)
    if folder is None:
        raise LanguageError(code, languages())
    return read_language(code, folder)


def installed_folder(code: str) -> Traversable | None:
    """The tables of a language that another package brings, by its entry point; None without one."""
    point = next(iter(entry_points(group=GROUP, name=code)), None)
    return None if point is None else files(point.value)
