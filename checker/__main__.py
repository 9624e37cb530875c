"""The command line over the same functions: ``python -m checker questions|check|draft|read|keep|schema``, or ``anxinmai …`` where it is installed.

Exit status 0 for any verdict, 2 for input that cannot be read; the field errors go to stderr. ``keep verify`` gives 1 where an archive is not as its list
says, and 2 where it cannot be read.
"""

import argparse
import json
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from checker.ask.parties import PARTY_FIELDS
from checker.ask.questions import BY_ID, QUESTIONS
from checker.bridge import check, dumps, field_label, read_now
from checker.decide.verdict import BASIS_WORDS, LEVELS
from checker.errors import AnswerErrors, CaseFileError, InputError, OutputError, UnknownLetter
from checker.keep.archive import make, verify
from checker.keep.archive.terms import TERMS, fill
from checker.keep.calendar import DISCLAIMER
from checker.plain import plain
from checker.reading import READERS, read
from checker.rules import RULES_VERSION
from checker.schema import schema
from checker.write.docx import word_file

NAME = "anxinmai"
"""What is installed, and the command that comes with it."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status."""
    if arguments is None and hasattr(signal, "SIGPIPE"):
        # Who reads our output may have seen enough: then this ends without a word, as other commands do.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        return status
    except AnswerErrors as error:
        for item in error.errors:
            print(f"{field_label(item)}（{item.field}）：{item.message}", file=sys.stderr)
    except InputError as error:
        print(error, file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    called = NAME if Path(sys.argv[0]).stem == NAME else "python -m checker"
    parser = argparse.ArgumentParser(prog=called, description=f"虚拟商品退款自查。{DISCLAIMER}。")
    parser.add_argument("--version", action="version", version=_version(), help="版本")
    commands = parser.add_subparsers(required=True)
    asking = commands.add_parser("questions", help="列出全部问题")
    asking.add_argument("--json", action="store_true")
    asking.set_defaults(run=_questions)
    for name, run, words in (("check", _check, "给出结论"), ("draft", _draft, "写出一份文本")):
        command = commands.add_parser(name, help=words)
        command.add_argument("case", metavar="CASE.json", help="案件文件，- 表示标准输入")
        command.add_argument("--now", help="当前时间，例如 2026-11-23T15:04+08:00；不写就用这台机器的时间")
        command.set_defaults(run=run)
        if name == "check":
            command.add_argument("--json", action="store_true")
        else:
            which = command.add_mutually_exclusive_group()
            which.add_argument("--letter", metavar="NAME", help="文本的名字；不写就列出有哪些")
            which.add_argument("--all", action="store_true", help="全部文本")
            command.add_argument("--short", action="store_true", help="短文本")
            command.add_argument("--format", choices=("txt", "docx"), default="txt", help="纯文字，或者 Word 文件")
            command.add_argument("--output", metavar="PATH", help="写到这个文件；不写就写到标准输出")
    reading = commands.add_parser("read", help="读一段文字：经过、对方的回复、聊天记录、平台写的规则、链接、自己写的话")
    reading.add_argument("what", choices=sorted(READERS), help="是哪一种")
    reading.add_argument("file", metavar="FILE", help="文本文件，- 表示标准输入；reviews 读的是 JSON")
    reading.add_argument("--json", action="store_true")
    reading.add_argument("--now", help="当前时间，例如 2026-11-23T15:04+08:00；不写就用这台机器的时间")
    reading.set_defaults(run=_read)
    keeping = commands.add_parser("keep", help="凭证：存成压缩包，核对压缩包").add_subparsers(required=True)
    archive = keeping.add_parser("archive", help="把文件夹里的凭证存成一个压缩包")
    archive.add_argument("folder", metavar="FOLDER", type=Path, help="放凭证的文件夹；子文件夹用证据的名字命名，就记下它证明什么")
    archive.add_argument("--output", metavar="PATH", type=Path, help="写到这个文件；不写就在文件夹旁边，名字加 .zip")
    archive.add_argument("--now", help="当前时间；不写就用这台机器的时间")
    archive.set_defaults(run=_archive)
    checking = keeping.add_parser("verify", help="核对压缩包，有不一样的退出码是 1")
    checking.add_argument("zip", metavar="ZIP", type=Path, help="压缩包")
    checking.set_defaults(run=_verify)
    commands.add_parser("schema", help="案件文件和结论的 JSON Schema").set_defaults(run=_schema)
    return parser


def _version() -> str:
    try:
        return f"{NAME} {version(NAME)}，规则版本 {RULES_VERSION}"
    except PackageNotFoundError:
        # Not installed, but run where it lies.
        return f"规则版本 {RULES_VERSION}"


def _now(options: argparse.Namespace) -> datetime:
    return read_now(options.now) if options.now else datetime.now().astimezone().replace(second=0, microsecond=0)


def _text_of(path: str, called: str) -> str:
    try:
        return sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CaseFileError(f"读不了{called}：{path}") from error


def _verdict(options: argparse.Namespace) -> dict[str, Any]:
    now = _now(options)
    try:
        case = json.loads(_text_of(options.case, "案件文件"))
    except (ValueError, RecursionError) as error:
        raise CaseFileError(f"案件文件不是 JSON：{error}") from error
    return check(case, now)


def _questions(options: argparse.Namespace) -> int:
    rows = [{**plain(q), "page": q.topic} for q in QUESTIONS]
    if options.json:
        print(dumps(rows, indent=1))
        return 0
    for question in QUESTIONS:
        print(f"{question.id}：{question.label}")
        for option in question.options:
            print(f"    {option.value}  {option.label}")
    for field in PARTY_FIELDS:
        print(f"parties.{field.id}：{field.label}")
    return 0


def _check(options: argparse.Namespace) -> int:
    verdict = _verdict(options)
    if options.json:
        print(dumps(verdict, indent=1))
        return 0
    for matter in verdict["matters"]:
        print(f"{LEVELS[matter['level']]}：{matter['headline']}")
        for reason in matter["reasons"]:
            cited = "、".join(article["title"] for article in reason["articles"])
            print(f"  〔{BASIS_WORDS[reason['basis']]}〕{reason['sentence']}{cited}")
        for claim in matter["claims"]:
            print(f"  请求：{claim['remedy_label']}。{claim['arithmetic']}")
        for act in matter["acts"]:
            today = "现在" if act["at_once"] else f"今天，最晚 {act['latest']}" if act["latest"] else "今天"
            print(f"  {act['by'] or today}：{act['what']}")
        for letter in matter["letters"]:
            print(f"  文本：{letter['title']}（--letter {letter['name']}）")
    for id in verdict["missing"]:
        print(f"还缺：{BY_ID[id].label}")
    for warning in verdict["warnings"]:
        print(f"注意：{warning}")
    print(f"规则版本 {verdict['rules_version']}，{verdict['now']}。{DISCLAIMER}。")
    return 0


def _draft(options: argparse.Namespace) -> int:
    letters = {letter["name"]: letter for matter in _verdict(options)["matters"] for letter in matter["letters"]}
    if not (options.letter or options.all):
        for name, letter in letters.items():
            print(f"{name}  {letter['title']}")
        if not letters:
            print("这个结论下没有可用的文本。", file=sys.stderr)
        return 0
    if options.letter and options.letter not in letters:
        raise UnknownLetter(f"没有“{options.letter}”这份文本，可用的有：{'、'.join(letters) or '无'}")
    if not letters:
        raise UnknownLetter("这个结论下没有可用的文本")
    texts = {
        name: letters[name]["short" if options.short else "text"].rstrip("\n") for name in ([options.letter] if options.letter else letters)
    }
    content = word_file(tuple(texts.items())) if options.format == "docx" else ("\n\n\n".join(texts.values()) + "\n").encode()
    _put(content, options.output)
    return 0


def _put(content: bytes, path: str | None) -> None:
    try:
        if path is None:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        else:
            Path(path).write_bytes(content)
    except OSError as error:
        raise OutputError(f"写不进{'标准输出' if path is None else f'“{path}”'}：{error.strerror or error}") from error


def _read(options: argparse.Namespace) -> int:
    text = _text_of(options.file, "文本文件")
    found = read(options.what, text, _now(options))
    if options.json:
        print(dumps(found, indent=1))
        return 0
    if found.get("cut"):
        print(f"一共 {len(text)} 字，读到第 {found['read']} 字为止。", file=sys.stderr)
    for line in _told(found, text):
        print(line)
    return 0


def _told(found: dict[str, Any], text: str) -> Iterator[str]:
    """What was read, a line each, with the words that it comes from."""

    def quoted(spans: Iterable[tuple[int, int]]) -> str:
        return "".join(f"“{text[start:end]}”" for start, end in spans)

    if found["kind"] == "chat":
        yield f"{found['format_label']}，{len(found['lines'])} 条"
        yield from (f"{each['when']}  {each['who']}：{each['words']}".strip(" ：") for each in found["lines"])
        yield from (f"订单、交易编号：{each}" for each in found["orders"])
    if found.get("made_up"):
        yield f"文字里说这个理由不是真的：{quoted(found['made_up'])}。不提出任何答案。"
    if found["kind"] == "their-reply":
        reply = found["reply"]
        yield f"对方的意思：{reply['label']}{quoted(reply['spans'])}" if reply else "看不出对方对退款是什么意思。"
    if found["kind"] in TOLD:
        yield from TOLD[found["kind"]](found, quoted)
    for each in found.get("proposals", found.get("answers", ())):
        yield f"{each['label']}（{each['question']}）{each['shown']}{quoted(each['spans'])}"
    yield from (f"{each['label']}：“{each['words']}”。{each['say']}" for each in found.get("noted", ()))


Quoted = Callable[[Iterable[tuple[int, int]]], str]


def _told_policy(found: dict[str, Any], quoted: Quoted) -> Iterator[str]:
    for each in found["clauses"]:
        cited = "、".join(article["title"] for article in each["grounds"])
        yield f"{'存疑：' if each['doubtful'] else ''}{each['title']}{quoted(each['spans'])}{each['say']}{cited}"
        if each["for_letter"]:
            yield f"  可以写：{each['for_letter']}"
    yield from (f"{each['label']}：{each['shown']}{quoted(each['spans'])}" for each in found["numbers"])
    yield from (f"{each['label']}{quoted(each['spans'])}" for each in found["contacts"])


def _told_links(found: dict[str, Any], quoted: Quoted) -> Iterator[str]:
    for each in found["links"]:
        yield f"{each['domain'] or '没有域名'}{quoted(each['spans'])}{each['official']}"
        yield from (f"  {'当心：' if sign['grave'] else ''}{sign['say']}" for sign in each["signs"])
    if not found["links"]:
        yield "没有找到链接。"
    yield from (f"{each['name']}：{each['entry']}。{each['tells']}" for each in found["look_up"])
    yield from found["never_proves"]


def _told_reviews(found: dict[str, Any], quoted: Quoted) -> Iterator[str]:
    yield from (found["text"], *found["because"])


def _told_wording(found: dict[str, Any], quoted: Quoted) -> Iterator[str]:
    for each in found["clears"]:
        yield f"{each['label']}{'：有' if each['present'] else '：没有'}{quoted(each['spans'])}{each['say']}"
        if each["add"]:
            yield f"  可以加：{each['add']}"
    yield from (f"{quoted(each['spans'])}{each['say']}" for each in found["statements"])
    yield from (f"{quoted(each['spans'])}{each['why']}可以写：{each['better']}" for each in found["phrases"])


TOLD = {"policy": _told_policy, "links": _told_links, "reviews": _told_reviews, "wording": _told_wording}


def _archive(options: argparse.Namespace) -> int:
    out: Path = options.output or options.folder.resolve().with_name(f"{options.folder.resolve().name}.zip")
    made = make(options.folder, out, _now(options))
    print(f"{out}：{len(made.entries)} 份文件\n{fill(TERMS['outcome']['seal'], seal=made.seal)}")
    for note in TERMS["notes"]:
        print(f"- {note['words']}")
    return 0


def _verify(options: argparse.Namespace) -> int:
    report = verify(options.zip)
    print(report.words)
    return {"same": 0, "differs": 1, "unreadable": 2}[report.state]


def _schema(options: argparse.Namespace) -> int:
    print(dumps(schema(), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
