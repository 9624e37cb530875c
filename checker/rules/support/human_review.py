"""A refusal that no person has looked at."""

from checker.kit import Condition, F, SupportRule, cite
from checker.kit.conditions import SOLD_ON_A_PLATFORM

RULE = SupportRule(
    module=__name__,
    title="只由系统拒绝的，改由人工判定",
    meaning="网络交易平台只用机器作出不利处理的，可以申诉，要求人工判定。只卖自家货的网站不适用这一条。驳回退款算不算“不利措施”，各地看法可能不同。",
    because="拒绝是系统自动作出的，可以要求人工判定，并告知结果。",
    also_called=("秒拒", "机器人客服", "要求人工"),
    place=5,
    family="clauses",
    story=Condition("是系统自动拒绝的，没有人看过", F.refused_by.is_("machine"), "不是系统自动拒绝的。"),
    conditions=(Condition("是有别人卖货的平台", SOLD_ON_A_PLATFORM, "只卖自家货的网站不适用这一条。"),),
    cites=(cite("ptgz-19"),),
    conduct_on=("refused_on",),
    told_with="review",
    asks="这次拒绝由系统自动作出，请改由人工判定，并书面告知结果。",
)
