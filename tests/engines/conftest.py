"""The built site from a process that can be ended, and three engines to read it with."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.browser.conftest import SITE
from tests.engines.drivers import Chromium, Engine, Firefox, Missing, WebKit, end

TOP = Path(__file__).parents[2]


class Site:
    """The address of the built site, ending in a slash, until it is stopped."""

    def __init__(self, host: str = "AskAgain"):
        self._process = subprocess.Popen([sys.executable, "-m", "tests.engines.serve", host], cwd=TOP, stdout=subprocess.PIPE, text=True)
        self.address = self._process.stdout.readline().strip()

    def stop(self) -> None:
        end(self._process)


@pytest.fixture
def site() -> Iterator[Site]:
    if not (SITE / "check" / "index.html").is_file():
        pytest.fail("site/ holds no built site; run `make build` first.", pytrace=False)
    site = Site()
    yield site
    site.stop()


@pytest.fixture
def site_without_zip() -> Iterator[Site]:
    """The same on a host that compresses text alone."""
    site = Site("KnowsNoZip")
    yield site
    site.stop()


@pytest.fixture(params=[Chromium, Firefox, WebKit], ids=lambda engine: engine.__name__)
def engine(request, tmp_path) -> Iterator[Engine]:
    with ExitStack() as closing:
        try:
            engine = request.param(tmp_path / "profile", closing)
        except Missing as missing:
            raise pytest.fail.Exception(str(missing), pytrace=False) from None
        yield engine
