"""The only module that knows Jinja. A misspelt name raises; user text is a value, never a template."""

from collections.abc import Iterable, MutableMapping
from datetime import date
from functools import cache
from typing import Any

import jinja2

from checker.decide.claims import yuan
from checker.errors import RuleError
from checker.law.statutes import Article, citation
from checker.prepared import prepared


def chinese_date(day: date) -> str:
    """2026 年 11 月 24 日."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日"


def blank(what: str) -> str:
    """What stands where something still has to be filled in."""
    return f"【请填写：{what}】"


def day(value: date | None, what: str) -> str:
    """A date inside a sentence, set off by a space, or a blank that says what is missing."""
    return f" {chinese_date(value)}" if value else blank(what)


def money(fen: int | None, what: str) -> str:
    """An amount inside a sentence, set off by a space, or a blank."""
    return blank(what) if fen is None else f" {yuan(fen)}"


def typed(text: str | None, what: str) -> str:
    """What the reader typed, in quotation marks, or a blank."""
    return f"“{text}”" if text else blank(what)


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
    """Templates that were compiled beforehand."""

    has_source_access = False

    def load(self, environment: jinja2.Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> jinja2.Template:
        made = prepared(f"templates.{name.removesuffix('.txt')}")
        if made is None:
            raise jinja2.TemplateNotFound(name)
        return environment.template_class.from_module_dict(environment, vars(made), globals or {})


@cache
def letters_environment() -> jinja2.Environment:
    """Where the texts come from."""
    loader = _Prepared() if prepared("templates") else jinja2.PackageLoader("checker.write", "templates")
    return environment(loader, autoescape=False)


def render_letter(name: str, context: dict[str, Any]) -> str:
    """The plain text of one template, without a blank line at either end.

    :raises RuleError: the template uses a name that the context does not have, or asserts a fact that is not there.
    """
    try:
        return letters_environment().get_template(f"{name}.txt").render(context).strip()
    except jinja2.TemplateError as error:
        raise RuleError(f"template {name}: {error}") from error


def render_request(context: dict[str, Any]) -> str:
    """The one sentence of a text that says what is asked for."""
    # Its macros are known to nothing but the template.
    asks: Any = letters_environment().get_template("asks.txt").module
    if not context["to_the_other_party"]:
        return f"请{asks.demand_of(context['claim'], context['extent'], context['f']).strip()}。"
    said: str = asks.request(context["claim"], context["extent"], context["f"], context["until"], context["me"], context["ends"])
    return said.strip()
