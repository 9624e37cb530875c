"""Sums of money in running text, and what each was paid for: the words before and behind it say whether it was paid, offered, or neither."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from checker.ask.numerals import is_numeral, numeral
from checker.ask.read import Unreadable
from checker.ask.sums import CURRENCIES, Sum, read_sum
from checker.law.table import table
from checker.read.hits import Hit
from checker.read.phrases import pattern
from checker.read.scope import Scope

_UNIT = "元|块钱|块|圆|大洋|软妹币|蚊|rmb|人民币"
_FOREIGN = "|".join(re.escape(each) for each in sorted(CURRENCIES, key=len, reverse=True))
_FIGURE = r"\d{1,3}(?:,\d{3}){1,2}(?:\.\d{1,2})?|\d{1,7}(?:\.\d{1,2})?"
_CHARACTERS = "[一二两三四五六七八九十百千万零几半]{1,9}"
SUM = re.compile(
    rf"(?<![\d.a-z])(?P<about>大概|大约|差不多|将近|接近|快|小(?=[一二两三\d])|好(?=几)|约|不到|超过)?(?P<yuan>¥)?(?P<foreign>[$€£₩])?(?P<n>{_FIGURE}|(?<![第这那每同哪某])(?:{_CHARACTERS}))(?P<scale>[万千百wk](?![a-z]))?(?P<more>多|来|出头|好几)?"
    rf"(?:(?P<unit>{_UNIT})|(?P<currency>{_FOREIGN})(?:(?![a-z])|(?<![a-z])))?(?P<half>\d(?!\d)(?=[^年月天个张次小分])|[一二三四五六七八九半](?=$|[。，?的]))?(?P<after>多|左右|上下|出头|以上)?"
)
_COUNTER = re.compile(
    r"^(?:多)?(?:天|日|号|月(?!费|卡|付|租)|年(?!费|卡|付)|小时|到点|(?:到|至|-)[\d一二三四五六七八九十]|个|张|次|笔|岁|集|节|单|人|级|%|％|成|折|分|秒|点(?!卡|券)|条|把|倍|周|位|区|款|版|期|份|台|遍|回|本|套|遍|首|章|关|段|星|颗|粒|枚|种|家|件|句|字|页|楼|层|路|g|m|k|p|h|gb|mb|tb|q币|qb|钻|金币|元宝|点券|粉|局|场|双|单|礼拜|星期|钟头|分钟|来天|来个|几天|几个|多天|多个|开头|结尾|档|:|-\d|/(?![年月])|[a-z])"
)
_NOT_A_SUM = re.compile(
    r"(?:订单号|编号|单号|尾号|手机号|电话|号码|qq|群号|id|版本|win(?:dows)?|office|行|第|双|过|:|今年|今年才|孩子才|\d(?:到|至|-))[：:]?$"
)
_PAID = re.compile(r"(?:付的|付了|才|收了?我?|花了?|转了?他?|给了?他?|要了?我?)$")
"""Before a sum in characters that has neither a unit nor hundreds in it."""
_CALLED = frozenset(
    ("12315", "12345", "12381", "12300", "10086", "10010", "10000", "95188", "110", "96110", "2021", "2022", "2023", "2024", "2025", "2026")
)
"""Numbers that are called, and years."""
_BILL = re.compile(r"(?:账单|折|合|人民币|实际|扣)[^。?]{0,8}$")
_UNTOUCHED = re.compile(r"没(?:花|用|动)|在里")
_LIKE_A_PRICE = re.compile(r"(?:[1-9]\d{1,6}|[5-9])(?:\.\d{1,2})?|[1-4]\.[689]9?|\D.*")
"""What a number without a unit has to look like where nothing around it says that it is a price."""
_SO_MANY = re.compile(r"(?P<n>\d{1,3}|[一二两三四五六七八九十])(?:张|笔|份|单|组)(?:面值)?$")
_ALONE = frozenset("一二两三四五六七八九十半几百千万零")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Amount:
    """A sum as it stands in the plain text, what it is, and how it would be typed into the form."""

    start: int
    end: int
    sum: Sum
    typed: str
    several: bool = False
    """Whether it is so many at one price, worked out and said by nobody."""
    marked: bool
    """Whether a unit stands with it, so that it is money whatever stands around it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SumWords:
    """The words that make a sum the answer to a question."""

    said: re.Pattern[str]
    total: re.Pattern[str]
    total_behind: re.Pattern[str] | None
    never: tuple[re.Pattern[str], ...]
    never_behind: re.Pattern[str]
    each: re.Pattern[str] | None
    each_behind: re.Pattern[str]
    second: re.Pattern[str] | None
    first: re.Pattern[str] | None
    """Of what is asked back and no other sum of the story is."""
    left: re.Pattern[str] | None
    """Of what is left of a sum that was paid in: that is what can be asked back."""
    many: re.Pattern[str] | None
    """Where something was paid so many times, what it was each time answers nothing."""
    unpaid: re.Pattern[str] | None
    """Who has not paid has paid no sum."""
    again: re.Pattern[str] | None
    """Of what was paid once more: how much it is together is not told then."""
    """Of what was given besides the price, and counts where no price is told. Where it is left out, a sum needs words that make it the answer."""


@cache
def sum_words(question: str) -> SumWords:
    """The table of a question about money."""
    raw = table(question, "checker.ask.said")
    return SumWords(
        said=pattern(raw["said"]),
        total=pattern(raw["total"]),
        total_behind=pattern(raw["total_behind"]) if "total_behind" in raw else None,
        never=tuple(pattern(row) for row in raw["never"]),
        never_behind=pattern(raw["never_behind"]),
        each=pattern(raw["each"]) if "each" in raw else None,
        each_behind=pattern(raw.get("each_behind", "(?!)")),
        second=pattern(raw["second"]) if "second" in raw else None,
        first=pattern(raw["first"]) if "first" in raw else None,
        left=pattern(raw["left"]) if "left" in raw else None,
        again=pattern(raw["again"]) if "again" in raw else None,
        many=pattern(raw["many"]) if "many" in raw else None,
        unpaid=pattern(raw["unpaid"]) if "unpaid" in raw else None,
    )


def amounts(scope: Scope) -> Iterator[Amount]:
    """Every sum of the text, in its order. So many at one price are one sum."""
    plain = scope.passage.plain
    for match in SUM.finditer(plain):
        marked = bool(match["yuan"] or match["foreign"] or match["unit"] or match["currency"])
        start, end = match.span()
        before, behind = plain[max(0, start - 8) : start], "" if end in scope.passage.breaks else plain[end : end + 8]
        if not marked and (
            _COUNTER.match(behind) or _NOT_A_SUM.search(before) or _is_a_day(match["n"], before, behind) or match["n"] in _CALLED
        ):
            continue
        words = match["n"] + (match["more"] or "")
        paid = len(words) > 1 and _PAID.search(before)
        if not marked and not match["scale"] and words[0] in _ALONE and not (_is_sum_in_characters(words) or paid):
            continue
        typed = _typed(match)
        several = _SO_MANY.search(before)
        if several and typed.isdecimal() and re.match("的|全|，|。|$", behind) and (many := numeral(several["n"])) > 1:
            start, typed = start - len(several[0]), str(many * int(typed))
        else:
            several = None
        try:
            value = read_sum(typed)
        except Unreadable:
            continue
        yield Amount(start=start, end=end, sum=value, typed=typed, marked=marked, several=several is not None)


def _is_a_day(figure: str, before: str, behind: str) -> bool:
    """9.30 at the head of a clause, with what was done then behind it."""
    parts = figure.replace(",", "").split(".")
    return (
        len(parts) == 2
        and 0 < int(parts[0] or 0) <= 12
        and (not before or before[-1] in "。，：?")
        and bool(re.match("下单|我|打|申请|买|付|投|充|号|那天|当天|在|找|联系|提|收到|客服|卖家|商家", behind))
    )


def _is_sum_in_characters(words: str) -> bool:
    """Whether characters without a unit can be a sum: 三千九百八, 六百多; not 一, 十, 两三."""
    return len(words) >= 2 and any(each in words for each in "百千万") and words[0] not in "百千万零半"


def _typed(match: re.Match[str]) -> str:
    figure = match["n"] + (match["scale"] or "")
    about = match["about"] or ""
    if match["half"] and match["unit"] in ("块", "元") and match["half"] != "半":
        return f"{numeral(match['n'])}.{numeral(match['half'])}" if is_numeral(match["n"]) else figure
    unit = CURRENCIES.get(match["currency"] or match["foreign"] or "", "")
    if unit and not about and is_numeral(figure) and not figure.isdecimal():
        figure = str(numeral(figure))
    half, more = match["half"] or "", match["more"] or ("多" if match["after"] == "多" else "")
    after = "" if match["after"] == "多" else match["after"] or ""
    if about or more or after:
        return f"{about}{figure}{half}{more}{unit or '元'}{after}"
    figure += half
    return f"{figure} {unit}".strip() if unit else figure


def answers(question: str, scope: Scope) -> list[Amount]:
    """The sums that may answer a question: those that are said to be the whole, else those that the words around them make its answer, else
    those of which nothing else is said.
    """
    words, plain = sum_words(question), scope.passage.plain
    if words.unpaid and words.unpaid.search(plain):
        return []
    whole, named, other, second, remaining, first = [], [], [], [], [], []
    for amount in amounts(scope):
        begin = max(scope.part_of(amount.start - 1), amount.start - 16, 0)
        before, behind = plain[begin : amount.start], plain[amount.end : amount.end + 10]
        if scope.is_supposed(amount.start, amount.end):
            continue
        if words.again and words.again.search(before):
            return []
        if words.first and words.first.search(before):
            first.append(amount)
        elif words.left and words.left.search(before) and (amount.marked or _UNTOUCHED.match(behind)):
            remaining.append(amount)
        elif any(each.search(before) for each in words.never) or words.never_behind.match(behind):
            if words.second and words.second.search(f"{before}#{behind}"):
                second.append(amount)
        elif words.total.search(before) or (words.total_behind and words.total_behind.match(behind)):
            whole.append(amount)
        elif words.each and (words.each.search(before) or words.each_behind.match(behind)):
            second += [] if words.many and words.many.search(plain) else [amount]
        elif words.said.search(before) and not amount.several:
            named.append(amount)
        elif words.second and (amount.several or amount.marked or _LIKE_A_PRICE.fullmatch(amount.typed)):
            other.append(amount)
    return first or remaining or whole or named or [each for each in other if each.marked] or other or second


def only_one(found: Iterable[Amount], scope: Scope) -> list[Amount]:
    """The sums, where all of them are one; nothing where they differ. Foreign money with what the bill said of it is one sum."""
    found = list(found)
    if len({(each.sum.fen, each.sum.said) for each in found}) == 1 and found[0].sum.fen is not None:
        return found
    foreign = [each for each in found if any(currency in each.typed for currency in CURRENCIES.values())]
    plain = scope.passage.plain
    bills = [
        each
        for each in amounts(scope)
        if each.sum.fen is not None and each not in foreign and _BILL.search(plain, max(0, each.start - 14), each.start)
    ]
    if len(foreign) == 1 and len({each.sum.fen for each in bills}) == 1:
        typed = f"{foreign[0].typed}，账单 {bills[0].typed} 元"
        return [replace(foreign[0], sum=read_sum(typed), typed=typed), bills[0]]
    # What was bought is often called by a sum in its own money; what was paid for it stands in ours.
    at_home = [each for each in found if each not in foreign] or found
    return at_home if len({(each.sum.fen, each.sum.said) for each in at_home}) == 1 else []


def as_hits(found: Iterable[Amount]) -> list[Hit]:
    """The places of sums."""
    return [Hit("", each.start, each.end) for each in found]
