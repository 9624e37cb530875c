"""The evidence folder as somebody uses it: files chosen, what they prove, one archive, and an archive checked. Every archive is read by Python too."""

import hashlib
import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from checker.keep.archive import verify
from checker.keep.archive.page import verifier_page
from checker.keep.archive.terms import LIMITS
from checker.kit.evidence import kinds
from tests.browser.conftest import SITE, AskAgain, address, serving, stop, with_clock
from tests.browser.evidence_folder import (
    brush,
    choose,
    content,
    drag,
    evidence,
    given,
    manifest,
    opened,
    pack,
    packed,
    png,
    proves,
    row,
    said,
)
from tests.browser.own_words import tick
from tests.browser.steps import CLAIM, NAMES, conclude, overflow, tap, to_result, walk, write
from tests.browser.test_every_page import faults
from tests.browser.test_keeping import agree, saved
from tests.browser.test_offline import READY

LONG_TASKS = """() => {
    window.long = [];
    const begun = new Promise((begin) => new MutationObserver(() => begin(performance.now())).observe(document.querySelector('.chooser .said'), { childList: true }));
    new PerformanceObserver(async (list) => {
        const from = await begun;
        window.long.push(...list.getEntries().filter(({ startTime }) => startTime >= from).map(({ duration }) => duration));
    }).observe({ entryTypes: ['longtask'] });
}"""
"""What takes long once files are read, which is told and not judged here: to hand over a thousand takes the browser itself a third of a second."""


@pytest.fixture
def folder(page: Page, site: str) -> Page:
    return opened(page, site)


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
    expect(page.locator(".made a[href*='law/mszj/#mszj-15']")).to_be_visible()
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


def test_without_scripts_it_says_what_to_do_by_hand(open_context, site):
    page = open_context(java_script_enabled=False)[0].new_page()
    page.goto(f"{site}evidence-folder/")
    expect(page.locator("[data-tool]")).to_be_hidden()
    expect(page.locator("noscript p")).to_contain_text("这台浏览器没有运行脚本，凭证夹用不了")
    expect(page.get_by_role("row", name="支付记录")).to_be_visible()


def test_a_case_says_what_is_missing_and_its_texts_come_along(page, site, tmp_path):
    to_result(page, site, CLAIM, "可以主张", names=NAMES)
    agree(page, personal=True)
    letter = page.locator(".letter textarea").first
    letter.press("ControlOrMeta+End")
    page.keyboard.type("我补的一句话。")
    saved(page)
    text = letter.input_value()
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
    assert "A20261120" in text and content(archive, texts[0]["path"]).decode() == f"{text}\n"
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
    first, second = (each["sha256"][:8] for each in evidence(archive))
    lines = f"证据 1：订单截图、支付记录，“账 单.png”，SHA-256 开头 {first}\n证据 2：“聊天.txt”，SHA-256 开头 {second}"
    assert handed["proposals"] == [
        {"question": "exhibits", "value": lines, "words": ""},
        {"question": "evidence", "value": "order", "words": "证据 1"},
        {"question": "evidence", "value": "payment", "words": "证据 1"},
    ]
    story = folder.locator(".story")
    expect(story.locator("h2")).to_have_text("从凭证夹带来的")
    tick(story, "证据目录怎么写？")
    story.get_by_role("button", name="用勾上的，接着答").click()
    expect(folder.locator("#topic-goods")).to_be_focused()
    walk(folder, CLAIM, {})
    conclude(folder, "可以主张")
    assert any(f"逐份目录：\n{lines}。" in area.input_value() for area in folder.locator(".letter textarea").all())


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
