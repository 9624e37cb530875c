"""Where a rule, an article or a text stands on the site, and how one page links to another: all in one place, so that a page can be split."""

import posixpath
from collections.abc import Callable

from jinja2 import Environment, pass_context
from jinja2.runtime import Context


def anchor(id: str) -> str:
    """The anchor of what goes by this id."""
    return id.replace("_", "-")


def of_rule(id: str) -> str:
    """The place of a rule, seen from ``docs/``."""
    return f"rules.md#{anchor(id)}"


def of_article(id: str) -> str:
    """The place of an article, seen from ``docs/``."""
    return f"law.md#{id}"


def of_texts(rule: str) -> str:
    """The place of the blank texts for a rule, seen from ``docs/``."""
    return f"templates.md#{anchor(rule)}"


def of_kind(letter: str) -> str:
    """The place where one kind of text is shown, seen from ``docs/``."""
    return f"templates.md#kind-{anchor(letter)}"


def relative(target: str, here: str) -> str:
    """A link to ``target`` from the page ``here``, both seen from ``docs/``."""
    path, hash_, name = target.partition("#")
    return f"{posixpath.relpath(path, posixpath.dirname(here) or '.')}{hash_}{name}"


def add_filters(env: Environment) -> None:
    """``{{ id | rule_link }}`` and its like, for templates that are rendered with ``here``, the name of their page."""

    def filter_of(place: Callable[[str], str]) -> Callable[[Context, str], str]:
        @pass_context
        def link(context: Context, id: str) -> str:
            return relative(place(id), context["here"])

        return link

    for name, place in (("rule", of_rule), ("article", of_article), ("texts", of_texts), ("kind", of_kind), ("page", str)):
        env.filters[f"{name}_link"] = filter_of(place)
