"""How the time of some work grows with its text: a long text against a short one of the same pieces, as ratios of one run."""

import gc
import time
from collections.abc import Callable, Iterable, Mapping

#: Seconds. What reads the long text in less takes no square of its length, and its ratio tells how busy the machine is.
NOISE = 0.02
#: As often a pair of texts is timed anew where the ratio is too large.
AGAIN = 4


def long(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def grown(work: Callable[[str], object], piece: str, small: int, times: int, at_most: int) -> tuple[float, float]:
    """Seconds of a processor for the long text, and how many times those for the short one: what others do meanwhile counts little, and what is
    thrown away is collected in between, as `timeit` has it.
    """
    quickest = [float("inf"), float("inf")]
    for _ in range(1 + AGAIN):
        for number, length in enumerate((small, small * times)):
            text = long(piece, length)
            gc.collect()
            gc.disable()
            began = time.process_time()
            work(text)
            quickest[number] = min(quickest[number], time.process_time() - began)
            gc.enable()
        ratio = quickest[1] / max(quickest[0], NOISE / times)
        if ratio <= at_most:
            break
    return quickest[1], ratio


def patterns_too_fast(
    works: Iterable[tuple[str, Callable[[str], object]]], worst: Mapping[str, str], small: int, times: int, at_most: int
) -> int:
    """How many pairs of a pattern and a text grow faster than they may, each of them printed."""
    wrong = 0
    for name, work in works:
        for called, piece in worst.items():
            seconds, ratio = grown(work, piece, small, times, at_most)
            if seconds > NOISE and ratio > at_most:
                wrong += 1
                print(f"{ratio:5.1f} ! {name[:90]} ({called})")
    return wrong
