"""The buyer's own slip or change of mind: what platforms refuse, and where the law leaves a way."""

from checker.ask.facts import Facts
from checker.ask.goods import GOODS
from checker.decide.proof import PROOF
from checker.decide.rule import Condition, Objection, Rule, Truth, all_of, among, chose, is_none_of, story, true


def _own_slip(facts: Facts) -> Truth:
    """The story of the buyer's own slip. An account that the page filled in, or money paid to a stranger, is another one."""
    return all_of(facts.chose("mis_order"), is_none_of(facts.slip, "page", "payee"))


OWN_SLIP = Condition(sentence="自己买错、充错了", otherwise="不是自己选错的。", reads=("problem", "slip"), holds=_own_slip)

# From knowing, not from payment: where the day of knowing is not given, the rule holds and the reader is told of the period.
TOO_LATE_TO_REVOKE = Condition(
    sentence="知道看错已经超过九十日",
    otherwise="知道看错已经超过九十日，或者下单已经超过五年，不能再以重大误解请求撤销。",
    reads=("ninety_days_open",),
    holds=lambda facts: None if facts.ninety_days_open is None else not facts.ninety_days_open,
)

MIS_ORDER = Rule(
    id="mis_order",
    route="ordinary",
    title="买错、充错，页面没有给更正的机会，或者写得容易看错",
    basis="statute",
    articles=("dsf-50", "mfd-147", "mfd-152"),
    cites=lambda facts: ("mfd-147", "mfd-152") if facts.could_correct == "misleading" else ("dsf-50", "mfd-147", "mfd-152"),
    meaning="平台一般不退买错的。商家没有让你在提交前核对、更正，或者页面写得容易看错的，不一样。东西又还没有用掉，可以据此要求取消订单、退款。对方不同意的，撤销要由法院或者仲裁机构决定。",
    because="付款以前页面没有给核对、更正的机会，或者写得容易看错，东西也没有用掉。可以据此要求取消订单、退款。对方不同意的，撤销要由法院或者仲裁机构决定。",
    conditions=(
        OWN_SLIP,
        among(
            "goods_used",
            "untouched",
            "tried",
            sentence="东西还没有用掉，卡密也没有充掉",
            otherwise="东西已经用上了，商品本身没有问题。",
        ),
        among(
            "could_correct",
            "no",
            "misleading",
            sentence="付款以前，页面没有给核对、更正的机会，或者写得容易看错",
            otherwise="付款以前可以核对和更正，买错属于自己的原因。",
        ),
    ),
    defences=(TOO_LATE_TO_REVOKE,),
    remedy="refund",
    answers=lambda facts: {"final": "这句话没有回答下单那一步能不能核对、写得清不清楚。请就这一点答复。"},
    proof=PROOF["mis_order"],
    objections=(
        Objection(
            they_say="个人误操作不退。",
            answer="经营者应当写清楚，并保证用户在提交订单前可以更正输入错误。请指出写清楚的那一处，和可以更正的那一步。",
            ground="own_fault",
        ),
    ),
)

MATERIAL_MISTAKE = Rule(
    id="material_mistake",
    route="ordinary",
    title="看错得很远，重大误解",
    basis="statute",
    articles=("mfd-147", "mfd-152", "mfd-157", "zzjs-19"),
    meaning="把单位、数量、对象看错，差得很远，看清了一般谁也不会买，可以算重大误解。看错要由你证明。要在知道看错以后九十日内，请求法院或者仲裁机构撤销，平台自己不能撤销也不会认。发现以后马上说、东西没有用掉的，较有把握；只是后悔的不算。",
    because="看错得很远，看清了不会这样买，东西也没有用掉。可以先要求取消，对方不同意的，在知道看错以后九十日内请求法院撤销。",
    conditions=(
        OWN_SLIP,
        among(
            "goods_used",
            "untouched",
            "tried",
            sentence="东西还没有用掉，卡密也没有充掉",
            otherwise="东西已经用上了，商品本身没有问题。",
        ),
        among("slip_grave", "yes", sentence="差得很远，看清了绝不会买", otherwise="差得不远，或者东西没有买错，算不上重大误解。"),
    ),
    defences=(TOO_LATE_TO_REVOKE,),
    remedy="refund",
    answers=lambda facts: {
        "final": "重大误解可以请求法院撤销，这句话不能排除。东西没有用掉。",
        "own_fault": "看错是本人的，本人没有否认。差得很远、没有用掉的，可以请求法院撤销。",
    },
    proof=PROOF["mis_order"],
    objections=(Objection(they_say="充值成功，一概不退。", answer="本人看错得很远，东西没有用掉。协商不成的，本人将请求法院撤销。"),),
)

WRONG_ACCOUNT_BY_PAGE = Rule(
    id="wrong_account_by_page",
    route="ordinary",
    title="页面自动带出来的账号是错的",
    basis="statute",
    articles=("dsf-20", "dsf-50", "mfd-509", "mfd-563", "mfd-565", "mfd-566", "mfd-577"),
    cites=lambda facts: ("dsf-20", "dsf-50", "mfd-509", "mfd-577"),
    ends_contract=lambda facts: True,
    answers=lambda facts: {
        "delivered": "没有充到本人的账号。请写明充到了哪个账号、这个账号在哪一步填进去。",
        **dict.fromkeys(("used", "final"), "没有充到本人的账号，对本人来说就是没有交付。请就这一点答复。"),
    },
    meaning="账号是页面自动带出来的，充到了别人那里，不是你填错的，等于没有按约定交付给你。可以要求重新交付，或者退款。要有页面录屏、订单里的账号为证。",
    because="账号是页面带出来的，没有交付给你要的账号，可以要求重新交付或者退款。",
    conditions=(story("mis_order", "slip", "page", sentence="账号是页面自动带出来的，带错了"),),
    remedy="deliver_or_refund",
    proof=PROOF["wrong_account_by_page"],
    objections=(
        Objection(they_say="账号是你自己填的。", answer="请提供下单过程的记录：这个账号是谁、在哪一步填进去的。", ground="own_fault"),
    ),
)

CHANGE_OF_MIND = Rule(
    id="change_of_mind",
    route="ordinary",
    title="不想要了，七日内、没有动过",
    basis="statute",
    articles=("xfz-25", "xfzss-19", "qrbf-7", "qrbf-10", "qrbf-20"),
    meaning="网购有七日无理由退货。已经看过的卡密、下载或激活过的数字化商品，一般不适用；会员、代充这类服务也用不上。还没看、没充的卡密，商家又没有让你逐单确认的，可以主张。点卡、激活码算不算例外，法律没有逐一写明，各地看法可能不同。",
    because="收到没有超过七日，卡密没有看过也没有充过，付款时也没有让你单独确认不适用无理由退货。",
    conditions=(
        chose("change_of_mind", sentence="只是不想要了"),
        among("purpose", "self", sentence="买来自己或家人用", otherwise="买来转卖的，用不上消费者的无理由退货。"),
        among(
            "goods",
            *(goods.id for goods in GOODS if goods.returnable),
            sentence="买的是点卡、激活码一类商品，不是会员、代充、余额这类服务",
            otherwise="这一类一般算服务或者已经履行，用不上七日无理由退货。",
        ),
        among("goods_used", "untouched", sentence="没有看过卡密，也没有充过", otherwise="卡密已经动过，一般不适用无理由退货。"),
        among(
            "confirmed_no_return",
            "no",
            sentence="付款时没有单独让你确认“不支持七日无理由退货”",
            otherwise="付款时已经让你单独确认过不支持无理由退货。",
        ),
        true("seven_days_open", sentence="提出的时候，收到不超过七日", otherwise="已经超过七日。"),
    ),
    defences=(
        among("seller_kind", "individual", sentence="卖家是偶尔转让的个人", otherwise="向偶尔转让的个人买的，用不上消费者的无理由退货。"),
    ),
    remedy="refund",
    answers=lambda facts: {
        **dict.fromkeys(("final", "rule"), "七日无理由退货由法律规定。购买时没有让本人确认不适用的，不得拒绝。"),
        "used": "本人没有看过，也没有充过。请提供使用记录：什么时间、在哪个账号。",
        "own_fault": "七日无理由退货不用说明理由。请写明不适用的依据。",
        "silence": "无理由退货的期限是七日，不是几个小时。请就这一点答复。",
        "too_late": "提出的时候没有超过七日。请写明从哪一天算。",
    },
    proof=PROOF["change_of_mind"],
    objections=(
        Objection(they_say="虚拟商品不支持七日无理由。", answer="请提供本人下单时的逐单确认记录。没有确认的，不得拒绝无理由退货。"),
    ),
)

EXPIRED_UNUSED = Rule(
    id="expired_unused",
    route="ordinary",
    title="没写明有效期，放过期了",
    basis="statute",
    articles=("xfz-26", "mfd-496", "mfd-509", "mfd-577", "htjs-10"),
    meaning="写明了有效期，自己放过期的，一般由自己承担。买的时候没有写明，或者藏得看不见，可以主张这个期限不算数。",
    because="买的时候没有以看得见的方式写明有效期，对方不能拿它来拒绝。",
    conditions=(
        chose("expired_unused", sentence="一直没用，提示过期"),
        among("goods_used", "untouched", "tried", sentence="确实没有用过", otherwise="已经用过，不属于放过期。"),
        among(
            "validity_stated",
            "no",
            sentence="买的时候没有写明有效期，或者藏得看不见",
            otherwise="买的时候已经写明有效期，过期不是商品的缺陷。",
        ),
    ),
    remedy="refund",
    answers=lambda facts: dict.fromkeys(("own_fault", "too_late"), "没有写明有效期，本人无从知道。请指出写明的那一处。"),
    proof=PROOF["expired_unused"],
    objections=(Objection(they_say="过期不退。", answer="请提供下单页面上写明有效期的截图。没有提示的期限，本人主张不成为合同内容。"),),
)
