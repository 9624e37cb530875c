"""A trial or a renewal was cancelled before it was charged for, and was charged for all the same."""

from checker.ask import problems
from checker.kit import ClaimRule, Evidence, F, FirstAct, Objection, Order, Saves, Sentence, Use, cite, payer, story, to
from checker.kit.remedies import REFUND

RULE = ClaimRule(
    module=__name__,
    title="已经取消了，还是扣了钱",
    meaning="免费试用、自动续费，在扣款以前取消成功的，就没有理由再扣。扣了的可以要求退；扣了以后又用了的，用掉的部分要扣除。要拿得出取消成功的页面、短信或者邮件。",
    because="扣款以前已经取消，对方没有理由再扣，可以要求退还。",
    also_called=("试用取消了还扣", "取消订阅还扣钱", "退订了又扣"),
    place=9,
    family="charged",
    story=story("扣款以前已经取消，还是被扣了", F.problem.has(problems.OVERCHARGED) & F.charge.is_("cancelled")),
    cites=(cite("xfzss-10", "wjb-18", "mfd-985"),),
    remedy=REFUND,
    proof=(
        Evidence("error", "取消成功的时间", "取消成功的页面、短信或者邮件，带时间"),
        Evidence("payment", "哪一天扣了多少", "账单详情，带时间和收款方"),
        Evidence("chat"),
    ),
    first_acts=(
        FirstAct(
            id="renewal",
            saves=Saves.ACCESS,
            what=lambda f: (
                f"到{payer(f).name if f.channel in ('wechat', 'alipay') else '付款的那一方'}看一眼自动扣款解除了没有，没有的当场解除"
            ),
            reads=(F.channel,),
        ),
    ),
    order=Order(did="被自动续费扣款，商品是", paid="扣款"),
    happened=Sentence("这笔款扣款以前，本人已经取消。取消以后仍被扣款。"),
    in_short=Sentence("扣款以前已经取消，仍被扣款"),
    their_records=Sentence("认为没有取消的，请提供取消操作的记录：什么时间、什么结果。"),
    use=Use(untouched="扣款以后没有使用过。"),
    answers=(to("used", "final", "rule", "own_fault", "silence", say="扣款以前已经取消。请提供取消操作的记录，写明为什么取消以后还扣。"),),
    objections=(Objection("系统自动扣的，没法退。", "取消在扣款以前。系统为什么还扣，由你方查明，款项应当退还。"),),
    cause="不当得利纠纷，或者信息网络买卖合同纠纷",
)
