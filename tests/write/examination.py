"""All samples examined once: the faults of their sentences, and what was seen on the way."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from tests.write.coverage import expected
from tests.write.declared import declared
from tests.write.explain import Explainer
from tests.write.reviewed import Carriers, carried, fixed
from tests.write.sample_cases import Sample, pairs, samples, seeds, texts, tried
from tests.write.sentences import Told, told
from tests.write.text_faults import CHECKS

EACH = 11
"""Cases for each rule and stage; with the 519 pairs there are more than 3,000."""
UNEXPLAINED = "no answer, party field or proof takes it away, and no list has it"
ENOUGH = 2
"""So many times one shape in one text is tried in vain; it is reported then, and its other cases are not tried."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One sentence that must not stand like that, with the case it stands in."""

    kind: str
    one: Told
    why: str
    sample: Sample

    def __str__(self) -> str:
        text = f"{self.one.letter}{' (short)' if self.one.short else ''}"
        return (
            f"[{self.kind}] {self.one.rule}, {text}, stage {self.sample.stage}: {self.one.words}\n    {self.why}\n"
            f"    --now {self.sample.now} {self.sample.json}"
        )


@dataclass
class Examiner:
    """Looks at one case after the other. What explained a sentence once is remembered for the next."""

    explainer: Explainer = field(default_factory=Explainer)
    carriers: Carriers = field(default_factory=Carriers)
    declared: Carriers = field(default_factory=Carriers)
    tried: Counter = field(default_factory=Counter)
    fixed_seen: set[str] = field(default_factory=set)

    def faults(self, sample: Sample) -> list[Fault]:
        """Everything wrong with the texts of one case."""
        ones = told(sample)
        found = [
            Fault("carried", one, why, sample)
            for one, why in self.carriers.faults(sample, [one for one in ones if one.shape in carried()], carried())
        ]
        self.fixed_seen |= {one.shape for one in ones if one.shape in fixed()}
        open_ones = [
            one for one in ones if one.shape not in fixed() and one.shape not in carried() and self.tried[one.place, one.shape] < ENOUGH
        ]
        unexplained = self.explainer.unexplained(sample, open_ones)
        lines = declared(sample) if unexplained else {}
        by_rule = [one for one in unexplained if one.shape in lines]
        found += [Fault("declared", one, why, sample) for one, why in self.declared.faults(sample, by_rule, lines)]
        for one in (one for one in unexplained if one.shape not in lines):
            self.tried[one.place, one.shape] += 1
            found.append(Fault("unexplained", one, UNEXPLAINED, sample))
        return found + [Fault(check.__name__, one, why, sample) for check in CHECKS for one, why in check(sample, ones)]


@dataclass
class Examination:
    """What the test looks at."""

    cases: int
    missing: list[tuple[str, str, str]]
    faults: list[Fault]
    unused_fixed: set[str]
    unused_carried: set[str]


@cache
def examination() -> Examination:
    """Every sample examined; takes some minutes."""
    examiner, faults, cases, missing = Examiner(), [], 0, []
    for rule, stage in pairs():
        seen: set[str] = set()
        for sample in samples(rule, stage, expected().get((rule, stage), frozenset()), EACH):
            cases, seen = cases + 1, seen | texts(sample, rule)
            faults += examiner.faults(sample)
        missing += [(rule, stage, name) for name in sorted(expected().get((rule, stage), frozenset()) - seen)]
    seen_ones = examiner.fixed_seen | examiner.carriers.used | _in_stories()
    return Examination(cases, missing, faults, set(fixed()) - seen_ones, set(carried()) - seen_ones)


def _in_stories() -> set[str]:
    """The shapes of what the texts of the stories say: a sentence that only one story brings is not idle because the draws miss it."""
    cases = (tried(answers, {}, now) for stories in seeds().values() for answers, now in stories.values())
    return {one.shape for sample in cases if sample for one in told(sample)}


def smallest(faults: Iterable[Fault]) -> dict[tuple[str, str], tuple[Fault, int, list[str]]]:
    """For each kind and shape: the fault with the fewest answers, how many there are, and in which texts of which rules."""
    found: dict[tuple[str, str], list[Fault]] = {}
    for fault in faults:
        found.setdefault((fault.kind, fault.one.shape), []).append(fault)
    return {
        key: (
            min(those, key=lambda fault: len(fault.sample.answers) + len(fault.sample.parties)),
            len(those),
            sorted({f"{fault.one.rule}/{fault.one.letter}{'/short' if fault.one.short else ''}" for fault in those}),
        )
        for key, those in sorted(found.items())
    }
