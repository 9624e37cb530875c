"""Tables of Markdown that can be read on a phone: three columns or more of words have no room there, so a row becomes a block with each cell below the other.

The name of its column goes to every cell (``data-head``), for the style sheet to put before it. A browser that draws a row as a block forgets that it was one; so
every part says what it is (``role``). Tables with attributes of their own, those of two columns and those of numbers stay as they are.
"""

import re

_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELLS = re.compile(r"<td\b[^>]*>(.*?)</td>", re.DOTALL)
_CELL = re.compile(r"<td\b([^>]*)>")
_BREAK = re.compile(r"<br\s*/?>")
_TAG = re.compile(r"<[^>]+>")
_ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "columnheader"}
FROM = 3
"""So many columns do not fit."""
LEAST = 12
"""Characters of the longest line of a cell; where all are shorter, three or four stand beside each other on any phone."""


def with_heads(page: str) -> str:
    """The page with the names of columns at the cells of its wide tables.

    >>> with_heads("<table><thead><tr><th>甲</th><th>乙</th><th>丙</th></tr></thead><tbody><tr><td>1</td><td>2</td><td>一共十二个字以上才算放不下。</td></tr></tbody></table>").count('data-head="乙"')
    1
    """
    return _TABLE.sub(_mended, page)


def _mended(match: re.Match[str]) -> str:
    # Entities stand for themselves already.
    heads = [_TAG.sub("", head).strip().replace('"', "&quot;") for head in _HEAD.findall(match[1])]
    lines = [_TAG.sub("", line) for cell in _CELLS.findall(match[1]) for line in _BREAK.split(cell)]
    if len(heads) < FROM or max(map(len, lines), default=0) < LEAST:
        return match[0]
    inside = _ROW.sub(lambda row: f"<tr>{_named(row[1], heads)}</tr>", match[1])
    for name, role in _ROLES.items():
        inside = re.sub(rf"<{name}\b", f'<{name} role="{role}"', inside)
    return f'<table data-wide role="table">{inside}</table>'


def _named(row: str, heads: list[str]) -> str:
    names = iter(heads)
    return _CELL.sub(lambda cell: f'<td role="cell" data-head="{next(names, "")}"{cell[1]}>', row)
