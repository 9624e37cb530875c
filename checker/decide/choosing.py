"""What the conclusion says of the next step: one headline, three acts for today, a fourth where the first of them cannot wait."""

from checker.ask.routes import UNAUTHORISED_PAYMENT
from checker.decide.next_steps import KEEP, NextStep
from checker.decide.situation import Situation
from checker.kit.act import Act, payer


def headline(s: Situation, step: NextStep) -> str:
    """One sentence: what holds, and where it leads."""
    if s.stop is not None and s.stop.to_explain:
        return s.stop.headline
    if s.facts.channel == "not_paid" and s.level != "needs_facts":
        return "还没有付钱，不要付" if s.level == "stop" else "还没有付钱，谈不上退款"
    if s.stop is not None:
        return s.stop.headline
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
        told = (Act(what=f"追问{pay.name}，冻结、核查到哪一步。入口：{pay.entry}"),) if s.facts.notified == "yes" else ()
        return (*told, *first, Act(what="报警，保存回执。提纲在结论的“要发的文本”里"))
    found = step.acts(s)
    # What is kept stands among the proof as well; what is lost by waiting stands here alone.
    others = tuple(act for act in found if act is not KEEP) if len(first) + len(found) > 4 else found
    return (*first[:2], *others)[:4]
