"""How readers say it, beside the words of the rules."""

import tomllib
from functools import cache
from importlib.resources import files

from checker.errors import DataNotCovered


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads(files(__package__).joinpath("reader_words.toml").read_text(encoding="utf-8"))


def said(id: str) -> tuple[str, ...]:
    """The readers' words for one rule.

    :raises DataNotCovered: the rule has none.
    """
    if id not in _table():
        raise DataNotCovered(f"no readers' words for {id}")
    return tuple(_table()[id])
