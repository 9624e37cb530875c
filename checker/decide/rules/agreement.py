"""What the other side agreed to or promised, and does not keep: a refund, a voluntary promise, the order itself."""

from checker.ask.facts import Facts
from checker.ask.goods import goods_of
from checker.decide.proof import PROOF
from checker.decide.rule import Condition, Objection, Rule, Truth, all_of, among, any_of, chose, is_none_of, is_one_of


def _agreed(facts: Facts) -> Truth:
    # A dispute about a fee is no agreement; what was agreed beside it is still owed while nothing has come.
    return any_of(is_one_of(facts.stage, "agreed"), all_of(facts.chose("refund_not_arrived"), is_none_of(facts.refund_trouble, "fee")))


ALREADY_AGREED = "退款已经得到同意，不再是退不退的问题。请照办，或者写明反悔的依据。"

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
            sentence="对方已经答应退款，钱还没到",
            otherwise="对方没有答应退款。",
            reads=("problem", "stage", "refund_trouble"),
            holds=_agreed,
        ),
    ),
    remedy="pay_agreed",
    answers=lambda facts: dict.fromkeys(("used", "final", "silence", "own_fault", "delivered", "too_late"), ALREADY_AGREED),
    proof=PROOF["refund_not_arrived"],
    objections=(Objection(they_say="已经退了，请等银行处理。", answer="请提供退款单号和退款时间，以便向支付方核对。"),),
)

SELLER_CANCELLED = Rule(
    id="seller_cancelled",
    route="ordinary",
    title="商家自己取消订单，或者把给了的收回去",
    basis="statute",
    articles=("dsf-49", "mfd-491", "mfd-509", "mfd-563", "mfd-565", "mfd-566", "mfd-577"),
    cites=lambda facts: ("dsf-49", "mfd-491", "mfd-509", "mfd-577"),
    ends_contract=lambda facts: True,
    answers=lambda facts: {
        **dict.fromkeys(("used", "final", "silence"), "这笔订单不是本人要终止的。请写明终止的依据是哪一条。"),
        "delivered": "请写明这笔订单现在是什么状态、给过的内容现在在哪个账号。",
    },
    meaning="提交订单、付了款，合同一般就成立了，商家不能想取消就取消。可以要求照原订单履行，也可以要求退款。标价明显错误的，商家可以请求法院或者仲裁机构撤销，但不能自己说了算。缺货也是商家的事。",
    because="付款以后合同一般已经成立，对方单方取消是违约。可以要求照原订单履行，或者退款。",
    conditions=(chose("seller_cancelled", sentence="商家自己取消订单，或者把给了的收回去"),),
    defences=(
        among(
            "cancel_reason",
            "own_breach",
            sentence="是因为你违规才取消的",
            otherwise="是因为自己违规被取消，要看规则写明的后果，这里不支持直接要求。",
        ),
    ),
    remedy="perform_or_refund",
    by_wish={"refund": "refund_all"},
    proof=PROOF["seller_cancelled"],
    objections=(
        Objection(
            they_say="价格标错了，系统自动取消。",
            answer="订单提交成功，合同已经成立。标价错误的，应当请求法院或者仲裁机构撤销，不能由一方宣布作废。",
        ),
        Objection(they_say="缺货，只能退款。", answer="缺货不是本人的原因。请照原订单履行，或者说明同样的商品什么时候能交付。"),
    ),
)


def _cites_by_promise(facts: Facts) -> tuple[str, ...]:
    """网络消费纠纷规定（一） 2 is about the kinds of goods that 消法 25 excepts, 10 about sellers on somebody else's platform."""
    if facts.only_contract:
        return ("mfd-509", "mfd-577")
    excepted = facts.promise_kind == "return" and goods_of(facts.goods).returnable
    on_platform = facts.promise_kind == "multiple" and facts.seller_kind == "shop"
    return ("xfzss-12", *(("wxf-2",) if excepted else ()), *(("wxf-10",) if on_platform else ()), "mfd-509", "mfd-577")


VOLUNTARY_PROMISE = Rule(
    id="voluntary_promise",
    route="ordinary",
    title="商家承诺过包赔、随时退、假一赔几，现在不认",
    basis="statute",
    articles=("xfzss-12", "wxf-2", "wxf-10", "mfd-509", "mfd-577"),
    cites=_cites_by_promise,
    meaning="商家自己作出的承诺，比法律宽也要照办。承诺里写的条件也算数：质保几天、要不要未使用、凭什么证明。只在聊天里说的也是承诺，要留原始记录。",
    because="商家自己作出了承诺，你符合承诺里的条件，它就要照办。",
    conditions=(
        chose("promise_broken", sentence="商家承诺过，现在不认"),
        Condition(
            sentence="说得出承诺的是哪一种，承诺里写的条件都符合",
            otherwise="承诺里写的条件没有都符合。",
            reads=("promise_kind", "promise_met"),
            holds=lambda facts: all_of(
                is_one_of(facts.promise_met, "yes"),
                is_one_of(facts.promise_kind, "return", "warranty", "multiple"),
            ),
        ),
    ),
    remedy="keep_promise",
    answers=lambda facts: {
        **dict.fromkeys(("final", "rule"), "承诺在先。请照承诺办理，或者指出承诺里不适用的那一条。"),
        "too_late": "承诺写明的条件本人都符合。请指出过了哪一天，写在哪里。",
    },
    proof=PROOF["promise_broken"],
    objections=(
        Objection(
            they_say="那是活动宣传，不算数。", answer="商品页和聊天里写明的内容，就是约定。请照承诺办理，或者指出承诺里不适用的那一条。"
        ),
    ),
)
