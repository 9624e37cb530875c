"""Measures in one run, so that the ratios hold on any machine: ours against the documented way. Prints, writes nothing."""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import start, verdict
from bench.server import serving
from checker.publish import runtime, site
from checker.publish.examples import complete

TOP = Path(__file__).resolve().parents[1]
#: A card key that said it was already used, bought for 200 元: letters, deadlines and the platform's view all come into play.
REQUEST = {
    "v": 1,
    "id": "1",
    "kind": "check",
    "answers": complete({
        "goods": "activation_code",
        "problem": "unusable",
        "goods_used": "tried",
        "failure": "already_used",
        "support_fixed": "no",
        "purpose": "self",
        "paid_amount": "200",
        "channel": "wechat",
        "paid_on": "2026-11-20",
        "evidence": ["order", "payment", "error"],
        "stage": "refused",
        "refusal_words": "虚拟商品一经售出概不退换",
        "refused_on": "2026-11-22",
        "truthful": "yes",
    }),
    "parties": {},
    "now": "2026-11-24T10:00+08:00",
}


def main() -> None:
    built = runtime.build(TOP)
    with tempfile.TemporaryDirectory() as scratch:
        ours, documented = _visits(built, _documented(Path(scratch)))
        seconds = _build_seconds(Path(scratch, "site"))
    if ours.reply != documented.reply:
        raise SystemExit("bench: the two ways gave different replies, so their times cannot be compared")
    print(f"medians of {start.ROUNDS}, page opened to reply of kind {ours.reply['kind']!r}")
    print(f"{'':14}{'ours':>10}{'documented':>12}{'ratio':>8}")
    for visit in ("first", "later"):
        one, other = getattr(ours, visit), getattr(documented, visit)
        print(f"{visit + ' visit':14}{one:>7.0f} ms{other:>9.0f} ms{one / other:>8.2f}")
    print(f"over the wire for a first verdict, brotli: {_wire_bytes(built) / 1e6:.2f} MB")
    each = verdict.milliseconds()
    slowest = max(each, key=each.get)
    print(f"one verdict with all its letters, CPython: {statistics.median(each.values()):.1f} ms, slowest of {len(each)} cases {each[slowest]:.1f} ms ({slowest})")
    print(f"site/: {_folder_bytes(TOP / 'site') / 1e6:.1f} MB, built in {seconds:.1f} s")


def _visits(built: runtime.Runtime, documented: Path) -> tuple[start.Visits, start.Visits]:
    places = {"/": TOP / "site", "/bench/": TOP / "bench" / "pages", "/documented/": documented}
    request = json.dumps(REQUEST)
    with serving(places) as host:
        # What needs another goes behind it, as loadPackage takes addresses in the order given.
        wheels = [f"{host}/documented/{path.name}" for name in ("markupsafe", "jinja2", "checker") for path in documented.glob(f"{name}-*.whl")]
        pages = {
            "ours": start.address(f"{host}/bench/ours.html", runtime="/" + site.addresses(built)["runtime"], request=request),
            "documented": start.address(f"{host}/bench/documented.html", wheels=json.dumps(wheels), request=request),
        }
        seen = start.measure(pages)
    return seen["ours"], seen["documented"]


def _documented(scratch: Path) -> Path:
    """Pyodide as npm delivers it, and the same wheels as ours, not compiled."""
    folder = scratch / "documented"
    shutil.copytree(TOP / "node_modules" / "pyodide", folder)
    runtime.fetch_wheels(TOP, folder)
    runtime.build_own_wheel(TOP, folder)
    return folder


def _build_seconds(into: Path) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(into)], cwd=TOP, check=True, capture_output=True)
    return time.perf_counter() - began


def _wire_bytes(built: runtime.Runtime) -> int:
    """The runtime and our scripts; the page itself and the theme are what every page costs."""
    paths = [str(path) for _, path in site.files(TOP, built)]
    done = subprocess.run(["node", str(TOP / "bench" / "brotli.mjs"), *paths], check=True, capture_output=True, text=True)
    return sum(map(int, done.stdout.split()))


def _folder_bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


main()
