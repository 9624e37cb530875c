"""Chromium as a driver for `bench.start`: through Playwright, with the browser that `CHECKER_BROWSER` names."""

import os
import shlex
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright

from bench.settle import settle
from bench.slow import slowed

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
#: A slowed browser on a busy machine is given time to open and to answer.
LIMIT_MS = 300_000


def path() -> str:
    return os.environ["CHECKER_BROWSER"]


@dataclass(frozen=True, slots=True)
class Driver:
    page: Page

    def open(self, address: str) -> None:
        self.page.goto(address, wait_until="commit", timeout=LIMIT_MS)

    def evaluate(self, script: str) -> Any:
        return self.page.evaluate(script)


@dataclass(frozen=True, slots=True)
class Chromium:
    """Calling it opens a browser with this profile. With `slow` it is slowed once it is open and idle."""

    play: Playwright
    slow: bool = False

    @contextmanager
    def __call__(self, profile: Path) -> Iterator[Driver]:
        with tempfile.TemporaryDirectory() as scratch:
            context = self.play.chromium.launch_persistent_context(
                profile,
                executable_path=self._starter(Path(scratch)),
                args=list(FLAGS),
                timeout=LIMIT_MS,
            )
            try:
                process = int(Path(scratch, "process").read_text())
                settle(process)
                with slowed(process) if self.slow else nullcontext():
                    yield Driver(context.pages[0])
            finally:
                context.close()

    @staticmethod
    def _starter(scratch: Path) -> Path:
        """What becomes the browser, after it has written down which process that is."""
        starter, process = scratch / "start", shlex.quote(str(scratch / "process"))
        starter.write_text(f'#!/bin/sh\necho $$ > {process}\nexec {shlex.quote(path())} "$@"\n')
        starter.chmod(0o755)
        return starter
