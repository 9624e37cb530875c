"""A story in the reader's own words, and the answers that it proposes. Nothing is taken over by itself: the reader ticks what is so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from checker.ask.periods import read_period
from checker.ask.question import Question
from checker.ask.questions import BY_ID, QUESTIONS
from checker.ask.read import Unreadable, duration
from checker.ask.said import LIE, TABLES
from checker.law.table import table
from checker.read import amounts, moments
from checker.read.hits import Hit, hits, options, spans
from checker.read.passage import LONGEST, Span, read_passage
from checker.read.phrases import pattern
from checker.read.proposal import Proposal
from checker.read.said import PACKAGE, only_with, words_of
from checker.read.scope import Scope, read_scope

LONGEST_QUOTE = 60
_LENGTH = r"(?P<length>(?<!\d)(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})个?(?:分钟|小时|工作日|天|日|周|月))"
_READS = {"duration": duration, "period": read_period}
Found = list[tuple[str, list[Hit]]]
"""The answers to one question, each with its places."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Story:
    """What was read in a story, in the order of the form. ``made_up``: where it says that its reason is made up; then nothing is proposed. ``read``: how many
    characters were read, ``cut`` whether there were more.
    """

    read: int
    cut: bool
    made_up: tuple[Span, ...]
    proposals: tuple[Proposal, ...]


def read_story(text: str, now: datetime) -> Story:
    """What a story says. ``now``: times are read from here, and none lies ahead. Any string can be read."""
    scope = read_scope(read_passage(text))
    read, cut = min(len(text), LONGEST), len(text) > LONGEST
    lies = hits(words_of(LIE), scope)
    if lies:
        return Story(read=read, cut=cut, made_up=spans(lies, scope), proposals=())
    return Story(read=read, cut=cut, made_up=(), proposals=propose(scope, TABLES, now))


def propose(scope: Scope, questions: tuple[str, ...], now: datetime, known: Mapping[str, Found] | None = None) -> tuple[Proposal, ...]:
    """The answers to these questions for which the text speaks, in the order of the form; each question behind those that it looks at. ``known``:
    what was read before.
    """
    found: dict[str, Found] = dict(known or {})
    for id in questions:
        if all(values & {value for value, _ in found.get(other, ())} for other, values in only_with(id).items()):
            found[id] = _answers(BY_ID[id], scope, found, now)
    return tuple(_proposal(question, value, own, scope) for question in QUESTIONS for value, own in found.get(question.id, ()))


def _answers(question: Question, scope: Scope, found: Mapping[str, Found], now: datetime) -> Found:
    if question.kind == "money":
        sums = amounts.only_one(amounts.answers(question.id, scope), scope)
        return [(sums[0].typed, [Hit("", each.start, each.end) for each in sums])] if sums else []
    if question.kind == "when":
        times = moments.only_one(moments.answers(question.id, scope, now))
        return [(times[0].typed, [Hit("", each.start, each.end) for each in times])] if times else []
    if question.kind == "text":
        return _quoted(question, scope)
    if question.kind in ("duration", "period"):
        return _length(question, scope)
    words = words_of(question.id)
    close = [hit for other in words.only_with for value, own in found.get(other, ()) for hit in own]
    read = {other: [value for value, _ in answers] for other, answers in found.items()}
    left = options(words, hits(words, scope, close), scope, read)
    if question.kind == "choice":
        return list(left.items()) if len(left) == 1 else []
    # Of more than may be ticked those with the most words: what is told at length is what it is about.
    most = sorted(left, key=lambda option: -max(hit.length for hit in left[option]))[: question.at_most or None]
    return [(option, own) for option, own in left.items() if option in most]


def _quoted(question: Question, scope: Scope) -> Found:
    """What stands in quotation marks and has the words of the question's table in it, where there is but one such."""
    said = pattern(table(question.id, PACKAGE)["said"])
    quotes = [
        (start, end) for start, end in scope.passage.quoted if end - start <= LONGEST_QUOTE and said.search(scope.passage.plain, start, end)
    ]
    if len(quotes) != 1:
        return []
    start, end = quotes[0]
    return [(scope.passage.words(start, end), [Hit("", start, end)])]


def _length(question: Question, scope: Scope) -> Found:
    """The length of time that stands where a row of the question's table has a ``#``, where all of them are one."""
    rows = (pattern(row.replace("#", _LENGTH)) for row in table(question.id, PACKAGE)["said"])
    found = [
        match
        for row in rows
        for match in row.finditer(scope.passage.plain)
        if not (scope.is_denied(match.start()) or scope.is_asked(*match.span()) or scope.is_supposed(*match.span()))
    ]
    lengths = {match["length"] for match in found}
    if len(lengths) != 1:
        return []
    try:
        _READS[question.kind](found[0]["length"])
    except Unreadable:
        return []
    return [(lengths.pop(), [Hit("", *match.span("length")) for match in found])]


def _proposal(question: Question, value: str, own: list[Hit], scope: Scope) -> Proposal:
    shown = next((option.label for option in question.options if option.value == value), value)
    return Proposal(question=question.id, label=question.label, value=value, shown=shown, spans=spans(own, scope))
