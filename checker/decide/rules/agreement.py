"""A refund that was agreed and has not arrived."""

from checker.ask.facts import Facts
from checker.decide.proof import PROOF
from checker.decide.rule import Condition, Objection, Rule, Truth


def _agreed(facts: Facts) -> Truth:
    chosen = facts.chose("refund_not_arrived")
    if chosen or facts.stage == "agreed":
        return True
    return None if chosen is None or facts.stage is None else False


REFUND_AGREED = Rule(
    id="refund_agreed",
    route="ordinary",
    title="答应退款了，钱没到",
    basis="statute",
    articles=("mfd-509", "mfd-577"),
    meaning="对方已经答应退款，这就是新的约定，要照办。先等一般的到账时间；过了还没到，向对方要退款单号，拿去问支付方。",
    because="对方已经答应退款，应当照办。",
    conditions=(
        Condition(
            sentence="对方已经答应退款，钱还没到", otherwise="对方没有答应退款。", reads=("problem", "stage"),
            holds=_agreed,
        ),
    ),
    remedy="pay_agreed",
    proof=PROOF["refund_not_arrived"],
    objections=(
        Objection(they_say="已经退了，请等银行处理。", answer="请提供退款单号和退款时间，以便向支付方核对。"),
        Objection(
            they_say="只能退到平台余额，还要扣手续费。",
            answer="当初不是用余额付的，请按原支付方式退回。要扣手续费的，请写明是哪一条、怎么算的。没有依据的部分，本人不同意扣。",
        ),
    ),
)
