"""Where a rule, an article, a text or a channel stands on the site, and how one page links to another: all in one place, so that a page can be split."""

import posixpath
from collections.abc import Callable

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from checker.law.channels import channel
from checker.publish.families import page_of_rule
from checker.publish.law_pages import page_of_article


def anchor(id: str) -> str:
    """The anchor of what goes by this id."""
    return id.replace("_", "-")


def of_rule(id: str) -> str:
    """The place of a rule, seen from ``docs/``; prose calls it by its anchor, as in ``#not-delivered``, since no id stands outside its rule's module."""
    name = id.removeprefix("#")
    return f"{page_of_rule()[name.replace('-', '_')].path}#{anchor(name)}"


def of_article(id: str) -> str:
    """The place of an article, seen from ``docs/``."""
    return f"{page_of_article()[id].path}#{id}"


def of_texts(rule: str) -> str:
    """The page of the blank texts for a rule, seen from ``docs/``."""
    return f"templates/{anchor(rule)}.md"


def of_kind(letter: str) -> str:
    """The page where one kind of text is shown, seen from ``docs/``."""
    return f"templates/kind-{anchor(letter)}.md"


def of_blank(letter: str) -> str:
    """The page of a blank text that has one of its own, seen from ``docs/``."""
    return f"templates/blank-{anchor(letter)}.md"


def of_channel(id: str) -> str:
    """The place of a channel, seen from ``docs/``."""
    return f"channels/{channel(id).group}.md#{channel_anchor(id)}"


def channel_anchor(id: str) -> str:
    """The anchor of a channel: no anchor begins with a digit."""
    return f"channel-{id}" if id[0].isdigit() else anchor(id)


def relative(target: str, here: str) -> str:
    """A link to ``target`` from the page ``here``, both seen from ``docs/``."""
    path, hash_, name = target.partition("#")
    return f"{posixpath.relpath(path, posixpath.dirname(here) or '.')}{hash_}{name}"


def address(target: str, here: str) -> str:
    """The same as an address of the built site, for HTML in which nobody looks for links to pages."""
    path, hash_, name = target.partition("#")
    folder = "." if path == "index.md" else path.removesuffix(".md")
    return f"{posixpath.relpath(folder, here.removesuffix('.md'))}/{hash_}{name}"


def add_filters(env: Environment) -> None:
    """``{{ id | rule_link }}`` and its like, for templates that are rendered with ``here``, the name of their page; ``{{ id | rule_address }}`` is for HTML."""

    def filter_of(place: Callable[[str], str], link_to: Callable[[str, str], str]) -> Callable[[Context, str], str]:
        @pass_context
        def link(context: Context, id: str) -> str:
            return link_to(place(id), context["here"])

        return link

    places: dict[str, Callable[[str], str]] = {
        "rule": of_rule,
        "article": of_article,
        "texts": of_texts,
        "kind": of_kind,
        "blank": of_blank,
        "channel": of_channel,
        "page": str,
    }
    for name, place in places.items():
        env.filters[f"{name}_link"] = filter_of(place, relative)
        env.filters[f"{name}_address"] = filter_of(place, address)
