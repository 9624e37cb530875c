"""Where no refund text is written: a scam, money from fraud, and goods that the law forbids."""

from checker.ask.facts import Facts
from checker.ask.goods import GOODS, goods_of
from checker.ask.problems import PROBLEMS_OF, TOLD_TO_BUY
from checker.decide.rule import Condition, Rule, Truth, all_of, among, any_of, is_one_of, story

UNLAWFUL_GOODS = Rule(
    id="unlawful_goods",
    route="unlawful_goods",
    title="法律禁止买卖的东西",
    basis="statute",
    articles=("mfd-153", "mfd-157", "htjs-24", "xf-285", "xf-286", "jsjs-2", "fdz-31", "fdz-44", "wxf-9", "dsf-17", "xfzss-27"),
    cites=lambda facts: goods_of(facts.goods).forbidden_by or ("mfd-153",),
    meaning="外挂、刷单、代投诉、别人实名的账号和手机卡、赌博色情一类，法律禁止买卖。买卖合同多半无效，双方有过错的各自担责，涉嫌犯罪的会移送公安。这里不写退款文书，也不说能退。",
    because="这类东西法律禁止买卖，不能当普通商品要求退款。",
    conditions=(
        among(
            "goods",
            *(goods.id for goods in GOODS if not goods.lawful),
            sentence="买的是外挂、刷单、代投诉、别人实名的账号和手机卡，或者赌博色情一类",
            otherwise="买的不是法律禁止买卖的东西。",
        ),
    ),
)

SOMEONE_ELSES_ACCOUNT = Rule(
    id="someone_elses_account",
    route="unlawful_goods",
    title="绑着别人身份、换不了的账号",
    basis="statute",
    articles=("fdz-31", "mfd-153", "mfd-157"),
    meaning="游戏账号能不能买卖，法律没有一概禁止。绑着别人身份信息、又换不了绑的，和买卖实名账号一样，合同可能无效，随时会被找回。能换绑成自己的，按普通商品看。",
    because="账号绑着别人的身份、换不了，法律禁止这样买卖，不能当普通商品要求退款。",
    conditions=(
        Condition(
            sentence="游戏账号绑着别人的身份信息，换不了",
            otherwise="账号没有绑着别人的身份，或者能换绑。",
            reads=("goods", "bound_to"),
            holds=lambda facts: all_of(is_one_of(facts.goods, "game_account"), is_one_of(facts.bound_to, "other_fixed")),
        ),
    ),
)

BLACK_CARD = Rule(
    id="black_card",
    route="unlawful_goods",
    title="知道是黑卡、退款单的代充",
    basis="statute",
    articles=("mfd-153", "mfd-157", "fdz-25", "xf-312"),
    meaning="用盗刷的卡、骗退款、平台漏洞来的低价代充，钱可能是别人被骗的。卖家说明了还买，合同多半无效，还可能被封号、停机、配合调查。不知道来路的，按普通商品看。",
    because="卖家说过是黑卡、退款单或者漏洞，这样的代充不能当普通商品要求退款。",
    conditions=(
        Condition(
            sentence="买的是代充，卖家说过是黑卡、退款单或者漏洞",
            otherwise="卖家没有说过是黑卡、退款单或者漏洞。",
            reads=("goods", "topup_signs"),
            holds=lambda facts: all_of(
                is_one_of(facts.goods, "direct_topup"),
                None if facts.topup_signs is None else "told" in facts.topup_signs,
            ),
        ),
    ),
)


def _swindled(facts: Facts) -> Truth:
    return any_of(
        facts.chose(*PROBLEMS_OF["scam"]),
        is_one_of(facts.unlawful_part, "task"),
        is_one_of(facts.paid_outside, "lured"),
    )


SCAM = Rule(
    id="scam",
    route="scam",
    title="正在被骗：再付一笔、绕开平台、人找不到了",
    basis="statute",
    articles=("xf-266", "fdz-38", "zaglf-58", "mfd-149"),
    cites=lambda facts: ("xf-266", "fdz-38", "zaglf-58", *(("mfd-149",) if facts.chose(TOLD_TO_BUY) else ())),
    meaning="用激活费、解冻费、保证金的名义让你再付一笔，多半是诈骗。引你绕开平台付款、先垫钱做任务、买卡密发给他，付完人找不到了，也一样。不要再付，先止付、报警。写退款函只会耽误时间。被别人骗去买卡密的，卖卡的一方不知道、也不应当知道的，不能因此撤销和它的买卖。",
    because="这是诈骗常见的做法，先停止付款，马上报警，请求止付。",
    conditions=(
        Condition(
            sentence="被要求再付一笔、先垫钱做任务、绕开平台付款不认、买卡密发给别人，或者付完对方失联",
            otherwise="没有这些情形。",
            reads=("problem", "unlawful_part", "paid_outside"),
            holds=_swindled,
        ),
    ),
)

TAINTED_TOPUP = Rule(
    id="tainted_topup",
    route="scam",
    title="充进来的钱涉嫌诈骗，被停机、冻结",
    basis="statute",
    articles=("fdz-25", "xf-312", "fdz-38"),
    meaning="低价代充、话费慢充，充进来的可能是别人被骗的钱，号码、账号会被停机、冻结。先配合公安把来路说清楚，交出订单和付款记录，再谈向卖家追偿。不要说没到账。",
    because="充进来的钱涉嫌诈骗，先向公安说明情况，交出订单和付款记录，再谈向卖家追偿。",
    conditions=(story("stopped_early", "stopped_cause", "tainted", sentence="号码、账号被停机、冻结，说充进来的钱涉嫌诈骗"),),
)
