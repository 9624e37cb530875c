"""Somebody was paid to play or top up for the buyer, used a forbidden tool, and the buyer's account was shut for it."""

from checker.ask import problems
from checker.kit import ALWAYS, NO_WORD_OF_USE, ClaimRule, Evidence, F, Objection, Sentence, cite, story, to
from checker.kit.remedies import REFUND_ALL

RULE = ClaimRule(
    module=__name__,
    title="代练、代充的人用了外挂，号被封",
    meaning="没有说好用外挂，也不知道他会用，他用了、账号因此被封的，是没有照约定做，可以要求退款。账号被封的损失，能说清数额的也可以要求赔偿。知道他用外挂还请的，不行。解封要看游戏公司的规则，别向它说不是实话的理由。",
    because="没有约定使用外挂，你也不知情，对方这样做违反了约定，可以要求退款。",
    also_called=("代练用外挂", "代打用外挂"),
    place=10,
    family="seller",
    story=story("请来的人用了外挂一类，号被封", F.problem.has(problems.STOPPED_EARLY) & F.stopped_cause.is_("booster")),
    cites=(cite("mfd-509", "mfd-577"),),
    ends_contract=ALWAYS,
    remedy=REFUND_ALL,
    proof=(
        Evidence("chat", "约定做什么、没有说用外挂", "约定做什么的聊天或者页面，连日期一起截"),
        Evidence("official", "为什么被封", "游戏公司的通知，整页截图，带原因和日期"),
        Evidence("payment"),
    ),
    happened=Sentence("本人没有约定使用外挂，也不知情。对方使用外挂一类的工具，本人的账号因此被封停。"),
    in_short=Sentence("没有约定使用外挂，对方使用以后账号被封"),
    their_records=Sentence("认为没有使用外挂的，请提供操作记录：什么时间、怎样操作。"),
    use=NO_WORD_OF_USE,
    answers=(
        to("used", "final", "delivered", say="要说的是做的方式违反约定，账号因此被封。请就这一点答复。"),
        to("own_fault", say="本人没有要求、也不知道使用外挂。请写明是谁、什么时间使用的。"),
    ),
    objections=(Objection("账号被封是游戏公司的事，与我们无关。", "请提供服务期间的操作记录，说明没有使用外挂一类的工具。"),),
)
