"""The only module that knows Jinja. A misspelt name raises; user text is a value, never a template."""

from collections.abc import Iterable, MutableMapping
from functools import cache
from typing import Any

import jinja2

from checker.errors import RuleError
from checker.kit.phrases import blank, chinese_date, day, money, typed, yuan
from checker.law.statutes import Article, citation
from checker.prepared import prepared
from checker.write.form import LetterForm
from checker.write.letters import LETTERS
from checker.write.parts import MACROS


def cited(found: Iterable[Article]) -> str:
    """The articles that a text argues from, or a blank where the tables hold none of that time."""
    return citation(found) or blank("依据的法律，付款那时的没有收录")


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
    env.filters |= {"yuan": yuan, "chinese_date": chinese_date, "citation": cited, "day": day, "money": money, "typed": typed}
    env.globals |= {"blank": blank}
    return env


class _Prepared(jinja2.BaseLoader):
    """Skeletons that were compiled beforehand."""

    has_source_access = False

    def load(self, environment: jinja2.Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> jinja2.Template:
        made = prepared(f"templates.{name}")
        if made is None:
            raise jinja2.TemplateNotFound(name)
        return environment.template_class.from_module_dict(environment, vars(made), globals or {})


def sources() -> dict[str, str]:
    """The Jinja source of every text, full and short, and of what they share, by name."""
    texts = {name: source for form in LETTERS for name, source in ((form.name, form.skeleton), (f"{form.name}_short", form.short))}
    return {"parts": MACROS, **texts}


@cache
def letters_environment() -> jinja2.Environment:
    """Where the texts come from."""
    loader = _Prepared() if prepared("templates") else jinja2.DictLoader(sources())
    return environment(loader, autoescape=False)


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
        return letters_environment().get_template(name).render(dict(fields)).strip()
    except jinja2.TemplateError as error:
        raise RuleError(f"text {name}: {error}") from error
