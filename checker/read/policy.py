"""A platform's rules as somebody pasted them: what is not refunded, what deserves doubt, what is promised in numbers, and where one can turn to.

Nothing is decided by it. A clause that deserves doubt may be void; a court says whether it is.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from checker.ask.periods import read_period
from checker.ask.questions import BY_ID
from checker.ask.read import Unreadable, duration
from checker.read.passage import Span, read_passage
from checker.read.policy_clauses import Clause, clauses
from checker.read.policy_numbers import SHOWN, Contact, Number, Page, contacts, fees, read_page, says_instant, times
from checker.read.proposal import Proposal

__all__ = ["LONGEST", "Clause", "Contact", "Number", "Policy", "read_policy"]

LONGEST = 200_000
"""Characters of a policy that are read; the longest agreements of large platforms have less."""
PERIODS = {"review": "answer_within", "refund": "refund_within", "appeal": "appeal_days"}
"""The question that a kind of number answers, each with a length of time in days."""
_AS_TYPED = SHOWN | {"calendar_day": "天"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Policy:
    """What was read in a policy, each in the order of the text. ``read``: how many characters were read, ``cut`` whether there were more."""

    read: int
    cut: bool
    clauses: tuple[Clause, ...]
    numbers: tuple[Number, ...]
    contacts: tuple[Contact, ...]
    proposals: tuple[Proposal, ...]


def read_policy(text: str) -> Policy:
    """What a policy says. Any string can be read; spans are places in it, counted in code points."""
    page = read_page(read_passage(text, LONGEST))
    charged = tuple(fees(page))
    numbers = tuple(sorted((*times(page), *charged), key=lambda number: number.spans))
    return Policy(
        read=min(len(text), LONGEST),
        cut=len(text) > LONGEST,
        clauses=clauses(page, charged),
        numbers=numbers,
        contacts=tuple(contacts(page)),
        proposals=tuple(_proposals(numbers, page)),
    )


def _proposals(numbers: Sequence[Number], page: Page) -> Iterable[Proposal]:
    """The answers to questions of the form for which the text has one number each, in the order of the form."""
    arrival = [number for number in numbers if number.kind == "arrival"]
    instant = says_instant(page)
    if arrival:
        yield _chosen("promised", "stated", tuple(number.spans[0] for number in arrival))
        yield from _typed("promised_time", arrival, duration)
    elif instant:
        yield _chosen("promised", "instant", instant)
    for kind, question in PERIODS.items():
        yield from _typed(question, [number for number in numbers if number.kind == kind], read_period)


def _chosen(question: str, value: str, spans: tuple[Span, ...]) -> Proposal:
    asked = BY_ID[question]
    shown = next(option.label for option in asked.options if option.value == value)
    return Proposal(question=question, label=asked.label, value=value, shown=shown, spans=spans)


def _typed(question: str, numbers: Sequence[Number], read: Callable[[str], object]) -> Iterable[Proposal]:
    """The longest of what is said, as it would be typed; nothing where the text says two different times or the field takes none such."""
    values = {f"{number.most} {_AS_TYPED[number.unit]}" for number in numbers}
    if len(values) != 1:
        return
    value = values.pop()
    try:
        read(value)
    except Unreadable:
        return
    spans = tuple(number.spans[0] for number in numbers)
    yield Proposal(question=question, label=BY_ID[question].label, value=value, shown=value, spans=spans)
