"""An archive of a folder: what lies in it, what it says, and what is refused. Read back with Python's own ``zipfile``."""

import hashlib
import json
import os
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from checker.errors import InputError, OutputError
from checker.keep import archive
from checker.keep.archive import make, verify
from checker.keep.archive import terms as archive_terms
from checker.keep.archive.manifest import safe_path, time_of
from checker.kit.evidence import kinds
from checker.law.statutes import article
from tests.test_copy_style import banned, too_long

NOW = datetime(2026, 11, 29, 7, 40, 5, 999_999, tzinfo=UTC)
BIDI = "发票\u202egpj.exe"


@pytest.fixture
def folder(tmp_path) -> Path:
    made = tmp_path / "凭证"
    (made / "payment").mkdir(parents=True)
    (made / "聊天或邮件记录" / "第一天").mkdir(parents=True)
    for name, content in {
        "转账 😀.PNG": b"\x89PNG" * 9,
        "payment/微信账单.jpg": b"money",
        "聊天或邮件记录/第一天/a.txt": "不退".encode(),
        BIDI: b"",
    }.items():
        made.joinpath(name).write_bytes(content)
        os.utime(made / name, (1_700_000_000.9, 1_700_000_000.9))
    return made


def test_what_lies_in_it_is_what_lay_in_the_folder(folder, tmp_path):
    out = tmp_path / "a.zip"
    manifest = make(folder, out, NOW, texts=[("投诉 商家", "退钱")], case='{"v":1}')
    with zipfile.ZipFile(out) as made:
        assert made.testzip() is None
        infos = made.infolist()
        assert {each.compress_type for each in infos} == {zipfile.ZIP_STORED}
        contents = {each.filename: made.read(each) for each in infos}
        dates = {each.filename: each.date_time for each in infos}
    assert [*contents] == [
        "manifest.json",
        "证据目录.txt",
        "verify.html",
        "case.json",
        "文本/01-投诉_商家.txt",
        "证据/01-微信账单.jpg",
        "证据/02-发票_gpj.exe",
        "证据/03-a.txt",
        "证据/04-转账.png",
    ]
    assert (
        contents["证据/01-微信账单.jpg"] == b"money"
        and contents["case.json"] == b'{"v":1}'
        and contents["文本/01-投诉_商家.txt"] == "退钱".encode()
    )
    assert dates["证据/01-微信账单.jpg"] == (2023, 11, 15, 6, 13, 20) and dates["verify.html"] == (2026, 11, 29, 15, 40, 4)
    written = json.loads(contents["manifest.json"])
    assert written["schema"] == 1 and written["made"] == "2026-11-29T15:40:05+08:00"
    for row in written["entries"]:
        assert row["sha256"] == hashlib.sha256(contents[row["path"]]).hexdigest() and row["size"] == len(contents[row["path"]])
    assert {row["path"] for row in written["entries"]} == set(contents) - {"manifest.json"}
    assert manifest.seal == hashlib.sha256(contents["manifest.json"]).hexdigest()


def test_the_original_name_stays_as_data_and_the_kind_is_the_folders(folder, tmp_path):
    manifest = make(folder, tmp_path / "a.zip", NOW)
    rows = {each.name: each for each in manifest.entries if each.role == "evidence"}
    assert set(rows) == {"转账 😀.PNG", "payment/微信账单.jpg", "聊天或邮件记录/第一天/a.txt", BIDI}
    assert [fact.kind for fact in rows["payment/微信账单.jpg"].proves] == ["payment"]
    chat = rows["聊天或邮件记录/第一天/a.txt"].proves
    assert [(fact.kind, fact.fact) for fact in chat] == [("chat", kinds()["chat"].proves)]
    assert rows["转账 😀.PNG"].proves == () and rows["转账 😀.PNG"].type == "image/png"
    assert rows[BIDI].modified == "2023-11-15T06:13:20+08:00"


def test_the_list_on_paper_names_each_and_turns_no_line_around(folder, tmp_path):
    out = tmp_path / "a.zip"
    manifest = make(folder, out, NOW)
    with zipfile.ZipFile(out) as made:
        text = made.read("证据目录.txt").decode()
    assert "\u202e" not in text and "原名：发票\ufffdgpj.exe" in text
    assert all(each.sha256 in text for each in manifest.entries if each.role == "evidence")
    assert "证明：付了多少、付给谁（支付记录）" in text and "时间：2026-11-29 15:40:05（北京时间" in text
    assert "不说明内容是真的" in text and "手机和原来的聊天" in text


def test_the_same_folder_gives_the_same_bytes(folder, tmp_path):
    make(folder, tmp_path / "a.zip", NOW)
    make(folder, tmp_path / "b.zip", NOW)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_it_verifies_and_says_what_was_changed(folder, tmp_path):
    out = tmp_path / "a.zip"
    manifest = make(folder, out, NOW, case="{}")
    report = verify(out)
    assert (report.state, report.same, report.findings) == ("same", len(manifest.entries), ())
    assert report.seal == manifest.seal and report.seal in report.words
    out.write_bytes(out.read_bytes().replace(b"money", b"monex"))
    report = verify(out)
    assert report.state == "differs" and report.same == len(manifest.entries) - 1
    assert [(each.code, each.words) for each in report.findings] == [("content_differs", "“证据/01-微信账单.jpg”的内容和目录里的不一样")]
    assert report.words.startswith(f"{report.same} 份一致，另有 1 处不一样")


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("../../etc/passwd", "证据/07-passwd"),
        ("C:\\Windows\\CON", "证据/07-CON"),
        ("CON", "证据/07-CON"),
        ("nul.txt", "证据/07-nul.txt"),
        ("a\0b.png", "证据/07-a_b.png"),
        ("\u202egnp.exe", "证据/07-gnp.exe"),
        ("..", "证据/07-file"),
        (".env", "证据/07-env"),
        ("", "证据/07-file"),
        ("a.b.c.JPG", "证据/07-a_b_c.jpg"),
        ("a.jpg ", "证据/07-a_jpg"),
        ("<script>.html", "证据/07-script.html"),
        ("😀😀😀", "证据/07-file"),
        ("长" * 300 + ".jpg", "证据/07-" + "长" * 60 + ".jpg"),
        ("a.一二三", "证据/07-a_一二三"),
        ("\ud800x.txt", "证据/07-x.txt"),
        ("a.é", "证据/07-a"),
    ],
)
def test_no_name_becomes_a_path_or_markup(name, path):
    assert safe_path("evidence", 7, 12, name) == path


def test_a_thousand_files_keep_their_order(tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(1000):
        (folder / f"{number:03}.txt").write_text(str(number))
    make(folder, tmp_path / "a.zip", NOW)
    names = zipfile.ZipFile(tmp_path / "a.zip").namelist()[3:]
    assert names == sorted(names) and names[0] == "证据/0001-000.txt" and len(names) == 1000
    assert verify(tmp_path / "a.zip").state == "same"
    (folder / "more").write_text("")
    with pytest.raises(InputError, match="超过 1000 份"):
        make(folder, tmp_path / "b.zip", NOW)
    assert not (tmp_path / "b.zip").exists()


def test_everything_that_is_not_taken_is_named_at_once(folder, tmp_path):
    (folder / "去别处").symlink_to("/etc/hostname")
    (folder / "文件夹的链接").symlink_to("/etc")
    os.mkfifo(folder / "管道")
    with pytest.raises(InputError) as refused:
        make(folder, tmp_path / "a.zip", NOW)
    assert str(refused.value).count("是指向别处的链接") == 2 and "“管道”不是普通文件" in str(refused.value)


def test_what_cannot_be_opened_is_named(folder, tmp_path, monkeypatch):
    opened = Path.open

    def open_but_one(path, *arguments):
        if path.name == "微信账单.jpg":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments)

    monkeypatch.setattr(Path, "open", open_but_one)
    with pytest.raises(InputError, match=r"“payment/微信账单\.jpg”打不开"):
        make(folder, tmp_path / "a.zip", NOW)


def test_a_file_that_changes_meanwhile_leaves_no_archive(folder, tmp_path, monkeypatch):
    write = archive._write

    def change_and_write(*arguments):
        (folder / "payment" / "微信账单.jpg").write_bytes(b"other")
        write(*arguments)

    monkeypatch.setattr(archive, "_write", change_and_write)
    with pytest.raises(InputError, match="读到一半变了"):
        make(folder, tmp_path / "a.zip", NOW)
    assert not (tmp_path / "a.zip").exists()


def test_places_that_take_nothing(folder, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / ".DS_Store").write_text("")
    (tmp_path / "there.zip").write_text("mine")
    for given, out, error, words in (
        (tmp_path / "empty", "a.zip", InputError, "文件夹里没有文件"),
        (tmp_path / "nowhere\u202e", "a.zip", InputError, "没有“.*nowhere\ufffd”这个文件夹"),
        (folder, "凭证/a.zip", OutputError, "放在这个文件夹的外面"),
        (folder, "there.zip", OutputError, "已经有了"),
        (folder, "no/such/a.zip", OutputError, "写不进"),
    ):
        with pytest.raises(error, match=words):
            make(given, tmp_path / out, NOW)
    assert (tmp_path / "there.zip").read_text() == "mine"


def test_more_than_is_allowed_is_refused_before_anything_is_read(folder, tmp_path):
    with (folder / "video.mp4").open("wb") as video:
        video.truncate(2**31)
    with pytest.raises(InputError, match="超过 2 GB"):
        make(folder, tmp_path / "a.zip", NOW)


def test_texts_have_limits(folder, tmp_path):
    for texts, case, words in (
        ([("甲", "字")] * 201, None, "文本超过 200 份"),
        ([("甲", "字" * 400_000)], None, "“甲”太长"),
        ([], "字" * 2_000_000, "“case.json”太长"),
    ):
        with pytest.raises(InputError, match=words):
            make(folder, tmp_path / "a.zip", NOW, texts=texts, case=case)


@pytest.mark.parametrize(("milliseconds", "at"), [(315_532_800_000, "1980-01-01"), (315_532_799_999, None), (-1, None), (10**18, None)])
def test_a_time_that_no_zip_can_say_is_none(milliseconds, at):
    found = time_of(milliseconds - 8 * 3_600_000)
    assert (found and found.date().isoformat()) == at


def test_any_string_can_be_shown():
    assert archive_terms.shown("\0\u202e\ud800\U000e0041a") == "\ufffd\ufffd\ufffd\ufffda"
    cut = archive_terms.shown("好" * 200_000 + "😀.jpg")
    assert len(cut) == 80 and cut.endswith("😀.jpg") and "……" in cut
    assert archive_terms.fill("{a}{b}", a="{b}", b="1") == "{b}1"


def words_in(rows) -> list[str]:
    """Everything in the table that is Chinese."""
    if isinstance(rows, dict):
        rows = list(rows.values())
    if isinstance(rows, list):
        return [text for row in rows for text in words_in(row)]
    return [rows] if isinstance(rows, str) and re.search("[\u4e00-\u9fff]", rows) else []


def test_the_words_are_as_all_words_here():
    rows = {name: each for name, each in archive_terms.TERMS.items() if name not in ("patterns", "paths")}
    wrong = {text: banned(text) + too_long(text) for text in words_in(rows)}
    assert len(wrong) > 60 and not {text: each for text, each in wrong.items() if each}


def test_what_rests_on_an_article_rests_on_one_of_the_table():
    cited = [id for note in archive_terms.TERMS["notes"] for id in note.get("articles", [])]
    assert cited and all(article(id) for id in cited)
