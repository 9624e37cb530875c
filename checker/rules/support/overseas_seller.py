"""The seller is abroad: which law applies, and the card's own way of disputing a payment."""

from checker.kit import Condition, F, FirstAct, Saves, Sentence, SupportRule, cite
from checker.kit.conditions import PAID_AND_TRUE

RULE = SupportRule(
    module=__name__,
    title="卖家在境外，一般仍适用你所在地的法律",
    meaning="消费者合同，一般适用消费者经常居住地的法律；卖家在你这里没有从事相关经营活动的，适用它那里的法律。适用哪里的，最后由法院定。境外卖家难找，用卡付的，先问发卡行能不能按卡组织的规则提出争议，期限以发卡行说的为准。",
    because="卖家在境外，消费者合同一般适用消费者经常居住地的法律，由法院认定。",
    also_called=("境外卖家", "海外网站", "国外平台"),
    place=11,
    family="answers",
    story=Condition("卖家在境外", F.seller_kind.is_("overseas"), "卖家不在境外。"),
    conditions=(Condition("自己或家人用", F.purpose.is_("self"), "转卖的，不是消费者合同。"),),
    first_acts=(
        FirstAct(
            id="dispute",
            saves=Saves.PAYMENT,
            when=F.channel.is_("card") & PAID_AND_TRUE,
            what=lambda f: "打发卡行的客服电话：这笔境外交易能不能按卡组织的规则提出争议，最晚哪一天，要什么材料",
        ),
    ),
    cites=(cite("wsf-42"),),
    told=Sentence("卖家在境外。"),
    told_with=None,
)
