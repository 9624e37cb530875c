"""Pieces of sentences: a day, a sum, what was typed, and the blank that stands where something is missing."""

import re
from datetime import date, datetime

from checker.ask.facts import Facts
from checker.ask.when import When, chinese_day, spaced


def yuan(fen: int) -> str:
    """An amount as it is written in a letter: 1000 元, 99.50 元."""
    whole, rest = divmod(fen, 100)
    return f"{whole}.{rest:02d} 元" if rest else f"{whole} 元"


def chinese_date(day: date) -> str:
    """2026 年 11 月 24 日."""
    return chinese_day(day)


BLANK_OPENS, BLANK_CLOSES = "【请填写：", "】"
BLANK = re.compile(f"{BLANK_OPENS}([^{BLANK_CLOSES}]+){BLANK_CLOSES}")
"""A blank in a text; its group is what has to be filled in."""


TALE = "什么时间、"
"""How a blank begins that wants what happened: what was told in one's own words can stand in it."""


def blank(what: str) -> str:
    """What stands where something still has to be filled in."""
    return f"{BLANK_OPENS}{what}{BLANK_CLOSES}"


def day(value: When | date | None, what: str) -> str:
    """A day inside a sentence, or a time as it was said, or a blank that says what is missing."""
    if value is None:
        return blank(what)
    return spaced(value.said if isinstance(value, When) else chinese_date(value))


def paid_is_known(facts: Facts) -> bool:
    """Whether something can be said of what was paid."""
    return facts.paid_fen is not None or facts.paid_said is not None


def paid(facts: Facts) -> str:
    """What was paid, inside a sentence: to the 分, roughly, in the money of another country, or a blank."""
    if facts.paid_said and facts.paid_fen is not None:
        return f"{spaced(facts.paid_said)}，账单扣款 {yuan(facts.paid_fen)}"
    return spaced(facts.paid_said) if facts.paid_said else money(facts.paid_fen, "付款金额")


def money(fen: int | None, what: str) -> str:
    """An amount inside a sentence, set off by a space, or a blank."""
    return blank(what) if fen is None else f" {yuan(fen)}"


def typed(text: str | None, what: str) -> str:
    """What the reader typed, in quotation marks, or a blank."""
    return f"“{text}”" if text else blank(what)


def box(words: str, ticked: bool) -> str:
    """A choice of a form, ticked or left open."""
    return f"{'☑' if ticked else '□'}{words}"


PAID_BY = {"wechat": "（微信支付）", "alipay": "（支付宝）", "card": "（银行卡）", "balance": "（平台余额）", "transfer": "（转账）"}


def paid_by(facts: Facts) -> str:
    """How it was paid, in brackets behind the sum; nothing where that is not known."""
    return PAID_BY.get(facts.channel or "", "")


def length(minutes: int) -> str:
    """A length of time in the largest unit that leaves no rest, up to two days in hours: 3 天, 24 小时, 30 分钟."""
    for unit, least, words in ((1440, 3, "天"), (60, 1, "小时")):
        if minutes % unit == 0 and minutes >= unit * least:
            return f"{minutes // unit} {words}"
    return f"{minutes} 分钟"


def promised(facts: Facts) -> str:
    """By when delivery was promised, without the stop, or that this is not remembered."""
    if facts.promised == "stated":
        within = f" {length(facts.promised_minutes)}" if facts.promised_minutes else blank("写的是多久")
        return f"页面承诺{within}内到账"
    said = {"instant": "页面承诺付款后立即到账", "none": "页面没有写明到账时间"}
    return said.get(facts.promised or "", "页面写没写多久到账，本人记不清了")


def waited(facts: Facts, now: datetime | None) -> str:
    """How long was waited, where that is how it was said; a day later the day up to which that was."""
    when = facts.paid_on
    if when is None or not when.waited:
        return ""
    until = f"到{day(when.said_at.date(), '')}，" if now is not None and when.said_at.date() != now.date() else ""
    return f"{until}付款后已经等了{spaced(when.waited)}。"


def not_arrived(facts: Facts) -> str:
    """How far a refund that was agreed to has not come. What went into a balance, or came less a fee, has come somewhere."""
    return {"to_balance": "没有退回原来付款的账户", "fee": "没有全额到账"}.get(facts.refund_trouble or "", "没有到账")
