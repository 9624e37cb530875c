"""How a matter stands, in the few properties on which the next step depends, and the table from them to the step.

The table is printed on the page that explains the conclusion, and a test walks all of it: no combination is without a step, and none leads to a
window that is shut, a body that is not competent, or a way of payment that cannot pay back.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from checker.ask.routes import MINOR, ORDINARY, SCAM, UNAUTHORISED_PAYMENT, UNLAWFUL_GOODS
from checker.ask.stages import REFUSED, STAGES
from checker.decide.acceptance import refused_for_sure
from checker.decide.next_steps import (
    APPEAL,
    APPLY_REFUND,
    COMPLAINT_12315,
    GATHER_EVIDENCE,
    NOTHING,
    PAYMENT_COMPLAINT,
    REPORT_POLICE,
    SUE,
    WAIT,
    NextStep,
)
from checker.decide.situation import Situation
from checker.kit.counting import Deadline
from checker.law.days import add_natural_days
from checker.law.thresholds import threshold

Standing = Mapping[str, str]
"""For each property its value."""

PROPERTIES: dict[str, dict[str, str]] = {
    "route": {
        SCAM: "骗局还在进行",
        UNAUTHORISED_PAYMENT: "不是本人付的款",
        MINOR: "孩子或者失智的家人付的",
        ORDINARY: "不是孩子或者失智的家人付的",
        UNLAWFUL_GOODS: "",
    },
    "level": {"can_claim": "可以主张", "needs_facts": "还缺信息", "not_supported": "现有信息不支持", "stop": "先别申请"},
    "delivery": {"in_time": "还在说好的到账时间以内", "later": "又说好了一个新的时间，还没有过", "plain": ""},
    "elsewhere": {"nobody": "", "taken": "12315 或者消费者协会已经在处理", "court": "已经起诉", "mediated": "12315 的调解期已经过了"},
    "revocation": {"ending": "只能请求法院撤销，而且期限快到", "plain": ""},
    "stage": {stage.id: stage.label for stage in STAGES},
    "time": {"running": "对方答复或者退款的时间还没到", "over": "对方答复或者退款的时间已经过了", "unknown": "不知道对方的时间从哪天算"},
    "platform": {"there": "有平台管", "none": "钱直接转给了个人，没有平台管"},
    "window": {
        "stated": "平台写明了申诉期，还没过，或者不知道从哪天算",
        "open": "不知道平台的申诉期过没过",
        "over": "平台的申诉期已经过了",
    },
    "authority": {"open": "12315 可能受理", "shut": "12315 不受理：个人转让、转卖、境外卖家、东西在第三人手里"},
    "money": {"held": "钱还押在平台", "gone": "钱已经不在平台"},
    "payer": {"there": "钱经过微信、支付宝、银行", "none": "用平台余额付的"},
    "proof": {"some": "", "quick": "关键的凭证几分钟就能查到", "none": "什么凭证都没有"},
    "claim": {
        "goods": "想要东西，不要钱",
        "delivery": "东西没有来，要先催交付",
        "court": "只有法院能定",
        "revoke": "买错了要撤销，对方不同意只能请求法院",
        "held": "东西被收了回去，钱可能还拦得住",
        "disputed": "答应退了，退法或者扣费有争议",
        "agreed_only": "只靠对方答应退款这一件事",
        "own": "不靠对方答应，也能主张",
    },
}
"""Each property, its values, and what they mean in words; what goes without saying has none."""


AFTER_THE_PLATFORM = tuple(stage.id for stage in STAGES if stage.denied or stage.at_an_end or stage.their_turn)
NOT_YET_ASKED = tuple(stage.id for stage in STAGES if not stage.asked)
NOT_AGREED = tuple(stage.id for stage in STAGES if not stage.agreed)
BEFORE_A_TEXT = tuple(stage.id for stage in STAGES if stage.may_appeal or not stage.asked)
ON_OTHER_GROUNDS = ("own", "delivery", "court", "revoke", "held")
NOT_FOR_A_COURT = tuple(each for each in PROPERTIES["claim"] if each != "court")
NOT_IN_COURT = ("nobody", "taken", "mediated")
GROUPS = {
    AFTER_THE_PLATFORM: "平台这边已经问过，走不下去",
    NOT_AGREED: "对方没有答应退款",
    NOT_YET_ASKED: "还没有提出退款",
    BEFORE_A_TEXT: "还没有提，或者被拒绝、只答应一部分",
    ON_OTHER_GROUNDS: "不靠对方答应，也能主张",
    NOT_IN_COURT: "还没有起诉",
    NOT_FOR_A_COURT: "不是只有法院能定的",
    ("stated", "open"): "平台的申诉期没过，或者不知道过没过",
    ("running", "unknown"): "对方答复或者退款的时间还没到，或者不知道从哪天算",
}
"""Values that go together, and what they have in common."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Row:
    """One row: where all of ``when`` is so, this is the step. The first that fits counts."""

    when: Mapping[str, tuple[str, ...]]
    step: NextStep

    def fits(self, standing: Standing) -> bool:
        """Whether it is so."""
        return all(standing[name] in values for name, values in self.when.items())

    @property
    def words(self) -> str:
        """When it counts, for readers."""
        said = (
            GROUPS[values] if values in GROUPS else " / ".join(PROPERTIES[name][value] for value in values)
            for name, values in self.when.items()
        )
        return "；".join(filter(None, said)) or "其他情形"


def _row(step: NextStep, **when: str | tuple[str, ...]) -> Row:
    return Row(step=step, when={name: (values,) if isinstance(values, str) else values for name, values in when.items()})


TABLE = (
    _row(REPORT_POLICE, route=SCAM),
    _row(WAIT, level="not_supported", delivery="in_time"),
    _row(NOTHING, level=("not_supported", "stop")),
    _row(GATHER_EVIDENCE, level="needs_facts"),
    _row(WAIT, route=UNAUTHORISED_PAYMENT, time="running"),
    _row(PAYMENT_COMPLAINT, route=UNAUTHORISED_PAYMENT),
    _row(SUE, revocation="ending", elsewhere=NOT_IN_COURT, stage=NOT_AGREED),
    _row(SUE, elsewhere="mediated"),
    _row(WAIT, elsewhere=("taken", "court")),
    _row(WAIT, delivery="later", stage=NOT_YET_ASKED),
    # A refund that was agreed to.
    _row(APPLY_REFUND, stage="agreed", claim="goods"),
    _row(PAYMENT_COMPLAINT, stage="agreed", time="over", payer="there"),
    _row(APPLY_REFUND, stage="agreed", claim="disputed"),
    _row(APPLY_REFUND, stage="agreed", time="unknown", claim=ON_OTHER_GROUNDS),
    _row(WAIT, stage="agreed", time=("running", "unknown")),
    # No proof is gathered past a day that ends first.
    _row(APPEAL, stage=("refused", "partial_offer", "partly_paid"), window="stated", platform="there", claim=NOT_FOR_A_COURT),
    # Proof goes first only where there is none at all, or where the other side asked for it.
    _row(GATHER_EVIDENCE, stage="more_proof"),
    _row(GATHER_EVIDENCE, proof=("quick", "none"), stage=BEFORE_A_TEXT),
    # Asked, and no answer.
    _row(WAIT, stage="asked_waiting", claim="agreed_only", time=("running", "unknown")),
    _row(APPLY_REFUND, stage="asked_waiting", time="unknown"),
    _row(APPLY_REFUND, stage="asked_waiting", time="running", claim="delivery"),
    _row(WAIT, stage=("asked_waiting", "complained"), time="running"),
    _row(PAYMENT_COMPLAINT, stage="asked_waiting", payer="there"),
    # Refused.
    _row(SUE, stage="refused", claim="court"),
    _row(PAYMENT_COMPLAINT, stage="refused", claim="held", money="gone", payer="there"),
    _row(APPEAL, stage="refused", route=ORDINARY, platform="there", window=("stated", "open")),
    _row(PAYMENT_COMPLAINT, stage="refused", platform="none", payer="there"),
    _row(SUE, stage="appeal_refused", claim=("court", "revoke")),
    # Only the way or a deduction is in dispute, and the platform has not been asked to look at that.
    _row(APPEAL, stage="partial_offer", claim="disputed", platform="there"),
    _row(PAYMENT_COMPLAINT, stage="outside", payer="there"),
    # Whoever stands above the platform.
    _row(COMPLAINT_12315, stage=AFTER_THE_PLATFORM, authority="open"),
    _row(SUE, stage="appeal_refused"),
    _row(PAYMENT_COMPLAINT, stage=AFTER_THE_PLATFORM, payer="there"),
    _row(SUE, stage=AFTER_THE_PLATFORM),
    # Nothing asked yet.
    _row(WAIT, claim="agreed_only", stage=NOT_YET_ASKED),
    _row(APPLY_REFUND),
)


def choose(s: Situation) -> NextStep:
    """The one next step."""
    standing = standing_of(s)
    return next(row.step for row in TABLE if row.fits(standing))


def standing_of(s: Situation) -> Standing:
    """How a matter stands."""
    elsewhere = {"12315_over": "mediated", "12315": "mediated" if s.mediation_over else "taken", "association": "taken", "court": "court"}
    return {
        "route": s.route,
        "level": s.level,
        "delivery": "in_time" if s.delivery is not None else "later" if s.waits_for_a_new_day else "plain",
        "elsewhere": elsewhere.get(s.facts.elsewhere or "", "nobody"),
        "revocation": "ending" if s.revocation_ends else "plain",
        "stage": s.stage.id,
        "time": _time_of(s),
        "platform": "none" if s.facts.past_any_platform else "there",
        "window": _window(s),
        "authority": "shut" if refused_for_sure(s.facts, s.today) or (s.rule and s.rule.defendant) else "open",
        "money": "held" if s.facts.money_held == "held" else "gone",
        "payer": "none" if s.facts.channel == "balance" else "there",
        "proof": "none"
        if s.facts.evidence == {"none"}
        else "quick"
        if s.proven is False and s.rule and s.rule.proof_in_minutes
        else "some",
        "claim": _claim(s),
    }


PAYER_KNOWS = {"in_time": "running", "overdue": "over"}
"""How it stands with the time of whoever handled a payment that was not the reader's."""


def _time_of(s: Situation) -> str:
    if s.route == UNAUTHORISED_PAYMENT:
        return PAYER_KNOWS.get(s.facts.notified or "", "unknown")
    return _time(s.arrival if s.stage.agreed else s.review, s)


def _time(theirs: Deadline | None, s: Situation) -> str:
    if theirs is None:
        return "unknown"
    return "over" if s.today > theirs.go_on_after else "running"


def _window(s: Situation) -> str:
    """Whether the platform still takes an appeal: by its own term, or for want of one until no platform's is as long as that."""
    if s.stage.in_part and s.facts.appeal_days is not None:
        return "stated"
    if s.stage is not REFUSED or s.appeal is None:
        return "open"
    ends = s.appeal.surely_over_after
    if s.appeal.basis == "platform":
        return "over" if s.today > ends else "stated"
    return "over" if s.today > add_natural_days(ends, threshold("appeal_given_up").value) else "open"


def _claim(s: Situation) -> str:
    rule = s.rule
    if s.goods_wanted and s.stage.agreed:
        return "goods"
    if rule is None:
        return "own"
    if rule.after_agreement and not rule.only_to_be_paid:
        return "disputed"
    if rule.court_only:
        return "court"
    if rule.revocation:
        return "revoke"
    if rule.demand_starts_period:
        return "delivery"
    if rule.hold_the_money.holds(s.facts):
        return "held"
    return "agreed_only" if rule.only_to_be_paid and not s.own_ground else "own"
