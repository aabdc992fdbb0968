"""What can go wrong, as exceptions that keep their data and say what to do.

Every error derives from `QuotekitError` and from the built-in that fits, so that both
``except QuotekitError`` and ``except ValueError`` work. All of them survive pickling, which
worker processes need.
"""

from __future__ import annotations

__all__ = [
    "DISTRIBUTION",
    "CorpusError",
    "ExtraMissingError",
    "FileError",
    "InputTypeError",
    "LanguageError",
    "LearningError",
    "OffsetsError",
    "ParseMissingError",
    "PipelineNotFoundError",
    "QuotekitError",
    "RecordError",
    "SettingsError",
    "TableError",
    "WeightsError",
    "WorkerError",
]

_SHOWN = 80
"""Characters of a text that an error shows; chosen by hand: a line."""

DISTRIBUTION = "quotekit-nlp"
"""The name on the public index, where ``quotekit`` alone is somebody else's package."""


class QuotekitError(Exception):
    """The base of all errors that quotekit raises on purpose."""


class InputTypeError(QuotekitError, TypeError):
    """Something was given that is not of the kind that a function takes."""

    _TEXT = "a str or a spaCy Doc"

    def __init__(self, given: str, expected: str = _TEXT) -> None:
        super().__init__(given, expected)
        self.given = given
        self.expected = expected

    def __str__(self) -> str:
        if self.expected == self._TEXT:
            return (
                f"Cannot read quotes from {self.given}: expected {self.expected}. "
                "Decode bytes first, and pass one text at a time."
            )
        return f"Cannot use {self.given}: expected {self.expected}. Pass that instead."


class LanguageError(QuotekitError, ValueError):
    """No rules and no word lists exist for a language."""

    def __init__(self, lang: str, known: tuple[str, ...], missing: str = "") -> None:
        super().__init__(lang, known, missing)
        self.lang = lang
        self.known = known
        self.missing = missing

    def __str__(self) -> str:
        if self.missing:
            return (
                f"Cannot find quotes in language {self.lang!r}: its word lists lack {self.missing}. "
                "Add the file; where the language has no such words, with its header alone."
            )
        return (
            f"Cannot find quotes in language {self.lang!r}: quotekit has word lists for "
            f"{', '.join(self.known)}. Pass a pipeline of one of these, or use "
            "quotekit.find_marked_spans(text), which works in every language."
        )


class TableError(QuotekitError, ValueError):
    """A table of words cannot be read."""

    def __init__(self, path: str, line: int, problem: str) -> None:
        super().__init__(path, line, problem)
        self.path = path
        self.line = line
        self.problem = problem

    def __str__(self) -> str:
        return f"Cannot read {self.path}, line {self.line}: {self.problem}. Correct the line."


class ParseMissingError(QuotekitError, ValueError):
    """A Doc came without the dependency parse that the rules read."""

    def __init__(self, pipes: tuple[str, ...] = ()) -> None:
        super().__init__(pipes)
        self.pipes = pipes

    def __str__(self) -> str:
        return (
            "Cannot find quotes in a Doc without a dependency parse. Parse it with a pipeline "
            "that has a 'parser', or pass its text (doc.text) and let quotekit parse it."
        )


class PipelineNotFoundError(QuotekitError, OSError):
    """No spaCy pipeline for a language is installed, or none is known."""

    def __init__(self, lang: str, command: str) -> None:
        self.lang = lang
        self.command = command
        super().__init__(str(self))

    def __reduce__(self) -> tuple[type[PipelineNotFoundError], tuple[str, str]]:
        return type(self), (self.lang, self.command)

    def __str__(self) -> str:
        if not self.command:
            return (
                f"Cannot parse a text: no spaCy pipeline for language {self.lang!r} is known. "
                "Pass one that is loaded (nlp=...), or name a package in the language's table pipelines.tsv."
            )
        return (
            f"Cannot parse a text: no spaCy pipeline for language {self.lang!r} is installed. "
            f"Install one with: {self.command}"
        )


class SettingsError(QuotekitError, ValueError):
    """A setting has a value that it cannot have."""

    def __init__(self, setting: str, value: str, allowed: str) -> None:
        super().__init__(setting, value, allowed)
        self.setting = setting
        self.value = value
        self.allowed = allowed

    def __str__(self) -> str:
        return f"Cannot use {self.setting}={self.value}: allowed is {self.allowed}."


class RecordError(QuotekitError, ValueError):
    """What was given, or a dict, does not hold the record that it should."""

    def __init__(self, record: str, problem: str) -> None:
        super().__init__(record, problem)
        self.record = record
        self.problem = problem

    def __str__(self) -> str:
        return (
            f"Cannot make a {self.record}: {self.problem}. Give it what quotekit.{self.record} says, "
            f"or from_dict() what {self.record}.to_dict() returns."
        )


class CorpusError(QuotekitError, ValueError):
    """A file of annotated documents does not hold what it should; line 0 is the file as a whole."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(file, line, problem)
        self.file = file
        self.line = line
        self.problem = problem

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        return f"Cannot read {where}: {self.problem}."


class FileError(QuotekitError, OSError):
    """A file or folder cannot be read or written."""

    errno: int | None
    strerror: str
    filename: str

    def __init__(self, file: str, problem: str, doing: str = "read", errno: int | None = None) -> None:
        self.file = file
        self.problem = problem
        self.doing = doing
        super().__init__(str(self))
        self.errno, self.strerror, self.filename = errno, problem, file

    def __reduce__(self) -> tuple[type[FileError], tuple[str, str, str, int | None]]:
        return type(self), (self.file, self.problem, self.doing, self.errno)

    def __str__(self) -> str:
        advice = f"Check its name, and whether you may {self.doing} it."
        return f"Cannot {self.doing} {self.file}: {self.problem}. {advice}"


class OffsetsError(QuotekitError, ValueError):
    """A span does not stand in the text where it says."""

    def __init__(self, start: int, end: int, expected: str, there: str) -> None:
        super().__init__(start, end, expected, there)
        self.start = start
        self.end = end
        self.expected = expected
        self.there = there

    def __str__(self) -> str:
        return (
            f"Cannot find {self.expected[:_SHOWN]!r} at offsets {self.start} to {self.end}: the text has "
            f"{self.there[:_SHOWN]!r} there. Pass the very text that the quotes were found in."
        )


class LearningError(QuotekitError, ValueError):
    """The annotated documents hold nothing to learn from."""

    def __init__(self, subject: str, missing: str) -> None:
        super().__init__(subject, missing)
        self.subject = subject
        self.missing = missing

    def __str__(self) -> str:
        return f"Cannot learn {self.subject}: there is no {self.missing}. Give documents that hold some."


class ExtraMissingError(QuotekitError, ImportError):
    """A library is not installed that only some users need."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(library, extra)
        self.library = library
        self.extra = extra

    def __str__(self) -> str:
        return (
            f"Cannot do this: {self.library} is not installed. "
            f'Install it with: pip install "{DISTRIBUTION}[{self.extra}]"'
        )


class WeightsError(QuotekitError, OSError):
    """Weights of a trained tagger or of turns are missing or damaged, or do not fit this version."""

    strerror: str
    filename: str

    def __init__(self, file: str, problem: str) -> None:
        self.file = file
        self.problem = problem
        super().__init__(str(self))
        self.strerror, self.filename = problem, file

    def __reduce__(self) -> tuple[type[WeightsError], tuple[str, str]]:
        return type(self), (self.file, self.problem)

    def __str__(self) -> str:
        return (
            f"Cannot load weights: {self.file} {self.problem}. Name the folder weights that quotekit train, "
            "or the file that quotekit train-turns has written; if it is quotekit's own file, install "
            "quotekit anew."
        )


class WorkerError(QuotekitError, RuntimeError):
    """A process that should read texts could not be started, or died."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        return (
            f"Cannot use a worker process: {self.problem}. Pass n_process=1 to see what goes wrong, and "
            "start processes only below `if __name__ == '__main__':`."
        )
