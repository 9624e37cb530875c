"""Once a month the report becomes one issue, whatever month it is; the workflow may write issues and nothing else."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

TOP = Path(__file__).parents[2]
GH = '''#!{python}
"""As much of gh as the script asks for: issues with state, label and body, kept in a file; a label has to be there before it is used."""
import argparse, json, pathlib, sys

kept = pathlib.Path({kept!r})
state = json.loads(kept.read_text()) if kept.exists() else {{"labels": [], "issues": []}}
what, do, *rest = sys.argv[1:]
parser = argparse.ArgumentParser()
parser.add_argument("which", nargs="?")
for name in ("state", "label", "limit", "json", "jq", "title", "body-file", "comment", "description"):
    parser.add_argument("--" + name)
parser.add_argument("--force", action="store_true")
given = parser.parse_args(rest)
if (what, do) == ("label", "create"):
    assert given.force or given.which not in state["labels"]
    state["labels"] = sorted({{*state["labels"], given.which}})
elif (what, do) == ("issue", "list"):
    found = [issue["number"] for issue in state["issues"] if issue["state"] == given.state and issue["label"] == given.label]
    assert given.jq == ".[0].number // empty" and given.json == "number"
    print(*found[:1])
elif (what, do) == ("issue", "create"):
    assert given.label in state["labels"], "gh refuses a label that is not there"
    body = pathlib.Path(given.body_file).read_text()
    state["issues"].append({{"number": len(state["issues"]) + 7, "state": "open", "label": given.label, "title": given.title, "body": body}})
else:
    (issue,) = [issue for issue in state["issues"] if str(issue["number"]) == given.which]
    issue.update({{"edit": lambda: {{"body": pathlib.Path(given.body_file).read_text()}}, "close": lambda: {{"state": "closed"}}}}[do]())
kept.write_text(json.dumps(state))
'''


@pytest.fixture(scope="module")
def workflow() -> dict:
    return yaml.safe_load((TOP / ".github" / "workflows" / "upkeep.yml").read_text(encoding="utf-8"))


@pytest.fixture
def issue(tmp_path):
    """Run the script with a report; what issues there are then."""
    kept = tmp_path / "kept.json"
    (tmp_path / "gh").write_text(GH.format(python=sys.executable, kept=str(kept)), encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)

    def run(status: int, report: str) -> list[dict]:
        path = tmp_path / "upkeep.md"
        path.write_text(report, encoding="utf-8")
        paths = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
        subprocess.run([TOP / ".ci/upkeep-issue", str(status), path], env=os.environ | {"PATH": paths}, check=True, capture_output=True)
        return json.loads(kept.read_text())["issues"]

    return run


def test_what_is_due_becomes_one_issue(issue):
    (first,) = issue(1, "十二月")
    assert (first["state"], first["body"]) == ("open", "十二月")
    (second,) = issue(2, "一月")
    assert (second["number"], second["state"], second["body"]) == (first["number"], "open", "一月")


def test_nothing_due_opens_none_and_closes_what_is_open(issue):
    assert issue(0, "没有") == []
    issue(1, "十二月")
    (closed,) = issue(0, "没有")
    assert closed["state"] == "closed"
    assert [each["state"] for each in issue(1, "二月")] == ["closed", "open"]


def test_it_runs_once_a_month_and_by_hand(workflow):
    # YAML 1.1 reads the key `on` as true.
    when = workflow[True]
    ((minute, hour, day, month, weekday),) = [row["cron"].split() for row in when["schedule"]]
    assert (month, weekday) == ("*", "*") and all(part.isdigit() for part in (minute, hour, day)) and int(day) <= 28
    assert int(hour) < 16, "the same day in China"
    assert "workflow_dispatch" in when


def test_it_may_write_issues_and_nothing_else(workflow):
    (job,) = workflow["jobs"].values()
    assert workflow["permissions"] == {"contents": "read"} and job["permissions"] == {"contents": "read", "issues": "write"}
    text = (TOP / ".github/workflows/upkeep.yml").read_text(encoding="utf-8")
    assert "secrets." not in text and text.count("github.token") == 1
    with_token = [step["run"] for step in job["steps"] if "GH_TOKEN" in step.get("env", {})]
    assert with_token == ['.ci/upkeep-issue "$STATUS" build/upkeep.md']
    assert all("run" in step or re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"]) for step in job["steps"])
    assert job["steps"][0]["with"] == {"persist-credentials": False}


def test_the_status_of_the_report_reaches_the_issue_and_the_run(workflow, tmp_path):
    """The step as a shell runs it, with a command in Python's place that ends with each status."""
    (job,) = workflow["jobs"].values()
    (step,) = [step for step in job["steps"] if step.get("id") == "report"]
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    for status in (0, 1, 2):
        python.write_text(f'#!/bin/sh\necho "$@" >asked\nexit {status}\n', encoding="utf-8")
        python.chmod(0o755)
        output = tmp_path / f"output{status}"
        env = os.environ | {"GITHUB_OUTPUT": str(output)}
        subprocess.run(["bash", "-e", "-c", step["run"]], cwd=tmp_path, env=env, check=True)
        assert output.read_text() == f"status={status}\n"
        last = subprocess.run(["bash", "-e", "-c", job["steps"][-1]["run"]], env=os.environ | {"STATUS": str(status)}, check=False)
        assert (last.returncode == 0) == (status < 2)
    assert re.fullmatch(r"-m checker\.publish\.upkeep --today \d{4}-\d\d-\d\d\n", (tmp_path / "asked").read_text())


def test_make_fails_only_where_something_could_not_be_done(tmp_path):
    asked = tmp_path / "python"
    for status, expected in ((0, 0), (1, 0), (2, 2)):
        asked.write_text(f'#!/bin/sh\necho "$@"\nexit {status}\n', encoding="utf-8")
        asked.chmod(0o755)
        done = subprocess.run(
            ["make", "--silent", "-o", ".venv/.installed", "upkeep", f"python={asked}", "TODAY=2026-12-01"],
            cwd=TOP,
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == expected and done.stdout == "-m checker.publish.upkeep --today 2026-12-01\n"
