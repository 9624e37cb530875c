"""A whole browser slowed about four times, for want of an old phone.

The debugging protocol slows a page but not its workers. A control group does it, but few may make one, and all threads would share its
quarter of a processor, which is no phone either. So all of the browser's processes are stopped three quarters of the time, many times a
second: any user may, on any Unix, and every thread gets a quarter of what it had.

The module is also the script that does so, in a process of its own: what it is to time must not wait for the bench.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

TIMES = 4
#: Shorter than a verdict takes when slowed, so that none slips through between two stops.
RUN_SECONDS = 0.004


class NotSlowed(Exception):
    """Slowing cannot be had on this machine; the message says why."""


@contextmanager
def slowed(process: int) -> Iterator[None]:
    """Slow this process and all that it has started and starts, while this is entered.

    :raises NotSlowed: it cannot be told from others.
    """
    if not hasattr(signal, "SIGSTOP"):
        raise NotSlowed("this system cannot stop and continue processes")
    # Those that it starts are in its group. Were the group not its own, the bench would stop itself.
    if os.getpgid(process) != process:
        raise NotSlowed("the browser does not lead a process group of its own")
    running = subprocess.Popen([sys.executable, __file__, str(process)])
    try:
        yield
    finally:
        running.terminate()
        running.wait()


def _stop_and_go(group: int) -> None:
    """Until ended, or until the group or the bench is no more. Never leaves anything stopped."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    bench = os.getppid()
    try:
        while os.getppid() == bench:
            began = time.perf_counter()
            time.sleep(RUN_SECONDS)
            os.killpg(group, signal.SIGSTOP)
            # By what they really had: on a busy machine nobody wakes up to the millisecond.
            stopped = time.perf_counter()
            time.sleep((stopped - began) * (TIMES - 1))
            os.killpg(group, signal.SIGCONT)
    except ProcessLookupError:
        return
    finally:
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGCONT)


if __name__ == "__main__":
    _stop_and_go(int(sys.argv[1]))
