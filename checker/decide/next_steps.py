"""The next steps, one row each, with all that depends on it: its headline, what to do today, the text that goes first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from checker.ask.problems import problems_that
from checker.ask.stages import APPEAL_REFUSED, ASKED_WAITING, MORE_PROOF, OUTSIDE, PARTIAL_OFFER, PARTLY_PAID
from checker.decide.deadlines import complaint_decision, demand_until, filing_decision
from checker.decide.situation import Situation
from checker.errors import RuleError
from checker.kit.act import Act, payer
from checker.kit.counting import Deadline
from checker.kit.rule import StopRule
from checker.law.channels import channel


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class NextStep:
    """One step. ``label`` is what the conclusion calls it, ``headline`` the one sentence where a claim holds and its rule has none of its own,
    ``acts`` at most three things to do, most urgent first, ``letters`` the texts that go first, as the acts name them: of each group the first that is offered.
    """

    id: str
    label: str
    headline: Callable[[Situation], str]
    acts: Callable[[Situation], tuple[Act, ...]]
    letters: tuple[tuple[str, ...], ...] = ()
    periods: Callable[[Situation], tuple[Deadline | None, ...]] = lambda s: ()
    """What runs once it is taken."""
    beyond_the_seller: bool = False
    """Whether it goes to somebody besides the other side and the platform, so that texts to third parties are offered."""
    names_somebody: bool = False
    """Whether it needs to know who the other side is."""
    to_a_court: bool = False
    """Whether it goes to a court. One row; asking an arbitration commission would be the second."""


#: The contact in the middle of a review that the source article warns not to miss. Missing it costs no right under the law.
REACHABLE = Act(what="这几天接平台的电话，看站内消息。电话里说的，请它在聊天里再写一遍")
KEEP = Act(what="把商品页、订单、付款记录、聊天记录截图存好，原始记录别删")


# What several steps have in common.


def _prove(s: Situation) -> tuple[Act, ...]:
    """Proof that is missing is got while the other side is at it."""
    if s.proven is not False or s.stage.agreed:
        return ()
    return (Act(what=f"同时补凭证{'，先补一样：' + '、'.join(s.unproven) if s.unproven else '，看下面的“凭证”'}。补到了就发给对方"),)


def _prove_or_keep(s: Situation) -> Act:
    return (_prove(s) or (KEEP,))[0]


def _court_or_keep(s: Situation) -> Act:
    """An appeal does not stop the time in which only a court can revoke."""
    if s.revocation is None or s.revocation.safe < s.today:
        return _prove_or_keep(s)
    return Act(what="要撤销只能请求法院，申诉不会延长这个期限。起诉状要点已经写好，来不及等就先起诉", by=s.revocation.safe)


def _back(s: Situation) -> Act:
    return Act(
        what="到这天还没有结果，就回来看下一步" if s.stage.asked else "还没有答复，就回来选“提了，还在等答复”", by=demand_until(s.today)
    )


def _latest_appeal(s: Situation) -> date | None:
    """The last day of an appeal period that is still open. Texts go out today: the day that they give the other side counts from today."""
    return s.appeal.safe if s.appeal and s.appeal.safe >= s.today else None


# Asking the other side.


def _apply_headline(s: Situation) -> str:
    if s.goods_wanted:
        return "今天就把要求发出去"
    if s.stage.agreed:
        return "对方答应过退款，今天书面说清退多少、怎么退"
    return "已经提过，今天再书面催一次，写明期限" if s.stage.asked else "今天就把退款申请发出去"


def _apply(s: Situation) -> tuple[Act, ...]:
    """The first request, or where one was made, the same in writing with a day in it."""
    if s.never_traded:
        send = "把下面的文本发给收款人，没有联系方式的请支付方转交，发完截图"
    elif s.goods_wanted:
        send = "把写好的要求从客服发出去，发完截图"
    elif s.stage.agreed:
        send = f"把下面的文本发给对方{'，要退款单号，请它写明哪天到账' if s.own_ground else ''}，发完截图"
    elif s.stage.asked:
        send = "提过了，再书面催一次：把下面的文本发出去，问清受理编号，发完截图"
    else:
        send = "把写好的退款申请从平台的退款入口或客服发出去，发完截图"
    return (Act(what=send), _prove_or_keep(s), _back(s))


APPLY_REFUND = NextStep(id="apply_refund", label="写退款申请", headline=_apply_headline, acts=_apply)


# Waiting.

_ELSEWHERE = {
    "12315": "12315 已经在处理，先等它答复",
    "association": "消费者协会已经在处理，先等它的结果",
    "court": "已经起诉，听法院安排",
}
"""Who is dealing with it already (options of the question ``elsewhere``), as a headline."""


def _later(s: Situation) -> bool:
    """Whether a new day of delivery was agreed to and has not come."""
    return s.waits_for_a_new_day and not s.stage.asked


def _wait_headline(s: Situation) -> str:
    if s.delivery is not None:
        return "还没到说好的时间，先等到那天"
    if _later(s):
        return "又说好了时间，先等到那天"
    if s.facts.elsewhere in _ELSEWHERE:
        return _ELSEWHERE[s.facts.elsewhere]
    busy = s.first and s.stage is ASKED_WAITING
    return "已经提了，等答复的时候有一件事要先做" if busy else "先等到约定或惯常的时间，到时没有结果再催"


def _wait(s: Situation) -> tuple[Act, ...]:
    if s.delivery is not None:
        return (
            Act(what="把商品页写多久到账的那一处、付款记录截图存好"),
            Act(what="到这天还没有到账，就回来改答案", by=s.delivery.last_day),
        )
    if _later(s):
        return (
            Act(what="把新说好的时间那几句聊天截图存好，带日期"),
            Act(what="到那天还没有来，当天就把下面的文本发出去"),
            Act(what="钱还押在平台的，东西没到就不要点“确认收货”。快要自动确认的，先在订单里申请退款"),
        )
    if s.facts.elsewhere in _ELSEWHERE:
        return _wait_elsewhere(s)
    agreed = s.stage.agreed or (s.rule is not None and s.rule.only_to_be_paid)
    end = s.arrival if agreed else s.review
    note = "向对方要退款单号或者处理编号，截图保存" if agreed else "记下提出退款的时间和受理编号，连同商品页、订单、聊天一起截图存好"
    return (
        Act(what=note),
        *(_prove(s) or (() if agreed or s.never_traded else (REACHABLE,))),
        Act(what="到这天还没有结果，就回来改答案", by=end.surely_over_after if end else demand_until(s.today)),
    )


def _wait_elsewhere(s: Situation) -> tuple[Act, ...]:
    match s.facts.elsewhere:
        case "12315":
            by = s.mediation.surely_over_after if s.mediation else None
            ask = "到这天还没有谈成，可以起诉" if by else "问清哪一天受理，调解的期限从受理算"
            return (Act(what="接 12315 的电话，调解要双方都同意"), KEEP, Act(what=ask, by=by))
        case "association":
            return (Act(what="问消费者协会处理到哪一步"), KEEP, Act(what="谈不成的，可以起诉"))
    return (Act(what="按法院通知提交证据，留意举证期限"), KEEP)


WAIT = NextStep(id="wait", label="先等到约定的时间", headline=_wait_headline, acts=_wait)


# Getting proof.


def _gather_headline(s: Situation) -> str:
    if s.level == "needs_facts":
        return "还不能下结论，有一件事等不得，先做它" if s.first else "还不能下结论，先把缺的几样弄清楚"
    if s.stage is MORE_PROOF:
        return "对方要补材料，照它要的补，今天发出去"
    return f"先补最要紧的凭证，今天就发{'申诉' if s.stage.asked else '申请'}"


def _gather(s: Situation) -> tuple[Act, ...]:
    if s.level == "needs_facts":
        return (Act(what="把下面列出的问题弄清楚，回来改答案"), Act(what="自己查不到的，把下面的询问发给客服，问清再回来"), KEEP)
    if s.stage is MORE_PROOF:
        return (Act(what="按平台要的那一样补，发下面的补充凭证说明，发完截图"), REACHABLE, KEEP)
    return (
        Act(what=_first_proof(s)),
        Act(what="把下面的文本发出去。今天补不齐也先发，凭证后补", latest=_latest_appeal(s)),
        _back(s),
    )


def _first_proof(s: Situation) -> str:
    """What to look up first: where the proof that decides is found within minutes, or anything at all."""
    if s.facts.evidence != {"none"} and s.rule is not None and s.rule.proof_in_minutes:
        return f"先查这几处，截图：{s.rule.proof_in_minutes}"
    return "先把付款记录、订单、聊天找出来，有一样算一样。原始记录别删"


GATHER_EVIDENCE = NextStep(id="gather_evidence", label="先补凭证", headline=_gather_headline, acts=_gather)


# Appealing.


def _appeal(s: Situation) -> tuple[Act, ...]:
    if s.appeal and s.appeal.surely_over_after < s.today:
        # Only a term that the platform wrote can be known to be over.
        over = f"平台的申诉期 {s.appeal.surely_over_after.isoformat()} 已过" if s.appeal.certain else "平台的申诉期可能已过，先去申诉入口看"
        send = Act(what=f"{over}。入口关了的，申诉发给客服，投诉和起诉不受影响")
    else:
        send = Act(what="把写好的申诉从平台的申诉入口发出去，发完截图", latest=_latest_appeal(s))
    return (send, _court_or_keep(s), _back(s))


APPEAL = NextStep(id="appeal", label="写申诉", headline=lambda s: "对方已经拒绝，今天写申诉", acts=_appeal, letters=(("appeal",),))


# Whoever handled the payment.


def _complain_to_payer(s: Situation) -> tuple[Act, ...]:
    pay = payer(s.facts)
    text = "催告函" if s.stage in (ASKED_WAITING, OUTSIDE) else "文本"
    tell = f"追问{pay.name}处理到哪一步" if s.facts.elsewhere == "payment" else f"向{pay.name}反馈这笔交易"
    return (
        Act(what=f"把下面的{text}发给{'收款人' if s.never_traded else '卖家'}，发完截图"),
        Act(what=f"{tell}。入口：{pay.entry}"),
        _prove_or_keep(s),
    )


PAYMENT_COMPLAINT = NextStep(
    id="payment_complaint",
    label="找支付方",
    headline=lambda s: "支付方已经知道，今天再催一次商家" if s.facts.elsewhere == "payment" else "该催卖家，也该找支付方了",
    acts=_complain_to_payer,
    letters=(("demand", "refund_request"), ("payment_complaint",)),
    beyond_the_seller=True,
)


# Complaining to 12315.


def _complaint_headline(s: Situation) -> str:
    said = {
        PARTIAL_OFFER: "对方只答应一部分",
        PARTLY_PAID: "对方只退了一部分",
        APPEAL_REFUSED: "申诉也被拒绝",
    }.get(s.stage, "对方没有解决")
    return f"{said}，可以向 12315 投诉"


def _complain(s: Situation) -> tuple[Act, ...]:
    authority = channel("12315")
    return (
        Act(what=f"用下面的投诉书，向 {authority.name}投诉。入口：{authority.entry}"),
        Act(what="弄清对方的名称和地址，投诉书里要写。没有就书面问平台，留下记录"),
        _court_or_keep(s),
    )


COMPLAINT_12315 = NextStep(
    id="complaint_12315",
    label="向 12315 投诉",
    headline=_complaint_headline,
    acts=_complain,
    letters=(("complaint_12315",),),
    periods=lambda s: (complaint_decision(s.facts, s.today),),
    beyond_the_seller=True,
    names_somebody=True,
)


# The police.


def _stop(s: Situation) -> StopRule:
    """The rule that calls for the police says what to do there."""
    if s.stop is None:
        raise RuleError("nothing calls for the police")
    return s.stop


REPORT_POLICE = NextStep(
    id="report_police",
    label="报警，请求止付",
    headline=lambda s: _stop(s).headline,
    acts=lambda s: _stop(s).acts(s.facts),
)


# Suing.


def _sue_headline(s: Situation) -> str:
    if s.revocation_ends:
        return "请求法院撤销的时间快到了，今天就准备起诉"
    over = s.stage is APPEAL_REFUSED or s.facts.elsewhere in ("12315", "12315_over")
    return "平台这条路走完了，可以起诉" if over else "平台定不了这件事，可以起诉"


def _sue(s: Situation) -> tuple[Act, ...]:
    court = channel("court")
    return (
        Act(what="照下面的起诉状要点和证据目录，把证据和双方信息整理好"),
        Act(what=f"向法院申请立案。入口：{court.entry}", by=s.revocation.safe if s.revocation else None),
        _prove_or_keep(s) if s.stage.asked else Act(what="同时把下面写给对方的申请发出去"),
    )


SUE = NextStep(
    id="sue",
    label="向法院起诉",
    headline=_sue_headline,
    acts=_sue,
    letters=(("lawsuit",),),
    periods=lambda s: (filing_decision(s.today),),
    beyond_the_seller=True,
    names_somebody=True,
    to_a_court=True,
)


# Nothing.

_SLIPPED = problems_that(lambda problem: problem.slipped)


def _nothing_headline(s: Situation) -> str:
    if s.facts.truthful == "no":
        return "事实不是这样，就不能写"
    if s.stage.settled:
        return "说好的钱已经付了，一般不能再要" if s.stage.closed else "钱已经退回，退款不用再申请"
    return "法律上没有依据，可以客气地问一句" if _may_ask(s) else "照你说的情况，要求退款的依据不够"


def _may_ask(s: Situation) -> bool:
    """Whether a polite request is written: where something was paid, and nothing is made up."""
    return s.level == "not_supported" and s.facts.truthful != "no" and s.facts.channel != "not_paid"


def _nothing(s: Situation) -> tuple[Act, ...]:
    found = [Act(what="保存付款和聊天记录")]
    if _may_ask(s):
        if s.stage.settled:
            return (*found, Act(what="还有别的要商量的，把下面的协商请求发给客服"))
        help_ = "转回、换区" if s.facts.chose(*_SLIPPED) else "帮忙"
        found.append(Act(what=f"想请对方{help_}的，把下面的协商请求发给客服。照你说的情况，它没有义务答应"))
    if s.lookups:
        found.append(
            Act(
                what=f"还看得到当时的页面、账单的，可以再核对一眼：{'；'.join(s.lookups)}。和你说的一样，就到这里。没发生过的事不要写：编造理由要求退款，可能被罚款、拘留"
            )
        )
    return tuple(found)


NOTHING = NextStep(id="none", label="暂时不用做什么", headline=_nothing_headline, acts=_nothing)

NEXT_STEPS = (
    APPLY_REFUND,
    WAIT,
    GATHER_EVIDENCE,
    APPEAL,
    PAYMENT_COMPLAINT,
    COMPLAINT_12315,
    REPORT_POLICE,
    SUE,
    NOTHING,
)
"""In the order of the schema."""
