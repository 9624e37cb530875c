"""Values of Python as JSON knows them."""

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from checker.law.statutes import Article


def plain(value: Any) -> Any:
    """A value as JSON knows it: articles by id and title, dates in ISO form, dataclasses as objects."""
    if isinstance(value, Article):
        return {"id": value.id, "title": value.title}
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value) if not field.metadata.get("inner")}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value
