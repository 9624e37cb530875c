"""The report: what somebody has to do, what is only good to know, and what could not be looked at."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the report, a line each in Markdown. ``due``: for somebody to do; ``notes``: to know; ``failures``: what could not be done, and why."""

    title: str
    due: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def status(parts: Iterable[Part]) -> int:
    """The exit status: 2 where something could not be done, else 1 where somebody has something to do, else 0."""
    parts = tuple(parts)
    return 2 if any(part.failures for part in parts) else 1 if any(part.due for part in parts) else 0


def markdown(parts: Iterable[Part], today: date) -> str:
    """The whole report."""
    parts = tuple(parts)
    count = sum(len(part.due) for part in parts)
    failures = [line for part in parts for line in part.failures]
    words = f"要人处理的有 {count} 项。每一项怎么做，见 CONTRIBUTING.md 的 An hour a month。" if count else "没有到期的。"
    blocks = [f"# 资料核对，{today}", "没有看全，看了的里面没有到期的。" if failures and not count else words]
    if failures:
        blocks += ["## 没能核对的", _list(failures)]
    for part in parts:
        if part.due:
            blocks += [f"## {part.title}", _list(part.due)]
    notes = [f"{part.title}：{line}" for part in parts for line in part.notes]
    if notes:
        blocks += ["## 备查，不用处理", _list(notes)]
    return "\n\n".join(blocks) + "\n"


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
