"""Deceit that can be shown: three times the price on top (消费者权益保护法 55)."""

from checker.ask.problems import WRONG_GOODS
from checker.ask.questions.order import SHOWS_INTENT
from checker.kit import Condition, F, SupportRule, cite
from checker.kit.conditions import CONSUMER_OF_A_TRADER
from checker.kit.remedies import TREBLE

DECEIT_SAID = (
    F.false_intent.is_("yes")
    & CONSUMER_OF_A_TRADER
    & (~F.problem.has(WRONG_GOODS) | ~F.mismatch.is_("fake", "unlicensed") | F.knew_it.is_("no"))
)
"""The reader says that deceit can be shown, and the law of 消法 55 is open to them. Whoever knew was not deceived (民法典 148)."""

RULE = SupportRule(
    module=__name__,
    title="故意骗人的，另加三倍赔偿",
    meaning="三倍赔偿的条件是欺诈：故意告诉你假的，或者该说的瞒着不说。只是发错、缺货、拖延不算。要证明的是故意，只有怀疑不够。没有证据，不要写进函里。",
    because="有证据证明对方故意骗人，退款以外可以另外要求三倍赔偿。要证明的是故意，只有怀疑不够。",
    also_called=("退一赔三", "三倍赔偿", "欺诈"),
    place=8,
    family="clauses",
    story=Condition(
        "有证据证明对方故意骗人，买的时候不知道，买来自己用，对方是经营者",
        DECEIT_SAID,
        "没有证据证明对方故意，买的时候就知道，或者不是消费者和经营者之间的事。",
    ),
    conditions=(
        Condition(
            "手里有能看出对方故意的凭证：聊天、书面答复或者官方查询结果",
            F.evidence.has(*SHOWS_INTENT),
            "手里没有能看出对方故意的凭证。",
        ),
    ),
    cites=(cite("xfz-55", "qhcf-5", "qhcf-16", "zzjs-21"),),
    told_with=None,
    adds=TREBLE,
)
