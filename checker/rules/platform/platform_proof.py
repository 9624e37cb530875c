"""Whether the proof is what a reviewer asks for."""

from checker.ask.facts import Facts
from checker.ask.problems import PROBLEMS
from checker.kit import Condition, F, PlatformRule, computed
from checker.kit.truth import Truth


def _proven(facts: Facts) -> Truth:
    if facts.problem is None or facts.evidence is None:
        return None
    wanted = {kind for problem in PROBLEMS if problem.id in facts.problem for kind in problem.shown_by}
    paid = facts.evidence & {"order", "payment"}
    return bool(paid) and (not wanted or bool(facts.evidence & wanted))


RULE = PlatformRule(
    module=__name__,
    title="凭证",
    basis="practice",
    meaning="平台会核对订单、付款和问题截图，或者去查激活系统。截图不清楚、缺时间、缺提示的，会让你补。平台自己的查询结果不是定论，可以要求它给出记录。",
    because="该有的凭证基本有了，这一关一般过得去。",
    also_called=("让我补截图", "截图不清楚", "证据不够"),
    place=2,
    story=Condition(
        "有订单或付款凭证，也有能说明问题的凭证",
        computed(_proven, F.problem, F.evidence),
        "凭证不全，平台多半会让你补材料，或者直接拒绝。",
    ),
    cites=(),
)
