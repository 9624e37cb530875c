"""What a page is made of: its file, its template and what the template is given besides what all are given."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TEMPLATES = Path(__file__).parent / "templates"
_HEADING = re.compile(r"(?m)^#{1,4} (.+) \{#([a-z0-9-]+)\}$")


def headings(template: str) -> list[tuple[str, str]]:
    """The headings of a template that need nothing filled in, each with its anchor."""
    return _HEADING.findall((TEMPLATES / template).read_text(encoding="utf-8"))


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
