"""Which step is next, and what the conclusion says of it: one headline, three acts for today, a fourth where the first of them cannot wait."""

from checker.ask.routes import MINOR, SCAM, UNAUTHORISED_PAYMENT
from checker.ask.stages import APPEAL_REFUSED, ASKED_WAITING, MORE_PROOF, OUTSIDE, REFUSED
from checker.decide.acceptance import refused_for_sure
from checker.decide.next_steps import (
    APPEAL,
    APPLY_REFUND,
    COMPLAINT_12315,
    GATHER_EVIDENCE,
    KEEP,
    NOTHING,
    PAYMENT_COMPLAINT,
    REPORT_POLICE,
    SUE,
    WAIT,
    NextStep,
)
from checker.decide.situation import Situation
from checker.kit.act import Act, payer


def choose(s: Situation) -> NextStep:
    """The one next step."""
    if s.route == SCAM:
        return REPORT_POLICE
    if s.level == "not_supported" and s.delivery is not None:
        return WAIT
    if s.level in ("stop", "not_supported"):
        return NOTHING
    if s.level == "needs_facts":
        return GATHER_EVIDENCE
    if s.route == UNAUTHORISED_PAYMENT:
        return PAYMENT_COMPLAINT
    if s.revocation_ends and s.facts.elsewhere != "court" and not s.stage.agreed:
        return SUE
    if s.facts.elsewhere in ("12315", "association", "court"):
        return SUE if s.facts.elsewhere == "12315" and s.mediation_over else WAIT
    if s.stage.agreed:
        return _agreed(s)
    # Before a request and before an appeal proof goes first; afterwards it follows, and what was sent is not sent again.
    if s.stage is MORE_PROOF or (s.proven is False and (s.stage.may_appeal or not s.stage.asked)):
        return GATHER_EVIDENCE
    return _by_stage(s)


def _agreed(s: Situation) -> NextStep:
    """Money that was agreed takes its customary time. An agreement of unknown date about goods that are faulty anyway is put in
    writing first, and so is a disagreement about the way or a fee, or about money where the goods are wanted.
    """
    if s.goods_wanted:
        return APPLY_REFUND
    if s.arrival is not None and s.today > s.arrival.go_on_after:
        return PAYMENT_COMPLAINT
    if s.rule is not None and s.rule.after_agreement and not s.rule.only_to_be_paid:
        return APPLY_REFUND
    return APPLY_REFUND if s.arrival is None and s.own_ground else WAIT


def _by_stage(s: Situation) -> NextStep:
    if s.stage is ASKED_WAITING and s.review is not None:
        if s.today > s.review.go_on_after:
            return PAYMENT_COMPLAINT
        # Goods that are overdue already: the written demand starts the reasonable period, so it does not wait.
        return APPLY_REFUND if s.rule is not None and s.rule.demand_starts_period else WAIT
    if s.stage is REFUSED:
        if s.rule is not None and s.rule.court_only:
            return SUE
        return _authority(s) if s.route == MINOR else APPEAL
    if s.stage is APPEAL_REFUSED:
        return _authority(s, unless_balance=SUE)
    if s.stage.in_part:
        return _authority(s)
    if s.stage is OUTSIDE:
        return PAYMENT_COMPLAINT if s.facts.channel != "balance" else _authority(s)
    return WAIT if s.rule is not None and s.rule.only_to_be_paid else APPLY_REFUND


def _authority(s: Situation, unless_balance: NextStep = PAYMENT_COMPLAINT) -> NextStep:
    """12315 where it would take the complaint; else whoever handled the payment, or a court."""
    if not refused_for_sure(s.facts, s.today):
        return COMPLAINT_12315
    return SUE if s.facts.channel == "balance" else unless_balance


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
