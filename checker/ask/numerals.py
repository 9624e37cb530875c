"""Numbers as people write them: 12, 十二, 两, 六千多. Full-width figures are made half-width before."""

import re

DIGITS = dict(zip("一二两三四五六七八九", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
COUNTED = r"(?:\d{1,5}|[零一二两三四五六七八九十百]{1,5})"
"""A whole number of things that are counted one by one."""
NUMERAL = rf"(?:{COUNTED}|半)"
"""The same, or half of one."""


def numeral(words: str) -> int:
    """A whole number in figures or in characters: 12, 十二, 两百三, 四万.

    :raises ValueError: it is none.
    """
    if words.isdecimal():
        return int(words)
    total, section, digit = 0, 0, None
    scale = 1
    for char in words:
        if char == "零":
            continue
        if char in DIGITS:
            if digit is not None:
                raise ValueError(words)
            digit = DIGITS[char]
            continue
        if char not in SCALES:
            raise ValueError(words)
        scale = SCALES[char]
        if scale == 10_000:
            total, section, digit = (total + section + (digit or 0)) * scale, 0, None
        else:
            section, digit = section + (1 if digit is None else digit) * scale, None
    # 两百三 is two hundred and thirty; 三十五 and 二百零三 are what they say.
    rest = (digit or 0) * (scale // 10 if scale > 10 and "零" not in words and digit is not None else 1)
    return total + section + rest


def is_numeral(words: str) -> bool:
    """Whether :func:`numeral` reads it."""
    return bool(re.fullmatch(r"\d+|[零一二两三四五六七八九十百千万]+", words))
