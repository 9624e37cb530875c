"""The platform sells by itself, or looks as if it did."""

from checker.kit import Condition, F, SupportRule, cite
from checker.kit.conditions import MAYBE_CONSUMER, ONLY_CONTRACT

RULE = SupportRule(
    module=__name__,
    title="平台自己卖的，平台按卖家负责",
    meaning="标着自营，或者看起来就是平台自己卖的，平台按卖家承担责任，不能让你去找“上游”。",
    because="平台自己卖，或者看不出是别人卖的，直接向平台要求。",
    also_called=("自营", "平台让找上游"),
    place=1,
    family="answers",
    story=Condition("平台自己卖的，或者看不出是别人卖的", F.seller_kind.is_("self_run"), "是平台上的店铺或者个人卖的。"),
    cites=(cite("dsf-37"), cite("wxf-4", when=MAYBE_CONSUMER), cite("mfd-577", when=ONLY_CONTRACT)),
    told_with=None,
    platform_answers=True,
    why_the_platform="本人没有看到别的卖家，因此以平台为{role}。",
)
