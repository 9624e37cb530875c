"""Headings that break between words: Chinese has no spaces, and a browser breaks anywhere, in the middle of 卡密 or of 申诉.

Between the words of every heading a place to break is put (``<wbr>``, which copies and speaks as nothing), and the heading is marked with ``data-words``,
so that the style sheet lets it break nowhere else.
"""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

import jieba

DICTIONARY = Path(__file__).parents[2] / "overrides" / "search" / "words.txt"
_HEADING = re.compile(r"<(h[1-4])\b([^>]*)>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")
_BREAK = "<wbr>"
_BEHIND = frozenset("了着过的地得吗呢吧么们")
"""These belong to the word before them."""


def cutter() -> Callable[[str], Iterable[str]]:
    """What cuts Chinese into words, with those of the field kept whole."""
    made = jieba.Tokenizer()
    made.load_userdict(str(DICTIONARY))
    return lambda text: list(made.cut(text))


def with_breaks(page: str, cut: Callable[[str], Iterable[str]]) -> str:
    """The page with places to break in its headings."""

    def mend(match: re.Match[str]) -> str:
        name, attributes, inside = match.groups()
        parts = [part if part.startswith("<") else _broken(part, cut) for part in _TAG.split(inside)]
        return f"<{name} data-words{attributes}>{''.join(parts)}</{name}>"

    return _HEADING.sub(mend, page)


def _broken(text: str, cut: Callable[[str], Iterable[str]]) -> str:
    """Words, with a place to break between two of them; a word of one character stays with the next, and punctuation where it is."""
    words = [word for word in cut(text) if word]
    made = words[:1]
    for before, word in pairwise(words):
        is_between = _is_word(before[-1]) and _is_word(word[0]) and word not in _BEHIND
        # 是什么, 不支持; but 买的 is a word already.
        is_alone = len(before) == 1 and before not in _BEHIND
        made.append(f"{_BREAK}{word}" if is_between and not is_alone else word)
    return "".join(made)


def _is_word(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or char.isalnum()
