"""Reads a finished text again, as rendered or as edited, and remarks on what could hurt its reader. It never blocks."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from checker.ask.facts import Facts
from checker.ask.read import Unreadable
from checker.ask.stages import OUTSIDE, Stage, stage_of
from checker.ask.sums import read_sum
from checker.decide.claims import Claim
from checker.kit.phrases import yuan
from checker.law.thresholds import threshold

SENTENCE = re.compile(r"(?<=[。；？！\n])")
BLANK = re.compile(r"【[^】]*】")
ASKED_AMOUNT = re.compile(r"(?:退还|返还|退回|退款|赔偿|赔付|支付)[^0-9。；，\n]{0,12}?([0-9]+(?:\.[0-9]{1,2})?)\s*元")
ANY_AMOUNT = re.compile(r"([0-9]+(?:\.[0-9]{1,2})?)\s*元")
ANY_DATE = re.compile(r"(\d{4})\s*(?:年|-|/)\s*(\d{1,2})\s*(?:月|-|/)\s*(\d{1,2})")
UNUSED = re.compile(r"(?:未使用|没有使用过|没用过|从未用过|没有用过|全新)")
VAGUE = re.compile(r"看着办|给个说法|给个交代|你们自己说怎么办|尽快处理一下|合理解决")
NO_FACT = re.compile(r"不好用|太差了|质量很差|有问题啊|什么破|垃圾东西|破玩意")
INSULT = re.compile(r"骗子|垃圾(?!箱|邮件|短信)|黑心|无耻|不要脸|王八|畜生|傻[逼瓜子]|滚蛋|狗东西|奸商")
THREAT = re.compile(r"曝光|人肉|挂你|挂网上|弄死|找人(?:收拾|上门|弄)|砸了|不退.{0,6}就|不赔.{0,6}就|等着瞧|后果自负|举报(?:到|你|死|完)")
FRAUD = re.compile(r"欺诈|诈骗|三倍|退一赔三|假一赔三|故意欺骗")
CONFIRMED = re.compile(r"官方(?:已经?|也)?(?:确认|核实|证实)")
ID_NUMBER = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])")
BANK_CARD = re.compile(r"(?<![0-9A-Za-z])[3-6]\d{15,18}(?![0-9A-Za-z])")
CARD_CODE = re.compile(
    r"(?<![0-9A-Za-z-])(?:[0-9A-Z]{4,8}(?:-[0-9A-Z]{4,8}){2,}|(?=[0-9A-Z]*[0-9])(?=[0-9A-Z]*[A-Z])[0-9A-Z]{12,})(?![0-9A-Za-z-])"
)
CODE_IN_WORDS = re.compile(r"(?:卡密|密码|激活码|验证码)(?:是|为|：|:)\s*[0-9A-Za-z-]{4,}")
STAGES_TOLD: tuple[tuple[str, re.Pattern[str], Callable[[Stage], bool]], ...] = (
    (
        "钱已经退了",
        re.compile(r"(?:钱|款项?|全部|全额)(?:都|已经?|已)*(?:退(?:回|还|给|到)|到账|收到)|退款(?:已经?|已)?到(?:账|了)"),
        lambda stage: stage.settled or stage.paid_in_part,
    ),
    (
        "对方拒绝了",
        re.compile(r"(?<!没有)(?<!没)(?<!并未)(?:拒绝|驳回|不予退|不给退|说不退|不肯退|不同意退)(?!收货)"),
        lambda stage: stage.denied or stage is OUTSIDE,
    ),
    (
        "对方答应退款",
        re.compile(r"(?<!不)(?<!没有)(?<!没)(?<!未)(?:答应|同意)(?:全额|给本人|给我)?退"),
        lambda stage: stage.agreed or stage.in_part or stage.settled,
    ),
    ("还没有提出退款", re.compile(r"(?:还没|没有|尚未|未)(?:提出|申请)过?(?:要求)?退款"), lambda stage: not stage.asked),
)
"""What a line of the reader's own can say of how far it has come, and the stages that agree. Of a day before, it can be true all the same: so it is
a remark and no refusal."""
DEMAND = re.compile(r"退还|返还|退款|退回|补发|补齐|更换|恢复|交付|履行|赔|止付|核查|受理|说明|审核|照承诺|告知")
PROOF = re.compile(r"附件|截图|记录|凭证|证据|录屏")
TIME = re.compile(r"以前|之前|日内|期限|尽快|越早|时效")


@dataclass(frozen=True, slots=True)
class Remark:
    """The sentence it is about, what to do, and a better sentence where there is one."""

    sentence: str
    advice: str
    better: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Supported:
    """What a text may say: the facts, the amounts that may be asked for, the days it may name, and numbers that are no secrets."""

    facts: Facts
    claims: tuple[Claim, ...] = ()
    deceit: bool = False
    days: frozenset[date] = frozenset()
    numbers: frozenset[str] = frozenset()
    request: str = ""
    """The demand that the answers support, as a sentence."""
    fen: frozenset[int] = field(default_factory=frozenset)
    """Every amount that the answers or the arithmetic name."""
    free_account: bool = False
    """The text is a reader's own account to the police: days and amounts that no question asks for belong into it."""
    to_a_court: bool = False
    """The text goes to a court, which wants to know who sues and sets the periods itself."""


def lint(text: str, short: str, case: Supported) -> tuple[Remark, ...]:
    """Remarks on a text, sentence by sentence, then on the text as a whole, then on the length of the short one."""
    found = [remark for sentence in _sentences(text) for remark in _on(sentence, case)]
    found += _on_the_whole(text, case)
    limit = threshold("short_text").value
    if len(short) > limit:
        found.append(Remark(short, f"短文本超过 {limit} 字，客服对话框可能放不下。"))
    return tuple(dict.fromkeys(found))


def lint_edited(text: str, case: Supported) -> tuple[Remark, ...]:
    """Remarks on a text as its reader changed it."""
    return lint(text, "", case)


def lint_words(words: str, facts: Facts) -> tuple[Remark, ...]:
    """Remarks on a line in the reader's own words: what hurts them in any text, and what their answers say otherwise."""
    case = Supported(facts=facts)
    return tuple(remark for check in (_unsupported, _tone, _secrets, _stage) for remark in check(words, case))


def _stage(words: str, case: Supported) -> list[Remark]:
    stage = stage_of(case.facts.stage)
    return [
        Remark(words, f"这一句说的是{told}，“退款到哪一步”的答案不是这样。照实改其中一处，不然前后矛盾。")
        for told, pattern, agrees in STAGES_TOLD
        if pattern.search(words) and not agrees(stage)
    ]


def _sentences(text: str) -> list[str]:
    lines = (line for line in text.split("\n") if not LAW.match(line))
    return [sentence.strip() for line in lines for sentence in SENTENCE.split(line) if sentence.strip()]


LAW = re.compile(r"^\d+\. 《[^》]+》第[^：]*：")
"""A line of the basis says what the law says, and nothing of the case."""


def _on(sentence: str, case: Supported) -> list[Remark]:
    found = [Remark(sentence, "还有没填的地方，填好再发。")] if BLANK.search(sentence) else []
    checks = (_unsupported, _tone, _secrets) if case.free_account else (_amounts, _dates, _unsupported, _tone, _secrets)
    found += [remark for check in checks for remark in check(sentence, case)]
    return found


def _amounts(sentence: str, case: Supported) -> list[Remark]:
    named = amounts_in(sentence)
    if not named:
        return []
    # Where the answers leave a sum open the text has a blank. What is filled in there is the reader's own, as long as it is no more than was paid.
    paid = case.facts.paid_fen
    if (
        paid is not None
        and any(claim.amount_fen is None for claim in case.claims)
        and all(fen is not None and fen <= paid for fen in named)
    ):
        return []
    supported = {claim.amount_fen for claim in case.claims if claim.amount_fen is not None}
    asked = (
        {_fen(amount) for amount in ASKED_AMOUNT.findall(sentence)}
        if re.search("请|要求|应当|判令|必须", BLANK.sub("", sentence))
        else set()
    )
    if asked - supported:
        words = "、".join(yuan(fen) for fen in sorted(supported))
        return [
            Remark(
                sentence,
                f"金额和答案对不上，答案支持的是 {words}。" if words else "答案支持不了这个金额，写“写明金额和算法”。",
                case.request,
            )
        ]
    if named - supported - case.fen:
        return [Remark(sentence, "这个金额答案里没有，核对一下。")]
    return []


def amounts_in(text: str) -> set[int | None]:
    """Every amount in yuan that a text names, in 分."""
    return {_fen(amount) for amount in ANY_AMOUNT.findall(text)}


def _fen(amount: str) -> int | None:
    try:
        return read_sum(amount).fen
    except Unreadable:
        return None


def days_in(text: str) -> set[date]:
    """Every day that a text names by its date."""
    found = (_day(*each) for each in ANY_DATE.findall(text))
    return {day for day in found if day is not None}


def _day(year: str, month: str, number: str) -> date | None:
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None


def _dates(sentence: str, case: Supported) -> list[Remark]:
    for year, month, number in ANY_DATE.findall(sentence):
        day = _day(year, month, number)
        if day is None:
            return [Remark(sentence, "日历上没有这一天。")]
        if case.days and day not in case.days and "出生" not in sentence:
            return [Remark(sentence, "这个日期答案里没有，核对一下。")]
    return []


def _unsupported(sentence: str, case: Supported) -> list[Remark]:
    facts, found = case.facts, []
    if UNUSED.search(sentence) and facts.goods_used in ("redeemed", "part_used", "fault_after_activation"):
        better = {"part_used": "本人已经使用了一部分。", "redeemed": "商品已经使用。"}.get(facts.goods_used, "本人收到以后才发现问题。")
        found.append(Remark(sentence, "你的回答是已经用过，照实写。", better))
    if FRAUD.search(sentence) and not case.deceit:
        found.append(Remark(sentence, "没有证据证明对方故意骗人，不要写欺诈、三倍赔偿。", "对方没有按约定履行。"))
    if CONFIRMED.search(sentence) and not (facts.issuer_says == "before" and "official" in (facts.evidence or ())):
        found.append(Remark(sentence, "没有官方的书面答复，不要写官方已确认。", "请向发行方核实这张卡密的使用记录。"))
    return found


def _tone(sentence: str, case: Supported) -> list[Remark]:
    checks: tuple[tuple[re.Pattern[str], str, str], ...] = (
        (VAGUE, "没有说清要什么。写退多少、退到哪里、几日内。", case.request),
        (NO_FACT, "没有事实。写看到的提示、时间和结果。", "使用时提示“……”，时间是……，截图见附件。"),
        (INSULT, "骂人的话帮不了你，删掉。", "本人不同意这个处理结果。"),
        (THREAT, "用曝光、举报换钱，对你不利，可能被指敲诈。", "协商不成的，本人将依法投诉或者起诉。"),
    )
    return [Remark(sentence, advice, better) for pattern, advice, better in checks if pattern.search(sentence)]


def _secrets(sentence: str, case: Supported) -> list[Remark]:
    shown = sentence
    for number in sorted(case.numbers, key=len, reverse=True):
        shown = shown.replace(number, "")
    if ID_NUMBER.search(shown) and not case.to_a_court:
        return [Remark(sentence, "写着身份证号。发给商家的文本不要写，要核实身份就当面或者在官方入口出示。")]
    shown = ID_NUMBER.sub("", shown)
    if BANK_CARD.search(shown):
        return [Remark(sentence, "写着像银行卡号的一串数字，只留后四位。")]
    if CARD_CODE.search(shown) or CODE_IN_WORDS.search(shown):
        return [Remark(sentence, "写着卡密、密码或者验证码，谁看到谁就能用，遮住。")]
    return []


def _on_the_whole(text: str, case: Supported) -> list[Remark]:
    wanted: tuple[tuple[re.Pattern[str], str, Callable[[], str]], ...] = (
        (DEMAND, "没有写要求什么。", lambda: case.request),
        (PROOF, "没有提凭证。写清手里有什么，随文本一起发。", lambda: "订单截图、支付记录见附件。"),
        (TIME, "没有写期限。", lambda: "请在三日内书面答复。"),
    )
    return [
        Remark("", advice, better())
        for pattern, advice, better in wanted
        if not pattern.search(text) and not (pattern is TIME and case.to_a_court)
    ]
