"""Nothing comes from another host, and nothing that was typed goes anywhere. `open_context` asks the first of every page opened."""

import random
from urllib.parse import unquote, unquote_plus, urlsplit

import pytest
from playwright.sync_api import expect

from checker.ask.question import asked
from checker.ask.questions import QUESTIONS
from tests.browser.conftest import SITE, with_clock
from tests.browser.steps import CLAIM, NAMES, conclude, fill_topic, open_check, ready, walk

pytestmark = pytest.mark.starts

CHECK = SITE / "check" / "index.html"
"""The one page that begins Python, and begins it by itself."""
RUNTIME = "/assets/runtime/"
SECRET = {"error_text": "只告诉你的提示 7731", "refusal_words": "只告诉你的原话 7732", "paid_amount": "77.33"}
SECRET_NAMES = {"buyer_name": "只告诉你的姓名 7734", "order_no": "ORDER-7735"}


def test_no_request_carries_what_was_typed_and_none_is_made_while_answering(watched, site, served):
    page, watch = watched
    open_check(page, site)
    walk(page, CLAIM | SECRET, to="use")
    ready(page)
    served.clear()
    walk(page, CLAIM | SECRET, NAMES | SECRET_NAMES)
    assert served == []
    conclude(page, "可以主张")
    assert "只告诉你的原话 7732" in page.locator(".letter textarea").first.input_value()
    # What later visits begin with is made now, from parts of the site that are the same for everybody.
    assert [path for path in served if not path.startswith("/assets/") or "?" in path] == []
    assert [each for each in watch.requests if "773" in unquote_plus(each) or "只告诉你" in unquote_plus(each)] == []


def test_nothing_is_kept_in_the_browser_beyond_the_answers_of_the_tab(watched, site):
    page, _ = watched
    open_check(page, site)
    kept = "JSON.stringify([{...localStorage}, document.cookie, history.state])"
    walk(page, CLAIM | SECRET, NAMES | SECRET_NAMES)
    conclude(page, "可以主张")
    assert "773" not in page.evaluate(kept) and "refused" not in page.evaluate(kept)
    in_tab = page.evaluate("JSON.stringify({...sessionStorage})")
    assert "7732" in in_tab and "7734" not in in_tab and "7735" not in in_tab
    page.reload()
    expect(page.locator(".result .level").first).to_have_text("可以主张")
    assert page.locator("#order_no").input_value() == ""
    again = with_clock(page.context.new_page())
    open_check(again, site)
    assert again.locator("[name=goods]:checked").count() == 0


def test_the_offline_browser_still_concludes(watched, site):
    page, _ = watched
    open_check(page, site)
    fill_topic(page, CLAIM)
    ready(page)
    # What draws the conclusion comes with the first answer, and Python may be quicker.
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    walk(page, CLAIM)
    conclude(page, "可以主张")


def test_reading_loads_no_python_and_nothing_from_elsewhere(open_context, site):
    context, watch = open_context()
    page = context.new_page()
    reading = [path for path in sorted(SITE.rglob("*.html")) if path != CHECK]
    for path in reading:
        page.goto(f"{site}{path.relative_to(SITE).as_posix()}")
    assert len(reading) > 7 and len(watch.requests) > len(reading)
    assert [each for each in watch.requests if RUNTIME in urlsplit(each).path] == []


def test_the_page_of_the_checker_loads_files_of_the_site_and_one_runtime(open_context, site):
    """Python begins there by itself, once the page is idle; with it comes nothing that the site does not hold."""
    context, watch = open_context()
    page = with_clock(context.new_page())
    open_check(page, site)
    expect(page.locator(".checker[data-start=cold]")).to_be_attached()
    paths = {urlsplit(each.split()[0]).path for each in watch.requests if not each.startswith(("data:", "blob:"))}
    assert watch.foreign(site) == []
    assert {path for path in paths if not path.startswith("/assets/")} <= {"/check/", "/search/search_index.json", "/manifest.webmanifest"}
    assert [path for path in paths if not (SITE / unquote(path).lstrip("/")).exists()] == []
    # The folder's name is the hash of what is in it: all of Python is of one build.
    folder = page.locator(".checker").evaluate("({ dataset }) => new URL('.', new URL(dataset.runtime, location)).pathname")
    of_python = {path for path in paths if path.startswith(RUNTIME)}
    assert folder.startswith(RUNTIME) and len(of_python) >= 5 and all(path.startswith(folder) for path in of_python)
    assert all(each.split(" ", 1)[1] == "" for each in watch.requests), "something was sent"


def test_the_page_asks_the_same_questions_as_python(page, site):
    """The conditions as they were written into the page, read by the page's own module, on answers drawn at random."""
    open_check(page, site)
    draw = random.Random(20261124)
    cases = [{question.id: _some_answer(question, draw) for question in QUESTIONS if draw.random() < 0.9} for _ in range(200)]
    of_the_page = page.evaluate(
        """async cases => {
            const { asked, condition } = await import(document.querySelector('script[src$="/page.mjs"]').src.replace('page.mjs', 'topics.mjs'));
            const places = [...document.querySelectorAll('[data-question]')];
            const questions = places.map(({ dataset }) => ({ id: dataset.question, when: condition(dataset.askedWhen) }));
            return cases.map(answers => [...asked(questions, answers)]);
        }""",
        cases,
    )
    assert of_the_page == [[question.id for question in asked(QUESTIONS, answers)] for answers in cases]


def _some_answer(question, draw: random.Random) -> str | list[str]:
    if not question.options:
        return draw.choice(["", "1"])
    values = [option.value for option in question.options]
    return draw.choice(values) if question.kind == "choice" else draw.sample(values, draw.randint(0, 2))
