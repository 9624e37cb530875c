"""The buyer mistyped the number, and what was topped up reached somebody else, who has no ground to keep it."""

from checker.ask import problems
from checker.kit import NO_WORD_OF_USE, ClaimRule, Defendant, Evidence, F, Objection, Remedy, Sentence, blank, cite, story, to

HOLD_AND_RETURN = Remedy(
    id="hold_and_return",
    label="拦下这笔充值，联系收到的人返还",
    extent=lambda facts: "full",
    request=lambda a: f"{a.by}拦下这笔充值，联系收到充值的人返还{a.amount}。联系不上或者他不肯的，请书面告知。",
    demand=lambda a: f"拦下这笔充值，联系收到充值的人返还{a.amount}",
    performs_first=F.problem.has(problems.MIS_ORDER),
)

RULE = ClaimRule(
    module=__name__,
    title="填错号码，充到了别人那里",
    meaning="自己填错了号码、账号，东西进了别人的账户。收到的人没有依据留着，一般应当返还；他不知情、又已经用掉的，可能不用还。卖家、运营商能帮的，是拦下这笔充值、联系收到的人。他不肯的，可以起诉他。页面没有让你核对的，还可以按“买错、充错”再查一次。",
    because="收到充值的人没有依据留着，可以请求他返还。先请卖家、运营商帮忙拦下、联系。",
    also_called=("充错号码", "话费充错人", "充到别人号上"),
    place=6,
    family="slip",
    asks_for_help=True,
    story=story("号码、账号填错，充到了别人那里", F.problem.has(problems.MIS_ORDER) & F.slip.is_("stranger")),
    cites=(cite("mfd-985", "mfd-987", "mfd-509"),),
    remedy=HOLD_AND_RETURN,
    proof=(
        Evidence("order", "填的是哪个号码、哪里填错", "订单里充值号码的那一处"),
        Evidence("payment"),
        Evidence("chat"),
    ),
    happened=Sentence(
        lambda t: (
            f"本人下单时填错了号码、账号：要充的是{blank('本来要充的号码、账号')}，填成了{blank('填错的号码、账号')}，充值进了别人的账户。"
            "收到的人没有依据取得这笔充值。"
        )
    ),
    in_short=Sentence("填错号码，进了别人的账户"),
    their_records=Sentence("已经拦不下的，请提供充值到账的时间和账号，本人要向收到的人要回。"),
    use=NO_WORD_OF_USE,
    answers=(
        to("own_fault", say="填错的是本人。请的是拦下这笔充值、联系收到的人。"),
        to("final", "used", "delivered", say="要的不是卖家退货。收到的人没有依据留着，请协助拦下、联系他返还。"),
    ),
    objections=(Objection("充值成功，概不退换。", "要的不是卖家退货。收到的人没有依据留着，请协助拦下、联系他返还。", "final"),),
    cause="不当得利纠纷",
    defendant=Defendant(
        missing="收到充值的人，不知道是谁的，可以申请法院调取",
        demand=lambda a: f"返还{a.amount}",
        basis=("mfd-985", "mfd-987"),
        their_records="收到充值的账户是谁的、什么时间用掉，由保管登记信息的平台提供。",
    ),
)
