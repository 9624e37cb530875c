"""What to do next: one step, at most three acts for today, and the headline that says both."""

from dataclasses import dataclass
from datetime import date

from checker.ask.facts import Facts
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the choice of a next step depends on. ``proven`` is whether the core of the case has some proof, ``would_change``
    what would have to be so for a claim that now fails."""

    route: Route
    level: str
    facts: Facts
    rule: Rule | None
    today: date
    review: Deadline | None
    arrival: Deadline | None
    appeal: Deadline | None
    proven: bool | None
    would_change: tuple[str, ...] = ()


def choose(s: Situation) -> str:
    """The one next step, among ``NEXT_STEPS``."""
    if s.route == "scam":
        return "report_police"
    if s.level in ("stop", "not_supported"):
        return "none"
    if s.level == "needs_facts":
        return "gather_evidence"
    if s.route == "unauthorised_payment":
        return "payment_complaint"
    if s.rule is not None and s.rule.remedy == "pay_agreed":
        return "payment_complaint" if s.arrival and s.today > s.arrival.surely_over_after else "wait"
    if s.proven is False or s.facts.stage == "more_proof":
        return "gather_evidence"
    return _by_stage(s)


def _by_stage(s: Situation) -> str:
    authority = "payment_complaint" if s.facts.purpose == "resale" else "complaint_12315"
    match s.facts.stage:
        case "asked_waiting" if s.review is not None:
            if s.today > s.review.surely_over_after:
                return "payment_complaint"
            # Goods that are overdue already: the written demand starts the reasonable period, so it does not wait.
            return "apply_refund" if s.rule is not None and s.rule.remedy == "deliver_or_refund" else "wait"
        case "refused":
            return authority if s.route == "minor" else "appeal"
        case "appeal_refused":
            return "sue" if s.facts.purpose == "resale" else "complaint_12315"
        case "partial_offer" | "partly_paid":
            return authority
        case "outside":
            return "payment_complaint"
    return "apply_refund"


_HEADLINES = {
    ("scam", "stop"): "先别再付钱，也别写退款申请。今天就报警，请求止付",
    ("unlawful_goods", "stop"): "这类东西法律禁止买卖，不能当普通商品要求退款",
    ("unauthorised_payment", "can_claim"): "不是你付的，先找支付方止付、核查",
    ("minor", "can_claim"): "孩子付的这笔钱，监护人可以要求返还，不保证全退",
}


def headline(s: Situation, step: str) -> str:
    """One sentence: what holds, and where it leads."""
    if (s.route, s.level) in _HEADLINES:
        return _HEADLINES[s.route, s.level]
    if s.level == "needs_facts":
        return "还不能下结论，先把缺的几样弄清楚"
    if s.level == "not_supported":
        return "事实不是这样，就不能写" if s.facts.truthful == "no" else "照你说的情况，要求退款的依据不够"
    return {
        "wait": "先等到约定或惯常的时间，到时没有结果再催",
        "gather_evidence": "先补最要紧的凭证，补上再发申请",
        "appeal": "对方已经拒绝，今天写申诉",
        "payment_complaint": "该催商家，也该找支付方了",
        "complaint_12315": "对方没有全部答应，可以向 12315 投诉",
        "sue": "平台这条路走完了，可以起诉",
    }.get(step, "今天就把退款申请发出去")


def acts(s: Situation, step: str) -> tuple[Act, ...]:
    """At most three acts, most urgent first."""
    pay = channel(s.facts.channel or "unknown")
    if s.route == "scam":
        police = channel("police")
        return (
            Act(what="停止付款，不要再转任何激活费、解冻费、保证金", by=None),
            Act(what=f"报警：{police.entry}，带上转账记录和对方账户", by=None),
            Act(what=f"联系{pay.name}，请求止付、核查。入口：{pay.entry}", by=None),
        )
    if s.route == "unauthorised_payment":
        return (
            Act(what=f"通知{pay.name}，挂失、冻结、核查这笔付款。入口：{pay.entry}", by=None),
            Act(what="改掉支付密码和登录密码，关掉免密支付", by=None),
            Act(what="报警，保存回执", by=None),
        )
    if s.route == "unlawful_goods":
        return (
            Act(what="停止使用，不要转手，也不要再买", by=None),
            Act(what="改掉相关账号的密码，查一遍设备有没有被植入程序", by=None),
            Act(what="保留付款和聊天记录。被骗、被威胁的，报警说明情况", by=None),
        )
    return _claim_acts(s, step, pay.name, pay.entry)


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
    return (Act(what="复制下面的申诉，从平台的申诉入口发出去，发完截图", by=by), demand, keep)


def _claim_acts(s: Situation, step: str, pay_name: str, pay_entry: str) -> tuple[Act, ...]:
    until = demand_until(s.today)
    keep = Act(what="把商品页、订单、付款记录、聊天记录截图存好，原始记录别删", by=None)
    match step:
        case "apply_refund":
            return (
                Act(what="复制下面的退款申请，从平台的退款入口或客服发出去，发完截图", by=None),
                keep,
                Act(what="还没有答复，就回来选“提了，还在等答复”", by=until),
            )
        case "appeal":
            return _appeal_acts(s, keep)
        case "wait":
            end = s.arrival if s.rule and s.rule.remedy == "pay_agreed" else s.review
            return (
                Act(what="向对方要退款单号或者处理编号，截图保存" if end is s.arrival else "记下提出退款的时间和受理编号", by=None),
                *(() if end is s.arrival else (REACHABLE,)),
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
                Act(what="先把下面的文本发给对方，留下发出的记录", by=None),
                Act(what=f"向{authority.name}投诉。入口：{authority.entry}。需要对方的名称和地址", by=None),
                keep,
            )
        case "sue":
            return (Act(what="整理证据和双方信息，向法院申请立案", by=None), keep)
    saved = Act(what="保存付款和聊天记录", by=None)
    if not s.would_change:
        return (saved,)
    return (saved, Act(what=f"有下面这样的事实，就回来改答案：{'；'.join(s.would_change)}", by=None))


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
