"""Whether the order is one that a reviewer takes back: not used, not expired."""

from checker.ask.facts import Facts
from checker.ask.problems import PROBLEMS
from checker.kit import Condition, F, PlatformRule, computed
from checker.kit.truth import Truth


def _unused(facts: Facts) -> Truth:
    if facts.problem is None:
        return None
    told = [problem for problem in PROBLEMS if problem.id in facts.problem]
    if any(problem.past_its_term for problem in told):
        return False
    if not any(problem.reviewer_looks_at_use for problem in told):
        return True
    if facts.goods_used not in (None, "untouched", "tried"):
        return False
    if any(problem.fault_by_failure for problem in told):
        if facts.failure == "already_used":
            return False
        if facts.failure is None:
            return None
    return None if facts.goods_used is None else True


RULE = PlatformRule(
    module=__name__,
    title="订单状态",
    basis="practice",
    meaning="平台先看商品用没用过、过没过期。用过的通常直接拒绝。法律不这样一刀切：激活后才发现质量不符、被人提前用掉、中途被收回，用过仍可以主张，退多少看用了多少。",
    because="没有收到，或者没有用过、没有过期，这一关一般过得去。",
    also_called=("说我用过了", "后台显示已用"),
    place=1,
    story=Condition(
        "商品没有用过，也没有过期",
        computed(_unused, F.problem, F.goods_used, F.failure),
        "用过、过期，或者后台显示已被使用的，平台通常会拒绝。",
    ),
    cites=(),
)
