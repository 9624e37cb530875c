"""``verify.html`` as it lies in an archive: one file, opened from a disk in a browser that may fetch nothing."""

import os
import re
import shutil
import struct
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from checker.errors import DataError
from checker.keep.archive import make
from checker.keep.archive import page as archive_page
from checker.keep.archive.page import verifier_page
from tests.keep.test_archive_hostile import HOSTILE, overlapping

TOP = Path(__file__).parents[2]
NOW = datetime(2026, 11, 29, 7, 40, 5, tzinfo=UTC)
LIMIT_MS = 30_000


def browser_path() -> str | None:
    """As `tests/browser` finds it, or what a build has noted."""
    noted = TOP / "build" / "browser-path"
    named = os.environ.get("CHECKER_BROWSER") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    return named or (noted.read_text(encoding="utf-8").strip() if noted.is_file() else None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser, tmp_path) -> Iterator[Page]:
    """The page from a disk; what it asks for, logs or throws makes the test fail."""
    (tmp_path / "verify.html").write_bytes(verifier_page())
    context = browser.new_context(offline=True)
    opened, wrong = context.new_page(), []
    opened.on("console", lambda message: wrong.append(message.text))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    own = (tmp_path / "verify.html").as_uri()
    opened.on("request", lambda request: wrong.append(request.url) if request.url != own else None)
    opened.goto(own)
    yield opened
    context.close()
    assert wrong == []


@pytest.fixture
def archive(tmp_path) -> tuple[Path, str]:
    folder = tmp_path / "凭证"
    folder.mkdir()
    (folder / "账单.txt").write_bytes(b"money" * 300_000)
    return tmp_path / "a.zip", make(folder, tmp_path / "a.zip", NOW).seal


def outcome(page: Page, given: Path):
    page.get_by_label("选压缩包").set_input_files(given)
    found = page.get_by_role("status")
    expect(found.locator("[data-state]")).to_be_visible(timeout=LIMIT_MS)
    return found


def test_it_says_that_nothing_was_changed_and_what_was(page, archive, tmp_path):
    path, seal = archive
    found = outcome(page, path)
    expect(found).to_contain_text("3 份文件和目录里的校验值一致")
    expect(found).to_contain_text(seal)
    page.get_by_label("当时记下的总校验码").fill(seal.upper())
    expect(found).to_contain_text("总校验码和你填的一样")
    (tmp_path / "b.zip").write_bytes(path.read_bytes().replace(b"moneymoney", b"moneyMONEY", 1))
    expect(outcome(page, tmp_path / "b.zip").locator("[data-state=differs]")).to_contain_text("2 份一致，另有 1 处不一样")
    expect(found).to_contain_text("“证据/01-账单.txt”的内容和目录里的不一样")
    expect(page.get_by_role("button", name="停下")).to_be_hidden()


def test_what_somebody_made_to_mislead_is_words_on_it(page, tmp_path):
    """Names are text, and every file comes to an end."""
    for number, (name, (content, codes)) in enumerate(HOSTILE.items()):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(content)
        found = outcome(page, path)
        state = found.locator("[data-state]").get_attribute("data-state")
        assert (state == "same") == (not codes), name
        assert found.locator("*").count() == found.locator("p").count(), name
        assert not re.search("[\0\u202e]", found.inner_text()), name
    (tmp_path / "bomb.zip").write_bytes(overlapping(1000))
    expect(outcome(page, tmp_path / "bomb.zip")).to_contain_text("还有 900 处没有列出")


def test_a_long_check_can_be_stopped(page, tmp_path):
    folder = tmp_path / "凭证"
    folder.mkdir()
    with (folder / "video.mp4").open("wb") as video:
        video.truncate(900_000_000)
    make(folder, tmp_path / "long.zip", NOW)
    page.get_by_label("选压缩包").set_input_files(tmp_path / "long.zip")
    found = page.get_by_role("status")
    expect(found).to_contain_text("正在核对：", timeout=LIMIT_MS)
    page.get_by_role("button", name="停下").click()
    expect(found).to_have_text("停下了，没有结果")


class Attributes(HTMLParser):
    """Every attribute by which a page fetches something."""

    def __init__(self):
        super().__init__()
        self.fetching: list[str] = []

    def handle_starttag(self, tag, attributes):
        self.fetching += [
            name for name, _ in attributes if name in ("src", "href", "action", "srcset", "data", "style") or name.startswith("on")
        ]


def test_it_holds_everything_and_fetches_nothing():
    text = verifier_page().decode()
    read = Attributes()
    read.feed(text)
    assert read.fetching == [] and not re.search(r"\{\{\w+\}\}", text) and not re.search(r"^\s*import\b", text, re.MULTILINE)
    assert "default-src 'none'" in text and "unsafe" not in text and len(text.encode()) < 64_000
    assert not any((ord(char) < 32 and char != "\n") or char in "\u202e\u2028\ufeff" for char in text)


def test_no_other_script_runs_in_it(browser, tmp_path):
    changed = verifier_page().replace(b"'use strict';", b"'use strict'; document.title = 'other';")
    (tmp_path / "changed.html").write_bytes(changed)
    page = browser.new_page()
    page.goto((tmp_path / "changed.html").as_uri())
    assert page.title() == "核对证据压缩包"
    page.close()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("import { x } from './later.mjs';\n", "later"),
        ("const x = '</script>';\n", "end the script"),
        ("export default 1;\n", "cannot stand in it"),
    ],
)
def test_a_module_that_would_break_the_page_stops_it(text, words, monkeypatch):
    source = archive_page._source
    monkeypatch.setattr(archive_page, "_source", lambda name: text if name == "crc32.mjs" else source(name))
    with pytest.raises(DataError, match=words):
        verifier_page.__wrapped__()


def test_a_film_is_not_held_in_memory(browser, tmp_path):
    """Three hundred megabytes are read in pieces: the page's heap stays far below."""
    import hashlib
    import zlib

    from tests.keep.test_archive_hostile import archive as zipped
    from tests.keep.test_archive_hostile import central, honest, listing, local, row

    size, piece = 300_000_000, bytes(1_000_000)
    sha256, crc32 = hashlib.sha256(), 0
    for _ in range(300):
        sha256.update(piece)
        crc32 = zlib.crc32(piece, crc32)
    name = "证据/01-a.mp4"
    lies = {"size": size, "packed": size, "crc": crc32}
    head = zipped(honest("manifest.json", listing(row(name, b"", size=size, sha256=sha256.hexdigest()))))
    first = head[: head.index(b"PK\x01\x02")]
    listed = head[len(first) : -22] + central(name.encode(), b"", len(first), **lies)
    with (tmp_path / "film.zip").open("wb") as film:
        film.write(first + local(name.encode(), b"", **lies))
        film.seek(size, 1)
        offset = film.tell()
        film.write(listed + b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 2, 2, len(listed), offset, 0))
    (tmp_path / "verify.html").write_bytes(verifier_page())
    page = browser.new_page()
    page.goto((tmp_path / "verify.html").as_uri())
    page.evaluate("() => { window.most = 0; setInterval(() => { most = Math.max(most, performance.memory.usedJSHeapSize); }, 50); }")
    found = outcome(page, tmp_path / "film.zip")
    expect(found).to_contain_text("1 份文件和目录里的校验值一致")
    assert page.evaluate("most") < 64_000_000
    page.close()
