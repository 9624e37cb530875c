"""deploy/proxy.conf, run in front of deploy/nginx.conf: what is hashed is kept, a new build is there at once, and no page gets parts of another."""

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.engines import nginx

SITE = Path(__file__).parents[2] / "site"
BROTLI = {"Accept_Encoding": "gzip, deflate, br, zstd"}


class Parts(HTMLParser):
    """What a page names: scripts, sheets, and where the checker's runtime lies."""

    def __init__(self, page: str, text: str):
        super().__init__()
        self.page, self.found = page, set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if (tag, name) in (("script", "src"), ("link", "href")) or name == "data-runtime":
                self.found.add(urljoin(f"/{self.page}", value).lstrip("/"))


@pytest.fixture
def build(tmp_path) -> Path:
    """The site, to be replaced by another."""
    return shutil.copytree(SITE, tmp_path / "site")


@pytest.fixture
def cached(build, tmp_path) -> Iterator[nginx.Server]:
    try:
        (tmp_path / "server").mkdir()
        with nginx.site(tmp_path / "server", build) as behind, nginx.proxy(tmp_path / "proxy", behind) as front:
            yield front
    except nginx.NoNginx as problem:
        pytest.fail(str(problem), pytrace=False)


def page(server: nginx.Server, name: str = "check/") -> str:
    response, body = server.ask(name)
    assert response.status == 200
    return body.decode()


def hashed() -> list[str]:
    return [path.relative_to(SITE).as_posix() for path in SITE.glob("assets/checker-*/*.mjs")]


def test_what_is_hashed_is_asked_of_the_server_once_and_the_rest_every_time(cached):
    for name in [*hashed(), *(path.relative_to(SITE).as_posix() for path in SITE.glob("assets/runtime/*/lean.wasm"))]:
        kept = [cached.ask(name, **BROTLI)[0] for _ in range(3)]
        assert [each.headers["X-Cache"] for each in kept] == ["MISS", "HIT", "HIT"], name
        coding = "br" if (SITE / f"{name}.br").is_file() else None
        assert all(each.headers["Content-Encoding"] == coding and "immutable" in each.headers["Cache-Control"] for each in kept), name
    for name in ("", "check/", "service-worker.js", "manifest.webmanifest", "nothing/"):
        assert {cached.ask(name, **BROTLI)[0].headers["X-Cache"] for _ in range(3)} == {None}, name
    first, _ = cached.ask("check/", **BROTLI)
    again, body = cached.ask("check/", **BROTLI, If_None_Match=first.headers["ETag"])
    assert (again.status, body) == (304, b"")


def test_the_cache_keeps_what_the_server_calls_kept_for_good_and_lets_all_else_by(cached):
    """Both files name the hashed addresses."""
    for path in sorted(SITE.rglob("*")):
        if path.is_file() and path.suffix not in (".br", ".gz"):
            headers = cached.ask(path.relative_to(SITE).as_posix(), "HEAD")[0].headers
            assert (headers["X-Cache"] is not None) is ("immutable" in headers["Cache-Control"]), path


def test_browsers_that_spell_codings_otherwise_share_a_copy_and_others_get_theirs(cached):
    name = hashed()[0]
    assert cached.ask(name, **BROTLI)[0].headers["X-Cache"] == "MISS"
    assert cached.ask(name, Accept_Encoding="br;q=1.0, gzip;q=0.8, *;q=0.1")[0].headers["X-Cache"] == "HIT"
    response, body = cached.ask(name)
    assert (response.headers["X-Cache"], response.headers["Content-Encoding"]) == ("MISS", None)
    assert body == (SITE / name).read_bytes()


def test_a_new_build_is_there_at_once_and_mixes_nothing(cached, build):
    before = Parts("check/", page(cached)).found
    for name in before:
        cached.ask(name)
    # Copied over the old one: other scripts under another address, pages that name them, and for a day the old ones besides.
    (scripts,) = build.glob("assets/checker-*")
    new = scripts.with_name("checker-000000000000")
    shutil.copytree(scripts, new)
    for module in new.rglob("*.mjs"):
        module.write_text(f"// The next build.\n{module.read_text(encoding='utf-8')}", encoding="utf-8")
    for path in build.rglob("*.html"):
        path.write_text(path.read_text(encoding="utf-8").replace(scripts.name, new.name), encoding="utf-8")
        for copy in (".br", ".gz"):
            path.with_name(f"{path.name}{copy}").unlink(missing_ok=True)
    after = Parts("check/", page(cached)).found
    assert [name for name in after if new.name in name] and not [name for name in after if scripts.name in name]
    for names, is_new in ((after, True), (before, False)):
        for name in names:
            response, body = cached.ask(name)
            assert response.status == 200, name
            if re.search(r"/checker-\w+/", name):
                assert body.startswith(b"// The next build.") is is_new, name


def test_while_the_server_is_away_what_was_kept_is_handed_out(build, tmp_path):
    name = hashed()[0]
    (tmp_path / "server").mkdir()
    try:
        with ExitStack() as closing, ExitStack() as server:
            behind = server.enter_context(nginx.site(tmp_path / "server", build))
            front = closing.enter_context(nginx.proxy(tmp_path / "proxy", behind))
            front.ask(name)
            server.close()
            assert front.ask(name)[0].headers["X-Cache"] == "HIT"
            assert front.ask("check/")[0].status == 502
    except nginx.NoNginx as problem:
        pytest.fail(str(problem), pytrace=False)
