"""The platform was asked who the seller is and can not say."""

from checker.kit import Condition, F, Sentence, SupportRule, cite
from checker.kit.conditions import CONSUMER_OF_A_TRADER

RULE = SupportRule(
    module=__name__,
    title="平台说不出卖家是谁，平台赔",
    meaning="平台不能提供卖家的真实名称、地址和有效联系方式的，消费者可以直接向平台要求赔偿。要先问过，留下它答不出来的记录。向个人买的、买来转卖的，不能用这一条。",
    because="平台说不出卖家的真实名称、地址和联系方式，可以直接向平台要求赔偿。",
    also_called=("找不到卖家", "不知道卖家是谁"),
    place=2,
    family="answers",
    story=Condition("问过平台，平台说不出卖家是谁", F.seller_identity.is_("refused"), "卖家是谁是知道的，或者还没有问过平台。"),
    conditions=(Condition("自己或家人用，卖家不是偶尔转让的个人", CONSUMER_OF_A_TRADER, "不是消费者和经营者之间的事，不能用这一条。"),),
    cites=(cite("xfz-44"),),
    told_with="respondent",
    platform_answers=True,
    in_the_sellers_place=True,
    told=Sentence(
        lambda t: (
            f"{f'{t.f.identity_asked_on.said}，' if t.f.identity_asked_on else ''}本人问过平台，平台没有提供卖家的真实名称、地址和有效联系方式。"
        ),
        F.identity_asked_on,
    ),
    told_on="identity_asked_on",
    why_the_platform="平台没有提供卖家的真实名称、地址和有效联系方式，因此以平台为{role}。",
)
