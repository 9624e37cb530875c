"""Sums of money as people know them: to the 分, roughly, or in the money of another country. Only what is exact is ever counted with."""

import re
from dataclasses import dataclass

from checker.ask.numerals import is_numeral, numeral
from checker.ask.read import Unreadable, plain

MAX_FEN = 1_000_000_00
"""一百万元: nobody buys a card code for more, so a larger number is a slip."""

CURRENCIES = {
    "美元": "美元",
    "美金": "美元",
    "刀": "美元",
    "usd": "美元",
    "us$": "美元",
    "$": "美元",
    "欧元": "欧元",
    "eur": "欧元",
    "€": "欧元",
    "英镑": "英镑",
    "gbp": "英镑",
    "£": "英镑",
    "港元": "港元",
    "港币": "港元",
    "hkd": "港元",
    "hk$": "港元",
    "日元": "日元",
    "日币": "日元",
    "円": "日元",
    "jpy": "日元",
    "韩元": "韩元",
    "krw": "韩元",
    "₩": "韩元",
    "台币": "新台币",
    "新台币": "新台币",
    "twd": "新台币",
    "新加坡元": "新加坡元",
    "sgd": "新加坡元",
    "澳元": "澳元",
    "加元": "加元",
    "卢布": "卢布",
    "里拉": "里拉",
    "比索": "比索",
    "卢比": "卢比",
    "马币": "马来西亚林吉特",
    "林吉特": "马来西亚林吉特",
    "泰铢": "泰铢",
}
"""What people call the money of another country, and what a text calls it."""


@dataclass(frozen=True, slots=True)
class Sum:
    """``fen``: in 分 of yuan, where it is known to the 分. ``said``: how a text names it where that is not all: roughly, or in other money."""

    fen: int | None
    said: str = ""


_FIGURE = r"(?:\d{1,12}|\d{1,3}(?:,\d{3})+)(?:\.\d*)?"
_YUAN = re.compile(r"^(?:[¥￥]|rmb|cny|人民币)|(?:元|块钱|块|圆|rmb|人民币)(?:钱|人民币)?$", re.IGNORECASE)
_CURRENCY = "|".join(re.escape(each) for each in sorted(CURRENCIES, key=len, reverse=True))
_FOREIGN = re.compile(
    rf"(?:(?P<before>{_CURRENCY})(?P<a>{_FIGURE})|(?P<b>{_FIGURE})(?P<after>{_CURRENCY}))"
    rf"(?:[,;、(/=]*(?:账单|折合|合|扣了?|人民币|实际|大概|大约|约)*[^\d¥￥]{{0,6}}(?P<bill>[¥￥]?{_FIGURE}(?:元|块|人民币|rmb)?(?:人民币)?)\)?)?",
    re.IGNORECASE,
)
_LAST = re.compile(rf"(?:{_CURRENCY})$", re.IGNORECASE)
_SCALE = {"百": 100, "千": 1000, "k": 1000, "万": 10_000, "w": 10_000}
_SHORTENED = re.compile(r"(?P<figure>\d{1,6}(?:\.\d{1,2})?)(?P<scale>百|千|万|[kw])", re.IGNORECASE)
_CHARACTERS = "[一二两三四五六七八九十百千万]+"
_ONE = rf"(?:{_FIGURE}(?:百|千|万)?|\d{{1,4}}(?:\.\d{{1,2}})?[kw]|{_CHARACTERS})"
_ABOUT = r"(?:大概|大约|约|差不多|估计|可能)"
_ROUGH = re.compile(
    rf"{_ABOUT}?(?:快|近|将近|接近|小|不到|超过|不止|至少|最少|最多)?"
    rf"(?:(?P<low>{_ONE})(?:(?:到|至|-|~)(?P<high>{_ONE}))?(?:多|几|来|出头)?|(?:好几|几|十几|几十|好几十|几百|几千|好几百|好几千|几万|上百|上千|上万|成千|小一万)多?)"
    r"(?:元|块钱|块|圆)?(?:多|左右|上下|的样子|吧|以上)*",
    re.IGNORECASE,
)


def read_sum(typed: str) -> Sum:
    """What was typed.

    :raises Unreadable: it is no sum, more than anybody pays here, or cannot be told from a slip.
    """
    words = plain(typed).lower()
    if match := _FOREIGN.fullmatch(words):
        return _foreign(match)
    if (currency := _LAST.search(words)) and _is_rough(words[: currency.start()]):
        return Sum(None, _said_roughly(words[: currency.start()], CURRENCIES[currency[0]]))
    amount = _YUAN.sub("", _YUAN.sub("", words))
    if re.fullmatch(_FIGURE, amount):
        return Sum(_fen(amount))
    if re.fullmatch(r"[\d,]+,[\d,]+(?:\.\d*)?", amount):
        # A comma between thousands is one; anywhere else it may have been meant for the point, and 100,50 is not ten thousand yuan.
        raise Unreadable("comma", "里的逗号看不懂，小数点要写成 .，例如 128.50")
    if match := _SHORTENED.fullmatch(amount):
        return Sum(_in_range(round(float(match["figure"]) * _SCALE[match["scale"]] * 100)))
    if _is_exact_numeral(amount):
        return Sum(_in_range(numeral(amount) * 100))
    if _is_rough(words):
        return Sum(None, _said_roughly(words))
    raise Unreadable("not-money")


def _foreign(match: re.Match[str]) -> Sum:
    figure = (match["a"] or match["b"]).replace(",", "").rstrip(".")
    if not float(figure):
        raise Unreadable("zero", "要大于 0，没有付过钱就留空")
    said = f"{figure} {CURRENCIES[(match['before'] or match['after']).lower()]}"
    if not match["bill"]:
        return Sum(None, said)
    bill = _fen(_YUAN.sub("", _YUAN.sub("", match["bill"])).lstrip("¥￥"))
    # What the bill said about is told, and not counted with.
    if re.search("大概|大约|(?<!折)约", match[0]):
        return Sum(None, f"{said}，账单大约 {bill / 100:g} 元")
    return Sum(bill, said)


def _fen(figure: str) -> int:
    yuan, _, decimals = figure.replace(",", "").partition(".")
    if len(decimals) > 2:
        raise Unreadable("three-decimals", "最多写到分，也就是两位小数")
    return _in_range(int(yuan) * 100 + int(decimals.ljust(2, "0")))


def _in_range(fen: int) -> int:
    if fen == 0:
        raise Unreadable("zero", "要大于 0，没有付过钱就留空")
    if fen > MAX_FEN:
        raise Unreadable("too-much", f"要在 {MAX_FEN // 1_000_000} 万元以内，检查一下是不是多写了 0")
    return fen


def _is_exact_numeral(words: str) -> bool:
    """A sum in characters that is one sum: 六千, 一千二, but not 三四千."""
    if not is_numeral(words) or words.isdecimal():
        return False
    try:
        return numeral(words) > 0
    except ValueError:
        return False


def _is_rough(words: str) -> bool:
    match = _ROUGH.fullmatch(words)
    ends = [each for each in (match["low"], match["high"]) if each and each[0].isdigit()] if match else []
    figures = [float(re.sub(r"[^\d.]", "", each)) for each in ends]
    return match is not None and all(figures) and (len(figures) < 2 or figures[0] < figures[1])


def _said_roughly(words: str, unit: str = "元") -> str:
    """A rough sum as it was said, with its unit behind it and figures set off."""
    core = re.sub(r"(?:元|块钱|块|圆)", "", words)
    core = re.sub(rf"{_ABOUT}+", "大约", re.sub(r"(?:左右|上下|的样子|吧)+$", "", core))
    core = re.sub(r"(?<=\d)[-~](?=\d)", "至", core)
    if re.search("左右|上下|的样子", words) and not core.startswith("大约"):
        core = f"大约{core}"
    tail = next((each for each in ("以上", "出头") if core.endswith(each)), "")
    core = f"{core.removesuffix(tail)}{unit}{tail}"
    return re.sub(r"(?<=[^\d.\s])(?=\d)|(?<=\d)(?=[^\d.,\s])", " ", core).strip()
