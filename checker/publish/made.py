"""What a page is made of: its file, its template and what the template is given besides what all are given."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A page to be rendered. ``path`` is its file, seen from ``docs/``; ``title`` what its neighbours call it."""

    path: str
    title: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)


def in_a_row(pages: Iterable[Made]) -> list[Made]:
    """These pages, each with the one before and the one after it as ``before`` and ``after``: (title, path), or ``None`` at an end."""
    row = list(pages)
    names = [None, *((page.title, page.path) for page in row), None]
    return [
        Made(path=page.path, title=page.title, template=page.template, context=page.context | {"before": before, "after": after})
        for page, before, after in zip(row, names, names[2:], strict=False)
    ]
