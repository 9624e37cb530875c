"""Money taken without a basis: charged twice or too much, renewed without notice, added by a tick, kept as balance."""

from checker.ask.facts import Facts
from checker.decide.proof import PROOF
from checker.decide.rule import Condition, Objection, Rule, Truth, all_of, among, any_of, chose, is_one_of, story, true

_EXTRA = ("duplicate", "excess", "two_orders")


def _overcharged(facts: Facts) -> Truth:
    """The story of a charge too many. Renewals and ticked extras are others."""
    return all_of(facts.chose("overcharged"), is_one_of(facts.charge, *_EXTRA))


OVERCHARGED = Rule(
    id="overcharged",
    route="ordinary",
    title="同一个订单重复扣款、多扣",
    basis="statute",
    articles=("mfd-985",),
    meaning="同一个订单扣了两次，或者扣得比标的价多，多出来的部分没有依据，应当返还。点了两次成了两个订单的不一样：那是两份合同，第二单没用的，按买错来看。",
    because="同一个订单多扣的钱，对方没有依据收，应当返还多扣的部分。",
    conditions=(
        Condition(sentence="多扣了钱", otherwise="你说的不是这种情况。", reads=("problem", "charge"), holds=_overcharged),
        among(
            "charge",
            "duplicate",
            "excess",
            sentence="是同一个订单扣了两次，或者扣的比标的价多",
            otherwise="两个订单是两份合同，不算重复扣款。第二单是点错的，按买错来看。",
        ),
    ),
    remedy="return_extra",
    answers=lambda facts: dict.fromkeys(
        ("used", "final", "delivered", "silence"), "多扣的钱，和商品用没用过、退不退无关。请就多扣的这一笔答复。"
    ),
    proof=PROOF["overcharged"],
    objections=(Objection(they_say="系统只收到一笔。", answer="请对照付款账单，写明每一笔扣款各自对应的订单编号。"),),
)

PRETICKED = Rule(
    id="preticked",
    route="ordinary",
    title="默认勾选的东西一起扣了钱",
    basis="statute",
    articles=("dsf-19", "wjb-17", "xfz-26", "mfd-496"),
    cites=lambda facts: ("dsf-19", "wjb-17", "mfd-496") if facts.only_contract else ("dsf-19", "wjb-17", "xfz-26", "mfd-496"),
    meaning="搭售要用显著方式提醒，不能设成默认同意。默认勾上的保险、加速包、会员，可以要求取消、退还这一部分。自己勾上的不算。",
    because="默认勾选的东西，你没有选过，可以要求取消，退还这一部分的钱。",
    conditions=(story("overcharged", "charge", "preticked", sentence="默认勾选了别的，一起扣了钱"),),
    remedy="return_extra",
    answers=lambda facts: dict.fromkeys(("used", "final", "own_fault", "silence"), "这一项本人没有选择。请提供本人在哪里作出选择的记录。"),
    proof=PROOF["preticked"],
    objections=(
        Objection(
            they_say="付款时已经显示，你同意了。", answer="搭售不得设为默认同意的选项。请提供付款那一步的页面，说明本人在哪里作出了选择。"
        ),
    ),
)

AUTO_RENEWAL = Rule(
    id="auto_renewal",
    route="ordinary",
    title="没有显著提醒就自动续费，续费以后没怎么用",
    basis="statute",
    articles=("xfzss-10", "wjb-18", "mfd-496"),
    meaning="自动续费要在开通以前和续费日期以前显著提醒，并且随时可以取消。提前几天提醒，法律没有写。没有显著提醒的，可以要求取消，退还没用的部分。提醒过没有，可以要求商家拿出记录。退已经扣的钱，没有一条法律直接写明，说法可能不同。",
    because="自动续费要在续费日期以前显著提醒。续费以后没有用完，可以要求取消，退还没用的部分，并要求商家拿出提醒记录。",
    conditions=(
        story("overcharged", "charge", "renewal", sentence="被自动续费扣了钱"),
        among(
            "goods_used",
            "untouched",
            "tried",
            "part_used",
            sentence="续费以后没有用，或者只用了一部分",
            otherwise="续费以后已经用完，等于接受了这一期。",
        ),
    ),
    defences=(
        among(
            "renewal_notice",
            "yes",
            sentence="扣费以前已经显著提醒过",
            otherwise="扣费以前已经显著提醒过，没有取消一般由自己承担。现在就可以关掉自动续费。",
        ),
    ),
    remedy="refund",
    answers=lambda facts: dict.fromkeys(
        ("own_fault", "rule", "final", "too_late"),
        "同意过续费，不等于扣费以前不用提醒。请提供提醒记录：什么时间、发到哪里、内容是什么。",
    ),
    proof=PROOF["auto_renewal"],
    objections=(
        Objection(
            they_say="开通时已经同意自动续费。",
            answer="同意续费，不等于不用提醒。请提供扣费以前的提醒记录：什么时间、发到哪里、内容是什么。",
        ),
    ),
)


def _cites_by_deduction(facts: Facts) -> tuple[str, ...]:
    if facts.balance_trouble == "part":
        return ("mfd-496", "mfd-509")
    return ("mfd-496", "mfd-509", "mfd-577") if facts.only_contract else ("xfzss-18", "mfd-496", "mfd-509", "mfd-577")


REFUND_FEE = Rule(
    id="refund_fee",
    route="ordinary",
    title="退款扣手续费、取消费，或者只肯退一部分余额",
    basis="statute",
    articles=("xfzss-18", "mfd-496", "mfd-509", "mfd-577"),
    cites=_cites_by_deduction,
    meaning="依法或者依约定该退的钱，要一次退清。事后才说的手续费、取消费缺乏依据，可以要求全额退。下单以前写明并且确认过的，一般照约定；约定得过高的，可以请求法院适当减少。余额里自己付了钱的，说成送的、优惠充的来扣，也一样要写明依据；真是送的，一般不算。",
    because="依法或者依约定该退的钱，要一次退清。要扣的，由对方写明依据的是哪一条、怎么算的。写不出来的，可以要求全额退。",
    conditions=(
        Condition(
            sentence="退款要扣手续费、取消费，或者只肯退一部分余额",
            otherwise="你说的不是这种情况。",
            reads=("problem", "refund_trouble", "balance_trouble"),
            holds=lambda facts: any_of(
                all_of(facts.chose("refund_not_arrived"), is_one_of(facts.refund_trouble, "fee")),
                all_of(facts.chose("balance_refused"), is_one_of(facts.balance_trouble, "fee", "part")),
            ),
        ),
    ),
    defences=(
        among(
            "fee_basis",
            "agreed",
            sentence="要扣的部分下单以前写明、你也确认过",
            otherwise="要扣的部分下单以前写明、你也确认过，一般照约定。过高的，可以请求法院适当减少。",
        ),
    ),
    remedy="refund_in_full",
    answers=lambda facts: dict.fromkeys(("used", "final", "silence"), "要说的是扣的这一部分有没有依据。请写明是哪一条、怎么算的。"),
    proof=PROOF["refund_fee"],
    objections=(
        Objection(
            they_say="按平台规则要扣手续费。",
            answer="请写明是哪一条、下单以前在哪里提示过、怎么算的。没有依据的部分，本人不同意扣。",
            ground="rule",
        ),
    ),
)

REFUND_TO_BALANCE = Rule(
    id="refund_to_balance",
    route="ordinary",
    title="只肯退到平台余额",
    basis="statute",
    articles=("mfd-509", "mfd-577", "qrbf-14"),
    cites=lambda facts: ("mfd-509", "mfd-577") if facts.only_contract else ("mfd-509", "mfd-577", "qrbf-14"),
    meaning="当初不是用余额付的，可以不同意退成余额，要求按原支付方式退。七日无理由退货有明文，其他退款可以比照主张。当初就是用余额付的，退回余额就是原路。",
    because="当初不是用余额付的，就不用接受退成余额，可以要求按原支付方式退。",
    conditions=(story("refund_not_arrived", "refund_trouble", "to_balance", sentence="答应退款，只退到平台余额"),),
    defences=(among("channel", "balance", sentence="当初就是用平台余额付的", otherwise="当初就是用平台余额付的，退回余额就是原路退回。"),),
    remedy="pay_agreed",
    answers=lambda facts: dict.fromkeys(
        ("used", "final", "silence", "delivered"), "要说的是退到哪里，不是退不退。请按原支付方式退回，或者写明依据。"
    ),
    proof=PROOF["refund_to_balance"],
    objections=(Objection(they_say="系统只能退到余额。", answer="退款按原支付方式退。做不到的，请写明原因，由本人选择其他方式。"),),
)


def _cites_for_prepayment(facts: Facts) -> tuple[str, ...]:
    """A closing has notice periods of its own; a demand left open for fifteen days counts as stalling."""
    closing = ("xfzss-21", "dsf-16") if facts.balance_trouble == "closing" else ()
    stalled = ("qhcf-10",) if facts.stalled else ()
    return ("xfz-53", "xfzss-22", "yfj-15", *closing, *stalled, "mfd-509", "mfd-577")


PREPAID_BROKEN = Rule(
    id="prepaid_broken",
    route="ordinary",
    title="预存的钱，对方不按约定提供或者停业",
    basis="statute",
    articles=(
        "xfz-53",
        "xfzss-21",
        "xfzss-22",
        "yfj-15",
        "qhcf-10",
        "dsf-16",
        "mfd-509",
        "mfd-563",
        "mfd-565",
        "mfd-566",
        "mfd-577",
    ),
    cites=_cites_for_prepayment,
    ends_contract=lambda facts: True,
    answers=lambda facts: dict.fromkeys(("used", "final", "silence"), "要的是没有用的余额。没有提供的部分，请退还。"),
    meaning="收了预付款，不按约定提供，或者停业停运的，可以要求退还没用的余额。充送活动里送的部分一般不算。人也找不到的，先按被骗处理。",
    because="收了预付款却不按约定提供，可以要求退还没用的余额。",
    conditions=(
        story("balance_refused", "balance_trouble", "not_provided", "closing", sentence="余额买不到约定的东西，或者平台停业、停运"),
    ),
    remedy="refund_balance",
    proof=PROOF["balance_refused"],
    objections=(Objection(they_say="充值一概不退。", answer="不是不想要，是没有按约定提供。没有提供的部分应当退还，写一句“不退”挡不住。"),),
)

FROZEN_BALANCE = Rule(
    id="frozen_balance",
    route="ordinary",
    title="账号被冻结，余额用不了",
    basis="statute",
    articles=("mfd-509", "mfd-563", "mfd-565", "mfd-566", "mfd-577", "ptgz-19"),
    cites=lambda facts: ("mfd-509", "mfd-577", "ptgz-19") if facts.seller_kind in ("shop", "individual") else ("mfd-509", "mfd-577"),
    ends_contract=lambda facts: True,
    answers=lambda facts: dict.fromkeys(("used", "final"), "要的是没有用的余额。请解冻，或者写明冻结的依据。"),
    meaning="平台冻结账号，要说明理由，给申诉的渠道。没有违规的，可以要求解冻，或者退还余额。确实违规的，看规则写明的后果合不合理。",
    because="账号被冻结而你没有违规，可以要求说明理由、解冻，或者退还余额。",
    conditions=(story("balance_refused", "balance_trouble", "frozen", "own_breach", sentence="账号被冻结，余额用不了"),),
    exceptions=(
        among(
            "balance_trouble",
            "own_breach",
            sentence="是因为自己违规被冻结",
            otherwise="是自己违反了规则，一般由自己承担。没收全部余额一类的后果过重的，只能请求法院适当减少。",
        ),
    ),
    remedy="refund_balance",
    proof=PROOF["balance_refused"],
    objections=(
        Objection(they_say="风控冻结，原因不便透露。", answer="请写明依据的是哪一条、哪一次操作。没有理由的，请解冻，或者退还余额。"),
    ),
)

PREPAID_SEVEN_DAYS = Rule(
    id="prepaid_seven_days",
    route="ordinary",
    title="预存的钱，七日内不想要了",
    basis="statute",
    articles=("yfj-14",),
    meaning="预付款付款七日内，可以请求退本金，以前在这里或者别处得到过同样东西的除外。这条说的是在一家多次、持续兑付的预付款。平台余额算不算，看它怎么用，法律没有逐一写明。",
    because="付款还没有超过七日，以前没有得到过同样的东西，可以请求退还预付款本金。",
    conditions=(
        Condition(
            sentence="只是不想用了",
            otherwise="不是单纯不想用，看上面几条。",
            reads=("problem", "goods", "balance_trouble"),
            holds=lambda facts: any_of(
                all_of(facts.chose("balance_refused"), is_one_of(facts.balance_trouble, "not_wanted")),
                all_of(facts.chose("change_of_mind"), is_one_of(facts.goods, "platform_balance")),
            ),
        ),
        among("goods", "platform_balance", sentence="付的是平台余额、预存款", otherwise="买的不是平台余额、预存款。"),
        among("purpose", "self", sentence="充来自己或家人用", otherwise="充来转卖的，不是消费者的预付款。"),
        among(
            "bought_before",
            "no",
            sentence="以前没有在这里或者别处得到过同样的东西",
            otherwise="以前得到过同样的东西，七日内退本金的规定用不上。",
        ),
        true(
            "seven_days_open",
            sentence="提出的时候，付款不超过七日",
            otherwise="付款已经超过七日。平台没有违约，又没有承诺可以退，依据不够。",
        ),
    ),
    defences=(
        among("seller_kind", "individual", sentence="收钱的是偶尔转让的个人", otherwise="付给偶尔转让的个人的，不是消费者的预付款。"),
    ),
    remedy="refund_balance",
    answers=lambda facts: {
        "final": "付款七日内可以请求返还预付款本金，有司法解释。请写明拒绝的依据。",
        "used": "要的是没有用的本金。请写明用掉的是哪一笔。",
        "too_late": "提出的时候付款没有超过七日。请写明从哪一天算。",
    },
    proof=PROOF["balance_refused"],
    objections=(Objection(they_say="充值一概不退。", answer="付款七日内可以请求返还预付款本金，有司法解释。请写明拒绝的依据。"),),
)

DEPOSIT_KEPT = Rule(
    id="deposit_kept",
    route="ordinary",
    title="押金退不出来",
    basis="statute",
    articles=("dsf-21", "xfzss-20", "mfd-509", "mfd-577"),
    cites=lambda facts: ("mfd-509", "mfd-577") if facts.only_contract else ("dsf-21", "xfzss-20", "mfd-509", "mfd-577"),
    meaning="租号一类收的押金，条件做到了就要及时退，不能事后另加条件。有没有弄坏、欠费，由说要扣的一方拿出记录。",
    because="退押金的条件都做到了，对方要及时退还，不能另加条件。",
    conditions=(
        chose("deposit_kept", sentence="押金退不出来"),
        among("deposit_returned", "yes", sentence="退押金的条件都做到了", otherwise="退押金的条件有的没有做到，先看约定怎么扣。"),
    ),
    remedy="refund_all",
    answers=lambda facts: dict.fromkeys(("used", "final"), "押金不是商品的价款，条件做到了就要退。请写明扣的依据和记录。"),
    proof=PROOF["deposit_kept"],
    objections=(Objection(they_say="要再观察一段时间。", answer="请写明约定的退还时限是哪一条。没有约定的，请及时退还。"),),
)

WRONG_PAYEE = Rule(
    id="wrong_payee",
    route="ordinary",
    title="付错了人",
    basis="statute",
    articles=("mfd-985", "mfd-987"),
    meaning="和收款人没有买卖，钱付错给他，他没有依据收，应当返还。先找支付方转告收款人；他不还的，可以起诉。支付方自己弄错指令的，由它查明、纠正。",
    because="和收款人没有交易，他收这笔钱没有依据，应当返还。",
    conditions=(story("mis_order", "slip", "payee", sentence="付错了人，转错了账户"),),
    remedy="refund_all",
    answers=lambda facts: (
        dict.fromkeys(
            ("used", "final", "silence", "delivered", "rule", "too_late"),
            "本人和收款人没有买卖。请写明收款的依据，没有的，请返还。",
        )
        | {"own_fault": "付错是本人的，可是收这笔钱没有依据，应当返还。"}
    ),
    proof=PROOF["wrong_payee"],
    objections=(Objection(they_say="不认识你，凭什么退。", answer="正因为没有交易，收这笔钱没有依据。请写明收款的依据，没有的，请返还。"),),
)
