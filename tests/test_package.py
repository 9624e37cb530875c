"""What is installed: all that the commands need, nothing of the site, and the same bytes whoever builds it where."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from checker.keep.archive.page import MODULES
from checker.publish import stories
from checker.reading import READERS

TOP = Path(__file__).parents[1]
NOW = "2026-11-24T15:04+08:00"


def copied(to: Path, *, day: int, rights: int) -> Path:
    """The project as somebody has it: in a place of theirs, with dates and rights of files as they came about."""
    to.mkdir()
    shutil.copytree(TOP / "checker", to / "checker", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", ".gitignore"):
        shutil.copy(TOP / name, to)
    for number, path in enumerate(path for path in sorted(to.rglob("*")) if path.is_file()):
        path.chmod(rights)
        os.utime(path, (day * 86_400 + number, day * 86_400 + number))
    return to


def built(top: Path, *command: str, seed: int) -> Path:
    env = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"} | {"PYTHONHASHSEED": str(seed)}
    done = subprocess.run([sys.executable, "-m", *command, str(top / "dist")], cwd=top, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return top / "dist"


@pytest.fixture(scope="module")
def dist(tmp_path_factory) -> Path:
    """A wheel that was built from an sdist, as `make package` does."""
    project = copied(tmp_path_factory.mktemp("there") / "project", day=5_000, rights=0o600)
    return built(project, "build", "--no-isolation", "--outdir", seed=1)


@pytest.fixture(scope="module")
def wheel(dist) -> Path:
    (found,) = dist.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def unpacked(wheel, tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("installed")
    zipfile.ZipFile(wheel).extractall(place)
    return place


def test_two_builds_give_the_same_bytes(dist, tmp_path):
    """Here without the way by an sdist."""
    other = built(copied(tmp_path / "project", day=20_000, rights=0o644), "hatchling", "build", "--directory", seed=2)
    assert sorted(path.name for path in dist.iterdir()) == sorted(path.name for path in other.iterdir())
    assert not [path.name for path in dist.iterdir() if path.read_bytes() != (other / path.name).read_bytes()]


def test_it_holds_the_engine_its_tables_and_what_an_archive_is_checked_with(wheel):
    held = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("checker/")}
    rooms = [path for path in (TOP / "checker").rglob("*") if path.relative_to(TOP / "checker").parts[0] not in ("publish", "web")]
    told = set(stories.FOLDER.rglob("*.toml"))
    wanted = {path.relative_to(TOP).as_posix() for path in rooms if path.suffix in (".py", ".toml") and path not in told}
    page = {f"checker/web/evidence/{name}" for name in ("verify.html", *(f"{name}.mjs" for name in MODULES))}
    assert held == wanted | page | {"checker/py.typed"}


ALL_COMMANDS = """
import sys
from checker.__main__ import main

place, now, readers = sys.argv[1], sys.argv[2], sys.argv[3:]
for command in (
    ["questions", "--json"], ["schema"], ["check", f"{place}/case.json", "--now", now], ["draft", f"{place}/case.json", "--now", now, "--all"],
    ["draft", f"{place}/case.json", "--now", now, "--all", "--format", "docx"], *(["read", each, f"{place}/{each}.txt", "--now", now] for each in readers),
    ["keep", "archive", f"{place}/folder", "--output", f"{place}/made.zip", "--now", now], ["keep", "verify", f"{place}/made.zip"],
):
    status = main(command)
    assert status == 0, command
"""


def said(python_path: Path, cwd: Path, place: Path) -> bytes:
    """What all commands say, and the archive that they make."""
    env = os.environ | {"PYTHONPATH": str(python_path), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-c", ALL_COMMANDS, str(place), NOW, *READERS]
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    made = place / "made.zip"
    content = made.read_bytes()
    made.unlink()
    return done.stdout + content


def test_every_command_does_without_the_site(unpacked, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "订单.txt").write_text("订单 20261123", encoding="utf-8")
    story = stories.stories()["wrong-password"]
    (tmp_path / "case.json").write_text(json.dumps({"v": 1, "answers": story.answers, "parties": story.parties}), encoding="utf-8")
    for name in READERS:
        text = "{}" if name == "reviews" else "昨天花 199 元买的激活码，提示已被使用，客服说不退。http://taoba0.com/x"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert said(unpacked, tmp_path, tmp_path) == said(TOP, TOP, tmp_path)


def test_its_version_is_the_newest_change_and_its_command_is_there(unpacked):
    (info,) = unpacked.glob("*.dist-info")
    about = Parser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
    newest = re.search(r"(?m)^## (.+)$", (TOP / "CHANGELOG.md").read_text(encoding="utf-8"))[1]
    assert (about["Name"], about["Version"]) == ("anxinmai", newest)
    run = "import sys; from importlib.metadata import entry_points; (it,) = entry_points(name='anxinmai'); sys.argv[1:] = ['--version']; it.load()()"
    done = subprocess.run(
        [sys.executable, "-c", run], cwd=unpacked, env=os.environ | {"PYTHONPATH": str(unpacked)}, capture_output=True, text=True
    )
    assert done.stdout.startswith(f"anxinmai {newest}，"), done.stderr
