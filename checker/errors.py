"""Everything that can go wrong, as one tree.

CheckerError
├── InputError              what the reader or the caller gave cannot be read; the message is for the reader
│   ├── AnswerErrors        one or more answers, each with its question and a sentence (never fewer than one)
│   ├── CaseFileError       the case file as a whole: not JSON, another version, unknown keys
│   ├── UnknownLetter       a letter was asked for that this verdict does not offer
│   └── OutputError         where the result was to go, nothing can be written
└── DataError               our data or our code is at fault
    ├── DataNotCovered      a table was asked for a day or an event that it does not reach
    ├── UnknownArticle      an article id that stands in no table
    └── RuleError           a rule, condition or template contradicts its declaration

"Not entitled" is none of these: it is a verdict.
"""

from dataclasses import dataclass


class CheckerError(Exception):
    """Base of every error this package raises on purpose."""


class InputError(CheckerError):
    """Something that was given cannot be read. ``str(error)`` is plain Chinese for the reader."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AnswerError:
    """One answer that cannot be read: the question's id, a code for machines, a sentence for the reader."""

    field: str
    code: str
    message: str


class AnswerErrors(InputError):
    """All unreadable answers of one case, in the order of the questions."""

    def __init__(self, errors: list[AnswerError]):
        if not errors:
            raise RuleError("AnswerErrors without an error")
        self.errors = tuple(errors)
        super().__init__("；".join(error.message for error in errors))


class CaseFileError(InputError):
    """The case file itself cannot be read: no JSON, another version, unknown keys, wrong types."""


class UnknownLetter(InputError):
    """The letter asked for is not among those that the verdict offers."""


class OutputError(InputError):
    """The place that was given for the result takes nothing: no such folder, no right to write, a full disk."""


class DataError(CheckerError):
    """Our own data or code is at fault; never the reader's doing."""


class DataNotCovered(DataError):
    """A table does not reach the day or event that was asked for. Nothing is guessed in its place."""


class UnknownArticle(DataError):
    """An article id that stands in no table."""


class RuleError(DataError):
    """A rule, condition, question or template contradicts what it declares."""
