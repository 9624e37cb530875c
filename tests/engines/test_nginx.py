"""deploy/nginx.conf, run: types, copies, caches, the page for addresses that lead nowhere, at the root of a host and in a folder of one."""

import gzip
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.publish import csp
from tests.engines import nginx

SITE = Path(__file__).parents[2] / "site"
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "map": "application/json; charset=utf-8",
    "xml": "text/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "py": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "wasm": "application/wasm",
    "zip": "application/zip",
}
UNBROTLI = "process.stdout.write(require('zlib').brotliDecompressSync(require('fs').readFileSync(0)))"
COPIES = {"br": ".br", "gzip": ".gz"}
FOREVER, ASK = "public, max-age=31536000, immutable", "no-cache"


@pytest.fixture(scope="module", params=["/", "/sub/"])
def server(request, tmp_path_factory) -> Iterator[nginx.Server]:
    if not (SITE / "index.html").is_file():
        pytest.fail("site/ holds no built site; run `make build` first.", pytrace=False)
    try:
        with nginx.site(tmp_path_factory.mktemp("nginx"), SITE, request.param) as running:
            yield running
    except nginx.NoNginx as problem:
        pytest.fail(str(problem), pytrace=False)


def names() -> list[str]:
    """Every file of the site but the copies, by its address."""
    return sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*") if path.is_file() and path.suffix not in (".br", ".gz"))


def address(name: str) -> str:
    return re.sub(r"(^|/)index\.html$", r"\1", name)


def unpacked(encoding: str | None, body: bytes) -> bytes:
    match encoding:
        case "br":
            return subprocess.run(["node", "-e", UNBROTLI], input=body, capture_output=True, check=True).stdout
        case "gzip":
            return gzip.decompress(body)
    return body


def one_of_each_type() -> list[str]:
    return list({Path(name).suffix: name for name in names()}.values())


def test_every_file_is_there_as_what_it_is(server):
    # The map of the site is made only where its address is known.
    assert {Path(name).suffix.removeprefix(".") for name in names()} | {"xml"} == set(TYPES)
    for name in names():
        response, body = server.ask(address(name), "HEAD")
        assert (response.status, body) == (200, b""), name
        assert response.headers["Content-Type"] == TYPES[name.rpartition(".")[2]], name
        assert int(response.headers["Content-Length"]) == (SITE / name).stat().st_size, name


@pytest.mark.parametrize(
    ("accepted", "encodings"), [("gzip, deflate, br", ("br", "gzip")), ("gzip", ("gzip",)), ("br", ("br",)), ("deflate", ()), (None, ())]
)
def test_the_best_copy_that_is_accepted_with_the_content_of_the_file(server, accepted, encodings):
    for name in one_of_each_type():
        response, body = server.ask(address(name), **{"Accept_Encoding": accepted} if accepted else {})
        there = [encoding for encoding in encodings if (SITE / f"{name}{COPIES[encoding]}").is_file()]
        assert response.headers["Content-Encoding"] == (there[0] if there else None), name
        assert response.headers["Content-Type"] == TYPES[name.rpartition(".")[2]], name
        assert unpacked(response.headers["Content-Encoding"], body) == (SITE / name).read_bytes(), name
        assert not there or response.headers["Vary"] == "Accept-Encoding", name


def test_there_are_copies_to_hand_out():
    copied = {Path(name).suffix for name in one_of_each_type() if (SITE / f"{name}.br").is_file()}
    assert {".html", ".css", ".mjs", ".js", ".wasm", ".zip", ".json", ".webmanifest"} <= copied


def test_hashed_addresses_are_kept_for_good_and_no_other(server):
    hashed = re.compile(r"^assets/((checker-|look-|runtime/)[0-9a-f]{12}/|(javascripts|stylesheets)/[a-z./]+\.[0-9a-f]{8,12}\.)")
    kept = [name for name in names() if hashed.search(name)]
    assert len(kept) > 50
    for name in names():
        response, _ = server.ask(address(name), "HEAD")
        assert response.headers["Cache-Control"] == (FOREVER if name in kept else ASK), name


def test_what_is_asked_for_again_comes_only_if_it_changed(server):
    for accepted in ("br", "gzip", "identity"):
        first, _ = server.ask("check/", Accept_Encoding=accepted)
        again, body = server.ask("check/", Accept_Encoding=accepted, If_None_Match=first.headers["ETag"])
        assert (again.status, body) == (304, b"") and again.headers["Cache-Control"] == ASK, accepted


def test_an_address_that_leads_nowhere_says_so_in_chinese(server):
    for name in ("nothing/", "assets/look-000000000000/gone.css", "check/nothing"):
        for accepted in ("br", "identity"):
            response, body = server.ask(name, Accept_Encoding=accepted)
            assert response.status == 404 and response.headers["Content-Type"] == TYPES["html"], name
            assert "没有这一页" in unpacked(response.headers["Content-Encoding"], body).decode(), name
            # The address may lead somewhere tomorrow.
            assert response.headers["Cache-Control"] == ASK, name


def test_a_folder_without_its_slash_leads_on(server):
    response, _ = server.ask("check")
    assert response.status == 301 and response.headers["Location"] == f"{server.folder}check/"


def test_a_download_can_be_taken_up_again(server):
    (name,) = [name for name in names() if name.endswith("/whole.zip")]
    response, body = server.ask(name, Range="bytes=100-199")
    assert response.status == 206 and body == (SITE / name).read_bytes()[100:200]


def test_headers_agree_with_the_policy_of_the_pages(server):
    (worker,) = [name for name in names() if name.endswith("/worker.mjs")]
    for name in ("", "check/", "nothing/", "service-worker.js", worker):
        headers = server.ask(name, "HEAD")[0].headers
        assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "same-origin", name
        # Two policies hold both; that of the page names the hashes of its own scripts, which no header could.
        script = name.endswith(("js", "mjs"))
        assert headers["Content-Security-Policy"] == (csp.policy([]) if script else "frame-ancestors 'none'"), name
        assert headers["Server"] == "nginx", name
