"""What a first conclusion costs on the wire, part by part, as brotli makes it at its best: the copies that the build puts beside its files."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from bench import chromium
from checker.publish import site
from tests.browser.conftest import with_clock
from tests.browser.steps import CLAIM, to_result


def asked(address: str) -> list[str]:
    """The paths that a browser asks for, from opening the checker to its first conclusion."""
    found: list[str] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium.path(), args=list(chromium.FLAGS))
        page = with_clock(browser.new_context(service_workers="block").new_page())
        page.on("request", lambda request: found.append(urlsplit(request.url).path))
        to_result(page, address, CLAIM, "可以主张")
        browser.close()
    return [path for path in dict.fromkeys(found) if path.startswith("/")]


def parts(folder: Path, paths: list[str]) -> dict[str, int]:
    """Bytes by part, of these paths of a built site."""
    found = dict.fromkeys(("machine code", "Pyodide's scripts", "library", "rules", "our scripts", "page and theme"), 0)
    for path in paths:
        found[_part(path)] += _bytes(folder / path.lstrip("/") / ("index.html" if path.endswith("/") else ""))
    return found


def _part(path: str) -> str:
    name = Path(path).name
    if not path.startswith(f"/{site.RUNTIME_PLACE}/"):
        return "our scripts" if path.startswith("/assets/checker-") else "page and theme"
    if name.endswith((".mjs", ".js")):
        return "Pyodide's scripts"
    return "machine code" if name.endswith(".wasm") else "library" if name == "python.zip" else "rules"


def _bytes(path: Path) -> int:
    copy = path.with_name(f"{path.name}.br")
    return (copy if copy.is_file() else path).stat().st_size
