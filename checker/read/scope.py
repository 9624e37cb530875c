"""Who says it, and whether it is said to be so: what the other side said, a question, a condition and a no are not facts."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from checker.read.passage import Passage, Span

_THEY = (
    "客服|k服|kf|kefu|商家|卖家|店家|店主|店铺|店里|店员|平台|对方|他们|她们|他|她|人家|对面|老板|官方|机器人|系统|那边|那人|运营商|银行|主播|群主|代理|上家|公司|商城|网站|"
    "售后|经理|厂家|开发者|官网|号主|号商|卖号的|代练|打手|打单的|教练|老师|机构|班主任|销售|业务员|小二|管理员|审核"
)
_SAY = "说|(?<!电)话(?![费题术])|称|讲|回复|回|答复|答应|表示|告诉|告知|写着|写的是|写|通知|承诺|保证|坚持|硬说|非说|咬定|扯|甩|讲话|解释|发来|发语音|怪|推说|改口|声称|辩称|强调|又来|意思是|意思"
REPORTED = re.compile(
    rf"(?:{_THEY})[^。？?，：我]{{0,7}}?(?:{_SAY})(?:我们?(?=[这那是已自用点没的要不]))?(?:道|过|的是|了|是|，|：)?"
    r"|(?:客服|商家|卖家|店家|店主|对方|他|她|老板|平台)：|(?:一句|来一句|就一句|给的?说法是|理由是|原因是|说辞是|答复是|回复是|结果是|结论是|说什么|说是|说的是|就说|只说|又说|还说|死活说|一口咬定|跟我说|给我说|和我说|告诉我|答复我|回我|回复我|跟我讲|同我讲)(?:，|：)?"
)
"""Where the words of the other side begin. A machine that only shows something (提示、显示) says nothing of its own."""
_MINE = re.compile(r"我[^。?，：]{0,6}(?:说|问|讲|写|回|答|留言|反馈|提)(?:了|过|道|的是)?(?:，|：)?$")
_TURN = re.compile(
    r"(?:我：|我(?!们?(?:自己|的号|用了|用过|已经|登录|操作|这边))|但|可是|可我|不过|然而|结果|其实|后来|然后|现在|到现在|目前|今天|于是|所以|最后|再(?:问|找|发|去|打)|之后|后面|就再|就没|就不|就消失|就拉黑|还把|都过|都好|都几|打电话|截图|聊天记录|气|真是|服了|这都|都(?:一|两|三|半|快|好几)|等了|等到)"
)
"""With what the reader speaks again."""
_TURN_UNMARKED = re.compile(
    r"(?:到(?:今天|现在)|现在(?!不)|然后我?|后来|我(?:前天|昨天|今天|当天|又|再|就|都|也|还|打|找|问|点|说|申请|没敢|没法|觉得|转|付|把|给|想|对象|用的|寻思|哪|这|一看|一查|登|发现|截|磨|信|照)|微信(?:付|扣|转)|支付宝(?:付|扣|充)|(?:zfb|wx|vx)(?:付|扣|转)|用的是|这都第?|结果|前前后后|等了|可我|可是我?|但我)"
)
"""The same where nothing parts the words, as when somebody dictates."""
LONGEST_SPEECH = 70

_NO = re.compile(
    r"(?:没有|没|未|不是|并非|并没有?|从来?没有?|不曾|别|不算|不属于|也没|又没|又不是|谈不上|哪有|哪里有|不存在|绝不是|而不是|没说)(?:有|被|再|人|过|真的|给我|是|去|怎么|来得及|说|敢|能|让|要|想|办法|任何)?$"
)
_ASKED_BEFORE = re.compile(
    r"(?:是不是|会不会|有没有|是否|难道|能不能|可不可以|可以不可以|要不要|算不算|该不该|行不行|怎么样?才?能|如何才?能?|怎么才?能?|怎样才?能?)[^。?，：]{0,7}$"
    r"|(?<!还)(?<!只)(?<!就)(?<!但)(?<!不)是(?!不是)[^。?，：]{1,12}还是[^。?，：]{0,4}$"
)
_ASKED_AFTER = re.compile(r"[^。?，：]{0,4}(?:吗|嘛\?|么(?!么)|\?|不是\?|没有\?|还是[^。?，]{1,10}\?)")
_OR = re.compile(r"(?:不知道?|不清楚|不确定|说明|搞不清|分不清|到底|究竟)[^。?，：]{0,4}是?[^。?，：]{0,8}$")
_OR_BEHIND = re.compile(r"[^。?，：]{0,4}还是")
"""One of two that somebody chooses between."""
_IF = re.compile(
    r"(?:如果|如(?![何此下上期实常同今图])|要是|假如|假设|万一|倘若|若(?!干|隐)|要不是|除非|一旦|凡是|只要|的话(?![费剧题])|哪怕|即使|就算(?!了)|怕|担心|生怕|以免|免得|为了防止)"
)
_BEGINS_IF = re.compile(r"(?:我)?(?:如果|如(?![何此下上期实常同今图])|要是|假如|假设|万一|倘若|若(?!干|隐)|一旦|除非)")
_CONDITION_BEHIND = re.compile(r".?的话(?![费剧题])")
CONDITION = 24
"""Characters for which a condition holds where nothing ends it."""
_THEN = re.compile(r"^(?:，|。)?(?:我|您|你|他们?|对方|平台|商家)?(?:们)?(?:就|则|那|便|可以?|才|将|予以)")


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """What of a passage the other side said, and where clauses and sentences begin."""

    passage: Passage
    theirs: tuple[Span, ...]
    clauses: tuple[int, ...]

    def is_theirs(self, start: int, end: int) -> bool:
        """Whether the stretch lies in what the other side said."""
        return any(first <= start and end <= last for first, last in self.theirs)

    def is_denied(self, start: int) -> bool:
        """Whether a no stands right before it."""
        return bool(_NO.search(self.passage.plain, max(self.clause_of(start), start - 8), start))

    def is_asked(self, start: int, end: int) -> bool:
        """Whether it stands in a question about whether it is so."""
        plain = self.passage.plain
        before = max(self.clause_of(start), start - 20)
        return bool(
            _ASKED_BEFORE.search(plain, before, start)
            or _ASKED_AFTER.match(plain, end, end + 16)
            or (_OR_BEHIND.match(plain, end, end + 8) and _OR.search(plain, before, start))
        )

    def is_supposed(self, start: int, end: int) -> bool:
        """Whether it stands in a condition or in what would follow from one."""
        plain, clause = self.passage.plain, self.part_of(start)
        if _IF.search(plain, max(clause, start - CONDITION), end) or _CONDITION_BEHIND.match(plain, end):
            return True
        before = self.clause_of(max(clause - 2, 0))
        if before >= clause or plain[clause - 1] in "。?":
            return False
        return bool(_BEGINS_IF.match(plain, before, clause)) or (
            bool(_THEN.match(plain[clause - 1 : end])) and bool(_IF.search(plain, before, clause))
        )

    def part_of(self, place: int) -> int:
        """Where the clause begins, or the last space or line's end in it."""
        found = bisect_right(self.passage.breaks, place)
        return max(self.clause_of(place), self.passage.breaks[found - 1] if found else 0)

    def clause_of(self, place: int) -> int:
        """Where the clause begins in which a place lies."""
        found = bisect_right(self.clauses, place)
        return self.clauses[found - 1] if found else 0


def read_scope(passage: Passage, *, theirs: bool = False) -> Scope:
    """Who says what in a passage. ``theirs``: all of it is the other side's."""
    plain = passage.plain
    clauses = (0, *(place + 1 for place, char in enumerate(plain) if char in "。?，："))
    if theirs:
        return Scope(passage, ((0, len(plain)),), clauses)
    return Scope(passage, tuple(_merged(_speeches(passage, clauses))), clauses)


def _speeches(passage: Passage, clauses: tuple[int, ...]) -> list[Span]:
    plain = passage.plain
    found = []
    for match in REPORTED.finditer(plain):
        begin = match.end()
        quote = next((each for each in passage.quoted if begin <= each[0] <= begin + 2), None)
        found.append(quote or (begin, _end_of_speech(passage, begin, clauses)))
    for start, end in passage.quoted:
        if not _MINE.search(plain, max(0, start - 14), start) and end - start > 3:
            found.append((start, end))
    return found


def _end_of_speech(passage: Passage, begin: int, clauses: tuple[int, ...]) -> int:
    """Up to the end of the sentence, or to where the reader speaks again."""
    plain = passage.plain
    limit = min(len(plain), begin + LONGEST_SPEECH)
    stops = sorted({*(each for each in clauses if begin < each <= limit), *(each for each in passage.breaks if begin < each <= limit)})
    for place in stops:
        if plain[place - 1] in "。?" or _TURN.match(plain, place):
            limit = place
            break
    unmarked = _TURN_UNMARKED.search(plain, min(begin + 4, limit), limit)
    return unmarked.start() if unmarked else limit


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        elif end > start:
            merged.append((start, end))
    return merged
