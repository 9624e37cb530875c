"""A top-up of which the seller said that it comes from stolen cards, refund tricks or a flaw."""

from checker.ask.goods import DIRECT_TOPUP
from checker.ask.routes import UNLAWFUL_GOODS
from checker.kit import Act, Condition, F, StopRule, cite
from checker.rules.stop import FORBIDDEN, KEEP_RECORDS

ACTS = (
    Act(what="不要再充，改掉给出去的密码"),
    Act(what="被停机、冻结的，带上订单和付款记录向公安说明情况。不要说没到账"),
    KEEP_RECORDS,
)

RULE = StopRule(
    module=__name__,
    route=UNLAWFUL_GOODS,
    title="知道是黑卡、退款单的代充",
    meaning="用盗刷的卡、骗退款、平台漏洞来的低价代充，钱可能是别人被骗的。卖家说明了还买，合同多半无效，还可能被封号、停机、配合调查。不知道来路的，按普通商品看。",
    because="卖家说过是黑卡、退款单或者漏洞，这样的代充不能当普通商品要求退款。",
    headline=FORBIDDEN,
    also_called=("黑卡代充", "退款单", "卡漏洞"),
    place=5,
    story=Condition(
        "买的是代充，卖家说过是黑卡、退款单或者漏洞",
        F.goods.is_(DIRECT_TOPUP) & F.topup_signs.has("told"),
        "卖家没有说过是黑卡、退款单或者漏洞。",
    ),
    cites=(cite("mfd-153", "mfd-157", "fdz-25", "xf-312"),),
    acts=lambda facts: ACTS,
)
