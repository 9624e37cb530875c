"""The command line: exit 0 for any verdict, 2 for input that cannot be read, with the field errors on stderr."""

import json
import signal
import subprocess
import sys
import zipfile

import pytest

from checker.__main__ import main
from checker.ask.questions import QUESTIONS
from tests.test_bridge import ANSWERS, NOW


@pytest.fixture
def case(tmp_path):
    def write(answers=ANSWERS, **more):
        path = tmp_path / "case.json"
        path.write_text(json.dumps({"v": 1, "answers": answers, **more}), encoding="utf-8")
        return str(path)

    return write


def test_questions(capsys):
    assert main(["questions", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["id"] for row in rows] == [question.id for question in QUESTIONS]
    assert {"id", "label", "hint", "why", "options", "asked_when", "page"} <= set(rows[0])
    assert main(["questions"]) == 0
    assert "买的是什么？" in capsys.readouterr().out


def test_check(case, capsys):
    assert main(["check", case(), "--now", NOW, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["matters"][0]["level"] == "can_claim"
    assert main(["check", case(ANSWERS | {"goods_used": "redeemed"}), "--now", NOW]) == 0
    assert "现有信息不支持" in capsys.readouterr().out


def test_check_without_a_time_uses_the_clock(case, capsys):
    assert main(["check", case()]) == 0
    assert "自查结论不是法律意见" in capsys.readouterr().out


def test_draft(case, capsys):
    assert main(["draft", case(), "--now", NOW]) == 0
    assert capsys.readouterr().out.split() == ["refund_request", "退款申请", "chat", "客服沟通"]
    assert main(["draft", case(), "--now", NOW, "--letter", "refund_request"]) == 0
    assert capsys.readouterr().out.startswith("退款申请\n")
    assert main(["draft", case(), "--now", NOW, "--letter", "refund_request", "--short"]) == 0
    assert len(capsys.readouterr().out.strip()) <= 200
    assert main(["draft", case(), "--now", NOW, "--letter", "appeal"]) == 2
    assert "可用的有：refund_request" in capsys.readouterr().err


def test_input_that_cannot_be_read(case, tmp_path, capsys):
    assert main(["check", case(ANSWERS | {"paid_on": "2026-02-30", "paid_amount": "x"}), "--now", NOW]) == 2
    err = capsys.readouterr().err
    assert "什么时候付的款？（paid_on）" in err and "实际付了多少钱？（paid_amount）" in err
    assert main(["check", case(nonsense=1), "--now", NOW]) == 2
    assert "nonsense" in capsys.readouterr().err
    assert main(["check", str(tmp_path / "missing.json")]) == 2
    assert main(["check", case(), "--now", "today"]) == 2
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    assert main(["check", str(broken)]) == 2
    assert "不是 JSON" in capsys.readouterr().err


def test_a_reader_of_the_output_who_has_seen_enough_ends_it_without_a_word():
    command = [sys.executable, "-m", "checker", "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == -signal.SIGPIPE


def test_schema(capsys):
    assert main(["schema"]) == 0
    assert set(json.loads(capsys.readouterr().out)["$defs"]) == {"case", "verdict"}


def test_texts_for_word(case, tmp_path, capsysbinary):
    file = tmp_path / "全部.docx"
    assert main(["draft", case(), "--now", NOW, "--all", "--format", "docx", "--output", str(file)]) == 0
    with zipfile.ZipFile(file) as opened:
        assert opened.testzip() is None
        assert opened.read("word/document.xml").decode().count("<w:sectPr>") == 2
    assert main(["draft", case(), "--now", NOW, "--letter", "chat", "--format", "docx"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"PK")
    assert main(["draft", case(), "--now", NOW, "--all"]) == 0
    out = capsysbinary.readouterr().out.decode()
    assert out.startswith("退款申请\n") and "\n\n\n你好" in out


@pytest.mark.parametrize("place", ["no-such-folder/a.docx", "."])
def test_a_place_that_takes_nothing_is_named(case, tmp_path, capsys, place):
    assert main(["draft", case(), "--now", NOW, "--all", "--format", "docx", "--output", str(tmp_path / place)]) == 2
    err = capsys.readouterr().err
    assert err.startswith("写不进") and err.count("\n") == 1


def test_a_full_disk_is_named(case, capsys):
    assert main(["draft", case(), "--now", NOW, "--all", "--output", "/dev/full"]) == 2
    assert capsys.readouterr().err.startswith("写不进")


def test_no_text_is_available(case, capsys):
    assert main(["draft", case(ANSWERS | {"truthful": "no"}), "--now", NOW, "--all", "--format", "docx"]) == 2
    assert "没有可用的文本" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("what", "text", "wanted", "kind"),
    [
        (
            "story",
            "昨天在淘宝店买的点卡，微信付了 100 块，提示“已被使用”，客服说不退。",
            ["买的是什么？（goods）点卡", "“点卡”", "微信支付"],
            "story",
        ),
        ("reply", "亲，虚拟商品不支持退款哦。", ["对方的意思：拒绝了", "说一经售出、概不退换"], "their-reply"),
        (
            "chat",
            "张三 2026-11-03 14:05\n卡密用不了\n客服 2026-11-03 14:06\n亲，不支持退款\n",
            ["2026-11-03 14:05  张三：卡密用不了"],
            "chat",
        ),
        (
            "policy",
            "本店商品一经售出概不退换。退款 3 个工作日内原路退回。客服微信：xiaodian",
            [
                "存疑：",
                "“本店商品一经售出概不退换”",
                "可能无效",
                "《消费者权益保护法》第二十六条",
                "  可以写：",
                "3 个工作日",
                "（refund_within）",
            ],
            "policy",
        ),
        (
            "link",
            "快领 http://taoba0.com/x，我是老王",
            ["taoba0.com“http://taoba0.com/x”", "  当心：", "beian.miit.gov.cn", "不说明"],
            "links",
        ),
        ("link", "订单到了没有", ["没有找到链接。"], "links"),
        ("wording", "骗子店铺尽快给我退钱", ["诉求：有“给我退钱”", "凭证", "可以加：", "“骗子店铺”", "可以写："], "wording"),
        ("reviews", "{}", ["看"], "reviews"),
    ],
)
def test_read(what, text, wanted, kind, tmp_path, capsys):
    path = tmp_path / "told.txt"
    path.write_text(text, encoding="utf-8")
    assert main(["read", what, str(path), "--now", NOW]) == 0
    told = capsys.readouterr().out
    assert all(each in told for each in wanted), told
    assert main(["read", what, str(path), "--now", NOW, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kind"] == kind


def test_read_what_cannot_be_read_and_what_is_too_long(tmp_path, capsys):
    assert main(["read", "story", str(tmp_path / "none.txt")]) == 2
    assert "读不了文本文件" in capsys.readouterr().err
    path = tmp_path / "long.txt"
    path.write_text("没到账。" * 10_000, encoding="utf-8")
    assert main(["read", "story", str(path)]) == 0
    assert "一共 40000 字，读到第 20000 字为止" in capsys.readouterr().err


def test_keep(tmp_path, capsys):
    folder = tmp_path / "凭证" / "订单截图"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("订单", encoding="utf-8")
    assert main(["keep", "archive", str(tmp_path / "凭证"), "--now", NOW]) == 0
    made = capsys.readouterr().out
    assert "凭证.zip：" in made and "总校验码" in made and "不说明内容是真的" in made
    assert main(["keep", "archive", str(tmp_path / "凭证"), "--now", NOW]) == 2
    assert "换一个名字" in capsys.readouterr().err
    archive = tmp_path / "凭证.zip"
    assert main(["keep", "verify", str(archive)]) == 0
    assert "校验值一致" in capsys.readouterr().out
    archive.write_bytes(archive.read_bytes().replace("订单".encode(), "定单".encode()))
    assert main(["keep", "verify", str(archive)]) == 1
    assert "不一样" in capsys.readouterr().out
    archive.write_bytes(b"PK")
    assert main(["keep", "verify", str(archive)]) == 2
    assert main(["keep", "verify", str(tmp_path / "none.zip")]) == 2
    assert main(["keep", "archive", str(tmp_path / "none"), "--output", str(tmp_path / "b.zip")]) == 2
    assert "没有" in capsys.readouterr().err
