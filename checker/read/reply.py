"""What customer service answered: what it decides, for which reason, and what in it is worth keeping."""

import re
from dataclasses import dataclass
from datetime import datetime

from checker.ask.said import OF_A_REPLY, THEIR_REPLY
from checker.law.table import table
from checker.read.hits import hits, options, spans
from checker.read.passage import LONGEST, Span, read_passage
from checker.read.phrases import pattern
from checker.read.proposal import Proposal
from checker.read.said import PACKAGE, words_of
from checker.read.scope import Scope, read_scope
from checker.read.story import propose

_TERM = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|半)(?:个)?(?:-\d{1,3}|(?:到|至)(?:\d{1,3}|[一二三四五六七八九十]{1,3}))?(?:个)?(?:工作日|自然日|小时|分钟|天|日|周|星期|个月)(?:之?内|以内|左右)?"
_POINT = r"(?:今天|明天|今晚|本周|下周[一二三四五六日天]?|晚上|下班前)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:点|:\d{2})?(?:以?前|之前)"
DEADLINE = re.compile(
    rf"(?:请|您可|可|需|务必|麻烦)[^。?]{{0,6}}?(?:在|于)?(?P<a>{_TERM})[^。?]{{0,24}}?(?:提供|上传|提交|补充|点击|申请|缴纳|修改|回复|确认|处理|发起|申诉)|(?:逾期|超时|过期)[^。?]{{0,4}}|(?P<b>(?:今天|明天|今晚|晚上)[^。?，]{{0,4}}(?:点|:\d{{2}})(?:以?前|之前))(?=[^。?]{{0,3}}(?:不|请|把|提交|撤|改|点|回|发))"
)
WITHIN = re.compile(
    rf"(?P<a>{_TERM})(?!可以?申请)[^。?，]{{0,10}}?(?:原路|退|到账|打款|返还|转到|转给)|(?:预计|处理要|需要?|大概)[^。?，]{{0,4}}(?P<b>{_TERM})|(?P<c>下周[一二三四五六日天](?:之前|以前|前)?)[^。?，]{{0,6}}(?:转|退|给)"
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Noted:
    """Something to note: an admission, a threat, a demand, a term. ``words`` as they stand in the text; ``event``: it can stand in the course of events."""

    id: str
    label: str
    say: str
    words: str
    event: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TheirReply:
    """What an answer says. ``stage``: the option of “到哪一步了” that its words decide by themselves, empty where they decide nothing that can be told."""

    read: int
    cut: bool
    stage: str
    spans: tuple[Span, ...]
    answers: tuple[Proposal, ...]
    noted: tuple[Noted, ...]


def read_reply(text: str, now: datetime) -> TheirReply:
    """What somebody else's answer says. Any string can be read."""
    passage = read_passage(text)
    scope = read_scope(passage, theirs=True)
    words = words_of(THEIR_REPLY)
    plain = passage.plain
    # What is said to everybody decides nothing of this case.
    is_general = words.general and words.general.search(plain) and not (words.personal and words.personal.search(plain))
    found = {} if is_general else options(words, hits(words, scope), scope, {})
    stage, own = next(iter(found.items())) if len(found) == 1 else ("", [])
    answers = propose(scope, OF_A_REPLY, now, {words.question: [(stage, own)]}) if stage else ()
    return TheirReply(
        read=min(len(text), LONGEST),
        cut=len(text) > LONGEST,
        stage=stage,
        spans=spans(own, scope),
        answers=tuple(each for each in answers if each.question != words.question),
        noted=(*_noted(scope), *_terms(scope)),
    )


def _noted(scope: Scope) -> tuple[Noted, ...]:
    """One of each kind: the longest of its places."""
    found = []
    for id, row in table("noted", PACKAGE).items():
        places = [match.span() for each in row["said"] for match in pattern(each).finditer(scope.passage.plain) if match[0]]
        places = [(start, end) for start, end in places if not scope.is_denied(start) and not scope.is_asked(start, end)]
        if places:
            start, end = max(places, key=lambda place: place[1] - place[0])
            found.append(_note(id, row["label"], row["say"], start, end, scope, event=row.get("event", False)))
    return tuple(found)


def _terms(scope: Scope) -> tuple[Noted, ...]:
    plain = scope.passage.plain
    found = []
    for id, label, say, pattern_of in (
        ("deadline", "对方给你定的期限", "记下来，在这以前回复。", DEADLINE),
        ("within", "对方说多久退到", "记下来，过了这个时间再催。", WITHIN),
    ):
        for match in pattern_of.finditer(plain):
            name = next((name for name, value in match.groupdict().items() if value), None)
            if name and not (scope.is_supposed(*match.span()) and id == "within"):
                found.append(_note(id, label, say, *match.span(name), scope))
                break
    return tuple(found)


def _note(id: str, label: str, say: str, start: int, end: int, scope: Scope, *, event: bool = False) -> Noted:
    return Noted(id=id, label=label, say=say, words=scope.passage.words(start, end), event=event, spans=(scope.passage.span(start, end),))
