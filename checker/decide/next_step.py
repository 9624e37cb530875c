"""What to do next: one step, three acts for today, a fourth where the first of them cannot wait, and the headline that says both."""

from dataclasses import dataclass
from datetime import date

from checker.ask.facts import Facts
from checker.ask.problems import MIS_ORDER
from checker.ask.routes import MINOR, SCAM, UNAUTHORISED_PAYMENT, Route
from checker.decide.acceptance import refused_for_sure
from checker.decide.acts import ASKED_NOBODY, first_acts
from checker.decide.claims import asks_for_goods
from checker.decide.deadlines import demand_until
from checker.kit.act import Act, payer
from checker.kit.counting import Deadline
from checker.kit.rule import ClaimRule, StopRule
from checker.law.channels import channel
from checker.law.days import add_natural_days
from checker.law.thresholds import threshold

NEXT_STEPS = {
    "apply_refund": "写退款申请",
    "wait": "先等到约定的时间",
    "gather_evidence": "先补凭证",
    "appeal": "写申诉",
    "payment_complaint": "找支付方",
    "complaint_12315": "向 12315 投诉",
    "report_police": "报警，请求止付",
    "sue": "向法院起诉",
    "none": "暂时不用做什么",
}


#: The contact in the middle of a review that the source article warns not to miss. Missing it costs no right under the law.
REACHABLE = Act(what="这几天接平台的电话，看站内消息。电话里说的，请它在聊天里再写一遍")
KEEP = Act(what="把商品页、订单、付款记录、聊天记录截图存好，原始记录别删")


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the choice of a next step depends on. ``proven`` is whether the core of the case has some proof, ``own_ground`` whether a
    rule holds besides what the other side agreed to, ``lookups`` what is worth a second look where a claim fails, ``revocation`` until
    when a court can revoke where a ground that holds rests on that.
    """

    route: Route
    level: str
    facts: Facts
    rule: ClaimRule | None
    today: date
    review: Deadline | None
    arrival: Deadline | None
    appeal: Deadline | None
    mediation: Deadline | None
    proven: bool | None
    own_ground: bool = False
    delivery: Deadline | None = None
    """Until when goods that have not come may still come in time; ``None`` where that is not the point."""
    stop: StopRule | None = None
    """What forbids to ask for a refund: of several, the one that the reader has to explain."""
    lookups: tuple[str, ...] = ()
    revocation: Deadline | None = None
    unproven: tuple[str, ...] = ()
    """What would prove the core of the case and is not at hand, as a reader calls it."""

    @property
    def first(self) -> tuple[Act, ...]:
        """What goes before all else."""
        return tuple(row.act(self.facts) for row in first_acts(self.route, self.facts))

    @property
    def asked(self) -> bool:
        """Whether something was asked of the other side already."""
        return self.facts.stage not in ASKED_NOBODY

    @property
    def revocation_ends(self) -> bool:
        """Whether the time for a court to revoke can be over before an appeal of today is decided."""
        if self.revocation is None or self.rule is None or not self.rule.revocable:
            return False
        return self.revocation.safe <= add_natural_days(self.today, threshold("appeal_window_longest").value)


def choose(s: Situation) -> str:
    """The one next step, among ``NEXT_STEPS``."""
    if s.route == SCAM:
        return "report_police"
    if s.level == "not_supported" and s.delivery is not None:
        return "wait"
    if s.level in ("stop", "not_supported"):
        return "none"
    if s.level == "needs_facts":
        return "gather_evidence"
    if s.route == UNAUTHORISED_PAYMENT:
        return "payment_complaint"
    if s.revocation_ends and s.facts.elsewhere != "court" and s.facts.stage != "agreed":
        return "sue"
    if s.facts.elsewhere in ("12315", "association", "court"):
        over = s.mediation is not None and s.today > s.mediation.surely_over_after
        return "sue" if s.facts.elsewhere == "12315" and over else "wait"
    if s.facts.stage == "agreed":
        return _agreed(s)
    # Before a request and before an appeal proof goes first; afterwards it follows, and what was sent is not sent again.
    if s.facts.stage == "more_proof" or (s.proven is False and s.facts.stage in (*ASKED_NOBODY, "refused", "partial_offer", "partly_paid")):
        return "gather_evidence"
    return _by_stage(s)


def _agreed(s: Situation) -> str:
    """Money that was agreed takes its customary time. An agreement of unknown date about goods that are faulty anyway is put in
    writing first, and so is a disagreement about the way or a fee, or about money where the goods are wanted.
    """
    if asks_for_goods(s.rule, s.facts):
        return "apply_refund"
    if s.arrival is not None and s.today > s.arrival.go_on_after:
        return "payment_complaint"
    if s.rule is not None and s.rule.after_agreement and not s.rule.only_to_be_paid:
        return "apply_refund"
    return "apply_refund" if s.arrival is None and s.own_ground else "wait"


def _by_stage(s: Situation) -> str:
    match s.facts.stage:
        case "asked_waiting" if s.review is not None:
            if s.today > s.review.go_on_after:
                return "payment_complaint"
            # Goods that are overdue already: the written demand starts the reasonable period, so it does not wait.
            return "apply_refund" if s.rule is not None and s.rule.demand_starts_period else "wait"
        case "refused" if s.rule is not None and s.rule.court_only:
            return "sue"
        case "refused":
            return _authority(s) if s.route == MINOR else "appeal"
        case "appeal_refused":
            return _authority(s, otherwise="sue")
        case "partial_offer" | "partly_paid":
            return _authority(s)
        case "outside":
            return "payment_complaint" if s.facts.channel != "balance" else _authority(s)
    if s.rule is not None and s.rule.only_to_be_paid:
        return "wait"
    return "apply_refund"


def _authority(s: Situation, otherwise: str = "payment_complaint") -> str:
    """12315 where it would take the complaint; else whoever handled the payment, or a court."""
    if not refused_for_sure(s.facts, s.today):
        return "complaint_12315"
    return "sue" if s.facts.channel == "balance" else otherwise


def headline(s: Situation, step: str) -> str:
    """One sentence: what holds, and where it leads."""
    if s.stop is not None and s.stop.to_explain:
        return s.stop.headline
    if s.facts.channel == "not_paid" and s.level != "needs_facts":
        return "还没有付钱，不要付" if s.level == "stop" else "还没有付钱，谈不上退款"
    if s.stop is not None:
        return s.stop.headline
    if s.rule is not None and s.rule.headline:
        return s.rule.headline
    if s.level == "needs_facts":
        return "还不能下结论，有一件事等不得，先做它" if s.first else "还不能下结论，先把缺的几样弄清楚"
    if s.level == "not_supported" and s.delivery is not None:
        return "还没到说好的时间，先等到那天"
    if s.level == "not_supported":
        return "事实不是这样，就不能写" if s.facts.truthful == "no" else "照你说的情况，要求退款的依据不够"
    return _claim_headline(s, step)


def _claim_headline(s: Situation, step: str) -> str:
    match step:
        case "wait" if s.facts.elsewhere in _ELSEWHERE:
            return _ELSEWHERE[s.facts.elsewhere]
        case "wait":
            busy = s.first and s.facts.stage == "asked_waiting"
            return "已经提了，等答复的时候有一件事要先做" if busy else "先等到约定或惯常的时间，到时没有结果再催"
        case "gather_evidence" if s.facts.stage == "more_proof":
            return "对方要补材料，照它要的补，今天发出去"
        case "gather_evidence":
            return f"先补最要紧的凭证，今天就发{'申诉' if s.asked else '申请'}"
        case "appeal":
            return "对方已经拒绝，今天写申诉"
        case "payment_complaint":
            return "支付方已经知道，今天再催一次商家" if s.facts.elsewhere == "payment" else "该催卖家，也该找支付方了"
        case "complaint_12315":
            return _COMPLAINT.get(s.facts.stage, "对方没有解决，可以向 12315 投诉")
        case "sue" if s.revocation_ends:
            return "请求法院撤销的时间快到了，今天就准备起诉"
        case "sue":
            over = s.facts.stage == "appeal_refused" or s.facts.elsewhere == "12315"
            return "平台这条路走完了，可以起诉" if over else "平台定不了这件事，可以起诉"
    if asks_for_goods(s.rule, s.facts):
        return "今天就把要求发出去"
    if s.facts.stage == "agreed":
        return "对方答应过退款，今天书面说清退多少、怎么退"
    return "已经提过，今天再书面催一次，写明期限" if s.asked else "今天就把退款申请发出去"


_ELSEWHERE = {
    "12315": "12315 已经在处理，先等它答复",
    "association": "消费者协会已经在处理，先等它的结果",
    "court": "已经起诉，听法院安排",
}
_COMPLAINT = {
    "partial_offer": "对方只答应一部分，可以向 12315 投诉",
    "partly_paid": "对方只退了一部分，可以向 12315 投诉",
    "appeal_refused": "申诉也被拒绝，可以向 12315 投诉",
}


def acts(s: Situation, step: str) -> tuple[Act, ...]:
    """Three acts, most urgent first; a fourth where a first act goes before them."""
    pay = payer(s.facts)
    if s.stop is not None:
        return (*s.stop.acts(s.facts), *s.first)
    if s.route == UNAUTHORISED_PAYMENT and s.level == "can_claim":
        told = (Act(what=f"追问{pay.name}，冻结、核查到哪一步。入口：{pay.entry}"),) if s.facts.notified == "yes" else ()
        return (*told, *s.first, Act(what="报警，保存回执。提纲在结论的“要发的文本”里"))
    found = _claim_acts(s, step, pay.name, pay.entry)
    # What is kept stands among the proof as well; what is lost by waiting stands here alone.
    others = tuple(act for act in found if act is not KEEP) if len(s.first) + len(found) > 4 else found
    return (*s.first[:2], *others)[:4]


def _latest_appeal(s: Situation) -> date | None:
    """The last day of an appeal period that is still open. Texts go out today: the day that they give the other side counts from today."""
    return s.appeal.safe if s.appeal and s.appeal.safe >= s.today else None


def _appeal_acts(s: Situation) -> tuple[Act, ...]:
    if s.appeal and s.appeal.surely_over_after < s.today:
        # Only a term that the platform wrote can be known to be over.
        over = f"平台的申诉期 {s.appeal.surely_over_after.isoformat()} 已过" if s.appeal.certain else "平台的申诉期可能已过，先去申诉入口看"
        return (Act(what=f"{over}。入口关了的，申诉发给客服，投诉和起诉不受影响"), _court_or_keep(s), _back(s, demand_until(s.today)))
    send = Act(what="把写好的申诉从平台的申诉入口发出去，发完截图", latest=_latest_appeal(s))
    return (send, _court_or_keep(s), _back(s, demand_until(s.today)))


def _court_or_keep(s: Situation) -> Act:
    """An appeal does not stop the time in which only a court can revoke."""
    if s.revocation is None or s.revocation.safe < s.today:
        return (_prove(s) or (KEEP,))[0]
    return Act(what="买错这一条，要撤销只能请求法院，申诉不会延长期限。起诉状要点已经写好，来不及等就先起诉", by=s.revocation.safe)


def _prove(s: Situation) -> tuple[Act, ...]:
    """Proof that is missing is got while the other side is at it."""
    if s.proven is not False or s.facts.stage == "agreed":
        return ()
    return (Act(what=f"同时补凭证{'，先补一样：' + '、'.join(s.unproven) if s.unproven else '，看下面的“凭证”'}。补到了就发给对方"),)


def _claim_acts(s: Situation, step: str, pay_name: str, pay_entry: str) -> tuple[Act, ...]:
    until = demand_until(s.today)
    match step:
        case "apply_refund":
            return _applying(s, until)
        case "appeal":
            return _appeal_acts(s)
        case "wait" if s.delivery is not None:
            return (
                Act(what="把商品页写多久到账的那一处、付款记录截图存好"),
                Act(what="到这天还没有到账，就回来改答案", by=s.delivery.last_day),
            )
        case "wait" if s.facts.elsewhere in _ELSEWHERE:
            return _waiting_elsewhere(s)
        case "wait":
            agreed = s.facts.stage == "agreed" or (s.rule is not None and s.rule.only_to_be_paid)
            end = s.arrival if agreed else s.review
            note = (
                "向对方要退款单号或者处理编号，截图保存" if agreed else "记下提出退款的时间和受理编号，连同商品页、订单、聊天一起截图存好"
            )
            return (
                Act(what=note),
                *(_prove(s) or (() if agreed or _is_stray(s) else (REACHABLE,))),
                Act(what="到这天还没有结果，就回来改答案", by=end.surely_over_after if end else until),
            )
        case "gather_evidence":
            return _gathering(s)
        case "payment_complaint":
            text = "催告函" if s.facts.stage in ("asked_waiting", "outside") else "文本"
            told = s.facts.elsewhere == "payment"
            return (
                Act(what=f"把下面的{text}发给{'收款人' if _is_stray(s) else '卖家'}，发完截图"),
                Act(what=f"追问{pay_name}处理到哪一步。入口：{pay_entry}" if told else f"向{pay_name}反馈这笔交易。入口：{pay_entry}"),
                *(_prove(s) or (KEEP,)),
            )
        case "complaint_12315":
            authority = channel("12315")
            return (
                Act(what=f"用下面的投诉书，向 {authority.name}投诉。入口：{authority.entry}"),
                Act(what="弄清对方的名称和地址，投诉书里要写。没有就书面问平台，留下记录"),
                _court_or_keep(s),
            )
        case "sue":
            court = channel("court")
            return (
                Act(what="照下面的起诉状要点和证据目录，把证据和双方信息整理好"),
                Act(what=f"向法院申请立案。入口：{court.entry}", by=s.revocation.safe if s.revocation else None),
                (_prove(s) or (KEEP,))[0] if s.asked else Act(what="同时把下面写给对方的申请发出去"),
            )
    return _no_claim(s)


def _applying(s: Situation, until: date) -> tuple[Act, ...]:
    """The first request, or where one was made, the same in writing with a day in it."""
    if _is_stray(s):
        send = "把下面的文本发给收款人，没有联系方式的请支付方转交，发完截图"
    elif asks_for_goods(s.rule, s.facts):
        send = "把写好的要求从客服发出去，发完截图"
    elif s.facts.stage == "agreed":
        send = f"把下面的文本发给对方{'，要退款单号，请它写明哪天到账' if s.own_ground else ''}，发完截图"
    elif s.asked:
        send = "提过了，再书面催一次：把下面的文本发出去，问清受理编号，发完截图"
    else:
        send = "把写好的退款申请从平台的退款入口或客服发出去，发完截图"
    return (Act(what=send), *(_prove(s) or (KEEP,)), _back(s, until))


def _is_stray(s: Situation) -> bool:
    """Whether the money went to somebody who sells nothing: there is no shop and no platform to write to."""
    return s.rule is not None and s.rule.never_traded


def _back(s: Situation, until: date) -> Act:
    return Act(what="到这天还没有结果，就回来看下一步" if s.asked else "还没有答复，就回来选“提了，还在等答复”", by=until)


def _no_claim(s: Situation) -> tuple[Act, ...]:
    found = [Act(what="保存付款和聊天记录")]
    if (
        s.level == "not_supported"
        and s.facts.chose(MIS_ORDER)
        and s.facts.truthful == "yes"
        and s.facts.stage in (*ASKED_NOBODY, "asked_waiting")
    ):
        found.append(Act(what="可以客气地请对方帮忙转回、换区。照你说的情况，它没有义务答应"))
    if s.lookups:
        found.append(Act(what=f"还看得到当时的页面、账单的，可以再核对一眼：{'；'.join(s.lookups)}。和你说的一样，就到这里"))
    return tuple(found)


def _waiting_elsewhere(s: Situation) -> tuple[Act, ...]:
    match s.facts.elsewhere:
        case "12315":
            by = s.mediation.surely_over_after if s.mediation else None
            ask = "到这天还没有谈成，可以起诉" if by else "问清哪一天受理，调解的期限从受理算"
            return (Act(what="接 12315 的电话，调解要双方都同意"), KEEP, Act(what=ask, by=by))
        case "association":
            return (Act(what="问消费者协会处理到哪一步"), KEEP, Act(what="谈不成的，可以起诉"))
    return (Act(what="按法院通知提交证据，留意举证期限"), KEEP)


def _gathering(s: Situation) -> tuple[Act, ...]:
    if s.level == "needs_facts":
        return (Act(what="把下面列出的问题弄清楚，回来改答案"), KEEP)
    if s.facts.stage == "more_proof":
        return (Act(what="按平台要的那一样补，发下面的补充凭证说明，发完截图"), REACHABLE, KEEP)
    return (
        Act(what="下面“凭证”里最要紧的几样，先补上一样。原始记录别删"),
        Act(what="把下面的文本发出去。今天补不齐也先发，凭证后补", latest=_latest_appeal(s)),
        _back(s, demand_until(s.today)),
    )
