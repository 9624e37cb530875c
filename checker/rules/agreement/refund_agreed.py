"""A refund was agreed to, and the money has not come."""

from checker.ask import problems
from checker.kit import (
    NO_WORD_OF_USE,
    ClaimRule,
    Condition,
    Evidence,
    F,
    Objection,
    Sentence,
    Telling,
    cite,
    day,
    not_arrived,
    to,
    yuan,
)
from checker.kit.remedies import PAY_AGREED
from checker.kit.remedy import NOWHERE

AGREED = F.stage.is_("agreed")


def _happened(t: Telling) -> str:
    if t.f.stage == "partly_paid":
        return "退款已经得到同意，没有付清。"
    sum_ = f" {yuan(t.f.offer_fen)}" if t.f.offer_fen is not None else ""
    on = f"于{day(t.f.agreed_on, '')}" if t.f.agreed_on else ""
    within = f"，说的到账时间是 {t.f.refund_within.words}" if t.f.refund_within else ""
    account = {
        "closed": "原来付款的账户已经注销。",
        "void": "原来付款的卡已经作废，本人收不到。",
        "not_mine": "原来付款的账户不是本人的，本人收不到。",
    }.get(t.f.refund_account or "", "")
    # Who was refused afterwards has an agreement behind him that was taken back.
    was, still = ("曾经", "") if t.f.stage in ("refused", "appeal_refused") else ("已经", "至今")
    return f"退款{sum_}{was}{on}得到同意{within}，{still}{not_arrived(t.f)}。{account}"


def _their_records(t: Telling) -> str:
    where = "请说明退到哪里，或者改退到本人名下的账户。" if t.f.refund_account in NOWHERE else ""
    return f"{where}已经退款的，请提供退款单号和退款时间。"


RULE = ClaimRule(
    module=__name__,
    title="答应退款了，钱没到",
    meaning="对方已经答应退款，这就是新的约定，要照办。先等一般的到账时间；过了还没到，向对方要退款单号，拿去问支付方。",
    because="对方已经答应退款，应当照办。",
    also_called=(
        "说退没退",
        "退款没到",
        "退款不到账",
        "多久退钱",
    ),
    place=1,
    story=Condition(
        "对方已经答应退款，钱还没到",
        # A dispute about a fee is no agreement; what was agreed beside it is still owed while nothing has come.
        (F.problem.has(problems.REFUND_NOT_ARRIVED) | AGREED)
        & (~F.refund_trouble.is_("fee") | AGREED)
        # Of what came in part, to the wrong place, another rule tells.
        & ~(F.stage.is_("partly_paid") & F.refund_trouble.is_("to_balance")),
        "对方没有答应退款。",
    ),
    cites=(cite("mfd-509", "mfd-577"),),
    remedy=PAY_AGREED,
    proof=(
        Evidence("reply"),
        Evidence("chat"),
        Evidence("order"),
    ),
    happened=Sentence(_happened, F.stage, F.offer_fen, F.agreed_on, F.refund_within, F.refund_account, F.refund_trouble),
    happened_on="agreed_on",
    in_short=Sentence(lambda t: f"已答应退款，至今{not_arrived(t.f)}", F.refund_trouble),
    their_records=Sentence(_their_records, F.refund_account),
    use=NO_WORD_OF_USE,
    answers=(
        to(
            "used",
            "final",
            "silence",
            "own_fault",
            "delivered",
            "too_late",
            say="退款已经得到同意，不再是退不退的问题。请照办，或者写明反悔的依据。",
        ),
    ),
    objections=(Objection("已经退了，请等银行处理。", "请提供退款单号和退款时间，以便向支付方核对。"),),
    after_agreement=True,
    only_to_be_paid=True,
)
