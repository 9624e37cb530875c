"""Texts from skeletons and fields. A misspelt name raises; user text is a value, never a template."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Protocol

from checker.errors import RuleError
from checker.kit.phrases import blank, box, chinese_date, day, money, typed, yuan
from checker.law.statutes import Article, citation
from checker.prepared import prepared
from checker.write import compiled
from checker.write.form import LetterForm


class Skeleton(Protocol):
    """What makes a text from fields."""

    def render(self, fields: Mapping[str, Any], /) -> str:
        """The text."""


class Skeletons(Protocol):
    """Where skeletons come from."""

    def get_template(self, name: str, /) -> Skeleton:
        """The skeleton of this name."""


def cited(found: Iterable[Article]) -> str:
    """The articles that a text argues from, or a blank where the tables hold none of that time."""
    return citation(found) or blank("依据的法律，付款那时的没有收录")


FILTERS: dict[str, Callable[..., Any]] = {
    "yuan": yuan,
    "chinese_date": chinese_date,
    "citation": cited,
    "day": day,
    "money": money,
    "box": box,
    "typed": typed,
}
NAMES: dict[str, Any] = {"blank": blank}


@cache
def _skeletons() -> Skeletons:
    """Those that were compiled beforehand, or where there are none, those of the sources."""
    if prepared("templates"):
        return compiled.Environment(_compiled, FILTERS, NAMES)
    from checker.write.skeletons import Sources

    return Sources()


def _compiled(name: str) -> dict[str, Any]:
    made = prepared(f"templates.{name}")
    if made is None:
        raise RuleError(f"there is no text {name}")
    return vars(made)


def render_full(form: LetterForm, fields: Iterable[tuple[str, Any]]) -> str:
    """The whole text.

    :raises RuleError: as :func:`render_short`.
    """
    return _rendered(form.name, fields)


def render_short(form: LetterForm, fields: Iterable[tuple[str, Any]]) -> str:
    """What a small window holds of it.

    :raises RuleError: the skeleton uses a name that the context does not have, or asserts a fact that is not there.
    """
    return _rendered(f"{form.name}_short", fields)


def _rendered(name: str, fields: Iterable[tuple[str, Any]]) -> str:
    """The plain text, without a blank line at either end."""
    try:
        return _skeletons().get_template(name).render(dict(fields)).strip()
    except RuleError as error:
        raise RuleError(f"text {name}: {error}") from error
