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
    scale = 10_000
    for place, char in enumerate(words):
        if char == "零":
            continue
        if char in DIGITS:
            if digit is not None:
                raise ValueError(words)
            digit = DIGITS[char]
            continue
        # Only ten may stand without a number before it, and what follows is smaller: 百十块 and 三百四百 are no one sum.
        if char == "万" and (section or digit) and not total:
            total, section, digit, scale = (section + (digit or 0)) * 10_000, 0, None, 10_000
            continue
        if char == "万" or char not in SCALES or (digit is None and (char != "十" or place)) or SCALES[char] >= scale:
            raise ValueError(words)
        scale = SCALES[char]
        section, digit = section + (digit or 1) * scale, None
    # 两百三 is two hundred and thirty; 三十五 and 二百零三 are what they say.
    rest = (digit or 0) * (scale // 10 if scale > 10 and words[0] not in "零" and len(words) > 1 and "零" not in words else 1)
    return total + section + rest


def count(words: str) -> tuple[float, float]:
    """Between which two numbers a count lies: 几, 十几, 两三, 3到5, 十.

    :raises ValueError: it is none.
    """
    vague = {"几": (2, 9), "好几": (3, 9), "十几": (11, 19), "几十": (20, 99)}
    if words in vague:
        return vague[words]
    ends = re.split("到|至|-|~", words)
    if len(ends) == 2:
        low, high = sorted((count(ends[0])[0], count(ends[1])[1]))
        return low, high
    if re.fullmatch("[一二两三四五六七八九]{2}", words):
        return numeral(words[0]), numeral(words[1])
    return (numeral(words),) * 2


def is_numeral(words: str) -> bool:
    """Whether :func:`numeral` reads it."""
    return bool(re.fullmatch(r"\d+|[零一二两三四五六七八九十百千万]+", words))
