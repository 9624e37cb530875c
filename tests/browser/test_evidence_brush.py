"""Parts of a picture covered in a copy of it: by mouse, finger, keys and numbers. What is in the copy is read back from the archive."""

import hashlib
import re
from base64 import b64encode

import pytest
from playwright.sync_api import Page, expect

from checker.keep.archive import verify
from tests.browser.conftest import with_clock
from tests.browser.evidence_folder import brush, choose, content, drag, evidence, given, opened, pack, png, proves, row
from tests.browser.steps import overflow, write

PIXELS = """async ([data, spots]) => {
    const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height }).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    return [[bitmap.width, bitmap.height], ...spots.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data])];
}"""


@pytest.fixture
def folder(page: Page, site: str) -> Page:
    return opened(page, site)


def test_pictures_that_cannot_be_opened_are_told_and_packed_all_the_same(folder, tmp_path):
    choose(
        folder,
        given("坏.jpg", b"\xff\xd8\xff\xe0 broken"),
        given("大.png", png(1, 1, claims=(60_000, 50_000))),
        given("小.png", png(40, 40)),
    )
    expect(row(folder, 1)).to_contain_text("这张图打不开：文件坏了")
    expect(row(folder, 2)).to_contain_text("60,000 × 50,000 像素，太大，这里不打开")
    expect(row(folder, 3)).to_contain_text("图很小，字多半看不清")
    for number, words in ((1, "这张图打不开"), (2, "太大")):
        row(folder, number).get_by_role("button", name="遮住一部分").click()
        expect(row(folder, number).locator(".brush .said")).to_contain_text(words)
        row(folder, number).get_by_role("button", name="知道了").click()
        expect(row(folder, number).locator("h3")).to_be_focused()
    assert len(evidence(pack(folder, tmp_path / "a.zip"))) == 3


def test_what_is_covered_is_gone_from_the_copy_and_the_original_stays(any_page, site, tmp_path):
    page = opened(any_page, site)
    secret = png(600, 400)
    choose(page, given("身份.png", secret))
    proves(page, 1, "支付记录")
    drag(page, brush(page), (0.25, 0.25), (0.5, 0.5))
    expect(page.locator(".box")).to_have_count(1)
    assert overflow(page) == 0
    page.get_by_role("button", name="做成副本").click()
    expect(row(page, 2).locator("h3")).to_be_focused()
    expect(row(page, 2)).to_contain_text("遮住了一部分的副本，原图是“身份.png”。")
    expect(row(page, 2)).to_contain_text("600 × 400 像素")
    archive = pack(page, tmp_path / "a.zip")
    assert verify(archive).state == "same"
    original, copy = evidence(archive)
    assert content(archive, original["path"]) == secret
    assert (
        copy["masked_copy_of"] == {"name": "身份.png", "sha256": hashlib.sha256(secret).hexdigest()}
        and copy["name"] == "身份-遮住一部分.png"
    )
    assert [fact["kind"] for fact in copy["proves"]] == ["payment"]
    size, *seen = page.evaluate(
        PIXELS, [b64encode(content(archive, copy["path"])).decode(), [[160, 110], [290, 190], [140, 110], [310, 190], [160, 210]]]
    )
    assert size == [600, 400]
    assert seen == [[0, 0, 0, 255]] * 2 + [[224, 64, 32, 255]] * 3


def test_a_photograph_loses_what_is_not_seen(folder, tmp_path):
    taken = folder.screenshot(type="jpeg")
    place = b"Exif\0\0 39.9042N"
    choose(folder, given("照片.JPG", taken[:2] + b"\xff\xe1" + (len(place) + 2).to_bytes(2) + place + taken[2:]))
    drag(folder, brush(folder), (0.1, 0.1), (0.3, 0.2))
    folder.get_by_role("button", name="做成副本").click()
    expect(folder.locator(".exhibit")).to_have_count(2)
    archive = pack(folder, tmp_path / "a.zip")
    original, copy = evidence(archive)
    assert place in content(archive, original["path"])
    assert place not in content(archive, copy["path"]) and copy["type"] == "image/jpeg"


def test_the_brush_with_keys_and_numbers_alone(folder, tmp_path):
    choose(folder, given("图.png", png(400, 1000)))
    brush(folder)
    folder.get_by_role("button", name="做成副本").press("Enter")
    expect(folder.locator(".brush .said")).to_have_text("还没有遮任何地方，先画一个框。")
    folder.get_by_role("button", name="加一块").press("Enter")
    box = folder.locator(".box")
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-label", re.compile("^第 1 块：左 100，上 "))
    top = int(re.search(r"上 (\d+)", box.get_attribute("aria-label"))[1])
    for key in ("ArrowRight", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowUp"):
        folder.keyboard.press(key)
    expect(box).to_have_attribute("aria-label", re.compile(rf"左 104，上 {top + 4}，宽 204，"))
    folder.get_by_role("button", name="撤销一步").press("Enter")
    folder.locator(".by-numbers > summary").press("Enter")
    for name, number in {"左": 10, "上": 20, "宽": 30, "高": 40}.items():
        write(folder.locator(".numbers").get_by_label(name, exact=True), str(number))
    folder.keyboard.press("Tab")
    expect(box).to_have_attribute("aria-label", "第 1 块：左 10，上 20，宽 30，高 40")
    write(folder.locator(".numbers").get_by_label("宽", exact=True), "很宽")
    folder.keyboard.press("Tab")
    expect(folder.locator(".brush .said")).to_have_text("写一个整数，例如 120。")
    folder.get_by_role("button", name="加一块").press("Enter")
    folder.keyboard.press("Delete")
    expect(box).to_have_count(1)
    folder.get_by_role("button", name="做成副本").press("Enter")
    expect(row(folder, 2).locator("h3")).to_be_focused()
    archive = pack(folder, tmp_path / "a.zip")
    copy = content(archive, evidence(archive)[1]["path"])
    _, *seen = folder.evaluate(PIXELS, [b64encode(copy).decode(), [[10, 20], [39, 59], [9, 20], [40, 59], [39, 60]]])
    assert [spot[0] for spot in seen] == [0, 0, 224, 224, 224]


def test_two_taps_are_two_corners_and_a_picture_that_is_all_covered_is_no_copy(folder):
    choose(folder, given("图.png", png(300, 300)))
    sheet = brush(folder)
    for x, y in ((30, 30), (150, 90)):
        sheet.click(position={"x": x, "y": y})
    expect(folder.locator(".box")).to_have_count(1)
    sheet.click(position={"x": 60, "y": 60})
    expect(folder.locator(".box")).to_be_focused()
    expect(folder.locator(".brush .said")).to_have_text("遮住了第 1 块。")
    drag(folder, sheet, (0.001, 0.001), (0.999, 0.999))
    folder.get_by_role("button", name="做成副本").click()
    expect(folder.locator(".brush .said")).to_have_text("整张都遮住了，副本里什么也看不到。把框改小。")
    folder.get_by_role("button", name="撤销一步").click()
    folder.get_by_role("button", name="撤销一步").click()
    expect(folder.locator(".box")).to_have_count(0)
    folder.get_by_role("button", name="不遮了").click()
    expect(row(folder, 1).locator("h3")).to_be_focused()


def test_a_finger_draws_and_nothing_scrolls_meanwhile(open_context, site):
    page = opened(with_clock(open_context(has_touch=True)[0].new_page()), site)
    choose(page, given("长图.png", png(300, 2_000)))
    sheet = brush(page)
    frame = page.locator(".frame")
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    fingers = page.context.new_cdp_session(page)

    def swipe() -> None:
        for kind, far in (("touchStart", 0), *(("touchMove", far) for far in (20, 60, 120)), ("touchEnd", None)):
            points = [] if far is None else [{"x": box["x"] + 40 + far, "y": box["y"] + 200 - far}]
            fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    swipe()
    expect(page.locator(".box")).to_have_count(1)
    assert frame.evaluate("frame => frame.scrollTop") == 0
    page.get_by_text("移动画面", exact=True).click()
    assert sheet.evaluate("sheet => getComputedStyle(sheet).touchAction") == "auto"
    swipe()
    expect(page.locator(".box")).to_have_count(1)
    page.get_by_role("button", name="放大").click()
    assert sheet.evaluate("sheet => sheet.clientWidth") > frame.evaluate("frame => frame.clientWidth")
    assert overflow(page) == 0
