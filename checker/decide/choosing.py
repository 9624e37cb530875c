"""What the conclusion says of the next step: one headline, three acts for today, a fourth where the first of them cannot wait."""

from checker.ask.routes import UNAUTHORISED_PAYMENT
from checker.decide.next_steps import KEEP, WAIT, NextStep
from checker.decide.situation import Situation
from checker.kit.act import Act, payer

WAIT_FOR_THE_PAYER = (
    Act(what="记下受理编号和它说的答复时间。到那天没有结果，回来改答案"),
    Act(what="每天看一眼账单，又有不认识的扣款，马上再报"),
)


def headline(s: Situation, step: NextStep) -> str:
    """One sentence: what holds, and where it leads."""
    if s.stop is not None and s.stop.to_explain:
        return s.stop.headline
    if s.facts.channel == "not_paid" and s.level != "needs_facts":
        return "还没有付钱，不要付" if s.level == "stop" else "还没有付钱，谈不上退款"
    if s.stop is not None:
        return s.stop.headline
    if s.route == UNAUTHORISED_PAYMENT and step is WAIT:
        return "已经挂失、申请核查，先等到银行或支付机构说的答复时间"
    if s.rule is not None and s.rule.headline:
        return s.rule.headline
    return step.headline(s)


def acts(s: Situation, step: NextStep) -> tuple[Act, ...]:
    """Three acts, most urgent first; a fourth where a first act goes before them."""
    first = s.first
    if s.stop is not None:
        return (*s.stop.acts(s.facts), *first)
    if s.route == UNAUTHORISED_PAYMENT and s.level == "can_claim":
        pay = payer(s.facts)
        if step is WAIT:
            return (*first, *WAIT_FOR_THE_PAYER, Act(what="还没有报警的，报警，保存回执"))[:4]
        told = (Act(what=f"追问{pay.name}，冻结、核查到哪一步。入口：{pay.entry}"),) if s.facts.notified in ("yes", "overdue") else ()
        return (*told, *first, Act(what="报警，保存回执。提纲在结论的“要发的文本”里"))
    found = step.acts(s)
    # What is kept stands among the proof as well; what is lost by waiting stands here alone.
    others = tuple(act for act in found if act is not KEEP) if len(first) + len(found) > 4 else found
    return (*first[:2], *others)[:4]
