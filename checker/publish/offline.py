"""What lets the site be installed and used without a network: the manifest and the service worker, which knows every page's hash."""

import base64
import json
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path

from checker.publish.runtime import digest

SOURCE = Path(__file__).parents[1] / "web" / "offline" / "service-worker.js"
ARRIVING = Path(__file__).parents[1] / "web" / "python" / "arriving.mjs"
#: What no reader needs without a network: maps for debuggers, the theme's own icon, search in languages that the site is not written in, data
#: for programs, licences word for word, compressed copies, the card that a link is shown with. The runtime is kept once it was used. A star stands for folders too.
LEFT_OUT = (
    "*.map",
    "*.br",
    "*.gz",
    "assets/images/*",
    "*/card.png",
    "assets/javascripts/lunr/*",
    "assets/runtime/*",
    "benchmark/*.json",
    "benchmark/*.py",
    "changes.atom",
    "licences.txt",
    "schema.json",
    "service-worker.js",
    "sitemap.xml",
)
#: The search worker loads these for Chinese.
SEARCH = ("assets/javascripts/lunr/min/lunr.stemmer.support.min.js", "assets/javascripts/lunr/min/lunr.zh.min.js")
#: What is kept once somebody has read or searched, or at once where nobody is charged for it: two thirds of all. The rest is the checker, where it leads to, and the guides.
LATER = (
    "law/*",
    "templates/*",
    "rules/*",
    "situations/*",
    "changes/*",
    "*/examples/*",
    "search/*",
    "*/searching/*",
    "assets/javascripts/workers/*",
    *SEARCH,
)


def manifest(name: str, description: str, look: str) -> str:
    """The web app manifest, with addresses relative to the root of the site, where it lies."""
    icons = [
        {"src": f"{look}/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"} for size in (192, 512)
    ]
    return json.dumps(
        {
            "name": name,
            "short_name": "安心买",
            "description": description,
            "lang": "zh-CN",
            # Relative to the address of the start: the same installation, wherever the site lies and whatever is asked for after it.
            "id": "./",
            "start_url": "./",
            "scope": "./",
            "display": "standalone",
            "theme_color": "#fbf9f4",
            "background_color": "#fbf9f4",
            "icons": icons,
        },
        ensure_ascii=False,
        indent=1,
    )


def service_worker(site: Path, runtime: str) -> str:
    """The script for the root of the site. Called when all other files are there. `runtime` is the folder of the runtime."""
    known = {path.relative_to(site).as_posix(): path for path in kept(site)}
    later = {name for name in known if any(fnmatchcase(name, pattern) for pattern in LATER)}
    pages, rest = ({_address(name): _integrity(path) for name, path in known.items() if (name in later) is late} for late in (False, True))
    build = {"hash": digest(json.dumps([pages, rest]).encode()), "pages": pages, "later": rest, "runtime": runtime}
    # A worker that keeps a site is no module in every browser, and cannot import.
    arriving = ARRIVING.read_text(encoding="utf-8").replace("export async function", "async function")
    return f"const BUILD = {json.dumps(build, indent=1)};\n\n{arriving}\n{SOURCE.read_text(encoding='utf-8')}"


def kept(site: Path) -> list[Path]:
    """The files that are kept, at once or later; the runtime besides."""
    return [path for path in sorted(site.rglob("*")) if path.is_file() and _is_kept(path.relative_to(site).as_posix())]


def _is_kept(name: str) -> bool:
    return name in SEARCH or not any(fnmatchcase(name, pattern) for pattern in LEFT_OUT)


def _address(name: str) -> str:
    """As readers ask for it: a folder stands for its index."""
    return name.removesuffix("index.html") or "./"


def _integrity(path: Path) -> str:
    return f"sha256-{base64.b64encode(sha256(path.read_bytes()).digest()).decode()}"
