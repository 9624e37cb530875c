"""What stands in the tables of words, made into patterns. Each row is a regular expression of bounded repeats; ``~`` stands for up to six characters
of the same clause and ``…`` for up to sixteen of the same sentence.
"""

import re
from functools import cache

NEAR, FAR = "[^。?，：]{0,6}?", "[^。?]{0,16}?"
UNBOUNDED = re.compile(r"(?<!\\)[*+]|\{\d+,\}")
"""What no row may have: a repeat without an end is what runs away."""


@cache
def pattern(row: str) -> re.Pattern[str]:
    """The pattern of one row.

    :raises ValueError: it has a repeat without an end, or is none.
    """
    if UNBOUNDED.search(row):
        raise ValueError(f"{row}: a repeat without an end")
    try:
        return re.compile(row.replace("~", NEAR).replace("…", FAR))
    except re.error as problem:
        raise ValueError(f"{row}: {problem}") from None
