"""Time from opening a page to the checker's first reply, for a first visit and for three later ones with the same profile.

The engine is given: a visit is any function that opens an address in a browser with a profile, waits for what the page says came of it, and
closes the browser. `visits` makes one out of a driver, which has to know two things only.
"""

import json
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Protocol
from urllib.parse import urlencode

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "7"))
#: The first visit and the later ones, of one profile.
VISITS = 4
LIMIT_SECONDS = 300
#: Seldom enough that a slowed browser does not notice being asked. The page takes the time itself.
ASK_EVERY_SECONDS = 0.2

Outcome = dict[str, Any]
Visit = Callable[[Path, str], Outcome]


class NoReply(Exception):
    """A page under measurement gave an error instead of a reply, or nothing, or something else than the other pages."""


class Driver(Protocol):
    """A browser that is open."""

    def open(self, address: str) -> None: ...

    def evaluate(self, script: str) -> Any:
        """The value of an expression in the page, as JSON knows it."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of loading the checker: the page that does it, and whether it has to begin later visits from kept memory."""

    address: str
    keeps_memory: bool = False


@dataclass(frozen=True, slots=True)
class Rounds:
    """All visits of one way: for every round, what came of each."""

    outcomes: list[list[Outcome]]

    @property
    def first(self) -> list[float]:
        return [visits[0]["milliseconds"] for visits in self.outcomes]

    @property
    def later(self) -> list[float]:
        """For every round the median of its later visits."""
        return [median(visit["milliseconds"] for visit in visits[1:]) for visits in self.outcomes]


def visits(opened: Callable[[Path], AbstractContextManager[Driver]]) -> Visit:
    """A visit with a browser that `opened` opens with a profile."""

    def visit(profile: Path, address: str) -> Outcome:
        with opened(profile) as driver:
            driver.open(address)
            return outcome(driver, address)

    return visit


def outcome(driver: Driver, address: str) -> Outcome:
    """What the page says came of it.

    :raises NoReply: an error, or nothing in time.
    """
    late = time.monotonic() + LIMIT_SECONDS
    while time.monotonic() < late:
        if found := driver.evaluate("globalThis.outcome ?? null"):
            if "error" in found:
                raise NoReply(f"{address}: {found['error']}")
            return found
        time.sleep(ASK_EVERY_SECONDS)
    raise NoReply(f"{address}: nothing after {LIMIT_SECONDS} s")


def address(page: str, **given: str) -> str:
    """The address of a page, with what the page is given behind it."""
    return f"{page}?{urlencode(given)}"


def measure(ways: dict[str, Way], speeds: dict[str, Visit], asked: list[str], say: Callable[[str], None]) -> dict[str, dict[str, Rounds]]:
    """By speed and by way, the outcomes of all rounds. In each round everything has its turn, and another begins.

    `asked` is the server's list; each outcome gets what was asked during its visit.
    """
    seen = {speed: {name: Rounds([]) for name in ways} for speed in speeds}
    for number in range(ROUNDS):
        say(f"round {number + 1} of {ROUNDS}")
        for speed, visit in _turned(list(speeds.items()), number):
            for name, way in _turned(list(ways.items()), number):
                seen[speed][name].outcomes.append(_visited(way, visit, asked))
    return seen


def _turned(turns: list, number: int) -> list:
    number %= len(turns)
    return turns[number:] + turns[:number]


def _visited(way: Way, visit: Visit, asked: list[str]) -> list[Outcome]:
    """All visits with one fresh profile."""
    found = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for number in range(VISITS):
            asked.clear()
            found.append(visit(Path(profile), way.address) | {"asked": list(asked)})
            if way.keeps_memory and found[-1]["how"] != ("snapshot" if number else "cold"):
                raise NoReply(f"Visit {number + 1} began {found[-1]['how']!r}.")
    return found


def same_reply(outcomes: list[Outcome]) -> dict:
    """The reply that all gave.

    :raises NoReply: there are several, and times of different work cannot be compared.
    """
    replies = {json.dumps(outcome["reply"] | {"id": None}, sort_keys=True) for outcome in outcomes}
    if len(replies) != 1:
        raise NoReply("The same request got different replies, so their times cannot be compared.")
    return json.loads(replies.pop())
