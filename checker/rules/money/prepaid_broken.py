"""Money paid in advance, for what is not provided or by a platform that closes."""

from checker.ask import problems
from checker.kit import ALWAYS, NO_WORD_OF_USE, ClaimRule, Due, Evidence, F, Objection, Sentence, Telling, cite, money, story, to
from checker.kit.conditions import MAYBE_CONSUMER
from checker.kit.deadlines import stalling
from checker.kit.remedies import REFUND_BALANCE


def _happened(t: Telling) -> str:
    what = {"not_provided": "说好能用余额买的东西不再提供", "closing": "平台已经不再运营"}[t.f.balance_trouble or ""]
    return f"{what}，本人预存的款项还有余额{money(t.f.balance_fen, '剩余的余额')}。"


RULE = ClaimRule(
    module=__name__,
    title="预存的钱，对方不按约定提供或者停业",
    meaning="收了预付款，不按约定提供，或者停业停运的，可以要求退还没用的余额。充送活动里送的部分一般不算。人也找不到的，先按被骗处理。",
    because="收了预付款却不按约定提供，可以要求退还没用的余额。",
    also_called=(
        "充值退不了",
        "平台倒闭",
        "停运",
    ),
    place=4,
    family="prepaid",
    story=story(
        "余额买不到约定的东西，或者平台停业、停运",
        F.problem.has(problems.BALANCE_REFUSED) & F.balance_trouble.is_("not_provided", "closing"),
    ),
    cites=(
        cite("xfz-53", "xfzss-22", "yfj-15"),
        cite("yfj-16", "yfj-17", when=MAYBE_CONSUMER),
        # A closing has notice periods of its own; a demand left open for fifteen days counts as stalling.
        cite("xfzss-21", "dsf-16", when=F.balance_trouble.is_("closing")),
        cite("qhcf-10", when=F.stalled.holds),
        cite("mfd-509", "mfd-577"),
    ),
    ends_contract=ALWAYS,
    deadlines=(Due(period="stalling", row=stalling, when=MAYBE_CONSUMER),),
    remedy=REFUND_BALANCE,
    proof=(
        Evidence("payment", "自己付了多少，送的不算", "每一次充值的账单详情，余额页截图"),
        Evidence("order"),
        Evidence("error"),
    ),
    happened=Sentence(_happened, F.balance_trouble, F.balance_fen),
    in_short=Sentence("预存的款项不能按约定使用"),
    their_records=Sentence("认为已经按约定提供的，请提供每一次兑付的记录。"),
    use=NO_WORD_OF_USE,
    answers=(to("used", "final", "silence", say="要的是没有用的余额。没有提供的部分，请退还。"),),
    objections=(Objection("充值一概不退。", "不是不想要，是没有按约定提供。没有提供的部分应当退还，写一句“不退”挡不住。"),),
)
