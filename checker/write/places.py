"""The same text, cut up for a counter's form: one piece for each of its places."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from checker.kit.phrases import blank, money
from checker.law.counters import counters
from checker.write.fields import Context
from checker.write.form import LetterForm


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Place:
    """One place of a counter's form: what it is called, what goes there, and the law that wants it."""

    label: str
    text: str
    required_by: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Places:
    """The places of one counter, and what is to be said of how much fits."""

    note: str
    places: tuple[Place, ...]


NO_LIMIT = "每一格能写多少字，没有查到可靠的来源。放不下的，事实那一格改贴短文本。"


def places(form: LetterForm, made: Context) -> Places | None:
    """What goes where; ``None`` where the counter has no form that is known."""
    counter = counters().get(form.name)
    if counter is None:
        return None
    found = [
        Place(label=each.label, text=PIECES[each.id](made), required_by=each.article.title if each.article else "")
        for each in counter.fields
    ]
    note = f"每一格最多 {counter.limit} 字（{counter.source}）。" if counter.limit else NO_LIMIT
    return Places(note=note, places=tuple(found))


def _complainant(made: Context) -> str:
    name, contact = made.p.buyer_name or blank("你的姓名"), made.p.buyer_contact or blank("联系方式")
    return f"{name}，{contact}，{blank('你的通讯地址')}"


def _request(made: Context) -> str:
    more = f"另外赔偿{money(made.besides.amount_fen, '三倍赔偿的金额')}。" if made.besides else ""
    return "\n".join(filter(None, (f"请被投诉人{made.demanded}。{more}", made.arithmetic)))


PIECES: Mapping[str, Callable[[Context], str]] = {
    "complainant": _complainant,
    "respondent": lambda made: f"{made.respondent}，{blank('被投诉人的地址，看执照或者平台公示')}",
    "request": _request,
    "facts": lambda made: "\n".join(
        (*(f"{number}. {line.words}" for number, line in enumerate(made.lines, 1)), *filter(None, (made.why_the_platform,)))
    ),
    "evidence": lambda made: (
        "、".join(row.attached for kind, row in made.kinds.items() if kind in (made.f.evidence or ()))
        or blank("附件，例如订单截图、支付记录")
    ),
}
"""By the id of a place: what goes there."""
