"""Made-up cases for every rule, stage and text, around the stories that are there. A new question, option or story changes no other case.

A case is what the page posts: answers, parties and the reader's time. Nothing of templates or predicates is known here; from a rule only
the names of the facts that it reads, so that a draw keeps most of what makes it hold.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from checker.ask.facts import QUESTIONS_OF
from checker.ask.parties import PARTY_FIELDS
from checker.ask.question import UNKNOWN, Question, asked, chosen
from checker.ask.questions import BY_ID, QUESTIONS
from checker.bridge import check
from checker.errors import AnswerErrors
from checker.publish.stories import complete, stories
from checker.rules import RULES, SUPPORTS
from tests.write.draw import Draw

SEED = 14
NOWS = tuple(
    f"{day}T{hour}+08:00"
    for day, hour in (
        ("2026-11-24", "15:04"),
        ("2026-12-28", "09:30"),
        ("2026-04-20", "21:15"),
        ("2026-09-30", "12:00"),
        ("2027-02-03", "08:05"),
    )
)
SUPPORT_IDS = frozenset(rule.id for rule in SUPPORTS)
READ_BY = {rule.id: frozenset(id for name in rule.reads for id in QUESTIONS_OF[name]) for rule in RULES}
NO_STAGE = "-"
"""Stands for the stage where the form does not ask for it."""

TYPED = {
    "page_said": ("壹佰点整", "写的是全区通用。永久有效！"),
    "got_instead": ("伍拾点整", "只有三十日；别区也用不了"),
    "error_text": ("此码不可再用", "错误 0x80；请重试。"),
    "promise_words": ("坏了包补，月内有效", "掉线就补。不赖账！"),
    "service_agreed": ("七日做完；不加价", "先打到王者。"),
    "refusal_words": ("核对无误不予受理", "已经用了。不退！"),
    "platform_name": ("青禾卡铺网",),
    "seller_name": ("南山小铺",),
    "goods_name": ("云梦点券", "云梦点券（百元档）"),
    "order_no": ("QH8823017705",),
    "pay_no": ("420000778812",),
    "exhibits": (
        "证据 1：订单截图，“青山.png”",
        "证据 1：订单截图，“2026-11-02 到账 35 元.png”\n证据 2：录屏，“云海.mp4”，SHA-256 开头 3fa1b2c4",
    ),
    "buyer_name": ("林知夏",),
    "buyer_contact": ("13800001111",),
}
"""What is typed is like nothing that a template writes, so that it can be found in a text again."""
ANY_WORDS = ("照抄的那一句",)
MONEY = ("9.90", "30", "68", "100", "128.50", "268", "600", "3500", "12000", "六千多", "19.99 美元，账单 142.60 元")
NUMBERS = {
    "part_total": ("30", "365"),
    "part_used": ("0", "12", "30"),
    "count_promised": ("100",),
    "count_got": ("0", "40", "100"),
    "promise_times": ("3",),
    "appeal_days": ("7", "15"),
}
ANY_NUMBER = ("3",)
DAYS_BACK = (0, 1, 2, 5, 7, 8, 12, 20, 40, 85, 95, 200, 400, 1000, 1120)
EVERYTHING = ["listing", "order", "payment", "chat", "error", "official", "usage_log", "reply", "seller", "identity"]
ROUGHLY = ("上个月", "两个月前", "等了一个多小时", "去年双11", "快一个月", "2026年5月")
LONG_AGO = "long ago"
"""Days since it was asked for, refused or agreed to."""
LEVERS: tuple[dict[str, object], ...] = (
    {},
    {"seller_kind": "shop", "elsewhere": "none", "channel": "wechat"},
    {"seller_kind": "supplier", "channel": "card"},
    {"seller_kind": "individual", "channel": "alipay"},
    {"elsewhere": "12315", "seller_kind": "self_run"},
    {"elsewhere": "none", "seller_kind": "shop", "seller_identity": "refused"},
    {"elsewhere": "court"},
    {"wish": "goods"},
    {"false_intent": "yes", "evidence": ["official", "listing", "chat"]},
    {"elsewhere": "payment"},
    {"wish": "refund"},
    {"channel": "balance"},
    {"evidence": EVERYTHING, LONG_AGO: 45, "elsewhere": "none", "seller_kind": "shop", "channel": "wechat"},
    {"evidence": EVERYTHING, LONG_AGO: 45, "elsewhere": "none", "seller_kind": "supplier", "channel": "balance"},
    {"evidence": EVERYTHING, LONG_AGO: 80, "seller_kind": "individual", "elsewhere": "payment"},
)
"""What decides about the kinds of text, in turn, so that chance does not have to find it."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One case with its verdict."""

    answers: dict
    parties: dict
    now: str
    verdict: dict

    @property
    def json(self) -> str:
        """The case as ``python -m checker check - --now …`` takes it."""
        return json.dumps({"v": 1, "answers": self.answers, "parties": self.parties}, ensure_ascii=False)

    @property
    def stage(self) -> str:
        return self.answers.get("stage", NO_STAGE)

    @property
    def matters(self) -> list[dict]:
        """The matters with texts."""
        return [matter for matter in self.verdict["matters"] if matter["letters"]]


def leading(matter: dict) -> str:
    """The rule that the texts of a matter rest on."""
    return matter["reasons"][0]["rule"]


def met(matter: dict) -> frozenset[str]:
    """The rules that are met, those aside that only strengthen others."""
    return frozenset(f["rule"] for f in matter["findings"] if f["status"] == "met") - SUPPORT_IDS


def completed(answers: dict) -> dict:
    """Only what is asked, and 不清楚 to every other question that has to be answered."""
    found = complete(answers)
    return {q.id: found[q.id] for q in asked(QUESTIONS, found) if chosen(found.get(q.id))}


def tried(answers: dict, parties: dict, now: str) -> Sample | None:
    """The case with its verdict, or ``None`` where answers contradict each other."""
    answers = completed(answers)
    try:
        return Sample(answers, parties, now, check({"v": 1, "answers": answers, "parties": parties}, datetime.fromisoformat(now)))
    except AnswerErrors:
        return None


@cache
def seeds() -> dict[str, dict[str, tuple[dict, str]]]:
    """For each rule with texts, the stories that rest on it: their answers and their time."""
    found = defaultdict(dict)
    for story in stories().values():
        if story.blank:
            continue
        sample = tried(story.answers, {}, story.now)
        for matter in sample.matters if sample else ():
            found[leading(matter)][story.id] = (sample.answers, story.now)
    return dict(sorted(found.items()))


def drawn(rule: str, stage: str, story: str, turn: int) -> Sample | None:
    """One case around a story of ``rule``, at this stage; ``None`` where it came out contradictory or without a text."""
    seed, then = seeds()[rule][story]
    draw = Draw(f"{SEED} {rule} {stage} {story} {turn}")
    now = datetime.fromisoformat(draw.one("now", NOWS))
    answers = _moved(seed, datetime.fromisoformat(then), now)
    core = READ_BY[rule] | {"problem"}
    if draw.happens("a second problem", 0.15) and len(chosen(answers["problem"])) == 1:
        others = (o.value for o in BY_ID["problem"].options if o.value not in (UNKNOWN, *answers["problem"]))
        answers["problem"] = [*answers["problem"], draw.option("problem", others)]
    for again in range(3):  # What is asked changes with what was answered.
        for question in asked(QUESTIONS, answers):
            if question.id in ("stage", "problem") or draw.happens(f"{question.id} stays {again}", 0.88 if question.id in core else 0.4):
                continue
            answers[question.id] = _answer(question, draw, now, str(again))
    # Each story begins at another one.
    lever = LEVERS[(turn + Draw(story).below("lever", len(LEVERS))) % len(LEVERS)] if turn < 3 * len(LEVERS) else {}
    answers |= {
        "truthful": "yes" if stage != NO_STAGE or draw.happens("truthful", 0.8) else UNKNOWN,
        **{id: value for id, value in lever.items() if id != LONG_AGO},
    }
    if LONG_AGO in lever:
        answers |= dict.fromkeys(("asked_on", "refused_on", "agreed_on"), f"{now - timedelta(days=lever[LONG_AGO]):%Y-%m-%d}")
        if answers.get("paid_on", "") > answers["asked_on"]:
            answers["paid_on"] = answers["asked_on"]
    if stage != NO_STAGE:
        answers["stage"] = stage
    for question in asked(QUESTIONS, answers):
        if question.required and not chosen(answers.get(question.id)):
            answers[question.id] = _answer(question, draw, now, "required")
    answers = {id: value for id, value in answers.items() if value not in ("", [])}
    _in_order(answers)
    filled = draw.one("parties", (0, 0.5, 0.8, 1))
    parties = {field.id: draw.one(field.id, TYPED[field.id]) for field in PARTY_FIELDS if draw.happens(f"{field.id} filled", filled)}
    sample = tried(answers, parties, now.isoformat(timespec="minutes"))
    return sample if sample and sample.matters and sample.stage == stage else None


def _answer(question: Question, draw: Draw, now: datetime, again: str) -> str | list[str]:
    what = f"{question.id} {again}"
    values = [option.value for option in question.options]
    match question.kind:
        case "choice":
            return draw.option(what, values)
        case "choices":
            several = [value for value in values if value not in (UNKNOWN, "none")]
            alone = [value for value in values if value in (UNKNOWN, "none")]
            if alone and draw.happens(f"{what} alone", 0.15):
                return [draw.option(what, alone)]
            return sorted(draw.ordered(what, several)[: draw.one(f"{what} many", (1, 1, 2, 3, 5))], key=values.index)
    if draw.happens(f"{what} empty", 0.25):
        return ""
    match question.kind:
        case "text":
            return draw.one(what, TYPED.get(question.id, ANY_WORDS))
        case "money":
            return draw.one(what, MONEY)
        case "number":
            return draw.one(what, NUMBERS.get(question.id, ANY_NUMBER))
        case "period":
            return draw.one(what, ("7 天", "15 个工作日", "48 小时"))
        case "duration":
            return draw.one(what, ("30 分钟", "2 小时", "3 天"))
    if draw.happens(f"{what} roughly", 0.15):
        return draw.one(f"{what} words", ROUGHLY)
    day = now - timedelta(days=draw.one(what, DAYS_BACK), minutes=draw.below(f"{what} minutes", 600))
    return f"{day:%Y-%m-%d %H:%M}" if draw.happens(f"{what} hour", 0.5) else f"{day:%Y-%m-%d}"


def _moved(answers: dict, then: datetime, now: datetime) -> dict:
    """The same answers with their dates as long ago as they were, and with words that no template writes."""
    moved = dict(answers)
    for id, value in answers.items():
        if BY_ID[id].kind == "when":
            try:
                day = datetime.strptime(value[:10], "%Y-%m-%d")
            except ValueError:
                del moved[id]
                continue
            moved[id] = f"{day + timedelta(days=(now.date() - then.date()).days):%Y-%m-%d}{value[10:]}"
        elif BY_ID[id].kind == "text":
            moved[id] = TYPED.get(id, ANY_WORDS)[0]
        elif BY_ID[id].kind == "money":
            moved[id] = re.sub(r"[^0-9.]", "", unicodedata.normalize("NFKC", value))
    return moved


COMES_AFTER = (("complained_on", "asked_on"), ("accepted_on", "paid_on"))
"""No question demands it, but so it goes in nearly every case."""


def _in_order(answers: dict) -> None:
    """Dates one after another and parts no larger than the whole: what is drawn apart would mostly contradict itself."""
    bounds = [(question.id, relation) for question in QUESTIONS for relation in question.relations if question.kind != "number"]
    days = [*COMES_AFTER, *((id, relation.other) for id, relation in bounds if relation.must_be == ">=")]
    for _ in days:
        for later, earlier in days:
            if earlier in answers and later in answers and answers[later][:10] < answers[earlier][:10]:
                answers[later] = answers[earlier][:10]
    for part, whole in ((id, relation.other) for id, relation in bounds if relation.must_be == "<="):
        if part in answers and whole in answers and _exact(answers[part]) >= _exact(answers[whole]) > 0:
            answers[part] = "5"


def pairs() -> tuple[tuple[str, str], ...]:
    """Every rule with texts, with every stage that the form can ask it at."""
    stages = [option.value for option in BY_ID["stage"].options]
    return tuple(
        (rule, stage)
        for rule, cases in seeds().items()
        for stage in (stages if any("stage" in answers for answers, _ in cases.values()) else (NO_STAGE,))
    )


def texts(sample: Sample, rule: str) -> set[str]:
    """The names of the texts that rest on this rule."""
    return {letter["name"] for matter in sample.matters if leading(matter) == rule for letter in matter["letters"]}


def samples(rule: str, stage: str, wanted: frozenset[str], at_least: int, at_most_draws: int = 400) -> Iterator[Sample]:
    """Cases on this rule and stage until there are ``at_least``, and until every one of the ``wanted`` texts was seen."""
    in_turn = Draw(f"{SEED} {rule} {stage}").ordered("stories", seeds()[rule])
    found, seen = 0, set()
    for turn in range(at_most_draws):
        if found >= at_least and wanted <= seen:
            return
        sample = drawn(rule, stage, in_turn[turn % len(in_turn)], turn // len(in_turn))
        if sample is None:
            continue
        new = texts(sample, rule) - seen
        # Beyond the number, only a case that shows a text not seen before.
        if found < at_least or new & wanted:
            found, seen = found + 1, seen | new
            yield sample


def _exact(typed: str) -> float:
    """What was typed as a number, or more than any where it is none to the 分."""
    try:
        return float(typed)
    except ValueError:
        return float("inf")
