"""Scores any checker on the public stories: how often its level and its step are right, and how often it is wrong where that costs a reader most.

It stands alone and needs Python 3.10 or newer, nothing else:

    python score.py stories.json --replies replies.jsonl
    python score.py stories.json --command "python my_checker.py" [--with-answers]

A reply is one JSON object: {"id": "first-01", "level": "can_claim", "step": "wait", "text": "..."}. `level` and `step` are words of stories.json, or null for
who says nothing; `text` is what the person is to send out, one string or a list of them, and may be left out. In a file each reply has a line of its own. A
command is run once for each story: it gets {"id", "now", "story"} as JSON on standard input, with --with-answers also "answers" and "parties", and puts its
reply on standard output, where the id may be left out.

Exit status 0: scored. 1: scored, but some replies could not be read and count as none. 2: nothing could be scored. 130: broken off by its user; what
was answered until then is beside the file of --save, its name ending in .part.
"""

import argparse
import json
import re
import shlex
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import sqrt
from pathlib import Path
from typing import Any

FORMAT = 1
"""The shape of the file of stories that this script reads."""
KEYS = {"id": str, "part": str, "now": str, "story": str, "levels": list, "steps": list, "must_not": list, "answers": dict, "parties": dict}
"""What each story has to have."""
CLAIM = "can_claim"
NO_REPLY = "none"
"""The column of the table for who said nothing."""
Z = 1.959964
"""Of the normal distribution, for an interval of 95 %."""
PATIENCE_SECONDS, A_DAY = 60, 86_400
BROKEN_OFF = 130
LONGEST_SHOWN = 40

Story = dict[str, Any]
Result = dict[str, Any]


class Unreadable(Exception):
    """Nothing can be scored. ``args``: all reasons, in plain words."""


@dataclass(frozen=True)
class Reply:
    """What a checker said of one story; ``None`` where it said nothing."""

    level: str | None = None
    step: str | None = None
    texts: tuple[str, ...] = ()


SILENT = Reply()


@dataclass(frozen=True)
class Replies:
    """The replies by the ids of their stories, why others could not be read, all as they came, and whether the user broke off."""

    by_id: dict[str, Reply]
    problems: list[str]
    raw: list[str]
    broken_off: bool = False


def fits(story: Story, level: str | None, step: str | None) -> tuple[bool, bool]:
    """Whether a level and a step are right: each is one of those that the story's label takes."""
    return level in story["levels"], step in story["steps"]


def forbidden(story: Story, texts: Iterable[str]) -> dict[str, str]:
    """What the texts say and must not, by the pattern that found it."""
    hits = {pattern: next(filter(None, (re.search(pattern, text) for text in texts)), None) for pattern in story["must_not"]}
    # Half an emoji, which some models say, could not be printed.
    return {pattern: hit.group().encode(errors="replace").decode() for pattern, hit in hits.items() if hit}


def wilson(right: int, of: int) -> tuple[float, float]:
    """The interval of 95 % for a share (Wilson's score interval); all is possible where nothing was tried."""
    if not of:
        return 0.0, 1.0
    share, square = right / of, Z * Z
    middle = share + square / (2 * of)
    half = Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    whole = 1 + square / of
    return max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)


def score(benchmark: dict[str, Any], replies: dict[str, Reply]) -> Result:
    """All counts, for the whole and for each part. Who said nothing of a story was not right about it."""
    stories = benchmark["stories"]
    parts = {part: [story for story in stories if story["part"] == part] for part in benchmark["parts"]}
    said = [(story, replies.get(story["id"], SILENT)) for story in stories]
    no_claim = [(story, reply) for story, reply in said if CLAIM not in story["levels"]]
    watched = [(story, reply) for story, reply in said if story["must_not"]]
    missed = [(story["id"], reply) for story, reply in said if not all(fits(story, reply.level, reply.step))]
    caught = {story["id"]: hits for story, reply in watched if (hits := forbidden(story, reply.texts))}
    return {
        "version": benchmark["version"],
        "all": _agreement(stories, replies),
        "parts": {part: _agreement(own, replies) for part, own in parts.items() if own},
        "constant": _constant(benchmark),
        "confusion": _confusion(benchmark, said),
        "wrong_can_claim": {"said": sum(reply.level == CLAIM for _, reply in no_claim), "of": len(no_claim)},
        "forbidden": {
            "of": len(watched),
            "with_text": sum(bool(reply.texts) for _, reply in watched),
            "stories": len(caught),
            "sentences": sum(map(len, caught.values())),
            "found": caught,
        },
        "wrong": [{"id": id, "level": reply.level, "step": reply.step} for id, reply in missed],
    }


def _share(right: int, of: int) -> dict[str, float]:
    low, high = wilson(right, of)
    return {"right": right, "low": round(low, 4), "high": round(high, 4)}


def _agreement(stories: list[Story], replies: dict[str, Reply]) -> Result:
    each = [(reply, fits(story, reply.level, reply.step)) for story in stories for reply in (replies.get(story["id"], SILENT),)]
    return {
        "stories": len(stories),
        "answered": sum(reply.level is not None or reply.step is not None for reply, _ in each),
        "level": _share(sum(level for _, (level, _) in each), len(stories)),
        "step": _share(sum(step for _, (_, step) in each), len(stories)),
        "both": _share(sum(level and step for _, (level, step) in each), len(stories)),
    }


def _constant(benchmark: dict[str, Any]) -> Result:
    """The one reply that is right most often where it is given to every story: who is not better has learned nothing."""

    def right(reply: tuple[str, str]) -> tuple[int, int]:
        fit = [fits(story, *reply) for story in benchmark["stories"]]
        return sum(map(all, fit)), sum(level for level, _ in fit)

    best = max(product(benchmark["levels"], benchmark["steps"]), key=right)
    both, level = right(best)
    return {"level": best[0], "step": best[1], "level_right": level, "both_right": both}


def _confusion(benchmark: dict[str, Any], said: list[tuple[Story, Reply]]) -> Result:
    """Right levels as rows, given ones as columns. Of several right ones the row is the one that was given, or else the first."""
    counts: Counter[tuple[str, str]] = Counter()
    for story, reply in said:
        row = reply.level if reply.level in story["levels"] else story["levels"][0]
        counts[row, reply.level or NO_REPLY] += 1
    return {row: {column: counts[row, column] for column in (*benchmark["levels"], NO_REPLY)} for row in benchmark["levels"]}


def read_benchmark(path: str) -> dict[str, Any]:
    """The file of stories.

    :raises Unreadable: it is no such file.
    """
    try:
        found = json.loads(_read(path))
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"“{path}”不是 JSON：{error}") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Unreadable(f"“{path}”不是第 {FORMAT} 种格式的题目文件")
    kinds = {"version": (int, str), "levels": dict, "steps": dict, "parts": dict, "stories": list}
    wrong = [f"题目文件里 {key} 没有，或者不是该有的样子" for key, kind in kinds.items() if not isinstance(found.get(key), kind)]
    for key, name in () if wrong else (("levels", "label"), ("steps", "label"), ("parts", "title")):
        wrong += [f"{key} 里的 {id} 没有 {name}" for id, each in found[key].items() if not isinstance(each, dict) or name not in each]
    wrong = wrong or [f"第 {number} 题{each}" for number, row in enumerate(found["stories"], 1) for each in _wrong_with(row, found)]
    wrong = wrong or [f"不止一题叫 {id}" for id, count in Counter(row["id"] for row in found["stories"]).items() if count > 1]
    if wrong or not found["stories"]:
        raise Unreadable(*wrong or ["题目文件里一题也没有"])
    return found


def _wrong_with(story: Any, benchmark: dict[str, Any]) -> Iterator[str]:
    if lacks := [key for key, kind in KEYS.items() if not isinstance(story, dict) or not isinstance(story.get(key), kind)]:
        yield f"缺 {'、'.join(lacks)}，或者不是该有的样子"
        return
    for key, given in (("parts", [story["part"]]), ("levels", story["levels"]), ("steps", story["steps"])):
        if not given or not all(isinstance(each, str) and each in benchmark[key] for each in given):
            yield f"的 {key} 是 {_shown(given)}，只能是 {'、'.join(benchmark[key])}"
    try:
        [re.compile(each) for each in story["must_not"]]
    except (re.error, TypeError) as error:
        yield f"的 must_not 不都是正则表达式：{error}"


def only(benchmark: dict[str, Any], parts: Sequence[str]) -> dict[str, Any]:
    """The same with these parts alone; with all where none is named.

    :raises Unreadable: there is no such part.
    """
    if wrong := [part for part in parts if part not in benchmark["parts"]]:
        raise Unreadable(f"没有这一组：{'、'.join(wrong)}。有的是：{'、'.join(benchmark['parts'])}")
    return benchmark | {"stories": [story for story in benchmark["stories"] if not parts or story["part"] in parts]}


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"读不了“{path}”：{getattr(error, 'strerror', None) or '不是 UTF-8 文字'}") from error


def read_reply(value: object, benchmark: dict[str, Any]) -> tuple[Reply, list[str]]:
    """One reply, and all that is wrong with it."""
    if not isinstance(value, dict):
        return SILENT, ["不是一个 JSON 对象"]
    wrong = []
    for key, words in (("level", benchmark["levels"]), ("step", benchmark["steps"])):
        given = value.get(key)
        if given is not None and not (isinstance(given, str) and given in words):
            wrong.append(f"{key} 是 {_shown(given)}，只能是 {'、'.join(words)}，没有结论就写 null")
    text = value.get("text")
    texts = [text] if isinstance(text, str) else [] if text is None else text
    if not isinstance(texts, list) or not all(isinstance(each, str) for each in texts):
        wrong.append("text 要是一段文字，或者几段文字的列表")
    return (SILENT, wrong) if wrong else (Reply(value.get("level"), value.get("step"), tuple(texts)), [])


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}……"


def from_file(path: str, benchmark: dict[str, Any]) -> Replies:
    """The replies of a file, a JSON object a line.

    :raises Unreadable: there is no such file.
    """
    ids = {story["id"] for story in benchmark["stories"]}
    lines = [(number, line) for number, line in enumerate(_read(path).split("\n"), 1) if line.strip()]
    found: dict[str, Reply] = {}
    problems = []
    seen: dict[str, int] = {}
    for number, line in lines:
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            problems.append(f"第 {number} 行：不是 JSON：{error}")
            continue
        reply, wrong = read_reply(value, benchmark)
        id = value.get("id") if isinstance(value, dict) else None
        if isinstance(value, dict) and (not isinstance(id, str) or id not in ids):
            wrong.append(f"id 是 {_shown(id)}，没有这一题")
        elif isinstance(id, str) and id in seen:
            wrong.append(f"{id} 在第 {seen[id]} 行已经答过，两次都不算")
            found.pop(id, None)
        if isinstance(id, str):
            seen.setdefault(id, number)
        problems += [f"第 {number} 行：{each}" for each in wrong]
        if not wrong and isinstance(id, str):
            found[id] = reply
    return Replies(found, problems, [line for _, line in lines])


def from_command(command: str, benchmark: dict[str, Any], *, with_answers: bool, seconds: float) -> Replies:
    """The replies of a command that is run once for each story. What it is given is never a label.

    :raises Unreadable: it cannot be run at all.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise Unreadable(f"命令的引号不成对：{command}") from error
    if not words:
        raise Unreadable("命令是空的")
    given = ("id", "now", "story", *(("answers", "parties") if with_answers else ()))
    found: dict[str, Reply] = {}
    problems, raw = [], []
    try:
        for number, story in enumerate(benchmark["stories"], 1):
            if sys.stderr.isatty():
                print(f"\r第 {number} 题，共 {len(benchmark['stories'])} 题", end="", file=sys.stderr)
            said, wrong = _run(words, json.dumps({key: story[key] for key in given}), seconds)
            reply = SILENT
            if not wrong and isinstance(said, dict) and said.get("id", story["id"]) != story["id"]:
                wrong = [f"回答的是 {_shown(said['id'])}，问的是这一题"]
            if not wrong:
                reply, wrong = read_reply(said, benchmark)
            if wrong:
                problems += [f"{story['id']}：{each}" for each in wrong]
            else:
                found[story["id"]] = reply
                # ASCII, since half an emoji is no UTF-8.
                raw.append(json.dumps(said | {"id": story["id"]}))
    except KeyboardInterrupt:
        return Replies(found, problems, raw, broken_off=True)
    return Replies(found, problems, raw)


def _run(words: list[str], asked: str, seconds: float) -> tuple[object, list[str]]:
    """What the command said, and what went wrong."""
    try:
        done = subprocess.run(words, input=asked.encode(), capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return None, [f"{seconds:g} 秒内没有答完"]
    except OSError as error:
        raise Unreadable(f"运行不了“{words[0]}”：{error.strerror}") from error
    if done.returncode:
        last = (done.stderr.decode(errors="replace").strip().splitlines() or ["没有说原因"])[-1]
        return None, [f"命令的退出码是 {done.returncode}：{last}"]
    try:
        return json.loads(done.stdout.decode()), []
    except UnicodeDecodeError:
        # Taken for something else, no word of it would be found that must not be said.
        return None, ["标准输出不是 UTF-8 文字"]
    except (ValueError, RecursionError):
        return None, [f"标准输出不是一个 JSON 对象：{_shown(done.stdout.decode().strip())}"]


def told(benchmark: dict[str, Any], result: Result) -> Iterator[str]:
    """The result in words, a line each."""
    whole = result["all"]
    yield f"题目第 {result['version']} 版，{whole['stories']} 题，回答了 {whole['answered']} 题。没有回答的，算没有答对。"
    for part, own in {"": whole, **(result["parts"] if len(result["parts"]) > 1 else {})}.items():
        yield f"{benchmark['parts'][part]['title'] if part else '合计'}，{own['stories']} 题"
        for name, words in (("level", "结论对"), ("step", "下一步对"), ("both", "两样都对")):
            share = own[name]
            percent = share["right"] / own["stories"] * 100
            yield f"  {words} {share['right']}，{percent:.1f}%，95% 区间 {share['low'] * 100:.1f}% 到 {share['high'] * 100:.1f}%"
    same = result["constant"]
    labels = f"“{benchmark['levels'][same['level']]['label']}”和“{benchmark['steps'][same['step']]['label']}”"
    yield f"比一比：每题都答{labels}，结论对 {same['level_right']}，两样都对 {same['both_right']}"
    yield "标签说的结论在前，答的在后："
    for row, columns in result["confusion"].items():
        given = (
            f"{benchmark['levels'][key]['label'] if key != NO_REPLY else '没有回答'} {count}" for key, count in columns.items() if count
        )
        yield f"  {benchmark['levels'][row]['label']}：{'，'.join(given) or '没有这样的题'}"
    wrong = result["wrong_can_claim"]
    yield f"不该说“{benchmark['levels'][CLAIM]['label']}”的 {wrong['of']} 题里，说了 {wrong['said']} 次。"
    text = result["forbidden"]
    yield f"写明不能说什么的 {text['of']} 题里，给了文本的 {text['with_text']} 题，说了不能说的 {text['sentences']} 处，在 {text['stories']} 题里。"
    for id, hits in text["found"].items():
        yield from (f"  {id}：“{words}”" for words in hits.values())


def main(arguments: list[str] | None = None) -> int:
    """Score once; the exit status."""
    parser = argparse.ArgumentParser(description="用公开测试题给一个自查工具打分。")
    parser.add_argument("benchmark", metavar="stories.json", help="题目文件")
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--replies", metavar="FILE", help="回答，每行一个 JSON 对象")
    how.add_argument("--command", help="每题运行一次的命令：标准输入是题，标准输出是回答，都是 JSON")
    parser.add_argument("--with-answers", action="store_true", help="把填好的答案也给命令")
    parser.add_argument("--seconds", type=float, default=PATIENCE_SECONDS, help="命令答一题最多几秒，不写就是 %(default)s")
    parser.add_argument("--part", action="append", default=[], help="只考这一组，可以写几次")
    parser.add_argument("--save", metavar="FILE", help="把命令的回答存下来，下次用 --replies 再算")
    parser.add_argument("--json", action="store_true", help="结果写成 JSON")
    options = parser.parse_args(arguments)
    try:
        if not 0 < options.seconds < A_DAY:
            raise Unreadable(f"--seconds 要大于 0，不到一天，不能是 {options.seconds}")
        whole = read_benchmark(options.benchmark)
        benchmark = only(whole, options.part)
        if options.replies:
            replies = from_file(options.replies, whole)
        else:
            # Whether it can be written is known before an hour of asking.
            _save(options.save, [], mode="a")
            replies = from_command(options.command, benchmark, with_answers=options.with_answers, seconds=options.seconds)
            if replies.broken_off:
                part = f"{options.save}.part" if options.save and replies.raw else None
                _save(part, replies.raw)
                print(f"\n停在半路，没有算分。{f'答过的 {len(replies.raw)} 题在“{part}”里。' if part else ''}", file=sys.stderr)
                return BROKEN_OFF
            _save(options.save, replies.raw)
    except Unreadable as problem:
        print(*problem.args, sep="\n", file=sys.stderr)
        return 2
    result = score(benchmark, replies.by_id)
    print(json.dumps(result, ensure_ascii=False, indent=1) if options.json else "\n".join(told(benchmark, result)))
    if not result["all"]["answered"]:
        print("一题也没有回答。结论写在 level 里，下一步写在 step 里。", file=sys.stderr)
    if replies.problems:
        print("这些回答读不了，算没有回答：", *replies.problems, sep="\n", file=sys.stderr)
    return 1 if replies.problems else 0


def _save(path: str | None, lines: Iterable[str], mode: str = "w") -> None:
    if path is None:
        return
    try:
        with open(path, mode, encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
    except OSError as error:
        raise Unreadable(f"写不进“{path}”：{error.strerror}") from error


if __name__ == "__main__":
    sys.exit(main())
