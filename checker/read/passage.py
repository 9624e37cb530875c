"""A text as it is matched: one way of writing each character, without what separates nothing, and from where in the text each character came."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

Span = tuple[int, int]
"""From the first character to the one after the last, counted in code points."""

LONGEST = 20_000
"""Characters of a story or a reply that are read. Nobody tells more, and a phone reads them in about a second."""

STOP, COMMA, COLON = "。", "，", "："
_STOPS, _COMMAS, _COLONS = frozenset("。！？!;；"), frozenset("，,…～~—|｜·•*※"), frozenset(":：")
_OPEN, _CLOSE = frozenset("“「『〝"), frozenset("”」』〞")
_BRACKETS = frozenset("（）()【】[]{}〔〕")
_DROPPED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"))
_SYMBOLS = frozenset(("So", "Sk", "Sc"))
_VARIANTS = str.maketrans(
    "帐沖訂單沒這個說錢還買賣會員碼點卡開機號碼發貨過給對應該嗎麼為問題電話費遊戲帳賬戶無應審請據証證圖記錄聯繫"
    "後來時間網站頁實際際現務處理總統語聽講話寫單據",
    "账冲订单没这个说钱还买卖会员码点卡开机号码发货过给对应该吗么为问题电话费游戏账账户无应审请据证证图记录联系"
    "后来时间网站页实际际现务处理总统语听讲话写单据",
)
_DIALECT = str.maketrans("唔冇佢俾畀嘅咗攞喺弗勿侬哋", "不没他给给的了拿在不不你们")
"""What is written as it is said in the south, by its meaning."""
_SPELLINGS = (
    (re.compile(r"冲(?=[值了的话钱进错到满给卡游点\d])"), "充"),
    (re.compile(r"充直"), "充值"),
    (re.compile(r"登陆"), "登录"),
    (re.compile(r"退宽|退欵|退框"), "退款"),
    (re.compile(r"卡蜜|卡秘|咔密|卡蜜"), "卡密"),
    (re.compile(r"会元|惠员"), "会员"),
    (re.compile(r"客付|客福"), "客服"),
    (re.compile(r"激活吗(?=[^?？。，,!！])|激活马"), "激活码"),
    (re.compile(r"到帐|道账|道帐"), "到账"),
    (re.compile(r"(?<=[押租定本奖佣])斤"), "金"),
    (re.compile(r"支附宝|支付包(?!的)|支会宝|之付宝"), "支付宝"),
    (re.compile(r"审合"), "审核"),
    (re.compile(r"头诉"), "投诉"),
    (re.compile(r"余鹅"), "余额"),
    (re.compile(r"差平"), "差评"),
    (re.compile(r"定单"), "订单"),
    (re.compile(r"措价"), "错价"),
    (re.compile(r"激或"), "激活"),
    (re.compile(r"从新"), "重新"),
    (re.compile(r"压金|押今"), "押金"),
    (re.compile(r"会圆"), "会员"),
    (re.compile(r"到张(?!的)"), "到账"),
    (re.compile(r"详请"), "详情"),
    (re.compile(r"爱其艺"), "爱奇艺"),
    (re.compile(r"找会(?=[了去])"), "找回"),
    (re.compile(r"叶面"), "页面"),
    (re.compile(r"料天"), "聊天"),
    (re.compile(r"推(?=[款掉钱])|(?<=[不能想])推(?=$|[。？?，,])"), "退"),
    (re.compile(r"证剧"), "证据"),
    (re.compile(r"迟迟"), "一直"),
    (re.compile(r"呒没|莫得|木有|么得|呒得"), "没有"),
    (re.compile(r"啥子"), "什么"),
    (re.compile(r"伊拉"), "他们"),
    (re.compile(r"而家|依家"), "现在"),
    (re.compile(r"辰光"), "时间"),
    (re.compile(r"几多"), "多少"),
    (re.compile(r"呢个"), "这个"),
    (re.compile(r"嗰个|个个(?=[号人店])"), "那个"),
)
"""How things are misspelt by ear or by the keyboard; each as long as what it stands for."""


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """``plain`` is what is matched, ``at`` the place of each of its characters in ``given``. ``breaks``: before which characters of ``plain`` a space or
    the end of a line stood; they part less than a comma does, for a picture of a page breaks lines within words. ``quoted``: what stood in quotation marks.
    """

    given: str
    plain: str
    at: tuple[int, ...]
    breaks: tuple[int, ...]
    quoted: tuple[Span, ...]

    def span(self, start: int, end: int) -> Span:
        """The place in ``given`` of a stretch of ``plain``."""
        return (self.at[start], self.at[end - 1] + 1) if end > start else (self.at[start], self.at[start])

    def words(self, start: int, end: int) -> str:
        """How a stretch of ``plain`` was written."""
        first, last = self.span(start, end)
        return self.given[first:last]

    def breaks_between(self, start: int, end: int) -> bool:
        """Whether a space or a line's end stood inside the stretch."""
        place = bisect_left(self.breaks, start + 1)
        return place < len(self.breaks) and self.breaks[place] < end


def read_passage(text: str, longest: int = LONGEST) -> Passage:
    """A text made ready, of which at most ``longest`` characters are read. Any string can be read."""
    plain: list[str] = []
    at: list[int] = []
    breaks: list[int] = []
    quoted: list[Span] = []
    opened: int | None = None
    gap = ""
    given = text[:longest]
    for place, char in enumerate(given):
        if char.isspace():
            gap += char
            continue
        category = unicodedata.category(char)
        if category in _DROPPED and char not in "\n":
            continue
        if char in _OPEN or (char == '"' and opened is None):
            opened = len(plain)
            continue
        if char in _CLOSE or char == '"':
            if opened is not None and opened < len(plain):
                quoted.append((opened, len(plain)))
            opened = None
            continue
        for each in _one_way(char, category, plain, given[place + 1 : place + 2]):
            if gap:
                _close_gap(gap, each, plain, at, breaks)
                gap = ""
            plain.append(each)
            at.append(place)
    return Passage(text, _spelt("".join(plain)), tuple(at), tuple(breaks), tuple(quoted))


def _one_way(char: str, category: str, plain: list[str], after: str) -> str:
    """The character in the one way it is matched: half-width, small, simplified; marks by what they part."""
    if char in "?？":
        return "?"
    if char in _STOPS:
        return STOP
    if char in _COLONS:
        return ":" if plain and plain[-1].isdigit() and after.isdigit() else COLON
    if char in _COMMAS:
        digits = char == "," and plain and plain[-1].isdigit() and after.isdigit()
        ranged = char in "~～" and plain and plain[-1].isdigit()
        return "," if digits else "-" if ranged else COMMA
    if char in _BRACKETS or (category in _SYMBOLS and char not in "$¥￥€£₩"):
        return COMMA
    if char in "¥￥":
        return "¥"
    if char == ".":
        return "." if plain and plain[-1].isascii() and plain[-1].isalnum() and after.isalnum() and after.isascii() else STOP
    return unicodedata.normalize("NFKC", char).lower().translate(_VARIANTS).translate(_DIALECT)


def _close_gap(gap: str, after: str, plain: list[str], at: list[int], breaks: list[int]) -> None:
    """What white space parts: two empty lines end a sentence, a space between Latin words stays, and any other only may part."""
    before = plain[-1] if plain else ""
    if gap.count("\n") > 1 and before and before not in "。，：?":
        plain.append(STOP)
        at.append(at[-1])
    elif before.isdigit() and after.isdigit() and (gap == "\n" or "¥" in plain[-4:]):
        # A picture of a page breaks its lines, and its prices, where they end.
        return
    elif before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
        plain.append(" ")
        at.append(at[-1])
    else:
        breaks.append(len(plain))


def _spelt(plain: str) -> str:
    for pattern, right in _SPELLINGS:
        plain = pattern.sub(right, plain)
    return plain
