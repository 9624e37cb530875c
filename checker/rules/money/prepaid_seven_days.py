"""Money paid in advance that is not wanted any more, within seven days."""

from checker.ask import goods, problems
from checker.kit import Caution, ClaimRule, Condition, Due, Evidence, F, Objection, Remedy, Sentence, Telling, Use, cite, reading, to
from checker.kit.conditions import NOT_ASKED
from checker.kit.deadlines import prepaid_return
from checker.kit.remedies import BY_USE, REFUND, REFUND_BALANCE

BALANCE = F.goods.is_(goods.PLATFORM_BALANCE) | F.problem.has(problems.BALANCE_REFUSED)
OVER_TIME = F.goods.is_(*(row for row in goods.GOODS if row.may_be_prepaid)) & F.prepaid_over_time.is_("yes")
NO_WITHDRAWAL = F.problem.has(problems.BALANCE_REFUSED) & F.balance_trouble.is_("no_withdrawal")

REFUND_PRINCIPAL = Remedy(
    id="refund_principal",
    label="退还预付款本金",
    extent=lambda facts: (
        "balance" if facts.goods == goods.PLATFORM_BALANCE.id or facts.chose(problems.BALANCE_REFUSED) else REFUND.extent(facts)
    ),
    reads=(*BY_USE, reading(F.balance_fen)),
    request=lambda a: REFUND_BALANCE.request(a) if a.extent == "balance" else REFUND.request(a),
    demand=lambda a: REFUND_BALANCE.demand(a) if a.extent == "balance" else REFUND.demand(a),
)


def _happened(t: Telling) -> str:
    told = "页面写明余额不予退还。这一条不能排除本人请求返还预付款的权利。" if t.f.balance_trouble == "no_withdrawal" else ""
    return f"这是预付款，提出退款的时候，付款没有超过七日。本人以前没有得到过相同的商品或者服务。{told}"


RULE = ClaimRule(
    module=__name__,
    title="预存的钱，七日内不想要了",
    meaning="预付款付款七日内，可以请求退本金，以前在这里或者别处得到过同样东西的除外。这条说的是在一家多次、持续兑付的预付款。平台余额算不算，看它怎么用，法律没有逐一写明。",
    because="付款还没有超过七日，以前没有得到过同样的东西，可以请求退还预付款本金。",
    also_called=(
        "余额想退",
        "充值后悔",
        "充错平台",
    ),
    place=6,
    family="prepaid",
    story=Condition(
        "只是不想用了",
        (F.problem.has(problems.CHANGE_OF_MIND) & (BALANCE | OVER_TIME))
        | (F.problem.has(problems.BALANCE_REFUSED) & F.balance_trouble.is_("not_wanted", "no_withdrawal")),
        "不是单纯不想用，看上面几条。",
    ),
    conditions=(
        Condition("付的是余额、预存款，或者先付清、慢慢用的", BALANCE | OVER_TIME, "买的不是预付款。"),
        Condition("充来自己或家人用", F.purpose.is_("self"), "充来转卖的，不是消费者的预付款。"),
        Condition("以前没有在这里或者别处得到过同样的东西", F.bought_before.is_("no"), "以前得到过同样的东西，七日内退本金的规定用不上。"),
        Condition(
            "提出的时候，付款不超过七日",
            F.seven_days_open.holds,
            "付款已经超过七日，又没有对方违约、答应可以退的情形，依据不够。",
        ),
    ),
    defences=(Condition("收钱的是偶尔转让的个人", F.seller_kind.is_("individual"), "付给偶尔转让的个人的，不是消费者的预付款。"),),
    cites=(cite("yfj-14"), cite("yfj-9", when=NO_WITHDRAWAL)),
    cautions=(
        Caution(
            words="司法解释写明的有培训、健身、出行等，没有写到的，对方可能不认是预付式消费。",
            when=F.problem.has(problems.CHANGE_OF_MIND) & OVER_TIME,
            beside_a_claim=True,
        ),
    ),
    deadlines=(Due(period="prepaid_return", row=prepaid_return, when=NOT_ASKED),),
    remedy=REFUND_PRINCIPAL,
    proof=(
        Evidence("payment"),
        Evidence("order"),
        Evidence("error"),
    ),
    happened=Sentence(_happened, reading(F.balance_trouble, when=F.problem.has(problems.BALANCE_REFUSED))),
    in_short=Sentence("付款七日内要求退还预付款"),
    their_records=Sentence("认为不能退的，请写明依据的条款。"),
    use=Use(),
    answers=(
        to("final", say="付款七日内可以请求返还预付款本金，有司法解释。请写明拒绝的依据。"),
        to("used", say="要的是没有用的本金。请写明用掉的是哪一笔。"),
        to("too_late", say="提出的时候付款没有超过七日。请写明从哪一天算。"),
    ),
    objections=(Objection("充值一概不退。", "付款七日内可以请求返还预付款本金，有司法解释。请写明拒绝的依据。"),),
)
