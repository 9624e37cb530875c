"""What no text may have, whatever the answers: a day that has passed, an act nobody said its reader did, money without a sum, proof that
is not there, the words of an option, broken punctuation. Each check gets the sentences of one case and gives what is wrong."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path

from checker.ask.question import chosen
from checker.ask.questions import QUESTIONS
from tests.write.explain import text_of
from tests.write.sample_cases import Sample
from tests.write.sentences import BLANK, LAW, SUM, Told

Fault = tuple[Told, str]

UNTIL = re.compile(r"(\d{4}) 年 (\d{1,2}) 月 (\d{1,2}) 日(?:以前|之前|前|内)")
ACT = re.compile(r"贵方(?!或者|手里|的?记录|认为)")
NOTICE = re.compile(r"即为解除合同的通知|就是解除合同的通知")
MONEY = re.compile(r"退还|返还|退回|退款|退没|退其|赔付|赔偿|补偿|支付|减收")
DEMAND = re.compile(
    r"^(?:请(?!书面说明|说明|提供|写明|告知|就)|判令|本人对收款方的要求|对收款方的要求|请求|到期仍|不能恢复的|被告)|，请(?:退|返|扣|另外赔)"
)
SHOWN = re.compile(r"附件(?:能够)?证明|故意告知虚假情况|隐瞒真实情况")
CONFIRMED = re.compile(r"官方(?:已经?|也)?(?:确认|核实|证实)|发行方(?:已经?|也)?(?:确认|核实|证实)|经向发行方查询")
CARRIES_INTENT = {"official", "reply", "chat", "listing"}
BROKEN = re.compile(r"[，。；：、？！]\s*[，。；、？！]|（）|“”|  |^[，。；、？！]|[，、；：]$(?<!：)|(?<![\u4e00-\u9fff])的的|于于|请请")
RUN = 6


def past_days(sample: Sample, ones: list[Told]) -> Iterator[Fault]:
    """Nobody is asked to act before the day on which the text is sent."""
    today = datetime.fromisoformat(sample.now).date()
    for one in ones:
        for year, month, day in UNTIL.findall(one.words):
            if date(int(year), int(month), int(day)) < today:
                yield one, f"a day before the day of sending, {today}"


def others_acts(sample: Sample, ones: list[Told]) -> Iterator[Fault]:
    """贵方 did it: only where the reader of the text is the one who sold. A shop on a platform, or nobody knows who: the platform did nothing."""
    for one in ones:
        seller = sample.answers.get("seller_kind")
        # A text to the seller goes to the platform only where nobody knows of another seller.
        own = seller == "self_run" or (seller in ("unknown", "unclear", "supplier") and one.letter not in ("appeal", "supplement"))
        if own or addressee(sample, one) != "platform":
            continue
        if ACT.search(one.words):
            yield one, "says that its reader, the platform, did it; nobody said so"
        if NOTICE.search(one.words):
            yield one, "gives notice of termination to the platform, which did not sell"


def addressee(sample: Sample, one: Told) -> str | None:
    """``platform`` or ``seller`` by the line above the facts; ``None`` for texts to others, and for a chat, which has no such line."""
    if one.letter in ("payment_complaint", "complaint_12315", "association", "lawsuit", "police"):
        return None
    text = text_of(sample, Told(one.route, one.rule, one.letter, False, ""))
    line = next((line for line in text.splitlines() if line.endswith("：")), "")
    if "platform_name" in line or "平台" in line:
        return "platform"
    return "seller" if "seller_name" in line or "店铺" in line else None


def money_without_sum(sample: Sample, ones: list[Told]) -> Iterator[Fault]:
    """A demand for money names a sum or leaves a blank for it; 全额 is a number where the text says what was paid."""
    for one in ones:
        if not (DEMAND.search(one.words) and MONEY.search(one.words)) or SUM.search(one.words) or BLANK.search(one.words):
            continue
        text = text_of(sample, one)
        asked = text.partition("\n二、请求\n")[2].partition("\n三、")[0]
        # An answer to one of their reasons need not say the sum again.
        if ("全额" in one.words and SUM.search(text)) or (one.words not in asked and (SUM.search(asked) or BLANK.search(asked))):
            continue
        yield one, "asks for money without a sum and without a blank"


def proof_not_there(sample: Sample, ones: list[Told]) -> Iterator[Fault]:
    """Deceit, and what the issuer confirmed, stand only over a proof that was ticked and can show it."""
    held = set(chosen(sample.answers.get("evidence")))
    for one in ones:
        if SHOWN.search(one.words):
            if not held & CARRIES_INTENT:
                yield one, f"speaks of deceit that nothing at hand can show: {sorted(held)}"
            if sample.answers.get("knew_it", "no") != "no":
                yield one, "speaks of deceit to somebody who may have known"
            if sample.answers.get("false_intent") != "yes":
                yield one, "speaks of deceit that the answers do not tell"
        if CONFIRMED.search(one.words) and ("official" not in held or sample.answers.get("issuer_says") != "before"):
            yield one, f"says that the issuer confirmed it; at hand: {sorted(held)}"


def punctuation(sample: Sample, ones: list[Told]) -> Iterator[Fault]:
    """Nothing doubled, nothing empty, and every line of prose ends."""
    for place in dict.fromkeys((one.route, one.rule, one.letter, one.short) for one in ones):
        text = text_of(sample, Told(*place, ""))
        part = "facts" if place[3] else ""
        for line in text.splitlines():
            if re.match(r"[一二三四五六]、", line):
                part = "" if "附件" in line or "落款" in line else line
            line = line.strip()
            if BROKEN.search(line):
                yield Told(*place, line), "punctuation doubled, missing or empty"
            elif part and line and line != "此致" and not line.endswith(("。", "；", "：", "】")) and not re.match(r"[一二三四五]、", line):
                yield Told(*place, line), "a line that does not end"


@cache
def label_runs() -> dict[str, str]:
    """Every six characters of an option that covers several things, with the option."""
    return {
        option.label[at : at + RUN]: f"{question.id} = {option.value} ({option.label})"
        for question in QUESTIONS
        for option in question.options
        if "或者" in option.label or "、" in option.label
        for at in range(len(option.label) - RUN + 1)
    }


@cache
def allowed_runs() -> dict[str, str]:
    """Runs that a text may have, each with its reason."""
    rows = tomllib.loads(Path(__file__).with_name("label_runs.toml").read_text(encoding="utf-8"))["run"]
    return {row["words"]: row["reason"] for row in rows}


@cache
def runs_in(words: str) -> tuple[tuple[str, str], ...]:
    """The longest runs of option labels in a sentence, each with its option."""
    hits = [at for at in range(len(words) - RUN + 1) if words[at : at + RUN] in label_runs()]
    found = []
    while hits:
        first = last = hits.pop(0)
        while hits and hits[0] == last + 1:
            last = hits.pop(0)
        found.append((words[first : last + RUN], label_runs()[words[first : first + RUN]]))
    return tuple(found)


def option_words(sample: Sample, ones: list[Told]) -> Iterator[Fault]:
    """The words of an option that covers several things are not what the reader said."""
    for one in ones:
        for run, option in runs_in(BLANK.sub("【】", one.words)):
            if run not in allowed_runs():
                yield (
                    one,
                    f"“{run}” is the wording of an option: {option}; say what its cases have in common, or give label_runs.toml the reason",
                )


@cache
def contradictory() -> tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]:
    """The pairs that no text may have together, with why."""
    rows = tomllib.loads(Path(__file__).with_name("contradictions.toml").read_text(encoding="utf-8"))["pair"]
    return tuple((re.compile(row["one"]), re.compile(row["other"]), row["why"]) for row in rows)


def contradictions(sample: Sample, ones: list[Told]) -> Iterator[Fault]:
    """No two sentences of a text say what cannot both be so."""
    for place in dict.fromkeys((one.route, one.rule, one.letter, one.short) for one in ones):
        text = LAW.sub("", text_of(sample, Told(*place, "")))
        for one, other, why in contradictory():
            if (first := one.search(text)) and (second := other.search(text)):
                yield Told(*place, f"{first[0]} … {second[0]}"), why


CHECKS = (past_days, others_acts, money_without_sum, proof_not_there, punctuation, option_words, contradictions)
