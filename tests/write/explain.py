"""What a sentence stands on: the one answer, party field or proof without which it goes or changes while its text is still there."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from checker.ask.parties import PARTY_FIELDS
from checker.ask.question import UNKNOWN, asked, chosen
from checker.ask.questions import BY_ID, QUESTIONS
from tests.write.sample_cases import TYPED, Sample, leading, met, tried
from tests.write.sentences import BLANK, Told, masked, split

FILL = {"text": "抄来的一句", "money": "90000", "when": "2026-04-19", "duration": "3 天", "period": "9 天", "number": "9"}
FIELDS = tuple(field.id for field in PARTY_FIELDS)
NEVER = ("truthful",)
"""Without a yes to this there are no texts at all."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one answer: a choice or a typed answer taken away, one of several taken away, or an empty field filled."""

    field: str
    value: str
    """What was there, so that the same change of the same value need not be tried twice: a choice by its value, what is typed as “filled”."""


def changes(sample: Sample) -> Iterator[Change]:
    """Every change to 不清楚 or empty that a case allows, and for fields that are empty, the filling."""
    for question in asked(QUESTIONS, sample.answers):
        given = chosen(sample.answers.get(question.id))
        if question.id in NEVER:
            continue
        if question.options:
            yield from (Change(question.id, value) for value in given if value != UNKNOWN)
        else:
            yield Change(question.id, "filled" if given else "empty")
    yield from (Change(id, "filled" if sample.parties.get(id) else "empty") for id in FIELDS)


def changed(sample: Sample, change: Change) -> Sample | None:
    """The case after that change, or ``None`` where it contradicts itself."""
    answers, parties = dict(sample.answers), dict(sample.parties)
    where = parties if change.field in FIELDS else answers
    if change.value == "filled":
        del where[change.field]
    elif change.value == "empty":
        where[change.field] = TYPED[change.field][0] if change.field in TYPED else FILL[BY_ID[change.field].kind]
    elif BY_ID[change.field].kind == "choices":
        answers[change.field] = [value for value in chosen(answers[change.field]) if value != change.value] or [UNKNOWN]
    else:
        answers[change.field] = UNKNOWN
    return tried(answers, parties, sample.now)


def still(sample: Sample, after: Sample | None, one: Told) -> str | None:
    """The text of ``one`` after a change, masked, if it is still there and rests on the same rules; else ``None``.

    A change that takes away what makes a rule hold would “explain” whatever stands in the rule's sentences.
    """
    before, now = _matter(sample, one.route), after and _matter(after, one.route)
    if not now or leading(now) != one.rule or met(now) != met(before):
        return None
    return text_of(after, one)


def text_of(sample: Sample, one: Told) -> str | None:
    """The text that ``one`` is from, masked, or ``None`` where the case has no such text."""
    matter = _matter(sample, one.route)
    for letter in matter["letters"] if matter else ():
        if letter["name"] == one.letter:
            return masked(letter["short"] if one.short else letter["text"], sample)
    return None


def _matter(sample: Sample, route: str) -> dict | None:
    return next((matter for matter in sample.matters if matter["route"] == route), None)


@dataclass
class Explainer:
    """Finds explanations, and remembers them: the same shape in the same text of the same rule, with the same value, is not tried again."""

    known: set[tuple] = field(default_factory=set)
    by_shape: dict[tuple, Counter] = field(default_factory=dict)
    by_field: Counter = field(default_factory=Counter)
    checks: int = 0

    def unexplained(self, sample: Sample, wanted: Iterable[Told]) -> list[Told]:
        """Those of the ``wanted`` sentences that no single change takes away."""
        possible = list(changes(sample))
        open_ones = {one: one.shape for one in wanted if not any(self.remembers(one, change) for change in possible)}
        while open_ones and possible:
            change = max(possible, key=lambda each: self._promise(each, open_ones))
            possible.remove(change)
            if change.value == "empty" and not any(BLANK.search(one.words) for one in open_ones):
                continue
            self.checks += 1
            after = changed(sample, change)
            for one in list(open_ones):
                text = still(sample, after, one) if change.value != "empty" or BLANK.search(one.words) else None
                if text is not None and one.words not in split(text):
                    self.known.add(self._key(one, change))
                    self.by_shape.setdefault((one.short, one.shape), Counter())[change.field] += 1
                    self.by_field[change.field] += 1
                    del open_ones[one]
        return list(open_ones)

    def remembers(self, one: Told, change: Change) -> bool:
        """Whether this change of this value took this shape out of this text of this rule before."""
        return self._key(one, change) in self.known

    @staticmethod
    def _key(one: Told, change: Change) -> tuple:
        return (one.rule, one.letter, one.short, one.shape, change.field, change.value)

    def _promise(self, change: Change, open_ones: dict[Told, str]) -> tuple[int, int]:
        """How many open sentences this kind of change explained elsewhere, then how many of any."""
        return (
            sum(change.field in self.by_shape.get((one.short, shape), ()) for one, shape in open_ones.items()),
            self.by_field[change.field],
        )
