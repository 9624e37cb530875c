"""Firefox and WebKitGTK for `bench.start`, through the drivers of `tests/engines`. Plain only: slowed, the documented ways take minutes there."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import start
from bench.settle import settle
from tests.engines import drivers

Missing = drivers.Missing


@dataclass(frozen=True, slots=True)
class Driver:
    engine: drivers.Engine

    def open(self, address: str) -> None:
        self.engine.open(address)

    def evaluate(self, script: str) -> Any:
        return self.engine.run(f"() => {script}")


@contextmanager
def firefox(profile: Path) -> Iterator[Driver]:
    """Firefox with this profile, once it is open and idle.

    :raises Missing: it is not on this machine.
    """
    with ExitStack() as closing:
        engine = drivers.Firefox(profile / "firefox", closing)
        settle(os.getpid())
        yield Driver(engine)


@dataclass(slots=True)
class WebKit:
    """Visits with WebKitGTK. Under its driver it keeps nothing from one start to the next, so all visits of one profile are made in one."""

    closing: ExitStack = field(default_factory=ExitStack)
    profile: Path | None = None
    driver: Driver | None = None

    def __enter__(self) -> "WebKit":
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.close()

    def visit(self, profile: Path, address: str) -> start.Outcome:
        if profile != self.profile:
            self.closing.close()
            self.driver, self.profile = Driver(drivers.WebKit(profile, self.closing)), profile
        self.driver.open("about:blank")
        settle(os.getpid())
        self.driver.open(address)
        return start.outcome(self.driver, address)
