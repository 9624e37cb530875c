"""What a platform's reviewer checks, by common practice: state of the order, validity of the proof, match with its rules.

The order of the three follows the source article. They say what to expect from the platform; none of them decides what the
law gives.
"""

from checker.ask.facts import Facts
from checker.ask.problems import UNUSABLE, problems_that
from checker.decide.proof import PROOF
from checker.decide.rule import Condition, Rule, Truth

OBJECTIVE = problems_that(lambda problem: problem.objective)
"""Problems that platforms count as objective."""


_PAST_ITS_TERM = problems_that(lambda problem: problem.past_its_term)
_USE_NOT_LOOKED_AT = {problem.id for problem in problems_that(lambda problem: not problem.reviewer_looks_at_use)}


def _unused(facts: Facts) -> Truth:
    if facts.problem is None:
        return None
    if facts.chose(*_PAST_ITS_TERM):
        return False
    if facts.problem <= _USE_NOT_LOOKED_AT:
        return True
    if facts.goods_used not in (None, "untouched", "tried"):
        return False
    if facts.chose(UNUSABLE):
        if facts.failure == "already_used":
            return False
        if facts.failure is None:
            return None
    return None if facts.goods_used is None else True


def _proven(facts: Facts) -> Truth:
    if facts.problem is None or facts.evidence is None:
        return None
    wanted = {kind for problem in facts.problem for kind in PROOF.get(problem, ())}
    paid = facts.evidence & {"order", "payment"}
    return bool(paid) and (not wanted or bool(facts.evidence & wanted))


PLATFORM_ORDER_STATE = Rule(
    id="platform_order_state",
    route="ordinary",
    title="订单状态",
    basis="practice",
    articles=(),
    meaning="平台先看商品用没用过、过没过期。用过的通常直接拒绝。法律不这样一刀切：激活后才发现质量不符、被人提前用掉、中途被收回，用过仍可以主张，退多少看用了多少。",
    because="没有收到，或者没有用过、没有过期，这一关一般过得去。",
    conditions=(
        Condition(
            sentence="商品没有用过，也没有过期",
            otherwise="用过、过期，或者后台显示已被使用的，平台通常会拒绝。",
            reads=("problem", "goods_used", "failure"),
            holds=_unused,
        ),
    ),
)

PLATFORM_PROOF = Rule(
    id="platform_proof",
    route="ordinary",
    title="凭证",
    basis="practice",
    articles=(),
    meaning="平台会核对订单、付款和问题截图，或者去查激活系统。截图不清楚、缺时间、缺提示的，会让你补。平台自己的查询结果不是定论，可以要求它给出记录。",
    because="该有的凭证基本有了，这一关一般过得去。",
    conditions=(
        Condition(
            sentence="有订单或付款凭证，也有能说明问题的凭证",
            otherwise="凭证不全，平台多半会让你补材料，或者直接拒绝。",
            reads=("problem", "evidence"),
            holds=_proven,
        ),
    ),
)

PLATFORM_MATCH = Rule(
    id="platform_match",
    route="ordinary",
    title="和平台规则对不对得上",
    basis="practice",
    articles=(),
    meaning="平台只退“客观问题”：没到账、和页面不符、用不了。误操作、不想要、放过期通常不退。平台的规则不能排除法律给的权利。",
    because="属于平台通常承认的客观问题。",
    conditions=(
        Condition(
            sentence="属于没到账、不相符、用不了一类的客观问题",
            otherwise="平台会说这是个人原因，通常不退。",
            reads=("problem",),
            holds=lambda facts: facts.chose(*OBJECTIVE),
        ),
    ),
)
