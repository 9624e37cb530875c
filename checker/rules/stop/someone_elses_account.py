"""A game account that is bound to somebody else's identity for good."""

from checker.ask.goods import GAME_ACCOUNT
from checker.ask.routes import UNLAWFUL_GOODS
from checker.kit import Act, Caution, Condition, F, StopRule, cite
from checker.rules.stop import FORBIDDEN, KEEP_RECORDS, STOP_BUYING

ACTS = (
    Act(what="停止使用，解绑自己的手机号和支付方式，不要再往里充钱"),
    STOP_BUYING,
    KEEP_RECORDS,
)

RULE = StopRule(
    module=__name__,
    route=UNLAWFUL_GOODS,
    title="绑着别人身份、换不了的账号",
    meaning="游戏账号能不能买卖，法律没有一概禁止。绑着别人身份信息、又换不了绑的，和买卖实名账号一样，合同可能无效，随时会被找回。能换绑成自己的，按普通商品看。",
    because="账号绑着别人的身份、换不了，法律禁止这样买卖，不能当普通商品要求退款。",
    headline=FORBIDDEN,
    also_called=("实名改不了", "绑着别人身份证", "号换不了绑"),
    place=4,
    story=Condition(
        "游戏账号绑着别人的身份信息，换不了",
        F.goods.is_(GAME_ACCOUNT) & F.bound_to.is_("other_fixed"),
        "账号没有绑着别人的身份，或者能换绑。",
    ),
    cites=(cite("fdz-31", "mfd-153", "mfd-157"),),
    cautions=(
        Caution(
            words="先弄清账号绑定的是谁的身份信息。绑着别人、换不了的，先别申请。",
            when=F.goods.is_(GAME_ACCOUNT),
            rule_is=("undetermined",),
            beside_a_claim=True,
        ),
    ),
    acts=lambda facts: ACTS,
    # A child's payment is void whoever the account is bound to.
    void_for_a_child_anyway=True,
)
