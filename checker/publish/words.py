"""How readers say it: of sections that are no rule, and the words that the search is to keep whole."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from checker.errors import DataNotCovered

LONGEST = 4
"""A longer phrase is cut into its words, so that whoever says it a little differently finds it too: 退款一直不到账 finds 退款不到账."""


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads(files(__package__).joinpath("reader_words.toml").read_text(encoding="utf-8"))


def words_of_readers(id: str) -> tuple[str, ...]:
    """The readers' words for one section.

    :raises DataNotCovered: the section has none.
    """
    if id not in _table():
        raise DataNotCovered(f"no readers' words for {id}")
    return tuple(_table()[id])


def dictionary(also_called: Iterable[str]) -> str:
    """The words that cutting Chinese into words leaves whole: those of the field and of sections, and how readers call rules."""
    also_called = (*also_called, *(word for words in _table().values() for word in words))
    own = files(__package__).joinpath("search_words.txt").read_text(encoding="utf-8").splitlines()
    known = {line.split()[0] for line in own}
    return (
        "\n".join((*own, *(f"{word} 99999 n" for word in dict.fromkeys(also_called) if len(word) <= LONGEST and word not in known))) + "\n"
    )
