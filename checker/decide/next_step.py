"""What to do next: one step, at most three acts for today, and the headline that says both."""

from dataclasses import dataclass
from datetime import date

from checker.ask.facts import Facts
from checker.decide.acceptance import refused_for_sure
from checker.decide.claims import asks_for_goods
from checker.decide.deadlines import Deadline, demand_until
from checker.decide.rule import Route, Rule
from checker.law.channels import channel

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something to do, by when; ``None`` means today."""

    what: str
    by: date | None


#: The contact in the middle of a review that the source article warns not to miss. Missing it costs no right under the law.
REACHABLE = Act(what="这几天接平台的电话，看站内消息。电话里说的，请它在聊天里再写一遍", by=None)


#: Between a demand and the appeal only a court can help where the claim rests on what a platform cannot decide.
COURT_ONLY = ("material_mistake", "unlicensed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the choice of a next step depends on. ``proven`` is whether the core of the case has some proof, ``own_ground`` whether a
    rule holds besides what the other side agreed to, ``would_change`` what would have to be so for a claim that now fails."""

    route: Route
    level: str
    facts: Facts
    rule: Rule | None
    today: date
    review: Deadline | None
    arrival: Deadline | None
    appeal: Deadline | None
    mediation: Deadline | None
    proven: bool | None
    own_ground: bool = False
    delivery: Deadline | None = None
    """Until when goods that have not come may still come in time; ``None`` where that is not the point."""
    tainted: bool = False
    would_change: tuple[str, ...] = ()


def choose(s: Situation) -> str:
    """The one next step, among ``NEXT_STEPS``."""
    if s.route == "scam":
        return "report_police"
    if s.level == "not_supported" and s.delivery is not None:
        return "wait"
    if s.level in ("stop", "not_supported"):
        return "none"
    if s.level == "needs_facts":
        return "gather_evidence"
    if s.route == "unauthorised_payment":
        return "payment_complaint"
    if s.facts.elsewhere in ("12315", "association", "court"):
        over = s.mediation is not None and s.today > s.mediation.surely_over_after
        return "sue" if s.facts.elsewhere == "12315" and over else "wait"
    if s.facts.stage == "agreed":
        return _agreed(s)
    if s.proven is False or s.facts.stage == "more_proof":
        return "gather_evidence"
    return _by_stage(s)


def _agreed(s: Situation) -> str:
    """Money that was agreed takes its customary time. An agreement of unknown date about goods that are faulty anyway is put in
    writing first, and so is a disagreement about the way or a fee, or about money where the goods are wanted."""
    if asks_for_goods(s.rule, s.facts):
        return "apply_refund"
    if s.arrival is not None and s.today > s.arrival.go_on_after:
        return "payment_complaint"
    if s.rule is not None and s.rule.id in ("refund_fee", "refund_to_balance"):
        return "apply_refund"
    return "apply_refund" if s.arrival is None and s.own_ground else "wait"


def _by_stage(s: Situation) -> str:
    match s.facts.stage:
        case "asked_waiting" if s.review is not None:
            if s.today > s.review.go_on_after:
                return "payment_complaint"
            # Goods that are overdue already: the written demand starts the reasonable period, so it does not wait.
            return "apply_refund" if s.rule is not None and s.rule.id == "not_delivered" else "wait"
        case "refused" if s.rule is not None and s.rule.id in COURT_ONLY:
            return "sue"
        case "refused":
            return _authority(s) if s.route == "minor" else "appeal"
        case "appeal_refused":
            return _authority(s, otherwise="sue")
        case "partial_offer" | "partly_paid":
            return _authority(s)
        case "outside":
            return "payment_complaint" if s.facts.channel != "balance" else _authority(s)
    if s.rule is not None and s.rule.id == "refund_agreed":
        return "wait"
    return "apply_refund"


def _authority(s: Situation, otherwise: str = "payment_complaint") -> str:
    """12315 where it would take the complaint; else whoever handled the payment, or a court."""
    if not refused_for_sure(s.facts, s.today):
        return "complaint_12315"
    return "sue" if s.facts.channel == "balance" else otherwise


_HEADLINES = {
    ("scam", "stop"): "先别再付钱，也别写退款申请。今天就报警，请求止付",
    ("unlawful_goods", "stop"): "这样的买卖法律不保护，不能当普通商品要求退款",
    ("unauthorised_payment", "can_claim"): "不是你付的，先找支付方止付、核查",
    ("minor", "can_claim"): "这笔钱监护人可以要求返还，不保证全退",
}


def headline(s: Situation, step: str) -> str:
    """One sentence: what holds, and where it leads."""
    if s.tainted:
        return "先别写退款申请。今天就向公安说明情况，交出订单和付款记录"
    if s.facts.channel == "not_paid" and s.level != "needs_facts":
        return "还没有付钱，不要付" if s.level == "stop" else "还没有付钱，谈不上退款"
    if (s.route, s.level) in _HEADLINES:
        return _HEADLINES[s.route, s.level]
    if s.level == "needs_facts":
        return "还不能下结论，先把缺的几样弄清楚"
    if s.level == "not_supported" and s.delivery is not None:
        return "还没到说好的时间，先等到那天"
    if s.level == "not_supported":
        return "事实不是这样，就不能写" if s.facts.truthful == "no" else "照你说的情况，要求退款的依据不够"
    return {
        "wait": {
            "12315": "12315 已经在处理，先等它答复", "association": "消费者协会已经在处理，先等它的结果", "court": "已经起诉，听法院安排",
        }.get(s.facts.elsewhere, "先等到约定或惯常的时间，到时没有结果再催"),
        "gather_evidence": "先补最要紧的凭证，补上再发申请",
        "appeal": "对方已经拒绝，今天写申诉",
        "payment_complaint": "该催商家，也该找支付方了",
        "complaint_12315": {
            "partial_offer": "对方只答应一部分，可以向 12315 投诉", "partly_paid": "对方只退了一部分，可以向 12315 投诉",
            "appeal_refused": "申诉也被拒绝，可以向 12315 投诉",
        }.get(s.facts.stage, "对方没有解决，可以向 12315 投诉"),
        "sue": "平台这条路走完了，可以起诉" if s.facts.stage == "appeal_refused" or s.facts.elsewhere == "12315" else "平台定不了这件事，可以起诉",
    }.get(step, "今天就把要求发出去" if asks_for_goods(s.rule, s.facts) else "今天就把退款申请发出去")


def acts(s: Situation, step: str) -> tuple[Act, ...]:
    """At most three acts, most urgent first."""
    pay = channel(PAID_WITH.get(s.facts.channel, s.facts.channel) or "unknown")
    if s.route == "scam":
        return _scam_acts(s, pay.name, pay.entry)
    if s.route == "unauthorised_payment" and s.level == "can_claim":
        told = s.facts.notified == "yes"
        return (
            Act(what=f"{'追问' if told else '通知'}{pay.name}，挂失、冻结、核查这笔付款。入口：{pay.entry}", by=None),
            Act(what="改掉支付密码和登录密码，关掉免密支付", by=None),
            Act(what="报警，保存回执。提纲在结论的“要发的文本”里", by=None),
        )
    if s.route == "unlawful_goods":
        by_rule = s.rule.id if s.rule is not None else None
        by_goods = (s.facts.goods, s.facts.unlawful_part)
        return _UNLAWFUL_ACTS.get(by_rule) or _UNLAWFUL_ACTS.get(by_goods) or _UNLAWFUL_ACTS.get(s.facts.unlawful_part, _UNLAWFUL_ACTS["bought"])
    found = _claim_acts(s, step, pay.name, pay.entry)
    if s.route == "minor" and s.level == "can_claim" and s.facts.earlier_refund in ("unguarded", "during"):
        guard = Act(what="先改支付密码，关掉免密支付，把孩子的设备设好限额", by=None)
        found = (guard, *found)[:3]
    return found


PAID_WITH = {"not_paid": "unknown"}
"""Answers to “how did you pay” that are no channel of payment."""

_STOP_BUYING = Act(what="不要转手，也不要再买", by=None)
_KEEP_RECORDS = Act(what="保留付款和聊天记录。被骗、被威胁的，报警说明情况", by=None)
_UNLAWFUL_ACTS = {
    "bought": (Act(what="不要安装、不要登录、不要运行", by=None), _STOP_BUYING, _KEEP_RECORDS),
    "used": (
        Act(what="停止使用。运行过程序的，断网、查毒，用别的设备改掉密码", by=None), _STOP_BUYING, _KEEP_RECORDS,
    ),
    ("real_name_account", "used"): (Act(what="停止使用，不要再登录、找回", by=None), _STOP_BUYING, _KEEP_RECORDS),
    "someone_elses_account": (
        Act(what="停止使用，解绑自己的手机号和支付方式，不要再往里充钱", by=None), _STOP_BUYING, _KEEP_RECORDS,
    ),
    "black_card": (
        Act(what="不要再充，改掉给出去的密码", by=None),
        Act(what="被停机、冻结的，带上订单和付款记录向公安说明情况。不要说没到账", by=None),
        _KEEP_RECORDS,
    ),
    "task": (
        Act(what="停止垫钱，退出任务群，不要再接单", by=None),
        Act(what="先照上面一件事报警，把垫付的每一笔说清楚", by=None),
        _KEEP_RECORDS,
    ),
    "lent_own": (
        Act(what="马上挂失、注销借出去的卡和账号，收回授权", by=None),
        Act(what="主动向公安说明什么时候、给了谁、拿了多少钱", by=None),
        Act(what="聊天和收款记录不要删", by=None),
    ),
}


def _scam_acts(s: Situation, pay_name: str, pay_entry: str) -> tuple[Act, ...]:
    police = channel("police")
    if s.tainted:
        return (
            Act(what="向公安说明情况，带上订单、付款记录和卖家信息。不要说没到账", by=None),
            Act(what="问运营商或平台，停机、冻结的是哪个部门、怎么申诉", by=None),
            Act(what="停止在这家充值，聊天记录不要删", by=None),
        )
    first = Act(what="停止付款，不要再转任何激活费、解冻费、保证金", by=None)
    outline = "" if s.facts.truthful == "no" else "。提纲在结论的“要发的文本”里"
    report = Act(what=f"报警：{police.entry}，带上转账记录和对方账户{outline}", by=None)
    if s.facts.channel == "not_paid":
        return (first, Act(what=f"收到威胁，或者拿不准：{police.entry}", by=None))
    if s.facts.chose("told_to_buy"):
        freeze = Act(what="马上找发行方客服冻结还没用的卡密，报出卡号和购买时间", by=None)
        return (freeze, report, Act(what=f"联系{pay_name}，请求核查。入口：{pay_entry}", by=None))
    return (first, report, Act(what=f"联系{pay_name}，请求止付、核查。入口：{pay_entry}", by=None))


def _send_by(s: Situation) -> date:
    """By when a text should go out: within the time we give ourselves, and never after an appeal period that is still open."""
    until = demand_until(s.today)
    return min(until, s.appeal.safe) if s.appeal and s.appeal.safe >= s.today else until


def _appeal_acts(s: Situation, keep: Act) -> tuple[Act, ...]:
    demand = Act(what="让对方写明拒绝依据的是哪一条、哪条记录", by=None)
    if s.appeal and s.appeal.surely_over_after < s.today:
        over = f"平台的申诉期 {s.appeal.surely_over_after.isoformat()} 已过。申诉仍可以发给客服，投诉和起诉不受影响"
        return (Act(what=over, by=None), demand, keep)
    by = s.appeal.safe if s.appeal and s.appeal.safe >= s.today else None
    return (Act(what="把写好的申诉从平台的申诉入口发出去，发完截图", by=by), demand, keep)


def _claim_acts(s: Situation, step: str, pay_name: str, pay_entry: str) -> tuple[Act, ...]:
    until = demand_until(s.today)
    keep = Act(what="把商品页、订单、付款记录、聊天记录截图存好，原始记录别删", by=None)
    match step:
        case "apply_refund":
            return (
                Act(what=f"把写好的{'要求从客服' if asks_for_goods(s.rule, s.facts) else '退款申请从平台的退款入口或客服'}发出去，发完截图", by=None),
                keep,
                Act(what="还没有答复，就回来选“提了，还在等答复”", by=until),
            )
        case "appeal":
            return _appeal_acts(s, keep)
        case "wait" if s.delivery is not None:
            return (
                Act(what="把商品页写多久到账的那一处、付款记录截图存好", by=None),
                Act(what="到这天还没有到账，就回来改答案", by=s.delivery.last_day),
            )
        case "wait" if s.facts.elsewhere in ("12315", "association", "court"):
            return _waiting_elsewhere(s, keep)
        case "wait":
            agreed = s.facts.stage == "agreed" or (s.rule is not None and s.rule.id == "refund_agreed")
            end = s.arrival if agreed else s.review
            return (
                Act(what="向对方要退款单号或者处理编号，截图保存" if agreed else "记下提出退款的时间和受理编号", by=None),
                *(() if agreed else (REACHABLE,)),
                Act(what="到这天还没有结果，就回来改答案", by=end.surely_over_after if end else None),
            )
        case "gather_evidence":
            return _gathering(s, keep)
        case "payment_complaint":
            return (
                Act(what=f"向{pay_name}反馈这笔交易。入口：{pay_entry}", by=None),
                Act(what="把下面的文本再发给商家一次，写明最后期限", by=until),
                keep,
            )
        case "complaint_12315":
            authority = channel("12315")
            return (
                Act(what=f"用下面的投诉书，向 {authority.name}投诉。入口：{authority.entry}", by=None),
                Act(what="弄清对方的名称和地址，投诉书里要写。没有就书面问平台，留下记录", by=None),
                keep,
            )
        case "sue":
            court = channel("court")
            return (
                Act(what="照下面的起诉状要点和证据目录，把证据和双方信息整理好", by=None),
                Act(what=f"向法院申请立案。入口：{court.entry}", by=None),
                keep,
            )
    saved = Act(what="保存付款和聊天记录", by=None)
    polite = Act(what="可以客气地请商家帮忙转回、换区，马上说。它没有义务答应", by=None)
    asking = (polite,) if s.level == "not_supported" and s.facts.chose("mis_order") and s.facts.truthful == "yes" else ()
    if not s.would_change:
        return (saved, *asking)
    return (saved, *asking, Act(what=f"有下面这样的事实，就回来改答案：{'；'.join(s.would_change)}", by=None))


def _waiting_elsewhere(s: Situation, keep: Act) -> tuple[Act, ...]:
    match s.facts.elsewhere:
        case "12315":
            by = s.mediation.surely_over_after if s.mediation else None
            ask = "到这天还没有谈成，可以起诉" if by else "问清哪一天受理，调解的期限从受理算"
            return (Act(what="接 12315 的电话，调解要双方都同意", by=None), keep, Act(what=ask, by=by))
        case "association":
            return (Act(what="问消费者协会处理到哪一步", by=None), keep, Act(what="谈不成的，可以起诉", by=None))
    return (Act(what="按法院通知提交证据，留意举证期限", by=None), keep)


def _gathering(s: Situation, keep: Act) -> tuple[Act, ...]:
    if s.facts.stage == "more_proof" and s.level == "can_claim":
        return (
            Act(what="按平台要的那一样补，发下面的补充凭证说明，发完截图", by=_send_by(s)),
            REACHABLE,
            keep,
        )
    if s.level == "needs_facts":
        return (Act(what="把下面列出的问题弄清楚，回来改答案", by=None), keep)
    return (
        Act(what="下面“凭证”里最要紧的几样，先补上一样", by=None),
        keep,
        Act(what="补上以后把下面的文本发出去。到这天补不齐也先发，凭证后补", by=_send_by(s)),
    )
