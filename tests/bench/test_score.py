"""The script that scores others: a perfect, a silent, a wrong and a malformed checker, from a file and from a command."""

import ast
import json
import shlex
import sys
from pathlib import Path

import pytest

from bench import score

SCRIPT = Path(score.__file__)


def story(id: str, levels: list[str], steps: list[str], must_not: tuple[str, ...] = (), part: str = "one") -> dict:
    return {
        "id": id,
        "part": part,
        "now": "2026-11-27T15:00+08:00",
        "story": f"故事 {id}",
        "levels": levels,
        "steps": steps,
        "must_not": list(must_not),
        "answers": {"goods": "code"},
        "parties": {"goods_name": "月卡"},
    }


STORIES = [
    story("a", ["can_claim"], ["apply", "wait"], ("三倍",)),
    story("b", ["can_claim", "not_supported"], ["apply"]),
    story("c", ["not_supported"], ["none"], ("依法(应当)?退", "12315")),
    story("d", ["stop"], ["none"], part="two"),
]
BENCHMARK = {
    "format": 1,
    "version": 7,
    "levels": {id: {"label": id} for id in ("can_claim", "not_supported", "stop")},
    "steps": {id: {"label": id} for id in ("apply", "wait", "none")},
    "parts": {"one": {"title": "第一"}, "two": {"title": "第二"}},
    "stories": STORIES,
}
PERFECT = [{"id": each["id"], "level": each["levels"][-1], "step": each["steps"][-1], "text": "请退款"} for each in STORIES]


@pytest.fixture
def run(tmp_path, capsys):
    """Runs the script over the small benchmark: exit status, result, and what was said of what went wrong."""
    (tmp_path / "stories.json").write_text(json.dumps(BENCHMARK), encoding="utf-8")

    def scored(*arguments: str, replies: list | None = None) -> tuple[int, dict | None, str]:
        if replies is not None:
            lines = (each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in replies)
            (tmp_path / "replies.jsonl").write_text("\n".join(lines), encoding="utf-8")
            arguments = ("--replies", str(tmp_path / "replies.jsonl"), *arguments)
        status = score.main([str(tmp_path / "stories.json"), "--json", *arguments])
        out, err = capsys.readouterr()
        return status, json.loads(out) if out else None, err

    return scored


def rights(result: dict) -> tuple[int, int, int]:
    return tuple(result["all"][name]["right"] for name in ("level", "step", "both"))


def test_a_perfect_checker_is_right_everywhere(run):
    status, result, err = run(replies=PERFECT)
    assert (status, err) == (0, "")
    assert rights(result) == (4, 4, 4) and result["all"]["answered"] == 4 and result["wrong"] == []
    assert {part: own["both"]["right"] for part, own in result["parts"].items()} == {"one": 3, "two": 1}
    assert result["wrong_can_claim"] == {"said": 0, "of": 2}
    assert result["forbidden"]["with_text"] == 2 and result["forbidden"]["sentences"] == 0
    # Of two right levels, the one that was given is the row.
    assert result["confusion"]["can_claim"]["can_claim"] == 1 and result["confusion"]["not_supported"]["not_supported"] == 2


def test_a_silent_checker_is_right_nowhere(run):
    for replies in ([], [{"id": each["id"], "level": None} for each in STORIES]):
        status, result, err = run(replies=replies)
        assert status == 0 and err.startswith("一题也没有回答")
        assert rights(result) == (0, 0, 0) and result["all"]["answered"] == 0 and len(result["wrong"]) == 4
        assert {row: given["none"] for row, given in result["confusion"].items()} == {"can_claim": 2, "not_supported": 1, "stop": 1}
        assert result["forbidden"]["with_text"] == 0


def test_a_checker_that_always_says_yes_is_found_out(run):
    text = ["退一赔三倍。", "请依法退款，我已向 12315 投诉。"]
    status, result, _ = run(replies=[{"id": each["id"], "level": "can_claim", "step": "wait", "text": text} for each in STORIES])
    assert status == 0
    assert rights(result) == (2, 1, 1) and [each["id"] for each in result["wrong"]] == ["b", "c", "d"]
    assert result["wrong_can_claim"] == {"said": 2, "of": 2}
    assert result["confusion"]["stop"] == {"can_claim": 1, "not_supported": 0, "stop": 0, "none": 0}
    found = {"a": {"三倍": "三倍"}, "c": {"依法(应当)?退": "依法退", "12315": "12315"}}
    assert result["forbidden"] == {"of": 2, "with_text": 2, "stories": 2, "sentences": 3, "found": found}
    # One reply for all: “not_supported, none” is wholly right twice, no other more often.
    assert result["constant"] == {"level": "can_claim", "step": "apply", "level_right": 2, "both_right": 2}


def test_all_that_is_wrong_with_replies_is_said_at_once(run):
    replies = [
        "{not JSON",
        ["a"],
        {"id": "z", "level": "perhaps", "step": "apply"},
        {"id": "b", "level": "can_claim", "step": 3, "text": [1]},
        {"id": "c", "level": "not_supported", "step": "none"},
        {"id": "c", "level": "stop", "step": "none"},
        {"level": "stop"},
        "",
        {"id": "a", "level": "can_claim", "step": "apply"},
    ]
    status, result, err = run(replies=replies)
    assert status == 1
    places = [line.split("：")[0] for line in err.splitlines()[1:]]
    assert places == ["第 1 行", "第 2 行", "第 3 行", "第 3 行", "第 4 行", "第 4 行", "第 6 行", "第 7 行"]
    for words in (
        "不是 JSON",
        "不是一个 JSON 对象",
        'level 是 "perhaps"，只能是 can_claim、',
        '"z"，没有这一题',
        "step 是 3",
        "text 要是",
        "第 5 行已经答过",
    ):
        assert words in err
    assert rights(result) == (1, 1, 1) and result["all"]["answered"] == 1, (
        "what cannot be read counts as none, and so does who said two things"
    )


def test_a_line_may_hold_any_sign_that_ends_lines_elsewhere(run):
    status, result, err = run(replies=[PERFECT[0] | {"text": "一\u2028二\x85三倍"}])
    assert (status, err) == (0, "") and result["forbidden"]["found"] == {"a": {"三倍": "三倍"}}


def command(code: str) -> str:
    return shlex.join([sys.executable, "-c", code])


def test_a_command_is_asked_every_story_and_never_given_a_label(run, tmp_path):
    told = tmp_path / "asked.jsonl"
    answer = (
        "import json, sys; asked = json.load(sys.stdin);"
        f"open({str(told)!r}, 'a').write(json.dumps(asked) + '\\n');"
        "print(json.dumps({'level': 'stop', 'step': 'none', 'text': '依法应当退款'}, ensure_ascii=False))"
    )
    saved = tmp_path / "saved.jsonl"
    status, result, err = run("--command", command(answer), "--save", str(saved))
    assert (status, err) == (0, "") and rights(result) == (1, 2, 1)
    assert [json.loads(line) for line in told.read_text().splitlines()] == [
        {key: each[key] for key in ("id", "now", "story")} for each in STORIES
    ]
    assert run("--replies", str(saved)) == (0, result, ""), "what was saved scores the same again"
    told.unlink()
    status, result, _ = run("--command", command(answer), "--with-answers", "--part", "two")
    assert status == 0 and rights(result) == (1, 1, 1) and result["all"]["stories"] == 1
    assert json.loads(told.read_text()) == {key: STORIES[3][key] for key in ("id", "now", "story", "answers", "parties")}


def test_what_was_saved_before_stays_where_nothing_can_be_run(run, tmp_path):
    saved = tmp_path / "saved.jsonl"
    saved.write_text("{}\n", encoding="utf-8")
    assert run("--command", "no-such-program-here", "--save", str(saved))[0] == 2
    assert saved.read_text(encoding="utf-8") == "{}\n"


def test_who_breaks_off_keeps_what_came(run, tmp_path):
    saved = tmp_path / "saved.jsonl"
    answer = (
        "import json, os, signal, sys; asked = json.load(sys.stdin);"
        "asked['id'] == 'c' and os.kill(os.getppid(), signal.SIGINT);"
        "print(json.dumps({'level': 'stop'}))"
    )
    saved.write_text("{}\n", encoding="utf-8")
    status, result, err = run("--command", command(answer), "--save", str(saved))
    part = saved.with_name("saved.jsonl.part")
    assert (status, result) == (130, None) and f"答过的 2 题在“{part}”里" in err
    assert [json.loads(line)["id"] for line in part.read_text(encoding="utf-8").splitlines()] == ["a", "b"]
    assert saved.read_text(encoding="utf-8") == "{}\n", "what was saved before stays until all were asked"


def test_half_an_emoji_that_must_not_be_said_can_be_printed():
    assert score.forbidden({"must_not": ["三倍."]}, ["三倍\ud83d"]) == {"三倍.": "三倍?"}


def test_half_an_emoji_is_scored_and_saved(run, tmp_path):
    saved = tmp_path / "saved.jsonl"
    answer = "import json; print(json.dumps({'level': 'stop', 'text': '三倍\\ud83d'}))"
    status, result, err = run("--command", command(answer), "--save", str(saved))
    assert (status, err) == (0, "") and result["forbidden"]["found"] == {"a": {"三倍": "三倍"}}
    assert run("--replies", str(saved)) == (0, result, "")
    assert not list(tmp_path.glob("*.part"))


def test_nobody_is_asked_where_the_replies_could_not_be_saved(run, tmp_path):
    asked = tmp_path / "asked"
    status, result, err = run("--command", command(f"open({str(asked)!r}, 'w')"), "--save", str(tmp_path))
    assert (status, result) == (2, None) and "写不进" in err and not asked.exists()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import sys; sys.exit('model is down')", "d：命令的退出码是 1：model is down"),
        ("print('I think you can')", 'd：标准输出不是一个 JSON 对象："I think you can"'),
        ("print([])", "d：不是一个 JSON 对象"),
        ("import sys; sys.stdout.buffer.write('{\"text\": \"依法应当退款\"}'.encode('gbk'))", "d：标准输出不是 UTF-8 文字"),
        ('print(\'{"id": "a", "level": "stop"}\')', 'd：回答的是 "a"'),
        ("import threading; threading.Event().wait()", "d：0.3 秒内没有答完"),
    ],
)
def test_a_command_that_fails_is_said_in_words(run, code, words):
    status, result, err = run("--command", command(code), "--part", "two", "--seconds", "0.3" if "Event" in code else "60")
    assert status == 1 and words in err and "Traceback" not in err
    assert result["all"]["answered"] == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--replies", "nowhere.jsonl"), "读不了“nowhere.jsonl”"),
        (("--command", "no-such-program-here"), "运行不了“no-such-program-here”"),
        (("--command", "python '"), "引号不成对"),
        (("--command", ""), "命令是空的"),
        (("--command", "true", "--save", "no/such/folder"), "写不进“no/such/folder”"),
        (("--command", "true", "--seconds", "0"), "--seconds 要大于 0"),
        (("--command", "true", "--seconds", "nan"), "--seconds 要大于 0"),
        (("--command", "true", "--part", "three"), "没有这一组：three。有的是：one、two"),
    ],
)
def test_what_cannot_be_scored_at_all_ends_in_words(run, arguments, words):
    status, result, err = run(*arguments)
    assert (status, result) == (2, None) and words in err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", ["不是 JSON"]),
        ("[]", ["不是第 1 种格式"]),
        ('{"format": 2}', ["不是第 1 种格式"]),
        ('{"format": 1, "version": 1, "levels": {}}', ["steps", "parts", "stories"]),
        (json.dumps(BENCHMARK | {"stories": [{"id": "a"}, {"id": "b"}]}), ["第 1 题缺 part、now、", "第 2 题缺"]),
        (json.dumps(BENCHMARK | {"stories": []}), ["一题也没有"]),
        (json.dumps(BENCHMARK | {"stories": [1, None, "a"]}), ["第 1 题缺 id", "第 2 题缺", "第 3 题缺"]),
        (json.dumps(BENCHMARK | {"stories": [STORIES[0], STORIES[0]]}), ["不止一题叫 a"]),
        (json.dumps(BENCHMARK | {"levels": {}}), ["第 1 题的 levels 是", "第 4 题的 levels 是"]),
        (json.dumps(BENCHMARK | {"parts": {"one": "第一", "two": {}}}), ["parts 里的 one 没有 title", "parts 里的 two 没有 title"]),
        (
            json.dumps(BENCHMARK | {"stories": [STORIES[0] | {"levels": [], "steps": ["fly"], "must_not": ["("], "part": "three"}]}),
            ["第 1 题的 parts", "第 1 题的 levels", "第 1 题的 steps", "第 1 题的 must_not"],
        ),
    ],
)
def test_a_file_that_holds_no_stories_ends_in_words(tmp_path, capsys, text, words):
    path = tmp_path / "stories.json"
    path.write_text(text, encoding="utf-8")
    assert score.main([str(path), "--command", "true"]) == 2
    out, err = capsys.readouterr()
    assert out == "" and all(each in err for each in words)


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718), (0, 0, 0, 1)],
)
def test_the_interval_is_that_of_wilson(right, of, low, high):
    """The first four as Newcombe gives them (Statistics in Medicine 17, 1998, table I, method 3)."""
    assert score.wilson(right, of) == pytest.approx((low, high), abs=0.00005)


def test_the_words_of_a_result_say_what_its_figures_say(tmp_path, capsys):
    (tmp_path / "stories.json").write_text(json.dumps(BENCHMARK), encoding="utf-8")
    (tmp_path / "replies.jsonl").write_text(json.dumps({"id": "d", "level": "can_claim", "step": "none"}), encoding="utf-8")
    assert score.main([str(tmp_path / "stories.json"), "--replies", str(tmp_path / "replies.jsonl")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("题目第 7 版，4 题，回答了 1 题。")
    assert "  下一步对 1，25.0%，95% 区间 4.6% 到 69.9%" in lines
    assert "  stop：can_claim 1" in lines and "  can_claim：没有回答 2" in lines
    assert "不该说“can_claim”的 2 题里，说了 1 次。" in lines


def test_it_stands_alone():
    """Others have the one file, and an older Python."""
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 10))
    names = {
        node.module if isinstance(node, ast.ImportFrom) else node.names[0].name
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
    }
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names
