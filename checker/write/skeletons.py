"""Skeletons in their sources, and the only module that knows Jinja. It stays at home: readers get them compiled (:mod:`checker.write.compiled`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import jinja2

from checker.errors import RuleError
from checker.write.letters import LETTERS
from checker.write.parts import MACROS
from checker.write.render import FILTERS, NAMES


def environment(loader: jinja2.BaseLoader, *, autoescape: bool) -> jinja2.Environment:
    """An environment in which an undefined name raises and a block leaves no line of its own."""
    env = jinja2.Environment(
        loader=loader,
        autoescape=autoescape,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters |= FILTERS
    env.globals |= NAMES
    return env


def sources() -> dict[str, str]:
    """The Jinja source of every text, full and short, and of what they share, by name."""
    texts = {name: source for form in LETTERS for name, source in ((form.name, form.skeleton), (f"{form.name}_short", form.short))}
    return {"parts": MACROS, **texts}


@cache
def letters_environment() -> jinja2.Environment:
    """Where the texts come from."""
    return environment(jinja2.DictLoader(sources()), autoescape=False)


@dataclass(frozen=True)
class _FromSource:
    template: jinja2.Template

    def render(self, fields: Mapping[str, Any]) -> str:
        try:
            return self.template.render(fields)
        except jinja2.TemplateError as error:
            raise RuleError(str(error)) from error


class Sources:
    """The skeletons as they are written."""

    def get_template(self, name: str) -> _FromSource:
        """The skeleton of this name."""
        return _FromSource(letters_environment().get_template(name))
