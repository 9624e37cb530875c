"""What lets the site be installed and kept: the manifest, and the list that the service worker goes by."""

import base64
import json
from hashlib import sha256
from pathlib import Path

import pytest

from checker.publish import offline

SMALL = (
    "index.html",
    "404.html",
    "benchmark/index.html",
    "check/index.html",
    "assets/look-1/pages.css",
    "assets/checker-1/components/copy.mjs",
    "manifest.webmanifest",
    "search/search_index.json",
    "search/words.txt",
    *offline.SEARCH,
)
NOT_KEPT = (
    "assets/look-1/pages.css.br",
    "check/index.html.gz",
    "assets/stylesheets/main.min.css.map",
    "assets/javascripts/lunr/wordcut.js",
    "assets/javascripts/lunr/min/lunr.tr.min.js",
    "assets/runtime/abc/python.zip",
    "assets/runtime/abc/pyodide.asm.wasm",
    "assets/images/favicon.png",
    "benchmark/results.json",
    "benchmark/score.py",
    "schema.json",
    "service-worker.js",
    "sitemap.xml",
    "sitemap.xml.gz",
)


def build_of(script: str) -> dict:
    """What a service worker knows of its build."""
    head = "const BUILD = "
    assert script.startswith(head)
    return json.JSONDecoder().raw_decode(script, len(head))[0]


@pytest.fixture
def small_site(tmp_path) -> Path:
    for name in (*SMALL, *NOT_KEPT):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{name} 1", encoding="utf-8")
    return tmp_path


def test_the_manifest_is_whole_and_its_icons_are_there(site):
    manifest = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["name"] == "安心买·放心退" and len(manifest["short_name"]) <= 6 and manifest["description"]
    assert manifest["id"] == "./"
    assert manifest["lang"] == "zh-CN" and manifest["display"] == "standalone"
    # Relative, so that the site may lie in any folder.
    assert manifest["start_url"] == manifest["scope"] == "./"
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    for icon in manifest["icons"]:
        picture = (site / icon["src"]).read_bytes()
        # A PNG says its width and height in bytes 16 to 24.
        width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))
        assert picture.startswith(b"\x89PNG") and icon["sizes"] == f"{width}x{height}"


def test_the_built_service_worker_knows_every_page_and_its_hash(site):
    build = build_of((site / "service-worker.js").read_text(encoding="utf-8"))
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert {page.removesuffix("index.html") or "./" for page in pages} <= set(build["pages"]) | set(build["later"])
    for address, integrity in (build["pages"] | build["later"]).items():
        path = site / (f"{address}index.html" if address.endswith("/") else address)
        assert integrity == f"sha256-{base64.b64encode(sha256(path.read_bytes()).digest()).decode()}", address
    assert (site / build["runtime"] / "python.zip").is_file()


def test_all_that_a_page_loads_by_itself_is_kept(site):
    build = build_of((site / "service-worker.js").read_text(encoding="utf-8"))
    kept = set(build["pages"]) | set(build["later"])
    ours = [path for path in site.glob("assets/*-*/**/*") if path.is_file() and path.suffix not in (".br", ".gz")]
    # What a link to the site is shown with elsewhere no page loads.
    ours = [path for path in ours if path.name != "card.png"]
    assert len(ours) > 30
    for path in (
        *ours,
        *site.glob("assets/stylesheets/*.css"),
        *site.glob("assets/javascripts/*.js"),
        *site.glob("assets/javascripts/workers/*.js"),
    ):
        assert path.relative_to(site).as_posix() in kept
    assert "search/search_index.json" in kept and "manifest.webmanifest" in kept


def test_the_checker_and_where_it_leads_to_are_kept_at_once_and_what_is_read_besides_later(small_site):
    for name in ("law/dsf/index.html", "templates/index.html", "three-proofs/examples/index.html", "assets/checker-1/searching/asked.mjs"):
        (small_site / name).parent.mkdir(parents=True, exist_ok=True)
        (small_site / name).write_text(name, encoding="utf-8")
    build = build_of(offline.service_worker(small_site, "assets/runtime/abc/"))
    assert {"./", "404.html", "check/", "assets/checker-1/components/copy.mjs"} <= set(build["pages"])
    assert {"law/dsf/", "templates/", "three-proofs/examples/", "assets/checker-1/searching/asked.mjs", *offline.SEARCH} <= set(
        build["later"]
    )
    assert not set(build["pages"]) & set(build["later"])


def test_what_is_left_out_is_left_out(small_site):
    kept = {path.relative_to(small_site).as_posix() for path in offline.kept(small_site)}
    assert kept == set(SMALL)


def test_another_page_is_another_build(small_site):
    def made() -> dict:
        return build_of(offline.service_worker(small_site, "assets/runtime/abc/"))

    first = made()
    assert made() == first and first["runtime"] == "assets/runtime/abc/" and len(first["pages"]) + len(first["later"]) == len(SMALL)
    (small_site / "schema.json").write_text("2")
    assert made() == first
    (small_site / "check" / "index.html").write_text("2")
    second = made()
    assert second["hash"] != first["hash"]
    assert {address for address in second["pages"] if second["pages"][address] != first["pages"][address]} == {"check/"}


def test_the_script_follows_its_build(small_site):
    assert offline.service_worker(small_site, "r/").endswith(offline.SOURCE.read_text(encoding="utf-8"))
