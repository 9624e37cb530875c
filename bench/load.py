"""Two hundred first visits at once, to the server of deploy/nginx.conf and through the cache of deploy/proxy.conf, beside as many downloads of one file of the same bytes.

A visit asks for what a browser asked for until its first conclusion, in that order, over six connections, as browsers do. Clients, cache and server share this machine; so
only the ratios say something.
"""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles

from bench import wire
from tests.engines import nginx

TOP = Path(__file__).resolve().parents[1]
VISITS, CONNECTIONS = 200, 6
LIMIT_SECONDS = 300
#: Kept by a cache, as what a visit asks for is.
ONE = "x/assets/runtime/one.zip"


class Failed(Exception):
    """A request did not get its file."""


async def visit(port: int, paths: list[str], kept: list[str]) -> tuple[float, int]:
    """Seconds from the first request to the last byte, and the bytes."""
    queue, began = list(reversed(paths)), time.perf_counter()
    sizes = await asyncio.gather(*(connection(port, queue, kept) for _ in range(min(CONNECTIONS, len(paths)))))
    return time.perf_counter() - began, sum(sizes)


async def connection(port: int, queue: list[str], kept: list[str]) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    size = 0
    while queue:
        path = queue.pop()
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        if not head.startswith("HTTP/1.1 200"):
            raise Failed(f"{path}: {head.splitlines()[0]}")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head.splitlines()[1:])}
        kept.append(headers.get("x-cache", ""))
        left = int(headers["content-length"])
        size += left
        await reader.readexactly(left)
    writer.close()
    return size


async def at_once(port: int, paths: list[str]) -> tuple[list[float], int, int, list[str]]:
    """Of all visits: seconds, the bytes of one, how many failed, and what the cache said of each request."""
    kept: list[str] = []
    done = await asyncio.wait_for(
        asyncio.gather(*(visit(port, paths, kept) for _ in range(VISITS)), return_exceptions=True), timeout=LIMIT_SECONDS
    )
    right = [each for each in done if not isinstance(each, BaseException)]
    return [seconds for seconds, _ in right], right[0][1] if right else 0, len(done) - len(right), kept


@contextmanager
def servers() -> Iterator[tuple[nginx.Server, nginx.Server, Path]]:
    """The server, the cache in front of it, and the folder that the server hands out."""
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        home.chmod(0o755)
        (home / "server").mkdir()
        folder = home / "www"
        folder.mkdir()
        for path in (TOP / "site").iterdir():
            (folder / path.name).symlink_to(path)
        with nginx.site(home / "server", folder) as behind, nginx.proxy(home / "proxy", behind) as front:
            yield behind, front, folder


def main() -> None:
    with servers() as (behind, front, folder):
        paths = wire.asked(f"http://127.0.0.1:{behind.port}/")
        _, size, _, _ = asyncio.run(at_once(behind.port, paths))
        # Zip is handed out as it lies there, and has no copies.
        (folder / ONE).parent.mkdir(parents=True)
        (folder / ONE).write_bytes(bytes(size))
        print(
            f"{VISITS} first visits at once, {len(paths)} requests and {size / 1e6:.2f} MB each; p50 / p99 in seconds, and the ratio to one file of the same bytes"
        )
        for name, port in (("server", behind.port), ("cache before it", front.port)):
            one = percentiles(asyncio.run(at_once(port, [f"/{ONE}"]))[0])
            seconds, _, failed, kept = asyncio.run(at_once(port, paths))
            half, most = percentiles(seconds)
            hits = f", {kept.count('HIT') / len(kept):.4f} of requests from the cache" if "HIT" in kept else ""
            print(
                f"  {name:16} {half:.2f} / {most:.2f}, one file {one[0]:.2f} / {one[1]:.2f}: {half / one[0]:.2f} / {most / one[1]:.2f}; errors {failed}{hits}"
            )


def percentiles(seconds: list[float]) -> tuple[float, float]:
    cuts = quantiles(seconds, n=100, method="inclusive")
    return cuts[49], cuts[98]


if __name__ == "__main__":
    main()
