"""The seller had the reader pay past the platform, and the matter is still being dealt with."""

from checker.kit import Condition, F, SupportRule, cite
from checker.kit.conditions import MAYBE_CONSUMER, ONLY_CONTRACT

RULE = SupportRule(
    module=__name__,
    title="绕开平台付的，卖家不能拿它推脱",
    meaning="卖家引导你绕开平台付款的，卖家不能说“没走平台，不归我管”。但平台那边会弱得多，也没有担保。",
    because="绕开平台付款是卖家引导的，卖家不能拿它推脱。",
    also_called=("私下转账", "绕开平台", "加微信付"),
    place=6,
    family="answers",
    story=Condition("对方让你绕开平台付的，还在处理", F.paid_outside.is_("agreed"), "不是对方让你绕开平台付的。"),
    cites=(cite("wxf-5", when=MAYBE_CONSUMER), cite("mfd-577", when=ONLY_CONTRACT)),
    told_with=None,
)
