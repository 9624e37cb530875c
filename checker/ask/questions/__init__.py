"""Every question of the checker, in the order in which it is asked. Words are edited in these modules and nowhere else."""

from collections import Counter
from dataclasses import replace

from checker.ask.question import Question, Topic, condition
from checker.ask.questions import agreement, delivery, money, order, own_choice, quality, reply, start
from checker.errors import RuleError
from checker.law.table import table

STAGES = ("先看能不能退", "订单和商家", "凭证", "诉求")

TOPICS = (
    Topic(id="goods", stage=STAGES[0], heading="买的是什么"),
    Topic(id="unlawful", stage=STAGES[0], heading="你在这件事里"),
    Topic(id="problem", stage=STAGES[0], heading="出了什么事"),
    Topic(id="source", stage=STAGES[0], heading="东西的来路"),
    Topic(id="use", stage=STAGES[0], heading="具体怎么回事"),
    Topic(id="promise", stage=STAGES[0], heading="说好多久到账"),
    Topic(id="late", stage=STAGES[0], heading="晚了多久"),
    Topic(id="charge", stage=STAGES[0], heading="多扣的钱"),
    Topic(id="cancelled", stage=STAGES[0], heading="商家取消"),
    Topic(id="promise-broken", stage=STAGES[0], heading="商家的承诺"),
    Topic(id="balance", stage=STAGES[0], heading="平台余额"),
    Topic(id="deposit", stage=STAGES[0], heading="押金"),
    Topic(id="refund-trouble", stage=STAGES[0], heading="答应的退款"),
    Topic(id="slip", stage=STAGES[0], heading="买错、充错"),
    Topic(id="own-choice", stage=STAGES[0], heading="下单的时候"),
    Topic(id="before", stage=STAGES[0], heading="以前得到过没有"),
    Topic(id="child", stage=STAGES[0], heading="付款的人和监护人"),
    Topic(id="earlier", stage=STAGES[0], heading="以前退过没有", later=True),
    Topic(id="scam-money", stage=STAGES[0], heading="被骗的钱", later=True),
    Topic(id="account-safety", stage=STAGES[0], heading="账户安全"),
    Topic(id="part", stage=STAGES[0], heading="用了多少", later=True),
    Topic(id="count", stage=STAGES[0], heading="差了多少", later=True),
    Topic(id="quotes", stage=STAGES[0], heading="页面和提示的原话", later=True),
    Topic(id="stands", stage=STAGES[1], heading="订单还在不在"),
    Topic(id="money", stage=STAGES[1], heading="这笔订单"),
    Topic(id="outside", stage=STAGES[1], heading="付款的方式"),
    Topic(id="identity", stage=STAGES[1], heading="卖家的真实身份", later=True),
    Topic(id="payer", stage=STAGES[1], heading="谁付的钱", later=True),
    Topic(id="names", stage=STAGES[1], heading="平台、卖家和商品的名称", later=True),
    Topic(id="numbers", stage=STAGES[1], heading="订单和交易的编号", later=True),
    Topic(id="evidence", stage=STAGES[2], heading="现在的情况"),
    Topic(id="intent", stage=STAGES[2], heading="对方是不是故意", later=True),
    Topic(id="stage", stage=STAGES[3], heading="退款到哪一步了"),
    Topic(id="agreed", stage=STAGES[3], heading="对方答应退款"),
    Topic(id="since", stage=STAGES[3], heading="提出退款以后"),
    Topic(id="complaint", stage=STAGES[3], heading="12315 的投诉"),
    Topic(id="sums", stage=STAGES[3], heading="多少钱", later=True),
    Topic(id="wish", stage=STAGES[3], heading="退钱还是要东西", later=True),
    Topic(id="refund-account", stage=STAGES[3], heading="退了多少，退到哪里", later=True),
    Topic(id="refusal-reasons", stage=STAGES[3], heading="拒绝的理由", later=True),
    Topic(id="waiting", stage=STAGES[3], heading="等的时候对方回过什么", later=True),
    Topic(id="refusal-words", stage=STAGES[3], heading="拒绝的原话和申诉期", later=True),
    Topic(id="buyer", stage=STAGES[3], heading="你的称呼和联系方式", later=True),
    Topic(id="truth", stage=STAGES[3], heading="检查答案"),
)
"""Every page of the form, in order. What the page of names asks is in :mod:`checker.ask.parties`."""

_PLACE = {topic.id: place for place, topic in enumerate(TOPICS)}
_WRITTEN = tuple(
    question for subject in (start, order, delivery, quality, money, agreement, own_choice, reply) for question in subject.QUESTIONS
)

_ASKED_WHEN = table("asked_when", "checker.ask")


def _with_condition(question: Question) -> Question:
    # A question that is new is asked of everybody until `make publish` has computed when it is asked.
    row = _ASKED_WHEN.get(question.id)
    return question if row is None else replace(question, asked_when=condition(row))


QUESTIONS: tuple[Question, ...] = tuple(_with_condition(each) for each in sorted(_WRITTEN, key=lambda each: _PLACE[each.topic]))


def _by_id() -> dict[str, Question]:
    read_as = Counter(name for question in QUESTIONS for name in (question.id, question.in_words) if name)
    if twice := [name for name, count in read_as.items() if count > 1]:
        raise RuleError(f"two questions are read under one name: {'、'.join(twice)}")
    return {question.id: question for question in QUESTIONS}


BY_ID = _by_id()
