"""A whole browser slowed about four times, for want of an old phone.

The debugging protocol slows a page but not its workers, so the kernel has to: all of the browser's processes share a quarter of one processor.
What a browser does side by side is then slowed by more than four, which is no favour to us: the page compiles while the worker loads.

Control groups are taken where this user may make one. Elsewhere cpulimit does it, a Debian package that stops and continues each process.
"""

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

TIMES = 4
#: A short period, or a verdict would either fit into what a period allows or wait for the whole rest of it.
PERIOD_US = 10_000
QUOTA_US = PERIOD_US // TIMES
NONE = "no slowed figures: this user can make no control group for the processor, and there is no cpulimit (a Debian package) on the PATH"


class Brake(Protocol):
    """Something that slows a process and all that it starts."""

    name: str

    def before(self) -> str:
        """What the process has to do first, as a line for the shell."""

    def pulled(self, process: int) -> AbstractContextManager[None]:
        """Slow while this is entered."""


@dataclass(frozen=True, slots=True)
class ControlGroup:
    """The file `limit` of the group takes `quota`, and `free` to lift it."""

    folder: Path
    limit: str
    quota: str
    free: str
    name: str = "a control group"

    def before(self) -> str:
        return f"echo $$ > {shlex.quote(str(self.folder / 'cgroup.procs'))}"

    @contextmanager
    def pulled(self, process: int) -> Iterator[None]:
        (self.folder / self.limit).write_text(self.quota)
        try:
            yield
        finally:
            (self.folder / self.limit).write_text(self.free)


@dataclass(frozen=True, slots=True)
class CpuLimit:
    name: str = "cpulimit"

    def before(self) -> str:
        return ":"

    @contextmanager
    def pulled(self, process: int) -> Iterator[None]:
        command = ["cpulimit", "--quiet", "--lazy", "--monitor-forks", f"--limit={100 // TIMES}", f"--pid={process}"]
        # A group of its own: with --monitor-forks it starts more of itself, and all have to be ended.
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            yield
        finally:
            os.killpg(running.pid, 15)
            running.wait()


@contextmanager
def brake() -> Iterator[Brake | None]:
    """What slows on this machine; None where nothing does, and `NONE` says why."""
    group = _version_1() or _version_2()
    if group is None:
        yield CpuLimit() if shutil.which("cpulimit") else None
        return
    try:
        yield group
    finally:
        _remove(group.folder)


def _version_1() -> ControlGroup | None:
    folder = _made(Path("/sys/fs/cgroup/cpu"), "cpu.cfs_quota_us")
    if folder is None:
        return None
    (folder / "cpu.cfs_period_us").write_text(str(PERIOD_US))
    return ControlGroup(folder, limit="cpu.cfs_quota_us", quota=str(QUOTA_US), free="-1")


def _version_2() -> ControlGroup | None:
    folder = _made(Path("/sys/fs/cgroup"), "cpu.max")
    return folder and ControlGroup(folder, limit="cpu.max", quota=f"{QUOTA_US} {PERIOD_US}", free=f"max {PERIOD_US}")


def _made(parent: Path, limit: str) -> Path | None:
    """A new group, if it can be had and knows this limit."""
    folder = parent / f"bench-{os.getpid()}"
    try:
        # Not in a plain folder of the same name, as there is one where version 1 is mounted below it.
        if not (parent / "cgroup.procs").is_file():
            return None
        folder.mkdir()
    except OSError:
        return None
    if os.access(folder / limit, os.W_OK):
        return folder
    folder.rmdir()
    return None


def _remove(folder: Path) -> None:
    for _ in range(50):
        try:
            return folder.rmdir()
        except OSError:
            # The last of the browser's processes has not quite gone.
            time.sleep(0.1)
