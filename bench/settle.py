"""Waits until a browser that was just opened has done what it does at its own start.

A reader's browser is open long before they come to us. Slowed, its start would else stand in every measurement, ours and the others', as
seconds that have nothing to do with either.
"""

import os
import time
from pathlib import Path

PROCESSES = Path("/proc")
STEP_SECONDS = 0.5
#: Of one processor, for all of its processes together.
IDLE_SHARE = 0.05
LIMIT_SECONDS = 15
#: Where the system does not tell of its processes.
BLIND_SECONDS = 3


def settle(ancestor: int) -> None:
    """Return once the processes below `ancestor` do next to nothing."""
    if not (PROCESSES / str(ancestor) / "stat").is_file():
        time.sleep(BLIND_SECONDS)
        return
    late, before = time.monotonic() + LIMIT_SECONDS, _seconds(ancestor)
    while time.monotonic() < late:
        time.sleep(STEP_SECONDS)
        now = _seconds(ancestor)
        if now - before < IDLE_SHARE * STEP_SECONDS:
            return
        before = now


def _seconds(ancestor: int) -> float:
    """Processor time that these processes have taken so far."""
    parents, ticks = {}, {}
    for folder in PROCESSES.glob("[0-9]*"):
        try:
            # The name in parentheses may hold anything, so count from behind it.
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(folder.name)], ticks[int(folder.name)] = int(fields[1]), int(fields[11]) + int(fields[12])
    return sum(taken for process, taken in ticks.items() if _is_below(process, ancestor, parents)) / os.sysconf("SC_CLK_TCK")


def _is_below(process: int, ancestor: int, parents: dict[int, int]) -> bool:
    while process in parents:
        if process == ancestor:
            return True
        process = parents[process]
    return False
