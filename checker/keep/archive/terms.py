"""The rows of ``archive.toml``: names, limits, patterns and words that Python and the scripts share."""

import re
from typing import Any

from checker.law.table import table

TERMS: dict[str, Any] = table("archive", __package__)
PATHS: dict[str, str] = TERMS["paths"]
LIMITS: dict[str, int] = TERMS["limits"]

_BLANK = re.compile(r"\{(\w+)\}")
_UNSEEN = re.compile(f"[{TERMS['patterns']['unseen']}]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_END = 16
"""Code points of a long name that stay at its end, where what it is stands."""


def fill(words: str, **data: object) -> str:
    """Words of a row with what was given in their blanks. What was given has no blanks of its own."""
    return _BLANK.sub(lambda blank: str(data[blank[1]]), words)


def refused(reason: str, **data: object) -> str:
    """Why an archive is not made, in words."""
    return fill(TERMS["refused"][reason], **data)


def well_formed(text: str) -> str:
    """A text that can be written as UTF-8: half of a pair becomes the mark for what is no character."""
    return _SURROGATE.sub(TERMS["patterns"]["instead"], text)


def shown(text: str, most: int = LIMITS["shown"]) -> str:
    """A name as somebody reads it: on one line, marks that nobody sees or that turn its direction made visible, and not too long."""
    seen = _UNSEEN.sub(TERMS["patterns"]["instead"], well_formed(text))
    return seen if len(seen) <= most else f"{seen[: most - _END - 2]}……{seen[-_END:]}"
