"""The built site, for tests that look at what is published."""

from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder that `make build` leaves."""
    folder = TOP / "site"
    if not (folder / "index.html").is_file():
        pytest.fail("site/ holds no built site; run `make build` first.", pytrace=False)
    return folder
