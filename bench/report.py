"""What was measured, in words and with the bars beside it. A bar that did not hold is said, and fails nothing: machines differ."""

from collections.abc import Callable, Sequence
from statistics import median, quantiles

from bench.start import Outcome, Rounds

#: Ratios to the documented way, in a worker and on the page's thread.
FIRST, LATER, LATER_ON_PAGE = 0.30, 0.12, 0.35
WIRE_BYTES = 3_000_000
VERDICT_MS = {"plain": 20, "slowed": 80}
RATED = 95


def spread(values: Sequence[float], form: Callable[[float], str]) -> str:
    return " / ".join(form(value) for value in (min(values), median(values), max(values)))


def whole(value: float) -> str:
    return f"{value:,.0f}"


def ratio(value: float) -> str:
    return f"{value:.2f}"


def at_most(value: float, bar: float, unit: str = "") -> str:
    return f"[bar ≤ {bar:g}{unit}: {'held' if value <= bar else 'NOT HELD'}]"


def at_least(value: float, bar: float) -> str:
    return f"[bar ≥ {bar:g}: {'held' if value >= bar else 'NOT HELD'}]"


def beside(scores: dict[str, list[float]]) -> str:
    """Ours and, where there is one, the bare page's: as good as that, and 95 where that has it."""
    told = ", ".join(f"{name} {spread(each, whole)}" for name, each in scores.items())
    bar = median(scores["bare"]) if "bare" in scores else RATED
    return f"{told} {at_least(median(scores['ours']), bar)}"


def starts(ways: dict[str, Rounds]) -> list[str]:
    """One speed of the table: what each way takes, and the ratios, each out of one round."""
    lines = [f"  {name:34}{spread(rounds.first, whole):>28}{spread(rounds.later, whole):>28}" for name, rounds in ways.items()]
    ours, in_worker, on_page = ways.values()
    for label, other, bars in (
        ("documented in a worker", in_worker, (FIRST, LATER)),
        ("documented on the page", on_page, (None, LATER_ON_PAGE)),
    ):
        cells = []
        for mine, theirs, bar in ((ours.first, other.first, bars[0]), (ours.later, other.later, bars[1])):
            found = [one / another for one, another in zip(mine, theirs, strict=True)]
            cells.append((spread(found, ratio), at_most(median(found), bar) if bar else ""))
        (first, first_bar), (later, later_bar) = cells
        lines.append(f"  {'ours to ' + label:34}{first:>28}{later:>28}")
        lines.append(f"  {'':34}{first_bar:>28}{later_bar:>28}")
    return lines


def later_requests(ours: Rounds) -> str:
    later = [visit["asked"] for visits in ours.outcomes for visit in visits[1:]]
    most = max(later, key=len)
    return f"most requests that reached the server on a later visit of {len(later)}: {len(most)} {at_most(len(most), 0)} {' '.join(path.partition('?')[0] for path in most)}"


def long_tasks(ways: dict[str, Rounds]) -> list[str]:
    """Of ours, before the reply and after it, while the memory for later visits is made.

    Beside it the documented way in a worker, whose page does nothing but wait: what it has, the browser and the machine had.
    """
    ours, in_worker, _ = ways.values()
    first, later = _by_visit(ours)
    other_first, other_later = _by_visit(in_worker)
    rows = {
        "first visit, to its answer": (first, lambda task, visit: task["at"] < visit["milliseconds"]),
        "preparing the snapshot": (first, lambda task, visit: task["at"] >= visit["milliseconds"]),
        "later visits": (later, lambda *_: True),
    }
    lines = [f"  {name:28}{tasks(_lengths(visits, counts), len(visits), bar=True)}" for name, (visits, counts) in rows.items()]
    for name, visits in (("first visit", other_first), ("later visits", other_later)):
        lines.append(f"  documented, {name:16}{tasks(_lengths(visits, lambda *_: True), len(visits))}")
    return lines


def _by_visit(rounds: Rounds) -> tuple[list[Outcome], list[Outcome]]:
    return [visits[0] for visits in rounds.outcomes], [visit for visits in rounds.outcomes for visit in visits[1:]]


def _lengths(visits: Sequence[Outcome], counts: Callable[[dict, Outcome], bool]) -> list[float]:
    return [task["milliseconds"] for visit in visits for task in visit["longTasks"] if counts(task, visit)]


def tasks(found: Sequence[float], visits: int, *, bar: bool = False) -> str:
    longest = f", longest {max(found):.0f} ms" if found else ""
    return f"{len(found)} in {visits} visit{'s' if visits > 1 else ''}{longest} {at_most(len(found), 0) if bar else ''}".rstrip()


def wire(parts: dict[str, int]) -> list[str]:
    total = sum(parts.values())
    return [
        *(f"  {part:24}{size:>10,}" for part, size in parts.items()),
        f"  {'total':24}{total:>10,} {at_most(total / 1e6, WIRE_BYTES / 1e6, ' MB')}",
    ]


def verdicts(each: dict[str, float], bar: float | None = None) -> str:
    half, most = _percentile(each, 50), _percentile(each, 95)
    slowest = max(each, key=each.get)
    said = f" {at_most(most, bar, ' ms')}" if bar else ""
    return f"p50 {half:.1f} ms, p95 {most:.1f} ms{said}, slowest of {len(each)} cases {each[slowest]:.1f} ms ({slowest})"


def _percentile(each: dict[str, float], percent: int) -> float:
    return quantiles(each.values(), n=100, method="inclusive")[percent - 1]
