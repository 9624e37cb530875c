"""The workflow for GitHub Pages builds as everybody does, says where the site lies, publishes site/ and may do nothing else."""

import re
from pathlib import Path

import pytest
import yaml

TOP = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def workflow() -> dict:
    return yaml.safe_load((TOP / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8"))


def steps(job: dict) -> dict[str, dict]:
    """The steps of a job by what they use or run, without versions."""
    return {step.get("uses", "").partition("@")[0] or step["run"]: step for step in job["steps"]}


def test_it_builds_with_make_and_the_address_of_the_pages(workflow):
    found = steps(workflow["jobs"]["build"])
    assert next(iter(found)) == "actions/checkout"
    assert found["make build"]["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert found["actions/configure-pages"]["id"] == "pages"
    assert (
        list(found).index("actions/configure-pages") < list(found).index("make build") < list(found).index("actions/upload-pages-artifact")
    )
    # The name that mkdocs.yml reads.
    assert "!ENV [SITE_URL," in (TOP / "mkdocs.yml").read_text(encoding="utf-8")
    assert re.search(r"(?m)^build:", (TOP / "Makefile").read_text(encoding="utf-8"))


def test_it_uploads_the_site_and_publishes_it(workflow):
    assert steps(workflow["jobs"]["build"])["actions/upload-pages-artifact"]["with"]["path"] == "site"
    deploy = workflow["jobs"]["deploy"]
    assert deploy["needs"] == "build" and deploy["environment"]["name"] == "github-pages"
    assert list(steps(deploy)) == ["actions/deploy-pages"]


def test_the_languages_are_those_of_the_project(workflow):
    found = steps(workflow["jobs"]["build"])
    assert found["actions/setup-python"]["with"]["python-version"] == (TOP / ".python-version").read_text().strip()
    assert int(found["actions/setup-node"]["with"]["node-version"]) >= 20


def test_every_action_is_official_and_pinned_to_a_major_version(workflow):
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            assert "run" in step or re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"]), step


def test_it_may_do_no_more_than_it_needs(workflow):
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": False}
