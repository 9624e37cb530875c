"""Reads a finished text again, as rendered or as edited, and remarks on what could hurt its reader. It never blocks."""

import re
from dataclasses import dataclass

from checker.ask import read
from checker.ask.facts import Facts
from checker.decide.claims import Claim, yuan
from checker.law.thresholds import threshold

BLANK = re.compile(r"【[^】]*】")
AMOUNT = re.compile(r"(?:退还|返还|退回|退款)\s*([0-9]+(?:\.[0-9]{1,2})?)\s*元")
UNUSED = re.compile(r"(?:未使用|没有使用过|没用过|从未用过)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """The sentence it is about, and what to do."""

    sentence: str
    advice: str


def lint(text: str, short: str, facts: Facts, claim: Claim) -> tuple[Remark, ...]:
    """Remarks on a text: blanks, an amount that the answers do not support, “unused” for used goods, a short text too long."""
    found = []
    for sentence in re.split(r"(?<=[。；\n])", text):
        sentence = sentence.strip()
        if BLANK.search(sentence):
            found.append(Remark(sentence=sentence, advice="还有没填的地方，填好再发。"))
        for amount in AMOUNT.findall(sentence):
            if claim.amount_fen is not None and read.money(amount) != claim.amount_fen:
                found.append(Remark(sentence=sentence, advice=f"金额和答案对不上，答案支持的是 {yuan(claim.amount_fen)}。"))
        if UNUSED.search(sentence) and facts.goods_used in ("redeemed", "part_used", "fault_after_activation"):
            found.append(Remark(sentence=sentence, advice="你的回答是已经用过，照实写。"))
    limit = threshold("short_text").value
    if len(short) > limit:
        found.append(Remark(sentence=short, advice=f"短文本超过 {limit} 字，客服对话框可能放不下。"))
    return tuple(found)
