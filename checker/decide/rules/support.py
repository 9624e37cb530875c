"""What strengthens a claim that holds: who answers besides the seller, which clauses do not bind, what comes on top.

None of these grants anything by itself; each is applied only beside a rule that is met.
"""

from checker.ask.facts import Facts
from checker.ask.problems import problems_that
from checker.decide.rule import Condition, Rule, Truth, all_of, among, any_of, chose, is_none_of, is_one_of


def _said(ground: str, sentence: str) -> Condition:
    return Condition(
        sentence=sentence,
        otherwise="对方没有这样说。",
        reads=("refusal_ground",),
        holds=lambda facts: None if facts.refusal_ground is None else ground in facts.refusal_ground,
    )


SHOWS_INTENT = ("official", "reply", "chat")
"""Kinds of evidence that can show what the seller knew. A page shows what was said, not that it was known to be false; an order or a payment
shows neither."""


def _consumer_of_a_trader(facts: Facts) -> Truth:
    """Bought for daily life, and not from a private person: 消法 44 and 55 are open. Not knowing is not no."""
    return all_of(is_one_of(facts.purpose, "self"), is_none_of(facts.seller_kind, "individual"))


def fraud_said(facts: Facts) -> Truth:
    """Whether the reader says that deceit can be shown, and the law of 消法 55 is open to them. Whoever knew was not deceived (民法典 148)."""
    other_story = None if facts.problem is None else "wrong_goods" not in facts.problem
    did_not_know = any_of(other_story, is_none_of(facts.mismatch, "fake", "unlicensed"), is_one_of(facts.knew_it, "no"))
    return all_of(is_one_of(facts.false_intent, "yes"), _consumer_of_a_trader(facts), did_not_know)


def _intent_at_hand(facts: Facts) -> Truth:
    return None if facts.evidence is None else bool(facts.evidence & set(SHOWS_INTENT))


FINAL_SALE_CLAUSE = Rule(
    id="final_sale_clause",
    route="ordinary",
    title="“一经售出概不退换”挡不住",
    basis="statute",
    articles=("xfz-26", "mfd-496", "mfd-497", "htjs-10"),
    meaning="排除主要权利的格式条款无效，没有提示或者没有说明的，可以主张不算数。去掉这句话，还要看商品本身有没有问题，不是当然能退。",
    because="“一经售出概不退换”排除了主要权利，挡不住商品本身的问题。",
    conditions=(_said("final", "对方用“一经售出、概不退换”来拒绝"),),
)

SILENCE_CLAUSE = Rule(
    id="silence_clause",
    route="ordinary",
    title="“几小时内不反馈就算合格”不当然有效",
    basis="statute",
    articles=("mfd-620", "mfd-621", "mfd-622", "wxf-1", "mfd-497"),
    cites=lambda facts: ("mfd-620", "mfd-621", "mfd-622", "mfd-497") if facts.only_contract else ("mfd-620", "mfd-621", "mfd-622", "wxf-1"),
    meaning="约定了检验期限的，要在期限里提出；期限过短的，只当作看外表的期限。卡密有没有被用过，光看看不出来。没有约定的，在合理期限里提出，一般最长两年，有质量保证期的看保证期。对方知道或者应当知道不符合的，不受这些限制。所以发现问题就马上书面提出。",
    because="几小时里查不完的，反馈期只能算看外表的期限。卡密有没有问题，要用了才知道。",
    conditions=(
        _said("silence", "对方用“过了几小时没反馈就算合格”来拒绝"),
        chose(*problems_that(lambda problem: problem.about_what_came), sentence="说的是收到的东西有问题"),
    ),
)

PLATFORM_IS_SELLER = Rule(
    id="platform_is_seller",
    route="ordinary",
    title="平台自己卖的，平台按卖家负责",
    basis="statute",
    articles=("dsf-37", "wxf-4", "mfd-577"),
    cites=lambda facts: ("dsf-37", "mfd-577") if facts.only_contract else ("dsf-37", "wxf-4"),
    meaning="标着自营，或者看起来就是平台自己卖的，平台按卖家承担责任，不能让你去找“上游”。",
    because="平台自己卖，或者看不出是别人卖的，直接向平台要求。",
    conditions=(among("seller_kind", "self_run", sentence="平台自己卖的，或者看不出是别人卖的", otherwise="是平台上的店铺或者个人卖的。"),),
)

PLATFORM_NAMES_NO_SELLER = Rule(
    id="platform_names_no_seller",
    route="ordinary",
    title="平台说不出卖家是谁，平台赔",
    basis="statute",
    articles=("xfz-44",),
    meaning="平台不能提供卖家的真实名称、地址和有效联系方式的，消费者可以直接向平台要求赔偿。要先问过，留下它答不出来的记录。向个人买的、买来转卖的，不能用这一条。",
    because="平台说不出卖家的真实名称、地址和联系方式，可以直接向平台要求赔偿。",
    conditions=(
        among("seller_identity", "refused", sentence="问过平台，平台说不出卖家是谁", otherwise="卖家是谁是知道的，或者还没有问过平台。"),
        Condition(
            sentence="自己或家人用，卖家不是偶尔转让的个人",
            otherwise="不是消费者和经营者之间的事，不能用这一条。",
            reads=("purpose", "seller_kind"),
            holds=_consumer_of_a_trader,
        ),
    ),
)

PAID_OUTSIDE = Rule(
    id="paid_outside",
    route="ordinary",
    title="绕开平台付的，卖家不能拿它推脱",
    basis="statute",
    articles=("wxf-5", "mfd-577"),
    cites=lambda facts: ("mfd-577",) if facts.only_contract else ("wxf-5",),
    meaning="卖家引导你绕开平台付款的，卖家不能说“没走平台，不归我管”。但平台那边会弱得多，也没有担保。",
    because="绕开平台付款是卖家引导的，卖家不能拿它推脱。",
    conditions=(among("paid_outside", "agreed", sentence="对方让你绕开平台付的，还在处理", otherwise="不是对方让你绕开平台付的。"),),
)

HUMAN_REVIEW = Rule(
    id="human_review",
    route="ordinary",
    title="只由系统拒绝的，改由人工判定",
    basis="statute",
    articles=("ptgz-19",),
    conduct_on=("refused_on",),
    meaning="网络交易平台只用机器作出不利处理的，可以申诉，要求人工判定。只卖自家货的网站不适用这一条。驳回退款算不算“不利措施”，各地看法可能不同。",
    because="拒绝是系统自动作出的，可以要求人工判定，并告知结果。",
    conditions=(
        among("refused_by", "machine", sentence="是系统自动拒绝的，没有人看过", otherwise="不是系统自动拒绝的。"),
        among("seller_kind", "shop", "individual", sentence="是有别人卖货的平台", otherwise="只卖自家货的网站不适用这一条。"),
    ),
)

TOO_MUCH_ASKED = Rule(
    id="too_much_asked",
    route="ordinary",
    title="退款先交身份证照片、人脸",
    basis="statute",
    articles=("xfzss-23",),
    conduct_on=("refused_on",),
    meaning="商家不能借退款过度收集个人信息。确实要核实付款的人，可以用订单、账单、原账户来核实。交身份证照片、人脸以前，先问清用途、怎么保存、有没有别的办法。",
    because="退款核实身份，不能过度收集个人信息，可以要求换别的核实办法。",
    conditions=(_said("id_wanted", "对方要先交身份证照片、人脸才退"),),
)

DELIBERATE_FALSEHOOD = Rule(
    id="deliberate_falsehood",
    route="ordinary",
    title="故意骗人的，另加三倍赔偿",
    basis="statute",
    articles=("xfz-55", "qhcf-5", "qhcf-16", "zzjs-21"),
    meaning="三倍赔偿的条件是欺诈：故意告诉你假的，或者该说的瞒着不说。只是发错、缺货、拖延不算。要证明的是故意，只有怀疑不够。没有证据，不要写进函里。",
    because="有证据证明对方故意骗人，退款以外可以另外要求三倍赔偿。要证明的是故意，只有怀疑不够。",
    conditions=(
        Condition(
            sentence="有证据证明对方故意骗人，买的时候不知道，买来自己用，对方是经营者",
            otherwise="没有证据证明对方故意，买的时候就知道，或者不是消费者和经营者之间的事。",
            reads=("false_intent", "purpose", "seller_kind", "problem", "mismatch", "knew_it"),
            holds=fraud_said,
        ),
        Condition(
            sentence="手里有能看出对方故意的凭证：聊天、书面答复或者官方查询结果",
            otherwise="手里没有能看出对方故意的凭证。",
            reads=("evidence",),
            holds=_intent_at_hand,
        ),
    ),
)
