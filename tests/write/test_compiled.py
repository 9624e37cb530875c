"""Compiled skeletons say what their sources say, for every story, and what they would need and do not have stops the build."""

import types
from datetime import datetime

import pytest

from checker.ask.parties import Parties
from checker.decide.verdict import assess
from checker.errors import DataError, RuleError
from checker.publish import prepare
from checker.publish.stories import stories
from checker.write import compiled, render, writing
from checker.write.skeletons import sources


def found(name: str, text: str) -> dict:
    module = types.ModuleType(name)
    exec(prepare.compiled(name, text), vars(module))
    return vars(module)


@pytest.fixture
def in_place(monkeypatch):
    """Texts come from compiled skeletons, as they do for readers."""
    made = {name: found(name, text) for name, text in sources().items()}
    monkeypatch.setattr(render, "_skeletons", lambda: compiled.Environment(made.__getitem__, render.FILTERS, render.NAMES))


def every_text() -> dict[tuple[str, str], tuple[str, str]]:
    texts = {}
    for story in stories().values():
        for facts, parties in ((story.facts, Parties(**story.parties)), (story.blank_facts, Parties())):
            now = datetime.fromisoformat(story.now)
            for place, matter in enumerate(assess(facts, now).matters):
                for letter in writing.letters(matter, facts, parties, now):
                    texts[story.id, f"{place} {letter.name} {facts is story.facts}"] = (letter.text, letter.short)
    return texts


def test_every_text_of_every_story_is_the_same(request):
    from_sources = every_text()
    request.getfixturevalue("in_place")
    assert every_text() == from_sources and len(from_sources) > 500


@pytest.mark.parametrize(
    ("skeleton", "missing"),
    [
        ("{{ p | upper }}", "upper"),
        ("{% if p is odd %}x{% endif %}", "odd"),
        ("{{ p[0] }}", "environment.getitem"),
        ("{% set x = namespace(a=1) %}{% set x.a = 2 %}{{ x.a }}", "Namespace"),
    ],
)
def test_what_a_skeleton_needs_and_nobody_has_stops_the_build(skeleton, missing):
    with pytest.raises(DataError, match=f"the skeleton x uses {missing}"):
        prepare.compiled("x", skeleton)


@pytest.mark.parametrize(
    "skeleton", ["{{ nobody }}", "{{ nobody.knows }}", "{% if nobody %}x{% endif %}", "{{ p.nothing.more }}", "{{ nobody ~ 'x' }}"]
)
def test_a_name_that_nobody_gave_raises(skeleton):
    made = compiled.Environment(lambda name: found(name, skeleton), render.FILTERS, render.NAMES)
    with pytest.raises(RuleError):
        made.get_template("x").render({"p": {}})


@pytest.mark.parametrize(
    ("skeleton", "text"),
    [
        ("{% for x in p %}{{ loop.index }}{{ x }}{% endfor %}", "1a2b"),
        ("{% for x in p %}{{ '、' if not loop.first }}{{ x }}{% endfor %}", "a、b"),
        ("{{ p | join }}{{ p | join('-') }}", "aba-b"),
        ("{{ nobody | default('x') }}{{ p | default('y') | join }}", "xab"),
        ("{% set x = ' c ' | trim %}{{ x }}", "c"),
        ("{{ 'x' if p is none else 'y' }}", "y"),
    ],
)
def test_what_skeletons_can_say(skeleton, text):
    assert (
        compiled.Environment(lambda name: found(name, skeleton), render.FILTERS, render.NAMES).get_template("x").render({"p": ["a", "b"]})
        == text
    )
