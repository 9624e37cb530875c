"""The other parts of the report: tables whose check is due, laws of which a later text is known, complaint channels that nobody looked at for long.

How long a check holds is one row of the thresholds for all kinds of data, `recheck`, which the pages print: after it they warn their readers.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from checker.law.channels import Channel
from checker.law.days import add_natural_days
from checker.law.statutes import Article, Law
from checker.law.thresholds import Threshold, threshold
from checker.publish.changes import TABLES
from checker.publish.upkeep.report import Part

KINDS = {("checker.law", name): title for name, title in TABLES.items() if name != "channels"} | {
    ("checker.read", "link_names"): "官方网址"
}
"""Tables that are checked as a whole, by package and name. A channel is looked at by itself, so theirs is none of these."""


def due_on(checked_on: date) -> date:
    """The day on which what was checked on a day is due again."""
    return add_natural_days(checked_on, threshold("recheck").value)


def _why_due(checked_on: date, today: date) -> str:
    """Why somebody has to look again; empty where nobody has to. A day to come was mistyped, and would keep a table quiet for as long as it is wrong."""
    if checked_on > today:
        return f"checked_on 写的是 {checked_on}，这一天还没到，改成真正核对的那天"
    if due_on(checked_on) <= today:
        return f"上次核对 {checked_on}，{(today - checked_on).days} 天前，{due_on(checked_on)} 到期"
    return ""


def tables(checked: Mapping[str, date], today: date) -> Part:
    """The tables whose check is due, each by what it is called."""
    due = {title: why for title, day in checked.items() if (why := _why_due(day, today))}
    advice = "逐行对照来源，改完把 checked_on 改成核对那天。"
    lines = [f"{title}：{why}。{advice if checked[title] <= today else ''}" for title, why in due.items()]
    notes = [f"{title}，{due_on(day)} 到期。" for title, day in checked.items() if title not in due]
    return Part(title="资料", due=lines, notes=notes)


def channels(rows: Iterable[Channel], today: date) -> Part:
    """The channels that nobody looked at for as long as a check holds."""
    rows = tuple(rows)
    lines = [f"{row.title}（{row.id}）：{why}。入口：{row.entry}。" for row in rows if (why := _why_due(row.checked_on, today))]
    later = [due_on(row.checked_on) for row in rows if not _why_due(row.checked_on, today)]
    notes = [f"没有到期的 {len(later)} 个，最早 {min(later)} 到期。"] if later else []
    return Part(title="投诉渠道", due=lines, notes=notes)


def laws(rows: Iterable[Law], articles: Iterable[Article], limits: Iterable[Threshold], checked_on: date, today: date) -> Part:
    """The laws of which another text is known than the one that was compared. Somebody has something to do where a later text was not read, where a
    law has ended since the table was checked, and with all of them when the table's check is due.
    """
    part = Part(title="法律的版本")
    articles, limits = tuple(articles), tuple(limits)
    for law in rows:
        for is_due, words in _versions(law, checked_on, today):
            line = f"{law.title}（{law.id}）：{words}。"
            if is_due or due_on(checked_on) <= today:
                part.due.append(line + _used(law, articles, limits))
            else:
                part.notes.append(line)
    return part


def _versions(law: Law, checked_on: date, today: date) -> Iterator[tuple[bool, str]]:
    """What is known of other texts of a law, and whether that alone gives somebody something to do."""
    if law.later is not None:
        yield True, f"{law.later} 起有后来的文本，还没有读到"
    if law.end is None:
        if not law.start_known:
            yield False, "现在的文本从哪天起施行，没有查到"
    elif law.end >= today:
        yield False, f"有效到 {law.end}"
    elif law.end >= checked_on:
        yield True, f"{law.end} 以后失效，看看后来的文本收录了没有"
    else:
        yield False, f"{law.end} 以后失效，留着给以前的事用"


def _used(law: Law, articles: Iterable[Article], limits: Iterable[Threshold]) -> str:
    ids = [article.id for article in articles if article.law.id == law.id]
    numbers = [limit.id for limit in limits if limit.article in ids]
    return f"用到的条文：{'、'.join(ids)}。" + (f"用到的期限：{'、'.join(numbers)}。" if numbers else "")
