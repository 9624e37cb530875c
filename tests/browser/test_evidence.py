"""The evidence folder as somebody uses it: files chosen, what they prove, parts covered, one archive, and an archive checked. Every archive is read by Python too."""

import hashlib
import json
import re
import zipfile
import zlib
from base64 import b64encode
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from checker.keep.archive import verify
from checker.keep.archive.page import verifier_page
from checker.keep.archive.terms import LIMITS
from checker.kit.evidence import kinds
from tests.browser.conftest import SITE, AskAgain, address, serving, stop, with_clock
from tests.browser.steps import CLAIM, NAMES, overflow, tap, to_result, write
from tests.browser.test_every_page import faults
from tests.browser.test_offline import READY

MOST_MS = 200
"""No task holds up the page for longer."""
PIXELS = """async ([data, spots]) => {
    const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height }).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    return [[bitmap.width, bitmap.height], ...spots.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data])];
}"""
LONG_TASKS = """() => {
    window.long = [];
    const begun = new Promise((begin) => new MutationObserver(() => begin(performance.now())).observe(document.querySelector('.chooser .said'), { childList: true }));
    new PerformanceObserver(async (list) => {
        const from = await begun;
        window.long.push(...list.getEntries().filter(({ startTime }) => startTime >= from).map(({ duration }) => duration));
    }).observe({ entryTypes: ['longtask'] });
}"""
"""What takes long once files are read: to hand over a thousand takes the browser itself a third of a second."""


def png(width: int, height: int, *, claims: tuple[int, int] | None = None) -> bytes:
    """A picture of one colour, or one that only says that it is so large."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4) + name + content + zlib.crc32(name + content).to_bytes(4)

    said = claims or (width, height)
    rows = b"".join(b"\0" + b"\xe0\x40\x20" * width for _ in range(height))
    head = b"".join(side.to_bytes(4) for side in said) + bytes([8, 2, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture
def folder(page: Page, site: str) -> Page:
    return opened(page, site)


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


def test_files_become_an_archive_that_python_reads(any_page, site, tmp_path):
    page = opened(any_page, site)
    choose(page, given("微信账单.png", png(300, 400)), given("聊天.txt"), given("空.bin", b""))
    expect(said(page)).to_contain_text("3 份读完了")
    expect(row(page, 1)).to_contain_text("PNG 图片")
    expect(row(page, 1)).to_contain_text("300 × 400 像素")
    expect(row(page, 3)).to_contain_text("这份是空的")
    proves(page, 1, "支付记录", "订单截图")
    expect(row(page, 1).locator(".kinds > summary")).to_have_text("能证明：订单截图、订单编号；支付记录")
    proves(page, 2, "和客服、卖家的聊天")
    assert overflow(page) == 0
    archive = pack(page, tmp_path / "a.zip")
    report = verify(archive)
    assert (report.state, report.same) == ("same", 5)
    expect(page.locator("#made-seal")).to_have_text(report.seal)
    expect(packed(page)).to_contain_text("3 份证据，连目录和核对页一共 5 个文件，核对过，都一致")
    expect(page.locator(".made a[href*='law/#mszj-15']")).to_be_visible()
    assert [each["name"] for each in evidence(archive)] == ["微信账单.png", "聊天.txt", "空.bin"]
    assert [[fact["kind"] for fact in each["proves"]] for each in evidence(archive)] == [["order", "payment"], ["chat"], []]
    assert evidence(archive)[0]["proves"][1]["fact"] == kinds()["payment"].proves
    assert content(archive, "verify.html") == verifier_page()
    assert overflow(page) == 0


def test_the_hash_is_shown_and_the_same_content_is_told(folder):
    choose(folder, given("甲.txt"), given("乙.txt", "别的"), given("丙.txt"))
    expect(row(folder, 3)).to_contain_text("和第 1 份内容一样。")
    whole = hashlib.sha256("不退".encode()).hexdigest()
    row(folder, 1).locator("summary", has_text="校验值").click()
    expect(row(folder, 1).locator(".sum")).to_have_text(whole)
    expect(row(folder, 1).locator("summary", has_text="校验值")).to_contain_text(f"{whole[:8]}……{whole[-8:]}")
    row(folder, 1).get_by_role("button", name="拿掉").click()
    expect(row(folder, 1).get_by_role("button", name="放回去")).to_be_focused()
    expect(row(folder, 3)).not_to_contain_text("内容一样")
    expect(folder.locator(".files > .count")).to_have_text("一共 2 份")
    folder.keyboard.press("Enter")
    expect(row(folder, 3)).to_contain_text("和第 1 份内容一样。")


def test_files_change_places_and_the_focus_stays(folder, tmp_path):
    choose(folder, *(given(f"{name}.txt", name) for name in "abc"))
    up = row(folder, 3).get_by_role("button", name="上移")
    up.click()
    for _ in range(2):
        folder.keyboard.press("Enter")
    expect(row(folder, 1).locator("h3")).to_have_text("1. c.txt")
    expect(row(folder, 1).get_by_role("button", name="上移")).to_be_focused()
    expect(folder.locator(".files > [role=status]")).to_have_text("已经是第一份。")
    row(folder, 2).get_by_role("button", name="拿掉").click()
    assert [each["name"] for each in evidence(pack(folder, tmp_path / "a.zip"))] == ["c.txt", "b.txt"]


def test_a_name_is_never_markup_or_a_path(folder, tmp_path):
    names = ["<img src=x onerror=alert(1)>.png", "发票\u202egpj.exe", "CON.txt", "很" * 240 + ".txt"]
    choose(folder, *(given(name, name) for name in names))
    expect(folder.locator(".exhibit")).to_have_count(4)
    expect(row(folder, 1).locator("h3")).to_have_text(f"1. {names[0]}")
    expect(row(folder, 2).locator("h3")).to_have_text("2. 发票\ufffdgpj.exe")
    assert folder.locator(".exhibit img").count() == 0 and overflow(folder) == 0
    archive = pack(folder, tmp_path / "a.zip")
    assert verify(archive).state == "same"
    assert [each["name"] for each in evidence(archive)] == names
    assert all(re.fullmatch(r"证据/0\d-[^/<>\u202e]+", each["path"]) for each in evidence(archive))


def test_pictures_that_cannot_be_opened_are_told_and_packed_all_the_same(folder, tmp_path):
    choose(folder, given("坏.jpg", b"\xff\xd8\xff\xe0 broken"), given("大.png", png(1, 1, claims=(60_000, 50_000))), given("小.png", png(40, 40)))
    expect(row(folder, 1)).to_contain_text("这张图打不开：文件坏了")
    expect(row(folder, 2)).to_contain_text("60,000 × 50,000 像素，太大，这里不打开")
    expect(row(folder, 3)).to_contain_text("图很小，字多半看不清")
    for number, words in ((1, "这张图打不开"), (2, "太大")):
        row(folder, number).get_by_role("button", name="遮住一部分").click()
        expect(row(folder, number).locator(".brush .said")).to_contain_text(words)
        row(folder, number).get_by_role("button", name="知道了").click()
        expect(row(folder, number).locator("h3")).to_be_focused()
    assert len(evidence(pack(folder, tmp_path / "a.zip"))) == 3


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
    assert copy["masked_copy_of"] == {"name": "身份.png", "sha256": hashlib.sha256(secret).hexdigest()} and copy["name"] == "身份-遮住一部分.png"
    assert [fact["kind"] for fact in copy["proves"]] == ["payment"]
    size, *seen = page.evaluate(PIXELS, [b64encode(content(archive, copy["path"])).decode(), [[160, 110], [290, 190], [140, 110], [310, 190], [160, 210]]])
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


def test_who_leaves_without_the_archive_is_asked_first(page, site, tmp_path):
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    opened(page, site)
    choose(page, given("a.txt"))
    expect(said(page)).to_contain_text("1 份读完了")
    pack(page, tmp_path / "a.zip")
    page.reload()
    assert asked == []
    choose(page, given("a.txt"))
    proves(page, 1, "支付记录")
    page.reload()
    assert asked == ["beforeunload"]


def test_what_was_said_of_files_comes_back_with_them_after_a_reload(folder, tmp_path):
    choose(folder, given("账单.png", png(300, 400)), given("聊天.txt"))
    proves(folder, 1, "支付记录")
    drag(folder, brush(folder), (0.2, 0.2), (0.4, 0.4))
    folder.reload()
    expect(said(folder)).to_contain_text("上次给 1 份选过证明什么、画过框，选回同样的文件，就自动补上")
    expect(folder.locator(".exhibit")).to_have_count(0)
    choose(folder, given("改了名.png", png(300, 400)))
    expect(row(folder, 1).locator(".kinds > summary")).to_have_text("能证明：支付记录")
    brush(folder)
    expect(folder.locator(".box")).to_have_count(1)
    kept = folder.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    assert "账单" not in kept and "改了名" not in kept


def test_dropped_files_are_taken_and_other_things_are_not(folder):
    folder.evaluate(
        """() => {
            const drop = (fill) => { const dataTransfer = new DataTransfer(); fill(dataTransfer); document.querySelector('.chooser').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })); };
            drop((data) => data.setData('text/plain', 'no file'));
            drop((data) => data.items.add(new File(['x'], '拖来的.txt')));
        }"""
    )
    expect(row(folder, 1).locator("h3")).to_have_text("1. 拖来的.txt")
    expect(folder.locator(".exhibit")).to_have_count(1)


def test_a_thousand_files_and_no_more(open_context, site, tmp_path):
    page = with_clock(open_context()[0].new_page())
    opened(page, site)
    paths = [tmp_path / f"{number:04}.txt" for number in range(LIMITS["evidence"] + 1)]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    choose(page, *paths)
    expect(said(page)).to_contain_text("证据超过 1000 份。先去掉无关的，或者分成几包。这次选的 1001 份没有放进来。")
    page.evaluate(LONG_TASKS)
    choose(page, *paths[:-1])
    expect(said(page)).to_contain_text("1000 份读完了")
    expect(page.locator(".exhibit")).to_have_count(50)
    page.get_by_role("button", name="再看 50 份，还有 950 份").click()
    expect(page.locator(".exhibit")).to_have_count(100)
    expect(row(page, 51).locator("h3")).to_be_focused()
    choose(page, paths[-1])
    expect(said(page)).to_contain_text("这次选的 1 份没有放进来")
    archive = pack(page, tmp_path / "a.zip")
    report = verify(archive)
    assert (report.state, report.same, len(evidence(archive))) == ("same", 1002, 1000)
    longest = max(page.evaluate("window.long"), default=0)
    print(f"\nlongest task {longest:.0f} ms")
    assert longest < MOST_MS


@pytest.fixture(scope="module")
def film(tmp_path_factory) -> Path:
    """300 MB that take no room."""
    path = tmp_path_factory.mktemp("film") / "录屏.mp4"
    with path.open("wb") as stream:
        stream.truncate(300 * 2**20)
    return path


def test_a_long_film_is_read_in_slices_and_checked(open_context, site, film, tmp_path):
    page = with_clock(open_context()[0].new_page())
    opened(page, site)
    page.evaluate(LONG_TASKS)
    choose(page, film)
    expect(said(page)).to_contain_text("1 份读完了")
    expect(row(page, 1)).to_contain_text("MP4 视频，300 MB")
    archive = pack(page, tmp_path / "a.zip")
    assert verify(archive).state == "same"
    longest = max(page.evaluate("window.long"), default=0)
    print(f"\nlongest task {longest:.0f} ms")
    assert longest < MOST_MS


def test_who_stops_keeps_what_was_read(folder, film, tmp_path):
    (tmp_path / "先.txt").write_text("先", encoding="utf-8")
    choose(folder, tmp_path / "先.txt", film)
    # It is read for seconds.
    expect(row(folder, 1)).to_be_visible()
    folder.locator(".chooser").get_by_role("button", name="停下").click()
    expect(said(folder)).to_have_text("停下了：读完的 1 份在下面，没有读的 1 份没有放进来。")
    expect(folder.locator("#files")).to_be_focused()
    expect(folder.locator(".working")).to_be_hidden()
    expect(folder.locator(".exhibit")).to_have_count(1)
    choose(folder, film)
    expect(said(folder)).to_contain_text("1 份读完了")
    folder.get_by_role("button", name="做压缩包").click()
    folder.locator(".pack").get_by_role("button", name="停下").click()
    expect(packed(folder)).to_have_text("停下了，没有做。")
    expect(folder.get_by_role("button", name="做压缩包")).to_be_focused()


def test_a_file_that_changes_meanwhile_is_told(folder, tmp_path):
    path = tmp_path / "变.txt"
    path.write_text("先前的", encoding="utf-8")
    choose(folder, path)
    expect(said(folder)).to_contain_text("1 份读完了")
    path.write_text("后来的", encoding="utf-8")
    folder.get_by_role("button", name="做压缩包").click()
    expect(packed(folder)).to_contain_text("文件在做包的时候变了，或者读不出来")
    expect(folder.locator(".made")).to_be_hidden()


def test_without_files_and_without_the_verifying_page_it_is_said_what_to_do(folder, tmp_path):
    folder.get_by_role("button", name="做压缩包").click()
    expect(packed(folder)).to_have_text("还没有能放进去的文件。先选文件。")
    folder.get_by_role("button", name="把证据目录带去自查").click()
    expect(folder.locator(".handed")).to_contain_text("先选文件")
    choose(folder, given("a.txt"))
    folder.route("**/verify.txt", lambda route: route.abort())
    folder.get_by_role("button", name="做压缩包").click()
    expect(packed(folder)).to_contain_text("没有做成。可能是网络断了")
    folder.unroute("**/verify.txt")
    archive = pack(folder, tmp_path / "a.zip")
    assert verify(archive).state == "same"
    proves(folder, 1, "支付记录")
    expect(packed(folder)).to_contain_text("这一包是改以前的")


def test_without_a_case_it_leads_to_the_self_check(folder):
    expect(folder.locator(".gaps")).to_contain_text("这台浏览器里没有自查的案件")
    expect(folder.locator(".gaps a", has_text="自助核查")).to_have_attribute("href", re.compile("check/$"))
    expect(folder.locator("#with-texts")).to_be_hidden()


def test_a_case_says_what_is_missing_and_its_texts_come_along(page, site, tmp_path):
    to_result(page, site, CLAIM, "可以主张", names=NAMES)
    letter = page.locator(".letter textarea").first
    opened(page, site)
    choose(page, given("账单.png", png(300, 400)))
    proves(page, 1, "支付记录")
    page.get_by_role("button", name="对照我的自查").click()
    expect(page.locator(".gaps > .said")).to_contain_text("没有放进来")
    asked = page.locator(".asked-for li")
    expect(asked.filter(has_text="支付记录")).to_contain_text("有了，第 1 份")
    expect(asked.filter(has_text="订单截图")).to_contain_text("自查里说有，这里还没放")
    expect(asked.filter(has_text="官方查询结果")).to_contain_text("激活记录在发行方手里")
    row(page, 1).locator(".kinds .option label", has_text="订单截图").click()
    expect(asked.filter(has_text="订单截图")).to_contain_text("有了，第 1 份")
    tap(page, "label[for=with-texts]")
    archive = pack(page, tmp_path / "a.zip")
    assert verify(archive).state == "same"
    entries = manifest(archive)["entries"]
    texts = [each for each in entries if each["role"] == "text"]
    assert len(texts) >= 3 and json.loads(content(archive, "case.json"))["answers"]["goods"] == "game_card"
    assert "2026" in content(archive, texts[0]["path"]).decode() and letter is not None
    page.locator("#with-texts").press("Space")
    again = pack(page, tmp_path / "b.zip")
    assert {each["role"] for each in manifest(again)["entries"]} == {"evidence", "index", "verifier"}


def test_the_list_is_handed_to_the_self_check(folder, tmp_path):
    choose(folder, given("账 单.png", png(300, 400)), given("聊天.txt"))
    proves(folder, 1, "支付记录", "订单截图")
    archive = pack(folder, tmp_path / "a.zip")
    # Whoever takes it takes it out.
    folder.add_init_script("window.given = sessionStorage.getItem('anxinmai.words.given')")
    folder.get_by_role("button", name="把证据目录带去自查").click()
    folder.wait_for_url("**/check/**")
    handed = json.loads(folder.evaluate("window.given"))
    assert handed["from"] == "evidence"
    assert [each["name"] for each in handed["exhibits"]] == [Path(each["path"]).name for each in evidence(archive)]
    assert [each["kind"] for each in handed["exhibits"]] == ["order", ""]
    assert [each["sha256"] for each in handed["exhibits"]] == [each["sha256"] for each in evidence(archive)]


def test_an_archive_is_checked_on_the_page(folder, tmp_path):
    choose(folder, given("a.txt", "money"))
    archive = pack(folder, tmp_path / "a.zip")
    seal = folder.locator("#made-seal").inner_text()
    outcome = folder.locator("#outcome")
    choose(folder, archive, field="#archive")
    expect(outcome.locator("[data-state=same]")).to_have_text("3 份文件和目录里的校验值一致")
    write(folder.locator("#seal"), seal)
    expect(outcome).to_contain_text("总校验码和你填的一样")
    changed = tmp_path / "b.zip"
    changed.write_bytes(archive.read_bytes().replace(b"money", b"monex"))
    choose(folder, changed, field="#archive")
    expect(outcome.locator("[data-state=differs]")).to_be_visible()
    expect(outcome).to_contain_text("“证据/01-a.txt”的内容和目录里的不一样")
    choose(folder, given("x.zip", "no archive"), field="#archive")
    expect(outcome).to_contain_text("这不是 .zip 压缩包")


def test_nothing_leaves_the_page_and_python_comes_only_when_it_is_asked(watched, site, served, tmp_path):
    page, watch = watched
    opened(page, site)
    watch.requests.clear()
    served.clear()
    choose(page, given("只在这里 7741.txt", "只在这里 7742"))
    proves(page, 1, "支付记录")
    pack(page, tmp_path / "a.zip")
    assert [path for path in served if not path.endswith("/evidence/verify.txt")] == []
    assert [each for each in watch.requests if "774" in unquote(each)] == []
    page.goto(f"{site}check/")
    expect(page.locator(".checker[data-view]")).to_be_visible()
    assert [path for path in served if "/tools/" in path] == []


@pytest.mark.heavy
@pytest.mark.starts
def test_without_a_network_after_a_visit(open_context, tmp_path):
    with serving(SITE, AskAgain) as server:
        page = with_clock(open_context(service_workers="allow", home=address(server))[0].new_page())
        page.goto(address(server))
        assert page.evaluate(READY) in ("activating", "activated")
        stop(server)
        opened(page, address(server))
        choose(page, given("账单.png", png(300, 400)))
        drag(page, brush(page), (0.2, 0.2), (0.4, 0.4))
        page.get_by_role("button", name="做成副本").click()
        expect(page.locator(".exhibit")).to_have_count(2)
        assert verify(pack(page, tmp_path / "a.zip")).state == "same"


@pytest.mark.heavy
def test_every_state_before_axe(open_context, site, tmp_path):
    page = with_clock(open_context(bypass_csp=True, reduced_motion="reduce")[0].new_page())
    to_result(page, site, CLAIM, "可以主张")
    opened(page, site)
    found = faults(page)
    choose(page, given("账单.png", png(300, 400)), given("坏.jpg", "x"), given("聊天.txt"), given("同.txt"))
    expect(said(page)).to_contain_text("4 份读完了")
    proves(page, 1, "支付记录")
    row(page, 3).locator("summary", has_text="校验值").click()
    row(page, 4).get_by_role("button", name="拿掉").click()
    drag(page, brush(page), (0.2, 0.2), (0.4, 0.4))
    page.locator(".by-numbers > summary").click()
    found += faults(page)
    page.get_by_role("button", name="做成副本").click()
    expect(row(page, 2).locator("h3")).to_be_focused()
    page.get_by_role("button", name="对照我的自查").click()
    expect(page.locator(".asked-for li").first).to_be_visible()
    archive = pack(page, tmp_path / "a.zip")
    choose(page, archive, field="#archive")
    expect(page.locator("#outcome [data-state=same]")).to_be_visible()
    found += faults(page)
    choose(page, given("x.zip", "no archive"), field="#archive")
    expect(page.locator("#outcome [data-state=unreadable]")).to_be_visible()
    found += faults(page)
    assert found == []
