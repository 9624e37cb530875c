"""Bought in a live stream: who runs it answers as the seller unless it was made plain that somebody else sells."""

from checker.kit import Condition, F, SupportRule, cite

RULE = SupportRule(
    module=__name__,
    title="直播间里买的，没有标清谁在卖，直播间也要负责",
    meaning="在直播间里点进去买的，直播间要证明自己用看得清的方式标明了不是它在卖、实际卖家是谁。证明不了的，可以要求它承担销售者的责任。",
    because="直播间不能证明标明了实际卖家的，可以要求它承担销售者的责任。请直播间提供直播时标明卖家的记录。",
    also_called=("直播间买的", "主播推荐", "直播带货"),
    place=10,
    family="answers",
    story=Condition("是在直播间里买的", F.seller_kind.is_("livestream"), "不是在直播间里买的。"),
    cites=(cite("wxf-12"),),
    told_with=None,
)
