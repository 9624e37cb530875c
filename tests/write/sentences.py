"""A text as sentences, and each sentence by its shape: without days, sums, numbers, names and typed words."""

import re
from dataclasses import dataclass
from functools import cache

from tests.write.sample_cases import TYPED, Sample, leading

ENDS = re.compile(r"(?<=[。；？！])|(?:^|(?<=\n))(?:诉求|证据|时效)：|\n")
"""A sentence ends here, or a line; the three labels of the text for a chat are no part of what they announce."""
LAW = re.compile(r"^\d+\. 《[^》]+》第[^：]*：.*$", re.MULTILINE)
"""What an article says is a row of the table of statutes, and no sentence of the text's own."""
ITEM = re.compile(r"^\d+\. ?")
BLANK = re.compile(r"【请填写：[^】]*】")
DAY = re.compile(
    r"\d{4} 年 \d{1,2} 月 \d{1,2} 日|快?[一二两三半]个?[年月周]以前（大约 \d{4} 年 \d{1,2} 月(?:[上中下]旬)?）|\d{4} 年(?:双 \d\d 期间| \d{1,2} 月)"
)
"""A day, or a time as it was said where it is more than one."""
SUM = re.compile(r"(?:\d+(?:\.\d{2})? 美元，账单扣款 )?\d+(?:\.\d{2})? 元|六千多元")
BLANK_DAY, BLANK_SUM = re.compile(r"【请填写：[^】]*(?:日期|期限|那一天)】"), re.compile(r"【请填写：[^】]*(?:金额|余额|多少元)】")
PROVES = re.compile(r"，证明.*，来源【请填写：从哪里取得】，页数【请填写：几页】$")
"""What the list of a statement of claim adds to a piece of evidence."""
REASONS = re.compile(r"，理由大意是[^，。]*")
"""The reasons that were chosen, any of them together."""
ARTICLES = re.compile(r"《[^》]+》(?:（[^）]*）)?第[^，。；《]*|《[^》]+》(?:（[^）]*）)?")
ASKING = re.compile(
    r"^(?:请被投诉人|(?:请求撤销这笔订单，)?判令(?:解除原告和被告之间的合同，)?被告|本人对收款方的要求是：?|对收款方的要求是|本人的要求是|请求|请在⟨日⟩以前|"
    r"请(?:重新|再次|结合附件继续)?审核，支持以下要求：|请对方|请介入处理，支持以下要求：|对方没有解决，请平台介入，支持以下要求：|"
    r"其他请求：请求判令被告|请发出支付令，责令被申请人|请向被申请人发出支付令，责令其)"
)
"""How one and the same request begins, by whom it is put to."""


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of one text of a case: its words with typed text masked."""

    route: str
    rule: str
    letter: str
    short: bool
    words: str

    @property
    def shape(self) -> str:
        """What stays the same from case to case."""
        return shape(self.words)

    @property
    def place(self) -> tuple[str, str, bool]:
        """The text that it is from, whatever the case."""
        return self.rule, self.letter, self.short


def masked(text: str, sample: Sample) -> str:
    """The text with what the reader typed as ⟨name of the field⟩, longest first, so that its own full stops end no sentence."""
    typed = {value: id for id, value in (sample.answers | sample.parties).items() if id in TYPED and isinstance(value, str)}
    for value in sorted(typed, key=len, reverse=True):
        text = text.replace(value, f"⟨{typed[value]}⟩")
    return text


def split(text: str) -> list[str]:
    """Sentences and items, without the numbers of a list: those change when another item goes."""
    parts = (ITEM.sub("", part.strip()).strip() for part in ENDS.split(LAW.sub("《》：", text)))
    return [part for part in parts if part]


@cache
def shape(words: str) -> str:
    """A sentence without what differs from case to case and from reader to reader: articles, days, sums, numbers; 贵方, 卖家 and 对方 are one."""
    for pattern, name in ((ARTICLES, "《》"), (DAY, "⟨日⟩"), (BLANK_DAY, "⟨日⟩"), (SUM, "⟨元⟩"), (BLANK_SUM, "⟨元⟩")):
        words = pattern.sub(name, words)
    words = re.sub(r"(?:《》[、，和；]?)+", "《》", words)
    words = re.sub(r"\d{1,2}:\d{2}|(?<![A-Za-z\d])\d+", "⟨数⟩", words)
    words = re.sub(r" ?(⟨[^⟩]+⟩) ?", r"\1", words)
    words = re.sub(r"⟨数⟩(?:分钟|小时|天)内", "⟨数⟩内", words)
    words = PROVES.sub("", REASONS.sub("", words.replace("（⟨日⟩到账）", "")))
    for said, one in (
        ("贵方", "对方"),
        ("卖家", "对方"),
        ("这条消息即为", "本函即为"),
        ("的，由被告", "的，请"),
        ("请被告", "请"),
        ("请再次审核", "请重新审核"),
    ):
        words = words.replace(said, one)
    return ASKING.sub("请", words)


def told(sample: Sample) -> list[Told]:
    """Every sentence of every text of a case, full and short, each once."""
    found = [
        Told(matter["route"], leading(matter), letter["name"], short, words)
        for matter in sample.matters
        for letter in matter["letters"]
        for short in (False, True)
        for words in split(masked(letter["short"] if short else letter["text"], sample))
    ]
    return list(dict.fromkeys(found))
