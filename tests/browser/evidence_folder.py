"""What a reader does with the evidence folder, and what is looked up in the archive that comes of it."""

import json
import zipfile
import zlib
from pathlib import Path

from playwright.sync_api import Locator, Page, expect


def png(width: int, height: int, *, claims: tuple[int, int] | None = None) -> bytes:
    """A picture of one colour, or one that only says that it is so large."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4) + name + content + zlib.crc32(name + content).to_bytes(4)

    said = claims or (width, height)
    rows = b"".join(b"\0" + b"\xe0\x40\x20" * width for _ in range(height))
    head = b"".join(side.to_bytes(4) for side in said) + bytes([8, 2, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def opened(page: Page, site: str) -> Page:
    page.goto(f"{site}evidence-folder/")
    expect(page.locator("#files")).to_be_visible()
    return page


def choose(page: Page, *files: dict | Path, field: str = "#files") -> None:
    page.locator(field).set_input_files(list(files))


def given(name: str, content: bytes | str = "不退") -> dict:
    return {"name": name, "mimeType": "", "buffer": content.encode() if isinstance(content, str) else content}


def said(page: Page) -> Locator:
    return page.locator(".chooser .said")


def row(page: Page, number: int) -> Locator:
    return page.locator(".exhibit").nth(number - 1)


def packed(page: Page) -> Locator:
    """What became of the last archive."""
    return page.locator(".pack > .said").first


def proves(page: Page, number: int, *names: str) -> None:
    place = row(page, number)
    place.locator(".kinds > summary").click()
    for name in names:
        place.locator(".kinds .option label", has_text=name).click()


def pack(page: Page, out: Path) -> Path:
    """The archive, saved as a reader does."""
    page.get_by_role("button", name="做压缩包").click()
    with page.expect_download() as download:
        page.locator("a.save").click()
    assert download.value.suggested_filename == "证据 2026-11-24.zip"
    download.value.save_as(out)
    return out


def manifest(archive: Path) -> dict:
    with zipfile.ZipFile(archive) as opened_archive:
        return json.loads(opened_archive.read("manifest.json"))


def evidence(archive: Path) -> list[dict]:
    return [each for each in manifest(archive)["entries"] if each["role"] == "evidence"]


def content(archive: Path, path: str) -> bytes:
    with zipfile.ZipFile(archive) as opened_archive:
        return opened_archive.read(path)


def brush(page: Page, number: int = 1) -> Locator:
    row(page, number).get_by_role("button", name="遮住一部分").click()
    expect(page.locator(".brush h4")).to_be_focused()
    return page.locator(".sheet")


def drag(page: Page, sheet: Locator, one: tuple[float, float], other: tuple[float, float]) -> None:
    """From one place to another, in parts of the picture."""
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    points = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in (one, other)]
    page.mouse.move(*points[0])
    page.mouse.down()
    page.mouse.move(*points[1], steps=4)
    page.mouse.up()
