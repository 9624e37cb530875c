"""What make sets up is set up anew when its content changes, and not when a folder was copied or a commit was left and taken again."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
NEEDED = {
    ".venv/.installed": ("requirements.lock", ".python-version", "setup/python.sh", "setup/find-python.sh"),
    "node_modules/.installed": ("package-lock.json", "setup/node.sh"),
}


@pytest.fixture
def project(tmp_path) -> Path:
    """The project's Makefile among files that are made up; each script that sets up notes that it was called."""
    shutil.copy(TOP / "Makefile", tmp_path)
    for target, files in NEEDED.items():
        (tmp_path / target).parent.mkdir()
        for number, name in enumerate(files):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("echo $0 >>called\n" if name.endswith(".sh") else f"{number}\n")
    return tmp_path


def called(project: Path, target: str) -> int:
    """How often something was set up by now, after making this."""
    subprocess.run(["make", target], cwd=project, check=True, capture_output=True)
    return len((project / "called").read_text().splitlines())


@pytest.mark.parametrize("target", NEEDED)
def test_what_changed_in_nothing_but_its_date_is_not_set_up_again(project, target):
    assert called(project, target) == 1
    later = (project / target).stat().st_mtime + 100
    for count, name in enumerate(NEEDED[target], 1):
        os.utime(project / name, (later + count, later + count))
        assert called(project, target) == 1
    for count, name in enumerate(NEEDED[target], 1):
        with (project / name).open("a") as file:
            file.write("# another\n")
        os.utime(project / name, (later + 100 * count, later + 100 * count))
        assert called(project, target) == 1 + count


@pytest.mark.parametrize("target", NEEDED)
def test_what_failed_is_tried_again(project, target):
    script = project / next(name for name in NEEDED[target] if name.endswith(".sh"))
    whole = script.read_text()
    script.write_text("exit 1\n")
    assert subprocess.run(["make", target], cwd=project, capture_output=True).returncode
    script.write_text(whole)
    assert called(project, target) == 1
