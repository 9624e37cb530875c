"""What `overrides/main.html` adds to every page: the line for reports, and the note that a check is overdue."""

from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest

from checker.publish.report import pattern

OVERRIDES = Path(__file__).parents[2] / "overrides"
BASE = "".join(f"{{% block {name} %}}<{name}>{{% endblock %}}" for name in ("extrahead", "header", "content", "footer", "scripts"))
CHECK = {"title": "法律条文", "checked_on": "2026-11-23", "due": "2027-05-22"}


def rendered(*, report: str = "", page: str | None = "law", offline: bool = True, url: str = "", **meta) -> str:
    env = jinja2.Environment(
        loader=jinja2.ChoiceLoader([jinja2.DictLoader({"base.html": BASE}), jinja2.FileSystemLoader(OVERRIDES)]),
        autoescape=False,
    )
    env.filters["url"] = lambda address: f"../{address}"
    checker = {"scripts": "assets/checker", "check": CHECK, "dated": ("law",), "offline": offline, "card": "assets/card.png"}
    checker["wrong"] = pattern(report)
    shown = SimpleNamespace(url=f"{page}/", content="", title="标题", meta=meta, canonical_url=f"{url}{page}/" if url else None)
    return env.get_template("main.html").render(
        config=SimpleNamespace(
            extra=SimpleNamespace(report=report, checker=SimpleNamespace(**checker)), site_name="名", site_description="述", site_url=url
        ),
        lang=SimpleNamespace(t=str),
        page=shown if page else None,
    )


@pytest.mark.parametrize("address", ["mailto:law@site.example?subject=a&body=b", "https://site.example/report"])
@pytest.mark.parametrize("page", ["law", "privacy", None])
def test_an_address_shows_the_line_on_every_page(address, page):
    text = rendered(report=address, page=page)
    assert "发现法律上的错误，" in text and f'<a href="{address.replace("&", "&amp;")}">告诉我们</a>' in text


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "someone"])
def test_without_an_address_there_is_no_line(address):
    assert "告诉我们" not in rendered(report=address)


def test_a_dated_page_carries_the_note_hidden():
    text = rendered()
    assert 'data-due="2027-05-22" hidden>' in text and "2026-11-23" in text and 'href="../changes/"' in text
    assert "../assets/checker/stale.mjs" in text


@pytest.mark.parametrize("page", ["privacy", None])
def test_other_pages_carry_none(page):
    assert "data-due" not in rendered(page=page)


def test_a_published_page_is_kept_and_can_be_installed():
    text = rendered()
    assert '<link rel="manifest" href="../manifest.webmanifest">' in text and "../assets/checker/offline/offline.mjs" in text


def test_a_page_that_is_being_written_is_not_kept():
    """A service worker would hand out the page of an hour ago."""
    text = rendered(offline=False)
    assert "manifest" not in text and "offline.mjs" not in text


def test_a_link_to_a_page_has_title_and_description_wherever_the_site_lies():
    text = rendered(description="一句话")
    assert '<meta property="og:title" content="标题">' in text and '<meta property="og:description" content="一句话">' in text
    assert "og:url" not in text and "og:image" not in text and "atom" not in text
    assert "og:title" not in rendered(page=None)


def test_where_the_address_is_known_the_page_names_it_its_picture_and_the_feed():
    text = rendered(url="https://site.example/sub/")
    assert '<meta property="og:url" content="https://site.example/sub/law/">' in text
    assert '<meta property="og:image" content="https://site.example/sub/assets/card.png">' in text
    assert 'type="application/atom+xml"' in text and 'href="../changes.atom"' in text and "订阅" not in text
    assert "订阅更新" in rendered(url="https://site.example/sub/", page="changes") and "订阅" not in rendered(page="changes")


def test_the_form_has_a_link_for_its_scripts_and_leads_nowhere_else():
    form = {"page": "check", "template": "check.html"}
    assert '<template id="wrong">' in rendered(report="mailto:a@b.example", **form)
    assert "<template" not in rendered(**form) and "<template" not in rendered(report="mailto:a@b.example")
    assert "<!--related-->" in rendered() and "<!--related-->" not in rendered(**form) and "<!--related-->" not in rendered(page=None)
