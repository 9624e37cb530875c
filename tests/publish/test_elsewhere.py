"""Whoever builds the same commit gets the same site, and no step of the build reaches the network: built anew, elsewhere, without one."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
#: What does not belong to the commit. The first two are what a build may take for granted.
SET_UP = (".venv", "node_modules")
MADE = (".git", "build", "dist", "site", "__pycache__")
WITHOUT_NETWORK = ("unshare", "--map-root-user", "--net")
#: Another day, another order of sets, another place on earth, other rights of files.
OTHERWISE = {"SOURCE_DATE_EPOCH": "1600000000", "PYTHONHASHSEED": "4242", "TZ": "America/New_York", "LC_ALL": "C"}

pytestmark = pytest.mark.heavy


@pytest.fixture(scope="module", autouse=True)
def no_network():
    """That commands really have none: a server that listens here cannot be reached from there."""
    if not shutil.which("unshare") or subprocess.run([*WITHOUT_NETWORK, "true"], capture_output=True).returncode:
        pytest.fail(
            "This machine lets nobody take the network away from a command (`unshare -rn`), so nothing shows that the build needs none."
        )
    with socket.create_server(("127.0.0.1", 0)) as server:
        reach = f"import socket; socket.create_connection(('127.0.0.1', {server.getsockname()[1]}), 5)"
        assert subprocess.run([sys.executable, "-c", reach], capture_output=True).returncode == 0
        assert subprocess.run([*WITHOUT_NETWORK, sys.executable, "-c", reach], capture_output=True).returncode


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory) -> Path:
    """The site that `make build` makes of a copy, in which nothing is built yet."""
    project = tmp_path_factory.mktemp("elsewhere") / "project"
    shutil.copytree(TOP, project, ignore=lambda folder, names: {*MADE, *(SET_UP if Path(folder) == TOP else ())} & set(names))
    for name in SET_UP:
        (project / name).symlink_to(TOP / name)
    for number, path in enumerate(path for path in sorted(project.rglob("*"), reverse=True) if path.is_file() and not path.is_symlink()):
        os.utime(path, (1_500_000_000 + number, 1_500_000_000 + number))
    # What the build takes for granted is there, so nothing is to be set up.
    command = [*WITHOUT_NETWORK, "make", "build", "ready="]
    done = subprocess.run(command, cwd=project, env=os.environ | OTHERWISE, umask=0o027, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return project / "site"


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_site_is_the_same_to_the_byte_and_needed_no_network(elsewhere, site):
    here, there = files(site), files(elsewhere)
    assert here.keys() == there.keys()
    assert not [name for name, content in here.items() if there[name] != content]
